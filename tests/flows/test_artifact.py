"""What a run leaves to look at in Prefect."""
from __future__ import annotations

from etl.errors import Rejection
from etl.pipeline import Outcome, Tally
from flows.artifact import SHOWN, artifact_rows, describe
from warehouse.checks import CheckResult
from warehouse.summary import Summary

SUMMARY = Summary(documents=3, people=4, organizations=5, meetings=6, agreements=7, evidence=8, findings=9, rejected=1,
                  first_day=None, last_day=None)
CHECK = CheckResult("end_before_start", "error", "Time runs forward.", ("meeting_id",), (("m-1",), ("m-2",)))


def test_rejections_and_failed_checks_come_before_what_went_well() -> None:
    tally = Tally(loaded=["/a.txt"], known=["/b.txt"], rejected=[Rejection("/c.txt", "empty", "is empty")])
    assert artifact_rows(Outcome(tally, SUMMARY, (CHECK,))) == [
        {"what": "/c.txt", "became": "rejected", "why": "empty: is empty"},
        {"what": "end_before_start", "became": "check: error", "why": "2 rows. Time runs forward."},
        {"what": "/a.txt", "became": "loaded", "why": ""},
        {"what": "/b.txt", "became": "known", "why": ""},
    ]


def test_a_table_of_many_documents_stays_small() -> None:
    tally = Tally(loaded=[f"/{number}.txt" for number in range(SHOWN + 1)])
    assert len(artifact_rows(Outcome(tally, SUMMARY, ()))) == SHOWN


def test_the_description_counts_what_was_done_and_what_is_held() -> None:
    described = describe(Outcome(Tally(loaded=["/a.txt"]), SUMMARY, ()))
    assert "1 loaded, 0 replaced" in described
    assert "3 documents, 4 people, 5 organizations, 6 meetings, 7 agreements and 9 open findings" in described
