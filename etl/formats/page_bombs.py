"""Refuse web pages that are built to cost time or memory, before a parser sees them.

The time that a parser takes grows with the square of the nesting, and of the attributes in one tag; elements of formatting
that are left open are opened again in each block after them.
"""
from __future__ import annotations

import re

from etl.formats.content import Unreadable

MAX_DEPTH = 500
MAX_ATTRIBUTES = 2_000
LONG_TAG = 5_000
"""Characters from which the attributes of a tag are counted."""
FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
"""Elements that the parser opens again in each block, where they were left open."""
CLOSED_BY_NEXT = frozenset("p li td th tr dt dd option".split())
VOID = frozenset("area base br col embed hr img input link meta param source track wbr frame keygen".split())
RAW = frozenset("script style textarea title xmp iframe noembed noframes".split())
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)|<!--|-->")
QUOTED = re.compile(r"=\s{0,9}(?:\"[^\"]*\"|'[^']*')")


def refuse_bombs(page: str, most: int) -> None:
    """Count the elements that the page will have, with those that are opened again, and how deep they lie in each other."""
    depth = formatting = elements = begun = 0
    raw: str | None = None
    for mark in TAG.finditer(page):
        if mark.start() - begun > LONG_TAG:
            _refuse_attributes(page[begun:mark.start()])
        begun = mark.start()
        closing, name = mark.groups()
        if name is None:
            told = mark.group()
            raw = told if raw is None and told == "<!--" else None if raw == "<!--" and told == "-->" else raw
            continue
        name = name.lower()
        if raw is not None:
            raw = None if closing and name == raw else raw
            continue
        elements += formatting + (not closing)
        if closing:
            depth -= depth > 0 and name not in CLOSED_BY_NEXT
            formatting -= formatting > 0 and name in FORMATTING
        elif name in RAW:
            raw = name
        elif name not in VOID and name not in CLOSED_BY_NEXT:
            depth += 1
            formatting += name in FORMATTING
        if elements > most:
            raise Unreadable("too_large", f"is a web page of more than {most:,} elements; save it as plain text or raise "
                                          "limits.elements in rapporteur.toml")
        if depth > MAX_DEPTH:
            raise Unreadable("too_large", f"is a web page of elements nested more than {MAX_DEPTH} deep; save it as plain text")
    _refuse_attributes(page[begun:])


def _refuse_attributes(tag: str) -> None:
    """Refuse a tag, given with the words behind it, that holds more attributes than anybody writes."""
    if len(QUOTED.sub("", tag).partition(">")[0].replace("/", " ").split()) > MAX_ATTRIBUTES:
        raise Unreadable("too_large", f"is a web page with a tag of more than {MAX_ATTRIBUTES:,} attributes; "
                                      "save it as plain text")
