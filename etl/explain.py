"""Show what each stage made of one document, so that whoever widens the rules sees where a fact was lost."""
from __future__ import annotations

from collections.abc import Iterator

from etl.agreements.pacts import merge_pacts
from etl.framing.frames import find_hits
from etl.framing.skeleton import Skeleton, skeleton
from etl.knowledge import Knowledge
from etl.reading import Reading, read
from etl.records import Source, When
from etl.telling.drafts import Draft
from etl.telling.sides import Side

WIDTH = 110


def explain(source: Source, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Yield (stage, what it made) in the order of the stages.

    Stages: shape, spot, link, frame, place (the drafts), merge (the records).
    """
    reading = read(source.text, knowledge, parts=source.parts, stated=source.stated)
    yield "shape", "\n".join(_shape(reading))
    yield "spot", "\n".join(_spot(reading))
    yield "link", "\n".join(_link(reading))
    yield "frame", "\n".join(_frame(reading))
    yield "place", "\n".join(_draft(d) for d in reading.drafts)
    yield "merge", "\n".join([*(_draft(d) for d in reading.merged), *_pacts(reading)])


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= WIDTH else line[:WIDTH - 1] + "…"


def _shape(reading: Reading) -> Iterator[str]:
    header = reading.shape.header
    yield f"title {header.title!r}, period {header.period_start} to {header.period_end}, published {header.published_on}"
    for i, block in enumerate(reading.shape.blocks):
        overview = " overview" if block.overview else ""
        yield f"{i:3} section {block.section} {block.kind:9}{overview} {_short(block.span.of(reading.shape.text))}"


def _spot(reading: Reading) -> Iterator[str]:
    for sentence in reading.sentences:
        for m in sorted(sentence.mentions, key=lambda m: m.first):
            posts = "; ".join(f"{r.phrase} [{r.country or '?'}{', former' if r.former else ''}]" for r in m.roles)
            words = _short(sentence.units.phrase(m.first, m.last))
            yield f"block {sentence.block:3} {m.kind:9} {words}{'  = ' + posts if posts else ''}"


def _link(reading: Reading) -> Iterator[str]:
    for entry in reading.linker.people.values():
        posts = "; ".join(dict.fromkeys(r.phrase for r, _, _ in entry.roles))
        yield f"person {entry.key}: {', '.join(entry.forms)}{'  = ' + posts if posts else ''}"
    for body in reading.linker.bodies.values():
        yield f"body   {body.key} ({body.kind}, {body.country or '?'}): {', '.join(body.forms)}"


def readable(skel: Skeleton) -> str:
    """Return a skeleton with each sign written as the words it stands for."""
    units = skel.sentence.units

    def words(token: str) -> str:
        group = skel.groups.get(token)
        if group is None:
            return token
        return f"{{{group.kind}: {' + '.join(units.phrase(m.first, m.last) for m in group.mentions)}}}"

    return " ".join(map(words, skel.tokens))


def _frame(reading: Reading) -> Iterator[str]:
    for sentence in reading.sentences:
        kind = reading.shape.blocks[sentence.block].kind
        if kind in ("heading", "title"):
            continue
        skel, units = skeleton(sentence), sentence.units
        yield readable(skel)
        for hit in find_hits(skel, caption=kind == "caption"):
            slots = (hit.left, hit.right, hit.places)
            left, right, places = (", ".join(units.phrase(m.first, m.last) for m in slot) for slot in slots)
            yield f"    {hit.frame}: {hit.kind} {hit.status} | {left or '-'} | {right or '-'} | {places or '-'}"


def _when(when: When) -> str:
    if when.start is None:
        return f"no day ({when.stated})" if when.stated else "no day"
    days = str(when.start) if when.start == when.end else f"{when.start} to {when.end}"
    return f"{days} {when.precision} by {when.basis}"


def _side(side: Side) -> str:
    return side.key or side.text or side.country or "?"


def _draft(draft: Draft) -> str:
    places = ", ".join(p.name or p.country or "?" for p in draft.places)
    told = "overview" if draft.overview else "caption" if draft.caption else f"block {draft.block}"
    sides = " + ".join(map(_side, draft.sides))
    return (f"{draft.kind} {draft.status}: {sides} | {places or 'no place'} | {_when(draft.when)} | "
            f"{told}, {len(draft.evidence)} quoted, by {draft.frame!r}")


def _pacts(reading: Reading) -> Iterator[str]:
    for pact in merge_pacts(reading.pacts):
        planned = f" (planned: {pact.planned})" if pact.planned else ""
        sides = " + ".join(map(_side, pact.sides))
        yield f"{pact.kind} {pact.status}{planned}: {sides} | {pact.subject} | {_when(pact.when)}"
