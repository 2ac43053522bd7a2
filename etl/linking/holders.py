"""Say who holds a post that is stated without a name: "the Iraqi minister of defense", "the minister".

A post goes to the person of the document who holds it; a bare one to the nearest such person before it in the same item. What
has no holder stays an open post.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from etl.knowledge import Knowledge
from etl.linking.own_posts import is_bare, own_posts
from etl.linking.people import PersonEntry
from etl.spotting.mentions import Mention, Role, Sentence
from etl.spotting.roles import head_fits, same_office, short_heads

Recent = Sequence[tuple[str | None, Role | None]]


class Holders:
    """The posts of a document's people, by what each can be called."""

    def __init__(self, knowledge: Knowledge, people: dict[str, PersonEntry]) -> None:
        self.knowledge = knowledge
        self.words = knowledge.posts
        self.people = people
        self.seen: list[str] = []
        self._subject: str | None = None
        self._held: dict[str, list[tuple[PersonEntry, Role]]] = {}
        self._peers: set[str] = set()
        self._own: dict[str, str | None] = {}

    def link(self, sentences: Sequence[Sentence], kinds: Sequence[str]) -> None:
        """Link the mentions of unnamed posts, in reading order; `kinds` are those of the document's blocks."""
        for entry in self.people.values():
            for post, _, _ in entry.roles:
                self._file(entry, post)
        self._file_titles(sentences)
        if "item" not in kinds:
            self._own = self._posts_of_first(sentences) | {head: self._own_holder(head) for head in set(own_posts(sentences))}
        recent: list[tuple[str | None, Role | None]] = []
        block = None
        for sentence in sentences:
            if sentence.block != block:
                block, recent, self._subject = sentence.block, [], None
            first = next((m for m in sentence.mentions if m.kind == "pronoun" or m.entity), None)
            if first is not None and first.kind == "person":
                self._subject = first.entity
            for at, m in enumerate(sentence.mentions):
                if m.kind == "person" and m.entity:
                    self.seen.append(m.entity)
                    stated = _office(m.roles) if m.roles else self._borne(m, sentence) or self._any_role(m.entity)
                    self._of_counterpart(m, recent)
                    # "the minister" after "his Kenyan counterpart, X" is whose counterpart X is
                    recent.append((m.entity, stated))
                elif m.kind == "role":
                    # "a prime minister" is nobody spoken of
                    anyone = sentence.units.words[m.first].lower() in ("a", "an")
                    key = None if anyone else self.holder(m.roles[0], recent)
                    if key:
                        self.people[key].country = self.people[key].country or m.roles[0].country
                        sentence.mentions[at] = replace(m, kind="person", entity=key)
                        self.seen.append(key)
                    recent.append((key or m.entity, m.roles[0]))

    def _file(self, entry: PersonEntry, post: Role) -> None:
        """Note a post under each head by which it can be called."""
        for head in short_heads(post.head):
            self._held.setdefault(head, []).append((entry, post))

    def _file_titles(self, sentences: Sequence[Sentence]) -> None:
        """Note as posts the titles that rulers bear: who is called Pope X is "the Pope"."""
        titles, filed = self.words.regnal | self.words.regnal_titles, set()
        for sentence in sentences:
            for m in sentence.mentions:
                borne = self._borne(m, sentence) if m.kind == "person" and m.entity and not m.roles else None
                if borne is not None and borne.head in titles and (m.entity, borne.head) not in filed:
                    filed.add((m.entity, borne.head))
                    self._file(self.people[m.entity], borne)

    def _borne(self, m: Mention, sentence: Sentence) -> Role | None:
        """Return the post that a title before the name is: "Archbishop X"."""
        if m.name is None or m.name[0] == m.first:
            return None
        at = m.name[0] - 1
        word = sentence.units.words[at].lower()
        known = self.knowledge.common.single.get(word)
        return Role(at, at + 1, word, word, frozenset(), None, False, True) if known is not None and known.cls == "H" else None

    def _of_counterpart(self, m: Mention, recent: Recent) -> None:
        """Note as his the post of "his Kenyan counterpart, X", which is that of the one before him."""
        said = next((r for r in m.roles if r.head in self.words.peers), None)
        others = [(key, role) for key, role in reversed(recent)
                  if role is not None and key != m.entity and role.head not in self.words.peers]
        # "he, with his ministers A and B, met his counterpart": his is whom the sentence is about
        others.sort(key=lambda other: other[0] != self._subject)
        post = others[0][1] if said and others else None
        if said is None or post is None:
            return
        office = same_office(post, self.knowledge)[0]
        role = replace(said, phrase=office.phrase, head=office.head, domains=office.domains)
        entry = self.people[m.entity]
        entry.roles = [(role if r is said else r, at, where) for r, at, where in entry.roles]
        self._peers.add(entry.key)
        self._file(entry, role)

    def _any_role(self, key: str) -> Role | None:
        roles = self.people[key].roles
        return roles[0][0] if roles else None

    def holder(self, role: Role, recent: Recent, *, strict: bool = False) -> str | None:
        """Return the person of this document who holds the post, if one clearly does.

        Args:
            role: the post as stated.
            recent: the people and posts before it in the same item, for a bare "the minister".
            strict: a holder's country must be stated and be the post's.
        """
        if not role.domains and role.country is None:
            return self._of_bare_post(role, recent)
        near_by = {key for key, _ in recent}
        stated: dict[str, None] = {}
        exact: dict[str, None] = {}
        near: dict[str, None] = {}
        for entry, known in self._held.get(role.head, ()):
            if not _compatible(known, role) or (strict and known.country != role.country):
                continue
            if role.country and known.domains == role.domains and known.country == role.country:
                stated[entry.key] = None
            if known.domains == role.domains and (known.country == role.country or known.domains):
                exact[entry.key] = None
            elif self._near(known, role, entry.key in near_by):
                near[entry.key] = None
        fits = list(stated or exact or near)
        if len(fits) == 1:
            return fits[0]
        if fits:
            # the holder spoken of last; one whom the text names only later is the last resort
            spoken_of = (*(key for key, _ in reversed(recent)), *(reversed(self.seen) if exact else ()))
            return next((key for key in spoken_of if key in fits), fits[0] if exact else None)
        return self._of_country(role)

    def is_own(self, role: Role) -> bool:
        """Say whether "the President" is the one of those who write, whomever the text named last."""
        return role.head in self._own and is_bare(role)

    def _posts_of_first(self, sentences: Sequence[Sentence]) -> dict[str, str | None]:
        """Return the posts of the person named first by what they are called: a release speaks so of its own, too."""
        first = next((m.entity for s in sentences for m in s.mentions if m.kind == "person" and m.entity), None)
        posts = (post for post, _, _ in self.people[first].roles if not post.former) if first else ()
        return {short: first for post in posts for short in short_heads(post.head)}

    def _own_holder(self, head: str) -> str | None:
        """Return who holds the post of those who write: of whose country nothing is said, known by his family name alone."""
        held = {e.key: e for e, r in self._held.get(head, ()) if r.country is None and not r.former}
        return next((key for key, entry in held.items() if len(entry.tokens) == 1), None)

    def _of_bare_post(self, role: Role, recent: Recent) -> str | None:
        """Return whom "the minister" means: the nearest holder before it, else the only one, else the last one seen."""
        if not role.definite or role.phrase.lower() in self.words.relative:
            return None
        if self.is_own(role):
            return self._own[role.head]
        for key, known in reversed(recent):
            if known is not None and (head_fits(known.head, role.head) or (role.head in self.words.vague and key)):
                return key
        if role.head in self.words.common:
            return None
        # a deputy is "the secretary-general" for nobody who was not spoken of just now
        posts = [(e.key, r) for e, r in self._held.get(role.head, ()) if not r.former and not r.domains & self.words.peerless]
        # with a capital "the President" is the writer's own, of whose country nothing is said
        own = {key for key, r in posts if r.country is None} if role.phrase[:1].isupper() else set()
        held = own or {key for key, _ in posts}
        # an envoy is somebody sent before, not one whom the text names later
        held = held - self._peers or held
        return self._one(held & set(self.seen) if role.head in self.words.sent else held)

    def _near(self, known: Role, role: Role, spoken_of: bool) -> bool:
        """Say whether a post that is not the same as said is near enough where no other is."""
        if known.domains and role.domains:
            nested = known.domains <= role.domains or role.domains <= known.domains
            return nested and not (known.domains ^ role.domains) & self.words.peerless
        if not role.domains and spoken_of and (role.definite or role.country is not None):
            return True
        if known.domains:
            return False
        if known.country is None:
            return not role.domains and bool(role.country) and role.definite
        one_country = known.country == role.country or (role.definite and len(role.head.split()) > 1)
        return one_country and role.head not in self.words.broad

    def _of_country(self, role: Role) -> str | None:
        """Return whom "the Iraqi minister" means: of his country's ministers the last one seen, or the only one."""
        if not (role.definite and role.country) or role.domains:
            return None
        held = {e.key for e, r in self._held.get(role.head, ()) if r.head == role.head and r.country == role.country
                and r.former == role.former and not r.domains & self.words.peerless}
        return next((key for key in reversed(self.seen) if key in held), next(iter(held)) if len(held) == 1 else None)

    def _one(self, holders: set[str]) -> str | None:
        """Return the only one of these people, else the one seen most often so far, of several the last."""
        if len(holders) == 1:
            return next(iter(holders))
        often = Counter(key for key in self.seen if key in holders)
        return next((key for key in reversed(self.seen) if key in often and often[key] == max(often.values())), None)


def _office(roles: Sequence[Role]) -> Role:
    """Return the post in which somebody of several has counterparts: "the Deputy Premier and Minister of Trade" is met as the latter."""
    return next((r for r in roles if r.domains and not r.former), roles[0])


def _compatible(known: Role, role: Role) -> bool:
    """Say whether a post that is held can be the one that is said, but for its domains."""
    # "the Foreign Secretary" can be the Secretary of State for Foreign Affairs
    one_head = known.head == role.head or (role.domains <= known.domains and head_fits(known.head, role.head))
    return one_head and known.former == role.former and not (known.country and role.country and known.country != role.country)
