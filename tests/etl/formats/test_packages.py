"""What a package of an office program may hold."""
from __future__ import annotations

import io
import zipfile

import pytest

from etl.formats.content import Limits, Unreadable
from etl.formats.packages import check_package


def package(**members: bytes) -> bytes:
    """Return a ZIP of these members; `_` in a name stands for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("_", "."), data)
    return out.getvalue()


def refused(raw: bytes, limits: Limits = Limits()) -> str:
    """Return why a package is refused."""
    with pytest.raises(Unreadable) as caught:
        check_package(raw, limits)
    return caught.value.reason


def test_a_good_package_passes() -> None:
    check_package(package(a_xml=b"<a/>", b_png=b"\x89PNG"), Limits())


def test_members_that_together_unpack_to_more_than_the_limit_are_refused() -> None:
    assert refused(package(a_png=bytes(600), b_png=bytes(600)), Limits(expanded=1000)) == "too_large"


def test_much_xml_is_refused_before_it_is_parsed() -> None:
    assert refused(package(a_xml=b"<a>" + b" " * 2_100_000 + b"</a>"), Limits(text=1000)) == "too_large"


def test_more_elements_than_the_memory_holds_are_refused() -> None:
    assert refused(package(a_xml=b"<a>" + b"<b/>" * 5000 + b"</a>"), Limits(memory=1_000_000)) == "too_large"


def test_too_many_members_are_refused() -> None:
    assert refused(package(a_xml=b"", b_xml=b"", c_xml=b""), Limits(members=2)) == "too_large"


@pytest.mark.parametrize("head", [b'<!DOCTYPE a [<!ENTITY b "c">]>', b"<!-- -->" * 9000 + b"<!doctype a>",
                                  '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a []>'.encode("utf-16")],
                         ids=["at once", "behind comments", "in UTF-16"])
def test_a_declared_document_type_is_refused_wherever_it_stands(head: bytes) -> None:
    assert refused(package(a_xml=head + b"<a/>")) == "refused"


def test_a_directory_that_tells_a_smaller_size_does_not_get_more_unpacked() -> None:
    raw = bytearray(package(a_xml=b"<a>" + b" " * 100_000 + b"</a>"))
    at = raw.rindex(b"PK\x01\x02") + 24
    raw[at:at + 4] = (10).to_bytes(4, "little")
    assert refused(bytes(raw)) == "damaged"


def test_an_encrypted_member_is_told() -> None:
    raw = bytearray(package(a_xml=b"<a/>"))
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        raw[raw.index(mark) + place] |= 1
    assert refused(bytes(raw)) == "encrypted"


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(5)])
def test_what_is_no_zip_is_damaged(raw: bytes) -> None:
    assert refused(raw) == "damaged"


def test_a_package_that_is_read_as_a_stream_may_hold_more_elements_but_no_entities() -> None:
    check_package(package(a_xml=b"<a>" + b"<b/>" * 5000 + b"</a>"), Limits(memory=1_000_000), is_streamed=True)
    with pytest.raises(Unreadable, match="entities"):
        check_package(package(a_xml=b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"), Limits(), is_streamed=True)
