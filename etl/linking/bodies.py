"""Keep the bodies of one document and say which one a stretch of units names.

A body is known from the seeds, by an acronym that the document explains, or by how it is described. A bare head ("the
ministry") means the last body of that kind; an acronym that nothing explains counts only where it is used more than once.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from etl.knowledge import Knowledge
from etl.linking.homonyms import Homonyms
from etl.spotting.mentions import Sentence
from etl.spotting.units import Units
from warehouse.keys import slug

BRACKETED = re.compile(r"\([AONG]\)")
SHORTEST = 3
"""So many letters an acronym has at least that names a body unexplained."""
IDLE = frozenset((
    "is", "was", "has", "had", "will", "also", "then", "later", "who", "and", "left", "returned", "called", "reported"))
"""Words after names that things have as well as bodies."""


@dataclass(slots=True)
class BodyEntry:
    """A body while the document is read."""

    key: str
    name: str
    kind: str
    country: str | None
    forms: Counter = field(default_factory=Counter)


class Bodies:
    """The bodies of one document, by key."""

    def __init__(self, knowledge: Knowledge, sentences: Iterable[Sentence], firms: dict[tuple[str, ...], str]) -> None:
        self.knowledge = knowledge
        self.firms = firms
        self.homonyms = Homonyms(knowledge, sentences)
        self.entries: dict[str, BodyEntry] = {}
        self.acronyms: dict[str, str] = {}
        self.spoken = Counter(w for s in sentences for w in s.units.words[s.first:s.last] if _is_acronym(w))
        self.pacts = {w for s in sentences for w in _pacts(s, knowledge.pact_words)}
        self._by_slug: dict[str, list[BodyEntry]] = {}

    def add_known(self, key: str, form: str) -> str:
        """Add a body of the seeds under a form of its name; return its key."""
        body = self.knowledge.bodies[key]
        return self._add(key, body.name, body.kind, body.country, form)

    def named(self, units: Units, first: int, last: int, value: str | None) -> str | None:
        """Return the key of the body that the units `[first, last)` name; None where they name none by themselves.

        Args:
            units: the units of the block.
            first: the first unit, articles and possessives included.
            last: the unit after the last.
            value: the key in the seeds, where the mention is known there.
        """
        classes = units.classes
        while first < last and classes[first] in "tu":
            first += 1
        bracket = classes.find("(", first, last)
        last = last if bracket < 0 else bracket
        full = units.phrase(first, last)
        if full in self.acronyms and self.acronyms[full] in self.entries:
            return self._met(self.acronyms[full], full)
        longer = self._of_longer_name(full)
        if longer:
            return self._met(longer, full)
        known = self.homonyms.chosen(value, full, None) if value and classes[first] == "O" else None
        if known:
            self.add_known(known, full)
            self._learn_acronym(units, last, known)
            return known
        bare, country = _unqualified(units, first, last)
        if classes[bare] == "O" and bare + 2 < last and classes[bare + 1] == "v":
            # "Hezbollah's Executive Council" names two
            parent = units.values[bare]
            self.add_known(parent, units.phrase(bare, bare + 1))
            country = country or self.knowledge.bodies[parent].country
            bare += 2
        if last - bare == 1 and classes[bare] == "O":
            known = self.homonyms.chosen(units.values[bare], units.words[bare], country)
            if known is None and len(units.words[bare]) < SHORTEST:
                return None
            return self.add_known(known, full) if known else self._described(units, bare, last, country, full)
        if classes[bare:last] == "OK" and self._apposed(units.values[bare], units.words[bare + 1]):
            return self.add_known(units.values[bare], full)
        name = units.phrase(bare, last)
        firm = next((b for b in self.entries.values() if b.kind == "company" and b.name.startswith(name + " ")), None)
        if firm is not None:
            return self._met(firm.key, name)
        alone = classes[bare] if last - bare == 1 else ""
        if alone == "K" and country is None:
            spoken = self._last_of_kind(name) if classes[first - 1:first] in ("t", "u") else None
            if spoken or not (" " in name or name in self.knowledge.sole_bodies):
                return spoken
        if alone == "A":
            return self._acronym(units, bare, country)
        return self._described(units, bare, last, country, full)

    def _described(self, units: Units, bare: int, last: int, country: str | None, full: str) -> str:
        """Add a body by its description."""
        classes, values = units.classes, units.values
        if classes[last - 3:last] == "Koc" and self.knowledge.body_kinds.get(units.words[last - 3]) == "company":
            # "Kestrel Mining of Canada": the country is no part of the name
            country, last = country or values[last - 1], last - 2
            full = units.phrase(bare, last)
        name = units.phrase(bare, last)
        whole = classes.find("o", bare, last)
        of_another = whole > 0 and classes[last - 1] in "KO"
        if (classes[last:last + 3] == "(O)" and not of_another and shortens(units.words[last + 1], name)
                and self.homonyms.near(values[last + 1], country)):
            return self.add_known(values[last + 1], full)
        if country is None and classes[last:last + 2] == "oc":
            # "the Ministry of Trade of Kenya"
            country = values[last + 1]
        if country is None and "-" not in units.words[bare]:
            country = next((values[j] for j in range(bare, last) if classes[j] in "dc"), None) or next(
                (self.knowledge.places[values[j]].country for j in range(bare, last) if classes[j] == "G"), None)
        heads = [units.words[j] for j in range(bare, last) if classes[j] == "K"]
        head = "" if not heads else heads[0 if len(heads) > 1 and " of " in name else -1]
        final = name.split()[-1]
        head = head or next((w for w in (units.words[bare], final, final.capitalize()) if w in self.knowledge.body_kinds), "")
        kind = self.knowledge.body_kinds.get(head) or self.firms.get((units.words[bare],), "other")
        stem = name_slug(name)
        same = next((b.key for b in self._by_slug.get(stem, ())
                     if b.country == country or b.country is None or country is None), None)
        key = self._add(same or stem + (f"-{country.lower()}" if country else ""), name, kind, country, full)
        self._met(key, name)
        # "Coordination of Azawad Movements (CMA)" is short for its name in another language
        bracketed = BRACKETED.match(classes, last) and sorted(initials(name)) != sorted(units.words[last + 1])
        if bracketed and of_another:
            # "the Policy Commission of the Green Valley Party (GVP)"
            self.named(units, whole + 1, last, None)
        else:
            self._learn_acronym(units, last, key)
        return key

    def _of_longer_name(self, name: str) -> str | None:
        """Return the one body whose longer name begins so: "the Workers' Front" of the Workers' Front of Chile."""
        if " " not in name or " of " in name or " for " in name:
            return None
        longer = {b.key for b in self.entries.values() if b.name.startswith((f"{name} of ", f"{name} for ", f"{name} in "))}
        return longer.pop() if len(longer) == 1 else None

    def _apposed(self, key: str, head: str) -> bool:
        """Say whether a head only says what a known body is: "the Hamas Movement"."""
        kinds = ("party", "militia", "armed_forces")
        return self.knowledge.bodies[key].kind in kinds[:2] and self.knowledge.body_kinds.get(head) in kinds

    def _last_of_kind(self, head: str) -> str | None:
        """Return the last body with this head: "the ministry"."""
        fits = [b.key for b in self.entries.values() if f" {head} " in f" {b.name} "]
        return fits[-1] if fits else None

    def _acronym(self, units: Units, at: int, country: str | None) -> str | None:
        """Return the body that an acronym stands for, or is where nothing explains it."""
        name = units.phrase(at, at + 1)
        key = self.acronyms.get(name) or self._initialled(name)
        if key and key in self.entries:
            return self._met(key, name)
        if units.words[at - 1:at] and units.words[at - 1] in self.knowledge.firms.before:
            # "the Lao electricity company EDL"
            return self._add(name_slug(name), name, self.knowledge.firms.before[units.words[at - 1]], country, name)
        if len(name) >= SHORTEST and name not in self.pacts and _alone(units, at) and (
                self.spoken[name] > 1 or self._branch(name) or self._acts(units, at)):
            return self._add(name_slug(name), name, "other", country, name)
        return None

    def _branch(self, name: str) -> bool:
        """Say whether a name is a known acronym and a further word: "ZKPM-North"."""
        head, hyphen, _ = name.partition("-")
        entry = self.knowledge.proper.single.get(head) if hyphen else None
        known = entry is not None and entry.cls == "O" and self.knowledge.bodies[entry.value].kind != "international"
        return bool(hyphen) and (head in self.acronyms or known)

    def _acts(self, units: Units, at: int) -> bool:
        """Say whether an acronym does what people and bodies do, or has people: "GVP signed", "the leader of the GVP,"."""
        classes, words = units.classes, units.words
        opens = at - (classes[at - 1:at] in ("x", "q") and classes[at - 2:at - 1] == "t")
        opens -= classes[opens - 1:opens] == "t"
        if classes[opens - 2:opens] in ("Ho", "Jo") and classes[at + 1:at + 2] in (",", ".", ";", "&", "(", "v"):
            return True
        if classes[at + 1:at + 2] == "H" or classes[at - 2:at] == "k," and classes[at + 1:at + 2] in (",", ".", ";"):
            # "GVP leader Ana Kern"; "its national company, GVP,"
            return True
        verb = at + 1 + (words[at + 1:at + 2] in (["has"], ["have"], ["also"]))
        doing = words[verb:verb + 1] and words[verb] in self.knowledge.verbs.speech and words[verb] not in IDLE
        return bool(doing) and classes[at - 1:at] in ("", ".", "t", ",", "&")

    def _initialled(self, acronym: str) -> str | None:
        """Return the described body whose words begin with these letters: TDF of the Tigray Democratic Front."""
        if len(acronym) < 3:
            return None
        for b in self.entries.values():
            if b.key not in self.knowledge.bodies and any(initials(form) == acronym for form in (b.name, *b.forms)):
                self.acronyms[acronym] = b.key
                return b.key
        return None

    def _learn_acronym(self, units: Units, last: int, key: str) -> None:
        """Learn "(GVP)" straight after a name."""
        if BRACKETED.match(units.classes, last) and units.words[last + 1].isupper():
            self.acronyms[units.words[last + 1]] = key
            self._met(key, units.words[last + 1])

    def _add(self, key: str, name: str, kind: str, country: str | None, form: str) -> str:
        entry = self.entries.get(key)
        if entry is None:
            entry = self.entries[key] = BodyEntry(key, name, kind, country)
            self._by_slug.setdefault(name_slug(name), []).append(entry)
        entry.country = entry.country or country
        return self._met(key, form)

    def _met(self, key: str, form: str) -> str:
        self.entries[key].forms[form] += 1
        return key


