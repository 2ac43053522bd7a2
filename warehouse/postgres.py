"""Copy a snapshot into PostgreSQL, for tools that want a server: all tables with their words, put in place in one transaction.

The schema is built under another name first. Whoever reads the old tables while it takes their place finishes reading; nobody
sees a mixture, and nobody gets an error. A schema that is not ours, or on which others have built, is left alone.
"""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from .connection import OFFLINE, connect, transaction
from .errors import WarehouseError
from .extensions import load_extension
from .snapshot import snapshot_tables
from .views import View, quoted

MARK = "Published by rapporteur: replaced as a whole with every publication, so keep nothing of your own in it."
TRIES = 100
SWAP = "SET LOCAL lock_timeout = '300ms'"
"""Shorter than the second after which PostgreSQL looks for deadlocks and would end a reader that came in between."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where the tables go.

    Attributes:
        address: as libpq takes it, with what is secret in it.
        shown: the same as it may be shown.
        schema: takes the place of one of this name; `reader` is the role that may read it, made where it is missing.
        secrets: what no message may repeat.
    """

    address: str
    shown: str
    schema: str = "reporting"
    reader: str | None = "rapporteur_reader"
    secrets: frozenset[str] = frozenset()

    @property
    def building(self) -> str:
        """Return the schema that is built before it takes the place of the other."""
        return f"{self.schema}_building"


def publish_to_postgres(snapshot: Path, target: Target) -> int:
    """Put the tables of a snapshot in place of those of the schema, and return how many rows they have.

    Raises WarehouseError where the server cannot be reached or refuses, the schema is not ours, or readers do not let go of it;
    what was there before then holds.
    """
    with _told(target), _connected(target) as connection:
        connection.execute(f"ATTACH {quoted(str(snapshot))} AS snapshot (READ_ONLY)")
        _require_ours(connection, target)
        if _present(connection, target.building):
            _execute(connection, f"DROP SCHEMA {target.building} CASCADE")
        _execute(connection, f"CREATE SCHEMA {target.building}",
                 f"COMMENT ON SCHEMA {target.building} IS {quoted(MARK)}")
        rows = sum(_copy(connection, target, table) for table in snapshot_tables())
        _grant(connection, target)
        _swap(connection, target)
        return rows


def is_in_postgres(digest: str, target: Target) -> bool:
    """Say whether the tables of the state of this digest are there already."""
    with _told(target), _connected(target) as connection:
        return _present(connection, target.schema) and bool(_ask(
            connection, f"SELECT 1 FROM {target.schema}.snapshot WHERE state = {quoted(digest)}"))


@contextmanager
def _told(target: Target) -> Iterator[None]:
    """Turn errors into one message that shows no secret."""
    try:
        yield
    except duckdb.Error as error:
        words = " ".join(str(error).split()).replace(target.address, target.shown)
        for secret in sorted(target.secrets, key=len, reverse=True):
            words = words.replace(secret, "***")
        raise WarehouseError(f"{target.shown} was not published to; what was there before holds: {words}") from None


@contextmanager
def _connected(target: Target) -> Iterator[duckdb.DuckDBPyConnection]:
    with connect(config=OFFLINE) as connection:
        load_extension(connection, "postgres_scanner", extra="postgres")
        # PostgreSQL's texts cannot hold the character zero.
        connection.execute("SET pg_null_byte_replacement = '\N{REPLACEMENT CHARACTER}'")
        connection.execute(f"ATTACH {quoted(target.address)} AS target (TYPE postgres)")
        yield connection


def _require_ours(connection: duckdb.DuckDBPyConnection, target: Target) -> None:
    found = _ask(connection, "SELECT coalesce(obj_description(oid, 'pg_namespace'), '') FROM pg_namespace "
                             f"WHERE nspname = {quoted(target.schema)}")
    if found and found[0][0] != MARK:
        raise WarehouseError(f"{target.shown} has a schema {target.schema} that was not published by rapporteur, so it is left "
                             "alone. Name another with `schema` under [publish] in rapporteur.toml, or another database.")


def _copy(connection: duckdb.DuckDBPyConnection, target: Target, table: View) -> int:
    """Copy one table with its words and return how many rows it has."""
    there = f"{target.building}.{table.name}"
    (rows,) = connection.execute(f"CREATE TABLE target.{there} AS FROM snapshot.reporting.{table.name}").fetchone()
    _execute(connection, f"COMMENT ON TABLE {there} IS {quoted(table.comment)}",
             *(f"COMMENT ON COLUMN {there}.{column} IS {quoted(meaning)}" for column, meaning in table.columns.items()),
             f"ANALYZE {there}")
    return rows


def _grant(connection: duckdb.DuckDBPyConnection, target: Target) -> None:
    """Let the role of readers read, and nothing else."""
    if target.reader is None:
        return
    if not _ask(connection, f"SELECT 1 FROM pg_roles WHERE rolname = {quoted(target.reader)}"):
        _execute(connection, f"CREATE ROLE {target.reader} NOLOGIN")
    _execute(connection, f"GRANT USAGE ON SCHEMA {target.building} TO {target.reader}",
             f"GRANT SELECT ON ALL TABLES IN SCHEMA {target.building} TO {target.reader}")


def _swap(connection: duckdb.DuckDBPyConnection, target: Target) -> None:
    """Have the new tables take the place of the old ones as soon as no reader is in between.

    Whoever reads an old table is waited for, and waits while all are locked. Two who wait for each other would be ended by
    PostgreSQL, so that we let go first, and try again.
    """
    old = [f"{target.schema}.{name}" for name, in _ask(
        connection, f"SELECT relname FROM pg_class WHERE relnamespace = (SELECT oid FROM pg_namespace "
                    f"WHERE nspname = {quoted(target.schema)}) AND relkind = 'r' ORDER BY relname")]
    replaced = [f"LOCK TABLE {', '.join(old)} IN ACCESS EXCLUSIVE MODE", f"DROP TABLE {', '.join(old)}"] if old else []
    if _present(connection, target.schema):
        replaced.append(f"DROP SCHEMA {target.schema}")
    for _ in range(TRIES):
        try:
            return _execute(connection, SWAP, *replaced, f"ALTER SCHEMA {target.building} RENAME TO {target.schema}")
        except duckdb.Error as error:
            if "lock timeout" not in str(error):
                raise
            _ask(connection, "SELECT 1 FROM pg_sleep(0.2)")
    raise WarehouseError(f"{target.shown}: readers have kept the tables of {target.schema} busy, so the new ones were not "
                         "put in their place. Look for long transactions in pg_stat_activity, then run `rapporteur publish`.")


def _present(connection: duckdb.DuckDBPyConnection, schema: str) -> bool:
    return bool(_ask(connection, f"SELECT 1 FROM pg_namespace WHERE nspname = {quoted(schema)}"))


def _execute(connection: duckdb.DuckDBPyConnection, *statements: str) -> None:
    """Run statements in one transaction of the server."""
    with transaction(connection):
        connection.execute("CALL postgres_execute('target', ?)", ["; ".join(statements)])


def _ask(connection: duckdb.DuckDBPyConnection, query: str) -> list[tuple]:
    return connection.execute("FROM postgres_query('target', ?)", [query]).fetchall()
