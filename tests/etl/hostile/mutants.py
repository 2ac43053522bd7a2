"""Good files after a few changes, as damaged disks, broken transfers and people with bad intentions make them."""
from __future__ import annotations

from collections.abc import Iterator

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.etl.hostile.good import good_files

TOKENS = [b"<", b">", b"</", b"<!--", b"]]>", b"&#xD800;", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", "\u202e".encode(), b"endstream", b"endobj",
          b"999999999 0 R", b"<<", b">>", b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"\xff\xff\xff\xff", b"PAR1", b'"', b"{", b"\\ud800",
          b"--==", b"\nFrom a\n", b"\n\n", b"Content-Type: message/rfc822\n"]
A_FORMAT = 12


@st.composite
def mutant(draw: st.DrawFn, raw: bytes, other: bytes) -> bytes:
    """Draw a file with bytes replaced, cut, doubled or put in, with its end cut off or with that of another file."""
    out = bytearray(raw)
    for _ in range(draw(st.integers(1, 5))):
        at, length = draw(st.integers(0, len(out))), draw(st.integers(1, 200))
        change = draw(st.sampled_from(("flip", "put", "cut", "double", "end", "splice")))
        if change == "flip" and at < len(out):
            out[at] ^= draw(st.integers(1, 255))
        elif change == "put":
            out[at:at] = draw(st.sampled_from(TOKENS)) * draw(st.sampled_from((1, 3, 400)))
        elif change == "cut":
            del out[at:at + length]
        elif change == "double":
            out[at:at] = out[at:at + length] * 3
        elif change == "end":
            del out[max(at, 1):]
        elif change == "splice":
            out[at:] = other[min(at, len(other) // 2):]
    return bytes(out)


def mutants() -> Iterator[tuple[str, bytes]]:
    """Yield some of each format, always the same, each with a name."""
    files = good_files()
    for ending, raw in files.items():
        for number, changed in enumerate(_drawn(mutant(raw, files[".pdf" if ending != ".pdf" else ".zip"]))):
            yield f"mutant-{number}{ending}", changed


def _drawn(strategy: st.SearchStrategy[bytes]) -> list[bytes]:
    found: dict[bytes, None] = {}

    @settings(max_examples=A_FORMAT, derandomize=True, database=None, deadline=None, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))
    @given(strategy)
    def draw(raw: bytes) -> None:
        found[raw] = None

    draw()
    return list(found)
