"""Inputs that are made by hand to take time, memory or liberties; each is small."""
from __future__ import annotations

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Iterator

import pyarrow
import pyarrow.parquet

from tests.etl.hostile.good import LINES, PAGE, ROWS, RSS, TEXT, good_files, packed, part_of, repacked

LAUGHS = "<!DOCTYPE {root} [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 10)) + "]>"
"""A document type in which one entity stands for a billion others."""
OUTSIDE = "<!DOCTYPE {root} [<!ENTITY a9 SYSTEM 'file:///etc/passwd'>]>"
SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ESCAPES = ("../../../evil.txt", "/evil.txt", "..\\..\\evil.txt", "C:\\evil.txt", "a/../../../evil.txt", "\u202etxt.live.txt",
           "a\nb.txt", "a" * 5000 + ".txt", "con.txt", "~/evil.txt")
LINE = 1_000_000


def bombs() -> Iterator[tuple[str, bytes]]:
    """Yield them all, each with a name."""
    yield from texts()
    yield from pages()
    yield from mails()
    yield from archives()
    yield from packages()
    yield from feeds()
    yield from documents()
    yield from tables()
    yield from disguises()


def texts() -> Iterator[tuple[str, bytes]]:
    """Yield texts: of one line, of no letters, in encodings that lie, with marks that turn the writing round."""
    yield "line.txt", LINES[0].encode() * 10_000
    yield "letters.txt", b"A" * LINE
    yield "nuls.txt", bytes(100_000)
    yield "nul-within.txt", TEXT.encode().replace(b" ", b"\x00", 1)
    yield "empty.txt", b""
    yield "blank.txt", b" \n\t\r\n" * 1000
    yield "marks-only.txt", "\ufeff\u200b\u202e\u2066".encode()
    yield "turned.txt", TEXT.replace("Emmanuel", "\u202eEmmanuel\u202c").encode()
    yield "lone-surrogate.txt", TEXT.encode() + b"\xed\xa0\x80"
    yield "surrogate-in-utf-16.txt", b"\xff\xfe" + TEXT.encode("utf-16-le") + b"\x00\xd8"
    yield "odd-utf-16.txt", b"\xff\xfe" + TEXT.encode("utf-16-le") + b"a"
    yield "utf-32-beyond.txt", b"\xff\xfe\x00\x00" + struct.pack("<I", 0x110000) * 50
    yield "utf-7.txt", TEXT.encode("utf-7")
    yield "overlong.txt", TEXT.encode() + b"\xc0\xaf" * 20
    yield "two-encodings.txt", TEXT.encode() + "Zürich ".encode("cp1252") * 5 + "Zürich".encode()
    yield "ebcdic.txt", TEXT.encode("cp500", "replace")
    yield "shift-jis.txt", ("東京で会談した。" * 50).encode("shift-jis")
    yield "controls.txt", TEXT.encode() + b"\x01\x02\x1b[31m" * 200
    yield "accents.txt", ("a" + "\u0301" * 50_000).encode()
    yield "brackets.txt", ("Macron met Merkel " + "(AFP, May 4 " * 8_000).encode()
    yield "quotes.txt", ("Macron met " + '"Ada met Bo. ' * 7_000).encode()
    yield "capitals.txt", ("Ab " * 33_000).encode()
    yield "commas.txt", ("Macron met " + "," * 50_000).encode()
    yield "bullets.txt", ("* " * 45_000).encode()
    yield "markdown-links.md", ("[a](" * 24_000).encode()
    yield "headings.md", "".join(f"# Heading {i} of France\n\n" for i in range(5_000)).encode()
    yield "numbers.txt", ("x " + "1.1." * 24_000).encode()


