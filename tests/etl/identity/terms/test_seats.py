"""A title is read as an office of a state or of a body, and how it is held; what many hold at a time is none."""
from __future__ import annotations

import pytest

from etl.identity.terms.seats import ACTING, FORMER, HELD, INCOMING, read_title, seat_of

OFFICES = (
    ("Foreign Minister", "IR", "foreign minister", HELD),
    ("minister of foreign affairs", "IR", "foreign minister", HELD),
    ("Iranian minister of defense", "IR", "defense minister", HELD),
    ("foreign minister of United Arab Emirates", "AE", "foreign minister", HELD),
    ("China's foreign minister", "CN", "foreign minister", HELD),
    ("Minister of Foreign Affairs of the Republic of Indonesia", "ID", "foreign minister", HELD),
    ("Secretary of State", "US", "foreign minister", HELD),
    ("President of the United States", "US", "president", HELD),
    ("Ethiopian head of government", "ET", "prime minister", HELD),
    ("acting defense minister", "IL", "defense minister", ACTING),
    ("caretaker prime minister", "LB", "prime minister", ACTING),
    ("incoming foreign minister", "DE", "foreign minister", INCOMING),
    ("prime minister-designate", "IQ", "prime minister", INCOMING),
    ("president-elect", "KE", "president", INCOMING),
    ("former Swedish prime minister", "SE", "prime minister", FORMER),
    ("then foreign minister", "FR", "foreign minister", FORMER),
    ("outgoing president", "PL", "president", HELD),
    ("Minister of Agriculture", "FR", "agriculture minister", HELD),
)


@pytest.mark.parametrize(("title", "country", "office", "standing"), OFFICES)
def test_an_office_of_a_state_is_read_whatever_its_wording(title: str, country: str, office: str, standing: str) -> None:
    read = read_title(title, None, country)
    assert read is not None
    assert (read.office, read.standing) == (office, standing)


@pytest.mark.parametrize(("title", "country"), [
    ("deputy foreign minister", "IR"), ("Deputy Secretary of State", "US"), ("Minister of State for European Affairs", "IE"),
    ("assistant foreign minister", "CN"), ("minister", "IQ"), ("minister counselor", "US"), ("chief minister", "IN"),
    ("foreign ministers", "SA"), ("six ministers of the interior", "DE"), ("spokesman of the foreign ministry", "IR"),
    ("adviser to the prime minister", "IQ"), ("vice president", "IQ"), ("ambassador", "IR"), ("member of parliament", "LB"),
    ("former Minister of State", "GB"), ("crown prince of Abu Dhabi", "AE"), ("delegation of the foreign minister", "TR"),
    ("prime minister's envoy", "PK"), ("president of the chamber of commerce", "IR"), ("shadow foreign minister", "GB"),
])
def test_what_several_can_be_at_a_time_is_no_such_office(title: str, country: str) -> None:
    assert read_title(title, None, country) is None


@pytest.mark.parametrize(("title", "body", "office"), [
    ("UN Secretary-General", ("United Nations", "UN"), "secretary general"),
    ("Secretary General of Hezbollah", ("Hezbollah",), "secretary general"),
    ("President of the European Commission", ("European Commission",), "president"),
    ("Chairperson of the African Union Commission", ("African Union Commission",), "chairman"),
])
def test_the_head_of_a_body_is_an_office_of_the_body(title: str, body: tuple[str, ...], office: str) -> None:
    read = read_title(title, body, None)
    assert read is not None
    assert read.office == office


@pytest.mark.parametrize(("title", "body"), [
    ("Deputy Secretary General of NATO", ("NATO",)), ("commander", ("Hezbollah",)), ("member of Hamas", ("Hamas",)),
    ("special representative of the Secretary-General of the United Nations", ("United Nations",)),
    ("Spokesman of the Ministry of Foreign Affairs", ("Ministry of Foreign Affairs",)), ("UN envoy", ("UN", "United Nations")),
])
def test_who_is_not_the_head_of_a_body_holds_none_of_its_offices(title: str, body: tuple[str, ...]) -> None:
    assert read_title(title, body, None) is None


def test_an_office_of_a_body_in_a_state_is_not_one_of_the_state() -> None:
    seat = seat_of("prime minister", "kurdistan-regional-government-iq", "IQ", ("Kurdistan Regional Government",))
    assert seat is not None
    assert (seat.office, seat.organization, seat.country) == ("prime minister", "kurdistan-regional-government-iq", None)


def test_an_office_of_nobody_in_particular_is_none() -> None:
    assert seat_of("foreign minister", None, None, None) is None
