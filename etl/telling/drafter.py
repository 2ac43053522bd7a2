"""Turn the hits of a document into drafts: who took part, when, where, according to whom, as far as one item tells.

It orders the work of those who resolve parties, days and places, and drops a hit whose parties nobody can tell.
"""
from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from etl.framing.clauses import clause_dates
from etl.framing.frames import find_hits
from etl.framing.grammar import grammar
from etl.framing.hits import Hit
from etl.framing.modality import is_past, is_present
from etl.framing.skeleton import Skeleton, skeleton
from etl.framing.together import with_named_together
from etl.linking.link import Linker
from etl.records import Place, When
from etl.sources.scope import cited_by
from etl.spotting.mentions import Sentence
from etl.spotting.spotting import Fixtures
from etl.telling.anaphora import is_one_side
from etl.telling.attention import Attention
from etl.telling.companions import Companions, is_beside_subject, opens_clause
from etl.telling.context import Item, Memory
from etl.telling.drafts import Draft, each_day, one_a_stop, one_each
from etl.telling.entries import Entries, stay
from etl.telling.listing import Listing, listed, opened
from etl.telling.groups import gathering, gathers_nobody, seconds
from etl.telling.parties import Parties
from etl.telling.setting import Setting
from etl.telling.sides import Side
from etl.telling.sites import owners_of_sites
from etl.telling.stops import at_stop
from etl.telling.telling import Telling
from etl.telling.timing import Timing, stretched
from etl.telling.topics import topics_of
from etl.telling.travellers import guests, is_joint, it_travels, visitor
from etl.telling.whereabouts import Whereabouts
from etl.time.dates import Calendar

# what even a state and a group do as two sides
TALKS = frozenset(("hold talks with", "meet with"))
PAIR = re.compile(r"(?:the )?(?:two|both)\b|.* of (?:the )?(?:two|both) ")
# "in all his meetings in Oslo and Riga he was joined by"
AT_MEETINGS = re.compile(r"\b(?:at|in|during|for) (?:all )?(?:(?:of )?(?:his|her|their|the|these) )(?:\w+ )?(?:meetings|talks)\b", re.IGNORECASE)
SPEAKS = re.compile(r"(?:\w+ )?(?:spoke|speaks?|spoken|talk(?:s|ed)?)\b")
# who "joined the two"
JOINS = "took part too"
# whose "talks with X", in his own words, can have been told before
REFERRING = "possessor's meeting with"
OWN = frozenset(("my", "our"))
# so many words after an encounter a telephone is named
NEAR = 6


