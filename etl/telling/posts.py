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
from etl.spotting.plural_posts import plural_posts, post_of_plural, posts_in
from etl.spotting.roles import head_fits, same_office
from etl.spotting.units import Units
from etl.telling.anaphora import their_states
from etl.telling.context import Item
from etl.telling.sides import Side, group_side, role_side


@cache
def heads(kind: str) -> frozenset[str]:
    """Return the heads of posts of one kind: generic, loose, anaphoric or state."""
    return frozenset(toml("parties.toml")["posts"][kind])


def holder_of_post(m: Mention, text: str, item: Item, linker: Linker, home: str | None) -> tuple[Side, ...]:
    """Return who an unnamed post is: somebody spoken of, else an unnamed party.

    "The foreign minister", without whose, is the one of `home` in a text that is known to come from there.
    """
    role = m.roles[0]
    if role.definite and text.lower() in linker.knowledge.posts.sent and (item.visitors or item.recent):
        return item.visitors[:1] or item.recent[-1:]
    if role.head in linker.knowledge.posts.peers:
        return _counterpart(m, text, item, linker)
    if not role.domains and role.country is None and not linker.is_own(role):
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
    if role.definite and role.country and _is_topic(m, role, item):
        return (item.topic,)
    country = role.country or (home if role.definite and role.head in heads("state") else None)
    return (role_side(text if role.phrase in text else role.phrase, country, role),)


def _spoken_of(item: Item) -> Iterable[Side]:
    return (*item.recent, *item.pair, *((item.topic,) if item.topic else ()))


def _may_hold(side: Side, role: Role) -> bool:
    """Say whether "the Russian official" or "the army officer" can be somebody spoken of."""
    if role.country is not None:
        return side.country in (None, role.country)
    return bool(role.domains & (side.role.domains if side.role else frozenset()))


def _is_topic(m: Mention, role: Role, item: Item) -> bool:
    """Say whether "the Ghanaian president" opens a sentence on whom the text went on: a president of whom it did not say whose,
    somebody of whom it told no post, or for "the former president" whoever that is.
    """
    topic = item.topic
    if topic is None or not topic.key or topic.country not in (None, role.country) or item.named_before(m.first):
        return False
    held = any(head_fits(r.head, role.head) and r.domains == role.domains and not r.former for r in topic.posts)
    if role.former:
        return not held
    return held or (not topic.posts and role.head in heads("state"))


def _counterpart(m: Mention, text: str, item: Item, linker: Linker) -> tuple[Side, ...]:
    """Return who "his Russian counterpart" is: the holder of the same post in the other country."""
    owner, role = item.subject_before(m.first) or item.topic, m.roles[0]
    if role.country is None or owner is None:
        return ()
    return _in_the_same_post(role, owner, _nation(text, linker), linker)


def _nation(text: str, linker: Linker) -> str:
    """Return the word of a phrase that names its country."""
    proper = linker.knowledge.proper.single
    return next((w for w in text.split() if w in proper and proper[w].cls in "dc"), "")


def _in_the_same_post(role: Role, owner: Side, nation: str, linker: Linker) -> tuple[Side, ...]:
    """Return the holder of somebody's post in the country of a counterpart, by whatever name that post goes there."""
    post = owner.posts[0] if owner.posts else owner.role
    if post is None:
        return ()
    for at, office in enumerate(same_office(post, linker.knowledge)):
        same = replace(office, country=role.country, former=False)
        key = linker.holder(same, [], strict=at > 0)
        if key is not None and key != owner.key:
            held = tuple(r for r, _, _ in linker.people[key].roles)
            return (Side("person", key, role.phrase, role.country, role=same, posts=held),)
    office = replace(same_office(post, linker.knowledge)[0], country=role.country, former=False)
    said = " ".join(filter(None, (nation, office.phrase)))
    return (role_side(said, role.country, replace(office, phrase=said)),)


def posts_of_several(m: Mention, units: Units, item: Item, linker: Linker) -> tuple[Side, ...]:
    """Return who holds the single posts that a plural names, each a person where the document names him."""
    states = their_states(units.phrase(m.first, m.last), item)
    if states:
        return tuple(_held(role, linker) for role in posts_in(states, m, units, linker.knowledge))
    posts = plural_posts(m, units, linker.knowledge)
    if any(role is not None and role.head in linker.knowledge.posts.peers for _, role in posts):
        return _counterparts(m, units, item, linker)
    if not posts:
        return _counterparts_of_several(m, units, item, linker)
    return tuple(_body(units, at, linker) if role is None else _held(role, linker) for at, role in posts)


def _counterparts(m: Mention, units: Units, item: Item, linker: Linker) -> tuple[Side, ...]:
    """Return whom "his French and German counterparts" means: the holders of the same post in either country."""
    owner = item.subject_before(m.first) or item.topic
    if owner is None:
        return ()
    roles = (role for _, role in plural_posts(m, units, linker.knowledge) if role is not None)
    return tuple(side for role in roles for side in _in_the_same_post(role, owner, _nation(role.phrase, linker), linker))


def _counterparts_of_several(m: Mention, units: Units, item: Item, linker: Linker) -> tuple[Side, ...]:
    """Return whom "their Peruvian counterparts" means: the holders of the posts of the several who are the subject."""
    peers = post_of_plural(units, m.last - 1) in linker.knowledge.posts.peers and units.words[m.first].lower() == "their"
    country = next((units.values.get(i) for i in range(m.first, m.last) if units.classes[i] == "d"), None)
    if not peers or country is None or len(item.pair) < 2 or item.subject_before(m.first) is None:
        return ()
    role = Role(m.first, m.last, "counterpart", "counterpart", frozenset(), country, False, True)
    nation = _nation(units.phrase(m.first, m.last), linker)
    return tuple(side for owner in item.pair for side in _in_the_same_post(role, owner, nation, linker))


def _held(role: Role, linker: Linker) -> Side:
    key = linker.holder(role, [], strict=True)
    return Side("person", key, role.phrase, role.country) if key else role_side(role.phrase, role.country, role)


def _body(units: Units, at: int, linker: Linker) -> Side:
    key = units.values[at]
    if key in linker.bodies:
        return Side("organization", key, None, linker.knowledge.bodies[key].country)
    return group_side(units.words[at])
