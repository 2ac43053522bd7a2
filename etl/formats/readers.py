"""Read the bytes of one document with the reader of its format, and hold the result to the limits."""
from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from etl.formats.content import Content, Limits, Member, Unreadable

READERS = {"text": "plain.read", "markdown": "plain.read", "html": "html.read", "pdf": "pdf.read", "docx": "docx.read",
           "csv": "table.read_csv", "jsonl": "table.read_json_lines", "xlsx": "table.read_xlsx", "parquet": "table.read_parquet"}
"""The module and function that read each format of one document."""
TABLES = frozenset({"csv", "jsonl", "xlsx", "parquet"})
"""The formats that hold rows, of which a mapping says what they mean."""
CONTAINERS = {"zip": "archive", "mail": "mail", "mailbox": "mail", "feed": "feed"}
"""The module that takes the documents out of each format that holds several."""


def content_of(raw: bytes, kind: str, limits: Limits) -> Content:
    """Return the text and layout of one document of format `kind`.

    Raises Unreadable where there is none that can be trusted.
    """
    # Imported when needed: a run over plain text starts without the libraries of the other formats.
    module, function = READERS[kind].split(".")
    content = getattr(import_module(f"etl.formats.{module}"), function)(raw, limits)
    if not content.text.strip():
        raise Unreadable("empty", "holds nothing but white space")
    if len(content.text) > limits.text:
        raise Unreadable("too_large", f"holds {len(content.text):,} characters of text, over the limit of {limits.text:,}; "
                                      "split it or raise limits.text in rapporteur.toml")
    try:
        content.text.encode()
    except UnicodeEncodeError as error:
        raise Unreadable("encoding", f"holds half a character (a lone surrogate at character {error.start:,}); "
                                     "write it again with whole ones") from error
    longest = max(map(len, content.text.split("\n")))
    if longest > limits.line:
        raise Unreadable("too_large", f"has a line of {longest:,} characters, over the limit of {limits.line:,}: no prose; "
                                      "break its lines or raise limits.line in rapporteur.toml")
    return content


def members_of(raw: bytes, kind: str, limits: Limits) -> Iterator[Member | Unreadable]:
    """Yield the documents inside one of format `kind`, a key of `CONTAINERS`, and why any of them cannot be taken out."""
    yield from import_module(f"etl.formats.{CONTAINERS[kind]}").members(raw, limits)
