"""Fold lists of a sentence into one item each: "X, Y and Z", "a delegation led by X", "Chile and Peru".

What opens a new clause (", and X said") joins no list. Which words link and which end a list is data (lexicon/clauses.toml).
"""
from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from etl.framing.wording import list_words, subject_words
from etl.knowledge import load_knowledge
from etl.spotting.mentions import Mention
from etl.spotting.units import Units

NAMED_LATER = 4
FRONT = 14
"""So many words can stand before a subject."""

SETTING = 5
"""A group, where it was met, a comma, a link and its members are at least so many items."""
DESCRIBED = 3
"""So many words can stand between an article and the noun that says what a body is."""


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
        if at < len(out) - 4 and group.word == "E" and group.mentions[-1].kind == "group":
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
            # "Senators Robert Byrd and Robert Dole", "the parties Andino and Costa"
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


def name_owned(items: list[Item]) -> list[Item]:
    """Read "Chile's Ana Reis" as the person, also where her post was told before: "with Chile's, Ana Reis".

    "President Kern's adviser, Ana Reis" is she as well; without her name it is the adviser.
    """
    if not any(item.word == "§" for item in items):
        return items
    out: list[Item] = []
    for item, following in zip(items, [*items[1:], Item(".", (0, 0))]):
        if item.word == "E" and isinstance(item.held, Mention):
            item = _of_one(out, item, item.held)
            if following.word == "," and _tells_of(out, item):
                # "Ana Reis, President Kern's adviser,"
                out[-2:] = [out[-2]._replace(span=(out[-2].span[0], item.span[1]))]
                continue
        if item.word == "E" and isinstance(item.held, Mention) and item.held.kind in ("person", "body"):
            words = [known.word for known in out[-3:]]
            owner = 2 if words[-2:] == ["C", "§"] else 3 if words == ["C", "§", ","] else 0
            if owner:
                first = out[-owner].span[0]
                del out[-owner:]
                item = item._replace(span=(first, item.span[1]))
        out.append(item)
    return out


def name_leaders(items: list[Item], units: Units) -> list[Item]:
    """Read "Ana Reis's delegation" as Ana Reis, who leads it."""
    if not any(item.word == "§" for item in items):
        return items
    out: list[Item] = []
    for item in items:
        led = item.word == "E" and [known.word for known in out[-2:]] == ["E", "§"] and isinstance(out[-2].held, Mention)
        if led and out[-2].held.kind == "person" and units.phrase(*item.span) in list_words().led:
            item = Item("E", (out[-2].span[0], item.span[1]), out[-2].held)
            del out[-2:]
        out.append(item)
    return out


def _of_one(out: list[Item], item: Item, held: Mention) -> Item:
    """Return a post or its holder with the person before it whose adviser or envoy that is, who is taken from `out`."""
    words = [known.word for known in out[-3:]]
    owner = out[-2].held if words[-2:] == ["E", "§"] else None
    served = isinstance(owner, Mention) and owner.kind in ("person", "role")
    if served and (held.kind == "role" or (held.kind == "person" and held.roles)):
        first = out[-2].span[0]
        del out[-2:]
        return Item("E", (first, item.span[1]), replace(held, first=first) if held.kind == "role" else held)
    post = out[-2].held if words[-2:] == ["E", ","] else None
    owned = isinstance(post, Mention) and post.kind == "role" and post.roles[0].first > post.first + 1
    if owned and held.kind == "person" and not held.roles and out[-2].span[0] < post.roles[0].first:
        first = out[-2].span[0]
        del out[-2:]
        return item._replace(span=(first, item.span[1]))
    return item


def _tells_of(out: list[Item], item: Item) -> bool:
    """Say whether a post that another's possessive tells is that of the person named before it."""
    named = out[-2].held if [known.word for known in out[-2:]] == ["E", ","] else None
    post = item.held
    owned = isinstance(post, Mention) and post.kind == "role" and post.roles[0].first > post.first + 1
    return owned and isinstance(named, Mention) and named.kind == "person" and not named.roles


