"""Tell the furniture of a web page from its document: navigation, related links, notes on cookies, buttons to share it.

Rules are general: element, role, words of class and id, share of links. None of them may take away most of the page's
words, for then they are wrong about it.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from etl.formats.page_tree import Element
from etl.knowledge import toml

NEVER = frozenset(("html", "body", "main", "article", "h1", "h2", "h3", "h4", "h5", "h6", "a", "b", "strong", "em", "i"))
LISTS = frozenset("ul ol dl div section table tbody tr td p center font details dir form".split())
"""Elements that are furniture where they hold little but links."""
NAME_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
LINKED = 0.7
"""Share of a list's words within links that makes it one of links."""
MOST, MOST_WITH_TOP = 2 / 3, 1 / 3
"""Share of the page's words outside of links that no furniture holds; less where the headline is among them."""
CARDS, CARD = 3, 0.85
"""As many links, with such a share of the words, make a list of cards of what has headings."""
NOTE = 300
"""A notice of the site has fewer characters."""
LABEL = 60
"""A block that is one link up to this many characters is a button, not words."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """The words by which furniture is known."""

    tags: frozenset[str]
    roles: frozenset[str]
    words: frozenset[str]
    notes: re.Pattern[str]

    def is_note(self, words: str) -> bool:
        """Say whether a short part is a notice of the site and not of the document."""
        return len(words) < NOTE and self.notes.search(words) is not None


@cache
def furniture() -> Furniture:
    """Return the furniture that the lexicon names."""
    found = toml("pages.toml")["furniture"]
    return Furniture(frozenset(found["tags"]), frozenset(found["roles"]), frozenset(found["words"]),
                     re.compile("|".join(found["notes"]), re.IGNORECASE))


def drop_furniture(elements: list[Element]) -> None:
    """Mark the elements that are furniture; those within them are not looked at on their own."""
    body = elements[0]
    prose = body.words - body.linked
    for element in elements:
        if element.parent is not None and element.parent.dropped:
            element.dropped = True
        elif element.tag not in NEVER and element.words - element.linked <= prose * (MOST_WITH_TOP if element.tops else MOST):
            element.dropped = _is_named(element) or _is_link_list(element)


def document_root(elements: list[Element]) -> Element:
    """Return the element to read: the smallest main or article that holds most of what is left, else the body."""
    prose = _prose(elements)
    body = elements[0]
    candidates = [e for e in elements if not e.dropped and (e.tag in ("main", "article") or e.attributes.get("role") == "main")]
    largest = max((prose[id(e)] for e in candidates), default=0)
    if not largest or largest < prose[id(body)] / 2:
        return body
    return next(e for e in reversed(candidates) if prose[id(e)] >= 0.9 * largest)


def _prose(elements: list[Element]) -> dict[int, int]:
    """Return for each element the characters outside of links and furniture."""
    prose = {id(e): 0 for e in elements}
    for element in reversed(elements):
        if not element.dropped and element.tag != "a":
            prose[id(element)] += sum(len(child.strip()) for child in element.children if isinstance(child, str))
            if element.parent is not None:
                prose[id(element.parent)] += prose[id(element)]
    return prose


def _is_named(element: Element) -> bool:
    """Say whether the element, its role, class or id tells furniture."""
    known, attributes = furniture(), element.attributes
    if element.tag in known.tags:
        return not (element.tag == "footer" and element.parent is not None and element.parent.tag == "blockquote")
    if element.tag == "header":
        return not element.headings and not element.in_document
    if not attributes:
        return False
    role = (attributes.get("role") or "").lower()
    if role in known.roles or (role == "banner" and not element.headings):
        return True
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return len(names) > 1 and not known.words.isdisjoint(map(str.lower, NAME_WORDS.findall(names)))


def _is_link_list(element: Element) -> bool:
    """Say whether the element is a list of links, or a single one that serves as a button."""
    if element.tag == "sup":
        return any(isinstance(e, Element) and e.tag == "a" and (e.attributes.get("href") or "").startswith("#")
                   for e in element.children)
    if element.tag not in LISTS or not element.links or element.linked < LINKED * element.words:
        return False
    if element.headings:
        return element.links >= CARDS and element.linked >= CARD * element.words
    if element.links == 1:
        return element.words <= LABEL and element.linked > 0.9 * element.words and not element.sentences
    return element.sentences * 2 < element.links
