"""Look up how documents of one style are laid out: a small profile in data; a document of no known style gets the general one."""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from etl.knowledge import toml

GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Style:
    """What a style adds to the reading of lines: `noise` are lines that say nothing, `overview` headings of summaries."""

    noise: re.Pattern[str]
    overview: frozenset[str]


def names() -> tuple[str, ...]:
    """Return the names of the styles."""
    return tuple(toml("styles.toml"))


@cache
def style(name: str | None = None) -> Style:
    """Return a style with all that the general one has. Raises KeyError where there is none of that name."""
    profiles = toml("styles.toml")
    used = [profiles[GENERAL], *([] if name in (None, GENERAL) else [profiles[name]])]
    noise = [pattern for profile in used for pattern in profile.get("noise", ())]
    return Style(re.compile("|".join(f"(?:{pattern})" for pattern in noise), re.IGNORECASE),
                 frozenset(heading for profile in used for heading in profile.get("overview", ())))
