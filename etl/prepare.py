"""Prepare documents for loading: read, extract, turn into rows. The one place where a document's failure becomes a rejection.

Small runs work in this process; large ones in a few worker processes, batch by batch.
"""
from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace

from etl.consistency import InconsistentExtraction
from etl.errors import DocumentRejected, Rejection
from etl.extract import EXTRACTOR_VERSION, extract
from etl.formats.content import Limits, Unreadable
from etl.intake.guard import guarded
from etl.intake.inputs import Input, Intake
from etl.intake.read import read_bytes, source_of
from etl.knowledge import load_knowledge
from etl.records import Source
from etl.rows import rows_of
from etl.tables.extract import extract_table
from etl.tables.mapping import TableMapping
from etl.workers import Submit
from etl.workers import workers as working
from warehouse.rows import DocumentRows, OriginRow

BATCH = 50
"""Documents a batch: enough to make the hand-over cheap, few enough to see a run move."""

LONG = 50_000
"""Characters from which a text is extracted from in the process that can be ended; bulletins have fewer."""

Prepared = DocumentRows | Rejection


def batches_of(documents: Sequence[Input], *, size: int = BATCH) -> list[Sequence[Input]]:
    """Cut the documents into batches of at most `size`, in their order."""
    return [documents[start:start + size] for start in range(0, len(documents), size)]


def prepare_document(found: Input, intake: Intake) -> Prepared:
    """Return the rows of one document, or why it has none; no failure of the rules escapes.

    When rows are returned, the bytes that they rest on are kept.
    """
    try:
        raw = read_bytes(found, max_bytes=intake.limits.bytes)
        source = source_of(found, raw, intake.limits)
    except DocumentRejected as error:
        return error.rejection
    mapping = intake.mapping_of(found.name) if source.rows else None
    if source.rows and mapping is None:
        return Rejection(source.uri, "unmapped", "is a table, and nothing says what its columns mean; describe it under "
                                                 "[tables.NAME] in rapporteur.toml (docs/tables.md)", source.sha256)
    # The rows of a table are read one by one, so that its length costs no more than its rows do.
    is_long = mapping is None and len(source.text) >= LONG
    prepared = _rows_guarded(source, intake.limits) if is_long else _rows(source, mapping)
    if isinstance(prepared, Rejection):
        return prepared
    intake.originals.keep(raw)
    return replace(prepared, origins=(_origin(found),))


def _origin(found: Input) -> OriginRow:
    """Return what is known of a document from outside its bytes; `etl.rebuild` reads it again by that."""
    stated = found.stated
    return OriginRow(found.name, stated.source, stated.title, stated.publisher, stated.published_on, stated.country, stated.style)


def _rows(source: Source, mapping: TableMapping | None) -> Prepared:
    knowledge = load_knowledge()
    try:
        extraction = extract_table(source, mapping, knowledge) if mapping is not None else extract(source, knowledge)
        return rows_of(extraction, extractor_version=EXTRACTOR_VERSION)
    except DocumentRejected as error:
        return error.rejection
    except InconsistentExtraction as error:
        return Rejection(source.uri, "inconsistent", str(error), source.sha256)
    except MemoryError:
        raise
    except Exception as error:
        # The boundary: a fault of the rules in one document must not cost the run the others.
        return Rejection(source.uri, "extraction_failed", f"{type(error).__name__}: {error}", source.sha256)


def _rows_guarded(source: Source, limits: Limits) -> Prepared:
    """Return the same by the process that can be ended: some rules take the square of what a long text repeats."""
    try:
        return guarded(_rows, source, None, limits=limits)
    except Unreadable as error:
        return Rejection(source.uri, error.reason, str(error), source.sha256)


def prepare_batch(documents: Sequence[Input], intake: Intake) -> list[Prepared]:
    """Prepare the documents of one batch, in their order."""
    return [prepare_document(found, intake) for found in documents]


def prepare_all(documents: Sequence[Input], intake: Intake, *, workers: int = 1) -> Iterator[Prepared]:
    """Yield the documents prepared, in their order, by `workers` processes where that is more than one.

    Raises WorkerLost where the system ends a worker.
    """
    if workers < 2:
        yield from (prepare_document(found, intake) for found in documents)
        return
    with working(workers) as submit:
        yield from _through(submit, batches_of(documents), intake, ahead=2 * workers)


@contextmanager
def crew(workers: int) -> Iterator[Callable[[Sequence[Input], Intake], list[Prepared]]]:
    """Give a function like `prepare_batch` that works in `workers` processes, or here where that is one; threads may share it.

    Raises WorkerLost where the system ends a worker.
    """
    if workers < 2:
        yield prepare_batch
        return
    with working(workers) as submit:
        yield lambda documents, intake: submit(prepare_batch, documents, intake).result()


def _through(submit: Submit, batches: Iterable[Sequence[Input]], intake: Intake, *,
             ahead: int) -> Iterator[Prepared]:
    """Yield the results in order, with at most `ahead` batches waiting to be taken, so that memory stays bounded."""
    pending: deque[Future[list[Prepared]]] = deque()
    for batch in batches:
        pending.append(submit(prepare_batch, batch, intake))
        if len(pending) > ahead:
            yield from pending.popleft().result()
    while pending:
        yield from pending.popleft().result()
