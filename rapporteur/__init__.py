"""The command line: data on stdout, narration on stderr, an exit status that a script can trust."""
from __future__ import annotations

__version__ = "0.1.0"
