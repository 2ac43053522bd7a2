"""Write a brief as one HTML page that needs nothing else: no script, no image, no font, no address. It prints well."""
from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from string import Template

from exports.brief.contents import Brief, Group, Item, Note

PAGE = Path(__file__).with_name("page.html")


def as_html(brief: Brief) -> str:
    """Return the brief as a page."""
    seen: set[int] = set()
    body = "\n".join(line for section in brief.sections
                     for line in (f"<h2>{escape(section.heading)}</h2>", *(_group(group, seen) for group in section.groups)))
    notes = "\n".join(_note(number, note) for number, note in enumerate(brief.notes, start=1))
    return Template(PAGE.read_text(encoding="utf-8")).substitute(
        title=escape(brief.title), summary=escape(" ".join(brief.summary)), body=body, notes=notes,
        colophon=escape(brief.colophon))


def _group(group: Group, seen: set[int]) -> str:
    heading = "" if group.heading is None else f"<h3>{escape(group.heading)}</h3>\n"
    return f"{heading}<ul>\n" + "\n".join(_item(item, seen) for item in group.items) + "\n</ul>"


def _item(item: Item, seen: set[int]) -> str:
    return f"<li>{escape(item.sentence)}{''.join(_references(item, seen))}</li>"


def _references(item: Item, seen: set[int]) -> Iterator[str]:
    """Yield the links to the notes; the first link to a note is where the note leads back to."""
    for number in item.notes:
        anchor = "" if number in seen else f' id="from-{number}"'
        seen.add(number)
        yield f'<sup><a href="#note-{number}"{anchor}>{number}</a></sup>'


def _note(number: int, note: Note) -> str:
    source = escape(note.source)
    if note.link is not None:
        source = f'<a href="{escape(note.link)}" rel="noreferrer">{source}</a>'
    return (f'<li id="note-{number}"><q>{escape(note.quote)}</q> <span class="source">{source}</span> '
            f'<a class="back" href="#from-{number}" aria-label="Back to the text">↩</a></li>')
