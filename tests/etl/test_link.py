"""Which mentions are one person or one body."""
from __future__ import annotations

import pytest

from etl.spotting.roles import head_fits, short_heads
from tests.etl.reading import extracted, people


@pytest.mark.parametrize(("text", "names"), [
    ("Minister Joan Banda met with Ambassador Marek Nowak. Banda thanked Nowak.", ["Joan Banda", "Marek Nowak"]),
    ("Khalid al-Otaibi visited Oslo on May 4. Al-Otaibi then went to Bergen.", ["Khalid al-Otaibi"]),
    ("President José Ortiz spoke. Jose Ortiz left.", ["José Ortiz"]),
    ("Faisal Mekdar, the foreign minister, spoke. Miqdar then left.", ["Faisal Mekdar"]),
    ("John F. Harper met with Joan Banda. John Harper left.", ["Joan Banda", "John F. Harper"]),
    ("Queen Margit met with Minister Joan Banda.", ["Joan Banda", "Margit"]),
])
def test_short_and_variant_forms_go_to_the_full_name(text, names):
    assert people(text) == names


def test_two_people_of_one_family_name_are_told_apart_by_their_posts():
    text = ("Kenyan Defense Minister Joan Banda and Malawian Trade Minister Peter Banda met in Nairobi on May 4. "
            "Defense Minister Banda then visited Kisumu. Trade Minister Banda flew to Lilongwe.")
    visits = {m.places[0].name: [p.person_key for p in m.parties] for m in extracted(text).meetings if m.kind == "visit"}
    assert visits == {"Kisumu": ["joan-banda"], "Lilongwe": ["peter-banda"]}


@pytest.mark.parametrize("said", ["the Kenyan defense minister", "the defense minister of Kenya", "the minister",
                                  "Kenya's defense minister"])
def test_a_post_goes_to_the_person_who_holds_it(said):
    text = f"Kenyan Defense Minister Joan Banda arrived in Oslo on May 4. On May 5, {said} met with the Norwegian prime minister, Kari Holm."
    (meeting,) = [m for m in extracted(text).meetings if m.kind == "meeting"]
    assert {p.person_key for p in meeting.parties} == {"joan-banda", "kari-holm"}


@pytest.mark.parametrize("said", ["the Ugandan defense minister", "the Kenyan finance minister",
                                  "the former Kenyan defense minister"])
def test_another_post_does_not(said):
    text = f"Kenyan Defense Minister Joan Banda arrived in Oslo on May 4. On May 5, {said} met with the Norwegian prime minister, Kari Holm."
    (meeting,) = [m for m in extracted(text).meetings if m.kind == "meeting"]
    assert "joan-banda" not in {p.person_key for p in meeting.parties}


def test_a_pronoun_goes_to_the_one_the_item_is_about():
    text = "Minister Joan Banda arrived in Oslo on May 4. She met with Prime Minister Kari Holm on May 5."
    (meeting,) = [m for m in extracted(text).meetings if m.kind == "meeting"]
    assert {p.person_key for p in meeting.parties} == {"joan-banda", "kari-holm"}


def test_an_acronym_in_brackets_names_the_body_before_it():
    text = "The Green Valley Party (GVP) won. The GVP praised the Ministry of Roads."
    assert [o.names for o in extracted(text).organizations if "GVP" in o.names] == [("Green Valley Party", "GVP")]


def test_people_of_a_heading_alone_are_nobody():
    assert people("Banda Holm Ortega\n\n• The river is high.") == []


@pytest.mark.parametrize("head", ["secretary of state", "secretary general of the council", "director general", "minister"])
def test_a_post_is_filed_under_all_that_it_can_be_called(head):
    words = head.split()
    said = {" ".join(words[:n]) for n in range(1, len(words) + 1)}
    assert short_heads(head) == {short for short in said if head_fits(head, short)}
