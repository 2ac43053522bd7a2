"""What is found in a file: the document that it is, or those that it holds."""
from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

from etl.errors import Rejection
from etl.formats.content import Limits
from etl.intake.arrive import Arrived, arrive
from etl.intake.discover import input_at
from etl.intake.inputs import Intake
from etl.intake.originals import Originals
from tests.conftest import BULLETIN

NOTE = BULLETIN.format(day=4)
FEED = """<rss version="2.0"><channel><title>t</title><item><title>A Note</title><guid>1</guid>
<description>Ada Holm met Boris Karl in Oslo.</description><pubDate>Tue, 04 May 2021 08:00:00 GMT</pubDate></item></channel></rss>"""


def zipped(**files: str | bytes) -> bytes:
    """Return a ZIP of files; a double underscore in a name stands for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, raw in files.items():
            archive.writestr(name.replace("__", "."), raw)
    return out.getvalue()


def mail(**attached: bytes) -> bytes:
    """Return a mail with a bulletin as its words."""
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = "Ada <ada@example.org>", "A Note", "Tue, 04 May 2021 08:00:00 +0000"
    message.set_content(NOTE)
    for name, raw in attached.items():
        message.add_attachment(raw, maintype="application", subtype="octet-stream", filename=name.replace("__", "."))
    return message.as_bytes()


def arrivals(folder: Path, name: str, raw: bytes, limits: Limits = Limits()) -> list[Arrived | Rejection]:
    """Return what arrives in a file of this name."""
    (folder / name).write_bytes(raw)
    return list(arrive(input_at(folder / name), Intake(limits, Originals(folder / "originals"))))


def told(found: list[Arrived | Rejection]) -> list[tuple[str, str]]:
    """Return the names after the file's own, with "read" or why not."""
    return [((each.input.uri if isinstance(each, Arrived) else each.uri).partition("!/")[2],
             "read" if isinstance(each, Arrived) else each.reason) for each in found]


def test_a_document_arrives_as_the_file_that_it_is(tmp_path: Path) -> None:
    (arrived,) = arrivals(tmp_path, "note.txt", NOTE.encode())
    assert arrived.input == input_at(tmp_path / "note.txt")
    assert not (tmp_path / "originals").exists()


def test_the_documents_of_an_archive_are_kept_and_its_other_files_left_alone(tmp_path: Path) -> None:
    found = arrivals(tmp_path, "notes.zip", zipped(a__txt=NOTE, b__png=b"\x89PNG", c__html="<html><body>x</body></html>"))
    assert told(found) == [("a.txt", "read"), ("c.html", "read")]
    assert found[0].input.path.read_text(encoding="utf-8") == NOTE


def test_mails_in_an_archive_are_taken_apart(tmp_path: Path) -> None:
    found = arrivals(tmp_path, "notes.zip", zipped(a__eml=mail(more__zip=zipped(deep__txt=NOTE + "Deep."))))
    assert [name.rsplit("!/", 1)[-1] for name, _ in told(found)] == ["0001-a-note.txt", "deep.txt"]
    assert {fate for _, fate in told(found)} == {"read"}
    assert (found[0].input.stated.title, str(found[0].input.stated.published_on)) == ("A Note", "2021-05-04")


def test_a_saved_feed_holds_its_entries(tmp_path: Path) -> None:
    (arrived,) = arrivals(tmp_path, "feed.xml", FEED.encode())
    assert arrived.input.stated.title == "A Note"
    assert b"Ada Holm met Boris Karl" in arrived.input.path.read_bytes()


def test_an_archive_without_documents_says_so(tmp_path: Path) -> None:
    (rejection,) = arrivals(tmp_path, "photos.zip", zipped(b__png=b"\x89PNG"))
    assert (rejection.reason, "(1)" in rejection.detail) == ("no_documents", True)


def test_archives_in_archives_end_somewhere(tmp_path: Path) -> None:
    raw = NOTE.encode()
    for _ in range(9):
        raw = zipped(inner__zip=raw) if raw[:2] == b"PK" else zipped(note__txt=raw)
    (refused,) = arrivals(tmp_path, "deep.zip", raw)
    assert isinstance(refused, Rejection)
    assert "deep" in refused.detail


def test_a_damaged_archive_is_one_rejection(tmp_path: Path) -> None:
    (rejection,) = arrivals(tmp_path, "cut.zip", zipped(a__txt=NOTE * 50)[:-30])
    assert (rejection.reason, rejection.sha256 is not None) == ("damaged", True)
