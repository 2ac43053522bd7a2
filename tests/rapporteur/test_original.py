"""The command that hands out originals."""
from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from rapporteur.cli import app
from warehouse.connection import open_reader


def test_the_original_comes_back_byte_for_byte(seeded: Path, bulletins: Path) -> None:
    source = bulletins / "note-4.txt"
    source.write_bytes(source.read_bytes().replace(b"\n", b"\r\n"))
    raw = source.read_bytes()
    run = CliRunner()
    assert run.invoke(app, ["ingest", str(source), "--warehouse", str(seeded), "--quiet"]).exit_code == 0
    source.unlink()
    with open_reader(seeded) as connection:
        (document_id,) = connection.execute("SELECT document_id FROM reporting.documents").fetchone()
    done = run.invoke(app, ["original", document_id, "--warehouse", str(seeded), "-o", str(seeded.with_name("copy"))])
    assert done.exit_code == 0, done.output
    assert seeded.with_name("copy").read_bytes() == raw
    assert run.invoke(app, ["original", document_id, "--warehouse", str(seeded)]).stdout_bytes == raw


def test_an_unknown_document_is_wrong_usage(seeded: Path) -> None:
    done = CliRunner().invoke(app, ["original", "0" * 16, "--warehouse", str(seeded)])
    assert done.exit_code == 2
    assert "there is no document" in done.output
