"""Deployments that run unattended: a real server, a real process that serves, real kills, and the page in a real browser."""
from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from etl import prepare
from etl.pipeline import Request, ingest
from seeds import SEEDS
from tests.conftest import BULLETIN
from tests.flows.server import Server, process, server, wait_for
from warehouse.connection import open_reader
from warehouse.errors import WarehouseBusy
from warehouse.keys import document_key

COMMAND = [sys.executable, "-c", "from rapporteur.cli import main; main()"]


@pytest.fixture(scope="module")
def prefect(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return a server for all tests of this module."""
    with server(tmp_path_factory.mktemp("prefect")) as started:
        yield started


@pytest.fixture
def serving(prefect: Server, seeded: Path, bulletins: Path, tmp_path: Path) -> Iterator[subprocess.Popen]:
    """Serve a source that is polled every minute and a folder that is watched."""
    (tmp_path / "inbox").mkdir()
    (tmp_path / "rapporteur.toml").write_text('[sources.notes]\nfrom = "bulletins/"\nevery = "1 minute"\n', encoding="utf-8")
    with (tmp_path / "serve.log").open("w") as log, process(
            [*COMMAND, "serve", "--warehouse", str(seeded), "--watch", "inbox"], tmp_path, prefect.environ, log) as served:
        wait_for(lambda: [each["parameters"]["warehouse"] for each in prefect.ask("deployments/filter")] == [str(seeded)] * 5,
                 "five deployments on this warehouse")
        yield served


@pytest.fixture
def messages() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Return the address of a webhook and the messages that reach it, with the path that they were sent to."""
    heard: list[tuple[str, str]] = []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            heard.append((self.path, json.loads(self.rfile.read(int(self.headers["Content-Length"])))["text"]))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Write nothing."""

    with HTTPServer(("127.0.0.1", 0), Hook) as hook:
        threading.Thread(target=hook.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{hook.server_port}/s3cret", heard
        hook.shutdown()


@pytest.fixture
def read_by_old_rules(seeded: Path, bulletins: Path) -> Path:
    """Return the warehouse with the bulletins as an earlier version read them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prepare, "EXTRACTOR_VERSION", "0")
        ingest(Request(sources=(str(bulletins),), base=Path("/"), warehouse=seeded, seeds=SEEDS),
               clock=lambda: datetime.now(UTC))
    return seeded


def completed(prefect: Server, flow: str) -> dict | None:
    """Return the last run of a flow that has completed."""
    return next((run for run in prefect.runs(flow) if run["state_name"] == "Completed"), None)


def logged(prefect: Server, run: dict) -> set[str]:
    """Return what a run has logged."""
    return {each["message"] for each in prefect.ask("logs/filter", logs={"flow_run_id": {"any_": [run["id"]]}})}


def documents(warehouse: Path) -> set[str]:
    """Return the names of the documents that a warehouse holds, none while somebody writes to it."""
    try:
        with open_reader(warehouse) as connection:
            return {Path(uri).name for uri, in connection.execute("SELECT uri FROM reporting.documents").fetchall()}
    except WarehouseBusy:
        return set()


def test_nobody_but_this_machine_reaches_the_server(prefect: Server) -> None:
    socket.create_connection(("127.0.0.1", prefect.port)).close()
    # On Linux all of 127.0.0.0/8 is this machine; who listens on every address answers there, too.
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.2", prefect.port), timeout=5)


