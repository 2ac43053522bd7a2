"""Find who signed a letter: a name alone on the line below its closing words."""
from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from etl.layout.shape import Shape
from etl.records import Span

CLOSING = re.compile(r"(?:\S+ ){0,4}(?:[Ss]incerely|[Ff]aithfully|[Rr]espectfully|[Rr]egards|[Tt]ruly|[Yy]ours|[Ww]ishes)[.,]?")
NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}")
LAST_BLOCKS = 5


def signatures(shaped: Shape) -> Iterator[Span]:
    """Yield the stretches that hold the name of who signed."""
    for closing, line in pairwise(shaped.blocks[-LAST_BLOCKS:]):
        words = line.span.of(shaped.text)
        if CLOSING.fullmatch(closing.span.of(shaped.text)) and NAME.fullmatch(words) and words.split()[-1][0].isupper():
            yield line.span
