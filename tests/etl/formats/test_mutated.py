"""Good pages, mails and archives with bytes changed, cut and doubled: each is read or refused, and nothing else happens."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.formats.content import Content, Limits, Unreadable
from etl.formats.readers import content_of, members_of
from etl.formats.sniff import BY_SUFFIX
from tests.etl.formats.pages import BUILDS
from tests.etl.formats.test_archive import packed
from tests.etl.formats.test_mail import box, mail

LIMITS = Limits(bytes=50_000, expanded=200_000, members=50)
BLOCKS = [("title", "Notes: Zürich"), ("heading", "Overview"), ("item", "Ada met Boris."), ("item", "Both signed."),
          ("caption", "Ada (AP, May 4)"), ("paragraph", "They – “all” – left.")]
PAGES = [*(build(BLOCKS).encode() for build in BUILDS),
         BUILDS[0](BLOCKS).replace("utf-8", "iso-8859-2").encode("cp1252", "replace"),
         b"<table><caption>a<tr><th>b<td>c<table><td>d</table><dl><dt>e<dd>f<dt>g</dl><li>h<ul><li>i<svg><p>j<math>k</table>",
         b"<pre>a\n\n b<br>c</pre>", BUILDS[1](BLOCKS).encode("utf-16")]
TOKENS = [b"<", b">", b"</", b"<!--", b"-->", b"<table>", b"</li>", b"<a href='#'>", b"<script>", b"<![CDATA[", b"&#0;",
          b"&#xD800;", b"\x00", b"\xff\xfe", b"\xc3", b"--x", b"\n\n", b"\nFrom a 10:00\n", b"=?utf-8?q?=", b'"', b"{[" * 5,
          b"Content-Type: multipart/mixed; boundary=x\n", b"Content-Transfer-Encoding: base64\n",
          b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"\xff\xff\xff\xff"]
REPLY = """I agree.

On Mon, May 4, 2021 at 10:12 PM Boris <b@example.org> wrote:
> They met.
>
>> In Vienna.
--\x20
Ada
"""


def mails() -> Iterable[bytes]:
    """Yield a reply, a mail in two tellings with attachments, one in another encoding, and a mailbox."""
    reply = mail(REPLY, subject="Ré")
    rich = mail("Plain words.\n")
    rich.add_alternative(PAGES[0].decode(), subtype="html")
    rich.add_attachment(mail("Inner.\n"))
    rich.add_attachment(packed(("a.txt", b"words")), maintype="application", subtype="zip", filename="Zürich.zip")
    coded = EmailMessage()
    coded["Subject"] = "=?iso-8859-1?q?Z=FCrich?="
    coded.set_content("Zürich, ja\n", charset="iso-8859-15", cte="quoted-printable")
    yield from (m.as_bytes() for m in (reply, rich, coded))
    yield box(reply, rich, coded)


MAILS = list(mails())
ARCHIVES = [packed(("a.txt", b"words" * 50), ("b/c.html", PAGES[0])),
            packed(("a.zip", packed(("b.eml", MAILS[0]))), (".c", b"d"), ("e/", b""))]


@st.composite
def mutated(draw: st.DrawFn, good: list[bytes]) -> bytes:
    """Draw a good input after a few changes: bytes replaced, cut or doubled, marks of the formats put in, the end cut off."""
    raw = bytearray(draw(st.sampled_from(good)))
    for _ in range(draw(st.integers(1, 8))):
        at, length = draw(st.integers(0, len(raw))), draw(st.integers(1, 60))
        change = draw(st.sampled_from(("flip", "put", "cut", "double", "end")))
        if change == "flip" and at < len(raw):
            raw[at] ^= draw(st.integers(1, 255))
        elif change == "put":
            raw[at:at] = draw(st.sampled_from(TOKENS)) * draw(st.sampled_from((1, 1, 3, 40)))
        elif change == "cut":
            del raw[at:at + length]
        elif change == "double":
            raw[at:at] = raw[at:at + length] * 3
        elif change == "end":
            del raw[max(at, 1):]
    return bytes(raw)


def read_through(raw: bytes, kind: str) -> list[Content]:
    """Read a document, or all that lies in it, as the intake does; what is refused is left out."""
    try:
        if kind in ("zip", "mail", "mailbox"):
            found = [member for member in members_of(raw, kind, LIMITS) if not isinstance(member, Unreadable)]
            kinds = [(m.raw, BY_SUFFIX.get("." + m.name.rsplit(".", 1)[-1], "text")) for m in found]
            return [content for inner, its in kinds if its in ("text", "html") for content in read_through(inner, its)]
        return [content_of(raw, kind, LIMITS)]
    except Unreadable:
        return []


@pytest.mark.parametrize(("kind", "good"), [("html", PAGES), ("mail", MAILS), ("mailbox", MAILS[3:]), ("zip", ARCHIVES)])
def test_a_good_input_is_read(kind: str, good: list[bytes]) -> None:
    assert all(read_through(raw, kind) for raw in good[:1])


def _never_fails(kind: str, good: list[bytes], examples: int) -> Callable[[], None]:
    @settings(max_examples=examples, deadline=None, derandomize=True)
    @given(raw=mutated(good))
    def check(raw: bytes) -> None:
        for content in read_through(raw, kind):
            assert all(0 <= part.span.start < part.span.end <= len(content.text) for part in content.parts)
            content.text.encode()
    return check


test_a_mutated_page_is_read_or_refused = _never_fails("html", PAGES, 200)
test_a_mutated_mail_is_read_or_refused = _never_fails("mail", MAILS, 100)
test_a_mutated_mailbox_is_read_or_refused = _never_fails("mailbox", MAILS, 100)
test_a_mutated_archive_is_read_or_refused = _never_fails("zip", ARCHIVES, 200)
