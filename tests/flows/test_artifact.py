"""What a run leaves to look at in Prefect."""
from __future__ import annotations

from etl.errors import Rejection
from etl.pipeline import Outcome, Tally
from flows.artifact import SHOWN, counted, describe, finding_rows, rejection_rows, run_rows
from warehouse.checks import CheckResult
from warehouse.keys import document_key
from warehouse.run_report import DocumentOfRun, FindingOfRun, RunReport
from warehouse.summary import Summary

SUMMARY = Summary(documents=3, people=4, organizations=5, meetings=6, agreements=7, evidence=8, findings=9, rejected=1,
                  first_day=None, last_day=None)
CHECK = CheckResult("end_before_start", "error", "Time runs forward.", ("meeting_id",), (("m-1",), ("m-2",)))
NOTHING = RunReport((), ())


def test_failed_checks_come_before_documents_and_each_document_tells_what_it_held() -> None:
    tally = Tally(loaded=["/a.txt"], replaced=["/d.txt"], known=["/b.txt"])
    report = RunReport((DocumentOfRun("id-a", "/a.txt", "A", 2, 1, 0), DocumentOfRun("id-d", "/d.txt", "D", 0, 0, 3)), ())
    assert run_rows(Outcome(tally, SUMMARY, (CHECK,)), report) == [
        {"what": "end_before_start", "document_id": "", "became": "check: error", "told": "2 rows. Time runs forward."},
        {"what": "/a.txt", "document_id": "id-a", "became": "loaded", "told": "2 meetings, 1 agreements, 0 findings"},
        {"what": "/d.txt", "document_id": "id-d", "became": "replaced", "told": "0 meetings, 0 agreements, 3 findings"},
        {"what": "/b.txt", "document_id": document_key("/b.txt"), "became": "known", "told": ""},
    ]


def test_a_rejection_is_shown_with_its_reason_and_what_to_do() -> None:
    assert rejection_rows(Tally(rejected=[Rejection("/c.txt", "empty", "is empty")])) == [
        {"what": "/c.txt", "document_id": document_key("/c.txt"), "reason": "empty", "detail": "is empty"}]


def test_a_finding_is_shown_with_its_words_and_its_document() -> None:
    (row,) = finding_rows(RunReport((), (FindingOfRun("f-1", "error", "date_conflict", "id-a", "on May 40", "No such day."),)))
    assert row == {"severity": "error", "kind": "date_conflict", "document_id": "id-a", "quote": "on May 40",
                   "explanation": "No such day.", "finding_id": "f-1"}


def test_a_table_of_many_documents_stays_small() -> None:
    uris = [f"/{number}.txt" for number in range(SHOWN + 1)]
    assert len(run_rows(Outcome(Tally(known=uris), SUMMARY, ()), NOTHING)) == SHOWN
    assert len(rejection_rows(Tally(rejected=[Rejection(uri, "empty", "is empty") for uri in uris]))) == SHOWN


def test_the_description_counts_what_was_done_and_what_is_held() -> None:
    tally = Tally(loaded=["/a.txt"])
    assert counted(tally) == "1 loaded, 0 replaced, 0 known, 0 rejected"
    assert describe(Outcome(tally, SUMMARY, ())) == (
        "1 loaded, 0 replaced, 0 known, 0 rejected. The warehouse holds 3 documents, 4 people, 5 organizations, 6 meetings, "
        "7 agreements and 9 open findings.")
