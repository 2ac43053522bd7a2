"""Compile the frames of encounters (lexicon/encounters.toml), once a process.

A frame is a pattern over the skeleton of a sentence, with what it asks of those who fill its slots. Nothing here reads a
sentence.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from etl.framing.anchors import Anchors
from etl.framing.skeleton import SIGNS
from etl.knowledge import toml


@dataclass(frozen=True, slots=True)
class Frame:
    """One compiled frame.

    `subject` says where its subject is found: left, joint, caption or none; with `they`, those told last are it where none is
    found. `company` is a frame whose object joins an encounter told before, `topic` one whose words name one side only; the
    other flags are those of the lexicon.
    """

    name: str
    kind: str
    subject: str
    form: re.Pattern[str]
    not_before: re.Pattern[str] | None
    object_person: bool
    caption: bool
    weak: bool
    they: bool
    bodies: bool
    status: str | None
    company: bool
    named: bool
    states: bool
    people: bool
    placed: bool
    visiting: bool
    topic: bool
    hosting: bool
    apart: bool
    implied: bool


@dataclass(frozen=True, slots=True)
class Grammar:
    """All frames, with the words that make one worth trying and the words that tell what an encounter is.

    `not_meetings` are gatherings that are no encounters (`not_meetings_after`: games), `objects` what nobody meets, `teams` who
    is led on a journey (`idle` what tells nothing of them), `travellers` who moves but visits nobody, `call`, `states` and
    `apart` the marks of a call, of a meeting of states and of one that is separate, `events` the names of events.
    """

    frames: tuple[Frame, ...]
    anchors: Anchors
    not_meetings: re.Pattern[str]
    not_meetings_after: re.Pattern[str]
    objects: frozenset[str]
    teams: frozenset[str]
    idle: frozenset[str]
    travellers: frozenset[str]
    call: re.Pattern[str]
    by_phone: re.Pattern[str]
    states: re.Pattern[str]
    apart: re.Pattern[str]
    one_by_one: re.Pattern[str]
    each_in_turn: re.Pattern[str]
    events: re.Pattern[str]


@cache
def grammar() -> Grammar:
    """Compile the frames of the lexicon."""
    data = toml("encounters.toml")
    macros = _macros(data["macros"])
    tenses = _Tenses(data["present"])
    frames = tuple(_frame(entry, macros, tenses) for entry in data["frame"])
    nothing, marks = data["not_meetings"], data["marks"]
    return Grammar(
        frames=frames,
        anchors=Anchors(frame.form.pattern for frame in frames),
        not_meetings=_any_word(sorted(nothing["words"], key=len, reverse=True)),
        not_meetings_after=re.compile(nothing["after"]),
        objects=frozenset(nothing["objects"]),
        teams=frozenset(data["teams"]["words"]),
        idle=frozenset(data["teams"]["idle"]),
        travellers=frozenset(nothing["travellers"]),
        call=_any_word(marks["call"]),
        by_phone=re.compile(macros["BYPHONE"]),
        states=_any_word(marks["states"]),
        apart=_any_word(marks["apart"]),
        one_by_one=_any_word(marks["one_by_one"]),
        each_in_turn=_any_word(marks["each_in_turn"]),
        events=_any_word(marks["events"]),
    )


class _Tenses:
    """Adds to the past forms of verbs in a pattern those of the present."""

    def __init__(self, present: dict[str, list[str]]) -> None:
        self.present = present
        self.past = re.compile(rf"(?<![\w’<!=-])(?:{'|'.join(present)})(?![\w’?-])")

    def both(self, form: str, *, plural: bool) -> str:
        """Return a pattern in both tenses, for `plural` subjects with the bare form."""
        return self.past.sub(lambda m: _any_of([m.group(), *self.present[m.group()][:1 + plural]]), form)


def _frame(entry: dict, macros: dict[str, str], tenses: _Tenses) -> Frame:
    """Compile one frame of the lexicon; who has a subject can do what it says in either tense."""
    verbal, joint = entry["subject"] in ("left", "joint"), entry["subject"] == "joint"
    words, form = _any_of(entry.get("words", [])), "".join(entry["form"])
    if verbal:
        words, form = tenses.both(words, plural=joint), tenses.both(form, plural=joint)
    own = macros | {"WORDS": _filled(words, macros)}
    before, form = entry.get("not_before"), _filled(form, own)
    return Frame(
        name=entry["name"],
        kind=entry["kind"],
        subject=entry["subject"],
        form=re.compile(("" if form.startswith("^") else r"(?<![^\s])") + form),
        not_before=None if before is None else re.compile(_filled("".join(before), own)),
        object_person=entry.get("object_person", False),
        caption=entry.get("caption", False),
        weak=entry.get("weak", False),
        they=entry.get("they", False),
        bodies=entry.get("bodies", False),
        status=entry.get("status"),
        company="attach" in entry,
        named=entry.get("named", False),
        states=entry.get("states", False),
        people=entry.get("people", False),
        placed=entry.get("placed", False),
        visiting=entry.get("visiting", False),
        topic=entry.get("topic", False),
        hosting=entry.get("hosting", False),
        apart=entry.get("apart", False),
        implied=entry.get("implied", False),
    )


def _macros(data: dict[str, str | list[str]]) -> dict[str, str]:
    """Return the macros of the lexicon, each filled with those before it; a list is a choice of words."""
    macros = dict(SIGNS)
    for name, form in data.items():
        macros[name] = _filled(form if isinstance(form, str) else _any_of(form), macros)
    return macros


def _filled(form: str, macros: dict[str, str]) -> str:
    """Put the macros into a form; `[{C}]` stays a class."""
    return re.sub(r"\{([A-Z]+)\}", lambda m: macros[m.group(1)], form)


def _any_of(words: list[str]) -> str:
    """Return a pattern that matches any of the words."""
    return f"(?:{'|'.join(words)})"


def _any_word(words: list[str]) -> re.Pattern[str]:
    """Compile a pattern that matches any of these as whole words."""
    return re.compile(rf"\b{_any_of(words)}\b")
