"""Make the rows of bulletins that nobody wrote, as many as wanted: to fill a warehouse without reading a word.

A bulletin has some 110 rows; people, bodies, places and outlets are drawn so that a few are everywhere and most are rare.
"""
from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from warehouse.keys import position_key
from warehouse.rows import (
    AgreementAccountRow,
    AgreementPartyRow,
    AgreementStepRow,
    CitationRow,
    DocumentRow,
    DocumentRows,
    EvidenceRow,
    FindingRow,
    MeetingAccountRow,
    MeetingPlaceRow,
    MeetingTopicRow,
    MentionRow,
    OrganizationAccountRow,
    OrganizationFormRow,
    OutletRow,
    ParticipantRow,
    PassageRow,
    PassageTextRow,
    PersonAccountRow,
    PersonFormRow,
    PlaceRow,
    PositionRow,
    SectionRow,
)

COUNTRIES = ("AT", "BR", "CH", "CN", "DE", "EG", "FR", "GB", "IN", "IR", "JP", "KE", "NG", "RU", "TR", "US")
ITEMS = 8
SENTENCE = "Person {a}, the envoy, met with person {b} of body {c} in place {d} to speak about matter {e} (Outlet {f}). "
FIRST_DAY = date(2000, 1, 1)


def bulletins(count: int, *, seed: int = 1) -> Iterator[DocumentRows]:
    """Yield the rows of `count` bulletins, the same for the same seed."""
    random = Random(seed)
    for number in range(count):
        yield _bulletin(number, count, random)


def _rare(random: Random, size: int) -> int:
    """Return a number below `size`, small ones far more often."""
    return int(size * random.random() ** 3)


def _bulletin(number: int, count: int, random: Random) -> DocumentRows:
    size = max(50, count // 2)
    day = FIRST_DAY + timedelta(days=number * 9000 // count)
    people = sorted({_rare(random, size) for _ in range(7)})
    while len(people) < 4:
        people = sorted({*people, _rare(random, size)})
    bodies = sorted({_rare(random, size // 10 + 5) for _ in range(4)})
    places = sorted({_rare(random, 300) for _ in range(4)})
    outlets = sorted({_rare(random, 400) for _ in range(4)})
    lines, start = [], 0
    told = []
    for item in range(ITEMS):
        one, other = random.sample(people, 2)
        told.append((one, other, random.choice(bodies), random.choice(places), random.choice(outlets)))
        lines.append(SENTENCE.format(a=one, b=other, c=told[-1][2], d=told[-1][3], e=_rare(random, 500), f=told[-1][4]))
    text = "".join(lines)
    spans = []
    for line in lines:
        spans.append((start, start + len(line) - 1))
        start += len(line)
    country = {person: COUNTRIES[person % len(COUNTRIES)] for person in people}
    posts = {person: _post(person, country[person], bodies[person % len(bodies)]) for person in people}
    rows = _facts(number, day, told, spans, country)
    evidence = [*rows["evidence"], *(
        EvidenceRow(ITEMS + place, place, *spans[place], None, None, None, posts[person].key, "post")
        for place, person in enumerate(dict.fromkeys(one for one, *_ in told)))]
    supported = {row.position_key for row in evidence}
    sha256 = hashlib.sha256(f"{number} {text}".encode()).hexdigest()
    return DocumentRows(
        document=DocumentRow(f"synthetic:///{number:07}.txt", sha256, "text/plain", "en", text, "synthetic-1", f"Note {number}",
                             "Notes", "The Press", day, day + timedelta(days=6), None),
        places=tuple(PlaceRow(f"place-{place}", f"Place {place}", COUNTRIES[place % len(COUNTRIES)]) for place in places),
        outlets=tuple(OutletRow(f"outlet-{outlet}", f"Outlet {outlet}") for outlet in outlets),
        sections=(SectionRow(0, "Notes", 0, len(text)),),
        passages=tuple(PassageRow(place, 0, "item", *span, None) for place, span in enumerate(spans)),
        passage_texts=tuple(PassageTextRow(place, line[:-1]) for place, line in enumerate(lines)),
        citations=tuple(CitationRow(place, f"outlet-{outlet}", day, spans[place][1] - 8, spans[place][1])
                        for place, (*_, outlet) in enumerate(told)),
        person_accounts=tuple(PersonAccountRow(f"person-{p}", f"Person {p}", country[p]) for p in people),
        person_forms=tuple(PersonFormRow(f"person-{p}", f"Person {p}") for p in people),
        organization_accounts=tuple(OrganizationAccountRow(f"body-{b}", f"Body {b}", "other", COUNTRIES[b % 16], None)
                                    for b in bodies),
        organization_forms=tuple(OrganizationFormRow(f"body-{b}", f"Body {b}") for b in bodies),
        positions=tuple(post for post in posts.values() if post.key in supported),
        **{**rows, "evidence": tuple(evidence)},
    )


def _post(person: int, country: str, body: int) -> PositionRow:
    key = position_key(f"person-{person}", "envoy", f"body-{body}", country, False)
    return PositionRow(key, f"person-{person}", "envoy", f"body-{body}", country, False)


def _facts(number: int, day: date, told: list[tuple[int, ...]], spans: list[tuple[int, int]],
           country: dict[int, str]) -> dict[str, tuple]:
    """Return five meetings, three agreements, their evidence, mentions and a finding."""
    meetings = {place: f"m-{number}-{place}" for place in range(5)}
    pacts = {place: f"a-{number}-{place}" for place in range(5, ITEMS)}
    when = (day, day, "day", "stated", f"{day:%B %d, %Y}")
    mentions = []
    for place, (one, other, body, site, outlet) in enumerate(told):
        start = spans[place][0]
        for offset, keys in enumerate(((f"person-{one}", None, None, None), (f"person-{other}", None, None, None),
                                       (None, f"body-{body}", None, None), (None, None, f"place-{site}", None),
                                       (None, None, None, f"outlet-{outlet}"))):
            mentions.append(MentionRow(len(mentions), place, start + offset, start + offset + 6, *keys))
    return {
        "meeting_accounts": tuple(MeetingAccountRow(*when, key, "meeting", "held", f"{day}", None, None, None, 0.9)
                                  for key in meetings.values()),
        "meeting_participants": tuple(
            ParticipantRow(meetings[place], ordinal, f"person-{person}", f"body-{told[place][2]}", "envoy", country[person],
                           "unknown", None) for place in meetings for ordinal, person in enumerate(told[place][:2])),
        "meeting_places": tuple(MeetingPlaceRow(meetings[place], 0, f"place-{told[place][3]}") for place in meetings),
        "meeting_topics": tuple(MeetingTopicRow(meetings[place], 0, f"matter {number % 500}") for place in meetings),
        "agreement_accounts": tuple(AgreementAccountRow(*when, key, "agreement", f"Matter {number % 500}", "signed", 0.8)
                                    for key in pacts.values()),
        "agreement_parties": tuple(
            AgreementPartyRow(pacts[place], ordinal, f"person-{person}", f"body-{told[place][2]}", "envoy", country[person],
                              True)
            for place in pacts for ordinal, person in enumerate(told[place][:2])),
        "agreement_steps": tuple(AgreementStepRow(*when, key, 0, "signed", False) for key in pacts.values()),
        "evidence": tuple(EvidenceRow(place, place, *spans[place], place, meetings.get(place), pacts.get(place), None,
                                      "met-with") for place in range(ITEMS)),
        "mentions": tuple(mentions),
        "findings": (FindingRow(0, "other", "info", *spans[0], "Which day is meant?", "one", "other"),),
    }
