"""Find agreements: what kind, on what, between whom, and the step a sentence reports.

A noun of the lexicon counts only where the words around it report a step (signed, reached, extended, ...); a mere mention of
"the agreement" adds nothing. Planned steps are kept apart from done ones.
"""
from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace

from etl.agreements.accords import find_accords
from etl.agreements.matters import matter, matters_of_several, telling_words
from etl.agreements.pacts import Pact, merge_pacts, sides_shared
from etl.agreements.principals import principals
from etl.agreements.signatories import TAIL, is_new, is_vague, named_signatories, parties_of, passes, standing_for_states
from etl.agreements.spoken_of import bound_by, land_of_one, of_text, spoken_of, told_beside, with_government, with_hosts
from etl.agreements.steps import Around, Report, around, read_step, takes_back
from etl.agreements.terms import terms
from etl.agreements.told import told_sides
from etl.agreements.understood import country_inside
from etl.confidence import agreement_confidence
from etl.framing.skeleton import Skeleton
from etl.records import Agreement, Step, When
from etl.telling.sides import Side, party
from etl.telling.telling import Telling

ABOUT = "agreement of the two states of the text"
SIGNED = ("signed", "ratified", "in_force")
LASTING = ("in_force", "suspended", "terminated")
BESIDE = "agreement told beside its parties"
"""The rule of an agreement of which nobody is said to be a party: those told of together in its sentence are."""


def find_pacts(telling: Telling) -> list[Pact]:
    """Return the agreements on which one sentence reports a step."""
    if telling.skel.asks:
        return []
    named: list[tuple[re.Match[str], Pact, bool]] = []
    for m in terms().noun.finditer(telling.skel.text):
        own = _pact(telling, m)
        pact = own or (_sharing(telling, m, *named[-1][:2]) if named else None)
        if pact is not None:
            named.append((m, pact, own is None))
    if not named and (signed := _signed_for(telling)):
        return [signed]
    out = list(find_accords(telling, {telling.skel.token_at(m.start()) for m, *_ in named}))
    for m, pact, shares in named:
        if shares or not any(p.kind == pact.kind and sides_shared(p, pact) and not _on_another(p, pact) for p in out):
            out.extend(_each(telling, m, pact))
    return out


def _signed_for(telling: Telling) -> Pact | None:
    """Read who signed what the text has just told: "Kern signed for Chile, Holm for Peru"."""
    skel, naming = telling.skel, terms().naming
    m = naming.signed_for.search(skel.text) if " for " in skel.text else None
    signs = [sign for pair in naming.by_for.finditer(skel.text) for sign in pair.group("x", "y")] if m else []
    acting = tuple(s for sign in signs for s in told_sides(telling, skel.groups[sign].mentions))
    if len(signs) < 4:
        return None
    sides = principals(acting, named=frozenset(s.key for s in acting), linker=telling.parties.linker)
    at = skel.token_at(m.start())
    when = telling.when_said(*skel.units[at])
    return Pact("agreement", "it", "signed", None, tuple(s for s in sides if not is_vague(s)), when,
                (telling.evidence("agreement signed"),), skel.sentence.block, (Step("signed", when),), points_back=True)


def _on_another(a: Pact, b: Pact) -> bool:
    """Say whether two new agreements are on different matters: "an agreement on ports, an agreement on fish"."""
    words, others = telling_words(a.subject), telling_words(b.subject)
    return a.is_new and b.is_new and bool(words and others) and words.isdisjoint(others)


def _each(telling: Telling, m: re.Match[str], pact: Pact) -> list[Pact]:
    """Return one agreement for each of several that are told at once, with its own matter."""
    skel, units = telling.skel, telling.skel.sentence.units
    several = matters_of_several(skel, skel.token_at(m.start()), skel.token_at(m.end()))
    return [replace(pact, subject=units.phrase(*span), points_back=False) for span in several] or [pact]


