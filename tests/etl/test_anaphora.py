"""Whom words mean that name nobody: he, him, the former, his host, the two ministers."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted, reading_of

OPENING = "On May 4 Prime Minister Otto Kern of Norway received Foreign Minister Ada Holm of Kenya in Oslo."


def last_parties(text: str) -> set[str]:
    """Return the keys of those who take part in the encounter told last."""
    return {side.key or side.text for side in reading_of(text + "\n").drafts[-1].sides}


@pytest.mark.parametrize(("text", "who"), [
    (f"{OPENING} The latter met King Harald on May 5.", {"ada-holm", "harald"}),
    (f"{OPENING} The former flew to Paris on May 6.", {"otto-kern"}),
    (f"{OPENING} Her talks with Ivo Reis were over soon. The latter met King Harald on May 5.", {"ivo-reis", "harald"}),
    ("Otto Kern, the minister of trade, and Ada Holm, a cousin of King Harald, were heard. The latter met Ivo Reis on May 5.",
     {"ada-holm", "ivo-reis"}),
])
def test_the_former_and_the_latter_are_of_the_two_named_last(text, who):
    assert last_parties(text) == who


@pytest.mark.parametrize(("text", "who"), [
    ("Prime Minister Otto Kern exchanged gifts with Ada Holm and afterwards held talks with him.", {"otto-kern", "ada-holm"}),
    ("Ministers Otto Kern and Ada Holm called on King Harald on May 4. President Ivo Reis met him on May 5.",
     {"harald", "ivo-reis"}),
])
def test_him_is_the_one_who_is_not_the_subject(text, who):
    assert last_parties(text) == who


@pytest.mark.parametrize(("text", "who"), [
    ("Prime Minister Otto Kern arrived in Nairobi on May 4. He was received by President Ivo Reis. The visitor met Ada Holm.",
     {"otto-kern", "ada-holm"}),
    ("Prime Minister Otto Kern arrived in Nairobi on May 4. President Ivo Reis held talks with his guest.",
     {"otto-kern", "ivo-reis"}),
])
def test_a_guest_is_the_one_who_came(text, who):
    assert last_parties(text) == who


@pytest.mark.parametrize(("text", "who"), [
    ("Prime Minister Otto Kern received Ada Holm. King Harald met the Prime Minister on May 5. Prime Minister Ivo Reis spoke.",
     {"harald", "otto-kern"}),
    ("Prime Minister Ivo Reis of Kenya spoke. Prime Minister Otto Kern received Ada Holm. King Harald met the Kenyan prime minister.",
     {"harald", "ivo-reis"}),
])
def test_a_post_is_its_holder_named_before(text, who):
    assert {s.key for d in reading_of(text + "\n").drafts for s in d.sides if d.frame == "meet with"} == who


@pytest.mark.parametrize(("text", "who"), [
    ("Foreign Minister Otto Kern received Foreign Minister Ada Holm. King Harald received them. The two ministers met again.",
     {"otto-kern", "ada-holm"}),
    ("President Otto Kern received Prime Minister Ada Holm and President Ivo Reis. The two presidents met again on May 5.",
     {"otto-kern", "ivo-reis"}),
])
def test_two_of_one_post_are_its_holders(text, who):
    assert last_parties(text) == who


@pytest.mark.parametrize(("text", "who"), [
    ("Prime Minister Otto Kern arrived in Nairobi on May 4. President Ivo Reis received him. The envoy met Ada Holm.",
     {"otto-kern", "ada-holm"}),
    ("President Ivo Reis sent Otto Kern. The envoy met Ada Holm.", {"otto-kern", "ada-holm"}),
    ("President Ivo Reis received President Otto Kern. The two heads of state met again on May 5.", {"ivo-reis", "otto-kern"}),
    ("The three foreign ministers of Kenya, Zambia and Malawi met on May 5.",
     {"foreign minister of Kenya", "foreign minister of Zambia", "foreign minister of Malawi"}),
])
def test_words_for_one_who_was_sent_or_who_rules(text, who):
    assert last_parties(text) == who


@pytest.mark.parametrize(("text", "who"), [
    ("Foreign Minister Ada Holm went to Nairobi on May 4. President Ivo Reis received her on May 5.", {"ada-holm", "ivo-reis"}),
    ("Foreign Minister Ada Holm went to Nairobi, where President Ivo Reis received her.", {"ada-holm", "ivo-reis"}),
    (f"{OPENING} The last-named met King Harald on May 5.", {"ada-holm", "harald"}),
])
def test_her_and_the_last_named_stand_for_people(text, who):
    assert last_parties(text) == who


@pytest.mark.parametrize(("text", "who"), [
    ("Otto Kern, the mayor, and members of the council met with Ivo Reis on May 4. The delegation was received by King Harald.",
     {"otto-kern", "members of the council", "harald"}),
    ("Senators Otto Kern and Ada Holm met with Ivo Reis on May 4. The lawmakers were received by King Harald.",
     {"otto-kern", "ada-holm", "harald"}),
    ("An Iraqi delegation headed by Otto Kern arrived in Tehran on May 4. The Omani delegation was received by King Harald.",
     {"Omani delegation", "harald"}),
])
def test_a_delegation_is_those_who_last_took_part_side_by_side(text, who):
    assert last_parties(text) == who


def test_a_delegation_alone_meets_nobody():
    text = "An Iraqi delegation headed by Otto Kern and Ada Holm arrived in Tehran on May 4. The delegation discussed the border."
    assert [d.kind for d in reading_of(text + "\n").drafts] == ["visit"]


def test_who_joins_an_encounter_is_of_those_who_met():
    text = ("President Otto Kern and Chancellor Ada Holm met in Berlin on May 4, joined by Prime Minister Ivo Reis. "
            "The three leaders met again on May 8.")
    assert last_parties(text) == {"otto-kern", "ada-holm", "ivo-reis"}


def test_both_leaders_are_the_two_whom_one_met():
    text = "Jan Peeters met with Otto Kern on May 4 and with Ivo Reis on May 5. He will meet both leaders together on May 9."
    assert last_parties(text) == {"jan-peeters", "otto-kern", "ivo-reis"}


@pytest.mark.parametrize(("text", "who"), [
    ("President Otto Kern received Ada Holm on May 3. On May 4 General Ara Sarkis had Jan Peeters and Ivo Reis arrested. "
     "On May 5 King Harald met both men.", {"jan-peeters", "ivo-reis", "harald"}),
    ("President Otto Kern spoke. On May 5 the League of Arab States sent Ada Holm to Gori; he met General Ara Sarkis there.",
     {"ada-holm", "ara-sarkis"}),
    ("Otto Kern was sent to Gori on May 4. The envoy met Ada Holm on May 5. UN envoy Jan Peeters was absent.",
     {"otto-kern", "ada-holm"}),
])
def test_both_men_he_and_the_envoy_are_those_spoken_of_last(text, who):
    assert last_parties(text) == who


def test_his_counterpart_has_the_post_of_whom_the_sentence_is_about():
    text = ("President Otto Kern arrived in Algiers on May 4 with his ministers of defense and trade, Jan Peeters and Ivo Reis, "
            "and was met by his Algerian counterpart, Ada Holm. The two presidents conferred again on May 5.")
    assert last_parties(text) == {"otto-kern", "ada-holm"}


@pytest.mark.parametrize(("text", "who"), [
    ("The American envoy met the Serb leader. Secretary Otto Kern and his deputy, Ivo Reis, arrived in Gori on May 4. "
     "The two Americans were received by King Harald.", {"otto-kern", "ivo-reis", "harald"}),
    ("Otto Kern, Ivo Reis and Jan Peeters met in Gori on May 4. The trio met again on May 5.", {"otto-kern", "ivo-reis", "jan-peeters"}),
    ("President Otto Kern, President Ivo Reis and President Ada Holm met in Gori on May 4. King Harald received all three presidents.",
     {"otto-kern", "ivo-reis", "ada-holm", "harald"}),
])
def test_a_number_of_people_are_those_who_were_together(text, who):
    assert last_parties(text) == who


def test_they_do_not_change_of_whom_the_text_goes_on():
    text = "On May 4 Otto Kern called on King Osric. President Ada Holm received him in Gori on May 5. They spoke of fish. "
    assert last_parties(text + "On May 6 he was received by Premier Ilir Hoxha.") == {"otto-kern", "ilir-hoxha"}


def test_after_a_semicolon_he_is_who_opens_the_clause():
    text = ("Ara Sarkis, the minister, spoke of treason; President Otto Kern rebuked General Ada Holm when he summoned her to Varna "
            "on May 6.\n")
    (draft,) = reading_of(text).drafts
    assert {s.key for s in draft.sides} == {"otto-kern", "ada-holm"}
    assert [p.name for p in draft.places] == ["Varna"]


@pytest.mark.parametrize("opening", [
    "After her talks with Ivo Reis she", "After a lunch with Ivo Reis she", "After talks with Jan Sand and with Ivo Reis, she",
])
def test_who_is_told_of_beside_her_is_not_she(opening):
    assert last_parties(f"Premier Ada Holm came to Gori on May 4. {opening} was received by King Osric.") == {"ada-holm", "osric"}


OSRIC = "King Osric"


@pytest.mark.parametrize(("text", "who"), [
    (f"{OPENING} President Ivo Reis saw the two there on May 5.", {"otto-kern", "ada-holm", "ivo-reis"}),
    ("Otto Kern, Ada Holm and Ivo Reis were in Oslo. The latter two met King Osric on May 5.",
     {"ada-holm", "ivo-reis", "osric"}),
    ("Ministers Otto Kern and Ada Holm flew to Oslo on May 4. President Ivo Reis received the two. They flew to Riga on May 5.",
     {"otto-kern", "ada-holm"}),
])
def test_the_two_are_those_who_travel_or_were_named(text, who):
    assert last_parties(text) == who


@pytest.mark.parametrize("text", [
    f"Ada Holm came to Gori on May 4. With Ivo Reis she spoke of fish. {OSRIC} received her on May 5.",
    f"After seeing Ivo Reis in Oslo, Ada Holm went on to Gori, where {OSRIC} received her.",
    f"Ada Holm came to Gori on May 4. From Riga, where Ivo Reis had studied, she brought a letter. {OSRIC} received her.",
    f"Ada Holm came to Gori on May 4. Her guide was Ivo Reis, and on May 5 she was received by {OSRIC}.",
    f"On May 4 Ada Holm was shown into the palace together with Ivo Reis; {OSRIC} talked to her.",
    f"Ada Holm stayed in Gori on May 4. {OSRIC} was her host.",
    f"Ada Holm stayed in Gori on May 4. {OSRIC} gave her lunch.",
])
def test_who_is_set_beside_her_is_not_she(text):
    assert {"ada-holm", "osric"} <= last_parties(text)


def test_whoever_comes_along_is_not_the_one_spoken_of():
    text = "Premier Otto Kern came to Gori on May 4. Accompanied by Ivo Reis, the adviser, he was received by King Osric."
    assert last_parties(text) == {"otto-kern", "ivo-reis", "osric"}


def test_a_minister_of_any_name_is_nobody_spoken_of():
    text = "Prime Minister Otto Kern met Ada Holm in Gori on May 4. They spoke of a plan to choose a prime minister. Both met King Osric."
    assert last_parties(text) == {"otto-kern", "ada-holm", "osric"}


def test_two_of_several_are_those_named():
    assert last_parties("On May 4 two of his advisers, Otto Kern and Ivo Reis, were received by King Osric in Gori.") == {
        "otto-kern", "ivo-reis", "osric"}


def test_the_president_with_a_capital_is_the_writers_own():
    text = "President Kern will host President Ivo Reis of Chile in Gori on May 4.\n\nThe President met King Osric in Gori on May 6."
    assert last_parties(text) == {"kern", "osric"}


def test_i_am_whose_words_are_quoted():
    text = "Minister Ada Holm came to Gori on May 4.\n\nOn her return Minister Ada Holm said:\n\nI met King Osric in Gori on May 5."
    assert last_parties(text) == {"ada-holm", "osric"}


@pytest.mark.parametrize("heading", ["Osei abroad", "OSEI ABROAD"])
def test_a_heading_that_names_one_person_says_of_whom_the_items_below_it_go_on(heading):
    text = ("President Tom Osei spoke in Accra on May 3. Foreign Minister Ivo Banac wrote a letter to Osei.\n\n"
            f"{heading}\n\n- With Chancellor Eva Brandt he had breakfast on May 5.\n\n- He is to see King Osric on May 8.\n")
    assert [[p.person_key for p in m.parties] for m in extracted(text).meetings] == [["tom-osei", "eva-brandt"], ["tom-osei", "osric"]]


def test_he_who_was_with_somebody_named_first_is_another():
    text = "King Osric was in Bonn. With General Peter Mwale, who had come from Lusaka, he had breakfast on May 4.\n"
    meeting = next(m for m in extracted(text).meetings if m.kind == "meeting")
    assert [p.person_key for p in meeting.parties] == ["osric", "peter-mwale"]


@pytest.mark.parametrize("sentence", [
    "Chancellor Eva Brandt telephoned on May 5.", "On May 5 it was the turn of Chancellor Eva Brandt.",
    "Chancellor Eva Brandt came to the residence on May 5.", "On May 5 Chancellor Eva Brandt gave a dinner in Gori.",
])
def test_who_is_not_named_as_met_is_of_whom_the_text_goes_on(sentence):
    meeting = extracted(f"President Tom Osei was glad. {sentence}\n").meetings[-1]
    assert {p.person_key for p in meeting.parties} == {"tom-osei", "eva-brandt"}


def test_the_visiting_minister_is_who_came():
    text = "Premier Ivo Kos came to Oslo on May 4 at the invitation of Premier Ada Holm. The visiting premier met King Osric.\n"
    assert [s.key for s in reading_of(text).drafts[-1].sides] == ["ivo-kos", "osric"]


def test_he_of_whom_his_spokesman_speaks_is_whose_spokesman_that_is():
    text = "President Otto Kern went to Lima on May 4. His spokesman confirmed that he would meet Premier Ada Holm.\n"
    assert {s.key for s in reading_of(text).drafts[-1].sides} == {"otto-kern", "ada-holm"}


@pytest.mark.parametrize(("text", "who"), [
    # by a post of which the text has told nothing, or one that he has left
    ("Otto Kern flew to Riga on May 4. In the course of the stay the Danish prime minister met with Ivo Reis.", {"otto-kern", "ivo-reis"}),
    ("The UN envoy, Otto Kern, flew to Riga on May 4. There the former Danish prime minister met with Ivo Reis.", {"otto-kern", "ivo-reis"}),
    ("The Secretary of State for Foreign Affairs of the United Kingdom, Otto Kern, flew to Riga on May 4. On May 5 the Foreign Secretary "
     "was received by Ivo Reis.", {"otto-kern", "ivo-reis"}),
    # by a noun alone, in a text about his visit
    ("Otto Kern landed in Riga on May 4. He was brought to the old town by Ada Holm. On May 5 there was a courtesy call on Ivo Reis.",
     {"otto-kern", "ivo-reis"}),
    ("Second tour of Otto Kern. Meetings with Ivo Reis in Riga on May 4.", {"otto-kern", "ivo-reis"}),
    # by "both", and by the kind of group that they lead
    ("Otto Kern and Ada Holm were to mediate. Both arrived in Riga on May 4 and held talks with Ivo Reis.",
     {"otto-kern", "ada-holm", "ivo-reis"}),
    ("The League appointed a committee headed by Otto Kern and Ada Holm. The committee arrived in Riga on May 4. Its members were "
     "received by Ivo Reis.", {"otto-kern", "ada-holm", "ivo-reis"}),
])
def test_a_traveller_is_told_in_many_ways(text, who):
    assert last_parties(text) == who


@pytest.mark.parametrize("text", [
    "The Danish prime minister, Otto Kern, flew to Riga on May 4. The former Danish prime minister met with Ivo Reis.",
    "The Danish minister of health, Otto Kern, flew to Riga on May 4. The Danish prime minister met with Ivo Reis.",
    "Otto Kern of Chile flew to Riga on May 4. The president of Mali met with Ivo Reis.",
])
def test_another_post_is_another_person(text):
    assert "otto-kern" not in last_parties(text)


def test_what_a_line_of_a_log_attended_is_not_who_then_met_another():
    text = ("Secretary Otto Kern flew to Lima on May 4. Attended the Sixth General Assembly of the Organization of American States (OAS) "
            "and met with Ivo Reis.")
    assert last_parties(text) == {"otto-kern", "ivo-reis"}
