"""Read the step that the words around a noun report: signed, reached, extended, planned.

A mere mention of "the agreement" reports none, nor does what is denied, only asked for, or depends.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from etl.agreements.terms import Terms, terms
from etl.framing.skeleton import Skeleton

ORDER = ("proposed", "negotiating", "reached", "signed", "ratified", "in_force")
FINAL = ("suspended", "terminated", "rejected")
MADE = ("reached", "in_force")
"""What is told of a new agreement by a verb that stands farther off."""
BEFORE_LIMIT, AFTER_LIMIT = 14, 30
OPENS = frozenset((".", ";", ":", "that", "who", "which", "while", "whereas"))
ENDS = frozenset((".", ";", "while", "whereas"))
ASIDE = re.compile(r" , (?:\S+ )?(?:which|who|whose) [^,]* , ")
BETWEEN_COMMAS = re.compile(r" , (?:[^,]* , )+")
AUXILIARIES = frozenset(("was", "were", "has", "have", "had", "is", "are", "will", "would"))
GAP_BEFORE, GAP_AFTER = 7, 12


@dataclass(frozen=True, slots=True)
class Around:
    """The words around a noun, up to the ends of its clause; `low` is the token where those before it start."""

    low: int
    before: str
    after: str

    def token_of(self, verb: int) -> int:
        """Return the token of a verb that starts so far into the words before the noun."""
        return self.low + len(self.before[:verb].split())


@dataclass(frozen=True, slots=True)
class Report:
    """A step, an earlier one told with it and, where one is promised, the next.

    `verb` is where the verb of the first step starts in the words before the noun, `after` where it starts in those after it,
    `later` where that of a further step starts.
    """

    status: str
    earlier: str | None
    planned: str | None
    verb: int | None
    after: int | None = None
    later: int | None = None


class Verb(NamedTuple):
    """A verb beside a noun: how many words lie between, its step, and where it starts before or after the noun."""

    gap: int
    status: str
    before: int | None
    after: int | None = None


def furthest(a: str, b: str) -> str:
    """Return the further of two steps; an end outranks every step before it."""
    if a in FINAL or b in FINAL:
        return a if a in FINAL else b
    return max(a, b, key=ORDER.index)


def around(skel: Skeleton, at: int, end: int) -> Around:
    """Return the words around the tokens `[at, end)`."""
    low, high = at, end
    while low > 0 and at - low < BEFORE_LIMIT and skel.tokens[low - 1] not in OPENS:
        low -= 1
    inside = skel.tokens[low - 1:low] in (("which",), ("who",))
    while high < len(skel.tokens) and high - end < AFTER_LIMIT and skel.tokens[high] not in ENDS:
        if inside and skel.tokens[high] == "," and skel.tokens[high + 1:high + 2] and skel.tokens[high + 1] in AUXILIARIES:
            # "the treaty, which provides for a charter, was signed"
            break
        high += 1
    return Around(low, " ".join(skel.tokens[low:at]) + " ", " ".join(skel.tokens[end:high]) + " ")


def read_step(words: Around) -> Report | None:
    """Return the step that the words report, None where they report none."""
    t = terms()
    promised = t.planned_after.search(words.after)
    step = _nearest(words.before, words.after[:promised.start()] if promised else words.after, t)
    overdue = t.overdue.search(words.after)
    if overdue and (step is None or step.before is None):
        return Report("negotiating", None, "signed", None)
    if step is None and (promised or t.issued.search(words.before)):
        step = Verb(0, "reached", None)
    offer = t.offered.search(words.before[:step.before]) if step is not None and step.before is not None else None
    if offer and not takes_back(words.before, offer.start()):
        return Report("proposed", None, None, offer.start())
    if step is not None and step.before is not None and takes_back(words.before, step.before):
        # "has yet to ratify the protocol signed in March"
        step = _of_participle(words.after, t)
    if step is None or takes_back(words.before, step.before):
        return None
    if step.status == "in_force" and step.before is not None and t.unreal.discussed.search(words.before[:step.before]):
        return None
    if step.status == "terminated" and step.after is None and t.unreal.only_if.search(words.after):
        return None
    verb = step.before
    status, later = _later(step.status, words.after, t)
    earlier = step.status if status != step.status else None
    if promised:
        return Report(status if status in ORDER[2:] else "reached", earlier, "signed", verb)
    if status in ("signed", "ratified", "reached") and verb is not None and _is_planned(words.before, verb, t):
        return Report("reached" if status == "signed" else "negotiating", None, status, verb)
    return Report(status, earlier, None, verb, step.after, later)


def _later(status: str, after: str, t: Terms) -> tuple[str, int | None]:
    """Return the furthest step told of the same noun, and where: "was signed on May 4 and has been in force since June"."""
    told = None
    for further, form in t.later.items():
        m = form.search(after) if status in ("reached", "signed", "ratified") else None
        lead = after[:m.start()] if m else ""
        if m and not any(form.search(lead) for form in (t.noun, t.unreal.awaited, t.intended)):
            status, told = furthest(status, further), m.start()
    return status, told


def takes_back(before: str, verb: int | None) -> bool:
    """Say whether the words before a step take it back."""
    t = terms()
    if t.unreal.none.search(before) or (verb is None and t.unreal.awaited.search(before)):
        return True
    if verb is None:
        return False
    lead = before[:verb]
    if before.startswith("ratification", verb) and t.postponed.search(lead):
        return True
    if any(form.search(lead) for form in (t.unreal.negated, t.unreal.conditional, t.unreal.wished)):
        return True
    return lead.endswith(" to ") and not _is_planned(before, verb, t) and not t.unreal.agreed.search(lead)


def _is_planned(before: str, verb: int, t: Terms) -> bool:
    """Say whether a verb tells what is going to be done."""
    lead = before[:verb]
    return t.planned_before.search(lead) is not None or (before.startswith("sign", verb) and t.journey.search(lead) is not None)


def _of_participle(after: str, t: Terms) -> Verb | None:
    """Return the step that a participle right after a noun tells, whatever is yet to be done."""
    m = next((m for status, _, post in t.verbs if status == "signed" for m in [post.match(after)] if m), None)
    return Verb(0, "signed", None, m.start()) if m else None


def _nearest(before: str, after: str, t: Terms) -> Verb | None:
    """Return the verb that tells the step: the nearest, but an end after the noun counts first."""
    talks, made = t.unreal.spoken_of.search(before), t.made.search(before)
    verbs, end = _verbs(before, after, t, of_talks=talks is not None)
    if end is not None and not t.unreal.governed.search(before):
        return end
    best = min(verbs, key=lambda v: v.gap, default=None)
    if best is None and talks is not None and end is None:
        best = Verb(0, "negotiating", talks.start())
    farther = best is not None and best.status in MADE and best.gap > made.group().count(" ") - 1 if made else False
    if made and (best is None or (farther and not _is_aim(before, best, t))):
        best = Verb(made.group().count(" ") - 1, "reached", made.start())
    if best is None:
        return None
    if best.status == "negotiating" and talks is not None and t.unreal.to_begin.search(after):
        return best._replace(status="proposed")
    if best.before is None and best.gap == 0 and best.status in ORDER:
        # "exchanged the ratified copies of the agreement signed in May": the participle only says which
        best = max((v for v in verbs if v.status in ORDER), key=lambda v: ORDER.index(v.status))
    if best.status == "terminated" and best.before is not None and {"with", "in"} & set(before[best.before:].split()):
        # "the talks ended with an agreement"
        return best._replace(status="reached")
    return best


def _is_aim(before: str, verb: Verb, t: Terms) -> bool:
    """Say whether a verb tells what is yet to be done: "talks to conclude a new treaty", not "to welcome the new treaty"."""
    return verb.before is not None and takes_back(before, verb.before) and not t.observers.match(before[verb.before:])


def _told_of_another(between: str, t: Terms) -> bool:
    """Say whether a verb governs another agreement on this one: "signed a protocol extending the treaty"."""
    other = t.noun.search(between)
    return other is not None and not t.joined.search(between[other.end():])


def _verbs(before: str, after: str, t: Terms, *, of_talks: bool) -> tuple[list[Verb], Verb | None]:
    """Return the verbs near enough to a noun, and one after it that tells its end; those after `of_talks` tell of the talks."""
    found: list[Verb] = []
    end: Verb | None = None
    for status, pre, post in t.verbs:
        m = post.search(after)
        if m and status in FINAL:
            if not t.unreal.talks.search(after[:m.start()]):
                end = end or Verb(0, status, None, m.start())
            continue
        # "would sign it only with a protocol": what is signed is told
        near = ((len(BETWEEN_COMMAS.sub(" ", before[n.end():]).split()), n.start()) for n in pre.finditer(before)
                if before[n.end():][:4] != " it " and not _told_of_another(before[n.end():], t)
                and not t.unreal.topic.match(before, n.start()))
        found.extend(Verb(gap, status, start) for gap, start in near if gap <= GAP_BEFORE)
        if m and not of_talks and (gap := len(ASIDE.sub(" ", after[:m.start()]).split())) <= GAP_AFTER:
            found.append(Verb(gap, status, None, m.start()))
    return found, end
