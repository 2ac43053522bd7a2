"""Read the single posts that a plural names: "the foreign ministers of Chile and Peru", "the Kenyan foreign and defense ministers".

A plural of whose owners or kinds only one is stated stays a group; who holds the posts is not asked here.
"""
from __future__ import annotations

from dataclasses import replace
from functools import cache

from etl.knowledge import Knowledge, toml
from etl.spotting.mentions import Mention, Role
from etl.spotting.roles import role_words
from etl.spotting.units import Units

LISTED = frozenset((",", "&", ",&"))
"""What stands between the members of a list."""


@cache
def _single() -> tuple[str, ...]:
    return tuple(toml("roles.toml")["single"])


@cache
def _numbers() -> frozenset[str]:
    return frozenset(toml("parties.toml")["numbers"])


def plural_posts(m: Mention, units: Units, knowledge: Knowledge) -> tuple[tuple[int, Role | None], ...]:
    """Return each post of a plural with the unit of its owner; a body that owns stands without a post."""
    return _of_owners(m, units, knowledge) or _of_nations(m, units, knowledge) or _of_kinds(m, units, knowledge)


def _of_owners(m: Mention, units: Units, knowledge: Knowledge) -> tuple[tuple[int, Role | None], ...]:
    """Read "the foreign ministers of France, Germany and the Union"."""
    classes = units.classes
    of = next((i for i in range(m.first, m.last) if classes[i] in "oa"), None)
    if of is None or classes[of - 1] != "J":
        return ()
    owners = [i for i in range(of + 1, m.last) if classes[i] in "cO" and classes[i - 1] != "("]
    if len(owners) < 2 or any(classes[i] not in "cOt,&()A" for i in range(of + 1, m.last)):
        return ()
    first = m.first + (classes[m.first] in "tu")
    first += units.words[first].lower() in _numbers()
    return tuple((i, None if classes[i] == "O" else _post(units, first, of - 1, i, m, knowledge)) for i in owners)


def _of_nations(m: Mention, units: Units, knowledge: Knowledge) -> tuple[tuple[int, Role | None], ...]:
    """Read "the French and German ambassadors"."""
    classes = units.classes
    nations = [i for i in range(m.first, m.last) if classes[i] == "d"]
    if len(nations) < 2 or classes.find("o", m.first, m.last) >= 0 or not post_of_plural(units, m.last - 1):
        return ()
    if any(classes[i] not in "d,&" for i in range(nations[0], nations[-1])):
        return ()
    return tuple((i, _post(units, nations[-1] + 1, m.last - 1, i, m, knowledge)) for i in nations)


def _of_kinds(m: Mention, units: Units, knowledge: Knowledge) -> tuple[tuple[int, Role | None], ...]:
    """Read "the Kenyan foreign and defense ministers" and "the foreign and defense ministers of Kenya"."""
    classes = units.classes
    owners = [i for i in range(m.first, m.last) if classes[i] in "cd"]
    of = next((i for i in range(m.first, m.last) if classes[i] in "oa"), m.last)
    joint = classes.find("&", m.first, of)
    if len(owners) != 1 or joint < 0 or classes[of - 1] != "J" or not post_of_plural(units, of - 1):
        return ()
    first = joint - 1
    if classes[first] != "w" or not all(classes[i] == "w" for i in range(joint + 1, of - 1)):
        return ()
    head = units.values[of - 1]
    worded = (f"{units.words[first]} {head.split()[-1]}", " ".join((*units.words[joint + 1:of - 1], head)))
    return tuple((owners[0], _worded(units, words, head, owners[0], m, knowledge)) for words in worded)


def post_of_plural(units: Units, at: int) -> str | None:
    """Return the post that a plural names, None where it names no post that one alone holds."""
    head = units.values.get(at)
    return head if head and head.endswith(_single()) else None


def _post(units: Units, first: int, at: int, owner: int, m: Mention, knowledge: Knowledge) -> Role:
    """Return one owner's post: its words are those from `first` on, its plural is at `at`."""
    head = units.values.get(at, units.words[at])
    return _worded(units, " ".join((*units.words[first:at], head)), head, owner, m, knowledge)


def _worded(units: Units, words: str, head: str, owner: int, m: Mention, knowledge: Knowledge) -> Role:
    """Return the post of an owner in these words."""
    phrase = f"{units.words[owner]} {words}" if units.classes[owner] == "d" else f"{words} of {units.words[owner]}"
    base = head if head.startswith(knowledge.posts.whole) else head.split()[-1]
    base = knowledge.posts.canonical.get(base, base)
    return Role(m.first, m.last, phrase, base, role_words(words) - role_words(base), units.values[owner], False, True)


def share_posts(units: Units, found: list[Mention], knowledge: Knowledge) -> list[Mention]:
    """Give each of several people the post that a plural beside them names.

    "Ann Mills and Ivo Banac, the ministers of Chile and Peru", "the ministers of Chile and Peru, Ann Mills and Ivo Banac".
    """
    out = list(found)
    at = 0
    while at < len(out):
        m = out[at]
        posts = plural_posts(m, units, knowledge) if m.kind == "group" else ()
        roles = [role for _, role in posts if role is not None]
        if len(roles) < 2 or len(roles) != len(posts):
            at += 1
            continue
        before, after = _listed(units, out[max(0, at - len(roles)):at]), _listed(units, out[at + 1:at + 1 + len(roles)])
        if len(after) == len(roles) and units.classes[m.last:after[0].first] in ("", ",", "-", ":"):
            named = [replace(p, roles=(r,), titled=True) for p, r in zip(after, roles, strict=True)]
            named[0] = _stretched(named[0], m)
            out[at:at + 1 + len(roles)] = named
        elif len(before) == len(roles) and units.classes[before[-1].last:m.first] == ",":
            named = [replace(p, roles=(r,), titled=True) for p, r in zip(before, roles, strict=True)]
            named[-1] = _stretched(named[-1], m)
            out[at - len(roles):at + 1] = named
            at -= len(roles) - 1
        at += 1
    return out


def _listed(units: Units, people: list[Mention]) -> list[Mention]:
    """Return people that stand in one list, nobody where they do not."""
    if not all(p.kind == "person" and p.name and not p.roles for p in people):
        return []
    return people if all(units.classes[a.last:b.first] in LISTED for a, b in zip(people, people[1:])) else []


def _stretched(person: Mention, m: Mention) -> Mention:
    """Return a person whose mention takes in the plural beside it."""
    return replace(person, first=min(person.first, m.first), last=max(person.last, m.last))
