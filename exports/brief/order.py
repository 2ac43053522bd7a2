"""How a brief can be laid out."""
from __future__ import annotations

from enum import StrEnum


class Order(StrEnum):
    """How what took place is laid out."""

    DAY = "day"
    COUNTRY = "country"
