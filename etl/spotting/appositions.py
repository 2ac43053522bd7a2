"""Join a post and a name, or two names of one thing, that stand beside each other with a comma or in brackets.

A table of small rules by what stands between the two; the first that answers decides. Mentions further apart are never joined.
"""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from etl.knowledge import load_knowledge, toml
from etl.spotting.mentions import Mention
from etl.spotting.units import Units


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions in reading order, the two after them, and where the sentence begins and ends."""

    units: Units
    a: Mention
    b: Mention
    then: Mention | None
    beyond: Mention | None
    first: int
    last: int

    def ends_front(self) -> bool:
        """Say whether the comma between the two ends what opens the sentence: "After lunch with Kern, the king left"."""
        units, first = self.units, self.first
        opens = units.words[first].lower() in _fronts() and "," not in units.classes[first:self.a.last]
        return opens and units.classes[self.b.last:self.b.last + 1] == "x" and self.b.last < self.last

    def bracket_closes(self) -> bool:
        """Say whether a closing bracket follows the second."""
        return self.units.classes[self.b.last:self.b.last + 1] == ")"


@dataclass(frozen=True, slots=True)
class Joined:
    """What two mentions make together.

    `aside` where the second is part of it and kept too, `done` where nothing more can join, `beside` where it is what the first
    means and the second stays another.
    """

    mention: Mention
    aside: bool = False
    done: bool = False
    beside: bool = False


def _post_within_post(p: Pair) -> Joined | None:
    """Read "Ali Rostami, adviser to Speaker Hossein Danesh": the second name is part of the post."""
    within = p.a.roles and p.b.kind == "person" and p.b.roles and p.units.classes[p.a.last - 1] in "OKGdcwWkA"
    return Joined(replace(p.a, last=p.b.last), aside=True) if within else None


def _couple(p: Pair) -> Joined | None:
    """Read "the President and Mrs. Banda" as Banda, who is president, and his wife."""
    a, b = p.a, p.b
    if a.kind != "role" or b.kind != "person" or b.roles or b.name is None or b.name[1] - b.name[0] > 1:
        return None
    wife = b.name[0] > b.first and p.units.words[b.name[0] - 1].rstrip(".").lower() in load_knowledge().names.married
    named = wife and p.units.words[a.last - 1][0].isupper()
    return Joined(replace(a, kind="person", name=b.name), beside=True) if named else None


def _two_posts(p: Pair) -> Joined | None:
    """Read "Crown Prince and Prime Minister Khalid al-Otaibi": both posts are his; "the Chairman and Prime Minister X" are two."""
    a, b, units = p.a, p.b, p.units
    if a.kind != "role" or b.kind != "person" or not b.roles or not b.name:
        return None
    if b.name[0] <= b.first or units.classes[b.first] in "tu":
        return None
    if units.classes[a.first] == "t" and not a.roles[0].domains and a.roles[0].country is None:
        return None
    if not units.words[a.roles[0].last - 1][0].isupper() or a.roles[0].phrase == b.roles[0].phrase:
        return None
    return Joined(replace(b, first=a.first, roles=(*a.roles, *b.roles)))


def _two_posts_of_one(p: Pair) -> Joined | None:
    """Read "Mali's Deputy Premier and Minister of Trade, Joan Banda": one article for two posts, and one name after both."""
    a, b, then, units = p.a, p.b, p.then, p.units
    named = then is not None and then.kind == "person" and units.classes[b.last:then.first] == ","
    if not named or a.kind != "role" or b.kind != "role" or units.classes[b.first] in "tu":
        return None
    # "the president and prime minister, Banda," are two
    telling = a.roles[0].domains or a.roles[0].country is not None or len(a.roles[0].head.split()) > 1
    if not (telling or a.roles[0].head in load_knowledge().posts.held_beside) or not units.words[b.first][0].isupper():
        return None
    return Joined(replace(b, first=a.first, roles=(*a.roles, *b.roles)))


def _second_name(p: Pair) -> Joined | None:
    """Read "Mahmoud Karimi (Abu Omar)" as one person."""
    both = p.a.kind == p.b.kind == "person" and p.a.name and p.b.name and not p.b.roles
    return Joined(replace(p.a, last=p.b.last + 1), aside=True) if both and p.bracket_closes() else None


def _of_a_country(p: Pair) -> Joined | None:
    """Read "Joan Banda of Kenya" as one person with a country."""
    a, b = p.a, p.b
    if a.kind != "person" or not (b.kind in ("country", "body") or (b.kind == "place" and not a.roles)):
        return None
    country, body = (b.value if b.kind == "country" else None), (b.value if b.kind == "body" else a.body)
    roles = tuple(replace(r, country=r.country or country) for r in a.roles)
    return Joined(replace(a, last=b.last, roles=roles, value=country, body=body))


def _sent_by(p: Pair) -> Joined | None:
    """Read "Hezbollah's Adnan Rashid" and "Senegal's Amina Diallo" as one person of a body or a country."""
    a, b = p.a, p.b
    if a.kind not in ("body", "country") or not a.value or b.kind != "person" or b.roles or b.name[1] - b.name[0] < 2:
        return None
    country, body = (a.value, b.body) if a.kind == "country" else (b.value, a.value)
    return Joined(replace(b, first=a.first, value=country, body=body))


def _in_brackets(p: Pair) -> Joined | None:
    """Read "Joan Banda (Kenya)" as one person with a country."""
    joined = _of_a_country(p) if p.b.kind == "country" and p.bracket_closes() else None
    return joined and replace(joined, mention=replace(joined.mention, last=p.b.last + 1))


def _for_a_party(p: Pair) -> Joined | None:
    """Read "Joan Banda for Kenya, Ana Rojas for Chile and" as people with their countries."""
    classes = p.units.classes
    listed = classes[p.a.first - 1:p.a.first] in (",", "&") and classes[p.b.last:p.b.last + 1] in (",", "&")
    named = p.a.kind == "person" and p.b.kind == "country" and p.units.words[p.a.last].lower() == "for"
    return _of_a_country(p) if listed and named else None


def _named_host(p: Pair) -> Joined | None:
    """Read "his host, Joan Banda" as her."""
    stands_for_one = p.a.kind == "pronoun" and " " in (p.a.value or "") and p.b.kind == "person"
    return Joined(replace(p.b, first=p.a.first)) if stands_for_one else None


def _acting_as(p: Pair) -> Joined | None:
    """Read "Joan Banda, as head of the mission," as her with that post."""
    a, b, units = p.a, p.b, p.units
    acts = a.kind == "person" and b.kind == "role" and units.words[b.first - 1].lower() == "as"
    closed = units.classes[b.last:b.last + 1] == ","
    return Joined(replace(a, last=b.last, roles=(*a.roles, *b.roles))) if acts and closed else None


def _acronym(p: Pair) -> Joined | None:
    """Read "the Green Valley Party (GVP)" as one body."""
    named = p.a.kind in ("body", "role", "person", "group") and p.b.kind == "body" and p.b.last - p.b.first == 1
    closes = p.bracket_closes() and p.b.last + 1 <= p.last
    return Joined(replace(p.a, last=p.b.last + 1), aside=True) if named and closes else None


def _name_after_post(p: Pair) -> Joined | None:
    """Read "the minister, Banda, said" and "the minister, Joan Banda, and ..." alike."""
    a, b = p.a, p.b
    if a.kind != "role" or b.kind != "person":
        return None
    if b.roles:
        posts = load_knowledge().posts
        # "her counterpart, Foreign Minister Banda": a counterpart without a country is told by the name alone
        points = a.roles[0].head in posts.peers and b.name is not None
        stated = a.roles[0].definite or p.units.words[a.first][0].isupper()
        if not points and b.name is not None and stated and (all(r.head in posts.titles for r in b.roles) or _is_rank(a, b)):
            # "the foreign minister, Prince Banda", "the trade negotiator, Ambassador Banda"
            return Joined(replace(b, first=a.first, roles=(*a.roles, *b.roles)), done=True)
        return Joined(replace(b, first=a.first), done=True) if points else None
    known = a.roles[0].definite or a.roles[0].country is not None
    stated = known or p.units.words[a.first][0].isupper() or _is_owned(p.units, a)
    return Joined(replace(b, first=a.first, roles=a.roles), done=True) if stated else None


def _post_after_name(p: Pair) -> Joined | None:
    """Read "Joan Banda, the minister of trade", unless the post belongs to the name after it."""
    a, b, then, classes = p.a, p.b, p.then, p.units.classes
    # "the head of the Office of Fish (OF), met"
    at = b.last + 3 if classes[b.last:b.last + 3:2] == "()" else b.last
    closed = classes[at:at + 1] == "," and (then is None or then.first != at + 1)
    closed = closed or (then is not None and then.kind == "role" and classes[b.last:then.first + 1] in ("&H", "&w", "&k", "&m"))
    if a.kind != "person" or b.kind != "role" or (a.roles and classes[b.first] not in "tu" and not closed):
        return None
    next_named = then is not None and then.kind == "person" and not then.roles and classes[b.last:then.first] == ","
    if next_named and not a.roles and not (p.beyond and p.beyond.kind == "role" and classes[then.last:p.beyond.first] == ","):
        # "Banda, the minister, Rojas" leaves open whose it is, "Banda, the minister, Rojas, the envoy, and" does not
        return None
    if classes[b.first] == "t" and p.ends_front():
        return None
    bracketed = classes[a.last] == "(" and b.last < p.last and classes[b.last] == ")"
    return Joined(replace(a, last=b.last + bracketed, roles=(*a.roles, *b.roles)))


def _body_of_post(p: Pair) -> Joined | None:
    """Read "Gen. Joan Banda, commander, Southern Command," as her with the post in that body."""
    a, b, classes = p.a, p.b, p.units.classes
    bare = a.kind == "person" and a.name and a.roles and a.roles[-1].last == a.last and not a.roles[-1].definite
    if not bare or b.kind != "body" or a.roles[-1].domains or a.roles[-1].country or classes[a.roles[-1].first - 1] != ",":
        return None
    closed = classes[b.last:b.last + 1] in (",", "(")
    return Joined(replace(a, last=b.last, body=b.value or a.body), aside=True) if closed else None


def _further_post(p: Pair) -> Joined | None:
    """Read "Joan Banda, the minister of trade and leader of the party" as one person: one article for two posts."""
    a, b = p.a, p.b
    after_name = a.kind == "person" and a.name is not None and bool(a.roles) and a.roles[-1].first >= a.name[1]
    if not after_name or b.kind != "role" or p.units.classes[b.first] in "tu":
        return None
    return Joined(replace(a, last=b.last, roles=(*a.roles, *b.roles)))


Rule = Callable[[Pair], Joined | None]
RULES: dict[str, tuple[Rule, ...]] = {
    "": (_post_within_post,), "&": (_couple, _two_posts, _two_posts_of_one, _further_post),
    "(": (_second_name, _acronym, _post_after_name, _in_brackets),
    "f": (_for_a_party,),
    "o": (_of_a_country,), "ot": (_of_a_country,), "v": (_sent_by,),
    ",x": (_acting_as,), ",": (_named_host, _name_after_post, _post_after_name, _body_of_post),
    ",-": (_name_after_post, _post_after_name),
    "-": (_name_after_post,), ":": (_name_after_post,),
}
WIDEST = max(map(len, RULES))


def join(units: Units, found: list[Mention], first: int, last: int) -> tuple[list[Mention], list[Mention]]:
    """Return the mentions of a sentence with appositions joined, and those that are part of another."""
    out: list[Mention] = []
    aside: list[Mention] = []
    i, classes = 0, units.classes
    while i < len(found):
        a, b = found[i], found[i + 1] if i + 1 < len(found) else None
        near = b is not None and b.first - a.last <= WIDEST
        rules = RULES.get(classes[a.last:b.first], ()) if near else ()
        joined = _first(rules, Pair(units, a, b, *(found[i + 2:i + 4] + [None, None])[:2], first, last)) if rules else None
        if joined is None or joined.done or joined.beside:
            out.append(joined.mention if joined else a)
            i += 1 + (joined is not None and joined.done)
            continue
        if joined.aside:
            aside.append(b)
        # what they make together can join the next
        found[i + 1] = joined.mention
        i += 1
    return [_with_kin(units, m) for m in out], aside


def _with_kin(units: Units, m: Mention) -> Mention:
    """Read "his wife, Joan Banda" as her."""
    at = m.first - 1
    at -= at >= 0 and units.classes[at] == ","
    owned = m.kind == "person" and at > 0 and units.classes[at - 1] == "u"
    return replace(m, first=at - 1) if owned and units.words[at].lower() in load_knowledge().names.kin else m


@cache
def _fronts() -> frozenset[str]:
    return frozenset(toml("clauses.toml")["subject"]["fronts"])


def _is_rank(a: Mention, b: Mention) -> bool:
    """Say whether "Ambassador" before a name is the rank of who holds the post before it."""
    return a.roles[0].head in load_knowledge().posts.ranked and [r.phrase for r in b.roles] == ["Ambassador"]


def _is_owned(units: Units, a: Mention) -> bool:
    """Say whether a post is somebody's or another one: "Osei's envoy, Banda", "Chad's army chief, Banda"."""
    before = units.classes[max(0, a.first - 2):a.first]
    return before.endswith(("v", "vx")) or units.words[a.first - 1].lower() == "another"


def _first(rules: tuple[Rule, ...], pair: Pair) -> Joined | None:
    return next((joined for rule in rules if (joined := rule(pair)) is not None), None)
