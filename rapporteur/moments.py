"""Moments that a reader names on the command line: a day or a run."""
from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from warehouse.as_of import Moment


def moment_named(connection: DuckDBPyConnection, named: str, *, option: str) -> Moment:
    """Return the moment that the value of an option names; what names none is wrong usage."""
    from warehouse.as_of import find_moment
    from warehouse.errors import NoSuchMoment

    try:
        return find_moment(connection, named)
    except NoSuchMoment as error:
        raise typer.BadParameter(str(error), param_hint=option) from error


def words_of(moment: Moment) -> str:
    """Return a moment in words."""
    if moment.run_id is None:
        return "before the first run, when the warehouse was empty"
    ended = "which did not end" if moment.finished_at is None else f"which ended {moment.finished_at:%Y-%m-%d %H:%M} UTC"
    return f"{moment.run_id}, {ended}, with extractor {moment.extractor_version}"
