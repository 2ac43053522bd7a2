"""The revisions build what is declared, go down and up again, and keep clear of what DuckDB cannot bear."""
from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import NullPool, UniqueConstraint, create_engine
from sqlalchemy.dialects import registry

from warehouse.migrate import MIGRATIONS, alembic_config
from warehouse.schema import metadata

REVISIONS = sorted((MIGRATIONS / "versions").glob("*.py"))
ROOT = MIGRATIONS.parent


def move(path: Path, revision: str, *, up: bool = True) -> None:
    """Run the revisions on a file up or down to `revision`."""
    config = alembic_config()
    engine = create_engine(f"duckdb:///{path}", poolclass=NullPool)
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        (command.upgrade if up else command.downgrade)(config, revision)


def catalog(path: Path) -> dict[str, list[tuple]]:
    """Return all that the catalog says of the file."""
    with duckdb.connect(str(path), read_only=True) as connection:
        return {
            "columns": connection.execute(
                "SELECT table_name, column_name, data_type, is_nullable, column_default, comment FROM duckdb_columns() "
                "WHERE NOT internal AND table_name <> 'alembic_version' ORDER BY ALL").fetchall(),
            "tables": connection.execute("SELECT table_name, comment FROM duckdb_tables() "
                                         "WHERE table_name <> 'alembic_version' ORDER BY ALL").fetchall(),
            "constraints": connection.execute(
                "SELECT table_name, constraint_type, constraint_column_names, referenced_table, referenced_column_names, "
                "CASE WHEN constraint_type = 'CHECK' THEN expression END FROM duckdb_constraints() "
                "WHERE table_name <> 'alembic_version' ORDER BY ALL").fetchall(),
            "sequences": connection.execute("SELECT sequence_name FROM duckdb_sequences() ORDER BY ALL").fetchall(),
        }


def declared(path: Path) -> dict[str, list[tuple]]:
    """Return the catalog of a file made from the declaration alone."""
    engine = create_engine(f"duckdb:///{path}", poolclass=NullPool)
    with engine.begin() as connection:
        metadata.create_all(connection)
    return catalog(path)


def test_up_down_up_ends_in_the_declared_schema(tmp_path: Path) -> None:
    path = tmp_path / "w.duckdb"
    move(path, "head")
    first = catalog(path)
    move(path, "base", up=False)
    assert catalog(path) == {"columns": [], "tables": [], "constraints": [], "sequences": []}
    move(path, "head")
    assert catalog(path) == first == declared(tmp_path / "declared.duckdb")


@pytest.mark.parametrize("steps", range(1, len(REVISIONS)))
def test_each_revision_can_be_taken_back_and_done_again(steps: int, tmp_path: Path) -> None:
    path = tmp_path / "w.duckdb"
    move(path, "head")
    whole = catalog(path)
    move(path, f"-{steps}", up=False)
    assert catalog(path) != whole
    move(path, "head")
    assert catalog(path) == whole


def test_what_an_interrupted_run_left_replaced_is_not_shown_after_the_upgrade(tmp_path: Path) -> None:
    path = tmp_path / "w.duckdb"
    move(path, "0004")
    with duckdb.connect(str(path)) as connection:
        connection.execute("INSERT INTO documents (document_id, key, uri) VALUES (1, 'd', 'file:///d')")
        for run, is_current in ((1, False), (2, True)):
            connection.execute("INSERT INTO ingest_runs (run_id, started_at, status, extractor_version) "
                               "VALUES (?, TIMESTAMP '2026-01-01', 'running', '1')", [run])
            connection.execute(
                "INSERT INTO document_versions (version_id, document_id, is_current, sha256, media_type, language, text, "
                "extractor_version, run_id, loaded_at) VALUES (?, 1, ?, repeat('a', 64), 'text/plain', 'en', '', '1', ?, "
                "TIMESTAMP '2026-01-01')", [run, is_current, run])
    move(path, "head")
    with duckdb.connect(str(path), read_only=True) as connection:
        assert connection.execute("SELECT version_id, run_id FROM retirements").fetchall() == [(1, 2)]


def test_autogenerate_finds_nothing_to_do(tmp_path: Path) -> None:
    move(tmp_path / "w.duckdb", "head")
    engine = create_engine(f"duckdb:///{tmp_path / 'w.duckdb'}", poolclass=NullPool)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_alembic_runs_from_the_command_line(tmp_path: Path) -> None:
    def alembic(*arguments: str, **environment: str) -> str:
        done = subprocess.run([sys.executable, "-m", "alembic", *arguments], cwd=ROOT, env={**os.environ, **environment},
                              check=True, capture_output=True, text=True)
        return done.stdout
    path = str(tmp_path / "w.duckdb")
    alembic("-x", f"warehouse={path}", "upgrade", "head")
    assert "No new upgrade operations" in alembic("check", RAPPORTEUR_WAREHOUSE=path)
    alembic("-x", f"warehouse={path}", "downgrade", "base")
    assert catalog(Path(path))["tables"] == []


def test_there_is_one_line_of_history() -> None:
    assert len(ScriptDirectory.from_config(alembic_config()).get_heads()) == 1


@pytest.mark.parametrize("path", REVISIONS, ids=lambda path: path.stem)
def test_a_revision_says_why_in_both_directions(path: Path) -> None:
    words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert words is not None
    assert "Why up: " in words
    assert "Why down: " in words
    assert "TODO" not in words


@pytest.mark.parametrize("path", REVISIONS, ids=lambda path: path.stem)
def test_a_revision_does_nothing_that_poisons_foreign_keys(path: Path) -> None:
    """Renaming, batch mode and indexes make DuckDB lose track of which rows refer to a table, without a word."""
    called = {node.attr for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Attribute)}
    assert called.isdisjoint({"batch_alter_table", "rename_table", "create_index", "drop_column", "drop_constraint",
                              "create_foreign_key", "create_check_constraint", "create_unique_constraint"})


@pytest.mark.parametrize("path", REVISIONS, ids=lambda path: path.stem)
def test_a_revision_is_history_and_imports_nothing_that_may_change(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported <= {"__future__", "sqlalchemy", "alembic"}


def test_every_table_and_column_has_its_words() -> None:
    silent = [str(thing) for table in metadata.tables.values() for thing in (table, *table.columns) if not thing.comment]
    assert silent == []


def test_every_name_follows_the_convention() -> None:
    duckdb_dialect = registry.load("duckdb")()
    constraints = (constraint for table in metadata.tables.values() for constraint in table.constraints)
    names = [duckdb_dialect.identifier_preparer.format_constraint(constraint)
             for constraint in constraints if not isinstance(constraint, UniqueConstraint)]
    assert all(name.startswith(("pk_", "fk_", "ck_")) for name in names)
    assert len(names) == len(set(names))
