"""Where the page of a thing is: each page can be linked, since all that it shows stands in its address."""
from __future__ import annotations

from urllib.parse import urlencode

from explorer.markup import Markup, element

PAGES = frozenset(("person", "organization", "meeting", "agreement", "document"))
"""The kinds of things that have a page; it has the name of the kind."""


def address(path: str, **parameters: object) -> str:
    """Return the address of a page, relative to any other page; parameters that are None are left out."""
    given = {name: value for name, value in parameters.items() if value is not None}
    return f"{path}?{urlencode(given)}" if given else path


def link_to(kind: str, known: str | None, name: object, **parameters: object) -> Markup:
    """Return the name of a thing as a link to its page; the bare name where it has no id or no page."""
    if known is None or kind not in PAGES:
        return element("span", name)
    return element("a", name, href=address(kind, id=known, **parameters), target="_self", class_=f"rx-{kind}")


def link(path: str, name: object, **parameters: object) -> Markup:
    """Return a link to a page that shows no single thing."""
    return element("a", name, href=address(path, **parameters), target="_self")
