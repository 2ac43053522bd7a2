"""The layout shows the architecture: what may import what, and that nothing has grown out of hand."""
from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("bi", "etl", "explorer", "exports", "flows", "migrations", "rapporteur", "seeds", "warehouse")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
ALLOWED = {
    "bi": set(),
    "seeds": set(),
    "warehouse": set(),
    "migrations": {"warehouse"},
    "etl": {"warehouse", "seeds"},
    "explorer": {"etl", "warehouse", "seeds"},
    "exports": {"warehouse"},
    "flows": {"etl", "warehouse", "seeds", "rapporteur"},
    "rapporteur": {"etl", "explorer", "exports", "flows", "warehouse", "seeds"},
}
EXPLORER_USES = ("etl.intake.originals", "etl.lock", "etl.review")
"""What the explorer needs of the pipeline: the originals, and the reviews that `rapporteur review` leads through, too."""
EXTRAS = {"streamlit", "altair", "pandas"}
"""Installed with the explorer only."""
NETWORK = {"socket", "urllib", "requests", "httpx", "httpcore", "fsspec"}
LONGEST = 400


def imports(tree: ast.AST) -> set[str]:
    """Return the top-level packages that a module imports, at its head or within."""
    found = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    found |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level == 0}
    return {name.split(".")[0] for name in found}


def imports_at_head(tree: ast.Module) -> set[str]:
    """Return the top-level packages that importing a module imports with it."""
    return set().union(*(imports(node) for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)))


def parse(path: Path) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def named(path: Path) -> str:
    """Return the path as a test's name shows it."""
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_imports_go_one_way(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]
    assert imports(parse(path)) & set(PACKAGES) - {package} <= ALLOWED[package]


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_only_flows_import_prefect(path: Path) -> None:
    assert "prefect" not in imports(parse(path)) or path.is_relative_to(ROOT / "flows")


@pytest.mark.parametrize("path", [path for path in MODULES if path.is_relative_to(ROOT / "rapporteur")], ids=named)
def test_the_command_line_imports_flows_and_the_explorer_only_when_asked(path: Path) -> None:
    assert imports_at_head(parse(path)).isdisjoint({"flows", "explorer"})


@pytest.mark.parametrize("path", [path for path in MODULES if path.is_relative_to(ROOT / "explorer")], ids=named)
def test_the_explorer_decides_as_reviews_do_and_reads_nothing_of_the_pipeline_besides(path: Path) -> None:
    used = {node.module for node in ast.walk(parse(path)) if isinstance(node, ast.ImportFrom)}
    assert all(module.startswith(EXPLORER_USES) for module in used if module.startswith("etl"))


@pytest.mark.parametrize("path", [path for path in MODULES if not path.is_relative_to(ROOT / "explorer")], ids=named)
def test_only_the_explorer_imports_what_is_installed_with_it(path: Path) -> None:
    assert imports(parse(path)).isdisjoint(EXTRAS)


@pytest.mark.parametrize("path", [path for path in MODULES if path.relative_to(ROOT).parts[0] in ("etl", "exports", "warehouse")],
                         ids=named)
def test_no_clock_network_or_output_below_the_flows(path: Path) -> None:
    tree = parse(path)
    assert imports(tree).isdisjoint({"time", "logging"})
    # The web is asked in one package only, by the clock of whoever calls it.
    assert path.is_relative_to(ROOT / "etl" / "web") or imports(tree).isdisjoint(NETWORK)
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert "print" not in called
    used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert used.isdisjoint({"now", "utcnow", "today", "environ", "getenv"})


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_modules_stay_small_and_say_what_they_are_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST
    assert not text.strip() or ast.get_docstring(ast.parse(text))
