"""Wordings of one office are one."""
from __future__ import annotations

import pytest

from etl.identity.account import Post
from etl.identity.offices import office_of


@pytest.mark.parametrize(("title", "country", "key"), [
    ("Minister of Foreign Affairs", "IR", "foreign minister"),
    ("Minister for Foreign Affairs", "FR", "foreign minister"),
    ("Secretary of State", "US", "foreign minister"),
    ("Secretary of State", "GB", "secretary state"),
    ("Minister of Defence", "IQ", "defense minister"),
    ("Premier", "IT", "prime minister"),
    ("Amir", "KW", "emir"),
])
def test_an_office_is_known_by_any_of_its_wordings(title: str, country: str, key: str) -> None:
    assert office_of(Post(title, None, country)).key == key


def test_word_order_makes_no_other_office() -> None:
    assert office_of(Post("Commander of the IRGC")) == office_of(Post("IRGC Commander"))


def test_the_president_of_a_body_is_no_head_of_state() -> None:
    assert office_of(Post("President", None, "FR")).national
    assert not office_of(Post("President", "european-council")).national
