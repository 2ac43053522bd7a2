"""PDF: what a printed bulletin says of its layout, and which files are refused."""
from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest

from etl.formats.content import Content, Limits, Unreadable
from etl.formats.pdf import read
from seeds import SEEDS
from tests.etl.formats.conftest import Printed
from tests.printing import RUNNING, blocks, scan_of

SENTENCE = "The ministers of the two countries met in the capital and spoke about trade and the river that divides them."


def text_of(stem: str) -> str:
    """Return a bulletin of the seeds."""
    return (SEEDS / "bulletins" / f"{stem}.txt").read_text(encoding="utf-8")


def parts(content: Content) -> list[tuple[str, str]]:
    """Return kind and words of each part, with line ends as blanks."""
    return [(part.kind, " ".join(part.span.of(content.text).split())) for part in content.parts]


@pytest.mark.parametrize(("stem", "columns"), [
    ("1995-11-dayton", 1), ("2015-07-vienna", 1), ("1998-04-good-friday", 1),
    ("1975-08-helsinki", 2), ("1993-09-oslo-washington", 2),
])
def test_a_printed_bulletin_has_the_blocks_of_its_text(printed: Printed, stem: str, columns: int) -> None:
    content = read(printed(stem, "pdf", columns), Limits())
    assert blocks(content.text, content.parts) == blocks(text_of(stem))


def test_each_part_tells_its_page_and_running_heads_are_left_out(printed: Printed) -> None:
    content = read(printed("1995-11-dayton", "pdf"), Limits())
    pages = [part.page for part in content.parts]
    assert (pages[0], pages[-1]) == (1, len(pypdfium2.PdfDocument(printed("1995-11-dayton", "pdf"))))
    assert pages == sorted(pages)
    assert RUNNING not in content.text
    assert "Page" not in content.text


def test_line_ends_stay_within_a_paragraph(printed: Printed) -> None:
    content = read(printed("1995-11-dayton", "pdf"), Limits())
    assert max(map(len, content.text.splitlines())) < 130


def test_the_largest_heading_is_the_title_and_bold_lines_are_headings(converter: Printed) -> None:
    page = f"<h1>Talks on the River</h1><h2>The Bridge</h2><p>{SENTENCE}</p><p><b>The Ferry</b></p><p>{SENTENCE}</p>"
    content = read(converter(page, "pdf"), Limits())
    assert [kind for kind, _ in parts(content)] == ["title", "heading", "text", "heading", "text"]


def test_raised_numbers_are_marks_of_notes_unless_they_are_square_metres(converter: Printed) -> None:
    content = read(converter(f"<p>{SENTENCE}<sup>7</sup> They spoke of 25 km<sup>2</sup> of land.</p>", "pdf"), Limits())
    assert "them.[7] They" in parts(content)[0][1]
    assert "25 km2 of" in parts(content)[0][1]


def test_the_cells_of_a_table_are_read_row_by_row(converter: Printed) -> None:
    rows = "".join(f"<tr><td>May {day}, 2021</td><td>{place}</td><td>{SENTENCE} {SENTENCE}</td></tr>"
                   for day, place in ((3, "Berlin, Germany"), (4, "Paris, France"), (5, "Rome, Italy"), (6, "Vienna, Austria")))
    cells = [words for _, words in parts(read(converter(f"<table border=1>{rows}</table>", "pdf"), Limits()))]
    visit = f"{SENTENCE} {SENTENCE}"
    assert cells[:6] == ["May 3, 2021", "Berlin, Germany", visit, "May 4, 2021", "Paris, France", visit]


def test_a_title_in_the_metadata_is_kept_and_the_day_of_printing_is_no_publication(converter: Printed) -> None:
    stated = read(converter(f"<title>Talks on the River</title><p>{SENTENCE}</p>", "pdf"), Limits()).stated
    assert (stated.title, stated.published_on) == ("Talks on the River", None)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_all_the_same(printed: Printed, degrees: int) -> None:
    raw, out = printed("1995-11-dayton", "pdf"), io.BytesIO()
    document = pypdfium2.PdfDocument(raw)
    for page in document:
        page.set_rotation(degrees)
    document.save(out)
    assert read(out.getvalue(), Limits()) == read(raw, Limits())


def refused(raw: bytes, limits: Limits = Limits()) -> str:
    """Return why a PDF is refused."""
    with pytest.raises(Unreadable) as caught:
        read(raw, limits)
    return caught.value.reason


def test_a_scan_without_text_is_refused(office: Path) -> None:
    assert refused(scan_of(office)) == "no_text"


def test_a_pdf_with_a_password_is_refused(converter: Printed) -> None:
    assert refused(converter(f"<p>{SENTENCE}</p>", "pdf", password="river")) == "encrypted"


@pytest.mark.parametrize("raw", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"<<>>" * 1000], ids=["nothing", "no pages"])
def test_a_damaged_pdf_is_refused(raw: bytes) -> None:
    assert refused(raw) == "damaged"


def test_a_pdf_cut_in_the_middle_is_read_as_far_as_it_goes_or_refused(printed: Printed) -> None:
    raw = printed("1995-11-dayton", "pdf")
    assert refused(raw[:len(raw) // 2]) in ("damaged", "no_text")


def test_a_pdf_of_too_many_pages_is_refused_before_they_are_read() -> None:
    document, out = pypdfium2.PdfDocument.new(), io.BytesIO()
    for _ in range(4):
        document.new_page(595, 842)
    document.save(out)
    assert refused(out.getvalue(), Limits(pages=3)) == "too_large"


def test_a_pdf_of_too_much_text_is_refused(printed: Printed) -> None:
    assert refused(printed("1995-11-dayton", "pdf"), Limits(text=1000)) == "too_large"
