"""Find agreements."""
from __future__ import annotations


def find_agreements(reading, knowledge, document):
    return []
