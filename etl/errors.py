"""What can go wrong with one input, named by what the caller does next."""
from __future__ import annotations

from dataclasses import dataclass

REASONS = ("missing", "no_documents", "unsupported", "unreadable", "not_a_file", "empty", "too_large", "too_slow", "damaged",
           "encrypted", "no_text", "binary", "encoding", "language", "unmapped", "unreachable", "extraction_failed", "inconsistent",
           "refused")
"""The words by which `rejected_documents.reason` says why an input was left out."""


LONGEST = 300
"""Characters of a detail."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """One input left out: `reason` is one of `REASONS`, `detail` says it in one line, with the value and the next step."""

    uri: str
    reason: str
    detail: str
    sha256: str | None = None

    def __post_init__(self) -> None:
        # libraries tell their faults in many lines, or repeat what they were given
        line = "".join(c for c in " ".join(self.detail.split()) if c.isprintable())
        object.__setattr__(self, "detail", line if len(line) <= LONGEST else f"{line[:LONGEST]} …")


class DocumentRejected(Exception):
    """Skip this document and note why; the others go on."""

    def __init__(self, rejection: Rejection) -> None:
        super().__init__(f"{rejection.uri}: {rejection.detail}")
        self.rejection = rejection


class WorkerLost(Exception):
    """Stop, and run again: a worker process ended before its work was done. What is loaded stays."""


class OriginalLost(Exception):
    """The bytes that a document was read from are missing, or are not what they were."""


class StorageFailed(Exception):
    """Stop: what a run must keep cannot be written. What is loaded stays; the message says what to do."""


class ConfigurationError(Exception):
    """Stop: the configuration cannot be used. The message names the file, the key, the reason and the next step."""
