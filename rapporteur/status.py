"""The command `status`: how the warehouse and all that belongs to it stands."""
from __future__ import annotations

import platform
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapporteur import __version__
from rapporteur.options import DEFAULT_WAREHOUSE, AsJson, Warehouse

if TYPE_CHECKING:
    from etl.settings import Configuration
    from warehouse.shelf import Shelf
    from warehouse.status import Standing


@dataclass(frozen=True, slots=True)
class Stored:
    """Something on the disk: where, how many files, and their bytes."""

    path: str
    files: int
    bytes: int


def status(
    warehouse: Warehouse = DEFAULT_WAREHOUSE,
    as_json: AsJson = False,
    config: Annotated[Path | None, typer.Option(
        "--config", metavar="FILE", help="The configuration, by default rapporteur.toml.", show_default=False)] = None,
) -> None:
    """Show how the warehouse stands: sources, last run, lag, what was rejected and what waits, files and versions.

    It disturbs nobody: while an ingest writes, it tells what is published.

    \b
    Examples:
      rapporteur status
      rapporteur status --json | jq .last_run.status
    """
    from etl.publishing import shelf_of
    from rapporteur.ingest import configured

    path, configuration = configured(config, None)
    file = warehouse.absolute()
    shelf = shelf_of(configuration.publish, warehouse=file, home=path.parent if path else Path.cwd())
    told = _told(file, shelf, configuration, path, datetime.now(UTC).replace(tzinfo=None, microsecond=0))
    if as_json:
        from rapporteur.rows import write_json
        write_json(told, sys.stdout)
    else:
        _write(told)


def _told(warehouse: Path, shelf: Shelf, configuration: Configuration, config: Path | None, now: datetime) -> dict[str, object]:
    """Return everything there is to tell."""
    from etl.lock import share_lock
    from warehouse.connection import open_reader
    from warehouse.snapshot import read_state, state_digest
    from warehouse.status import standing

    current = shelf.current()
    published = read_state(current) if current is not None and current.is_file() else None
    with share_lock(warehouse) as free:
        live = free or published is None
        with open_reader(warehouse if live else current) as connection:
            stands = standing(connection, live=live)
            lags = published is not None and live and state_digest(connection) != published.digest
    return {
        "warehouse": asdict(_stored(warehouse, [warehouse])),
        "being_written_to": not free,
        **_runs(stands),
        "sources": None if stands.sources is None else list(_sources(stands, configuration, now)),
        "documents": stands.documents, "rejected": stands.rejected, "open_findings": stands.open_findings,
        "waiting": stands.waiting,
        "published": None if published is None else {
            "link": str(shelf.link), "run_id": published.run_id, "published_at": published.published_at, "lags": lags,
            **asdict(_stored(shelf.folder, shelf.snapshots()))},
        "originals": asdict(_stored(warehouse.with_suffix(".originals"), warehouse.with_suffix(".originals").rglob("*"))),
        "backups": _backups(warehouse, configuration, config),
        "versions": _versions(stands),
    }


def _runs(stands: Standing) -> dict[str, object]:
    return {name: None if run is None else asdict(run)
            for name, run in (("last_run", stands.last_run), ("last_completed", stands.last_completed))}


def _sources(stands: Standing, configuration: Configuration, now: datetime) -> Iterator[dict[str, object]]:
    """Yield every source that is configured or has brought something."""
    brought = {source.name: source for source in stands.sources or ()}
    for name in dict.fromkeys([*configuration.sources, *brought]):
        settings, source = configuration.sources.get(name) if name else None, brought.get(name)
        yield {
            "source": name, "enabled": settings.enabled if settings else None, "every": settings.every if settings else None,
            "documents": source.documents if source else 0, "last_loaded_at": source.last_loaded_at if source else None,
            "last_day": source.last_day if source else None,
            "lag_seconds": int((now - source.last_loaded_at).total_seconds()) if source else None,
        }


def _backups(warehouse: Path, configuration: Configuration, config: Path | None) -> dict[str, object]:
    from etl.backup import backups, folder_beside

    home = config.parent if config else Path.cwd()
    folder = home / configuration.backup.folder if configuration.backup.folder else folder_beside(warehouse)
    found = backups(folder, warehouse)
    return {"path": str(folder), "kept": len(found), "newest": found[0].name if found else None}


def _versions(stands: Standing) -> dict[str, str | None]:
    import duckdb

    from etl.extract import EXTRACTOR_VERSION
    return {"rapporteur": __version__, "extractor": EXTRACTOR_VERSION, "schema": stands.schema_revision,
            "duckdb": duckdb.__version__, "python": platform.python_version()}


def _stored(path: Path, files: Iterable[Path]) -> Stored:
    sizes = [file.stat().st_size for file in files if file.is_file()]
    return Stored(str(path), len(sizes), sum(sizes))


def _write(told: dict) -> None:
    """Write it for a person."""
    from rapporteur.rows import write_table

    written_to = ", being written to" if told["being_written_to"] else ""
    lines = [
        ("warehouse", f"{told['warehouse']['path']}, {_size(told['warehouse'])}{written_to}"),
        ("last run", _run(told["last_run"])),
        ("last completed", _run(told["last_completed"])),
        ("documents", f"{told['documents']:,}, {told['rejected']:,} inputs rejected"),
        ("findings", f"{told['open_findings']:,} open; {told['waiting']:,} things wait for a decision "
                     "(`rapporteur review list`)"),
        ("published", _published(told["published"])),
        ("originals", f"{told['originals']['path']}, {told['originals']['files']:,} files, {_size(told['originals'])}"),
        ("backups", f"{told['backups']['path']}, {told['backups']['kept']}, the newest {told['backups']['newest'] or 'none'}"),
        ("versions", ", ".join(f"{name} {version}" for name, version in told["versions"].items() if version)),
    ]
    for label, text in lines:
        typer.echo(f"{label:<15} {text}")
    if told["sources"]:
        typer.echo()
        write_table(("source", "every", "documents", "last loaded", "lag", "last day"), [
            (each["source"] or "(named on the spot)", "disabled" if each["enabled"] is False else each["every"],
             each["documents"], each["last_loaded_at"] and f"{each['last_loaded_at']:%Y-%m-%d %H:%M}",
             _lag(each["lag_seconds"]), each["last_day"])
            for each in told["sources"]], sys.stdout)


def _run(run: dict | None) -> str:
    if run is None:
        return "none"
    ended = "not ended" if run["finished_at"] is None else f"ended {run['finished_at']:%Y-%m-%d %H:%M} UTC"
    return (f"{run['run_id']} ({run['kind']}), {run['status']}, {ended}: {run['documents_seen']} seen, "
            f"{run['documents_loaded']} loaded, {run['documents_rejected']} rejected")


def _published(published: dict | None) -> str:
    if published is None:
        return "nothing; `rapporteur publish` publishes it"
    behind = "; the warehouse holds more since then" if published["lags"] else ""
    return (f"{published['link']}, after {published['run_id']} on {published['published_at']:%Y-%m-%d %H:%M} UTC, "
            f"{published['files']} snapshots, {_size(published)}{behind}")


def _size(stored: dict) -> str:
    return f"{stored['bytes'] / 1_000_000:,.1f} MB"


def _lag(seconds: int | None) -> str | None:
    return None if seconds is None else str(timedelta(seconds=max(seconds, 0) // 60 * 60))[:-3]
