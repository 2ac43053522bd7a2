"""Good files of every format, written by the libraries that people's programs use; each tells of a meeting."""
from __future__ import annotations

import ctypes
import io
import json
import zipfile
from email.message import EmailMessage
from functools import cache

import docx
import openpyxl
import pyarrow
import pyarrow.parquet
import pypdfium2
import pypdfium2.raw as pdfium

TITLE = "Weekly Note"
LINES = ("French President Emmanuel Macron met with German Chancellor Angela Merkel in Berlin on May 4, 2021 (AFP, May 4).",
         "Iranian Foreign Minister Javad Zarif visited Moscow on May 6, 2021 and signed an agreement on trade.")
ROWS = [{"who": "Javad Zarif", "from": f"2021-05-0{day}", "city": "Moscow", "country": "RU", "remarks": LINES[1]} for day in (4, 5, 6)]
TEXT = "\n\n".join((TITLE, "May 3, 2021 - May 9, 2021", *(f"► {line}" for line in LINES)))
PAGE = (f"<!doctype html><html><head><title>{TITLE}</title><meta charset=utf-8></head><body><article><h1>{TITLE}</h1>"
        f"<ul><li>{LINES[0]}</li><li>{LINES[1]}</li></ul></article></body></html>")
RSS = (f'<?xml version="1.0"?><rss version="2.0"><channel><title>{TITLE}</title><link>https://example.org/</link>'
       f"<item><title>One</title><link>https://example.org/1</link><description>{LINES[0]}</description></item>"
       f"<item><title>Two</title><link>https://example.org/2</link><description>{LINES[1]}</description></item></channel></rss>")


@cache
def good_files() -> dict[str, bytes]:
    """Return one good file a format, by its ending."""
    return {
        ".txt": TEXT.encode(), ".md": TEXT.replace("► ", "* ").encode(), ".html": PAGE.encode(), ".xml": RSS.encode(),
        ".pdf": _pdf(), ".docx": _docx(), ".eml": _mail().as_bytes(), ".mbox": _mailbox(), ".zip": packed({"a.txt": TEXT.encode(),
                                                                                                          "b/c.html": PAGE.encode()}),
        ".csv": "\n".join((",".join(ROWS[0]), *(",".join(f'"{v}"' for v in row.values()) for row in ROWS))).encode(),
        ".jsonl": "\n".join(map(json.dumps, ROWS)).encode(), ".xlsx": _xlsx(), ".parquet": _parquet(),
    }


def packed(members: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP archive of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return out.getvalue()


def repacked(raw: bytes, member: str, words: bytes) -> bytes:
    """Return an Office file with one member replaced."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return packed({info.filename: words if info.filename == member else archive.read(info) for info in archive.infolist()})


def part_of(raw: bytes, member: str) -> bytes:
    """Return one member of an Office file."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return archive.read(member)


def _pdf() -> bytes:
    document = pypdfium2.PdfDocument.new()
    for lines in ((TITLE, LINES[0]), (LINES[1],)):
        page = document.new_page(595, 842)
        for row, line in enumerate(lines):
            words = pdfium.FPDFPageObj_NewTextObj(document, b"Helvetica", ctypes.c_float(9))
            encoded = (line + "\0").encode("utf-16-le")
            pdfium.FPDFText_SetText(words, ctypes.cast(encoded, ctypes.POINTER(ctypes.c_ushort)))
            pdfium.FPDFPageObj_Transform(words, 1, 0, 0, 1, 40, 780 - 30 * row)
            pdfium.FPDFPage_InsertObject(page, words)
        page.gen_content()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _docx() -> bytes:
    document = docx.Document()
    document.add_heading(TITLE, 0)
    for line in LINES:
        document.add_paragraph(line, style="List Bullet")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _mail() -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Desk <desk@example.org>", "all@example.org", TITLE
    mail["Date"], mail["Message-ID"] = "Fri, 07 May 2021 10:00:00 +0000", "<1@example.org>"
    mail.set_content("\n\n".join(LINES))
    mail.add_alternative(PAGE, subtype="html")
    mail.add_attachment(TEXT.encode(), maintype="application", subtype="octet-stream", filename="note.txt")
    return mail


def _mailbox() -> bytes:
    separator = b"From desk@example.org Fri May  7 10:00:00 2021\n"
    return b"".join(separator + _mail().as_bytes() + b"\n\n" for _ in range(2))


def _xlsx() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(list(ROWS[0]))
    for row in ROWS:
        book.active.append(list(row.values()))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _parquet() -> bytes:
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(ROWS), out)
    return out.getvalue()
