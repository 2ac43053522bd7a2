"""Decide words that can be two things by their neighbours: a place or a name, a post or a verb, a title or a name.

A table of small rules; each belongs to the classes it may change, and the first that answers decides. The rules see the classes
decided to the left and the first guess to the right. Nothing here looks further than two units.
"""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from etl.knowledge import Knowledge

PEOPLES = frozenset(("People", "Women", "Men", "Businessmen", "Businesswomen", "Fishermen", "Children"))
"""Plurals without an s, which own bodies as "Workers'" does."""


ALONE = "x.,;:)ifab&vD"
"""Classes that follow a word that stands alone."""
CLOSING = ",.;)(Z&"
"""Classes that follow an apposition."""


@dataclass(slots=True)
class Doubt:
    """One word with its neighbours while it is decided."""

    knowledge: Knowledge
    families: frozenset[str]
    words: list[str]
    classes: list[str]
    values: dict[int, str]
    at: int = 0
    word: str = ""
    cls: str = ""
    before: str = "."
    after: str = "."

    def word_at(self, offset: int) -> str:
        """Return the word so many units away, empty where there is none."""
        at = self.at + offset
        return self.words[at] if 0 <= at < len(self.words) else ""

    def after_given(self) -> bool:
        """Say whether a given name stands before."""
        return self.before == "N" and self.word_at(-1) in self.knowledge.given

    def ends_name(self) -> bool:
        """Say whether the word stands alone after two words of a name."""
        return self.before == "N" and self.at > 1 and self.classes[self.at - 2] == "N" and self.after in ALONE

    def apposed_to_post(self, back: int = 0) -> bool:
        """Say whether a post and a comma stand before, or before the units so many back: "the Minister of Defense, Amir Kern"."""
        at = self.at - back - 2
        if at < 0 or self.classes[at + 1] != ",":
            return False
        while at > 0 and self.classes[at] in "wWXMmKkodtcqOv&":
            at -= 1
        return self.classes[at] == "H"

    def closes_apposed_name(self) -> bool:
        """Say whether the word closes what begins as a name after a post and a comma: "the head of the mission, El-Kern Wane,"."""
        if self.before != "N" or self.after not in CLOSING or not self.word.istitle():
            return False
        back = 1
        while self.at - back > 0 and self.classes[self.at - back - 1] == "N":
            back += 1
        return self.apposed_to_post(back)

    def ends_name_of_holder(self) -> bool:
        """Say whether the word stands alone after a post or a title and one word of a name: "Senator Amaya Salta"."""
        return self.before == "N" and self.at > 1 and self.classes[self.at - 2] in "HT" and self.after in ALONE


def _after_particle(d: Doubt) -> str | None:
    """Name: "van Holland", "Dos Santos"."""
    inside = d.before == "N" and d.at > 1 and d.classes[d.at - 2] == "N"
    raised = inside and d.word_at(-1).lower() in d.knowledge.names.particles
    return "N" if (d.before == "n" or raised) and d.word[0].isupper() else None


def _capital_particle(d: Doubt) -> str | None:
    """Name: "De Klerk", "Nasser Bin Omar"."""
    short = len(d.word) == 2 or (len(d.word) == 3 and d.before == "N")
    return "N" if short and d.after == "N" and d.word.lower() in d.knowledge.names.particles else None


def _family_of_document(d: Doubt) -> str | None:
    """Name: an ordinary word that ends a full name elsewhere in the document."""
    return "N" if d.word in d.families and d.word[0].isupper() and d.after not in "XWKNo" else None


def _place_family_of_document(d: Doubt) -> str | None:
    """Name: a place that ends a full name elsewhere in the document, unless someone goes there."""
    if d.word not in d.families or d.before in "ia":
        return None
    return None if d.word_at(-1).lower() in d.knowledge.names.towards_place else "N"


def _place_beside_name(d: Doubt) -> str | None:
    """Name: a place after an initial, a given name or a title, one that closes a name, or one that can be a name before a name."""
    if " " in d.word:
        return None
    if d.cls == "G" and d.closes_apposed_name():
        return "N"
    k = d.knowledge
    place = k.places.get(d.values.get(d.at, "")) if d.cls == "G" else None
    could_be = (place.ambiguous if place else False) or d.word in k.given or d.word in k.surnames
    regnal = d.word_at(-1).lower() in k.posts.regnal
    crowned = d.before == "H" and could_be and (regnal or (d.word_at(-1)[:1].isupper() and d.after in ALONE))
    named = d.before in "IT" or d.after_given() or crowned or (d.cls in "Gd" and d.ends_name_of_holder())
    if named and (could_be or d.at < 2 or d.classes[d.at - 2] not in "NI"):
        return "N"
    if d.cls in "Gd" and d.ends_name():
        return "N"
    return "N" if could_be and d.after in "NI" and d.before not in "ifo" else d.cls


