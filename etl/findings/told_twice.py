"""Find items that a document tells twice: in the same words, or in a few other ones with the same names and numbers."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from etl.knowledge import toml
from etl.layout.blocks import Block
from etl.reading import Reading
from etl.records import Finding

LONG_ENOUGH = 60
"""Characters below which a text may well stand twice, as captions and headings do."""
LONG = 300
"""Characters of an item without a day that does not come twice by chance."""
NAMES = 5
"""Names and numbers in common below which two items may well be of two events."""
ALIKE = 0.5
"""Share of the other words that two tellings of one event have in common."""
WORD = re.compile(r"\w+")


def told_twice(reading: Reading) -> Iterator[Finding]:
    """Yield the items and paragraphs that stood before; an overview may repeat the body."""
    text = reading.shape.text
    stop = frozenset(toml("findings.toml")["stop"]["words"])
    seen: dict[frozenset[str], list[tuple[str, frozenset[str], Block]]] = defaultdict(list)
    for block in reading.shape.blocks:
        words = WORD.findall(block.span.of(text))
        said = " ".join(words).casefold()
        if block.overview or block.kind not in ("item", "paragraph") or len(said) < LONG_ENOUGH:
            continue
        named = frozenset(w for w in words if not w[0].islower() and w.lower() not in stop)
        others = frozenset(w for w in words if w[0].islower())
        is_dated = any(w[0].isdigit() for w in named) or len(said) > LONG
        before = next((b for s, o, b in seen[named] if s == said or len(named) >= NAMES and _alike(o, others)), None)
        # a diary tells its days in lines of their own, and one day can be like another
        if before is not None and (is_dated or (block.kind == "item" and before.section == block.section)):
            yield Finding("duplicate", "warning", block.span,
                          f"This {block.kind} is told in the document before, at character {before.span.start}.",
                          "the same event told twice", "two events, one of them with the wrong text")
        seen[named].append((said, others, block))


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) >= ALIKE * len(a | b)
