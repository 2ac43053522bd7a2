"""Read a title as the office of a state or a body that one person holds at a time, and how it is held.

What several hold at a time (deputies, ambassadors, members, ministers of state) is refused: nobody follows from it.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from etl.knowledge import rows, split, toml

from ..account import Post
from ..offices import WORD, office_of
from ..sounds import fold

HELD, ACTING, INCOMING, FORMER = "held", "acting", "incoming", "former"
Words = tuple[str, ...]


class Seat(NamedTuple):
    """An office of one holder at a time: of a body, else of a state."""

    office: str
    organization: str | None
    country: str | None

    @property
    def order(self) -> tuple[str, str, str]:
        """Return what sorts it."""
        return self.office, self.organization or "", self.country or ""


@dataclass(frozen=True, slots=True)
class Read:
    """What a title says: the office, and whether it is held, held for the time being, about to be held or over."""

    office: str
    standing: str


@dataclass(frozen=True, slots=True)
class _Lexicon:
    of_state: dict[frozenset[str], str]
    of_body: dict[frozenset[str], str]
    branch: str
    several: frozenset[str]
    never_two: frozenset[str]
    standings: dict[str, str]
    idle: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    data = toml("terms.toml")
    standings = {word: standing for standing in (ACTING, INCOMING, FORMER) for word in data[standing]}
    of_state, of_body = ({frozenset(key.split()): key for key in data[name]} for name in ("of_state", "of_body"))
    return _Lexicon(of_state, of_body, data["branch"], frozenset(data["several"]), frozenset(data["never_two"]), standings,
                    frozenset(data["idle"]))


@cache
def _states() -> dict[str, tuple[Words, ...]]:
    """Return the names and demonyms of each state as words, longest first."""
    found: dict[str, set[Words]] = defaultdict(set)
    for row in rows("countries.csv"):
        for form in (row["name"], row["official_name"], *split(row["names"]), *split(row["demonyms"])):
            found[row["code"]].add(_words(form))
    return {code: _longest_first(forms) for code, forms in found.items()}


@lru_cache(maxsize=65_536)
def read_title(title: str, body: Words | None, country: str | None) -> Read | None:
    """Return the office that a title names, None where several can hold it or it is not understood.

    Args:
        title: as stated.
        body: names of the body that it is a post of, None for a post of a state.
        country: code of the state.
    """
    lexicon = _lexicon()
    words = _words(title)
    for form in (*_longest_first(map(_words, body or ())), *_states().get(country or "", ())):
        words = _without(words, form)
    standings = {lexicon.standings[w] for w in words if w in lexicon.standings}
    kept = [w for w in words if w not in lexicon.standings and w not in lexicon.idle]
    if len(standings) > 1 or not kept:
        return None
    key = office_of(Post(" ".join(kept), None, country)).key
    parts = frozenset(key.split())
    office = (lexicon.of_state if body is None else lexicon.of_body).get(parts)
    if office is None and body is None and lexicon.branch in parts and len(parts) > 1 and not parts & lexicon.several:
        office = " ".join([*sorted(parts - {lexicon.branch}), lexicon.branch])
    return None if office is None else Read(office, next(iter(standings), HELD))


def seat_of(title: str, organization: str | None, country: str | None, body: Words | None) -> Seat | None:
    """Return the office that a title names of a body (id and names), else of a state; None where there is none."""
    read = read_title(title, body if organization is not None else None, country)
    if read is None or organization is None and country is None:
        return None
    return Seat(read.office, organization, None if organization is not None else country)


def never_two(seat: Seat) -> bool:
    """Say whether an office is one of a state of which there are never two holders."""
    return seat.country is not None and seat.office in _lexicon().never_two


def _words(text: str) -> Words:
    words = (word for word in WORD.findall(fold(text.replace("-", " ").replace("’s", "").replace("'s", ""))))
    return tuple(w for w in words if w not in ("the", "of"))


def _longest_first(forms: Iterable[Words]) -> tuple[Words, ...]:
    return tuple(sorted({form for form in forms if form}, key=lambda form: (-len(form), form)))


def _without(words: Words, form: Words) -> Words:
    """Return words without a run of others."""
    size = len(form)
    at = next((i for i in range(len(words) - size + 1) if words[i:i + size] == form), None)
    return words if at is None else (*words[:at], *words[at + size:])
