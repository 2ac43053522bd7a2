"""Files as a disk holds them: their fingerprint, and copies that are there when power fails."""
from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path


def sha256_of_file(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync(path: Path) -> None:
    """Have a file or folder on the disk when this returns."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def copy_file(source: Path, target: Path) -> None:
    """Copy a file; when this returns it is on the disk."""
    shutil.copyfile(source, target)
    sync(target)
