"""Read lists of those whom an introduction says somebody met: "The minister received:", and an item each for the guests.

An item that only names somebody is told by its introduction; one with a verb of its own is read like any other.
"""
from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from etl.framing.hits import Hit
from etl.framing.modality import status_of
from etl.framing.subjects import subject
from etl.knowledge import toml
from etl.records import Evidence, Place, When
from etl.telling.drafts import Draft
from etl.telling.telling import Telling
from etl.telling.whereabouts import Whereabouts

RULE = "in a list of guests"
# what follows a name without saying what its bearer did
AFTER_NAME = frozenset((",", ".", ";", "(", "and", "with", "of", "from", "on", "at", "in", "–", "—", "-"))


class Listing(NamedTuple):
    """What an introduction says of each item: the encounter of its subject, without a counterpart."""

    draft: Draft
    evidence: Evidence


@cache
def _introduces() -> re.Pattern[str]:
    """Compile how the sentence before a list ends."""
    words = "|".join(toml("encounters.toml")["listing"]["words"])
    return re.compile(rf"(?<!\S)(?:{words}) (?:(?!(?:;|said|told|that|who|stated|added) )\S+ ){{0,8}}?:\s*$")


def opened(telling: Telling, whereabouts: Whereabouts) -> Listing | None:
    """Return what the last sentence of a block says of the list after it, None where it introduces none."""
    skel, item = telling.skel, telling.item
    m = _introduces().search(skel.text)
    status = None if m is None else status_of(skel, m, noun=False)
    if status in (None, "denied"):
        return None
    at, end = skel.token_at(m.start()), skel.token_at(m.end())
    group, _ = subject(skel, at, end)
    sides = telling.sides(group.mentions) if group is not None and group.kind == "E" else ()
    sides = sides or tuple(filter(None, (item.topic or telling.parties.memory.subject,)))
    if not sides:
        return None
    first, last = skel.units[at][0], skel.units[end - 1][1]
    hit = Hit(RULE, "meeting", status, (), (), (), skel.sentence.units.span(first, last), first, last,
              low=skel.sentence.first, high=skel.sentence.last)
    draft = Draft("meeting", status, sides, whereabouts.places(skel, hit, item), telling.when(hit), (), skel.sentence.block, 0,
                  frame=RULE)
    return Listing(draft, telling.evidence(RULE))


def listed(telling: Telling, listing: Listing) -> Draft | None:
    """Return the encounter with whom an item of a list names and says nothing else of, None where it does not."""
    skel = telling.skel
    group = skel.groups.get(skel.tokens[0])
    alone = AFTER_NAME.issuperset(skel.tokens[1:2]) or skel.kind_at(1) in ("L", "C", "D")
    if group is None or group.kind != "E" or not alone:
        return None
    guests = telling.sides(group.mentions, exclude=listing.draft.sides)
    own = telling.when_said(*skel.units[0])
    if not guests:
        return None
    return replace(listing.draft, sides=(*listing.draft.sides, *guests), when=own if own.basis == "stated" else listing.draft.when,
                   evidence=(telling.evidence(RULE), listing.evidence), block=skel.sentence.block)
