"""Find what a sentence names: people, posts, bodies, groups, countries, places.

Grammar is patterns over the class string of units.py, read from left to right: at each unit the first reading that fits is
taken. Nothing is decided here about who is who.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from etl.knowledge import Knowledge
from etl.spotting.appositions import join
from etl.spotting.mentions import Mention, Role
from etl.spotting.places import says_where
from etl.spotting.plural_posts import share_posts
from etl.spotting.proper_names import after_letters, body_name, named_for_person, personal_name
from etl.spotting.roles import POST, read_post
from etl.spotting.stand_ins import other_one, stand_in
from etl.spotting.units import Units

GROUP = re.compile(
    r"[tu]?(?:[mMqYwWkKXdcGOA#]v?|N+v|N(?=J)|J(?=J)|[xJ]v(?=[mwqdY]*J)|H(?=w*J)|(?<!c)x(?=J)|(?<=w)&(?=J)"
    r"|(?<=[wqWYdxkK])&(?=(?:[dwqcYWGOx]{1,3}[kJ]*|k+)J)|(?<=[cO])&(?=[cO][wqx]{0,2}J)"
    r"|x(?=[dwq]J)|-(?=[dwq])|(?<=#)-[xH](?=[dwqWJ])|(?<=d),(?=(?:d,)*d,?&d))*J"
    r"(?:(?:ot?w+)?(?:[oa]t?[cO](?:\(.\))?(?:,t?[cO])+,?&t?[cO]|[oa]t?[cO]&t?[cO](?![wWkKXJH]))|ot?w+&t?w+(?:oc)?(?![wWkKXJH])"
    r"|(?:o|f)(?:t|u)?(?:[mMqYwWkKXdcGOA#J]v?|N(?=[NXWA]*[KkJv])|x(?=[Jkq]|[dwqW]J)|(?<=d)&(?=d[wk]*[kKJ])"
    r"|(?<=[XWM])&(?=[XWM]{1,3}K))+(?<![mq])"
    r"(?:(?<=K)[of]t?[NXWMYdcGOAKJ]+(?:(?<=[XWM])ot?[cG])?)?"
    r"|(?:o|f)tN+(?=[,.&])|at?(?:[dcGOAqwWK]v?|x(?=k))*(?:[kKcGOA]|(?<=[dcGOA])J)(?:(?<=[KA])ot?[cG])?)?")
STATE_AND = re.compile(r"[tu]?[cd]?w&J(?!J)")
RANKED = re.compile(r"[tu]?[mM]*d(?=T)")
"""What stands before the rank of an officer: "the retired Dutch"."""
OWN_STATE = re.compile(r"[NS]oc[&,]d")
"""A state that belongs to the name before it: "President Ana Reis of Chile and Danish Premier Ulf Dahl", from the name on."""
READ = {"D": "date", "Z": "citation", "Q": "outlet"}
KNOWN = {"c": "country", "G": "place", "O": "body"}
IDLE = frozenset('xoabfri,.;:()[]"-&ve')
"""Classes at which nothing begins."""
COLLEGE = re.compile(r"(?:[tu]|t?cv)[mMqYwWdx]{0,3}?[kw](?:ot?[wJ]+)?(?![wkJHKoNXWv])")
"""A body without a name: "the military council", "the council of ministers"."""
COLLEGE_WORDS = 5
JOINT_WORDS = 3
"""So many words can say what a body of two states is for."""


class Spotter:
    """Finds mentions in the units of a block."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def mentions(self, units: Units, first: int, last: int) -> list[Mention]:
        """Return the mentions of one sentence in reading order, then those that are part of another."""
        parts: list[Mention] = []
        scanned = other_one(units, list(self._scan(units, first, last, parts)), self.knowledge)
        found, aside = join(units, share_posts(units, scanned, self.knowledge), first, last)
        return list(self._without_outer(units, found)) + parts + aside

    def _without_outer(self, units: Units, found: list[Mention]) -> Iterator[Mention]:
        """Yield the mentions without the places that only say where another is: "the Red Sea port city of X" is X."""
        outer: Mention | None = None
        for m in found:
            if m.kind == "place" and says_where(units, m.last, self.knowledge.names.place_kinds):
                outer = m
                continue
            yield replace(m, first=outer.first) if outer is not None and m.kind == "place" else m
            outer = None

    def _scan(self, units: Units, i: int, last: int, parts: list[Mention]) -> Iterator[Mention]:
        classes = units.classes
        while i < last:
            cls = classes[i]
            if cls in IDLE and not self._opens_group(units, i):
                i += 1
            elif cls in READ:
                yield Mention(READ[cls], i, i + 1, value=units.values.get(i))
                i += 1
            elif cls == "h":
                # "the guest of the King" is no pronoun
                if not (i + 1 < last and classes[i + 1] == "o" and " " in units.words[i]):
                    yield Mention("pronoun", i, i + 1, value=units.words[i].lower())
                i += 1
            else:
                mention = self._at(units, i, last, parts)
                if mention is not None:
                    yield mention
                i = i + 1 if mention is None else mention.last

    def _at(self, units: Units, i: int, last: int, parts: list[Mention]) -> Mention | None:
        """Read the mention that starts at unit `i`, if any."""
        mention = _opening_place(units, i) or self._post(units, i, last, parts) or stand_in(units, i, last, self.knowledge)
        if mention is not None:
            return mention
        # a look for the one class that a pattern cannot do without is cheaper than the pattern
        group = GROUP.match(units.classes, i, last) if units.classes.find("J", i, last) >= 0 else None
        end = self._before_verb(units, i, group.end()) if group else i
        if end > i and not self._beside_rebels(units, group):
            return Mention("group", i, _without_destination(units, i, end))
        joint = self._joint_body(units, i, last) or self._ranked(units, i, last)
        named = joint or body_name(units, i, last, self.knowledge) or self._person(units, i, last)
        owned = units.classes[i:i + 2] == "cv" and self._college(units, i, last)
        return named or owned or self._known(units, i, last) or self._college(units, i, last)

    def _beside_rebels(self, units: Units, group: re.Match[str]) -> bool:
        """Say whether what looks like one group is two: "the Chilean army and Andino rebels", "the government and rebels"."""
        state = STATE_AND.match(group.group())
        if state and units.words[group.start() + state.end() - len("w&J")] == "government":
            return True
        fighters = self.knowledge.firms.after.get(units.words[group.end() - 1]) == "militia"
        return group.group().endswith("&OJ") and fighters

    def _post(self, units: Units, i: int, last: int, parts: list[Mention]) -> Mention | None:
        """Read a post, with the name that follows it; a person who is part of the post goes to `parts`."""
        m = POST.match(units.classes, i, last) if units.classes.find("H", i, last) >= 0 else None
        if not m or OWN_STATE.match(units.classes, i - 2):
            return None
        role = read_post(units, i, m.end(), last, self.knowledge)
        if units.classes[i] == "X" and role.first > i:
            # "Accompanied President X": the word that opens the sentence is none of the post's
            i += 1
        name = personal_name(units, role.last, last, self.knowledge)
        if name is None and self._is_seat(units, i, role):
            return None
        if name is None:
            return Mention("role", i, role.last, roles=(role,))
        whole = named_for_person(units, name[1], last, self.knowledge)
        if whole:
            # "the Prince Omar Institute"
            return Mention("body", i, whole)
        nested = _nested(units, m.end(), role)
        if nested:
            # "adviser to Speaker Hossein Danesh": the name is the Speaker's
            parts.append(Mention("person", nested, name[1], name, titled=True))
            return Mention("role", i, name[1], roles=(role,))
        return Mention("person", i, after_letters(units, name[1], last, self.knowledge), name, (role,), titled=True)

    def _is_seat(self, units: Units, i: int, role: Role) -> bool:
        """Say whether the words of a post only say where somebody sits or walks: "with X in the chair", "at the head of"."""
        posts, at = self.knowledge.posts, i - (units.classes[max(i - 1, 0)] in "tu")
        before = units.words[at - 1].lower() if at > 0 else ""
        return before in posts.taken and (role.phrase in posts.seats or (before == "at" and role.head in posts.seats))

    def _opens_group(self, units: Units, i: int) -> bool:
        """Say whether a word that nothing tells opens a group after a preposition: "with village elders"."""
        return units.classes[i] == "x" and units.classes[i - 1:i] == "b" and units.classes[i + 1:i + 2] == "J" \
            and not units.words[i].endswith("ing")

    def _before_verb(self, units: Units, first: int, last: int) -> int:
        """Return where a group ends whose words run on into a clause ("a group of lawmakers is visiting"), `first` where it has
        not begun before the verb ("the firm told senior officials").
        """
        verbs = self.knowledge.verbs
        for i in range(first + 1, last):
            if units.classes[i] == "x" and (units.words[i] in verbs.finite or units.words[i] in verbs.speech):
                return i if "J" in units.classes[first:i] else first
        return last

    def _joint_body(self, units: Units, i: int, last: int) -> Mention | None:
        """Read a body of two states: "the Chilean-Peruvian border commission", "the Chile-Peru commission"."""
        at = i + (units.classes[i] in "tu")
        if at >= last or "-" not in units.words[at]:
            return None
        states = [self.knowledge.proper.single.get(part) for part in units.words[at].split("-")]
        if len(states) != 2 or not all(e and e.cls in "dc" for e in states):
            return None
        heads = range(at + 1, min(at + 2 + JOINT_WORDS, last))
        end = next((j + 1 for j in heads if units.words[j].lower() in self.knowledge.joint_bodies), None)
        between = units.classes[at + 1:end - 1] if end else ""
        return Mention("body", i, end) if end and not set(between) & set(IDLE) - set("x-&") else None

    def _college(self, units: Units, i: int, last: int) -> Mention | None:
        """Read a body without a name whose members take part: "the parliamentary committee"."""
        at = next((j for j in range(i, min(i + COLLEGE_WORDS, last)) if units.words[j] in self.knowledge.colleges), i)
        m = COLLEGE.match(units.classes, i, last) if at > i and units.words[i].lower() not in ("a", "an") else None
        head = units.words[at] if m and m.end() > at else ""
        # "the Kenyan cabinet" and "the cabinet in Nairobi" are the state's, and so is that for which somebody signs
        follows = units.classes[m.end():m.end() + 1] if m else ""
        signed_for = units.words[max(i - 1, 0)].lower() == "for"
        of_state = head in self.knowledge.organs and ("d" in units.classes[i:at] or follows in ("i", "o") or signed_for)
        if head not in self.knowledge.colleges or of_state:
            return None
        return Mention("group", i, m.end())

    def _ranked(self, units: Units, i: int, last: int) -> Mention | None:
        """Read an officer with his nationality: "the retired Dutch General Jan Peeters"."""
        m = RANKED.match(units.classes, i, last)
        name = personal_name(units, m.end(), last, self.knowledge) if m else None
        if m is None or name is None:
            return None
        return Mention("person", i, after_letters(units, name[1], last, self.knowledge), name, titled=True,
                       value=units.values.get(m.end() - 1))

    def _person(self, units: Units, i: int, last: int) -> Mention | None:
        name = personal_name(units, i, last, self.knowledge)
        if name is None:
            return None
        return Mention("person", i, after_letters(units, name[1], last, self.knowledge), name, titled=units.classes[i] == "T")

    def _known(self, units: Units, i: int, last: int) -> Mention | None:
        """Read a country, a place, or what a nationality alone makes one: "the Iraqi army", "the Iraqi capital"."""
        classes, words = units.classes, units.words
        at = i + (classes[i] == "t")
        if at >= last:
            return None
        if classes[at] in KNOWN and (at > i or classes[at] != "O"):
            return Mention(KNOWN[classes[at]], i, at + 1, value=units.values.get(at))
        if classes[at] != "d" or at + 1 >= last:
            return None
        noun = words[at + 1]
        if noun in self.knowledge.national_bodies and (at + 2 >= last or classes[at + 2] not in "HJkK"):
            return Mention("body", i, at + 2)
        key = self.knowledge.capital_keys.get(units.values[at]) if noun == "capital" else None
        return Mention("place", i, at + 2, value=key) if key else None


