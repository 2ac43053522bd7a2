"""Look up countries, places and bodies by the names that tables give them: inverted, with remarks in brackets, several in one."""
from __future__ import annotations

import re
from functools import lru_cache

from etl.knowledge import KnownBody, Knowledge, rows, split
from etl.records import Organization, Place
from warehouse.keys import organization_key, place_key, slug

BRACKETS = re.compile(r"\s*[(\[]([^)\]]*)[)\]]")


def country_code(name: str) -> str | None:
    """Return the ISO 3166-1 code of a country: "Korea, Republic of", "Congo (Zaire)"; None where the seeds know no such name."""
    bare, inside = BRACKETS.sub("", name), BRACKETS.findall(name)
    tries = [name, bare, *inside]
    tries += [" ".join(reversed(each.split(", ", 1))) for each in tries if ", " in each]
    tries.append(bare.split(", ")[0])
    codes = _codes()
    return next((codes[key] for key in map(slug, tries) if key in codes), name if name in codes.values() else None)


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    return {slug(form): row["code"] for row in rows("countries.csv")
            for form in (*split(row["demonyms"]), *split(row["names"]), row["official_name"], row["name"]) if form}


def place_of(name: str, country: str | None, knowledge: Knowledge) -> Place:
    """Return a place by its name, as the gazetteer knows it where it does; a remark in brackets is no part of the name."""
    bare = BRACKETS.sub("", name).strip() or name
    entry = knowledge.proper.single.get(bare)
    known = knowledge.places.get(place_key(bare, country)) or (
        knowledge.places.get(entry.value) if entry is not None and entry.cls == "G" else None)
    if known is not None and (country is None or known.country == country):
        return Place(known.key, known.name, known.country)
    return Place(place_key(bare, country), bare, country)


def body_of(name: str, country: str | None, knowledge: Knowledge) -> Organization:
    """Return a body by its name, as the seeds know it where they do."""
    known = next((body for body in _bodies(knowledge).get(slug(name), ()) if country in (None, body.country)), None)
    if known is not None:
        return Organization(known.key, known.name, (name,), known.kind, known.country)
    kind = next((knowledge.body_kinds[word] for word in name.split() if word in knowledge.body_kinds), "other")
    return Organization(organization_key(name, country), name, (name,), kind, country)


@lru_cache(maxsize=1)
def _bodies(knowledge: Knowledge) -> dict[str, list[KnownBody]]:
    found: dict[str, list[KnownBody]] = {}
    for body in knowledge.bodies.values():
        for form in {body.name, *body.names}:
            found.setdefault(slug(form), []).append(body)
    return found
