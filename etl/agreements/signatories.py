"""Say who agrees: "between A and B", the clause's subject with "with B", the two sides spoken of.

Who only welcomes, mediates or announces an agreement is no party to it.
"""
from __future__ import annotations

import re
from dataclasses import replace

from etl.agreements.principals import body_side
from etl.agreements.spoken_of import at_event, bound_by, pair_called, spoken_of
from etl.agreements.steps import Around, Report
from etl.agreements.terms import terms
from etl.framing.modality import is_past
from etl.framing.series import Group
from etl.framing.skeleton import Skeleton
from etl.framing.subjects import subject
from etl.framing.wording import subject_words
from etl.linking.link import Linker
from etl.spotting.mentions import Mention
from etl.spotting.units import Units
from etl.telling.sides import Side, country_side
from etl.telling.telling import Telling

TAIL = 16
OTHER_CLAUSE = frozenset(("while", "whereas"))


def parties_of(telling: Telling, at: int, end: int, words: Around, report: Report) -> tuple[Side, ...]:
    """Return the parties to the agreement whose noun is the tokens `[at, end)`; `words` are those around the noun."""
    naming, verb = terms().naming, report.verb
    tail = " ".join(telling.skel.tokens[end:end + TAIL]) + " "
    between = naming.between_after.match(tail) or naming.between_before.search(words.before)
    if between is None and report.after is not None:
        # "a bilateral one, under which the last soldier leaves, was concluded between A and B"
        between = naming.between_after.match(words.after[report.after:])
    named = tuple(s for sign in between.group("x", "y") if sign for s in _of_sign(telling, sign)) if between else ()
    between_them = bool(named) and all(map(is_vague, named))
    if any(not is_vague(s) for s in named):
        # "between their countries" is said of who acts; who met did not all sign what "was signed" after their talks
        met = report.verb is None and between.re is naming.between_before
        by = naming.by.search(words.after) if report.status == "signed" else None
        hands = [s for s in (_of_sign(telling, by.group("x")) if by else ()) if s.kind == "person" and not s.among(named)]
        return (*(country_side(s.country) if met and s.kind == "person" and s.country else s for s in named), *hands)
    adjective = _adjective(telling.skel, at, telling.parties.linker)
    left = _acting(telling, at, end, words, verb)
    theirs = bool(left) and all(is_vague(s) for s in left)
    left = () if theirs else left
    if len(adjective) >= 2:
        return (*adjective, *(s for s in left if s.kind == "person"))
    with_ = naming.with_whom.search(words.before) or naming.with_after.match(tail) or naming.with_before.search(words.before)
    noun = " ".join(telling.skel.tokens[at:end])
    if with_ is None and (noun in terms().loans or terms().kinds.get(noun) == "contract"):
        with_ = naming.from_whom.match(tail) or (naming.lent_to.match(tail) if noun in terms().loans else None)
    with_ = with_ or naming.traded.match(tail)
    if with_ and verb is None and with_.re is naming.with_after and naming.meanwhile.search(with_.group()):
        with_ = None
    sign = next(sign for sign in with_.groups() if sign) if with_ else ""
    right = tuple(s for s in _of_sign(telling, sign) if not s.among(left)) if sign else ()
    if right and not left and verb is None and with_.re is naming.with_before:
        # "after his talks with A agreements were signed"
        left = tuple(s for s in at_event(telling, at) if not s.among(right))
    nation = telling.item.nation
    if right and not left and nation and not nation.among(right) and {"its", "their"} & set(words.before.split()[-4:]):
        # "Chad left the union. Its treaty with Mali remains in force."
        left = (nation,)
    if right and not left and (owner := naming.owner.search(words.before)):
        # "Chad's treaty with Mali was signed"
        left = tuple(s for s in _of_sign(telling, owner.group("x")) if not s.among(right))
    if right and not left and verb is not None and not theirs:
        left = _unsaid(telling, words, verb)
    if len(right) == 1 and not left and not theirs:
        left = _speaker(telling, at, right)
        topic = telling.item.topic
        if not left and topic and right[0].kind == topic.kind == "person" and not topic.among(right) and report.status == "signed":
            # "Kern opened the embassy. A treaty was signed with Minister Holm"
            left = (topic,)
    if (left and right) or len(left) >= 2:
        return (*left, *right)
    bound = bound_by(telling, at, end, words)
    if len(bound) >= 2:
        return bound
    which = naming.by_which.match(words.after)
    doing = _of_sign(telling, which.group("x")) if which else ()
    if len(doing) >= 2:
        return doing
    if not between_them and " between " in tail[:tail.find(" . ")]:
        # it is told between whom, in words that name nobody known
        return (*left, *right)
    crowned = verb is None or naming.nominal.match(words.before[verb:]) or naming.outcome.match(words.before[verb:])
    open_ = naming.both.search(telling.skel.text) or _they(telling, at) or (crowned and is_new(telling.skel, at))
    if not right and (left or open_ or theirs or between_them):
        known = spoken_of(telling)
        if len(known) >= 2:
            return (*known, *(s for s in left if s.kind == "person"))
    return (*left, *right)