def _opening_place(units: Units, i: int) -> Mention | None:
    """Read the place that opens a sentence: "In Paris Finance Minister X"."""
    classes = units.classes
    if classes[i] not in "Gc" or not i or classes[i - 1] != "i" or classes[i + 1:i + 2] == "v":
        return None
    opens = units.words[i - 1][0].isupper()
    return Mention(KNOWN[classes[i]], i, i + 1, value=units.values.get(i)) if opens else None


def _nested(units: Units, end: int, role: Role) -> int:
    """Return where a second post begins inside the complement of the first, straight before a name; 0 where none does."""
    at = role.last - 1
    if role.last <= end or units.classes[at] != "H":
        return 0
    while at > end and units.classes[at - 1] in "HwWmMdcOGAK":
        at -= 1
    return at if units.classes[at - 1] in "fot" else 0


def _without_destination(units: Units, first: int, last: int) -> int:
    """Return where a group ends whose place is where it goes: "a delegation to Budapest", "to the Hungarian capital"."""
    capital = units.classes[last - 1] == "d" and units.words[last:last + 1] == ["capital"]
    for i in range(first + 1, last - 1):
        at = i + 1 + (units.classes[i + 1] == "t")
        if units.words[i].lower() == "to" and at == last - 1 and (units.classes[at] in "Gc" or capital):
            return i
    return last
