"""The views: one bare SELECT a file in `views/`, with a header that says what a row is and what each column means.

`views/*.sql` make up `reporting`, what analysts see; `views/resolved/*.sql` choose among the documents' accounts and serve the
others. They are code, not history: all of them are created anew whenever one has changed.
"""
from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import duckdb

from .connection import transaction
from .errors import WarehouseError
from .notes import note

FOLDER = Path(__file__).parent / "views"
SCHEMAS = {"reporting": FOLDER, "resolved": FOLDER / "resolved"}
MACROS = FOLDER / "macros.sql"
READ = re.compile(r"\b(?:reporting|resolved)\.\w+")
COLUMN_COMMENT = re.compile(r"(\w+): (.+)")


@dataclass(frozen=True, slots=True)
class View:
    """A view as its file declares it; `columns` maps each column to its meaning."""

    schema: str
    name: str
    comment: str
    columns: dict[str, str]
    query: str

    @property
    def qualified(self) -> str:
        """Return schema and name."""
        return f"{self.schema}.{self.name}"

    @property
    def reads(self) -> frozenset[str]:
        """Return the names of the views, and of what else lies in their schemas, that it reads."""
        return frozenset(READ.findall(self.query))


@cache
def views() -> tuple[View, ...]:
    """Return all views, each after those that it reads."""
    parsed = [_parse(schema, path) for schema, folder in SCHEMAS.items() for path in sorted(folder.glob("*.sql"))
              if path != MACROS]
    found = {view.qualified: view for view in parsed}
    order = TopologicalSorter({
        name: view.reads & found.keys()
        for name, view in found.items()})
    return tuple(found[name] for name in order.static_order())


def views_digest() -> str:
    """Return a digest that changes whenever a view or its words change."""
    declared = [(v.qualified, v.comment, v.columns, v.query) for v in views()]
    return hashlib.sha256(repr((MACROS.read_text(encoding="utf-8"), declared)).encode()).hexdigest()


def create_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Create all views anew with their comments, in one transaction, and note their digest.

    Raises WarehouseError, and changes nothing, where a view cannot be read or its header does not fit its columns.
    """
    with transaction(connection):
        for schema in SCHEMAS:
            connection.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
            connection.execute(f"CREATE SCHEMA {schema}")
        connection.execute(MACROS.read_text(encoding="utf-8"))
        for view in views():
            _create(connection, view)
        _require_columns(connection)
        for view in views():
            _comment(connection, view)
        note(connection, "views", views_digest())


def _create(connection: duckdb.DuckDBPyConnection, view: View) -> None:
    try:
        connection.execute(f"CREATE VIEW {view.qualified} AS {view.query}")
    except duckdb.Error as error:
        raise WarehouseError(f"The view {view.qualified} cannot be read: {error}") from error


def _require_columns(connection: duckdb.DuckDBPyConnection) -> None:
    # Asked of all at once: to plan a query of each takes as long as to create them.
    found = dict(connection.execute("SELECT schema_name || '.' || table_name, list(column_name ORDER BY column_index) "
                                    "FROM duckdb_columns() WHERE database_name = current_database() GROUP BY ALL").fetchall())
    for view in views():
        if found[view.qualified] != list(view.columns):
            raise WarehouseError(
                f"The header of {view.qualified} lists {list(view.columns)}, but its columns are {found[view.qualified]}.")


def _comment(connection: duckdb.DuckDBPyConnection, view: View) -> None:
    connection.execute(f"COMMENT ON VIEW {view.qualified} IS {quoted(view.comment)}")
    for column, meaning in view.columns.items():
        connection.execute(f"COMMENT ON COLUMN {view.qualified}.{column} IS {quoted(meaning)}")


def _parse(schema: str, path: Path) -> View:
    lines = path.read_text(encoding="utf-8").splitlines()
    length = next(index for index, line in enumerate(lines) if not line.startswith("--"))
    comment: list[str] = []
    columns: dict[str, str] = {}
    for line in (line.removeprefix("--").removeprefix(" ") for line in lines[:length]):
        if match := COLUMN_COMMENT.fullmatch(line):
            columns[match[1]] = match[2]
        elif columns:
            last = next(reversed(columns))
            columns[last] = f"{columns[last]} {line.strip()}"
        elif line:
            comment.append(line)
    return View(schema, path.stem, " ".join(comment), columns, "\n".join(lines[length:]).strip())


def quoted(words: str) -> str:
    """Return words as a literal of SQL, where a parameter cannot stand."""
    return "'" + words.replace("'", "''") + "'"
