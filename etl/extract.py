"""Extract the records of one document: shape, spot, link, frame, place, merge.

Pure: the same source and knowledge give the same extraction, whatever came before.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from etl.agreements import Pact, agreements_of, find_pacts
from etl.citations import CitedBracket, find_citations
from etl.dates import DateMention, find_dates
from etl.drafts import Draft, Drafter, Item, Side
from etl.findings import find_findings
from etl.knowledge import Knowledge, slug
from etl.link import Linker, Sentence
from etl.merge import meetings_of, merge
from etl.records import Evidence, Extraction, Mention, Organization, Passage, Person, Place, Position, Section, Source, Span
from etl.shape import Shape, shape
from etl.spot import Spotter
from etl.tokens import Fixed, Tokenizer, sentences

EXTRACTOR_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that the stages made of one document, for looking at and for the records."""

    shape: Shape
    sentences: tuple[Sentence, ...]
    dates: tuple[DateMention, ...]
    brackets: tuple[CitedBracket, ...]
    linker: Linker
    drafts: tuple[Draft, ...]
    merged: tuple[Draft, ...]
    pacts: tuple[Pact, ...]


def read(text: str, knowledge: Knowledge) -> Reading:
    """Run the stages over one text."""
    shaped = shape(text)
    lowers = frozenset(re.findall(r"(?<![^\W\d_])[a-zà-ÿ][a-zà-ÿ'-]+", shaped.text))
    tokenizer, spotter = Tokenizer(knowledge, lowers), Spotter(knowledge)
    abbreviations = frozenset(knowledge.rules["groups"]["abbreviations"]["words"])
    dates: list[DateMention] = []
    brackets: list[CitedBracket] = []
    fixed = [_fixed(shaped, block.spans, dates, brackets, knowledge) for block in shaped.blocks]

    def spotted(blocks: Iterable[int]) -> list[Sentence]:
        out = []
        for at in blocks:
            block = shaped.blocks[at]
            units = tokenizer.units(shaped.text, block.spans, fixed[at])
            heads = block.kind in ("heading", "title")
            for first, last in sentences(units, abbreviations):
                mentions = spotter.mentions(units, first, last)
                # a headline's capitals prove nothing: only what the seeds know or a post introduces is a name there
                out.append(Sentence(at, units, first, last, [m for m in mentions if not heads or m.kind != "body" or m.value]))
        return out

    found = spotted(range(len(shaped.blocks)))
    tokenizer.surnames = _like_places(found, knowledge)
    if tokenizer.surnames:
        again = {s.block for s in found if not tokenizer.surnames.isdisjoint(s.units.words)}
        found = sorted((*(s for s in found if s.block not in again), *spotted(sorted(again))), key=lambda s: (s.block, s.first))
    linker = Linker(knowledge, found, [b.kind for b in shaped.blocks])
    linker.run()
    pacts: list[Pact] = []
    drafter = Drafter(knowledge, linker, shaped.calendar, dates, brackets, subject=_traveller(found, shaped, linker), on_sentence=lambda skel, item, cited: pacts.extend(find_pacts(skel, drafter, item, cited)))
    drafter.signer = _signer(found, shaped, linker)
    drafts: list[Draft] = []
    stage, item = Item(), Item()
    for at, group in groupby(found, key=lambda s: s.block):
        block, told = shaped.blocks[at], list(group)
        if block.kind in ("heading", "title"):
            stage = drafter.scene(told) if block.kind == "heading" else stage
            item = Item()
            continue
        if block.kind == "paragraph" and len(block.span.of(shaped.text)) < 60:
            scene = drafter.scene(told)
            if scene.place and scene.when.start:
                stage = scene
                continue
        # paragraphs of running text share whom they speak of; items and captions stand alone
        item = Item(item.topic, item.pair, stage.place, stage.when, item.visitors) if block.kind == "paragraph" else Item(place=stage.place, when=stage.when)
        drafts.extend(drafter.block(told, overview=block.overview, caption=block.kind == "caption", carry=item))
    return Reading(shaped, tuple(found), tuple(dates), tuple(brackets), linker, tuple(drafts), tuple(merge(drafts)), tuple(sorted(pacts, key=lambda p: shaped.blocks[p.block].overview)))


def _signer(found: list[Sentence], shaped: Shape, linker: Linker) -> Side | None:
    """Return the person who writes in the first person: the byline or a line that holds a name and a post alone."""
    last = len(shaped.blocks) - 1
    for sentence in found:
        block = shaped.blocks[sentence.block]
        if (sentence.block > 5 and sentence.block < last - 1) or len(block.span.of(shaped.text)) > 160:
            continue
        for m in sentence.mentions:
            if m.kind == "person" and m.entity and m.name:
                alone = m.last - m.first >= sentence.last - sentence.first - 1
                byline = m.first > sentence.first and sentence.units.words[m.first - 1].lower() == "by"
                if alone or byline:
                    return Side("person", m.entity, None, next((r.country for r, _, _ in linker.people[m.entity].roles if r.country), None))
    return None


def _like_places(found: list[Sentence], knowledge: Knowledge) -> frozenset[str]:
    """Return the family names of this document that are also places or ordinary words ("Yasser Arafat", "Menachem Begin")."""
    out = set()
    for sentence in found:
        for m in sentence.mentions:
            if m.kind == "person" and m.name and m.name[1] - m.name[0] >= 2:
                word = sentence.units.words[m.name[1] - 1]
                entry = knowledge.proper.single.get(word)
                if (entry and entry.cls in "GcdKX") or word.lower() in knowledge.ordinary or word.lower() in knowledge.common.single:
                    out.add(word)
    return frozenset(out)


