"""The whole way in against inputs that are broken or made to do harm: one run, in a process of its own, as a user starts it."""
from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from etl.errors import REASONS
from tests.conftest import BULLETIN
from tests.etl.hostile.bombs import bombs
from tests.etl.hostile.good import good_files
from tests.etl.hostile.mutants import mutants

GOOD = [f"{'amz'[i]}-good-{day}.txt" for i, day in enumerate((4, 5, 6))]
"""The neighbours, by names that stand before, among and after the others."""
CONFIGURATION = """
[limits]
seconds = 10

[tables.visits]
match = ["*.csv", "*.jsonl", "*.xlsx", "*.parquet"]
facts = "visit"
start = "from"
country = "country"
place = "city"
text = "remarks"

[[tables.visits.parties]]
person = "who"
side = "visitor"
"""
COMMAND = "from rapporteur.cli import main; main()"
EVERYTHING = ["--workers", "2", "--quiet", "--json", "--config", "rapporteur.toml", "--warehouse", "store/warehouse.duckdb", "folder",
              "folder/*.xml"]


@dataclass(frozen=True)
class Run:
    """What a run reported, its exit status, and the processes of it that were still there a moment after its end."""

    report: dict
    status: int
    errors: str
    left: list[str]


@dataclass(frozen=True)
class Place:
    """A folder of inputs, and everything beside it where a run could write."""

    base: Path
    inputs: dict[str, bytes]
    first: Run
    second: Run
    before: dict[str, int]


def run(base: Path) -> Run:
    """Ingest the folder with the command, in a session of its own."""
    env = os.environ | {name: str(base / name.lower()) for name in ("HOME", "TMPDIR")} | {"PYTHONPATH": str(Path(__file__).parents[2])}
    process = subprocess.Popen([sys.executable, "-c", COMMAND, "--debug", "ingest", *EVERYTHING], cwd=base, env=env, text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    out, errors = process.communicate(timeout=1200)
    time.sleep(0.5)
    left = list(_of_group(process.pid))
    if left:
        os.killpg(process.pid, signal.SIGKILL)
    return Run(json.loads(out or "{}"), process.returncode, errors, left)


def _of_group(group: int) -> Iterator[str]:
    """Yield the commands of the processes of a group."""
    table = subprocess.run(["ps", "-eo", "pgid=,stat=,args="], capture_output=True, text=True, check=True).stdout
    for line in table.splitlines():
        pgid, state, command = line.split(None, 2)
        if int(pgid) == group and not state.startswith("Z"):
            yield command


def files(base: Path) -> dict[str, int]:
    """Return every file below a folder with its size."""
    return {str(path.relative_to(base)): path.lstat().st_size for path in base.rglob("*") if not path.is_dir()}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return what two runs over all inputs have left."""
    base = tmp_path_factory.mktemp("hostile") / "deep" / "enough"
    folder = base / "folder"
    for name in ("home", "tmpdir", "folder", "store"):
        (base / name).mkdir(parents=True)
    (base / "rapporteur.toml").write_text(CONFIGURATION)
    inputs = {f"k-{name}": raw for name, raw in (*bombs(), *mutants())} | {f"b-good{e}": raw for e, raw in good_files().items()}
    inputs[os.fsdecode(b"k-\xff\xed\xa0\x80.txt")] = b"\x00"
    inputs["k-\u202etxt.exe.txt"] = b"\x00"
    inputs["k-a\nb.txt"] = b"\x00"
    for name, raw in inputs.items():
        (folder / name).write_bytes(raw)
    for name, day in zip(GOOD, (4, 5, 6), strict=True):
        (folder / name).write_text(BULLETIN.format(day=day), encoding="utf-8")
    before = files(base.parents[1])
    return Place(base, inputs, run(base), run(base), before)


def of_no_use(rejections: list[dict]) -> list[dict]:
    """Return those that name no known reason, say it in several lines or at length, or do not say what to do where there is something."""
    return [r for r in rejections if r["reason"] not in REASONS or len(r["detail"].splitlines()) != 1 or len(r["detail"]) > 310
            or not ("; " in r["detail"] or r["reason"] in ("empty", "no_text"))]


def test_there_are_more_than_two_hundred_inputs(place: Place) -> None:
    assert len(place.inputs) > 400


def test_the_run_completes_and_its_neighbours_are_loaded(place: Place) -> None:
    assert place.first.status == 3, place.first.errors
    held = {Path(uri.partition("!/")[0]).name for uri in (*place.first.report["loaded"], *place.first.report["known"])}
    assert {*GOOD, *(f"b-good{ending}" for ending in good_files())} <= held


def test_every_input_is_loaded_or_rejected_with_a_reason_and_what_to_do(place: Place) -> None:
    report = place.first.report
    told = "\n".join([*report["loaded"], *report["replaced"], *report["known"], *(r["uri"] for r in report["rejected"])])
    assert [name for name in place.inputs if os.fsencode(name).decode("utf-8", "backslashreplace") not in told] == []
    assert of_no_use(report["rejected"]) == []


def test_no_fault_of_the_rules_is_among_the_reasons(place: Place) -> None:
    faults = ("extraction_failed", "inconsistent")
    assert [r for r in place.first.report["rejected"] if r["reason"] in faults] == []


def test_the_error_checks_find_nothing(place: Place) -> None:
    assert [check for check in place.first.report["failed_checks"] if check["severity"] == "error"] == []


def test_nothing_is_written_but_the_warehouse_and_its_originals(place: Place) -> None:
    top = place.base.parents[1]
    written = {name for name, size in files(top).items() if place.before.get(name) != size}
    assert {name.split("store/", 1)[-1].split("/")[0] for name in written} <= {
        "warehouse.duckdb", "warehouse.duckdb.lock", "warehouse.originals", "warehouse.published.duckdb",
        "warehouse.published.snapshots"}
    assert all(name.startswith("deep/enough/store/") for name in written)
    assert not set(place.before) - set(files(top))


def test_no_process_is_left_behind(place: Place) -> None:
    assert (place.first.left, place.second.left) == ([], [])


def test_a_second_run_changes_nothing(place: Place) -> None:
    first, second = place.first.report, place.second.report
    assert second["loaded"] == second["replaced"] == []
    assert set(first["loaded"]) | set(first["known"]) <= set(second["known"])
    # The bytes of a table under the name of a text are a document, and known from then on under every name.
    assert {r["uri"] for r in second["rejected"]} <= {r["uri"] for r in first["rejected"]}
    assert second["summary"] == first["summary"]
