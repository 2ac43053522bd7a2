"""Publishing, backing up, restoring and rebuilding, as somebody does them from the command line."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from etl.lock import hold_lock
from tests.rapporteur.conftest import Run
from warehouse.connection import open_reader, open_writer
from warehouse.shelf import Shelf

COUNT = "SELECT count(*) AS n FROM reporting.documents"


@pytest.fixture
def filled(run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the warehouse, which is the one that commands take."""
    monkeypatch.setenv("RAPPORTEUR_WAREHOUSE", str(filled))
    return filled


def lose_evidence(warehouse: Path) -> None:
    """Break what a check of severity error looks for."""
    with open_writer(warehouse) as connection:
        connection.execute("DELETE FROM main.evidence")


def test_a_run_is_published_and_says_so(run: Run, seeded: Path, bulletins: Path) -> None:
    ran = run("ingest", bulletins, "--warehouse", seeded)
    assert ran.status == 0
    assert f"published: {Shelf.beside(seeded).link} shows the state after run-1." in ran.err


def test_a_run_that_changes_nothing_is_not_published_again(run: Run, filled: Path, notes: Path) -> None:
    before = Shelf.beside(filled).current()
    ran = run("ingest", notes, "--json")
    assert (ran.status, json.loads(ran.out)["published"], Shelf.beside(filled).current()) == (0, None, before)
    (notes / "note-7.txt").write_text((notes / "note-6.txt").read_text().replace("6", "7"))
    ran = run("ingest", notes, "--json")
    assert json.loads(ran.out)["published"] == str(Shelf.beside(filled).current()) != str(before)


def test_a_run_whose_checks_fail_is_not_published_and_says_so(run: Run, filled: Path, notes: Path) -> None:
    before = Shelf.beside(filled).current()
    lose_evidence(filled)
    for command in (("ingest", notes), ("publish",)):
        ran = run(*command)
        assert ran.status == 4
        assert "not published, since checks of severity error found rows: fact_without_evidence (" in ran.err
        assert Shelf.beside(filled).current() == before
    assert run("sql", "SELECT count(*) > 0 AS some FROM reporting.evidence", "-f", "csv").out == "some\ntrue\n"


def test_publishing_can_be_left_to_whoever_asks_for_it(run: Run, seeded: Path, bulletins: Path) -> None:
    Path("rapporteur.toml").write_text('[publish]\nafter_runs = false\nfile = "shown/diplomacy.duckdb"\nkeep = 2\n')
    assert "published" not in run("ingest", bulletins, "--warehouse", seeded).err
    assert not Path("shown").exists()
    for _ in range(3):
        assert run("publish", "--warehouse", seeded).status == 0
    with open_reader(Path("shown/diplomacy.duckdb")) as connection:
        assert connection.execute(COUNT).fetchone() == (3,)
    assert len(list(Path("shown/diplomacy.snapshots").iterdir())) == 2
    assert run("sql", COUNT, "-f", "csv", "--warehouse", seeded).out == "n\n3\n"


def test_what_is_read_is_what_is_published(run: Run, filled: Path) -> None:
    lose_evidence(filled)
    query = "SELECT count(*) > 0 AS some FROM reporting.evidence"
    ran = run("sql", query, "-f", "csv")
    assert (ran.out, ran.err) == ("some\ntrue\n", "")
    ran = run("sql", query, "-f", "csv", "--live")
    assert (ran.out, ran.err) == ("some\nfalse\n", "")


def test_where_the_warehouse_holds_more_than_is_published_that_is_said(run: Run, filled: Path, notes: Path) -> None:
    Path("rapporteur.toml").write_text("[publish]\nafter_runs = false\n")
    (notes / "note-7.txt").write_text((notes / "note-6.txt").read_text().replace("6", "7"))
    assert run("ingest", notes).status == 0
    ran = run("sql", COUNT, "-f", "csv")
    assert ran.out == "n\n3\n"
    assert "As published after run-1; the warehouse holds more since then" in ran.err
    assert run("sql", COUNT, "-f", "csv", "--live").out == "n\n4\n"
    assert json.loads(run("summary", "--json").out)["documents"] == 3
    assert json.loads(run("summary", "--json", "--live").out)["documents"] == 4


def test_while_somebody_writes_readers_read_on(run: Run, filled: Path) -> None:
    with hold_lock(filled, on_wait=print), open_writer(filled):
        ran = run("sql", COUNT, "-f", "csv")
        assert (ran.status, ran.out) == (0, "n\n3\n")
        assert "As published after run-1; the warehouse is being written to." in ran.err
        for command in (("sql", COUNT, "--live"), ("check",), ("changes", "--since", "run-1")):
            ran = run(*command)
            assert ran.status == 1
            assert "is being written to; try again when that is done" in ran.err


def test_a_postgresql_that_cannot_be_reached_costs_no_document(run: Run, filled: Path, notes: Path,
                                                               monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PG_PASSWORD", "swordfish")
    Path("rapporteur.toml").write_text('[publish]\npostgres = "postgresql://ann:${PG_PASSWORD}@127.0.0.1:1/db"\n')
    (notes / "note-7.txt").write_text((notes / "note-6.txt").read_text().replace("6", "7"))
    ran = run("ingest", notes)
    assert ran.status == 1
    assert "1 loaded" in ran.out
    assert "not published: postgresql://ann:${PG_PASSWORD}@127.0.0.1:1/db was not published to" in ran.err
    assert "swordfish" not in ran.err + ran.out
    assert run("sql", COUNT, "-f", "csv").out == "n\n4\n"


@pytest.mark.parametrize(("address", "told"), [
    ("postgresql://ann:swordfish@db.example/x", "holds a password: put that into an environment variable"),
    ("postgresql://ann:${NOT_SET}@db.example/x", "the environment variable NOT_SET is not set"),
])
def test_an_address_with_a_secret_in_it_is_refused(address: str, told: str, run: Run, seeded: Path) -> None:
    ran = run("publish", "--postgres", address, "--warehouse", seeded)
    assert ran.status != 0
    assert told in " ".join(ran.err.replace("│", " ").split())
    assert not Shelf.beside(seeded).link.exists()


def test_what_was_backed_up_is_restored(run: Run, filled: Path) -> None:
    made = run("backup", "kept", "--keep", "3")
    assert (made.status, Path(made.out.strip()).parent) == (0, Path("kept").absolute())
    lose_evidence(filled)
    assert run("check").status == 4
    ran = run("restore", made.out.strip())
    assert ran.status == 0
    assert f"What was there before is {filled}.before-restore." in ran.err
    assert run("check").status == 0


def test_a_backup_that_fails_its_checks_changes_nothing(run: Run, filled: Path) -> None:
    lose_evidence(filled)
    made = run("backup")
    before = filled.read_bytes()
    ran = run("restore", made.out.strip())
    assert (ran.status, filled.read_bytes()) == (4, before)
    assert "not restored, since checks of severity error found rows; the warehouse is as it was." in ran.err


def test_a_warehouse_is_built_anew_or_stays_as_it_was(run: Run, filled: Path) -> None:
    ran = run("rebuild")
    assert ran.status == 0
    assert "was built anew from 3 documents" in ran.err
    next(path for path in filled.with_suffix(".originals").rglob("*") if path.is_file()).unlink()
    ran = run("rebuild")
    assert ran.status == 1
    assert "not rebuilt: 1 of 3 documents can no longer be read" in ran.err
    assert "lost (missing): " in ran.err
    assert run("rebuild", "--accept-losses").status == 0
    assert run("sql", COUNT, "-f", "csv", "--live").out == "n\n2\n"
