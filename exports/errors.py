"""What can go wrong with an export, named by what the caller does next."""
from __future__ import annotations


class ExportError(Exception):
    """Stop: the export cannot be made as asked. The message says what to do; nothing was written."""


class TargetTaken(ExportError):
    """Name another target, or say that it may be replaced."""


class NothingToExport(ExportError):
    """Ask for something else: there is nothing that fits."""
