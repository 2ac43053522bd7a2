"""DOCX: what styles, numbering and tables say of the layout, which words count, and which files are refused."""
from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls

from etl.formats.content import Content, Limits, Unreadable
from etl.formats.docx import read
from etl.formats.sniff import format_of
from seeds import SEEDS
from tests.etl.formats.conftest import Printed
from tests.printing import RUNNING, blocks

SENTENCE = "The ministers of the two countries met in the capital and spoke about trade and the river that divides them."


def saved(document: docx.document.Document) -> bytes:
    """Return a document as the bytes of its file."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def parts(document: docx.document.Document) -> list[tuple[str, str]]:
    """Return kind and words of what is read of a document."""
    content: Content = read(saved(document), Limits())
    return [(part.kind, part.span.of(content.text)) for part in content.parts]


def paragraph(xml: str) -> object:
    """Return a paragraph of the runs given in XML."""
    return parse_xml(f'<w:p {nsdecls("w")}>{xml}</w:p>')


def run(words: str, properties: str = "") -> str:
    """Return a run of words in XML."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def words_of(xml: str) -> str:
    """Return what is read of a document of one paragraph."""
    document = docx.Document()
    document.element.body.insert(0, paragraph(xml))
    return parts(document)[0][1]


@pytest.mark.parametrize("stem", ["1995-11-dayton", "2015-07-vienna"])
def test_a_bulletin_saved_by_an_office_program_has_the_blocks_of_its_text(printed: Printed, stem: str) -> None:
    content = read(printed(stem, "docx"), Limits())
    assert blocks(content.text, content.parts) == blocks((SEEDS / "bulletins" / f"{stem}.txt").read_text(encoding="utf-8"))
    assert RUNNING not in content.text
    assert {part.page for part in content.parts} == {None}


def test_styles_tell_titles_headings_items_and_captions() -> None:
    document = docx.Document()
    for style, words in (("Title", "Weekly Note"), ("Heading 1", "The Talks"), ("List Bullet", "First."),
                         ("List Number", "Second."), ("Caption", "The bridge"), ("Normal", SENTENCE)):
        document.add_paragraph(words, style)
    assert [kind for kind, _ in parts(document)] == ["title", "heading", "item", "item", "caption", "text"]


def test_a_style_inherits_its_numbering_and_its_level() -> None:
    document = docx.Document()
    for name, base in (("Our Item", "List Bullet"), ("Our Head", "Heading 2")):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles[base]
    for style in ("Title", "Our Head", "Our Item"):
        document.add_paragraph("The Talks", style)
    assert [kind for kind, _ in parts(document)] == ["title", "heading", "item"]


def test_numbering_taken_away_by_the_paragraph_makes_no_item() -> None:
    document = docx.Document()
    plain = document.add_paragraph(SENTENCE, "List Bullet")
    plain._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'))
    assert parts(document) == [("text", SENTENCE)]


def test_a_level_of_outline_or_bold_type_makes_a_heading() -> None:
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    for _ in range(2):
        levelled = document.add_paragraph("The Talks of the Week")
        levelled._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="1"/>'))
    document.add_paragraph().add_run("The Bridge").bold = True
    document.add_paragraph(SENTENCE).runs[0].bold = True
    assert [kind for kind, _ in parts(document)] == ["text", "heading", "heading", "heading", "text"]


def test_the_only_highest_heading_at_the_top_is_the_title() -> None:
    document = docx.Document()
    for style, words in (("Heading 1", "Weekly Note"), ("Heading 2", "The Talks"), ("Normal", SENTENCE)):
        document.add_paragraph(words, style)
    assert [kind for kind, _ in parts(document)] == ["title", "heading", "text"]


def test_the_cells_of_a_table_are_parts_in_the_order_of_the_rows() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    told = ("May 3", "Berlin", "May 4", "Paris")
    for cell, words in zip((cell for row in table.rows for cell in row.cells), told, strict=True):
        cell.text = words
    assert parts(document) == [("paragraph", words) for words in told]


