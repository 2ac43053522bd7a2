"""Compare what the extraction found in one document with what an analyst labelled, and count.

Labels that are not required are never missed, and finding them is no fault. Nothing is read here and nothing printed.
"""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from etl.evaluation.labels import Account, Fact
from etl.evaluation.pairing import MATCH, Identities, alike, content_words, folded, identities, pair_facts, spaced

SECTIONS = ("people", "organizations", "meetings", "agreements")
FACTS = ("meetings", "agreements")
APPROXIMATE = 3
"""A label's approximate date allows this many days either way."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one label or found record: right, partly, missed or extra; `faults` names the slots that are wrong."""

    section: str
    verdict: str
    label: str | None
    found: str | None
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """The counts by section, and one outcome a required label and a found record without label."""

    counts: dict[str, Counter]
    outcomes: tuple[Outcome, ...]


def date_right(label: Fact, found: Fact) -> bool | None:
    """Say whether a date fits the labelled one; None where the label has none."""
    if label.start is None:
        return None
    if found.start is None:
        return False
    if label.precision == "month":
        return (label.start.year, label.start.month) == (found.start.year, found.start.month)
    slack = timedelta(days=APPROXIMATE if label.precision == "approximate" else 0)
    label_end, found_end = label.end or label.start, found.end or found.start
    meet = found.start <= label_end + slack and found_end >= label.start - slack
    return meet and _length(found.start, found_end) <= _length(label.start, label_end) + 7


def _length(start: date, end: date) -> int:
    return (end - start).days


def place_right(label: Fact, found: Fact) -> bool | None:
    """Say whether all labelled places are found, or all countries where no place is labelled; None where neither is."""
    if label.places:
        have = [p for p in map(folded, found.places) if p]
        return all(any(p in h or h in p for h in have) for p in map(folded, label.places))
    return set(label.countries) <= set(found.countries) if label.countries else None


def _slots(label: Fact, found: Fact, who: Identities, section: str, tally: Counter) -> tuple[str, ...]:
    """Count the slots of a pair and return those that keep it from being exact."""
    shared = who.shared(label, found)
    when, place = date_right(label, found), place_right(label, found) if section == "meetings" else None
    status = label.status == found.status
    cited = [content_words(o) for o in found.outlets]
    tally.update(shared=shared, label_parties=len(label.parties), found_parties=len(found.parties), status_right=status,
                 status_of=1,
                 kind_right=label.kind == found.kind, kind_of=1, source_of=len(label.outlets),
                 source_right=sum(any(alike(content_words(o), c) >= MATCH for c in cited) for o in label.outlets))
    for name, value in (("date", when), ("place", place)):
        if value is not None:
            tally.update({f"{name}_right": value, f"{name}_of": 1})
    wrong = {"parties": not shared == len(label.parties) == len(found.parties), "date": when is False, "place": place is False,
             "status": section == "agreements" and not status}
    faults = tuple(name for name, is_wrong in wrong.items() if is_wrong)
    tally.update(exact=not faults)
    return faults


# the whole document

def score(labels: Account, found: Account, text: str) -> Score:
    """Score one document; `text` is what the quotes must stand in."""
    who = identities(labels, found)
    body = spaced(text)
    counts: dict[str, Counter] = {}
    outcomes: list[Outcome] = []
    for section in SECTIONS:
        wanted, have = getattr(labels, section), getattr(found, section)
        pairs = {"people": who.people, "organizations": who.organizations}.get(section)
        if pairs is None:
            pairs = pair_facts(wanted, have, who, section=section)
        counts[section] = tally = Counter()
        outcomes.extend(_verdicts(section, wanted, have, pairs, who, tally))
        if section in FACTS:
            quotes = [spaced(q) for f in have for q in f.quotes]
            tally.update(grounded=sum(q in body for q in quotes), quotes=len(quotes))
    return Score(counts, tuple(outcomes))


def _verdicts(section: str, wanted: tuple, have: tuple, pairs: dict[str, str], who: Identities,
              tally: Counter) -> list[Outcome]:
    by_key, found_for = {f.key: f for f in have}, {label: found for found, label in pairs.items()}
    out = []
    for label in wanted:
        if not label.required:
            continue
        key = found_for.get(label.key)
        tally.update(right=key is not None, missed=key is None)
        faults = _slots(label, by_key[key], who, section, tally) if key is not None and section in FACTS else ()
        out.append(Outcome(section, "missed" if key is None else "partly" if faults else "right", label.key, key, faults))
    extra = [f.key for f in have if f.key not in pairs]
    tally.update(extra=len(extra))
    return out + [Outcome(section, "extra", None, key) for key in extra]


# figures

def ratio(part: int, whole: int) -> float | None:
    """Return a share rounded to three places, None of nothing."""
    return round(part / whole, 3) if whole else None


def figures(section: str, tally: Counter) -> dict[str, float | int | None]:
    """Return the figures that the counts of one section give."""
    right, extra, missed = tally["right"], tally["extra"], tally["missed"]
    out: dict[str, float | int | None] = {
        "precision": ratio(right, right + extra), "recall": ratio(right, right + missed),
        "f1": ratio(2 * right, 2 * right + extra + missed),
        "right": right, "extra": extra, "missed": missed}
    if section in FACTS:
        out["exact"] = ratio(tally["exact"], right + missed)
        out["parties"] = ratio(2 * tally["shared"], tally["label_parties"] + tally["found_parties"])
        out |= {slot: ratio(tally[f"{slot}_right"], tally[f"{slot}_of"]) for slot in ("date", "place", "status", "kind",
            "source")}
        out["grounding"] = ratio(tally["grounded"], tally["quotes"])
    return out
