"""Prints our own bulletins with LibreOffice, so that tests of the formats read what a real program has written."""
from __future__ import annotations

import html
import re
import shutil
import struct
import subprocess
import zlib
from base64 import b64encode
from io import BytesIO
from pathlib import Path

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from etl.layout.shape import shape

LOCK = ':{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"%s"}}'
READERS = {"html": ["--infilter=HTML (StarWriter)"], "docx": []}
WRITERS = {"pdf": "pdf:writer_pdf_Export", "docx": "docx:MS Word 2007 XML"}
"""The filters by which LibreOffice reads and writes."""
RUNNING = "From the bulletins of the past"
TAGS = {"title": "h1", "heading": "h2", "paragraph": "p"}
HYPHEN = re.compile(r"-\n\s*")


def blocks(text: str, parts: tuple = ()) -> list[tuple[str, str]]:
    """Return kind and words of each block, with line ends as blanks."""
    shaped = shape(text, parts)
    words = (" ".join(HYPHEN.sub("-", span.of(shaped.text)) for span in block.spans) for block in shaped.blocks)
    return [(block.kind, " ".join(said.split())) for block, said in zip(shaped.blocks, words, strict=True)]


def page_of(text: str, *, columns: int = 1) -> str:
    """Return a bulletin as HTML: headings, lists and captions under pictures."""
    body, listed = [], False
    for kind, words in blocks(text):
        if listed and kind != "item":
            body.append("</ul>")
        if kind == "item":
            body.append(f"{'' if listed else '<ul>'}<li>{html.escape(words)}</li>")
        elif kind == "caption":
            body.append(f'<p align="center"><img src="{_picture()}" width="240" height="120"><br>{html.escape(words)}</p>')
        else:
            body.append(f"<{TAGS[kind]}>{html.escape(words)}</{TAGS[kind]}>")
        listed = kind == "item"
    body.append("</ul>" if listed else "")
    inner = f'<multicol cols="{columns}" gutter="24">{"".join(body)}</multicol>' if columns > 1 else "".join(body)
    return f'<html><head><meta charset="utf-8"></head><body>{inner}</body></html>'


def docx_of(page: str, folder: Path) -> bytes:
    """Return an HTML page as LibreOffice writes it to DOCX, with a running head and a numbered foot."""
    document = docx.Document(BytesIO(converted(page.encode(), "html", "docx", folder)))
    for section in document.sections:
        section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
        section.header.paragraphs[0].text = RUNNING
        foot = section.footer.paragraphs[0]
        foot.add_run("Page ")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        foot._p.append(field)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def converted(raw: bytes, source: str, target: str, folder: Path, *, password: str = "") -> bytes:
    """Return what LibreOffice makes of a document, locked with a password if one is given."""
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing; install it with `make tools`"
    path = folder / f"document.{source}"
    path.write_bytes(raw)
    writer = WRITERS[target] + (LOCK % password if password else "")
    subprocess.run([program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", *READERS[source],
                    "--convert-to", writer, "--outdir", str(folder / "out"), str(path)],
                   check=True, capture_output=True, timeout=120)
    return (folder / "out" / f"document.{target}").read_bytes()


def scan_of(folder: Path) -> bytes:
    """Return a PDF that holds a picture and no text."""
    page = f'<html><body><img src="{_picture()}" width="240" height="120"></body></html>'
    return converted(page.encode(), "html", "pdf", folder)


def _picture() -> str:
    """Return a small grey picture as a data address."""
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = zlib.compress(b"\x00\x80\x80\x80\x80" * 4)
    made = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 4, 8, 0, 0, 0, 0)) + chunk(b"IDAT", rows)
            + chunk(b"IEND", b""))
    return "data:image/png;base64," + b64encode(made).decode("ascii")
