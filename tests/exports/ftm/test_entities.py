"""FollowTheMoney entities: what they say, that ids hold, and that nothing is claimed which no document says.

Whether they fit the schema is checked by the library itself: tests/exports/standards.
"""
from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from exports.ftm.codes import LANGUAGES, SCHEMATA, country
from exports.ftm.entity import FIT_FOR_AN_ID, Entity, entity_id
from exports.ftm.write import write_entities
from exports.reporting import Reporting, open_reporting
from warehouse.schema.vocabulary import ORGANIZATION_KINDS

Entities = dict[str, dict[str, object]]


def entities(reporting: Reporting) -> Entities:
    """Return the entities by their ids."""
    out = BytesIO()
    counts = write_entities(reporting, out)
    read = [json.loads(line) for line in out.getvalue().decode().split("\n")[:-1]]
    assert sum(counts.values()) == len(read) == len({entity["id"] for entity in read})
    return {entity["id"]: entity for entity in read}


def of_schema(found: Entities, schema: str) -> list[dict[str, list[str]]]:
    """Return the properties of the entities of a schema."""
    return [entity["properties"] for entity in found.values() if entity["schema"] == schema]


def test_a_person_has_names_a_country_and_posts(reporting: Reporting) -> None:
    found = entities(reporting)
    brezhnev = found["person-leonid-brezhnev"]["properties"]
    assert brezhnev["name"] == ["Leonid Brezhnev"] and brezhnev["weakAlias"] == ["Brezhnev"] and brezhnev["country"] == ["suhh"]
    (post,) = {occupancy["post"][0] for occupancy in of_schema(found, "Occupancy")
               if occupancy["holder"] == ["person-leonid-brezhnev"]}
    assert found[post]["properties"]["name"] == [
        "general secretary of the Soviet Communist Party (Communist Party of the Soviet Union)"]
    assert found[post]["properties"]["organization"] == ["organization-communist-party-of-the-soviet-union-su"]


def test_a_meeting_involves_people_and_keeps_its_proofs(reporting: Reporting) -> None:
    (met,) = [event for event in of_schema(entities(reporting), "Event") if "Takeo Miki" in event["name"][0] and "held" in
              event["keywords"]]
    (name,) = met["name"]
    assert name.startswith("Meeting between Gerald Ford and Takeo Miki") and name.endswith(", August 5, 1975")
    assert (met["date"], met["involved"]) == (["1975-08-05"], ["person-gerald-ford", "person-takeo-miki"])
    assert met["description"][0] == "Back in Washington, Ford received Japanese Prime Minister Takeo Miki on August 5."
    assert len(met["proof"]) == 1 and met["proof"][0].startswith("document-")


def test_what_did_not_take_place_says_so_in_its_name(reporting: Reporting) -> None:
    events = of_schema(entities(reporting), "Event")
    planned = [event for event in events if "planned" in event["keywords"]]
    assert planned and all(event["name"][0].startswith("Planned: ") for event in planned)


def test_a_day_that_is_not_certain_is_no_day(reporting: Reporting) -> None:
    (visit,) = [event for event in of_schema(entities(reporting), "Event") if "Visit of Helmut Kohl" in event["name"][0]]
    assert visit["date"] == ["1986-10"] and "startDate" not in visit
    assert visit["summary"] == ["The day is not certain: between October 20 and 26, 1986; the text says “Next week”."]


def test_an_agreement_involves_the_states_that_are_its_parties(reporting: Reporting) -> None:
    found = entities(reporting)
    (trade,) = [event for event in of_schema(found, "Event")
                if event["name"] == ["Trade agreement: the United States and Romania"]]
    assert trade["involved"] == ["state-US", "state-RO"] and trade["keywords"] == ["agreement", "in_force"]
    assert trade["summary"] == ["Steps: signed April 2, 1975; in force August 3, 1975."]
    assert found["state-RO"] == {"id": "state-RO", "schema": "PublicBody", "datasets": ["rapporteur"], "properties": {
        "name": ["Romania"], "classification": ["state"], "country": ["ro"]}}


def test_documents_and_mentions_lead_back_to_the_text(altered: Callable[..., Path]) -> None:
    changed = altered("UPDATE reporting.documents SET uri = 'https://bulletin.example/' || document_id || '/'")
    with open_reporting(changed) as reporting:
        found = entities(reporting)
    document = next(entity for entity in found.values() if entity["properties"].get("title") == [
        "Diplomacy Monitor: The Helsinki Summit"])
    assert document["properties"]["sourceUrl"] == [f"https://bulletin.example/{document['id'].removeprefix('document-')}/"]
    assert document["properties"]["language"] == ["eng"] and document["properties"]["fileName"] == [
        document["id"].removeprefix("document-")]
    spoken_of = {mention["resolved"][0]: mention["name"] for mention in of_schema(found, "Mention")
                 if mention["document"] == [document["id"]]}
    assert spoken_of["person-gerald-ford"] == ["Ford", "Gerald Ford"]
    assert all(event["sourceUrl"] for event in of_schema(found, "Event"))


def test_every_reference_leads_to_an_entity(reporting: Reporting) -> None:
    found = entities(reporting)
    for name in ("proof", "involved", "holder", "post", "organization", "subject", "object", "document", "resolved"):
        led = {value for entity in found.values() for value in entity["properties"].get(name, ())}
        assert led <= found.keys(), name


def test_no_day_of_death_is_claimed_that_documents_only_bound(altered: Callable[..., Path]) -> None:
    changed = altered("UPDATE reporting.people SET died_on = '1984-02-09' WHERE person_id = 'andrei-gromyko'")
    with open_reporting(changed) as reporting:
        gromyko = entities(reporting)["person-andrei-gromyko"]["properties"]
    assert gromyko["notes"] == ["Dead by 1984-02-09, as documents have it."] and "deathDate" not in gromyko


def test_ids_are_those_of_reporting_or_stand_for_them() -> None:
    assert entity_id("person", "gerald-ford") == "person-gerald-ford"
    for known in ("محمد", "a b", "-", "x" * 300):
        assert entity_id("person", known) == entity_id("person", known) != entity_id("person", known + "y")
        assert FIT_FOR_AN_ID.fullmatch(entity_id("person", known))


def test_values_are_lines_each_once_and_no_longer_than_the_schema_allows() -> None:
    entity = Entity("Person", "person-a")
    entity.add("name", "Ann\nLee", "Ann Lee", None, "", "x" * 1000)
    assert entity.properties == {"name": ["Ann Lee", "x" * 384]}
    entity.add("title", None)
    assert "title" not in entity.properties


def test_every_kind_of_body_has_a_schema() -> None:
    assert set(SCHEMATA) == set(ORGANIZATION_KINDS)


@pytest.mark.parametrize(("code", "known"), [("US", "us"), ("SU", "suhh"), ("YU", "yucs"), (None, None)])
def test_countries_have_the_codes_of_the_standard(code: str | None, known: str | None) -> None:
    assert country(code) == known
    assert all(len(short) == 2 and len(long) == 3 for short, long in LANGUAGES.items())
