"""Hold what a sentence names: mentions, the posts stated with them, and the sentence itself.

Values only. Finding them is spot.py's work, saying who is who link.py's.
"""
from __future__ import annotations

from dataclasses import dataclass, field

from etl.records import Span
from etl.spotting.units import Units


@dataclass(frozen=True, slots=True)
class Role:
    """A post as stated: the phrase, its head, the words that tell it from others, whose it is, whether former."""

    first: int
    last: int
    phrase: str
    head: str
    domains: frozenset[str]
    country: str | None
    former: bool
    definite: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of units that names something.

    `kind` is person, role, body, inner (a body named within something else), group, country, place, pronoun, date, citation,
    outlet or unknown. `name` is the unit range of a person's bare name; `roles` are the posts stated with it; `value` is a
    country code, a gazetteer key or an index; `entity` the key of the person or body, once linked. `titled` says that a title
    or a post stands with a name, or that a state is told by its government.
    """

    kind: str
    first: int
    last: int
    name: tuple[int, int] | None = None
    roles: tuple[Role, ...] = ()
    value: str | None = None
    titled: bool = False
    entity: str | None = None
    body: str | None = None

    def country(self) -> str | None:
        """Return the country stated with a person."""
        return self.value or next((r.country for r in self.roles if r.country), None)


@dataclass(slots=True)
class Sentence:
    """One sentence: where it stands, its units and what it names."""

    block: int
    units: Units
    first: int
    last: int
    mentions: list[Mention]
    _text_span: Span = field(init=False)

    def __post_init__(self) -> None:
        self._text_span = self.units.span(self.first, self.last)

    def text_span(self) -> Span:
        """Return its span of the text."""
        return self._text_span

    def units_of(self, cls: str) -> list[int]:
        """Return its units of one class, in order."""
        classes = self.units.classes
        # most sentences have none
        return [i for i in range(self.first, self.last) if classes[i] == cls] if cls in classes[self.first:self.last] else []
