"""Load documents: each of them wholly or not at all.

A changed file becomes a new version and the old one is retired in the same transaction; the views show current versions only,
and `warehouse.refresh` sweeps the retired ones. They cannot be deleted here: DuckDB refuses to delete children and their
parents in one transaction.
"""
from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import duckdb
import pyarrow

from . import staging
from .arrivals import Arrivals, sort_arrivals
from .connection import transaction
from .errors import DocumentRefused
from .identities import identify, identity_column
from .keys import document_key
from .moments import as_utc
from .rows import DocumentRow, DocumentRows

PARTS = ("origins", "sections", "passages", "passage_texts", "pages", "citations", "person_accounts", "person_forms", "person_deaths",
         "person_leaves", "organization_accounts", "organization_forms", "meeting_accounts", "meeting_participants", "meeting_places",
         "meeting_topics", "agreement_accounts", "agreement_parties", "agreement_steps", "evidence", "mentions", "findings")
"""The tables that a version owns, parents first."""

FAULTS_OF_ROWS = (duckdb.ConstraintException, duckdb.ConversionException, pyarrow.ArrowException, UnicodeError)

Identities = dict[str, dict[str, int]]


def known_documents(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Return the SHA-256 of the current version of each document, by uri."""
    return dict(connection.execute(
        "SELECT d.uri, v.sha256 FROM document_versions v JOIN documents d USING (document_id) WHERE v.is_current").fetchall())


def load_document(connection: duckdb.DuckDBPyConnection, rows: DocumentRows, *, run_id: int, loaded_at: datetime) -> str:
    """Load a document in one transaction and say what became of it.

    Returns loaded, replaced (its uri held other content), or known (its content is there, under whatever uri). Raises
    DocumentRefused where the rows break a constraint, such as a country code that the reference data lacks. Whatever fails,
    nothing of the document is stored.
    """
    try:
        return _load(connection, [rows], run_id=run_id, loaded_at=loaded_at)[0]
    except FAULTS_OF_ROWS as error:
        raise DocumentRefused(f"{rows.document.uri} was not loaded: {error}") from error


def load_documents(connection: duckdb.DuckDBPyConnection, batch: Sequence[DocumentRows], *, run_id: int,
                   loaded_at: datetime) -> list[str | DocumentRefused]:
    """Load many documents and return, for each, what `load_document` returns or raises.

    They share one transaction, which costs a tenth of one for each; where any of them is at fault, the batch is rolled back and
    each is loaded by itself.
    """
    uris = {rows.document.uri for rows in batch}
    if len(uris) == len(batch):
        try:
            return list(_load(connection, batch, run_id=run_id, loaded_at=loaded_at))
        except FAULTS_OF_ROWS:
            pass
    return [_outcome(connection, rows, run_id=run_id, loaded_at=loaded_at) for rows in batch]


def _outcome(connection: duckdb.DuckDBPyConnection, rows: DocumentRows, *, run_id: int,
             loaded_at: datetime) -> str | DocumentRefused:
    try:
        return load_document(connection, rows, run_id=run_id, loaded_at=loaded_at)
    except DocumentRefused as refusal:
        return refusal


def _load(connection: duckdb.DuckDBPyConnection, batch: Sequence[DocumentRows], *, run_id: int,
          loaded_at: datetime) -> list[str]:
    with transaction(connection):
        arrivals = sort_arrivals(connection, [rows.document for rows in batch])
        _retire(connection, arrivals, run_id=run_id)
        fresh = [rows for rows in batch if rows.document.uri in arrivals.fresh]
        if fresh:
            versions = _insert_versions(connection, [rows.document for rows in fresh], run_id=run_id, loaded_at=loaded_at)
            identities = _identify_all(connection, fresh)
            for table in PARTS:
                _insert_part(connection, table, fresh, versions, identities)
    return [arrivals.outcome(rows.document.uri) for rows in batch]


def _retire(connection: duckdb.DuckDBPyConnection, arrivals: Arrivals, *, run_id: int) -> None:
    for version_id in arrivals.retired.values():
        connection.execute("UPDATE document_versions SET is_current = false WHERE version_id = ?", [version_id])
        connection.execute("INSERT INTO retirements (version_id, run_id) VALUES (?, ?)", [version_id, run_id])


def _insert_versions(connection: duckdb.DuckDBPyConnection, documents: Sequence[DocumentRow], *, run_id: int,
                     loaded_at: datetime) -> list[int]:
    """Return the internal key of a new version of each document."""
    uris = [document.uri for document in documents]
    keys = [document_key(uri) for uri in uris]
    ids = identify(connection, "document_id", {"key": keys, "uri": uris})
    columns = {name: [getattr(document, name) for document in documents] for name in DocumentRow.__slots__ if name != "uri"}
    count = len(documents)
    inserted = dict(staging.insert(connection, "document_versions", {
        "document_id": [ids[key] for key in keys], "is_current": [True] * count, "run_id": [run_id] * count,
        "loaded_at": [as_utc(loaded_at)] * count, **columns}, suffix="RETURNING document_id, version_id"))
    return [inserted[ids[key]] for key in keys]


def _identify_all(connection: duckdb.DuckDBPyConnection, batch: Sequence[DocumentRows]) -> Identities:
    """Return the internal keys of everything the documents speak of, by key column."""
    bodies = [row for rows in batch for row in rows.organization_accounts]
    parents = [row.parent_organization_key for row in bodies if row.parent_organization_key is not None]
    bare = {
        "person_id": [row.person_key for rows in batch for row in rows.person_accounts],
        "organization_id": [row.organization_key for row in bodies] + parents,
        "meeting_id": [row.meeting_key for rows in batch for row in rows.meeting_accounts],
        "agreement_id": [row.agreement_key for rows in batch for row in rows.agreement_accounts],
    }
    found: Identities = {column: identify(connection, column, {"key": keys}) for column, keys in bare.items()}
    for column, field in (("place_id", "places"), ("outlet_id", "outlets"), ("position_id", "positions")):
        given = [row for rows in batch for row in getattr(rows, field)]
        found[column] = identify(connection, column, _columns(given, found)) if given else {}
    return found


def _insert_part(connection: duckdb.DuckDBPyConnection, table: str, batch: Sequence[DocumentRows], versions: Sequence[int],
                 identities: Identities) -> None:
    owned = [(version_id, row) for version_id, rows in zip(versions, batch, strict=True) for row in getattr(rows, table)]
    if owned:
        columns = _columns([row for _, row in owned], identities)
        staging.insert(connection, table, {"version_id": [version_id for version_id, _ in owned], **columns})


def _columns(rows: Sequence[object], identities: Identities) -> dict[str, list]:
    """Return the rows as columns, with internal keys in place of natural ones."""
    columns: dict[str, list] = {}
    for field in rows[0].__dataclass_fields__:
        values = [getattr(row, field) for row in rows]
        if not field.endswith("_key"):
            columns[field] = values
            continue
        column = f"{field.removesuffix('_key')}_id"
        keys = identities[identity_column(column)]
        columns[column] = [None if value is None else keys[value] for value in values]
    return columns