def pages() -> Iterator[tuple[str, bytes]]:
    """Yield web pages: nested, unclosed, with scripts, with much markup and few words."""
    yield "nested.html", b"<html><body>" + b"<div>" * 100_000
    yield "nested-lists.html", b"<html><body>" + b"<ul><li>" * 20_000 + LINES[0].encode()
    yield "formatting.html", b"<html><body>" + b"<b><i><p>" * 5_000
    yield "tables.html", b"<html><body>" + b"<table><tr><td>" * 5_000
    yield "elements.html", b"<html><body>" + b"<p>a" * 300_000
    yield "attributes.html", b"<html><body><p " + b" ".join(b"a%d=1" % i for i in range(50_000)) + b">a"
    yield "attribute.html", b"<html><body><p title='" + b"a" * LINE + b"'>" + LINES[0].encode()
    yield "script.html", PAGE.replace("<ul>", "<script>while(1);</script><img src=x onerror='while(1)'><ul>").encode()
    yield "script-only.html", b"<html><body><script>" + b"document.write('a');" * 1000 + b"</script></body></html>"
    yield "unclosed-script.html", PAGE.replace("<ul>", "<script>").encode()
    yield "unclosed-comment.html", PAGE.replace("<ul>", "<!-- " + "<!--" * 20_000).encode()
    yield "entities.html", (LAUGHS.format(root="html") + "<html><body><p>&a9;</p></body></html>").encode()
    yield "outside.html", (OUTSIDE.format(root="html") + "<html><body><p>&a9;</p></body></html>").encode()
    yield "references.html", b"<html><body><p>" + b"&#xD800;&#0;&#x110000;&nosuch;" * 2_000
    yield "line.html", b"<html><body><p>" + LINES[0].encode() * 10_000
    yield "wrong-charset.html", PAGE.replace("utf-8", "utf-16").encode()
    yield "no-charset.html", PAGE.replace("utf-8", "no-such-thing").encode()
    yield "codec-charset.html", PAGE.replace("utf-8", "zlib_codec").encode() + b"\xff"
    yield "frames.html", b"<html><frameset><frame src='file:///etc/passwd'></frameset></html>"
    yield "plaintext.html", b"<html><body><plaintext>" + b"<p>" * 50_000
    yield "svg.html", b"<html><body>" + b"<svg><math><foreignobject>" * 2_000
    yield "pre.html", b"<html><body><pre>" + b"\n" * 500_000


def mails() -> Iterator[tuple[str, bytes]]:
    """Yield mails: nested, of many parts, with headers that have no end."""
    head = b"From: a@example.org\nDate: Fri, 07 May 2021 10:00:00 +0000\nMIME-Version: 1.0\n"
    yield "nested.eml", head + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(2_000))
    yield "messages.eml", head + b"Content-Type: message/rfc822\n\n" * 2_000 + b"words"
    yield "parts.eml", head + b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\na\n" * 50_000
    yield "header.eml", head + b"Subject: " + b"a" * LINE + b"\n\n" + LINES[0].encode()
    yield "headers.eml", head + b"X-A: b\n" * 100_000 + b"\n" + LINES[0].encode()
    yield "encoded-words.eml", head + b"Subject: " + b"=?utf-8?q?a?= " * 50_000 + b"\n\n" + LINES[0].encode()
    yield "boundary.eml", head + b"Content-Type: multipart/mixed; boundary=" + b"-" * 10_000 + b"\n\n" + b"-" * LINE
    yield "no-charset.eml", head + b"Content-Type: text/plain; charset=no-such-thing\n\n" + LINES[0].encode() + b"\xff"
    yield "base64.eml", head + b"Content-Transfer-Encoding: base64\n\n" + b"A" * 99_999 + b"=?"
    yield "path.eml", good_files()[".eml"].replace(b'filename="note.txt"', b'filename="../../../evil.txt"')
    yield "uuencoded.eml", head + b"Content-Transfer-Encoding: x-uuencode\n\nbegin 644 ../../evil\n" + b"M" * 50_000
    yield "quotes.eml", head + b"\n" + b">" * 50_000 + b" a\n" + b"> " * 20_000 + b"b\n"
    yield "separators.mbox", b"From a@example.org Fri May  7 10:00:00 2021\n\n\n" * 20_000
    yield "no-mail.mbox", b"From here on nothing is a mail.\n" * 100
    yield "no-words.eml", head + b"\n"


