"""Read on which days a document says that something was done: met, signed, or whatever a sentence tells after "On May 4"."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from etl.agreements.pacts import Pact
from etl.findings.cues import told_as_done
from etl.reading import Reading
from etl.records import Citation, Span, When
from etl.spotting.mentions import Sentence
from etl.telling.drafts import Draft
from etl.time.dates import DateMention, resolve

DONE = frozenset({"signed", "reached", "ratified"})


@dataclass(frozen=True, slots=True)
class ToldDay:
    """A day on which something was done, as the words have it and resolved, and the sources cited for it."""

    mention: DateMention
    when: When
    span: Span
    block: int
    citations: tuple[Citation, ...]
    fact: Draft | Pact | None = None


def told_days(reading: Reading) -> list[ToldDay]:
    """Return the days of held encounters, of agreements made, and of the sentences that a day opens."""
    out: list[ToldDay] = []
    at: dict[Span, list[Draft | Pact]] = defaultdict(list)
    for fact in (*(d for d in reading.drafts if d.status == "held"), *(p for p in reading.pacts if p.status in DONE)):
        at[fact.evidence[0].span].append(fact)
    for sentence in reading.sentences:
        facts = at.get(sentence.text_span(), ())
        opens = sentence.units.words[sentence.first].lower() == "on" and sentence.units_of("D")[:1] == [sentence.first + 1]
        if not (facts or opens) or not told_as_done(sentence.text_span().of(reading.shape.text)):
            continue
        stated = [(m, w) for m, w in _stated(reading, sentence) if m.form in ("day", "range") and w.start is not None]
        for fact in facts:
            day = next(((m, w) for m, w in stated if fact.when.stated and m.words == fact.when.stated), None)
            if day is not None:
                cited = tuple(c for e in fact.evidence for c in e.citations)
                out.append(ToldDay(*day, sentence.text_span(), sentence.block, cited, fact))
        if not facts and stated:
            out.append(ToldDay(*stated[0], sentence.text_span(), sentence.block, tuple(_cited(reading, sentence))))
    return out


def _stated(reading: Reading, sentence: Sentence) -> Iterator[tuple[DateMention, When]]:
    """Yield the days and months that a sentence states, as the words have them and resolved."""
    for mention in (reading.dates[int(sentence.units.values[i])] for i in sentence.units_of("D")):
        yield mention, resolve(mention, reading.shape.calendar)


def stated_in(reading: Reading, sentence: Sentence) -> Iterator[When]:
    """Yield the days and months that a sentence states, resolved."""
    return (when for _, when in _stated(reading, sentence))


def _cited(reading: Reading, sentence: Sentence) -> Iterator[Citation]:
    """Yield the sources that a sentence itself cites."""
    for i in sentence.units_of("Z"):
        yield from reading.brackets[int(sentence.units.values[i])].citations
