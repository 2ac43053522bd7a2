"""Say which posts one person holds at a time, and when two stated posts are one."""
from __future__ import annotations

import re
from functools import cache

from etl.knowledge import toml
from etl.spotting.mentions import Mention, Role


@cache
def _single() -> frozenset[str]:
    return frozenset(toml("findings.toml")["posts"]["single"])


@cache
def _of_state() -> frozenset[str]:
    return frozenset(toml("findings.toml")["posts"]["of_state"])


@cache
def _of_government() -> frozenset[str]:
    return frozenset(toml("findings.toml")["posts"]["of_government"])


@cache
def _changing() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{'|'.join(toml('findings.toml')['posts']['changing'])})\b")


def single_post(role: Role) -> bool:
    """Say whether a post is one that a single person holds at a time, "secretary of defense" as "secretary"."""
    kind = role.head.split(" of ")[0]
    is_single = role.head in _single() or (kind != role.head and kind in _single())
    return is_single and _changing().search(role.phrase.lower()) is None


def current_post(mention: Mention) -> Role | None:
    """Return the post of one holder at a time in which somebody is named as its present holder."""
    return next((r for r in mention.roles if not r.former and single_post(r)), None)


def office_of_state(role: Role) -> bool:
    """Say whether a post is one of the few at the head of a state, of which there are never two."""
    return role.country is not None and (role.head in _of_state() or bool(role.domains) and role.head in _of_government())


def one_post(a: Role, b: Role) -> bool:
    """Say whether two stated posts are one, with something that tells it from others of its name."""
    return can_be_one_post(a, b) and (bool(a.domains) or a.country is not None and a.country == b.country)


def can_be_one_post(a: Role, b: Role) -> bool:
    """Say whether two stated posts are one, as far as the words go."""
    if a.head != b.head or a.former or b.former or not (single_post(a) and single_post(b)):
        return False
    return a.domains == b.domains and not (a.country and b.country and a.country != b.country)
