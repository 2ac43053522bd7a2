"""Find posts with two holders, at one event or in one document, and posts whose holder the document does not name."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from etl.findings.cues import has_cue
from etl.findings.posts import can_be_one_post, current_post, office_of_state, one_post, single_post
from etl.merging.occasions import close
from etl.reading import Reading
from etl.records import Finding
from etl.spotting.mentions import Mention, Role, Sentence
from etl.telling.drafts import Draft
from etl.telling.sides import Side, differ

TERM = 366
"""Days of a period in which a post may change hands without a word said of it."""
AROUND = 80
"""Characters beside a name within which a word on his post is likely to be on him."""


def rival_holders(reading: Reading) -> Iterator[Finding]:
    """Yield the posts that two people are told to hold, once for each pair: at one event, else in one document."""
    told: set[frozenset[str]] = set()
    for pair, finding in (*_at_one_event(reading), *_in_one_document(reading)):
        if pair not in told:
            told.add(pair)
            yield finding


def _at_one_event(reading: Reading) -> Iterator[tuple[frozenset[str], Finding]]:
    """Yield the events that two people are told to have been at in one and the same post."""
    text = reading.shape.text
    for a, b in _beside(reading.drafts):
        if a.evidence[0].span == b.evidence[0].span or not _one_occasion(a, b):
            continue
        for x, y in _rivals(a, b):
            name_a, name_b = reading.name_of(x.key), reading.name_of(y.key)
            where = f" in {b.places[0].name or b.places[0].country}" if b.places else ""
            day = b.when.stated or b.when.start or a.when.stated or a.when.start
            # an overview is written after the body, and from it
            span = (a if a.overview and not b.overview else b).evidence[0].span
            yield frozenset((x.key, y.key)), Finding(
                "identity_conflict", "warning", span,
                f"{name_a} and {name_b} are both told as {y.role.phrase} at what looks like one {b.kind}{where} ({day}).",
                f"{name_a}: {' '.join(a.evidence[0].span.of(text).split())}",
                f"{name_b}: {' '.join(b.evidence[0].span.of(text).split())}")


def _beside(drafts: Iterable[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Yield the pairs of tellings of one kind at one named place."""
    at: dict[tuple[str, str], list[Draft]] = defaultdict(list)
    for draft in drafts:
        for place in draft.places:
            if place.name and draft.status != "denied":
                at[draft.kind, place.key].append(draft)
    for told in at.values():
        yield from combinations(told, 2)


def _one_occasion(a: Draft, b: Draft) -> bool:
    """Say whether two tellings at one place can be of one event: a day in common that at least one states."""
    if not close(a.when, b.when):
        return False
    dated = [w for w in (a.when, b.when) if w.start is not None]
    return len(dated) == 2 or (len(dated) == 1 and a.overview != b.overview)


def _rivals(a: Draft, b: Draft) -> Iterator[tuple[Side, Side]]:
    """Yield the pairs of different people who hold one post, where the other parties do not exclude one event."""
    only_a = [s for s in a.sides if not any(s.same(o) for o in b.sides)]
    only_b = [s for s in b.sides if not any(s.same(o) for o in a.sides)]
    in_common = len(a.sides) - len(only_a)
    if min(len(only_a), len(only_b)) != 1 or not (in_common or len(only_a) == len(only_b)):
        return
    for x in only_a:
        for y in only_b:
            if x.kind == y.kind == "person" and x.role is not None and y.role is not None:
                if one_post(x.role, y.role) or (in_common and _can_be_rivals(x, y)):
                    yield x, y


def _can_be_rivals(x: Side, y: Side) -> bool:
    """Say whether two people at one event with somebody can be in one post, though neither the state nor the branch is said."""
    return can_be_one_post(x.role, y.role) and " of " in x.role.head and not differ(x.country, y.country)


