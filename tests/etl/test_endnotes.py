"""Which endnotes are the sources of which sentences."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted

BODY = """President Otto Kern met Foreign Minister Ada Holm in Oslo on May 4.[1] Kern received Ivo Reis on May 5.[2, 3]

Notes

{first}
[2] "Kern and Reis Talk," Reuters, May 6, 2021; "A Visit," AFP, May 7, 2021.
[3] Interview with an official, Oslo, May 8, 2021.
"""


def sources(first: str) -> list[list[str]]:
    """Return the outlets of each meeting, given the first note."""
    meetings = extracted(BODY.format(first=first)).meetings
    return [sorted({c.outlet for e in m.evidence for c in e.citations}) for m in meetings]


@pytest.mark.parametrize("note", [
    "[1] [Tasnim, 5/5/21]", "[1] Tasnim, May 5, 2021.", '[1] Jon Berg, "Kern in Oslo," Tasnim, May 5, 2021.',
    "[1] See Tasnim, May 5, 2021. The text was published on May 9.",
])
def test_an_endnote_cites_for_the_sentence_that_bears_its_number(note):
    assert sources(note) == [["Tasnim"], ["AFP", "Reuters"]]


def test_an_unknown_outlet_keeps_its_name_without_whose_it_is():
    assert sources("[1] Norway's Fjord Post, May 5, 2021.")[0] == ["Fjord Post"]


@pytest.mark.parametrize("note", ["[1] Interview with an official, Oslo, May 5, 2021.", "[1] The two had met before."])
def test_a_note_without_an_outlet_cites_nothing(note):
    assert sources(note)[0] == ["AFP", "Reuters"]


def test_the_title_in_a_note_is_no_encounter():
    note = '[1] "Otto Kern Meets Lea Berg in Riga," Tasnim, May 5, 2021.'
    assert all("lea-berg" not in {p.person_key for p in m.parties} for m in extracted(BODY.format(first=note)).meetings)
