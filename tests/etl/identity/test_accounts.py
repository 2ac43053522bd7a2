"""A document's people become accounts with what it says of them."""
from __future__ import annotations

from datetime import date

from etl.identity.account import Account, Post
from etl.identity.accounts import accounts_of
from tests.etl.reading import extracted

TEXT = ("On May 4, Iranian Foreign Minister Ada Holm met in Baghdad with Iraqi Prime Minister Karim Tal.\n\n"
        "Former Oil Minister Lars Berg was mentioned too.")


def accounts() -> dict[str, Account]:
    """Return the accounts of the text, by name."""
    return {a.name: a for a in accounts_of(extracted(TEXT), "note")}


def test_an_account_has_post_country_and_whom_he_met() -> None:
    found = accounts()["Ada Holm"]
    assert found.posts == (Post("Foreign Minister", None, "IR"),)
    assert (found.document, found.key, found.country, found.companions) == ("note", "ada-holm", "IR", ("Karim Tal",))


def test_an_act_has_its_day() -> None:
    found = accounts()["Ada Holm"]
    assert found.acted_on == found.first_day == date(2021, 5, 4)


def test_who_is_only_named_is_spoken_of_in_the_period_and_does_nothing() -> None:
    found = accounts()["Lars Berg"]
    assert (found.first_day, found.last_day, found.acted_on) == (date(2021, 5, 3), date(2021, 5, 9), None)


def test_a_day_of_death_is_handed_in() -> None:
    found = {a.name: a for a in accounts_of(extracted(TEXT), "note", deaths={"lars-berg": date(2021, 5, 1)})}
    assert found["Lars Berg"].died_on == date(2021, 5, 1)
