"""Publish what a run has left, as the configuration says: a file that readers open, and a copy in PostgreSQL.

It comes after the run, whose documents are in already: what goes wrong here is told, and the next run or `rapporteur publish`
makes up for it.
"""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from etl.settings import PublishSettings
from etl.web.secrets import resolved, secrets_of
from warehouse.checks import CheckResult
from warehouse.connection import open_reader
from warehouse.errors import WarehouseError
from warehouse.postgres import Target, is_in_postgres, publish_to_postgres
from warehouse.publish import Published, publish, withheld
from warehouse.shelf import Shelf
from warehouse.snapshot import read_state, state_digest


@dataclass(frozen=True, slots=True)
class Places:
    """Where a warehouse is published: the shelf of its snapshots, how many are kept, and PostgreSQL where there is one."""

    shelf: Shelf
    keep: int
    postgres: Target | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """What became of publishing: the new snapshot, None where none was needed or made; why not, or what went wrong."""

    published: Published | None = None
    withheld: str | None = None
    failed: str | None = None


def places_of(settings: PublishSettings, *, warehouse: Path, home: Path, variables: Mapping[str, str]) -> Places:
    """Return where a warehouse is published; relative paths start at `home`, `variables` holds what references stand for.

    Raises ConfigurationError where a variable is not set.
    """
    target = None
    if settings.postgres is not None:
        target = Target(resolved(settings.postgres, variables), settings.postgres, settings.schema_name, settings.reader,
                        secrets_of([settings.postgres], variables))
    return Places(shelf_of(settings, warehouse=warehouse, home=home), settings.keep, target)


def shelf_of(settings: PublishSettings, *, warehouse: Path, home: Path) -> Shelf:
    """Return where the snapshots of a warehouse stand; a relative path starts at `home`."""
    return Shelf(home / settings.file) if settings.file else Shelf.beside(warehouse)


def publish_state(warehouse: Path, places: Places, results: Iterable[CheckResult], *, at: datetime,
                  always: bool) -> Publication:
    """Publish the state that a run has left and whose checks gave `results`.

    Unless `always`, a state that is published already is not published again. The caller holds the lock of the warehouse.
    """
    reason = withheld(results)
    if reason is not None:
        return Publication(withheld=reason)
    published = None
    try:
        if always or not is_published(warehouse, places.shelf):
            published = publish(warehouse, places.shelf, keep=places.keep, published_at=at)
        current = places.shelf.current()
        if places.postgres is not None and (always or not is_in_postgres(read_state(current).digest, places.postgres)):
            publish_to_postgres(current, places.postgres)
    except WarehouseError as error:
        return Publication(published, failed=str(error))
    return Publication(published)


def is_published(warehouse: Path, shelf: Shelf) -> bool:
    """Say whether what is published is what the warehouse holds, apart from runs that changed nothing."""
    current = shelf.current()
    if current is None or not current.is_file():
        return False
    try:
        state = read_state(current)
    except WarehouseError:
        return False
    with open_reader(warehouse) as connection:
        return state.digest == state_digest(connection)
