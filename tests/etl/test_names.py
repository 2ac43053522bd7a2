"""How people are named: initials, bynames, what stands before a post."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted, people


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
