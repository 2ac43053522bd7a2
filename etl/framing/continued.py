"""Find the further encounters that a clause adds without repeating its verb: "met X in Cairo and then, at noon, Y".

Only what a link and a bridge of known words join is read on; the first other word ends it. The verb, its subject and its
status are those of the encounter before.
"""
from __future__ import annotations

from dataclasses import dataclass, field

from etl.framing.grammar import grammar
from etl.framing.hits import Hit
from etl.framing.series import Group
from etl.framing.skeleton import Skeleton
from etl.framing.wording import bridge_words, list_words
from etl.knowledge import load_knowledge


def continued(skel: Skeleton, hit: Hit) -> list[Hit]:
    """Return the further encounters that share the verb of a hit, in order."""
    if hit.company or hit.kind == "conference" or not (hit.right or hit.places or hit.joint):
        return []
    tokens = skel.tokens
    at = next((i for i, unit in enumerate(skel.units) if unit[0] >= hit.last), len(tokens))
    # "spoke with X by phone": the preposition is that before X
    told = [i for i, unit in enumerate(skel.units[:at]) if any(unit[0] <= m.first < unit[1] for m in (*hit.right, *hit.places))]
    before = tokens[told[-1] - 1] if told and told[-1] else ""
    return _Walk(skel, hit, before if before in bridge_words().prepositions else "with", at, at).run()


def halved(skel: Skeleton, hit: Hit) -> tuple[Hit, list[Hit]]:
    """Part "met with X and Y with Z": who stands last before another "with" meets whom that has."""
    at = next((i for i, unit in enumerate(skel.units) if unit[0] >= hit.last), len(skel.tokens))
    after = skel.groups.get(skel.tokens[at + 1]) if skel.tokens[at:at + 1] == ("with",) and at + 1 < len(skel.tokens) else None
    met = [*hit.right, *(after.mentions if after else ())]
    if after is None or len(hit.right) < 2 or hit.kind != "meeting" or any(m.kind not in ("person", "role") for m in met):
        return hit, []
    then = at + 2 + (skel.tokens[at + 2:at + 3] in (("on",), ("in",), ("at",)))
    if skel.tokens[then:then + 1] not in ((".",), (",",), (";",)) and skel.kind_at(then) not in ("D", "Z", "L", "C"):
        # "met with X and Y with Z in the chair"
        return hit, []
    first, last = hit.right[-1].first, skel.units[at + 1][1]
    second = hit._replace(left=hit.right[-1:], right=after.mentions, first=first, last=last, opens=False, continued=True,
                          trigger=skel.sentence.units.span(first, last))
    end = hit.right[-2].last
    return hit._replace(right=hit.right[:-1], last=end, trigger=skel.sentence.units.span(hit.first, end)), [second]


# an apposition opens with one of these and is no longer than so many tokens
APPOSED = (("the",), ("a",), ("an",), ("his",), ("her",), ("their",))
APPOSITION = 8
# what stands before the day of a further encounter, and what closes its clause
DAYS = ("on", "in", "from", ",", "and")
ENDS = (".", ";", "in", "at")
IN_A = (("in", "the"), ("at", "the"), ("in", "his"), ("in", "her"), ("at", "his"), ("at", "her"), ("at", "a"), ("in", "a"))
# so far before a list may stand the colon that opens it, and in so many words is said what a stop was for
LISTED, PURPOSE = 6, 7
# "in Oslo on May 4 (with X)"
NEAR_STOP = 3
BESIDES = (("apart", "from"), ("separately", "from"), ("aside", "from"), ("independently", "of"))
# before one met at a stop: "Oslo (May 4, with X)"
AT_A_STOP = ("(", ",", ";", "by", "with", "met", "meeting")
# so far after a party the verb of its own clause stands
CLAUSE = 6
# so far after a party can stand "and with" another, and what ends the clause before it
LATER = 16
CLOSES = frozenset((".", ";", ",", "who", "which", "that", "where", "to", "between"))
# so many words after a party can say that those it lists were met apart
ONE_BY_ONE = 6


