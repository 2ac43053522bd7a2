"""What documents contradict each other in is found when they are read together, with the words of both."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.etl.documents import bulletin, column, load, read
from warehouse.connection import open_writer
from warehouse.rows import DocumentRows

DERIVED = "SELECT {} FROM reporting.quality_findings WHERE finding_id IN (SELECT finding_id FROM main.derived_findings)"


@pytest.fixture
def warehouse(seeded: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Return a writing connection to a warehouse with the reference data."""
    with open_writer(seeded) as connection:
        yield connection


def note(name: str, first: str, last: str, *items: str) -> DocumentRows:
    """Return a bulletin's rows."""
    return read(name, bulletin(first, last, *items))


DEATH = note("january", "December 30, 2019", "January 5, 2020",
             "Syrian General Adnan Barazi was killed in Damascus on January 3 (SANA, January 3).")
VISIT = note("november", "November 16, 2020", "November 22, 2020",
             "Syrian General Adnan Barazi met with Iraqi Prime Minister Mustafa al-Kadhimi in Baghdad on November 17 "
             "(INA, November 17).")


def test_a_dead_general_who_visits_is_found(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(warehouse, VISIT)
    assert column(warehouse, DERIVED.format("kind")) == []
    load(warehouse, DEATH)
    ((kind, quote, one, other),) = warehouse.execute(DERIVED.format("kind, quote, reading_a, reading_b")).fetchall()
    assert kind == "deceased_actor"
    assert "November 17" in quote
    assert "was killed in Damascus" in one + other
    assert "al-Kadhimi in Baghdad" in one + other


def test_a_finding_goes_when_the_document_that_made_it_is_corrected(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(warehouse, VISIT, DEATH)
    load(warehouse, note("january", "December 30, 2019", "January 5, 2020",
                         "Syrian General Adnan Barazi met with Omani Foreign Minister Badr Albusaidi in Damascus on January 3 "
                         "(SANA, January 3)."))
    assert column(warehouse, DERIVED.format("kind")) == []


def test_two_holders_of_one_office_in_turn_and_back_are_found(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(warehouse, *(note(name, f"{month} 3, 2021", f"{month} 9, 2021",
                           f"Iraqi Defense Minister {minister} met with Jordanian Prime Minister Bisher al-Khasawneh in "
                           f"Baghdad on {month} 6 (INA, {month} 6).")
                      for name, month, minister in (("a", "April", "Juma Inad"), ("b", "May", "Jabbar Yasin"),
                                                    ("c", "June", "Juma Inad"))))
    ((kind, explanation),) = warehouse.execute(DERIVED.format("kind, explanation")).fetchall()
    assert kind == "identity_conflict"
    assert "Juma Inad" in explanation and "Jabbar Yasin" in explanation


def test_holders_who_follow_each_other_are_no_finding(warehouse: duckdb.DuckDBPyConnection) -> None:
    load(warehouse, *(note(name, f"{month} 3, 2021", f"{month} 9, 2021",
                           f"Iraqi Defense Minister {minister} met with Jordanian Prime Minister Bisher al-Khasawneh in "
                           f"Baghdad on {month} 6 (INA, {month} 6).")
                      for name, month, minister in (("a", "April", "Juma Inad"), ("b", "May", "Juma Inad"),
                                                    ("c", "June", "Jabbar Yasin"))))
    assert column(warehouse, DERIVED.format("kind")) == []


def test_one_event_under_two_dates_is_found_and_can_be_dismissed(warehouse: duckdb.DuckDBPyConnection) -> None:
    first, second = (note(name, "May 3, 2021", "May 9, 2021",
                          "Iranian Foreign Minister Mohammad Javad Zarif met with Austrian Foreign Minister Alexander "
                          f"Schallenberg in Vienna on May {day} (ORF, May {day}).") for name, day in (("a", 4), ("b", 5)))
    load(warehouse, first, second)
    assert warehouse.execute(DERIVED.format("kind, status")).fetchall() == [("date_conflict", "open")]


def test_the_order_of_documents_changes_no_finding(seeded: Path, another: Path) -> None:
    found = []
    for path, order in ((seeded, (DEATH, VISIT)), (another, (VISIT, DEATH))):
        with open_writer(path) as connection:
            for document in order:
                load(connection, document)
            found.append(sorted(map(str, connection.execute("FROM reporting.quality_findings").fetchall())))
    assert found[0] == found[1]