def test_sources_are_polled_folders_watched_and_the_page_shows_what_came(
        prefect: Server, serving: subprocess.Popen, seeded: Path, tmp_path: Path) -> None:
    dropped = tmp_path / "inbox" / "dropped.txt"
    dropped.write_text(BULLETIN.format(day=7), encoding="utf-8")
    (tmp_path / "inbox" / "empty.txt").write_bytes(b"")
    watched = wait_for(lambda: completed(prefect, "watch"), "a run of the watch")
    assert watched["name"] == "watch inbox: dropped.txt and 1 more"
    polled = wait_for(lambda: completed(prefect, "poll"), "a poll")
    assert polled["name"].startswith("poll notes at ")

    tables = {each["key"]: each for each in prefect.ask("artifacts/filter", flow_runs={"id": {"any_": [watched["id"]]}})}
    assert set(tables) == {"ingest-run", "ingest-rejections"}
    (loaded,) = json.loads(tables["ingest-run"]["data"])
    assert (loaded["document_id"], loaded["became"], loaded["told"]) == (
        document_key(str(dropped)), "loaded", "1 meetings, 0 agreements, 0 findings")
    line = f"document {document_key(str(dropped))} loaded: {dropped}"
    wait_for(lambda: line in logged(prefect, watched), "the log of the run")

    prefect.wait_to_show("/runs", watched["name"], polled["name"])
    prefect.wait_to_show(f"/artifacts/artifact/{tables['ingest-run']['id']}", document_key(str(dropped)))
    prefect.wait_to_show(f"/artifacts/artifact/{tables['ingest-rejections']['id']}", "is empty")


def test_a_run_that_is_killed_wakes_somebody_and_the_watch_does_its_work_again(
        prefect: Server, serving: subprocess.Popen, seeded: Path, another: Path, bulletins: Path, tmp_path: Path,
        messages: tuple[str, list[tuple[str, str]]], content: Callable[[Path], object]) -> None:
    url, heard = messages
    subprocess.run([sys.executable, "-m", "flows.alarm"], cwd=tmp_path, check=True, stderr=subprocess.DEVNULL,
                   env=prefect.environ | {"RAPPORTEUR_ALARM_URL": url})
    assert "s3cret" not in json.dumps(prefect.ask("block_documents/filter"))
    for number in range(60):
        text = BULLETIN.format(day=1 + number % 9) + f"\n► Number {number}.\n"
        (tmp_path / "inbox" / f"{number}.txt").write_text(text, encoding="utf-8")
    before = len(prefect.runs("watch"))
    run = wait_for(lambda: prefect.runs("watch")[:len(prefect.runs("watch")) - before], "a run of the watch")[0]
    for child in children(serving.pid):
        os.kill(child, signal.SIGKILL)
    path, text = wait_for(lambda: next((sent for sent in heard if run["name"] in sent[1]), None), "a message")
    assert path == "/s3cret"
    assert text.startswith(f"rapporteur: {run['name']} is Crashed\n")
    assert text.endswith(f"{prefect.url}/runs/flow-run/{run['id']}")

    wait_for(lambda: (completed(prefect, "watch") or {}).get("name") == run["name"], "the same again")
    wait_for(lambda: len(documents(seeded)) == 63, "the documents that are polled")
    serving.terminate()
    serving.wait()
    ingest(Request(sources=(str(bulletins), str(tmp_path / "inbox")), base=Path("/"), warehouse=another, seeds=SEEDS),
           clock=lambda: datetime.now(UTC))
    assert content(seeded) == content(another)


def children(parent: int) -> list[int]:
    """Return the processes that a process has started."""
    found = subprocess.run(["pgrep", "-P", str(parent)], capture_output=True, text=True, check=True)
    return [int(pid) for pid in found.stdout.split()]


def test_upkeep_and_backfill_run_when_asked(
        prefect: Server, read_by_old_rules: Path, serving: subprocess.Popen) -> None:
    prefect.run("maintain/nightly")
    maintained = wait_for(lambda: completed(prefect, "maintain"), "maintenance")
    assert maintained["name"].startswith("maintain warehouse.duckdb at ")
    (table,) = prefect.ask("artifacts/filter", flow_runs={"id": {"any_": [maintained["id"]]}})
    assert [row["step"] for row in json.loads(table["data"])] == ["refresh", "check", "publish", "backup"]
    assert "3 documents were read by an earlier version" in json.loads(table["data"])[0]["did"]
    prefect.run("backfill/on-demand")
    backfilled = wait_for(lambda: completed(prefect, "backfill"), "a backfill")
    assert backfilled["state"]["message"].startswith("0 loaded, 3 replaced")
