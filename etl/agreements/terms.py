"""Compile the lexicon of agreements: nouns by kind, verbs by step, and the words that take a step back or name the parties."""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from etl.framing.skeleton import SIGNS
from etl.knowledge import toml


@dataclass(frozen=True, slots=True)
class Unreal:
    """Words before a step that take it back."""

    negated: re.Pattern[str]
    none: re.Pattern[str]
    conditional: re.Pattern[str]
    agreed: re.Pattern[str]
    wished: re.Pattern[str]
    awaited: re.Pattern[str]
    talks: re.Pattern[str]
    governed: re.Pattern[str]
    spoken_of: re.Pattern[str]
    to_begin: re.Pattern[str]
    denied: re.Pattern[str]
    discussed: re.Pattern[str]
    topic: re.Pattern[str]
    only_if: re.Pattern[str]
    listed: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Naming:
    """How the words around a noun tell who agrees."""

    between_after: re.Pattern[str]
    between_before: re.Pattern[str]
    with_after: re.Pattern[str]
    with_before: re.Pattern[str]
    of_two: re.Pattern[str]
    from_whom: re.Pattern[str]
    lent_to: re.Pattern[str]
    organs: re.Pattern[str]
    paired: re.Pattern[str]
    traded: re.Pattern[str]
    owner: re.Pattern[str]
    meanwhile: re.Pattern[str]
    since: re.Pattern[str]
    with_whom: re.Pattern[str]
    which: re.Pattern[str]
    by: re.Pattern[str]
    by_for: re.Pattern[str]
    both: re.Pattern[str]
    nations: re.Pattern[str]
    issuer: re.Pattern[str]
    by_which: re.Pattern[str]
    under: re.Pattern[str]
    under_it: re.Pattern[str]
    under_which: re.Pattern[str]
    crowned: re.Pattern[str]
    hands: re.Pattern[str]
    proclaimed: re.Pattern[str]
    witnessed: re.Pattern[str]
    event: re.Pattern[str]
    yielded: re.Pattern[str]
    government: re.Pattern[str]
    principals: re.Pattern[str]
    vague: re.Pattern[str]
    on_side: re.Pattern[str]
    visit: re.Pattern[str]
    delegates: re.Pattern[str]
    acting_for: re.Pattern[str]
    on_behalf: re.Pattern[str]
    for_by: re.Pattern[str]
    people: re.Pattern[str]
    outcome: re.Pattern[str]
    made_to: re.Pattern[str]
    speaker: re.Pattern[str]
    nominal: re.Pattern[str]
    signed_for: re.Pattern[str]
    inside: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Wording:
    """Which words belong to the name of an agreement."""

    never_before: frozenset[str]
    opens: frozenset[str]
    ends: frozenset[str]
    verbs: frozenset[str]
    before_dates: frozenset[str]
    empty: frozenset[str]
    new: frozenset[str]
    definite: frozenset[str]
    any_kind: frozenset[str]
    whose: frozenset[str]
    each: frozenset[str]
    each_first: frozenset[str]
    further: frozenset[str]
    effect: frozenset[str]
    on: frozenset[str]
    numbers: dict[str, int]


@dataclass(frozen=True, slots=True)
class Terms:
    """The compiled lexicon of agreements; `verbs` holds a step, its words before the noun and those after."""

    noun: re.Pattern[str]
    kinds: dict[str, str]
    verbs: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]
    made: re.Pattern[str]
    texts: frozenset[str]
    loans: frozenset[str]
    lending: re.Pattern[str]
    unions: frozenset[str]
    uniting: re.Pattern[str]
    unilateral: re.Pattern[str]
    agreed_before: re.Pattern[str]
    agreed_after: re.Pattern[str]
    issued: re.Pattern[str]
    passed: re.Pattern[str]
    parliament: re.Pattern[str]
    further_before: re.Pattern[str]
    further_after: re.Pattern[str]
    further_kind: re.Pattern[str]
    later: dict[str, re.Pattern[str]]
    planned_before: re.Pattern[str]
    postponed: re.Pattern[str]
    offered: re.Pattern[str]
    journey: re.Pattern[str]
    planned_after: re.Pattern[str]
    overdue: re.Pattern[str]
    observers: re.Pattern[str]
    accord: re.Pattern[str]
    relations: re.Pattern[str]
    settled: re.Pattern[str]
    in_talks: re.Pattern[str]
    passive: re.Pattern[str]
    closing: re.Pattern[str]
    negotiating: re.Pattern[str]
    intended: re.Pattern[str]
    shared_before: re.Pattern[str]
    shared_apart: re.Pattern[str]
    joined: re.Pattern[str]
    unreal: Unreal
    naming: Naming
    principal_kinds: frozenset[str]
    gathering: frozenset[str]
    offices: frozenset[str]
    not_of_state: frozenset[str]
    gatherings: frozenset[str]
    members: frozenset[str]
    titles: dict[str, re.Pattern[str]]
    wording: Wording


def _compiled(form: str) -> re.Pattern[str]:
    """Compile a form whose `{EC}`, `{E}`, `{L}`, `{D}` and `{Z}` stand for signs."""
    for name in ("EC", "E", "L", "D", "Z"):
        form = form.replace(f"{{{name}}}", SIGNS[name])
    return re.compile(form)


