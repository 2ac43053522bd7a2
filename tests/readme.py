"""Run the commands of the README, and write their output into it: `python -m tests.readme`.

A block marked `console` holds commands after `$ `, which may go on until their quotes are closed, each followed by its output.
"""
from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PROGRAM = Path(sys.executable).with_name("rapporteur")
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """A command as it stands in the README, and the output shown there."""

    command: str
    output: str

    @property
    def words(self) -> list[str]:
        """The command as a shell would split it."""
        return shlex.split(self.command)


def examples(text: str) -> Iterator[Example]:
    """Yield the commands of all console blocks."""
    for block in BLOCK.findall(text):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            lines = part.splitlines(keepends=True)
            length = next(n for n in range(1, len(lines) + 1) if _is_whole("".join(lines[:n])))
            yield Example("".join(lines[:length]), "".join(lines[length:]))


def _is_whole(command: str) -> bool:
    try:
        shlex.split(command)
    except ValueError:
        return False
    return True


def prepare(folder: Path) -> None:
    """Make `folder` look like a clone after `make run`, with a folder of the reader's own bulletins."""
    (folder / "seeds").symlink_to(ROOT / "seeds")
    run(Example("rapporteur ingest seeds/bulletins", ""), folder)
    (folder / "my-bulletins").mkdir()
    shutil.copy(ROOT / "seeds" / "bulletins" / "1986-10-reykjavik.txt", folder / "my-bulletins")


def run(example: Example, folder: Path) -> str:
    """Run a command of ours in `folder` and return what it wrote to stdout; raises CalledProcessError where it fails."""
    done = subprocess.run([PROGRAM, *example.words[1:]], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


def rewritten(text: str, folder: Path) -> str:
    """Return the README with the output of its SQL brought up to date."""
    for example in examples(text):
        if example.words[:2] == [".venv/bin/rapporteur", "sql"] and "duckdb_tables" not in example.command:
            text = text.replace(example.command + example.output, example.command + run(example, folder))
    return text


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        prepare(Path(scratch))
        README.write_text(rewritten(README.read_text(encoding="utf-8"), Path(scratch)), encoding="utf-8")
