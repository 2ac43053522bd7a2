"""Tell what arriving documents are to the warehouse: new, changed, or known."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from . import staging
from .rows import DocumentRow


@dataclass(frozen=True, slots=True)
class Arrivals:
    """What to do with a batch: `fresh` uris to load, and the version to retire at each uri whose content changed."""

    fresh: frozenset[str]
    retired: dict[str, int]

    def outcome(self, uri: str) -> str:
        """Return loaded, replaced or known."""
        return "replaced" if uri in self.retired else "loaded" if uri in self.fresh else "known"


def sort_arrivals(connection: duckdb.DuckDBPyConnection, documents: Sequence[DocumentRow]) -> Arrivals:
    """Compare documents of distinct uris with the current versions, and with each other.

    Content that is there under another uri is not loaded again. Should that other document change later, the content comes back
    with the next run that finds it. The same content, read by another version of the extraction, is a change.
    """
    held = _held(connection, documents)
    readings = {document.uri: (document.sha256, document.extractor_version) for document in documents}
    retired = {uri: version_id for uri, version_id, *reading in held if readings.get(uri, tuple(reading)) != tuple(reading)}
    present = {sha256 for uri, _, sha256, _ in held if uri not in retired}
    fresh = set()
    for document in documents:
        if document.sha256 not in present:
            fresh.add(document.uri)
            present.add(document.sha256)
    return Arrivals(frozenset(fresh), retired)


def _held(connection: duckdb.DuckDBPyConnection, documents: Sequence[DocumentRow]) -> list[tuple[str, int, str, str]]:
    """Return uri, version, hash and extractor of the current versions that share an uri or a hash with the documents."""
    with staging.staged(connection, "document_versions", {"sha256": [document.sha256 for document in documents]}) as hashes:
        same_content = connection.execute(
            "SELECT d.uri, v.version_id, v.sha256, v.extractor_version "
            "FROM document_versions v JOIN documents d USING (document_id) "
            f"SEMI JOIN {hashes} h ON h.sha256 = v.sha256 WHERE v.is_current").fetchall()
    with staging.staged(connection, "documents", {"uri": [document.uri for document in documents]}) as uris:
        same_uri = connection.execute(
            "SELECT d.uri, v.version_id, v.sha256, v.extractor_version "
            "FROM document_versions v JOIN documents d USING (document_id) "
            f"SEMI JOIN {uris} u ON u.uri = d.uri WHERE v.is_current").fetchall()
    return sorted({*same_content, *same_uri})
