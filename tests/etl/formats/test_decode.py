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


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_nuls(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)) == WORDS


@pytest.mark.parametrize(("encoding", "words"), [
    ("cp1250", "Václav Havel met Lech Wałęsa in Gdańsk; Jiří Dienstbier spoke with Árpád Göncz."),
    ("cp1251", "Boris Yeltsin (Борис Ельцин) met Leonid Kravchuk (Леонид Кравчук) in Moscow, Izvestia (Известия) said."),
    ("iso8859_5", "Boris Yeltsin (Борис Ельцин) met Leonid Kravchuk (Леонид Кравчук) in Moscow, Izvestia (Известия) said."),
    ("koi8_r", "Boris Yeltsin (Борис Ельцин) met Leonid Kravchuk (Леонид Кравчук) in Moscow, Izvestia (Известия) said."),
    ("mac_roman", "The envoy – “an old hand” – met José Müller in Zürich; the minister’s visit didn’t last."),
])
def test_another_single_byte_encoding_is_read_where_it_alone_makes_sense(encoding: str, words: str) -> None:
    assert decode(words.encode(encoding)) == words


@pytest.mark.parametrize(("encoding", "words"), [
    ("iso-8859-2", "Lech Wałęsa met Václav Havel in Kroměříž"), ("windows-1254", "İsmail Cem met Tansu Çiller in Beyoğlu"),
    ("windows-1257", "Česlovas Juršėnas in Klaipėda"), ("ISO_8859-1", "a café in Zürich"), ("shift_jis", "Abe (安倍) in Tokyo"),
])
def test_the_declared_encoding_decides_where_the_words_leave_it_open(encoding: str, words: str) -> None:
    assert decode(words.encode(encoding), declared=encoding) == words


@pytest.mark.parametrize("declared", ["utf-8", "no-such", "rot13", "us-ascii", "utf-16", "\x00", ""])
def test_a_declaration_that_is_wrong_or_unknown_is_passed_over(declared: str) -> None:
    assert decode(WORDS.encode(), declared=declared) == WORDS
    assert decode(WORDS.encode("cp1252"), declared=declared) == WORDS


def test_iso_8859_1_is_taken_for_what_browsers_take_it_for() -> None:
    assert decode("“ja”".encode("cp1252"), declared="iso-8859-1") == "“ja”"


def test_damaged_utf_8_is_refused_whatever_is_declared() -> None:
    with pytest.raises(Unreadable, match="damaged UTF-8"):
        decode("Präsident Müller, Özdemir".encode() + b"\xc3", declared="iso-8859-1")


@pytest.mark.parametrize(("raw", "reason", "told"), [
    pytest.param("Kroměříž and Gdańsk, Wałęsa and Kučan".encode("iso8859_2"), "encoding", "for certain", id="one of two"),
    pytest.param("Президент встретился".encode("cp1251"), "encoding", "for certain", id="Cyrillic in an old code page"),
    pytest.param("Präsident Müller".encode()[:-1] + "ü".encode()[:1], "encoding", "damaged UTF-8 (byte 17", id="cut UTF-8"),
    pytest.param(b"Hello \x81\x8d world", "encoding", "neither UTF-8 (byte 6", id="no letters in any"),
    pytest.param(b"\xff\xfea\x00b", "encoding", "marked as utf-16-le but wrong at byte 2", id="cut UTF-16"),
    pytest.param(b"\xff\xfea\x00\x00\x00", "binary", "NUL", id="NUL in UTF-16"),
    pytest.param(b"no\x00mark", "binary", "NUL at byte 2", id="NUL"),
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
