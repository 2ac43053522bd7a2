"""Hold the units of a block: words, marks and runs that stand for one thing, each with one class character.

A unit is a word, a mark, or a run that stands for one thing (a country of several words, a date, a citation). Classes:

    t the/a  u his/their  h he/they  r who/that  o of  f for/to/on  i in/at  a from  b other prepositions  & and/as well as
    d nationality  c country  G place  O known body  Q outlet  A acronym  K head of a body's name  k the same in lower case
    H head of a post  J plural that names a group  T honorific or rank  m modifier of a post  w domain word  q qualifier
    M W Y X capitalised m w q and other ordinary words  N capitalised, not ordinary  I initial  n particle in a name
    S suffix of a name  v possessive 's  D date  Z citation  # number  x other word  . , ; : ( ) [ ] " -  marks
"""
from __future__ import annotations

from dataclasses import dataclass

from etl.records import Span


@dataclass(frozen=True, slots=True)
class Fixed:
    """A stretch read beforehand (a date, a citation) that becomes one unit."""

    span: Span
    cls: str
    index: int


@dataclass(slots=True)
class Units:
    """The units of one block: parallel lists of starts, ends and normal forms, the class string, and values by position."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    classes: str
    values: dict[int, str]

    def span(self, first: int, last: int) -> Span:
        """Return the text span of the units `[first, last)`."""
        return Span(self.starts[first], self.ends[last - 1])

    def phrase(self, first: int, last: int) -> str:
        """Return the words of the units `[first, last)`, spaced as in the text."""
        return spaced(self.words, self.starts, self.ends, first, last)


def spaced(words: list[str], starts: list[int], ends: list[int], first: int, last: int) -> str:
    """Join words with a blank where the text has one."""
    if last - first == 1:
        return words[first]
    return "".join([f" {words[i]}" if i > first and starts[i] > ends[i - 1] else words[i] for i in range(first, last)])
