"""Turn hits into drafts: who exactly took part, when, where, according to whom, as far as one item tells.

Pronouns and "the two" are resolved inside the item. A draft still speaks for one clause; merge.py decides which drafts are one
encounter.
"""
from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from etl.citations import CitedBracket
from etl.dates import Calendar, DateMention, resolve
from etl.frames import Hit, find_hits
from etl.knowledge import Knowledge, slug
from etl.link import Linker, Sentence, head_fits
from etl.records import Evidence, Place, Span, When
from etl.skeleton import SIGNS, Skeleton, sign_class, skeleton
from etl.spot import Mention, Role, role_words
from etl.tokens import Units
from etl.clauses import clause_dates, nearness

PAIR = re.compile(r"^(?:the |both )?(?:two|both|sides|parties|pair|latter two|leaders|ministers|officials|presidents|foreign ministers|counterparts|delegations|three|four)\b")


@dataclass(frozen=True, slots=True)
class Side:
    """One party of a draft: a linked entity, or the words of an unnamed post or group.

    `words` are the content words that two tellings of an unnamed party share.
    """

    kind: str
    key: str | None
    text: str | None
    country: str | None
    words: frozenset[str] = frozenset()
    visitor: bool = False
    role: Role | None = None
    posts: tuple[Role, ...] = ()

    def same(self, other: Side) -> bool:
        """Say whether two sides are one party."""
        if self.key or other.key:
            return self.key == other.key
        if self.kind == "country" or other.kind == "country":
            return self.kind == other.kind and self.country == other.country
        if not self.words or not other.words:
            return False
        if self.role and other.role and self.kind == other.kind == "role":
            a, b = self.role.domains, other.role.domains
            return self.role.head == other.role.head and (a <= b or b <= a) and not (self.country and other.country and self.country != other.country)
        shared = len(self.words & other.words)
        agree = not (self.country and other.country and self.country != other.country)
        return agree and 2 * shared / (len(self.words) + len(other.words)) >= 0.5

    def like(self, other: Side) -> bool:
        """Say whether an overview's party can be the other: unnamed and in the other's post, or named to the very same post."""
        if self.same(other):
            return True
        if self.kind == other.kind == "person":
            # an overview that names another holder of the very post: findings keep both readings
            return any(r.head == s.head and r.domains == s.domains and r.domains and r.country == s.country and not (r.former or s.former) for r in self.posts for s in other.posts)
        named, open_ = (self, other) if self.key else (other, self)
        if open_.kind != "role" or named.kind != "person" or open_.role is None:
            return False
        said = open_.role
        return any(r.head == said.head and r.former == said.former and not (r.country and said.country and r.country != said.country)
                   and (r.domains & said.domains or (r.domains == said.domains and r.country == said.country)) for r in named.posts)


@dataclass(frozen=True, slots=True)
class Draft:
    """One encounter as one clause tells it, resolved within its item."""

    kind: str
    status: str
    sides: tuple[Side, ...]
    places: tuple[Place, ...]
    when: When
    evidence: tuple[Evidence, ...]
    block: int
    order: int
    overview: bool = False
    caption: bool = False
    title: str | None = None
    frame: str = ""
    weak: bool = False
    topics: tuple[str, ...] = ()


@dataclass(slots=True)
class Item:
    """What is known while the sentences of one item are read."""

    topic: Side | None = None
    pair: tuple[Side, ...] = ()
    place: tuple[Place, ...] = ()
    when: When = When()
    visitors: tuple[Side, ...] = ()
    recent: tuple[Side, ...] = ()
    here: tuple[int, Side | None] | None = None


