"""Who is meant by a party of whom one account gives the office only."""
from __future__ import annotations

from etl.identity.account import Ref
from etl.identity.facts.party import Party
from etl.identity.occasions.account import MeetingAccount
from etl.identity.occasions.named import named_elsewhere

OKELLO = Party("tomas-okello", None, "foreign minister", "UG")
UNNAMED = Party(None, None, "Foreign Minister", "UG")
HOST = Party("grace-mutua", None, "president", "KE")


def account(document: str, *parties: Party) -> MeetingAccount:
    return MeetingAccount(document, "m1", "meeting", parties=parties)


def test_an_office_is_whom_another_account_names_with_it() -> None:
    found = named_elsewhere([account("a", HOST, UNNAMED), account("b", OKELLO, HOST)], {})
    assert found == {(Ref("a", "m1"), 1): ("tomas-okello", Ref("b", "m1"))}


def test_the_post_that_other_meetings_give_counts() -> None:
    bare = Party("tomas-okello", None, None, "UG")
    accounts = [account("a", HOST, UNNAMED), account("b", bare, HOST)]
    assert named_elsewhere(accounts, {}) == {}
    assert named_elsewhere(accounts, {"tomas-okello": "foreign minister"}) == {
        (Ref("a", "m1"), 1): ("tomas-okello", Ref("b", "m1"))}


def test_an_office_that_two_accounts_give_to_two_people_is_nobody() -> None:
    other = Party("peter-barasa", None, "foreign minister", "UG")
    assert named_elsewhere([account("a", HOST, UNNAMED), account("b", OKELLO, HOST), account("c", other, HOST)], {}) == {}


def test_a_delegation_is_nobody() -> None:
    assert named_elsewhere([account("a", HOST, Party(None, None, "a delegation", "UG")), account("b", OKELLO, HOST)], {}) == {}


def test_the_office_of_another_state_is_somebody_else() -> None:
    foreign = Party(None, None, "foreign minister", "RW")
    assert named_elsewhere([account("a", HOST, foreign), account("b", OKELLO, HOST)], {}) == {}
