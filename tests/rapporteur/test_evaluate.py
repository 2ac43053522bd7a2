"""The command `evaluate` as a user meets it: figures and losses on stdout, wrong folders refused."""
from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rapporteur.cli import app

LABELS = {
    "document": {}, "people": [{"id": "p1", "name": "Joan Banda", "names": ["Joan Banda"], "positions": [], "required": True}],
    "organizations": [{"id": "o1", "name": "fjord bridge", "names": ["fjord bridge"], "country": None, "required": True}],
    "meetings": [], "agreements": [], "findings": [],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one labelled document, of which one record is lost."""
    (tmp_path / "note--one.txt").write_text("Weekly Note\n\nMinister Joan Banda praised the fjord bridge.\n", encoding="utf-8")
    (tmp_path / "note--one.gold.json").write_text(json.dumps(LABELS), encoding="utf-8")
    return tmp_path


def test_the_table_says_how_much_was_found(folder):
    shown = CliRunner().invoke(app, ["evaluate", str(folder)])
    assert shown.exit_code == 0
    assert "note" in shown.stdout and "missed spot" in shown.stdout


def test_losses_are_listed_when_asked_for(folder):
    assert "fjord bridge" not in CliRunner().invoke(app, ["evaluate", str(folder)]).stdout
    assert "fjord bridge" in CliRunner().invoke(app, ["evaluate", str(folder), "--losses"]).stdout


def test_json_holds_figures_and_losses(folder):
    report = json.loads(CliRunner().invoke(app, ["evaluate", str(folder), "--json"]).stdout)
    assert report["total"]["people"]["f1"] == 1.0
    assert [(x["section"], x["stage"]) for x in report["losses"]] == [("organizations", "spot")]


def test_a_folder_without_labels_is_wrong_usage(tmp_path):
    refused = CliRunner().invoke(app, ["evaluate", str(tmp_path)])
    assert refused.exit_code == 2
    assert "FOLDER" in refused.output
