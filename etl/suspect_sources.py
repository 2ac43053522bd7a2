"""Find outlets whose name is one slip away from that of another: a letter too many, too few, wrong, or two in the wrong order."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from etl.knowledge import Knowledge, fold
from etl.records import Citation, Finding

if TYPE_CHECKING:
    from etl.extract import Reading

SHORT = 4


def misspelt_sources(reading: Reading, knowledge: Knowledge) -> Iterator[Finding]:
    """Yield the unknown outlets that look like a known one, or like one that the document cites more often."""
    citations = [c for bracket in reading.brackets for c in bracket.citations]
    counted = Counter(c.outlet_key for c in citations)
    names = {c.outlet_key: c.outlet for c in citations}
    for citation in citations:
        if citation.outlet_key in knowledge.outlets:
            continue
        meant = _meant(citation, counted, names, knowledge)
        if meant is not None:
            written = citation.span.of(reading.shape.text)
            yield Finding("misspelt_source", "warning", citation.span, f"{written} is one slip away from {meant}.", written, meant)


def _meant(citation: Citation, counted: Counter[str], names: dict[str, str], knowledge: Knowledge) -> str | None:
    """Return the outlet that a name was probably meant for."""
    for key, times in counted.most_common():
        if times > counted[citation.outlet_key] and key != citation.outlet_key and _slipped(citation.outlet, names[key]):
            return names[key]
    written = fold(citation.outlet)
    for form in _forms_near(len(written), knowledge):
        if one_slip(written, form) and _slipped(citation.outlet, knowledge.outlets[knowledge.outlet_forms[form]].name, form):
            return knowledge.outlets[knowledge.outlet_forms[form]].name
    return None


def _forms_near(length: int, knowledge: Knowledge) -> Iterator[str]:
    return (form for form in knowledge.outlet_forms if abs(len(form) - length) <= 1)


def _slipped(written: str, name: str, form: str | None = None) -> bool:
    """Say whether one name can be a slip for the other; short names and those told apart by a number are different outlets."""
    a, b = fold(written), form or fold(name)
    if [c for c in a if c.isdigit()] != [c for c in b if c.isdigit()] or not one_slip(a, b):
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
