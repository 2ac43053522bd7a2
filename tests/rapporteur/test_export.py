"""Exports as somebody asks for them on the command line."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.rapporteur.conftest import Run


@pytest.fixture
def filled(run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the warehouse, which is the one that commands take."""
    monkeypatch.setenv("RAPPORTEUR_WAREHOUSE", str(filled))
    return filled


@pytest.mark.parametrize("kind", ["parquet", "csv", "jsonl"])
def test_a_folder_of_tables_is_written_and_told_of(kind: str, run: Run, filled: Path) -> None:
    ran = run("export", kind, "-o", "tables")
    assert (ran.status, ran.out) == (0, "")
    package = json.loads(Path("tables/datapackage.json").read_text())
    rows = sum(resource["rows"] for resource in package["resources"])
    assert ran.err == f"tables holds {len(package['resources'])} views with {rows:,} rows.\n"
    assert all(Path("tables", resource["path"]).is_file() for resource in package["resources"])


def test_a_folder_that_is_there_is_replaced_only_where_that_is_asked_for(run: Run, filled: Path) -> None:
    assert run("export", "csv", "-o", "tables").status == 0
    ran = run("export", "parquet", "-o", "tables")
    assert ran.status == 1
    assert ran.err == "rapporteur: tables is there already; name another folder, or replace it with --force.\n"
    assert run("export", "parquet", "-o", "tables", "--force", "--view", "people").status == 0
    assert sorted(path.name for path in Path("tables").iterdir()) == ["datapackage.json", "people.parquet"]


def test_a_workbook_is_written(run: Run, filled: Path) -> None:
    assert run("export", "xlsx", "-o", "out.xlsx", "--view", "people").status == 0
    assert Path("out.xlsx").read_bytes().startswith(b"PK")


def test_a_view_that_is_not_there_leaves_nothing(run: Run, filled: Path) -> None:
    ran = run("export", "csv", "-o", "tables", "--view", "persons")
    assert ran.status == 1 and "There is no view persons; there are " in ran.err
    assert not Path("tables").exists()


def test_what_is_exported_is_what_is_published_unless_live_is_asked_for(run: Run, filled: Path, notes: Path) -> None:
    Path("rapporteur.toml").write_text("[publish]\nafter_runs = false\n")
    (notes / "note-7.txt").write_text((notes / "note-6.txt").read_text().replace("6", "7"))
    assert run("ingest", notes).status == 0
    ran = run("export", "jsonl", "-o", "published", "--view", "documents")
    assert "the warehouse holds more since then" in ran.err and "1 view with 3 rows" in ran.err
    assert "1 view with 4 rows" in run("export", "jsonl", "-o", "live", "--view", "documents", "--live").err


def test_an_empty_warehouse_has_nothing_to_export(run: Run, seeded: Path) -> None:
    ran = run("export", "csv", "-o", "tables", "--warehouse", seeded)
    assert ran.status == 1 and "The warehouse is empty, so there is nothing to export; `rapporteur ingest` fills it." in ran.err
    assert not Path("tables").exists()


@pytest.mark.parametrize(("kind", "begins"), [("graphml", "<?xml"), ("ical", "BEGIN:VCALENDAR")])
def test_a_file_goes_to_stdout_unless_it_is_named(kind: str, begins: str, run: Run, filled: Path) -> None:
    options = ("--held",) if kind == "ical" else ()
    ran = run("export", kind, "--country", "France", *options)
    assert ran.status == 0 and ran.out.startswith(begins) and ran.err
    assert run("export", kind, "--country", "FR", *options, "-o", "out").status == 0
    assert Path("out").read_bytes().decode().splitlines() == ran.out.splitlines()
    assert run("export", kind, "-o", "out", *options).status == 1


def test_entities_are_written_a_line_each_and_counted(run: Run, filled: Path) -> None:
    ran = run("export", "ftm")
    schemata = [json.loads(line)["schema"] for line in ran.out.splitlines()]
    assert ran.status == 0 and {"Person", "Event", "Document"} <= set(schemata)
    assert ran.err.startswith(f"{len(schemata)} entities: ") and f"{schemata.count('Event')} Event" in ran.err


def test_a_brief_is_a_page_or_markdown_by_the_name_of_its_file(run: Run, filled: Path) -> None:
    assert run("export", "brief", "--month", "2021-05", "-o", "may.html").status == 0
    assert Path("may.html").read_text().startswith("<!DOCTYPE html>")
    ran = run("export", "brief", "--from", "2021-05-04", "--until", "2021-05-04")
    assert ran.out.startswith("# Diplomatic brief: May 4, 2021\n")
    assert "- Emmanuel Macron (France) met Angela Merkel (Germany) in Berlin, Germany (AFP).[^1]\n" in ran.out
    assert run("export", "brief", "--month", "2021-05", "--format", "markdown", "-o", "may.htm").status == 0
    assert Path("may.htm").read_text().startswith("# Diplomatic brief: May 2021\n")


def test_a_brief_needs_one_period(run: Run, filled: Path) -> None:
    for options in ((), ("--month", "2021-05", "--from", "2021-05-01")):
        ran = run("export", "brief", *options)
        assert ran.status == 2 and "say of which period to tell" in ran.err
    ran = run("export", "brief", "--month", "1800-01", "-o", "out.md")
    assert "Nothing is told of January 1800; meetings are known from 2021-05-04 to 2021-05-06." in ran.err
    assert ran.status == 1 and not Path("out.md").exists()


def test_what_does_not_exist_is_named(run: Run, filled: Path) -> None:
    assert "There is no country Atlantis" in run("export", "graphml", "--country", "Atlantis").err
    ran = run("export", "ical", "--from", "1800-01-01", "--until", "1800-12-31", "-o", "out.ics")
    assert ran.status == 1 and "No planned meeting of which this is asked has a day" in ran.err and not Path("out.ics").exists()
    assert run("export", "graphml", "--from", "yesterday").status == 2