def archives() -> Iterator[tuple[str, bytes]]:
    """Yield archives: bombs of every kind, ways out of the folder, sizes that lie."""
    zeros = bytes(30_000_000)
    yield "bomb.zip", packed({"a.txt": zeros})
    yield "bombs.zip", packed({f"{i}.txt": b"a" * 15_000_000 for i in range(20)})
    nest = packed({"a.txt": zeros})
    for _ in range(6):
        nest = packed({f"{i}.zip": nest for i in range(10)})
    yield "nested.zip", nest
    yield "quine-like.zip", packed({"a.zip": packed({"b.zip": packed({"c.zip": packed({"d.zip": packed({"e.txt": b"a"})})})})})
    yield "overlapping.zip", overlapping(2_000)
    yield "ways-out.zip", packed({name: TEXT.encode() for name in ESCAPES})
    yield "smaller-size.zip", lied(packed({"a.txt": TEXT.encode() * 50}), 10)
    yield "larger-size.zip", lied(packed({"a.txt": TEXT.encode()}), 2**32 - 2)
    yield "same-name.zip", same_name()
    yield "link.zip", link("../../../../etc/passwd")
    yield "many.zip", packed({f"{i}.txt": b"" for i in range(12_000)}, method=zipfile.ZIP_STORED)
    yield "folders.zip", packed({"a/" * 2_000 + "b.txt": TEXT.encode()})
    yield "bzip2.zip", packed({"a.txt": zeros}, method=zipfile.ZIP_BZIP2)
    yield "lzma.zip", packed({"a.txt": zeros}, method=zipfile.ZIP_LZMA)
    yield "encrypted.zip", encrypted(packed({"a.txt": TEXT.encode()}))
    yield "empty.zip", packed({})
    yield "only-folders.zip", packed({"a/": b"", "b/": b""})
    yield "comment.zip", packed({"a.txt": b"a"})[:-2] + b"\xff\xff" + b"PK\x05\x06" * 5_000
    yield "bad-in-it.zip", packed({"bad.pdf": b"%PDF-1.7 nothing", "worse.docx": b"PK\x03\x04", "b.txt": b"\x00"})
    yield "far.zip", packed({"a.txt": b"a"})[:-6] + struct.pack("<I", 2**32 - 1) + b"\x00\x00"


