"""Find encounters in sentences: which frame, who takes part, where, and whether it happened.

Runs the frames of the lexicon over skeletons that hold one of their words, and fills their slots. It decides nothing about
dates, about other sentences, or about which hits are one encounter.
"""
from __future__ import annotations

import re
from dataclasses import replace

from etl.framing.continued import continued, halved
from etl.framing.grammar import Frame, Grammar, grammar
from etl.framing.hits import Hit, bounded, distinct
from etl.framing.modality import moved_to, status_of
from etl.framing.skeleton import Skeleton
from etl.framing.subjects import subject
from etl.spotting.mentions import Mention

# who is spoken of as one
PEOPLE = ("person", "role", "pronoun")
# so many words after an encounter can say that it was several ("received him one after the other")
AFTER = 4
# the subject is each of several, so many letters before the verb
EACH, REACH_OF_EACH = "each of whom ", 30
# so many letters can hold "the one in the morning, the other at noon"
TURNS = 90
VISITING = frozenset(("visiting",))
# who is spoken of where a slot holds a possessive ("was her host", "gave her lunch")
OWNER = {"his": "him", "her": "her", "their": "them"}
# "both" is the subject where it opens its sentence: "The day after, both were received"
BOTH = 5
# so many are a crowd
THOUSANDS = re.compile(r"[\d.,]*\d[.,]?\d{3}\b")
NO_VERB = ("of", "men", "women", "sides", "parties", "countries")
PLURAL = ("they", "we", "them", "both men")
# between a clause and a verb that goes on without a subject
ADVERBS = frozenset(("also", "then", "later", "subsequently", "briefly"))


def find_hits(skel: Skeleton, *, caption: bool = False) -> list[Hit]:
    """Return the encounters that one sentence tells."""
    g = grammar()
    found: list[Hit] = []
    for index in g.anchors.due(skel.tokens):
        frame = g.frames[index]
        if frame.caption and not caption:
            continue
        hits = (_Match(skel, frame, m).hit() for m in frame.form.finditer(skel.text))
        found.extend(hit for hit in hits if hit is not None)
    told: list[Hit] = []
    for hit in distinct(found):
        first, further = halved(skel, hit)
        told += (first, *further, *continued(skel, further[-1] if further else first))
    return bounded(skel, distinct(told))


