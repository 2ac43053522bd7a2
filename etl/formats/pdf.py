"""Read PDF: the words with their place on the page, page by page.

Refused: what is encrypted, damaged, longer than the limit, or holds pictures of text instead of text.
"""
from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from etl.formats.content import Composer, Content, Limits, Unreadable
from etl.formats.pdf_layout import paragraphs_in_order
from etl.formats.pdf_pages import Page, page_of
from etl.formats.titles import sensible_title
from etl.records import Stated

LOCKED = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
SOME = 20
"""Characters a document holds at least: a stamp on a scan has fewer."""


def read(raw: bytes, limits: Limits) -> Content:
    """Return the text with title, headings, captions and pages told by the geometry."""
    document = _opened(raw)
    try:
        if len(document) > limits.pages:
            raise Unreadable("too_large", f"has {len(document):,} pages, over the limit of {limits.pages:,}; "
                                          "split it or raise limits.pages in rapporteur.toml")
        stated = Stated(title=sensible_title(document.get_metadata_value("Title")))
        pages = list(_pages(document, limits))
    finally:
        document.close()
    if sum(len(line.text) for page in pages for line in page.lines) < SOME:
        raise Unreadable("no_text", "holds no text, only pictures of it, it seems; run character recognition over it first")
    composer = Composer()
    for paragraph in paragraphs_in_order(pages):
        composer.add(paragraph.kind, paragraph.words, page=paragraph.lines[0].page)
    return composer.content(stated)


def _opened(raw: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if error.err_code in LOCKED:
            raise Unreadable("encrypted", "is encrypted; save it without a password") from error
        raise Unreadable("damaged", f"is a damaged PDF ({error}); get it again from where it came") from error


def _pages(document: pypdfium2.PdfDocument, limits: Limits) -> Iterator[Page]:
    """Yield the pages one by one, each closed before the next is opened."""
    held = 0
    for at in range(len(document)):
        page = _page(document, at)
        held += sum(len(line.text) for line in page.lines)
        if held > limits.text:
            raise Unreadable("too_large", f"holds more than {limits.text:,} characters of text; "
                                          "split it or raise limits.text in rapporteur.toml")
        yield page


def _page(document: pypdfium2.PdfDocument, at: int) -> Page:
    try:
        page = document[at]
        try:
            return page_of(page, at + 1)
        finally:
            page.close()
    except pypdfium2.PdfiumError as error:
        raise Unreadable("damaged", f"is a PDF whose page {at + 1} is damaged; get it again from where it came") from error