def _speaker(telling: Telling, at: int, partner: tuple[Side, ...]) -> tuple[Side, ...]:
    """Return the state or body of who tells of an agreement with a partner before token `at`: "A said that a pact with B"."""
    m = terms().naming.speaker.search(telling.skel.text[:telling.skel.offsets[at]])
    told = _of_sign(telling, m["x"] or m["y"]) if m else ()
    codes = dict.fromkeys(s.country for s in told if s.country and s.country not in {p.country for p in partner})
    return tuple(map(country_side, codes)) if len(codes) == 1 else ()


def _unsaid(telling: Telling, words: Around, verb: int) -> tuple[Side, ...]:
    """Return whom a sentence is about that opens with what he does: "Met with A and signed a protocol with B"."""
    opening = telling.skel.sentence.units.words[telling.skel.sentence.first].lower()
    about = telling.item.topic or telling.parties.memory.subject
    does = words.low == 0 and is_past(opening) and is_past(words.before[verb:].split()[0])
    return (about,) if does and about else ()


def _they(telling: Telling, at: int) -> bool:
    """Say whether "they" stands before the token `at` in its sentence."""
    first = telling.skel.units[at][0]
    return any(m.kind == "pronoun" and m.value == "they" and m.first < first for m in telling.skel.sentence.mentions)


def is_new(skel: Skeleton, at: int) -> bool:
    """Say whether an article or number brings up the noun at token `at` for the first time: "a protocol was signed"."""
    words, before = terms().wording, skel.tokens[max(0, at - 4):at]
    # "Principles of a settlement were adopted", "signed agreements with Kenya"
    near = before[-3:]
    bare = skel.tokens[at].endswith("s") and words.definite.isdisjoint(near) and all(t.isalpha() or t.isdigit() for t in near)
    # "reached agreement on fish"
    return bare or skel.tokens[at - 1].startswith("reach") or any(token in words.new for token in before)


def is_vague(side: Side) -> bool:
    """Say whether a party is only spoken of by what it is here: "all sides", "the negotiators", "the minister"."""
    if side.country or side.kind not in ("group", "role"):
        return False
    return side.kind == "role" or terms().naming.vague.search(side.text or "") is not None


def country_inside(skel: Skeleton, end: int) -> tuple[Side, ...]:
    """Return the state that an agreement without parties holds in: "a ceasefire in Chad"."""
    where = terms().naming.inside.match(" ".join(skel.tokens[end:end + 3]) + " ")
    place = skel.groups[where.group("x")].mentions[0] if where else None
    return (country_side(place.value),) if place is not None and place.kind == "country" else ()


def named_signatories(telling: Telling, status: str, sides: tuple[Side, ...]) -> frozenset[str | None]:
    """Return the people who are parties by name, beside those they stand for.

    Whoever signs is one, by whatever word; who otherwise agrees, only where the sentence names him; who keeps to an agreement
    that stands is none.
    """
    if status in ("signed", "ratified"):
        return frozenset(s.key for s in sides)
    mentions = telling.skel.sentence.mentions
    named = {m.entity for m in mentions if m.kind == "person"}
    named.update(s.key for m in mentions if m.kind == "pronoun" and m.value in ("he", "she") for s in telling.sides((m,)))
    for m in mentions:
        if m.kind == "group" and terms().naming.people.search(telling.skel.sentence.units.phrase(m.first, m.last).lower()):
            # "the two presidents agreed to"
            named.update(s.key for s in telling.sides((m,)) if s.kind == "person")
    if telling.skel.tokens[:1] in (("his",), ("her",)) and telling.item.topic:
        # "his talks with B led to"
        named.add(telling.item.topic.key)
    return frozenset(named) if status == "reached" else frozenset()


