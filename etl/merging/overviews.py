"""Give what an overview or a joint record tells to the records that tell its parts.

A telling that its parts cover is dropped; what they leave of it stays a record.
"""
from __future__ import annotations

from dataclasses import replace

from etl.merging.occasions import can_hold, covers, joined, near, shared, with_evidence
from etl.telling.drafts import Draft
from etl.telling.sides import Side, differ


def spread(drafts: list[Draft]) -> list[Draft]:
    """Give a joint telling's evidence to the records that tell its parts, and keep what they leave."""
    out = list(drafts)
    for joint in sorted(drafts, key=lambda d: -len(d.sides)):
        if joint.kind in ("visit", "conference") or len(joint.sides) < 3 or joint not in out:
            continue
        parts = [d for d in out if d is not joint and _is_part(d, joint)]
        if len(parts) == 1 and parts[0].overview:
            out[out.index(joint)] = joined(joint, parts[0])
            out.remove(parts[0])
        elif parts and (len(parts) > 1 or joint.overview):
            for part in parts:
                out[out.index(part)] = with_evidence(part, joint)
            sides = _left(joint, parts)
            at = out.index(joint)
            out[at:at + 1] = [replace(joint, sides=sides)] if sides else []
    return out


def _is_part(draft: Draft, joint: Draft) -> bool:
    return len(draft.sides) < len(joint.sides) and covers(joint, draft)


def _left(joint: Draft, parts: list[Draft]) -> tuple[Side, ...]:
    """Return whom no part tells, with those whom all parts have in common; nobody where either is missing.

    Of an overview only the named count: its "representatives of the parties" are in the body under another name.
    """
    def told(side: Side, part: Draft) -> bool:
        return any(side.like(x) for x in part.sides)

    left = [s for s in joint.sides if not any(told(s, p) for p in parts)]
    common = [s for s in joint.sides if all(told(s, p) for p in parts)]
    if joint.overview and not any(s.key for s in left):
        return ()
    return (*common, *left) if left and common else ()


def without_vague(drafts: list[Draft]) -> list[Draft]:
    """Drop "his meetings with Israeli officials" where the document says which officials, and an overview's "leaders of the bloc"
    where its body says with whom those whom the overview names did meet.
    """
    out = list(drafts)
    for draft in drafts:
        told = _told_in_body(draft, out) if draft.overview else _told_by_name(draft, out)
        for d in told:
            out[out.index(d)] = with_evidence(d, draft)
        if told:
            out.remove(draft)
    return out


def _told_in_body(overview: Draft, drafts: list[Draft]) -> list[Draft]:
    """Return the records of the body that name who is a group in an overview's meeting."""
    return [d for d in drafts if _tells_more(d, overview)] if overview.kind == "meeting" else []


def _told_by_name(vague: Draft, drafts: list[Draft]) -> list[Draft]:
    """Return the first record that says which officials a meeting with a state's officials was with."""
    groups = [s for s in vague.sides if s.kind == "group"]
    if vague.kind != "meeting" or len(groups) != 1 or len(vague.sides) != 2 or not groups[0].country:
        return []
    if "official" not in groups[0].words | {w[:-1] for w in groups[0].words}:
        return []
    return [d for d in drafts if d is not vague and _names_official(d, vague, groups[0])][:1]


def _tells_more(draft: Draft, overview: Draft) -> bool:
    """Say whether a draft of the body names who is a group in the overview."""
    groups = [s for s in overview.sides if s.kind == "group"]
    named = [s for s in overview.sides if s.kind != "group"]
    if draft.overview or not (groups and named) or not can_hold(draft, overview):
        return False
    others = [s for s in draft.sides if not any(s.like(n) for n in named)]
    return len(others) < len(draft.sides) and all(any(n.like(s) for s in draft.sides) for n in named) and all(
        any(not differ(g.country, s.country) for s in others) for g in groups)


def _names_official(draft: Draft, vague: Draft, officials: Side) -> bool:
    """Say whether a draft tells which of the officials a vague one means."""
    if not can_hold(draft, vague):
        return False
    common = next(s for s in vague.sides if s is not officials)
    named = (s for s in draft.sides if s.key and s.country == officials.country)
    return common.among(draft.sides) and any(not s.same(common) for s in named)


def stops_of_journeys(drafts: list[Draft]) -> list[Draft]:
    """Give an overview's journey to several places to the visits that tell its stops."""
    out = list(drafts)
    for journey in drafts:
        if journey.kind != "visit" or not journey.overview or len(journey.places) < 2:
            continue
        keys = {p.key for p in journey.places}
        stops = [d for d in out if d is not journey and d.kind == "visit" and d.places and {p.key for p in d.places} < keys
                 and shared(d, journey) and near(d.when, journey.when)]
        if {p.key for d in stops for p in d.places} == keys:
            for stop in stops:
                out[out.index(stop)] = with_evidence(stop, journey)
            out.remove(journey)
    return out
