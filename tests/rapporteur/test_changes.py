"""What `rapporteur changes` writes, and how it ends."""
from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rapporteur.changes import Kind, write_changes
from tests.conftest import write_bulletins
from tests.rapporteur.conftest import Home, Run
from warehouse.changes import KINDS, Change, FieldChange


@pytest.fixture(scope="module")
def changed(seeded_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a warehouse of two runs, which tests only read; in the second one bulletin is new, and one tells of somebody else."""
    home = Home.made(tmp_path_factory.mktemp("changed"), seeded_template)
    bulletins = write_bulletins(home.folder)
    home.ingest(bulletins)
    note = bulletins / "note-4.txt"
    (bulletins / "note-7.txt").write_text(note.read_text().replace("May 4", "May 7"))
    note.write_text(note.read_text().replace("French President Emmanuel Macron", "Italian President Sergio Mattarella"))
    home.ingest(bulletins)
    return home.warehouse


def test_a_process_lists_what_appeared_changed_and_vanished(changed: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from rapporteur.cli import main; main()", "changes", "--since", "run-1", "--kind", "meeting"]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "RAPPORTEUR_WAREHOUSE": str(changed)})
    assert done.returncode == 0
    lines = [line.split("  [")[0] for line in done.stdout.splitlines()]
    assert lines == [
        "Meetings", "  appeared", "    2021-05-04: meeting of Sergio Mattarella, Angela Merkel, Berlin",
        "    2021-05-07: meeting of Emmanuel Macron, Angela Merkel, Berlin",
        "  vanished", "    2021-05-04: meeting of Emmanuel Macron, Angela Merkel, Berlin"]
    assert done.stderr.startswith("From run-1, which ended ")
    assert done.stderr.endswith(": 3 changes.\n")


def test_a_script_reads_both_moments_and_every_change(run: Run, changed: Path) -> None:
    ran = run("changes", "--since", "1", "--until", "run-2", "--kind", "person", "--kind", "person", "--json", "--warehouse", changed)
    told = json.loads(ran.out)
    assert (ran.status, told["since"]["run_id"], told["until"]["run_id"]) == (0, "run-1", "run-2")
    assert told["until"]["extractor_version"] and told["until"]["finished_at"]
    assert [(each["kind"], each["change"], each["label"], each["fields"]) for each in told["changes"]] == [
        ("person", "appeared", "Sergio Mattarella (President)", [])]


def test_nothing_is_written_where_nothing_changed(run: Run, changed: Path) -> None:
    ran = run("changes", "--since", "2", "--warehouse", changed)
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.endswith(": 0 changes.\n")


def test_everything_appeared_since_a_day_before_the_first_run(run: Run, changed: Path) -> None:
    told = json.loads(run("changes", "--since", "1999-01-01", "--json", "--warehouse", changed).out)
    assert told["since"] == {"run_id": None, "finished_at": None, "extractor_version": None}
    assert {each["change"] for each in told["changes"]} == {"appeared"}


@pytest.mark.parametrize(("options", "told"), [
    ((), "--since"),
    (("--since", "run-9"), "there is no run run-9"),
    (("--since", "noon"), "neither a run nor a day"),
    (("--since", "1", "--until", "9"), "there is no run 9"),
    (("--since", "2", "--until", "1"), "run-1 comes before run-2"),
    (("--since", "1", "--kind", "place"), "agreement"),
])
def test_what_cannot_be_asked_is_wrong_usage(run: Run, changed: Path, options: tuple[str, ...], told: str) -> None:
    ran = run("changes", *options, "--warehouse", changed)
    assert (ran.status, ran.out) == (2, "")
    assert told in " ".join(ran.err.split())


def test_no_warehouse_is_a_failure(run: Run) -> None:
    ran = run("changes", "--since", "1")
    assert (ran.status, "There is no warehouse" in ran.err) == (1, True)


def test_changes_are_written_under_their_kind_and_way() -> None:
    out = io.StringIO()
    write_changes([
        Change("person", "changed", "ada", "Ada", fields=(FieldChange("name", "Ada", "Ada L."), FieldChange("died_on", None, "1852"))),
        Change("person", "merged", "eve", "Eve", "ada", "Ada"),
        Change("meeting", "changed", "m-1", "A meeting\x1b[2J\nof two", fields=(FieldChange("place", "Rome", None),)),
    ], out)
    assert out.getvalue() == ("People\n  changed\n    Ada  [ada]\n      name: Ada → Ada L.\n      + died_on: 1852\n"
                              "  merged\n    Eve  [eve]\n      now: Ada  [ada]\n"
                              "Meetings\n  changed\n    A meeting [2J of two  [m-1]\n      - place: Rome\n")


def test_the_command_knows_all_kinds() -> None:
    assert tuple(Kind) == KINDS
