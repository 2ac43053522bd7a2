"""Whoever looks must log in, and can read what is published and nothing else; the protection of the pages is on."""
from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.bi.looking import Looker, log_in
from tests.bi.superset import Superset, superset

pytestmark = pytest.mark.bi

REFUSED = {
    "SELECT * FROM read_csv('/etc/passwd')": "file system operations are disabled",
    "SELECT * FROM read_text('/etc/hostname')": "file system operations are disabled",
    "SELECT * FROM glob('/*')": "file system operations are disabled",
    "ATTACH '/tmp/other.duckdb' AS other": "file system operations are disabled",
    "COPY reporting.people TO '/tmp/people.csv'": "file system operations are disabled",
    "INSTALL httpfs": "file system operations are disabled",
    "LOAD fts": "Loading external extensions is disabled",
    "SET memory_limit = '9GB'": "the configuration has been locked",
    "RESET enable_external_access": "the configuration has been locked",
    "DELETE FROM reporting.people": "does not allow for DDL/DML",
    "CREATE TABLE reporting.mine (a INTEGER)": "does not allow for DDL/DML",
    "DROP TABLE reporting.people": "does not allow for DDL/DML",
}


def test_sql_can_be_asked(looker: Looker, published: Path) -> None:
    status, words = looker.run("SELECT count(*) AS people FROM reporting.people")
    with duckdb.connect(str(published), read_only=True) as connection:
        (people,) = connection.execute("SELECT count(*) FROM reporting.people").fetchone()
    assert (status, f'"people": {people}' in words) == (200, True)


@pytest.mark.parametrize("sql", REFUSED)
def test_nothing_can_be_written_and_no_other_file_be_read(sql: str, looker: Looker) -> None:
    status, words = looker.run(sql)
    assert status >= 400
    assert REFUSED[sql] in words


def test_a_request_without_the_token_of_the_page_is_refused(looker: Looker) -> None:
    status, words = looker.run("SELECT 1", token=False)
    assert (status, "CSRF token is missing" in words) == (400, True)


def test_the_headers_that_protect_a_page_are_there(looker: Looker) -> None:
    headers = looker.context.request.get(f"{looker.superset.address}/dashboard/list/").headers
    policy = dict(part.strip().partition(" ")[::2] for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'self'"
    assert policy["connect-src"] == "'self'"
    assert "unsafe" not in policy["script-src"]
    assert "http" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "SAMEORIGIN"


def test_nobody_sees_anything_without_logging_in(running: Superset, looker: Looker) -> None:
    with looker.context.browser.new_context() as stranger:
        page = stranger.new_page()
        dashboard = f"{running.address}/superset/dashboard/who-meets-whom/"
        page.goto(dashboard)
        assert "/login/" in page.url
        asked = stranger.request
        for path in ("/api/v1/dashboard/", "/api/v1/database/", "/api/v1/chart/"):
            answer = asked.get(running.address + path)
            assert answer.status == 401 or answer.json().get("count") == 0
        with page.expect_response(lambda response: response.request.method == "POST" and "/login/" in response.url):
            log_in(page, running, "admin")
        page.wait_for_load_state()
        page.goto(dashboard)
        assert "/login/" in page.url


def test_it_listens_to_this_machine_only(running: Superset) -> None:
    port = int(running.address.rpartition(":")[2])
    listening = [line.split() for line in Path("/proc/net/tcp").read_text(encoding="utf-8").splitlines()[1:]]
    assert {line[1] for line in listening if line[3] == "0A" and line[1].endswith(f":{port:04X}")} == {f"0100007F:{port:04X}"}


def test_what_is_secret_is_random_and_for_its_owner_only(running: Superset) -> None:
    secrets = {name: running.home.folder / name for name in ("secret-key", "admin-password", "superset.db")}
    assert {path.stat().st_mode & 0o077 for path in secrets.values()} == {0}
    assert running.home.folder.stat().st_mode & 0o077 == 0
    assert len(running.home.password()) >= 20
    assert running.home.password() not in running.said and str(running.home.password_file) in running.said


def test_what_users_made_stays_when_it_is_started_again(running: Superset, looker: Looker, published: Path) -> None:
    token = looker.get("/api/v1/security/csrf_token/")["result"]
    made = looker.context.request.post(f"{running.address}/api/v1/dashboard/", data={"dashboard_title": "Mine"},
                                       headers={"X-CSRFToken": token, "Referer": running.address})
    assert made.status == 201
    (running.home.folder / "prepared").unlink()
    with superset(published, running.home.folder) as again:
        assert "Preparing" in again.said
    titles = {board["dashboard_title"] for board in looker.get("/api/v1/dashboard/")["result"]}
    assert titles == {"Mine", "Who meets whom", "Agreements and their state", "Sources and data quality"}


def test_what_is_prepared_is_not_prepared_again(running: Superset, published: Path) -> None:
    with superset(published, running.home.folder) as again:
        assert "Preparing" not in again.said
