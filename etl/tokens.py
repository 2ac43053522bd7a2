"""Split a block into units and give each one class character, so that grammar can be patterns over the class string.

A unit is a word, a mark, or a run that stands for one thing (a country of several words, a date, a citation). Classes:

    t the/a  u his/their  h he/they  r who/that  o of  f for/to/on  i in/at  a from  b other prepositions  & and/as well as
    d nationality  c country  G place  O known body  Q outlet  A acronym  K head of a body's name  k the same in lower case
    H head of a post  J plural that names a group  T honorific or rank  m modifier of a post  w domain word  q qualifier
    M W Y X capitalised m w q and other ordinary words  N capitalised, not ordinary  I initial  n particle in a name
    S suffix of a name  v possessive 's  D date  Z citation  # number  x other word  . , ; : ( ) [ ] " -  marks
"""
from __future__ import annotations

import re
from dataclasses import dataclass

from etl.knowledge import APOSTROPHES, Entry, Knowledge
from etl.records import Span

TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:(?:['’‘`ʻʿ]|-(?:\n\s*)?(?=[^\W\d_]))[^\W\d_]+)*|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th)?|[^\w\s]|_")
MARKS = {"(": "(", ")": ")", "[": "[", "]": "]", ",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": ".", "-": "-", "–": "-", "—": "-",
         '"': '"', "“": '"', "”": '"', "«": '"', "»": '"', "&": "&", "…": "."}
ARTICLE = re.compile(r"(?:al|el|ul|ol|as|ash|ad|at|an|ar|az|bin|abu|d|l|o|de|ed|et)[-'][A-ZÀ-Þ]")
PREFIX = re.compile(r"([Tt]hen|[Ee]x|[Nn]ow|[Ff]ormer)-(?=[A-Z])")
ENDS = ("ly", "tion", "tions", "ment", "ments", "ness", "ship", "ing", "ings", "ity", "ities", "ive", "ous", "ful", "ism", "ists")
RAISED = {"m": "M", "w": "W", "q": "Y"}
VERBS = frozenset(("host", "head", "chair", "judge", "lead", "guest", "co-chair", "mediate", "principal"))
SHORT_TITLES = frozenset(("Sen", "Rep", "Gov", "Hon", "Rev", "Sec", "Pres", "Eng", "Col", "Gen", "Maj", "Bey", "Miss", "Lord", "Judge", "Justice", "Father", "Pope"))
MODALS = frozenset(("to", "will", "would", "should", "shall", "can", "could", "may", "might", "must", "not", "they", "we", "who", "jointly"))


@dataclass(frozen=True, slots=True)
class Fixed:
    """A stretch read beforehand (a date, a citation) that becomes one unit."""

    span: Span
    cls: str
    index: int


@dataclass(slots=True)
class Units:
    """The units of one block: parallel lists of starts, ends and normal forms, the class string, and values by position."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    classes: str
    values: dict[int, str]

    def span(self, first: int, last: int) -> Span:
        """Return the text span of the units `[first, last)`."""
        return Span(self.starts[first], self.ends[last - 1])

    def phrase(self, first: int, last: int) -> str:
        """Return the words of the units `[first, last)`, spaced as in the text."""
        return spaced(self.words, self.starts, self.ends, first, last)


def spaced(words: list[str], starts: list[int], ends: list[int], first: int, last: int) -> str:
    """Join words with a blank where the text has one."""
    return "".join(f" {words[i]}" if i > first and starts[i] > ends[i - 1] else words[i] for i in range(first, last))


class Tokenizer:
    """Classifies the words of one document; what a word is may depend on how the document uses it elsewhere."""

    def __init__(self, knowledge: Knowledge, lowers: frozenset[str]) -> None:
        self.knowledge = knowledge
        self.lowers = lowers
        self.memo: dict[str, tuple[str, str | None]] = {}
        self.surnames: frozenset[str] = frozenset()
        rules = knowledge.rules
        self.closed = {w: cls for cls, ws in rules["groups"]["closed"].items() for w in ws}
        self.particles = frozenset(rules["names"]["particles"])
        self.suffixes = frozenset(rules["names"]["suffixes"])

    def units(self, text: str, spans: tuple[Span, ...], fixed: list[Fixed]) -> Units:
        """Divide the stretches `spans` of `text` into units."""
        starts: list[int] = []
        ends: list[int] = []
        words: list[str] = []
        preset: dict[int, Fixed] = {}
        waiting = iter([f for f in fixed])
        nxt = next(waiting, None)
        for span in spans:
            for m in TOKEN.finditer(text, span.start, span.end):
                start, end = m.span()
                while nxt is not None and nxt.span.end <= start:
                    nxt = next(waiting, None)
                if nxt is not None and nxt.span.start <= start:
                    if not preset or preset.get(len(words) - 1) is not nxt:
                        preset[len(words)] = nxt
                        starts.append(nxt.span.start)
                        ends.append(nxt.span.end)
                        words.append(" ".join(nxt.span.of(text).split()))
                    continue
                word = m.group().translate(APOSTROPHES)
                if "\n" in word:
                    word = re.sub(r"-\n\s*", "", word)
                tail = 2 if word.endswith("'s") and len(word) > 2 else 0
                prefix = PREFIX.match(word) if "-" in word else None
                if prefix:
                    starts.append(start)
                    ends.append(start + prefix.end())
                    words.append(prefix.group(1))
                    start, word = start + prefix.end(), word[prefix.end():]
                if tail:
                    starts += [start, end - 2]
                    ends += [end - 2, end]
                    words += [word[:-2], "'s"]
                else:
                    starts.append(start)
                    ends.append(end)
                    words.append(word)
        return self._merged(starts, ends, words, preset)

    def _merged(self, starts: list[int], ends: list[int], words: list[str], preset: dict[int, Fixed]) -> Units:
        """Replace runs that stand for one thing by one unit and classify everything."""
        k = self.knowledge
        out_s, out_e, out_w, classes = [], [], [], []
        values: dict[int, str] = {}
        i, n = 0, len(words)
        while i < n:
            if i in preset:
                fixed = preset[i]
                cls, value, size = fixed.cls, str(fixed.index), 1
            else:
                word = words[i]
                run = self._run(words, i, preset)
                if run:
                    size, entry = run
                    cls, value = entry.cls, entry.value
                    if cls in RAISED and word[0].isupper():
                        cls = RAISED[cls]
                else:
                    size = 1
                    known = self.memo.get(word)
                    if known is None:
                        known = self.memo[word] = self._class(word)
                    cls, value = known
                    if cls == "N" and (not classes or classes[-1] in '.:"') and word not in k.given and word.lower().endswith(ENDS):
                        cls = "X"
            if value is not None:
                values[len(classes)] = value
            out_s.append(starts[i])
            out_e.append(ends[i + size - 1])
            out_w.append(words[i] if size == 1 else spaced(words, starts, ends, i, i + size))
            classes.append(cls)
            i += size
        self._settle(out_w, classes, values)
        return Units(out_s, out_e, out_w, "".join(classes), values)

    def _run(self, words: list[str], i: int, preset: dict[int, Fixed]) -> tuple[int, Entry] | None:
        """Find the longest known run of two or more words that starts at `i`."""
        best: tuple[int, Entry] | None = None
        word = words[i]
        if word not in self.knowledge.proper.runs and word.lower() not in self.knowledge.common.runs:
            return None
        for table, key, lower in ((self.knowledge.proper, word, False), (self.knowledge.common, word.lower(), True)):
            second = words[i + 1] if i + 1 < len(words) else ""
            second = second.lower() if lower else second
            for run, entry in table.runs.get(key, ()):
                if run[1] != second:
                    continue
                size = len(run)
                if best and (size < best[0] or (size == best[0] and entry.rank <= best[1].rank)):
                    continue
                if i + size <= len(words) and all((words[i + j].lower() if lower else words[i + j]) == run[j] and (i + j) not in preset for j in range(1, size)):
                    best = size, entry
        return best

    def _class(self, word: str) -> tuple[str, str | None]:
        """Classify a single word."""
        mark = MARKS.get(word)
        if mark:
            return mark, None
        lower = word.lower()
        closed = self.closed.get(lower)
        first = word[0]
        if closed and (word == lower or word.istitle() or len(word) == 1):
            return closed, None
        if first.isdigit():
            return "#", None
        if word == "'s" or word == "'":
            return "v", None
        entry = self.knowledge.proper.single.get(word)
        common = self.knowledge.common.single.get(lower)
        if entry:
            return entry.cls, entry.value
        if common:
            cls = common.cls
            return (RAISED.get(cls, cls) if first.isupper() else cls), common.value
        if first.islower():
            if ARTICLE.match(word):
                return "N", None
            if lower in self.particles:
                return "n", None
            parts = word.split("-")
            if len(parts) > 1 and any(p in self.knowledge.proper.single and self.knowledge.proper.single[p].cls in "dc" for p in parts):
                return "q", None
            return "x", None
        if not first.isalpha():
            return ".", None
        return self._capital(word, lower)

    def _capital(self, word: str, lower: str) -> tuple[str, str | None]:
        """Classify a capitalised word that no table knows as such."""
        k = self.knowledge
        parts = word.split("-")
        if len(parts) > 1:
            known = [k.proper.single.get(p) for p in parts]
            if known[0] and known[0].cls in "dcG":
                if all(e and e.cls in "dcG" for e in known):
                    return ("d" if known[0].cls == "d" else "q"), known[0].value
                if parts[-1].islower() or parts[-1].lower() in k.ordinary:
                    return "q", None
        if len(word) == 1 or (len(word) == 2 and word[1] == "."):
            return "I", None
        if word in self.suffixes:
            return "S", None
        if word in k.given:
            return "N", None
        if word.isupper() and word.isalpha() and len(word) > 3:
            entry = k.proper.single.get(word.title())
            if entry and entry.cls in "cdG":
                return entry.cls, entry.value
            if lower in k.ordinary:
                return "X", None
        if word.isupper() and word.isalpha() and len(word) <= 7:
            return "A", None
        if lower in k.ordinary or all(p.lower() in k.ordinary for p in parts):
            return "X", None
        if word not in k.surnames and (lower in self.lowers):
            return "X", None
        return "N", None

    def _settle(self, words: list[str], classes: list[str], values: dict[int, str]) -> None:
        """Decide words that are a place or a person's name by their neighbours."""
        k = self.knowledge
        for i, cls in enumerate(classes):
            before = classes[i - 1] if i else "."
            after = classes[i + 1] if i + 1 < len(classes) else "."
            if cls in "Gc" and before == "n" and words[i][0].isupper():
                classes[i] = "N"
            elif cls in "XWMYKHJ" and words[i] in self.surnames and words[i][0].isupper() and after not in "XWKNo":
                classes[i] = "N"
            elif cls in "Gcd" and words[i] in self.surnames and before not in "ia" and (i == 0 or words[i - 1].lower() not in ("to", "visited", "via", "toward")):
                classes[i] = "N"
            elif cls in "Gcd" and " " not in words[i]:
                named_before = before == "I" or (before == "N" and words[i - 1] in k.given) or before == "T"
                place = k.places.get(values.get(i, "")) if cls == "G" else None
                could_be = (place.ambiguous if place else False) or words[i] in k.given or words[i] in k.surnames
                if (named_before and not (i > 1 and classes[i - 2] in "NI" and not could_be)) or (could_be and after in "NI" and before not in "ifo"):
                    classes[i] = "N"
            elif cls in "XYMWd" and before == "N" and after in "Nn" and words[i - 1] in k.given and (after == "n" or words[i + 1][:3].lower() in ("al-", "el-") or words[i + 1] not in k.given):
                classes[i] = "N"
            elif cls in "OQ" and " " not in words[i] and words[i] in k.given and (after in "NIn" or before == "N"):
                classes[i] = "N"
            elif cls == "T" and before == "N" and words[i] in SHORT_TITLES and (i + 1 >= len(words) or words[i + 1] != "."):
                classes[i] = "N"
            elif cls == "A" and before == "N" and words[i - 1] in k.given and len(words[i]) > 3:
                classes[i] = "N"
            elif cls == "X" and before == "N" and words[i - 1] in k.given and (i < 2 or classes[i - 2] != "N") and after in '.,&vx"(' and words[i] in k.surnames:
                classes[i] = "N"
            elif cls == "H" and before == "N" and after == "N" and words[i][0].isupper() and (words[i] in k.given or words[i] in k.surnames):
                classes[i] = "N"
            elif cls == "H" and words[i] in VERBS and (words[i - 1].lower() if i else "") in MODALS:
                classes[i] = "x"
            elif cls == "H" and words[i].lower() == "official" and after in "xwJ":
                classes[i] = "q"
            elif cls == "I" and before == "N" and after != "N" and words[i] in self.suffixes and words[i] != "I":
                classes[i] = "S"
            elif cls == "I" and words[i] == "I" and not (before == "N" and after in "N"):
                classes[i] = "h" if before != "N" else "S"
            elif cls == "." and words[i] == "." and before == "I":
                classes[i] = "I"
            elif cls == "." and words[i] == "." and before == "T":
                classes[i] = "T"


def sentences(units: Units, abbreviations: frozenset[str]) -> list[tuple[int, int]]:
    """Return the sentences as unit ranges; marks, citations and endnote numbers after the stop belong to the one before."""
    out, first, n, classes = [], 0, len(units.classes), units.classes
    i = 0
    while i < n:
        ends = classes[i] == "." and not (i and units.words[i - 1] in abbreviations and units.words[i] == ".")
        if not ends and units.words[i].endswith(".") and i + 1 < n and len(units.words[i]) > 1 and classes[i] in "cdA" and classes[i + 1] in "th" and units.words[i + 1][0].isupper():
            ends = True
        if ends:
            j = i + 1
            while j < n and (classes[j] in '.)]Z' or (classes[j] == '"' and units.words[j] != "“" and (j + 1 == n or units.starts[j] == units.ends[j - 1]))
                             or (classes[j] == "[" and j + 2 < n and classes[j + 1] == "#" and classes[j + 2] == "]") or (classes[j] in "#]" and classes[j - 1] in "[#")):
                j += 1
            lower = j < n and units.words[j][0].islower() and units.words[i] != "…"
            if j == n or not lower:
                out.append((first, j))
                first = j
            i = j
        else:
            i += 1
    if first < n:
        out.append((first, n))
    return out