class Drafter:
    """Reads the drafts of one document."""

    def __init__(self, knowledge: Knowledge, linker: Linker, calendar: Calendar, dates: list[DateMention], brackets: list[CitedBracket], signer: Side | None = None, subject: Side | None = None, on_sentence: Callable[[Skeleton, Item, list[CitedBracket]], None] | None = None) -> None:
        self.knowledge = knowledge
        self.linker = linker
        self.calendar = calendar
        self.dates = dates
        self.brackets = brackets
        self.signer = signer
        self.on_sentence = on_sentence
        self.subject = subject
        self.pair: tuple[Side, ...] = ()
        self.topic: Side | None = None
        self.suite: tuple[Side, tuple[Side, ...]] | None = None
        self.named: list[Side] = []
        self.met: dict[int, tuple[Side, ...]] = {}
        self.last = When()
        self.order = 0

    def block(self, sentences: list[Sentence], *, overview: bool, caption: bool, carry: Item | None = None) -> list[Draft]:
        """Return the drafts of one block."""
        item = carry or Item()
        item.pair = item.pair or self.pair
        self.told: list[Draft] = []
        self.waiting: tuple[Side, ...] = ()
        for at, sentence in enumerate(sentences):
            skel = skeleton(sentence)
            start = len(self.told)
            if at < 3 and self._stay(skel, item):
                continue
            item.here = self._opening(skel, item)
            hits = find_hits(skel, caption=caption)
            if hits:
                cited = self._cited(sentences, at)
                for hit in sorted(hits, key=lambda h: h.company):
                    draft = self._draft(skel, hit, item, cited, overview, caption, start)
                    if draft is not None:
                        self.told.extend(_each(draft) if hit.apart else [draft])
                        self._remember(item, draft)
                self.told[start:] = _together(self.told[start:])
            if self.on_sentence is not None:
                self.on_sentence(skel, item, self._cited(sentences, at))
            self._topic(skel, item, told=len(self.told) > start)
            self._day(skel)
        return self.told

    def scene(self, heading: list[Sentence]) -> Item:
        """Return the place and days that a heading sets for what follows ("Belgrade, April 9-11")."""
        item = Item()
        self.told = []
        for sentence in heading:
            skel = skeleton(sentence)
            signs = [skel.groups[t] for t in skel.tokens if t in skel.groups]
            words = [t for t in skel.tokens if t not in skel.groups and t not in (".", ",", ":", "-", "and", "the", "/", "to")]
            if words or not signs or any(g.kind == "E" for g in signs):
                return Item()
            days = [resolve(self.dates[int(m.value or 0)], self.calendar) for g in signs if g.kind == "D" for m in g.mentions]
            if days and all(d.start for d in days):
                item.when = When(days[0].start, days[-1].end, "day", "stated", days[0].stated)
            item.place = tuple(self.place(m) for g in signs if g.kind in "LC" for m in g.mentions)[:1]
        return item

    def _stay(self, skel: Skeleton, item: Item) -> bool:
        """Read the head of an entry: a sentence that is a day or days alone, or places alone. Such places are a stay of the document's traveller."""
        signs = [skel.groups[t] for t in skel.tokens if t in skel.groups]
        words = [t for t in skel.tokens if t not in skel.groups and t not in (".", ",", ":", "to", "-", "of", "and", "the", ";", "s", "republic", "people’s")]
        unknown = [g for g in signs if g.kind == "E"]
        if len(unknown) == 1 and item.when.start and not words and skel.tokens[0] in skel.groups and unknown[0].mentions[0].name and not unknown[0].mentions[0].roles:
            # an entry's place that no gazetteer knows: "Hafr al-Batin, Saudi Arabia"
            name = skel.sentence.units.phrase(*unknown[0].mentions[0].name)
            country = next((m.value for g in signs if g.kind == "C" for m in g.mentions), None)
            return self._stayed(skel, item, (Place(slug(name), name, country),))
        if words or unknown or not signs:
            return False
        if all(g.kind == "D" for g in signs):
            mentions = [m for g in signs for m in g.mentions]
            whens = [resolve(self.dates[int(m.value or 0)], self.calendar) for m in mentions]
            if all(w.start for w in whens):
                stated = " ".join(w.stated for w in whens)
                item.when = When(whens[0].start, max(w.end for w in whens if w.end), "day", "stated", stated)
            return True
        if all(g.kind in "LC" for g in signs):
            found = [self.place(m) for g in signs for m in g.mentions]
            named = tuple(p for p in found if p.name) or tuple(found)
            item.place = named if len(named) == 1 else tuple(dict.fromkeys(Place((p.country or "").lower(), None, p.country) for p in named))
            return self._stayed(skel, item, named)
        return False

    def _stayed(self, skel: Skeleton, item: Item, places: tuple[Place, ...]) -> bool:
        """Record the stay of the document's traveller that an entry's head tells."""
        item.place = places if len(places) == 1 else item.place
        if self.subject is not None and item.when.start:
            self.order += 1
            evidence = Evidence(skel.sentence.text_span(), skel.sentence.block, (), "stay")
            self.told.append(Draft("visit", "held", (replace(self.subject, visitor=True),), places, item.when, (evidence,), skel.sentence.block, self.order, frame="stay"))
            item.topic = self.subject
        return True

    def _company(self, company: tuple[Side, ...], *, journey: bool, start: int) -> None:
        """Add those who came along to the journey told last, else to the encounter told last; keep them for the next where none is told."""
        here = range(len(self.told) - 1, start - 1, -1)
        at = next((i for i in here if (self.told[i].kind == "visit") == journey), next(iter(here), None))
        if at is None:
            at = next((i for i in range(start - 1, -1, -1) if (self.told[i].kind == "visit") == journey), start - 1)
        if at < 0 and journey:
            self.waiting = company
        if at >= 0:
            known = self.told[at].sides
            visitor = self.told[at].kind == "visit"
            self.told[at] = replace(self.told[at], sides=(*known, *(replace(s, visitor=visitor) for s in company if not any(s.same(k) for k in known))))

    # parties

    def side(self, m: Mention, units_phrase: str, item: Item, country: str | None = None, units: Units | None = None, exclude: tuple[Side, ...] = ()) -> tuple[Side, ...]:
        """Return whom a mention denotes; several for "they", none where nobody can be told."""
        if m.kind == "person" and m.entity:
            role = m.roles[0] if m.roles else None
            posts = tuple(r for r, _, _ in self.linker.people[m.entity].roles)
            return (Side("person", m.entity, role.phrase if role else None, self._person_country(m.entity), role=role, posts=posts),)
        if m.kind == "body" and m.entity:
            return (Side("organization", m.entity, None, self.linker.bodies[m.entity].country),)
        if m.kind == "country":
            return (Side("country", None, None, m.value),)
        if m.kind == "pronoun":
            if m.value in ("i", "we", "me") and self.signer:
                return (self.signer,)
            if m.value == "the former":
                people = [s for s in item.pair if s.kind == "person"]
                return tuple(people[:1])
            if m.value == "the latter":
                return item.recent[-1:]
            if m.value in ("they", "them", "we"):
                return item.pair
            if m.value in ("he", "she", "him", "the guest", "the visitor", "his guest", "her guest", "his host", "the host"):
                here = item.here[1] if item.here and item.here[0] < m.first else None
                fits = [s for s in (here, item.topic, *reversed(item.recent), self.topic) if s is not None and not any(s.same(x) for x in exclude)]
                return tuple(fits[:1])
            return ()
        text = re.sub(r"^(?:the|a|an|his|her|their|its|both) ", "", units_phrase, flags=re.IGNORECASE)
        if m.kind == "role":
            role = m.roles[0]
            if role.head in COUNTERPARTS:
                return self._counterpart(m, text, item)
            if not role.domains and role.country is None:
                if item.topic and role.definite:
                    known = item.topic.role
                    if known and (head_fits(known.head, role.head) or role.head in ("official", "leader", "diplomat", "politician", "envoy")):
                        return (item.topic,)
                if len(text.split()) < 2 and (not role.definite or role.head in GENERIC or role.head in ANAPHORIC):
                    return ()
            if role.head in GENERIC:
                held = [s for s in (*item.recent, *item.pair, *((item.topic,) if item.topic else ())) if s.key and (role.country is None or s.country in (None, role.country)) and (role.country or role.domains & (s.role.domains if s.role else frozenset()))]
                if held and role.definite:
                    return (held[-1],)
            return (Side("role", None, text, role.country, content(text), role=role),)
        if m.kind == "group":
            if re.fullmatch(r"the (?:\S+ )?(?:guests|visitors|delegation|group|mission|team|party|travellers)", units_phrase.lower()) and item.visitors:
                return item.visitors
            if PAIR.match(units_phrase.lower()) and len(units_phrase.split()) <= 4:
                number = next((NUMBERS[w] for w in units_phrase.lower().split() if w in NUMBERS), None)
                pair = item.pair if number in (None, len(item.pair)) else self.met.get(number, item.pair if number == 2 else ())
                if country is not None:
                    pair = tuple(s for s in pair if s.country == country)
                if pair:
                    return pair
            if units is not None and units.classes[m.last - 1] == "d":
                return self._nationals(units, m)
            posts = self._posts(m, units) if units is not None else ()
            if posts:
                return posts
            body = self._sent_by(m, text, units) or self._gathered(m, units)
            if body is not None:
                return (body,)
            two = self._two_groups(units, m) if units is not None else ()
            if two:
                return two
            words = content(text)
            definite = units_phrase[:4].lower() == "the " and m.last - m.first == 2
            if len(words) < 2 and not definite:
                return ()
            return (Side("group", None, text, None, words),)
        return ()

    def _two_groups(self, units: Units, m: Mention) -> tuple[Side, ...]:
        """Return both groups of "Egyptian and Iranian security officials"."""
        at = next((i for i in range(m.first, m.last - 2) if units.classes[i] in "dO" and units.classes[i + 1] == "&" and units.classes[i + 2] in "dO"), None)
        if at is None:
            return ()
        rest = units.phrase(at + 3, m.last)
        out = []
        for i in (at, at + 2):
            country = units.values[i] if units.classes[i] == "d" else self.knowledge.bodies[units.values[i]].country
            text = f"{units.words[i]} {rest}"
            out.append(Side("group", None, text, country, content(text)))
        return tuple(out)

    def _nationals(self, units: Units, m: Mention) -> tuple[Side, ...]:
        """Return whom "the American" or "both Americans" means: those of the state named last."""
        country = units.values.get(m.last - 1)
        number = next((NUMBERS[w.lower()] for w in units.words[m.first:m.last] if w.lower() in NUMBERS), 1)
        out: list[Side] = []
        for side in reversed(self.named):
            if side.country == country and not any(side.same(o) for o in out):
                out.append(side)
        return tuple(out[:number]) if len(out) >= number else ()

    def _counterpart(self, m: Mention, text: str, item: Item) -> tuple[Side, ...]:
        """Return who "his Russian counterpart" is: the holder of the same post in the other country."""
        role = m.roles[0]
        owner = item.here[1] if item.here and item.here[0] < m.first else item.topic
        posts = owner.posts if owner is not None and owner.posts else (owner.role,) if owner is not None and owner.role else ()
        if role.country is None or not posts:
            return ()
        same = replace(role, head=posts[0].head, domains=posts[0].domains, former=False)
        key = self.linker.holder(same, [])
        if key:
            return (Side("person", key, text, role.country, role=same, posts=tuple(r for r, _, _ in self.linker.people[key].roles)),)
        adjective = next((w for w in text.split() if self.knowledge.proper.single.get(w) and self.knowledge.proper.single[w].cls in "dc"), "")
        phrase = " ".join((adjective, *sorted(same.domains), same.head)).strip()
        return (Side("role", None, phrase, role.country, content(phrase), role=same),)

    def _sent_by(self, m: Mention, text: str, units: Units | None) -> Side | None:
        """Return the body that sent "a PUK delegation"; the body takes part."""
        if units is None or not re.search(r"\b(?:delegation|mission|team)\b", text):
            return None
        for i in range(m.first, m.last):
            if units.classes[i] == "O":
                key = units.values[i]
                if key in self.linker.bodies and self.knowledge.bodies[key].kind in ("party", "militia", "company", "international", "armed_forces", "civil_society"):
                    return Side("organization", key, None, self.knowledge.bodies[key].country)
        return None

    def _gathered(self, m: Mention, units: Units | None) -> Side | None:
        """Return the body whose ministers or leaders gather: "the foreign ministers of the Arab League"."""
        if units is None or m.last - m.first < 3 or units.classes[m.last - 1] != "O":
            return None
        of = next((i for i in range(m.first, m.last) if units.classes[i] == "o"), None)
        key = units.values[m.last - 1]
        if of is None or units.classes[of - 1] != "J" or key not in self.linker.bodies or self.knowledge.bodies[key].kind != "international":
            return None
        head = units.words[of - 1].lower()
        return Side("organization", key, None, None) if head.endswith(("ministers", "leaders", "heads", "presidents", "states", "members", "state", "government")) else None

    def _posts(self, m: Mention, units: Units) -> tuple[Side, ...]:
        """Return the single posts of "the foreign ministers of France, Germany and Italy"."""
        of = next((i for i in range(m.first, m.last) if units.classes[i] == "o"), None)
        if of is None or units.classes[of - 1] != "J":
            return ()
        owners = [i for i in range(of + 1, m.last) if units.classes[i] in "cO" and units.classes[i - 1] != "("]
        if len(owners) < 2 or any(units.classes[i] not in "cOt,&()A" for i in range(of + 1, m.last)):
            return ()
        head = units.values.get(of - 1, units.words[of - 1])
        first = m.first + (units.classes[m.first] in "tu")
        before = units.phrase(first, of - 1)
        out = []
        for i in owners:
            if units.classes[i] == "O":
                key = units.values[i]
                out.append(Side("organization", key, None, self.knowledge.bodies[key].country) if key in self.linker.bodies else Side("group", None, units.words[i], None, content(units.words[i])))
                continue
            country = units.values[i]
            phrase = f"{before} {head} of {units.words[i]}".strip()
            parts = head.split()
            role = Role(first, m.last, phrase, parts[-1], role_words(f"{before} {head}") - role_words(parts[-1]), country, False, True)
            key = self.linker.holder(role, [], strict=True)
            out.append(Side("person", key, phrase, country) if key else Side("role", None, phrase, country, content(phrase), role=role))
        return tuple(out)

    def _person_country(self, key: str) -> str | None:
        entry = self.linker.people[key]
        return next((r.country for r, _, _ in entry.roles if r.country), entry.country)

    def _delegation(self, skel: Skeleton, lead: tuple[Mention, ...]) -> tuple[Side, ...]:
        """Return the delegation that named members lead: its body where one is named, else the group itself."""
        out = []
        units = skel.sentence.units
        for m in lead:
            text = units.phrase(m.first + (units.classes[m.first] in "tu"), m.last)
            if m.kind != "group" or not re.search(r"\b(?:delegation|mission|team)\b", text):
                continue
            inner = [x for x in skel.sentence.mentions if x.kind == "inner" and m.first <= x.first < m.last and x.entity]
            if inner:
                out.append(Side("organization", inner[0].entity, None, self.linker.bodies[inner[0].entity].country))
            elif len(content(text)) >= 2:
                out.append(Side("group", None, text, self.group_country(units, m), content(text)))
        return tuple(out)

    def _lead_country(self, skel: Skeleton, hit: Hit) -> str | None:
        return next((c for m in hit.lead if (c := self.group_country(skel.sentence.units, m))), None)

    def sides(self, skel: Skeleton, mentions: tuple[Mention, ...], item: Item, country: str | None = None, exclude: tuple[Side, ...] = ()) -> tuple[Side, ...]:
        """Return the sides a list of mentions denotes; `country` is that of the group whose members they are."""
        out: list[Side] = []
        units = skel.sentence.units
        for m in mentions:
            if country and m.name is None and m.roles and m.roles[0].country is None:
                role = replace(m.roles[0], country=country)
                key = self.linker.holder(role, [])
                m = replace(m, roles=(role,), entity=key, kind="person" if key else "role")
            for side in self.side(m, units.phrase(m.first, m.last), item, self.group_country(units, m) if m.kind == "group" else None, units, exclude):
                if side.kind == "group":
                    side = replace(side, country=self.group_country(units, m))
                if not any(side.same(o) for o in out):
                    out.append(side)
        return tuple(out)

    def group_country(self, units, m: Mention) -> str | None:
        """Return the country a group is said to be of."""
        for i in range(m.first, m.last):
            if units.classes[i] in "dc":
                return units.values.get(i)
            if units.classes[i] == "O":
                return self.knowledge.bodies[units.values[i]].country
        return None

    # one clause

    def _draft(self, skel: Skeleton, hit: Hit, item: Item, cited: list[CitedBracket], overview: bool, caption: bool, start: int) -> Draft | None:
        left = (*self._delegation(skel, hit.left_lead), *self.sides(skel, hit.left, item))
        right = self.sides(skel, hit.right, item, self._lead_country(skel, hit), left)
        if not left and (hit.subject_missing or hit.left) and not caption:
            topic = item.topic or (self.subject if hit.opens or hit.left else None)
            left = (topic,) if topic else ()
        if hit.continued and self.told and all(m.kind == "pronoun" for m in hit.right):
            right = self.told[-1].sides[-1:]
        right = (*self._delegation(skel, hit.lead), *right)
        right = tuple(r for r in right if not any(r.same(x) for x in left))
        sides = (*left, *right)
        gathering = None
        if hit.company and hit.frame == "be joined by" and re.search(r"\b(?:meetings|talks)\b", skel.sentence.units.phrase(hit.first, hit.last)) and left:
            # "was joined in his meetings by X": X takes part in the meetings told next
            self.suite = (left[0], right)
            return None
        if hit.company:
            self._company(right or left, journey=bool(right), start=start)
            return None
        if hit.kind == "visit":
            sides = tuple(replace(s, visitor=True) for s in left if s.kind != "country")
            if not sides:
                return None
            sides = (*sides, *(r for r in right if r.kind == "group"))
            if not sides:
                return None
            sides, self.waiting = (*sides, *(replace(s, visitor=True) for s in self.waiting if not any(s.same(x) for x in sides))), ()
        elif hit.kind == "conference":
            sides = (*left, *right)
            if not left:
                return None
        elif len(sides) == 1 and sides[0].kind == "group" and not hit.right or (len(sides) == 1 and hit.frame == "meeting took place"):
            # a plural party by itself gathers
            if re.search(r"delegations|sides|teams", sides[0].text or "") or len(sides[0].words) < 2:
                return None
            gathering = "conference"
        elif len(sides) < 2 or (all(s.kind in ("group", "country") for s in sides) and not hit.states):
            return None
        if self.suite is not None and hit.kind == "meeting" and hit.frame == "meet with" and any(s.same(self.suite[0]) for s in left):
            sides = (*sides, *(s for s in self.suite[1] if not any(s.same(x) for x in sides)))
        when = self.when(skel, hit, item, cited)
        if hit.continued and self.told and not any(hit.low <= i < hit.high for i in clause_dates(skel, hit)):
            when = self.told[-1].when
        if hit.kind == "visit":
            when = stay(when, skel.text)
        places = self._places(skel, hit, item) if hit.kind != "call" else ()
        self.order += 1
        span = skel.sentence.text_span()
        evidence = Evidence(span, skel.sentence.block, tuple(c for b in cited for c in b.citations), hit.frame)
        return Draft(gathering or hit.kind, hit.status, sides, places, when, (evidence,), skel.sentence.block, self.order, overview, caption, hit.title, hit.frame, hit.weak, topics_of(skel, hit))

    def when(self, skel: Skeleton, hit: Hit, item: Item, cited: list[CitedBracket]) -> When:
        """Resolve the day: stated in the clause, else in the item, else by the citation, else the day of publication."""
        units = skel.sentence.units
        cite = max((b.when for b in cited if b.when.end), key=lambda w: w.end, default=None)
        calendar = self.calendar
        if cite is not None and cite.end and re.search(r"\d{4}", cite.stated):
            calendar = Calendar(published=cite.end)
        elif calendar.middle is None:
            # a year given once in the sentence holds for its other days
            told = next((w for i in range(skel.sentence.first, skel.sentence.last) if units.classes[i] == "D" and (w := resolve(self.dates[int(units.values[i])], calendar)).start), None)
            calendar = Calendar(published=told.start) if told else calendar
        written = self.calendar.published or item.when.start or (cite.end if cite else None)
        stated = None
        for index in clause_dates(skel, hit):
            mention = self.dates[int(units.values[index])]
            anchor = (item.when.end or self.last.end or written) if mention.follows else written
            when = resolve(mention, calendar, anchor, ahead=hit.status == "planned")
            if mention.form == "year" and stated is not None:
                continue
            if when.start is None and stated is not None:
                continue
            stated = when
            break
        if stated and stated.start:
            return self._checked(stated, cite, held=hit.status == "held")
        if stated and not stated.start and self.calendar.middle is None:
            return stated
        if item.when.start and hit.status == "held":
            return replace(item.when, precision="approximate" if item.when.precision == "day" and item.when.start != item.when.end else item.when.precision)
        if cite and hit.status == "held":
            return When(cite.end, cite.end, "approximate", "citation", cite.stated)
        if self.calendar.published and hit.status == "held":
            day = self.calendar.published
            return When(day, day, "approximate", "period", stated.stated if stated else "")
        return stated or When()

    def _checked(self, stated: When, cite: When | None, *, held: bool) -> When:
        """Hold a stated date against the citation: a vague one ends there, one far after it gives way to it."""
        if cite is None or cite.end is None or stated.start is None:
            return stated
        if stated.precision in ("approximate", "month") and stated.start <= cite.end < stated.end:
            return replace(stated, end=cite.end, precision="approximate")
        beyond = self.calendar.end is None or stated.start > self.calendar.end + timedelta(days=3)
        if held and beyond and stated.start > cite.end + timedelta(days=3) and not re.search(r"\d{4}", stated.stated):
            return When(cite.end, cite.end, "approximate", "citation", stated.stated)
        return stated

    def _places(self, skel: Skeleton, hit: Hit, item: Item) -> tuple[Place, ...]:
        """Return the places of a hit: its own slot, else one said to be where, in this sentence or the item."""
        own = tuple(self.place(m) for m in hit.places)
        if hit.kind == "visit":
            return own
        found: list[tuple[int, Place]] = []
        for m in skel.sentence.mentions:
            if m.kind not in ("place", "country"):
                continue
            before = skel.sentence.units.words[m.first - 1].lower() if m.first else ""
            opens = skel.sentence.units.words[m.first].lower() == "the"
            if before in ("in", "at", "near") or (opens and before in ("in", "at")) or (before == "to" and hit.kind == "conference"):
                if self._sets(skel, hit, m.first - 1 - (opens and before != "the")):
                    distance = nearness(skel, hit, m.first)
                    if distance is not None:
                        found.append((distance + (60 if m.kind == "country" else 0), self.place(m)))
        if not found:
            return self._premises(skel, hit) or item.place
        found.sort(key=lambda f: f[0])
        best = found[0][1]
        # a site and the city it lies in are both said: "at the Kremlin in Moscow", or the city where the traveller is
        for _, other in found[1:]:
            if other.name and best.name and other.country in (best.country, None) and self._is_site(best) != self._is_site(other):
                return (best, other)
        if self._is_site(best):
            return (best, *(p for p in item.place if p.name and p.key != best.key and p.country in (best.country, None) and not self._is_site(p)))
        return (best,)

    def _premises(self, skel: Skeleton, hit: Hit) -> tuple[Place, ...]:
        """Return the body at whose seat an encounter was: "at the Soviet embassy"."""
        units = skel.sentence.units
        for m in skel.sentence.mentions:
            if m.kind == "body" and m.first > skel.sentence.first and units.words[m.first - 1].lower() == "at" and nearness(skel, hit, m.first) is not None and self._sets(skel, hit, m.first - 1):
                name = units.phrase(m.first + (units.classes[m.first] in "tu"), m.last)
                return (Place(slug(name), name, None),)
        return ()

    def _is_site(self, place: Place) -> bool:
        known = self.knowledge.places.get(place.key)
        return known.is_site if known else True

    def _sets(self, skel: Skeleton, hit: Hit, prep: int) -> bool:
        """Say whether "in X" says where the encounter was: it follows the trigger, a party, a day or a place, or opens the clause."""
        sentence = skel.sentence
        at = prep - 1
        if at < sentence.first or sentence.units.classes[at] in ',("':
            return True
        low, high = (hit.last, at) if at >= hit.last else (at, hit.first)
        if any(sentence.units.classes[j] == "r" or sentence.units.words[j] == ";" for j in range(low, high)):
            return False
        if hit.first <= at < hit.last or sentence.units.words[at].lower() in SETTING:
            return True
        return any(m.last == at + 1 and m.kind in ("person", "role", "group", "date", "place", "pronoun") for m in sentence.mentions)

    def place(self, m: Mention) -> Place:
        """Return the place that a mention denotes; a state is a place without a name."""
        if m.kind == "country":
            return Place((m.value or "").lower(), None, m.value)
        if m.value and m.value.startswith("~"):
            return Place(slug(m.value), m.value[1:], None)
        known = self.knowledge.places[m.value or ""]
        return Place(known.key, known.name, known.country)

    def _cited(self, sentences: list[Sentence], at: int) -> list[CitedBracket]:
        """Return the citations of a sentence, else those that close the sentences after it in the block."""
        for sentence in sentences[at:]:
            units = sentence.units
            found = [self.brackets[int(units.values[i])] for i in range(sentence.first, sentence.last) if units.classes[i] == "Z"]
            if found:
                return found
        return []

    # what the item keeps

    def _remember(self, item: Item, draft: Draft) -> None:
        if draft.kind != "visit" and len(draft.sides) >= 2:
            item.pair = self.pair = draft.sides[:4]
            self.met[len(draft.sides)] = draft.sides
        if draft.kind == "visit":
            item.visitors = draft.sides
        if draft.kind == "visit" and draft.places and draft.status != "cancelled":
            item.place = draft.places
        elif draft.places:
            item.place = draft.places
        if draft.when.start and draft.when.basis == "stated" and draft.status == "held":
            item.when = draft.when

    def _day(self, skel: Skeleton) -> None:
        """Keep the last day a sentence states, for "on the same day" in the next item."""
        for m in skel.sentence.mentions:
            if m.kind == "date" and self.dates[int(m.value or 0)].form == "day":
                when = resolve(self.dates[int(m.value or 0)], self.calendar)
                if when.start:
                    self.last = when

    def _opening(self, skel: Skeleton, item: Item) -> tuple[int, Side | None] | None:
        """Return the first subject of a sentence with its unit, for the pronouns after it."""
        for j, token in enumerate(skel.tokens):
            group = skel.groups.get(token)
            if group is None or group.kind != "E" or (j and skel.tokens[j - 1] in ("with", "of", "to", "by", "from", "between", "for", "in", "at", "§")) or skel.tokens[j + 1:j + 2] == ("§",):
                continue
            sides = self.sides(skel, group.mentions, item)
            people = [s for s in sides if s.kind in ("person", "role")]
            if len(people) >= 2:
                item.pair = tuple(people[:4])
            return (group.mentions[0].last - 1, people[0]) if people else None
        return None

    def _topic(self, skel: Skeleton, item: Item, *, told: bool) -> None:
        """Keep the person a sentence is about, its first subject, and all whom it names."""
        named = [m for m in skel.sentence.mentions if m.kind == "person" and m.entity]
        for m in named:
            self.named.extend(self.side(m, "", item))
        item.recent = (*item.recent, *(s for m in named for s in self.side(m, "", item)))[-8:]
        for j, token in enumerate(skel.tokens):
            group = skel.groups.get(token)
            if group is None or group.kind != "E":
                continue
            before = skel.tokens[j - 1] if j else ""
            if before in ("with", "of", "to", "by", "from", "between", "for", "in", "at", "§"):
                continue
            sides = self.sides(skel, group.mentions, item)
            people = [s for s in sides if s.kind in ("person", "role")]
            if len(sides) >= 2 and not told:
                item.pair = sides[:4]
            if people:
                item.topic = self.topic = people[0]
            return


