"""Connect Alembic to a warehouse: the connection that `warehouse.migrate` hands in, or the file named on the command line."""
from __future__ import annotations

import os

from alembic import context
from sqlalchemy import Connection, NullPool, create_engine

from warehouse.schema import metadata


def run(connection: Connection) -> None:
    """Run the revisions asked for, one transaction each."""
    context.configure(connection=connection, target_metadata=metadata, transaction_per_migration=True)
    with context.begin_transaction():
        context.run_migrations()


def named_file() -> str:
    """Return the path given by `-x warehouse=`, else by the environment, else the default name."""
    given = context.get_x_argument(as_dictionary=True).get("warehouse")
    return given or os.environ.get("RAPPORTEUR_WAREHOUSE") or "rapporteur.duckdb"


if context.is_offline_mode():
    context.configure(dialect_name="duckdb", target_metadata=metadata, transaction_per_migration=True)
    with context.begin_transaction():
        context.run_migrations()
elif (handed := context.config.attributes.get("connection")) is not None:
    run(handed)
else:
    with create_engine(f"duckdb:///{named_file()}", poolclass=NullPool).connect() as opened:
        run(opened)
