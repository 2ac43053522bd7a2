"""Parse an HTML page into a light tree that knows how many words and links each element holds.

What a browser does not show as words (scripts, styles, templates, controls, hidden elements) never enters the tree.
"""
from __future__ import annotations

import re

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from etl.formats.page_bombs import refuse_bombs

UNSEEN = frozenset("""
    area audio base button canvas col colgroup datalist dialog embed frame frameset head iframe img input
    link map math meta meter noembed noframes noscript object optgroup option output param picture progress
    script select source style svg template textarea title track video
""".split())
"""Elements without words of the document, left out with all that they hold."""
BLOCKS = frozenset("""
    address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary
    table tbody td tfoot th thead tr ul
""".split())
"""Elements that begin and end on a line of their own."""
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
SENTENCE = re.compile(r"[.!?)\]][\"'”’]?$")
HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Element:
    """One element: its children in order (elements and texts), and what they hold in all.

    `words` counts characters, `linked` those within links; `links`, `sentences` (links that end as one), `blocks`, `headings`
    and `tops` (main elements and headings of the first level) count elements. `in_document` says whether it lies in a main or
    article, `dropped` whether it is furniture.
    """

    __slots__ = ("tag", "attributes", "children", "parent", "in_document", "words", "linked", "links", "sentences", "blocks",
                 "headings", "tops", "dropped")

    def __init__(self, tag: str, attributes: dict[str, str | None], parent: Element | None) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Element | str] = []
        self.parent = parent
        self.in_document = parent is not None and (parent.in_document or parent.tag in ("article", "main"))
        self.words = self.linked = self.links = self.sentences = self.blocks = self.headings = self.tops = 0
        self.dropped = False

    def text(self) -> str:
        """Return all its words, with runs of white space as one blank."""
        words, stack = [], [self]
        while stack:
            at = stack.pop()
            if isinstance(at, str):
                words.append(at)
            else:
                stack.extend(reversed(at.children))
        return " ".join("".join(words).split())


def parse(page: str, most: int) -> LexborHTMLParser:
    """Return the page as its library parses it.

    Raises Unreadable where it has more than `most` elements or is built to cost time.
    """
    refuse_bombs(page, most)
    return LexborHTMLParser(page, options=LexborDocumentOptions.WO_EVENTS)


def elements_of(parsed: LexborHTMLParser) -> list[Element]:
    """Return the elements of the body in the order of the page, the body first, with what each holds counted."""
    body = parsed.body
    if body is None:
        return [Element("body", {}, None)]
    out: list[Element] = []
    stack: list[tuple[LexborNode, Element | None]] = [(body, None)]
    while stack:
        node, parent = stack.pop()
        following = node.next if parent is not None else None
        if following is not None:
            stack.append((following, parent))
        if node.is_text_node:
            parent.children.append(node.text_content or "")
        elif node.is_element_node and (node.tag not in UNSEEN or _is_folding_heading(node.tag, parent)):
            attributes = node.attributes
            if parent is not None and attributes and _is_hidden(attributes):
                continue
            element = Element(node.tag, attributes, parent)
            out.append(element)
            if parent is not None:
                parent.children.append(element)
            child = node.child
            if child is not None:
                stack.append((child, element))
    _count(out)
    return out


def _is_folding_heading(tag: str, parent: Element | None) -> bool:
    """Say whether a button is the words of a heading that opens its section when pressed."""
    return tag == "button" and parent is not None and parent.tag in HEADINGS


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    return "style" in attributes and HIDING.search(attributes["style"] or "") is not None


def _count(elements: list[Element]) -> None:
    for element in reversed(elements):
        element.words += sum(len(child.strip()) for child in element.children if isinstance(child, str))
        if element.tag == "a":
            element.linked = element.words
            element.links += 1
            element.sentences += not element.blocks and SENTENCE.search(element.text()) is not None
        above = element.parent
        if above is not None:
            above.words += element.words
            above.linked += element.linked
            above.links += element.links
            above.sentences += element.sentences
            above.blocks += element.blocks + (element.tag in BLOCKS)
            above.headings += element.headings + (element.tag in HEADINGS)
            above.tops += element.tops + (element.tag in ("h1", "main"))
