"""Titles that files state of themselves."""
from __future__ import annotations

import pytest

from etl.formats.titles import sensible_title


@pytest.mark.parametrize(("stated", "told"), [
    ("Talks on the  River\n", "Talks on the River"), ("Microsoft Word - note", None), ("note of may.docx", None),
    ("Untitled document", None),
    ("Report", None), ("C:\\notes\\may 3", None), ("weekly_note may", None), ("", None), (None, None), ("word " * 60, None),
])
def test_a_title_is_kept_unless_a_program_put_it_there(stated: str | None, told: str | None) -> None:
    assert sensible_title(stated) == told
