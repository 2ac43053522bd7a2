"""Find outlets whose name is one slip away from that of another: a letter too many, too few or wrong, or two swapped."""
from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import permutations

from etl.knowledge import Knowledge, load_knowledge, slug
from etl.reading import Reading
from etl.records import Finding

SHORT = 4
LONGEST = 100
"""Letters from which a name is no slip of another: what is left of it by one letter less takes the square of its length."""
# as in al-Sabah and as-Sabah
ARTICLE = re.compile("^(?:al|el|as|ad|an|ar|az|at)")
Index = dict[str, list[str]]


def misspelt_sources(reading: Reading, knowledge: Knowledge) -> Iterator[Finding]:
    """Yield the unknown outlets that look like a known one, or like one that the document cites more often."""
    citations = [c for bracket in reading.brackets for c in bracket.citations]
    counted = Counter(c.outlet_key for c in citations)
    names = {c.outlet_key: c.outlet for c in citations}
    unknown = [key for key in names if key not in knowledge.outlets]
    if not unknown:
        return
    cited = _index(names.values())
    keys = {name: key for key, name in names.items()}
    meant_by = {}
    for key in unknown:
        often = [name for name in _near(names[key], cited)
                 if counted[keys[name]] > counted[key] or keys[name] in knowledge.outlets]
        meant_by[key] = max(often, key=lambda name: counted[keys[name]], default=None) or _known(names[key], knowledge)
    beside = {pair for b in reading.brackets for pair in permutations({c.outlet_key for c in b.citations}, 2)}
    for citation in citations:
        meant = meant_by.get(citation.outlet_key)
        # two outlets of one bracket are two
        if meant is not None and (citation.outlet_key, keys.get(meant)) not in beside:
            written = citation.span.of(reading.shape.text)
            yield Finding("misspelt_source", "warning", citation.span, f"{written} is one slip away from {meant}.", written,
                          meant)


def without_accents(reading: Reading) -> Iterator[Finding]:
    """Yield the outlets cited without the accents that the document gives their name elsewhere."""
    citations = [(c, " ".join(c.span.of(reading.shape.text).split())) for b in reading.brackets for c in b.citations]
    accented = {_letters(c.outlet): c.outlet for c, _ in citations if not c.outlet.isascii()}
    for citation, written in citations:
        name = accented.get(_letters(written)) if written.isascii() else None
        if name is not None and name in reading.shape.text:
            yield Finding("misspelt_source", "info", citation.span, f"{written} stands as {name} elsewhere.", written, name)


@lru_cache(maxsize=1_024)
def _known(name: str, knowledge: Knowledge) -> str | None:
    """Return the known outlet that a name was probably meant for."""
    form = next(iter(_near(name, _known_forms())), None)
    # what tells namesakes apart, "(Slovakia)", is not part of the name
    return None if form is None else knowledge.outlets[knowledge.outlet_forms[form]].name.split(" (")[0]


@cache
def _known_forms() -> Index:
    return _index(load_knowledge().outlet_forms)


def _index(names: Iterable[str]) -> Index:
    """File names under all that is left of them when a letter drops out: names one slip apart meet there."""
    out: Index = defaultdict(list)
    for name in names:
        for left in traces(_letters(name)):
            out[left].append(name)
    return out


@lru_cache(maxsize=16_384)
def _letters(name: str) -> str:
    """Return the letters and digits of a name, without accents."""
    return slug(name).replace("-", "")


def traces(word: str) -> set[str]:
    """Return a word and what is left of it when any one letter drops out: words one slip apart have one in common."""
    drops = len(word) if len(word) <= LONGEST else 0
    return {word, *(word[:i] + word[i + 1:] for i in range(drops))}


def _near(name: str, index: Index) -> list[str]:
    return [other for other in dict.fromkeys(o for left in sorted(traces(_letters(name))) for o in index.get(left,
        ())) if _slipped(name, other)]


def _slipped(written: str, other: str) -> bool:
    """Say whether one name can be a slip for the other; short names and those told apart by a number are different outlets."""
    a, b = _letters(written), _letters(other)
    is_numbered = [c for c in a if c.isdigit()] != [c for c in b if c.isdigit()]
    if is_numbered or ARTICLE.sub("", a) == ARTICLE.sub("", b) or not one_slip(a, b):
        return False
    swapped = len(a) == len(b) and sorted(a) == sorted(b)
    return swapped and len(a) >= SHORT or min(len(a), len(b)) > SHORT and not written.isupper()


def one_slip(a: str, b: str) -> bool:
    """Say whether two words differ by exactly one letter added, dropped or changed, or by two neighbours swapped."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    if len(a) > len(b):
        a, b = b, a
    at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), len(a))
    if len(a) < len(b):
        return a[at:] == b[at + 1:]
    return a[at + 1:] == b[at + 1:] or (a[at:at + 2] == b[at:at + 2][::-1] and a[at + 2:] == b[at + 2:])