def packages() -> Iterator[tuple[str, bytes]]:
    """Yield Office files: entities, deep nesting, bombs, parts that are not there."""
    word, sheet = good_files()[".docx"], good_files()[".xlsx"]
    body, cells = part_of(word, "word/document.xml"), part_of(sheet, "xl/worksheets/sheet1.xml")
    for name, doctype in (("laughs", LAUGHS), ("outside", OUTSIDE)):
        yield f"{name}.docx", repacked(word, "word/document.xml", _with_type(body, doctype, "w:document"))
        yield f"{name}.xlsx", repacked(sheet, "xl/worksheets/sheet1.xml", _with_type(cells, doctype, "worksheet"))
        yield f"{name}-styles.docx", repacked(word, "word/styles.xml", _with_type(part_of(word, "word/styles.xml"), doctype, "s"))
        yield f"{name}-shared.xlsx", repacked(sheet, "xl/sharedStrings.xml", (doctype.format(
            root="sst") + f"<sst xmlns='{SPREADSHEET}'><si><t>&a9;</t></si></sst>").encode())
    yield "nested.docx", _word(b"<w:tbl><w:tr><w:tc>" * 20_000)
    yield "runs.docx", _word(b"<w:p>" + b"<w:r><w:t>a</w:t></w:r>" * 300_000 + b"</w:p>")
    yield "boxes.docx", _word(b"<w:p><w:r><w:pict><w:txbxContent>" * 5_000)
    yield "deleted.docx", _word(b"<w:p><w:del><w:r><w:delText>a</w:delText></w:r></w:del></w:p>")
    yield "blanks.docx", _word(b" " * 60_000_000)
    yield "no-body.docx", repacked(word, "word/document.xml", f"<w:document xmlns:w='{WORD}'/>".encode())
    yield "no-xml.docx", repacked(word, "word/document.xml", b"nothing")
    yield "no-styles.docx", repacked(word, "word/styles.xml", b"")
    yield "no-types.docx", repacked(word, "[Content_Types].xml", b"<Types/>")
    yield "away.docx", repacked(word, "word/_rels/document.xml.rels", part_of(word, "word/_rels/document.xml.rels").replace(
        b"styles.xml", b"../../../../etc/passwd"))
    yield "wide.xlsx", _sheet(b"<row r='1'>" + b"<c r='A1' t='inlineStr'><is><t>a</t></is></c>" * 16_000 + b"</row>")
    yield "far.xlsx", _sheet(b"<row r='1'><c r='A1' t='inlineStr'><is><t>who</t></is></c></row>"
                             b"<row r='1048576'><c r='XFD1048576' t='inlineStr'><is><t>a</t></is></c></row>")
    yield "beyond.xlsx", _sheet(b"<row r='99999999999'><c r='ZZZZZZZ9' t='s'><v>99999999</v></c></row>")
    yield "nested.xlsx", _sheet(b"<row><c><is>" * 20_000)
    yield "bomb.xlsx", _sheet(b"<row/>" + b" " * 90_000_000)
    yield "no-xml.xlsx", repacked(sheet, "xl/worksheets/sheet1.xml", b"nothing")
    yield "no-book.xlsx", repacked(sheet, "xl/workbook.xml", b"<workbook/>")
    yield "date.xlsx", repacked(sheet, "xl/worksheets/sheet1.xml", cells.replace(b"2021-05-04", b"9e999"))


def feeds() -> Iterator[tuple[str, bytes]]:
    """Yield feeds: entities, deep nesting, addresses of files."""
    yield "laughs.xml", (LAUGHS.format(root="rss") + RSS.replace("One", "&a9;").partition("?>")[2]).encode()
    yield "outside.xml", ('<?xml version="1.0"?>' + OUTSIDE.format(root="rss") + RSS.replace("One", "&a9;").partition("?>")[2]).encode()
    yield "nested.xml", b"<rss><channel>" + b"<item>" * 50_000
    yield "items.xml", b"<rss><channel>" + b"<item><title>a</title><link>b</link></item>" * 50_000
    yield "file.xml", RSS.replace("https://example.org/1", "file:///etc/passwd").encode()
    yield "way-out.xml", RSS.replace("https://example.org/1", "https://example.org/../../../evil\x01").encode()
    yield "script.xml", RSS.replace(LINES[0], "&lt;script&gt;while(1);&lt;/script&gt;").encode()
    yield "empty.xml", b"<rss><channel/></rss>"
    yield "dates.xml", RSS.replace("<title>One", "<pubDate>99999999999999999999</pubDate><title>One").encode()
    yield "attributes.xml", b"<rss " + b" ".join(b"a%d='1'" % i for i in range(50_000)) + b"><channel/></rss>"


