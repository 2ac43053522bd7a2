"""Run the stages over one document, from its text to encounters and agreements: shape, spot, link, draft, merge.

Keeps what each stage made, for whoever looks at it; extract.py makes the records.
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from etl.agreements.agreements import find_pacts
from etl.agreements.homes import at_home
from etl.agreements.listed import ListedPacts
from etl.agreements.pacts import Pact
from etl.framing.together import TOGETHER
from etl.knowledge import Knowledge
from etl.layout.blocks import Block
from etl.layout.shape import Shape, shape
from etl.layout.signatures import signatures
from etl.linking.link import Linker
from etl.merging.merge import merge
from etl.records import Part, Span, Stated, When
from etl.sources.citations import CitedBracket
from etl.sources.endnotes import is_endnote
from etl.spotting.mentions import Sentence
from etl.spotting.name_cells import with_people
from etl.spotting.spotting import find_fixtures, find_sentences
from etl.telling.context import Item, Memory
from etl.telling.drafter import Drafter
from etl.telling.drafts import Draft
from etl.telling.entries import STAY
from etl.telling.minutes import recorded
from etl.telling.protagonists import keeper, signer, traveller, two_states
from etl.telling.sides import Side
from etl.telling.telling import Telling
from etl.time.dates import Calendar, DateMention, year_of

# a line this short can set the scene for what follows, as a heading does
SHORT_LINE = 60
YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
# so many lines of days make a chronicle
ENTRIES = 3
CHRONICLE = re.compile(r"chronolog|chronicle|calendar|diary|timeline|record of|travels|journeys")


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """Everything that the stages made of one document, for looking at and for the records; no two are equal."""

    shape: Shape
    sentences: tuple[Sentence, ...]
    dates: tuple[DateMention, ...]
    brackets: tuple[CitedBracket, ...]
    linker: Linker
    drafts: tuple[Draft, ...]
    merged: tuple[Draft, ...]
    pacts: tuple[Pact, ...]

    def name_of(self, key: str) -> str:
        """Return the full name of a person of the document."""
        return self.linker.people[key].full_name()


def read(text: str, knowledge: Knowledge, *, parts: Sequence[Part] = (), stated: Stated = Stated(),
         people: Sequence[Span] = (), scene: Item = Item()) -> Reading:
    """Run the stages over one text.

    Args:
        text: the text as kept.
        knowledge: the lexicon and the seeds.
        parts: its layout, where the format tells it.
        stated: what is known of it from outside.
        people: stretches that are known to be the name of a person.
        scene: the place and day that it speaks of unless it says otherwise.
    """
    shaped = shape(text, parts, stated)
    fixtures = find_fixtures(shaped, knowledge)
    found = with_people(find_sentences(shaped, fixtures, knowledge), [*people, *signatures(shaped)], knowledge)
    linker = Linker(knowledge, found, [b.kind for b in shaped.blocks])
    linker.run()
    pacts, listed = list[Pact](), ListedPacts()
    memory = Memory(signer=signer(found, shaped, linker), subject=traveller(found, shaped, linker),
                    home=stated.country, about=two_states(found))

    def agreeing(telling: Telling) -> tuple[Side, ...]:
        is_item = shaped.blocks[telling.skel.sentence.block].kind == "item"
        found = listed.read(telling, find_pacts(telling), is_item=is_item)
        pacts.extend(found)
        return next((people for p in found if (people := tuple(s for s in p.sides if s.kind == "person"))), ())

    drafter = Drafter(linker, shaped.calendar, fixtures, memory=memory, on_sentence=agreeing)
    memory.subject = memory.subject or keeper(found, shaped, drafter.parties)
    meeting = recorded(found, shaped, drafter.parties, drafter.timing, drafter.whereabouts)
    if meeting is not None:
        scene = replace(scene, place=meeting.places or scene.place, when=meeting.when if meeting.when.start else scene.when)
    drafts = _of_encounters([*filter(None, (meeting,)), *_drafts(found, shaped, drafter, scene)])
    pacts = at_home(pacts, drafts, linker)
    brackets = (*fixtures.brackets, *(named for block in fixtures.named for named in block),
                *(b for cited in fixtures.notes.values() for b in cited if b not in fixtures.brackets))
    # an overview's words for an agreement stand back behind the body's
    pacts.sort(key=lambda p: shaped.blocks[p.block].overview)
    return Reading(shaped, tuple(found), tuple(fixtures.dates), brackets, linker,
                   tuple(drafts), tuple(merge(drafts)), tuple(pacts))


def _of_encounters(drafts: list[Draft]) -> list[Draft]:
    """Leave out people only named together where most encounters are such, and stays that are all in one place or on one day.

    The first text is about other things, and the places and days at the heads of the second are no journey's.
    """
    stays = [draft for draft in drafts if draft.frame == STAY]
    if len({stay.places for stay in stays}) == 1 or len({stay.when.start for stay in stays}) == 1:
        drafts = [draft for draft in drafts if draft.frame != STAY]
    told = [draft for draft in drafts if draft.frame != TOGETHER]
    return drafts if 2 * len(told) >= len(drafts) else told


def _drafts(found: list[Sentence], shaped: Shape, drafter: Drafter, stage: Item) -> list[Draft]:
    """Return the drafts of all blocks; headings and short lines of days and places set the scene for those after them."""
    drafts: list[Draft] = []
    item, headed, between = Item(), False, ()
    days = _day_lines(found, shaped, drafter)
    for at, group in groupby(found, key=lambda s: s.block):
        block, told = shaped.blocks[at], list(group)
        line = block.span.of(shaped.text).strip()
        if shaped.calendar.middle is None and YEAR.fullmatch(line):
            # in a list of days under the line "1991" that is their year
            drafter.timing.calendar = year_of(int(line))
            continue
        if block.kind in ("heading", "title"):
            if block.kind == "heading":
                stage = drafter.scene(told)
            # what stands before all that is told is the title, whatever it looks like
            between = between or (() if drafts else drafter.states_of_title(told))
            item, headed = Item(), block.kind == "heading"
            drafter.introduce(told, Item(place=stage.place, when=stage.when))
            continue
        if is_endnote(shaped.text, block.span, drafter.fixtures.notes):
            continue
        if at in days:
            stage, item, headed = Item(when=days[at]), Item(), False
            continue
        scene = _short_scene(block, told, drafter)
        if scene is None and headed and shaped.calendar.published is None:
            scene = _day_below(block, told, drafter, stage)
        headed = False
        if scene is not None:
            stage = scene
            continue
        # paragraphs of running text share whom they speak of; items and captions stand alone
        known = item if block.kind == "paragraph" else Item()
        item = Item(topic=known.topic or stage.topic, pair=known.pair, visitors=known.visitors,
                    states=known.states or stage.states or between, place=stage.place, when=stage.when)
        if block.kind != "item":
            drafter.listing = None
        drafts.extend(drafter.block(told, item, overview=block.overview, caption=block.kind == "caption"))
        if drafter.listing is None or block.kind != "item":
            drafter.introduce(told, item)
    return drafts


def _day_lines(found: list[Sentence], shaped: Shape, drafter: Drafter) -> dict[int, When]:
    """Return the days that stand alone on lines, by block: those of a chronicle's entries, where there are several.

    A chronicle that states no period covers the days of its entries; the first of them is not the day of its publication.
    """
    calendar = drafter.timing.calendar
    title = shaped.header.title or ""
    if calendar.middle is None and len(years := YEAR.findall(title)) == 1 and CHRONICLE.search(title.lower()):
        drafter.timing.calendar = year_of(int(years[0]))
    lines: dict[int, When] = {}
    for at, group in groupby(found, key=lambda s: s.block):
        block = shaped.blocks[at]
        if not _is_short(block):
            continue
        scene = drafter.scene(list(group))
        if scene.when.start and not scene.place and (scene.when.start, scene.when.end) != (calendar.start, calendar.end):
            lines[at] = scene.when
    starts = {when.start for when in lines.values()}
    if len(starts) >= ENTRIES and calendar.start is None and calendar.published in starts:
        drafter.timing.calendar = Calendar(min(starts), max(when.end for when in lines.values()))
    elif len(starts) < (ENTRIES if calendar.start is None else 2) or calendar.published in starts:
        return {}
    return lines


def _is_short(block: Block) -> bool:
    """Say whether a block is a line of running text so short that it can set the scene."""
    return block.kind == "paragraph" and block.span.end - block.span.start < SHORT_LINE


def _day_below(block: Block, told: list[Sentence], drafter: Drafter, stage: Item) -> Item | None:
    """Return what a line of one day alone sets right below a heading: in a collection it dates the entry."""
    if not _is_short(block):
        return None
    when = drafter.scene(told).when
    return replace(stage, when=when) if when.start and when.start == when.end else None


def _short_scene(block: Block, told: list[Sentence], drafter: Drafter) -> Item | None:
    """Return what a short line of days and places sets, None where the block tells more or less."""
    if not _is_short(block):
        return None
    scene = drafter.scene(told)
    return scene if scene.place and scene.when.start else None
