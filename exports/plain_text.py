"""Make text fit for formats that cannot hold every character."""
from __future__ import annotations

import re

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
REPLACEMENT = "\ufffd"


def without_controls(text: str) -> str:
    """Return a text with a replacement character for each control character that XML, and so Excel, has no way to write."""
    return NOT_IN_XML.sub(REPLACEMENT, text)


def in_one_line(text: str) -> str:
    """Return a text without control characters and with single spaces for its line breaks and runs of spaces."""
    return " ".join(without_controls(text).split())
