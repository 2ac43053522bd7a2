"""Find what a sentence names: people, posts, bodies, groups, countries, places.

Grammar is patterns over the class string of tokens.py. A post's complement ends where a person's name can begin, which is what
makes "Secretary of the Security Council Nikolay Patrushev" a post and a name. Nothing is decided here about who is who.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from etl.knowledge import Knowledge
from etl.tokens import Units

# A post: modifiers, nationality or body, head, complements.
ROLE = re.compile(
    r"[tu]?(?:T(?=H))?(?:[mMqYwWkKXdcGOAQ#]v?|H+v(?=[mMwWkKH])|N[KOkW]*v|N+K(?=[wWkKXmMvH])v?|(?<=[wWXdck])(?:&|,)(?=[wWXdcmMk]+(?:[&,][wWXdcmMk]+)*H)|-(?=[dwW]))*?H+(?!v[mMwWkKdqY]*H)(?![wWmMkK]*J)")
NOUNS = (r"(?:(?:[dcGOAQKkwWmMXqY]|N(?=[NXWwAG]*[KkOv])|H(?![tv]?[NIT]))v?|(?<=[wWXkKd])&(?=[wWXkKd]+(?![wWXkKdmM]*H))"
         r"|(?<=[wWXkKd]),(?=[wWXkKd]+(?:,[wWXkKd]+)*,?&[wWXkKd]+(?![wWXkKdmM]*H)))+")
COMPLEMENT = re.compile(rf"(o|f|i)(t|u|td)?((?<=[ofitu])(?:x(?=[kKwJ]))?(?:{NOUNS})J?|(?:(?<=o)|(?<=ot))N+(?=[,.;)\"]|$)|J)")
NAME = re.compile(r"(?:T|I(?=T))*((?:[NI]|n(?=[nNIA]))*N(?:[NI]|n(?=[nN])|S|(?<=n)A)*)")
PLAIN_NAME = re.compile(r"(?:n(?=[nN])|I)*N(?:[NI]|n(?=[nN])|S|\"N\"(?=N))*")
BODY = re.compile(r"(?:[NXWMYdcGOAKTH#]v?|&(?=[NXWMYGK])(?<=[XWK]&)|-(?=[XWKcdN])){0,9}(?:[KO]|(?<=[NXWdcGOA])K)(?:(?<=K)#)?"
                  r"(?:[of]t?(?:[NXWMYdcGOAKJ]v?|&(?=[NXWMYKJ]+)(?<=[XWK]&)|,(?=[NXWY]+[,&]))+)?")
GROUP = re.compile(
    r"[tu]?(?:[mMqYwWkKXdcGOA#]v?|N+v|N(?=J)|J(?=J)|x(?=J)|(?<=[wqWYdx])&(?=[dwqcYWGOx]{1,3}[kJ]*J)|x(?=[dwq]J)|-(?=[dwq]))*J"
    r"(?:ot?[cO](?:\(.\))?(?:,t?[cO])+,?&t?[cO]|ot?[cO]&t?[cO](?![wWkKXJH])|(?:o|f)(?:t|u)?(?:[mMqYwWkKXdcGOA#J]v?|N(?=[NXWA]*[KkJv])|x(?=[Jkq]))+|(?:o|f)tN+(?=[,.&])|at?(?:[dcGOAqwW]v?|x(?=k))*[kKcGOA])?")
VERB = re.compile(r"(?:[a-z]+ed|also|then|had|have|held|met|spoke|will|were|are|agree|discuss|meet|spoke|began|took|shook|again|later|signed|exchange)$")
PAIR = frozenset(("two", "pair", "latter", "three", "duo"))
ABROAD = frozenset(("ambassador", "envoy", "attache", "attaché", "consul", "consul general", "representative", "coordinator", "counselor", "counsellor", "special envoy",
                    "special representative", "head of mission", "chief of mission", "chargé d'affaires", "charge d'affaires", "permanent representative", "adviser", "advisor", "special adviser",
                    "special advisor", "delegate", "cultural attache", "military attache", "military attaché", "rapporteur", "mediator", "negotiator", "high representative", "liaison", "commander", "secretary", "assistant secretary",
                    "deputy assistant secretary", "deputy", "national security advisor", "national security adviser", "chief negotiator", "commissioner", "director", "aide", "observer"))


@dataclass(frozen=True, slots=True)
class Role:
    """A post as stated: the phrase, its head, the words that tell it from others, whose it is, whether former."""

    first: int
    last: int
    phrase: str
    head: str
    domains: frozenset[str]
    country: str | None
    former: bool
    definite: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of units that names something.

    `kind` is person, role, body, group, country, place, pronoun, date, citation or outlet. `name` is the unit range of a
    person's bare name; `roles` are the posts stated with it; `value` is a country code, a gazetteer key or an index.
    """

    kind: str
    first: int
    last: int
    name: tuple[int, int] | None = None
    roles: tuple[Role, ...] = ()
    value: str | None = None
    titled: bool = False
    entity: str | None = None
    body: str | None = None