def _in_one_document(reading: Reading) -> Iterator[tuple[frozenset[str], Finding]]:
    """Yield the posts of a state that two people are named in, where no word is said of a change."""
    start, end = reading.shape.calendar.start, reading.shape.calendar.end
    if start is not None and end is not None and (end - start).days > TERM:
        return
    named = list(_named_in_posts(reading))
    together = {pair for s in reading.sentences for pair in combinations(sorted({m.entity for m in s.mentions if m.entity}), 2)}
    often = reading.linker.people
    for (s, m, held), (t, n, post) in combinations(named, 2):
        pair = tuple(sorted((m.entity, n.entity)))
        is_one = office_of_state(held) and held.country == post.country and one_post(held, post)
        if m.entity == n.entity or not is_one or pair in together or _changed(reading, pair):
            continue
        odd, at = min(((m, s), (n, t)), key=lambda o: (sum(often[o[0].entity].forms.values()), not _in_overview(reading, o[1])))
        name, other = (reading.name_of(k) for k in (odd.entity, next(k for k in pair if k != odd.entity)))
        yield frozenset(pair), Finding(
            "identity_conflict", "warning", at.units.span(odd.first, odd.last),
            f"{name} and {other} are both told as {post.phrase}, and the document tells of no change.",
            *(f"{reading.name_of(x.entity)}: {' '.join(u.text_span().of(reading.shape.text).split())}"
              for x, u in ((m, s), (n, t))))


def _named_in_posts(reading: Reading) -> Iterator[tuple[Sentence, Mention, Role]]:
    """Yield who is named as the present holder of a post of a state, headings aside, each post of a person once."""
    seen: set[tuple[str, str, frozenset[str]]] = set()
    for sentence in reading.sentences:
        if reading.shape.blocks[sentence.block].kind in ("heading", "title"):
            continue
        for m in sentence.mentions:
            post = current_post(m) if m.kind == "person" and m.entity and m.name else None
            if post is not None and post.country and (m.entity, post.head, post.domains) not in seen:
                seen.add((m.entity, post.head, post.domains))
                yield sentence, m, post


def _changed(reading: Reading, people: Iterable[str]) -> bool:
    """Say whether the document tells near the name of one of these people that posts change hands."""
    text, keys = reading.shape.text, set(people)
    named = ((s.text_span(), s.units.span(m.first, m.last)) for s in reading.sentences for m in s.mentions if m.entity in keys)
    return any(has_cue(text[max(told.start, at.start - AROUND):min(told.end, at.end + AROUND)], "leave", "change")
               for told, at in named)


def _in_overview(reading: Reading, sentence: Sentence) -> bool:
    return reading.shape.blocks[sentence.block].overview


def unresolved_roles(reading: Reading) -> Iterator[Finding]:
    """Yield the posts of a state that take part in a meeting without the document naming anybody who can be their holder."""
    known = [(role, entry.country) for entry in reading.linker.people.values() for role, _, _ in entry.roles]
    told: set[tuple[str, frozenset[str], str | None]] = set()
    for draft in reading.merged:
        # an overview leaves names to the body
        for side in () if draft.overview else draft.sides:
            role = side.role
            if side.kind != "role" or role is None or not side.country or role.former or not single_post(role):
                continue
            words = draft.evidence[0].span.of(reading.shape.text).lower()
            if (role.head, role.domains, side.country) in told or f"{role.head}s" in words.replace("secretaries", "secretarys"):
                continue
            if any(_can_mean(held, country, role, side.country) for held, country in known):
                continue
            told.add((role.head, role.domains, side.country))
            yield Finding("unresolved_role", "info", draft.evidence[0].span,
                          f"The document does not name the {side.text} ({side.country}), who takes part here.", side.text)


def _can_mean(held: Role, country: str | None, said: Role, of: str) -> bool:
    """Say whether a post that somebody is named in can be the one said: so it may be he, though the words do not say so."""
    state = held.country or country
    return held.head.split()[0] == said.head.split()[0] and (state is None or state == of) and not (
        held.domains and said.domains and held.domains.isdisjoint(said.domains))