def _between_names(d: Doubt) -> str | None:
    """Name: an ordinary word between a given and a family name."""
    if d.after not in "Nn" or not d.after_given():
        return None
    following = d.word_at(1)
    family = d.after == "n" or following[:3].lower() in ("al-", "el-") or following not in d.knowledge.given
    return "N" if family else None


def _after_title(d: Doubt) -> str | None:
    """Name: an ordinary word between a title and a name: "Dr Unity Kern"."""
    return "N" if d.before == "T" and d.after == "N" and d.word.istitle() else None


def _given_name(d: Doubt) -> str | None:
    """Name: a body or an outlet that is a given name too, beside a name; or has an article after one: "Omar Al-Kern"."""
    if d.before == "N" and d.word[:3].lower() in ("al-", "el-"):
        return "N"
    return "N" if " " not in d.word and d.word in d.knowledge.given and (d.after in "NIn" or d.before == "N") else None


def _plain_name(d: Doubt) -> str | None:
    """Name: an ordinary word that can be one, before a name: "Foreign Minister Win Aye", "and No Tae Gil"."""
    if d.word not in d.knowledge.names.plain:
        return None
    if d.after != "N":
        return "N" if d.cls == "X" and (d.ends_name_of_holder() or d.ends_name()) else None
    if d.cls == "t":
        # "An Myong Hun", but "An Najaf"
        inside = d.before in ",&x" and d.classes[d.at + 2:d.at + 3] == ["N"]
    elif d.cls == "K":
        inside = d.after_given()
    else:
        opens = d.before in ".b" and d.word not in d.knowledge.names.opening
        inside = opens or d.before in (",&x" if d.cls in "fh" else ",&xN")
    return "N" if inside or d.before in "HT" else None


def _after_post(d: Doubt) -> str | None:
    """Name: an ordinary word between a post and a name, unless it is a verb of a headline: "President Young Tane"."""
    named = d.before == "H" and d.after == "N" and d.word.istitle() and d.word_at(-1)[:1].isupper()
    verbs, word = d.knowledge.verbs, d.word.lower()
    verb = word.endswith(("s", "ed")) or word in verbs.speech or word in verbs.finite
    return "N" if named and not verb else None


def _before_article_of_name(d: Doubt) -> str | None:
    """Name: an ordinary word between a post and a name with an article: "the speaker, Jihad al-Kern"."""
    named = d.after == "N" and d.word_at(1)[:3].lower() in ("al-", "el-") and d.word.istitle()
    return "N" if named and (d.before in "HT" or d.apposed_to_post()) else None


def _before_full_name(d: Doubt) -> str | None:
    """Name: an ordinary word that is capitalised inside a sentence, before two words of a name: "with Hero Lind Ahmed".

    One that begins no name stays a word: "Director for Africa Amanda Lind".
    """
    if d.word in d.knowledge.proper.single:
        return None
    inside = d.before in "&,xbfehHv" and d.after == "N" and d.classes[d.at + 2:d.at + 3] == ["N"]
    if d.before == "f" and d.at > 1 and d.classes[d.at - 2] == "H":
        # "Minister for Europe Jan Kern"
        return None
    return "N" if inside and d.word.istitle() and not d.word.lower().endswith(d.knowledge.names.endings) else None


def _place_before_family(d: Doubt) -> str | None:
    """Name: a town that is a given name, too, for all one can tell: "did see Princeton Kern, the envoy"."""
    apart = d.before in "&x," and d.word_at(-1).lower() not in d.knowledge.names.before_place
    closes = d.classes[d.at + 2:d.at + 3] == [","]
    return "N" if apart and closes and d.after == "N" and " " not in d.word and d.word.istitle() else None


def _title_as_post(d: Doubt) -> str | None:
    """Post: "the Pope received", "the Senator's aide"."""
    known = d.knowledge.common.single.get(d.word.lower())
    return "H" if d.before in "tu" and d.after in ALONE and known is not None and known.cls == "H" else None


def _title_as_domain(d: Doubt) -> str | None:
    """Qualifier: "the Minister of Justice", "the Justice Party", not "the office of Justice Kern"."""
    if d.word != "Justice":
        return None
    listed = d.after == "&" and d.classes[d.at + 2:d.at + 3] in (["X"], ["W"])
    return "W" if d.after == "K" or listed or (d.before in "of" and d.at > 1 and d.classes[d.at - 2] == "H") else None


