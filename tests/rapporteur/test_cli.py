"""What a person types, and what comes back: data, narration and an exit status."""
from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet
import pytest

from etl.lock import hold_lock
from rapporteur import __version__
from tests.rapporteur.conftest import Run

COMMANDS = ("ingest", "sql", "summary", "changes", "explain", "original", "check", "evaluate", "backfill", "serve", "publish",
            "backup", "restore", "rebuild", "status", "migrate")


def test_help_of_every_command_teaches_by_examples(run: Run) -> None:
    assert all(command in run("--help").out for command in COMMANDS)
    for command in COMMANDS:
        helped = run(command, "--help")
        assert helped.status == 0
        assert f"rapporteur {command}" in helped.out.split("Examples:")[1]


def test_help_starts_without_the_heavy_libraries() -> None:
    code = ("import sys; sys.argv = ['rapporteur', '--help']\nfrom rapporteur.cli import main\n"
            "try: main()\nexcept SystemExit: pass\n"
            "print([name for name in ('duckdb', 'sqlalchemy', 'prefect', 'pyarrow', 'alembic') if name in sys.modules])")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version").out == f"rapporteur {__version__}\n"


def test_ingest_makes_a_new_warehouse_in_the_working_folder_and_says_what_it_did(run: Run, bulletins: Path) -> None:
    ran = run("ingest", "bulletins")
    assert ran.status == 0
    assert ran.out.startswith("3 loaded, 0 replaced, 0 known already, 0 rejected.\n")
    assert "       3 documents\n" in ran.out
    assert "Three things to try next" in ran.err
    assert Path("rapporteur.duckdb").is_file()


def test_the_same_again_says_that_nothing_changed(run: Run, filled: Path, notes: Path) -> None:
    ran = run("ingest", notes, "--warehouse", filled)
    assert (ran.status, ran.out.splitlines()[0]) == (0, "Nothing changed. 0 loaded, 0 replaced, 3 known already, 0 rejected.")


