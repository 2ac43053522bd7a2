"""Measure the readers of PDF and DOCX on one core: pages a second, against the bare text that the PDF library gives.

The documents are our own bulletins, printed by LibreOffice. CPU time is measured. How to run it: README.md beside this file.
"""
from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TIMES = 5


def main() -> None:
    """Print the figures."""
    sys.path.insert(0, str(ROOT))
    import pypdfium2

    from etl.formats.content import Limits
    from etl.formats.readers import content_of
    from tests.printing import converted, docx_of, page_of

    with tempfile.TemporaryDirectory() as name:
        texts = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "seeds" / "bulletins").glob("*.txt"))]
        written = [docx_of(page_of(text), Path(name)) for text in texts]
        printed = [converted(raw, "docx", "pdf", Path(name)) for raw in written]

    def plain(raw: bytes) -> None:
        document = pypdfium2.PdfDocument(raw)
        for page in document:
            page.get_textpage().get_text_range()
        document.close()

    pages = sum(len(pypdfium2.PdfDocument(raw)) for raw in printed)
    read = _seconds(lambda raw: content_of(raw, "pdf", Limits()), printed)
    bare = _seconds(plain, printed)
    docx = _seconds(lambda raw: content_of(raw, "docx", Limits()), written)
    print(f"PDF with its layout   {pages / read:8.1f} pages/s")
    print(f"bare text of the PDF  {pages / bare:8.1f} pages/s   ratio {read / bare:.1f}")
    print(f"DOCX                  {len(written) / docx:8.1f} documents/s, {pages / docx:.1f} printed pages/s")


def _seconds(read: Callable[[bytes], object], documents: list[bytes]) -> float:
    """Return the CPU time for one reading of all documents, after a warming up."""
    for raw in documents:
        read(raw)
    begun = time.process_time()
    for _ in range(TIMES):
        for raw in documents:
            read(raw)
    return (time.process_time() - begun) / TIMES


if __name__ == "__main__":
    main()
