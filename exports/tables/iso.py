"""Columns as text formats hold them."""
from __future__ import annotations

from exports.reporting import Table, identifier

MOMENT = "'%Y-%m-%dT%H:%M:%S.%fZ'"


def in_iso(table: Table) -> list[str]:
    """Return an SQL expression for each column, with moments in ISO 8601 and UTC; DuckDB writes the rest so by itself."""
    return [f"strftime({identifier(column.name)}, {MOMENT}) AS {identifier(column.name)}" if column.type == "TIMESTAMP"
            else f"{identifier(column.name)} AS {identifier(column.name)}" for column in table.columns]
