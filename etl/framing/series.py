"""Fold lists of a sentence into one item each: "X, Y and Z", "a delegation led by X", "Chile and Peru".

What opens a new clause (", and X said") joins no list. Which words link and which end a list is data (lexicon/clauses.toml).
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from etl.framing.wording import list_words, subject_words
from etl.knowledge import load_knowledge
from etl.spotting.mentions import Mention

NAMED_LATER = 4
FRONT = 14
"""So many words can stand before a subject."""

SETTING = 5
"""A group, where it was met, a comma, a link and its members are at least so many items."""


@dataclass(frozen=True, slots=True)
class Group:
    """What one sign stands for: the mentions of a list; `lead` holds a group whose members are then listed."""

    kind: str
    mentions: tuple[Mention, ...]
    lead: tuple[Mention, ...] = ()


class Item(NamedTuple):
    """A word with its units, or the kind of sign ("E", "C", "L", "D", "Z") for what is held."""

    word: str
    span: tuple[int, int]
    held: Mention | Group | None = None

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Return the mentions held, none for a word."""
        if self.held is None:
            return ()
        return self.held.mentions if isinstance(self.held, Group) else (self.held,)


def fold_lists(items: list[Item]) -> list[Item]:
    """Fold lists of parties, countries or places into one item each."""
    out: list[Item] = []
    i = 0
    while i < len(items):
        series = _series(items, i) if items[i].held is not None and items[i].word in "ECL" else None
        item, i = series or (items[i], i + 1)
        out[-2:] = [*out[-2:], item] if not _names_last(out, item) else [_named_after(out[-2], item)]
    return out


def name_listed(items: list[Item]) -> list[Item]:
    """Read "the heads of three parties: A, B and C" as A, B and C: a group whose people follow a colon."""
    if not any(item.word == ":" for item in items):
        return items
    out: list[Item] = []
    for item in items:
        people = item.word == "E" and len(item.mentions) > 1 and all(m.kind == "person" for m in item.mentions)
        if people and len(out) > 1 and out[-1].word == ":":
            at = next((i for i in range(len(out) - 2, max(-1, len(out) - 2 - NAMED_LATER), -1) if out[i].held is not None), -1)
            group = out[at].mentions
            if at >= 0 and [m.kind for m in group] == ["group"]:
                item = Item("E", (out[at].span[0], item.span[1]), Group("E", item.mentions, group))
                del out[at:]
        out.append(item)
    return out


def without_parts(items: list[Item]) -> list[Item]:
    """Read "two of his advisers, A and B," as A and B."""
    out: list[Item] = []
    for item in items:
        listed = isinstance(item.held, Group) and item.held.lead and item.word == "E"
        if listed and len(out) > 1 and out[-1].word == "of" and out[-2].word in list_words().parts:
            item = item._replace(span=(out[-2].span[0], item.span[1]))
            del out[-2:]
        out.append(item)
    return out


def with_members(items: list[Item]) -> list[Item]:
    """Read "a group of lawmakers in Oslo on May 4, including A and B" with A and B beside the group."""
    lists, out = list_words(), []
    for item in items:
        out.append(item)
        if item.word != "E" or len(out) < SETTING or out[-2].word not in lists.members or out[-3].word != ",":
            continue
        at = len(out) - 4
        while at > 0 and (out[at].word in "LD" or out[at].word in lists.setting):
            at -= 1
        group = out[at]
        listed = len(group.mentions) > 1
        if (at < len(out) - 4 or listed) and group.word == "E" and group.mentions[-1].kind == "group":
            members = Group("E", (*group.mentions[:-1], *item.mentions), group.mentions[-1:])
            out[at:] = [group._replace(held=members), *out[at + 1:-3]]
    return out


def _names_last(out: list[Item], item: Item) -> bool:
    """Say whether people are the last of the list before: "Kern and his two colleagues, A and B", "he and his host, A"."""
    if item.word != "E" or len(out) < 2 or out[-1].word != "," or not isinstance(out[-2].held, Group):
        return False
    before, names = out[-2].mentions, item.mentions
    if len(before) < 2 or any(m.kind == "group" for m in before[:-1]) or len({m.kind for m in names}) > 1:
        return False
    if names[0].kind not in ("person", "body"):
        return False
    one = before[-1].kind == "pronoun" and (before[-1].value or "").startswith(("his ", "her ", "their ")) and len(names) == 1
    return one or (before[-1].kind == "group" and len(names) > 1 and isinstance(item.held, Group) and not item.held.lead)


