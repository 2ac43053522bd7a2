"""What can go wrong with an address."""
from __future__ import annotations


class Unreachable(Exception):
    """Nothing can be had from an address; `reason` is a value of `etl.errors.REASONS`, `detail` completes "ADDRESS ..."."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail

    def __reduce__(self) -> tuple[type[Unreachable], tuple[str, str]]:
        return Unreachable, (self.reason, self.detail)
