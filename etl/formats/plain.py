"""Read plain text and Markdown: the layout is in the lines, which the stage `shape` reads."""
from __future__ import annotations

from etl.formats.content import Content, Limits
from etl.formats.decode import decode


def read(raw: bytes, limits: Limits) -> Content:
    """Return the decoded text with every line end as a single newline."""
    return Content(decode(raw).replace("\r\n", "\n").replace("\r", "\n"))
