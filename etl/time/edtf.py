"""Write resolved dates in the Extended Date/Time Format (ISO 8601-2), level 1."""
from __future__ import annotations

from datetime import date

from etl.records import When


def edtf_of(when: When) -> str | None:
    """Return the date as EDTF, or None where nothing is known.

    A day is `2020-11-18`, a range `2020-11-15/2020-11-20`, a month `2020-11`; `~` marks what is approximate, `..` an end that
    is not known. An approximate range of which only the last day is known reads `../2020-11-18~`.
    """
    if when.precision == "unknown" or (when.start is None and when.end is None):
        return None
    mark = "~" if when.precision == "approximate" else ""
    first, last = (_written(day, when.precision, mark) for day in (when.start, when.end))
    return first if first == last else f"{first}/{last}"


def _written(day: date | None, precision: str, mark: str) -> str:
    if day is None:
        return ".."
    return f"{day:%Y-%m}" if precision == "month" else f"{day.isoformat()}{mark}"