SETTING = frozenset(("held", "place", "met", "meeting", "meetings", "talks", "today", "yesterday", "morning", "evening", "here", "week", "month", "earlier", "later", "conference", "summit", "lunch", "dinner", "session",
                     "consultations", "negotiations", "discussions", "convened", "gathered", "delegation", "visit", "day", "afternoon", "counterpart", "opened", "began", "concluded", "ended", "embassy", "residence", "palace", "headquarters", "office", "consulate", "ministry", "airport", "hotel", "base", "house", "villa", "station", "city", "capital", "province", "centre", "center", "dinner", "reception", "ceremony"))
COUNTERPARTS = frozenset(("counterpart", "colleague", "opposite number"))
ANAPHORIC = frozenset(("member", "head", "deputy", "delegate", "manager", "founder", "activist", "analyst", "reporter", "journalist", "author", "lawyer", "scientist", "cleric", "diplomat", "speaker", "chief", "director", "veteran"))
ABOUT = re.compile(rf"(?<!\S)(?:discuss(?:ed|es|ing)?|reviewed|reviewing|review|focused on|focusing on|devoted to|dealt with|talks (?:on|about)|consultations (?:on|about)|negotiations (?:on|about|over)|meeting (?:on|about)|"
                   rf"exchanged views on|conferred on|spoke about|talked about|addressed|raised|explored|to coordinate|covered|touched on|regarding|concerning) (?P<topic>(?:(?!(?:and (?:said|stressed|called|agreed|expressed)|that|which|who|during|when|where|while|after|before|in order|on {SIGNS['D']}) )[^.;,()\[\] {sign_class('D', 'Z')}]+ ){{1,14}})")


