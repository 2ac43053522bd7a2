"""Measure what the worst inputs cost: each is ingested by a process of its own into a new warehouse. How to run it: README.md.

Peak memory is that of the process plus the largest that it started, which is more than both ever held at once. It is read
from /proc, so this runs on Linux only: what `getrusage` says of a new process includes that of its parent.
"""
from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LIMIT = 512
MEGABYTE = 1_000_000
BY_HAND = ("brackets.txt", "elements.html", "nested.html", "parts.eml", "separators.mbox", "bombs.zip", "nested.zip", "overlapping.zip",
           "runs.docx", "blanks.docx", "bomb.xlsx", "pages.pdf", "words.pdf", "stream.pdf", "lines.pdf", "form.pdf", "keys.jsonl", "wide.csv",
           "repeated.parquet", "rows.parquet", "items.xml")
"""The worst of tests/etl/hostile/bombs.py."""


def main() -> None:
    """Print the table, or with a file, what that one costs."""
    sys.path.insert(0, str(ROOT))
    if len(sys.argv) == 3:
        _ingest(Path(sys.argv[1]), Path(sys.argv[2]))
        return
    from tests.etl.hostile.bombs import bombs

    inputs = {name: raw for name, raw in bombs() if name in BY_HAND} | dict(_large())
    print(f"{'input':22}{'MB':>6}{'seconds':>9}{'process':>9}{'child':>7}{'sum':>7}   outcome")
    for name, raw in inputs.items():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, name)
            path.write_bytes(raw)
            done = subprocess.run([sys.executable, __file__, str(path), str(Path(folder, "store"))], capture_output=True, text=True,
                                  check=False)
        if done.returncode:
            print(f"{name:22}{len(raw) / MEGABYTE:6.1f}   {done.stderr.strip().splitlines()[-1]}")
            continue
        told = json.loads(done.stdout)
        both = told["process"] + told["child"]
        over = "  OVER" if both > LIMIT else ""
        print(f"{name:22}{len(raw) / MEGABYTE:6.1f}{told['seconds']:9.1f}{told['process']:9.0f}{told['child']:7.0f}{both:7.0f}   "
              f"{told['outcome']}{over}", flush=True)


def _large() -> Iterator[tuple[str, bytes]]:
    """Yield inputs that are large within the limits: prose, one sentence told again and again, names without end, rows."""
    files = sorted((ROOT / "seeds" / "bulletins").glob("*.txt")) + sorted((ROOT / "tests" / "corpus").glob("*.txt"))
    paragraphs = [p for file in files for p in file.read_text(encoding="utf-8").split("\n\n")]
    draw = random.Random(1)

    def word(length: int) -> str:
        return "".join(draw.choice("aeioubdfgklmnprst") for _ in range(length))

    def filled(size: int, made) -> bytes:
        out, length = [], 0
        while length < size:
            out.append(made())
            length += len(out[-1]) + 2
        return "\n\n".join(out).encode()

    yield "prose.txt", filled(4_800_000, lambda: draw.choice(paragraphs))
    yield "one-pair.txt", filled(2_000_000, lambda: f"Angela Merkel met French President Emmanuel Macron on {word(5)} {word(7)}.")
    yield "names.txt", filled(2_000_000, lambda: f"Mr. {word(5).title()} {word(7).title()} met Emmanuel Macron in {word(6).title()}.")
    yield "line-of-20-mb.txt", b"a" * 19_900_000
    yield "lines-of-20-mb.txt", b"ab\n" * 6_600_000
    yield "page-of-20-mb.html", b"<html><body>" + b"<p>Ada met Bo.</p>" * 1_100_000
    yield "rows.jsonl", b"\n".join(json.dumps({"who": f"{word(5)} {word(7)}", "from": "2021-05-04"}).encode() for _ in range(20_000))
    yield "mails.mbox", b"".join(b"From a@example.org Fri May  7 10:00:00 2021\nFrom: a@example.org\nSubject: %d\n\n%s\n\n" % (
        i, b"Ada met Bo in Berlin. " * 90) for i in range(9_000))


def _ingest(path: Path, store: Path) -> None:
    """Ingest one file and print what it took."""
    from datetime import datetime

    from etl.pipeline import Request, ingest
    from etl.settings import Configuration
    from seeds import SEEDS

    tables = {"all": {"match": ["*"], "facts": "visit", "start": "from", "parties": [{"person": "who"}]}}
    request = Request(sources=(str(path),), base=path.parent, warehouse=store / "warehouse.duckdb", seeds=SEEDS,
                      configuration=Configuration.model_validate({"tables": tables}))
    children: list[float] = [0]
    threading.Thread(target=_watch, args=(children,), daemon=True).start()
    begun = time.monotonic()
    tally = ingest(request, clock=lambda: datetime(2026, 1, 2)).tally
    seconds = time.monotonic() - begun
    rejected = f"{len(tally.rejected)} rejected: {tally.rejected[0].reason}" if tally.rejected else ""
    outcome = ", ".join(filter(None, (f"{len(tally.loaded)} loaded" if tally.loaded else "", rejected)))
    print(json.dumps({"seconds": seconds, "process": _peak(os.getpid()), "child": max(children), "outcome": outcome}))


def _watch(peaks: list[float]) -> None:
    while True:
        # What ends while it is looked at is looked for again.
        with suppress(OSError, StopIteration):
            for children in Path("/proc/self/task").glob("*/children"):
                peaks += [_peak(int(child)) for child in children.read_text(encoding="ascii").split()]
        time.sleep(0.02)


def _peak(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) * 1024 / MEGABYTE


if __name__ == "__main__":
    main()
