"""The words that a full-text search has found are marked, in all their forms."""
from __future__ import annotations

from explorer.found import stretches_of


def stems(words: list[str]) -> dict[str, str]:
    """Return a stem for each word: its first five letters, without regard to case."""
    return {word: word.lower()[:5] for word in words}


def test_every_form_of_a_word_is_marked_wherever_it_stands() -> None:
    text = "Treaty signed; two treaties, an untreated one."
    (marked,) = stretches_of("treaties", [text], stems)
    assert [text[one.start:one.end] for one in marked] == ["Treaty", "treaties"]


def test_a_text_without_the_words_has_no_marks() -> None:
    assert stretches_of("grain", ["nothing here", "Grain!"], stems)[0] == []
