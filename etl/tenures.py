"""Write who held which office when, and who fills the roles that documents do not name, from what all of them say together."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from etl.identity.terms.account import DIED, LEFT, Exit, Sighting
from etl.identity.terms.holders import Holding, Offices
from etl.identity.terms.seats import FORMER, HELD, Seat, read_title, seat_of
from etl.identity.terms.terms import Term, terms_of
from warehouse.identities import identify
from warehouse.recorded import record
from warehouse.told_posts import ExitTold, PostSeen, RoleTold, body_names, exits_told, open_roles, posts_told

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Bodies = Mapping[str, tuple[str, ...]]
Participant = tuple[int, int, int]
"""A participant of a meeting as a document has it: version, meeting, ordinal."""


@dataclass(frozen=True, slots=True)
class Tenures:
    """What the terms are made from: the posts told, who is thereby seen in an office (`piece` is the post), and who left."""

    posts: Sequence[PostSeen]
    sightings: Sequence[Sighting]
    exits: Sequence[Exit]


def write_terms(connection: DuckDBPyConnection, named: Mapping[Participant, Holding], *, run_id: int) -> Tenures:
    """Bring the terms in all offices up to date, and with them who fills the roles without a name. Run it in a transaction.

    `named` are roles that another account of the same meeting names the holder of; what is known by the day fills the others.
    """
    bodies = body_names(connection)
    posts = posts_told(connection)
    seated = sightings_of(posts, bodies)
    tenures = Tenures(posts, dated_by_meetings(seated, posts), exits_of(exits_told(connection)))
    terms = terms_of(tenures.sightings, tenures.exits)
    _record_terms(connection, terms, run_id=run_id)
    _record_ends(connection, ends_of(seated, posts, terms), run_id=run_id)
    _record_holders(connection, {**holders_of(open_roles(connection), Offices(terms), bodies, named), **named}, run_id=run_id)
    return tenures


def sightings_of(posts: Sequence[PostSeen], bodies: Bodies) -> list[Sighting]:
    """Return who is told to be in an office of one holder at a time; `piece` numbers the post.

    A post of no state is that of the person's country, else of the only state whose same office the person is told to hold.
    """
    found: list[Sighting] = []
    homeless: list[tuple[int, str, str]] = []
    homes: dict[tuple[str, str], set[Seat]] = defaultdict(set)
    for number, post in enumerate(posts):
        country = post.country or (post.person_country if post.organization is None else None)
        body = bodies.get(post.organization, ()) if post.organization is not None else None
        read = read_title(post.title, body, country)
        if read is None:
            continue
        standing = FORMER if post.is_former else read.standing
        seat = seat_of(post.title, post.organization, country, body)
        if seat is None:
            homeless.append((number, read.office, standing))
            continue
        homes[post.person, read.office].add(seat)
        found.append(_sighting(post, seat, standing, number))
    for number, office, standing in homeless:
        seats = homes.get((posts[number].person, office), ())
        if len(seats) == 1:
            found.append(_sighting(posts[number], next(iter(seats)), standing, number))
    return found


def _sighting(post: PostSeen, seat: Seat, standing: str, number: int) -> Sighting:
    return Sighting(seat, post.person, standing, post.first, post.last, post.is_stated, post.document, number)


def dated_by_meetings(sightings: Sequence[Sighting], posts: Sequence[PostSeen]) -> list[Sighting]:
    """Return the sightings without those of a stated post that a meeting of the same document dates."""
    dated = {(s.document, s.person, s.seat, s.standing) for s in sightings if posts[s.piece].is_party}
    return [s for s in sightings if posts[s.piece].is_party or (s.document, s.person, s.seat, s.standing) not in dated]


def ends_of(sightings: Iterable[Sighting], posts: Sequence[PostSeen], terms: Iterable[Term]) -> list[tuple[int, int, date]]:
    """Return version, post and last day of the stated posts whose holder left them or died in them."""
    held: dict[tuple[Seat, str], list[Term]] = defaultdict(list)
    for term in terms:
        held[term.seat, term.person].append(term)
    found = []
    for s in sightings:
        post, of = posts[s.piece], held[s.seat, s.person]
        if len(of) > 1:
            of = [t for t in of if None not in (s.first, t.first_seen) and t.first_seen <= s.first <= t.last_seen]
        if post.position is not None and len(of) == 1 and of[0].ended_because in (LEFT, DIED):
            found.append((post.version_id, post.position, of[0].ended_by))
    return found


def exits_of(exits: Iterable[ExitTold]) -> list[Exit]:
    """Return deaths and leaves."""
    return [Exit(e.person, e.by, e.because, e.document) for e in exits]


def holders_of(roles: Iterable[RoleTold], offices: Offices, bodies: Bodies,
               named: Mapping[Participant, Holding]) -> dict[Participant, Holding]:
    """Return who fills the roles, where one alone can; nobody who is known to take part besides."""
    besides: dict[tuple[int, int], set[str]] = defaultdict(set)
    for (version_id, meeting, _), holding in named.items():
        besides[version_id, meeting].add(holding.person)
    found = {}
    for role in roles:
        if role.first is None or role.last is None:
            continue
        body = bodies.get(role.organization, ()) if role.organization is not None else None
        read = read_title(role.role, body, role.country)
        seat = seat_of(role.role, role.organization, role.country, body)
        if read is None or seat is None or read.standing != HELD:
            continue
        holding = offices.holder(seat, role.first, role.last)
        if holding is not None and holding.person not in (*role.others, *besides[role.version_id, role.meeting]):
            found[role.version_id, role.meeting, role.ordinal] = holding
    return found


def _record_terms(connection: DuckDBPyConnection, terms: Sequence[Term], *, run_id: int) -> None:
    people = identify(connection, "person_id", {"key": sorted({t.person for t in terms})})
    bodies = identify(connection, "organization_id", {"key": sorted({t.seat.organization for t in terms} - {None})})
    record(connection, "terms", {
        "office": [t.seat.office for t in terms],
        "organization_id": [bodies.get(t.seat.organization) for t in terms],
        "country_code": [t.seat.country for t in terms],
        "person_id": [people[t.person] for t in terms],
        "predecessor_id": [people.get(t.predecessor) for t in terms],
        "successor_id": [people.get(t.successor) for t in terms],
    } | {name: [getattr(t, name) for t in terms]
         for name in ("first_seen", "last_seen", "incoming_on", "ended_by", "ended_because")}, run_id=run_id)


def _record_ends(connection: DuckDBPyConnection, ends: Sequence[tuple[int, int, date]], *, run_id: int) -> None:
    record(connection, "position_ends", {name: [end[at] for end in ends]
                                         for at, name in enumerate(("version_id", "position_id", "valid_to"))}, run_id=run_id)


def _record_holders(connection: DuckDBPyConnection, held: Mapping[Participant, Holding], *, run_id: int) -> None:
    people = identify(connection, "person_id", {"key": sorted({holding.person for holding in held.values()})})
    record(connection, "role_holders", {
        "version_id": [version_id for version_id, _, _ in held], "meeting_id": [meeting for _, meeting, _ in held],
        "ordinal": [ordinal for _, _, ordinal in held], "person_id": [people[holding.person] for holding in held.values()],
        "reasons": [holding.reasons for holding in held.values()]}, run_id=run_id)
