"""Split a text into its lines as they are laid out: bullets, marked headings, page furniture, the width they are wrapped at.

Offsets are those of the text as kept. What lines belong together is not decided here.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from etl.time.dates import find_dates

INVISIBLE = re.compile(
    "[\u00a0\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad\u2009\u202f"
    "\t\f\v\r]"
)
BOLD = re.compile(r"\*\*|__")
LINK = re.compile(r"\[(?=[^\]\n]{1,200}\]\()|\]\([^)\s]{0,2000}\)")
CLOCK = re.compile(r"\d{1,2}:\d{2}(?: ?[ap]\.?m\.?| ?h(?:rs)?\.?)?(?:\s?[-–—:])?(?=\s+(?!GMT|UTC|CET|EST)[A-Z])")
"""The time at which an entry of a programme begins."""
BULLET = re.compile(
    r"\s*(?:(?:[•►▶■●▪◦‣⁃❖✓→\uf000-\uf8ff]|[-*+–—](?=\s)|" + CLOCK.pattern +
    r"|\d{1,2}(?:\.\d{1,2})+\.?(?=\s)|\(?\d{1,2}[.)](?=\s)|\(?[a-z]\)(?=\s))\s*)+"
)
COUNTED = re.compile(r"(?!\s*\d+\.\d)\s*\(?[\da-z]{1,2}[.)]")
COUNT_BEGINS = re.compile(r"^\s*\(?(?:1|a)[.)]\s", re.MULTILINE)
HEADING_MARK = re.compile(r"\s*#{1,6}\s+")
FINAL = re.compile(r"[.!?:;][\"'”’)\]]*(?:\[\d+\]|\d{0,2})?$|[.!?][\"'”’]*\s*[\[(][^\])]{2,120}[\])]$")
DIGITS = re.compile(r"\d+")
PLACE_AND_DAY = re.compile(r"[A-Z][^.;:!?()]{1,40}, (?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2},) \d{4}$")
"""A line that ends a heading of several or heads an entry: "Addis Ababa, 8 February 2020"."""
FURNITURE = 90
LONGEST_DAY = 30
"""Characters of a day alone, with the day of the week and the year."""
WRAPPED = 130


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its bullet or heading mark; `raw` is the whole of it."""

    start: int
    end: int
    text: str
    raw: str
    bullet: bool
    marked: bool

    @property
    def masked(self) -> str:
        """Return the line with its digits masked, to compare page numbers; a day alone, which heads an entry, stays."""
        return self.text if _is_day(self.text) else DIGITS.sub("0", self.text)

    @property
    def timed(self) -> bool:
        """Say whether it begins with a time."""
        return self.bullet and CLOCK.match(self.raw) is not None

    @property
    def ends(self) -> bool:
        """Say whether it ends as a sentence does."""
        return FINAL.search(self.text) is not None

    def continues(self, before: Line, width: int) -> bool:
        """Say whether it goes on with the line straight above it, in a text wrapped at `width` (0: not wrapped)."""
        lower = self.text[:1].islower()
        if not width:
            return (lower or self.text[:1] in "(,;") and not before.ends
        if before.text.endswith("-") and lower:
            return True
        room = width - len(before.text)
        return room < max(16, len(self.text.split(" ", 1)[0]) + 4) or (lower and not before.ends)


def clean(text: str) -> str:
    """Replace invisible characters and bold marks one for one, so that offsets stay."""
    return LINK.sub(lambda m: " " * len(m.group()), BOLD.sub("  ", INVISIBLE.sub(" ", text)))


def text_lines(text: str) -> list[Line | None]:
    """Split into stripped lines; a blank line is None."""
    out: list[Line | None] = []
    counts = COUNT_BEGINS.search(text) is not None
    at, number = 0, 0
    for raw in text.splitlines(keepends=True):
        body = raw.rstrip()
        bullet = BULLET.match(body)
        above = out[-1] if out else None
        free = above is None or above.ends
        if bullet and COUNTED.match(body):
            before, number = number, int(DIGITS.search(body).group()) if DIGITS.match(body.lstrip(" (")) else 0
            if not counts or not (free or (above.bullet and number == before + 1)):
                bullet = None
        elif bullet and CLOCK.match(body.lstrip()) and not (free or above.timed):
            # "at about\n10:30 Lima time" goes on
            bullet = None
        mark = HEADING_MARK.match(body)
        lead = bullet or mark
        skip = lead.end() if lead else len(body) - len(body.lstrip())
        line = Line(at + skip, at + len(body), body[skip:], body.strip(), bullet is not None, mark is not None)
        out.append(line if line.text.strip() else None)
        at += len(raw)
    return out


def _is_day(words: str) -> bool:
    """Say whether a line holds a day of a month and no other word."""
    if len(words) > LONGEST_DAY or not DIGITS.search(words):
        return False
    day = next((m for m in find_dates(words) if m.form == "day"), None)
    return day is not None and not any(c.isalpha() for c in words[:day.span.start] + words[day.span.end:])


def without_furniture(lines: list[Line | None], noise: re.Pattern[str]) -> Iterator[Line | None]:
    """Yield the lines without what their style knows as noise, what recurs as page furniture does, and running heads."""
    furniture = _furniture(lines)
    title = ""
    for line in lines:
        if line is None:
            yield None
            continue
        idle = noise.match(line.text) or noise.match(line.raw)
        if idle or line.masked in furniture or _is_running_head(line.text, title):
            continue
        title = title or line.text
        yield line


def _furniture(lines: list[Line | None]) -> set[str]:
    """Return digit-masked short lines that recur as only page furniture does."""
    masked = Counter(line.masked for line in lines if line and len(line.text) < FURNITURE
                     and not line.bullet and not PLACE_AND_DAY.match(line.text))
    return {text for text, n in masked.items() if n >= 3 and len(text) > 3}


def _is_running_head(line: str, title: str) -> bool:
    """Say whether a line repeats the title at the head of a page."""
    return len(title) > 5 and line.casefold().startswith(title.casefold()) and len(line) < len(title) + 70


def wrap_width(lines: list[Line | None]) -> int:
    """Return the width of a hard-wrapped text, 0 where lines are whole paragraphs."""
    lengths = sorted(line.end - line.start for line in lines if line)
    if len(lengths) < 6:
        return 0
    width = lengths[int(len(lengths) * 0.7)]
    full = [n for n in lengths if 0.8 * width <= n <= width * 1.2]
    return full[-1] if width <= WRAPPED and len(full) >= 0.4 * len(lengths) else 0
