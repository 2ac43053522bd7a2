"""Which files the named sources stand for."""
from __future__ import annotations

import os
from pathlib import Path

import pytest

from etl.errors import Rejection
from etl.formats.content import Limits
from etl.intake.discover import uri_of
from etl.intake.find import find
from etl.intake.inputs import Input, Intake
from etl.intake.originals import Originals
from etl.intake.sources import Asked
from etl.tables.mapping import TableMapping

Found = list[Input | Rejection]


def discover(sources: list[str], *, base: Path, tables: tuple[TableMapping, ...] = ()) -> Found:
    """Return the documents that the sources name, and why others yield none; nothing is asked of the web."""
    return list(find([Asked(source, base) for source in sources], Intake(Limits(), Originals(base), tables), None))


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """Return a folder with documents, things that are none, and folders below it."""
    for name in ("b.txt", "a.md", "c.TEXT", "gold.json", "log.log", ".hidden.txt", "deep/d.txt", "deep/er/e.txt", ".git/f.txt",
                 "only-json/x.json"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    (tmp_path / "empty").mkdir()
    return tmp_path


def names(found: Found, base: Path) -> list[str]:
    """Return the documents found, relative to `base`."""
    return [found.path.relative_to(base).as_posix() for found in found if isinstance(found, Input)]


def reasons(found: Found) -> list[str]:
    """Return the words of the rejections."""
    return [each.reason for each in found if isinstance(each, Rejection)]


def test_a_folder_stands_for_the_text_files_below_it_without_hidden_ones(base: Path) -> None:
    found = discover(["."], base=base)
    assert sorted(names(found, base)) == ["a.md", "b.txt", "c.TEXT", "deep/d.txt", "deep/er/e.txt"]
    assert reasons(found) == []


def test_a_named_file_is_always_a_document(base: Path) -> None:
    named = ["gold.json", ".hidden.txt", "absent.txt"]
    assert names(discover(named, base=base), base) == named


def test_one_file_by_several_names_is_one_document(base: Path) -> None:
    found = discover(["b.txt", str(base / "b.txt"), "deep/../b.txt", "./b.txt", "b*.txt"], base=base)
    assert names(found, base) == ["b.txt"]


@pytest.mark.parametrize(("pattern", "expected"), [
    ("*.txt", ["b.txt"]),
    ("*", ["a.md", "b.txt", "c.TEXT", "deep/d.txt", "deep/er/e.txt"]),
    ("**/*.txt", ["b.txt", "deep/d.txt", "deep/er/e.txt"]),
    ("*.log", ["log.log"]),
    ("dee[p]", ["deep/d.txt", "deep/er/e.txt"]),
])
def test_a_glob_stands_for_documents_or_for_what_its_ending_names(base: Path, pattern: str, expected: list[str]) -> None:
    assert names(discover([pattern], base=base), base) == expected


@pytest.mark.parametrize("source", ["empty", "only-json", "no-such-*.txt", "only-json/*", "**/*.doc"])
def test_a_source_without_documents_is_rejected(base: Path, source: str) -> None:
    found = discover([source, "b.txt"], base=base)
    assert reasons(found) == ["no_documents"]
    assert names(found, base) == ["b.txt"]


def test_the_reason_counts_the_files_left_alone(base: Path) -> None:
    (rejection,) = discover(["only-json"], base=base)
    assert "other files there (1)" in rejection.detail


def test_an_empty_name_is_rejected_and_not_taken_for_the_working_folder(base: Path) -> None:
    found = discover([""], base=base)
    assert reasons(found) == ["missing"]
    assert len(found) == 1


def test_tables_are_documents_in_a_folder_where_a_mapping_is_for_them(base: Path) -> None:
    (base / "visits.csv").touch()
    (base / "other.csv").touch()
    mapping = TableMapping(match="visits*", facts="visit", parties=[{"person": "who"}])
    assert "visits.csv" not in names(discover(["."], base=base), base)
    assert sorted(set(names(discover(["."], base=base, tables=(mapping,)), base)) - {"a.md", "b.txt", "c.TEXT", "deep/d.txt",
                                                                                     "deep/er/e.txt"}) == ["visits.csv"]


def test_a_loop_of_links_does_not_trap_the_walk(base: Path) -> None:
    (base / "deep" / "up").symlink_to(base / "deep")
    assert names(discover(["deep"], base=base), base) == ["deep/d.txt", "deep/er/e.txt"]


def test_a_file_with_a_wildcard_in_its_name_can_be_named(base: Path) -> None:
    (base / "what[1].txt").write_text("x")
    assert names(discover(["what[1].txt"], base=base), base) == ["what[1].txt"]


def test_a_name_that_is_no_text_becomes_a_uri_that_is(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    assert uri_of(path).endswith("/caf\\xe9.txt")
