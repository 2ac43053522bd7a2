"""Hold one sentence as it is read, with its context and those who resolve it: all that a reader of facts needs.

Encounters and agreements are read from it; it decides nothing itself.
"""
from __future__ import annotations

from dataclasses import dataclass

from etl.framing.hits import Hit
from etl.framing.skeleton import Skeleton
from etl.framing.wording import date_cues
from etl.records import Evidence, When
from etl.sources.citations import CitedBracket
from etl.spotting.mentions import Mention
from etl.telling.context import Item
from etl.telling.parties import Parties
from etl.telling.sides import Side
from etl.telling.timing import Timing


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence, what its item knows, and the citations it rests on."""

    skel: Skeleton
    item: Item
    cited: list[CitedBracket]
    parties: Parties
    timing: Timing

    def sides(self, mentions: tuple[Mention, ...], *,
              country: str | None = None, exclude: tuple[Side, ...] = ()) -> tuple[Side, ...]:
        """Return the parties that mentions denote; `country` is that of the group whose members they are."""
        return self.parties.sides(self.skel, mentions, self.item, country=country, exclude=exclude)

    def when(self, hit: Hit) -> When:
        """Return the day of an encounter."""
        return self.timing.when(self.skel, hit, self.item, self.cited)

    def when_said(self, first: int, last: int, *, low: int | None = None, high: int | None = None,
                  lasting: bool = False) -> When:
        """Return the day of what the units `[first, last)` tell, where that is no encounter, from the units `[low, high)`.

        Only of what is `lasting` "since May 4" is the day.
        """
        sentence, units = self.skel.sentence, self.skel.sentence.units
        high = sentence.last if high is None else high
        due = (i for i in range(last, high)
               if units.classes[i] == "D" and units.words[i - 1].lower() in date_cues().due - ({"since"} if lasting else set()))
        # "agreed to leave by July 16": that day is not the day they agreed
        high = next(due, high)
        low = sentence.first if low is None else low
        return self.when(Hit("", "", "held", (), (), (), units.span(first, last), first, last, low=low, high=high))

    def evidence(self, rule: str) -> Evidence:
        """Return the sentence as evidence, found by a rule."""
        sentence = self.skel.sentence
        return Evidence(sentence.text_span(), sentence.block, tuple(c for b in self.cited for c in b.citations), rule)
