"""Say who a mention denotes: the named, the pronouns, the posts and the groups, each by the module that knows how.

Several sides where the words mean several, none where nobody can be told.
"""
from __future__ import annotations

import re
from dataclasses import replace

from etl.framing.skeleton import Skeleton
from etl.linking.link import Linker
from etl.spotting.mentions import Mention, Sentence
from etl.spotting.units import Units
from etl.telling.anaphora import nationals, pronoun, spoken_of
from etl.telling.context import Item, Memory
from etl.telling.groups import country_of_group, delegations, group_parties
from etl.telling.posts import holder_of_post, posts_of_several
from etl.telling.sides import Side, country_side, group_side

ARTICLE = re.compile(r"^(?:the|a|an|his|her|their|its|both) ", re.IGNORECASE)


class Parties:
    """Resolves the mentions of one document; `memory` is what the document told so far."""

    def __init__(self, linker: Linker, memory: Memory) -> None:
        self.linker = linker
        self.memory = memory
        self._people: dict[str, Side] = {}

    def sides(self, skel: Skeleton, mentions: tuple[Mention, ...], item: Item, *,
              country: str | None = None, exclude: tuple[Side, ...] = ()) -> tuple[Side, ...]:
        """Return the sides a list of mentions denotes; `country` is that of the group whose members they are."""
        out: list[Side] = []
        units = skel.sentence.units
        for m in mentions:
            if country and m.name is None and m.roles and m.roles[0].country is None:
                role = replace(m.roles[0], country=country)
                key = self.linker.holder(role, [])
                m = replace(m, roles=(role,), entity=key, kind="person" if key else "role")
            found, told = self._denoted(m, units, item, exclude), tuple(out)
            for side in found:
                if side.kind == "group" and len(found) == 1:
                    side = replace(side, country=side.country or self._country(m, units))
                # "Belgian and EU officials" are two, however like their words
                if not side.among(told):
                    out.append(side)
        return tuple(out)

    def led(self, skel: Skeleton, lead: tuple[Mention, ...]) -> tuple[Side, ...]:
        """Return the delegations that named members lead."""
        return delegations(skel, lead, self.linker)

    def country_of_lead(self, skel: Skeleton, lead: tuple[Mention, ...]) -> str | None:
        """Return the country of a group whose members are then listed."""
        return next((c for m in lead if (c := self._country(m, skel.sentence.units))), None)

    def only_one(self, heading: list[Sentence]) -> Side | None:
        """Return the one person whom a heading names, be it in capitals ("OSEI ABROAD"); None where there are more or none."""
        named = {m.entity for sentence in heading for m in sentence.mentions if m.kind == "person" and m.entity}
        words = {w for s in heading for w in s.units.words[s.first:s.last] if w.isupper() and len(w) > 1}
        if words and not named:
            named = {key for key, entry in self.linker.people.items() if any(form.upper() in words for form in entry.forms)}
        return self._known(named.pop()) if len(named) == 1 else None

    def person(self, m: Mention) -> Side:
        """Return the linked person of a mention."""
        known = self._people.get(m.entity) or self._known(m.entity)
        if not m.roles:
            return known
        role = m.roles[0]
        return Side("person", m.entity, role.phrase, known.country, role=role, posts=known.posts)

    def _known(self, key: str) -> Side:
        """Return a person without a post beside the name, the same each time."""
        entry = self.linker.people[key]
        posts = tuple(r for r, _, _ in entry.roles)
        country = next((r.country for r in posts if r.country), entry.country)
        self._people[key] = Side("person", key, None, country, posts=posts)
        return self._people[key]

    def _denoted(self, m: Mention, units: Units, item: Item, exclude: tuple[Side, ...]) -> tuple[Side, ...]:
        if m.name is None and m.roles and "visiting" in units.phrase(m.first, m.last).lower().split():
            # "the visiting minister" is who came
            visitors = tuple(s for s in item.visitors if s.kind == "person" and not s.among(exclude))
            if len(visitors) == 1:
                return visitors
        if m.kind == "person" and m.entity:
            return (self.person(m),)
        if m.kind == "body" and m.entity:
            return (Side("organization", m.entity, None, self.linker.bodies[m.entity].country),)
        if m.kind == "country":
            return (country_side(m.value),)
        if m.kind == "pronoun":
            return pronoun(m, item, self.memory, exclude)
        text = ARTICLE.sub("", units.phrase(m.first, m.last))
        if m.kind == "role":
            return holder_of_post(m, text, item, self.linker, self.memory.home)
        if m.kind == "group":
            return self._group(m, text, units, item, exclude)
        return ()

    def _group(self, m: Mention, text: str, units: Units, item: Item, exclude: tuple[Side, ...]) -> tuple[Side, ...]:
        stated = posts_of_several(m, units, item, self.linker)
        if stated:
            return stated
        if units.classes[m.last - 1] == "d" and (named := nationals(units, m, item, self.memory)):
            return named
        known = spoken_of(units.phrase(m.first, m.last), self._country(m, units), item, self.memory, exclude)
        if known:
            return known
        if units.classes[m.first] in "tu" and text.lower() in item.led:
            return item.led[text.lower()]
        if units.classes[m.last - 1] == "d":
            # "the Kenyans" are a party of themselves, "the Kenyan" is somebody
            return (group_side(text, units.values.get(m.last - 1)),) if text.endswith("s") else ()
        return group_parties(m, text, units, self.linker)

    def _country(self, m: Mention, units: Units) -> str | None:
        return country_of_group(m, units, self.linker.knowledge)
