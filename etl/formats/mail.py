"""Take the documents out of mail: one message or a mailbox, their words, what they quote, their attachments.

The title of a mail is its subject, its publisher the sender, its day that of its Date line. Of two tellings of the same
words the plain one is read, unless it holds but a part. What a mail quotes from one that came before it in the mailbox is
not told again.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from itertools import zip_longest

from etl.formats.content import MEGABYTE, Limits, Member, Unreadable
from etl.formats.decode import decode
from etl.formats.mail_headers import file_name_of, header_of, sender_of, stated_by
from etl.formats.mail_quotes import words_of
from etl.formats.page_metadata import day_of
from etl.records import Stated
from warehouse.keys import slug

SEPARATOR = re.compile(rb"(?:\A|\r?\n\r?\n)From [^\n]{0,200}\d\d:\d\d[^\n]{0,60}\r?\n")
ESCAPED = re.compile(rb"^>(?=>*From )", re.MULTILINE)
TAGS = re.compile(r"<(?:style|script|head)\b.*?(?:</(?:style|script|head)\s*>|\Z)|<[^<>]*>", re.IGNORECASE | re.DOTALL)
MAX_DEPTH = 20
MAX_PARTS = 500
MAX_BOUNDARIES, MAX_HEADERS = 20_000, 200_000
HEADERS = re.compile(rb"(?:[^\r\n]+\r?\n)*+")
LONG_HEADER = re.compile(rb"^Content-[\w-]{1,40}:(?:[^\n]|\n[ \t]){20000}", re.MULTILINE | re.IGNORECASE)
"""What the library takes apart in a time that grows with the square of its length."""
LABEL = 60
PART_OF_WORDS = 0.5
"""A plain telling shorter than this share of the HTML one only says where to read on."""
SHINGLE, REPEATED = 6, 0.8
NO_DOCUMENT = ("image/", "audio/", "video/", "font/", "text/calendar", "text/vcard", "text/x-vcard", "text/rfc822-headers",
               "application/ics", "application/pgp-", "application/pkcs7-", "application/x-pkcs7-", "application/ms-tnef",
               "message/delivery-status", "message/disposition-notification")
"""Kinds of attachments that hold no words to read: they are passed over."""


@dataclass(slots=True)
class _Mailbox:
    """What is known while a mailbox is read: how many mails and bytes were taken, and the words that they held."""

    count: int = 0
    bytes: int = 0
    told: set[int] = field(default_factory=set)

    def is_told(self, words: str) -> bool:
        """Say whether the words stood in a mail before; then they count as told."""
        found = _shingles(words)
        repeated = sum(shingle in self.told for shingle in found) >= REPEATED * len(found)
        self.told |= found
        return repeated


def members(raw: bytes, limits: Limits) -> Iterator[Member | Unreadable]:
    """Yield the words of each mail, what it quotes from others, and its attachments; and why any mail cannot be read."""
    box = _Mailbox()
    for piece in _mails(raw):
        if box.count >= limits.members or box.bytes > limits.expanded:
            yield Unreadable("too_large", f"holds more than {limits.members:,} mails or {limits.expanded / MEGABYTE:,.0f} MB; "
                                          "split it or raise limits.members and limits.expanded_megabytes in rapporteur.toml")
            return
        box.count += 1
        box.bytes += len(piece)
        name = f"{box.count:04d}"
        if piece.count(b"\n--") > MAX_BOUNDARIES or len(HEADERS.match(piece)[0]) > MAX_HEADERS or LONG_HEADER.search(piece):
            yield Unreadable("too_large", f"holds a mail with more than {MAX_BOUNDARIES:,} parts or {MAX_HEADERS:,} bytes "
                                          "of headers, as nobody writes one; leave it out", name)
            continue
        try:
            yield from _members_of(message_from_bytes(piece), name, box, limits, 0)
        except Exception as error:
            # The boundary: a fault of the library in one mail must not cost the mailbox the others.
            yield Unreadable("damaged", f"holds a mail that cannot be read ({type(error).__name__}: {error}); get it again", name)


def _mails(raw: bytes) -> Iterator[bytes]:
    """Yield the mails of a mailbox, or the one that this is."""
    marks = list(SEPARATOR.finditer(raw)) if raw.startswith(b"From ") else []
    if not marks:
        yield raw
    for mark, following in zip_longest(marks, marks[1:]):
        yield ESCAPED.sub(b"", raw[mark.end():following.start() if following else len(raw)])


def _members_of(message: Message, number: str, box: _Mailbox, limits: Limits, depth: int) -> Iterator[Member | Unreadable]:
    """Yield what one mail holds; the mails attached to it follow in the same way."""
    stated = stated_by(message)
    label = "-".join(filter(None, (number, slug(stated.title or "")[:LABEL].strip("-"))))
    bodies: list[Message] = []
    attached: list[Message] = []
    _sort(message, bodies, attached, 0)
    held = False
    for member in _documents(bodies, label, stated, box):
        held = True
        yield member
    for count, part in enumerate(attached[:MAX_PARTS], 1):
        if part.get_content_type() == "message/rfc822":
            for inner in part.get_payload() if isinstance(part.get_payload(), list) and depth < MAX_DEPTH else []:
                held = True
                yield from _members_of(inner, f"{number}.{count}", box, limits, depth + 1)
        else:
            held = True
            yield _attachment(part, f"{label}/{count}-{file_name_of(part)}", stated, limits)
    if not held:
        yield Unreadable("no_text", "holds a mail without words of its own", label)


def _sort(part: Message, bodies: list[Message], attached: list[Message], depth: int) -> None:
    """Tell the parts that are the mail's words from those that come with it."""
    kind = part.get_content_type()
    if depth > MAX_DEPTH or len(bodies) + len(attached) > MAX_PARTS:
        return
    if kind == "message/rfc822":
        attached.append(part)
    elif part.is_multipart():
        inner: list[Message] = []
        for child in part.get_payload():
            _sort(child, inner, attached, depth + 1)
        bodies.extend([_fullest(inner)] if kind == "multipart/alternative" and inner else inner)
    elif not kind.startswith(NO_DOCUMENT):
        is_file = part.get_content_disposition() == "attachment" or part.get_filename() is not None
        is_body = kind in ("text/plain", "text/html") and not is_file
        (bodies if is_body else attached).append(part)


