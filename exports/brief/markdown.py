"""Write a brief as Markdown, with the notes as footnotes. Words of documents are words: nothing in them is markup."""
from __future__ import annotations

import re
from collections.abc import Iterator

from exports.brief.contents import Brief, Note

MARKUP = re.compile(r"[\\`*_\[\]<>|~&]")
AT_THE_START = re.compile(r"^([#+=-]|\d+[.)])")


def as_markdown(brief: Brief) -> str:
    """Return the brief as Markdown."""
    return "\n".join(_lines(brief)) + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {escaped(brief.title)}"
    if brief.summary:
        yield f"\n{escaped(' '.join(brief.summary))}"
    for section in brief.sections:
        yield f"\n## {escaped(section.heading)}"
        for group in section.groups:
            if group.heading is not None:
                yield f"\n### {escaped(group.heading)}"
            yield ""
            for item in group.items:
                yield f"- {escaped(item.sentence)}{' '.join(f'[^{number}]' for number in item.notes)}"
    yield "\n---\n"
    for number, note in enumerate(brief.notes, start=1):
        yield f"[^{number}]: {_note(note)}"
    yield f"\n{escaped(brief.colophon)}"


def _note(note: Note) -> str:
    link = "" if note.link is None else f" <{re.sub('[<> ]', '', note.link)}>"
    return f"“{escaped(note.quote)}” — {escaped(note.source)}.{link}"


def escaped(text: str) -> str:
    """Return a text in which no character is markup."""
    return AT_THE_START.sub(lambda found: "\\" + found[1] if len(found[1]) == 1 else found[1][:-1] + "\\" + found[1][-1],
                            MARKUP.sub(r"\\\g<0>", text))
