"""Keep out what libraries load only because it happens to be installed.

DuckDB loads pandas, which the explorer needs, with the first value that a statement is given, and every command would take half a
second longer for it.
"""
from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec

UNNEEDED = frozenset({"pandas"})


class _Absent:
    """A finder by which some modules are not installed."""

    @staticmethod
    def find_spec(name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        """Leave a module to the other finders, unless it is to be absent."""
        if name in UNNEEDED:
            raise ModuleNotFoundError(f"{name} is kept out", name=name)
        return None


def keep_out() -> None:
    """Let nothing in this process load what no command needs, from now on."""
    if _Absent not in sys.meta_path:
        sys.meta_path.insert(0, _Absent)