def passes(telling: Telling, words: Around, report: Report) -> bool:
    """Say whether a parliament approves what its government has signed."""
    if report.verb is None or not terms().passed.match(words.before, report.verb):
        return False
    start = words.low + len(words.before[:report.verb].split())
    group, j = subject(telling.skel, start, start)
    if group is None:
        return terms().parliament.search(words.before[:report.verb]) is not None
    bodies = telling.parties.linker.bodies
    known = any(m.entity in bodies and bodies[m.entity].kind == "parliament" for m in group.mentions)
    first, last = telling.skel.units[max(0, j - 3)][0], group.mentions[-1].last
    return known or terms().parliament.search(telling.skel.sentence.units.phrase(first, last).lower()) is not None


def standing_for_states(telling: Telling, sides: tuple[Side, ...], named: frozenset[str | None]) -> frozenset[str | None]:
    """Return the people among the parties who are none by name: they stand for a state that is not stated."""
    people = [s for s in sides if s.kind == "person"]
    if not people or not terms().naming.nations.search(telling.skel.text):
        return frozenset(s.key for s in people if s.key not in named)
    # "the two governments signed a treaty": no person did
    told = {m.entity for m in telling.skel.sentence.mentions if m.kind == "person"}
    return frozenset(s.key for s in people if s.key not in named or s.key not in told)


def _of_sign(telling: Telling, sign: str) -> tuple[Side, ...]:
    return told_sides(telling, telling.skel.groups[sign].mentions)


def told_sides(telling: Telling, mentions: tuple[Mention, ...]) -> tuple[Side, ...]:
    """Return whom mentions denote: "the two sides" are the states or bodies of those spoken of, not the people."""
    units, out = telling.skel.sentence.units, []
    for m in mentions:
        sides = _states_before(telling, m) or tuple(t for s in telling.sides((m,)) for t in _of_joint_body(telling, s))
        if m.kind == "group" and terms().naming.principals.search(units.phrase(m.first, m.last)):
            known = (s for s in sides if s.country or s.kind != "person")
            sides = tuple(country_side(s.country) if s.kind == "person" else s for s in known)
        states = _states_of_several(units, m)
        if len(states) >= 2 and len(sides) < 2:
            sides = (*states, *sides) if m.kind == "person" else states
        sent_by = _sent_by(telling, m) if m.kind in ("person", "role") else _named_group(telling, m)
        if sent_by and m.kind == "group":
            # "the Chilean army and Andino rebels"
            before = units.classes.find("&", m.first, m.last)
            sides = tuple(country_side(units.values[i]) for i in range(m.first, before) if units.classes[i] == "d")
        if any(s.kind == "organization" for s in sent_by):
            # who acts for a company does not act for its state
            sides = tuple(replace(s, country=None, posts=(), role=None) if s.kind != "country" else s for s in sides)
        out.extend(s for s in (*sent_by, *sides) if not s.among(out))
    return tuple(out)


def _of_joint_body(telling: Telling, side: Side) -> tuple[Side, ...]:
    """Return the two states of "the Chad-Niger commission"; any other party as it is."""
    linker = telling.parties.linker
    if side.kind != "organization" or side.key not in linker.bodies:
        return (side,)
    words = linker.bodies[side.key].name.split()
    return next((sides for word in words if (sides := pair_called(word, linker))), (side,))


def _states_before(telling: Telling, m: Mention) -> tuple[Side, ...]:
    """Return the states that "they" means in "Chad and Mali let it be known that they had signed a pact"."""
    if m.kind != "pronoun" or m.value != "they":
        return ()
    listed = (g.mentions for g in telling.skel.groups.values() if g.kind == "C" and len(g.mentions) > 1)
    return telling.sides(next((states for states in listed if states[-1].last <= m.first), ()))


def _states_of_several(units: Units, m: Mention) -> tuple[Side, ...]:
    """Return the states of "the Kenyan and Ugandan ministers", "the presidents of Kenya and Uganda, A" and B."""
    classes, last = units.classes, m.name[0] if m.name else m.last
    if m.kind not in ("group", "person") or not re.search("[cd],?&t?[cd]", classes[m.first:last]):
        return ()
    countries = (units.values.get(i) for i in range(m.first, last) if classes[i] in "cd")
    return tuple(country_side(c) for c in dict.fromkeys(countries) if c)