def _named_after(group: Item, names: Item) -> Item:
    """Return a list with the people named after it in the place of its last member."""
    before = group.mentions
    lead = before[-1:] if before[-1].kind == "group" else ()
    return Item("E", (group.span[0], names.span[1]), Group("E", (*before[:-1], *names.mentions), lead))


def _series(items: list[Item], i: int) -> tuple[Item, int] | None:
    """Return the list that begins at item `i` with the index after it; None where nothing or a comma alone follows."""
    lists, j = list_words(), i + 1
    if j == len(items) or (items[j].held is None and items[j].word not in lists.links):
        return None
    if items[i].word == "C" and i > 1 and items[i - 1].word == "," and items[i - 2].word == "L" and not _lie_apart(
            items[i - 2].mentions[-1], items[i].mentions[0]):
        # "Oslo, Norway, and Riga, Latvia": the state says where the city is
        return None
    kind, lead, members, linked = items[i].word, [], [items[i].held], False
    # "a number of meetings: with X; Y; and Z"
    told = [item.word for item in items[max(0, i - 2):i]]
    colon = told[-1:] == [":"] or told in ([":", "with"], [":", "by"])
    while j < len(items):
        words = _links(items, j)
        k = j + len(words)
        if k >= len(items) or items[k].held is None:
            break
        other, nxt = items[k].word, items[k].held
        if not words and other == "E" == kind and members[-1].kind == "group" and nxt.kind in ("person", "body"):
            # "Senators Ana Reis and Jan Kern", "the parties Andino and Costa"
            members[-1] = nxt
            j = k + 1
            continue
        closed = colon or (apposed(members[-1]) and apposed(nxt))
        joins = _joins(kind, other, words, nxt, closed=closed, apart=_lie_apart(members[-1], nxt))
        if not words or not (joins or _opposes(members[-1], words, nxt)):
            break
        if _opens_clause(items, k, words, len(members), apposed(members[-1])):
            break
        if len(members) == 1 and _closes_front(items, i, words):
            break
        if any(w in lists.members for w in words):
            if len(members) == 1 and members[0].kind in ("group", "body", "role"):
                lead, members = members if lists.whole.isdisjoint(words) else [], []
            elif members and members[-1].kind == "group":
                lead = [members[-1]] if lists.whole.isdisjoint(words) else []
                members.pop()
            else:
                break
        members.append(nxt)
        kind = _common_kind(kind, other)
        linked = linked or any(w not in (",", ";", "(", ")") for w in words)
        j = k + 1
        if linked and "and" in words and not _goes_on(items, i, j) and not _pairs_go_on(items, j):
            break
    if len(members) > 2 and _ends_front(items, i, j):
        # "at the invitation of A, B and C met"
        return None
    if len(members) == 2 and not linked and not lead:
        # "according to two politicians, the commander arrived": a comma alone lists nothing
        return None
    if not lead and _names_its_members(members) and items[i + 1].word == ",":
        lead, members = members[:1], members[1:]
    return Item(kind, (items[i].span[0], items[j - 1].span[1]), Group(kind, tuple(members), tuple(lead))), j


def _closes_front(items: list[Item], i: int, words: list[str]) -> bool:
    """Say whether the body at item `i` ends what stands before a subject: "In the ministry, Kern and Reis signed"."""
    front = [item.word for item in items[:i + 1]]
    fronted = front[0] in subject_words().fronts or front[0].endswith("ing")
    return words == [","] and fronted and i > 0 and items[i].mentions[0].kind == "body" and len(front) <= FRONT and not (
        {",", "with", "and", "E"} & set(front[:-1])) and front[-2] in subject_words().prepositions


def _ends_front(items: list[Item], i: int, j: int) -> bool:
    """Say whether the first of a list closes what opens the sentence, and a verb has the others for its subject."""
    words, after = subject_words(), items[j].word if j < len(items) and items[j].held is None else ""
    fronted = items[0].word in words.fronts and i > 1 and items[i - 1].word in words.prepositions
    alone = items[i + 1].word == "," and all(item.word != "," for item in items[:i])
    return fronted and alone and list_words().verbal.match(after) is not None