@dataclass(slots=True)
class _Walk:
    """A walk over the words after a hit.

    `start` is where what is being told began, `apart` that a day or place was told, `dated` that the hit has its day.
    """

    skel: Skeleton
    hit: Hit
    preposition: str
    at: int
    start: int
    linked: bool = False
    apart: bool = False
    dated: bool = False
    found: list[Hit] = field(default_factory=list)

    def run(self) -> list[Hit]:
        """Walk to the first word that ends the clause and return what was found."""
        while self.at < len(self.skel.tokens) and (self._reads_on() or self._is_shared_later()):
            self.at += 1
        return self.found

    def _is_shared_later(self) -> bool:
        """Say whether the verb goes on after words without one: "met A at the end of the fair in Oslo and with B in Riga"."""
        tokens = self.skel.tokens
        if self.hit.kind != "meeting" or not self.hit.right or self.linked or self.preposition != "with":
            return False
        for i in range(self.at + 1, min(self.at + LATER, len(tokens) - 2)):
            if tokens[i] in CLOSES or list_words().verbal.match(tokens[i]):
                return False
            if tokens[i] == "and with" and self.skel.kind_at(i + 1) == "E" and self.skel.kind_at(i - 1) in ("L", "C", "D"):
                self.at = self.start = i - 1
                return True
        return False

    def _reads_on(self) -> bool:
        """Take one word or sign; False where the clause ends."""
        self._pass_apposition()
        if self.hit.kind == "visit":
            self._pass_purpose()
            self._pass_bracket()
        token = self.skel.tokens[self.at]
        group = self.skel.groups.get(token)
        if group is None:
            return self._word(token)
        if group.kind in "LC":
            if self.hit.kind == "meeting" and self.skel.tokens[self.at - 1] == "to":
                # "from Oslo, where X had received him on May 3, to Riga on May 4": the journey goes on
                return False
            self._place(group)
        elif group.kind in "DZ" or self._is_seat(group):
            if group.kind == "D" and self.linked and self._is_again():
                # "called on X on May 4 and again on May 9", "met in Oslo on May 4 and in Bergen on May 9"
                self._found(self.hit._replace(continued=True))
            elif group.kind == "D":
                self.dated = not self.linked
            self.apart = True
        else:
            return self._party(group)
        return True

    def _pass_apposition(self) -> None:
        """Pass over what a pair of commas says of the party just told: ", the rector's brother ,", ", who was ill, and"."""
        tokens, groups = self.skel.tokens, self.skel.groups
        if self.at != self.start or tokens[self.at:self.at + 1] != (",",):
            return
        if tokens[self.at + 1:self.at + 2] == ("who",):
            closes = next((i for i in range(self.at + 2, len(tokens)) if tokens[i] in (",", ";")), None)
            self.at = closes if closes is not None and tokens[closes:closes + 2] == (",", "and") else self.at
            return
        if tokens[self.at + 1:self.at + 2] not in APPOSED:
            return
        for i in range(self.at + 2, min(self.at + APPOSITION, len(tokens))):
            if tokens[i] == ",":
                self.at = i
                return
            if tokens[i] in groups and groups[tokens[i]].kind in "LDZ":
                return

    def _pass_purpose(self) -> None:
        """Pass over what a stop was for: "to Oslo on May 4 for talks with X, to Riga"."""
        tokens = self.skel.tokens
        if tokens[self.at] == "for" and "with" in tokens[self.at:self.at + PURPOSE]:
            at = tokens.index("with", self.at) + 1
            if self.skel.kind_at(at) == "E" and at + 1 < len(tokens):
                self.at = at + 1

    def _pass_bracket(self) -> None:
        """Pass over what stands in brackets after a stop: its days, and whom the traveller met there."""
        tokens = self.skel.tokens
        if tokens[self.at] != "(" or ")" not in tokens[self.at:]:
            return
        told = next((t for t in reversed(tokens[max(0, self.at - NEAR_STOP):self.at]) if self._kind(t) in ("L", "C")), "")
        stop = self.skel.groups[told].mentions if told else ()
        end = tokens.index(")", self.at)
        for i in range(self.at + 1, end):
            if stop and self.skel.kind_at(i) == "E" and tokens[i - 1] in AT_A_STOP:
                first, last = self.skel.units[i]
                self.found.append(self.hit._replace(
                    kind="meeting", frame="met at a stop", right=self.skel.groups[tokens[i]].mentions, places=stop,
                    continued=True, first=first, last=last, trigger=self.skel.sentence.units.span(first, last)))
        self.apart = True
        self.at = min(end + 1, len(tokens) - 1)

    def _kind(self, token: str) -> str:
        """Return the kind of sign a token is, "" for a word."""
        group = self.skel.groups.get(token)
        return group.kind if group else ""

    def _place(self, group: Group) -> None:
        """Take a place: a further one that is visited, or where the next encounter is."""
        before = self.skel.tokens[self.at - 1]
        visited = self.hit.kind == "visit" and self.linked and before not in bridge_words().before_address
        if visited and (self.apart or before in ("to", "then")):
            self._found(self.hit._replace(opens=False, continued=True, places=group.mentions))
        else:
            self.apart = True

    def _is_seat(self, group: Group) -> bool:
        """Say whether a body is where the next encounter is: "at the Ministry"."""
        words, tokens = bridge_words(), self.skel.tokens
        before = tokens[self.at - 1]
        seated = before in words.before_seat or (before == "of" and not words.seats.isdisjoint(tokens[self.start:self.at]))
        return self.linked and seated and all(m.kind == "body" for m in group.mentions)

    def _party(self, group: Group) -> bool:
        """Take a further party that is met; False where it belongs to something else."""
        if self.skel.tokens[self.at - 2:self.at] in BESIDES:
            # "with X and, apart from him, with Y"
            self.apart = True
            return True
        if "presence" in self.skel.tokens[self.at - 2:self.at]:
            # "in the presence of the minister" says who else was there
            self.start, self.linked = self.at + 1, False
            return True
        if not (self.hit.right and self.linked and self.hit.kind != "visit" and self._is_met()):
            return False
        if all(m.kind == "pronoun" for m in self.hit.right):
            # "X received him in A, Y in B": the further name is a further host
            self._found(self.hit._replace(continued=True, left=group.mentions))
        else:
            self._found(self.hit._replace(continued=True, right=group.mentions))
        return True

    def _is_again(self) -> bool:
        """Say whether the day here is that of another encounter of the same parties: it is told to be, or closes the clause."""
        tokens = self.skel.tokens
        if "again" in tokens[self.start:self.at]:
            return True
        after = tokens[self.at + 1] if self.at + 1 < len(tokens) else "."
        closes = after in ENDS or self.skel.kind_at(self.at + 1) in ("L", "Z")
        return self.hit.kind == "meeting" and self.dated and tokens[self.at - 1] in DAYS and closes

    def _is_met(self) -> bool:
        """Say whether the party here has the shared preposition, or a day or place of its own."""
        words, tokens, groups = bridge_words(), self.skel.tokens, self.skel.groups
        before = tokens[self.at - 1]
        after = tokens[self.at + 1] if self.at + 1 < len(tokens) else "."
        if before.endswith(self.preposition):
            return True
        acts = any(list_words().verbal.match(t) for t in tokens[self.at + 1:self.at + CLAUSE])
        if acts and ";" in tokens[self.start:self.at]:
            # "; in the evening X, the ambassador, gave a reception" is a clause of its own
            return False
        opens = before in words.before_party or before in words.next or (before in groups and groups[before].kind in "DL")
        return self.apart and opens and (after in words.after_party or after in groups)

    def _lists_again(self) -> bool:
        """Say whether a comma is followed by the shared preposition: "received by X, by Y", "met in A with X, in B with Y"."""
        follows = self.skel.tokens[self.at + 1:self.at + 2]
        if follows[:1] == (self.preposition,):
            # "with X, with Y" are separate meetings where they are said to be, and after a colon: "had talks: with X, with Y"
            listed = ":" in self.skel.tokens[max(0, self.start - LISTED):self.start]
            return self.preposition != "with" or listed or self.hit.apart
        at = self.at + 1
        while self.skel.tokens[at:at + 1] in (("in",), ("at",), ("on",)) and self.skel.kind_at(at + 1) in ("L", "C", "D"):
            at += 2
        # "in Bergen, May 4, with Y"
        at += self.skel.kind_at(at) == "D"
        return at > self.at + 1 and self.skel.tokens[at:at + 1] == (self.preposition,)

    def _found(self, hit: Hit) -> None:
        """Keep a further encounter with the units it covers, and begin anew after it."""
        first, last = self.skel.units[self.start][0], self.skel.units[self.at][1]
        after = " ".join(self.skel.tokens[self.at + 1:self.at + 1 + ONE_BY_ONE])
        if hit.kind == "meeting" and grammar().one_by_one.search(after + " " + " ".join(self.skel.tokens[self.start:self.at])):
            hit = hit._replace(apart=True)
        self.found.append(hit._replace(first=first, last=last, trigger=self.skel.sentence.units.span(first, last)))
        self.linked = self.apart = False
        self.start = self.at + 1

    def _word(self, token: str) -> bool:
        """Take a word: a link, the shared preposition or a part of the bridge; False for any other."""
        words = bridge_words()
        if token in words.links or token.endswith(" " + self.preposition):
            if not self.linked:
                self.start = self.at
            self.linked = self.linked or token != "," or self.apart or self._lists_again()
            return True
        if token == self.preposition and self.linked:
            return True
        if self.linked and self.skel.tokens[self.at - 2:self.at] in IN_A and self.preposition in self.skel.tokens[self.at + 1:self.at + 2]:
            # "and at the chancellery by X": whatever it is, it is where
            self.apart = True
            return True
        nth = token in words.nth and self.skel.tokens[self.at - 1] == "the"
        self.apart = self.apart or nth or (self.linked and (token in words.next or token == "separate"))
        return nth or token in words.bridge or token in words.seats or _is_demonym(token)


def _is_demonym(token: str) -> bool:
    """Say whether a word is part of "at the Iranian embassy"."""
    known = load_knowledge().proper.single.get(token.capitalize())
    return known is not None and known.cls == "d"
