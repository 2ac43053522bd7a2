"""Say at which stage of the extraction a labelled record was lost.

The stages: `spot` (no mention where the name stands), `link` (a mention, but nobody or somebody else), `trigger` (no frame
finds anything in the sentence that proves the fact), `participant` (a frame did, but a party was not told), `slot` (date,
place or status), `merge` (the fact stood there before records were put together). A found record without a label is `extra`,
or `merge` where it is a further telling of a labelled one.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.agreements.agreements import agreements_of
from etl.agreements.terms import terms
from etl.evaluation.labels import Account, Entity, Fact, found_fact
from etl.evaluation.pairing import Identities, affinity, identities
from etl.evaluation.scoring import Outcome
from etl.framing.frames import find_hits
from etl.framing.skeleton import skeleton
from etl.merging.meetings import meetings_of
from etl.reading import Reading
from etl.records import Span
from etl.spotting.mentions import Sentence

STAGES = ("spot", "link", "trigger", "participant", "slot", "merge", "extra")
SHOWN = 110


@dataclass(frozen=True, slots=True)
class Loss:
    """One record that is missed, partly right or extra: what it is, the stage that lost it, and the words it concerns."""

    document: str
    section: str
    verdict: str
    stage: str
    what: str
    faults: tuple[str, ...] = ()


def losses_of(document: str, reading: Reading, text: str, labels: Account, found: Account,
              outcomes: tuple[Outcome, ...]) -> Iterator[Loss]:
    """Yield the losses of one document, in the order of its outcomes.

    Args:
        document: the name to report.
        reading: what the stages made of it.
        text: the text as kept.
        labels, found: the two accounts that were scored.
        outcomes: what scoring said of them.
    """
    trace = _Trace(reading, text, labels, identities(labels, found))
    for outcome in outcomes:
        if outcome.verdict == "right":
            continue
        section = outcome.section
        label = next((x for x in getattr(labels, section) if x.key == outcome.label), None)
        have = next((x for x in getattr(found, section) if x.key == outcome.found), None)
        if section in ("people", "organizations"):
            stage = "extra" if label is None else trace.entity(label)
            what = (label or have).name
        else:
            stage = trace.extra(have, section) if label is None else trace.fact(label, have, section, outcome.faults)
            what = " ".join((label or have).quotes[0].split())[:SHOWN]
            what = f"{(label or have).kind} {(label or have).key}: {what}"
        yield Loss(document, section, outcome.verdict, stage, what, outcome.faults)


@dataclass(frozen=True, slots=True)
class _Trace:
    """Follows a label back through one reading."""

    reading: Reading
    text: str
    labels: Account
    who: Identities

    def entity(self, label: Entity) -> str:
        """Return spot where no mention touches the name, link where one does."""
        spans = [s for name in label.names for s in occurrences(name, self.text)]
        for sentence in self.reading.sentences:
            for m in sentence.mentions:
                span = sentence.units.span(m.first, m.last)
                if m.kind in ("person", "body", "inner", "unknown") and any(meet(span, s) for s in spans):
                    return "link"
        return "spot"

    def extra(self, have: Fact, section: str) -> str:
        """Return merge where an extra record fits a label as well, extra where it fits none."""
        return "extra" if self._best(have, section) is None else "merge"

    def _best(self, have: Fact, section: str) -> str | None:
        """Return the label that a record fits best."""
        fits = [(fit, k.key) for k in getattr(self.labels,
                                              section) if (fit := affinity(k, have, self.who, section=section)) is not None]
        return max(fits)[1] if fits else None

    def fact(self, label: Fact, have: Fact | None, section: str, faults: tuple[str, ...]) -> str:
        """Return the stage that lost a fact, or a part of it."""
        if have is not None and "parties" not in faults:
            return "slot"
        told = self._sentences(label)
        drafts = self._drafts(told, section)
        if any(self._complete(label, d) if have is not None else self._best(d, section) == label.key for d in drafts):
            return "merge"
        if have is None and not (drafts or any(self._hit(s, section, label) for s in told)):
            return "trigger"
        return "participant"

    def _complete(self, label: Fact, draft: Fact) -> bool:
        return self.who.shared(label, draft) == len(label.parties) == len(draft.parties)

    def _sentences(self, label: Fact) -> list[Sentence]:
        """Return the sentences that a label's quotes stand in."""
        spans = [s for quote in label.quotes for s in occurrences(quote, self.text)]
        return [s for s in self.reading.sentences if any(meet(s.text_span(), x) for x in spans)]

    def _drafts(self, sentences: list[Sentence], section: str) -> list[Fact]:
        """Return what single clauses of these sentences told, each by itself."""
        own = {s.text_span() for s in sentences}
        if section == "meetings":
            records = [m for d in self.reading.drafts if d.evidence[0].span in own for m in meetings_of([d], "")]
        else:
            records = [a for p in self.reading.pacts if p.evidence[0].span in own for a in agreements_of([p], "")]
        return [found_fact(r, self.text) for r in records]

    def _hit(self, sentence: Sentence, section: str, label: Fact) -> bool:
        """Say whether the grammar finds anything of the label's kind in a sentence."""
        skel = skeleton(sentence)
        if section == "agreements":
            return terms().noun.search(skel.text) is not None
        caption = self.reading.shape.blocks[sentence.block].kind == "caption"
        return any((h.kind == "visit") == (label.kind == "visit") for h in find_hits(skel, caption=caption))


def meet(a: Span, b: Span) -> bool:
    """Say whether two spans have a character in common."""
    return a.start < b.end and b.start < a.end


def occurrences(words: str, text: str) -> Iterator[Span]:
    """Yield where some words stand in a text, whatever the white space and line breaks between them."""
    parts = [re.escape(w) for w in words.split()]
    for m in re.finditer(r"\s+".join(parts), text) if parts else ():
        yield Span(*m.span())
