"""Say for whom those who act in an agreement stand.

An unnamed official and a government stand for their state alone; a body or an armed group for itself.
"""
from __future__ import annotations

from collections.abc import Container, Iterable

from etl.agreements.terms import terms
from etl.linking.link import Linker
from etl.telling.sides import Side, country_side


def principals(sides: Iterable[Side], *, named: Container[str | None], linker: Linker) -> tuple[Side, ...]:
    """Return bodies and states for their officials, then the people among the `named` and those who stand for nobody."""
    out: list[Side] = []
    people: list[Side] = []
    for side in sides:
        principal = _principal(side, linker)
        if principal is not None and not principal.among(out):
            out.append(principal)
        if side.kind == "person" and (side.key in named or not (side.country or _body_of(side, linker))):
            people.append(side)
    for side in people:
        if not side.among(out):
            out.append(side)
    return tuple(out)


def _body_of(side: Side, linker: Linker) -> str | None:
    return linker.people[side.key].body if side.kind == "person" and side.key else None


def _principal(side: Side, linker: Linker) -> Side | None:
    """Return the body or state a side stands for, else itself; None for a person who stands for neither."""
    body = _body_of(side, linker)
    if body in linker.bodies:
        return body_side(linker, body)
    country = side.country or of_one_state(side)
    if country and (side.kind != "organization" or _is_of_state(side, linker)):
        return country_side(country)
    return None if side.kind == "person" else side


def body_side(linker: Linker, key: str) -> Side:
    """Return a body as a party."""
    return Side("organization", key, None, linker.bodies[key].country)


def of_one_state(side: Side) -> str | None:
    """Return the state of a post that one state alone has by that name: "Secretary of State"."""
    posts = [r.phrase for r in (*side.posts, *((side.role,) if side.role else ()))]
    return next((code for code, form in terms().titles.items() if any(form.fullmatch(p) for p in posts)), None)


def _is_of_state(side: Side, linker: Linker) -> bool:
    """Say whether a body is a state's parliament or government, which bind the state."""
    if not side.key:
        return False
    body = linker.bodies[side.key]
    return body.kind == "parliament" or body.name.lower().startswith(("government", "federal government"))