@pytest.mark.parametrize(("xml", "told"), [
    (f'{run("met ")}<w:hyperlink>{run("Macron")}</w:hyperlink>{run(" again")}', "met Macron again"),
    (f'{run("met")}<w:ins>{run(" Merkel")}</w:ins><w:del><w:r><w:delText> Macron</w:delText></w:r></w:del>', "met Merkel"),
    (f'<w:moveFrom>{run("gone")}</w:moveFrom>{run("met")}<w:moveTo>{run(" here")}</w:moveTo>', "met here"),
    (f'{run("met")}{run(" in secret", "<w:vanish/>")}', "met"),
    (f'{run("met")}<w:r><w:tab/></w:r>{run("Merkel")}<w:r><w:br/></w:r>{run("again")}', "met Merkel\nagain"),
    (f'{run("co")}<w:r><w:noBreakHyphen/></w:r>{run("chairmen")}', "co-chairmen"),
    (run("they met.") + run("7", '<w:vertAlign w:val="superscript"/>'), "they met.[7]"),
    (f'<w:fldSimple w:instr="DATE">{run("May 3")}</w:fldSimple><w:r><w:instrText>PAGE</w:instrText></w:r>', "May 3"),
    (f'<w:sdt><w:sdtContent>{run("met")}</w:sdtContent></w:sdt>', "met"),
], ids=["link", "insertion and deletion", "move", "hidden", "tab and break", "hyphen", "raised number", "field", "control"])
def test_the_words_of_a_paragraph_are_those_that_stand(xml: str, told: str) -> None:
    assert words_of(xml) == told


def test_a_box_of_text_comes_once_and_after_its_paragraph() -> None:
    box = f'<w:txbxContent><w:p>{run("In the box")}</w:p></w:txbxContent>'
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    xml = (f'<w:r><mc:AlternateContent {mc}><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
           f'<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>{run(SENTENCE)}')
    document = docx.Document()
    document.element.body.insert(0, paragraph(xml))
    assert [words for _, words in parts(document)] == [SENTENCE, "In the box"]


def test_footnotes_are_marked_where_they_are_called_and_told_at_the_end(converter: Printed) -> None:
    note = '<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>'
    page = (f'<p>{SENTENCE}{note} They met again.</p><p>{SENTENCE}</p><div id="sdfootnote1"><p class="sdfootnote">'
            '<a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Reuters, May 4.</p></div>')
    content = read(converter(page, "docx"), Limits())
    assert f"{SENTENCE}[1] They met again." in content.text
    assert content.text.endswith("\n\n[1] Reuters, May 4.")


def test_only_a_title_in_the_metadata_that_could_be_one_is_kept() -> None:
    for title, kept in (("Talks on the River", "Talks on the River"), ("Microsoft Word - note.doc", None), ("", None)):
        document = docx.Document()
        document.add_paragraph(SENTENCE)
        document.core_properties.title = title
        assert read(saved(document), Limits()).stated.title == kept


def refused(raw: bytes, limits: Limits = Limits()) -> str:
    """Return why a DOCX is refused."""
    with pytest.raises(Unreadable) as caught:
        read(raw, limits)
    return caught.value.reason


def changed(change: Callable[[str, bytes], bytes | None]) -> bytes:
    """Return a good DOCX with its members changed; None leaves one out."""
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(document))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = change(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("change", [
    lambda name, data: data[:len(data) // 2] if name == "word/document.xml" else data,
    lambda name, data: None if name == "[Content_Types].xml" else data,
    lambda name, data: None if name == "_rels/.rels" else data,
    lambda name, data: b"<a/>" if name == "word/styles.xml" else data,
    lambda name, data: b"<a/>" if name == "word/document.xml" else data,
], ids=["cut XML", "no types", "no relations", "strange styles", "strange body"])
def test_a_package_whose_members_do_not_fit_is_damaged_or_read(change: Callable[[str, bytes], bytes | None]) -> None:
    try:
        assert SENTENCE in read(changed(change), Limits()).text
    except Unreadable as error:
        assert error.reason == "damaged"


def test_a_file_cut_in_the_middle_is_damaged() -> None:
    raw = changed(lambda _, data: data)
    assert refused(raw[:len(raw) // 2]) == "damaged"


def test_a_document_of_pictures_only_holds_no_text() -> None:
    document = docx.Document()
    document.add_paragraph()._p.append(OxmlElement("w:r"))
    document.paragraphs[0]._p[-1].append(OxmlElement("w:drawing"))
    assert refused(saved(document)) == "no_text"


def test_a_document_of_too_much_text_is_refused() -> None:
    document = docx.Document()
    document.add_paragraph("word " * 10_000)
    with pytest.raises(Unreadable, match="characters of text"):
        read(saved(document), Limits(text=40_000))


def test_a_word_file_with_a_password_is_called_encrypted() -> None:
    with pytest.raises(Unreadable) as caught:
        format_of(b"\xd0\xcf\x11\xe0" + bytes(1000) + "EncryptedPackage".encode("utf-16-le"), "note.docx")
    assert caught.value.reason == "encrypted"


def test_a_ring_of_styles_does_no_harm() -> None:
    document = docx.Document()
    first, second = (document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH) for name in ("One", "Two"))
    first.base_style, second.base_style = second, first
    document.add_paragraph(SENTENCE, "One")
    assert parts(document) == [("text", SENTENCE)]
