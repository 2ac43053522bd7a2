"""Turn the parameters of a run into what the pipeline is asked: the one place where flows look at environment and folder."""
from __future__ import annotations

import os
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from prefect import runtime

from etl.config import read_configuration
from etl.configuration_file import find_configuration
from etl.pipeline import Request, Timer
from flows.variables import Variables
from seeds import SEEDS

WAREHOUSE = "rapporteur.duckdb"


def now() -> datetime:
    """Return the time that the ledger notes."""
    return datetime.now(UTC)


def warehouse_file(named: str | None) -> Path:
    """Return the warehouse that is meant, as an absolute path."""
    return Path(os.path.abspath(named or os.environ.get("RAPPORTEUR_WAREHOUSE") or WAREHOUSE))


def request_of(sources: Sequence[str] = (), *, warehouse: str | None, config: str | None, max_megabytes: float | None = None,
               workers: int = 1) -> Request:
    """Return what the pipeline is asked; raises ConfigurationError where the configuration cannot be used."""
    path = find_configuration(Path(config) if config else None, environ=os.environ, base=Path.cwd())
    return Request(sources=tuple(sources), base=Path.cwd(), warehouse=warehouse_file(warehouse), seeds=SEEDS,
                   configuration=read_configuration(path).with_size(max_megabytes), home=path.parent if path else Path.cwd(),
                   variables=Variables(os.environ), timer=Timer(time.sleep, time.monotonic), workers=workers,
                   flow_run=runtime.flow_run.name)
