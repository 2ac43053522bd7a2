"""Read how often something is to happen, as people write it: `6 hours`, `30 minutes`, `day`. Nothing else is understood."""
from __future__ import annotations

import re
from datetime import timedelta

UNITS = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(weeks=1)}
INTERVAL = re.compile(rf"(?:every )?(?:(\d{{1,4}}) )?({'|'.join(UNITS)})s?")
LONGEST = timedelta(days=366)


def interval_of(text: str) -> timedelta:
    """Return the time that the words stand for; ValueError where they stand for none, for no time, or for more than a year."""
    found = INTERVAL.fullmatch(" ".join(text.lower().split()))
    if found is None:
        raise ValueError('is no interval: write "30 minutes", "6 hours", "1 day" or "2 weeks"')
    interval = int(found[1] or 1) * UNITS[found[2]]
    if not timedelta() < interval <= LONGEST:
        raise ValueError("must be more than no time and at most 366 days")
    return interval