class Spotter:
    """Finds mentions in the units of a block."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def mentions(self, units: Units, first: int, last: int) -> list[Mention]:
        """Return the mentions of one sentence in reading order."""
        self.aside: list[Mention] = []
        found = list(self._scan(units, first, last))
        return self._apposed(units, found, last) + self.aside

    def _nested(self, units: Units, first: int, end: int, role: Role) -> int:
        """Return where a second post begins inside the complement of the first, straight before a name; 0 where none does."""
        at = role.last - 1
        if role.last <= end or units.classes[at] != "H":
            return 0
        while at > end and units.classes[at - 1] in "HwWmMdcOGAK":
            at -= 1
        return at if units.classes[at - 1] in "fot" else 0

    def _scan(self, units: Units, i: int, last: int) -> Iterator[Mention]:
        classes = units.classes
        while i < last:
            cls = classes[i]
            if cls in "DZQ":
                yield Mention({"D": "date", "Z": "citation", "Q": "outlet"}[cls], i, i + 1, value=units.values.get(i))
                i += 1
                continue
            if cls == "h" and i + 1 < last and classes[i + 1] == "o" and " " in units.words[i]:
                # "the guest of the King" is no pronoun
                i += 1
                continue
            if cls == "h":
                yield Mention("pronoun", i, i + 1, value=units.words[i].lower())
                i += 1
                continue
            if cls in "xoabri,.;:()[]\"-&veDs" or cls == "f":
                i += 1
                continue
            mention = self._at(units, i, last)
            if mention is None:
                i += 1
            else:
                yield mention
                i = mention.last

    def _at(self, units: Units, i: int, last: int) -> Mention | None:
        """Read the mention that starts at unit `i`, if any."""
        classes = units.classes
        if classes[i] in "Gc" and i and classes[i - 1] == "i" and classes[i + 1:i + 2] != "v" and units.words[i - 1][0].isupper():
            # "In Paris Finance Minister X" opens with a place
            return Mention("place" if classes[i] == "G" else "country", i, i + 1, value=units.values.get(i))
        m = ROLE.match(classes, i, last)
        if m and m.end() > i:
            role = self._role(units, i, m.end(), last)
            if role is not None:
                name = self._name(units, role.last, last)
                nested = name is not None and self._nested(units, i, m.end(), role)
                if name is not None and nested:
                    # "adviser to Speaker Hossein Daneshvar": the name is the Speaker's
                    self.aside.append(Mention("person", nested, name[2], name[:2], titled=True))
                    return Mention("role", i, name[2], roles=(role,))
                if name is not None:
                    return Mention("person", i, name[2], name[:2], (role,), titled=True)
                return Mention("role", i, role.last, roles=(role,))
        if classes[i] in "tb" and i + 2 < last and units.words[i + 1].lower() in PAIR and (VERB.match(units.words[i + 2].lower()) or units.words[i + 2] == "of"):
            # "the two spoke again"
            of_them = units.words[i + 2] == "of" and i + 3 < last and units.words[i + 3].lower() in ("them", "whom")
            if units.words[i + 2] != "of" or of_them:
                return Mention("pronoun", i, i + (4 if of_them else 2), value="they")
        if classes[i] == "t" and i + 1 < last and units.words[i + 1].lower() in ("former", "latter") and (i + 2 >= last or classes[i + 2] in ".,;:)&v" or VERB.match(units.words[i + 2].lower())):
            return Mention("pronoun", i, i + 2, value=f"the {units.words[i + 1].lower()}")
        if classes[i] in "tqY#" and self._nationals(units, i, last):
            return Mention("group", i, i + 2)
        g = GROUP.match(classes, i, last)
        if g:
            return Mention("group", i, g.end())
        body = self._body(units, i, last)
        if body is not None:
            return body
        name = self._name(units, i, last)
        if name is not None:
            return Mention("person", i, name[2], name[:2], titled=classes[i] == "T")
        cls = classes[i]
        if cls == "c":
            return Mention("country", i, i + 1, value=units.values.get(i))
        if cls == "G":
            return Mention("place", i, i + 1, value=units.values.get(i))
        if cls == "t" and i + 1 < last and classes[i + 1] in "cGO":
            kind = {"c": "country", "G": "place", "O": "body"}[classes[i + 1]]
            return Mention(kind, i, i + 2, value=units.values.get(i + 1))
        at = i + (cls == "t")
        if at + 1 < last and classes[at] == "d" and units.words[at + 1] in ("army", "parliament", "air force", "navy") and (at + 2 >= last or classes[at + 2] not in "HJkK"):
            return Mention("body", i, at + 2)
        if at + 1 < last and classes[at] == "d" and units.words[at + 1] == "capital":
            key = self.knowledge.capital_keys.get(units.values[at])
            return Mention("place", i, at + 2, value=key) if key else None
        return None

    def _nationals(self, units: Units, i: int, last: int) -> bool:
        """Say whether "the American" or "both Americans" stands for people already named."""
        if i + 1 >= last or units.classes[i + 1] != "d":
            return False
        after = units.classes[i + 2] if i + 2 < last else "."
        many = units.words[i].lower() in ("both", "two", "three", "four")
        alone = after in ".,;:)" or (after in "xi" and VERB.match(units.words[i + 2].lower()) is not None) or (many and after in "iobf&")
        return alone and (many or units.words[i].lower() == "the") and units.words[i + 1].endswith("s") == many

    def _role(self, units: Units, first: int, end: int, last: int) -> Role | None:
        """Complete a post from the end of its head; None where the head is no post here."""
        classes, words = units.classes, units.words
        head_at = end - 1
        while head_at > first and classes[head_at - 1] == "H":
            head_at -= 1
        head = " ".join(units.values.get(j, words[j].lower()) for j in range(head_at, end))
        start = first
        while start < head_at and classes[start] == "X" and (start == first) and (start == 0 or classes[start - 1] in '.:"') and classes[start + 1] not in "KXv":
            start += 1
        while True:
            m = COMPLEMENT.match(classes, end, last)
            if not m or m.end() <= end:
                break
            prep = words[end].lower()
            if prep in ("in", "at", "near", "inside", "outside", "to", "towards", "toward") and not any(head.endswith(h) for h in ABROAD) and not (classes[m.end() - 1] in "kK" and prep in ("in", "at")):
                break
            if prep in ("inside", "outside", "near", "towards", "toward"):
                break
            stop = m.end()
            if classes[stop - 1] == "J" and prep != "of":
                break
            # "Zarif, the foreign minister of Iran" stops at the country; "president of Iran Hassan Rouhani" goes on with a name
            end = stop
        phrase_first = start + (classes[start] in "tu")
        former = any(words[j].lower() in self.knowledge.former_words for j in range(phrase_first, head_at))
        country = self.country_in(units, phrase_first, end)
        domains = frozenset(w for j in range(phrase_first, end) if classes[j] not in "dcvtuof&,i" for w in role_words(units.values.get(j) or words[j] if classes[j] in "H" else words[j]))
        head_words = head.split()
        base = head_words[-1] if not head.startswith(("secretary of", "chief of", "minister of", "head of", "member of", "chargé", "charge", "consul", "secretary general", "general secretary", "first secretary", "attorney", "director general", "governor general", "commander")) else head
        base = CANONICAL.get(base, base)
        return Role(phrase_first, end, units.phrase(phrase_first, end), base, domains - role_words(base) - self.knowledge.former_words - IDLE, country, former, classes[start] in "tu")

    def country_in(self, units: Units, first: int, last: int) -> str | None:
        """Return the country that a phrase states first, else that of a body or a place it names."""
        other = None
        for j in range(first, last):
            cls, value = units.classes[j], units.values.get(j)
            if cls in "dc":
                return value
            if cls == "O" and other is None and value:
                other = self.knowledge.bodies[value].country
            elif cls == "G" and other is None and value:
                other = self.knowledge.places[value].country
        return other

    def _name(self, units: Units, i: int, last: int) -> tuple[int, int, int] | None:
        """Read a personal name at `i`: first and last unit of the bare name, and where the mention ends."""
        classes, words = units.classes, units.words
        j = i
        while j < last and classes[j] == "T":
            j += 1
        m = PLAIN_NAME.match(classes, j, last)
        if not m:
            if j > i and j < last and classes[j] in "XWGA" and j == last - 1:
                return None
            return None
        end = m.end()
        while end > j and classes[end - 1] == "I":
            end -= 1
        if end + 1 < last and classes[end] == "," and classes[end + 1] == "S":
            end += 2
        names = [k for k in range(j, end) if classes[k] == "N"]
        if not names:
            return None
        # "Antony Long": an ordinary word can be the family name after a given one
        if len(names) == 1 and words[names[0]] in self.knowledge.given and end < last and classes[end] in "XWMYK" and words[end][0].isupper() and units.ends[end - 1] + 1 == units.starts[end] \
                and (end + 1 >= last or classes[end + 1] not in "XWMYKNGHJoO") and not (i == 0 or classes[i - 1] in '."'):
            end += 1
        return j, end, end

    def _body(self, units: Units, i: int, last: int) -> Mention | None:
        """Read the name of a body at `i`."""
        classes, words = units.classes, units.words
        j = i + (classes[i] in "tu")
        if j >= last or not words[j][0].isupper() and classes[j] not in "O":
            return None
        if classes[j] == "O" and classes[i] != "u" and (j + 1 >= last or classes[j + 1] not in "vKXWN"):
            return Mention("body", i, j + 1, value=units.values[j])
        m = BODY.match(classes, j, last)
        if not m:
            if classes[j] == "A" and len(words[j]) > 2:
                return Mention("body", i, j + 1)
            return None
        end = m.end()
        if end < last and classes[end] in "XW" and words[end][0].isupper() and classes[end - 1] == "K" and "O" not in classes[j:end]:
            # "the Air Services Agreement" is no body
            return None
        if classes[j] == "O" and classes[j + 1] == "v":
            inner = BODY.match(classes, j + 2, last)
            if not inner:
                return Mention("body", i, j + 1, value=units.values[j])
        if end - j == 1 and classes[j] == "K":
            return Mention("body", i, end) if classes[i] in "tu" else None
        if end - j == 1 and classes[j] == "O":
            return Mention("body", i, end, value=units.values[j])
        return Mention("body", i, end)

    def _apposed(self, units: Units, found: list[Mention], last: int) -> list[Mention]:
        """Join a post and a name that stand beside each other with a comma or in brackets."""
        classes = units.classes
        out: list[Mention] = []
        i = 0
        while i < len(found):
            a = found[i]
            b = found[i + 1] if i + 1 < len(found) else None
            c = found[i + 2] if i + 2 < len(found) else None
            gap = classes[a.last:b.first] if b else ""
            if b and gap == "" and a.roles and b.kind == "person" and b.roles and classes[a.last - 1] in "OKGdcwWkA":
                # "Ali Rostamkia, adviser to Majlis Speaker Hossein Daneshvar": the second name is part of the post
                self.aside.append(b)
                found[i + 1] = replace(a, last=b.last)
                i += 1
                continue
            if b and gap == "&" and a.kind == "role" and b.kind == "person" and b.roles and b.name and b.name[0] > b.first and not units.classes[b.first] in "tu" and units.words[a.roles[0].last - 1][0].isupper() and a.roles[0].phrase != b.roles[0].phrase:
                # "Crown Prince and Prime Minister Mohammed bin Salman"
                found[i + 1] = replace(b, first=a.first, roles=(*a.roles, *b.roles))
                i += 1
                continue
            if b and a.kind == b.kind == "person" and gap == "(" and classes[b.last:b.last + 1] == ")" and not b.roles and a.name and b.name:
                # "Mahmoud Abbas (Abu Mazen)"
                self.aside.append(b)
                found[i + 1] = replace(a, last=b.last + 1)
                i += 1
                continue
            if b and a.kind == "person" and gap in ("o", "ot") and (b.kind in ("country", "body") or (b.kind == "place" and not a.roles)):
                # "Hulusi Akar of Turkey"
                country = b.value if b.kind == "country" else None
                body = b.value if b.kind == "body" else a.body
                roles = tuple(replace(r, country=r.country or country) for r in a.roles)
                found[i + 1] = replace(a, last=b.last, roles=roles, value=country, body=body)
                i += 1
                continue
            if b and a.kind in ("body", "role", "person", "group") and b.kind == "body" and gap == "(" and b.last - b.first == 1 and classes[b.last:b.last + 1] == ")" and b.last + 1 <= last:
                # "the Turkish Petroleum Corporation (TPAO) and ..."
                self.aside.append(b)
                found[i + 1] = replace(a, last=b.last + 1)
                i += 1
                continue
            if b and gap in (",", ",-", "-", ":") and a.kind == "role" and b.kind == "person" and not b.roles and a.roles[0].definite | (a.roles[0].country is not None) | units.words[a.first][0].isupper():
                # "the minister, Zarif, said" and "the minister, Ali Zarif, and ..." alike
                out.append(replace(b, first=a.first, roles=a.roles))
                i += 2
                continue
            if b and a.kind == "person" and b.kind == "role" and gap in (",", "(", ",-"):
                next_gap = classes[b.last:c.first] if c else ""
                named_next = c is not None and c.kind == "person" and not c.roles and next_gap in (",",) and b.last + 1 == c.first and not a.roles
                closes = b.last >= last or classes[b.last] in ",.;:)&-rZ" or True
                if not named_next and closes and (not a.roles or classes[b.first] in "tu"):
                    merged = replace(a, last=b.last + (gap == "(" and b.last < last and classes[b.last] == ")"), roles=(*a.roles, *b.roles))
                    found[i + 1] = merged
                    i += 1
                    continue
            out.append(a)
            i += 1
        return out


CANONICAL = {"advisor": "adviser", "attaché": "attache", "spokeswoman": "spokesman", "spokesperson": "spokesman", "chairwoman": "chairman", "chairperson": "chairman", "chair": "chairman",
             "premier": "minister", "counsellor": "counselor", "co-chairman": "chairman", "co-chair": "chairman"}
SYNONYMS = {"defence": "defense", "labour": "labor", "advisor": "adviser", "attaché": "attache", "organisation": "organization", "centre": "center", "premier": "prime", "revolutionary": "revolution"}
IDLE = frozenset(("affairs", "affair", "the", "of", "for", "to", "and", "new", "current", "incoming", "outgoing", "acting", "minister", "secretary", "president", "senior", "then", "incumbent", "office",
                  "newly", "appointed", "elected", "late", "newly-appointed", "newly-elected", "'s", "on", "visiting", "own"))


def role_words(text: str) -> frozenset[str]:
    """Return the words of a phrase in one spelling."""
    return frozenset(SYNONYMS.get(w, w) for w in re.findall(r"[\w'-]+", text.lower()))
