"""Decisions are made on the page as on the command line: kept with who and why, told, taken back, and never lost."""
from __future__ import annotations

from playwright.sync_api import Page

from etl.lock import hold_lock
from tests.etl.documents import bulletin
from warehouse.shelf import Shelf

from .conftest import Explorer, choose, look, rapporteur

DECISIONS = ("SELECT decision_id, kind, judgement, decided_by, reason, is_withdrawn FROM reporting.decisions "
             "ORDER BY decision_id")
STATED = "SELECT start_date::VARCHAR FROM reporting.meetings WHERE date_basis = 'stated'"

KENYAN = "Kenyan President Uhuru Kenyatta met with Ugandan President Yoweri Museveni in Kampala on June 4 (New Vision, June 5)."


def doubt(explorer: Explorer, day: int) -> str:
    """Return the finding on the note of a day."""
    ((finding,),) = explorer.ask("SELECT finding_id FROM reporting.quality_findings WHERE quote = ?", f"February {day}")
    return finding


def enter(page: Page, choice: str, reason: str) -> None:
    """Fill in the form and send it."""
    page.get_by_text(choice, exact=False).first.click()
    page.get_by_label("Why?").fill(reason)
    page.get_by_role("button", name="Decide", exact=True).click()


def test_a_finding_is_accepted_and_the_decision_taken_back(page: Page, explorer: Explorer) -> None:
    before = explorer.ask_live(DECISIONS)
    look(page, explorer, f"review?item={doubt(explorer, 17)}")
    enter(page, "Accept", "The source is of November.")
    page.get_by_text("Readers see it after the next publication").first.wait_for()
    kept = [row for row in explorer.ask_live(DECISIONS) if row not in before]
    assert [row[1:] for row in kept][0] == ("finding", "accepted", "ada", "The source is of November.", False)
    assert ("2020-11-17",) in explorer.ask_live("SELECT start_date::VARCHAR FROM reporting.meetings")
    told = page.get_by_label("Decided since the publication").inner_text()
    assert "The first day of" in told and "17 November 2020" in told and "The source is of November." in told

    page.get_by_label("Why is it taken back?").fill("It was too early.")
    page.get_by_role("button", name="Take it back").click()
    page.get_by_text("is taken back; it stays on record").wait_for()
    assert all(withdrawn for known, *_, withdrawn in explorer.ask_live(DECISIONS) if known in {row[0] for row in kept})
    assert len(kept) > 1
    assert ("2020-11-17",) not in explorer.ask_live(STATED)
    assert "Taken back." in page.get_by_label("Decided since the publication").inner_text()


def test_a_decision_needs_a_reason_and_says_so(page: Page, explorer: Explorer) -> None:
    before = explorer.ask_live(DECISIONS)
    look(page, explorer, f"review?item={doubt(explorer, 18)}")
    page.get_by_text("Dismiss").first.click()
    page.get_by_role("button", name="Decide", exact=True).click()
    page.get_by_text("Say why; it is kept with the decision.").wait_for()
    assert explorer.ask_live(DECISIONS) == before


def test_while_somebody_writes_the_decision_waits_in_the_form(page: Page, explorer: Explorer) -> None:
    look(page, explorer, f"review?item={doubt(explorer, 18)}")
    with hold_lock(explorer.warehouse, on_wait=print):
        enter(page, "Dismiss", "It says so on purpose.")
        page.get_by_text("This was not decided. The warehouse is being written to").wait_for()
        assert page.get_by_label("Why?").input_value() == "It says so on purpose."
        assert page.get_by_label("Dismiss: all stays as it is").is_checked()
    page.get_by_role("button", name="Decide", exact=True).click()
    page.get_by_text("Decided: “Dismiss").wait_for()
    assert ("finding", "dismissed", "ada", "It says so on purpose.", False) in [row[1:] for row in explorer.ask_live(DECISIONS)]


def test_a_new_publication_is_shown_without_a_restart_and_the_old_one_is_not_missed(page: Page, explorer: Explorer) -> None:
    ((meetings,),) = explorer.ask("SELECT count(*) FROM reporting.meetings")
    look(page, explorer, "meetings")
    shelf = Shelf.beside(explorer.warehouse)
    shown = shelf.current()
    note = explorer.warehouse.with_name("later.txt")
    note.write_text(bulletin("June 1, 2022", "June 30, 2022", KENYAN), encoding="utf-8")
    rapporteur(explorer.warehouse.parent, "ingest", str(note), "--quiet")
    assert shown in shelf.prune(keep=1)
    choose(page, "State", "Held")
    page.get_by_text("Uhuru Kenyatta").first.wait_for()
    assert explorer.ask("SELECT count(*) FROM reporting.meetings") == [(meetings + 1,)]
    assert f"{meetings + 1}\nMeetings" in look(page, explorer, "")
