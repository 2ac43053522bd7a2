"""Say which language a text is in, as far as it takes to leave out what the rules cannot read.

A text shows its language by its small words; one in another script by its letters. A short text shows none and passes.
"""
from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from etl.knowledge import toml

READ = "English"
ENOUGH = 20
"""Words below which a text is too short to show its language."""
SAMPLE = 20_000
"""Characters looked at, from the start."""


def foreign_language(text: str) -> str | None:
    """Return the language or script of a text that is not in English, None for English or what is too short to tell."""
    sample = text[:SAMPLE]
    letters = [c for c in sample if c.isalpha()]
    scripts = Counter(unicodedata.name(c, "?").split()[0] for c in letters[:2000])
    if scripts and scripts["LATIN"] < len(letters[:2000]) / 2 and len(letters) > ENOUGH:
        return f"{scripts.most_common(1)[0][0].capitalize()} script"
    words = re.findall(r"[^\W\d_]+", sample.lower())
    if len(words) < ENOUGH:
        return None
    counts = Counter(words)
    share = {language: sum(counts[w] for w in small) for language, small in _small_words().items()}
    best = max(share, key=lambda language: share[language])
    # half as many English words as of the other: a quotation, not the text
    return best if best != READ and share[READ] * 2 < share[best] else None


@cache
def _small_words() -> dict[str, tuple[str, ...]]:
    return {language: tuple(words) for language, words in toml("languages.toml").items()}
