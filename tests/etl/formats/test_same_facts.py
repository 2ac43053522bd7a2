"""One document as text, HTML, PDF and DOCX tells the same facts."""
from __future__ import annotations

from functools import cache

import pytest

from etl.extract import extract
from etl.formats.content import Content, Limits
from etl.formats.readers import content_of
from etl.knowledge import load_knowledge
from etl.records import Extraction, Party, Source
from seeds import SEEDS
from tests.etl.formats.conftest import Printed
from tests.etl.formats.pages import BUILDS, blocks_of

STEMS = sorted(path.stem for path in (SEEDS / "bulletins").glob("*.txt"))
ADDRESS = "file:///bulletin"


def parties(found: tuple[Party, ...]) -> list[tuple]:
    """Return parties by what they say, in order."""
    return sorted((p.person_key or "", p.organization_key or "", " ".join((p.role or "").split()), p.country or "", p.side) for p in found)


def facts(content: Content) -> dict[str, list]:
    """Return all facts of a document, without where in its text they stand."""
    x: Extraction = extract(Source(ADDRESS, "0" * 64, "text/plain", content.text, content.parts, content.stated), load_knowledge())
    return {
        "people": sorted((p.key, p.country or "", sorted(" ".join(q.title.split()) for q in p.positions)) for p in x.people),
        "organizations": sorted((o.key, o.kind, o.country or "") for o in x.organizations),
        "meetings": sorted((m.kind, m.status, str(m.when.start), str(m.when.end), m.when.basis, [p.key for p in m.places],
                            parties(m.parties), sorted({c.outlet_key for e in m.evidence for c in e.citations}), bool(m.part_of))
                           for m in x.meetings),
        "agreements": sorted((a.kind, a.status, " ".join(a.subject.split()), str(a.when.start), parties(a.parties)) for a in x.agreements),
        "findings": sorted((f.kind, " ".join(f.span.of(content.text).split())) for f in x.findings),
    }


@cache
def text_of(stem: str) -> str:
    """Return a sample bulletin."""
    return (SEEDS / "bulletins" / f"{stem}.txt").read_text(encoding="utf-8")


@cache
def as_text(stem: str) -> dict[str, list]:
    """Return the facts of a bulletin as plain text."""
    return facts(content_of(text_of(stem).encode(), "text", Limits()))


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_a_print_tells_what_the_text_tells(stem: str, kind: str, printed: Printed) -> None:
    assert facts(content_of(printed(stem, kind), kind, Limits())) == as_text(stem)


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize("build", BUILDS, ids=lambda build: build.__name__)
def test_a_web_page_tells_what_the_text_tells(stem: str, build: object) -> None:
    page = build(blocks_of(text_of(stem)))
    assert facts(content_of(page.encode(), "html", Limits())) == as_text(stem)


def test_the_facts_compared_are_not_empty() -> None:
    assert all(as_text(stem)["meetings"] and as_text(stem)["people"] for stem in STEMS)
    assert sum(len(as_text(stem)["meetings"]) for stem in STEMS) > 60
