"""Read lists of agreements: "The following documents were signed:", and an item, or a clause of the sentence, for each."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from etl.agreements.pacts import Pact
from etl.agreements.spoken_of import of_text, spoken_of
from etl.agreements.terms import terms
from etl.framing.skeleton import Skeleton
from etl.knowledge import toml
from etl.records import Step, When
from etl.telling.telling import Telling

RULE = "listed agreement"
# an item with one of these tells what was not agreed
NEGATIONS = frozenset(("no", "not", "never", "without", "nor"))
# what counts the items of a list within a sentence
COUNT = re.compile(r"(?:\( )?(?:[ivx]+|\S|\d+) \) ")


@cache
def _introduces() -> re.Pattern[str]:
    """Compile a sentence up to the colon before a list of agreements."""
    words = {name: "|".join(forms) for name, forms in toml("agreements.toml")["listing"].items()}
    return re.compile(rf"(?=[^:]*(?<!\S)(?:{words['counts']}) )(?=[^:]*(?<!\S)(?:{words['nouns']}) )"
                      rf"[^:]*?(?<!\S)(?P<done>(?P<signed>{words['signed']})|{words['done']}) [^:]*:(?= |$)")


@cache
def _planned() -> re.Pattern[str]:
    """Compile the words of what is still to be done."""
    return re.compile(rf"(?<!\S)(?:{'|'.join(toml('agreements.toml')['listing']['planned'])}) ")


class ListedPacts:
    """Keeps what the introduction of a list says of the agreements in it."""

    def __init__(self) -> None:
        self.introduced: Pact | None = None
        self.block = 0

    def read(self, telling: Telling, found: list[Pact], *, is_item: bool) -> list[Pact]:
        """Return the agreements of a sentence: those `found` in it, else those of a list that it introduces or belongs to."""
        skel = telling.skel
        before, self.block = self.block, skel.sentence.block
        if is_item and self.introduced is not None and self.block - before < 2:
            # after a heading, which nobody reads, another list begins
            return found or list(_each(telling, self.introduced, 0))
        m = _introduces().match(skel.text) if ":" in skel.tokens else None
        self.introduced = _introduction(telling, m, found) if m else None
        if self.introduced is None:
            return found
        listed = list(_each(telling, self.introduced, skel.token_at(m.end())))
        if skel.tokens[-1] != ":" and len(listed) < 2:
            # "signed two agreements: on water and on customs" is no list of names
            self.introduced = None
            return found
        # what introduces a list is no agreement of its own
        return listed


def _introduction(telling: Telling, m: re.Match[str], found: list[Pact]) -> Pact | None:
    """Return what is said of each agreement of a list; None where nobody can be told to be a party."""
    sides = next((p.sides for p in found if len(p.sides) > 1), ()) or spoken_of(telling) or of_text(telling)
    if len(sides) < 2:
        return None
    skel = telling.skel
    planned = "signed" if _planned().search(m.group()) else None
    status = "reached" if planned or not m["signed"] else "signed"
    when = When() if planned else telling.when_said(*skel.units[skel.token_at(m.start("done"))])
    steps = (Step(status, when), *((Step(planned, When(), True),) if planned else ()))
    return Pact("agreement", "", status, planned, sides, when, (telling.evidence(RULE),), skel.sentence.block, steps, is_new=True)


def _each(telling: Telling, introduced: Pact, start: int) -> Iterator[Pact]:
    """Yield the agreements that the clauses from a token on name, by their first noun; of others nothing is known."""
    skel = telling.skel
    for first, last in _clauses(skel, start):
        text = skel.text[skel.offsets[first]:skel.offsets[last] if last < len(skel.offsets) else None]
        noun = terms().noun.search(text)
        if noun is None or not NEGATIONS.isdisjoint(skel.tokens[first:last]):
            continue
        subject = skel.sentence.units.phrase(skel.units[first][0], skel.units[last - 1][1])
        evidence = tuple(dict.fromkeys((*introduced.evidence, telling.evidence(RULE))))
        yield replace(introduced, kind=terms().kinds[noun.group()], subject=subject, evidence=evidence,
                      block=skel.sentence.block)


def _clauses(skel: Skeleton, start: int) -> Iterator[tuple[int, int]]:
    """Yield the token ranges between semicolons, without what counts them and the stop."""
    at = start
    ends = [i for i in range(start, len(skel.tokens)) if skel.tokens[i] == ";"]
    for end in (*ends, len(skel.tokens)):
        first = at + (skel.tokens[at:at + 1] == ("and",))
        count = COUNT.match(skel.text, skel.offsets[first]) if first < end else None
        first = skel.token_at(count.end()) if count else first
        first += skel.tokens[first:first + 1] in (("a",), ("an",), ("the",))
        last = end
        while last > first and skel.tokens[last - 1] in (".", ",", "and", ";"):
            last -= 1
        if last > first:
            yield first, last
        at = end + 1
