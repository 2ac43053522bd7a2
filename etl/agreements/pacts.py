"""Hold one agreement as one sentence tells it, and join the tellings of one agreement."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from etl.agreements.matters import telling_words
from etl.agreements.steps import furthest
from etl.agreements.terms import terms
from etl.knowledge import load_knowledge
from etl.records import Evidence, Step, When
from etl.telling.evidence import united
from etl.telling.sides import Side


@dataclass(frozen=True, slots=True)
class Pact:
    """One agreement as one sentence tells it; `planned` is the step promised next.

    `points_back` says that it is called "the treaty" and no more, as what has been told already, `is_new` that it
    is called "a treaty", `is_dated` that it is called by its day, "the treaty of May 4". `standing` are the people who are
    parties only because their state is not stated, for which they stand; `land` is where one of them may be at home. `about` are
    the two states that are the parties where nobody is told to be one.
    """

    kind: str
    subject: str
    status: str
    planned: str | None
    sides: tuple[Side, ...]
    when: When
    evidence: tuple[Evidence, ...]
    block: int
    steps: tuple[Step, ...]
    points_back: bool = False
    is_new: bool = False
    is_dated: bool = False
    standing: frozenset[str | None] = frozenset()
    land: str | None = None
    about: tuple[Side, ...] = ()


def sides_shared(a: Pact, b: Pact) -> int:
    """Count the parties that two tellings have in common."""
    return sum(x.among(b.sides) for x in a.sides)


def merge_pacts(pacts: Iterable[Pact]) -> list[Pact]:
    """Join the tellings of one agreement: same kind, parties and matter, or told in one block.

    A telling without parties ("the treaty entered into force") belongs to the agreement told last that it can mean, or is lost;
    a new one that is only prepared is between the same parties.
    """
    out: list[Pact] = []
    nameless: list[Pact] = []
    for pact in pacts:
        at = next((i for i, known in enumerate(out) if _same(known, pact)), None)
        if at is None and pact.points_back and pact.sides and sum(s.kind != "person" for s in pact.sides) < 2:
            at = _meant(out, pact)
        if not pact.sides or _is_pronoun(pact):
            nameless.append(pact)
        elif at is None:
            out.append(pact)
        else:
            out[at] = _joined(out[at], pact)
    for pact in nameless:
        if pact.is_new:
            out.extend(_between_the_same(out, pact) or ([replace(pact, sides=pact.about)] if pact.about else []))
        elif (at := _meant(out, pact)) is not None:
            out[at] = _joined(out[at], pact)
        elif pact.about and telling_words(pact.subject):
            out.append(replace(pact, sides=pact.about))
    return out


def _between_the_same(known: list[Pact], pact: Pact) -> list[Pact]:
    """Return a new agreement without parties as one between those of the agreement told before it in its block, if any."""
    before = [k for k in known if _start(k) < _start(pact) and _in_block(k, pact)]
    if not before:
        return []
    sides = tuple(s for s in max(before, key=lambda k: _last_start(k, pact)).sides if s.kind != "person")
    return [replace(pact, sides=sides)] if len(sides) >= 2 else []


def _matter(pact: Pact) -> frozenset[str]:
    """Return the words that tell what an agreement is on; the names of its states tell nothing."""
    countries = load_knowledge().countries
    states = " ".join(countries.get(side.country or "", "") for side in pact.sides)
    return telling_words(pact.subject) - telling_words(states)


def _is_pronoun(pact: Pact) -> bool:
    return pact.subject.lower() == "it"


def _meant(known: list[Pact], pact: Pact) -> int | None:
    """Return the agreement told last before a telling that can be the same."""
    before = [i for i, k in enumerate(known) if any(_precedes(e, pact) for e in k.evidence) and _can_mean(k, pact)]
    return max(before, key=lambda i: _last_start(known[i], pact), default=None)


def _in_block(known: Pact, pact: Pact) -> bool:
    return any(e.passage == pact.block and _precedes(e, pact) for e in known.evidence)


def _precedes(evidence: Evidence, pact: Pact) -> bool:
    """Say whether evidence stands before a telling; what "it" means can stand in its own sentence."""
    start = evidence.span.start
    return start < _start(pact) or (_is_pronoun(pact) and start == _start(pact))


def _start(pact: Pact) -> int:
    return min(e.span.start for e in pact.evidence)


def _last_start(known: Pact, pact: Pact) -> int:
    return max(e.span.start for e in known.evidence if _precedes(e, pact))


def _can_mean(known: Pact, pact: Pact) -> bool:
    """Say whether a telling can be of a known agreement: of its kind or of any, with no other parties and on nothing else."""
    if _is_pronoun(pact):
        return _in_block(known, pact)
    if _of_other_day(known, pact):
        return False
    any_kind = pact.subject.lower() in terms().wording.any_kind and known.kind != "declaration"
    if (known.kind != pact.kind and not any_kind) or not all(s.among(known.sides) for s in pact.sides if s.kind != "person"):
        return False
    words, others = telling_words(known.subject), telling_words(pact.subject)
    return not others or not words.isdisjoint(others)


def _same_bound(a: Pact, b: Pact) -> bool:
    """Say whether two tellings bind the same states and bodies; of people both may name some."""
    bound, others = ([s for s in pact.sides if s.kind != "person"] for pact in (a, b))
    return not (bound and others) or len(bound) == len(others) == sum(s.among(others) for s in bound)


def _of_other_day(known: Pact, pact: Pact) -> bool:
    """Say whether a telling that calls its agreement by the day means none of the days known of another."""
    days = {s.when.start for s in known.steps if s.when.start}
    return pact.is_dated and bool(days) and pact.when.start not in days


def _one_within(sides: tuple[Side, ...], others: tuple[Side, ...]) -> bool:
    """Say whether one list of parties holds the other; where both tell two states or bodies their people do not count."""
    bound, met = ([s for s in told if s.kind != "person"] for told in (sides, others))
    a, b = (bound, met) if min(len(bound), len(met)) > 1 else (sides, others)
    n = sum(x.among(b) for x in a)
    return n > 0 and n == min(len(a), len(b))


def _same(a: Pact, b: Pact) -> bool:
    if _of_other_day(a, b):
        return False
    if a.kind != b.kind or not _one_within(a.sides, b.sides):
        return False
    if b.is_new and a.block != b.block and not _same_bound(a, b):
        return False
    words, others = _matter(a), _matter(b)
    if [e.span for e in a.evidence] == [e.span for e in b.evidence] and words and others:
        # several agreements told at once
        return words == others
    shared = not words.isdisjoint(others)
    if b.is_new and not shared and (words and others or _on_other_days(a, b)):
        return False
    return a.block == b.block or not (words and others) or shared


def _on_other_days(a: Pact, b: Pact) -> bool:
    """Say whether a day is known of each of two tellings, and not the same."""
    return a.when.start is not None and b.when.start is not None and _apart(a.when, b.when)


def _apart(a: When, b: When) -> bool:
    return a.start > (b.end or b.start) or b.start > (a.end or a.start)


def _joined(a: Pact, b: Pact) -> Pact:
    status = furthest(a.status, b.status)
    lead = a if status == a.status else b
    sides = [*a.sides]
    for side in b.sides:
        if not side.among(sides):
            sides.append(side)
    steps = (*a.steps, *(s for s in b.steps if s not in a.steps))
    return replace(
        a, status=status, sides=tuple(sorted(sides, key=lambda s: s.kind == "person")),
        when=_own_day(status, steps) or next((p.when for p in (lead, a) if p.when.start), b.when),
        subject=max(a.subject, b.subject, key=len), steps=steps,
        evidence=united(a.evidence, b.evidence))


def _own_day(status: str, steps: tuple[Step, ...]) -> When | None:
    """Return when an agreement was made, which is its day whatever became of it."""
    if status in ("ratified", "proposed", "negotiating"):
        return None
    return next((s.when for made in ("signed", "reached") for s in steps if s.status == made and s.when.start), None)
