"""Sources on the web that fail, hang or send garbage cost a run nothing but their own documents."""
from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.conftest import BULLETIN
from tests.etl.web.server import Answer, Site, reply, serving
from tests.hostile.conftest import Run, errors

PAGE = f"<html><body><h1>Note</h1><p>{BULLETIN.format(day=4)}</p></body></html>".encode()
CONFIGURATION = "[web]\nconnect = 2\nread = 1\ntotal = 3\nretries = 1\nbackoff = 0.01\ninterval = 0\nrobots = false\n"


RELEASED = threading.Event()


def hang(handler: BaseHTTPRequestHandler) -> None:
    """Answer with a promise and then with nothing."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100")
    handler.end_headers()
    RELEASED.wait(30)


def drip(handler: BaseHTTPRequestHandler) -> None:
    """Send a byte now and then, for ever."""
    handler.send_response(200)
    handler.end_headers()
    while not RELEASED.wait(0.2):
        handler.wfile.write(b"x")


def raw(words: bytes) -> Answer:
    """Return what sends bytes that are no answer of HTTP."""
    return lambda handler: handler.wfile.write(words)


SLOW = "too_slow"
BAD: dict[str, tuple[Answer, str | None]] = {
    "/500": (reply(500, b"oops"), "unreachable"),
    "/hangs": (hang, SLOW),
    "/drips": (drip, SLOW),
    "/no-http": (raw(b"\x00\xff garbage \r\n\r\n"), "unreachable"),
    "/cut": (reply(200, b"<p>Some", Content_Length="5000"), "unreachable"),
    "/gzip": (reply(200, b"no gzip at all", Content_Encoding="gzip"), "damaged"),
    "/binary": (reply(200, bytes(range(256)) * 9, Content_Type="text/html"), None),
    "/broken.pdf": (reply(200, b"%PDF-1.7 and then nothing", Content_Type="application/pdf"), None),
    "/empty": (reply(200, b""), None),
}


@pytest.fixture
def site() -> Iterator[Site]:
    """Return a site with one good page among bad ones."""
    with serving() as running:
        running.answers.update({path: answer for path, (answer, _) in BAD.items()} | {"/good": reply(200, PAGE, Content_Type="text/html")})
        yield running
        RELEASED.set()


def test_each_is_rejected_with_its_reason_and_the_good_ones_are_in(
        run: Run, seeded: Path, tmp_path: Path, bulletins: Path, site: Site,
        content: Callable[[Path], dict[str, list[str]]]) -> None:
    (tmp_path / "rapporteur.toml").write_text(CONFIGURATION, encoding="utf-8")
    addresses = [site.url(path) for path in (*BAD, "/good")]
    ran = run("ingest", *addresses, bulletins, "--warehouse", seeded, "--json", "--quiet")
    assert ran.returncode == 3, ran.stderr
    told = json.loads(ran.stdout)
    assert len(told["loaded"]) == 4
    assert site.url("/good") in told["loaded"]
    reasons = {each["uri"]: each["reason"] for each in told["rejected"]}
    for path, (_, reason) in BAD.items():
        found = [uri for uri in reasons if uri.startswith(site.url(path))]
        assert found, f"{path} was neither loaded nor rejected"
        assert reason in (None, reasons[found[0]]), path
    assert all(each["detail"] for each in told["rejected"])
    assert errors(seeded) == set()
    before = content(seeded)
    assert run("ingest", *addresses, bulletins, "--warehouse", seeded, "--quiet").returncode == 3
    assert content(seeded)["documents"] == before["documents"]
    assert errors(seeded) == set()


def test_a_site_that_asks_for_a_day_of_peace_does_not_keep_the_run(run: Run, seeded: Path, bulletins: Path, site: Site) -> None:
    site.answers["/503"] = reply(503, b"", Retry_After="86400")
    ran = run("ingest", site.url("/503"), site.url("/good"), bulletins, "--warehouse", seeded, "--json", "--quiet")
    assert ran.returncode == 3, ran.stderr
    told = json.loads(ran.stdout)
    assert len(told["loaded"]) == 3
    assert [(each["uri"], each["reason"]) for each in told["rejected"]] == [
        (site.url("/503"), "unreachable"), (site.url("/good"), "unreachable")]
    assert errors(seeded) == set()