def topics_of(skel: Skeleton, hit: Hit) -> tuple[str, ...]:
    """Return what an encounter was about, in the words of its sentence."""
    units, out = skel.sentence.units, []
    for m in ABOUT.finditer(skel.text):
        first, last = skel.token_at(m.start("topic")), skel.token_at(m.end("topic"))
        if last <= first or skel.units[first][0] < hit.first:
            continue
        if last - first == 1 and skel.tokens[first] in skel.groups and skel.groups[skel.tokens[first]].kind in "EDZ":
            continue
        out.append(units.phrase(skel.units[first][0], skel.units[last - 1][1]))
    return tuple(dict.fromkeys(out))


NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "both": 2, "pair": 2}


def stay(when: When, text: str) -> When:
    """Stretch the day of an arrival by the length stated: "for a two-day visit"."""
    m = re.search(r"(?<!\S)(?:(\d{1,2}|[a-z]+)-day|(\d{1,2}|[a-z]+) days?) (?:\S+ )?(?:visit|trip|tour|stay)(?!\S)", text)
    days = NUMBERS.get(m.group(1) or m.group(2)) or (int(m.group(1) or m.group(2)) if (m.group(1) or m.group(2)).isdigit() else 0) if m else 0
    if not days or when.start is None or when.start != when.end or when.precision != "day":
        return when
    return replace(when, end=when.start + timedelta(days=days - 1))


