"""Give the words that the reading of names and posts asks for, as sets, from the lexicon files that list them.

Only what the stages look up by name is here; forms that become classes of tokens are compiled into tables (knowledge.py).
"""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PostWords:
    """How posts are worded (roles.toml)."""

    abroad: tuple[str, ...]
    whole: tuple[str, ...]
    idle: frozenset[str]
    former: frozenset[str]
    fields: frozenset[str]
    passing: frozenset[str]
    taken: frozenset[str]
    seats: frozenset[str]
    standing: frozenset[str]
    regnal: frozenset[str]
    regnal_titles: frozenset[str]
    ruling: frozenset[str]
    peerless: frozenset[str]
    relative: frozenset[str]
    peers: frozenset[str]
    sent: frozenset[str]
    vague: frozenset[str]
    common: frozenset[str]
    broad: frozenset[str]
    titles: frozenset[str]
    ranked: frozenset[str]
    held_beside: frozenset[str]
    missions: frozenset[str]
    canonical: dict[str, str]
    synonyms: dict[str, str]


@dataclass(frozen=True, slots=True)
class NameWords:
    """How people are written (names.toml)."""

    particles: frozenset[str]
    suffixes: frozenset[str]
    letters: frozenset[str]
    plain: frozenset[str]
    opening: frozenset[str]
    called: frozenset[str]
    royal: tuple[str, ...]
    short: dict[str, str]
    short_titles: frozenset[str]
    services: frozenset[str]
    endings: tuple[str, ...]
    site_before: frozenset[str]
    site_after: frozenset[str]
    place_kinds: frozenset[str]
    site_of: frozenset[str]
    venues: frozenset[str]
    before_place: frozenset[str]
    towards_place: frozenset[str]
    married: frozenset[str]
    kin: frozenset[str]
    wives: frozenset[str]
    journeys: frozenset[str]


@dataclass(frozen=True, slots=True)
class FirmWords:
    """What shows a company or a party that no head names (organizations.toml); `before` and `after` give the kind."""

    before: dict[str, str]
    after: dict[str, str]
    posts: tuple[str, ...]
    trade: frozenset[str]
    deals: frozenset[str]
    leading: frozenset[str]


@dataclass(frozen=True, slots=True)
class VerbWords:
    """What verbs tell of the word beside them (verbs.toml)."""

    speech: frozenset[str]
    finite: frozenset[str]
    headline: frozenset[str]
    posts: frozenset[str]
    before_verb: frozenset[str]


@dataclass(frozen=True, slots=True)
class StandInWords:
    """What stands for people named before (groups.toml)."""

    pairs: frozenset[str]
    before_pairs: frozenset[str]
    after_pairs: frozenset[str]
    ranks: frozenset[str]
    counts: frozenset[str]
    persons: frozenset[str]
    before_counts: frozenset[str]
    whom: frozenset[str]


def post_words(data: dict) -> PostWords:
    """Return the words of roles.toml."""
    sets = ("idle", "former", "passing", "taken", "seats", "standing", "regnal", "regnal_titles", "ruling", "peerless", "relative", "peers", "sent",
            "vague", "common", "broad", "titles", "ranked", "held_beside", "missions")
    fields = frozenset(data["domains"]) & frozenset(data["groups"])
    return PostWords(abroad=tuple(data["abroad"]), whole=tuple(data["whole"]), canonical=data["canonical"],
                     synonyms=data["synonyms"], fields=fields, **{name: frozenset(data[name]) for name in sets})


def name_words(data: dict) -> NameWords:
    """Return the words of names.toml."""
    sets = ("particles", "suffixes", "letters", "plain", "opening", "called", "short_titles", "services", "before_place",
            "towards_place", "journeys", "married", "kin", "wives")
    return NameWords(short=data["short"], endings=tuple(data["endings"]), royal=tuple(data["royal"]),
                     site_before=frozenset(data["sites"]["before"]),
                     site_after=frozenset(data["sites"]["after"]), site_of=frozenset(data["sites"]["of"]),
                     venues=frozenset(data["sites"]["venues"]),
                     place_kinds=frozenset(data["sites"]["kinds"]),
                     **{name: frozenset(data[name]) for name in sets})


def firm_words(data: dict) -> FirmWords:
    """Return the company words of organizations.toml."""
    beside = data["beside"]
    before = {word: kind for kind, words in beside["before"].items() for word in words}
    after = {word: kind for kind, words in beside["after"].items() for word in words}
    return FirmWords(before=before, after=after, posts=tuple(beside["posts"]), trade=frozenset(beside["trade"]),
                     deals=frozenset(beside["deals"]),
                     leading=frozenset(head for heads in data["leading"].values() for head in heads))


def verb_words(data: dict) -> VerbWords:
    """Return the words of verbs.toml."""
    return VerbWords(**{name: frozenset(words) for name, words in data.items()})


def stand_in_words(data: dict) -> StandInWords:
    """Return the stand-ins of groups.toml."""
    return StandInWords(**{name: frozenset(words) for name, words in data["stand_ins"].items()})