def _title_as_name(d: Doubt) -> str | None:
    """Name: "Gen" and "Bey" after a name and without a full stop; any title that stands alone after two words of one."""
    if d.ends_name() and d.word_at(1) != ".":
        return "N"
    return "N" if d.before == "N" and d.word in d.knowledge.names.short_titles and d.word_at(1) != "." else None


def _given_before_family(d: Doubt) -> str | None:
    """Name: "Christian Brandt"."""
    return "N" if d.word in d.knowledge.given and d.after == "N" and d.before not in "Nt" and d.word.istitle() else None


def _capitals_as_name(d: Doubt) -> str | None:
    """Name: a family name in capitals, after a given name or a title, or a known one after a post."""
    if len(d.word) <= 3:
        return None
    name, k = d.word.title(), d.knowledge
    known = d.before == "H" and (name in k.surnames or name in k.given)
    return "N" if known or d.before == "T" or d.after_given() else None


def _pair_of_a_body(d: Doubt) -> str | None:
    """Capitalised qualifier: "the Kenya-Chile Chamber of Commerce"."""
    pair = "-" in d.word and all(part[:1].isupper() for part in d.word.split("-"))
    return "Y" if pair and d.after in "KM" else None


def _closes_name(d: Doubt) -> str | None:
    """Name: an ordinary word that closes a name after a post and a comma."""
    return "N" if d.closes_apposed_name() else None


def _family_after_given(d: Doubt) -> str | None:
    """Name: an ordinary word that is a family name, after a given name that begins the name."""
    begins = d.after_given() and (d.at < 2 or d.classes[d.at - 2] != "N")
    return "N" if begins and d.after in '.,&vx"(' and d.word in d.knowledge.surnames else None


def _post_as_name(d: Doubt) -> str | None:
    """Name: "Martin Bishop Ortega", "bin Sultan Al Nasser", "Sultan Al Nasser"."""
    k = d.knowledge
    following = d.word_at(1).lower()
    apposed = d.apposed_to_post()
    post = d.word_at(-2 if apposed else -1).lower()
    held = d.after == "N" and (d.before in "HT" or apposed) and not post.endswith(k.names.royal)
    if d.word in k.given and (held or (d.before == "n" and d.after in ALONE)):
        return "N"
    if d.word in k.given and d.after in "Nn" and (d.before == "n" or following in k.names.particles or following[:3] == "al-"):
        return "N"
    if d.word in k.names.short_titles and d.after_given() and d.after in ALONE and (d.at < 2 or d.classes[d.at - 2] != "N"):
        return "N"
    between = d.before == "N" and d.after == "N" and d.word[0].isupper()
    return "N" if between and (d.word in k.given or d.word in k.surnames) else None


def _people_of_a_body(d: Doubt) -> str | None:
    """Ordinary word: "the Uganda People's Army", "the National Opposition Union"."""
    if not d.word[0].isupper():
        return None
    owns = d.after == "v" and (d.word_at(1) == "'" or d.word in PEOPLES) and d.word_at(2)[:1].isupper()
    return "X" if owns or (d.after == "K" and d.before not in ".t") else None


def _group_as_domain(d: Doubt) -> str | None:
    """Qualifier: "Minister of Culture and Youth"."""
    inside = d.word[0].isupper() and d.before in "fo&,W" and d.word.lower() in d.knowledge.posts.fields
    return "W" if inside else None


def _group_as_verb(d: Doubt) -> str | None:
    """Verb: "Banda heads the party", "Banda heads for Lusaka"."""
    verb = d.word.rstrip("s") in d.knowledge.verbs.posts and d.word.islower()
    return "x" if verb and d.after in "tf" and d.before in "NSrhKO" else None


def _post_as_verb(d: Doubt) -> str | None:
    """Verb: "will host"."""
    verbs = d.knowledge.verbs
    return "x" if d.word in verbs.posts and d.word_at(-1).lower() in verbs.before_verb else None


def _official_as_adjective(d: Doubt) -> str | None:
    """Qualifier: "official visit", "an Official Visit", not "the US official met"."""
    verbs, capital = d.knowledge.verbs, d.word == "Official" and d.before in "tu" and d.after == "X"
    acts = d.before in "dcqmwOAK" and (d.word_at(1) in verbs.speech or d.word_at(1) in verbs.finite)
    return "q" if capital or (d.word.lower() == "official" and d.after in "xwJq" and not acts) else None


