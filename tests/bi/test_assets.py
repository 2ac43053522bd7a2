"""The files of the dashboards fit each other and the reporting views, and hold nothing of one machine. Needs no Superset."""
from __future__ import annotations

from collections import Counter
from datetime import datetime
from pathlib import Path

import duckdb
import pytest
import yaml

from bi.superset.assets import ASSETS, PLACEHOLDER, digest_of, read_assets
from warehouse.connection import LOCKED_DOWN, OFFLINE
from warehouse.snapshot import write_snapshot

FILTERS = ("Time", "Country", "Person")


def load(kind: str) -> dict[str, dict]:
    """Return the files of a kind by their names."""
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((ASSETS / kind).glob("*.yaml"))}


DATASETS, CHARTS, DASHBOARDS = load("datasets"), load("charts"), load("dashboards")


@pytest.fixture
def snapshot(seeded: Path, tmp_path: Path) -> Path:
    """Return the snapshot of a warehouse without documents."""
    target = tmp_path / "snapshot.duckdb"
    write_snapshot(seeded, target, published_at=datetime(2026, 2, 3))
    return target


@pytest.mark.parametrize("name", DATASETS)
def test_a_dataset_has_the_columns_that_its_query_gives(name: str, snapshot: Path) -> None:
    dataset = DATASETS[name]
    with duckdb.connect(str(snapshot), read_only=True) as connection:
        given = {column: kind for column, kind, *_ in connection.execute(f"DESCRIBE {dataset['sql']}").fetchall()}
        assert {column["column_name"]: column["type"] for column in dataset["columns"]} == given
        for metric in dataset["metrics"]:
            connection.execute(f"SELECT {metric['expression']} FROM ({dataset['sql']})")


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_uses_what_its_dataset_has(name: str) -> None:
    chart = CHARTS[name]
    (dataset,) = (dataset for dataset in DATASETS.values() if dataset["uuid"] == chart["dataset_uuid"])
    params = chart["params"]
    columns = {column["column_name"] for column in dataset["columns"]}
    metrics = {metric["metric_name"] for metric in dataset["metrics"]}
    grouped = params.get("groupby", [])
    used = {*([grouped] if isinstance(grouped, str) else grouped), *filter(None, (params.get("x_axis"), params.get("entity")))}
    assert used <= columns
    assert set(filter(None, [params.get("metric"), *params.get("metrics", [])])) <= metrics


@pytest.mark.parametrize("name", DASHBOARDS)
def test_a_dashboard_is_filtered_by_time_country_and_person(name: str) -> None:
    dashboard = DASHBOARDS[name]
    filters = dashboard["metadata"]["native_filter_configuration"]
    assert tuple(one["name"] for one in filters) == FILTERS
    uuids = {part["meta"]["uuid"]: part["meta"]["chartId"] for part in dashboard["position"].values()
             if isinstance(part, dict) and part["type"] == "CHART"}
    for chart in (chart for chart in CHARTS.values() if chart["uuid"] in uuids):
        (dataset,) = (dataset for dataset in DATASETS.values() if dataset["uuid"] == chart["dataset_uuid"])
        columns = {column["column_name"] for column in dataset["columns"]}
        is_left_out = all(uuids[chart["uuid"]] in one["scope"]["excluded"] for one in filters)
        assert {"day", "country", "person"} <= columns or is_left_out, chart["slice_name"]


def test_each_chart_is_on_one_dashboard() -> None:
    shown = Counter(part["meta"]["uuid"] for dashboard in DASHBOARDS.values() for part in dashboard["position"].values()
                    if isinstance(part, dict) and part["type"] == "CHART")
    assert shown == Counter(chart["uuid"] for chart in CHARTS.values())


def test_the_database_is_as_locked_down_as_readers_of_ours() -> None:
    (database,) = load("databases").values()
    arguments = database["extra"]["engine_params"]["connect_args"]
    assert arguments["read_only"] is True
    assert {**arguments["config"], "memory_limit": None, "threads": None} == {
        **OFFLINE, **LOCKED_DOWN, "memory_limit": None, "threads": None}
    rights = ("allow_dml", "allow_ctas", "allow_cvas", "allow_csv_upload", "allow_run_async")
    assert not any(database[right] for right in rights)


def test_the_path_is_put_in_when_imported_and_stands_in_no_file(tmp_path: Path) -> None:
    published = tmp_path / "rapporteur.published.duckdb"
    contents = read_assets(published)
    assert [name for name, text in contents.items() if str(published) in text] == ["databases/published.yaml"]
    assert yaml.safe_load(contents["databases/published.yaml"])["sqlalchemy_uri"] == f"duckdb:///{published}"
    assert not any(PLACEHOLDER in text for text in contents.values())


def test_files_without_the_one_place_for_the_path_are_refused(tmp_path: Path) -> None:
    (tmp_path / "databases").mkdir()
    (tmp_path / "databases" / "other.yaml").write_text("sqlalchemy_uri: duckdb:////elsewhere\n", encoding="utf-8")
    with pytest.raises(ValueError, match="one file must hold the address"):
        read_assets(tmp_path / "published.duckdb", folder=tmp_path)


def test_the_digest_changes_with_every_file_and_every_other_word() -> None:
    assert len({digest_of({"a": "1"}), digest_of({"a": "2"}), digest_of({"b": "1"}), digest_of({"a": "1"}, "pins")}) == 4
