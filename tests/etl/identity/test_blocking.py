"""Who may be meant by a name is found without asking everybody."""
from __future__ import annotations

import pytest

from etl.identity.blocking import Index

from .people import profile

KNOWN = [profile("Mohammad Javad Zarif", "Foreign Minister", country="IR"), profile("Kim Jong-un", country="KP"),
         profile("Anders Lindgren", "Governor", country="SE")]


@pytest.mark.parametrize(("name", "place"), [
    ("Mohammed Zareef", 0), ("M. J. Zarif", 0), ("Zarif", 0), ("Jongun Kim", 1), ("Kim Jong Un", 1), ("Andres Lindgren", 2),
    ("A. Lindgren", 2), ("Anders Lingdren", 2),
])
def test_a_name_brings_whom_it_may_mean(name: str, place: int) -> None:
    country = next(iter(KNOWN[place].countries))
    assert place in Index(KNOWN).candidates(profile(name, country=country))


def test_a_name_brings_nobody_else() -> None:
    assert Index(KNOWN).candidates(profile("Ingrid Haug", "Mayor", country="NO")) == []
