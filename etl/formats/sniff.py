"""Tell the format of some bytes: what they are decides, the name only where bytes leave it open."""
from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePosixPath

from etl.formats.content import Unreadable

REFUSED = ((b"\xd0\xcf\x11\xe0", "old Microsoft Office"), (b"{\\rtf", "RTF"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"),
           (b"GIF8", "GIF"), (b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ", "xz"), (b"7z\xbc\xaf", "7-Zip"),
           (b"Rar!\x1a", "RAR"), (b"\x7fELF", "program"), (b"MZ\x90\x00", "program"), (b"SQLite format 3", "SQLite"),
           (b"II*\x00", "TIFF"), (b"MM\x00*", "TIFF"), (b"ID3", "MP3"))
MEDIA_TYPES = {
    "text": "text/plain", "markdown": "text/markdown", "html": "text/html", "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "mail": "message/rfc822", "mailbox": "application/mbox", "zip": "application/zip", "feed": "application/feed+xml",
    "parquet": "application/vnd.apache.parquet", "csv": "text/csv", "jsonl": "application/jsonl",
}
"""The formats that are read, each with its media type."""
BY_SUFFIX = {".md": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html", ".eml": "mail", ".mbox": "mailbox",
             ".csv": "csv", ".tsv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl"}
HTML = re.compile(rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
FEED = re.compile(rb"\s*(?:<\?xml.{0,2000}?\?>\s*)?(?:<\?.{0,500}?\?>\s*|<!--.{0,2000}?-->\s*)*<(?:rss|(?:\w+:)?RDF|feed)\b", re.S)
MAILBOX = re.compile(rb"From \S+ +\w{3} \w{3} +\d")
MAIL = re.compile(rb"(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*?(?:Received|Return-Path|Message-ID|MIME-Version|From):", re.I)
MAIL_DATE = re.compile(rb"^(?:Date|Message-ID|MIME-Version|Subject):", re.I | re.M)
LOCKED = "EncryptedPackage".encode("utf-16-le")
"""What a Word or Excel file with a password holds, in the container of the old formats."""
HEAD = 8192


def format_of(raw: bytes, name: str) -> str:
    """Return the format of the bytes, a key of `MEDIA_TYPES`; the ending of `name` tells kinds of text apart.

    Raises Unreadable where the format is known and cannot be read.
    """
    head = raw[:HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _packed(raw)
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(REFUSED[0][0]) and LOCKED in raw:
        raise Unreadable("encrypted", "is an Office file with a password; save it without one")
    for magic, told in REFUSED:
        if head.startswith(magic):
            raise Unreadable("unsupported", f"is a {told} file, which cannot be read; save it as PDF, DOCX, HTML or plain text")
    by_name = BY_SUFFIX.get(PurePosixPath(name).suffix.lower())
    if MAILBOX.match(head):
        return "mailbox"
    if FEED.match(head):
        return "feed"
    if HTML.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "html"
    if MAIL.match(head) and MAIL_DATE.search(head) and by_name in (None, "mail"):
        return "mail"
    return by_name or "text"


def _packed(raw: bytes) -> str:
    """Tell the format of a ZIP: a document of an office program, or an archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError, OSError) as error:
        raise Unreadable("damaged", f"is a damaged ZIP or Office file ({error}); get it again from where it came") from error
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    for told, part in (("PowerPoint", "ppt/presentation.xml"), ("OpenDocument", "content.xml"), ("EPUB", "META-INF/container.xml")):
        if part in names:
            raise Unreadable("unsupported", f"is a {told} file, which cannot be read; save it as PDF, DOCX, HTML or plain text")
    return "zip"
