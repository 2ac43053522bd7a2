"""Records of conversations: labelled lines at their head say who took part, when and where."""
from __future__ import annotations

import pytest

from tests.etl.reading import reading_of

BODY = "\nThe President opened by saying that fish had grown scarce.\n"
WHO = {"otto-kern", "jorge-holm", "ada-lund"}


@pytest.mark.parametrize("head", [
    "PARTICIPANTS:\nPresident Otto Kern\nJorge Holm, Foreign Minister of Peru\nAda Lund, Assistant\n\n"
    "DATE & TIME: Monday, May 22, 1972, 6:15 p.m.\nPLACE: Government Palace, Lima\nSUBJECT: Fish\n",
    "Date: 22 May 1972\nPlace: Lima\nParticipants: President Otto Kern; Foreign Minister Jorge Holm; Ambassador Ada Lund (notetaker)\n",
    "Present: Otto Kern, President (Norway); Jorge Holm, Foreign Minister (Peru); Ada Lund, Assistant\nVenue: Lima\nDate: 22 May 1972\n",
])
def test_the_head_of_a_record_tells_the_conversation(head):
    reading = reading_of(f"Memorandum of Conversation\n\n{head}{BODY}", head="")
    (draft,), blocks = reading.drafts, reading.shape.blocks
    # the words of each line prove it: no passage holds them all
    assert all(b.span.start <= e.span.start and e.span.end <= b.span.end for e in draft.evidence for b in [blocks[e.passage]])
    assert ({s.key for s in draft.sides}, str(draft.when.start), [p.name for p in draft.places]) == (WHO, "1972-05-22", ["Lima"])


@pytest.mark.parametrize("head", [
    "Participants: President Otto Kern\nPlace: Lima\n",
    "Participants: President Otto Kern; Jorge Holm\nPlace: Lima\nParticipants: Ada Lund; Ivo Reis\nPlace: Oslo\n",
    "Participants:\nPresident Otto Kern\n\nRelease of General Luis Pinto\n",
    "Contacts: President Otto Kern; Foreign Minister Jorge Holm\nPlace: Lima\n",
])
def test_one_name_two_records_or_another_label_is_no_conversation(head):
    assert reading_of(f"Note\n\n{head}{BODY}", head="").drafts == ()
