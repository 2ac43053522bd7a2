"""Read the name of a body as what can be compared: whose it is, its words in one order, its numbers, its place.

"University of Karsh" is read as "Karsh University", "the Kenyan Ministry of External Affairs" as "foreign ministry" of Kenya.
Names only: which body of the world is meant is left open.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from etl.identity.sounds import fold

from .numerals import number_of
from .words import SPLIT, BodyWords, Phrase, body_words, single

DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
POSSESSIVE = re.compile(r"['’‘ʼ]s$")
HYPHENED = re.compile(r"\b([A-Z]{1,6})-([A-Z]{1,4}|\d{1,3})\b")
ACRONYM = re.compile(r"[A-Z][A-Z0-9]+|[A-Z][a-z]?[A-Z]+[a-z]?")
OF = "of"
LONGEST = 5
"""Words of the longest name of a country that is looked up."""


@dataclass(frozen=True, slots=True)
class BodyName:
    """The name of a body as it is compared.

    Attributes:
        words: its words, folded, with what follows "of" in front; acronyms are in capitals.
        countries: the states whose it says the body is.
        places: where it says the body is, or what it is about: states, and for embassies and consulates towns.
        numbers: its numbers.
        initials: acronyms that the name could have.
    """

    words: Phrase
    countries: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    numbers: Phrase = ()
    initials: frozenset[str] = frozenset()

    @property
    def acronym(self) -> str | None:
        """Return the acronym that the name consists of, None where it is written out."""
        return self.words[0] if len(self.words) == 1 and self.words[0].isupper() and len(self.words[0]) > 1 else None

    @property
    def national(self) -> bool:
        """Say whether every state has a body of such a name."""
        national = body_words().national
        return any(self.words[-n:] in national for n in (1, 2))

    @property
    def order(self) -> tuple[object, ...]:
        """Return what names are sorted by."""
        return self.words, sorted(self.countries), sorted(self.places), self.numbers


class Reader:
    """Reads names; an acronym within a longer name is read as what it stands for, where one body only has it."""

    def __init__(self, acronyms: Mapping[str, str] | None = None) -> None:
        self._acronyms = dict(acronyms or {})
        self._read: dict[str, BodyName] = {}

    def copy(self) -> Reader:
        """Return a reader that knows what this one has read, and does not make it grow."""
        other = Reader(self._acronyms)
        other._read = dict(self._read)
        return other

    def read(self, text: str) -> BodyName:
        """Return a name as it is compared."""
        if text not in self._read:
            self._read[text] = self._parse(text)
        return self._read[text]

    def _parse(self, text: str) -> BodyName:
        lexicon = body_words()
        if text.isupper() and " " in text:
            text = text.title()
        tokens = _tokens(text, lexicon)
        alone = [t for t in tokens if single(t) not in lexicon.dropped]
        if len(alone) == 1 and alone[0].casefold() in lexicon.acronyms and ACRONYM.fullmatch(alone[0]):
            return self.read(lexicon.acronyms[alone[0].casefold()])
        segments, countries, places = _segments(tokens, lexicon)
        words = [w for _, segment in reversed(segments) for w in segment]
        if len(words) == 1 and words[0].casefold() in lexicon.acronyms and words[0].isupper():
            inner = self.read(lexicon.acronyms[words[0].casefold()])
            return BodyName(inner.words, frozenset(countries), frozenset(places), inner.numbers, inner.initials)
        if len(words) > 1:
            words = [part for w in words for part in self._spelt_out(w)]
        numbers = tuple(sorted(n for w in words if (n := number_of(w)) is not None))
        rest = _settled(_named(tuple(w for w in words if number_of(w) is None), lexicon), lexicon)
        return BodyName(rest or tuple(map(single, words)) or tuple(map(single, tokens)), frozenset(countries),
                        frozenset(places), numbers, _initials(tokens, lexicon))

    def _spelt_out(self, word: str) -> Iterable[str]:
        """Yield what an acronym within a longer name stands for."""
        full = self._acronyms.get(word)
        return self.read(full).words if full is not None and full.casefold() != word.casefold() else (word,)


def _tokens(text: str, lexicon: BodyWords) -> list[str]:
    """Return the words of a text as they stand; what stands in brackets is a word like others."""
    text = DOTTED.sub(lambda m: m.group().replace(".", ""), text)
    text = HYPHENED.sub(r"\1\2", text)
    for prefix in lexicon.prefixes:
        text = re.sub(rf"\b({prefix})-(?=[a-z])", r"\1", text, flags=re.IGNORECASE)
    return [t for t in SPLIT.split(text) if t.strip(".'’‘")]


def _segments(tokens: list[str], lexicon: BodyWords) -> tuple[list[tuple[str, list[str]]], set[str], set[str]]:
    """Return the parts of a name that "of" and "for" divide, the states whose it is, and where it is.

    What follows "in" and the like belongs to the part before; only a state there is taken out, or for embassies any place.
    """
    segments: list[tuple[str, list[str]]] = [("", [])]
    countries: set[str] = set()
    places: set[str] = set()
    abroad = any(single(t) in ("embassy", "consulate", "mission") for t in tokens)
    where, i = False, 0
    while i < len(tokens):
        word = fold(POSSESSIVE.sub("", tokens[i]))
        size, code = _country(tokens, i, lexicon)
        if code:
            (places if where else countries).add(code)
            i, where = i + size, where and i + size < len(tokens) and fold(tokens[i + size]) == "and"
            continue
        if where and abroad:
            size, place = _place(tokens, i, lexicon, state=any(single(t) == "embassy" for t in tokens))
            if size > 1 or word not in lexicon.dropped:
                places.add(place)
                i += size
                continue
        if word in (OF, "for"):
            segments.append((OF, []))
            where = False
        elif word in lexicon.places and i:
            where = True
        elif word not in lexicon.dropped or len(tokens) == 1 or ACRONYM.fullmatch(tokens[i]):
            segments[-1][1].append(tokens[i] if ACRONYM.fullmatch(tokens[i]) else single(POSSESSIVE.sub("", tokens[i])))
        i += 1
    return segments, countries, places


def _country(tokens: list[str], at: int, lexicon: BodyWords) -> tuple[int, str | None]:
    """Return the longest name of a country that begins here, with its length in words."""
    if not tokens[at][:1].isupper():
        return 0, None
    for size in range(min(LONGEST, len(tokens) - at), 0, -1):
        words = tokens[at:at + size]
        for last in (words[-1], POSSESSIVE.sub("", words[-1])):
            code = lexicon.countries.get(tuple(map(fold, (*words[:-1], last))))
            if code:
                return size, code
    return 0, None


def _place(tokens: list[str], at: int, lexicon: BodyWords, *, state: bool) -> tuple[int, str]:
    """Return the place that begins here, or where `state` its state, with its length in words."""
    for size in (3, 2, 1):
        name = tuple(map(single, tokens[at:at + size]))
        if len(name) == size and name in lexicon.states:
            return size, lexicon.states[name] if state else " ".join(name)
    return 1, single(tokens[at])


def _named(words: Phrase, lexicon: BodyWords) -> Phrase:
    """Drop legal forms; what a company does before such a word is one word with it: "oil company"."""
    out: list[str] = []
    for i, word in enumerate(words):
        if single(word) not in lexicon.forms:
            out.append(word)
        elif single(word) in lexicon.named and out:
            for size in (2, 1):
                if len(out) > size and tuple(out[-size:]) in lexicon.trades:
                    out[-size:] = [" ".join((*out[-size:], "company"))]
                    break
    return tuple(out)


def _settled(words: Phrase, lexicon: BodyWords) -> Phrase:
    """Return the words with every wording as the one that is compared."""
    words = _replaced(words, lexicon.same)
    if words and words[-1] in lexicon.ministries:
        before = words[:-1]
        return (*lexicon.portfolios.get(before, before), "ministry")
    return words


def _replaced(words: Phrase, table: Mapping[Phrase, Phrase]) -> Phrase:
    out: list[str] = []
    i = 0
    while i < len(words):
        size = next((n for n in (3, 2, 1) if words[i:i + n] in table and i + n <= len(words)), 0)
        out += table[words[i:i + size]] if size else words[i:i + 1]
        i += size or 1
    return tuple(out)


def _initials(tokens: list[str], lexicon: BodyWords) -> frozenset[str]:
    """Return the acronyms that a name could have: with its small words or without, with the state or without."""
    letters = [(t[0].upper(), t[0].isupper(), _country(tokens, i, lexicon)[1] is None) for i, t in enumerate(tokens)]
    plain = "".join(c for c, capital, _ in letters if capital)
    ways = {plain, "".join(c for c, capital, own in letters if capital and own), "".join(c for c, _, _ in letters)}
    return frozenset(w for w in ways if 3 <= len(w) <= 8)
