"""Find the further encounters that a clause adds without repeating its verb: "met X in Cairo and then, at noon, Y".

Only what a link and a bridge of known words join is read on; the first other word ends it. The verb, its subject and its
status are those of the encounter before.
"""
from __future__ import annotations

from dataclasses import dataclass, field

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
# so far after a party the verb of its own clause stands
CLAUSE = 6


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
        while self.at < len(self.skel.tokens) and self._reads_on():
            self.at += 1
        return self.found

    def _reads_on(self) -> bool:
        """Take one word or sign; False where the clause ends."""
        self._pass_apposition()
        token = self.skel.tokens[self.at]
        group = self.skel.groups.get(token)
        if group is None:
            return self._word(token)
        if group.kind in "LC":
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
        """Pass over what a pair of commas says of the party just told: ", the rector's brother ,"."""
        tokens, groups = self.skel.tokens, self.skel.groups
        if self.at != self.start or tokens[self.at:self.at + 1] != (",",) or tokens[self.at + 1:self.at + 2] not in APPOSED:
            return
        for i in range(self.at + 2, min(self.at + APPOSITION, len(tokens))):
            if tokens[i] == ",":
                self.at = i
                return
            if tokens[i] in groups and groups[tokens[i]].kind in "LDZ":
                return

    def _place(self, group: Group) -> None:
        """Take a place: a further one that is visited, or where the next encounter is."""
        before = self.skel.tokens[self.at - 1]
        visited = self.hit.kind == "visit" and self.linked and before not in bridge_words().before_address
        if visited and (self.apart or before == "to"):
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
        if "presence" in self.skel.tokens[self.at - 2:self.at]:
            # "in the presence of the minister" says who else was there
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
            return self.preposition != "with"
        elsewhere = follows[:1] in (("in",), ("at",), ("on",)) and self.skel.kind_at(self.at + 2) in ("L", "C", "D")
        # "in Bergen on May 4 with Y"
        then = self.at + 3
        then += 2 * (self.skel.tokens[then:then + 1] == ("on",)) or self.skel.kind_at(then) == "D"
        return elsewhere and self.skel.tokens[then:then + 1] == (self.preposition,)

    def _found(self, hit: Hit) -> None:
        """Keep a further encounter with the units it covers, and begin anew after it."""
        first, last = self.skel.units[self.start][0], self.skel.units[self.at][1]
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
        if self.linked and self.skel.tokens[self.at - 2:self.at] in IN_A and self.skel.tokens[self.at + 1] == self.preposition:
            # "and at the chancellery by X": whatever it is, it is where
            self.apart = True
            return True
        nth = token in words.nth and self.skel.tokens[self.at - 1] == "the"
        self.apart = self.apart or nth or (self.linked and token in words.next)
        return nth or token in words.bridge or token in words.seats or _is_demonym(token)


def _is_demonym(token: str) -> bool:
    """Say whether a word is part of "at the Iranian embassy"."""
    known = load_knowledge().proper.single.get(token.capitalize())
    return known is not None and known.cls == "d"
