"""Take the words of a DOCX paragraph: links and tracked insertions are kept, deletions and hidden text are not."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

DROPPED = frozenset(map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:instrText", "w:delText"))) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
"""What holds no words of the text as it stands; a fallback repeats what stands beside it."""
WRITTEN = {qn("w:tab"): " ", qn("w:ptab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
PICTURES = frozenset(map(qn, ("w:drawing", "w:pict", "w:object")))
NOTES = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
NUMBER = re.compile(r"\d{1,3}")
METRES = re.compile(r"\b[ckm]?m$")
OFF = frozenset({"0", "false", "off"})
BOX, TEXT, PROPERTIES, RAISED = map(qn, ("w:txbxContent", "w:t", "w:rPr", "w:vertAlign"))
VALUE, BOLD, HIDDEN = map(qn, ("w:val", "w:b", "w:vanish"))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a paragraph, what boxes of text hang on it, and how it looks."""

    text: str
    boxes: tuple[Any, ...]
    bold: bool
    pictured: bool


def words_of(paragraph: Any, mark: Callable[[str, str], str]) -> Words:
    """Return the words of a paragraph; `mark` gives the mark of a note by its kind and id."""
    said: list[str] = []
    boxes: list[Any] = []
    weights: list[bool] = []
    pictured = False
    for element in _leaves(paragraph):
        tag = element.tag
        if tag == TEXT:
            run = element.getparent().find(PROPERTIES)
            if _is_on(run, HIDDEN):
                continue
            words = element.text or ""
            said.append(f"[{words}]" if _is_note(run, words, said) else words)
            if (element.text or "").strip():
                weights.append(_is_on(run, BOLD))
        elif tag in NOTES:
            said.append(mark(NOTES[tag], element.get(qn("w:id")) or ""))
        elif tag == BOX:
            boxes.append(element)
        elif tag in PICTURES:
            pictured = True
        else:
            said.append(WRITTEN[tag])
    return Words("".join(said), tuple(boxes), bool(weights) and all(weights), pictured)


def _leaves(paragraph: Any) -> Iterator[Any]:
    """Yield what says something, in order, without what stands in boxes of text or has been deleted."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        tag = element.tag
        if tag in DROPPED:
            continue
        if tag == TEXT or tag in WRITTEN or tag in NOTES or tag == BOX:
            yield element
            continue
        if tag in PICTURES:
            yield element
        waiting.extend(reversed(element))


def _is_note(run: Any, words: str, said: list[str]) -> bool:
    """Say whether words are the raised number of a note, and no square metres."""
    raised = None if run is None else run.find(RAISED)
    return (raised is not None and raised.get(VALUE) == "superscript" and NUMBER.fullmatch(words) is not None
            and not METRES.search("".join(said[-1:])))


def _is_on(properties: Any, tag: str) -> bool:
    switch = None if properties is None else properties.find(tag)
    return switch is not None and switch.get(VALUE) not in OFF
