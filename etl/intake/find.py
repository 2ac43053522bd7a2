"""Find everything that a run was asked to read, on this machine and elsewhere, each document once."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from etl.errors import Rejection
from etl.intake.discover import discover
from etl.intake.inputs import Input, Intake
from etl.intake.land import Landing
from etl.intake.sources import Asked

ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def find(asked: Iterable[Asked], intake: Intake, landing: Landing | None) -> Iterator[Input | Rejection]:
    """Yield the documents, each address once, and what yields none with its reason; only what is remote needs a `landing`."""
    seen: set[str] = set()
    for each in asked:
        for found in landing.land(each) if is_remote(each) else discover(each, intake.tables):
            if found.uri not in seen:
                seen.add(found.uri)
                yield found


def is_remote(asked: Asked) -> bool:
    """Say whether an address is one of the web or of a store."""
    return ADDRESS.match(asked.address) is not None
