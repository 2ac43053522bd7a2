"""How stores are listed and read: those of fsspec's own, and an S3 server where moto is installed."""
from __future__ import annotations

import ftplib
import os
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from etl.web.errors import Unreachable
from etl.web.policy import Politeness
from etl.web.remote import Stores
from tests.etl.web.conftest import Clock

WORDS = b"Baker met Aziz in Geneva."


@pytest.fixture
def stores(clock: Clock) -> Stores:
    """Stores that hold files of a thousand bytes at most."""
    return Stores(Politeness(bytes=1000), clock=clock)


@pytest.fixture
def memory() -> Iterator[fsspec.AbstractFileSystem]:
    """The memory file system, with some documents, emptied in the end."""
    system = fsspec.filesystem("memory")
    for path in ("/box/b.txt", "/box/a.txt", "/box/deep/er/c.html", "/box/.hidden", "/box/.git/d.txt", "/box/odd[1].txt"):
        system.pipe(path, WORDS)
    yield system
    system.rm("/box", recursive=True)


@pytest.mark.parametrize(("address", "names"), [
    ("memory://box", ["a.txt", "b.txt", "c.html", "odd[1].txt"]),
    ("memory://box/", ["a.txt", "b.txt", "c.html", "odd[1].txt"]),
    ("memory://box/a.txt", ["a.txt"]),
    ("memory://box/*.txt", ["a.txt", "b.txt", "odd[1].txt"]),
    ("memory://box/**/*.html", ["c.html"]),
    ("memory://box/odd[1].txt", ["odd[1].txt"]),
])
def test_an_address_stands_for_a_file_a_folder_or_what_a_glob_matches(
        memory: fsspec.AbstractFileSystem, stores: Stores, address: str, names: list[str]) -> None:
    found = stores.documents(address, limit=100)
    assert [document.name for document in found] == names
    assert {stores.read(document.address) for document in found} == {WORDS}
    assert {document.size for document in found} == {len(WORDS)}


def test_a_validator_stays_until_the_document_changes(memory: fsspec.AbstractFileSystem, stores: Stores) -> None:
    (first,) = stores.documents("memory://box/a.txt", limit=1)
    (again,) = stores.documents("memory://box/a.txt", limit=1)
    memory.pipe("/box/a.txt", WORDS + b" Again.")
    (changed,) = stores.documents("memory://box/a.txt", limit=1)
    assert first == again
    assert None is not first.validator != changed.validator


def test_more_documents_than_the_limit_are_refused(memory: fsspec.AbstractFileSystem, stores: Stores) -> None:
    for address in ("memory://box", "memory://box/*.txt"):
        with pytest.raises(Unreachable, match="over 2 documents") as refused:
            stores.documents(address, limit=2)
        assert refused.value.reason == "too_large"


def test_a_file_over_the_limit_is_not_read(memory: fsspec.AbstractFileSystem, stores: Stores) -> None:
    memory.pipe("/box/large.txt", bytes(1001))
    with pytest.raises(Unreachable, match="over the limit of 0.0 MB"):
        stores.read("memory://box/large.txt")


