"""How a title that a format tells bears on the blocks."""
from __future__ import annotations

from etl.formats.content import Composer
from etl.layout.shape import shape


def test_what_stands_before_a_told_title_is_no_second_one() -> None:
    composer = Composer()
    for kind, words in (("text", "Ministry of the River"), ("title", "Weekly Note"), ("text", "They met again.")):
        composer.add(kind, words)
    content = composer.content()
    shaped = shape(content.text, content.parts)
    assert [block.kind for block in shaped.blocks] == ["heading", "title", "paragraph"]
    assert shaped.header.title == "Weekly Note"
