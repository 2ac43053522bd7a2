"""A folder under watch: what has come to rest is taken in, once, and again where a run broke off."""
from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest

from flows.watch import LONGEST, MANY, PAUSE, Watch, files_of, watch


class Server:
    """Runs that end as the test says."""

    def __init__(self) -> None:
        self.started: list[tuple[str, list[str]]] = []
        self.end: bool | None = None
        self.is_away = False

    def start(self, name: str, sources: list[str]) -> str:
        if self.is_away:
            raise ConnectionError("nobody answers")
        self.started.append((name, sources))
        return str(len(self.started))

    def ended(self, run: str) -> bool | None:
        assert run == str(len(self.started))
        return self.end


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def watched(inbox: Path, server: Server) -> Watch:
    return Watch(inbox, (), server, lambda _: None)


def put(path: Path, text: str, *, at: int) -> str:
    """Write a file as if at a moment, and return its path."""
    path.write_text(text, encoding="utf-8")
    os.utime(path, (at, at))
    return str(path)


def test_a_file_is_taken_once_it_has_come_to_rest(watched: Watch, server: Server, inbox: Path) -> None:
    note = put(inbox / "note.txt", "Half", at=1)
    watched.look()
    put(inbox / "note.txt", "Half and half", at=2)
    watched.look()
    assert server.started == []
    watched.look()
    assert server.started == [("watch inbox: note.txt", [note])]


def test_what_was_taken_is_not_taken_again_unless_it_changes(watched: Watch, server: Server, inbox: Path) -> None:
    note = put(inbox / "note.txt", "One", at=1)
    server.end = True
    for _ in range(5):
        watched.look()
    assert len(server.started) == 1
    put(inbox / "note.txt", "Two", at=2)
    for _ in range(3):
        watched.look()
    assert server.started[1:] == [("watch inbox: note.txt", [note])]


def test_a_file_that_comes_while_a_run_is_under_way_waits_for_it(watched: Watch, server: Server, inbox: Path) -> None:
    put(inbox / "a.txt", "A", at=1)
    watched.look()
    watched.look()
    second = put(inbox / "b.txt", "B", at=1)
    for _ in range(3):
        watched.look()
    assert len(server.started) == 1
    server.end = True
    watched.look()
    assert server.started[1] == ("watch inbox: b.txt", [second])


def test_a_run_that_broke_off_is_started_again_with_longer_pauses(watched: Watch, server: Server, inbox: Path) -> None:
    put(inbox / "a.txt", "A", at=1)
    server.end = False
    for _ in range(4):
        watched.look()
    assert server.started == [server.started[0]] * 3
    assert watched.pause == PAUSE * 4
    for _ in range(20):
        watched.look()
    assert watched.pause == LONGEST
    server.end = True
    watched.look()
    assert watched.pause == PAUSE


def test_of_many_files_the_folder_is_named(watched: Watch, server: Server, inbox: Path) -> None:
    for number in range(MANY):
        put(inbox / f"{number}.txt", "A", at=1)
    watched.look()
    watched.look()
    assert server.started == [(f"watch inbox: 0.txt and {MANY - 1} more", [str(inbox)])]


def test_only_documents_are_watched(inbox: Path) -> None:
    put(inbox / ".note.txt.swp", "A", at=1)
    put(inbox / ".hidden.txt", "A", at=1)
    put(inbox / "picture.png", "A", at=1)
    note = put(inbox / "note.txt", "A", at=1)
    assert [str(path) for path in files_of(inbox, ())] == [note]


def test_a_server_that_is_away_is_told_once_and_asked_again(
        server: Server, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.watch.PAUSE", 0.01)
    put(inbox / "a.txt", "A", at=1)
    server.is_away, said, stop = True, [], Event()
    thread = Thread(target=watch, args=(inbox, ()), kwargs={"runs": server, "say": said.append, "stop": stop})
    thread.start()
    _wait_for(lambda: said)
    server.is_away = False
    _wait_for(lambda: server.started)
    stop.set()
    thread.join()
    assert [sentence.partition(": ")[2] for sentence in said] == [
        "no run could be started (ConnectionError: nobody answers); it is tried again."]


def _wait_for(is_so: Callable[[], object]) -> None:
    while not is_so():
        Event().wait(0.01)
