"""Read a person, a body or a state that is told by whose or what it is as itself, in one item.

"Chile's Ana Reis" is she, "Ana Reis's delegation" is led by her, "Chile's state company, Andes Oil," is the company; "President
Kern's adviser" is no Kern.
"""
from __future__ import annotations

from dataclasses import replace

from etl.framing.series import Group, Item
from etl.framing.wording import list_words
from etl.knowledge import load_knowledge
from etl.spotting.mentions import Mention
from etl.spotting.units import Units

DESCRIBED = 3
"""So many words can stand between an article and the noun that says what a body is."""


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
    # "Ana Reis's field commander"
    at = 3 if words[:2] == ["E", "§"] and words[-1].isalpha() and _begins_with_post(held) else 2
    owner = out[-at].held if words[-at:][:2] == ["E", "§"] else None
    served = isinstance(owner, Mention) and owner.kind in ("person", "role")
    if served and (held.kind == "role" or (held.kind == "person" and held.roles)):
        first = out[-at].span[0]
        del out[-at:]
        return Item("E", (first, item.span[1]), replace(held, first=first) if held.kind == "role" else held)
    post = out[-2].held if words[-2:] == ["E", ","] else None
    if _is_owned_post(post) and held.kind == "person" and not held.roles and out[-2].span[0] < post.roles[0].first:
        first = out[-2].span[0]
        del out[-2:]
        return item._replace(span=(first, item.span[1]))
    return item


def _begins_with_post(m: Mention) -> bool:
    """Say whether a mention begins with a post without an article, to which a word before it belongs."""
    return bool(m.roles) and m.roles[0].first == m.first and not m.roles[0].definite and m.roles[0].phrase[:1].islower()


def _is_owned_post(held: Mention | Group | None) -> bool:
    """Say whether a post is told by whose it is: "President Kern's adviser"."""
    return isinstance(held, Mention) and held.kind == "role" and held.roles[0].first > held.first + 1


def _tells_of(out: list[Item], item: Item) -> bool:
    """Say whether a post that another's possessive tells is that of the person named before it."""
    named = out[-2].held if [known.word for known in out[-2:]] == ["E", ","] else None
    return _is_owned_post(item.held) and isinstance(named, Mention) and named.kind == "person" and not named.roles


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
