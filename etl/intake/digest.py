"""The fingerprint by which content is known."""
from __future__ import annotations

import hashlib


def sha256_of(raw: bytes) -> str:
    """Return the SHA-256 of the bytes in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()
