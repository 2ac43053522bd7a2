"""Find encounters and agreements that nobody but a party to them reports."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from etl.agreements.pacts import merge_pacts
from etl.knowledge import Knowledge, slug, toml
from etl.reading import Reading
from etl.records import Citation, Evidence, Finding
from etl.telling.sides import Side


@cache
def _words() -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """Return what shows that a source is somebody's own, and what the offices of posts are called."""
    data = toml("findings.toml")["own_source"]
    return frozenset(data["words"]), {post: frozenset(words) for post, words in data["offices"].items()}


def own_sources(reading: Reading, knowledge: Knowledge) -> Iterator[Finding]:
    """Yield the only source of a held encounter or agreement where its name says that it is a party's own."""
    facts = [(d.sides, d.evidence) for d in reading.merged if d.status == "held"]
    facts += [(p.sides, p.evidence) for p in merge_pacts(reading.pacts)]
    for sides, evidence in facts:
        citation = _only(evidence)
        if citation is None or not _can_be_own(citation, knowledge):
            continue
        said = frozenset(slug(citation.outlet).split("-"))
        side = next((s for s in sides if _is_of(s, said, reading)), None)
        if side is not None:
            yield Finding("other", "info", citation.span,
                          f"The only source, {citation.outlet}, speaks for a party to what it reports.",
                          f"as {citation.outlet} tells it", "not confirmed by anybody else")


def _only(evidence: Iterable[Evidence]) -> Citation | None:
    """Return the source of a fact that has a single one."""
    cited = {c.outlet_key: c for e in evidence for c in e.citations}
    return next(iter(cited.values())) if len(cited) == 1 else None


def _can_be_own(citation: Citation, knowledge: Knowledge) -> bool:
    """Say whether a source is none of the press: unknown, or known as official."""
    known = knowledge.outlets.get(citation.outlet_key)
    return known is None or known.kind == "official"


def _is_of(side: Side, said: frozenset[str], reading: Reading) -> bool:
    """Say whether the name of a source names a party, or the office of its post."""
    own, offices = _words()
    if side.kind == "organization":
        entry = reading.linker.bodies.get(side.key or "")
        name = frozenset(slug(entry.name).split("-")) if entry is not None else frozenset()
        return bool(name) and name <= said and (name == said or bool(said & own))
    posts = (*side.posts, *([side.role] if side.role is not None else ()))
    return any(said & offices.get(post.head.split(" of ")[0], frozenset()) and post.domains - {"prime"} <= said
               and bool(post.domains or said & own) for post in posts if not post.former)
