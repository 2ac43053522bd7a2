"""Whether an encounter was held, planned, cancelled or denied, as its words say."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted


def statuses(text: str) -> list[str]:
    """Return the statuses of the meetings of a text."""
    return sorted(m.status for m in extracted(text + "\n").meetings)


@pytest.mark.parametrize(("text", "expected"), [
    ("Foreign Minister Ana Reis met General Peter Mwale in Lusaka on May 4.", "held"),
    ("Foreign Minister Ana Reis will meet General Peter Mwale in Lusaka next week.", "planned"),
    ("The talks between Foreign Minister Ana Reis and General Peter Mwale, set for May 7, were shelved.", "cancelled"),
    ("A meeting of Foreign Minister Ana Reis with General Peter Mwale, planned for May 6, did not come about.", "cancelled"),
    ("The trip of Foreign Minister Ana Reis to Lusaka was dropped.", "cancelled"),
    ("Foreign Minister Ana Reis denied that she would meet General Peter Mwale.", "denied"),
    ("There had been no meeting between Foreign Minister Ana Reis and General Peter Mwale.", "denied"),
    ("Foreign Minister Ana Reis held no talks with General Peter Mwale in Lusaka.", "denied"),
])
def test_the_words_around_an_encounter_say_whether_it_happened(text, expected):
    assert statuses(text) == [expected]


@pytest.mark.parametrize("text", [
    "Foreign Minister Ana Reis is ready to meet General Peter Mwale.",
    "Foreign Minister Ana Reis called for talks with General Peter Mwale.",
    "The Council asked Foreign Minister Ana Reis to open negotiations with President Tom Osei.",
    "The talks between Foreign Minister Ana Reis and General Peter Mwale should be concluded soon.",
])
def test_what_is_only_wished_for_is_no_encounter(text):
    assert statuses(text) == []
