"""How bytes become text, and which bytes are refused."""
from __future__ import annotations

import pytest

from etl.formats.content import Unreadable
from etl.formats.decode import decode

WORDS = "Der Präsident – “ja” – traf Günther Özdemir in Zürich"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_or_without_its_mark_as_far_as_it_needs_none(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)) == WORDS


def test_big_endian_text_is_read_by_its_mark() -> None:
    assert decode(b"\xfe\xff" + WORDS.encode("utf-16-be")) == WORDS


def test_windows_1252_is_read_where_it_is_plausible() -> None:
    assert decode(WORDS.encode("cp1252")) == WORDS


@pytest.mark.parametrize(("raw", "reason", "told"), [
    pytest.param("Президент встретился".encode("cp1251"), "encoding", "plausible", id="Cyrillic in an old code page"),
    pytest.param("Präsident Müller".encode()[:-1] + "ü".encode()[:1], "encoding", "damaged UTF-8 (byte 17", id="cut UTF-8"),
    pytest.param(b"Hello \x81\x8d world", "encoding", "nor Windows-1252 (byte 6)", id="undefined in Windows-1252"),
    pytest.param(b"\xff\xfea\x00b", "encoding", "marked as utf-16-le but wrong at byte 2", id="cut UTF-16"),
    pytest.param(b"\xff\xfea\x00\x00\x00", "binary", "NUL", id="NUL in UTF-16"),
    pytest.param("no mark".encode("utf-16-le"), "binary", "without a byte order mark", id="UTF-16 without a mark"),
    pytest.param(b"ab\x01\x02\x03cd", "binary", "3 of its 7 bytes", id="control characters"),
])
def test_what_is_no_text_for_certain_is_refused_with_its_reason(raw: bytes, reason: str, told: str) -> None:
    with pytest.raises(Unreadable) as refused:
        decode(raw)
    assert refused.value.reason == reason
    assert told in str(refused.value)


def test_a_stray_control_character_does_not_make_a_text_binary() -> None:
    text = "A page of text.\x0c\x02 " * 20
    assert decode(text.replace("\x02", "").encode() + b"\x02") == text.replace("\x02", "") + "\x02"
