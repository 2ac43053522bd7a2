"""What a reader in a process of its own survives: crashes, endless loops, and greed for memory."""
from __future__ import annotations

import os
import resource
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from etl.formats import readers
from etl.formats.content import Content, Limits, Unreadable
from etl.intake.guard import Guard

LIMITS = Limits(seconds=20, memory=700_000_000)


class Rogue:
    """Stands in for bytes: taking it out of the pipe runs `act` in the process that reads."""

    def __init__(self, act: str) -> None:
        self.act = act

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return _act, (self.act,)


def _act(act: str) -> bytes:
    if act == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if act == "stall":
        time.sleep(600)
    return b"Some words."


@pytest.fixture
def guard() -> Iterator[Guard]:
    """Return a guard that is stopped at the end."""
    guard = Guard(LIMITS)
    yield guard
    guard.stop()


def refusal(guard: Guard, raw: object, kind: str = "text") -> Unreadable:
    """Return why there is no content."""
    with pytest.raises(Unreadable) as refused:
        guard.content_of(raw, kind)
    return refused.value


def test_content_comes_through_as_it_is_read(guard: Guard) -> None:
    assert guard.content_of(b"Some words.\r\n", "text") == Content("Some words.\n")


def test_a_refusal_comes_through_with_its_reason(guard: Guard) -> None:
    refused = refusal(guard, b" ")
    assert (refused.reason, str(refused)) == ("empty", "holds nothing but white space")


def test_a_crash_costs_one_document_and_the_next_is_read(guard: Guard) -> None:
    assert refusal(guard, Rogue("crash")).reason == "damaged"
    assert guard.content_of(b"Some words.", "text").text == "Some words."


def test_a_document_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    guard = Guard(Limits(seconds=0.2))
    assert refusal(guard, Rogue("stall")).reason == "too_slow"
    patient = Guard(LIMITS)
    assert patient.content_of(b"Some words.", "text").text == "Some words."
    guard.stop()
    patient.stop()


def test_a_document_that_takes_too_much_memory_is_refused() -> None:
    # Each line costs the reader a string of its own, twenty times what its bytes take.
    greedy = Guard(Limits(memory=400_000_000, text=10**9))
    assert refusal(greedy, b"ab\n" * 6_000_000).reason == "too_large"
    assert greedy.content_of(b"Some words.", "text").text == "Some words."
    greedy.stop()


def test_an_unknown_fault_of_a_reader_is_damage_of_the_document(guard: Guard) -> None:
    assert "KeyError" in str(refusal(guard, b"x", "no such format"))
    assert "no such format" not in readers.READERS


@pytest.mark.parametrize("program", ("raise SystemExit('run a second time')\n", None))
def test_the_program_that_calls_is_not_run_again(program: str | None, guard: Guard, tmp_path: Path,
                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    # As Streamlit leaves it: a module of that name, made of a file that may be gone by now.
    main = ModuleType("__main__")
    main.__file__ = str(tmp_path / "page.py")
    if program is not None:
        Path(main.__file__).write_text(program, encoding="ascii")
    monkeypatch.setitem(sys.modules, "__main__", main)
    assert guard.content_of(b"Some words.", "text").text == "Some words."


_kept: list[bytes] = []


def _keep(megabytes: int, held: int) -> int:
    """Take memory in the process that answers, of which some is never given back."""
    _kept.append(bytes(held * 1_000_000))
    return len(bytes(megabytes * 1_000_000)) // 1_000_000


def test_what_one_document_left_behind_does_not_count_against_the_next() -> None:
    guard = Guard(Limits(memory=700_000_000))
    assert guard.ask(_keep, 1, 400) == 1
    assert guard.ask(_keep, 400, 1) == 400
    guard.stop()


def test_an_orphan_does_not_compute_for_ever(guard: Guard) -> None:
    soft, _ = guard.ask(resource.getrlimit, resource.RLIMIT_CPU)
    assert 0 < soft < 600
