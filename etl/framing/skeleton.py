"""Write a sentence as words and signs, so that frames can be patterns a person can read.

Every mention that can take part becomes one sign; a list of them ("X, Y and Z") becomes one sign too. Signs are private-use
characters in ranges by kind, so a pattern says `{E}` and the match says which mention it was. What a sentence means is left
to those who match patterns.
"""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from etl.framing.governments import name_organs
from etl.framing.halves import name_halves
from etl.framing.owned import name_described, name_leaders, name_owned, name_states
from etl.framing.series import Group, Item, fold_lists, name_listed, with_members, without_parts
from etl.framing.wording import subject_words
from etl.spotting.mentions import Mention, Sentence
from etl.spotting.units import Units

BASES = {"E": 0xE000, "C": 0xE400, "L": 0xE800, "D": 0xEC00, "Z": 0xF000}
SIZE = 0x400
# "(second from the left)" and its brackets
LONGEST_DIRECTION = 8
PARTIES = ("person", "role", "body", "group", "pronoun")
KINDS = dict.fromkeys(PARTIES, "E") | {"country": "C", "place": "L", "date": "D", "citation": "Z"}


def sign_class(*kinds: str) -> str:
    """Return the character class that matches the signs of these kinds."""
    return "".join(f"{chr(BASES[k])}-{chr(BASES[k] + SIZE - 1)}" for k in kinds)


SIGNS = {
    "E": f"[{sign_class('E')}]",
    "C": sign_class("C"),
    "EC": f"[{sign_class('E', 'C')}]",
    "L": f"[{sign_class('L', 'C')}]",
    "D": f"[{sign_class('D')}]",
    "Z": f"[{sign_class('Z')}]",
}


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A sentence as text of words and signs; `units` gives the unit range of each word, `groups` what each sign stands for."""

    sentence: Sentence
    text: str
    tokens: tuple[str, ...]
    offsets: tuple[int, ...]
    units: tuple[tuple[int, int], ...]
    groups: dict[str, Group]

    @property
    def asks(self) -> bool:
        """Whether the sentence is a question, which tells no fact."""
        return self.tokens[-1:] == ("?",)

    def token_at(self, offset: int) -> int:
        """Return the index of the token that starts at or after a text offset."""
        return bisect_left(self.offsets, offset)

    def kind_at(self, at: int) -> str:
        """Return the kind of sign at a token, "" where it is a word or past the end."""
        group = self.groups.get(self.tokens[at]) if at < len(self.tokens) else None
        return group.kind if group else ""


def skeleton(sentence: Sentence) -> Skeleton:
    """Write one sentence as a skeleton."""
    tokens, offsets, spans, groups = [], [], [], {}
    counts = dict.fromkeys(BASES, 0)
    at = 0
    items = name_leaders(name_organs(name_halves(list(_items(sentence))), sentence.units), sentence.units)
    items = name_described(name_owned(items), sentence.units)
    for item in name_states(with_members(without_parts(name_listed(fold_lists(items))))):
        token = item.word
        if item.held is not None:
            token = chr(BASES[item.word] + counts[item.word])
            counts[item.word] = min(counts[item.word] + 1, SIZE - 1)
            groups[token] = item.held if isinstance(item.held, Group) else Group(item.word, item.mentions)
        tokens.append(token)
        offsets.append(at)
        spans.append(item.span)
        at += len(token) + 1
    return Skeleton(sentence, " ".join(tokens) + " ", tuple(tokens), tuple(offsets), tuple(spans), groups)


def _items(sentence: Sentence) -> Iterator[Item]:
    """Yield the words of a sentence, and its mentions in the place of the words they cover."""
    units = sentence.units
    starts: dict[int, Mention] = {m.first: m for m in sentence.mentions if m.kind in KINDS}
    i = sentence.first
    while i < sentence.last:
        m = starts.get(i)
        if m is not None and i == sentence.first and m.last - i > 1 and units.words[i].lower() in subject_words().participles:
            starts[i + 1] = replace(m, first=i + 1)
            m = None
        owned = m is not None and m.kind == "pronoun" and " " in (m.value or "")
        if owned and m.last in starts and starts[m.last].kind == "person":
            # "his host Kern"
            i = m.last
            continue
        if m is None and units.classes[i] == "(" and (closing := _direction(units, i, sentence.last)):
            i = closing
            continue
        if m is None:
            yield Item(_word(units.classes[i], units.words[i]), (i, i + 1))
            i += 1
        else:
            yield Item(KINDS[m.kind], (i, m.last), m)
            i = m.last


def _direction(units: Units, at: int, last: int) -> int:
    """Return where a bracket ends that only tells a place in a picture ("(second from left)"), 0 where none does."""
    closing = units.classes.find(")", at, min(last, at + LONGEST_DIRECTION))
    inside = units.words[at + 1:closing] if closing > at + 1 else []
    return closing + 1 if inside and all(w.lower() in subject_words().directions for w in inside) else 0


@lru_cache(maxsize=65_536)
def _word(cls: str, word: str) -> str:
    """Return the sign of a possessive, "and" for any single word that joins, else the word in lower case."""
    if cls == "v":
        return "§"
    return "and" if cls == "&" and " " not in word else word.lower().replace("'", "’")
