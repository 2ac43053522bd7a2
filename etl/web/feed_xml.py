"""Hold the XML of a feed to what a feed may be, before feedparser sees it, and mend what is no XML.

feedparser takes time that grows with the square of nested elements, attributes and categories, and reads what is no XML with a
parser that never gives up. So it is shown well-formed XML without entities only, of a modest shape; what is malformed in the
usual ways (a bare ampersand, `&nbsp;`, a prefix that nobody declared, a tag left open) is mended first.
"""
from __future__ import annotations

import re
from html.entities import name2codepoint
from typing import Any
from xml.parsers import expat

from feedparser.encodings import convert_to_utf8
from lxml import etree

from etl.formats.content import Unreadable

HEAD = 8192
DEPTH = 64
ATTRIBUTES = 64
CHILDREN = 500
"""Elements in one other than the entries of a feed; an article in XHTML has about as many as paragraphs."""
MENDABLE = 5_000_000
"""Bytes up to which a feed is mended: it takes some fifty times its size in memory."""
ENTRIES = frozenset({"item", "entry", "li"})
ENTITY = re.compile(rb"<!ENTITY", re.I)
ROOT = re.compile(rb"<[A-Za-z_][^\s/>]*")
PREFIX = re.compile(rb"</?([A-Za-z][\w-]{0,30}):")
DECLARED = re.compile(rb"\sxmlns:([A-Za-z][\w-]{0,30})\s*=")
REFERENCE = re.compile(rb"&(?:(#\d{1,7}|#[xX][0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));|&")
KEPT = frozenset({"amp", "lt", "gt", "quot", "apos"})
NAMESPACES = {
    b"content": b"http://purl.org/rss/1.0/modules/content/", b"dc": b"http://purl.org/dc/elements/1.1/",
    b"atom": b"http://www.w3.org/2005/Atom", b"rdf": b"http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    b"dcterms": b"http://purl.org/dc/terms/",
}
"""What the prefixes stand for that say anything to us, where a feed forgets to declare them."""


def feed_xml(raw: bytes, max_entries: int) -> tuple[bytes, bool]:
    """Return a feed as well-formed XML in UTF-8, and whether it had to be mended.

    Raises Unreadable where it is no XML, or of a shape that no feed has.
    """
    data: bytes = convert_to_utf8({}, raw, {})
    root = ROOT.search(data[:HEAD])
    if root is None:
        raise Unreadable("damaged", "is no feed: it has no element at its start; get it again from where it came")
    # Looked for everywhere, since where the prolog ends is a matter of opinion among parsers.
    if ENTITY.search(data):
        raise Unreadable("refused", "declares entities, which no feed needs and some abuse; it is not read")
    try:
        _walk(data, max_entries)
    except expat.ExpatError as error:
        data = _mended(data, root, error)
        try:
            _walk(data, max_entries)
        except expat.ExpatError:
            raise _damaged(error) from error
        return data, True
    return data, False


def _walk(data: bytes, max_entries: int) -> None:
    """Raise Unreadable where the shape is no feed's, ExpatError where it is no XML."""
    parser = expat.ParserCreate(namespace_separator=" ")
    children: list[int] = [0]
    entries = 0

    def start(name: str, attributes: dict[str, Any]) -> None:
        nonlocal entries
        if name.rpartition(" ")[2] in ENTRIES:
            entries += 1
        else:
            children[-1] += 1
        children.append(0)
        if len(children) > DEPTH or len(attributes) > ATTRIBUTES or children[-2] > CHILDREN:
            raise Unreadable("too_large", f"has elements nested over {DEPTH} deep, or one with over {ATTRIBUTES} attributes or "
                                          f"{CHILDREN} parts (line {parser.CurrentLineNumber}), as no feed has; read its pages instead")
        if entries > max_entries:
            raise Unreadable("too_large", f"has over {max_entries:,} entries; raise limits.members in rapporteur.toml")

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: children.pop()
    parser.Parse(data, True)


def _mended(data: bytes, root: re.Match[bytes], error: expat.ExpatError) -> bytes:
    if len(data) > MENDABLE:
        raise _damaged(error) from error
    forgotten = set(PREFIX.findall(data)) - set(DECLARED.findall(data)) - {b"xml"}
    added = b"".join(b' xmlns:%s="%s"' % (prefix, NAMESPACES.get(prefix, b"urn:" + prefix))
                     for prefix in sorted(forgotten)[:ATTRIBUTES // 2])
    data = REFERENCE.sub(_reference, data[:root.end()] + added + data[root.end():])
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, encoding="utf-8")
    try:
        tree = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        tree = None
    if tree is None:
        raise _damaged(error) from error
    return bytes(etree.tostring(tree, encoding="utf-8"))


def _reference(found: re.Match[bytes]) -> bytes:
    """Return a reference as XML knows it: characters for the names of HTML, and an escaped ampersand for what is none."""
    number, name = found.groups()
    if number or (name and name.decode() in KEPT):
        return found.group()
    code = name2codepoint.get(name.decode()) if name else None
    return b"&amp;" + found.group()[1:] if code is None else b"&#%d;" % code


def _damaged(error: expat.ExpatError) -> Unreadable:
    return Unreadable("damaged", f"is no feed that can be read ({error}); get it again from where it came")
