"""What a run says: its stages and sentences in the log that Prefect keeps, and whoever else listens."""
from __future__ import annotations

import logging
from collections.abc import Iterable

from etl.pipeline import Tally
from etl.progress import Progress
from warehouse.keys import document_key


class Told:
    """Passes on what a run tells to a listener, and writes it into a log; documents are counted by the listener alone."""

    def __init__(self, log: logging.Logger | logging.LoggerAdapter, listener: Progress) -> None:
        self._log, self._listener = log, listener

    def begin(self, stage: str, total: int | None = None) -> None:
        """Log a stage, with the documents that it has to go."""
        self._log.info(stage if total is None else f"{stage}: {total} document{'' if total == 1 else 's'}")
        self._listener.begin(stage, total)

    def advance(self, count: int = 1) -> None:
        """Pass it on."""
        self._listener.advance(count)

    def note(self, message: str) -> None:
        """Log a sentence."""
        self._log.info(message)
        self._listener.note(message)


def log_documents(log: logging.Logger | logging.LoggerAdapter, tally: Tally) -> None:
    """Log what became of each document, with the id by which the warehouse knows it; known ones at the level of debugging."""
    for became, level, uris in (("loaded", logging.INFO, tally.loaded), ("replaced", logging.INFO, tally.replaced),
                                ("known", logging.DEBUG, tally.known)):
        _log_each(log, level, became, uris)
    for rejection in tally.rejected:
        log.warning("document %s rejected (%s): %s %s", document_key(rejection.uri), rejection.reason, rejection.uri,
                    rejection.detail)


def _log_each(log: logging.Logger | logging.LoggerAdapter, level: int, became: str, uris: Iterable[str]) -> None:
    for uri in uris:
        log.log(level, "document %s %s: %s", document_key(uri), became, uri)
