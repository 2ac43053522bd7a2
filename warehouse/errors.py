"""What can go wrong with a warehouse, named by what the caller does next."""
from __future__ import annotations


class WarehouseError(Exception):
    """Stop: the warehouse cannot be used as asked. The message says what to do."""


class SchemaTooNew(WarehouseError):
    """Stop: the file was written by a newer version of this program."""


class WarehouseBusy(WarehouseError):
    """Retry later: another process holds the file."""


class CannotWrite(WarehouseError):
    """Stop: the disk is full, or the file or its folder may not be written to. What was stored before stays."""


class StatementRefused(WarehouseError):
    """Stop: the SQL given is no single reading statement, or DuckDB refuses it."""


class DocumentRefused(WarehouseError):
    """Skip this document: its rows contradict each other or the reference data. Nothing of it was stored."""


class NoSuchMoment(WarehouseError):
    """Ask for another run or day: there is none of this name."""
