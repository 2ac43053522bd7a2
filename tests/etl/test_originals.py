"""The bytes of documents, kept once and handed out as they were."""
from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from etl.errors import OriginalLost, StorageFailed
from etl.intake.originals import Originals


def test_bytes_are_kept_once_under_their_hash(tmp_path: Path) -> None:
    originals = Originals.beside(tmp_path / "w.duckdb")
    raw = b"\x00 a bulletin"
    path = originals.keep(raw)
    assert originals.keep(raw) == path
    assert [found for found in (tmp_path / "w.originals").rglob("*") if found.is_file()] == [path]
    assert path.name == hashlib.sha256(raw).hexdigest()
    assert originals.read(path.name) == raw


def test_bytes_that_changed_on_the_disk_are_not_handed_out(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    path = originals.keep(b"a bulletin")
    path.write_bytes(b"a forgery.")
    with pytest.raises(OriginalLost, match="has changed"):
        originals.read(path.name)


def test_what_a_broken_write_left_is_written_again(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    path = originals.keep(b"a bulletin")
    path.write_bytes(b"a bul")
    assert originals.keep(b"a bulletin").read_bytes() == b"a bulletin"


def test_a_missing_original_says_how_to_get_it_back(tmp_path: Path) -> None:
    with pytest.raises(OriginalLost, match="restore .* from a backup"):
        Originals(tmp_path).read("0" * 64)


def test_what_a_killed_process_had_begun_is_swept_and_nothing_else(tmp_path: Path) -> None:
    originals = Originals(tmp_path / "w.originals")
    kept = originals.keep(b"whole")
    (kept.parent / ".begun").write_bytes(b"ha")
    originals.sweep()
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]


def test_a_folder_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "w.originals").write_text("in the way")
    with pytest.raises(StorageFailed, match=r"w\.originals cannot be written .*Not a directory.* run the same command again"):
        Originals(tmp_path / "w.originals").keep(b"words")