def _service_of_officer(d: Doubt) -> str | None:
    """Part of the rank after it: "Army Gen. Jan Kern", "Marine Corps Lt. Gen. Jan Kern"."""
    if d.word not in d.knowledge.names.services:
        return None
    corps = d.after == "K" and d.word_at(1) in d.knowledge.names.services and d.classes[d.at + 2:d.at + 3] == ["T"]
    return "T" if d.after == "T" or corps else None


def _office_as_post(d: Doubt) -> str | None:
    """Post: "U.S. Trade Representative Jan Kern"; elsewhere that is the name of his office."""
    if d.after not in "NIT" or not d.word.endswith("Representative"):
        return None
    d.values.pop(d.at, None)
    return "H"


def _numeral(d: Doubt) -> str | None:
    """Suffix: "Paul V"."""
    ends = d.before == "N" and d.after != "N" and d.word in d.knowledge.names.suffixes
    return "S" if ends and d.word != "I" else None


def _article_as_initial(d: Doubt) -> str | None:
    """Initial: "A. B. Kern", "Dean A. Reed", "Anna A. (Annie) Reed"."""
    follows = d.word_at(2)
    goes_on = follows[:1].isupper() or (follows == "(" and d.before in "NI")
    return "I" if d.word == "A" and d.word_at(1) == "." and goes_on else None


def _her_as_object(d: Doubt) -> str | None:
    """Pronoun: "received her in Oslo", "with her."."""
    return "h" if d.word.lower() == "her" and d.after in ".,;:)ifab&rD" else None


def _first_person(d: Doubt) -> str | None:
    """Pronoun: "I", unless it is an initial or a numeral."""
    if d.word != "I" or (d.before == "N" and d.after == "N"):
        return None
    return "S" if d.before == "N" else "h"


def _first_of_the_name(d: Doubt) -> str | None:
    """Suffix: "Catholicos Aram I", after a title that goes with a given name."""
    posts, crowned = d.knowledge.posts, d.before == "N" and d.word == "I" and d.word_at(-2).lower()
    return "S" if crowned and (crowned in posts.regnal or crowned in posts.regnal_titles) else None


def _stop_of_abbreviation(d: Doubt) -> str | None:
    """Part of the initial, the title or the "Jr" that it follows."""
    shortened = d.before in "IT" or (d.before == "S" and d.word_at(-1) + "." in d.knowledge.names.suffixes)
    return d.before if d.word == "." and shortened else None


Rule = Callable[[Doubt], str | None]
RULES: tuple[tuple[str, Rule], ...] = (
    ("Gc", _after_particle), ("XWMYKHJ", _family_of_document), ("Gcd", _place_family_of_document),
    ("G", _place_before_family), ("Gcd", _place_beside_name),
    ("XYMWd", _between_names), ("OQ", _given_name), ("KOX", _service_of_officer), ("O", _office_as_post),
    ("T", _title_as_name), ("T", _title_as_domain), ("T", _title_as_post),
    ("A", _capitals_as_name), ("X", _family_after_given), ("X", _closes_name), ("X", _given_before_family), ("X", _after_title),
    ("XKtfh", _plain_name), ("XY", _after_post), ("X", _before_article_of_name), ("X", _before_full_name),
    ("H", _post_as_name), ("H", _post_as_verb), ("H", _official_as_adjective), ("I", _numeral), ("I", _first_person),
    ("h", _first_of_the_name),
    ("t", _article_as_initial), ("u", _her_as_object),
    (".", _stop_of_abbreviation), ("q", _pair_of_a_body),
    ("J", _people_of_a_body), ("J", _group_as_domain), ("J", _group_as_verb), ("X", _capital_particle),
)
BY_CLASS: dict[str, tuple[Rule, ...]] = {
    cls: tuple(rule for classes, rule in RULES if cls in classes) for cls in "GcdXYWMKHJOQTAIfhqtu."}


class Settler:
    """Applies the rules to the units of a block."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def settle(self, words: list[str], classes: list[str], values: dict[int, str], families: frozenset[str]) -> None:
        """Decide the classes in place.

        Args:
            words: the words of the block.
            classes: the first guess at their classes, changed here.
            values: what the words stand for, by position.
            families: family names of the document that are also places or ordinary words.
        """
        doubt, end = Doubt(self.knowledge, families, words, classes, values), len(classes) - 1
        for i, cls in enumerate(classes):
            rules = BY_CLASS.get(cls)
            if rules is None:
                continue
            doubt.at, doubt.word, doubt.cls = i, words[i], cls
            doubt.before = classes[i - 1] if i else "."
            doubt.after = classes[i + 1] if i < end else "."
            for rule in rules:
                decided = rule(doubt)
                if decided is not None:
                    classes[i] = decided
                    break
