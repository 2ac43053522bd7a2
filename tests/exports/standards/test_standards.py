"""Exports checked by the libraries of their standards, in the environment that `make standards` creates."""
from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from exports.ftm.write import write_entities
from exports.reporting import open_reporting
from exports.tables.folder import KINDS, write_folder

ENVIRONMENT = Path(__file__).parents[3] / ".venv-standards" / "bin"
CHECK = Path(__file__).with_name("check_entities.py")
pytestmark = pytest.mark.skipif(not (ENVIRONMENT / "ftm").is_file(),
                                reason="`make standards` creates the environment that has the libraries of the standards")


def run(program: str, *arguments: Path | str) -> subprocess.CompletedProcess[str]:
    """Run a program of the environment."""
    return subprocess.run([ENVIRONMENT / program, *arguments], capture_output=True, text=True, check=False)


def entities(snapshot: Path, path: Path) -> Path:
    """Write the entities of a snapshot."""
    with open_reporting(snapshot) as reporting, path.open("wb") as file:
        write_entities(reporting, file)
    return path


@pytest.mark.parametrize("which", ["snapshot", "hostile"])
def test_entities_fit_the_schema_of_follow_the_money(which: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    path = entities(request.getfixturevalue(which), tmp_path / "entities.ftm.json")
    count = len(path.read_text(encoding="utf-8").split("\n")) - 1
    checked = run("python", CHECK, path)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout.startswith(f"{count} entities, ") and count > 200


def test_the_check_finds_what_does_not_fit(snapshot: Path, tmp_path: Path) -> None:
    path = tmp_path / "entities.ftm.json"
    properties = {"country": ["atlantis"], "proof": ["person-b"], "shoe": ["9"]}
    wrong = {"id": "person-a", "schema": "Person", "properties": properties}
    path.write_text(f"{json.dumps(wrong)}\n{json.dumps(wrong | {'id': 'person-b', 'properties': {'name': ['B']}})}\n")
    told = run("python", CHECK, path).stdout
    for words in ("lacks name", "no valid country", "which is no Document of the file", "has shoe, which Person has not"):
        assert words in told


def test_the_program_ftm_reads_them_and_makes_a_graph_of_them(snapshot: Path, tmp_path: Path) -> None:
    path = entities(snapshot, tmp_path / "entities.ftm.json")
    validated = run("ftm", "validate", "-i", path, "-o", tmp_path / "valid.ftm.json")
    assert validated.returncode == 0, validated.stderr
    assert len((tmp_path / "valid.ftm.json").read_bytes().splitlines()) == len(path.read_bytes().splitlines())
    assert run("ftm", "export-gexf", "-i", path, "-o", tmp_path / "out.gexf").returncode == 0
    assert "Gerald Ford" in (tmp_path / "out.gexf").read_text(encoding="utf-8")


@pytest.mark.parametrize("which", ["snapshot", "hostile"])
def test_a_folder_of_csv_is_a_valid_data_package(which: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    with open_reporting(request.getfixturevalue(which)) as reporting:
        written = write_folder(reporting, folder, KINDS["csv"])
    validated = run("frictionless", "validate", folder / "datapackage.json", "--json")
    report = json.loads(validated.stdout)
    assert (validated.returncode, report["stats"]["errors"], report["stats"]["tasks"]) == (0, 0, len(written))
    assert {task["name"]: task["stats"].get("rows", 0) for task in report["tasks"]} == written


@pytest.mark.parametrize("kind", KINDS)
def test_the_description_of_each_folder_is_valid(kind: str, snapshot: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    with open_reporting(snapshot) as reporting:
        write_folder(reporting, folder, KINDS[kind])
    code = ("import sys, frictionless as f; p = f.Package(sys.argv[1]); "
            "print([e.message for e in f.Package.metadata_validate(p.to_descriptor())])")
    assert run("python", "-c", code, folder / "datapackage.json").stdout == "[]\n"
