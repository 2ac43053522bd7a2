"""Decide which mentions of a document denote the same person or body, and who an unnamed post is.

Short names go to the full name they end (or, in family-first naming, begin). A post without a name goes to the person of the
document who holds it; "the minister" to the nearest one before it in the same item. What has no holder stays an open role.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from etl.knowledge import Knowledge, slug
from etl.records import Span
from etl.spot import Mention, Role, role_words
from etl.tokens import Units

SPEECH = frozenset((
    "said says stated states added noted told stressed emphasized emphasised declared announced remarked reported warned urged called claimed explained praised thanked met visited arrived "
    "received held discussed expressed welcomed hosted traveled travelled spoke attended signed informed underscored reaffirmed reiterated condemned affirmed asked responded replied argued "
    "argues believes thinks wrote writes tweeted highlighted confirmed denied rejected accused offered appealed returned left departed flew landed is was has had will also then later himself herself who and "
    "instructed ordered agreed conveyed briefed commended congratulated vowed pledged promised insisted recalled pointed assured invited accepted meets visits calls holds travels arrives hosts welcomes receives speaks").split())


@dataclass(slots=True)
class PersonEntry:
    """A person while the document is read: full name tokens, forms met, posts stated."""

    tokens: tuple[str, ...]
    forms: Counter = field(default_factory=Counter)
    roles: list[tuple[Role, Mention, int]] = field(default_factory=list)
    first_at: int = 0
    key: str = ""
    regnal: bool = False
    country: str | None = None
    body: str | None = None
    heads: set[str] = field(default_factory=set)


@dataclass(slots=True)
class BodyEntry:
    """A body while the document is read."""

    key: str
    name: str
    kind: str
    country: str | None
    forms: Counter = field(default_factory=Counter)


@dataclass(slots=True)
class Sentence:
    """One sentence: where it stands, its units and what it names."""

    block: int
    units: Units
    first: int
    last: int
    mentions: list[Mention]

    def text_span(self) -> Span:
        """Return its span of the text."""
        return self.units.span(self.first, self.last)


def same_word(a: str, b: str) -> bool:
    """Say whether two name tokens are one but for case, diacritics, apostrophes and the article."""
    return _bare(a) == _bare(b)


@lru_cache(maxsize=65_536)
def _bare(token: str) -> str:
    key = slug(token) if "-" in token else slug(token).replace("-", "")
    return re.sub(r"([aou])e", r"\1", re.sub(r"^(?:al|el|as|ash|ad|an|ar|az)-", "", key))


def _by(units: Units, m: Mention) -> bool:
    """Say whether a byline introduces the name."""
    return m.first > 0 and units.words[m.first - 1].lower() in ("by", ":")


@lru_cache(maxsize=65_536)
def _bones(token: str) -> str:
    """Return the consonants of a name, alike for alike sounds: Mekdad and Miqdad."""
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy]", "", _bare(token).translate(str.maketrans("qcwz", "kkvs"))))


class Linker:
    """Builds the people and bodies of one document."""

    def __init__(self, knowledge: Knowledge, sentences: list[Sentence], kinds: list[str]) -> None:
        self.knowledge = knowledge
        self.sentences = sentences
        self.kinds = kinds
        self.people: dict[str, PersonEntry] = {}
        self.bodies: dict[str, BodyEntry] = {}
        self.acronyms: dict[str, str] = {}
        self.by_last: dict[str, list[PersonEntry]] = {}
        self.seen: list[str] = []
        self.spelt: dict[tuple[str, ...], PersonEntry] = {}
        self.firms: set[tuple[str, ...]] = set()
        self.aliases: dict[tuple[str, ...], PersonEntry] = {}

    def run(self) -> None:
        """Link everything; mentions get their entity's key."""
        self._full_names()
        self._short_names()
        self._bodies()
        self._compounds()
        self._roles()

    # people

    def _tokens(self, units: Units, name: tuple[int, int]) -> tuple[str, ...]:
        return tuple(w for w in units.words[name[0]:name[1]] if w not in (".", ",", "“", "”", "\""))

    def _strong(self, sentence: Sentence, m: Mention, tokens: tuple[str, ...]) -> bool:
        """Say whether a name of several tokens is surely a person's."""
        units = sentence.units
        sites = self.knowledge.rules["names"]["sites"]
        after = units.words[m.last] if m.last < len(units.words) else ""
        if tokens in self.firms or tokens[0] in sites["before"] or tokens[-1] in sites["after"] or after in sites["after"]:
            return False
        if m.roles or m.titled:
            return True
        if any(t in self.knowledge.given or t in self.knowledge.surnames for t in tokens):
            return True
        before = units.classes[m.first - 1] if m.first else "."
        after = units.classes[m.last] if m.last < len(units.classes) else "."
        return before != "t" and after not in "KkXW"

    def _full_names(self) -> None:
        order = 0
        for sentence in self.sentences:
            for m in sentence.mentions:
                if m.kind == "body" and not m.value:
                    words = sentence.units.words[m.first:m.last]
                    if self.knowledge.body_kinds.get(words[-1]) == "company":
                        self.firms.update(tuple(words[:n]) for n in range(1, len(words) + 1))
        for sentence in self.sentences:
            heading = self.kinds[sentence.block] in ("heading", "title")
            for m in sentence.mentions:
                order += 1
                if m.kind != "person" or m.name is None:
                    continue
                tokens = self._tokens(sentence.units, m.name)
                if sum(len(t) > 1 for t in tokens) < 2 or (heading and not (m.roles or m.titled or _by(sentence.units, m))) or not self._strong(sentence, m, tokens):
                    continue
                country = m.value or next((r.country for r in m.roles if r.country), None)
                entry = self._entry_like(tokens, country) or self._spelt_alike(tokens, m)
                if entry is not None:
                    self.spelt[tokens] = entry
                if entry is None:
                    entry = PersonEntry(tokens, first_at=order, country=country, regnal=regnal(sentence.units, m) or "bin" in tokens)
                    entry.key = slug(" ".join(tokens))
                    self.people[entry.key] = entry
                    self.by_last.setdefault(self._compared(tokens)[-1], []).append(entry)
                entry.heads.update(r.head for r in m.roles)
                if len(tokens) > len(entry.tokens):
                    entry.tokens = tokens
            self._aliases(sentence)

    def _aliases(self, sentence: Sentence) -> None:
        """Learn a second name in brackets: "Mahmoud Abbas (Abu Mazen)"."""
        classes = sentence.units.classes
        named = [m for m in sentence.mentions if m.kind == "person" and m.name]
        for a, b in ((a, b) for b in named for a in named if b is not a):
            if classes[a.name[1]:b.first] == "(" and classes[b.last:b.last + 1] == ")":
                entry = self._entry_like(self._tokens(sentence.units, a.name))
                if entry is not None:
                    alias = self._tokens(sentence.units, b.name)
                    self.aliases[alias] = entry
                    self.people.pop(slug(" ".join(alias)), None)

    def _spelt_alike(self, tokens: tuple[str, ...], m: Mention) -> PersonEntry | None:
        """Return the holder of the same kind of post whose name differs in the spelling of one word: Chou and Zhou En-lai."""
        heads = {r.head for r in m.roles}
        for entry in self.people.values():
            if len(entry.tokens) != len(tokens) or not heads & entry.heads:
                continue
            odd = [(a, b) for a, b in zip(entry.tokens, tokens) if _bare(a) != _bare(b)]
            if len(odd) == 1 and JaroWinkler.normalized_similarity(*map(_bare, odd[0])) >= ALIKE:
                return entry
        return None

    def _compared(self, tokens: tuple[str, ...]) -> list[str]:
        """Return name tokens for comparing: without marks and suffixes, a short given name as the long one."""
        short = self.knowledge.rules["names"]["short"]
        return [_bare(short.get(t, t) if i == 0 else t) for i, t in enumerate(tokens) if t not in (",", "Jr", "Sr")]

    def _entry_like(self, tokens: tuple[str, ...], country: str | None = None) -> PersonEntry | None:
        """Return the person whose full name these tokens spell, shorten or lengthen."""
        bare = self._compared(tokens)
        for entry in self.people.values():
            known = self._compared(entry.tokens)
            if known == bare:
                return entry
            if country and entry.country and country != entry.country:
                continue
            short, long = sorted((known, bare), key=len)
            if len(short) >= 2 and len(short) < len(long):
                if short[-1] == long[-1] and short[0] == long[0]:
                    return entry
                if long[-len(short):] == short or (long[:len(short)] == short and len(long) - len(short) <= 2):
                    return entry
        return None

    def _short_names(self) -> None:
        order = 0
        pending: Counter = Counter()
        for sentence in self.sentences:
            for m in sentence.mentions:
                if m.kind == "person" and m.name and len(self._tokens(sentence.units, m.name)) == 1:
                    pending[_bare(self._tokens(sentence.units, m.name)[0])] += 1
        for sentence in self.sentences:
            for at, m in enumerate(sentence.mentions):
                order += 1
                if m.kind != "person" or m.name is None:
                    continue
                tokens = self._tokens(sentence.units, m.name)
                if tokens in self.firms and not m.roles:
                    sentence.mentions[at] = replace(m, kind="body", value=None, name=None)
                    continue
                entry = self._known(sentence.units, tokens, m)
                if entry is None and self._lone_person(sentence, m, tokens, pending):
                    entry = PersonEntry(tokens, first_at=order, key=slug(" ".join(tokens)), regnal=regnal(sentence.units, m))
                    if entry.key in self.people:
                        entry = self.people[entry.key]
                    else:
                        self.people[entry.key] = entry
                        self.by_last.setdefault(self._compared(tokens)[-1], []).append(entry)
                if entry is None:
                    before = sentence.units.words[m.first - 1].lower() if m.first else ""
                    if before == "the" and m.first > 1:
                        before = sentence.units.words[m.first - 2].lower()
                    located = before in ("in", "at", "near", "to", "from", "visited", "toured", "via") and not m.roles and not m.titled
                    sentence.mentions[at] = replace(m, kind="place" if located else "unknown", value="~" + sentence.units.phrase(*m.name) if located else None)
                    continue
                entry.forms[sentence.units.phrase(*m.name)] += 1
                if len(tokens) == 1 and m.name[0] - m.first == 1:
                    entry.forms[sentence.units.phrase(m.first, m.last)] += 1
                entry.roles.extend((role, m, sentence.block) for role in m.roles)
                entry.country = entry.country or m.value
                entry.body = entry.body or m.body or self._sent_by(sentence.units, m)
                sentence.mentions[at] = replace(m, entity=entry.key)
        # names met before their full form stand under the full form's key already; drop people nobody mentions
        self.people = {key: e for key, e in self.people.items() if e.forms}

    def _sent_by(self, units: Units, m: Mention) -> str | None:
        """Return the party or armed group in a person's post, for which he acts rather than for a state."""
        for role in m.roles:
            for i in range(role.first, role.last):
                if units.classes[i] == "O" and self.knowledge.bodies[units.values[i]].kind in ("party", "militia"):
                    return units.values[i]
        return None

    def _known(self, units: Units, tokens: tuple[str, ...], m: Mention) -> PersonEntry | None:
        if tokens in self.aliases:
            return self.aliases[tokens]
        if tokens in self.spelt:
            return self.spelt[tokens]
        if sum(len(t) > 1 for t in tokens) >= 2:
            return self._entry_like(tokens, m.value or next((r.country for r in m.roles if r.country), None))
        last = _bare(tokens[-1])
        if regnal(units, m):
            # "King Hussein" is known by his given name
            held = m.roles[-1].head if m.roles else None
            return next((e for e in self.people.values() if _bare(e.tokens[0]) == last and e.regnal and (
                "bin" in e.tokens or held is None or any(r.head == held for r, _, _ in e.roles) or not e.roles)), None)
        fits = [e for e in self.by_last.get(last, ()) if len(e.tokens) > 1] or self.by_last.get(last, [])
        if not fits:
            fits = [e for e in self.people.values() if len(e.tokens) > 1 and _bare(e.tokens[0]) == last and (len(last) <= 5 or e.tokens[0] not in self.knowledge.given)]
        if not fits:
            bones = _bones(tokens[-1])
            fits = [e for e in self.people.values() if len(bones) >= 3 and _bones(e.tokens[-1]) == bones and e.tokens[-1][0] == tokens[-1][0] and (m.roles or len(e.tokens) > 1)]
        if not fits:
            fits = [e for e in self.people.values() if len(e.tokens) > 2 and any(_bare(t) == last for t in e.tokens[1:])]
        if len(fits) > 1 and m.roles:
            held = [e for e in fits if any(fits_role(r, m.roles[0]) for r, _, _ in e.roles)]
            fits = held or fits
        if len(fits) > 1:
            fits = [max(fits, key=lambda e: (sum(e.forms.values()), -e.first_at))]
        return fits[0] if fits else None

    def _lone_person(self, sentence: Sentence, m: Mention, tokens: tuple[str, ...], pending: Counter) -> bool:
        """Say whether a name that no fuller form explains is a person's."""
        units = sentence.units
        if self.kinds[sentence.block] in ("heading", "title") and not (m.roles or m.titled):
            return False
        if len(tokens) > 1 and sum(len(t) > 2 for t in tokens) >= 2:
            return False
        if len(tokens[0]) < 2:
            return False
        if m.roles or m.titled:
            return True
        before = units.classes[m.first - 1] if m.first else "."
        after = units.words[m.last].lower() if m.last < len(units.words) else "."
        if before in "t" or (m.last < len(units.classes) and units.classes[m.last] in "KkXWHJ-"):
            return False
        likely = tokens[0] in self.knowledge.given or tokens[0] in self.knowledge.surnames or pending[_bare(tokens[0])] >= 2
        return (after in SPEECH and (likely or before in '.,:"&')) and before not in "i" or (likely and len(tokens) > 1)

    # bodies

    def _bodies(self) -> None:
        self.spoken = Counter(w for s in self.sentences for w in s.units.words[s.first:s.last] if w.isupper() and len(w) > 2)
        for sentence in self.sentences:
            for m in sentence.mentions:
                if m.kind == "body" and m.last - m.first > 1:
                    self._body(sentence.units, m.first, m.last, m.value)
        for body in self.bodies.values():
            body.forms.clear()
        for sentence in self.sentences:
            units = sentence.units
            for at, m in enumerate(sentence.mentions):
                if m.kind == "body":
                    key = self._body(units, m.first, m.last, m.value)
                    sentence.mentions[at] = replace(m, entity=key) if key else replace(m, kind="unknown")
        for sentence in self.sentences:
            units = sentence.units
            for m in list(sentence.mentions):
                if m.kind in ("person", "role", "group"):
                    for first, last in inner_bodies(units, m):
                        key = self._body(units, first, last, units.values.get(first) if last - first == 1 and units.classes[first] == "O" else None)
                        if key:
                            sentence.mentions.append(Mention("inner", first, last, entity=key))

    def _compounds(self) -> None:
        """Find the bodies in "UN-led" and "Israel-Hamas"."""
        for sentence in self.sentences:
            units = sentence.units
            for i in range(sentence.first, sentence.last):
                word = units.words[i]
                if "-" not in word or units.classes[i] not in "qXNAYd":
                    continue
                for part in word.split("-"):
                    known = self.knowledge.proper.single.get(part)
                    if known and known.cls == "O":
                        body = self.knowledge.bodies[known.value]
                        self._add(known.value, body.name, body.kind, body.country, part)
                        sentence.mentions.append(Mention("inner", i, i + 1, value=part, entity=known.value))

    def _body(self, units: Units, first: int, last: int, value: str | None) -> str | None:
        """Return the key of the body that these units name; None where they name none by themselves."""
        k = self.knowledge
        while first < last and units.classes[first] in "tu":
            first += 1
        if "(" in units.classes[first:last]:
            last = first + units.classes[first:last].index("(")
        full = units.phrase(first, last)
        if full in self.acronyms and self.acronyms[full] in self.bodies:
            self.bodies[self.acronyms[full]].forms[full] += 1
            return self.acronyms[full]
        if value and units.classes[first] == "O":
            body = k.bodies[value]
            self._add(value, body.name, body.kind, body.country, full)
            self._acronym(units, last, value)
            return value
        bare, country = first, None
        while bare < last - 1 and (units.classes[bare] == "d" or (units.classes[bare] == "c" and units.classes[bare + 1] == "v") or (units.classes[bare] == "v" and bare > first)):
            country = country or units.values.get(bare)
            bare += 1
        while last - bare > 1 and units.classes[bare] in "tv":
            bare += 1
        if units.classes[bare] == "O" and bare + 2 < last and units.classes[bare + 1] == "v":
            parent = units.values[bare]
            self._add(parent, k.bodies[parent].name, k.bodies[parent].kind, k.bodies[parent].country, units.phrase(bare, bare + 1))
            country = country or k.bodies[parent].country
            bare += 2
        if last - bare == 1 and units.classes[bare] == "O":
            body = k.bodies[units.values[bare]]
            return self._add(units.values[bare], body.name, body.kind, body.country, full)
        name = units.phrase(bare, last)
        firm = next((b for b in self.bodies.values() if b.kind == "company" and b.name.startswith(name + " ")), None)
        if firm is not None:
            firm.forms[name] += 1
            return firm.key
        head_cls, head = units.classes[bare:last], units.words[bare]
        if last - bare == 1 and head_cls == "K":
            if country is None:
                fits = [b for b in self.bodies.values() if b.name.endswith(head) or b.name.startswith(head + " of")]
                return fits[-1].key if fits and units.classes[first - 1:first] in ("t", "u") else None
        if head_cls == "A":
            key = self.acronyms.get(name)
            if key and key in self.bodies:
                self.bodies[key].forms[name] += 1
                return key
            return self._add(slug(name), name, "other", country, name) if len(name) > 2 and self._alone(units, bare) and self.spoken[name] > 1 else None
        if country is None:
            country = next((units.values[j] for j in range(bare, last) if units.classes[j] in "dc"), None) or next(
                (k.places[units.values[j]].country for j in range(bare, last) if units.classes[j] == "G"), None)
        heads = [units.words[j] for j in range(bare, last) if units.classes[j] == "K"]
        kind = k.body_kinds.get(heads[0 if len(heads) > 1 and " of " in name else -1], "other") if heads else "other"
        key = slug(name) + (f"-{country.lower()}" if country else "")
        same = next((b.key for b in self.bodies.values() if slug(b.name) == slug(name) and (b.country == country or b.country is None or country is None)), None)
        key = self._add(same or key, name, kind, country, full)
        self.bodies[key].forms[name] += 1
        self._acronym(units, last, key)
        return key

    def _alone(self, units: Units, at: int) -> bool:
        """Say whether an acronym stands as a thing of its own rather than in a code or a number."""
        after = units.classes[at + 1] if at + 1 < len(units.classes) else "."
        inside = units.classes[at - 1:at] == "(" and after == ")"
        return after not in "#-XWKN" and not inside and not (after == "N" and units.classes[at - 1:at] in ("N", ""))

    def _acronym(self, units: Units, last: int, key: str) -> None:
        """Learn "(IRGC)" straight after a name."""
        classes = units.classes
        if last + 2 < len(classes) + 1 and classes[last:last + 1] == "(" and classes[last + 2:last + 3] == ")" and classes[last + 1] in "AONG" and units.words[last + 1].isupper():
            self.acronyms[units.words[last + 1]] = key
            self.bodies[key].forms[units.words[last + 1]] += 1

    def _add(self, key: str, name: str, kind: str, country: str | None, form: str) -> str:
        entry = self.bodies.get(key)
        if entry is None:
            entry = self.bodies[key] = BodyEntry(key, name, kind, country)
        entry.country = entry.country or country
        entry.forms[form] += 1
        return key

    # posts without a name

    def _roles(self) -> None:
        recent: list[tuple[str | None, Role]] = []
        self.seen: list[str] = []
        self.spelt: dict[tuple[str, ...], PersonEntry] = {}
        self.firms: set[tuple[str, ...]] = set()
        self.aliases: dict[tuple[str, ...], PersonEntry] = {}
        block = None
        for sentence in self.sentences:
            if sentence.block != block:
                block, recent = sentence.block, []
            for at, m in enumerate(sentence.mentions):
                if m.kind == "person" and m.entity:
                    self.seen.append(m.entity)
                    recent.append((m.entity, m.roles[0] if m.roles else self._any_role(m.entity)))
                elif m.kind == "role":
                    key = self.holder(m.roles[0], recent)
                    if key:
                        self.people[key].country = self.people[key].country or m.roles[0].country
                        sentence.mentions[at] = replace(m, kind="person", entity=key)
                        m = sentence.mentions[at]
                    recent.append((m.entity, m.roles[0]))

    def _any_role(self, key: str) -> Role | None:
        roles = self.people[key].roles
        return roles[0][0] if roles else None

    def holder(self, role: Role, recent: list[tuple[str | None, Role | None]], *, strict: bool = False) -> str | None:
        """Return the person of this document who holds the post, if one clearly does.

        Args:
            role: the post as stated.
            recent: the people and posts before it in the same item, for a bare "the minister".
            strict: a holder's country must be stated and be the post's.
        """
        if not role.domains and role.country is None:
            if not role.definite or role.phrase.lower() in ("counterpart", "colleague", "successor", "predecessor", "host", "guest", "member"):
                return None
            for key, known in reversed(recent):
                if known is not None and (head_fits(known.head, role.head) or (role.head in ("official", "diplomat", "leader", "envoy") and key)):
                    return key
            holders = {e.key for e in self.people.values() for r, _, _ in e.roles if head_fits(r.head, role.head) and not r.former}
            if role.head in ("official", "leader", "member", "head", "representative", "director"):
                return None
            return next(iter(holders)) if len(holders) == 1 else next((key for key in reversed(self.seen) if key in holders), None)
        exact, near = [], []
        for entry in self.people.values():
            for known, _, _ in entry.roles:
                if not (known.head == role.head or (head_fits(known.head, role.head) and not role.domains)) or known.former != role.former or (known.country and role.country and known.country != role.country):
                    continue
                if strict and known.country != role.country:
                    continue
                if known.domains == role.domains and (known.country == role.country or known.domains):
                    exact.append(entry.key)
                elif known.domains and role.domains and (known.domains <= role.domains or role.domains <= known.domains):
                    near.append(entry.key)
                elif not role.domains and role.definite | (role.country is not None) and any(k == entry.key for k, _ in recent):
                    near.append(entry.key)
                elif not known.domains and not role.domains and known.country is None and role.country and role.definite:
                    near.append(entry.key)
                elif not known.domains and (known.country == role.country or (role.definite and len(role.head.split()) > 1)) and known.country and role.head not in ("minister", "official", "member", "secretary"):
                    near.append(entry.key)
        for fits in (exact, near):
            keys = list(dict.fromkeys(fits))
            if len(keys) == 1:
                return keys[0]
            if len(keys) > 1:
                for key, _ in reversed(recent):
                    if key in keys:
                        return key
                return keys[-1] if fits is exact else None
        if role.definite and role.country and not role.domains:
            held = {e.key for e in self.people.values() for r, _, _ in e.roles if r.head == role.head and r.country == role.country and r.former == role.former and not r.domains & PEERLESS}
            return next((key for key in reversed(self.seen) if key in held), next(iter(held)) if len(held) == 1 else None)
        return None


