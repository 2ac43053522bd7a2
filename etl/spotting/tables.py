"""Look up what a run of tokens can be: its class and what it stands for.

Tables that hold proper names are case-sensitive, tables of ordinary words hold lower case. A table knows forms only; which of
two readings a text means is decided by the stages.
"""
from __future__ import annotations

import re
from dataclasses import dataclass

# an apostrophe after a hyphen begins a name ("Al-'Abadi"), unless the word ends in one as well: then it is quoted
AYN = r"(?:['’‘`ʻ](?=[A-ZÀ-Þ][^\W\d_]*+(?!['’](?![^\W\d_]))))"
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:(?:['’‘`ʻʿ]|-" + AYN + r"?)[^\W\d_]+)*"
                  r"|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th)?\b|[^\w\s]|_")
APOSTROPHES = str.maketrans({c: "'" for c in "’‘`ʻʿ´"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What a run of tokens can be: `cls` is its class character, `value` what it stands for."""

    cls: str
    value: str
    rank: int = 0


class Table:
    """Runs of tokens found by their first token, the longest first."""

    def __init__(self) -> None:
        self.single: dict[str, Entry] = {}
        self.runs: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}

    def add(self, text: str, entry: Entry) -> None:
        """Add a form; of two entries for one form the higher rank stays."""
        tokens = tuple(words_of(text))
        if not tokens:
            return
        if len(tokens) == 1:
            known = self.single.get(tokens[0])
            if known is None or known.rank < entry.rank:
                self.single[tokens[0]] = entry
            return
        runs = self.runs.setdefault(tokens[0], [])
        for i, (other, known) in enumerate(runs):
            if other == tokens:
                if known.rank < entry.rank:
                    runs[i] = (tokens, entry)
                return
        runs.append((tokens, entry))
        runs.sort(key=lambda run: -len(run[0]))

    def entry(self, text: str) -> Entry | None:
        """Return the entry of exactly this form."""
        tokens = tuple(words_of(text))
        if len(tokens) == 1:
            return self.single.get(tokens[0])
        return next((entry for run, entry in self.runs.get(tokens[0], ()) if run == tokens), None)


def words_of(text: str) -> list[str]:
    """Split a lexicon form as the tokenizer splits text."""
    out: list[str] = []
    for word in WORD.findall(text.translate(APOSTROPHES)):
        out.extend((word[:-2], "'s") if word.endswith("'s") and len(word) > 2 else (word,))
    return out


def plural(head: str) -> str:
    """Return the plural of a role head."""
    for one, many in (("attaché", "attachés"), ("chief of", "chiefs of"), ("secretary of", "secretaries of"),
                      ("head of", "heads of"), ("minister of", "ministers of"), ("member of", "members of"),
                      ("attorney general", "attorneys general")):
        if head.startswith(one):
            return many + head[len(one):]
    if head.endswith("man"):
        return head[:-3] + "men"
    if head.endswith("y") and head[-2] not in "aeiou":
        return head[:-1] + "ies"
    return head + ("es" if head.endswith(("s", "h")) else "s")
