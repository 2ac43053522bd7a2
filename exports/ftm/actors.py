"""People, bodies and states, and the posts that people hold."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from exports.facts.reading import read_positions
from exports.facts.records import Position
from exports.ftm.codes import SCHEMATA, TOPICS, country
from exports.ftm.entity import Entity, entity_id
from exports.reporting import Reporting
from exports.wording import Countries
from warehouse.keys import digest, slug

FOLDER = Path(__file__).parent


def people(reporting: Reporting) -> Iterator[Entity]:
    """Yield each person.

    The day of death may be one by which documents have the person dead, so it stands in a note and not as a date.
    """
    for row in reporting.rows((FOLDER / "people.sql").read_text(encoding="utf-8")):
        person = Entity("Person", entity_id("person", row["person_id"]))
        person.add("name", row["name"])
        person.add("alias", *row["aliases"])
        person.add("weakAlias", *row["short_names"])
        person.add("country", country(row["country_code"]))
        person.add("position", ", ".join(filter(None, (row["current_title"], row["current_organization"]))))
        person.add("wikidataId", row["wikidata_id"])
        if row["died_on"] is not None:
            person.add("notes", f"Dead by {row['died_on'].isoformat()}, as documents have it.")
        yield person


def organizations(reporting: Reporting) -> Iterator[Entity]:
    """Yield each organization, and what it is part of."""
    for row in reporting.rows((FOLDER / "organizations.sql").read_text(encoding="utf-8")):
        body = Entity(SCHEMATA[row["kind"]], entity_id("organization", row["organization_id"]))
        body.add("name", row["name"])
        body.add("alias", *row["aliases"])
        body.add("weakAlias", *row["short_names"])
        body.add("classification", row["kind"])
        body.add("topics", TOPICS.get(row["kind"]))
        body.add("country", country(row["country_code"]))
        body.add("wikidataId", row["wikidata_id"])
        yield body
        if row["parent_organization_id"] is not None:
            yield part_of(body.id, entity_id("organization", row["parent_organization_id"]))


def states(codes: set[str], countries: Countries) -> Iterator[Entity]:
    """Yield the states of these codes, which are parties by themselves."""
    for code in sorted(codes):
        state = Entity("PublicBody", entity_id("state", code))
        state.add("name", countries[code])
        state.add("classification", "state")
        state.add("country", country(code))
        yield state


def posts(reporting: Reporting) -> Iterator[Entity]:
    """Yield each post once, and its occupancies: who holds or held it, as documents state.

    An occupancy that has not ended by what documents say is of unknown status, since nothing says that it goes on.
    """
    known: set[str] = set()
    for position in read_positions(reporting):
        post = _post(position, reporting.countries)
        if post.id not in known:
            known.add(post.id)
            yield post
        occupancy = Entity("Occupancy", entity_id("occupancy", position.id))
        occupancy.add("holder", entity_id("person", position.person_id))
        occupancy.add("post", post.id)
        occupancy.add("status", "ended" if position.is_former or position.valid_to is not None else "unknown")
        occupancy.add("startDate", position.valid_from)
        occupancy.add("endDate", position.valid_to)
        occupancy.add("date", position.first_seen, position.last_seen)
        occupancy.prove(position.proofs)
        yield occupancy


def part_of(one: str, whole: str) -> Entity:
    """Return the link that says that something is part of something, for which there is no schema of its own."""
    link = Entity("UnknownLink", entity_id("part", digest(one, whole)))
    link.add("subject", one)
    link.add("object", whole)
    link.add("role", "part of")
    return link


def _post(position: Position, countries: Countries) -> Entity:
    """Return the post; where neither its body nor its state is known, it is one of its holder alone."""
    holder = position.person_id if position.organization_id is None and position.country_code is None else None
    key = digest(slug(position.title), position.organization_id, position.country_code, holder)
    post = Entity("Position", entity_id("position", key))
    of = position.organization or countries.get(position.country_code or "")
    named = of is None or of.casefold() in position.title.casefold()
    post.add("name", position.title if named else f"{position.title} ({of})")
    post.add("country", country(position.country_code))
    if position.organization_id is not None:
        post.add("organization", entity_id("organization", position.organization_id))
    return post
