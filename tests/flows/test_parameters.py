"""Parameters are checked before a run does anything."""
from __future__ import annotations

from pathlib import Path

import pytest
from prefect import Flow

from flows.backfill import backfill_flow
from flows.ingest import ingest_flow, poll_flow, watch_flow
from flows.maintain import maintain_flow

FLOWS = (ingest_flow, poll_flow, watch_flow, backfill_flow, maintain_flow)


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
def test_every_flow_runs_without_parameters_and_says_what_each_means(flow: Flow) -> None:
    assert set(flow.validate_parameters({})) == set(flow.parameters.properties)
    properties = flow.parameters.properties
    assert {"warehouse", "config"} <= set(properties)
    assert all(shown.get("description") for shown in properties.values())


@pytest.mark.parametrize(("parameters", "told"), [
    ({"sources": [""]}, "at least 1 character"),
    ({"sources": "bulletins"}, "valid list"),
    ({"sources": ["a\x00b"]}, "match pattern"),
    ({"max_megabytes": 0}, "greater than 0"),
    ({"max_megabytes": float("inf")}, "finite number"),
    ({"workers": 0}, "greater than or equal to 1"),
    ({"config": "none.toml"}, "there is no file none.toml; name a rapporteur.toml"),
])
def test_what_cannot_be_meant_is_refused(parameters: dict[str, object], told: str) -> None:
    with pytest.raises(Exception, match=told):
        ingest_flow.validate_parameters(parameters)


def test_a_folder_is_no_warehouse(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="is a folder; name the file of the warehouse in it"):
        ingest_flow.validate_parameters({"warehouse": str(tmp_path)})
