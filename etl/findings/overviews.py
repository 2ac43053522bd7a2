"""Find holders of posts that only a document's overview names: what is drawn from the body can name nobody that it lacks."""
from __future__ import annotations

from collections.abc import Iterator

from etl.findings.cues import told_as_done
from etl.findings.posts import current_post
from etl.reading import Reading
from etl.records import Finding
from etl.spotting.mentions import Mention, Role, Sentence


def named_in_overview_only(reading: Reading) -> Iterator[Finding]:
    """Yield who is told in the overview to have done something in a post, and is not named in the body."""
    text, blocks = reading.shape.text, reading.shape.blocks
    named: dict[bool, list[tuple[Sentence, Mention]]] = {True: [], False: []}
    for sentence in reading.sentences:
        if blocks[sentence.block].kind not in ("heading", "title"):
            named[blocks[sentence.block].overview].extend(
                (sentence, m) for m in sentence.mentions if m.kind == "person" and m.entity and m.name)
    in_body = {m.entity for _, m in named[False]}
    if len(in_body) < len({m.entity for _, m in named[True]}):
        # the body is not what the overview is of
        return
    for sentence, m in named[True]:
        post = current_post(m)
        words = sentence.text_span().of(text)
        if m.entity in in_body or post is None or not told_as_done(words):
            continue
        name = reading.name_of(m.entity)
        others = sorted(_others(reading, post, in_body))
        yield Finding("identity_conflict", "warning", sentence.units.span(m.first, m.last),
                      f"The overview names {name} as {post.phrase}, and the body nowhere does.",
                      f"{name}: {' '.join(words.split())}", f"somebody whom the body names{_list(others)}")


def _others(reading: Reading, post: Role, in_body: set[str]) -> Iterator[str]:
    """Yield the people of the body who are named in this post of this state."""
    for key in in_body if post.country else ():
        entry = reading.linker.people[key]
        if any(r.head == post.head and r.domains == post.domains and r.country == post.country for r, _, _ in entry.roles):
            yield entry.full_name()


def _list(names: list[str]) -> str:
    return f": {', '.join(names)}" if names else ""