class _Match:
    """One match of a frame in a sentence, with the token at which it begins and the one after its end."""

    def __init__(self, skel: Skeleton, frame: Frame, match: re.Match[str]) -> None:
        self.skel, self.frame, self.match = skel, frame, match
        self.slots = match.groupdict()
        self.grammar: Grammar = grammar()
        self.at, self.end = skel.token_at(match.start()), skel.token_at(match.end())

    def hit(self) -> Hit | None:
        """Turn the match into a hit, or refuse it."""
        frame, words = self.frame, self.match.group()
        before = self.skel.text[:self.match.start()]
        if frame.not_before and frame.not_before.search(before):
            return None
        right = self._right()
        if right is None or self.grammar.not_meetings.search(words) or self._is_sport():
            return None
        if not all(self._is_any_of(m, self.grammar.teams) for m in self._mentions("team")):
            return None
        left, left_lead, missing, recalled = self._left()
        if frame.subject == "joint":
            if not self._is_both_sides(left):
                return None
            right = ()
        if frame.bodies and any(m.kind != "body" for m in left):
            return None
        if frame.kind == "visit" and left and all(self._visits_nobody(m) for m in left):
            return None
        status = status_of(self.skel, self.match, noun=frame.subject == "none")
        if status is None:
            return None
        if status == "held":
            status = frame.status or status
            if status == "cancelled" and moved_to(self.skel) is not None:
                # "his trip was put off to June"
                status = "planned"
        units = self.skel.units
        first, last = units[self.at][0], units[max(self.at, self.end - 1)][1]
        return Hit(
            frame=frame.name,
            kind="call" if frame.kind == "meeting" and self._is_call(words) else frame.kind,
            status=status,
            left=left,
            right=right,
            places=self._mentions("place"),
            trigger=self.skel.sentence.units.span(first, last),
            first=first,
            last=last,
            title=self._title(),
            lead=self._lead("obj"),
            left_lead=left_lead or tuple(m for m in self._mentions("team") if self._is_told_of(m)),
            subject_missing=missing,
            weak=frame.weak or recalled,
            company=frame.company,
            apart=(frame.apart and len(right) > 1) or self._is_apart(words),
            states=frame.states or self.grammar.states.search(words) is not None,
            joint=frame.subject == "joint",
            placed=frame.placed,
            opens=self.at <= 1 or self._is_telegraphic(),
        )

    def _is_telegraphic(self) -> bool:
        """Say whether the sentence leaves its subject out, as logs do: "Official visit; met with X", "Opened a fair and met X"."""
        tokens, at = self.skel.tokens, self.at
        while at > 1 and tokens[at - 1] in ADVERBS:
            at -= 1
        if at < 2 or tokens[0] in self.skel.groups:
            return False
        return tokens[at - 1] == ";" or (tokens[at - 1] in ("and", ",") and tokens[0].endswith("ed"))

    def _is_object_of_log(self, at: int) -> bool:
        """Say whether a group is only the object of the verb that opens a line without a subject: "Attended X and met with"."""
        opens = self.skel.tokens[0].endswith("ed") and self._is_telegraphic()
        return 0 < at < self.at and opens and not {",", "by"} & set(self.skel.tokens[1:at])

    def _is_sport(self) -> bool:
        """Say whether the words right after the match speak of a game."""
        return self.grammar.not_meetings_after.match(self._after()) is not None

    def _is_apart(self, words: str) -> bool:
        """Say whether each of those met was met apart."""
        after = " ".join(self._after().removeprefix(", ").split(" ", AFTER)[:AFTER])
        text, start, end = self.skel.text, self.match.start(), self.match.end()
        if EACH in text[max(0, start - REACH_OF_EACH):start] or self.grammar.each_in_turn.search(text, end, end + TURNS):
            return True
        apart = self.grammar.apart.search(words + " ".join(self._before()))
        return bool(apart or self.grammar.apart.match(after) or self.grammar.one_by_one.search(f"{words} {after}"))

    def _is_call(self, words: str) -> bool:
        """Say whether the words of the match, or those right after it, speak of a telephone."""
        return self.grammar.call.search(words) is not None or self.grammar.by_phone.match(self._after().removeprefix(", ")) is not None

    def _right(self) -> tuple[Mention, ...] | None:
        """Return who is met; None where the frame does not fit such an object."""
        frame = self.frame
        right = self._mentions("obj") or self._mentions("host")
        if frame.implied or (not right and frame.topic and frame.kind != "visit"):
            right = (self._pronoun("him"),)
        if frame.hosting:
            right = tuple(self._pronoun(OWNER[m.value.split()[0]]) for m in right if (m.value or "").split(" ")[0] in OWNER)
            if not right:
                return None
        disputed = any(r.kind == "group" and self.skel.sentence.units.classes[r.last - 1:r.last + 1] == "Jv" for r in right)
        if disputed or (right and self._after().startswith("§ ") and frame.kind == "meeting"):
            # "will meet on their countries' dispute", "met King Osric's lawyers": not him
            return None
        if frame.company and len(right) == 1 and self._is_any_of(right[0], self.grammar.teams) and not self._is_told_of(right[0]):
            # "at the head of a delegation"
            return None
        if frame.company and len(right) > 1:
            # "joined by A and, on the Chilean side, by B", "A headed the Chilean team"
            led = any(r.kind == "group" and self._is_any_of(r, self.grammar.teams) for r in right)
            right = tuple(r for r in right if r.kind != "country" and not (led and r.kind == "group"))
        if frame.object_person and not any(r.kind in PEOPLE or (r.kind == "group" and not self._is_faceless(r)) for r in right):
            return None
        if frame.visiting and not any(self._is_any_of(r, VISITING) for r in right):
            return None
        if frame.people and not all(r.kind == "group" for r in right):
            return None
        if frame.named and frame.subject == "left" and not all(r.kind in PEOPLE for r in right):
            return None
        if frame.kind == "conference" and self.slots.get("event"):
            hosts = self._hosts()
            if hosts is None:
                return None
            right = (*hosts, *self._mentions("host"))
        return None if right and all(r.kind == "group" and self._is_faceless(r) for r in right) else right

    def _left(self) -> tuple[tuple[Mention, ...], tuple[Mention, ...], bool, bool]:
        """Return who meets, the group whose members that lists, whether a subject was looked for in vain, and whether the clause
        only recalls an encounter to say who is meant ("the envoy who met the king").
        """
        left = self._mentions("agent")
        if not left or all(m.kind == "pronoun" for m in left):
            # "the king's tour brought him"
            left = self._mentions("poss") or left
        lead = self._lead("agent") or self._lead("poss")
        if self.frame.topic and self.frame.kind == "visit":
            # "To Lisbon on May 6": whom the text is about
            return (), (), True, False
        if left or self.frame.subject not in ("left", "joint"):
            return left, lead, False, False
        group, at = subject(self.skel, self.at, self.end)
        if group is not None and self._is_object_of_log(at):
            group, at = None, -1
        recalled = group is not None and at < self.at and self.skel.tokens[at + 1:at + 2] == ("who",)
        if group is not None and at < self.at and self.frame.subject == "joint" and len(group.mentions) == 1:
            # "Kern and Holm, who conferred" are both
            group = self.skel.groups[self.skel.tokens[at]]
        left, lead, missing = (group.mentions, group.lead, False) if group else ((), (), True)
        alone = self.skel.tokens[max(0, self.at - 1):self.at] == ("both",) and self.at < BOTH
        if alone and at > self.at:
            # "Both arrived in Oslo on May 4, where X": not X
            group, missing, left = None, True, ()
        if group is None and (self.frame.they or alone or self._is_both()):
            left, missing = (self._pronoun("they"),), False
        owned = any(word in ("his", "her") for word in (*self._before(), *self.match.group().split()[:2]))
        if owned and not any(x.kind in PEOPLE for x in left):
            left = (self._pronoun("he"),)
        return left, lead, missing, recalled

    def _is_both(self) -> bool:
        """Say whether "both" is the subject of the sentence, without a noun: "Both arrived in Oslo on May 4 and held talks with X"."""
        after = self.skel.tokens[1:2]
        return self.skel.tokens[0] == "both" and bool(after) and after[0] not in self.skel.groups and after[0] not in NO_VERB

    def _is_both_sides(self, mentions: tuple[Mention, ...]) -> bool:
        """Say whether a subject by itself can be both sides of an encounter."""
        if self.frame.named and sum(x.kind in PEOPLE for x in mentions) < 2:
            return False
        if len(mentions) != 1:
            return len(mentions) > 1
        m = mentions[0]
        if m.kind == "group" and self._is_college(m):
            # "the committee opened its session"
            return False
        return m.kind in ("group", "body") or (m.kind == "pronoun" and m.value in PLURAL)

    def _is_college(self, m: Mention) -> bool:
        """Say whether a group is a body without a name rather than a plural."""
        classes = self.skel.sentence.units.classes[m.first:m.last]
        return "k" in classes and "J" not in classes

    def _hosts(self) -> tuple[Mention, ...] | None:
        """Return the bodies and states whose gathering an event is; None where what is attended is no event.

        A body that only lends the event its name ("Munich Security Conference") takes no part.
        """
        event = self.match.group("event")
        signs = event + (self.slots.get("obj") or "")
        found = [x for sign in signs if sign in self.skel.groups for x in self.skel.groups[sign].mentions]
        if event in self.skel.groups and not any(self._is_event(x) for x in found):
            return None
        hosts = (self._holder(x) if self._is_event(x) else x for x in found if x.kind in ("country", "group", "body"))
        return tuple(x for x in hosts if x is not None)

    def _holder(self, event: Mention) -> Mention | None:
        """Return the body whose event a name tells: "the Sixth General Assembly of the Andean Union"."""
        classes = self.skel.sentence.units.classes
        return next((replace(m, kind="body") for m in self.skel.sentence.mentions
                     if m.kind in ("inner", "body") and m.entity and event.first < m.first and m.last <= event.last
                     and "o" in classes[event.first:m.first]), None)

    def _is_event(self, m: Mention) -> bool:
        """Say whether a name is one of an event."""
        return self.grammar.events.search(self.skel.sentence.units.phrase(m.first, m.last)) is not None

    def _is_faceless(self, m: Mention) -> bool:
        """Say whether a group is the press, a crowd or a thing that nobody meets."""
        return self._is_any_of(m, self.grammar.objects) or THOUSANDS.match(self.skel.sentence.units.phrase(m.first, m.last)) is not None

    def _visits_nobody(self, m: Mention) -> bool:
        """Say whether a group moves without visiting, such as troops."""
        return m.kind == "group" and self._is_any_of(m, self.grammar.travellers)

    def _is_told_of(self, m: Mention) -> bool:
        """Say whether more is told of a team than whose it is: "a business delegation", not "a Kenyan delegation"."""
        units = self.skel.sentence.units
        idle = self.grammar.teams | self.grammar.idle
        return any(units.classes[i] not in "tudcov#" and units.words[i].lower() not in idle for i in range(m.first, m.last))

    def _is_any_of(self, m: Mention, words: frozenset[str]) -> bool:
        """Say whether a mention is made of one of these words."""
        return not words.isdisjoint(self.skel.sentence.units.phrase(m.first, m.last).lower().split())

    def _mentions(self, slot: str) -> tuple[Mention, ...]:
        """Return what fills a slot, nothing where the frame has none of that name."""
        signs = self.slots.get(slot) or ""
        if signs in OWNER:
            return (self._pronoun(OWNER[signs]),)
        return tuple(m for sign in signs if sign in self.skel.groups for m in self.skel.groups[sign].mentions)

    def _lead(self, slot: str) -> tuple[Mention, ...]:
        """Return the group whose members a slot lists ("senior officials, including ...")."""
        sign = self.slots.get(slot)
        return self.skel.groups[sign].lead if sign in self.skel.groups else ()

    def _before(self) -> tuple[str, ...]:
        """Return the word before the match, none at the beginning of the sentence."""
        return self.skel.tokens[max(0, self.at - 1):self.at]

    def _after(self) -> str:
        """Return the text after the match, from its first word on."""
        return self.skel.text[self.match.end():].lstrip()

    def _pronoun(self, word: str) -> Mention:
        """Return a pronoun that the words of the match imply."""
        first = self.skel.units[self.at][0]
        return Mention("pronoun", first, first + 1, value=word)

    def _title(self) -> str | None:
        """Return the words of the event, where the frame names one."""
        if not self.slots.get("event"):
            return None
        first = self.skel.units[self.skel.token_at(self.match.start("event"))][0]
        last = self.skel.units[self.skel.token_at(self.match.end("event")) - 1][1]
        return self.skel.sentence.units.phrase(first, last)