def test_a_file_that_is_larger_than_its_store_says_is_cut_at_the_limit(
        memory: fsspec.AbstractFileSystem, stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    memory.pipe("/box/large.txt", bytes(5000))
    with monkeypatch.context() as patched, pytest.raises(Unreachable, match="goes on, over the limit"):
        patched.setattr(type(memory), "info", lambda self, path, **given: {"name": path, "type": "file", "size": None})
        stores.read("memory://box/large.txt")


def test_a_store_that_drips_runs_into_the_deadline(memory: fsspec.AbstractFileSystem, stores: Stores, clock: Clock) -> None:
    clock.step = 1000
    with pytest.raises(Unreachable) as refused:
        stores.read("memory://box/a.txt")
    assert refused.value.reason == "too_slow"


@pytest.mark.parametrize(("address", "reason"), [
    ("memory://box/none.txt", "missing"), ("memory://nowhere", "missing"), ("memory://box/*.pdf", "no_documents"),
    ("zip::memory://box/a.zip", "unsupported"), ("memory://box/a.zip::file:///etc/passwd", "unsupported"),
    ("simplecache::memory://box", "unsupported"), ("reference://x", "unsupported"), ("github://a:b@c/", "unsupported"),
    ("box/a.txt", "unsupported"), ("gs://bucket/a.txt", "unsupported"),
])
def test_what_cannot_be_listed_says_why(memory: fsspec.AbstractFileSystem, stores: Stores, address: str, reason: str) -> None:
    with pytest.raises(Unreachable) as refused:
        stores.documents(address, limit=100)
    assert refused.value.reason == reason


def test_a_folder_is_not_read_as_a_file(memory: fsspec.AbstractFileSystem, stores: Stores) -> None:
    with pytest.raises(Unreachable) as refused:
        stores.read("memory://box")
    assert refused.value.reason == "not_a_file"


def test_a_protocol_whose_package_is_missing_says_what_to_install(stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*args: object, **given: object) -> None:
        raise ImportError("Install s3fs to access S3")

    monkeypatch.setattr(fsspec.core, "url_to_fs", missing)
    with pytest.raises(Unreachable) as refused:
        stores.documents("s3://bucket/a.txt", limit=1)
    assert str(refused.value) == 'needs a package that is not installed: pip install "rapporteur[s3]"'


def test_folders_of_this_machine_are_walked_without_their_links(tmp_path: Path, stores: Stores) -> None:
    (tmp_path / "a.txt").write_bytes(WORDS)
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    (found,) = stores.documents(tmp_path.as_uri(), limit=10)
    assert (found.uri, stores.read(found.address)) == ((tmp_path / "a.txt").as_uri(), WORDS)
    with pytest.raises(Unreachable) as refused:
        stores.read((tmp_path / "pipe").as_uri())
    assert refused.value.reason == "not_a_file"


def test_a_password_shows_in_no_failure(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **given: object) -> None:
        raise OSError("no such user at ftp://reader:hunter2@127.0.0.1/, nor s3cr3t")

    monkeypatch.setattr(ftplib.FTP, "connect", refuse)
    with pytest.raises(Unreachable) as refused:
        Stores(Politeness(), clock=clock, secrets=["s3cr3t"]).documents("ftp://reader:hunter2@127.0.0.1/box", limit=1)
    assert "no such user at ftp://127.0.0.1/, nor ***" in str(refused.value)
    assert refused.value.__cause__ is None


def test_a_bucket_of_a_real_s3_server_is_listed_and_read(clock: Clock, stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    server = pytest.importorskip("moto.server", reason="needs moto, which is not among the test requirements")
    running = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    running.start()
    try:
        host, port = running.get_host_and_port()
        for name, value in {"AWS_ENDPOINT_URL": f"http://{host}:{port}", "AWS_DEFAULT_REGION": "us-east-1",
                            "AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "s3cr3t"}.items():
            monkeypatch.setenv(name, value)
        system = fsspec.filesystem("s3", skip_instance_cache=True)
        system.mkdir("bulletins")
        for path in ("bulletins/2024/a.txt", "bulletins/2024/05/b.html", "bulletins/c.txt"):
            system.pipe(path, WORDS)
        system.touch("bulletins/2024/")
        found = stores.documents("s3://bulletins", limit=10)
        assert [document.uri for document in found] == [
            "s3://bulletins/2024/05/b.html", "s3://bulletins/2024/a.txt", "s3://bulletins/c.txt"]
        assert [document.name for document in stores.documents("s3://bulletins/*/*.txt", limit=10)] == ["a.txt"]
        assert stores.read(found[0].address) == WORDS
        system.pipe("bulletins/c.txt", WORDS + b" Again.")
        assert stores.documents("s3://bulletins/c.txt", limit=1)[0].validator != found[2].validator
        for address, reason in (("s3://bulletins/none.txt", "missing"), ("s3://nowhere/a.txt", "missing")):
            with pytest.raises(Unreachable) as refused:
                stores.read(address)
            assert refused.value.reason == reason
    finally:
        running.stop()
