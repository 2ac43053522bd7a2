"""Read what an analyst labelled, and what the extraction found, into one shape, so that the two can be compared.

A label file stands beside its document: `STYLE--SLUG.txt` with `STYLE--SLUG.gold.json`. Nothing is compared here.
"""
from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from etl.records import Agreement, Extraction, Meeting, Party

ENDING = ".gold.json"


class UnusableLabels(ValueError):
    """Name another folder or mend the label file: there is nothing to compare with."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person or an organization: all its names; `key` is the label's id or the natural key."""

    key: str
    name: str
    names: tuple[str, ...]
    required: bool = True


@dataclass(frozen=True, slots=True)
class Who:
    """One party: a person, an organization, the words of an unnamed post or group, or a country alone."""

    person: str | None = None
    organization: str | None = None
    words: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A meeting or an agreement. `start` and `end` are inclusive; `places` and `countries` are empty for agreements."""

    key: str
    kind: str
    status: str
    start: date | None
    end: date | None
    precision: str
    parties: tuple[Who, ...]
    places: tuple[str, ...]
    countries: tuple[str, ...]
    outlets: tuple[str, ...]
    quotes: tuple[str, ...]
    required: bool = True


@dataclass(frozen=True, slots=True)
class Account:
    """All that is known of one document, by a reader or by the extraction."""

    people: tuple[Entity, ...] = ()
    organizations: tuple[Entity, ...] = ()
    meetings: tuple[Fact, ...] = ()
    agreements: tuple[Fact, ...] = ()


def labelled(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Yield each document of a folder that has labels, with its label file, by name."""
    for labels in sorted(folder.glob(f"*{ENDING}")):
        document = labels.with_name(labels.name.removesuffix(ENDING) + ".txt")
        if document.exists():
            yield document, labels


def style_of(document: Path) -> str:
    """Return the style that a document's name states."""
    return document.stem.split("--")[0]


def read_labels(path: Path) -> Account:
    """Read one label file.

    Raises:
        UnusableLabels: where it is no JSON of the shape that tests/corpus shows.
    """
    try:
        return _account(json.loads(path.read_text(encoding="utf-8")))
    except KeyError as error:
        raise UnusableLabels(f"{path}: the labels lack the field {error}") from error
    except (TypeError, ValueError) as error:
        raise UnusableLabels(f"{path}: {error}") from error


def _account(data: dict) -> Account:
    return Account(
        tuple(_entity(e) for e in data["people"]), tuple(_entity(e) for e in data["organizations"]),
        tuple(_labelled_fact(m, "participants") for m in data["meetings"]),
        tuple(_labelled_fact(a, "parties") for a in data["agreements"]),
    )


def _entity(label: dict) -> Entity:
    return Entity(label["id"], label["name"], tuple(label["names"]), label.get("required", True))


def _labelled_fact(label: dict, field: str) -> Fact:
    when = label["date"]
    start = date.fromisoformat(when["start"]) if when["start"] else None
    end = date.fromisoformat(when["end"]) if when["end"] else start
    return Fact(
        label["id"], label["kind"], label["status"], start, end, when["precision"],
        tuple(_labelled_party(p) for p in label[field]),
        tuple(label.get("places", ())), tuple(label.get("countries", ())), tuple(s["outlet"] for s in label["sources"]),
        tuple(label["evidence"]), label.get("required", True),
    )


def _labelled_party(label: dict) -> Who:
    return Who(label.get("person"), label.get("organization"), label.get("role") or label.get("group"), label.get("country"))


def account_of(extraction: Extraction) -> Account:
    """Return what an extraction holds, without people and bodies that no stretch of the text names, as in the warehouse."""
    text = extraction.source.text
    said: dict[tuple[str, str], list[str]] = {}
    for mention in extraction.mentions:
        said.setdefault((mention.kind, mention.entity_key), []).append(mention.span.of(text))

    def entities(kind: str, found: tuple) -> tuple[Entity, ...]:
        return tuple(Entity(e.key, e.name, tuple(dict.fromkeys((e.name, *e.names,
            *said[kind, e.key])))) for e in found if (kind, e.key) in said)

    return Account(
        entities("person", extraction.people), entities("organization", extraction.organizations),
        tuple(found_fact(m, text) for m in extraction.meetings), tuple(found_fact(a, text) for a in extraction.agreements),
    )


def found_fact(fact: Meeting | Agreement, text: str) -> Fact:
    """Return a meeting or an agreement of the extraction; `text` is the document's."""
    places = fact.places if isinstance(fact, Meeting) else ()
    quotes = tuple(dict.fromkeys(e.span.of(text) for e in fact.evidence))
    outlets = tuple(dict.fromkeys(c.outlet for e in fact.evidence for c in e.citations))
    return Fact(
        fact.key, fact.kind, fact.status, fact.when.start, fact.when.end or fact.when.start, fact.when.precision,
        tuple(_found_party(p) for p in dict.fromkeys(fact.parties)), tuple(p.name for p in places if p.name),
        tuple(p.country for p in places if p.country), outlets, quotes,
    )


def _found_party(party: Party) -> Who:
    organization = None if party.person_key else party.organization_key
    return Who(party.person_key, organization, party.role, party.country)
