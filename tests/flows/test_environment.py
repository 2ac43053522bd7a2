"""Prefect's settings where the user has none."""
from __future__ import annotations

from pathlib import Path

from flows.environment import set_defaults, set_server_defaults


def test_nothing_is_sent_to_anybody_by_default(tmp_path: Path) -> None:
    environ = {"XDG_CACHE_HOME": str(tmp_path)}
    set_defaults(environ)
    assert environ["DO_NOT_TRACK"] == "1"
    assert environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"


def test_a_home_of_our_own_is_made_so_that_no_other_prefect_is_touched(tmp_path: Path) -> None:
    environ = {"XDG_CACHE_HOME": str(tmp_path)}
    set_defaults(environ)
    assert environ["PREFECT_HOME"] == str(tmp_path / "rapporteur" / "prefect")
    assert Path(environ["PREFECT_HOME"]).is_dir()


def test_what_the_user_has_set_stays(tmp_path: Path) -> None:
    for given in ({"PREFECT_HOME": "/mine"}, {"PREFECT_API_URL": "http://127.0.0.1:4200/api", "DO_NOT_TRACK": "0"}):
        environ = {"XDG_CACHE_HOME": str(tmp_path), **given}
        set_defaults(environ)
        assert environ.items() >= given.items()
        assert not list(tmp_path.iterdir())


def test_it_is_known_what_was_set_here(tmp_path: Path) -> None:
    environ = {"XDG_CACHE_HOME": str(tmp_path), "DO_NOT_TRACK": "1"}
    assert set_defaults(environ) == environ.keys() - {"XDG_CACHE_HOME", "DO_NOT_TRACK"}


def test_a_server_that_stays_keeps_its_files_apart_from_temporary_ones_and_does_not_ask_itself(tmp_path: Path) -> None:
    environ = {"XDG_STATE_HOME": str(tmp_path), "PREFECT_API_URL": "http://127.0.0.1:4200/api"}
    set_server_defaults(environ)
    assert environ["PREFECT_HOME"] == str(tmp_path / "rapporteur" / "prefect")
    assert environ["DO_NOT_TRACK"] == "1"
    assert environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert "PREFECT_API_URL" not in environ
