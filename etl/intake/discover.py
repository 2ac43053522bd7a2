"""Find the documents that the named files, folders and globs stand for.

A file that is named is always tried. In folders, hidden files and files that are no text by their name are left alone.
Whatever yields nothing is a rejection with its reason, never an exception.
"""
from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from etl.errors import Rejection
from etl.intake.inputs import Input
from etl.intake.sources import Asked
from etl.tables.mapping import TableMapping

SUFFIXES = frozenset({".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".eml", ".mbox", ".zip"})
WILDCARD = re.compile(r"[*?\[]")


def discover(asked: Asked, tables: Sequence[TableMapping] = ()) -> Iterator[Input | Rejection]:
    """Yield the documents that an address on this machine stands for; `tables` are the mappings that are there."""
    for found in _look_at(asked.address, asked.base, tables):
        yield found if isinstance(found, Rejection) else replace(input_at(found), stated=asked.stated)


def input_at(path: Path) -> Input:
    """Return the document that a file of this machine is."""
    return Input(uri_of(path), path, path.name)


def uri_of(path: Path) -> str:
    """Return the uri of a file: its absolute path, with bytes that are no UTF-8 written as escapes."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def is_document(path: PurePath, tables: Sequence[TableMapping]) -> bool:
    """Say whether a file is a document by its name: a table is one where a mapping says what it means."""
    return path.suffix.lower() in SUFFIXES or any(mapping.is_for(path.name) for mapping in tables)


def _look_at(source: str, base: Path, tables: Sequence[TableMapping]) -> Iterator[Path | Rejection]:
    if not source:
        yield Rejection("(empty)", "missing", "an empty name is no file; check the quotes and variables of the command")
        return
    path = Path(os.path.normpath(base / source))
    try:
        is_folder = path.is_dir()
        exists = is_folder or os.path.lexists(path)
    except (OSError, ValueError) as error:
        yield Rejection(uri_of(path), "unreadable", f"cannot be looked up: {error}")
        return
    if is_folder:
        yield from _in_folder(path, tables)
    elif exists or not WILDCARD.search(source):
        # A missing file is named all the same: reading it says why it cannot be read.
        yield path
    else:
        yield from _matching(path, tables)


def _in_folder(folder: Path, tables: Sequence[TableMapping]) -> Iterator[Path | Rejection]:
    """Yield the documents below `folder` by name; links to folders are not followed, so no loop can trap the walk."""
    failures: list[OSError] = []
    documents, others = [], 0
    for parent, folders, files in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(name for name in folders if not _is_hidden(name))
        named = [Path(parent, name) for name in sorted(files) if not _is_hidden(name)]
        wanted = [path for path in named if is_document(path, tables)]
        documents += wanted
        others += len(named) - len(wanted)
    yield from documents
    for failure in failures:
        yield Rejection(uri_of(Path(failure.filename)), "unreadable", f"the folder cannot be listed: {failure.strerror}")
    if not documents and not failures:
        wanted = ", ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        left = f"; other files there ({others}) are tried only where they are named" if others else ""
        yield Rejection(uri_of(folder), "no_documents", f"the folder holds no documents ({wanted}){left}")


def _matching(pattern: Path, tables: Sequence[TableMapping]) -> Iterator[Path | Rejection]:
    """Yield what a glob stands for: documents and folders, or whatever it names by its own ending (`*.log`)."""
    ending = pattern.suffix
    is_chosen = bool(ending) and not WILDCARD.search(ending)
    matches = [Path(match) for match in sorted(glob.glob(str(pattern), recursive=True))]
    files = [path for path in matches if not path.is_dir() and (is_chosen or is_document(path, tables))]
    folders = [] if "**" in pattern.parts else [path for path in matches if path.is_dir()]
    yield from files
    for folder in folders:
        yield from _in_folder(folder, tables)
    if not files and not folders:
        yield Rejection(uri_of(pattern), "no_documents", "no document matches this pattern")


def _is_hidden(name: str) -> bool:
    return name.startswith(".")
