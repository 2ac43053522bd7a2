"""How mail is taken apart: the words of each message, what it quotes, what comes with it."""
from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from email.policy import SMTP, default

import pytest

from etl.formats.content import Limits, Member
from etl.formats.mail import members
from etl.records import Stated

WORDS = "The ministers met in Vienna on Monday and signed the accord on the rivers.\nThey will meet again in Linz.\n"


def mail(text: str | None = WORDS, *, subject: str = "Notes: Vienna", sender: str = "Ada Lovelace <ada@example.org>",
         sent: str = "Tue, 05 May 2021 23:10:00 -0500") -> EmailMessage:
    """Return a mail as a program would write it."""
    message = EmailMessage(policy=default.clone(max_line_length=78))
    message["From"], message["Subject"], message["Date"] = sender, subject, sent
    message["To"] = "desk@example.org"
    if text is not None:
        message.set_content(text)
    return message


def box(*mails: EmailMessage) -> bytes:
    """Return a mailbox of these mails."""
    mark = b"From ada@example.org Tue May  4 10:00:00 2021\n"
    return b"\n".join(mark + message.as_bytes().replace(b"\nFrom ", b"\n>From ") for message in mails)


def taken(raw: bytes | EmailMessage, limits: Limits = Limits()) -> list[tuple[str | None, str]]:
    """Return the name of each member, with its words or the reason why there are none."""
    raw = raw if isinstance(raw, bytes) else raw.as_bytes()
    return [(m.name, m.raw.decode()) if isinstance(m, Member) else (m.member, m.reason) for m in members(raw, limits)]


def stated(raw: bytes) -> list[Stated]:
    """Return what is stated of each member."""
    return [m.stated for m in members(raw, Limits()) if isinstance(m, Member)]


def test_subject_sender_and_day_are_stated() -> None:
    assert stated(mail().as_bytes()) == [Stated("Notes: Vienna", "Ada Lovelace", date(2021, 5, 5))]
    assert stated(mail(subject="Wałęsa in Zürich", sender="a@example.org").as_bytes(policy=SMTP))[0].title == "Wałęsa in Zürich"
    assert stated(mail(sender="a@example.org").as_bytes())[0].publisher == "a@example.org"


def test_the_plain_telling_is_read_unless_it_holds_but_a_part() -> None:
    full, short = mail(), mail("See the page.\n")
    for message in (full, short):
        message.add_alternative(f"<html><body><h1>Notes</h1><p>{WORDS}</p></body></html>", subtype="html")
    assert taken(full) == [("0001-notes-vienna.txt", WORDS.strip())]
    assert [name for name, _ in taken(short)] == ["0001-notes-vienna.html"]


def test_attachments_are_documents_of_their_own_and_pictures_are_none() -> None:
    message = mail()
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="../../report.pdf")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment("words", filename="note.txt")
    assert taken(message) == [("0001-notes-vienna.txt", WORDS.strip()), ("0001-notes-vienna/1-report.pdf", "%PDF-1.7"),
                              ("0001-notes-vienna/2-note.txt", "words\n")]
    assert stated(message.as_bytes())[1] == Stated(None, "Ada Lovelace", date(2021, 5, 5))


def test_an_attachment_beyond_the_limit_costs_only_itself() -> None:
    message = mail()
    message.add_attachment(b"x" * 2_000, maintype="application", subtype="pdf", filename="a.pdf")
    assert taken(message, Limits(bytes=1_000))[1] == ("0001-notes-vienna/1-a.pdf", "too_large")


def test_a_mail_that_is_attached_is_a_mail() -> None:
    message = mail("See below.\n", subject="Fwd")
    message.add_attachment(mail(subject="Rivers"))
    assert taken(message) == [("0001-fwd.txt", "See below."), ("0001.1-rivers.txt", WORDS.strip())]


def test_each_mail_of_a_mailbox_is_a_document() -> None:
    raw = box(mail("One.\n\nFrom Vienna they went on.\n", subject="One"), mail("Two.\n", subject="Two"))
    assert taken(raw) == [("0001-one.txt", "One.\n\nFrom Vienna they went on."), ("0002-two.txt", "Two.")]


