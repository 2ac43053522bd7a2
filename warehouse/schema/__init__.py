"""The declared tables of the warehouse, with words: migrations, loader, checks and data dictionary read this declaration."""
from __future__ import annotations

from . import agreements, documents, entities, ledger, meetings, proof, reference, resolution, trends
from .base import metadata

__all__ = ["agreements", "documents", "entities", "ledger", "meetings", "metadata", "proof", "reference", "resolution", "trends"]
