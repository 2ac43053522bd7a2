"""What the three filters of a dashboard are set to: as the address of the page says it, and as SQL has it."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Filters:
    """What somebody chose; None where nothing."""

    person: str | None = None
    country: str | None = None
    since: date | None = None
    until: date | None = None

    def in_address(self) -> str:
        """Return them as Superset writes them into the address of a page."""
        chosen = [_select(name, value) for name, value in (("person", self.person), ("country", self.country)) if value]
        if self.since is not None:
            span = f"'{self.since} : {self.until}'"
            chosen.append(f"NATIVE_FILTER-time:(id:NATIVE_FILTER-time,extraFormData:(time_range:{span}),"
                          f"filterState:(value:{span}),ownState:())")
        return f"({','.join(chosen)})" if chosen else ""


def _select(name: str, value: str) -> str:
    return (f"NATIVE_FILTER-{name}:(id:NATIVE_FILTER-{name},extraFormData:(filters:!((col:{name},op:IN,val:!('{value}')))),"
            f"filterState:(label:'{value}',value:!('{value}')),ownState:())")
