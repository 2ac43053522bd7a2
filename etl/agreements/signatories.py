"""Say who agrees: "between A and B", the clause's subject with "with B", the two sides spoken of.

Who only welcomes, mediates or announces an agreement is no party to it.
"""
from __future__ import annotations

from etl.agreements.spoken_of import at_event, bound_by, pair_called, spoken_of
from etl.agreements.steps import Around, Report
from etl.agreements.terms import terms
from etl.agreements.told import of_sign, told_sides
from etl.agreements.understood import and_of, capital, of_signing, speaker, spoken_of_last, unsaid
from etl.framing.series import Group
from etl.framing.skeleton import Skeleton
from etl.framing.subjects import subject
from etl.framing.wording import subject_words
from etl.linking.link import Linker
from etl.telling.sides import Side, country_side
from etl.telling.telling import Telling

TAIL = 16
OTHER_CLAUSE = frozenset(("while", "whereas"))


def parties_of(telling: Telling, at: int, end: int, words: Around, report: Report) -> tuple[Side, ...]:
    """Return the parties to the agreement whose noun is the tokens `[at, end)`; `words` are those around the noun."""
    naming, verb = terms().naming, report.verb
    tail = " ".join(telling.skel.tokens[end:end + TAIL]) + " "
    between = naming.between_after.match(tail) or naming.of_two.match(tail) or naming.between_before.search(words.before)
    if between is None and report.after is not None:
        # "a bilateral one, under which the last soldier leaves, was concluded between A and B"
        between = naming.between_after.match(words.after[report.after:])
    named = tuple(s for sign in between.group("x", "y") if sign for s in of_sign(telling, sign)) if between else ()
    between_them = bool(named) and all(map(is_vague, named))
    if any(not is_vague(s) for s in named):
        # "between their countries" is said of who acts; who met did not all sign what "was signed" after their talks
        met = report.verb is None and between.re is naming.between_before
        by = naming.by.search(words.after) if report.status == "signed" else None
        hands = [s for s in (of_sign(telling, by.group("x")) if by else ()) if s.kind == "person" and not s.among(named)]
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
    right = tuple(s for s in of_sign(telling, sign) if not s.among(left)) if sign else ()
    if right and not left and verb is None and with_.re is naming.with_before:
        # "after his talks with A agreements were signed"
        left = tuple(s for s in at_event(telling, at) if not s.among(right))
    nation = telling.item.nation
    if right and not left and nation and not nation.among(right) and {"its", "their"} & set(words.before.split()[-4:]):
        # "Chad left the union. Its treaty with Mali remains in force."
        left = (nation,)
    if right and not left and (owner := naming.owner.search(words.before)):
        # "Chad's treaty with Mali was signed"
        left = tuple(s for s in of_sign(telling, owner.group("x")) if not s.among(right))
    if right and not left and verb is not None and not theirs:
        left = unsaid(telling, words, verb)
    if len(right) == 1 and not left and not theirs:
        left = speaker(telling, at, right) or of_signing(telling, end, words, verb, right)
        left = left or (spoken_of_last(telling, right[0]) if report.status == "signed" else ())
    if (left and right) or len(left) >= 2:
        return (*left, *right)
    bound = bound_by(telling, at, end, words)
    if len(bound) >= 2:
        return bound
    which = naming.by_which.match(words.after)
    doing = of_sign(telling, which.group("x")) if which else ()
    if len(doing) >= 2:
        return doing
    if not between_them and " between " in tail[:tail.find(" . ")]:
        # it is told between whom, in words that name nobody known
        return (*left, *right)
    if not right and (left or theirs or between_them or _is_open(telling, at, words, verb)):
        known = spoken_of(telling)
        if len(known) >= 2 and all(s.kind == "person" or s.among(known) for s in left):
            return (*known, *(s for s in left if s.kind == "person"))
    return (*left, *right)


def _is_open(telling: Telling, at: int, words: Around, verb: int | None) -> bool:
    """Say whether the words around the noun at token `at` leave open who agrees, so that those do of whom the text speaks."""
    naming, new = terms().naming, is_new(telling.skel, at)
    both = naming.both.search(telling.skel.text)
    crowned = verb is None or naming.nominal.match(words.before[verb:]) or naming.outcome.match(words.before[verb:])
    open_ = (both and (new or both.group() != "bilateral")) or (crowned and new and not naming.since.search(words.before))
    return bool(open_) or _they(telling, at)


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
    start = words.token_of(report.verb)
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