def _whole(form: str) -> re.Pattern[str]:
    """Compile a form of whole words."""
    return _compiled(rf"(?<!\S){form}(?!\S)")


def _accord(data: dict) -> re.Pattern[str]:
    """Compile "agreed to reopen": an agreement without a noun."""
    verbs, nouns = "|".join(data["accords"]["verbs"]), "|".join(data["accords"]["nouns"])
    words = data["without_noun"]
    to_do = rf"to {words['manner']}(?P<verb>{verbs}|(?!{words['idle']} )[a-z][a-z-]+)|not to (?P<ban>\S+)"
    that = rf"that (?P<event>{words['that']}(?:be )?{words['manner']}(?:{verbs})(?:e?d)?)"
    noun = rf"on (?:the |a |an )?(?:(?:[a-z-]+ ){{0,2}}(?P<noun>{nouns})|(?!{words['vague']} )(?P<thing>[a-z][a-z-]+))"
    direct = rf"(?:to )?(?:the|a|an|their) (?:[a-z-]+ ){{0,2}}?(?P<object>{nouns})"
    return _compiled(rf"(?<!\S){words['agreed']} {words['between']}(?:{to_do}|{that}|{noun}|{direct}) ")


def _naming(forms: dict[str, str]) -> Naming:
    """Compile the forms that name the parties; `{OTHER}` in one stands for what opens something else after "and"."""
    other = forms["other"]
    return Naming(**{name: _compiled(form.replace("{OTHER}", other)) for name, form in forms.items() if name != "other"})


@cache
def terms() -> Terms:
    """Compile the lexicon."""
    data = toml("agreements.toml")
    pronoun, further = data["pronoun"]["form"], data["further"]
    texts = data["texts"]
    kinds = {noun: kind for kind, nouns in data["nouns"].items() for noun in nouns} | dict.fromkeys(texts["nouns"], "agreement")
    nouns = "|".join(re.escape(n) for n in sorted(kinds, key=len, reverse=True))
    was = data["passive"]["was"]
    verbs = tuple((v["status"], _whole(v["before"]), _whole(v["after"].replace("{was}", was))) for v in data["verb"])
    return Terms(
        noun=re.compile(rf"(?<![^\s-])(?:{nouns})(?= )(?! {data['compounds']['heads']} )|{pronoun}|{further['form']}"),
        kinds={"it": "agreement", "one": "agreement", **kinds}, verbs=verbs,
        further_before=re.compile(further["before"]), further_after=re.compile(further["after"].replace("{was}", was)),
        further_kind=re.compile(further["adjective"]),
        made=re.compile(rf"(?<!\S){data['made']['before']} (?:\S+ ){{0,3}}$"),
        texts=frozenset(texts["nouns"]), loans=frozenset(texts["loans"]),
        unions=frozenset(texts["unions"]), uniting=re.compile(texts["uniting"]),
        lending=re.compile(texts["lending"]), unilateral=re.compile(texts["unilateral"]),
        agreed_before=re.compile(texts["before"]), agreed_after=re.compile(texts["after"].replace("{was}", was)),
        issued=re.compile(data["issued"]["before"]),
        passed=re.compile(data["passed"]["verbs"]), parliament=re.compile(data["passed"]["by"]),
        later={status: _whole(form.replace("{was}", was)) for status, form in data["later"].items()},
        planned_before=_compiled(rf"(?<!\S){data['planned']['before']} (?:\S+ )?$"),
        postponed=re.compile(data["postponed"]["before"]),
        offered=_compiled(rf"(?<!\S){data['planned']['offered']}$"),
        journey=_compiled(rf"(?<!\S){data['planned']['journey']} $"),
        planned_after=re.compile(rf"(?<!\S){data['planned']['after']}"),
        overdue=re.compile(rf"(?<!\S){data['planned']['overdue']}"),
        observers=_whole(data["observers"]["verbs"]),
        accord=_accord(data), relations=_compiled(data["without_noun"]["relations"]),
        settled=_compiled(data["without_noun"]["terms"]), in_talks=_compiled(data["without_noun"]["in_talks"]),
        negotiating=_compiled(data["without_noun"]["negotiating"]),
        passive=_compiled(data["without_noun"]["passive"].replace("{was}", was)),
        closing=_compiled(data["without_noun"]["closing"]),
        intended=re.compile(data["without_noun"]["intended"]),
        shared_before=re.compile(data["shared"]["before"]), shared_apart=re.compile(data["shared"]["apart"]),
        joined=re.compile(data["shared"]["joined"]),
        unreal=Unreal(**{name: _compiled(form) for name, form in data["unreal"].items()}),
        naming=_naming(data["parties"]),
        principal_kinds=frozenset(data["governments"]["principal_kinds"]),
        gathering=frozenset(data["governments"]["gathering"]),
        offices=frozenset(data["governments"]["offices"]), not_of_state=frozenset(data["governments"]["not_of_state"]),
        gatherings=frozenset(data["governments"]["gatherings"]), members=frozenset(data["governments"]["members"]),
        titles={code: re.compile(form, re.IGNORECASE) for code, form in data["titles"].items()},
        wording=Wording(**{name: frozenset(words) for name, words in data["wording"].items()},
                        numbers=toml("parties.toml")["numbers"]))
