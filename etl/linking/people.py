"""Keep the people of one document and find the one that a name means.

Short names go to the full name they end (or, in family-first naming, begin). Whether a run of capitals is a person's name at
all is naming.py's question.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz.distance import JaroWinkler

from etl.knowledge import Knowledge
from etl.linking.spelling import bare, bones, compared, initials_agree, one_name
from etl.spotting.mentions import Mention, Role
from etl.spotting.roles import fits_role
from etl.spotting.units import Units

UNMARKED = str.maketrans("", "", '.,"“”')
ALIKE = 0.8
"""Names of one word in two spellings score above this; the post must agree as well."""


@dataclass(slots=True)
class PersonEntry:
    """A person while the document is read: full name tokens, forms met, posts stated; `kin` where he is named as somebody's."""

    tokens: tuple[str, ...]
    forms: Counter = field(default_factory=Counter)
    roles: list[tuple[Role, Mention, int]] = field(default_factory=list)
    first_at: int = 0
    key: str = ""
    regnal: bool = False
    kin: bool = False
    country: str | None = None
    body: str | None = None
    heads: set[str] = field(default_factory=set)
    rank: int = 0

    def full_name(self) -> str:
        """Return the full name as the text writes it, with the stops of its initials."""
        plain = " ".join(self.tokens)
        bare_name = plain.translate(UNMARKED)
        return next((form for form in self.forms if form.translate(UNMARKED) == bare_name), plain)

    def weight(self) -> tuple[int, int]:
        """Return how much speaks for this person among several of one name: how often and how early he was named."""
        return sum(self.forms.values()), -self.first_at