def documents() -> Iterator[tuple[str, bytes]]:
    """Yield PDFs: of 100,000 pages, in a ring, nested, with streams that unpack to much."""
    yield "pages.pdf", pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 100000/Kids[" + b"3 0 R " * 100_000 + b"]>>",
                            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>"])
    yield "claimed-pages.pdf", pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 2147483647/Kids[3 0 R]>>",
                                    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>"])
    yield "ring.pdf", pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 5/Kids[2 0 R 2 0 R]>>"])
    yield "nested.pdf", pdf([b"<</Type/Catalog/Pages 2 0 R/A " + b"[" * 100_000 + b"]" * 100_000 + b">>",
                             b"<</Type/Pages/Count 0/Kids[]>>"])
    yield "dictionaries.pdf", pdf([b"<</Type/Catalog/Pages 2 0 R/A " + b"<</B " * 50_000 + b">>" * 50_000 + b">>",
                                   b"<</Type/Pages/Count 0/Kids[]>>"])
    yield "stream.pdf", _paged(zlib.compress(b" " * 300_000_000, 9), b"/Filter/FlateDecode")
    yield "twice-packed.pdf", _paged(zlib.compress(zlib.compress(b"q " * 100_000_000, 9), 9), b"/Filter[/FlateDecode/FlateDecode]")
    yield "words.pdf", _paged(zlib.compress(b"BT /F1 9 Tf 10 10 Td " + b"(Macron met Merkel) Tj " * 400_000 + b"ET"),
                              b"/Filter/FlateDecode")
    yield "saved-states.pdf", _paged(zlib.compress(b"q " * 5_000_000), b"/Filter/FlateDecode")
    yield "lines.pdf", _paged(zlib.compress(b"0 0 m 9 9 l S " * 100_000), b"/Filter/FlateDecode")
    yield "length.pdf", _paged(b"BT ET", b"/Length 999999999")
    yield "form.pdf", pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
                           b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
                           b"<</Length 5>>stream\n/X Do\nendstream",
                           b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 11>>stream\n"
                           b"/X Do /X Do\nendstream"])
    yield "head-only.pdf", b"%PDF-1.7\n"
    yield "huge-page.pdf", pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
                                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e38 1e38]>>"])