def _pact(telling: Telling, m: re.Match[str]) -> Pact | None:
    """Read the agreement that a noun names."""
    skel, noun = telling.skel, m.group()
    at, end = skel.token_at(m.start()), skel.token_at(m.end())
    words = around(skel, at, end)
    report = _report(telling, m, words)
    if report is None or terms().unreal.denied.search(skel.text[:skel.offsets[words.low]]):
        return None
    status = "ratified" if report.status == "reached" and passes(telling, words, report) else report.status
    acting = with_hosts(telling, parties_of(telling, at, end, words, report))
    named = named_signatories(telling, status, acting)
    sides = _bound(telling, principals(acting, named=named, linker=telling.parties.linker) or country_inside(skel, end))
    formal = " ".join(skel.tokens[end:end + 3]) in terms().wording.effect
    new = is_new(skel, at) and not formal
    beside = told_beside(telling, at, end) if new and not sides and noun not in terms().texts else ()
    about = of_text(telling)
    untold = not (beside or sides) and new and bool(about)
    alone = len(sides) == 1 and sides[0].kind == "country" and sides[0].among(about)
    sides = beside or (about if untold or alone else sides)
    if (not sides and new and status not in ("negotiating", "proposed")) or _is_of_one(telling, noun, sides, words, report):
        return None
    when, steps = _steps(telling, at, end, words, replace(report, status=status))
    subject = skel.sentence.units.phrase(*(skel.units[at] if noun == "it" or formal else matter(skel, at, end)))
    return Pact(terms().kinds[noun], subject, status, report.planned, sides, when,
                (telling.evidence(BESIDE if beside else ABOUT if untold else f"agreement {status}"),), skel.sentence.block, steps,
                is_new=new, about=about,
                is_dated=skel.tokens[end:end + 1] == ("of",) and skel.kind_at(end + 1) == "D",
                standing=standing_for_states(telling, sides, named), land=land_of_one(telling, sides),
                points_back=noun == "it" or formal or (skel.tokens[at - 1:at] == ("the",) and not telling_words(subject)))


def _report(telling: Telling, m: re.Match[str], words: Around) -> Report | None:
    """Return the step that is told of a noun, None where none is or where it is no agreement by what is done with it."""
    noun = m.group()
    report = read_step(words)
    lent = terms().lending.search(words.before) if noun in terms().loans else None
    if lent:
        return _lent(words, lent.start(), report)
    if not _is_agreed_on(noun, words):
        return None
    if report is None and terms().naming.under_it.search(words.before):
        # "under the agreement A will sell oil to B"
        bound = bound_by(telling, telling.skel.token_at(m.start()), telling.skel.token_at(m.end()), words)
        return Report("reached", None, None, None) if len(bound) >= 2 else None
    return report


def _bound(telling: Telling, sides: tuple[Side, ...]) -> tuple[Side, ...]:
    """Return parties without those that only point to others."""
    sides = with_government(telling, tuple(s for s in sides if not is_vague(s)))
    # "the winners signed their contracts", "the participants signed it"
    unknown = len(sides) == 1 and sides[0].kind == "group" and sides[0].country is None
    return () if unknown else sides


def _is_of_one(telling: Telling, noun: str, sides: tuple[Side, ...], words: Around, report: Report) -> bool:
    """Say whether one side alone does something that binds nobody else: declares a truce, adopts a plan, rejects a draft."""
    t = terms()
    if len(sides) > 1:
        return False
    if report.verb is not None and (report.status == "rejected" or (
            t.kinds[noun] == "ceasefire" and sides and t.unilateral.match(words.before, report.verb))):
        return True
    alone = len(sides) == 1 and (t.kinds[noun] == "declaration" or noun in t.texts)
    return alone and not _are_members(telling, sides[0])


def _are_members(telling: Telling, side: Side) -> bool:
    """Say whether those who act are the leaders or ministers of a body, who agree among themselves."""
    body = telling.parties.linker.bodies.get(side.key) if side.kind == "organization" else None
    if body is None or body.kind not in terms().gathering:
        return False
    groups = (m for m in telling.skel.sentence.mentions if m.kind == "group")
    return any(side.among(told_sides(telling, (m,))) for m in groups)


def _steps(telling: Telling, at: int, end: int, words: Around, report: Report) -> tuple[When, tuple[Step, ...]]:
    """Return the day of an agreement whose noun is the tokens `[at, end)`, and the steps told of it."""
    skel = telling.skel
    when = telling.when_said(*_told_at(skel, at, end, words, report.after), lasting=report.status in LASTING)
    planned = (Step(report.planned, When(), True),) if report.planned else ()
    if not report.earlier:
        return when, (Step(report.status, when), *planned)
    first, last = _told_at(skel, at, end, words, report.later)
    further = telling.when_said(first, last, low=first, lasting=True)
    steps = (Step(report.earlier, when), Step(report.status, further), *planned)
    return further if report.status == "ratified" else when, steps


def _lent(words: Around, verb: int, report: Report | None) -> Report | None:
    """Return what is told of a loan by a verb of giving, which is none of an agreement: "extended a loan to"."""
    if report is not None and report.status != "in_force":
        return report
    return None if takes_back(words.before, verb) else Report("reached", None, None, verb)


