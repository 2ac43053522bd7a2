"""Load the reference data of `seeds/` into its tables; what changed there flows in, what was removed there goes.

Reads countries.csv, places.csv, outlets.csv and organizations.csv; a cell with several values separates them by `|`.
"""
from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import duckdb

from . import staging
from .connection import transaction
from .errors import WarehouseError
from .identities import KEY_COLUMNS, identify
from .keys import organization_key, place_key, slug
from .notes import note, noted

__all__ = ["load_reference", "slug"]

FILES = ("countries", "places", "outlets", "organizations")
Cells = dict[str, str | None]


def load_reference(connection: duckdb.DuckDBPyConnection, folder: Path) -> bool:
    """Load the reference data of `folder` in one transaction; say whether anything had changed since the last time.

    Raises WarehouseError where a file is missing or contradicts itself or another; nothing is changed then.
    """
    digest = hashlib.sha256(b"".join(_path(folder, name).read_bytes() for name in FILES)).hexdigest()
    if noted(connection, "reference") == digest:
        return False
    tables = {name: list(_read(_path(folder, name))) for name in FILES}
    try:
        with transaction(connection):
            _load_countries(connection, tables["countries"])
            _load_places(connection, tables["places"])
            _load_outlets(connection, tables["outlets"])
            _load_organizations(connection, tables["organizations"])
            note(connection, "reference", digest)
    except duckdb.ConstraintException as error:
        raise WarehouseError(f"The reference data in {folder} does not hold together: {error}") from error
    return True


def _path(folder: Path, name: str) -> Path:
    path = folder / f"{name}.csv"
    if not path.is_file():
        raise WarehouseError(f"The reference data lacks {path}.")
    return path


def _read(path: Path) -> Iterator[Cells]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {name: value or None for name, value in row.items()}


def _values(cell: str | None) -> list[str]:
    return list(dict.fromkeys(part for part in (cell or "").split("|") if part))


def _load_countries(connection: duckdb.DuckDBPyConnection, rows: list[Cells]) -> None:
    columns = {
        "country_code": [row["code"] for row in rows],
        "name": [row["name"] for row in rows],
        "official_name": [row["official_name"] for row in rows],
        "capital": [row["capital"] for row in rows],
        "is_former": [row["is_former"] == "true" for row in rows],
    }
    staging.insert(connection, "countries", columns, suffix=(
        "ON CONFLICT (country_code) DO UPDATE SET name = excluded.name, official_name = excluded.official_name, "
        "capital = excluded.capital, is_former = excluded.is_former"))
    named = [(row["code"], kind, name) for row in rows for kind, cell in (("name", "names"), ("demonym", "demonyms"))
             for name in _values(row[cell])]
    _replace(connection, "country_names", ("country_code", "kind", "name"), named)


def _load_places(connection: duckdb.DuckDBPyConnection, rows: list[Cells]) -> None:
    keys = [place_key(row["name"], row["country_code"]) for row in rows]
    columns = {"key": keys, "name": [row["name"] for row in rows], "country_code": [row["country_code"] for row in rows]}
    ids = identify(connection, "place_id", _distinct(columns, "places"))
    _replace_names(connection, "place_id", rows, [ids[key] for key in keys])
    _replace(connection, "place_profiles", ("place_id", "name", "kind", "latitude", "longitude"), [
        (ids[key], row["name"], row["kind"], _degrees(row["latitude"]), _degrees(row["longitude"]))
        for key, row in zip(keys, rows, strict=True)])


def _load_outlets(connection: duckdb.DuckDBPyConnection, rows: list[Cells]) -> None:
    keys = [slug(row["name"]) for row in rows]
    ids = identify(connection, "outlet_id", _distinct({"key": keys, "name": [row["name"] for row in rows]}, "outlets"))
    _replace_names(connection, "outlet_id", rows, [ids[key] for key in keys])
    _replace(connection, "outlet_profiles", ("outlet_id", "name", "country_code", "kind", "reliability"), [
        (ids[key], row["name"], row["country_code"], row["kind"], row["reliability"])
        for key, row in zip(keys, rows, strict=True)])


def _load_organizations(connection: duckdb.DuckDBPyConnection, rows: list[Cells]) -> None:
    keys = [organization_key(row["name"], row["country_code"]) for row in rows]
    ids = identify(connection, "organization_id", _distinct({"key": keys}, "organizations"))
    parents = _parents(rows, keys)
    _replace_names(connection, "organization_id", rows, [ids[key] for key in keys])
    _replace(connection, "organization_profiles",
             ("organization_id", "name", "kind", "country_code", "parent_organization_id", "description"), [
                 (ids[key], row["name"], row["kind"], row["country_code"], ids.get(parents[key]), row["description"])
                 for key, row in zip(keys, rows, strict=True)])


def _parents(rows: list[Cells], keys: list[str]) -> dict[str, str | None]:
    """Return the key of each organization's parent, which may be given by key or by name (of the same country first)."""
    by_name: dict[str, list[str]] = {}
    for key, row in zip(keys, rows, strict=True):
        by_name.setdefault(row["name"], []).append(key)
    parents: dict[str, str | None] = {}
    for key, row in zip(keys, rows, strict=True):
        parent = row["parent"]
        if parent is None:
            parents[key] = None
            continue
        own = organization_key(parent, row["country_code"])
        candidates = [own] if own in keys else [parent] if parent in keys else by_name.get(parent, [])
        if len(candidates) != 1:
            raise WarehouseError(f"organizations.csv: the parent {parent!r} of {row['name']!r} names "
                                 f"{len(candidates)} organizations.")
        parents[key] = candidates[0]
    return parents


def _distinct(columns: dict[str, list], file: str) -> dict[str, list]:
    repeated = sorted(key for key, times in Counter(columns["key"]).items() if times > 1)
    if repeated:
        raise WarehouseError(f"{file}.csv has more than one row with the key {', '.join(repeated)}; rename one or join them.")
    return columns


def _replace_names(connection: duckdb.DuckDBPyConnection, column: str, rows: list[Cells], ids: list[int]) -> None:
    table = KEY_COLUMNS[column].removesuffix("s") + "_names"
    _replace(connection, table, (column, "name"),
             [(key, name) for key, row in zip(ids, rows, strict=True) for name in _values(row["names"])])


def _replace(connection: duckdb.DuckDBPyConnection, table: str, names: tuple[str, ...], rows: list[tuple]) -> None:
    """Put `rows` in place of all rows of a table that no other table refers to."""
    connection.execute(f"DELETE FROM main.{table}")
    staging.insert(connection, table, {name: [row[index] for row in rows] for index, name in enumerate(names)})


def _degrees(cell: str | None) -> float | None:
    return None if cell is None else float(cell)