class People:
    """The people of one document, by key."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.entries: dict[str, PersonEntry] = {}
        self.spelt: dict[tuple[str, ...], PersonEntry] = {}
        self.aliases: dict[tuple[str, ...], PersonEntry] = {}
        self._by_last: dict[str, list[PersonEntry]] = {}
        self._by_end: dict[str, list[PersonEntry]] = {}
        self._by_word: dict[str, list[PersonEntry]] = {}
        self._by_bones: dict[str, list[PersonEntry]] = {}
        self._added = 0

    def add(self, entry: PersonEntry) -> None:
        """Add a person; one with the same key gives way."""
        known = self.entries.get(entry.key)
        self._added += 1
        entry.rank = known.rank if known else self._added
        self.entries[entry.key] = entry
        self._by_last.setdefault(compared(entry.tokens)[-1], []).append(entry)
        self._index(entry)

    def lengthen(self, entry: PersonEntry, tokens: tuple[str, ...]) -> None:
        """Keep the longer of two forms as the full name, of two as long the one with fewer initials."""
        if _fullness(tokens) > _fullness(entry.tokens):
            entry.tokens = tokens
            self._index(entry)

    def drop(self, key: str) -> None:
        """Forget a person, if known."""
        self.entries.pop(key, None)

    def _index(self, entry: PersonEntry) -> None:
        names = compared(entry.tokens)
        for end in {names[0], names[-1]}:
            self._by_end.setdefault(end, []).append(entry)
        for word in {bare(t) for t in entry.tokens}:
            self._by_word.setdefault(word, []).append(entry)
        self._by_bones.setdefault(bones(entry.tokens[-1]), []).append(entry)

    def _in_order(self, found: Iterable[PersonEntry]) -> list[PersonEntry]:
        """Return what an index holds as the entries stand: an index keeps people who gave way and forms that grew."""
        return sorted((e for e in found if self.entries.get(e.key) is e), key=lambda e: e.rank)

    def like(self, tokens: tuple[str, ...], country: str | None = None, heads: frozenset[str] = frozenset()) -> PersonEntry | None:
        """Return the first person whose full name these tokens spell, shorten or lengthen; two countries are two people.

        Initials alone join nobody to the holder of another post: the president P. W. Kern is not the minister Paul Kern.
        """
        names = compared(tokens)
        if not names:
            return None
        # names that are one begin or end alike
        alike = self._in_order(e for end in {names[0], names[-1]} for e in self._by_end.get(end, ()))
        for fits in (one_name, initials_agree):
            for entry in alike:
                known = compared(entry.tokens)
                one_country = not (country and entry.country and country != entry.country)
                other_post = fits is initials_agree and heads and entry.heads and heads.isdisjoint(entry.heads)
                if known == names or (one_country and not other_post and fits(known, names)):
                    return entry
        return None

    def spelt_alike(self, tokens: tuple[str, ...], m: Mention) -> PersonEntry | None:
        """Return the holder of the same kind of post whose name differs in the spelling of one word: Chou and Zhou En-lai."""
        heads = {r.head for r in m.roles}
        for entry in self.entries.values() if heads else ():
            if len(entry.tokens) != len(tokens) or not heads & entry.heads:
                continue
            odd = [(bare(a), bare(b)) for a, b in zip(entry.tokens, tokens) if bare(a) != bare(b)]
            if len(odd) == 1 and JaroWinkler.normalized_similarity(*odd[0]) >= ALIKE:
                return entry
        return None

    def find(self, units: Units, tokens: tuple[str, ...], m: Mention) -> PersonEntry | None:
        """Return the person whom a name means, if one is known by it."""
        entry = self.aliases.get(tokens) or self.spelt.get(tokens)
        if entry is not None:
            return entry
        if full(tokens):
            return self.like(tokens, m.country(), frozenset(r.head for r in m.roles))
        if regnal(units, m, self.knowledge):
            return self._crowned(bare(tokens[-1]), m)
        fits = self._bearers(tokens[-1], m) or self._called(tokens[-1], m)
        # the family name alone is not that of somebody's wife or son
        fits = [e for e in fits if not e.kin] or [e for e in fits if not m.roles or any(fits_role(r, m.roles[0]) for r, _, _ in e.roles)]
        if len(tokens[0]) == 1:
            # "P. Banda" is not Joan Banda
            fits = [e for e in fits if len(e.tokens) < 2 or e.tokens[0][0] == tokens[0]]
        if len(fits) > 1 and m.roles:
            fits = [e for e in fits if any(fits_role(r, m.roles[0]) for r, _, _ in e.roles)] or fits
        return max(fits, key=PersonEntry.weight) if fits else None

    def _crowned(self, given: str, m: Mention) -> PersonEntry | None:
        """Return the one known by this given name: "King Hussein"."""
        held = m.roles[-1].head if m.roles else None
        for e in self.entries.values():
            if e.regnal and bare(e.tokens[0]) == given:
                if "bin" in e.tokens or held is None or not e.roles or any(r.head == held for r, _, _ in e.roles):
                    return e
        return None

    def _bearers(self, token: str, m: Mention) -> list[PersonEntry]:
        """Return the people whom one word can name: by the family name, the first of the names, the sound, a name within."""
        name, sound = bare(token), bones(token)
        family = self._by_last.get(name, [])
        last = [e for e in family if not e.kin] or family
        fits = [e for e in last if len(e.tokens) > 1] or last
        if fits:
            return fits
        borne = self._in_order(self._by_word.get(name, ()))
        fits = [e for e in borne if len(e.tokens) > 1 and bare(e.tokens[0]) == name
                and (len(name) <= 5 or e.tokens[0] not in self.knowledge.given)]
        if not fits and len(sound) >= 3:
            fits = [e for e in self._in_order(self._by_bones.get(sound, ())) if bones(e.tokens[-1]) == sound
                    and e.tokens[-1][0] == token[0] and (m.roles or len(e.tokens) > 1)]
        return fits or [e for e in borne if len(e.tokens) > 2 and any(bare(t) == name for t in e.tokens[1:])]

    def _called(self, given: str, m: Mention) -> list[PersonEntry]:
        """Return the one person of this given name, where no post contradicts: "Mahathir" of Mahathir bin Mohamad."""
        name = bare(given)
        fits = [e for e in self._in_order(self._by_end.get(name, ())) if len(e.tokens) > 1 and bare(e.tokens[0]) == name]
        held = bool(m.roles) and len(fits) == 1 and any(fits_role(r, m.roles[0]) for r, _, _ in fits[0].roles)
        return fits if len(fits) == 1 and (held or not m.titled or not fits[0].roles) else []


def _fullness(tokens: tuple[str, ...]) -> tuple[int, int]:
    return len(tokens), sum(len(t) > 1 for t in tokens)


def full(tokens: tuple[str, ...]) -> bool:
    """Say whether name tokens are more than a family name: a given name or its initial stands with it."""
    return len(tokens) > 1 and any(len(t) > 1 for t in tokens)


def regnal(units: Units, m: Mention, knowledge: Knowledge) -> bool:
    """Say whether a title before the name goes with a given name: "King Olav", "Sheikh Mohamed"."""
    if m.name is None or m.name[0] == m.first:
        return False
    posts, word = knowledge.posts, units.words[m.name[0] - 1].lower().rstrip(".")
    return word in posts.regnal or word in posts.regnal_titles or (bool(m.roles) and m.roles[-1].head in posts.regnal)
