"""Agreements: of what kind, on what, between whom, at which step."""
