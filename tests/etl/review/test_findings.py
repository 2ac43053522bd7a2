"""What people decide of findings: the other reading holds, or all stays as it is, and either can be taken back."""
from __future__ import annotations

from dataclasses import replace

import duckdb
import pytest

from etl.review import deciding
from etl.review.queue import waiting
from etl.review.session import Session
from tests.etl.documents import NOW, bulletin, column, load, read, shown
from tests.warehouse.history import retold
from warehouse.rows import DocumentRows

WHO = deciding.Who("ada", NOW, "because")
DATED = read("dated", bulletin("November 16, 2020", "November 22, 2020",
                               "Iraqi Defense Minister Juma Inad met with Turkish Defense Minister Hulusi Akar in Ankara on "
                               "February 17 (INA, November 17)."))

CITED = read("cited", bulletin("November 16, 2020", "November 22, 2020",
                               "On February 17, Iraqi Defense Minister Juma Inad met with Turkish Defense Minister Hulusi Akar in "
                               "Ankara. The two discussed the border (INA, November 18)."))
"""The day contradicts the source, so that the meeting is dated by the source: by November 18."""


@pytest.mark.parametrize("document", [DATED, CITED])
def test_an_accepted_finding_brings_the_day_that_it_proposes(warehouse: duckdb.DuckDBPyConnection, session: Session,
                                                             document: DocumentRows) -> None:
    load(warehouse, document)
    ((finding, proposed),) = warehouse.execute("SELECT finding_id, reading_b FROM reporting.quality_findings "
                                               "WHERE quote = 'February 17'").fetchall()
    assert proposed == "2020-11-17"
    session.keep(deciding.on_finding(warehouse, finding, deciding.ACCEPTED, WHO))
    assert warehouse.execute("SELECT CAST(start_date AS VARCHAR), CAST(end_date AS VARCHAR), date_precision "
                             "FROM reporting.meetings").fetchall() == [("2020-11-17", "2020-11-17", "day")]
    assert column(warehouse, f"SELECT status FROM reporting.quality_findings WHERE finding_id = '{finding}'") == ["accepted"]
    assert finding not in [item.id for item in waiting(warehouse)]


def test_a_dismissed_finding_changes_nothing_else(warehouse: duckdb.DuckDBPyConnection, session: Session) -> None:
    load(warehouse, DATED)
    before = shown(warehouse, "meetings")
    (finding,) = column(warehouse, "SELECT finding_id FROM reporting.quality_findings WHERE quote = 'February 17'")
    session.keep(deciding.on_finding(warehouse, finding, deciding.DISMISSED, WHO))
    assert shown(warehouse, "meetings") == before
    assert column(warehouse, f"SELECT status FROM reporting.quality_findings WHERE finding_id = '{finding}'") == ["dismissed"]


AGREED = "Iraqi Defense Minister Juma Inad met with {} Defense Minister {} in {} on February 17 (INA, November 17)."


def twice(*before: str) -> DocumentRows:
    """Return a document in which two meetings bear the same day, which its period contradicts."""
    return read("twice", bulletin("November 16, 2020", "November 22, 2020", *before, AGREED.format("Turkish", "Hulusi Akar", "Ankara"),
                                  AGREED.format("Jordanian", "Yousef Huneiti", "Amman")))


def statuses(warehouse: duckdb.DuckDBPyConnection) -> list[str]:
    """Return what was decided on the findings about February 17, in the order of the text."""
    return column(warehouse, "SELECT status FROM reporting.quality_findings WHERE quote = 'February 17' ORDER BY char_start")


@pytest.mark.parametrize("judgement", [deciding.DISMISSED, deciding.ACCEPTED])
def test_a_decision_on_a_finding_holds_when_the_text_has_moved(warehouse: duckdb.DuckDBPyConnection, session: Session,
                                                              judgement: str) -> None:
    load(warehouse, DATED)
    (finding,) = column(warehouse, "SELECT finding_id FROM reporting.quality_findings WHERE quote = 'February 17'")
    session.keep(deciding.on_finding(warehouse, finding, judgement, WHO))
    load(warehouse, read("dated", bulletin("November 16, 2020", "November 22, 2020", "In brief.",
                                           "Iraqi Defense Minister Juma Inad met with Turkish Defense Minister Hulusi Akar in Ankara "
                                           "on February 17 (INA, November 17).")))
    assert column(warehouse, f"SELECT count(*) FROM reporting.quality_findings WHERE finding_id = '{finding}'") == [0]
    assert statuses(warehouse) == [judgement]


