"""Walk the document of a web page and note its parts in order: headings, items, captions and texts.

A list item holds its own words once, without those of the lists in it. A row of a table is one part unless its cells are
laid out themselves, as those of a page built of tables are; a term and its definition are one part too.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest

from etl.formats.page_furniture import furniture
from etl.formats.page_tree import BLOCKS, HEADINGS, Element

BLANKS = re.compile(r"[ \t\n\r\f]+")
BREAK = re.compile(r"\n\s*\n|\n(?=[^\S\n]*(?:[•►▶■●▪◦‣⁃\uf000-\uf8ff]|[-*–—][^\S\n]))")
"""Where one part ends within a block: a doubled line end, or one before a typed bullet."""
TYPED = re.compile(r"(?:·|[o§](?=\u00a0))\s+")
"""Bullets of word processors, which are letters of their fonts."""
BLANK_LINES = re.compile(r"\n\s*\n")
UNFINISHED = re.compile(r"[^.:;,!?–—-]$")
TERM = 60
CELL = 400
CAPTION = 500
CAPTIONS = frozenset(("caption", "figcaption"))
NAME_WORDS = re.compile(r"[a-z]+")


@dataclass(slots=True)
class Note:
    """One part as noted: its kind, its words, the element that gives its kind.

    `level` is that of a heading (0: none); `furnished` says whether furniture comes straight after it.
    """

    kind: str
    words: str
    owner: Element | None = None
    level: int = 0
    furnished: bool = False


class _Writer:
    """Gathers the words between the edges of blocks and notes them with the kind of the element they stand in."""

    def __init__(self) -> None:
        self.notes: list[Note] = []
        self._words: list[str] = []
        self._owners: list[Element] = []
        self._row: list[str] | None = None
        self._term = ""
        self._preformatted = 0

    def open(self, element: Element) -> None:
        tag = element.tag
        if tag == "br":
            self._words.append("\n")
            return
        if tag in BLOCKS and not (self._row is not None and tag in ("td", "th")):
            self.flush()
        if tag == "tr" and _is_row(element):
            self._row = []
        elif tag == "pre":
            self._preformatted += 1
        if _gives_kind(element):
            self._owners.append(element)

    def close(self, element: Element) -> None:
        tag = element.tag
        if self._row is not None and tag in ("td", "th"):
            self._row.append(" ".join("".join(self._words).split()))
            self._words.clear()
        elif tag == "tr" and self._row is not None:
            self._words = [_told(list(filter(None, self._row)))]
            self._row = None
            self.flush()
        elif tag == "dt":
            self._settle_term()
            self._term = " ".join("".join(self._words).split())
            self._words.clear()
        elif tag in BLOCKS:
            self.flush()
        self._preformatted -= tag == "pre"
        if self._owners and self._owners[-1] is element:
            self._owners.pop()
        if tag == "dl":
            self._settle_term()

    def write(self, words: str) -> None:
        self._words.append(words if self._preformatted else BLANKS.sub(" ", words))

    def skip(self) -> None:
        """Pass over furniture."""
        last = self.notes[-1] if self.notes else None
        if last is not None and last.level and not last.furnished:
            last.furnished = not any(words.strip() for words in self._words)

    def flush(self) -> None:
        """Note what was gathered since the last edge of a block."""
        words = "".join(self._words)
        self._words.clear()
        if not words or words.isspace():
            return
        owner = self._owners[-1] if self._owners else None
        for piece in (BLANK_LINES if owner is not None and owner.tag == "pre" else BREAK).split(words):
            if piece.strip():
                self._note(piece.strip(), owner)

    def _note(self, words: str, owner: Element | None) -> None:
        tag = owner.tag if owner is not None else ""
        if tag in HEADINGS:
            self.notes.append(Note("heading", " ".join(words.split()).rstrip(" ¶#"), owner, int(tag[1])))
        elif furniture().is_note(words):
            return
        elif tag == "dd" and self._term:
            term, self._term = self._term, ""
            self.notes.append(Note("item", _told([term, words]), owner))
        elif tag == "li":
            self._note_item(words, owner)
        elif TYPED.match(words):
            self.notes.append(Note("item", TYPED.sub("", words, count=1), owner))
        else:
            self.notes.append(Note("caption" if owner is not None and tag not in ("dd", "pre") else "text", words, owner))

    def _note_item(self, words: str, owner: Element | None) -> None:
        """Note the words of a list item: those of its first paragraph make the item, further ones go on with it."""
        last = self.notes[-1] if self.notes else None
        if last is not None and last.owner is owner:
            last.words += "\n" + words
        else:
            again = any(note.owner is owner for note in self.notes[-20:])
            self.notes.append(Note("text" if again else "item", words, owner))

    def _settle_term(self) -> None:
        """Note a term that no definition has followed."""
        if self._term:
            self.notes.append(Note("text", self._term))
            self._term = ""


def notes_of(root: Element) -> list[Note]:
    """Return the parts of what stands in `root` and is no furniture, in their order."""
    writer = _Writer()
    stack: list[Element | str | tuple[Element]] = [root]
    while stack:
        at = stack.pop()
        if isinstance(at, str):
            writer.write(at)
        elif isinstance(at, tuple):
            writer.close(at[0])
        elif at.dropped:
            writer.skip()
        else:
            writer.open(at)
            stack.append((at,))
            stack.extend(reversed(at.children))
    writer.flush()
    return _without_orphans(writer.notes)


def _without_orphans(notes: list[Note]) -> list[Note]:
    """Leave out the headings whose sections held nothing but furniture."""
    out: list[Note] = []
    for note, following in zip_longest(notes, notes[1:]):
        is_last = following is None or 0 < following.level <= note.level
        if not (note.level > 1 and note.furnished and is_last):
            out.append(note)
    return out


def _gives_kind(element: Element) -> bool:
    """Say whether the words straight within the element are of its kind."""
    tag = element.tag
    if tag in HEADINGS or tag in ("li", "figcaption", "dd", "pre"):
        return True
    names = element.attributes.get("class") if tag in ("p", "div", "td", "span", "dd") and element.attributes else None
    return names is not None and element.words < CAPTION and not CAPTIONS.isdisjoint(NAME_WORDS.findall(names.lower()))


def _is_row(row: Element) -> bool:
    """Say whether a row of a table is one line of it, and no box of a layout."""
    cells = [cell for cell in row.children if isinstance(cell, Element) and cell.tag in ("td", "th")]
    full = [cell for cell in cells if cell.words and not cell.dropped]
    return len(full) > 1 and all(not cell.blocks for cell in full) and sum(cell.words > CELL for cell in full) < 2


def _told(cells: list[str]) -> str:
    """Return cells, or a term and its definition, as one line: the first names what the others tell."""
    if len(cells) < 2:
        return "".join(cells)
    head, rest = cells[0], "; ".join(cells[1:])
    return f"{head}: {rest}" if len(head) <= TERM and UNFINISHED.search(head) else f"{head} {rest}"
