"""People of one sentence, in a text about encounters, are taken to have met where no frame tells it."""
from __future__ import annotations

import pytest

from etl.framing.together import TOGETHER
from tests.etl.reading import reading_of

FRAMED = "- President Otto Kern met Minister Ada Holm in Riga on May 4.\n- Envoy Jan Peeters received Paul Mwale on May 5.\n"


def told(text: str, *, framed: str = FRAMED) -> list[tuple[str, set[str]]]:
    """Return status and parties of the encounters that no frame tells."""
    drafts = reading_of(f"{framed}- {text}\n").drafts
    return [(d.status, {s.key or s.text for s in d.sides}) for d in drafts if d.frame == TOGETHER]


@pytest.mark.parametrize(("text", "who"), [
    ("Chancellor Eva Brandt outdid President Ana Reis in courtesies on May 6.", {"eva-brandt", "ana-reis"}),
    ("Minister Ulf Dahl outlasted the Omani foreign minister on May 6.", {"ulf-dahl", "Omani foreign minister"}),
    ("President Ana Reis had Speaker Tom Osei brought to her tent on May 6.", {"ana-reis", "tom-osei"}),
])
def test_two_people_of_one_sentence_met(text, who):
    assert told(text) == [("held", who)]


def test_who_is_named_after_an_encounter_met_its_subject():
    text = "President Ana Reis met Speaker Tom Osei on May 6; two days on it was over to Minister Ulf Dahl."
    assert told(text) == [("held", {"ana-reis", "ulf-dahl"})]


def test_a_clause_with_a_subject_of_its_own_has_an_encounter_of_its_own():
    text = "President Ana Reis met Tom Osei on May 6, while Minister Ulf Dahl went fishing beside General Ara Sarkis."
    assert told(text) == [("held", {"ulf-dahl", "ara-sarkis"})]


@pytest.mark.parametrize("text", [
    "President Ana Reis sent Speaker Tom Osei a letter on May 6.",
    "Minister Ulf Dahl succeeds Minister Ada Holm on May 6.",
    "President Ana Reis praised Minister Ulf Dahl on May 6.",
    "Speaker Tom Osei took the place of Minister Ulf Dahl on May 6.",
    "President Ana Reis took Minister Ulf Dahl's chair on May 6.",
    "Neither President Ana Reis nor Minister Ulf Dahl was there on May 6.",
    "President Ana Reis rested on May 6.",
    "President Ana Reis is survived by her husband, Paul Reis, and by Minister Ulf Dahl.",
    "Speaker Tom Osei agrees with nothing that Minister Ulf Dahl thinks.",
    "Is President Ana Reis a match for Minister Ulf Dahl?",
    "The mayor and the butcher danced on May 6.",
])
def test_who_is_named_for_another_reason_did_not(text):
    assert told(text) == []


def test_in_a_text_about_something_else_nobody_met():
    songs = "- President Ana Reis outsang Minister Ulf Dahl on May 6.\n- Speaker Tom Osei beside Envoy Jan Peeters was the bass.\n"
    assert told("General Ara Sarkis drowned out Minister Ada Holm on May 7.", framed=songs) == []
    assert len(told("General Ara Sarkis drowned out Minister Ada Holm on May 7.")) == 1
