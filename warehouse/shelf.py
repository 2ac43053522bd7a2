"""Where snapshots stand: each in a file of its own that is never written again, and one name that leads to the one that holds.

A reader that opens the name gets a whole snapshot and keeps it until it closes; the next reader gets the next one.
"""
from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from .disk import sync
from .errors import WarehouseError


@dataclass(frozen=True, slots=True)
class Shelf:
    """The snapshots of a warehouse. `link` is the name that readers open; the files lie in a folder beside it."""

    link: Path

    @classmethod
    def beside(cls, warehouse: Path) -> Shelf:
        """Return the shelf of a warehouse that is given none: `rapporteur.published.duckdb` for `rapporteur.duckdb`."""
        return cls(warehouse.with_name(f"{warehouse.stem}.published{warehouse.suffix}"))

    @property
    def folder(self) -> Path:
        """Return the folder of the files."""
        return self.link.with_suffix(".snapshots")

    def current(self) -> Path | None:
        """Return the file that the name leads to, None where nothing is published."""
        return self.folder / os.readlink(self.link).rpartition("/")[2] if self.link.is_symlink() else None

    def snapshots(self) -> list[Path]:
        """Return the files, the newest first."""
        if not self.folder.is_dir():
            return []
        found = {int(match[1]): path for path in self.folder.iterdir() if (match := self._pattern().fullmatch(path.name))}
        return [found[number] for number in sorted(found, reverse=True)]

    def draft(self) -> Path:
        """Return where the next snapshot is to be written; what a publisher that was killed has left is removed.

        Raises WarehouseError where the name is taken by something that is no link, or the folder cannot be made.
        """
        if self.link.exists() and not self.link.is_symlink():
            raise WarehouseError(f"{self.link} is no link to a snapshot, so nothing is published there; move it away, or name "
                                 "another file under [publish] in rapporteur.toml.")
        self.folder.mkdir(parents=True, exist_ok=True)
        for left in self.folder.glob(".*"):
            shutil.rmtree(left) if left.is_dir() and not left.is_symlink() else left.unlink()
        return self.folder / f".draft{self.link.suffix}"

    def put(self, draft: Path) -> Path:
        """Put the draft on the shelf and lead the name to it, at once; return its file. When this returns it is on the disk."""
        newest = next(iter(self.snapshots()), None)
        number = 1 if newest is None else int(self._pattern().fullmatch(newest.name)[1]) + 1
        path = self.folder / f"{self.link.stem}-{number:06}{self.link.suffix}"
        draft.chmod(0o444)
        sync(draft)
        os.replace(draft, path)
        sync(self.folder)
        self._lead_to(path)
        return path

    def prune(self, *, keep: int) -> list[Path]:
        """Remove all snapshots but the newest `keep` and the one that holds, and return what was removed.

        Who has one of them open keeps it.
        """
        spared = {*self.snapshots()[:keep], self.current()}
        gone = [path for path in self.snapshots() if path not in spared]
        for path in gone:
            path.unlink()
        return gone

    def _lead_to(self, path: Path) -> None:
        passing = self.folder / ".link"
        passing.unlink(missing_ok=True)
        passing.symlink_to(f"{self.folder.name}/{path.name}")
        os.replace(passing, self.link)
        sync(self.link.parent)

    def _pattern(self) -> re.Pattern[str]:
        return re.compile(f"{re.escape(self.link.stem)}-([0-9]{{6,}}){re.escape(self.link.suffix)}")
