"""Choose among bodies that share a name by the countries that the text speaks of.

"The National Liberation Army" is one body in Colombia and another in Macedonia; a Labour Party of a third country is none of
the known ones and becomes a body of the document.
"""
from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from etl.knowledge import Knowledge
from etl.spotting.mentions import Sentence

SHARED = frozenset(("party", "militia", "parliament"))
"""Kinds whose names many countries share; a ministry or an agency that is known is taken for the known one."""


class Homonyms:
    """Knows the countries of one document and the bodies of one name."""

    def __init__(self, knowledge: Knowledge, sentences: Iterable[Sentence]) -> None:
        self.knowledge = knowledge
        self.countries = frozenset(_countries(knowledge, sentences))

    def chosen(self, key: str, form: str, country: str | None) -> str | None:
        """Return the body meant by a form, None where the known ones are of other countries.

        Args:
            key: the body of the seeds that the form names first.
            form: the name as it stands in the text.
            country: the country stated with it.
        """
        body = self.knowledge.bodies[key]
        near = {country} if country else self.countries
        if body.country is None or not near or body.country in near:
            return key
        if len(form) <= len("PT") and body.kind in SHARED:
            # the Workers' Party of one country, something else in all others
            return None
        other = next((k for k in namesakes(self.knowledge).get(form, ()) if self.knowledge.bodies[k].country in near), None)
        return other or (None if body.kind in SHARED and self._general(form) else key)

    def near(self, key: str, country: str | None) -> bool:
        """Say whether a body of the seeds can be the one of a text, or of a country stated in it."""
        own = self.knowledge.bodies[key].country
        return own is None or (own == country if country else not self.countries or own in self.countries)

    def _general(self, form: str) -> bool:
        """Say whether a name is of ordinary words and a head, so that any country can have such a body."""
        words, k = form.split(), self.knowledge
        return len(words) > 1 and words[-1] in k.body_kinds and all(
            w in k.body_kinds or w.lower().removesuffix("'s").rstrip("'") in k.ordinary for w in words)


def _countries(knowledge: Knowledge, sentences: Iterable[Sentence]) -> Iterable[str]:
    """Yield the countries that a document names, with those of its nationalities and places."""
    # the sentences of a block share its units
    for units in {id(s.units): s.units for s in sentences}.values():
        for i, value in units.values.items():
            cls = units.classes[i]
            if cls in "dc":
                yield value
            elif cls == "G" and knowledge.places[value].country:
                yield knowledge.places[value].country


@lru_cache(maxsize=2)
def namesakes(knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    """Return the keys of the bodies of each form; "National Liberation Army (Colombia)" is one of the bare form too."""
    out: dict[str, tuple[str, ...]] = {}
    for key, body in knowledge.bodies.items():
        for form in dict.fromkeys((*body.names, *(n.split(" (")[0] for n in body.names))):
            out[form] = (*out.get(form, ()), key)
    return out
