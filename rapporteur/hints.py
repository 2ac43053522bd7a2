"""What to try next, as commands that work where they are printed."""
from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path

from rapporteur.console import narrate
from rapporteur.options import DEFAULT_WAREHOUSE

WHO_MET = ("SELECT person_a, person_b, meetings, first_met, last_met FROM reporting.who_met_whom "
           "ORDER BY meetings DESC, person_a, person_b LIMIT 10")
PROOF = ("SELECT meetings.start_date, evidence.quote FROM reporting.meetings "
         "JOIN reporting.evidence ON fact_id = meeting_id ORDER BY start_date, char_start LIMIT 5")


def next_steps(warehouse: Path, document: Path | None) -> list[tuple[str, str]]:
    """Return three questions and the commands that answer them; `document` is a file to explain, where one is at hand."""
    program = _program()
    option = "" if warehouse == DEFAULT_WAREHOUSE else f" --warehouse {shlex.quote(str(warehouse))}"
    last = ("Is the data sound?", f"{program} check{option}")
    if document is not None:
        last = ("What did each stage make of a document?", f"{program} explain {shlex.quote(_short(document))}")
    return [
        ("Who met whom most often?", f'{program} sql{option} "{WHO_MET}"'),
        ("Which words say so?", f'{program} sql{option} "{PROOF}"'),
        last,
    ]


def narrate_hints(warehouse: Path, document: Path | None) -> None:
    """Write three things to try next to stderr."""
    narrate("\nThree things to try next:")
    for number, (question, command) in enumerate(next_steps(warehouse, document), start=1):
        narrate(f"  {number}. {question}\n     {command}")


def _program() -> str:
    """Return how this program was called, or its bare name where the shell finds the same one by it."""
    found = shutil.which("rapporteur")
    if "/" not in sys.argv[0] or (found is not None and os.path.realpath(found) == os.path.realpath(sys.argv[0])):
        return "rapporteur"
    return shlex.quote(_short(Path(sys.argv[0])))


def _short(path: Path) -> str:
    """Return a path from the working folder where it lies below it."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
