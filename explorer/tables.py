"""Write tables, lists and headings. Cells are text or what `markup` built."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

from explorer.links import link
from explorer.markup import EMPTY, Markup, coded, element, joined


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, label: str, numbers: Sequence[int] = ()) -> Markup:
    """Return a table; `label` says what it is to those who do not see it, the columns of `numbers` are set to the right.

    Columns in which no row holds anything are left out.
    """
    cells = [[EMPTY if cell is None else cell for cell in row] for row in rows]
    used = [place for place in range(len(columns)) if any(row[place] != "" for row in cells)]

    def drawn(name: str, row: Sequence[object], **attributes: str) -> Markup:
        return element("tr", joined(element(name, row[place], class_="rx-number" if place in numbers else None, **attributes)
                                    for place in used))

    head = drawn("th", columns, scope="col")
    body = joined(drawn("td", row) for row in cells)
    return element("table", element("thead", head), element("tbody", body), class_="rx-table", aria_label=label)


def details(pairs: Iterable[tuple[str, object]]) -> Markup:
    """Return what is known of a thing as a list of terms; those without a value are left out."""
    return element("dl", joined(
        joined((element("dt", term), element("dd", value))) for term, value in pairs if value not in (None, "", EMPTY)),
        class_="rx-details")


def heading(title: object, *, kicker: str, lead: object = None) -> Markup:
    """Return the head of a page: what kind of thing it shows, what that is called, and a line on it."""
    return element("header", element("p", kicker, class_="rx-kicker"), element("h1", title),
                   element("p", lead, class_="rx-lead") if lead not in (None, "", EMPTY) else None, class_="rx-head")


def section(title: str, *, note: object = None) -> Markup:
    """Return the heading of a part of a page."""
    return element("div", element("h2", title), element("p", coded(note), class_="rx-note") if note else None,
                   class_="rx-section")


def nothing(words: object) -> Markup:
    """Return what stands where there is nothing to show."""
    return element("p", coded(words), class_="rx-nothing")


def alert(words: object) -> Markup:
    """Return what could not be done, and why, for everybody to notice."""
    return element("p", coded(words), class_="rx-alert", role="alert")


def badge(words: str, kind: str | None) -> Markup:
    """Return a state as a small mark."""
    return element("span", words, class_=f"rx-badge rx-is-{(kind or 'other').replace('_', '-')}")


def pages(path: str, *, found: int, shown: int, skipped: int, step: int, noun: tuple[str, str], **parameters: object) -> Markup:
    """Return which of the rows found are shown, with links to the `step` before and after."""
    one, many = noun
    if found <= shown and not skipped:
        return element("p", f"{found:,} {one if found == 1 else many}", class_="rx-note")
    told = f"{skipped + 1:,}–{skipped + shown:,} of {found:,} {many}"
    before = link(path, "← Previous", skip=max(0, skipped - step) or None, **parameters) if skipped else None
    after = link(path, "Next →", skip=skipped + shown, **parameters) if skipped + shown < found else None
    return element("nav", joined([piece for piece in (before, element("span", told), after) if piece], " "), class_="rx-pages",
                   aria_label="Pages")


def show_all(path: str, known: str, there: int, shown: int, what: str) -> Markup | None:
    """Return a link to the page with all of something, where not all are shown."""
    return element("p", link(path, f"Show all {there:,} {what}", id=known, all=1)) if there > shown else None