def tables() -> Iterator[tuple[str, bytes]]:
    """Yield tables: wide, nested, with lone surrogates and NULs in their cells, of numbers that are none."""
    yield "wide.csv", b",".join(b"c%d" % i for i in range(200_000)) + b"\n" + b"a," * 200_000
    yield "field.csv", b"who,from\n\"" + b"a" * LINE + b"\",2021-05-04\n"
    yield "unclosed.csv", b"who,from\n\"" + b"a,b\n" * 100_000
    yield "quotes.csv", b"who,from\n" + b'"' * 200_000
    yield "ragged.csv", b"who,from\n" + b"\n".join(b"a," * i for i in range(500))
    yield "no-rows.csv", b"who,from,country\n"
    yield "same-columns.csv", b"who,who,who\na,b,c\n"
    yield "nul.csv", b"who,from\na\x00b,2021-05-04\n"
    yield "dates.csv", b"who,from,country\nAda Bo,0000-00-00,FR\nAda Bo,99999-01-01,FR\nAda Bo,2021-02-30,FR\nAda Bo,\xc2\xb2,FR\n"
    yield "country.csv", b"who,from,country\nAda Bo,2021-05-04,XX\nAda Bo,2021-05-04,\xe2\x80\xae\n"
    yield "formula.csv", b"who,from,country\n=cmd|'/c calc'!A0,2021-05-04,FR\n"
    yield "cell.csv", ("who,from,country,remarks\nJavad Zarif,2021-05-04,RU,\"" + "(AFP, May 4 " * 8_000 + "\"\n").encode()
    yield "lone-surrogate.jsonl", b"\n".join(json.dumps(row | {"remarks": LINES[1] + "\ud800"}).encode() for row in ROWS)
    yield "surrogate-key.jsonl", json.dumps(ROWS[0] | {"\udfff": "a"}).encode()
    yield "nul.jsonl", json.dumps(ROWS[0] | {"remarks": LINES[1] + "\x00 and so on", "who": "Javad\x00 Zarif"}).encode()
    yield "nested.jsonl", b'{"who": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    yield "nested-little.jsonl", b'{"who": ' + b"[" * 900 + b"]" * 900 + b"}"
    yield "numbers.jsonl", b'{"who": NaN, "from": 1e999, "country": -0}\n{"who": ' + b"9" * 10_000 + b"}"
    yield "no-objects.jsonl", b"[1]\n2\nnull\n"
    yield "keys.jsonl", json.dumps({f"k{i}": "a" for i in range(100_000)}).encode()
    yield "no-table.parquet", b"PAR1" + bytes(100) + b"PAR1"
    yield "footer.parquet", b"PAR1" + bytes(20) + struct.pack("<I", 2**31 - 1) + b"PAR1"
    yield "repeated.parquet", parquet({"who": ["Ada Bo" * 200_000] * 200})
    yield "rows.parquet", parquet({"who": ["Ada"] * 2_000_000})
    yield "bytes.parquet", parquet({"who": [b"\xff\x00\xed\xa0\x80"], "from": [b"2021-05-04"]})
    yield "wide.parquet", parquet({f"c{i}": [1] for i in range(5_000)})


def disguises() -> Iterator[tuple[str, bytes]]:
    """Yield every good file under every other ending, and files of kinds that are not read."""
    files = good_files()
    for ending, raw in files.items():
        for other in files:
            if other != ending:
                yield f"is{ending}{other}", raw
    for name, magic in (("png", b"\x89PNG\r\n\x1a\n"), ("gz", b"\x1f\x8b\x08"), ("exe", b"MZ\x90\x00"), ("ole", b"\xd0\xcf\x11\xe0"),
                        ("rtf", b"{\\rtf1"), ("tiff", b"II*\x00"), ("rar", b"Rar!\x1a\x07")):
        yield f"{name}.pdf", magic + bytes(500)
        yield f"{name}.txt", magic + TEXT.encode()


def pdf(objects: list[bytes]) -> bytes:
    """Return a PDF of these objects, the first of which is its catalogue."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, words in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj" % number + words + b"endobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % at for at in places)
    return bytes(out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))


def parquet(columns: dict[str, list]) -> bytes:
    """Return a Parquet file of these columns."""
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(columns), out, compression="zstd")
    return out.getvalue()


def overlapping(count: int) -> bytes:
    """Return an archive whose directory names the same packed bytes again and again."""
    raw = bytearray(packed({"a.txt": b"a" * 10_000_000}))
    start = raw.rindex(b"PK\x01\x02")
    end = raw.rindex(b"PK\x05\x06")
    entry = bytes(raw[start:end])
    named = b"".join(entry[:46] + b"%05d" % i + entry[51:] for i in range(count))
    return bytes(raw[:start]) + named + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(named), start, 0)


def lied(raw: bytes, size: int) -> bytes:
    """Return an archive that tells another size of its first member, in its head and in the directory."""
    out = bytearray(raw)
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = raw.index(mark) + place
        out[at:at + 4] = struct.pack("<I", size)
    return bytes(out)


def encrypted(raw: bytes) -> bytes:
    """Return an archive that says that its first member has a password."""
    out = bytearray(raw)
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        out[raw.index(mark) + place] |= 1
    return bytes(out)


def same_name() -> bytes:
    """Return an archive that holds several members of one name."""
    return packed({"a.txt": TEXT.encode(), "b.txt": b"\x00"}).replace(b"b.txt", b"a.txt")


def link(target: str) -> bytes:
    """Return an archive of one symbolic link."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("a.txt")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, target)
    return out.getvalue()


def _with_type(words: bytes, doctype: str, root: str) -> bytes:
    """Return XML with a document type, whose last entity stands in its first words."""
    head, _, rest = words.partition(b"?>")
    before, mark, after = rest.partition(b"<w:t>") if b"<w:t>" in rest else rest.partition(b"<v>")
    return head + b"?>" + doctype.format(root=root).encode() + before + mark + (b"&a9;" if mark else b"") + after


def _word(body: bytes) -> bytes:
    return repacked(good_files()[".docx"], "word/document.xml",
                    f"<w:document xmlns:w='{WORD}'><w:body>".encode() + body + b"</w:body></w:document>")


def _sheet(rows: bytes) -> bytes:
    return repacked(good_files()[".xlsx"], "xl/worksheets/sheet1.xml",
                    f"<worksheet xmlns='{SPREADSHEET}'><sheetData>".encode() + rows + b"</sheetData></worksheet>")


def _paged(stream: bytes, entries: bytes) -> bytes:
    length = b"" if b"/Length" in entries else b"/Length %d" % len(stream)
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
                b"<<" + length + entries + b">>stream\n" + stream + b"\nendstream",
                b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"])
