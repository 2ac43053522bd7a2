"""Split a block into units and give each one class character, so that grammar can be patterns over the class string.

What the classes are says units.py. Words are looked up (word_classes.py), then decided by their neighbours (settle.py). A unit
keeps its place in the text; nothing is corrected but apostrophes and words divided at the end of a line.
"""
from __future__ import annotations

import re

from etl.knowledge import Knowledge
from etl.records import Span
from etl.spotting.settle import Settler
from etl.spotting.tables import AYN
from etl.spotting.units import Fixed, Units, spaced
from etl.spotting.word_classes import RAISED, Look, Piece, Run, word_classes

TOKEN = re.compile(r"[^\W\d_]\.(?:[^\W\d_]\.)+|[^\W\d_]+(?=-(?:[A-Z]\.){2})|[A-Z]{1,3}[$€£¥]"
                   r"|[^\W\d_]+(?:(?:['’‘`ʻʿ]|-(?:\n\s*)?" + AYN + r"?(?=[^\W\d_]))[^\W\d_]+)*"
                   r"|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th)?|[^\w\s]|_")


class Tokenizer:
    """Classifies the words of one document; what a word is may depend on how the document uses it elsewhere."""

    def __init__(self, knowledge: Knowledge, lowers: frozenset[str]) -> None:
        self.lowers = lowers
        self.surnames: frozenset[str] = frozenset()
        self._read: dict[str, tuple[Piece, ...]] = {}
        self._classes = word_classes(knowledge)
        self._settler = Settler(knowledge)

    def units(self, text: str, spans: tuple[Span, ...], fixed: list[Fixed]) -> Units:
        """Divide the stretches `spans` of `text` into units; `fixed` are those read beforehand, in order."""
        starts: list[int] = []
        ends: list[int] = []
        words: list[str] = []
        looks: list[Look] = []
        waiting = iter(fixed)
        nxt, taken, read = next(waiting, None), None, self._read
        for span in spans:
            for m in TOKEN.finditer(text, span.start, span.end):
                start = m.start()
                while nxt is not None and nxt.span.end <= start:
                    nxt = next(waiting, None)
                if nxt is not None and nxt.span.start <= start:
                    if taken is not nxt:
                        taken = nxt
                        starts.append(nxt.span.start)
                        ends.append(nxt.span.end)
                        words.append(" ".join(nxt.span.of(text).split()))
                        looks.append(Look(nxt.cls, str(nxt.index), None))
                    continue
                token = m.group()
                for word, first, last, look in read.get(token) or self._learn(token):
                    starts.append(start + first)
                    ends.append(start + last)
                    words.append(word)
                    looks.append(look)
        return self._classified(*_merged(starts, ends, words, looks))

    def _learn(self, token: str) -> tuple[Piece, ...]:
        """Read a token that is new in this document, knowing which words the document writes in lower case."""
        out, doubtful = self._classes.read(token)
        if doubtful:
            out = tuple((word, first, last, look._replace(cls="X", abstract=False))
                        if look.doubtful and word.lower() in self.lowers else (word, first, last, look)
                        for word, first, last, look in out)
        self._read[token] = out
        return out

    def _classified(self, starts: list[int], ends: list[int], words: list[str], looks: list[Look]) -> Units:
        """Give every unit its class."""
        classes = [look.cls for look in looks]
        values = {i: look.value for i, look in enumerate(looks) if look.value is not None}
        for i in [i for i, look in enumerate(looks) if look.abstract]:
            named = i + 1 < len(words) and words[i + 1][:3] in ("al-", "el-")
            if (i == 0 or classes[i - 1] in '.:"') and not named:
                classes[i] = "X"
        self._settler.settle(words, classes, values, self.surnames)
        return Units(starts, ends, words, "".join(classes), values)


def _merged(starts: list[int], ends: list[int], words: list[str], looks: list[Look],
            ) -> tuple[list[int], list[int], list[str], list[Look]]:
    """Replace the runs that stand for one thing by one unit."""
    runs, free = [], 0
    for i, look in enumerate(looks):
        if look.runs and i >= free and i + 1 < len(words) and words[i + 1].lower() in look.seconds:
            run = longest_run(words, looks, i)
            if run is not None:
                runs.append((i, run))
                free = i + len(run.words)
    if not runs:
        return starts, ends, words, looks
    out: tuple[list[int], list[int], list[str], list[Look]] = ([], [], [], [])
    done = 0
    for i, run in (*runs, (len(words), None)):
        for merged, single in zip(out, (starts, ends, words, looks)):
            merged += single[done:i]
        if run is not None:
            done = i + len(run.words)
            cls = RAISED.get(run.entry.cls, run.entry.cls) if words[i][0].isupper() else run.entry.cls
            whole = (starts[i], ends[done - 1], spaced(words, starts, ends, i, done), Look(cls, run.entry.value))
            for merged, unit in zip(out, whole):
                merged.append(unit)
    return out


def longest_run(words: list[str], looks: list[Look], i: int) -> Run | None:
    """Return the longest known run of two or more words that starts at `i`; of two as long, that of higher rank.

    The word at `i` must not be the last.
    """
    exact = words[i + 1]
    lower = exact.lower()
    best: Run | None = None
    for run in looks[i].runs:
        if run.words[1] != (lower if run.lowered else exact):
            continue
        size = len(run.words)
        if best and (size < len(best.words) or (size == len(best.words) and run.entry.rank <= best.entry.rank)):
            continue
        if i + size <= len(words) and all(
                (words[i + j].lower() if run.lowered else words[i + j]) == run.words[j] and looks[i + j].runs is not None
                for j in range(1, size)):
            best = run
    return best
