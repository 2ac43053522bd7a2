"""What is served: a deployment for each source that says how often, and those for upkeep."""
from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
import yaml
from prefect.utilities.importtools import import_object

from etl.errors import ConfigurationError
from etl.settings import Configuration
from flows.serve import Served, deployments, watch_names

ROOT = Path(__file__).parents[2]
CONFIGURATION = Configuration.model_validate({"sources": {
    "ministry": {"from": "https://ministry.example/rss.xml", "every": "6 hours"},
    "archive": {"from": "archive/"},
    "agency": {"from": "https://agency.example/", "every": "1 day", "enabled": False},
}})


def served(**options: object) -> Served:
    """Return what is to be served."""
    return Served(configuration=CONFIGURATION, config=Path("/w/rapporteur.toml"), warehouse=Path("/w/w.duckdb"), **options)


def test_each_source_with_an_interval_is_polled_and_upkeep_comes_at_night() -> None:
    made = {f"{each.flow_name}/{each.name}": each for each in deployments(served(watched=(Path("/w/inbox"),)))}
    assert set(made) == {"poll/ministry", "watch/inbox", "ingest/on-demand", "backfill/on-demand", "maintain/nightly"}
    (polled,) = made["poll/ministry"].schedules
    assert polled.schedule.interval == timedelta(hours=6)
    assert made["poll/ministry"].parameters == {
        "warehouse": "/w/w.duckdb", "config": "/w/rapporteur.toml", "sources": ["ministry"]}
    (nightly,) = made["maintain/nightly"].schedules
    assert (nightly.schedule.cron, nightly.schedule.timezone) == ("15 3 * * *", "UTC")
    assert not made["watch/inbox"].schedules
    assert all("rapporteur" in each.tags and each.description and each.concurrency_limit == 1 for each in made.values())


@pytest.mark.parametrize(("maintain", "timezone"), [("at night", "UTC"), ("15 3 * *", "UTC"), ("15 3 * * *", "Europe/Nowhere")])
def test_a_time_that_is_none_is_refused_with_an_example(maintain: str, timezone: str) -> None:
    with pytest.raises(ConfigurationError, match="for a quarter past three at night"):
        deployments(served(maintain=maintain, timezone=timezone))


def test_folders_of_one_name_are_told_apart() -> None:
    folders = (Path("/a/inbox"), Path("/b/inbox"), Path("/c/other"))
    assert list(watch_names(folders).values()) == ["inbox-1", "inbox-2", "other"]


def test_the_deployments_of_a_work_pool_name_flows_and_parameters_that_are_there() -> None:
    declared = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))
    names = [(each["entrypoint"], each["name"]) for each in declared["deployments"]]
    assert len(set(names)) == len(names)
    for each in declared["deployments"]:
        flow = import_object(each["entrypoint"])
        flow.validate_parameters(each.get("parameters", {}))
        assert "rapporteur" in each["tags"]
        assert each["concurrency_limit"]["limit"] == 1
    assert {f"{flow}" for flow, _ in names} == {
        "flows.ingest.poll_flow", "flows.ingest.watch_flow", "flows.ingest.ingest_flow", "flows.backfill.backfill_flow",
        "flows.maintain.maintain_flow"}
