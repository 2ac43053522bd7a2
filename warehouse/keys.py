"""The natural keys by which things are known outside the warehouse: short, readable, the same in every run."""
from __future__ import annotations

import hashlib
import re
import unicodedata

APOSTROPHES = str.maketrans("", "", "'’‘ʼʻ`´ʿʾ")
NO_LETTERS = re.compile(r"[\W_]+")


def slug(text: str) -> str:
    """Return `text` as a key: folded to lower case without marks, words joined by single hyphens.

    Apostrophes vanish ("Qa'ani" and "Qaani" are one key); letters of other scripts stay.
    """
    bare = text.translate(APOSTROPHES).casefold()
    if not bare.isascii():
        decomposed = unicodedata.normalize("NFKD", bare)
        bare = "".join(char for char in decomposed if not unicodedata.combining(char)).translate(APOSTROPHES)
    return NO_LETTERS.sub("-", bare).strip("-")


def digest(*parts: str | None) -> str:
    """Return 16 hexadecimal digits that stand for the parts, in their order; None differs from an empty part."""
    joined = "\x1f".join("\x00" if part is None else part for part in parts)
    return hashlib.sha256(joined.encode()).hexdigest()[:16]


def document_key(uri: str) -> str:
    """Return the id of the document at `uri`; it stays when the content changes."""
    return hashlib.sha256(uri.encode()).hexdigest()[:16]


def place_key(name: str, country_code: str | None) -> str:
    """Return the key of a place: its name and, where known, its country."""
    return "-".join(filter(None, (slug(name), (country_code or "").lower())))


def organization_key(name: str, country_code: str | None) -> str:
    """Return the key of an organization: its name and, where it has one, its country."""
    return place_key(name, country_code)


def position_key(person_key: str, title: str, organization_key: str | None, country_code: str | None, is_former: bool) -> str:
    """Return the key of a post held by a person; the letter case of the title does not count."""
    return digest(person_key, slug(title), organization_key, country_code, "former" if is_former else "current")