def test_the_warehouse_can_be_named_by_the_environment(run: Run, seeded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAPPORTEUR_WAREHOUSE", str(seeded))
    assert json.loads(run("summary", "--json").out)["documents"] == 0


def test_quiet_ingest_writes_nothing_but_data(run: Run, seeded: Path, bulletins: Path) -> None:
    ran = run("ingest", bulletins, "--warehouse", seeded, "--quiet", "--json")
    assert ran.err == ""
    told = json.loads(ran.out)
    assert [Path(uri).name for uri in told["loaded"]] == ["note-4.txt", "note-5.txt", "note-6.txt"]
    assert told["summary"]["documents"] == 3


def test_bad_inputs_are_rejected_with_their_reason_and_everything_else_is_loaded(
        run: Run, seeded: Path, bulletins: Path) -> None:
    (bulletins / "binary.txt").write_bytes(b"\x00\x01\x02")
    (bulletins / "cyrillic.txt").write_bytes("Президент встретился".encode("cp1251"))
    (bulletins / "empty.txt").touch()
    (bulletins / "huge.txt").touch()
    os.truncate(bulletins / "huge.txt", 200_000_000)
    os.mkfifo(bulletins / "pipe.txt")
    (bulletins / "loop.txt").symlink_to(bulletins / "loop.txt")
    (bulletins / "barren").mkdir()
    ran = run("ingest", bulletins, bulletins / "missing.txt", bulletins / "barren", "--warehouse", seeded)
    assert ran.status == 3
    assert ran.out.startswith("3 loaded, 0 replaced, 0 known already, 8 rejected.")
    query = "SELECT uri, reason, detail FROM reporting.rejected_documents"
    noted = run("sql", query, "--format", "json", "--warehouse", seeded)
    assert {Path(row["uri"]).name: row["reason"] for row in json.loads(noted.out)} == {
        "binary.txt": "binary", "cyrillic.txt": "encoding", "empty.txt": "empty", "huge.txt": "too_large",
        "pipe.txt": "not_a_file", "loop.txt": "unreadable", "missing.txt": "missing", "barren": "no_documents"}
    for row in json.loads(noted.out):
        assert f"rejected ({row['reason']}): {row['uri']} {row['detail']}" in ran.err


def test_the_size_limit_can_be_lowered(run: Run, seeded: Path, bulletins: Path) -> None:
    assert run("ingest", bulletins, "--warehouse", seeded, "--max-size", "0.001").status == 0
    (bulletins / "long.txt").write_text("word " * 300)
    assert run("ingest", bulletins, "--warehouse", seeded, "--max-size", "0.001").status == 3


def test_a_second_ingest_says_that_it_waits_and_then_does_its_work(seeded: Path, bulletins: Path) -> None:
    with hold_lock(seeded, on_wait=lambda message: None):
        second = subprocess.Popen([sys.executable, "-c", "from rapporteur.cli import main; main()", "ingest", str(bulletins),
                                   "--warehouse", str(seeded)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert "Another command is working" in second.stderr.readline()
    out, _ = second.communicate()
    assert second.returncode == 0
    assert out.startswith("3 loaded")


def test_a_failed_check_of_severity_error_is_the_exit_status(run: Run, filled: Path) -> None:
    assert run("check", "--warehouse", filled).status == 0
    import duckdb
    with duckdb.connect(filled) as connection:
        connection.execute("UPDATE main.evidence SET char_end = 100000")
    ran = run("check", "--warehouse", filled)
    assert ran.status == 4
    assert "error: span_outside_text" in ran.out
    assert json.loads(run("check", "--warehouse", filled, "--json").out)[0]["severity"] == "error"


def test_rows_come_as_a_table_csv_json_or_parquet(run: Run, filled: Path, tmp_path: Path) -> None:
    query = ("SELECT 1 AS n, 'a [b] c' AS words, DATE '2021-05-04' AS day, true AS yes, NULL AS nothing, [1, 2] AS list, "
             "sum(2) AS total, 'nan'::DOUBLE AS nan")
    option = ("--warehouse", filled)
    assert run("sql", query, *option).out.splitlines()[2] == "1 │ a [b] c │ 2021-05-04 │ true │         │ [1, 2] │     2 │ nan"
    assert list(csv.reader(io.StringIO(run("sql", query, *option, "-f", "csv").out)))[1] == [
        "1", "a [b] c", "2021-05-04", "true", "", "[1, 2]", "2", "nan"]
    assert json.loads(run("sql", query, *option, "-f", "json").out) == [
        {"n": 1, "words": "a [b] c", "day": "2021-05-04", "yes": True, "nothing": None, "list": [1, 2], "total": 2,
         "nan": None}]
    assert run("sql", query, *option, "-f", "parquet", "-o", tmp_path / "rows.parquet").status == 0
    assert pyarrow.parquet.read_table(tmp_path / "rows.parquet").num_rows == 1


def test_a_table_that_nobody_watches_is_never_cut(run: Run, filled: Path) -> None:
    assert "x" * 5000 in run("sql", "SELECT repeat('x', 5000) AS long", "--warehouse", filled).out


def test_rows_come_as_a_line_of_json_each(run: Run, filled: Path) -> None:
    query = "SELECT n, DATE '2021-05-04' AS day, NULL AS nothing FROM range(2) AS numbers(n)"
    assert run("sql", query, "--warehouse", filled, "-f", "jsonl").out == (
        '{"n": 0, "day": "2021-05-04", "nothing": null}\n{"n": 1, "day": "2021-05-04", "nothing": null}\n')


@pytest.mark.parametrize("option", [("--live",), ("--as-of", "run-1")])
def test_what_only_a_published_file_has_is_not_asked_of_the_warehouse(run: Run, filled: Path, option: tuple[str, ...]) -> None:
    for query in ("FROM reporting.search('talks')", "FROM reporting.changes_since"):
        assert run("sql", query, "--warehouse", filled).status == 0
        ran = run("sql", query, "--warehouse", filled, *option)
        assert (ran.status, "is only in what is published: ask without --live and --as-of" in ran.err) == (1, True)
    assert "published" not in run("sql", "FROM reporting.nothing", "--warehouse", filled, *option).err


def test_without_a_terminal_sql_is_taken_from_stdin(run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("SELECT count(*) AS n FROM reporting.documents"))
    assert run("sql", "--warehouse", filled, "-f", "csv").out == "n\n3\n"


def test_sql_is_taken_from_stdin_by_a_dash(run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("SELECT count(*) AS n FROM reporting.documents"))
    assert run("sql", "-", "--warehouse", filled, "-f", "csv").out == "n\n3\n"


@pytest.mark.parametrize(("arguments", "status", "told"), [
    (("sql", "SELEC 1", "--warehouse", "warehouse.duckdb"), 1, "syntax error"),
    (("sql", "DROP TABLE main.documents", "--warehouse", "warehouse.duckdb"), 1, "Only statements that read"),
    (("sql", "FROM read_text('/etc/hostname')", "--warehouse", "warehouse.duckdb"), 1, "Permission Error"),
    (("summary",), 1, "There is no warehouse at rapporteur.duckdb; `rapporteur ingest`"),
    (("explain", "absent.txt"), 1, "there is no such file"),
    (("ingest",), 2, "SOURCE"),
    (("ingest", "x", "--no-such-option"), 2, "--no-such-option"),
    (("sql", "SELECT 1", "--format", "xml"), 2, "parquet"),
    (("sql", "SELECT 1", "--as-of", "run-9", "--warehouse", "warehouse.duckdb"), 2, "there is no run run-9"),
    (("sql", "SELECT 1", "--as-of", "last May", "--warehouse", "warehouse.duckdb"), 2, "neither a run nor a day"),
    (("sql", "SELECT 1", "--as-of", "1"), 1, "There is no warehouse"),
    (("no-such-command",), 2, "no-such-command"),
])
def test_an_error_is_one_clear_message_and_an_exit_status(
        run: Run, seeded: Path, arguments: tuple[str, ...], status: int, told: str) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (status, "")
    assert told in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("words", [("sql", "SELECT 1"), ("summary",), ("check",), ("export", "csv"), ("review", "list")])
def test_looking_where_no_warehouse_is_leaves_nothing_behind(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    assert run(*words).status in (1, 2)
    assert list(tmp_path.iterdir()) == []


def test_an_unexpected_error_is_a_line_too_and_a_traceback_on_demand(
        run: Run, seeded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("warehouse.summary.summarize", lambda connection: 1 / 0)
    ran = run("summary", "--warehouse", seeded)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("rapporteur: unexpected ZeroDivisionError: division by zero.")
    with pytest.raises(ZeroDivisionError):
        run("--debug", "summary", "--warehouse", seeded)


def test_migrate_makes_a_warehouse_and_leaves_a_current_one_alone(run: Run) -> None:
    assert "was brought to the schema" in run("migrate").err
    assert "was already at the schema" in run("migrate").err


def test_a_table_is_not_explained_by_stages(run: Run, tmp_path: Path) -> None:
    (tmp_path / "visits.csv").write_text("who,when\nAda Holm,2021-05-04\n")
    ran = run("explain", tmp_path / "visits.csv")
    assert (ran.status, "mapping" in ran.err) == (2, True)


def test_explain_shows_every_stage_of_one_document(run: Run, bulletins: Path) -> None:
    ran = run("explain", bulletins / "note-4.txt")
    assert ran.status == 0
    assert ran.out.startswith("== ")
    assert "Emmanuel Macron" in ran.out


def test_a_reader_that_has_seen_enough_is_told_nothing(filled: Path) -> None:
    command = [sys.executable, "-c", "from rapporteur.cli import main; main()", "sql", "--warehouse", str(filled), "-f", "csv",
               "SELECT repeat('x', 100) FROM range(100000)"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as writer:
        writer.stdout.readline()
        writer.stdout.close()
        assert writer.stderr.read() == b""


def test_sql_answers_as_of_a_run_or_a_day(run: Run, filled: Path, tmp_path: Path, notes: Path) -> None:
    (notes / "note-7.txt").write_text((notes / "note-6.txt").read_text().replace("May 6", "May 7"))
    assert run("ingest", notes, "--warehouse", filled).status == 0
    counted = "SELECT (SELECT count(*) FROM reporting.documents) AS documents, (SELECT count(*) FROM reporting.ingest_runs) AS runs"

    def ask(*options: str) -> tuple[int, str]:
        ran = run("sql", counted, "--warehouse", filled, "-f", "csv", *options)
        return ran.status, ran.out
    assert ask() == ask("--as-of", "run-2") == ask("--as-of", "9999-12-31") == (0, "documents,runs\n4,2\n")
    assert ask("--as-of", "1") == ask("--as-of", "run-1") == (0, "documents,runs\n3,1\n")
    assert ask("--as-of", "1999-12-31") == (0, "documents,runs\n0,0\n")
