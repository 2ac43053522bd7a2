"""Keep the bytes of every document that was read, once by content, so that a fact can be checked years later.

A folder beside the warehouse: the database stays small, and what is written once is never written again.
"""
from __future__ import annotations

import os
import tempfile
from pathlib import Path

from etl.errors import OriginalLost, StorageFailed
from etl.intake.digest import sha256_of


class Originals:
    """The bytes of documents by their SHA-256, one file each, in folders by the first two digits."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def beside(cls, warehouse: Path) -> Originals:
        """Return those of a warehouse: `rapporteur.originals` for `rapporteur.duckdb`."""
        return cls(warehouse.with_suffix(".originals"))

    def path(self, sha256: str) -> Path:
        """Return where the bytes with this hash are kept, or would be."""
        return self.folder / sha256[:2] / sha256

    def keep(self, raw: bytes) -> Path:
        """Keep the bytes and return the file that holds them; when this returns they are on the disk.

        Raises StorageFailed where they cannot be written.
        """
        path = self.path(sha256_of(raw))
        try:
            if not path.exists() or path.stat().st_size != len(raw):
                self._write(path, raw)
        except OSError as error:
            raise StorageFailed(f"The originals in {self.folder} cannot be written ({error.strerror}). Make room or change the "
                                "permissions, then run the same command again: what is loaded stays.") from error
        return path

    def _write(self, path: Path, raw: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
        try:
            with open(handle, "wb") as file:
                file.write(raw)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise

    def sweep(self) -> None:
        """Remove what a process that was killed had begun to write. Call it only while nobody else writes here."""
        for begun in self.folder.glob("*/.*"):
            begun.unlink(missing_ok=True)

    def read(self, sha256: str) -> bytes:
        """Return the bytes with this hash. Raises OriginalLost where they are missing or changed."""
        path = self.path(sha256)
        try:
            raw = path.read_bytes()
        except FileNotFoundError as error:
            raise OriginalLost(f"{path} is missing; restore {self.folder} from a backup, or ingest the document again.") from error
        if sha256_of(raw) != sha256:
            raise OriginalLost(f"{path} has changed since it was kept; restore it from a backup, or delete it and ingest again.")
        return raw