def _sharing(telling: Telling, m: re.Match[str], other: re.Match[str], known: Pact) -> Pact | None:
    """Read an agreement that shares the verb of the one before it: "signed a treaty on fish and an agreement on ports"."""
    skel, text = telling.skel, telling.skel.text
    between = text[other.end():m.start()]
    # "a pact with A and one on ports with B"; of "an agreement on fish and one on ports" matters.py tells each
    if m.group() == "one":
        shares = between.endswith(" and ") and terms().naming.with_after.match(text[m.end() + 1:])
    else:
        shares = m.group() not in terms().texts and terms().shared_before.search(between)
    if not shares or terms().shared_apart.search(between):
        return None
    subject = skel.sentence.units.phrase(*matter(skel, skel.token_at(m.start()), skel.token_at(m.end())))
    sides = _sides_of_shared(telling, skel.token_at(m.end()), skel.token_at(other.end()), known)
    return replace(known, kind=terms().kinds.get(m.group(), known.kind), subject=subject, sides=sides, points_back=False,
                   is_new=True, is_dated=False) if sides else None


def _sides_of_shared(telling: Telling, end: int, other: int, known: Pact) -> tuple[Side, ...]:
    """Return the parties of an agreement whose noun ends at token `end`: its own, else those of the one it shares the verb of.

    "A memorandum between A and B, and an agreement between C and D"; "A signed a pact with B and one on ports with C".
    """
    tail, before = (" ".join(telling.skel.tokens[at:at + TAIL]) + " " for at in (end, other))
    own, others = (terms().naming.between_after.match(text) for text in (tail, before))
    told = _told(telling, own, "x", "y")
    if len(told) >= 2:
        return principals(told, named=frozenset(), linker=telling.parties.linker)
    if others:
        # "the ministers signed a memorandum between A and B, and an agreement on ports"
        return spoken_of(telling)
    partner = principals(_told(telling, terms().naming.with_after.match(tail), "x"), named=frozenset(),
                         linker=telling.parties.linker)
    if not partner:
        return known.sides
    replaced = principals(_told(telling, terms().naming.with_after.match(before), "x"), named=frozenset(),
                          linker=telling.parties.linker)
    return (*(s for s in known.sides if not s.among(replaced)), *(s for s in partner if not s.among(known.sides)))


def _told(telling: Telling, m: re.Match[str] | None, *names: str) -> list[Side]:
    """Return whom the signs of a match denote."""
    signs = [m[name] for name in names if m[name]] if m else []
    return [s for sign in signs for s in told_sides(telling, telling.skel.groups[sign].mentions)]


def _told_at(skel: Skeleton, at: int, end: int, words: Around, verb: int | None) -> tuple[int, int]:
    """Return the units whose day is a step's: those of its verb after the noun `[at, end)`, else those of the noun."""
    if verb is not None:
        at = end + len(words.after[:verb].split())
        end = at + 1
    return skel.units[at][0], skel.units[min(end, len(skel.units)) - 1][1]


def _is_agreed_on(noun: str, words: Around) -> bool:
    """Say whether what is no agreement by its noun is signed or adopted as one; true of every other noun."""
    t = terms()
    if noun == "documents" and t.unreal.listed.match(words.after):
        # "documents were signed, including a treaty on fish": the treaty was
        return False
    if noun in t.unions:
        return t.uniting.search(words.before) is not None
    if noun in t.texts:
        return t.agreed_before.search(words.before) is not None or t.agreed_after.match(words.after) is not None
    if noun != "one" or t.further_before.search(words.before):
        return True
    return t.further_kind.search(words.before) is not None and t.further_after.match(words.after) is not None


def agreements_of(pacts: Iterable[Pact], document: str) -> list[Agreement]:
    """Return the agreements of a document, which is known by its address."""
    out: dict[str, Agreement] = {}
    for pact in merge_pacts(pacts):
        key = _key_of(pact, document)
        while key in out:
            key += "x"
        parties = tuple(party(s, is_signatory=pact.status in SIGNED) for s in pact.sides)
        evidence = tuple(sorted(pact.evidence, key=lambda e: e.span))
        out[key] = Agreement(key, pact.kind, pact.subject, pact.status, pact.when, parties, pact.steps, evidence,
                             confidence=agreement_confidence(parties, pact.status))
    return list(out.values())


def _key_of(pact: Pact, document: str) -> str:
    """Return the natural key of an agreement: kind, matter and parties; one without a day is told apart by its document."""
    names = sorted(s.key or s.country or " ".join(sorted(s.words)) for s in pact.sides)
    raw = "|".join((pact.kind, *sorted(telling_words(pact.subject)), *names, *(() if pact.when.start else (document,))))
    return "a" + hashlib.sha256(raw.encode()).hexdigest()[:15]
