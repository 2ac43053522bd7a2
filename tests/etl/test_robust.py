"""No stretch of text, wherever it is cut and however it is garbled, makes the rules fail."""
from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from etl.extract import extract
from etl.knowledge import load_knowledge
from etl.records import Source
from etl.rows import rows_of
from seeds import SEEDS

CORPUS = Path(__file__).parents[1] / "corpus"
MARKS = (",", ";", ":", "(", ")", "[", '"', "“", "and", "of", "the", "'s", "--", ".", "…", "1.", "May", "§", "&")
TEXTS = [path.read_text(encoding="utf-8") for folder in (SEEDS / "bulletins", CORPUS) for path in sorted(folder.glob("*.txt"))]
LINES = [line for text in TEXTS for line in text.splitlines() if line.strip()]
OPENINGS = ("", "|", ": ", "PARTICIPANTS:", "Date:", "Place:", "- ", "| | |", "1.", "09:30 ", "?", "(i) ; (ii)", "He received:",
            "The following documents were signed:", "They'd", "Yours sincerely,", "Lima; May 4:", "4 May | Lima |", "—")
SENTENCES = [words for text in TEXTS for sentence in text.split(". ") if len(words := sentence.split()) > 3]


def cut(chance: random.Random) -> str:
    """Return a part of a sentence with whatever ends it."""
    words = chance.choice(SENTENCES)
    first, last = sorted(chance.sample(range(len(words) + 1), 2))
    return " ".join(words[first:last]) + chance.choice(("", "", "", ".", ",", ":", "\n", " ("))


def garbled(chance: random.Random) -> str:
    """Return two sentences with words of one in the other and marks where none belong."""
    words = [*chance.choice(SENTENCES), *chance.choice(SENTENCES)]
    for _ in range(5):
        at = chance.randrange(len(words))
        words[at] = chance.choice((*MARKS, words[at].upper(), words[at] + ",", words[at - 1]))
    return " ".join(words)


def stretch(chance: random.Random) -> str:
    """Return a stretch of a document, line ends and all, that begins and ends anywhere."""
    text = chance.choice(TEXTS)
    start = chance.randrange(len(text) - 50)
    return text[start:start + chance.randrange(50, 1500)]


def piled(chance: random.Random) -> str:
    """Return lines of all documents, whole and cut, among those that open lists, rows, records and letters."""
    lines = [chance.choice(LINES) for _ in range(chance.randrange(1, 9))]
    lines = [line[:chance.randrange(1, len(line) + 1)] if chance.random() < 0.5 else line for line in lines]
    return chance.choice(("\n", "\n\n")).join(line if chance.random() < 0.7 else chance.choice(OPENINGS) for line in lines)


def fault(text: str) -> str | None:
    """Return what goes wrong with a text, if anything does."""
    source = Source("file:///note.txt", "0" * 64, "text/plain", text)
    try:
        rows_of(extract(source, load_knowledge()), extractor_version="test")
    except Exception as error:
        return f"{type(error).__name__}: {error} for {text!r}"
    return None


def test_every_sentence_can_end_without_its_stop() -> None:
    assert [found for words in SENTENCES if (found := fault(" ".join(words)))] == []


@pytest.mark.parametrize(("make", "times"), [(cut, 200), (garbled, 100), (stretch, 60), (piled, 100)])
@pytest.mark.parametrize("seed", range(3))
def test_the_rules_make_records_that_hold_together_of_any_text(make: Callable[[random.Random], str], times: int, seed: int) -> None:
    chance = random.Random(seed)
    assert [found for _ in range(times) if (found := fault(make(chance)))] == []
