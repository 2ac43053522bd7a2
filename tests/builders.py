"""Small hand-made extractions: a text, and what a careful reader finds in it."""
from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

from etl.records import (
    Agreement,
    Citation,
    Death,
    Evidence,
    Extraction,
    Finding,
    Header,
    Leave,
    Meeting,
    Mention,
    Organization,
    Part,
    Party,
    Passage,
    Person,
    Place,
    Position,
    Section,
    Source,
    Span,
    Step,
    When,
)

TEXT = (
    "Weekly Note\n"
    "Ada Lovelace, the envoy of Freedonia, met Sylvan president Boris Karloff in Vienna on May 4, 2021, to talk about rivers.\n"
    "Both signed the Danube Accord the same day. (River News, May 5, 2021)\n"
)
DAY = When(date(2021, 5, 4), date(2021, 5, 4), "day", "stated", "May 4, 2021")


def find(text: str, words: str, *, after: int = 0) -> Span:
    """Return the span of the first `words` in `text` from `after` on."""
    start = text.index(words, after)
    return Span(start, start + len(words))


def an_extraction(*, uri: str = "file:///note.txt", text: str = TEXT, title: str = "Weekly Note",
                  period_end: date | None = date(2021, 5, 9), meeting_key: str = "m-vienna") -> Extraction:
    """Return an extraction with one of everything: two people, an organization, a place, a meeting, an agreement, a finding.

    `text` must contain the sentences of TEXT; whatever stands before them moves the spans.
    """
    told = find(text, "Ada Lovelace, the envoy of Freedonia, met Sylvan president Boris Karloff in Vienna on May 4, 2021")
    signed = find(text, "Both signed the Danube Accord the same day.")
    cited = Citation("river-news", "River News", date(2021, 5, 5), find(text, "River News"))
    evidence = (Evidence(told, 1, (cited,), "met-with"),)
    ada = Person("ada-lovelace", "Ada Lovelace", ("Ada Lovelace",), "AT", (Position("envoy", country="AT", evidence=evidence),))
    boris = Person("boris-karloff", "Boris Karloff", ("Boris Karloff", "Karloff"), "HU",
                   (Position("president", "sylvan-republic-hu", "HU", evidence=evidence),))
    parties = (Party("ada-lovelace", role="envoy", country="AT", side="visitor"),
               Party("boris-karloff", "sylvan-republic-hu", "president", "HU", "host"))
    vienna = Place("vienna-at", "Vienna", "AT")
    return Extraction(
        source=Source(uri, hashlib.sha256(text.encode()).hexdigest(), "text/plain", text,
                      parts=(Part("title", find(text, "Weekly Note"), 1), Part("text", Span(told.start, signed.start - 1), 1),
                             Part("text", signed, 2))),
        header=Header(title, "Notes", "The Press", date(2021, 5, 3), period_end, None, "en"),
        sections=(Section(0, "Weekly Note", Span(0, len(text))),),
        passages=(Passage(0, 0, "title", find(text, "Weekly Note")),
                  Passage(1, 0, "paragraph", Span(told.start, find(text, "rivers.").end)),
                  Passage(2, 0, "caption", Span(signed.start, find(text, "5, 2021)").end))),
        people=(ada, boris),
        deaths=(Death("boris-karloff", date(2021, 5, 9), find(text, "the same day")),),
        leaves=(Leave("ada-lovelace", date(2021, 5, 9), find(text, "the same day")),),
        organizations=(Organization("sylvan-republic-hu", "Sylvan Republic", ("Sylvan",), "government", "HU"),),
        places=(vienna,),
        mentions=(Mention("person", "ada-lovelace", find(text, "Ada Lovelace"), 1),
                  Mention("person", "boris-karloff", find(text, "Boris Karloff"), 1),
                  Mention("organization", "sylvan-republic-hu", find(text, "Sylvan"), 1),
                  Mention("place", "vienna-at", find(text, "Vienna"), 1),
                  Mention("outlet", "river-news", cited.span, 2)),
        citations=(cited,),
        meetings=(Meeting(meeting_key, "meeting", "held", DAY, parties, evidence, (vienna,), ("rivers",), confidence=0.9),),
        agreements=(Agreement("a-danube", "treaty", "Danube Accord", "signed", DAY, parties, (Step("signed", DAY),),
                              (Evidence(signed, 2, (cited,), "signed"),)),),
        findings=(Finding("other", "info", find(text, "the same day"), "Which day is meant?", "May 4", "May 5"),),
    )


def without_facts(extraction: Extraction) -> Extraction:
    """Return an extraction that tells of nobody and nothing."""
    return replace(extraction, people=(), deaths=(), leaves=(), organizations=(), places=(), mentions=(), citations=(), meetings=(),
                   agreements=(), findings=())
