"""Follow docs/tutorial.md, and write what its questions are answered into it: `python -m tests.tutorial`."""
from __future__ import annotations

import re
import tempfile
from pathlib import Path

from tests.readme import ROOT, examples, rewritten, run

TUTORIAL = ROOT / "docs" / "tutorial.md"
BULLETIN = re.compile(r"Save this as `(?P<path>[^`]+)`.*?^```text\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def prepare(text: str, folder: Path) -> None:
    """Save the bulletin of the tutorial and have it read, as it says."""
    bulletin = BULLETIN.search(text)
    saved = folder / bulletin["path"]
    saved.parent.mkdir()
    saved.write_text(bulletin["text"], encoding="utf-8")
    run(next(example for example in examples(text) if example.words[1] == "ingest"), folder)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        told = TUTORIAL.read_text(encoding="utf-8")
        prepare(told, Path(scratch))
        TUTORIAL.write_text(rewritten(told, Path(scratch)), encoding="utf-8")
