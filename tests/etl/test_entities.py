"""The posts of people are titled as stated, without whose they are; who is yet to hold one is kept apart."""
from __future__ import annotations

import pytest

from tests.etl.reading import extracted


@pytest.mark.parametrize(("stated", "title", "former"), [
    ("Syrian Foreign Minister", "Foreign Minister", False),
    ("former Syrian Foreign Minister", "Foreign Minister", True),
    ("incoming Syrian Foreign Minister", "incoming Foreign Minister", False),
    ("acting Syrian Foreign Minister", "acting Foreign Minister", False),
    ("newly appointed Syrian Foreign Minister", "Foreign Minister", False),
])
def test_a_title_says_whether_somebody_holds_the_post_and_how(stated: str, title: str, former: bool) -> None:
    (faris,) = extracted(f"On May 4, {stated} Faris Haddad met with journalists in Damascus.").people
    assert [(p.title, p.country, p.former) for p in faris.positions] == [(title, "SY", former)]


def test_who_has_taken_the_post_meanwhile_is_named_in_both() -> None:
    (faris,) = extracted("On May 4, incoming Syrian Foreign Minister Faris Haddad spoke in Damascus.\n\n"
                         "On May 8, Syrian Foreign Minister Faris Haddad spoke in Homs.").people
    assert [p.title for p in faris.positions] == ["incoming Foreign Minister", "Foreign Minister"]


def test_a_bare_title_is_the_post_that_is_told_in_full() -> None:
    (faris,) = extracted("On May 4, Syrian President Faris Haddad spoke in Damascus.\n\nPresident Haddad spoke in Homs on May 8.").people
    assert [(p.title, p.country, len(p.evidence)) for p in faris.positions] == [("President", "SY", 2)]


def test_a_bare_title_stays_where_it_could_be_that_of_either_country() -> None:
    (faris,) = extracted("On May 4, Syrian President Faris Haddad spoke in Damascus.\n\nPresident Haddad spoke in Homs on May 8.\n\n"
                         "Sudanese President Faris Haddad spoke on May 9.").people
    assert sorted((p.title, p.country or "") for p in faris.positions) == [("President", ""), ("President", "SD"), ("President", "SY")]