def _named_group(telling: Telling, m: Mention) -> tuple[Side, ...]:
    """Return the body that a group is called by: "the ELN guerrilla group", "members of the rebel group ELN"."""
    linker, words = telling.parties.linker, telling.skel.sentence.units.words
    if m.kind != "group":
        return ()
    inside = [x for x in telling.skel.sentence.mentions if x.kind == "inner" and m.first <= x.first < m.last]
    firms, head = linker.knowledge.firms, words[m.first:m.last]
    of_body = next((x for x in inside if "of" in head[:x.first - m.first] and x.entity in linker.bodies), None)
    if of_body and not _states_of_several(telling.skel.sentence.units, m) and any(w.lower() in terms().members for w in words[m.first:of_body.first]):
        # "rebels of the Lake Front"
        return (body_side(linker, of_body.entity),)
    body = next((x.entity for x in inside if x.entity in linker.bodies and "militia" in (
        firms.before.get(words[m.last - 1]), firms.after.get(words[m.last - 1]), firms.before.get(words[x.first - 1]))), None)
    return (body_side(linker, body),) if body else ()


def _sent_by(telling: Telling, m: Mention) -> tuple[Side, ...]:
    """Return whom somebody acts for where it follows: "Major Diarra for the Malian army"; or whose he is."""
    skel, bodies = telling.skel, telling.parties.linker.bodies
    inside = (x.entity for x in skel.sentence.mentions if x.kind == "inner" and m.first <= x.first < m.last)
    body = next((key for key in inside if key in bodies and bodies[key].kind in terms().principal_kinds), None)
    if body is not None:
        return (body_side(telling.parties.linker, body),)
    owner = next((x for x in skel.sentence.mentions if x.kind == "country" and x.last == m.first - 1), None)
    if owner is not None and skel.sentence.units.classes[m.first - 1] == "v":
        return telling.sides((owner,))
    after = next((x for x in skel.sentence.mentions if x.first >= m.last and x.kind in ("country", "body", "group")), None)
    if after is None or not terms().naming.acting_for.match(skel.sentence.units.phrase(m.last, after.first).lower()):
        return ()
    return telling.sides((after,))


def _acting(telling: Telling, at: int, end: int, words: Around, verb: int | None) -> tuple[Side, ...]:
    """Return who acts: those by whom it was signed or "which A signed", else the subject of the clause."""
    naming = terms().naming
    if verb is not None and (made := naming.made_to.search(words.before[:verb])):
        return _of_sign(telling, made.group("x"))
    which = naming.which.match(words.after)
    issuer = naming.issuer.match(words.after) if verb is None and terms().issued.search(words.before) else None
    told = which or issuer
    left = _of_sign(telling, told.group("x")) if told else _subject(telling, at, end, words, verb)
    pairs = [_of_sign(telling, sign) for m in naming.for_by.finditer(words.after) for sign in m.group("x", "y")]
    by = naming.by.search(words.after)
    pairs.extend(_of_sign(telling, sign) for m in naming.by_for.finditer(words.after) if by for sign in m.group("x", "y"))
    if pairs:
        first = [sign for m in naming.on_side.finditer(words.before) for sign in m.group("x")] + ([by.group("x")] if by else [])
        told = [*(_of_sign(telling, sign) for sign in first), *pairs]
        return tuple({s.key or s.country or s.text: s for sides in told for s in sides}.values())
    return (*(s for s in left if s.kind == "country"), *_of_sign(telling, by.group("x"))) if by else left


