"""Describe a folder of tables by the Frictionless Data Package standard, so that programs know types, keys and meanings."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from warehouse.view_keys import PRIMARY_KEYS, foreign_keys
from exports.reporting import Column, Reporting, Table

TYPES = {
    "VARCHAR": "string",
    "BIGINT": "integer",
    "INTEGER": "integer",
    "DOUBLE": "number",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMP": "datetime",
}
"""The types that the contract allows, and what the standard calls them."""
SOURCES = r"""
SELECT regexp_replace(coalesce(series, title, 'untitled'), '\s+', ' ', 'g') AS title, publisher, count(*) AS documents
FROM reporting.documents GROUP BY ALL ORDER BY documents DESC, title, publisher
"""
NAMED = 100
"""Sources that are named; the documents themselves are in the table `documents`."""


@dataclass(frozen=True, slots=True)
class Resource:
    """A file of the folder: which table it holds, and how."""

    table: Table
    path: str
    format: str
    media_type: str
    rows: int


def describe(reporting: Reporting, resources: Sequence[Resource]) -> dict[str, object]:
    """Return the descriptor of a folder that holds these files."""
    state = reporting.state
    held = {resource.table.name for resource in resources}
    return {
        "profile": "data-package",
        "name": "rapporteur",
        "title": "Who met whom, what was agreed, and which words say so",
        "description": "The views of `reporting` of a Rapporteur warehouse. Dates and moments are ISO 8601, moments are UTC; "
                       "country codes are ISO 3166-1 alpha-2, those of former states included; ids stay when "
                       "documents are read again.",
        "version": f"{state.at:%Y.%-m.%-d}+{state.run_id}",
        "created": _moment(state.at),
        "rapporteur": {"run_id": state.run_id, "extractor_version": state.extractor_version},
        "sources": list(_sources(reporting.rows(SOURCES))),
        "resources": [_resource(resource, held) for resource in resources],
    }


def _resource(resource: Resource, held: set[str]) -> dict[str, object]:
    return {
        "profile": "tabular-data-resource",
        "name": resource.table.name,
        "path": resource.path,
        "format": resource.format,
        "mediatype": resource.media_type,
        "encoding": "utf-8",
        "description": resource.table.meaning,
        "rows": resource.rows,
        "schema": _schema(resource.table, held),
    }


def _schema(table: Table, held: set[str]) -> dict[str, object]:
    """Return the fields of a table and its keys, foreign ones only where the table that they lead to is held, too."""
    key = PRIMARY_KEYS.get(table.name, ())
    schema: dict[str, object] = {"fields": [_field(column, required=column.name in key) for column in table.columns]}
    if key:
        schema["primaryKey"] = list(key)
    leading = foreign_keys(table.name, [column.name for column in table.columns])
    found = [{"fields": [column], "reference": {"resource": "" if target == table.name else target, "fields": [field]}}
             for column, (target, field) in leading.items() if target in held]
    return schema | ({"foreignKeys": found} if found else {})


def _field(column: Column, *, required: bool) -> dict[str, object]:
    field: dict[str, object] = {"name": column.name, "type": TYPES[column.type], "description": column.meaning}
    return field | ({"constraints": {"required": True}} if required else {})


def _sources(found: Iterable[dict[str, object]]) -> Iterable[dict[str, str]]:
    """Yield what the documents are, those of a series together."""
    for number, source in enumerate(found):
        if number == NAMED:
            yield {"title": "and more: see the table documents"}
            return
        publisher = f", {source['publisher']}" if source["publisher"] else ""
        documents = f" ({source['documents']} documents)" if source["documents"] != 1 else ""
        yield {"title": f"{source['title']}{publisher}{documents}"}


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"