def _is_acronym(word: str) -> bool:
    """Say whether a word is an acronym, also one with a further word: "ZKPM-North"."""
    head = word.partition("-")[0]
    return len(head) > 2 and head.isupper()


def _pacts(sentence: Sentence, pact_words: frozenset[str]) -> Iterator[str]:
    """Yield the acronyms of pacts and the like: "the INF Treaty", "Plan of Action (KPA)"."""
    units = sentence.units
    for i in range(sentence.first, sentence.last - 1):
        if units.classes[i] != "A":
            continue
        if units.words[i + 1].lower() in pact_words:
            yield units.words[i]
        elif units.words[i - 1] == "(":
            start = max(sentence.first, i - 1 - 2 * len(units.words[i]))
            if any(w.lower() in pact_words and w[0].isupper() for w in units.words[start:i - 1]):
                yield units.words[i]


@lru_cache(maxsize=16_384)
def name_slug(name: str) -> str:
    """Return the name of a body as a key."""
    return slug(name)


@lru_cache(maxsize=16_384)
def initials(name: str) -> str:
    """Return the first letters of the capitalised words of a name."""
    return "".join(w[0] for w in name.replace("-", " ").split() if w[0].isupper())


def shortens(acronym: str, name: str) -> bool:
    """Say whether an acronym has the letters that begin the words of a name, in any order and but for one."""
    return acronym.isupper() and len(set(acronym) - set(initials(name))) <= 1


def _unqualified(units: Units, first: int, last: int) -> tuple[int, str | None]:
    """Return where a body's name begins after whose it is ("the Iraqi", "Iraq's"), and the country stated."""
    classes, bare, country = units.classes, first, None
    while bare < last - 1:
        possessive = (classes[bare] == "c" and classes[bare + 1] == "v") or (classes[bare] == "v" and bare > first)
        if (classes[bare] != "d" or "-" in units.words[bare]) and not possessive:
            # "the Chilean-Peruvian commission" is named by both
            break
        country = country or units.values.get(bare)
        bare += 1
    while last - bare > 1 and classes[bare] in "tv":
        bare += 1
    return bare, country


def _alone(units: Units, at: int) -> bool:
    """Say whether an acronym stands as a thing of its own rather than in a code, a number or brackets."""
    after = units.classes[at + 1] if at + 1 < len(units.classes) else "."
    return after not in "#-XWKN" and not (units.classes[at - 1:at] == "(" and after == ")")
