"""Decide which mentions name a person, and whom: full names first, then the short ones that they explain.

A name that nothing explains is a person's only where something beside it says so; else the mention becomes a place, a body or
unknown. In headings capitals prove nothing.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from etl.knowledge import Knowledge
from etl.linking.firms import find_firms, whole_name
from etl.linking.people import People, PersonEntry, full, regnal
from etl.linking.second_names import second_names, words_of, written
from etl.linking.spelling import bare
from etl.linking.wives import Wives
from etl.spotting.mentions import Mention, Sentence
from etl.spotting.places import kind_of
from etl.spotting.units import Units
from warehouse.keys import slug

MARKS = frozenset((".", ",", "“", "”", '"'))
ALIAS_WITHIN = 8
"""So many words can stand between a name and the one under which its bearer is known."""
HEADINGS = frozenset(("heading", "title"))
NUMERAL = re.compile(r"[IVX]{2,}|[VX]")
"""The number of a ruler after his given name."""


@dataclass(frozen=True, slots=True)
class Named:
    """A mention that may name a person: where it stands and the tokens of the bare name."""

    order: int
    at: int
    sentence: Sentence
    mention: Mention
    tokens: tuple[str, ...]

    def units(self) -> Units:
        """Return the units it stands in."""
        return self.sentence.units

    def spoken_to(self) -> bool:
        """Say whether a post or a title stands with the name."""
        return bool(self.mention.roles) or self.mention.titled


class Naming:
    """Finds the people of one document and links their mentions."""

    def __init__(self, knowledge: Knowledge, sentences: list[Sentence], kinds: list[str]) -> None:
        self.knowledge = knowledge
        self.sentences = sentences
        self.kinds = kinds
        self.people = People(knowledge)
        self.firms = find_firms(knowledge, sentences)
        self.wives = Wives()
        self.named = list(_named(sentences))
        self.sites = {n.tokens for group in self.named for n in group if not n.spoken_to() and self._lies_there(n)}
        self.sites -= {n.tokens for group in self.named for n in group if n.spoken_to() or self._acts(n)}
        self.lone = Counter(bare(n.tokens[0]) for group in self.named for n in group if len(n.tokens) == 1)

    def run(self) -> dict[str, PersonEntry]:
        """Link every name; return the people who are named, by key."""
        for group in self.named:
            for n in group:
                self._full(n)
            self._aliases(group)
        for n in (n for group in self.named for n in group):
            # "the President and Mrs. X": his name stands with hers
            if n.mention.name[0] >= n.mention.last:
                self.wives.marry(n.tokens[-1])
        for group in self.named:
            for n in group:
                n.sentence.mentions[n.at] = self._wife(n, group) or self._linked(n)
        # a name met before its full form stands under the full form's key already
        return {key: e for key, e in self.people.entries.items() if e.forms}

    def _full(self, n: Named) -> None:
        """Learn a full name."""
        m, tokens = n.mention, n.tokens
        if not full(tokens) or not self._surely_person(n):
            return
        country = m.country()
        entry = self.people.like(tokens, country, frozenset(r.head for r in m.roles)) or self.people.spelt_alike(tokens, m)
        if entry is not None:
            self.people.spelt[tokens] = entry
        else:
            royal = regnal(n.units(), m, self.knowledge) or "bin" in tokens or NUMERAL.fullmatch(tokens[-1]) is not None
            entry = PersonEntry(tokens, first_at=n.order, key=slug(" ".join(tokens)), country=country, regnal=royal)
            self.people.add(entry)
        self.wives.learn(entry, n.units(), m)
        entry.heads.update(r.head for r in m.roles)
        self.people.lengthen(entry, tokens)

    def _surely_person(self, n: Named) -> bool:
        """Say whether a name of several tokens is surely a person's."""
        m, units, tokens, names = n.mention, n.units(), n.tokens, self.knowledge.names
        if self.kinds[n.sentence.block] in HEADINGS and not (n.spoken_to() or _by(units, m)):
            return False
        following = units.words[m.last] if m.last < len(units.words) else ""
        # "the dam of X", "X prison"
        of = units.words[m.first - 2] if m.first > 1 and units.classes[m.first - 1] == "o" else ""
        site = (tokens[0] in names.site_before or of in names.site_of
                or any(w.title() in names.site_after for w in (tokens[-1], following)))
        if site or tokens in self.firms or tokens in self.sites:
            return False
        if n.spoken_to() or any(t in self.knowledge.given or t in self.knowledge.surnames for t in tokens):
            return True
        before = units.classes[m.first - 1] if m.first else "."
        after = units.classes[m.last] if m.last < len(units.classes) else "."
        return before != "t" and after not in "KkXW"

    def _aliases(self, group: list[Named]) -> None:
        """Learn a second name: "Mahmoud Karimi (Abu Omar)"."""
        if len(group) < 2:
            return
        ending: dict[int, list[Named]] = {}
        for a in group:
            ending.setdefault(a.mention.name[1], []).append(a)
        for b in group:
            m = b.mention
            near = [a for end in range(m.first - ALIAS_WITHIN, m.first) for a in ending.get(end, ())]
            for a in sorted(near, key=lambda a: a.order):
                if b is a or not _also_called(a, m, self.knowledge.names.called):
                    continue
                entry = self.people.like(a.tokens)
                if entry is not None:
                    self.people.aliases[b.tokens] = entry
                    self.people.drop(slug(" ".join(b.tokens)))

    def _wife(self, n: Named, group: list[Named]) -> Mention | None:
        """Return the mention of a "Mrs X" with the wife she is, None where she is nobody's."""
        m, units = n.mention, n.units()
        entry = self.wives.called(units, n.tokens, m, [other.tokens for other in group if other is not n])
        if entry is None:
            return None
        self.people.entries.setdefault(entry.key, entry)
        entry.forms[units.phrase(m.first, m.name[1])] += 1
        return replace(m, entity=entry.key)

    def _linked(self, n: Named) -> Mention:
        """Return the mention with its person, or as what else it is."""
        m, units, tokens = n.mention, n.units(), n.tokens
        if tokens in self.firms and not m.roles:
            return replace(m, kind="body", last=whole_name(units, m), value=None, name=None)
        entry = self.people.find(units, tokens, m)
        if entry is None and self._perhaps_person(n):
            key = slug(" ".join(tokens))
            entry = self.people.entries.get(key)
            if entry is None:
                entry = PersonEntry(tokens, first_at=n.order, key=key, regnal=regnal(units, m, self.knowledge))
                self.people.add(entry)
        if entry is None:
            return self._nobody(n)
        entry.forms.update((written(units, *m.name), *second_names(units, *m.name)))
        if len(tokens) == 1 and m.name[0] - m.first == 1:
            entry.forms[units.phrase(m.first, m.name[1])] += 1
        entry.roles.extend((role, m, n.sentence.block) for role in m.roles)
        entry.country = entry.country or m.value
        entry.body = entry.body or m.body or self._sent_by(units, m)
        return replace(m, entity=entry.key)

    def _perhaps_person(self, n: Named) -> bool:
        """Say whether a name that no fuller form explains is a person's."""
        m, units, tokens = n.mention, n.units(), n.tokens
        if not n.spoken_to() and (self.kinds[n.sentence.block] in HEADINGS or tokens in self.sites):
            return False
        if max(map(len, tokens)) < 2 or (len(tokens) > 1 and sum(len(t) > 2 for t in tokens) >= 2):
            return False
        if n.spoken_to():
            # "Shah Deniz field"
            return _word(units, m.last) not in self.knowledge.names.place_kinds
        before = units.classes[m.first - 1] if m.first else "."
        inside = m.last < len(units.words)
        within = before in "XWMYK" and m.first > n.sentence.first + 1 and units.words[m.first - 1][0].isupper()
        if before == "t" or within or (inside and units.classes[m.last] in "KkXWHJ-"):
            return False
        known = any(t in self.knowledge.given or t in self.knowledge.surnames for t in tokens if len(t) > 1)
        likely = known or sum(len(t) == 1 for t in tokens) > 1 or self.lone[bare(tokens[0])] >= 2
        speaks = (units.words[m.last].lower() if inside else ".") in self.knowledge.verbs.speech
        return (speaks and before != "i" and (likely or before in '.,:"&')) or (likely and len(tokens) > 1)

    def _acts(self, n: Named) -> bool:
        """Say whether a name opens a sentence or a verb of what people do follows it."""
        following = _word(n.units(), n.mention.last)
        return n.mention.first == n.sentence.first or (following != "and" and following in self.knowledge.verbs.speech)

    def _lies_there(self, n: Named) -> bool:
        """Say whether a name is surely a place's: "the town of X", "at X airport", "at X"."""
        m, units, names = n.mention, n.units(), self.knowledge.names
        before, following = _word(units, m.first - 1), _word(units, m.last, lower=False)
        if kind_of(units, m.first, names.place_kinds) is not None:
            return True
        if before in ("at", "in", "near", "the") and following in names.place_kinds:
            return True
        if before == "to" and _word(units, m.first - 2) in names.journeys:
            return True
        # who one is in or at is no person, but for whose house it is
        return units.classes[m.first - 1:m.first] == "i" and units.classes[m.last:m.last + 1] != "v"

    def _nobody(self, n: Named) -> Mention:
        """Return a name that is no person's as a place, where someone is or goes there, else as unknown."""
        m, units, names = n.mention, n.units(), self.knowledge.names
        first, last = m.name
        first -= _word(units, first - 1, lower=False) in names.site_before
        last += _word(units, last, lower=False) in names.site_after or _word(units, last) in names.place_kinds
        before = _word(units, first - 1)
        if before == "the":
            before = _word(units, first - 2)
        there = before in names.before_place or kind_of(units, first, names.place_kinds) is not None
        if there and not n.spoken_to():
            return replace(m, kind="place", first=first, last=last, value="~" + units.phrase(first, last))
        return replace(m, kind="unknown", value=None)

    def _sent_by(self, units: Units, m: Mention) -> str | None:
        """Return the party or armed group in a person's post, for which he acts rather than for a state."""
        for role in m.roles:
            for i in range(role.first, role.last):
                if units.classes[i] == "O" and self.knowledge.bodies[units.values[i]].kind in ("party", "militia"):
                    return units.values[i]
        return None


