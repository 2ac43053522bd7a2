"""Say who holds a post that a text speaks of: "the minister", "his Russian counterpart", "the ministers of A and B".

A post that fits nobody named stays an unnamed party; one too general to tell anyone apart is nobody.
"""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from etl.knowledge import toml
from etl.linking.link import Linker
from etl.spotting.mentions import Mention, Role
from etl.spotting.roles import head_fits, role_words
from etl.spotting.units import Units
from etl.telling.anaphora import pointers
from etl.telling.context import Item
from etl.telling.sides import Side, group_side, role_side


@cache
def heads(kind: str) -> frozenset[str]:
    """Return the heads of posts of one kind: generic, loose, anaphoric, counterparts or state."""
    return frozenset(toml("parties.toml")["posts"][kind])


def holder_of_post(m: Mention, text: str, item: Item, linker: Linker, home: str | None) -> tuple[Side, ...]:
    """Return who an unnamed post is: somebody spoken of, else an unnamed party.

    "The foreign minister", without whose, is the one of `home` in a text that is known to come from there.
    """
    role = m.roles[0]
    if role.definite and text.lower() in heads("sent") and (item.visitors or item.recent):
        return item.visitors[:1] or item.recent[-1:]
    if role.head in heads("counterparts"):
        return _counterpart(m, text, item, linker)
    if not role.domains and role.country is None:
        if item.topic and item.topic.role and role.definite:
            if head_fits(item.topic.role.head, role.head) or role.head in heads("loose"):
                return (item.topic,)
        telling = role.definite and role.head not in heads("generic") and role.head not in heads("anaphoric")
        if len(text.split()) < 2 and not telling:
            return ()
    if role.definite and role.head in heads("generic"):
        held = [s for s in _spoken_of(item) if s.key and _may_hold(s, role)]
        if held:
            # one known to be of that country goes before one of whom nothing is known
            return (max(reversed(held), key=lambda s: role.country is not None and s.country == role.country),)
    country = role.country or (home if role.definite and role.head in heads("state") else None)
    return (role_side(text, country, role),)


def _spoken_of(item: Item) -> Iterable[Side]:
    return (*item.recent, *item.pair, *((item.topic,) if item.topic else ()))


def _may_hold(side: Side, role: Role) -> bool:
    """Say whether "the Russian official" or "the army officer" can be somebody spoken of."""
    if role.country is not None:
        return side.country in (None, role.country)
    return bool(role.domains & (side.role.domains if side.role else frozenset()))


def _counterpart(m: Mention, text: str, item: Item, linker: Linker) -> tuple[Side, ...]:
    """Return who "his Russian counterpart" is: the holder of the same post in the other country."""
    country = m.roles[0].country
    owner = item.subject_before(m.first) or item.topic
    posts = () if owner is None else owner.posts or ((owner.role,) if owner.role else ())
    if country is None or not posts:
        return ()
    same = replace(m.roles[0], head=posts[0].head, domains=posts[0].domains, former=False)
    key = linker.holder(same, [])
    if key:
        held = tuple(r for r, _, _ in linker.people[key].roles)
        return (Side("person", key, text, country, role=same, posts=held),)
    proper = linker.knowledge.proper.single
    adjective = next((w for w in text.split() if w in proper and proper[w].cls in "dc"), "")
    return (role_side(" ".join((adjective, *sorted(same.domains), same.head)).strip(), country, same),)


def posts_of_several(m: Mention, units: Units, linker: Linker) -> tuple[Side, ...]:
    """Return the single posts of "the foreign ministers of France, Germany and Italy" or "the French and German ambassadors"."""
    of = next((i for i in range(m.first, m.last) if units.classes[i] in "oa"), None)
    if of is None:
        nations = [i for i in range(m.first, m.last) if units.classes[i] == "d"]
        head = _post_head(units, m.last - 1)
        if len(nations) < 2 or head is None or any(units.classes[i] not in "d,&" for i in range(nations[0], nations[-1])):
            return ()
        return tuple(_post(units, nations[-1] + 1, m.last - 1, i, m.last, linker) for i in nations)
    if units.classes[of - 1] != "J":
        return ()
    owners = [i for i in range(of + 1, m.last) if units.classes[i] in "cO" and units.classes[i - 1] != "("]
    if len(owners) < 2 or any(units.classes[i] not in "cOt,&()A" for i in range(of + 1, m.last)):
        return ()
    first = m.first + (units.classes[m.first] in "tu")
    first += units.words[first].lower() in toml("parties.toml")["numbers"]
    return tuple(_body(units, i, linker) if units.classes[i] == "O" else _post(units, first, of - 1, i, m.last, linker)
                 for i in owners)


def _body(units: Units, at: int, linker: Linker) -> Side:
    key = units.values[at]
    if key in linker.bodies:
        return Side("organization", key, None, linker.knowledge.bodies[key].country)
    return group_side(units.words[at])


def _post_head(units: Units, at: int) -> str | None:
    """Return the post that a plural names, None where it names no post."""
    head = units.values.get(at)
    return head if head and head.split()[-1] in {*pointers().heads.values(), "counterpart"} else None


def _post(units: Units, first: int, at: int, owner: int, last: int, linker: Linker) -> Side:
    """Return the holder of one state's post in a list of states: its words are those from `first` on, its plural is at `at`."""
    head = units.values.get(at, units.words[at])
    before, last_word = units.phrase(first, at) if first < at else "", head.split()[-1]
    country = units.values[owner]
    phrase = f"{before} {head} of {units.words[owner]}".strip()
    if units.classes[owner] == "d":
        phrase = f"{units.words[owner]} {before} {head}".replace("  ", " ")
    domains = role_words(f"{before} {head}") - role_words(last_word)
    role = Role(first, last, phrase, last_word, domains, country, False, True)
    key = linker.holder(role, [], strict=True)
    return Side("person", key, phrase, country) if key else role_side(phrase, country, role)
