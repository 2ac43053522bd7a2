"""Write the reference of the command line: `python -m rapporteur.reference` puts what `--help` says into docs/commands.md."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import typer

from rapporteur.cli import app

TARGET = Path(__file__).parent.parent / "docs" / "commands.md"
WIDTH = 120
OPENING = """# Commands

What `--help` says of each command, written by `python -m rapporteur.reference`; do not edit. Data goes to stdout, narration to stderr.
"""


def reference() -> str:
    """Return the help of every command as Markdown."""
    return "\n".join([OPENING, *_helps(typer.main.get_command(app), "rapporteur")])


def _helps(command: object, name: str, parent: object = None) -> Iterator[str]:
    """Yield the help of a command and of those below it."""
    context = command.context_class(command, info_name=name, parent=parent, terminal_width=WIDTH)
    yield f"## {context.command_path}\n\n```text\n{command.get_help(context).strip()}\n```\n"
    for below, inner in sorted(getattr(command, "commands", {}).items()):
        yield from _helps(inner, below, context)


if __name__ == "__main__":
    TARGET.write_text(reference(), encoding="utf-8")