class Drafter:
    """Reads the drafts of one document.

    `on_sentence` is handed every sentence, for whatever else it tells, and returns the people who agree in it.
    """

    def __init__(self, linker: Linker, calendar: Calendar, fixtures: Fixtures, *,
                 memory: Memory, on_sentence: Callable[[Telling], tuple[Side, ...]]) -> None:
        self.linker = linker
        self.fixtures = fixtures
        self.memory = memory
        self.on_sentence = on_sentence
        self.parties = Parties(linker, memory)
        self.timing = Timing(calendar, fixtures.dates, memory)
        self.whereabouts = Whereabouts(linker.knowledge, linker.sentences)
        self.entries = Entries(self.timing, self.whereabouts)
        self.attention = Attention(self.parties, self.timing, self.whereabouts, memory)
        self.companions = Companions()
        self.setting = Setting(self.timing, self.whereabouts, memory)
        self.told: list[Draft] = []
        self.listing: Listing | None = None
        self.begun: list[int] = []
        self.order = 0
        # so many of the parties of the hit being read met each of the others apart; whether one telephoned each of several
        self.shared, self.each = 1, False

    def scene(self, heading: list[Sentence]) -> Item:
        """Return the place, days and states that a heading sets for what follows, and the one person whom it names."""
        item = self.entries.scene(heading)
        item.topic = self.parties.only_one(heading)
        for sentence in heading:
            item.states = self.attention.states(skeleton(sentence), item) or item.states
        return item

    def introduce(self, sentences: list[Sentence], item: Item) -> None:
        """Keep what the end of a block says of the list that follows: whom somebody met."""
        last = sentences[-1]
        self.listing = None
        if last.units.words[last.last - 1] == ":":
            telling = Telling(skeleton(last), item, cited_by(sentences, self.fixtures)[-1], self.parties, self.timing)
            self.listing = opened(telling, self.whereabouts)

    def states_of_title(self, title: list[Sentence]) -> tuple[Side, ...]:
        """Return the two states that a title names together: "Joint statement of Chad and Sudan"."""
        found = (self.attention.states(skeleton(sentence), Item()) for sentence in title)
        return next((states for states in found if len(states) == 2), ())

    def block(self, sentences: list[Sentence], item: Item, *, overview: bool, caption: bool) -> list[Draft]:
        """Return the drafts of one block; `item` is what is known before it."""
        item.lent = () if item.pair else self.memory.pair
        item.pair = item.pair or item.lent
        self.told, self.companions.waiting = [], ()
        cited = cited_by(sentences, self.fixtures)
        skeletons = [skeleton(sentence) for sentence in sentences]
        heads, stop = self.entries.heads(skeletons, item)
        if visit := stay(sentences[:heads], stop, item.when, self.memory.subject):
            self.order += 1
            self.told.append(replace(visit, order=self.order))
            item.topic = self.memory.subject
        for at, skel in enumerate(skeletons[heads:], heads):
            sentence = skel.sentence
            start = len(self.told)
            self.attention.opens(skel, item)
            telling = Telling(skel, item, cited[at], self.parties, self.timing)
            known, self.begun = item.when, [0] * start
            hits = find_hits(skel, caption=caption)
            if not (caption or skel.asks):
                hits = with_named_together(skel, hits)
            for hit in sorted(hits, key=lambda h: h.company):
                draft = self._draft(telling, hit, start, caption=caption)
                if draft is not None:
                    draft = replace(draft, overview=overview, caption=caption)
                    self._share_day(skel, hit, draft, start)
                    self._day_of_arrival(skel, hit, draft, start, known)
                    apart = one_each(draft, self.shared) if hit.apart or (self.each and draft.kind == "call") else [draft]
                    if hit.right and (hit.left or hit.subject_missing):
                        apart = [self.companions.at_meeting(each) for each in apart]
                    self.told.extend(one for each in apart for one in self._days(sentence, each))
                    self.begun.extend([hit.first] * (len(self.told) - len(self.begun)))
                    self.attention.tells(draft, item)
            if self.listing and at == 0 and not hits and (draft := listed(telling, self.listing)):
                self.order += 1
                self.told.append(replace(draft, order=self.order, overview=overview))
            # a question tells nothing, but the answer speaks of those whom it names
            self.told[start:] = [] if skel.asks else one_a_stop(self.told[start:])
            if len(self.told) == start > 0:
                self.told[-1] = self.setting.completed(telling, self.told[-1])
            self.attention.agrees(self.on_sentence(telling), item)
            self.attention.closes(skel, item, told=len(self.told) > start)
        return self.told

    def _days(self, sentence: Sentence, draft: Draft) -> list[Draft]:
        """Return one draft a day where several are stated, the one draft where they are the ends of a span."""
        days, words = each_day(draft), sentence.units.phrase(sentence.first, sentence.last).lower()
        return [draft] if len(days) > 1 and f"between {draft.when.stated}".lower() in words else days

    def _share_day(self, skel: Skeleton, hit: Hit, draft: Draft, start: int) -> None:
        """Give the day that closes "met X and later Y on May 4" to the encounter told before it in the sentence, too."""
        after = any(i >= hit.last for i in clause_dates(skel, hit))
        if hit.continued and after and draft.when.basis == "stated" and len(self.told) > start:
            before = self.told[-1]
            if before.kind == draft.kind and before.when.basis != "stated":
                self.told[-1] = replace(before, when=draft.when)

    def _day_of_arrival(self, skel: Skeleton, hit: Hit, draft: Draft, start: int, known: When) -> None:
        """Give a visit without a day of its own that of what followed there: "went on to Oslo, where he met X on May 4"."""
        before = self.told[-1] if len(self.told) > start else None
        if before is None or before.kind != "visit" or draft.kind == "visit" or before.when != known:
            return
        if draft.places == before.places and draft.status == before.status and clause_dates(skel, hit):
            self.told[-1] = replace(before, when=draft.when)

    def _draft(self, telling: Telling, hit: Hit, start: int, *, caption: bool) -> Draft | None:
        """Resolve one hit; None where it tells no encounter, or company to one told before."""
        left, right = self._both_sides(telling, hit, caption=caption)
        if hit.company:
            self._company(telling, hit, left, right, start)
            return None
        journey = self._journey_for(telling.skel, hit)
        if journey is not None:
            # "asked the envoy to go to Oslo for talks with X": who goes meets X, and when he goes
            left = left if any(s.among(journey.sides) for s in left) else journey.sides
            hit = hit._replace(status=journey.status) if hit.status == "held" else hit
        host = hit.joint and len(left) > 1 and any(s.among(telling.item.visitors) for s in left)
        # "He spent a day in Oslo. He and the king agreed": where the traveller is
        occasion = host or self._is_occasion(telling, hit, start)
        sides = self._cast(telling, hit, left, right, occasion=occasion) if occasion or not hit.placed else ()
        if not sides:
            return None
        if not hit.joint and (len(left) > 1 or left[:1] and left[0].kind in ("group", "organization")):
            telling.item.company = left
        if hit.kind == "call" and _is_in_person(telling, hit, left):
            hit = hit._replace(kind="meeting")
        places = self.whereabouts.places(telling.skel, hit, telling.item) if hit.kind != "call" else ()
        if hit.kind == "visit" and self.setting.comes_home(telling, hit, places):
            return None
        kind = "conference" if _gathers(hit, (*left, *right)) and not _is_pair(hit, sides) else hit.kind
        if len(sides) == 1 and (hit.joint or hit.kind == "conference"):
            # a commission of two states meets even where its session is told as an event
            kind = gathering(sides[0], self.linker) or kind
        self.order += 1
        if hit.status == "held" and self._is_announced(telling.skel, hit):
            hit = hit._replace(status="planned")
        when = self._when(telling, hit)
        if journey is not None and not when.start:
            one = journey.when.start == journey.when.end
            when = journey.when if one else replace(journey.when, precision="approximate")
        status = "planned" if hit.status == "held" and self._is_to_come(telling.skel, hit, when) else hit.status
        if status != hit.status and when.basis != "stated":
            # "she travels on to X" after a plan is not over by the day it was written
            when = When()
        item, dated = telling.item, bool(clause_dates(telling.skel, hit))
        weak = hit.weak or (not dated and _refers_back(telling.skel, hit))
        draft = Draft(kind, status, sides, places, when, (telling.evidence(hit.frame),),
                      telling.skel.sentence.block, self.order, title=hit.title, frame=hit.frame, weak=weak,
                      topics=topics_of(telling.skel, hit))
        draft = self.setting.within_stay(self.setting.where_it_is_told(draft), item)
        carried = bool(places or not item.place) and all(p in item.place for p in places)
        return at_stop(draft, item.stops, item.visitors, placed=not carried, dated=dated)

    def _is_announced(self, skel: Skeleton, hit: Hit) -> bool:
        """Say whether a dated text tells in the present tense what a weekday will bring: "flies back on Friday"."""
        units, calendar = skel.sentence.units, self.timing.calendar
        if calendar.published is None or calendar.start is not None or not is_present(_clause(skel, hit)):
            return False
        return any(self.timing.dates[int(units.values[i])].form == "weekday" for i in clause_dates(skel, hit)[:1])

    def _is_to_come(self, skel: Skeleton, hit: Hit, when: When) -> bool:
        """Say whether a clause without a past form states a day to come, or goes on from a plan: "then she goes to X"."""
        if hit.continued and self.told:
            return self.told[-1].status == "planned"
        words = _clause(skel, hit)
        if is_present(words) and self.told and self.told[-1].status == "planned":
            return True
        return not is_past(words) and self.timing.is_ahead(when) and bool(clause_dates(skel, hit))

    def _journey_for(self, skel: Skeleton, hit: Hit) -> Draft | None:
        """Return the planned journey told right before an encounter that it is made for: "arrives on Friday for talks with"."""
        units, told = skel.sentence.units, self.told[-1] if self.told else None
        if told is None or told.kind != "visit" or told.evidence[-1].span != skel.sentence.text_span():
            return None
        aim = units.words[hit.first - 1].lower() == "for" and not is_past(units.phrase(hit.first, hit.last))
        return told if aim and told.status == "planned" else None

    def _both_sides(self, telling: Telling, hit: Hit, *, caption: bool) -> tuple[tuple[Side, ...], tuple[Side, ...]]:
        """Return the parties on the left and on the right of a hit, the right without those on the left."""
        skel = telling.skel
        if hit.right and (owners := owners_of_sites(skel.sentence)):
            hit = hit._replace(right=tuple(m for m in hit.right if m not in owners))
        # nobody meets himself: "his hosts were X and Y, whom he saw in turn"
        by_pronoun = bool(hit.left) and hit.left[0].kind == "pronoun"
        met = telling.sides(tuple(m for m in hit.right if m.kind == "person")) if by_pronoun else ()
        left = (*self.parties.led(skel, hit.left_lead), *telling.sides(hit.left, exclude=met))
        if hit.right or hit.kind == "visit":
            left = guests(hit, left, telling.item) or left
        right = telling.sides(hit.right, country=self.parties.country_of_lead(skel, hit.lead), exclude=left)
        if not left and (hit.subject_missing or hit.left) and not caption:
            known = self.memory.subject if hit.opens or hit.left else None
            topic = self._traveller(skel) or visitor(skel, hit, telling.item) or telling.item.topic or known
            left = it_travels(skel, hit, telling.item) or ((topic,) if topic else ())
        if hit.continued and self.told and all(m.kind == "pronoun" for m in hit.right):
            right = self.told[-1].sides[-1:]
        right = tuple(r for r in (*self.parties.led(skel, hit.lead), *right) if not r.among(left))
        # "X and Y received him one after the other": he is whom each of them met
        them = bool(right) and all(m.kind == "pronoun" for m in hit.right)
        turned = hit.apart and len(left) > 1 and (them or len(right) == 1)
        self.shared = len(right) if turned else 1
        # who telephones several talks to one after the other
        self.each = hit.kind == "call" and len(left) == 1 and hit.status != "denied" and not is_joint(skel, hit)
        return (right, left) if turned else (left, right)

    def _traveller(self, skel: Skeleton) -> Side | None:
        """Return whose visit the sentence has told: "Kern's visit included talks with Holm"."""
        last = self.told[-1] if self.told else None
        here = last is not None and last.kind == "visit" and last.evidence[0].span == skel.sentence.text_span()
        return last.sides[0] if here and len(last.sides) == 1 else None

    def _company(self, telling: Telling, hit: Hit, left: tuple[Side, ...], right: tuple[Side, ...], start: int) -> None:
        """Add those who came along to what is told, or keep them for the meetings told next."""
        units = telling.skel.sentence.units
        words = units.phrase(hit.first, hit.last)
        if left and hit.frame == "be joined by" and AT_MEETINGS.search(units.phrase(telling.skel.sentence.first, hit.last)):
            # "was joined in his meetings by X": X takes part in the meetings told next
            self.companions.suite = (left[0], right)
            return
        known = bool(right and self.told) and all(r.among(self.told[-1].sides) for r in right)
        if hit.frame == JOINS:
            # "X joined the two": it is he who takes part too
            if right and not known:
                return
            right = ()
            own = self.told[start:]
            if own and all(at > hit.first for at in self.begun[start:]) and all(s.among(own[0].sides) for s in left):
                # "X, who also took part, met Y apart": in what was told before
                earlier = self.told[:start]
                self.companions.join(earlier, left, journey=False, start=start, before=0)
                self.told[:start] = earlier
                return
        elif known:
            return
        last = self.told[-1] if self.told and self.told[-1].kind != "visit" else None
        met = last is not None and len(left) > 1 and all(s.among(last.sides) for s in left)
        # "they were joined by X" at the table, "he was joined by X" on his journey
        journey = bool(right) and not seconds(words) and not (met and any(not s.among(telling.item.visitors) for s in left))
        before = sum(at < hit.first for at in self.begun)
        if opens_clause(telling.skel, hit):
            # "called on X and, accompanied by Y, toured the port"
            start, before = max(start, before), 0
            if start == len(self.told):
                return
        joined = self.companions.join(self.told, right or left, journey=journey, start=start, before=before)
        if joined is None:
            return
        self.attention.meets(joined, telling.item)
        if is_beside_subject(telling.skel, hit):
            # "X, accompanied by Y, flew to Oslo and was received by Z"
            later = [i for i in range(start, len(self.told)) if self.begun[i] > hit.first]
            self.companions.join_all(self.told, later, joined, right or left)

    def _is_occasion(self, telling: Telling, hit: Hit, start: int) -> bool:
        """Say whether a sentence says where an encounter was or, unless it must say where, when.

        A sentence whose traveller has just come to a place says it, too: "went to Lusaka and agreed with the general".
        """
        came = any(draft.kind == "visit" and draft.status == "held" for draft in self.told[start:])
        known = Item(there=telling.item.there, written=telling.item.written)
        placed = came or bool(self.whereabouts.places(telling.skel, hit, known))
        return placed or (not hit.placed and bool(clause_dates(telling.skel, hit)))

    def _cast(self, telling: Telling, hit: Hit, left: tuple[Side, ...], right: tuple[Side, ...], *,
              occasion: bool) -> tuple[Side, ...]:
        """Return who takes part in what a hit tells; nobody where it cannot be an encounter.

        States and groups talk all the time: theirs is one where the sentence speaks of an occasion.
        """
        sides, units = (*left, *right), telling.skel.sentence.units
        alone = hit.joint and len(hit.left) == 1 and hit.left[0].kind != "body"
        if alone and is_one_side(units.phrase(hit.left[0].first, hit.left[0].last)):
            return ()
        if hit.kind == "visit":
            travellers = tuple(replace(s, visitor=True) for s in left if s.kind != "country")
            return self.companions.on_journey((*travellers, *(r for r in right if r.kind == "group"))) if travellers else ()
        if hit.kind == "conference":
            return sides if left else ()
        if len(sides) == 1 and hit.joint and occasion and gathering(sides[0], self.linker):
            return sides
        if _gathers(hit, sides):
            return () if sides[0].kind == "group" and gathers_nobody(sides[0]) else sides
        nameless = all(s.kind in ("group", "country") for s in sides)
        theirs = occasion and (hit.joint or not hit.left or hit.frame in TALKS)
        of_states = hit.states or theirs or len({s.country for s in sides if s.kind == "group" and s.country}) > 1
        return () if len(sides) < 2 or (nameless and not of_states) else sides

    def _when(self, telling: Telling, hit: Hit) -> When:
        """Return the day of a hit: one that continues another without a day of its own shares it."""
        if hit.continued and self.told and not any(hit.low <= i < hit.high for i in clause_dates(telling.skel, hit)):
            when = self.told[-1].when
        else:
            when = telling.when(hit)
        return stretched(when, telling.skel.text) if hit.kind == "visit" else when


