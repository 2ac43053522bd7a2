"""What stands beside a name and belongs to it: whose he is, his country in brackets, "his host"."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted, reading_of


def parties(text: str) -> set[str]:
    """Return the keys or words of the parties of the encounter told last."""
    return {s.key or s.text for s in reading_of(text + "\n").drafts[-1].sides}


@pytest.mark.parametrize("text", [
    "Hamas's Khalil Mansour met with the EU's Marta Kolar in Doha on May 4.",
    "The EU's Marta Kolar received Khalil Mansour of Hamas in Doha on May 4.",
])
def test_who_is_named_as_a_bodys_takes_part_himself(text):
    assert parties(text) == {"khalil-mansour", "marta-kolar"}
    assert {o.name for o in extracted(text).organizations} >= {"Hamas", "European Union"}


def test_names_with_their_countries_in_brackets_make_a_list():
    text = "Tom Osei (Ghana), Amina Diallo (Senegal) and Peter Mwale (Malawi) met in Lusaka on May 4."
    assert parties(text) == {"tom-osei", "amina-diallo", "peter-mwale"}


def test_a_named_host_is_who_is_named():
    text = "On May 4 Foreign Minister Otto Kern arrived in Ankara. He held talks with his host, Kemal Aydin."
    assert parties(text) == {"otto-kern", "kemal-aydin"}


@pytest.mark.parametrize(("text", "who"), [
    ("Otto Kern, the Secretary of State; Ada Holm, the Secretary of Defense; and Ivo Reis, the mayor of Split, met on May 4.",
     {"otto-kern", "ada-holm", "ivo-reis"}),
    ("King Harald received Otto Kern, Jan Peeters and Ivo Reis and General Ara Sarkis on May 4.",
     {"harald", "otto-kern", "jan-peeters", "ivo-reis", "ara-sarkis"}),
    ("King Harald received Ivo Reis, the mayor of Split; Otto Kern, the envoy, met General Ara Sarkis on May 4.",
     {"otto-kern", "ara-sarkis"}),
])
def test_semicolons_and_a_second_and_go_on_with_a_list(text, who):
    assert parties(text) == who


def test_what_one_acts_as_goes_with_the_name():
    text = "President Otto Kern, as head of the mission, and Minister Ada Holm met with President Ivo Reis in Juba on May 4."
    assert parties(text) == {"otto-kern", "ada-holm", "ivo-reis"}


def test_a_counterpart_is_whom_a_post_and_a_name_then_say():
    text = "Secretary Otto Kern will meet with his counterpart, Foreign Minister Ada Holm, on May 9 and sign an accord."
    assert parties(text) == {"otto-kern", "ada-holm"}


@pytest.mark.parametrize("text", [
    "On May 4 Mali's Deputy Prime Minister and Foreign Minister, Otto Kern, met President Ada Holm.",
    "On May 4 the Vice President and Minister of Defense, General Otto Kern, met President Ada Holm.",
    "On May 4 the Tánaiste and Minister for Trade, Otto Kern, met President Ada Holm.",
])
def test_two_posts_before_a_comma_and_one_name_are_one_person(text):
    (meeting,) = reading_of(text + "\n").drafts
    assert {s.key for s in meeting.sides} == {"otto-kern", "ada-holm"}


def test_a_counterpart_of_one_with_two_posts_holds_the_ministry():
    text = ("On May 4 the Tánaiste and Foreign Minister, Otto Kern, called on his Dutch colleague, Jan Sand. "
            "The Tánaiste was received by King Ivo on May 5.\n")
    assert [s.key for s in reading_of(text).drafts[-1].sides] == ["otto-kern", "ivo"]


def test_the_two_of_a_post_are_those_of_the_states_that_met():
    text = ("Foreign Minister Ada Holm of Mali and Foreign Minister Ivo Reis of Chad were away, as was Foreign Minister Jan Sand "
            "of Togo. President Otto Kern of Mali received President Peter Ames of Chad in Lusaka on May 4. "
            "On May 5 the two foreign ministers met in Oslo.\n")
    assert {s.key for s in reading_of(text).drafts[-1].sides} == {"ada-holm", "ivo-reis"}


@pytest.mark.parametrize(("met", "key"), [
    ("Army Gen. Jan Peeters", "jan-peeters"), ("Marine Corps Lt. Gen. Jan Peeters", "jan-peeters"),
    ("the commander in Mali, Air Force Gen. Jan Peeters,", "jan-peeters"), ("U.S. Navy Adm. Jan Peeters", "jan-peeters"),
    ("Chinese Vice-Premier Jan Peeters", "jan-peeters"),
    ("U.S. Trade Representative Jan Peeters", "jan-peeters"), ("Minister for Europe Jan Peeters", "jan-peeters"),
    ("the special envoy, Ambassador Jan Peeters,", "jan-peeters"), ("another envoy, General Jan Peeters,", "jan-peeters"),
    ("the Assistant to the President and National Security Advisor, Ambassador Jan Peeters,", "jan-peeters"),
])
def test_service_rank_and_post_stand_before_one_name(met, key):
    assert parties(f"Foreign Minister Ada Holm met {met} in Oslo on May 4.") == {"ada-holm", key}


def test_an_ordinary_word_before_a_post_ends_a_name_that_opens_the_sentence():
    text = "Thomas Countryman, Assistant Secretary of State for Trade, will travel to Oslo on May 9."
    assert parties(text) == {"thomas-countryman"}


def test_a_state_after_a_name_is_not_part_of_the_next_post():
    text = "On May 4 Tom Osei met President Ana Reis of Chile and Danish Premier Ulf Dahl in Oslo."
    assert parties(text) == {"tom-osei", "ana-reis", "ulf-dahl"}


def test_a_commander_is_told_with_his_command():
    text = "General Jan Peeters, Commander, Northern Army Command, arrived in Oslo on May 4."
    assert parties(text) == {"jan-peeters"}


def test_a_post_with_its_letters_is_his_who_is_named_before_it():
    text = "On May 4 Deputy Ivo Kern, head of the Department of Fish (DF), received Ana Reis."
    assert parties(text) == {"ivo-kern", "ana-reis"}


def test_of_names_and_posts_in_turn_each_post_is_his_who_stands_before_it():
    text = ("On May 4 Tom Osei met with party leaders, including Ivo Kern, head of the Forest League, Ada Holm, chair of the "
            "Lake League, and Jan Peeters, leader of the Hill League.")
    assert parties(text) == {"tom-osei", "ivo-kern", "ada-holm", "jan-peeters"}


@pytest.mark.parametrize("posts", [
    "the minister of trade and leader of the Forest Party", "deputy minister and special envoy for Syria",
])
def test_two_posts_after_a_name_are_those_of_one_person(posts):
    assert parties(f"On May 4 Ana Reis met Jan Peeters, {posts}, in Lima.") == {"ana-reis", "jan-peeters"}


def test_a_title_after_a_comma_is_the_next_persons():
    text = "President Kern, H.E. Ada Holm of Mali and Ivo Reis met Ana Rojas on May 4."
    assert parties(text) == {"kern", "ada-holm", "ivo-reis", "ana-rojas"}


def test_a_delegation_whose_members_are_all_told_takes_part_as_they():
    text = "A high-level delegation comprising President Otto Kern, Ada Holm and Ivo Reis met Ana Rojas on May 4."
    assert parties(text) == {"otto-kern", "ada-holm", "ivo-reis", "ana-rojas"}


@pytest.mark.parametrize(("text", "who"), [
    ("President Otto Kern's adviser Jan Peeters met Ana Reis on May 4.", {"jan-peeters", "ana-reis"}),
    ("Premier Otto Kern's chief of staff, Jan Peeters, met Ana Reis on May 4.", {"jan-peeters", "ana-reis"}),
    ("Ana Reis received President Otto Kern's adviser, Jan Peeters, on May 4.", {"jan-peeters", "ana-reis"}),
    ("Ana Reis received President Otto Kern's foreign policy adviser on May 4.",
     {"ana-reis", "President Otto Kern's foreign policy adviser"}),
    ("Ana Reis met Jan Peeters, President Otto Kern's envoy, and Ivo Holm on May 4.", {"ana-reis", "jan-peeters", "ivo-holm"}),
])
def test_whose_adviser_somebody_is_takes_no_part_himself(text, who):
    assert parties(text) == who


def test_a_post_towards_the_president_is_no_president():
    text = "Ana Reis met Deputy Assistant to the President and Coordinator for the Middle East Amanda Lind in Oslo on May 4."
    assert parties(text) == {"ana-reis", "amanda-lind"}


@pytest.mark.parametrize("post", ["Senior Director for Africa", "Minister for Europe", "Coordinator for Asia"])
def test_a_continent_in_a_post_begins_no_name(post):
    assert parties(f"Ana Reis met {post} Amanda Lind in Oslo on May 4.") == {"ana-reis", "amanda-lind"}
