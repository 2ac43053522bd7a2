"""The command `original`: hand out the bytes that a document was read from."""
from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from rapporteur.options import DEFAULT_WAREHOUSE, Warehouse
from rapporteur.reading import readable


def original(
    document_id: Annotated[str, typer.Argument(metavar="DOCUMENT_ID", help="As in reporting.documents and reporting.evidence.")],
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there, not to stdout.")] = None,
) -> None:
    """Write the original of a document, byte for byte as it was found.

    The bytes are compared with the SHA-256 of the warehouse before any is written.

    \b
    Examples:
      rapporteur original 5f2a9c0d1e8b7a64 -o bulletin.pdf
      rapporteur original 5f2a9c0d1e8b7a64 | less
    """
    from etl.intake.originals import Originals
    from warehouse.connection import open_reader

    with readable(warehouse, live=False) as file, open_reader(file) as connection:
        found = connection.execute("SELECT sha256, media_type FROM reporting.documents WHERE document_id = ?",
                                   [document_id]).fetchone()
    if found is None:
        raise typer.BadParameter(f"there is no document {document_id}; `rapporteur sql \"SELECT document_id, uri FROM "
                                 "reporting.documents\"` lists them.", param_hint="DOCUMENT_ID")
    sha256, media_type = found
    if output is None and not media_type.startswith("text/") and sys.stdout.isatty():
        raise typer.BadParameter(f"{media_type} is binary: name a file with -o, or redirect stdout.", param_hint="DOCUMENT_ID")
    raw = Originals.beside(Path(os.path.abspath(warehouse))).read(sha256)
    if output is None:
        sys.stdout.buffer.write(raw)
    else:
        output.write_bytes(raw)
