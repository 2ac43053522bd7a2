"""Build HTML in which whatever comes from a document is escaped, since nothing else can be put in.

Only what `element` and `joined` return goes through unescaped; attributes that could run anything are refused.
"""
from __future__ import annotations

from collections.abc import Iterable
from html import escape

VOID = frozenset(("br", "hr"))
LINKED = ("http://", "https://")


class Markup(str):
    """HTML that was built here."""

    __slots__ = ()


EMPTY = Markup("")


def element(name: str, *children: object, **attributes: str | int | bool | None) -> Markup:
    """Return an element; children that are no Markup are text, None is left out. `class_` is written as class.

    Raises ValueError for an attribute that would run a script.
    """
    written = "".join(_attribute(key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items()
                      if value is not None and value is not False)
    return Markup(f"<{name}{written}>" if name in VOID else f"<{name}{written}>{joined(children)}</{name}>")


def joined(children: Iterable[object], separator: str = "") -> Markup:
    """Return children side by side, escaped where they are no Markup."""
    return Markup(escape(separator).join(_written(child) for child in children if child is not None))


def coded(text: object) -> Markup:
    """Return a sentence whose commands stand in backticks, these set as code."""
    if isinstance(text, Markup):
        return text
    return joined(element("code", part) if place % 2 else part for place, part in enumerate(str(text).split("`")))


def is_web_address(address: str | None) -> bool:
    """Say whether an address may be linked: only pages of the web are, nothing that could run here."""
    return address is not None and address.lower().startswith(LINKED)


def _written(child: object) -> str:
    return child if isinstance(child, Markup) else escape(str(child))


def _attribute(name: str, value: str | int | bool) -> str:
    if name.startswith("on") or name in ("style", "srcdoc"):
        raise ValueError(f"{name} is not written: it could run or redraw anything.")
    if name == "href" and ":" in str(value) and not is_web_address(str(value)):
        raise ValueError(f"{value!r} is not linked: only pages of the web and of the explorer are.")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