def _clause(skel: Skeleton, hit: Hit) -> str:
    """Return the words of a hit with those right after its subject: "leaves on Friday on a trip to"."""
    units, last = skel.sentence.units, max((m.last for m in hit.left), default=hit.first)
    return units.phrase(last if last < hit.first <= last + NEAR else hit.first, hit.last)


def _refers_back(skel: Skeleton, hit: Hit) -> bool:
    """Say whether words can speak of an encounter that was told: "in my talks with X"."""
    opening = skel.sentence.units.words[max(hit.first - 1, 0):hit.first + NEAR // 2]
    return hit.frame == REFERRING and not OWN.isdisjoint(w.lower() for w in opening)


def _is_in_person(telling: Telling, hit: Hit, left: tuple[Side, ...]) -> bool:
    """Say whether who came on a visit speaks with somebody there: "She arrived in Oslo. She spoke with X"; no telephone is named."""
    units = telling.skel.sentence.units
    words = units.phrase(hit.first, min(hit.last + NEAR, telling.skel.sentence.last)).lower()
    face_to_face = SPEAKS.match(words) is not None and grammar().call.search(words) is None
    return face_to_face and any(s.among(telling.item.visitors) for s in left)


def _is_pair(hit: Hit, sides: tuple[Side, ...]) -> bool:
    """Say whether the one party of a hit is two ("the two ministers"), or talks by telephone: no gathering of many."""
    return hit.kind == "call" or PAIR.match((sides[0].text or "").lower()) is not None


def _gathers(hit: Hit, sides: tuple[Side, ...]) -> bool:
    """Say whether a plural party by itself gathers."""
    if hit.kind in ("visit", "conference") or len(sides) != 1:
        return False
    # "the foreign ministers of the Union" take part as that body
    plural = sides[0].kind == "group" or (sides[0].kind == "organization" and any(m.kind == "group" for m in hit.left))
    return hit.frame == "meeting took place" or (plural and not hit.right)
