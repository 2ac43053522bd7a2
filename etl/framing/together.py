"""Take people who are named together for an encounter where no frame tells what they did.

The turns in which meetings are told have no end: "Reis on May 4: an hour with Kern, then Holm". In a text
about encounters, two people of one sentence that speaks of no letter, no speech, no office and no agreement have nearly always
met. Such a hit is weak, its evidence bears the rule `TOGETHER`, and it is as sure as the labelled documents say
(`etl/confidence.py`). Whether the text is about encounters is decided where the whole is read (`etl/reading.py`).
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from etl.framing.grammar import grammar
from etl.framing.hits import Hit, bounded
from etl.framing.modality import status_of
from etl.framing.skeleton import Skeleton
from etl.knowledge import toml
from etl.spotting.mentions import Mention

TOGETHER = "named together"
"""The rule that such evidence bears."""

WORD = re.compile(r"\S+")
ASIDE = ("of", "which", "that")
PRESIDING = ("with X taking part", "X presiding")
"""The frames of who takes part in what the same sentence tells."""
CLAUSES = (";", "while", "whereas")
"""What a clause with a subject of its own stands behind."""


@cache
def _aside() -> re.Pattern[str]:
    """Compile the words of a sentence that names people for another reason than an encounter."""
    return re.compile(rf"(?<!\S)(?:{'|'.join(toml('encounters.toml')['together']['aside'])})(?= )")


def with_named_together(skel: Skeleton, hits: list[Hit]) -> list[Hit]:
    """Add to what the frames find in a sentence the encounter of those whom none of them covers."""
    found = _uncovered(skel, hits)
    return bounded(skel, [*hits, found]) if found else hits


def _uncovered(skel: Skeleton, hits: Sequence[Hit]) -> Hit | None:
    """Return the encounter of all people of a sentence or, after what is found, of its subject with those named next."""
    beside = hits if all(hit.frame in PRESIDING for hit in hits) else ()
    hits = [] if beside else hits
    start = 0 if not hits else _token_after(skel, max(hit.last for hit in hits))
    rest = skel.text[skel.offsets[start]:] if start < len(skel.offsets) else ""
    if not rest or _aside().search(rest) or grammar().not_meetings.search(rest):
        return None
    people = list(_people(skel, start, alone=not hits))
    if hits:
        if hits[0].status not in ("held", "planned") or _is_subject_of_company(max(hits, key=lambda hit: hit.last)):
            # "X had also been in the room with Y" tells of no further encounter
            return None
        covered = {_who(skel, m) for hit in hits for m in (*hit.left, *hit.right, *hit.lead, *hit.left_lead)}
        people = [(at, m) for at, m in people if _who(skel, m) not in covered]
    # "Kern and Holm spoke in Oslo, with Reis in the chair"
    here = {_who(skel, m) for hit in beside for m in (*hit.left, *hit.right)}
    people = [(at, m) for at, m in people if _who(skel, m) not in here]
    if not people:
        return None
    at, first = people[0]
    if not hits or skel.tokens[at - 1] in CLAUSES:
        return _hit(skel, at + 1, (first,), tuple(m for _, m in people[1:]))
    hit = _hit(skel, max(at - 1, start), hits[0].left, tuple(m for there, m in people if there == at))
    # what goes on from a plan is planned
    return hit._replace(status="planned") if hit and hits[0].status == "planned" else hit


def _is_subject_of_company(hit: Hit) -> bool:
    """Say whether a hit only says of its subject that it took part in what was told before."""
    return hit.company and not hit.right


def _token_after(skel: Skeleton, unit: int) -> int:
    """Return the first token that begins at a unit or after it, the number of tokens where none does."""
    return next((i for i, (first, _) in enumerate(skel.units) if first >= unit), len(skel.units))


def _people(skel: Skeleton, start: int, *, alone: bool) -> Iterator[tuple[int, Mention]]:
    """Yield once each the people from a token on, with their token; where they are `alone`, posts of states and "he" as well.

    Left out is whoever something is of, or is told by, and whose place is told: "X's aide", "at the invitation of X", "which X
    had proposed", "with X in the chair".
    """
    seen: set[str] = set()
    for at in range(start, len(skel.tokens)):
        group = skel.groups.get(skel.tokens[at])
        if group is None or group.kind != "E":
            continue
        after = skel.tokens[at + 1:at + 2]
        if after == ("§",) or skel.tokens[max(at - 1, 0)] in ASIDE or (after == ("in",) and skel.kind_at(at + 2) == "E"):
            continue
        for m in group.mentions:
            who = _who(skel, m)
            if who not in seen and _is_somebody(m, alone=alone):
                seen.add(who)
                yield at, m


def _is_somebody(m: Mention, *, alone: bool) -> bool:
    """Say whether a mention is one person who can be told: by name or, where nobody else can, by a state's post or as "he"."""
    if m.kind == "person" or not alone:
        return m.kind == "person"
    return any(role.country for role in m.roles) or (m.kind == "pronoun" and m.value in ("he", "she"))


def _who(skel: Skeleton, m: Mention) -> str:
    return m.entity or skel.sentence.units.phrase(m.first, m.last).lower()


def _hit(skel: Skeleton, at: int, left: tuple[Mention, ...], right: tuple[Mention, ...]) -> Hit | None:
    """Return the encounter of two sides whose only sign is the word at a token; that none was is not told by names alone."""
    if not (left and right) or at >= len(skel.tokens):
        return None
    status = status_of(skel, WORD.match(skel.text, skel.offsets[at]), noun=False)
    if status in (None, "denied"):
        return None
    first, last = skel.units[at]
    by_phone = grammar().call.search(skel.text) or grammar().by_phone.search(skel.text)
    return Hit(TOGETHER, "call" if by_phone else "meeting", status, left, right, (), skel.sentence.units.span(first, last),
               first, last, weak=True)
