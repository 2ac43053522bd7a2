"""Short ways to accounts of bodies for tests."""
from __future__ import annotations

from datetime import date

from etl.identity.account import Ref
from etl.identity.bodies.account import BodyAccount
from warehouse.keys import organization_key


def told(document: str, said: str, *, on: str | None = "2019-03-04", key: str | None = None,
         parent: str | None = None) -> BodyAccount:
    """Return what a document says of a body.

    `said` is read as "name / other form / ... @ country kind"; both after the sign are optional, "-" is no country.
    """
    names, _, known = said.partition(" @ ")
    name, *forms = names.split(" / ")
    country, kind = (*known.split(), "", "")[:2]
    country = country if country not in ("", "-") else None
    day = None if on is None else date.fromisoformat(on)
    key = key or organization_key(name, country)
    return BodyAccount(document, key, name, (name, *forms), kind or "other", country, parent, day, day)


def ref(account: BodyAccount) -> Ref:
    """Return what names an account."""
    return account.ref
