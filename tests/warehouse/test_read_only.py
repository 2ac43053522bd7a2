"""A reader's connection can read one file and do nothing else, however it is asked: SQL that is not filtered at all."""
from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from tests.warehouse import history
from warehouse.connection import open_reader
from warehouse.snapshot import write_snapshot


@pytest.fixture(params=["warehouse", "snapshot"])
def file(request: pytest.FixtureRequest, after_runs: tuple[Path, ...], tmp_path: Path) -> Path:
    """Return a warehouse, or the snapshot of one, with a secret beside it."""
    (tmp_path / "secret.csv").write_text("a,b\n1,2\n")
    path = Path(shutil.copyfile(after_runs[1], tmp_path / "warehouse.duckdb"))
    if request.param == "warehouse":
        return path
    write_snapshot(path, path.with_name("snapshot.duckdb"), published_at=history.FIRST_DAY)
    return path.with_name("snapshot.duckdb")


WAYS_OUT = (
    # reading other files and the network
    "SELECT * FROM read_csv('/etc/passwd')", "SELECT * FROM read_text('/etc/passwd')", "SELECT * FROM read_blob('secret.csv')",
    "SELECT * FROM 'secret.csv'", "SELECT * FROM glob('/etc/*')", "SELECT * FROM read_parquet('https://a.example/x.parquet')",
    "SELECT * FROM read_json('secret.csv')", "SELECT * FROM parquet_metadata('secret.csv')",
    "SELECT * FROM sniff_csv('secret.csv')",
    "ATTACH 'secret.csv' AS other", "ATTACH '{file}' AS again (READ_WRITE)", "ATTACH ':memory:' AS other",
    "ATTACH 'postgresql:///postgres' AS other (TYPE postgres)", "IMPORT DATABASE 'folder'",
    "COPY reporting.people FROM 'secret.csv'",
    # writing
    "COPY reporting.people TO 'out.csv'", "COPY (SELECT 1) TO 'out.parquet'", "EXPORT DATABASE 'out'",
    "CREATE TABLE t (a INTEGER)",
    "DELETE FROM reporting.people", "DROP SCHEMA reporting CASCADE", "ALTER TABLE reporting.people RENAME TO x",
    "COMMENT ON SCHEMA reporting IS 'x'", "CREATE SCHEMA mine",
    # code from elsewhere
    "INSTALL httpfs", "INSTALL httpfs FROM 'https://a.example'", "LOAD httpfs", "LOAD '/tmp/evil.duckdb_extension'",
    "CREATE SECRET s (TYPE s3, KEY_ID 'x', SECRET 'y')", "UPDATE EXTENSIONS",
    # getting the rights back
    "SET enable_external_access = true", "SET GLOBAL enable_external_access = true", "RESET enable_external_access",
    "SET lock_configuration = false", "RESET lock_configuration", "SET autoload_known_extensions = true",
    "SET autoinstall_known_extensions = true", "SET allow_unsigned_extensions = true", "SET extension_directory = '/tmp'",
    "SET memory_limit = '100GB'", "RESET memory_limit", "SET temp_directory = '/tmp/x'", "SET allowed_paths = ['/etc/passwd']",
    "SET allowed_directories = ['/etc']", "SET home_directory = '/tmp'", "SET log_query_path = 'log'",
    "SET access_mode = 'read_write'",
    "SET custom_extension_repository = 'https://a.example'", "SET profiling_output = 'out.json'",
    "PRAGMA enable_profiling = 'json'; PRAGMA profile_output = 'out.json'", "PRAGMA enable_external_access = true",
)


def test_there_is_no_way_out(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(file.parent)
    before, files = file.read_bytes(), sorted(file.parent.iterdir())
    answered = []
    with open_reader(file) as connection:
        for sql in WAYS_OUT:
            try:
                answered.append((sql, connection.execute(sql.format(file=file)).fetchall()))
            except duckdb.Error:
                assert connection.execute("SELECT current_setting('enable_external_access')").fetchone() == (False,)
    assert answered == []
    assert sorted(file.parent.iterdir()) == files
    assert file.read_bytes() == before


def test_what_a_session_keeps_for_itself_ends_with_it(file: Path) -> None:
    with open_reader(file) as connection:
        connection.execute("CREATE TEMP TABLE mine AS FROM reporting.people")
        connection.execute("SET VARIABLE as_of_run = 0")
    with open_reader(file) as connection:
        with pytest.raises(duckdb.CatalogException):
            connection.execute("FROM mine")
        assert connection.execute("SELECT getvariable('as_of_run')").fetchone() == (None,)
