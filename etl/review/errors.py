"""Why a decision cannot be taken."""
from __future__ import annotations

from warehouse.errors import WarehouseError


class ReviewRefused(WarehouseError):
    """What was asked cannot be decided; the message says why and what can."""


class NothingSuch(ReviewRefused):
    """There is nothing of the id that was given."""
