"""The name that readers open leads from one whole snapshot to the next, and nothing that is open is taken away."""
from __future__ import annotations

import os
from pathlib import Path

import pytest

from warehouse.errors import WarehouseError
from warehouse.shelf import Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Return an empty shelf."""
    return Shelf.beside(tmp_path / "rapporteur.duckdb")


def put(shelf: Shelf, content: str) -> Path:
    """Publish a file of this content."""
    draft = shelf.draft()
    draft.write_text(content)
    return shelf.put(draft)


def test_the_name_leads_to_what_was_put_last(shelf: Shelf, tmp_path: Path) -> None:
    assert shelf.current() is None
    first, second = put(shelf, "one"), put(shelf, "two")
    assert shelf.link == tmp_path / "rapporteur.published.duckdb"
    assert shelf.link.read_text() == "two"
    assert shelf.current() == second
    assert shelf.snapshots() == [second, first]
    assert [path.name for path in (first, second)] == [f"rapporteur.published-00000{number}.duckdb" for number in (1, 2)]


def test_a_folder_that_is_moved_keeps_its_link(shelf: Shelf, tmp_path: Path) -> None:
    put(shelf, "one")
    moved = tmp_path.with_name(f"{tmp_path.name}-moved")
    os.rename(tmp_path, moved)
    assert (moved / shelf.link.name).read_text() == "one"


def test_a_snapshot_is_for_reading_only(shelf: Shelf) -> None:
    assert put(shelf, "one").stat().st_mode & 0o777 == 0o444


def test_the_newest_are_kept_and_who_reads_an_old_one_goes_on(shelf: Shelf) -> None:
    put(shelf, "one")
    with shelf.link.open() as reading:
        files = [put(shelf, content) for content in ("two", "three", "four")]
        gone = shelf.prune(keep=2)
        assert reading.read() == "one"
    assert shelf.snapshots() == [files[2], files[1]]
    assert len(gone) == 2


def test_the_one_that_holds_is_never_removed(shelf: Shelf) -> None:
    first = put(shelf, "one")
    put(shelf, "two")
    shelf._lead_to(first)
    assert shelf.prune(keep=1) == []
    assert shelf.link.read_text() == "one"


def test_numbers_go_on_beyond_six_digits(shelf: Shelf) -> None:
    put(shelf, "one").rename(shelf.folder / "rapporteur.published-999999.duckdb")
    assert put(shelf, "two").name == "rapporteur.published-1000000.duckdb"
    assert shelf.snapshots()[0].name == "rapporteur.published-1000000.duckdb"


def test_what_a_killed_publisher_left_is_removed(shelf: Shelf) -> None:
    put(shelf, "one")
    shelf.draft().write_text("half")
    (shelf.folder / ".link").symlink_to("nowhere")
    (shelf.folder / ".spill").mkdir()
    second = put(shelf, "two")
    assert sorted(path.name for path in shelf.folder.iterdir()) == ["rapporteur.published-000001.duckdb", second.name]


def test_a_file_that_is_no_link_is_left_alone(shelf: Shelf) -> None:
    shelf.link.write_text("somebody's own")
    with pytest.raises(WarehouseError, match="is no link to a snapshot"):
        shelf.draft()
    assert shelf.link.read_text() == "somebody's own"