@pytest.mark.parametrize("judgement", [deciding.DISMISSED, deciding.ACCEPTED])
def test_a_finding_is_undone_with_the_repairs_that_it_made_and_no_others(
        warehouse: duckdb.DuckDBPyConnection, session: Session, judgement: str) -> None:
    load(warehouse, DATED)
    before = shown(warehouse, "meetings")
    ((finding, meeting),) = warehouse.execute("SELECT finding_id, meeting_id FROM reporting.quality_findings, reporting.meetings "
                                              "WHERE quote = 'February 17'").fetchall()
    session.keep([deciding.correct(warehouse, "meeting", meeting, "title", "Talks", WHO)])
    decisions = session.keep(deciding.on_finding(warehouse, finding, judgement, WHO))
    assert session.undo(decisions[0], reason="no") == decisions
    assert column(warehouse, "SELECT field FROM reporting.corrections") == ["title"]
    assert statuses(warehouse) == ["open"]
    session.undo(decisions[0] - 1, reason="no")
    assert shown(warehouse, "meetings") == before


@pytest.mark.parametrize("which", [0, 1])
def test_of_two_findings_on_the_same_words_the_one_that_was_dismissed_stays_so(
        warehouse: duckdb.DuckDBPyConnection, session: Session, which: int) -> None:
    load(warehouse, twice())
    first, second = column(warehouse, "SELECT finding_id FROM reporting.quality_findings WHERE quote = 'February 17' "
                                      "ORDER BY char_start")
    session.keep(deciding.on_finding(warehouse, (first, second)[which], deciding.DISMISSED, WHO))
    expected = ["dismissed", "open"] if which == 0 else ["open", "dismissed"]
    assert statuses(warehouse) == expected
    load(warehouse, twice("In brief, the officials of the region met again in this week, as they did in the weeks before it, and they "
                          "spoke of borders and of trade."))
    assert statuses(warehouse) == expected


def test_a_decision_that_kept_no_words_holds_by_the_id(warehouse: duckdb.DuckDBPyConnection, session: Session) -> None:
    load(warehouse, DATED)
    (finding,) = column(warehouse, "SELECT finding_id FROM reporting.quality_findings WHERE quote = 'February 17'")
    (decided,) = deciding.on_finding(warehouse, finding, deciding.DISMISSED, WHO)
    session.keep([replace(decided, left=())])
    assert statuses(warehouse) == ["dismissed"]


def test_a_decision_does_not_go_to_other_words_in_the_same_place(warehouse: duckdb.DuckDBPyConnection, session: Session) -> None:
    load(warehouse, DATED)
    (finding,) = column(warehouse, "SELECT finding_id FROM reporting.quality_findings WHERE quote = 'February 17'")
    session.keep(deciding.on_finding(warehouse, finding, deciding.DISMISSED, WHO))
    load(warehouse, read("dated", bulletin("November 16, 2020", "November 22, 2020",
                                           "Iraqi Defense Minister Juma Inad met with Turkish Defense Minister Hulusi Akar in Ankara "
                                           "on February 18 (INA, November 17).")))
    assert warehouse.execute("SELECT finding_id, status FROM reporting.quality_findings WHERE quote = 'February 18'").fetchall() == [
        (finding, "open")]


def test_a_decision_on_a_contradiction_of_two_documents_holds_when_people_bear_other_ids(
        warehouse: duckdb.DuckDBPyConnection, session: Session) -> None:
    def told(opening: str = "") -> list[DocumentRows]:
        return [read(name, bulletin(f"{month} 3, 2021", f"{month} 9, 2021", *([opening] if opening else []),
                                    f"Iraqi Defense Minister {minister} met with Jordanian Prime Minister Bisher al-Khasawneh in "
                                    f"Baghdad on {month} 6 (INA, {month} 6)."))
                for name, month, minister in (("a", "April", "Juma Inad"), ("b", "May", "Jabbar Yasin"), ("c", "June", "Juma Inad"))]
    load(warehouse, *told())
    derived = "SELECT {} FROM reporting.quality_findings WHERE kind = 'identity_conflict'"
    (finding,) = column(warehouse, derived.format("finding_id"))
    session.keep(deciding.on_finding(warehouse, finding, deciding.DISMISSED, WHO))
    load(warehouse, *(retold(rows, {"jabbar-yasin": "yasin-of-iraq"}) for rows in told("In brief.")))
    ((now, status),) = warehouse.execute(derived.format("finding_id, status")).fetchall()
    assert (now != finding, status) == (True, "dismissed")
