"""A folder of tables: each view in a file that the usual libraries read, and a description that holds."""
from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import duckdb
import pyarrow.csv
import pyarrow.json
import pyarrow.parquet
import pytest

from exports.errors import NothingToExport
from warehouse.view_keys import PRIMARY_KEYS, REFERENCES
from exports.reporting import open_reporting
from exports.tables.datapackage import TYPES
from exports.tables.folder import KINDS, write_folder
from warehouse.snapshot import snapshot_tables

CSV = "read_csv('{}', header = true, all_varchar = true, quote = '\"', escape = '\"', allow_quoted_nulls = false)"
READ = {"parquet": "read_parquet('{}')", "csv": CSV, "jsonl": "read_json('{}', format = 'newline_delimited')"}


def written(snapshot: Path, kind: str, folder: Path, *only: str) -> dict:
    """Write a folder and return its description."""
    folder.mkdir()
    with open_reporting(snapshot) as reporting:
        write_folder(reporting, folder, KINDS[kind], only)
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_view_of_reporting_is_there_with_all_its_rows(kind: str, snapshot: Path, tmp_path: Path) -> None:
    package = written(snapshot, kind, tmp_path / "out")
    assert {resource["name"] for resource in package["resources"]} == {table.name for table in snapshot_tables()}
    with duckdb.connect(str(snapshot), read_only=True) as connection:
        for resource in package["resources"]:
            count = connection.execute(f"SELECT count(*) FROM reporting.{resource['name']}").fetchone()[0]
            path = tmp_path / "out" / resource["path"]
            lines = path.read_bytes().count(b"\n") if kind == "jsonl" else None
            assert resource["rows"] == count == (count if lines is None else lines)
    assert sum(resource["rows"] for resource in package["resources"]) > 2000


@pytest.mark.parametrize("kind", KINDS)
def test_the_values_are_those_of_the_views_whatever_they_are(kind: str, hostile: Path, tmp_path: Path) -> None:
    written(hostile, kind, tmp_path / "out", "people", "evidence", "meetings")
    with duckdb.connect(str(hostile), read_only=True) as connection:
        for view in ("people", "evidence", "meetings"):
            read = READ[kind].format(tmp_path / "out" / f"{view}.{kind}")
            columns = [row[0] for row in connection.execute(f"DESCRIBE reporting.{view}").fetchall()]
            plain = ", ".join(f"strftime({name}::TIMESTAMP, '%Y-%m-%d %H:%M:%S.%f')" if name == "recorded_at"
                              else f"{name}::DOUBLE" if name == "confidence" else f"{name}::VARCHAR" for name in columns)
            differing = connection.execute(
                f"SELECT count(*) FROM (SELECT {plain} FROM reporting.{view} EXCEPT ALL SELECT {plain} FROM {read})").fetchone()
            assert differing == (0,)


def test_parquet_keeps_types_and_words(snapshot: Path, tmp_path: Path) -> None:
    written(snapshot, "parquet", tmp_path / "out", "meetings")
    schema = pyarrow.parquet.read_schema(tmp_path / "out" / "meetings.parquet")
    types = {name: str(schema.field(name).type) for name in schema.names}
    assert types.items() >= {"meeting_id": "string", "start_date": "date32[day]", "source_count": "int64",
                             "confidence": "double", "recorded_at": "timestamp[us]"}.items()
    assert schema.field("edtf").metadata[b"description"] == b"The date in Extended Date/Time Format."
    assert schema.metadata[b"description"] == b"One row per encounter, however often it is told."


