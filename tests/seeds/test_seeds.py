"""The seed tables keep the promises of `seeds/README.md`."""
from __future__ import annotations

import csv

import pytest

from seeds import SEEDS

COLUMNS = {
    "countries": ["code", "name", "official_name", "names", "demonyms", "capital", "is_former"],
    "places": ["name", "names", "country_code", "kind", "latitude", "longitude", "ambiguous"],
    "outlets": ["name", "names", "country_code", "kind", "reliability"],
    "organizations": ["name", "names", "kind", "country_code", "parent", "description"],
}
KINDS = {
    "places": {"capital", "city", "region", "site", "water"},
    "outlets": {"agency", "newspaper", "magazine", "television", "radio", "website", "official", "social"},
    "organizations": {
        "international", "government", "parliament", "armed_forces", "party", "militia", "company", "university",
        "media", "embassy", "court", "civil_society", "other",
    },
}
TABLES = sorted(COLUMNS)
LISTS = sorted(KINDS)


def rows_of(table: str) -> list[dict[str, str]]:
    with open(SEEDS / f"{table}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def codes() -> set[str]:
    return {row["code"] for row in rows_of("countries")}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_documented_columns_and_full_rows(table):
    rows = rows_of(table)
    assert list(rows[0]) == COLUMNS[table]
    assert [row for row in rows if None in row or None in row.values()] == []


@pytest.mark.parametrize("table", TABLES)
def test_no_value_has_stray_whitespace(table):
    values = [value for row in rows_of(table) for cell in row.values() for value in cell.split("|")]
    assert [value for value in values if value != " ".join(value.split())] == []


@pytest.mark.parametrize("table", TABLES)
def test_names_hold_the_name_and_no_value_twice_or_empty(table):
    for row in rows_of(table):
        names = row["names"].split("|")
        assert row["name"] in names, row
        assert "" not in names and len(set(names)) == len(names), row


@pytest.mark.parametrize("table", LISTS)
def test_a_name_stands_once_in_a_country(table):
    keys = [(row["name"], row["country_code"]) for row in rows_of(table)]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("table", LISTS)
def test_kinds_and_country_codes_are_known(table):
    known = codes() | {""}
    assert [row for row in rows_of(table) if row["kind"] not in KINDS[table] or row["country_code"] not in known] == []


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_sorted(table):
    keys = [(row["code"],) if table == "countries" else (row["name"], row["country_code"]) for row in rows_of(table)]
    assert keys == sorted(keys)


@pytest.mark.parametrize("column", ["code", "names", "demonyms"])
def test_a_code_name_or_demonym_belongs_to_one_country(column):
    values = [value for row in rows_of("countries") for value in row[column].split("|") if value]
    assert sorted(value for value in set(values) if values.count(value) > 1) == []


def test_flags_are_true_or_false():
    flags = {row["is_former"] for row in rows_of("countries")} | {row["ambiguous"] for row in rows_of("places")}
    assert flags == {"true", "false"}


def test_coordinates_are_in_range():
    for row in rows_of("places"):
        assert -90 <= float(row["latitude"]) <= 90 and -180 <= float(row["longitude"]) <= 180, row


def test_a_present_country_has_its_capital_among_the_places():
    capitals = {(row["country_code"], row["name"]) for row in rows_of("places") if row["kind"] == "capital"}
    wanted = {(row["code"], row["capital"]) for row in rows_of("countries")
              if row["is_former"] == "false" and row["capital"]}
    assert wanted <= capitals


def test_only_waters_and_disputed_regions_lack_a_country():
    assert {row["kind"] for row in rows_of("places") if not row["country_code"]} <= {"water", "region"}


def test_a_parent_is_an_organization_of_the_table():
    rows = rows_of("organizations")
    assert {row["parent"] for row in rows} - {""} <= {row["name"] for row in rows}
