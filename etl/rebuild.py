"""Build a warehouse anew from the originals of its documents, the reference data and what people decided.

It takes the place of the old one only where every document could be read again and no check of severity error finds rows. What
earlier runs had shown is not built again: the history begins anew.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath

from etl.errors import Rejection
from etl.extract import EXTRACTOR_VERSION
from etl.formats.sniff import BY_SUFFIX, MEDIA_TYPES
from etl.intake.inputs import Input, Intake
from etl.lock import hold_lock
from etl.pipeline import MANY, Clock, Request
from etl.prepare import BATCH, Prepared, prepare_all
from etl.progress import Progress, Silence
from etl.records import Stated
from etl.resolution import resolve_all
from warehouse import ledger
from warehouse.backup import failed_checks, put_in_place
from warehouse.carrying import Document, carry, current_documents
from warehouse.checks import CheckResult
from warehouse.connection import open_writer
from warehouse.errors import DocumentRefused
from warehouse.load import load_documents
from warehouse.migrate import migrate
from warehouse.reference import load_reference


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How rebuilding ended. `kept` is what was replaced; it is None, and the warehouse as it was, where something is lost."""

    documents: int
    kept: Path | None
    lost: tuple[Rejection, ...] = ()
    failed: tuple[CheckResult, ...] = ()


def rebuild(request: Request, *, accept_losses: bool = False, clock: Clock, progress: Progress = Silence()) -> Rebuilt:
    """Build the warehouse of a request anew; its sources are not asked.

    With `accept_losses` documents that can no longer be read do not hold it up. Raises WarehouseError where there is no
    warehouse, or it cannot be read; it is then as it was.
    """
    warehouse = request.warehouse
    new = warehouse.with_name(f"{warehouse.name}.rebuilding")
    with hold_lock(warehouse, on_wait=progress.note):
        try:
            progress.begin("Preparing the warehouse")
            with open_writer(warehouse):
                pass
            migrate(warehouse)
            documents = current_documents(warehouse)
            lost = _build(new, documents, request, clock=clock, progress=progress)
            failed = tuple(failed_checks(new))
            if failed or (lost and not accept_losses):
                return Rebuilt(len(documents), None, lost, failed)
            kept = warehouse.with_name(f"{warehouse.name}.before-rebuild")
            put_in_place(new, warehouse, kept=kept)
            return Rebuilt(len(documents), kept, lost)
        finally:
            for left in (new, new.with_name(f"{new.name}.wal")):
                left.unlink(missing_ok=True)


def _build(new: Path, documents: list[Document], request: Request, *, clock: Clock,
           progress: Progress) -> tuple[Rejection, ...]:
    """Fill a new file and return the documents that could not be read again."""
    new.unlink(missing_ok=True)
    migrate(new)
    inputs = [input_of(document, request.intake) for document in documents]
    workers = request.workers if len(inputs) >= MANY else 1
    progress.begin("Reading and loading", len(inputs))
    expected = {document.uri: document.sha256 for document in documents}
    with open_writer(new) as connection:
        load_reference(connection, request.seeds)
        carry(connection, request.warehouse)
        run_id = ledger.begin_run(connection, started_at=clock(), extractor_version=EXTRACTOR_VERSION)
        lost: list[Rejection] = []
        for batch in _batches(prepare_all(inputs, request.intake, workers=workers)):
            told = [_as_it_was(item, expected) for item in batch]
            rows = [item for item in told if not isinstance(item, Rejection)]
            lost += (item for item in told if isinstance(item, Rejection))
            fates = load_documents(connection, rows, run_id=run_id, loaded_at=clock())
            lost += (Rejection(each.document.uri, "refused", str(fate), each.document.sha256)
                     for each, fate in zip(rows, fates, strict=True) if isinstance(fate, DocumentRefused))
            progress.advance(len(batch))
        progress.begin("Resolving and checking")
        resolve_all(connection, run_id=run_id)
        ledger.finish_run(connection, run_id, finished_at=clock(), status="completed", seen=len(inputs),
                          loaded=len(inputs) - len(lost), replaced=0, skipped=0, rejected=0)
    return tuple(lost)


def _as_it_was(item: Prepared, expected: Mapping[str, str]) -> Prepared:
    """Return what was read of a document, or that its original is another one by now."""
    if isinstance(item, Rejection) or item.document.sha256 == expected[item.document.uri]:
        return item
    return Rejection(item.document.uri, "damaged", "its original has changed since it was kept; restore it from a backup",
                     expected[item.document.uri])


def input_of(document: Document, intake: Intake) -> Input:
    """Return a document as it is read from the originals; one without a name is called by its address and media type."""
    stated = Stated(document.title, document.publisher, document.published_on, document.country, document.style,
                    document.source)
    name = document.name or _named(PurePosixPath(document.uri.rpartition("!/")[2]).name, document.media_type)
    return Input(document.uri, intake.originals.path(document.sha256), name, stated)


def _named(name: str, media_type: str) -> str:
    if PurePosixPath(name).suffix.lower() in BY_SUFFIX:
        return name
    kind = next((kind for kind, told in MEDIA_TYPES.items() if told == media_type), None)
    suffix = next((suffix for suffix, of in BY_SUFFIX.items() if of == kind), "")
    return f"{name}{suffix}"


def _batches(prepared: Iterable[Prepared]) -> Iterator[list[Prepared]]:
    arriving = iter(prepared)
    while batch := list(islice(arriving, BATCH)):
        yield batch
