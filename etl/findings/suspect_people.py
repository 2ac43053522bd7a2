"""Find people who act when they cannot: after their death, or in a post that they have left."""
from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from etl.findings.cues import has_cue, looks_back, told_as_done
from etl.findings.departures import Departure, departures
from etl.findings.posts import current_post, single_post
from etl.reading import Reading
from etl.records import Finding
from etl.spotting.mentions import Mention, Role, Sentence
from etl.telling.drafts import Draft
from etl.time.dates import resolve

AS = re.compile(r"\bas\b")


def acting_dead(reading: Reading) -> Iterator[Finding]:
    """Yield the acts that the document dates after their doer's death."""
    deaths = departures(reading, "death")
    text = reading.shape.text
    acts = [(d.evidence[0].span, s.key, d.when.start) for d in reading.drafts if d.status == "held" and _is_dated(d, text)
            for s in d.sides if s.key in deaths]
    acts += [(s.text_span(), m.entity, day) for s, m, day in _in_office(reading, deaths)]
    for span, key, day in dict.fromkeys(acts):
        death = deaths[key]
        if death.sentence.text_span() == span or day <= death.by:
            continue
        yield Finding("deceased_actor", "warning", span,
                      f"{reading.name_of(key)} takes part on {day}, after a death told for {death.by}.",
                      f"dead by {death.by}: {_words(death.sentence, text)}",
                      f"alive on {day}, or two people of one name")


def acting_former(reading: Reading) -> Iterator[Finding]:
    """Yield the acts of people in a post that the document says they had left by then."""
    left = {key: d for key, d in departures(reading, "leave").items() if len(_posts(reading, key)) == 1}
    for sentence, m, day in _in_office(reading, left):
        leave = left[m.entity]
        if leave.sentence is sentence or day <= leave.by:
            continue
        post = current_post(m)
        if not _of_post(leave.sentence, post, reading.shape.text):
            continue
        yield Finding("identity_conflict", "warning", sentence.units.span(m.first, m.last),
                      f"{reading.name_of(m.entity)} is told as {post.phrase} for {day}, but had left the post by {leave.by}.",
                      f"{post.phrase} on {day}: {_words(sentence, reading.shape.text)}",
                      f"out of office by {leave.by}: {_words(leave.sentence, reading.shape.text)}")


def _is_dated(draft: Draft, text: str) -> bool:
    """Say whether an act has a day of its own, beyond the doubt of a cited one; what looks back proves nothing."""
    return draft.when.basis == "stated" and draft.when.precision == "day" and not looks_back(draft.evidence[0].span.of(text))


def _in_office(reading: Reading, gone: dict[str, Departure]) -> Iterator[tuple[Sentence, Mention, date]]:
    """Yield where somebody who is gone is named in a current post, with the day that the sentence states."""
    text = reading.shape.text
    for sentence in reading.sentences if gone else ():
        mentions = [m for m in sentence.mentions if m.entity in gone and m.name and current_post(m)]
        words = sentence.text_span().of(text)
        if not mentions or not told_as_done(words) or looks_back(words) or has_cue(words, "death", "after"):
            continue
        stated = (resolve(reading.dates[int(sentence.units.values[i])], reading.shape.calendar) for i in sentence.units_of("D"))
        day = next((w.start for w in stated if w.start is not None), None)
        if day is not None:
            yield from ((sentence, m, day) for m in mentions)


def _posts(reading: Reading, key: str) -> set[tuple[str, frozenset[str]]]:
    """Return the posts of a kind that one person holds at a time in which a person is named."""
    return {(r.head, r.domains) for r, _, _ in reading.linker.people[key].roles if single_post(r) and not r.former}


def _of_post(sentence: Sentence, post: Role, text: str) -> bool:
    """Say whether a leave can be of this post: "replaced X as trade minister" is of that one."""
    if not AS.search(sentence.text_span().of(text)):
        return True
    return any(r.head == post.head and r.domains == post.domains for m in sentence.mentions for r in m.roles)


def _words(sentence: Sentence, text: str) -> str:
    return " ".join(sentence.text_span().of(text).split())
