"""Bring a warehouse to the schema of this program: on a copy, verified, then put in place at once.

The live file is never altered in place, so a failure, or a kill, leaves it as it was.
"""
from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import NullPool, create_engine
from sqlalchemy.exc import SQLAlchemyError

from .connection import cannot_write, open_writer
from .copying import copy_held
from .errors import SchemaTooNew, WarehouseError
from .notes import noted, schema_revision
from .orphans import find_orphans
from .views import SCHEMAS, create_views, views_digest

MIGRATIONS = Path(__file__).parent.parent / "migrations"


def migrate(path: Path | str, *, revision: str = "head") -> bool:
    """Create the warehouse at `path`, or bring it to `revision`, with the views of this program; say whether anything changed.

    Raises SchemaTooNew where the file comes from a newer program, WarehouseBusy where another process holds it, CannotWrite where
    there is no room for a copy, WarehouseError where the result would be unsound; the file is then as it was.
    """
    path = Path(path).resolve()
    if path.is_file() and _is_current(path, revision):
        return False
    copy = path.with_name(f"{path.name}.migrating")
    _discard(copy)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with _locked_copy(path, copy):
            _upgrade(copy, revision)
            _finish(copy, with_views=revision == "head")
            _sync(copy)
            os.replace(copy, path)
    except (duckdb.Error, SQLAlchemyError) as error:
        raise cannot_write(copy, str(error)) or WarehouseError(
            f"{path} could not be brought to the schema of this version, and is as it was; is there room for a copy of it beside it? "
            f"{str(error).splitlines()[0]}") from error
    finally:
        _discard(copy)
    return True


def alembic_config() -> Config:
    """Return Alembic's settings for the revisions of this program, wherever it runs from."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _is_current(path: Path, revision: str) -> bool:
    script = ScriptDirectory.from_config(alembic_config())
    with open_writer(path) as connection:
        at = schema_revision(connection)
        known = {step.revision for step in script.walk_revisions()}
        if at is not None and at not in known:
            raise SchemaTooNew(f"{path} has the schema {at}, which this version does not know; "
                               "use the newer version that wrote it.")
        if at is None or at != script.get_revision(revision).revision:
            return False
        return revision != "head" or noted(connection, "views") == views_digest()


@contextmanager
def _locked_copy(path: Path, copy: Path) -> Iterator[None]:
    """Copy the file, where there is one, and keep others from writing to it until the block is done."""
    if not path.is_file():
        yield
        return
    with open_writer(path) as connection:
        copy_held(connection, path, copy)
        yield


def _upgrade(copy: Path, revision: str) -> None:
    config = alembic_config()
    engine = create_engine(f"duckdb:///{copy}", poolclass=NullPool)
    try:
        with engine.connect() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
    except CommandError as error:
        raise WarehouseError(f"The schema cannot be brought to {revision}: {error}") from error
    finally:
        engine.dispose()


def _finish(copy: Path, *, with_views: bool) -> None:
    with open_writer(copy) as connection:
        if with_views:
            create_views(connection)
            broken = find_orphans(connection)
            if broken:
                raise WarehouseError(f"The migrated copy was discarded: rows refer to nothing ({'; '.join(broken)}).")
        else:
            for schema in SCHEMAS:
                connection.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
        connection.execute("CHECKPOINT")


def _sync(copy: Path) -> None:
    with copy.open("rb") as file:
        os.fsync(file.fileno())


def _discard(copy: Path) -> None:
    for leftover in (copy, copy.with_name(f"{copy.name}.wal")):
        leftover.unlink(missing_ok=True)