def _names_its_members(members: list[Mention]) -> bool:
    """Say whether a list is a group and its people: "the heads of the two delegations, Jan Peeters and Lars Holm"."""
    return len(members) > 2 and members[0].kind == "group" and all(m.kind == "person" for m in members[1:])


def _links(items: list[Item], j: int) -> list[str]:
    """Return the linking words from item `j` on, three at most."""
    links, words = list_words().links, []
    for item in items[j:j + 3]:
        if item.held is not None or item.word not in links:
            break
        words.append(item.word)
    return words


def _common_kind(kind: str, other: str) -> str:
    """Return the kind of a list that holds both kinds: a party makes it one of parties, a place one of places."""
    if kind == other:
        return kind
    return "E" if "E" in (kind, other) else "L"


def _joins(kind: str, other: str, words: list[str], nxt: Mention, *, closed: bool, apart: bool) -> bool:
    """Say whether these words link a member to a list.

    `closed` says that it and the one before end an apposition, `apart` that the one lies in another state than the other.
    """
    lists = list_words()
    if {kind, other} == {"C", "L"} and (words == ["and"] or (words in ([","], [",", "and"]) and apart)):
        return True
    if kind != other and not ({kind, other} == {"C", "E"} and words == ["and"] and nxt.kind in ("body", "country")):
        return False
    if words == [","] and nxt.kind == "pronoun" and nxt.value in subject_words().nominative:
        # "After talks with A and with B, he left": he is of no list
        return False
    if words == [";"] and closed:
        # "X, the minister; Y, the envoy; and Z, the mayor, met"
        return True
    if "then" in words or tuple(words) in lists.apart:
        return False
    return any(w in (",", "and", "plus") or " " in w or w in lists.members for w in words)


def _opposes(m: Mention, words: list[str], nxt: Mention) -> bool:
    """Say whether a state told by its government is listed with a group: "the government of Chile and rebel leaders"."""
    return words == ["and"] and m.kind == "country" and m.titled and nxt.kind == "group"


def _goes_on(items: list[Item], i: int, j: int) -> bool:
    """Say whether a list that begins at `i` goes on after "X and Y": with a further link, or as the sentence's subject."""
    lists = list_words()
    if j + 1 >= len(items) or items[j].held is not None:
        return False
    words = [item.word for item in items[j:j + 4]]
    if i == 0 and words == [",", "E", "and", "E"]:
        # no verb yet: "Presidents A and B, Chancellor C and King D met"
        return True
    if words[:2] == ["and", "E"] and (i == 0 or (len(words) > 2 and not lists.verbal.match(words[2]))):
        # "Senators A and B and the leader, C, met"
        return True
    if items[j].word in lists.members and items[j - 1].held is not None and items[j - 1].mentions[-1].kind == "group":
        # "the commander and negotiators led by X"
        return True
    return items[j].word in lists.further or (items[j].word == "," and items[j + 1].word in lists.further_after_comma)


def _pairs_go_on(items: list[Item], j: int) -> bool:
    """Say whether another pair follows at `j`: "met A and B, C and D, as well as officials"."""
    words = [item.word for item in items[j:j + 5]]
    return words[:4] == [",", "E", "and", "E"] and len(words) > 4 and not list_words().verbal.match(words[4])


def _lie_apart(a: Mention, b: Mention) -> bool:
    """Say whether a place and a state are told side by side, not as a city in its state: "Hawaii, Vietnam and Cambodia"."""
    places = load_knowledge().places
    states = [m.value if m.kind == "country" else places[m.value].country if m.value in places else None for m in (a, b)]
    return None not in states and states[0] != states[1]


def _opens_clause(items: list[Item], k: int, words: list[str], size: int, closed: bool) -> bool:
    """Say whether ", and X said" starts a new clause rather than ending a list."""
    after = items[k + 1].word if k + 1 < len(items) and items[k + 1].held is None else ""
    if not list_words().verbal.match(after) or after in ("also", "who"):
        return False
    if words == [","]:
        return size == 1
    return words[-1] == "and" and words[0] == "," and size == 1 and not closed


def apposed(m: Mention) -> bool:
    """Say whether a mention ends an apposition, whose comma opens no clause: "the ambassador, X, and a delegation met"."""
    return m.name is not None and bool(m.roles) and (m.name[0] > m.roles[0].last or m.name[1] < m.roles[-1].first)
