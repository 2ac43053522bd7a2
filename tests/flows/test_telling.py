"""What a run says in the log."""
from __future__ import annotations

import logging

import pytest

from etl.errors import Rejection
from etl.pipeline import Tally
from etl.progress import Silence
from flows.telling import Told, log_documents
from warehouse.keys import document_key

LOG = logging.getLogger("rapporteur.test")


def test_each_document_is_logged_with_its_id_and_what_became_of_it(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, LOG.name)
    log_documents(LOG, Tally(loaded=["/a.txt"], known=["/b.txt"], rejected=[Rejection("/c.txt", "empty", "is empty")]))
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("INFO", f"document {document_key('/a.txt')} loaded: /a.txt"),
        ("DEBUG", f"document {document_key('/b.txt')} known: /b.txt"),
        ("WARNING", f"document {document_key('/c.txt')} rejected (empty): /c.txt is empty"),
    ]


def test_stages_and_sentences_reach_the_log_and_the_listener(caplog: pytest.LogCaptureFixture) -> None:
    class Heard(Silence):
        told: list[object] = []

        def begin(self, stage: str, total: int | None = None) -> None:
            self.told.append((stage, total))

        def note(self, message: str) -> None:
            self.told.append(message)

    caplog.set_level(logging.INFO, LOG.name)
    told = Told(LOG, Heard())
    told.begin("Reading", 1)
    told.note("Waiting.")
    assert [record.getMessage() for record in caplog.records] == ["Reading: 1 document", "Waiting."]
    assert Heard.told == [("Reading", 1), "Waiting."]
