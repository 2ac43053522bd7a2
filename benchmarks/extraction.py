"""Measure the extraction on one core: megabytes a second, against the bare scan of tokens, and memory by number of documents.

The text is ours: paragraphs of seeds/bulletins and tests/corpus, shuffled with a fixed seed. CPU time is measured, so that what
else runs on the machine counts little. How to run it and what to expect: README.md beside this file.
"""
from __future__ import annotations

import argparse
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEAD = "Weekly Note\n\nMay 3, 2021 - May 9, 2021\n\n"
LONG, SHORT = 40, 4
"""Paragraphs of a document to time and of one to watch memory with."""


def paragraphs() -> list[str]:
    """Return the paragraphs of our own texts, in a fixed order."""
    files = sorted((*(ROOT / "seeds" / "bulletins").glob("*.txt"), *(ROOT / "tests" / "corpus").glob("*.txt")))
    return [p for file in files for p in re.split(r"\n\s*\n", file.read_text(encoding="utf-8")) if len(p) > 80]


def documents(count: int, *, size: int = LONG) -> Iterator[str]:
    """Yield documents of `size` shuffled paragraphs, always the same ones."""
    shuffled, pool = random.Random(20210503), paragraphs()
    for _ in range(count):
        yield HEAD + "\n\n".join(shuffled.choices(pool, k=size))


def extractor() -> Callable[[str], object]:
    """Return the extraction of one text."""
    from etl.extract import extract
    from etl.knowledge import load_knowledge
    from etl.records import Source

    knowledge = load_knowledge()
    return lambda text: extract(Source("file:///note.txt", "0" * 64, "text/plain", text), knowledge)


def scanner() -> Callable[[str], object]:
    """Return the cheapest reading that the rules need: tokens, their classes, sentences."""
    from etl.knowledge import load_knowledge
    from etl.records import Span
    from etl.spotting.sentences import sentences
    from etl.spotting.tokens import Tokenizer

    knowledge = load_knowledge()
    abbreviations = frozenset(knowledge.rules["groups"]["abbreviations"]["words"])

    def scan(text: str) -> object:
        lowers = frozenset(re.findall(r"(?<![^\W\d_])[a-zà-ÿ][a-zà-ÿ'-]+", text))
        return sentences(Tokenizer(knowledge, lowers).units(text, (Span(0, len(text)),), []), abbreviations)
    return scan


def speed(work: Callable[[str], object], texts: Iterable[str]) -> float:
    """Return the megabytes of text a second of CPU time, after a warming up."""
    first, *rest = texts
    work(first)
    start = time.process_time()
    for text in rest:
        work(text)
    return sum(len(text.encode()) for text in rest) / 1e6 / (time.process_time() - start)


def peak(count: int) -> float:
    """Return the most memory, in MB, that a process of its own holds while it reads so many documents."""
    done = subprocess.run([sys.executable, __file__, "--peak-of", str(count)], cwd=ROOT, capture_output=True, text=True,
                          check=True)
    return float(done.stdout)


def read_all(count: int) -> float:
    """Read so many documents one after the other and return this process's peak in MB."""
    work = extractor()
    for text in documents(count, size=SHORT):
        work(text)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=60, help="documents to time of some 15 kB (default 60)")
    parser.add_argument("--no-memory", action="store_true", help="leave out memory, which takes longest")
    parser.add_argument("--peak-of", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.peak_of:
        print(read_all(args.peak_of))
        return
    few, many = (0.0, 0.0) if args.no_memory else (peak(200), peak(2000))
    texts = list(documents(args.documents + 1))
    whole, scan = speed(extractor(), texts), speed(scanner(), texts)
    rows = [("extraction", f"{whole:.2f} MB/s"), ("tokens and sentences only", f"{scan:.2f} MB/s"),
            ("ratio", f"{scan / whole:.1f}")]
    if not args.no_memory:
        rows += [("peak memory, 200 documents", f"{few:.0f} MB"), ("peak memory, 2,000 documents", f"{many:.0f} MB")]
    for name, value in rows:
        print(f"{name:30}{value:>12}")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
