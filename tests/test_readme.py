"""What the README says is so: its commands work and their output is what it shows."""
from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.readme import README, ROOT, examples, rewritten, run

TEXT = README.read_text(encoding="utf-8")
EXAMPLES = list(examples(TEXT))


def test_the_output_shown_is_what_the_commands_write(clone: Path) -> None:
    assert rewritten(TEXT, clone) == TEXT, "run `make docs`"


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.command.split("\n")[0] for example in EXAMPLES])
def test_every_command_works(example: object, clone: Path) -> None:
    program, *words = example.words
    if program == "make":
        targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
        assert set(words) <= set(targets)
    else:
        assert program == ".venv/bin/rapporteur"
        assert run(example, clone)


def test_the_python_example_works(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(clone)
    names: dict[str, list[object]] = {}
    exec(code, names)
    assert names["meetings"]


def test_every_link_to_a_file_leads_somewhere() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", TEXT) if "://" not in link]
    assert links
    assert [link for link in links if not os.path.exists(ROOT / link)] == []


def test_the_folders_of_the_table_are_there() -> None:
    folders = re.findall(r"^\| `([a-z/]+/)` \|", TEXT, re.MULTILINE)
    assert len(folders) >= 6
    assert [folder for folder in folders if not (ROOT / folder).is_dir()] == []
