"""A stretch that is known to be a name is one person, with the whole of his name."""
from __future__ import annotations

import pytest

from etl.knowledge import load_knowledge
from etl.reading import Reading, read
from etl.records import Part, Span


def cell(name: str) -> Reading:
    """Return what the stages make of a cell that holds a name."""
    text, span = f"who: {name}", Span(5, 5 + len(name))
    return read(text, load_knowledge(), parts=[Part("title", span)], people=[span])


def told(name: str) -> tuple[str, list[str]]:
    """Return the name and the posts of the one person of a cell."""
    (person,) = cell(name).linker.people.values()
    return person.full_name(), [role.phrase for role, _, _ in person.roles]


@pytest.mark.parametrize("name", ["Dean Gunther Ashworth", "Dean A. Reed", "Ada \"Addie\" Holm", "Sultan Al Karimi"])
def test_a_given_name_that_is_a_post_too_belongs_to_the_name(name: str) -> None:
    assert told(name) == (name, [])


@pytest.mark.parametrize(("written", "name", "post"), [
    ("Dean Ashworth", "Ashworth", "Dean"), ("Dean of Studies Ada Holm", "Ada Holm", "Dean of Studies"),
    ("Shah Mohammad Reza Karimi", "Mohammad Reza Karimi", "Shah"), ("Sultan Qasim bin Said", "Qasim bin Said", "Sultan"),
    ("Amir Hamad bin Khalid", "Hamad bin Khalid", "Amir"), ("King Olav", "Olav", "King"),
    ("Prime Minister Dean Barlow", "Dean Barlow", "Prime Minister"),
])
def test_a_post_stays_one_before_a_single_name_and_where_it_is_a_rulers(written: str, name: str, post: str) -> None:
    assert told(written) == (name, [post])


@pytest.mark.parametrize("title", ["Dr.", "General", "Field Marshal", "Lt. Gen."])
def test_a_title_is_no_part_of_the_name(title: str) -> None:
    assert told(f"{title} Ada Berit Holm") == ("Ada Berit Holm", [])


@pytest.mark.parametrize(("written", "name", "other"), [
    ("Anders A. (Arne Alf) Karlsen", "Anders A. Karlsen", "Arne Alf Karlsen"),
    ("Prime Minister Rutger F. M. (Ruud) Halvers", "Rutger F. M. Halvers", "Ruud Halvers"),
    ("President Jose Ramon (Xan) Tavares", "Jose Ramon Tavares", "Xan Tavares"),
    ("Prime Minister J.M.G. (Tom) Adams", "J.M.G. Adams", "Tom Adams"), ("Josip Brozek (Ratko)", "Josip Brozek", "Ratko"),
])
def test_a_name_in_brackets_is_another_of_the_same_person(written: str, name: str, other: str) -> None:
    (person,) = cell(written).linker.people.values()
    assert (person.full_name(), set(person.forms)) == (name, {name, other})


@pytest.mark.parametrize("aside", ["1900-1950", "President"])
def test_what_else_stands_in_brackets_is_no_name(aside: str) -> None:
    (person,) = cell(f"Ada Holm ({aside})").linker.people.values()
    assert (person.full_name(), set(person.forms)) == ("Ada Holm", {"Ada Holm"})