def _named(sentences: list[Sentence]) -> Iterator[list[Named]]:
    """Yield the mentions of each sentence that may name a person; `order` counts all mentions of the document."""
    order = 0
    for sentence in sentences:
        group = []
        for at, m in enumerate(sentence.mentions):
            order += 1
            if m.kind == "person" and m.name is not None:
                tokens = tuple([w for w in words_of(sentence.units, *m.name) if w not in MARKS])
                group.append(Named(order, at, sentence, m, tokens))
        yield group


def _also_called(a: Named, m: Mention, called: frozenset[str]) -> bool:
    """Say whether a name's second name follows, in brackets or after "known as" or ", called"."""
    units, end = a.units(), a.mention.name[1]
    if units.classes[end:m.first] == "(":
        return units.classes[m.last:m.last + 1] == ")"
    between = [w.lower() for w in units.words[end:m.first]] if end < m.first <= end + ALIAS_WITHIN else []
    return (between[:1] == [","] and between[-1] in called) or (between[-1:] == ["as"] and "known" in between)


def _word(units: Units, at: int, *, lower: bool = True) -> str:
    """Return the word of a unit, empty where there is none."""
    word = units.words[at] if 0 <= at < len(units.words) else ""
    return word.lower() if lower else word


def _by(units: Units, m: Mention) -> bool:
    """Say whether a byline introduces the name."""
    return m.first > 0 and units.words[m.first - 1].lower() in ("by", ":")
