"""Part the people of a table whom rows call by one word only: "President Bush" of 1989 need not be that of 2005.

A lone name gets a key of its row's year, so each year gives an account of its own; resolution brings them to whom they mean, by
office and time. A full name has one key in all rows, and so has a lone name in rows without a day.
"""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from etl.linking.people import full
from etl.reading import Reading
from etl.records import Agreement, Death, Leave, Meeting, Mention, Party, Person

Named = TypeVar("Named", Death, Leave)
Fact = TypeVar("Fact", Meeting, Agreement)


class Keys:
    """The keys that the people of one row get in the table."""

    def __init__(self, reading: Reading, year: int | None) -> None:
        lone = [] if year is None else [e.key for e in reading.linker.people.values() if not full(e.tokens)]
        self._of = {key: f"{key}-{year}" for key in lone}

    def person(self, person: Person) -> Person:
        """Return a person under his key in the table."""
        return replace(person, key=self._key(person.key))

    def told(self, told: Iterable[Named]) -> list[Named]:
        """Return deaths or leaves, of the people of the table."""
        return [replace(each, person_key=self._key(each.person_key)) for each in told]

    def mention(self, mention: Mention) -> Mention:
        """Return a mention, a person's with the key in the table."""
        return replace(mention, entity_key=self._key(mention.entity_key)) if mention.kind == "person" else mention

    def fact(self, fact: Fact) -> Fact:
        """Return a meeting or an agreement between people of the table; its own key stays."""
        return replace(fact, parties=tuple(map(self._party, fact.parties)))

    def _party(self, party: Party) -> Party:
        return party if party.person_key is None else replace(party, person_key=self._key(party.person_key))

    def _key(self, key: str) -> str:
        return self._of.get(key, key)
