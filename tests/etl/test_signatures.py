"""Who signs a letter is the one who speaks in it."""
from __future__ import annotations

import pytest

from tests.etl.reading import reading_of

LETTER = "Letter from Lima\n\nI returned from Lima, where I had the privilege of meeting President Otto Kern on May 4, 2021.\n\n"


@pytest.mark.parametrize(("closing", "writer"), [
    ("Yours sincerely,\nAna Reis\n", "ana-reis"),
    ("With best regards,\n\nAna van der Reis\nMinister of Trade\n", "ana-van-der-reis"),
])
def test_a_name_below_the_closing_words_is_the_writer(closing, writer):
    (meeting,) = (d for d in reading_of(LETTER + closing, head="").drafts if d.kind == "meeting")
    assert {s.key for s in meeting.sides} == {"otto-kern", writer}


def test_other_words_close_no_letter():
    keys = {s.key for d in reading_of(LETTER + "The next stop,\nNew Haven\n", head="").drafts for s in d.sides}
    assert "new-haven" not in keys
