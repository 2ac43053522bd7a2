"""Hold one party of an encounter or agreement, and say when two are one.

Named parties are one by their key, unnamed ones by the words of their post or group. Nothing is looked up here.
"""
from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from etl.knowledge import toml
from etl.records import Party
from etl.spotting.mentions import Role
from etl.spotting.roles import role_words


@dataclass(frozen=True, slots=True)
class Side:
    """One party of a draft: a linked entity, or the words of an unnamed post or group.

    `words` are the content words that two tellings of an unnamed party share.
    """

    kind: str
    key: str | None
    text: str | None
    country: str | None
    words: frozenset[str] = frozenset()
    visitor: bool = False
    role: Role | None = None
    posts: tuple[Role, ...] = ()

    def same(self, other: Side) -> bool:
        """Say whether two sides are one party."""
        if self.key or other.key:
            return self.key == other.key
        if self.kind == "country" or other.kind == "country":
            return self.kind == other.kind and self.country == other.country
        if not self.words or not other.words:
            return False
        if self.role and other.role and self.kind == other.kind == "role":
            a, b = self.role.domains, other.role.domains
            return self.role.head == other.role.head and (a <= b or b <= a) and not differ(self.country, other.country)
        shared = len(self.words & other.words)
        return not differ(self.country, other.country) and 2 * shared / (len(self.words) + len(other.words)) >= 0.5

    def like(self, other: Side) -> bool:
        """Say whether an overview's party can be the other: unnamed and in the other's post, or named to the very same post."""
        if self.same(other):
            return True
        if self.kind == other.kind == "person":
            # an overview that names another holder of the very post: findings keep both readings
            return any(_very_post(r, s) for r in self.posts for s in other.posts)
        named, open_ = (self, other) if self.key else (other, self)
        if open_.kind != "role" or named.kind != "person" or open_.role is None:
            return False
        if open_.role.head in _generic() and open_.country is not None:
            # "China's top diplomat" is any one of that country
            return named.country == open_.country
        return any(_can_be(r, open_.role) for r in named.posts)

    def among(self, others: tuple[Side, ...] | list[Side]) -> bool:
        """Say whether it is one of several parties."""
        if self.key:
            return self.key in [o.key for o in others]
        return any(self.same(o) for o in others)


def country_side(code: str | None) -> Side:
    """Return a state as a party."""
    return Side("country", None, None, code)


def group_side(text: str, country: str | None = None) -> Side:
    """Return an unnamed group as a party."""
    return Side("group", None, text, country, content(text))


def role_side(text: str, country: str | None, role: Role) -> Side:
    """Return the unnamed holder of a post as a party."""
    return Side("role", None, text, country, content(text), role=role)


def party(side: Side, *, part: str = "unknown", is_signatory: bool = False) -> Party:
    """Return the record of a party; `part` says whether it came or received."""
    person, organization = (side.key if side.kind == kind else None for kind in ("person", "organization"))
    return Party(person, organization, side.text, side.country, part, is_signatory=is_signatory)


def differ(a: str | None, b: str | None) -> bool:
    """Say whether two countries are known and not the same."""
    return bool(a and b and a != b)


def content(text: str) -> frozenset[str]:
    """Return the words that tell one unnamed party from another, singular and plural alike."""
    return frozenset(w[:-1] if len(w) > 3 and w.endswith("s") else w for w in role_words(text) - _empty())


@cache
def _empty() -> frozenset[str]:
    return frozenset(toml("parties.toml")["words"]["empty"])


@cache
def _generic() -> frozenset[str]:
    return frozenset(toml("parties.toml")["posts"]["generic"])


def _very_post(a: Role, b: Role) -> bool:
    """Say whether two current posts are one and the same post."""
    current = not (a.former or b.former)
    return current and a.head == b.head and bool(a.domains) and a.domains == b.domains and a.country == b.country


def _can_be(held: Role, said: Role) -> bool:
    """Say whether a post that a person holds can be the one spoken of."""
    if held.head != said.head or held.former != said.former or differ(held.country, said.country):
        return False
    return bool(held.domains & said.domains) or (held.domains == said.domains and held.country == said.country)
