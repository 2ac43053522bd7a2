"""Divide the words of a mail into those of its sender and those of earlier mails that it quotes or forwards.

Quoted words are evidence of another day and hand: they become a document of their own, with the date and the sender that
the line above them states.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

WROTE = re.compile(r"^(?:On|At|Am|Le)\b.{5,200}\b(?:wrote|writes)\s*:\s*$|^[^:\n]{3,120}\bwrote\s*:\s*$", re.DOTALL)
DATED = re.compile(r"^On\s+(?P<date>.+?\d{4})(?:[ ,]+(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[AaPp]\.?[Mm]\.?)?"
                   r"(?:\s*[+-]\d{4}|\s*\(?[A-Z]{2,5}\)?)?)?[ ,]+(?P<sender>.+?)\s*wrote\s*:\s*$", re.DOTALL)
FORWARDED = re.compile(r"^\W{2,60}(?:Begin\s+)?(?:Forwarded|Original)\s+(?:message|mail)\b|^Begin forwarded message:\s*$", re.I)
HEADER = re.compile(r"^\W{0,3}(From|Sent|Date|Subject|To|Cc|Reply-To)\W{0,3}:\W{0,3}\s*(.*)$")
QUOTE = re.compile(r"^>[> ]*|^>$")
SIGNATURE = re.compile(r"^-- ?$")


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a mail and what is stated of them: all None for those of its own sender."""

    text: str
    quoted: bool = False
    date: str | None = None
    sender: str | None = None
    subject: str | None = None


def words_of(text: str) -> list[Words]:
    """Return the sender's own words first (they may be none), then each quotation and forwarded mail."""
    lines = text.splitlines()
    cut = next((i for i, line in enumerate(lines) if FORWARDED.match(line)), len(lines))
    own: list[str] = []
    quoted = list(_quotations(lines[:cut], own))
    if cut < len(lines):
        quoted.append(_forwarded(lines[cut + 1:]))
    return [Words("\n".join(own).strip("\n")), *(words for words in quoted if words.text.strip())]


def _quotations(lines: list[str], own: list[str]) -> Iterator[Words]:
    """Yield the runs of lines marked as quoted, and leave the others in `own`."""
    at = 0
    while at < len(lines):
        if not QUOTE.match(lines[at]):
            own.append("" if SIGNATURE.match(lines[at]) else lines[at])
            at += 1
            continue
        end = at
        while end < len(lines) and (QUOTE.match(lines[end]) or (not lines[end].strip() and end + 1 < len(lines)
                                                                and QUOTE.match(lines[end + 1]))):
            end += 1
        date, sender = _attribution(own)
        yield Words("\n".join(QUOTE.sub("", line) for line in lines[at:end]), True, date, sender)
        own.append("")
        at = end


def _attribution(own: list[str]) -> tuple[str | None, str | None]:
    """Take the line that says who wrote what is quoted next off the end of `own`, and return its date and sender."""
    while own and not own[-1].strip():
        own.pop()
    for count in (1, 2, 3):
        told = " ".join(own[-count:])
        if len(own) >= count and WROTE.match(told):
            del own[-count:]
            found = DATED.match(told)
            return (found["date"], found["sender"]) if found else (None, None)
    own.append("")
    return None, None


def _forwarded(lines: list[str]) -> Words:
    """Return a forwarded mail: the headers at its top, and its words without marks of quotation."""
    stated: dict[str, str] = {}
    at = 0
    lines = [QUOTE.sub("", line) for line in lines]
    while at < len(lines) and (not lines[at].strip() or HEADER.match(lines[at])):
        if stated and not lines[at].strip():
            break
        found = HEADER.match(lines[at])
        if found:
            stated.setdefault(found[1].lower(), found[2].strip(" *"))
        at += 1
    return Words("\n".join(lines[at:]).strip("\n"), True, stated.get("date") or stated.get("sent"), stated.get("from"),
                 stated.get("subject"))