def _fullest(parts: list[Message]) -> Message:
    """Return of several tellings of the same words the plain one, unless it holds but a part of them."""
    plain = next((part for part in parts if part.get_content_type() == "text/plain"), None)
    pages = [part for part in parts if part.get_content_type() == "text/html"]
    if plain is None or not pages:
        return parts[0]
    sizes = [len(_payload(plain).decode("latin-1").split()), len(TAGS.sub(" ", _payload(pages[-1]).decode("latin-1")).split())]
    return plain if sizes[0] >= PART_OF_WORDS * sizes[1] else pages[-1]


def _documents(bodies: list[Message], label: str, stated: Stated, box: _Mailbox) -> Iterator[Member | Unreadable]:
    """Yield the words of a mail, and as documents of their own those it quotes that were not told before."""
    plain: list[str] = []
    pages = 0
    for part in bodies:
        try:
            text = decode(_payload(part), declared=_charset(part)).replace("\r\n", "\n")
        except Unreadable as error:
            yield Unreadable(error.reason, f"holds a mail that {error}", label)
            continue
        if part.get_content_type() == "text/plain":
            plain.append(_unfolded(text, part))
        elif text.strip():
            pages += 1
            yield Member(f"{label}{f'-{pages}' if pages > 1 else ''}.html", text.encode(), stated)
    own, *quoted = words_of("\n\n".join(plain))
    if own.text.strip():
        box.is_told(own.text)
        yield Member(f"{label}.txt", own.text.encode(), stated)
    for count, words in enumerate(quoted, 1):
        if not box.is_told(words.text):
            told = Stated(header_of(words.subject), sender_of(words.sender), day_of(words.date))
            yield Member(f"{label}-quoted-{count}.txt", words.text.encode(), told)


def _attachment(part: Message, name: str, stated: Stated, limits: Limits) -> Member | Unreadable:
    raw = _payload(part)
    if len(raw) > limits.bytes:
        return Unreadable("too_large", f"holds an attachment of {len(raw) / MEGABYTE:,.1f} MB, over the limit of "
                                       f"{limits.bytes / MEGABYTE:,.1f} MB", name)
    return Member(name, raw, Stated(publisher=stated.publisher, published_on=stated.published_on))


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _charset(part: Message) -> str | None:
    found = part.get_param("charset")
    return found if isinstance(found, str) else None


def _unfolded(text: str, part: Message) -> str:
    """Return the text with the lines joined that its sender's program has broken (RFC 3676)."""
    if str(part.get_param("format") or "").lower() != "flowed":
        return text
    glue = "" if str(part.get_param("delsp") or "").lower() == "yes" else " "
    return re.sub(r"(?<!^--) \n(?![>\n])", glue, text, flags=re.MULTILINE)


def _shingles(words: str) -> set[int]:
    found = words.split()
    return {hash(tuple(found[i:i + SHINGLE])) for i in range(max(1, len(found) - SHINGLE + 1))}
