"""Mark stretches of a text: evidence in its passage, names in a document, the words that were searched for.

Offsets count code points of the text. Stretches may overlap; those that lie outside of the text are cut or left out.
"""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explorer.markup import Markup, element, joined


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch to be marked: `kind` is a class of the style sheet; one with an address is a link, all others are marks."""

    start: int
    end: int
    kind: str
    address: str | None = None
    title: str | None = None


def highlight(text: str, stretches: Iterable[Stretch], *, offset: int = 0) -> Markup:
    """Return the text with its stretches marked; their offsets count from where the text begins in its document, `offset`."""
    inside = [cut for stretch in stretches if (cut := _cut(stretch, offset, len(text))) is not None]
    bounds = sorted({0, len(text), *(bound for one in inside for bound in (one.start, one.end))})
    return joined(_marked(text[start:end], [one for one in inside if one.start <= start and end <= one.end])
                  for start, end in zip(bounds, bounds[1:], strict=False))


def excerpt(text: str, stretches: Sequence[Stretch], *, around: int = 160) -> tuple[int, int]:
    """Return the first and the last offset of what is worth showing of a long text: what surrounds its first stretch."""
    if len(text) <= 3 * around:
        return 0, len(text)
    first = min((stretch.start for stretch in stretches), default=0)
    start = _word_start(text, max(0, first - around))
    end = min(len(text), start + 3 * around)
    return start, end if end == len(text) else max(text.rfind(" ", start, end), start + around)


def _word_start(text: str, place: int) -> int:
    return 0 if place == 0 else text.find(" ", place) + 1 if " " in text[place:] else place


def _cut(stretch: Stretch, offset: int, length: int) -> Stretch | None:
    start, end = max(0, stretch.start - offset), min(length, stretch.end - offset)
    return Stretch(start, end, stretch.kind, stretch.address, stretch.title) if start < end else None


def _marked(piece: str, over: Sequence[Stretch]) -> Markup:
    """Return a piece that no stretch begins or ends within: the shortest link over it, within the marks over it."""
    shortest = sorted(over, key=lambda one: one.end - one.start)
    link = next((one for one in shortest if one.address is not None), None)
    marks = sorted({one.kind for one in over if one.address is None})
    inner: object = piece
    if link is not None:
        inner = element("a", piece, href=link.address, target="_self", class_=link.kind, title=link.title)
    return element("mark", inner, class_=" ".join(marks)) if marks else joined((inner,))
