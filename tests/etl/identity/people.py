"""Short ways to accounts for tests."""
from __future__ import annotations

from datetime import date

from etl.identity.account import Account, Post, Ref
from etl.identity.profile import Profile, profile_of
from warehouse.keys import slug


def told(document: str, name: str, *posts: str, country: str | None = None, on: str | None = "2019-03-04",
         died: str | None = None, dead_by: str | None = None, acted: str | None = None, met: tuple[str, ...] = (),
         former: tuple[str, ...] = ()) -> Account:
    """Return what a document says of somebody; the posts are those of his country."""
    held = [Post(title, None, country) for title in posts] + [Post(title, None, country, former=True) for title in former]
    seen, death, bound, act = (None if day is None else date.fromisoformat(day) for day in (on, died, dead_by, acted))
    return Account(document, slug(name), name, (name,), country, tuple(held), seen, seen, met, death, bound, act)


def profile(name: str, *posts: str, **known: object) -> Profile:
    """Return the evidence of one account."""
    return profile_of(told("note", name, *posts, **known))


def ref(document: str, name: str) -> Ref:
    """Return what names the account that `told` gives."""
    return Ref(document, slug(name))
