"""When two spellings are one name."""
from __future__ import annotations

import pytest

from etl.linking.spelling import bare, bones, compared, one_name


@pytest.mark.parametrize(("a", "b"), [("al-Otaibi", "Otaibi"), ("José", "Jose"), ("Qa'ani", "Qaani"), ("Müller", "Mueller"),
                                      ("BANDA", "Banda")])
def test_case_marks_and_articles_do_not_count(a, b):
    assert bare(a) == bare(b)


@pytest.mark.parametrize(("a", "b"), [("Banda", "Bonda"), ("Nowak", "Nowacki")])
def test_other_letters_do(a, b):
    assert bare(a) != bare(b)


def test_consonants_of_two_transcriptions_are_alike():
    assert bones("Mekdar") == bones("Miqdar")


def test_a_short_given_name_is_the_long_one():
    assert compared(("Joe", "Banda", ",", "Jr")) == compared(("Joseph", "Banda"))


@pytest.mark.parametrize(("short", "long", "one"), [
    (("ana", "rojas"), ("ana", "maria", "rojas"), True), (("maria", "rojas"), ("ana", "maria", "rojas"), True),
    (("ana", "maria"), ("ana", "maria", "rojas"), True), (("rojas",), ("ana", "rojas"), False),
    (("ana", "rojas"), ("ivo", "maria", "rojas"), False), (("ana", "rojas"), ("ivo", "rojas"), False),
])
def test_a_name_may_leave_names_out_but_not_change_them(short, long, one):
    assert one_name(short, long) is one is one_name(long, short)
