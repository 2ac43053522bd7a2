"""The extensions of DuckDB that are used: each comes as a package, so that nothing is fetched when it is needed."""
from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import duckdb

from .errors import WarehouseError
from .views import quoted


def load_extension(connection: duckdb.DuckDBPyConnection, name: str, *, extra: str | None = None) -> None:
    """Load an extension from its package; `extra` is that of rapporteur which brings the package.

    Raises WarehouseError where the package is missing or is for another version of DuckDB.
    """
    package = f"duckdb-extension-{name.replace('_', '-')}"
    spec = find_spec(package.replace("-", "_"))
    if spec is None or spec.origin is None:
        needed = f'"rapporteur[{extra}]"' if extra is not None else f"{package}=={duckdb.__version__}"
        raise WarehouseError(f"DuckDB's extension {name} is needed here, which is not installed: pip install {needed}.")
    file = Path(spec.origin).parent / "extensions" / f"v{duckdb.__version__}" / f"{name}.duckdb_extension"
    if not file.is_file():
        raise WarehouseError(f"DuckDB's extension {name} is not the one for DuckDB {duckdb.__version__}: "
                             f"pip install {package}=={duckdb.__version__}.")
    connection.execute(f"LOAD {quoted(str(file))}")
