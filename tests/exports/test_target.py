"""An export is there whole or not at all, and what was there is replaced only where that was asked for."""
from __future__ import annotations

import os
import resource
from pathlib import Path

import pytest

from exports.errors import ExportError, TargetTaken
from exports.exchange import exchange
from exports.target import DESCRIPTOR, whole_file, whole_folder


def fill(folder: Path, text: str) -> None:
    """Put a description into a folder."""
    (folder / DESCRIPTOR).write_text(text)


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "out.ftm"
    with whole_file(target) as file:
        file.write(b"half")
        file.flush()
        assert not target.exists()
        file.write(b" and half")
    assert target.read_bytes() == b"half and half"
    assert os.listdir(tmp_path) == ["out.ftm"]


def test_what_is_no_ordinary_file_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(TargetTaken, match="is no file"), whole_file(pipe, force=True):
        pass
    assert pipe.is_fifo() and os.listdir(tmp_path) == ["pipe"]


def test_a_folder_appears_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "out"
    with whole_folder(target) as folder:
        fill(folder, "{}")
        assert not target.exists()
    assert os.listdir(target) == [DESCRIPTOR] and os.listdir(tmp_path) == ["out"]


def test_what_fails_leaves_nothing(tmp_path: Path) -> None:
    for whole in (whole_file, whole_folder):
        with pytest.raises(ZeroDivisionError), whole(tmp_path / "out"):
            raise ZeroDivisionError
    assert os.listdir(tmp_path) == []


def test_what_is_there_is_kept_unless_it_may_be_replaced(tmp_path: Path) -> None:
    file, folder = tmp_path / "file", tmp_path / "folder"
    file.write_text("old")
    folder.mkdir()
    fill(folder, "old")
    with pytest.raises(TargetTaken, match="file is there already; .*--force"), whole_file(file):
        pass
    with pytest.raises(TargetTaken, match="folder is there already; .*--force"), whole_folder(folder):
        pass
    assert (file.read_text(), (folder / DESCRIPTOR).read_text()) == ("old", "old")
    with whole_file(file, force=True) as out:
        out.write(b"new")
        assert file.read_text() == "old"
    with whole_folder(folder, force=True) as new:
        fill(new, "new")
        assert (folder / DESCRIPTOR).read_text() == "old"
    assert (file.read_text(), (folder / DESCRIPTOR).read_text()) == ("new", "new")
    assert sorted(os.listdir(tmp_path)) == ["file", "folder"]


def test_a_replacement_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    with whole_folder(tmp_path / "out") as folder:
        fill(folder, "old")
    with pytest.raises(ZeroDivisionError), whole_folder(tmp_path / "out", force=True):
        raise ZeroDivisionError
    assert (tmp_path / "out" / DESCRIPTOR).read_text() == "old"


def test_a_folder_that_is_no_export_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letters.txt").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "home")
    for name in ("home", "link"):
        with pytest.raises(TargetTaken, match="so it is not replaced"), whole_folder(tmp_path / name, force=True):
            pass
    with pytest.raises(TargetTaken, match="is there and is no file"), whole_file(tmp_path / "home", force=True):
        pass
    assert (tmp_path / "home" / "letters.txt").read_text() == "mine"


def test_a_device_is_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(TargetTaken, match="pipe is there and is no file"), whole_file(tmp_path / "pipe", force=True):
        pass
    assert (tmp_path / "pipe").is_fifo()


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with whole_folder(tmp_path / "out") as folder:
        fill(folder, "{}")
    assert os.listdir(tmp_path / "out") == [DESCRIPTOR]


def test_a_folder_that_is_missing_or_a_disk_that_is_full_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="There is no folder .*nowhere; make it"), whole_file(tmp_path / "nowhere" / "out"):
        pass
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
        with pytest.raises(ExportError, match=r"cannot be written \(File too large\)"), whole_file(tmp_path / "out") as file:
            file.write(bytes(1_000_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert os.listdir(tmp_path) == []


def test_folders_change_places_where_the_system_cannot_do_so_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exports.exchange._exchange_at_once", lambda one, other: False)
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        fill(tmp_path / name, name)
    exchange(tmp_path / "one", tmp_path / "other")
    assert [(tmp_path / name / DESCRIPTOR).read_text() for name in ("one", "other")] == ["other", "one"]
    assert sorted(os.listdir(tmp_path)) == ["one", "other"]