GENERIC = frozenset(("official", "diplomat", "leader", "politician", "envoy", "officer", "representative"))


def content(text: str) -> frozenset[str]:
    """Return the words that tell one unnamed party from another, singular and plural alike."""
    return frozenset(w[:-1] if len(w) > 3 and w.endswith("s") else w for w in role_words(text) - STOP)


STOP = frozenset(("the", "a", "an", "of", "for", "to", "in", "on", "at", "and", "with", "from", "by", "his", "her", "their", "its", "other", "several", "senior", "number", "some", "various", "'s"))


def _each(draft: Draft) -> list[Draft]:
    """Return one draft a counterpart: "held separate talks with Presidents X and Y"."""
    if draft.kind not in ("meeting", "call") or len(draft.sides) < 3:
        return [draft]
    first, *others = draft.sides
    return [replace(draft, sides=(first, other)) for other in others]


def _together(drafts: list[Draft]) -> list[Draft]:
    """Pair people with places where one clause tells a journey to several countries and whom the traveller met on it."""
    visit = next((d for d in drafts if d.kind == "visit" and len({p.country for p in d.places}) > 1), None)
    if visit is None:
        return drafts
    out: list[Draft] = []
    for draft in drafts:
        others = [s for s in draft.sides if not any(s.same(v) for v in visit.sides)]
        if draft.kind != "meeting" or len(others) != len(visit.places) or len(others) < 2:
            out.append(draft)
            continue
        left = list(visit.places)
        pairs: list[tuple[Side, Place]] = []
        for side in sorted(others, key=lambda s: s.country is None):
            place = next((p for p in left if p.country == side.country), left[0])
            left.remove(place)
            pairs.append((side, place))
        out.extend(replace(draft, sides=(*visit.sides, side), places=(place,)) for side, place in sorted(pairs, key=lambda p: others.index(p[0])))
    return out
