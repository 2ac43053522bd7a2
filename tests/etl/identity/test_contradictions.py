"""What one person cannot be at once keeps two accounts apart."""
from __future__ import annotations

from etl.identity.contradictions import contradiction
from etl.identity.profile import together

from .people import profile


def test_ministers_of_two_countries_at_one_time_are_two_people() -> None:
    a, b = (profile("Ali Karimi", "Foreign Minister", country=country) for country in ("IR", "AF"))
    assert contradiction(a, b) == "foreign minister of IR and foreign minister of AF at one time"


def test_ministers_of_two_countries_at_two_times_are_left_to_the_score() -> None:
    a = profile("Ali Karimi", "Foreign Minister", country="IR", on="2011-01-01")
    assert contradiction(a, profile("Ali Karimi", "Foreign Minister", country="AF")) is None


def test_an_heir_state_does_not_contradict() -> None:
    a = profile("Boris Orlov", "Foreign Minister", country="SU", on="1991-12-20")
    assert contradiction(a, profile("Boris Orlov", "Foreign Minister", country="RU", on="1991-12-20")) is None


def test_two_days_of_death_are_two_people() -> None:
    a, b = (profile("Ali Karimi", died=day) for day in ("2019-03-01", "2020-01-03"))
    assert contradiction(a, b) == "died on 2019-03-01 and on 2020-01-03"


def test_reports_of_one_death_may_differ_by_a_day() -> None:
    a, b = (profile("Ali Karimi", died=day) for day in ("2020-01-02", "2020-01-03"))
    assert contradiction(a, b) is None


def test_two_days_by_which_he_was_dead_are_of_one_death() -> None:
    a, b = (profile("Ali Karimi", dead_by=day) for day in ("2020-01-05", "2020-11-17"))
    assert contradiction(a, b) is None


def test_who_dies_after_a_death_is_somebody_else() -> None:
    a, b = profile("Ali Karimi", dead_by="2020-01-05"), profile("Ali Karimi", died="2020-03-01")
    assert contradiction(a, b) == contradiction(b, a) == "dead by 2020-01-05 and died on 2020-03-01"


def test_who_acts_after_a_day_by_which_he_was_dead_is_somebody_else() -> None:
    a, b = profile("Ali Karimi", dead_by="2020-01-05"), profile("Ali Karimi", on="2020-11-01", acted="2020-11-16")
    assert contradiction(a, b) == "dead by 2020-01-05 and acts on 2020-11-16"


def test_who_acts_after_a_death_is_somebody_else() -> None:
    a, b = profile("Ali Karimi", died="2020-01-03"), profile("Ali Karimi", on="2020-11-01", acted="2020-11-16")
    assert contradiction(a, b) == "died on 2020-01-03 and acts on 2020-11-16"


def test_being_spoken_of_after_death_is_no_act() -> None:
    a, b = profile("Ali Karimi", died="2020-01-03"), profile("Ali Karimi", on="2020-11-01")
    assert contradiction(a, b) is None


def test_two_given_names_are_two_people() -> None:
    assert contradiction(profile("Hossein Salami"), profile("Mohammad Salami")) == "different: hossein / mohammad"


def test_a_fuller_name_explains_two_of_its_parts_where_the_office_is_one() -> None:
    held = {"country": "IR"}
    full, first, second = (profile(name, "Foreign Minister", **held)
                           for name in ("Mohammad Javad Zarif", "Javad Zarif", "Mohammad Zarif"))
    assert contradiction(second, first) is not None
    assert contradiction(second, together((full, first))) is None
    assert contradiction(profile("Mohammad Zarif", "Governor", **held), together((full, first))) is not None


def test_nobody_acts_for_a_hundred_years() -> None:
    a, b = profile("Ali Karimi", on="1901-02-03"), profile("Ali Karimi", on="2001-02-03")
    assert contradiction(a, b) == "spoken of in 1901 and in 2001"