def _subject(telling: Telling, at: int, end: int, words: Around, verb: int | None) -> tuple[Side, ...]:
    """Return the subject of the step's verb; where the noun itself is ("was signed"), only states act."""
    naming = terms().naming
    nominal = verb is not None and naming.nominal.match(words.before[verb:])
    if nominal and naming.witnessed.search(words.before[:verb]):
        group, _ = subject(telling.skel, words.low + len(words.before[:verb].split()), end)
        codes = dict.fromkeys(s.country for s in (told_sides(telling, group.mentions) if group else ()) if s.country)
        return tuple(map(country_side, codes)) if len(codes) > 1 else ()
    if nominal and (hands := naming.hands.search(words.after)):
        return _of_sign(telling, hands.group("x"))
    if nominal and not naming.crowned.search(words.before[:verb]):
        return ()
    start = words.low + len(words.before[:verb].split()) if verb is not None else at
    group, j = subject(telling.skel, start, end)
    if group is not None and verb is None and not OTHER_CLAUSE.isdisjoint(telling.skel.tokens[j:start]):
        # "A and B signed one, while another was signed by C": A and B did not sign the other
        return ()
    if group is None and verb is not None:
        group, j = _beside(telling.skel, start)
    if group is None and (organs := naming.organs.search(telling.skel.text[:telling.skel.offsets[start]])):
        return _of_sign(telling, organs.group("x"))
    if group is None:
        return at_event(telling, start) if verb is not None and naming.yielded.match(words.before[verb:]) else ()
    doing = " ".join(telling.skel.tokens[j + 1:at]) + " "
    if terms().observers.search(doing) and group.mentions[0].kind not in ("group", "pronoun"):
        return ()
    sides = (*_capital(telling, j), *_delegates(telling, j), *telling.parties.led(telling.skel, group.lead),
             *told_sides(telling, group.mentions), *_and_of(telling, j))
    behalf = terms().naming.on_behalf.search(words.before)
    if group.mentions[0].kind == "group" and telling.skel.tokens[j + 1:j + 3] == (",", "among them") and telling.skel.kind_at(j + 3):
        # "six states, among them A and B"
        sides = _of_sign(telling, telling.skel.tokens[j + 3])
    acts_for = _of_sign(telling, behalf.group("x")) if behalf else ()
    if any(not is_vague(s) for s in acts_for):
        people = () if group.mentions[0].kind == "pronoun" else (s for s in sides if s.kind == "person")
        sides = (*acts_for, *people)
    return sides if verb is not None else tuple(s for s in sides if s.kind == "country")


def _and_of(telling: Telling, j: int) -> tuple[Side, ...]:
    """Return whose others act, too, beside the group at token `j`: "delegates of Chad and of the Lake Front"."""
    skel = telling.skel
    further = skel.tokens[j + 1:j + 3] == ("and", "of") and skel.kind_at(j + 3) in ("E", "C")
    return told_sides(telling, skel.groups[skel.tokens[j + 3]].mentions) if further else ()


def _capital(telling: Telling, j: int) -> tuple[Side, ...]:
    """Return the state whose capital is listed with the group at token `j`: "Lima and the Andean Front"."""
    skel, knowledge = telling.skel, telling.parties.linker.knowledge
    before = j >= 2 and skel.tokens[j - 1] == "and" and skel.kind_at(j - 2) == "L"
    after = skel.tokens[j + 1:j + 2] == ("and",) and skel.kind_at(j + 2) == "L"
    if not (before or after) or (before and j > 2 and skel.tokens[j - 3] in subject_words().prepositions):
        return ()
    key = skel.groups[skel.tokens[j - 2 if before else j + 2]].mentions[-1].value or ""
    place = knowledge.places.get(key)
    return (country_side(place.country),) if place and knowledge.capital_keys.get(place.country or "") == key else ()


def _beside(skel: Skeleton, start: int) -> tuple[Group | None, int]:
    """Return the party right before the verb at token `start`, where nothing shows that it is an object."""
    j = start - 1 - (skel.tokens[start - 1:start] == (",",))
    group = skel.groups.get(skel.tokens[j]) if j >= 0 else None
    free = group is not None and group.kind in "EC" and (j == 0 or skel.tokens[j - 1] not in subject_words().prepositions)
    return (group, j) if free else (None, -1)


def _delegates(telling: Telling, j: int) -> tuple[Side, ...]:
    """Return the party told apart before the one at token `j`: "A for the government and" B for the rebels."""
    skel = telling.skel
    m = terms().naming.delegates.search(skel.text[:skel.offsets[j]])
    if m:
        return _of_sign(telling, m.group("x"))
    before = skel.groups.get(skel.tokens[j - 2]) if j >= 2 and skel.tokens[j - 1] == "§" else None
    # "Chad's A and Mali's B": the owner of the second is listed with the first
    return told_sides(telling, before.mentions[:-1]) if before is not None else ()


def _adjective(skel: Skeleton, at: int, linker: Linker) -> tuple[Side, ...]:
    """Return the parties of "the Russian-Turkish memorandum", "the EU-Chile agreement"."""
    words, last = skel.sentence.units.words, skel.units[at][0]
    told = (pair_called(words[i], linker) for i in range(last - 1, max(skel.sentence.first, last - 4) - 1, -1))
    return next((sides for sides in told if sides), ())
