"""Find what a careful reader would question."""
from __future__ import annotations


def find_findings(reading, knowledge):
    return []