def name_described(items: list[Item], units: Units) -> list[Item]:
    """Read "the Chilean producer Andes Oil", "Chile's state company, Andes Oil," and "the ELN rebel group" as the body."""
    out: list[Item] = []
    closes = False
    for item in items:
        if closes and item.word == ",":
            closes = False
            continue
        closes = False
        if not isinstance(item.held, Mention):
            out.append(item)
            continue
        if item.held.kind == "group" and _describes(out, item.held, units):
            out[-1] = out[-1]._replace(span=(out[-1].span[0], item.span[1]))
            continue
        if item.held.kind == "body":
            item = _with_adjective(out, item, units)
            start = _description(out)
            if start >= 0:
                item, closes = item._replace(span=(out[start].span[0], item.span[1])), out[-1].word == ","
                del out[start:]
        out.append(item)
    return out


def _with_adjective(out: list[Item], item: Item, units: Units) -> Item:
    """Return a body with what it is right before it: "the rebel Andino Front", "members of the rebel group Andino"."""
    before = out[-1] if out else None
    if before is None:
        return item
    if isinstance(before.held, Mention):
        kind = load_knowledge().firms.before.get(units.words[before.held.last - 1]) if before.held.kind == "group" else None
        size = int(kind == "militia" and before.span[1] == item.span[0])
    else:
        size = 2 * (before.word in list_words().of_bodies and len(out) > 1 and out[-2].word in ("the", "a", "an"))
    if size:
        item = item._replace(span=(out[-size].span[0], item.span[1]))
        del out[-size:]
    return item


def _describes(out: list[Item], group: Mention, units: Units) -> bool:
    """Say whether a group only says what the body right before it is: "the ELN rebel group"."""
    body = out[-1].held if out else None
    if not isinstance(body, Mention) or body.kind != "body" or body.last != group.first:
        return False
    kind = load_knowledge().firms.before.get(units.words[group.last - 1])
    return units.classes[group.first] not in "tu" and kind == "militia"


def _description(out: list[Item]) -> int:
    """Return where what says what a body is begins in the words before its name, -1 where nothing does."""
    at = len(out) - 1 - (len(out) > 1 and out[-1].word == ",")
    if at < 0 or out[at].word not in load_knowledge().firms.before:
        return -1
    if at <= DESCRIBED and all(known.held is None and known.word.isalpha() for known in out):
        return 0
    for i in range(at - 1, max(-1, at - 2 - DESCRIBED), -1):
        if out[i].word == "and" and out[i].held is None:
            # "the government and former rebel movement Andino"
            return i + 1
        if out[i].word == "C" and isinstance(out[i].held, Mention):
            # "US shipbuilder Andes"
            return i
        if out[i].held is not None:
            return -1
        if out[i].word == "§" and i and out[i - 1].word == "C":
            return i - 1
        if out[i].word in ("the", "a", "an"):
            return i
    return -1


def name_states(items: list[Item]) -> list[Item]:
    """Read "Riyadh and Damascus agreed" as the two states: capitals that no preposition makes places."""
    if not any(item.word == "L" for item in items):
        return items
    out = []
    for i, item in enumerate(items):
        if item.word == "L" and _acts(items, i) and all(_is_capital(m) for m in item.mentions):
            places = load_knowledge().places
            mentions = tuple(replace(m, kind="country", value=places[m.value or ""].country) for m in item.mentions)
            item = Item("C", item.span, Group("C", mentions))
        out.append(item)
    return out


def _acts(items: list[Item], i: int) -> bool:
    """Say whether the place at item `i` stands where a state does: before a verb or after "between"."""
    lists = list_words()
    before = items[i - 1].word if i and items[i - 1].held is None else "" if i == 0 else "D"
    after = items[i + 1].word if i + 1 < len(items) and items[i + 1].held is None else ""
    # "Hanoi and Washington, which signed an accord in May"
    aside = after == "," and i + 2 < len(items) and items[i + 2].word == "which" and len(items[i].mentions) > 1
    return before in lists.before_state and (before == "between" or aside or lists.verbal.match(after) is not None)


def _is_capital(m: Mention) -> bool:
    """Say whether a mention is the capital of a known state."""
    knowledge = load_knowledge()
    place = knowledge.places.get(m.value or "") if m.kind == "place" else None
    return place is not None and knowledge.capital_keys.get(place.country or "") == m.value
