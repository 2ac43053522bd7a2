"""Read the step that the words around a noun report: signed, reached, extended, planned.

A mere mention of "the agreement" reports none, nor does what is denied, only asked for, or depends.
"""
from __future__ import annotations

from dataclasses import dataclass

from etl.agreements.terms import Terms, terms
from etl.framing.skeleton import Skeleton

ORDER = ("proposed", "negotiating", "reached", "signed", "ratified", "in_force")
FINAL = ("suspended", "terminated", "rejected")
BEFORE_LIMIT, AFTER_LIMIT = 14, 22
GAP_BEFORE, GAP_AFTER = 7, 12


@dataclass(frozen=True, slots=True)
class Around:
    """The words around a noun, up to the ends of its clause; `low` is the token where those before it start."""

    low: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Report:
    """A step, an earlier one told with it and, where one is promised, the next.

    `verb` is where the step's verb starts in the words before the noun.
    """

    status: str
    earlier: str | None
    planned: str | None
    verb: int | None


def furthest(a: str, b: str) -> str:
    """Return the further of two steps; an end outranks every step before it."""
    if a in FINAL or b in FINAL:
        return a if a in FINAL else b
    return max(a, b, key=ORDER.index)


def around(skel: Skeleton, at: int, end: int) -> Around:
    """Return the words around the tokens `[at, end)`."""
    low, high = at, end
    while low > 0 and at - low < BEFORE_LIMIT and skel.tokens[low - 1] not in (".", ";", ":", "that", "who", "which"):
        low -= 1
    while high < len(skel.tokens) and high - end < AFTER_LIMIT and skel.tokens[high] not in (".", ";"):
        high += 1
    return Around(low, " ".join(skel.tokens[low:at]) + " ", " ".join(skel.tokens[end:high]) + " ")


def read_step(words: Around) -> Report | None:
    """Return the step that the words report, None where they report none."""
    t = terms()
    promised = t.planned_after.search(words.after)
    step = _nearest(words.before, words.after[:promised.start()] if promised else words.after, t)
    if step is None and (promised or t.issued.search(words.before)):
        step = ("reached", None)
    if step is None or _unreal(words.before, step[1], t):
        return None
    first, verb = step
    status = _later(first, words.after, t)
    earlier = first if status != first else None
    if promised:
        return Report(status if status in ORDER[2:] else "reached", earlier, "signed", verb)
    lead = words.before[:verb] if verb is not None else ""
    if status in ("signed", "ratified", "reached") and verb is not None and t.planned_before.search(lead):
        return Report("reached" if status == "signed" else "negotiating", None, status, verb)
    return Report(status, earlier, None, verb)


def _later(status: str, after: str, t: Terms) -> str:
    """Return the furthest step told of the same noun: "was signed on May 4 and has been in force since June"."""
    for further, form in t.later.items():
        m = form.search(after) if status in ("reached", "signed", "ratified") else None
        lead = after[:m.start()] if m else ""
        if m and not any(form.search(lead) for form in (t.noun, t.unreal.awaited, t.intended)):
            status = furthest(status, further)
    return status


def _unreal(before: str, verb: int | None, t: Terms) -> bool:
    """Say whether the words before a step take it back."""
    if t.unreal.none.search(before) or (verb is None and t.unreal.awaited.search(before)):
        return True
    if verb is None:
        return False
    lead = before[:verb]
    if any(form.search(lead) for form in (t.unreal.negated, t.unreal.conditional, t.unreal.wished)):
        return True
    return lead.endswith(" to ") and not t.planned_before.search(lead) and not t.unreal.agreed.search(lead)


def _nearest(before: str, after: str, t: Terms) -> tuple[str, int | None] | None:
    """Return the nearest step, with where its verb starts in the words before the noun; an end after the noun counts first."""
    best: tuple[int, str, int | None] | None = None
    ended = False
    told: list[tuple[int, str, int | None]] = []
    talks = t.unreal.spoken_of.search(before)
    for status, pre, post in t.verbs:
        found = [(len(before[m.end():].split()), m.start()) for m in pre.finditer(before)]
        m = post.search(after)
        if m and status in FINAL:
            if not t.unreal.governed.search(before):
                return status, None
            ended = True
            continue
        near = [(gap, status, start) for gap, start in found if gap <= GAP_BEFORE]
        if m and talks is None and (gap := len(after[:m.start()].split())) <= GAP_AFTER:
            near.append((gap, status, None))
        told.extend(near)
        for step in near:
            if best is None or step[0] < best[0]:
                best = step
    if best is None and talks is not None and not ended:
        best = 0, "negotiating", talks.start()
    made = t.made.search(before)
    if made and (best is None or (best[1] in ORDER[2:] and best[0] > made.group().count(" ") - 1)):
        best = made.group().count(" ") - 1, "reached", made.start()
    if best is None:
        return None
    gap, status, verb = best
    if status == "negotiating" and talks is not None and t.unreal.to_begin.search(after):
        return "proposed", verb
    if verb is None and gap == 0 and status in ORDER:
        # "exchanged the ratified copies of the agreement signed in May": the participle only says which
        _, status, verb = max((s for s in told if s[1] in ORDER), key=lambda s: ORDER.index(s[1]))
    if status == "terminated" and verb is not None and " with " in before[verb:]:
        # "the talks ended with an agreement"
        return "reached", verb
    return status, verb
