"""How newspapers write a name: each outlet has its own transcription and its habits, and mistypes now and then."""
from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import dataclass

from .cultures import FullName

ARABIC = {
    "ay": ("ai", "ay", "ei", "ey"), "aw": ("aw", "ow", "au"), "ū": ("u", "ou", "oo"), "ī": ("i", "ee", "i"), "ā": ("a", "a",
    "a", "a", "a", "aa"),
    "u": ("u", "o"), "q": ("q", "k", "q", "gh"), "ḍ": ("d", "z"), "ẓ": ("z", "dh"), "j": ("j", "j", "dj"), "kh": ("kh", "kh",
    "h"),
    "ʿ": ("", "'", ""), "v": ("v", "w"), "eh": ("eh", "e", "a"),
}
RUSSIAN = {
    "ij": ("y", "i", "iy", "ii"), "ej": ("ey", "ei"), "aj": ("ay", "ai"), "j": ("y", "i", "j"), "č": ("ch", "tch"),
    "š": ("sh", "sch"),
    "h": ("kh", "h"), "ë": ("yo", "e", "io"), "'": ("", "", "'"), "v": ("v", "v", "w"), "ks": ("ks", "x"), "c": ("ts", "c"),
}
TURKISH = {"ş": ("s", "sh"), "ç": ("c", "ch"), "ğ": ("g", "gh"), "ı": ("i", "i"), "ö": ("o", "oe"), "ü": ("u", "ue")}
NORDIC = {"ø": ("o", "oe"), "ö": ("o", "oe"), "ü": ("u", "ue"), "ä": ("a", "ae"), "å": ("a", "aa"), "æ": ("ae", "ae")}
TABLES = {"arabic": ARABIC, "persian": ARABIC, "russian": RUSSIAN, "turkish": TURKISH, "nordic": NORDIC,
          "indian": {"au": ("au", "ou"), "ee": ("ee", "i"), "v": ("v", "w")}}
MOHAMMADS = ("Mohammad", "Muhammad", "Mohammed", "Mohamed", "Mohamad")
SHORT = {"William": "Bill", "Robert": "Bob", "James": "Jim", "Michael": "Mike", "Thomas": "Tom", "Anthony": "Tony",
    "Edward": "Ted",
         "Joseph": "Joe", "Daniel": "Dan", "Stephen": "Steve"}
EASTERN = ("chinese", "korean", "magyar")


@dataclass(frozen=True, slots=True)
class Style:
    """The habits of one outlet; `choice` says which of the spellings of a letter it takes."""

    choice: int
    keeps_marks: bool
    eastern_order: bool
    hyphens: str
    middle: float
    article: str
    short: float
    mohammad: str


def style(chance: random.Random) -> Style:
    """Return the habits of some outlet."""
    return Style(chance.randrange(12), chance.random() < 0.25, chance.random() < 0.8, chance.choice(("-", " ", "")),
                 chance.choice((0.2, 0.5, 0.9)), chance.choice(("al-", "Al ", "al-", "el-", "Al-")), chance.choice((0.0, 0.1,
                 0.6)),
                 chance.choice(MOHAMMADS))


def bare(text: str) -> str:
    """Return letters without their marks."""
    plain = text.translate(str.maketrans("ıøØðłæʿʾ", "ioOdla''"))
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


def transcribed(word: str, culture: str, own: Style, chance: random.Random) -> str:
    """Return one word as an outlet writes it."""
    if culture in ("arabic", "persian", "indian") and word in ("Muḥammad", "Mohammad"):
        return own.mohammad if chance.random() < 0.9 else chance.choice(MOHAMMADS)
    if own.keeps_marks and culture in ("turkish", "nordic", "spanish", "magyar", "african", "western"):
        return word
    table = TABLES.get(culture, {})

    def way(found: re.Match[str]) -> str:
        ways = table.get(found[0].lower(), (found[0].lower(),))
        taken = ways[(own.choice if chance.random() < 0.92 else chance.randrange(12)) % len(ways)]
        return taken.capitalize() if found[0][0].isupper() else taken

    if table:
        word = re.sub("|".join(sorted(table, key=len, reverse=True)), way, word, flags=re.IGNORECASE)
    if culture == "russian" and word.startswith("E") and own.choice % 2:
        word = "Ye" + word[1:]
    word = bare(word)
    return word[:1].upper() + word[1:]


def mistyped(name: str, chance: random.Random) -> str:
    """Return a name with a letter too many, one too few, a wrong one, or two swapped."""
    at = chance.randrange(1, len(name) - 1)
    kind = chance.randrange(4)
    if not (name[at].isalpha() and name[at + 1].isalpha()):
        return name
    letter = chance.choice("aeilnorst")
    return name[:at] + (name[at] * 2 + name[at + 1:], name[at + 1:], letter + name[at + 1:],
                        name[at + 1] + name[at] + name[at + 2:])[kind]


def _eastern(name: FullName, own: Style) -> tuple[str, str]:
    """Return the given name of two syllables as an outlet joins them, and the family name."""
    given = name.given[0].replace("-", own.hyphens)
    given = " ".join(w.capitalize() for w in given.split(" "))
    return given, bare(name.family[0]).capitalize()


def parts(name: FullName, own: Style, chance: random.Random) -> tuple[list[str], list[str], list[str]]:
    """Return the given, middle and family names as an outlet writes them."""
    if name.culture in ("chinese", "korean"):
        given, family = _eastern(name, own)
        return [given], [], [family]

    def write(words: tuple[str, ...]) -> list[str]:
        out = []
        for word in words:
            if word.startswith("ʿAbd_"):
                rest = word.partition("_")[2].removeprefix("al-")
                rest = transcribed(rest, name.culture, own, chance)
                kinds = (f"Abdul {rest}", f"Abdel {rest}", f"Abd al-{rest}", f"Abdul{rest.lower()}")
                out.append("Abdullah" if rest.lower().startswith("all") else kinds[own.choice % 4])
            elif word.startswith("al-"):
                rest = transcribed(word[3:], name.culture, own, chance)
                out.append(rest if chance.random() < 0.15 else own.article + rest)
            elif word == "bin":
                out.append(("bin", "ibn", "Bin")[own.choice % 3])
            else:
                out.append(transcribed(word, name.culture, own, chance))
        return out

    given = write(name.given)
    if name.culture == "western" and given[0] in SHORT and chance.random() < own.short:
        given = [SHORT[given[0]]]
    middle = write(name.middle) if chance.random() < own.middle else []
    if middle and name.culture == "western":
        middle = [middle[0][0] + "."]
    family = write(name.family)
    return given, middle, family[:1] if len(family) > 1 and chance.random() < 0.5 else family


def full(name: FullName, own: Style, chance: random.Random) -> str:
    """Return the full name as an outlet writes it."""
    given, middle, family = parts(name, own, chance)
    if name.culture in EASTERN and (own.eastern_order or chance.random() < 0.1):
        return " ".join((*family, *middle, *given))
    return " ".join((*given, *middle, *family))


def initialled(name: FullName, own: Style, chance: random.Random) -> str:
    """Return the name with initials for the given names."""
    given, middle, family = parts(name, own, chance)
    letters = [w.lstrip("'")[0].upper() + "." for w in (*given, *(m for m in middle if m.lower() not in ("bin", "ibn")))]
    return " ".join((*letters, *family))


def surname(name: FullName, own: Style, chance: random.Random) -> str:
    """Return the family name alone."""
    return " ".join(parts(name, own, chance)[2][:1])
