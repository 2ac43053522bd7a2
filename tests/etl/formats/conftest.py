"""Our own bulletins as LibreOffice prints them, each made once a session."""
from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from seeds import SEEDS
from tests.printing import converted, docx_of, page_of

Printed = Callable[..., bytes]


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which LibreOffice works."""
    return tmp_path_factory.mktemp("office")


@pytest.fixture(scope="session")
def printed(office: Path) -> Printed:
    """Return a function that prints a bulletin of the seeds in a format, in columns if told so."""
    @cache
    def written(stem: str, columns: int) -> bytes:
        return docx_of(page_of((SEEDS / "bulletins" / f"{stem}.txt").read_text(encoding="utf-8"), columns=columns), office)

    @cache
    def one(stem: str, kind: str, columns: int = 1) -> bytes:
        return written(stem, columns) if kind == "docx" else converted(written(stem, columns), "docx", kind, office)

    return one


@pytest.fixture(scope="session")
def converter(office: Path) -> Printed:
    """Return a function that prints a page of HTML as PDF or DOCX."""
    def convert(page: str, kind: str, **options: str) -> bytes:
        return converted(page.encode(), "html", kind, office, **options)

    return convert
