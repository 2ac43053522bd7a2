"""Say which addresses a run asks: those that were named on the spot, and those of the sources that the configuration names."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from etl.errors import ConfigurationError
from etl.records import Stated
from etl.settings import Configuration


@dataclass(frozen=True, slots=True)
class Asked:
    """One address, where relative ones start, what is stated of its documents, and how it is read (as in `SourceSettings`)."""

    address: str
    base: Path
    stated: Stated = Stated()
    kind: str = "auto"
    follow: bool = True


def asked_for(sources: Iterable[str], configuration: Configuration, *, base: Path, home: Path) -> list[Asked]:
    """Return the addresses that `sources` stand for: the name of a configured source stands for all of its own.

    Without `sources` those of every enabled source are asked. Relative addresses start at `base`, those of the configuration at
    its `home`. Raises ConfigurationError where nothing is asked for.
    """
    named = tuple(sources) or tuple(name for name, source in configuration.sources.items() if source.enabled)
    if not named:
        raise ConfigurationError("There is nothing to ingest: name files, folders or addresses, or write [sources.NAME] into "
                                 "rapporteur.toml (docs/configuration.md).")
    asked: list[Asked] = []
    for name in named:
        source = configuration.sources.get(name)
        if source is None:
            asked.append(Asked(name, base))
        else:
            stated = replace(source.stated, source=name)
            asked += (Asked(address, home, stated, source.kind, source.follow) for address in source.addresses)
    return asked
