"""Answer SQL that only reads: one statement, on a connection that can reach nothing but the warehouse."""
from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pyarrow

from .as_of import Moment, show_as_of
from .connection import open_reader
from .errors import StatementRefused
from .search import enable_search

READING = frozenset({duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN})
"""What DuckDB's own parser calls SELECT, WITH, FROM, VALUES, DESCRIBE, SHOW and SUMMARIZE; and EXPLAIN."""


CATALOG = Path(__file__).with_name("catalog.sql").read_text(encoding="utf-8")
"""The statement that tells what can be asked: view, what a row of it is, column and its meaning."""
ONLY_PUBLISHED = re.compile(r"\breporting\.(search|changes_since|snapshot)\b", re.IGNORECASE)
"""What a snapshot has beside the views."""


def run_select(path: Path | str, sql: str, *, as_of: Moment | None = None) -> pyarrow.Table:
    """Return the answer to one reading statement, as of now or of an earlier moment.

    Raises StatementRefused where `sql` is no single reading statement or DuckDB refuses it, and the errors of `open_reader`.
    """
    with open_reader(path, prepare=enable_search) as connection:
        if as_of is not None:
            show_as_of(connection, as_of)
        try:
            statements = connection.extract_statements(sql)
            _require_reading(statements)
            return connection.execute(statements[0]).to_arrow_table()
        except duckdb.CatalogException as error:
            raise StatementRefused(f"{error}{_only_published(sql)}") from error
        except duckdb.Error as error:
            raise StatementRefused(str(error)) from error
        except RuntimeError as error:
            # So DuckDB tells that somebody pressed Ctrl-C; until it is interrupted it goes on, and closing would wait for it.
            connection.interrupt()
            raise KeyboardInterrupt from error


def is_whole(sql: str) -> bool:
    """Say whether the last token is a semicolon: one in a string or a comment ends no statement."""
    tokens = duckdb.tokenize(sql)
    return bool(tokens) and sql.encode()[tokens[-1][0]:].startswith(b";")


def _only_published(sql: str) -> str:
    """Return what to add to the error of a statement that asks the warehouse itself for what only a snapshot has."""
    found = ONLY_PUBLISHED.search(sql)
    return "" if found is None else (f"\nreporting.{found[1].lower()} is only in what is published: ask without --live and --as-of; "
                                     "`rapporteur publish` publishes.")


def _require_reading(statements: list[duckdb.Statement]) -> None:
    if len(statements) != 1:
        raise StatementRefused(f"Give one statement, not {len(statements)}.")
    if statements[0].type not in READING:
        raise StatementRefused(f"Only statements that read are run here (SELECT, WITH, DESCRIBE, SHOW, SUMMARIZE); "
                               f"this is a {statements[0].type.name}.")
