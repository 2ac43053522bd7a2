"""Write all that is known as FollowTheMoney entities."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from exports.ftm.actors import organizations, people, posts, states
from exports.ftm.documents import documents, mentions
from exports.ftm.entity import Entity
from exports.ftm.events import agreements, meetings
from exports.reporting import Reporting


def write_entities(reporting: Reporting, out: BinaryIO) -> dict[str, int]:
    """Write the entities, a line each, and return how many there are of each schema."""
    counts: Counter[str] = Counter()
    for entity in _entities(reporting):
        out.write(entity.line())
        counts[entity.schema] += 1
    return dict(sorted(counts.items()))


def _entities(reporting: Reporting) -> Iterator[Entity]:
    yield from documents(reporting)
    yield from organizations(reporting)
    yield from people(reporting)
    yield from posts(reporting)
    yield from meetings(reporting)
    parties: set[str] = set()
    yield from agreements(reporting, parties)
    yield from states(parties, reporting.countries)
    yield from mentions(reporting)