def _acting(telling: Telling, at: int, end: int, words: Around, verb: int | None) -> tuple[Side, ...]:
    """Return who acts: those by whom it was signed or "which A signed", else the subject of the clause."""
    naming = terms().naming
    if verb is not None and (made := naming.made_to.search(words.before[:verb])):
        return of_sign(telling, made.group("x"))
    which = naming.which.match(words.after)
    issuer = naming.issuer.match(words.after) if verb is None and terms().issued.search(words.before) else None
    told = which or issuer
    left = of_sign(telling, told.group("x")) if told else _subject(telling, at, end, words, verb)
    if which and verb is not None and which.group().endswith(("offered", "proposed")):
        # "A rejected the treaty that B had proposed"
        left = (*left, *(s for s in _subject(telling, at, end, words, verb) if not s.among(left)))
    pairs = [of_sign(telling, sign) for m in naming.for_by.finditer(words.after) for sign in m.group("x", "y")]
    by = naming.by.search(words.after)
    pairs.extend(of_sign(telling, sign) for m in naming.by_for.finditer(words.after) if by for sign in m.group("x", "y"))
    if pairs:
        first = [sign for m in naming.on_side.finditer(words.before) for sign in m.group("x")] + ([by.group("x")] if by else [])
        told = [*(of_sign(telling, sign) for sign in first), *pairs]
        return tuple({s.key or s.country or s.text: s for sides in told for s in sides}.values())
    return (*(s for s in left if s.kind == "country"), *of_sign(telling, by.group("x"))) if by else left


def _subject(telling: Telling, at: int, end: int, words: Around, verb: int | None) -> tuple[Side, ...]:
    """Return the subject of the step's verb; where the noun itself is ("was signed"), only states act."""
    naming = terms().naming
    nominal = verb is not None and naming.nominal.match(words.before[verb:])
    if nominal and naming.witnessed.search(words.before[:verb]):
        group, _ = subject(telling.skel, words.token_of(verb), end)
        codes = dict.fromkeys(s.country for s in (told_sides(telling, group.mentions) if group else ()) if s.country)
        return tuple(map(country_side, codes)) if len(codes) > 1 else ()
    if nominal and naming.proclaimed.search(words.before[:verb]):
        group, _ = subject(telling.skel, words.token_of(verb), end)
        theirs = group is not None and (group.mentions[0].kind in ("group", "pronoun") or not (
            terms().observers.search(words.before[:verb])))
        if theirs and len(told := told_sides(telling, group.mentions)) > 1:
            return told
    if nominal and (hands := naming.hands.search(words.after)):
        return of_sign(telling, hands.group("x"))
    if nominal and not naming.crowned.search(words.before[:verb]):
        return ()
    start = words.token_of(verb) if verb is not None else at
    group, j = subject(telling.skel, start, end)
    if group is not None and verb is None and not OTHER_CLAUSE.isdisjoint(telling.skel.tokens[j:start]):
        # "A and B signed one, while another was signed by C": A and B did not sign the other
        return ()
    if group is None and verb is not None:
        group, j = _beside(telling.skel, start)
    if group is None and (organs := naming.organs.search(telling.skel.text[:telling.skel.offsets[start]])):
        return of_sign(telling, organs.group("x"))
    if group is None:
        return at_event(telling, start) if verb is not None and naming.yielded.match(words.before[verb:]) else ()
    doing = " ".join(telling.skel.tokens[j + 1:at]) + " "
    if terms().observers.search(doing) and group.mentions[0].kind not in ("group", "pronoun"):
        return ()
    sides = (*capital(telling, j), *_delegates(telling, j), *telling.parties.led(telling.skel, group.lead),
             *told_sides(telling, group.mentions), *and_of(telling, j))
    behalf = terms().naming.on_behalf.search(words.before)
    tokens = telling.skel.tokens
    if group.mentions[0].kind == "group" and tokens[j + 1:j + 3] == (",", "among them") and telling.skel.kind_at(j + 3):
        # "six states, among them A and B"
        sides = of_sign(telling, tokens[j + 3])
    acts_for = of_sign(telling, behalf.group("x")) if behalf else ()
    if any(not is_vague(s) for s in acts_for):
        people = () if group.mentions[0].kind == "pronoun" else (s for s in sides if s.kind == "person")
        sides = (*acts_for, *people)
    return sides if verb is not None else tuple(s for s in sides if s.kind == "country")


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
        return of_sign(telling, m.group("x"))
    before = skel.groups.get(skel.tokens[j - 2]) if j >= 2 and skel.tokens[j - 1] == "§" else None
    # "Chad's A and Mali's B": the owner of the second is listed with the first
    return told_sides(telling, before.mentions[:-1]) if before is not None else ()


def _adjective(skel: Skeleton, at: int, linker: Linker) -> tuple[Side, ...]:
    """Return the parties of "the Russian-Turkish memorandum", "the EU-Chile agreement"."""
    words, last = skel.sentence.units.words, skel.units[at][0]
    told = (pair_called(words[i], linker) for i in range(last - 1, max(skel.sentence.first, last - 4) - 1, -1))
    return next((sides for sides in told if sides), ())
