"""Names that hold a title, an ordinary word or a place, what follows a name, and places that look like names."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted, people


@pytest.mark.parametrize("letters", [" T.D.", " M.P.", " MEP", ", KBE, QC", ", S.J.", " S.D.B.", " MP"])
def test_letters_after_a_name_are_no_part_of_it(letters):
    text = f"Foreign Minister Simon Tierney{letters}, met Ada Holm in Oslo on May 4.\n"
    assert people(text) == ["Ada Holm", "Simon Tierney"]
    assert len(extracted(text).meetings) == 1


def test_initials_before_a_name_are_no_letters_after_it():
    assert people("Foreign Secretary H.D. Kumar Gowda met P.V. Rao.\n") == ["H.D. Kumar Gowda", "P.V. Rao"]


@pytest.mark.parametrize(("phrase", "name"), [
    ("Foreign Minister Shah Mehmood Anwari", "Shah Mehmood Anwari"),
    ("Airline chairman Sultan Ahmed bin Sulaim", "Sultan Ahmed bin Sulaim"),
    ("The chairman, Sultan Ahmed bin Sulaim,", "Sultan Ahmed bin Sulaim"),
    ("The head of state, Sultan Qasim bin Ali,", "Qasim bin Ali"),
    ("Professor Amir Ghalib", "Amir Ghalib"),
    ("Syed Tariq Fatmi", "Syed Tariq Fatmi"),
    ("President Hassan Sheikh Warsame", "Hassan Sheikh Warsame"),
    ("Prince Bandar bin Sultan", "Bandar bin Sultan"),
    ("His Majesty Sultan Qasim", "Qasim"),
    ("Crown Prince Salman bin Hamad", "Salman bin Hamad"),
    ("Datuk Seri Anwar Kamal", "Anwar Kamal"),
    ("Daw Khin Kyi", "Khin Kyi"),
])
def test_a_title_that_is_a_given_name_is_one_after_a_post(phrase, name):
    assert people(f"{phrase} met Ada Holm.\n") == sorted(("Ada Holm", name))


@pytest.mark.parametrize("name", [
    "Muse Bihi Warsame", "Young Tanevi", "Do Muong", "Son Sarin", "Win Ayeng", "An Ik Sung", "No Kwang Tae", "To Lamh",
])
def test_an_ordinary_word_between_a_post_and_a_name_is_part_of_it(name):
    assert people(f"President {name} met Ada Holm.\n") == sorted(("Ada Holm", name))


@pytest.mark.parametrize(("text", "names"), [
    ("Ada Holm met Do Muong and Win Ayeng.", ["Ada Holm", "Do Muong", "Win Ayeng"]),
    ("Ada Holm met her colleague, No Kwang Tae, and An Myong Hun.", ["Ada Holm", "An Myong Hun", "No Kwang Tae"]),
    ("Innocent Zulu met Ada Holm.", ["Ada Holm", "Innocent Zulu"]),
    ("Vice President Sarwar Danish met Ada Holm.", ["Ada Holm", "Sarwar Danish"]),
    ("Ada Holm received Mohammad Sarwar Danish.", ["Ada Holm", "Mohammad Sarwar Danish"]),
    ("Vice Premier He Lifang met Ada Holm and You Jing.", ["Ada Holm", "He Lifang", "You Jing"]),
    ("Nguyen Co Thang met Ada Holm.", ["Ada Holm", "Nguyen Co Thang"]),
    ("General Ne Win met Ada Holm.", ["Ada Holm", "Ne Win"]),
    ("Secretary of State Dean Rask met Ada Holm.", ["Ada Holm", "Dean Rask"]),
    ("Senator Angus King and John Major met Ada Holm.", ["Ada Holm", "Angus King", "John Major"]),
    ("The general secretary, To Lamh, met Ada Holm.", ["Ada Holm", "To Lamh"]),
    ("Senator Amaya Cartagena met Ada Holm.", ["Ada Holm", "Amaya Cartagena"]),
])
def test_a_name_holds_an_ordinary_word_or_a_nationality(text, names):
    assert people(text + "\n") == names


@pytest.mark.parametrize("text", [
    "President Meets Kern", "An Najafi party was held for President Otto Kern.", "No Kerns came with President Otto Kern.",
])
def test_a_function_word_or_a_verb_begins_no_name(text):
    assert people(text + "\n") in ([], ["Otto Kern"])


@pytest.mark.parametrize(("title", "name"), [("Catholicos", "Aram I"), ("Catholicos", "Karekin II"), ("Pope", "Tawadros II"),
                                             ("King", "Letsie III"), ("Patriarch", "Ilia II")])
def test_the_number_of_a_crowned_head_is_part_of_the_name(title, name):
    assert people(f"{title} {name} received Ada Holm.\n") == sorted(("Ada Holm", name))


@pytest.mark.parametrize("text", [
    "Riots broke out in the provinces of Binh Phuong and elsewhere.", "The ships met near Hoang Ta and left.",
    "He told Ada Holm that the claim to the Hoang Ta archipelago stood. They met near Hoang Ta.",
    "Ada Holm visited Gurdwara Darbar Singh.", "They spoke about gas from the Shah Turgut field.",
])
def test_a_place_of_two_words_is_nobody(text):
    assert people(text + "\n") in ([], ["Ada Holm"])


def test_the_affairs_of_a_post_are_no_body():
    text = "The Secretary of State for Foreign and Commonwealth Affairs, Otto Kern, met Ada Holm.\n"
    assert not extracted(text).organizations


def test_two_known_bodies_joined_by_a_hyphen_are_two():
    text = "The African Union-United Nations operation met Ada Holm. The European Union-African Union summit opened.\n"
    assert sorted(o.name for o in extracted(text).organizations) == ["African Union", "European Union", "United Nations"]


@pytest.mark.parametrize("venue", ["the State House", "Banner House", "the Army Club"])
def test_a_house_or_a_club_where_one_meets_is_a_place(venue):
    found = extracted(f"President Otto Kern met Ada Holm at {venue} on May 4.\n")
    assert [p.name for m in found.meetings for p in m.places] == [venue.removeprefix("the ")]
    assert not found.organizations


def test_a_byname_after_called_is_the_same_person():
    text = "Foreign Minister Afonso van Castro, called Mbinga, met Ada Holm. Mbinga and Holm then left.\n"
    assert people(text) == ["Ada Holm", "Afonso van Castro"]


@pytest.mark.parametrize(("text", "body"), [
    ("Members of the Islamic Front for the Liberation of Bahrain met in Oslo.", "Islamic Front for the Liberation of Bahrain"),
    ("The Movement for the Liberation of the Congo met Ada Holm.", "Movement for the Liberation of the Congo"),
    ("Ada Holm, the leader of the National Union for the Total Renewal of Kenya, left.",
     "National Union for the Total Renewal of Kenya"),
])
def test_the_country_that_an_aim_is_for_belongs_to_the_name(text, body):
    assert body in [o.name for o in extracted(text + "\n").organizations]


def test_a_known_acronym_in_brackets_names_the_body_before_it():
    text = "Jonas Sakala, the leader of the National Union for the Total Independence of Angola (UNITA), met Ada Holm.\n"
    assert [o.name for o in extracted(text).organizations] == ["UNITA"]
