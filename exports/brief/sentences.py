"""Say a meeting or an agreement in a sentence."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from exports.facts.records import Agreement, Days, Meeting, Party, Place, Proof, Step
from exports.plain_text import in_one_line
from exports.wording import Countries, joined, long_day, people_and_countries, place_name, two_sides, when, with_article

ARTICLES = ("the ", "a ", "an ")
STEPS = {"in_force": "in force", "negotiating": "under negotiation"}
"""What statuses of agreements are called whose names are no words of a sentence."""
STATUSES = {"held": "", "planned": "", "cancelled": "Called off: ", "denied": "Denied: "}
"""How a sentence begins, for each status of a meeting."""


def meeting_sentence(meeting: Meeting, countries: Countries, *, day: date | None = None, year: int | None = None) -> str:
    """Return what a meeting was, is to be, or was not, without a full stop; the day and the year given go without saying."""
    clause = _clause(meeting, countries, ahead=meeting.status != "held")
    if meeting.days.first is not None and not (is_certain(meeting.days) and meeting.days.first == meeting.days.last == day):
        # A place with its country is an apposition, which a comma closes.
        apposed = any(clause.endswith(f", {country}") for country in countries.values())
        clause += f"{',' if apposed else ''} {when(meeting.days, year=year)}"
    return STATUSES[meeting.status] + clause


def agreement_sentence(agreement: Agreement, countries: Countries, *, year: int | None = None) -> str:
    """Return what an agreement is, whose it is, and its steps; the year that is given goes without saying."""
    subject = in_one_line(agreement.subject or agreement.kind)
    states = [party for party in agreement.parties if not party.person_id]
    people = [party for party in agreement.parties if party.person_id]
    words = subject[:1].upper() + subject[1:]
    if states:
        words += f" {'between' if len(states) > 1 else 'of'} {people_and_countries(states, countries)}"
    if people:
        verb = "signed by" if any(party.is_signatory for party in people) else "agreed by"
        words += f"{', ' if states else ' '}{verb} {people_and_countries(people, countries)}"
    steps = list(dict.fromkeys(_step(step, year) for step in agreement.steps if not _is_told_better(step, agreement.steps)))
    return f"{words}: {'; '.join(steps or [STEPS.get(agreement.status, agreement.status)])}"


def outlets(proofs: Sequence[Proof]) -> str:
    """Return whom the proofs cite, each outlet once, as a bulletin has it: (TASS; The New York Times)."""
    cited = dict.fromkeys(in_one_line(citation.outlet) for proof in proofs for citation in proof.citations)
    return f" ({'; '.join(cited)})" if cited else ""


def _clause(meeting: Meeting, countries: Countries, *, ahead: bool) -> str:
    """Return who did what where."""
    match meeting.kind:
        case "meeting" | "call":
            return _encounter(meeting, countries, ahead)
        case "visit":
            return _visit(meeting, countries, ahead)
        case "conference":
            return _conference(meeting, countries, ahead)
        case _:
            raise ValueError(f"{meeting.kind} is no kind of meeting")


def _encounter(meeting: Meeting, countries: Countries, ahead: bool) -> str:
    ones, others = two_sides(meeting)
    subject = _subject(ones, countries)
    place = _where(meeting.places, countries)
    if meeting.kind == "call":
        verb = _verb(ones, "spoke by telephone", "speak by telephone", ahead)
        return f"{subject} {verb}{f' with {people_and_countries(others, countries)}' if others else ''}"
    title = f" for {_titled(meeting.title)}" if meeting.title else ""
    if others:
        return f"{subject} {_verb(ones, 'met', 'meet', ahead)} {people_and_countries(others, countries)}{title}{place}"
    verb = _verb(ones, "met", "meet", ahead) if len(ones) > 1 else _verb(ones, "held talks", "hold talks", ahead)
    return f"{subject} {verb}{title}{place}"


def _visit(meeting: Meeting, countries: Countries, ahead: bool) -> str:
    hosts = [party for party in meeting.parties if party.side == "host"]
    visitors = [party for party in meeting.parties if party.side != "host"] or list(meeting.parties)
    goals = [place_name(place, countries) if place.name else with_article(place_name(place, countries))
             for place in meeting.places]
    goal = joined([name for name in goals if name] or ["a place that is not named"])
    received = ""
    if hosts and len(hosts) < len(meeting.parties):
        received = f", {'to be ' if ahead else ''}received by {people_and_countries(hosts, countries)}"
    return f"{_subject(visitors, countries)} {_verb(visitors, 'visited', 'visit', ahead)} {goal}{received}"


def _conference(meeting: Meeting, countries: Countries, ahead: bool) -> str:
    what = _titled(meeting.title) if meeting.title else "a conference"
    verb = _verb(meeting.parties, "took part in", "take part in", ahead)
    return f"{_subject(meeting.parties, countries)} {verb} {what}{_where(meeting.places, countries)}"


def _subject(parties: Sequence[Party], countries: Countries) -> str:
    words = people_and_countries(parties, countries) if parties else "Parties who are not named"
    return words[:1].upper() + words[1:]


def _verb(parties: Sequence[Party], past: str, plain: str, ahead: bool) -> str:
    """Return the verb in the past, or as something ahead; a group that is not named takes the plural."""
    one = len(parties) == 1 and bool(parties[0].person or parties[0].organization)
    return f"{'is' if one else 'are'} to {plain}" if ahead else past


def _titled(title: str) -> str:
    words = in_one_line(title)
    return words if words.lower().startswith(ARTICLES) else f"the {words}"


def _where(places: Sequence[Place], countries: Countries) -> str:
    """Return where, one place only: the town rather than the house in it; what the map does not know is mostly a building."""
    for place in sorted(places, key=lambda place: place.latitude is None)[:1]:
        name = place_name(place, countries)
        if place.name is None:
            return f" in {with_article(name)}" if name else ""
        if place.latitude is not None:
            return f" in {name}"
        return f" at {'the ' if name[:1].islower() and not name.startswith(ARTICLES) else ''}{name}"
    return ""


def _step(step: Step, year: int | None) -> str:
    status = STEPS.get(step.status, step.status)
    day = "" if step.day is None else f" {'on' if step.precision == 'day' else 'by'} {long_day(step.day, year=year)}"
    return (f"to be {status}" if step.is_planned else status) + day


def _is_told_better(step: Step, steps: Sequence[Step]) -> bool:
    """Return whether another account of the same step has its day, or a latest one where this account has none at all."""
    return step.precision != "day" and any(
        (other.status, other.is_planned) == (step.status, step.is_planned)
        and (other.precision == "day" or (step.day is None and other.day is not None)) for other in steps)


def is_certain(days: Days) -> bool:
    """Return whether the days are those of the thing, not only days between which it lies."""
    return days.first is not None and days.precision == "day"
