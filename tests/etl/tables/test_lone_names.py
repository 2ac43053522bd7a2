"""Whom rows call by one word only is somebody of the row's year; who has a full name is one in all rows."""
from __future__ import annotations

from etl.records import Extraction
from tests.etl.tables.test_tables import as_csv, extracted

MAPPING = {"match": "x", "facts": "visit", "start": "on", "text": "notes", "country": {"value": "Norway"}, "id": "no",
           "parties": [{"person": "who", "side": "visitor"}]}


def table(*rows: tuple[str, str, str], **change: object) -> Extraction:
    """Return the records of rows of a day, a visitor and prose."""
    named = [{"no": str(i), "on": day, "who": who, "notes": notes} for i, (day, who, notes) in enumerate(rows)]
    return extracted(as_csv(named), {**MAPPING, **change})


def keys(extraction: Extraction) -> set[str]:
    """Return the keys of the people."""
    return {p.key for p in extraction.people}


def parties(extraction: Extraction) -> list[set[str | None]]:
    """Return the people of each meeting, in order."""
    return [{p.person_key for p in m.parties} for m in extraction.meetings]


def test_one_lone_name_in_two_years_is_two_accounts_everywhere() -> None:
    told = table(*((f"{year}-05-04", "Ada Holm", "Met with President Banda.") for year in (1989, 2005)))
    assert keys(told) == {"ada-holm", "banda-1989", "banda-2005"}
    assert {"ada-holm", "banda-1989"} in parties(told) and {"ada-holm", "banda-2005"} in parties(told)
    assert {m.passage: m.entity_key for m in told.mentions if m.entity_key.startswith("banda")} == {0: "banda-1989", 1: "banda-2005"}


def test_a_lone_name_in_one_year_is_one_account() -> None:
    told = table(("2005-01-04", "King Olav", ""), ("2005-12-30", "King Olav", ""))
    assert keys(told) == {"olav-2005"}
    (olav,) = told.people
    assert [p.title for p in olav.positions] == ["King"]
    assert (olav.name, len(told.meetings)) == ("Olav", 2)


def test_the_post_of_the_columns_goes_to_the_account_of_the_year() -> None:
    columns = {"person": "who", "title": {"value": "President"}, "country": {"value": "Kenya"}}
    told = table(("1989-05-04", "Banda", ""), parties=[columns])
    assert [(p.key, p.country, [q.title for q in p.positions]) for p in told.people] == [("banda-1989", "KE", ["President"])]


def test_a_full_name_explains_the_lone_one_of_its_row() -> None:
    assert keys(table(("1989-05-04", "Joan Banda", "Banda met with Ada Holm."))) == {"joan-banda", "ada-holm"}


def test_initials_and_numerals_count_as_names() -> None:
    told = table(("1989-05-04", "Prime Minister J. Banda", ""), ("1990-05-04", "Prime Minister J. Banda", ""))
    assert keys(told) == {"j-banda"}


def test_deaths_are_of_the_account_of_the_year() -> None:
    told = table(("1989-05-04", "Ada Holm", "President Banda died on May 4, 1989."))
    assert {d.person_key for d in told.deaths} == {"banda-1989"}


def test_a_row_without_a_day_gives_the_bare_name() -> None:
    assert keys(table(("", "King Olav", ""))) == {"olav"}
