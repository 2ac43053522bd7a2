"""A document says who is dead: by which day, and on which where its words give it."""
from __future__ import annotations

from datetime import date

import pytest

from etl.records import Death, Extraction
from tests.etl.reading import HEAD, extracted

KILLED = "• General Tomas Okello was killed in an ambush near Lira on May 4 (Reuters, May 5).\n"
MURDER = "• Grace Mutua and Paul Orwa talked on May 7 about the murder of General Tomas Okello (Reuters, May 8).\n"


def deaths(*told: str) -> Extraction:
    """Return the records of a note that says the sentences."""
    return extracted("".join(told))


def one(*told: str) -> Death:
    """Return the only death of such a note."""
    (death,) = deaths(*told).deaths
    return death


@pytest.mark.parametrize("told", [
    KILLED,
    "• On May 4, General Tomas Okello died in Kampala (Reuters, May 5).\n",
    "• General Tomas Okello, who was assassinated on May 4, led the army (Reuters, May 8).\n",
    "• General Tomas Okello died on May 4. He was laid to rest in Gulu (Reuters, May 8).\n",
])
def test_a_day_said_of_the_death_itself_is_that_of_the_death(told: str) -> None:
    assert (one(told).person_key, one(told).by, one(told).is_day) == ("tomas-okello", date(2021, 5, 4), True)


@pytest.mark.parametrize(("told", "by"), [
    (MURDER, date(2021, 5, 7)),
    ("• General Tomas Okello was killed near Lira (Reuters, May 5).\n", date(2021, 5, 5)),
    ("• Grace Mutua spoke in memory of the late General Tomas Okello on May 7 (Reuters, May 8).\n", date(2021, 5, 3)),
    ("• General Tomas Okello was buried in Gulu on May 8 (Reuters, May 9).\n", date(2021, 5, 8)),
])
def test_any_other_day_is_one_by_which_he_was_dead(told: str, by: date) -> None:
    assert (one(told).person_key, one(told).by, one(told).is_day) == ("tomas-okello", by, False)


def test_the_day_of_the_death_counts_before_any_other() -> None:
    for told in ((MURDER, KILLED), (KILLED, MURDER)):
        assert (one(*told).by, one(*told).is_day) == (date(2021, 5, 4), True)


def test_of_other_days_the_first_counts() -> None:
    later = MURDER.replace("May 7", "May 9").replace("murder", "assassination")
    assert one(later, MURDER).by == one(MURDER, later).by == date(2021, 5, 7)


def test_a_denied_death_is_none() -> None:
    assert deaths("• The army denied that General Tomas Okello was killed near Lira on May 4 (Reuters, May 5).\n").deaths == ()


def test_the_words_are_the_sentence() -> None:
    assert one(KILLED).span.of(HEAD + KILLED).startswith("General Tomas Okello was killed")


def test_who_left_a_post_is_told_with_the_earliest_day() -> None:
    resigned = "• Grace Mutua resigned on May 5 (Reuters, May 6).\n"
    replaced = "• Peter Barasa, who replaced Grace Mutua on May 7, was in Kigali (Reuters, May 8).\n"
    (leave,) = deaths(replaced, resigned).leaves
    assert (leave.person_key, leave.by) == ("grace-mutua", date(2021, 5, 5))


def test_who_is_called_on_to_leave_has_not_left() -> None:
    assert deaths("• The opposition called on May 5 for the resignation of Grace Mutua (Reuters, May 6).\n").leaves == ()
