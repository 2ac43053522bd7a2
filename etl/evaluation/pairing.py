"""Pair what the extraction found with what an analyst labelled: entities by name, facts by the parties they share.

Every pairing is one to one, the best fit first.
"""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from etl.evaluation.labels import Account, Entity, Fact, Who

TITLES = frozenset(("president", "king", "prince", "general", "gen", "brigadier", "major", "maj", "colonel", "col",
                    "lieutenant", "lt", "mr", "mrs", "ms", "dr",
                    "sheikh", "shaykh", "sayyid", "seyyed", "ayatollah", "hojjat", "ul", "islam", "the"))
EMPTY = frozenset(("the", "a", "an", "of", "for", "to", "in", "on", "at", "and", "with", "by", "from", "his", "her", "its",
                   "their", "between", "as"))
QUOTE_MARKS = re.compile(r"[’‘'`´ʿʾ]")
MATCH = 0.5
FAR = 40


def folded(text: str) -> str:
    """Return the words in lower case without marks and diacritics."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    return " ".join(re.sub(r"\W+", " ", QUOTE_MARKS.sub("", plain)).split())


def content_words(text: str) -> frozenset[str]:
    """Return the words that carry meaning, singular and plural alike."""
    kept = (w for w in folded(text).split() if w not in EMPTY)
    return frozenset(w[:-1] if len(w) > 4 and w.endswith("s") else w for w in kept)


def alike(a: frozenset[str], b: frozenset[str]) -> float:
    """Return how much of two sets of words is common, from 0 to 1."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def spaced(text: str) -> str:
    """Return the text with single spaces and without bold marks."""
    return " ".join(text.replace("**", "").split())


# entities

def _names(entity: Entity) -> frozenset[str]:
    keys = (" ".join(w for w in folded(n).split() if w not in TITLES) or folded(n) for n in (entity.name, *entity.names))
    return frozenset(k for k in keys if k)


def pair_entities(labels: Iterable[Entity], found: Iterable[Entity]) -> dict[str, str]:
    """Return found key -> label key: the pairs that share most names first, of those the longest name.

    Names that are alike but for their titles ("Mr Banda", "Mrs Banda") go to the one who has most of them as written.
    """
    of_labels = [(e.key, _names(e), {e.name, *e.names}) for e in labels]
    of_found = [(e.key, _names(e), {e.name, *e.names}) for e in found]
    rated = [(len(both), max(map(len, both)), len(written & of_label), f, k)
             for (f, a, written), (k, b, of_label) in product(of_found, of_labels) if (both := a & b)]
    return _one_to_one((f, k) for *_, f, k in sorted(rated, reverse=True))


def _one_to_one(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    out: dict[str, str] = {}
    for found, label in pairs:
        if found not in out and label not in out.values():
            out[found] = label
    return out


# parties

@dataclass(frozen=True, slots=True)
class Identities:
    """Who is who in the two accounts: found key -> label key, and the names that unnamed posts are held against."""

    people: dict[str, str]
    organizations: dict[str, str]
    label_bodies: dict[str, Entity]
    found_names: dict[str, str]

    def same(self, label: Who, found: Who) -> bool:
        """Say whether a found party is the labelled one."""
        if label.person is not None:
            return self.people.get(found.person or "") == label.person
        if label.organization is not None:
            return self._same_body(label.organization, found)
        if label.words is not None:
            name = self.found_names.get(found.person or found.organization or "", "")
            return alike(content_words(label.words), content_words(f"{found.words or ''} {name}")) >= MATCH
        return label.country is not None and label.country == found.country and found.person is None

    def _same_body(self, key: str, found: Who) -> bool:
        if self.organizations.get(found.organization or "") == key:
            return True
        if found.words is None or found.person is not None:
            return False
        said = content_words(found.words)
        return any(words and words <= said for words in map(content_words, self.label_bodies[key].names))

    def shared(self, label: Fact, found: Fact) -> int:
        """Count the labelled parties that a found fact has, each found party used once."""
        left = list(found.parties)
        for party in label.parties:
            hit = next((f for f in left if self.same(party, f)), None)
            if hit is not None:
                left.remove(hit)
        return len(found.parties) - len(left)


def identities(labels: Account, found: Account) -> Identities:
    """Pair the people and bodies of two accounts."""
    return Identities(
        pair_entities(labels.people, found.people), pair_entities(labels.organizations, found.organizations),
        {o.key: o for o in labels.organizations}, {e.key: e.name for e in (*found.people, *found.organizations)},
    )


# facts

def told_alike(a: Fact, b: Fact) -> bool:
    """Say whether two facts rest on one sentence."""
    pairs = product(filter(None, map(spaced, a.quotes)), filter(None, map(spaced, b.quotes)))
    return any(x in y or y in x or alike(content_words(x), content_words(y)) > 0.8 for x, y in pairs)


def days_between(a: Fact, b: Fact) -> int | None:
    """Return the days between two facts' dates, 0 where they meet, None where one has no date."""
    if a.start is None or b.start is None:
        return None
    return max(0, (b.start - (a.end or a.start)).days, (a.start - (b.end or b.start)).days)


def affinity(label: Fact, found: Fact, who: Identities, *, section: str) -> tuple[bool, float] | None:
    """Return how well a found fact fits a label, None where it doesn't."""
    shared = who.shared(label, found)
    if not shared:
        return None
    share = 2 * shared / (len(label.parties) + len(found.parties))
    near, days = told_alike(label, found), days_between(label, found)
    if not near and (share < MATCH or (days is not None and days > FAR)):
        return None
    kin = (label.kind == "visit") == (found.kind == "visit") if section == "meetings" else label.kind == found.kind
    return kin, share + 0.3 * near - min(days or 0, 30) / 100


def pair_facts(labels: Iterable[Fact], found: Iterable[Fact], who: Identities, *, section: str) -> dict[str, str]:
    """Return found key -> label key, the best fit first."""
    rated = [(fit, f.key, k.key) for f, k in product(found,
                                                     labels) if (fit := affinity(k, f, who, section=section)) is not None]
    return _one_to_one((f, k) for _, f, k in sorted(rated, key=lambda r: r[0], reverse=True))
