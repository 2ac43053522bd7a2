"""Worker processes do what they are asked, whatever program asks, and end with it."""
from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from etl.errors import StorageFailed, WorkerLost
from etl.workers import workers

ROOT = Path(__file__).parents[2]
UNGUARDED = """
import os, time
from etl.workers import workers

with workers(2) as submit:
    print(submit(os.getpid).result(), flush=True)
    submit(time.sleep, {}).result()
"""


def _fail() -> None:
    raise StorageFailed("There is no room.")


class Apart(Exception):
    """Is not made again from its message alone."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one}, {other}")


def _fail_apart() -> None:
    raise Apart("this", "that")


def _make_lock() -> object:
    return threading.Lock()


def unguarded(folder: Path, seconds: int) -> subprocess.Popen[str]:
    """Start a program that has its main part unguarded, and whose worker takes so many seconds."""
    program = folder / "program.py"
    program.write_text(UNGUARDED.format(seconds), encoding="ascii")
    return subprocess.Popen([sys.executable, program], env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE,
                            text=True)


def test_they_are_other_processes_and_say_what_a_function_returns_or_raises() -> None:
    with workers(2) as submit:
        assert submit(os.getpid).result() != os.getpid()
        with pytest.raises(StorageFailed, match="no room"):
            submit(_fail).result()
        assert submit(len, "four").result() == 4


@pytest.mark.parametrize(("task", "why"), [(_fail_apart, "this, that"), (_make_lock, "lock")])
def test_what_cannot_be_handed_over_says_so_and_costs_no_worker(task, why) -> None:
    with workers(1) as submit:
        with pytest.raises(Exception, match=why) as told:
            submit(task).result()
        assert not isinstance(told.value, WorkerLost)
        assert submit(len, "four").result() == 4


def test_one_that_the_system_ends_is_lost_and_says_what_to_do() -> None:
    with workers(1) as submit, pytest.raises(WorkerLost, match="--workers 1"):
        submit(os.kill, submit(os.getpid).result(), signal.SIGKILL).result()


def test_the_program_that_calls_is_not_run_again(tmp_path: Path) -> None:
    with unguarded(tmp_path, 0) as program:
        told, _ = program.communicate()
    assert program.returncode == 0
    assert len(told.splitlines()) == 1


def test_they_end_at_once_with_a_program_that_is_killed(tmp_path: Path) -> None:
    with unguarded(tmp_path, 600) as program:
        worker = int(program.stdout.readline())
        program.kill()
    for _ in range(600):
        if not is_running(worker):
            break
        time.sleep(0.1)
    assert not is_running(worker)


def is_running(process: int) -> bool:
    """Say whether a process is there and not merely waited for."""
    told = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False).stdout
    return told.strip()[:1] not in ("", "Z")
