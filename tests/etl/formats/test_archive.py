"""How documents are taken out of a ZIP archive, and what such an archive cannot do."""
from __future__ import annotations

import io
import struct
import zipfile
from dataclasses import replace

import pytest

from etl.formats.archive import members
from etl.formats.content import Limits, Member, Unreadable

LIMITS = Limits(bytes=100_000, expanded=300_000, members=20)


def packed(*files: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, raw in files:
            archive.writestr(name, raw)
    return out.getvalue()


def taken(raw: bytes, limits: Limits = LIMITS) -> list[tuple[str | None, bytes | str]]:
    """Return the name of each member, with its bytes or the reason why there are none."""
    return [(m.name, m.raw) if isinstance(m, Member) else (m.member, m.reason) for m in members(raw, limits)]


def flipped(raw: bytes, at: int, mask: int) -> bytes:
    """Return the bytes with some bits of one of them changed."""
    return raw[:at] + bytes([raw[at] ^ mask]) + raw[at + 1:]


def test_files_are_taken_out_with_their_folders_as_names() -> None:
    assert taken(packed(("a.txt", b"one"), ("b/c.html", b"two"), ("b/", b""))) == [("a.txt", b"one"), ("b/c.html", b"two")]


def test_a_name_is_only_a_label_and_leads_nowhere() -> None:
    raw = packed(("../../etc/a.txt", b"1"), ("/etc/a.txt", b"2"), ("..\\b.txt", b"3"), ("c\x1b.txt", b"4"))
    assert [name for name, _ in taken(raw)] == ["etc/a.txt", "2-etc/a.txt", "b.txt", "c.txt"]


def test_hidden_files_and_links_are_passed_over() -> None:
    link = zipfile.ZipInfo("link")
    link.external_attr = 0o120777 << 16
    hidden = ("__MACOSX/._a.txt", ".DS_Store", "b/.git/c", "Thumbs.db", "b/~$a.docx")
    out = io.BytesIO(packed(*((name, b"x") for name in hidden), ("a.txt", b"1")))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    assert taken(out.getvalue()) == [("a.txt", b"1")]


def test_of_two_files_with_one_name_the_last_counts() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        raw = packed(("a.txt", b"old"), ("a.txt", b"new"))
    assert taken(raw) == [("a.txt", b"new")]


def test_archives_in_archives_are_opened_to_a_small_depth() -> None:
    raw = packed(("a.txt", b"words"))
    for depth in range(2):
        raw = packed((f"{depth}.zip", raw))
    assert taken(raw) == [("1.zip/0.zip/a.txt", b"words")]
    assert taken(packed(("2.zip", raw), ("b.txt", b"more"))) == [("2.zip/1.zip/0.zip", "too_large"), ("b.txt", b"more")]


def test_a_damaged_file_or_inner_archive_does_not_cost_its_neighbours() -> None:
    files = ("a.txt", b"one one one"), ("b.zip", b"PK\x03\x04 and nothing"), ("c.txt", b"three")
    raw = packed(*files, method=zipfile.ZIP_STORED)
    assert taken(flipped(raw, raw.index(b"one"), 1)) == [("a.txt", "damaged"), ("b.zip", "damaged"), ("c.txt", b"three")]


def test_an_encrypted_file_is_told() -> None:
    raw = packed(("a.txt", b"secret"), ("b.txt", b"open"))
    assert taken(flipped(raw, raw.index(b"PK\x01\x02") + 8, 1)) == [("a.txt", "encrypted"), ("b.txt", b"open")]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packing_that_can_only_be_undone_in_one_go_is_refused(method: int) -> None:
    assert taken(packed(("a.txt", b"words"), method=method)) == [("a.txt", "unsupported")]


def test_a_file_beyond_the_limit_costs_only_itself() -> None:
    raw = packed(("a.txt", bytes(100_001)), ("b.txt", b"words"))
    assert taken(raw) == [("a.txt", "too_large"), ("b.txt", b"words")]


def test_the_size_that_an_archive_states_is_not_believed() -> None:
    raw = packed(("a.txt", bytes(5_000_000)))
    small = struct.pack("<I", 10)
    at = raw.index(b"PK\x01\x02")
    lying = raw[:22] + small + raw[26:at + 24] + small + raw[at + 28:]
    assert taken(lying) == [("a.txt", "damaged")]


def test_a_bomb_is_known_by_how_much_it_grows() -> None:
    roomy = replace(LIMITS, bytes=20_000_000, expanded=200_000_000)
    assert taken(packed(("a.txt", bytes(5_000_000))), roomy) == [("a.txt", "too_large")]


def test_an_archive_yields_no_more_than_its_limits() -> None:
    found = taken(packed(*((f"{n}.txt", bytes(range(256)) * 390) for n in range(5))))
    assert [reason if isinstance(reason, str) else "taken" for _, reason in found] == ["taken"] * 3 + ["too_large"] * 2


@pytest.mark.parametrize(("raw", "reason"), [
    pytest.param(packed(*((f"{n}.txt", b"x") for n in range(21))), "too_large", id="too many files"),
    pytest.param(packed(("a.txt", b"x" * 1000))[:60], "damaged", id="cut"),
    pytest.param(b"PK\x03\x04", "damaged", id="a beginning alone"),
])
def test_an_archive_that_cannot_be_read_is_refused_as_a_whole(raw: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        taken(raw)
    assert refused.value.reason == reason
