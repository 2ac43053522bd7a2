"""The folder of Superset keeps its secrets, for its owner only. Needs no Superset."""
from __future__ import annotations

from pathlib import Path

from bi.superset.home import Home


def test_secrets_are_made_once_and_can_be_read_by_their_owner_only(tmp_path: Path) -> None:
    home = Home(tmp_path / "superset")
    home.make()
    first = (home.secret_key(), home.password())
    assert (Home(tmp_path / "superset").secret_key(), Home(tmp_path / "superset").password()) == first
    assert {path.stat().st_mode & 0o777 for path in home.folder.iterdir()} == {0o600}
    assert home.folder.stat().st_mode & 0o777 == 0o700


def test_no_two_folders_have_the_same_secrets_or_name(tmp_path: Path) -> None:
    homes = [Home(tmp_path / name) for name in ("one", "other")]
    for home in homes:
        home.make()
    assert len({home.secret_key() for home in homes} | {home.password() for home in homes}) == 4
    assert homes[0].name != homes[1].name


def test_what_was_prepared_last_is_remembered(tmp_path: Path) -> None:
    home = Home(tmp_path)
    assert not home.is_prepared("a")
    home.note_prepared("a")
    assert home.is_prepared("a")
    assert not home.is_prepared("b")
