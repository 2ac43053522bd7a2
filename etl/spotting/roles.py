"""Read a post: its head, what it is of, whose it is; and say when two statements can mean one post.

A post's complement ends where a person's name can begin, which is what makes "Secretary of the Security Council Oleg Martynov"
a post and a name. Who holds it is not asked here.
"""
from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from etl.knowledge import Knowledge, load_knowledge, toml
from etl.spotting.mentions import Role
from etl.spotting.units import Units

# Modifiers, nationality or body, then the head.
POST = re.compile(
    r"[tu]?(?:TT?(?=H))?(?:[mMqYwWkKXdcGOAQ#]v?|H(?=[wWkK]{1,3}H)|H+v(?=[mMwWkKH])|N[KOkW]*v|N+K(?=[wWkKXmMvH])v?"
    r"|[xJ]v(?=[mw]*H)"
    r"|(?:(?<=[wWXdk])|(?<=c)(?=[&,]c))(?:&|,)(?=[wWXdcmMk]+(?:[&,][wWXdcmMk]+)*H)|-(?=[dwW]))*?H+"
    r"(?!v[mMwWkKdqY]*H)(?![wWkK]{1,3}H)(?![wWmMkK]*J)")
NOUNS = (r"(?:(?:[dcGOAQKkwWmMXqY]|T(?=[XWMY]+[KO])|N(?=[NXWwAG]*[KkOv])|H(?![tv]?[NIT]))v?"
         r"|(?<=[wWXkKd])&(?=[wWXkKd]+(?![wWXkKdmM]*H))"
         r"|(?<=[wWXkKd]),(?=[wWXkKd]+(?:,[wWXkKd]+)*,?&[wWXkKd]+(?![wWXkKdmM]*H)))+")
COMPLEMENT = re.compile(
    rf"(?:ft?ct?&t?c(?=[,NT]))|(o|f|i)(t|u|td)?((?<=[ofitu])(?:x(?=[kKwJ]))?(?:{NOUNS})J?"
    rf"|(?:(?<=o)|(?<=ot))N+(?=[,.;)\"]|$)|J)")
# "his counterpart from Chile", "from the North"
FROM = re.compile(r"at?[cGWX](?=[,.;)]|[NT])")
SHORTENED = re.compile(" of| general")
TOWARDS = frozenset(("in", "at", "near", "inside", "outside", "to", "towards", "toward"))
APART = frozenset(("inside", "outside", "near", "towards", "toward"))


def read_post(units: Units, first: int, end: int, last: int, knowledge: Knowledge) -> Role:
    """Complete a post from the end of its head.

    Args:
        units: the units of the block.
        first: where the post begins.
        end: where its head ends.
        last: where the sentence ends.
    """
    classes, words = units.classes, units.words
    head_at = end - 1
    while head_at > first and classes[head_at - 1] == "H":
        head_at -= 1
    head = " ".join([units.values.get(j, words[j]).lower() for j in range(head_at, end)])
    start = first
    opens = start == 0 or classes[start - 1] in '.:"'
    if opens and start < head_at and classes[start] == "X" and classes[start + 1] not in "KXv":
        # an ordinary word is capitalised at the beginning of a sentence
        start += 1
    end = _complemented(units, head, end, last, knowledge)
    definite = classes[start] in "tu"
    start += definite
    former = any(words[j].lower() in knowledge.posts.former for j in range(start, head_at))
    base = head if head.startswith(knowledge.posts.whole) else head.split()[-1]
    base = knowledge.posts.canonical.get(base, base)
    domains = _telling(units, start, end) - role_words(base) - knowledge.posts.former - knowledge.posts.idle
    return Role(start, end, units.phrase(start, end), base, domains, country_in(units, start, end, knowledge), former, definite)


def _complemented(units: Units, head: str, end: int, last: int, knowledge: Knowledge) -> int:
    """Return where the complements of a head end: "of defense", "to Iraq", "for political affairs"."""
    classes = units.classes
    if head in knowledge.posts.peers and (m := FROM.match(classes, end, last)):
        end = m.end()
    while m := COMPLEMENT.match(classes, end, last):
        prep, closing = units.words[end].lower(), classes[m.end() - 1]
        if prep in APART or (closing == "J" and prep != "of"):
            break
        if closing == "d" and m.end() < last and units.words[m.end()] == "capital":
            # "the envoy of the king in the Peruvian capital"
            break
        if prep == "in" and units.words[end - 1] in knowledge.posts.missions:
            end = m.end()
            continue
        if prep in TOWARDS and not head.endswith(knowledge.posts.abroad) and not (closing in "kK" and prep in ("in", "at")):
            break
        end = m.end()
    return end


def _telling(units: Units, first: int, end: int) -> frozenset[str]:
    """Return the words of a post that are no grammar and no country."""
    classes, words, out = units.classes, units.words, []
    for j in range(first, end):
        if classes[j] not in "dcvtuof&,i":
            out.append(role_words((units.values.get(j) or words[j]) if classes[j] == "H" else words[j]))
    return frozenset().union(*out)


def country_in(units: Units, first: int, last: int, knowledge: Knowledge) -> str | None:
    """Return the country that a phrase states first, else that of a body or a place it names."""
    other = None
    for j in range(first, last):
        cls = units.classes[j]
        if cls in "dc":
            return units.values.get(j)
        if cls in "OG" and other is None and units.values.get(j):
            value = units.values[j]
            other = (knowledge.bodies if cls == "O" else knowledge.places)[value].country
    return other


def same_office(post: Role, knowledge: Knowledge) -> list[Role]:
    """Return a post by the names that its office has in other states, the commonest first."""
    own, elsewhere = " ".join((*sorted(post.domains), post.head)), toml("roles.toml")["elsewhere"]
    common = elsewhere.get(own, own)
    names = dict.fromkeys((common, own, *(name for name in elsewhere if elsewhere[name] == common)))
    return [_named(post, name, knowledge) for name in names]


def _named(post: Role, name: str, knowledge: Knowledge) -> Role:
    head = name if name.startswith(knowledge.posts.whole) else name.split()[-1]
    return replace(post, phrase=name, head=head, domains=frozenset(name.removesuffix(head).split()))


@lru_cache(maxsize=16_384)
def role_words(text: str) -> frozenset[str]:
    """Return the words of a phrase in one spelling."""
    synonyms = load_knowledge().posts.synonyms
    return frozenset(synonyms.get(w, w) for w in re.findall(r"[\w'-]+", text.lower()))


def short_heads(head: str) -> set[str]:
    """Return what a post can be called for short, itself included: all that head_fits allows."""
    return {head, *(head[:m.start()] for m in SHORTENED.finditer(head))}


def head_fits(known: str, said: str) -> bool:
    """Say whether a bare "the Secretary" can mean a post such as Secretary of State."""
    return known == said or known.startswith((said + " of", said + " general"))


def fits_role(a: Role, b: Role) -> bool:
    """Say whether two stated posts can be one."""
    one_country = not (a.country and b.country and a.country != b.country)
    return a.head == b.head and one_country and (a.domains <= b.domains or b.domains <= a.domains)
