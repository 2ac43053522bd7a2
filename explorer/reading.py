"""Lay a passage of a document out for reading: its words with all that they name, and beside it the facts that it tells."""
from __future__ import annotations

from collections.abc import Sequence

from explorer import words
from explorer.highlight import Stretch, highlight
from explorer.links import PAGES, address, link_to
from explorer.markup import Markup, element, joined
from explorer.told import agreement_name, party_name

MARKS = {"place": "rx-place", "outlet": "rx-outlet"}


def stretches(mentions: Sequence[tuple], facts: Sequence[tuple]) -> list[Stretch]:
    """Return what is to be marked: names of people and organizations as links, places, sources, and the words of facts."""
    found = [Stretch(fact.char_start, fact.char_end, "rx-fact") for fact in facts]
    for mention in mentions:
        if mention.entity_kind in PAGES:
            found.append(Stretch(mention.char_start, mention.char_end, f"rx-on-{mention.entity_kind}",
                                 address(mention.entity_kind, id=mention.entity_id), mention.name))
        elif mention.entity_kind in MARKS:
            found.append(Stretch(mention.char_start, mention.char_end, MARKS[mention.entity_kind]))
    return found


def laid_out(passages: Sequence[tuple], mentions: Sequence[tuple], facts: Sequence[tuple], *, at: int | None) -> Markup:
    """Return passages with their margin; `at` is the ordinal of the one that was asked for."""
    marks = stretches(mentions, facts)
    return element("div", joined(_passage(one, marks, facts, here=one.ordinal == at) for one in passages), class_="rx-text")


def _passage(one: tuple, marks: Sequence[Stretch], facts: Sequence[tuple], *, here: bool) -> Markup:
    inside = [mark for mark in marks if mark.start < one.char_end and mark.end > one.char_start]
    told = {(fact.fact_kind, fact.fact_id): fact for fact in facts if fact.passage_id == one.passage_id}
    of_kind = f"rx-passage rx-{one.kind}{' rx-here' if here else ''}"
    return joined((element("div", highlight(one.text, inside, offset=one.char_start), class_=of_kind),
                   element("aside", joined(map(_fact, told.values())), class_="rx-margin") if told else element("div")))


def _fact(fact: tuple) -> Markup:
    named = [party_name(party) for party in fact.parties]
    if fact.fact_kind == "meeting":
        name = words.occasion(fact.kind, fact.title, named)
    else:
        name = f"{agreement_name(fact.title)}: {words.status(fact.status).lower()}"
    days = words.when(fact.start_date, fact.end_date, fact.date_precision)
    return element("p", link_to(fact.fact_kind, fact.fact_id, name), element("br"),
                   joined([part for part in (days, fact.place) if part], ", "))
