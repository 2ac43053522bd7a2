"""When two parties are one, and when an overview's party can be another."""
from __future__ import annotations

import pytest

from etl.knowledge import load_knowledge
from etl.reading import read
from etl.records import Stated
from etl.spotting.mentions import Role
from etl.telling.sides import Side, country_side, group_side, role_side
from tests.etl.reading import extracted


def post(head: str, *domains: str, country: str | None = None, former: bool = False) -> Role:
    """Return a post without its place in a text."""
    return Role(0, 1, head, head, frozenset(domains), country, former, True)


def person(key: str, *posts: Role) -> Side:
    """Return a named person with posts."""
    return Side("person", key, None, None, posts=posts)


MINISTER = role_side("foreign minister", "KE", post("minister", "foreign", country="KE"))


@pytest.mark.parametrize(("a", "b"), [
    (person("joan-banda"), person("joan-banda")),
    (country_side("KE"), country_side("KE")),
    (group_side("a trade delegation", "KE"), group_side("trade delegations")),
    (MINISTER, role_side("minister", None, post("minister"))),
])
def test_parties_are_one_by_key_by_state_or_by_their_words(a, b):
    assert a.same(b) and b.same(a)


@pytest.mark.parametrize(("a", "b"), [
    (person("joan-banda"), person("kari-holm")),
    (person("joan-banda"), MINISTER),
    (country_side("KE"), country_side("UG")),
    (group_side("trade delegation", "KE"), group_side("trade delegation", "UG")),
    (MINISTER, role_side("defense minister", "KE", post("minister", "defense", country="KE"))),
    (Side("group", None, "they", None), Side("group", None, "they", None)),
])
def test_other_parties_are_several(a, b):
    assert not a.same(b) and not b.same(a)


def test_an_unnamed_post_can_be_the_person_who_holds_it():
    assert MINISTER.like(person("joan-banda", post("minister", "foreign", country="KE")))
    assert not MINISTER.like(person("joan-banda", post("minister", "foreign", country="KE", former=True)))
    assert not MINISTER.like(person("joan-banda", post("minister", "foreign", country="UG")))


def test_two_people_are_alike_only_in_the_very_same_post():
    one, other = (person(key, post("minister", "foreign", country="KE")) for key in ("joan-banda", "ida-otieno"))
    assert one.like(other) and not one.same(other)
    assert not one.like(person("kari-holm", post("minister", country="KE")))


def test_a_post_without_a_country_is_that_of_the_land_that_a_text_comes_from():
    text = "The foreign minister met with Norwegian President Ada Holm. The king of Jordan received the prime minister.\n"
    countries = [{s.key or s.text: s.country for d in read(text, load_knowledge(), stated=Stated(country=home)).merged for s in d.sides}
                 for home in ("KE", None)]
    assert countries[0] == {"foreign minister": "KE", "ada-holm": "NO", "king of Jordan": "JO", "prime minister": "KE"}
    assert countries[1] == {**countries[0], "foreign minister": None, "prime minister": None}


def test_the_president_of_a_state_who_opens_a_sentence_is_the_one_of_whom_the_text_goes_on():
    text = "President Tom Osei spoke. On May 4 the Ghanaian president met King Osric in Bergen.\n"
    assert [p.person_key for p in extracted(text).meetings[-1].parties] == ["tom-osei", "osric"]
