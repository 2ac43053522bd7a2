"""The commands of review, as somebody would type them."""
from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rapporteur.cli import app
from tests.etl.documents import bulletin
from warehouse.connection import open_reader, open_writer
from warehouse.errors import WarehouseError

from .conftest import Home, Run

TEXT = bulletin("November 16, 2020", "November 22, 2020",
                "Iraqi Defense Minister Juma Inad met with Turkish Defense Minister Hulusi Akar in Ankara on February 17 "
                "(INA, November 17).")


@pytest.fixture(scope="module")
def doubtful(seeded_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return a folder with a doubtful bulletin and a warehouse that holds it."""
    home = Home.made(tmp_path_factory.mktemp("doubtful"), seeded_template)
    note = home.folder / "note.txt"
    note.write_text(TEXT, encoding="utf-8")
    home.ingest(note)
    return home.keep()


@pytest.fixture
def warehouse(doubtful: Home, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a warehouse with one doubtful bulletin."""
    monkeypatch.setenv("RAPPORTEUR_REVIEWER", "ada")
    monkeypatch.setenv("RAPPORTEUR_WAREHOUSE", str(doubtful.warehouse))
    return doubtful.put_back()


def one(warehouse: Path, query: str) -> object:
    """Return the only value of the answer."""
    with open_reader(warehouse) as connection:
        ((value,),) = connection.execute(query).fetchall()
    return value


def review(*arguments: str, answers: str | None = None) -> tuple[int, str]:
    """Run the command and return its status and all that it wrote."""
    done = CliRunner().invoke(app, ["review", *arguments], input=answers)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.output


def test_what_waits_is_listed_for_people_and_for_scripts(warehouse: Path) -> None:
    status, out = review("list")
    assert status == 0
    assert "2020-11-17, the same day of another month" in " ".join(out.split())
    (item,) = (item for item in json.loads(review("list", "--json", "--only", "finding")[1]) if item["quote"] == "February 17")
    assert item["kind"] == "finding"


def test_walking_through_accepts_with_a_reason_and_ends(warehouse: Path) -> None:
    status, out = review("--only", "finding", answers="x\na\nthe source is of November\nq\n")
    assert status == 0
    assert "Answer with one of" in out
    assert str(one(warehouse, "SELECT start_date FROM reporting.meetings")) == "2020-11-17"
    assert one(warehouse, "SELECT DISTINCT decided_by || ': ' || reason FROM reporting.decisions") == (
        "ada: the source is of November")


def test_a_value_is_edited_and_the_edit_undone(warehouse: Path) -> None:
    meeting = one(warehouse, "SELECT meeting_id FROM reporting.meetings")
    status, out = review("edit", meeting, "place", "Istanbul", "--reason", "as the ministry says")
    assert (status, one(warehouse, "SELECT place FROM reporting.meetings")) == (0, "Istanbul")
    assert "decision-1" in out
    assert review("undo", "decision-1", "--reason", "misread")[0] == 0
    assert one(warehouse, "SELECT place FROM reporting.meetings") == "Ankara"
    assert one(warehouse, "SELECT withdrawn_reason FROM reporting.decisions") == "misread"


def test_decisions_go_out_and_come_in_again(warehouse: Path, tmp_path: Path) -> None:
    meeting = one(warehouse, "SELECT meeting_id FROM reporting.meetings")
    review("edit", meeting, "place", "Istanbul", "--reason", "as the ministry says")
    assert review("export", "-o", str(tmp_path / "decisions.jsonl"))[0] == 0
    review("undo", "decision-1", "--reason", "for the test")
    status, out = review("import", str(tmp_path / "decisions.jsonl"))
    assert (status, one(warehouse, "SELECT place FROM reporting.meetings")) == (0, "Istanbul")
    assert "1 decisions were taken in" in out


def test_a_review_is_a_run_of_the_ledger(warehouse: Path) -> None:
    meeting = one(warehouse, "SELECT meeting_id FROM reporting.meetings")
    review("reject", meeting, "--reason", "no such meeting")
    assert one(warehouse, "SELECT count(*) FROM reporting.ingest_runs WHERE kind = 'review' AND status = 'completed'") == 1
    assert one(warehouse, "SELECT count(*) FROM reporting.meetings") == 0


@pytest.mark.parametrize(("arguments", "why"), [
    (("edit", "nobody", "name", "x", "--reason", "y"), "There is no"),
    (("undo", "decision-9", "--reason", "y"), "no decision 9"),
])
def test_what_cannot_be_decided_is_one_line_and_status_one(
        warehouse: Path, run: Run, arguments: tuple[str, ...], why: str) -> None:
    ran = run("review", *arguments, "--warehouse", warehouse)
    assert ran.status == 1
    assert why in ran.err
    assert len(ran.err.strip().splitlines()) == 1


@pytest.mark.parametrize("arguments", [("undo", "last", "--reason", "y"), ("accept", "x", "--reason", " "), ("accept", "x")])
def test_a_decision_needs_its_number_and_a_reason(warehouse: Path, arguments: tuple[str, ...]) -> None:
    assert review(*arguments)[0] == 2


@pytest.mark.parametrize("arguments", [(), ("list",), ("show", "x"), ("export",)])
def test_a_warehouse_of_an_older_version_is_told_to_be_migrated(seeded: Path, arguments: tuple[str, ...]) -> None:
    with open_writer(seeded) as connection:
        connection.execute("DROP MACRO reporting.run_of_day")
    with pytest.raises(WarehouseError, match="rapporteur migrate"):
        review("--warehouse", str(seeded), *arguments)