def test_csv_and_json_lines_write_days_and_moments_as_iso_8601(snapshot: Path, tmp_path: Path) -> None:
    written(snapshot, "csv", tmp_path / "csv", "documents")
    table = pyarrow.csv.read_csv(tmp_path / "csv" / "documents.csv")
    assert table["ingested_at"][0].as_py().replace(tzinfo=None) == datetime(2026, 1, 2, 3, 4, 5)
    assert table["period_start"][0].as_py() in {date(1975, 7, 28), date(1986, 10, 9), date(1998, 4, 7)}
    written(snapshot, "jsonl", tmp_path / "jsonl", "documents")
    first = json.loads((tmp_path / "jsonl" / "documents.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert first["ingested_at"] == "2026-01-02T03:04:05.000000Z" and first["published_on"] is None


def test_the_description_names_types_keys_and_meanings(snapshot: Path, tmp_path: Path) -> None:
    package = written(snapshot, "csv", tmp_path / "out")
    assert (package["version"], package["created"]) == ("2026.1.2+run-1", "2026-01-02T03:04:05Z")
    assert {source["title"] for source in package["sources"]} >= {"Diplomacy Monitor: The Helsinki Summit"}
    resources = {resource["name"]: resource["schema"] for resource in package["resources"]}
    assert resources["meetings"]["primaryKey"] == ["meeting_id"]
    assert {"fields": ["part_of_meeting_id"], "reference": {"resource": "", "fields": ["meeting_id"]}} in (
        resources["meetings"]["foreignKeys"])
    assert resources["meetings"]["fields"][3] == {"name": "start_date", "type": "date", "description": "First possible day."}
    assert all(field["description"] for schema in resources.values() for field in schema["fields"])


def test_foreign_keys_lead_only_to_what_is_there(snapshot: Path, tmp_path: Path) -> None:
    package = written(snapshot, "csv", tmp_path / "out", "meetings", "meeting_participants")
    leading = {key["fields"][0]: key["reference"]["resource"] for resource in package["resources"]
               for key in resource["schema"].get("foreignKeys", ())}
    assert leading == {"meeting_id": "meetings", "part_of_meeting_id": ""}


def test_the_keys_that_are_declared_hold(snapshot: Path) -> None:
    with open_reporting(snapshot) as reporting:
        tables = {table.name: [column.name for column in table.columns] for table in reporting.tables}
    with duckdb.connect(str(snapshot), read_only=True) as connection:
        assert set(PRIMARY_KEYS) | set(REFERENCES.values()) <= set(tables)
        for table, columns in tables.items():
            if table in PRIMARY_KEYS:
                key = ", ".join(PRIMARY_KEYS[table])
                doubled = connection.execute(f"SELECT count(*) - count(DISTINCT ({key})) FROM reporting.{table}").fetchone()
                assert (table, doubled) == (table, (0,))
            for column in REFERENCES.keys() & set(columns):
                (target,) = PRIMARY_KEYS[REFERENCES[column]]
                lost = connection.execute(
                    f"SELECT count(*) FROM reporting.{table} WHERE {column} IS NOT NULL "
                    f"AND {column} NOT IN (SELECT {target} FROM reporting.{REFERENCES[column]})").fetchone()
                assert (table, column, lost) == (table, column, (0,))


def test_every_type_of_the_contract_has_a_name_in_the_standard(snapshot: Path) -> None:
    with open_reporting(snapshot) as reporting:
        assert {column.type for table in reporting.tables for column in table.columns} <= set(TYPES)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_state_gives_the_same_bytes(kind: str, snapshot: Path, tmp_path: Path) -> None:
    for name in ("one", "other"):
        written(snapshot, kind, tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "other" / path.name).read_bytes()


def test_a_view_that_is_not_there_is_named_with_those_that_are(snapshot: Path, tmp_path: Path) -> None:
    with pytest.raises(NothingToExport, match=r"There is no view persons; there are agreement_parties, .*people"):
        written(snapshot, "csv", tmp_path / "out", "people", "persons")


def test_the_warehouse_itself_is_exported_as_well(warehouse: Path, tmp_path: Path) -> None:
    package = written(warehouse, "jsonl", tmp_path / "out")
    published_only = {"snapshot", "changes_since"}
    expected = {table.name for table in snapshot_tables()} - published_only
    assert {resource["name"] for resource in package["resources"]} == expected


def test_a_long_table_of_sources_says_that_there_are_more(altered: Callable[..., Path], tmp_path: Path) -> None:
    changed = altered("INSERT INTO reporting.documents BY NAME "
                      "(SELECT 'd' || range AS document_id, 'Note ' || range AS title FROM range(200))")
    sources = written(changed, "csv", tmp_path / "out", "documents")["sources"]
    assert (len(sources), sources[-1]) == (101, {"title": "and more: see the table documents"})
