"""What is said of meetings and evidence in a line."""
from __future__ import annotations

from collections import namedtuple
from datetime import date

from explorer.tables import table
from explorer.told import evidence, original_page, party_links, party_name, place, sources

Piece = namedtuple("Piece", "document_id document section passage_id char_start char_end quote page text passage_start ordinal "
                            "uri media_type outlets")
NOBODY = {"person_id": None, "person": None, "organization_id": None, "organization": None, "role": None, "country_code": None}


def piece(uri: str) -> Piece:
    """Return a piece of evidence on page 3 of a printed document."""
    return Piece("d1", "A <Note>", "News", "d1-p1", 12, 15, "met", 3, "A met B.", 10, 1, uri, "application/pdf",
                 [{"outlet": "AFP", "day": date(2021, 5, 4)}, {"outlet": "AP", "day": None}])


def test_evidence_is_marked_and_says_who_where_and_how_to_read_it() -> None:
    told = evidence(piece("https://example.org/note.pdf"))
    assert 'A <mark class="rx-evidence">met</mark> B.' in told
    assert "AFP, 4 May 2021; AP" in told and "page 3" in told
    assert 'href="https://example.org/note.pdf#page=3"' in told
    assert 'href="document?id=d1&amp;at=1"' in told and "A &lt;Note&gt;" in told


def test_an_original_that_is_no_page_of_the_web_is_not_linked() -> None:
    for uri in ("/home/ann/note.pdf", "javascript:alert(1)", "file:///note.pdf"):
        assert "original page" not in evidence(piece(uri))


def test_only_a_printed_page_is_gone_to() -> None:
    assert original_page("https://e.org/a", "text/html", 3) == "https://e.org/a"
    assert original_page("https://e.org/a.pdf", "application/pdf", None) == "https://e.org/a.pdf"


def test_sources_are_named_once_and_their_absence_is_empty() -> None:
    assert sources(None) == ""
    assert sources([{"outlet": "AP", "day": None}] * 2) == "AP"


def test_a_party_is_called_by_the_most_that_is_known_of_it() -> None:
    assert party_name(NOBODY) == "somebody not named"
    assert party_name(NOBODY | {"country_code": "FR"}) == "France"
    assert party_name(NOBODY | {"country_code": "FR", "role": "French minister"}) == "French minister"
    assert party_name(NOBODY | {"organization": "NATO", "person": "Ann"}) == "Ann"


def test_on_the_page_of_somebody_only_the_others_are_listed() -> None:
    ann = NOBODY | {"person_id": "ann", "person": "Ann", "organization_id": "nato", "organization": "NATO"}
    nato = NOBODY | {"organization_id": "nato", "organization": "NATO"}
    assert "Ann" not in party_links([ann, nato], without="ann")
    assert party_links([ann, nato], without="nato") == party_links([ann])


def test_a_place_that_is_a_country_is_named_once() -> None:
    assert place("Oslo", "NO") == "Oslo, Norway"
    assert place("Norway", "NO") == place(None, "NO") == "Norway"
    assert place(None, None) == ""


def test_columns_without_anything_are_left_out() -> None:
    drawn = table(("A", "B", "C"), [("x", None, 0), ("y", "", 1)], label="t")
    assert "<th scope=\"col\">B</th>" not in drawn and ">0</td>" in drawn
