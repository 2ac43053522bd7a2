"""Short ways to what documents tell of posts, for tests."""
from __future__ import annotations

from datetime import date

from etl.identity.terms.account import Exit, Sighting
from etl.identity.terms.seats import ACTING, FORMER, HELD, INCOMING, Seat

MINISTER = Seat("defense minister", None, "IQ")
HOW = {"held": HELD, "acting": ACTING, "incoming": INCOMING, "former": FORMER}


def day(text: str | None) -> date | None:
    """Return a day, None for none."""
    return None if text is None else date.fromisoformat(text)


def told(*words: str, seat: Seat = MINISTER) -> tuple[Sighting, ...]:
    """Return sightings from words such as "inad held 2021-05-06" or "inad held 2021-05-06 2021-05-08"; "?" for no day."""
    found = []
    for number, each in enumerate(words):
        person, how, first, *last = each.split()
        first = None if first == "?" else first
        found.append(Sighting(seat, person, HOW[how], day(first), day(last[0]) if last else day(first), True,
                              f"{person}-{how}-{first}", number))
    return tuple(found)


def gone(*words: str) -> tuple[Exit, ...]:
    """Return departures from words such as "inad left 2021-05-06"."""
    return tuple(Exit(person, day(by), because, f"{person}-{because}-{by}") for person, because, by in map(str.split, words))
