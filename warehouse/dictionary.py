"""Write the data dictionary from what is declared: views, tables, and how they refer to each other.

`python -m warehouse.dictionary` writes docs/data-dictionary.md; a test fails when that file is stale.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb
from sqlalchemy import Column, ForeignKeyConstraint, Table, create_engine
from sqlalchemy.dialects import registry
from sqlalchemy.types import TypeEngine

from .changes_since import CHANGES
from .schema import metadata
from .snapshot import OF_IT
from .view_keys import foreign_keys
from .views import View, create_views, views

TARGET = Path(__file__).parent.parent / "docs" / "data-dictionary.md"

OPENING = """# Data dictionary

Generated from the declarations in `warehouse/schema/` and `warehouse/views/` by `python -m warehouse.dictionary`; do not edit.

Analysts read the views of `reporting`. The tables behind them may change with a migration; the views stay.
"""

PUBLISHED_OPENING = """## Only in what is published

A published file has all views as tables, these two, and the macro `reporting.search(words)`: the passages that tell of these words,
the best first, with the columns of `reporting.passages` and a `score` (BM25).
"""

JOINS_OPENING = """## How the views join

A column of one name means the same in every view: `person_id` leads to `people`, whatever view it stands in. `country_code` leads to
`countries`, `run_id` and `recorded_run_id` to `ingest_runs` everywhere; these are left out of the drawing.
`evidence.fact_id` is a `meeting_id`, `agreement_id` or `position_id`, as `fact_kind` says.
"""
LEFT_OUT = {"countries", "ingest_runs"}

TABLES_OPENING = """## Tables behind the views

Entities and facts are identities with a natural key; what documents say of them lies in accounts, owned by the version of the
document. A changed file gets a new version, and its accounts with it.
"""


def dictionary() -> str:
    """Return the data dictionary as Markdown."""
    types = _view_types()
    shown = sorted((view for view in views() if view.schema == "reporting"), key=lambda view: view.name)
    parts = [OPENING, JOINS_OPENING, _joins(shown), "## Views\n", *(_view(view, types) for view in shown),
             PUBLISHED_OPENING, *map(_published, (CHANGES, OF_IT)), TABLES_OPENING, _diagram(),
             *(_table(table) for table in sorted(metadata.tables.values(), key=lambda table: table.name))]
    return "\n".join(parts)


def _view_types() -> dict[tuple[str, str], str]:
    """Return the type of each column of `reporting`, as an empty warehouse gives it."""
    engine = create_engine("duckdb:///:memory:")
    with engine.connect() as connection:
        metadata.create_all(connection)
        connection.commit()
        raw: duckdb.DuckDBPyConnection = connection.connection.driver_connection
        create_views(raw)
        found = raw.execute("SELECT table_name, column_name, data_type FROM duckdb_columns() "
                            "WHERE schema_name = 'reporting'").fetchall()
    return {(view, column): kind for view, column, kind in found}


def _view(view: View, types: dict[tuple[str, str], str]) -> str:
    rows = ((column, types[view.name, column], meaning) for column, meaning in view.columns.items())
    return f"### `{view.qualified}`\n\n{view.comment}\n\n{_grid(('column', 'type', 'meaning'), rows)}"


def _published(table: View) -> str:
    return f"### `{table.qualified}`\n\n{table.comment}\n\n{_grid(('column', 'meaning'), table.columns.items())}"


def _table(table: Table) -> str:
    rows = ((column.name, _type(column.type), _key(column), column.comment) for column in table.columns)
    return f"### `{table.name}`\n\n{table.comment}\n\n{_grid(('column', 'type', 'key', 'meaning'), rows)}"


def _key(column: Column) -> str:
    marks = ["primary"] if column.primary_key else []
    marks += ["unique"] if column.unique else []
    marks += [f"→ {key.referred_table.name}" for key in _foreign_keys(column.table) if column.name in key.column_keys]
    return ", ".join(marks) or ("" if column.nullable else "required")


def _foreign_keys(table: Table) -> list[ForeignKeyConstraint]:
    return sorted(table.foreign_key_constraints, key=lambda key: (key.referred_table.name, *key.column_keys))


def _type(kind: TypeEngine) -> str:
    return kind.compile(dialect=registry.load("duckdb")())


def _grid(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    return "".join(_line(cells) for cells in (tuple(head), *_ruled(rows)))


def _ruled(rows: Iterable[Iterable[str]]) -> Iterator[tuple[str, ...]]:
    cells = [(f"`{first}`", *rest) for first, *rest in rows]
    yield ("---",) * len(cells[0])
    yield from cells


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _joins(shown: Iterable[View]) -> str:
    """Return the diagram of what readers see: a line for each column that leads from one view to another."""
    return _drawn(f'{target} ||--o{{ {view.name} : "{column}"' for view in shown
                  for column, (target, _) in foreign_keys(view.name, list(view.columns)).items() if target not in LEFT_OUT)


def _diagram() -> str:
    """Return the entity diagram of the tables: a line a foreign key."""
    return _drawn(_relations())


def _relations() -> Iterator[str]:
    for table in sorted(metadata.tables.values(), key=lambda table: table.name):
        for key in _foreign_keys(table):
            many = "|o--o{" if any(table.columns[name].nullable for name in key.column_keys) else "||--o{"
            yield f'{key.referred_table.name} {many} {table.name} : "{", ".join(key.column_keys)}"'


def _drawn(relations: Iterable[str]) -> str:
    """Return an entity diagram in Mermaid."""
    return "\n".join(["```mermaid", "erDiagram", *(f"    {relation}" for relation in relations), "```", ""])


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(dictionary(), encoding="utf-8")