# Names of one word in two spellings score above this; the post must agree as well.
ALIKE = 0.8
REGNAL = frozenset(("king", "queen", "prince", "princess", "crown prince", "crown princess", "emir", "amir", "sultan", "pope", "emperor", "sheikh"))


def regnal(units: Units, m: Mention) -> bool:
    """Say whether a title before the name goes with a given name: "King Olav", "Sheikh Mohamed"."""
    if m.name is None or m.name[0] == m.first:
        return False
    word = units.words[m.name[0] - 1].lower().rstrip(".")
    return word in REGNAL or (bool(m.roles) and any(r.head in REGNAL for r in m.roles[-1:])) or word in ("shaikh", "sheikha", "shaykh", "sheik")


# Posts that "the Iraqi minister" does not mean.
PEERLESS = frozenset(("prime", "vice", "deputy", "crown"))


def head_fits(known: str, said: str) -> bool:
    """Say whether a bare "the Secretary" can mean a post such as Secretary of State."""
    return known == said or known.startswith((said + " of", said + " general"))


def fits_role(a: Role, b: Role) -> bool:
    """Say whether two stated posts can be one."""
    return a.head == b.head and not (a.country and b.country and a.country != b.country) and (a.domains <= b.domains or b.domains <= a.domains)


def inner_bodies(units: Units, m: Mention) -> Iterator[tuple[int, int]]:
    """Yield the unit ranges of bodies named inside a post or a group."""
    from etl.spot import BODY
    stop = m.name[0] if m.name and m.name[0] > m.first else m.last
    for role_first, role_last in ([(r.first, r.last) for r in m.roles] or [(m.first, stop)]):
        i = role_first
        while i < role_last:
            cls = units.classes[i]
            if cls in "NXWMYdcGOAK" and units.words[i][0].isupper():
                body = BODY.match(units.classes, i, role_last)
                if cls == "O" and (not body or body.end() - i == 1 or units.classes[i + 1:i + 2] != "v"):
                    yield i, i + 1
                    i += 1
                    continue
                if body and body.end() - i > 1:
                    end = body.end()
                    while end > i and units.classes[end - 1] not in "KO" and not re.search("[of]", units.classes[i:end]):
                        end -= 1
                    yield i, end
                    i = end
                    continue
            i += 1
