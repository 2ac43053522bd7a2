"""Find the words that were searched for in a passage that the full-text search has found: by their stems, as it does itself."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from explorer.highlight import Stretch

WORD = re.compile(r"[^\W_]+")
Stems = Callable[[list[str]], Mapping[str, str]]


def stretches_of(words: str, texts: Iterable[str], stems: Stems) -> list[list[Stretch]]:
    """Return for each text where words of the same stems stand; `stems` tells the stems of words."""
    told = [list(WORD.finditer(text)) for text in texts]
    asked = set(WORD.findall(words))
    known = stems(sorted({match[0] for matches in told for match in matches} | asked))
    wanted = {known[word] for word in asked}
    return [[Stretch(match.start(), match.end(), "rx-found") for match in matches if known[match[0]] in wanted]
            for matches in told]
