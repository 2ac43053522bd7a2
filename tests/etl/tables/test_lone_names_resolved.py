"""Two of one family name who held one office in two decades: each lone name of a row leads to the one of its time."""
from __future__ import annotations

from pathlib import Path

from etl.rows import rows_of
from tests.etl.documents import load
from tests.etl.tables.test_tables import as_csv, extracted
from warehouse.connection import open_writer
from warehouse.rows import DocumentRows

TRAVELS = {"match": "x", "facts": "visit", "start": "on", "country": "land", "parties": [
    {"person": "who", "title": {"value": "President"}, "country": {"value": "Norway"}, "side": "visitor"}]}
VISITS = {"match": "x", "facts": "visit", "start": "on", "country": {"value": "Norway"}, "text": "notes", "parties": [
    {"person": "who", "country": "land", "side": "visitor"}]}


def table(uri: str, mapping: dict, rows: list[dict[str, str]]) -> DocumentRows:
    """Return a table for the warehouse."""
    return rows_of(extracted(as_csv(rows), mapping, uri=uri), extractor_version="t")


def test_a_lone_name_leads_to_the_holder_of_its_time(seeded: Path) -> None:
    trips = [{"on": f"{year}-03-02", "who": who, "land": "Kenya"} for who, years in (
        ("Conrad H. Strand", range(1989, 1993)), ("Conrad W. Strand", range(2001, 2009))) for year in years]
    guests = [{"on": f"{year}-06-02", "who": "President Joan Banda", "land": "Kenya", "notes": notes}
              for year in (1990, 1991, 2003, 2004)
              for notes in ("Met with President Strand.", "Accompanied President Strand to meetings with Ada Holm.")]
    with open_writer(seeded) as warehouse:
        load(warehouse, table("file:///travels.csv", TRAVELS, trips), table("file:///visits.csv", VISITS, guests))
        met = warehouse.execute(
            "SELECT DISTINCT year(start_date), person FROM reporting.meetings "
            "JOIN reporting.meeting_participants USING (meeting_id) "
            "WHERE person LIKE '%Strand' AND kind = 'meeting' AND start_date IS NOT NULL ORDER BY ALL").fetchall()
        people = warehouse.execute("SELECT name FROM reporting.people WHERE name LIKE '%Strand' ORDER BY ALL").fetchall()
    assert met == [(year, "Conrad H. Strand") for year in (1990, 1991)] + [(year, "Conrad W. Strand") for year in (2003, 2004)]
    assert people == [("Conrad H. Strand",), ("Conrad W. Strand",)]


def test_who_has_no_dated_fact_is_of_the_time_of_his_rows(seeded: Path) -> None:
    notes = "Accompanied President Strand to meetings with Foreign Minister Ada Holm."
    rows = [{"on": "2003-06-02", "who": "Joan Banda", "land": "Kenya", "notes": notes}]
    with open_writer(seeded) as warehouse:
        load(warehouse, table("file:///visits.csv", VISITS, rows))
        told = warehouse.execute("SELECT key, CAST(first_day AS VARCHAR), CAST(last_day AS VARCHAR) FROM resolved.people_told "
                                 "WHERE key LIKE 'strand%'").fetchall()
    assert told == [("strand-2003", "2003-06-02", "2003-06-02")]
