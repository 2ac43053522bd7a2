"""Read the single posts that a plural names: "the ministers of Chile and Peru", "the Kenyan foreign and defense ministers".

A plural of whose owners or kinds only one is stated stays a group; who holds the posts is not asked here.
"""
from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from etl.knowledge import Knowledge, toml
from etl.spotting.mentions import Mention, Role
from etl.spotting.roles import role_words
from etl.spotting.units import Units

FIELDS = re.compile(r"Jot?(w+)&t?(w+)(?=oc|$)")
FIELD = re.compile(r"ot?w+(?=[oa])")
"""What a plural is over, before its owners: "ministers of transport of"."""
LISTED = re.compile(r"(?:\(c\)|oc)?(?:,|,?&)")
"""What stands between the members of a list."""


@cache
def _single() -> tuple[str, ...]:
    return tuple(toml("roles.toml")["single"])


@cache
def _numbers() -> frozenset[str]:
    return frozenset(toml("parties.toml")["numbers"])


def plural_posts(m: Mention, units: Units, knowledge: Knowledge) -> tuple[tuple[int, Role | None], ...]:
    """Return each post of a plural with the unit of its owner; a body that owns stands without a post."""
    readings = (read(m, units, knowledge) for read in (_of_owners, _of_nations, _of_kinds, _of_fields))
    return next((posts for posts in readings if posts), ())


def _of_owners(m: Mention, units: Units, knowledge: Knowledge) -> tuple[tuple[int, Role | None], ...]:
    """Read "the foreign ministers of France, Germany and the Union" and "the ministers of transport of France and Germany"."""
    classes = units.classes
    at = classes.find("J", m.first, m.last)
    field = FIELD.match(classes, at + 1, m.last)
    of = field.end() if field else at + 1
    if at < 0 or of >= m.last or classes[of] not in "oa":
        return ()
    owners = [i for i in range(of + 1, m.last) if classes[i] in "cO" and classes[i - 1] != "("]
    if len(owners) < 2 or any(classes[i] not in "cOt,&()A" for i in range(of + 1, m.last)):
        return ()
    first = m.first + (classes[m.first] in "tu")
    first += units.words[first].lower() in _numbers()
    head = units.values.get(at, units.words[at])
    words = " ".join((*units.words[first:at], head, *units.words[at + 1:of]))
    return tuple((i, None if classes[i] == "O" else _worded(units, words, head, i, m, knowledge)) for i in owners)


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


def _of_fields(m: Mention, units: Units, knowledge: Knowledge) -> tuple[tuple[int, Role | None], ...]:
    """Read "the ministers of trade and foreign affairs", of Peru or of whoever it is."""
    found = FIELDS.search(units.classes, m.first, m.last)
    head = post_of_plural(units, found.start()) if found else None
    if head is None:
        return ()
    owner = next((i for i in range(m.first, m.last) if units.classes[i] in "cd"), None)
    posts = (_bare(f"{head} of {units.phrase(*found.span(side))}", head, m, knowledge) for side in (1, 2))
    if owner is None:
        return tuple((found.start(), post) for post in posts)
    return tuple((owner, replace(post, country=units.values[owner])) for post in posts)


def posts_in(states: tuple[str, ...], m: Mention, units: Units, knowledge: Knowledge) -> tuple[Role, ...]:
    """Return the posts of "the foreign ministers of the two countries" in these states; leaders are no post."""
    of = units.classes.find("o", m.first, m.last)
    head = post_of_plural(units, of - 1) if of > 0 else None
    if head is None or head.split()[-1] == "leader":
        return ()
    first = m.first + (units.classes[m.first] in "tu")
    words = " ".join((*units.words[first:of - 1], head))
    post = _bare(words, head, m, knowledge)
    return tuple(replace(post, phrase=f"{words} of {_articled(knowledge.countries[code])}", country=code) for code in states)


def _articled(name: str) -> str:
    """Return the name of a state as it stands after "of": "the United States"."""
    return f"the {name}" if name in toml("roles.toml")["articled_states"] else name


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
    return replace(_bare(words, head, m, knowledge), phrase=phrase, country=units.values[owner])


def _bare(words: str, head: str, m: Mention, knowledge: Knowledge) -> Role:
    """Return a post in these words without an owner."""
    base = head if head.startswith(knowledge.posts.whole) else head.split()[-1]
    base = knowledge.posts.canonical.get(base, base)
    return Role(m.first, m.last, words, base, role_words(words) - role_words(base), None, False, True)


def share_posts(units: Units, found: list[Mention], knowledge: Knowledge) -> list[Mention]:
    """Give each of several people the post that a plural beside them names.

    "Ann Mills and Ivo Banac, the ministers of Chile and Peru", "the ministers of Chile and Peru, Ann Mills and Ivo Banac",
    "Ministers Ann Mills and Ivo Banac".
    """
    out = list(found)
    for m in found:
        if m.kind != "group":
            continue
        at = out.index(m)
        roles = [role for _, role in plural_posts(m, units, knowledge)]
        after = _list_from(units, out, at + 1)
        before = out[max(0, at - len(roles)):at]
        following = units.classes[m.last:m.last + 1] or "."
        if following not in ",-:" and len(after) > 1 and after[0].first == m.last:
            roles = roles if len(roles) == len(after) else [_post_of_each(units, m, knowledge)] * len(after)
            named = after
        elif len(roles) > 1 and following in ",-:" and len(after) == len(roles) and after[0].first == m.last + 1:
            named = after
        elif len(roles) > 1 and _is_list(units, before, len(roles)) and units.classes[before[-1].last:m.first] == ",":
            named = before
        else:
            continue
        if None in roles:
            continue
        held = [replace(p, roles=(r,), titled=True) for p, r in zip(named, roles, strict=True)]
        # the mention nearer to the plural takes it in
        if named is before:
            held[-1] = replace(held[-1], last=m.last)
        else:
            held[0] = replace(held[0], first=m.first)
        for person, holder in zip(named, held, strict=True):
            out[out.index(person)] = holder
        out.remove(m)
    return out


def _post_of_each(units: Units, m: Mention, knowledge: Knowledge) -> Role | None:
    """Return the post of each of "Foreign Ministers X and Y"."""
    at = m.last - 1
    head = units.values.get(at, "") if units.classes[at] == "J" else ""
    if not head or head == units.words[at].lower():
        return None
    first = m.first + (units.classes[m.first] in "tu")
    first += units.words[first].lower() in _numbers()
    return replace(_bare(" ".join((*units.words[first:at], head)), head, m, knowledge), definite=False)


def _is_list(units: Units, people: list[Mention], number: int) -> bool:
    """Say whether these are so many people without a post, in one list."""
    return len(people) == number and _list_from(units, people, 0) == people


def _list_from(units: Units, found: list[Mention], at: int) -> list[Mention]:
    """Return the people without a post who stand in one list from a mention on, with or without their countries."""
    out: list[Mention] = []
    for m in found[at:]:
        if m.kind == "country" and out:
            continue
        if m.kind != "person" or not m.name or m.roles or (out and not LISTED.fullmatch(units.classes, out[-1].last, m.first)):
            break
        out.append(m)
    return out
