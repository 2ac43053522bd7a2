"""The folder of Superset: its database, its key, the first password, and what was prepared last. It is never in git.

Secrets are made here, at random, and can be read by their owner only.
"""
from __future__ import annotations

import hashlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Home:
    """What lies in the folder."""

    folder: Path

    @property
    def name(self) -> str:
        """Return a short name that no other folder has."""
        return hashlib.sha256(str(self.folder.absolute()).encode()).hexdigest()[:8]

    @property
    def password_file(self) -> Path:
        """Return where the first password of `admin` is kept."""
        return self.folder / "admin-password"

    @property
    def log(self) -> Path:
        """Return where Superset writes what it tells."""
        return self.folder / "superset.log"

    def make(self) -> None:
        """Make the folder, which only its owner may enter."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder.chmod(0o700)

    def secret_key(self) -> str:
        """Return the key that sessions are signed with, the same at each start."""
        return _kept(self.folder / "secret-key", bytes=48)

    def password(self) -> str:
        """Return the first password of `admin`."""
        return _kept(self.password_file, bytes=15)

    def is_prepared(self, digest: str) -> bool:
        """Say whether what has this digest was the last to be prepared."""
        note = self.folder / "prepared"
        return note.is_file() and note.read_text(encoding="utf-8") == digest

    def note_prepared(self, digest: str) -> None:
        """Note what was prepared."""
        (self.folder / "prepared").write_text(digest, encoding="utf-8")


def _kept(path: Path, *, bytes: int) -> str:
    """Return the secret of a file, made where there is none."""
    if not path.exists():
        draft = path.with_suffix(".draft")
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(secrets.token_urlsafe(bytes))
        draft.replace(path)
    return path.read_text(encoding="utf-8").strip()
