"""The notebooks run from top to bottom on what is published of the sample bulletins, and their charts hold data."""
from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.readme import ROOT

NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))
SHOWN = """
import json
print(json.dumps({name: chart.to_dict(format="vega-lite") for name, chart in list(globals().items())
                  if isinstance(chart, altair.TopLevelMixin)}, default=str))
"""


def cells(notebook: Path) -> list[dict]:
    return json.loads(notebook.read_text(encoding="utf-8"))["cells"]


def charts_of(notebook: Path, folder: Path) -> dict[str, dict]:
    """Run the code of a notebook in an interpreter of its own, in `folder`, and return its charts."""
    code = "\n".join("".join(cell["source"]) for cell in cells(notebook) if cell["cell_type"] == "code")
    done = subprocess.run([sys.executable, "-"], input=code + SHOWN, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])
def test_a_notebook_is_valid_and_holds_no_output(notebook: Path) -> None:
    held = json.loads(notebook.read_text(encoding="utf-8"))
    assert (held["nbformat"], held["nbformat_minor"], held.keys()) == (4, 5, {"cells", "metadata", "nbformat", "nbformat_minor"})
    shapes = {"markdown": {"cell_type", "id", "metadata", "source"},
              "code": {"cell_type", "id", "metadata", "source", "execution_count", "outputs"}}
    for cell in held["cells"]:
        assert cell.keys() == shapes[cell["cell_type"]]
        assert (cell.get("outputs", []), cell.get("execution_count")) == ([], None)
    names = [cell["id"] for cell in held["cells"]]
    assert len(set(names)) == len(names)


def test_the_charts_of_the_notebook_show_the_sample_bulletins(clone: Path) -> None:
    charts = charts_of(ROOT / "docs" / "notebooks" / "who-met-whom.ipynb", clone)
    rows = {name: [list(data) for data in charts[name]["datasets"].values()] for name in
            ("meetings_by_month", "who_met_whom", "timeline")}
    (months,), (days,) = rows["meetings_by_month"], rows["timeline"]
    assert {"month": "1990-09", "kind": "call", "meetings": 2} in months
    assert any(day["since"].startswith("1975-08-02") and day["met_with"] == "Leonid Brezhnev" for day in days)
    drawn = [row for data in rows["who_met_whom"] for row in data]
    assert {"Mikhail Gorbachev", "Ronald Reagan"} <= {row["person"] for row in drawn if "person" in row}
    assert sum("x2" in row for row in drawn) > 20