def test_quoted_words_are_told_once_with_their_own_day_and_sender() -> None:
    quote = "".join(f"> {line}\n" for line in WORDS.splitlines())
    wrote = "On Mon, May 4, 2021 at 10:12 PM Boris Karloff <boris@example.org>\nwrote:"
    reply = mail(f"I agree with that.\n\n{wrote}\n\n{quote}", subject="Re")
    assert taken(reply) == [("0001-re.txt", "I agree with that."), ("0001-re-quoted-1.txt", WORDS.strip())]
    assert stated(reply.as_bytes())[1] == Stated(None, "Boris Karloff", date(2021, 5, 4))
    assert [name for name, _ in taken(box(mail(), reply))] == ["0001-notes-vienna.txt", "0002-re.txt"]


def test_a_forwarded_mail_is_a_document_of_its_own() -> None:
    head = "From: Boris Karloff <boris@example.org>\nDate: Mon, 4 May 2021\nSubject: Rivers\nTo: Ada\n"
    raw = mail(f"For you.\n\n---------- Forwarded message ---------\n{head}\n{WORDS}", subject="Fwd: Rivers").as_bytes()
    assert taken(raw) == [("0001-fwd-rivers.txt", "For you."), ("0001-fwd-rivers-quoted-1.txt", WORDS.strip())]
    assert stated(raw)[1] == Stated("Rivers", "Boris Karloff", date(2021, 5, 4))


def test_a_signature_stays_without_its_mark() -> None:
    assert taken(mail("They met.\n-- \nAda\nAmbassador\n")) == [("0001-notes-vienna.txt", "They met.\n\nAda\nAmbassador")]


def test_lines_that_a_program_has_broken_are_joined() -> None:
    raw = b"From: a@example.org\nContent-Type: text/plain; format=flowed\n\nThe ministers \nmet.\nThey left.\n"
    assert taken(raw) == [("0001.txt", "The ministers met.\nThey left.")]


@pytest.mark.parametrize(("head", "body", "words"), [
    ("Content-Type: text/plain; charset=no-such", "Zürich".encode("cp1252"), "Zürich"),
    ("Content-Type: text/plain; charset=us-ascii", "Zürich".encode(), "Zürich"),
    ("Content-Type: text/plain; charset=iso-8859-2", "Wałęsa".encode("iso-8859-2"), "Wałęsa"),
    ("Content-Transfer-Encoding: base64", b"V29yZH", "Word"),
    ("Content-Transfer-Encoding: no-such", b"Words", "Words"),
    ("Content-Type: multipart/mixed; boundary=x", b"--x\nContent-Type: text/plain\n\nCut", "Cut"),
    ("Subject: =?no-such?q?=FF?= =?utf-8?b?!!!?=\nDate: no day", b"Words", "Words"),
    ("Date: Tue, 05 May 99999999999999999999 23:10:00 -0500", b"Words", "Words"),
])
def test_broken_encodings_and_headers_cost_no_words(head: str, body: bytes, words: str) -> None:
    found = taken(b"From: a@example.org\n" + head.encode() + b"\n\n" + body)
    assert [text for _, text in found] == [words]


def test_a_mail_without_words_is_told_and_its_neighbours_stay() -> None:
    assert taken(box(mail("\n"), mail("Two.\n", subject="Two"))) == [("0001-notes-vienna", "no_text"), ("0002-two.txt", "Two.")]


def test_a_mailbox_yields_no_more_than_its_limit() -> None:
    assert taken(box(mail(), mail(), mail()), Limits(members=2))[-1] == (None, "too_large")


def test_mail_in_mail_without_end_is_followed_to_a_depth() -> None:
    raw = b"Content-Type: message/rfc822\n\n" * 300 + b"Subject: x\n\nWords"
    assert all(reason in ("no_text", "damaged") for _, reason in taken(raw))


@pytest.mark.parametrize("raw", [
    pytest.param(b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\n" * 20_001, id="parts"),
    pytest.param(b"a: b\n" * 50_000 + b"\nWords", id="headers"),
    pytest.param(b"Content-Type: text/plain" + b";\n a=b" * 5_000 + b"\n\nWords", id="parameters"),
])
def test_a_mail_built_to_cost_time_or_memory_is_refused_before_it_is_parsed(raw: bytes) -> None:
    assert taken(raw) == [("0001", "too_large")]