def _traveller(found: list[Sentence], shaped: Shape, linker: Linker) -> Side | None:
    """Return the person whom the title names first: whom sentences without a subject are about."""
    for sentence in found:
        if shaped.blocks[sentence.block].kind == "title":
            for m in sentence.mentions:
                if m.kind == "person" and m.entity:
                    return Side("person", m.entity, None, next((r.country for r, _, _ in linker.people[m.entity].roles if r.country), None))
    return None


def _fixed(shaped: Shape, spans: tuple[Span, ...], dates: list[DateMention], brackets: list[CitedBracket], knowledge: Knowledge) -> list[Fixed]:
    """Read citations and dates of a block beforehand; they become single units."""
    out: list[Fixed] = []
    for span in spans:
        cited = find_citations(shaped.text, span.start, span.end, shaped.calendar, knowledge)
        for bracket in cited:
            out.append(Fixed(bracket.span, "Z", len(brackets)))
            brackets.append(bracket)
        for mention in find_dates(shaped.text, span.start, span.end):
            if not any(b.span.start <= mention.span.start < b.span.end for b in cited):
                out.append(Fixed(mention.span, "D", len(dates)))
                dates.append(mention)
    return sorted(out, key=lambda f: f.span)


def extract(source: Source, knowledge: Knowledge) -> Extraction:
    """Return the records of one document."""
    reading = read(source.text, knowledge)
    shaped, linker = reading.shape, reading.linker
    return Extraction(
        source=source, header=shaped.header, sections=tuple(_sections(shaped)),
        passages=tuple(Passage(i, b.section, b.kind, b.span) for i, b in enumerate(shaped.blocks)),
        people=tuple(_people(reading)), organizations=tuple(_organizations(reading)), places=tuple(_places(reading, knowledge)),
        mentions=tuple(_mentions(reading)), citations=tuple(c for b in reading.brackets for c in b.citations),
        meetings=tuple(meetings_of(list(reading.merged), source.uri)), agreements=tuple(agreements_of(reading.pacts, source.uri)),
        findings=tuple(find_findings(reading, knowledge)),
    )


def _sections(shaped: Shape) -> Iterator[Section]:
    for ordinal, group in groupby(shaped.blocks, key=lambda b: b.section):
        blocks = list(group)
        heading = blocks[0].span.of(shaped.text) if blocks[0].kind == "heading" else None
        yield Section(ordinal, heading, Span(blocks[0].span.start, blocks[-1].span.end))


def _people(reading: Reading) -> Iterator[Person]:
    for entry in reading.linker.people.values():
        positions: dict[tuple, Position] = {}
        for role, mention, block in entry.roles:
            sentence = next((s for s in reading.sentences if s.block == block and s.first <= mention.first < s.last), None)
            if sentence is None:
                continue
            body = next((m.entity for m in sentence.mentions if m.kind == "inner" and role.first <= m.first < role.last), None)
            key = (role.head, role.domains, role.country, role.former)
            units, first = sentence.units, role.first
            while first < role.last - 1 and (units.classes[first] in "dcv" or units.words[first].lower() in reading.linker.knowledge.former_words):
                first += 1
            positions.setdefault(key, Position(units.phrase(first, role.last), body, role.country, role.former, (Evidence(sentence.text_span(), block),)))
        country = next((p.country for p in positions.values() if p.country), None)
        yield Person(entry.key, " ".join(entry.tokens), tuple(dict.fromkeys((" ".join(entry.tokens), *entry.forms))), country, tuple(positions.values()))


def _organizations(reading: Reading) -> Iterator[Organization]:
    for body in reading.linker.bodies.values():
        yield Organization(body.key, body.name, tuple(dict.fromkeys((body.name, *body.forms))), body.kind, body.country)


def _places(reading: Reading, knowledge: Knowledge) -> Iterator[Place]:
    seen = set()
    for draft in reading.merged:
        for place in draft.places:
            if place.key not in seen:
                seen.add(place.key)
                yield place
    for sentence in reading.sentences:
        for m in sentence.mentions:
            if m.kind == "place" and m.value and not m.value.startswith("~") and m.value not in seen:
                seen.add(m.value)
                known = knowledge.places[m.value]
                yield Place(known.key, known.name, known.country)


def _mentions(reading: Reading) -> Iterator[Mention]:
    seen = set()
    for sentence in reading.sentences:
        for m in sentence.mentions:
            if m.kind == "person" and m.entity and m.name:
                first, last = m.name
                kind, key = "person", m.entity
            elif m.kind in ("body", "inner") and m.entity:
                first = m.first + (sentence.units.classes[m.first] in "tu")
                last, kind, key = m.last, "organization", m.entity
            elif m.kind == "place" and m.value and not m.value.startswith("~"):
                first = m.first + (sentence.units.classes[m.first] == "t")
                last, kind, key = m.last, "place", m.value
            else:
                continue
            span = sentence.units.span(first, last)
            if m.kind == "inner" and m.value:
                start = span.start + sentence.units.words[first].index(m.value)
                span = Span(start, start + len(m.value))
            if (kind, span) not in seen:
                seen.add((kind, span))
                yield Mention(kind, key, span, sentence.block)
    for bracket in reading.brackets:
        block = next(i for i, b in enumerate(reading.shape.blocks) if any(s.start <= bracket.span.start < s.end for s in b.spans))
        for c in bracket.citations:
            if ("outlet", c.span) not in seen:
                seen.add(("outlet", c.span))
                yield Mention("outlet", c.outlet_key, c.span, block)
