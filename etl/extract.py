"""Extract the records of one document.

Pure: the same source and knowledge give the same extraction, whatever came before.
"""
from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from etl.agreements.agreements import agreements_of
from etl.entities import organizations_of, people_of, places_of
from etl.findings.deaths import deaths_of, leaves_of
from etl.findings.findings import find_findings
from etl.knowledge import Knowledge
from etl.layout.shape import Shape
from etl.merging.meetings import meetings_of
from etl.occurrences import mentions_of
from etl.reading import read
from etl.records import Extraction, Passage, Section, Source, Span

EXTRACTOR_VERSION = "6"


def extract(source: Source, knowledge: Knowledge) -> Extraction:
    """Return the records of one document."""
    reading = read(source.text, knowledge, parts=source.parts, stated=source.stated)
    shaped = reading.shape
    return Extraction(
        source=source, header=shaped.header, sections=tuple(_sections(shaped)),
        passages=tuple(Passage(i, b.section, b.kind, b.span, b.page) for i, b in enumerate(shaped.blocks)),
        people=tuple(people_of(reading)), deaths=tuple(deaths_of(reading)),
        leaves=tuple(leaves_of(reading)), organizations=tuple(organizations_of(reading)),
        places=tuple(places_of(reading, knowledge)), mentions=tuple(mentions_of(reading)),
        citations=tuple(c for b in reading.brackets for c in b.citations),
        meetings=tuple(meetings_of(list(reading.merged), source.uri)),
        agreements=tuple(agreements_of(reading.pacts, source.uri)),
        findings=tuple(find_findings(reading, knowledge)),
    )


def _sections(shaped: Shape) -> Iterator[Section]:
    for ordinal, group in groupby(shaped.blocks, key=lambda b: b.section):
        blocks = list(group)
        heading = blocks[0].span.of(shaped.text) if blocks[0].kind == "heading" else None
        yield Section(ordinal, heading, Span(blocks[0].span.start, blocks[-1].span.end))
