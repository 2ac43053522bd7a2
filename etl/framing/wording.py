"""Compile the words that show how a clause is built (lexicon/clauses.toml), once a process.

The stages that read clauses look their words up here. Nothing here reads a sentence.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from etl.knowledge import toml


@dataclass(frozen=True, slots=True)
class ListWords:
    """What joins the members of a list, and what shows that it has ended."""

    links: frozenset[str]
    members: frozenset[str]
    apart: frozenset[tuple[str, ...]]
    further: frozenset[str]
    further_after_comma: frozenset[str]
    verbal: re.Pattern[str]
    before_state: frozenset[str]
    parts: frozenset[str]
    of_bodies: frozenset[str]
    led: frozenset[str]
    setting: frozenset[str]
    whole: frozenset[str]


@dataclass(frozen=True, slots=True)
class SubjectWords:
    """What stands before an object and what before a subject; `directions` only say where somebody stands in a picture."""

    prepositions: frozenset[str]
    openers: frozenset[str]
    fronts: frozenset[str]
    attached: frozenset[str]
    nominative: frozenset[str]
    participles: frozenset[str]
    directions: frozenset[str]
    resumed: frozenset[str]
    determiners: frozenset[str]
    occasions: frozenset[str]


@dataclass(frozen=True, slots=True)
class BridgeWords:
    """What may stand between an encounter and a further one that shares its verb."""

    bridge: frozenset[str]
    seats: frozenset[str]
    links: frozenset[str]
    next: frozenset[str]
    nth: frozenset[str]
    prepositions: frozenset[str]
    before_party: frozenset[str]
    after_party: frozenset[str]
    before_seat: frozenset[str]
    before_address: frozenset[str]


@dataclass(frozen=True, slots=True)
class DateCues:
    """What ties a date to a clause and what keeps it away."""

    bounds: frozenset[str]
    due: frozenset[str]
    barriers: frozenset[str]
    lead: frozenset[str]
    fixed: frozenset[str]
    dated: frozenset[str]
    said: frozenset[str]


@cache
def list_words() -> ListWords:
    """Compile the words of lists."""
    data = toml("clauses.toml")["lists"]
    return ListWords(
        links=frozenset(data["links"]),
        members=frozenset(data["members"]),
        apart=frozenset(tuple(words) for words in data["apart"]),
        of_bodies=frozenset(data["of_bodies"]),
        further=frozenset(data["further"]),
        further_after_comma=frozenset(data["further_after_comma"]),
        verbal=re.compile(f"^(?:{'|'.join(data['verbal'])})$"),
        before_state=frozenset(data["before_state"]),
        parts=frozenset(data["parts"]),
        led=frozenset(data["led"]),
        setting=frozenset(data["setting"]),
        whole=frozenset(data["whole"]),
    )


@cache
def subject_words() -> SubjectWords:
    """Compile the words around a subject."""
    return SubjectWords(**_sets("subject"))


@cache
def bridge_words() -> BridgeWords:
    """Compile the words between encounters that share a verb."""
    return BridgeWords(**_sets("continued"))


@cache
def date_cues() -> DateCues:
    """Compile the words around the dates of a clause."""
    return DateCues(**_sets("dates"))


def _sets(section: str) -> dict[str, frozenset[str]]:
    """Return the word lists of a section as sets."""
    return {name: frozenset(words) for name, words in toml("clauses.toml")[section].items()}
