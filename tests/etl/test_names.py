"""How people are named: initials, bynames, what stands before a post."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted, people, reading_of


@pytest.mark.parametrize(("text", "names"), [
    ("Kenyan President John F. Harper Jr. met Ada Holm in Oslo.", ["Ada Holm", "John F. Harper Jr."]),
    ("President P. W. Kessler met Foreign Minister Roelof \"Pik\" Kessler. Pik Kessler left. P. W. Kessler stayed.",
     ["P. W. Kessler", 'Roelof "Pik" Kessler']),
    ("Prime Minister A. B. Noor received R. F. \"Pik\" Noor.", ["A. B. Noor", 'R. F. "Pik" Noor']),
    ("Secretary of State Henry A. Kolb met Ada Holm in Oslo. A. B. Noor joined them.", ["A. B. Noor", "Ada Holm", "Henry A. Kolb"]),
    ("President P. W. Kessler met Foreign Minister Paul Kessler. Paul Kessler left.", ["P. W. Kessler", "Paul Kessler"]),
    ("President P. W. Kessler met Ada Holm. President Paul Kessler left.", ["Ada Holm", "P. W. Kessler"]),
    ("Minister J. Mworia met Ada Holm. John Mworia spoke first.", ["Ada Holm", "John Mworia"]),
    ("Minister John Mworia met Jane Mworia. J. Mworia spoke.", ["Jane Mworia", "John Mworia"]),
])
def test_initials_keep_their_stops_and_tell_people_apart(text, names):
    assert people(text + "\n") == names


@pytest.mark.parametrize("name", ["Jonah arap Keter", "Iyad ag Tessa", "Artur da Costa e Sousa", "Mohamed ould Salek", "Peter wa Njoki"])
def test_particles_of_many_lands_stand_inside_a_name(name):
    assert people(f"Vice President {name} met Ada Holm in Oslo.\n") == ["Ada Holm", name]


@pytest.mark.parametrize("phrase", [
    "The newly elected Syrian foreign minister, Adel Barri,", "The outgoing foreign minister of Syria, Adel Barri,",
])
def test_a_title_says_the_post_alone(phrase):
    person = next(p for p in extracted(f"{phrase} met Ada Holm.\n").people if p.name == "Adel Barri")
    (post,) = person.positions
    assert post.title.lower().removesuffix(" of syria") == "foreign minister"
    assert (post.country, post.former) == ("SY", False)


@pytest.mark.parametrize("name", ["Nizar Al-'Umarni", "Nizar al-'Umarni", "Nizar Al-‘Umarni", "Nizar al-’Umarni",
                                  "Nizar al-`Umarni", "Abdul-'Aziz Karimi", "Nizar bin-'Umarni"])
def test_a_hyphen_and_an_apostrophe_cut_no_name(name):
    assert people(f"Foreign Minister {name} met with Ada Holm. Holm thanked {name}’s staff.\n") == sorted(
        ("Ada Holm", name.translate(str.maketrans("‘’`", "'''"))))


def test_a_quoted_word_after_a_hyphen_is_no_part_of_a_name():
    assert people("Foreign Minister Ada Holm-'Banda' met with Joan Banda.\n") == ["Ada Holm", "Joan Banda"]


@pytest.mark.parametrize(("text", "names"), [
    ("President Otto Kern met with two ministers, including Hero Lind Ahmed.", ["Hero Lind Ahmed", "Otto Kern"]),
    ("The minister of defense, Amir Holm, met President Otto Kern.", ["Amir Holm", "Otto Kern"]),
    ("The speaker of the council, Jihad al-Holm, met President Otto Kern.", ["Jihad al-Holm", "Otto Kern"]),
    ("Vice Marshal Jo Myong-sun met President Otto Kern.", ["Jo Myong-sun", "Otto Kern"]),
    ("President Otto Kern did see Princeton Holm, the envoy, in Oslo.", ["Otto Kern", "Princeton Holm"]),
    ("On May 4 the team went to Hope Town and met President Otto Kern.", ["Otto Kern"]),
])
def test_an_ordinary_word_with_a_capital_can_begin_a_name(text, names):
    assert people(text + "\n") == names


@pytest.mark.parametrize(("text", "names"), [
    ("The deputy minister of roads and bridges, Zaw Zaw Win, met Otto Kern.", ["Otto Kern", "Zaw Zaw Win"]),
    ("The head of the mission, El-Karim Wane, met Otto Kern.", ["El-Karim Wane", "Otto Kern"]),
    ("The speaker of the People’s Chamber, Jihad al-Holm, met Otto Kern.", ["Jihad al-Holm", "Otto Kern"]),
    ("The leader of the union, Obi Kano (Reuters, May 3), met Otto Kern.", ["Obi Kano", "Otto Kern"]),
    ("Pedro Holm Santos, her minister, met Otto Kern.", ["Otto Kern", "Pedro Holm Santos"]),
    ("Karim Mustapha Sayed would meet Otto Kern.", ["Karim Mustapha Sayed", "Otto Kern"]),
    ("Otto Kern and Karim Mustapha met in Kano and Santos.", ["Karim Mustapha", "Otto Kern"]),
])
def test_a_town_a_title_or_an_ordinary_word_can_close_a_name(text, names):
    assert people(text + "\n") == names


def test_a_web_address_proves_nothing_about_a_name():
    text = "The minister, Ada Brondheim, met Otto Kern (brondheim.org, May 4). Otto Kern thanked Brondheim and Ivo Reis.\n"
    assert {m.entity for s in reading_of(text).sentences for m in s.mentions if m.kind == "person"} >= {"ada-brondheim"}
    assert sum(m.entity == "ada-brondheim" for s in reading_of(text).sentences for m in s.mentions) == 2


def test_a_prince_who_is_a_minister_is_one_person():
    text = "President Otto Kern conferred in Oslo with the foreign minister, Prince Karim al-Holm, on May 4.\n"
    assert people(text) == ["Karim al-Holm", "Otto Kern"]
    [meeting] = extracted(text).meetings
    assert len(meeting.parties) == 2


def test_a_verb_of_a_title_is_no_part_of_a_name():
    assert people("Secretary Clinton Travels to Oslo\n\nSecretary Clinton will meet Ada Holm.\n") == ["Ada Holm", "Clinton"]


@pytest.mark.parametrize("text", [
    "King Olav met Ada Holm in Oslo. Olav II left the next day.", "Olav II opened the fair. Ada Holm met King Olav in Oslo.",
])
def test_a_king_is_known_by_his_given_name_and_by_his_number(text):
    assert people(text + "\n") == ["Ada Holm", "Olav II"]
