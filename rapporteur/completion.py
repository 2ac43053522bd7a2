"""What could come next in a statement: views, their columns with what they mean, and words of SQL.

Columns are those of the views that the statement names, or of the one before the dot. It looks at words, and does not parse.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

WORD = re.compile(r"[\w.]*$")
NAMED = re.compile(r"\breporting\.(\w+)(?:\s+(?:AS\s+)?(\w+))?", re.IGNORECASE)
KEYWORDS = ("SELECT", "FROM", "WHERE", "JOIN", "LEFT JOIN", "ANTI JOIN", "SEMI JOIN", "USING", "ON", "AND", "OR", "NOT", "IN", "IS NULL",
            "IS NOT NULL", "BETWEEN", "LIKE", "ILIKE", "GROUP BY", "GROUP BY ALL", "HAVING", "ORDER BY", "LIMIT", "DISTINCT", "AS",
            "DESC", "CASE WHEN", "THEN", "ELSE", "END", "WITH", "UNION ALL", "OVER", "PARTITION BY", "QUALIFY", "FILTER", "DATE",
            "INTERVAL", "DESCRIBE", "SUMMARIZE", "PIVOT", "count(*)", "count(DISTINCT", "string_agg(", "coalesce(", "date_trunc(")


@dataclass(frozen=True, slots=True)
class Catalog:
    """What can be asked: `views` maps each view of `reporting` to what a row of it is, `columns` to its columns and their meaning."""

    views: Mapping[str, str]
    columns: Mapping[str, Mapping[str, str]]


class Proposal(NamedTuple):
    """Words that could take the place of the last `replaced` characters, and what they mean."""

    words: str
    replaced: int
    meaning: str = ""


def proposals(catalog: Catalog, before: str, statement: str) -> Iterator[Proposal]:
    """Yield what could come at the end of `before`, the part of a statement that is written before the cursor."""
    word = WORD.search(before)[0]
    owner, dot, begun = word.rpartition(".")
    if owner == "reporting":
        yield from _beginning(begun, len(begun), catalog.views)
    elif dot:
        view = _aliases(catalog, statement).get(owner, owner)
        yield from _beginning(begun, len(begun), catalog.columns.get(view, {}))
    elif word:
        for view in dict.fromkeys(_aliases(catalog, statement).values()):
            yield from _beginning(word, len(word), catalog.columns[view])
        yield from _beginning(word, len(word), {f"reporting.{name}": meaning for name, meaning in catalog.views.items()})
        yield from (Proposal(f"reporting.{name}", len(word), meaning) for name, meaning in catalog.views.items()
                    if name.startswith(word))
        yield from _beginning(word, len(word), dict.fromkeys(KEYWORDS, ""))


def _beginning(begun: str, replaced: int, known: Mapping[str, str]) -> Iterator[Proposal]:
    """Yield those of what is known that begin with what is begun, whatever its case."""
    for words, meaning in known.items():
        if words.lower().startswith(begun.lower()):
            yield Proposal(words, replaced, meaning)


def _aliases(catalog: Catalog, statement: str) -> dict[str, str]:
    """Return the views that a statement names, by the name that it gives them and by their own."""
    found: dict[str, str] = {}
    for view, alias in NAMED.findall(statement):
        if view in catalog.columns:
            found |= {view: view} | ({alias: view} if alias else {})
    return found
