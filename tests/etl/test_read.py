"""How a file becomes a source, and which files are refused before they cost anything."""
from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from etl.errors import REASONS, DocumentRejected, Rejection
from etl.formats.content import Limits
from etl.intake.discover import input_at
from etl.intake.read import read_source


def rejection_of(path: Path, **options: int) -> Rejection:
    """Return why `path` is rejected."""
    with pytest.raises(DocumentRejected) as rejected:
        read_source(input_at(path), Limits(**options))
    return rejected.value.rejection


def test_a_source_has_the_text_with_plain_line_ends_and_the_hash_of_the_bytes(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbfone\r\ntwo\rthree\n"
    path = tmp_path / "note.txt"
    path.write_bytes(raw)
    source = read_source(input_at(path))
    assert source.text == "one\ntwo\nthree\n"
    assert source.sha256 == hashlib.sha256(raw).hexdigest()
    assert (source.uri, source.media_type) == (path.as_posix(), "text/plain")


def test_markdown_keeps_its_media_type(tmp_path: Path) -> None:
    path = tmp_path / "NOTE.MD"
    path.write_text("# Title")
    assert read_source(input_at(path)).media_type == "text/markdown"


@pytest.mark.parametrize(("raw", "reason"), [
    (b"", "empty"), (b" \r\n\t", "empty"), (b"\x00\x01", "binary"), (b"\x89PNG", "unsupported"), (b"\x81\x8d", "encoding")])
def test_unreadable_content_is_rejected_with_a_word_and_the_uri(tmp_path: Path, raw: bytes, reason: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(raw)
    rejection = rejection_of(path)
    assert (rejection.uri, rejection.reason) == (path.as_posix(), reason)
    assert rejection.reason in REASONS


def test_a_rejected_content_is_known_by_its_hash(tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(b"\x00\x01")
    assert rejection_of(path).sha256 == hashlib.sha256(b"\x00\x01").hexdigest()


def test_a_file_over_the_limit_is_rejected_by_its_size_and_never_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.txt"
    path.touch()
    os.truncate(path, 200_000_000)
    monkeypatch.setattr("builtins.open", lambda *_args, **_options: pytest.fail("the file was opened"))
    rejection = rejection_of(path)
    assert rejection.reason == "too_large"
    assert "200.0 MB" in rejection.detail
    assert "20.0 MB" in rejection.detail


def test_the_limit_can_be_set_and_is_inclusive(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("12345")
    assert read_source(input_at(path), Limits(bytes=5)).text == "12345"
    assert rejection_of(path, bytes=4).reason == "too_large"


def test_a_pipe_without_writer_does_not_hold_up_the_run(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    assert rejection_of(path).reason == "not_a_file"


@pytest.mark.parametrize("name", ["/dev/zero", "."])
def test_devices_and_folders_are_no_documents(name: str) -> None:
    assert rejection_of(Path(name)).reason == "not_a_file"


def test_a_missing_file_is_told_from_an_unreadable_one(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    assert rejection_of(tmp_path / "absent.txt").reason == "missing"
    assert rejection_of(loop).reason == "unreadable"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("secret")
    path.chmod(0)
    assert rejection_of(path).reason == "unreadable"
