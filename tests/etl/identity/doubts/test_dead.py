"""Who is dead in one document and acts later in another is questioned, once for each two records."""
from __future__ import annotations

from datetime import date

import pytest

from etl.identity.doubts.dead import Act, Death, acting_dead

DEATH = Death("karimi", "Ali Karimi", date(2020, 1, 3), "january", 1)
QUOTE = "Ali Karimi visited Baghdad on November 16."


def act(day: str, *, by: str = "karimi", likely: float = 1.0, document: str = "november", stated: bool = True,
        quote: str = QUOTE) -> Act:
    """Return what somebody is told to have done."""
    return Act(by, "Ali Karimi", date.fromisoformat(day), stated, document, quote, likely, 2)


@pytest.mark.parametrize(("told", "doubted"), [
    (act("2020-11-16"), True),
    (act("2020-11-16", by="karimi-2020", likely=0.9), True),
    (act("2020-11-16", by="karimi-2020", likely=0.6), False),
    (act("2020-01-05"), False),
    (act("2019-11-16"), False),
    (act("2020-11-16", document="january"), False),
    (act("2020-11-16", stated=False), True),
    (act("2020-11-16", stated=False, quote="Ali Karimi had visited Baghdad earlier."), False),
    (act("2020-01-08", stated=False), False),
])
def test_who_acts_after_his_death_in_another_document_is_questioned(told: Act, doubted: bool) -> None:
    assert len(list(acting_dead([(DEATH, told)]))) == doubted


def test_one_question_stands_for_all_acts_of_one_record() -> None:
    doubts = list(acting_dead([(DEATH, act("2020-12-01")), (DEATH, act("2020-11-16")), (DEATH, act("2020-11-20"))]))
    assert [d.at.day.isoformat() for d in doubts] == ["2020-11-16"]


def test_both_readings_are_told() -> None:
    (doubt,) = acting_dead([(DEATH, act("2020-11-16"))])
    assert doubt.explanation == "Ali Karimi takes part on 2020-11-16, after a death that another document tells for 2020-01-03."
    assert (doubt.reading_a, doubt.reading_b) == ("dead by 2020-01-03", "alive on 2020-11-16, or two people of one name")
