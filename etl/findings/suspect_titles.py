"""Find posts that are misspelt before a name: "Foreign Minster X"."""
from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from etl.findings.suspect_sources import one_slip
from etl.knowledge import toml
from etl.reading import Reading
from etl.records import Finding
from etl.spotting.mentions import Mention, Sentence


@cache
def _spelt() -> tuple[frozenset[str], frozenset[str]]:
    """Return the posts that are looked for, and words that are like one but right."""
    data = toml("findings.toml")["titles"]
    return frozenset(data["posts"]), frozenset(data["alike"])


def misspelt_posts(reading: Reading) -> Iterator[Finding]:
    """Yield the words that are one slip away from a post and stand right before a name or open it."""
    for sentence in reading.sentences:
        for m in sentence.mentions:
            if m.kind != "person" or m.name is None:
                continue
            for at in _before_name(sentence, m):
                written = sentence.units.words[at]
                meant = _meant(written)
                if meant is not None:
                    yield Finding("other", "info", sentence.units.span(at, at + 1),
                                  f"{written} is one slip away from {meant}.", written, meant)


def _before_name(sentence: Sentence, m: Mention) -> Iterator[int]:
    """Yield the units in which a post can stand: the word before a name, and the first word of a longer one."""
    first, last = m.name
    if first > sentence.first:
        yield first - 1
    if last - first > 1:
        yield first


@lru_cache(maxsize=16_384)
def _meant(written: str) -> str | None:
    """Return the post for which a capitalized word was probably meant; a plural or a foreign form is no slip."""
    posts, alike = _spelt()
    word = written.lower()
    if not written[:1].isupper() or not word.isalpha() or word in posts or word in alike:
        return None
    return next((post.capitalize() for post in sorted(posts) if not word.startswith(post) and one_slip(word, post)), None)
