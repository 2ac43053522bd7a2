"""How `rapporteur.toml` is found and read, and how what is wrong with it is told."""
from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from etl.config import read_configuration
from etl.configuration_file import find_configuration
from etl.errors import ConfigurationError
from etl.formats.content import Limits
from etl.records import Stated
from etl.settings import Configuration, LimitSettings, Settings, SourceSettings, WebSettings
from etl.web.policy import Politeness

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture
def written(tmp_path: Path):
    """Write a configuration and return its path."""
    def write(text: str) -> Path:
        path = tmp_path / "rapporteur.toml"
        path.write_text(text, encoding="utf-8")
        return path
    return write


def complaint(path: Path) -> str:
    """Return what is wrong with a file, without the path at its start."""
    with pytest.raises(ConfigurationError) as refused:
        read_configuration(path)
    assert str(refused.value).startswith(f"{path}: ")
    return str(refused.value).removeprefix(f"{path}: ")


def test_without_a_file_the_defaults_are_those_of_the_code() -> None:
    assert read_configuration(None) == Configuration()
    assert Configuration().limits.limits() == Limits()
    assert Configuration().politeness() == Politeness()


def test_the_example_is_read_and_shows_every_field() -> None:
    path = DOCS / "rapporteur.example.toml"
    read = read_configuration(path)
    assert read.sources["ministry"].addresses == ("https://ministry.example/rss.xml",)
    assert read.sources["ministry"].stated == Stated(publisher="Ministry of Foreign Affairs", country="CH", style="general")
    assert read.sources["notes"].addresses == ("bulletins/", "archive/*.pdf")
    assert read.tables["visits"].is_for("visits-2024.csv")
    shown = tomllib.loads(path.read_text(encoding="utf-8"))
    in_sources = {name for source in shown["sources"].values() for name in source}
    for told, model in ((in_sources, SourceSettings), (set(shown["web"]), WebSettings), (set(shown["limits"]), LimitSettings)):
        assert told == {field.alias or name for name, field in model.model_fields.items()}


@pytest.mark.parametrize(("heading", "model"), [
    ("[sources.NAME]", SourceSettings), ("[web]", WebSettings), ("[limits]", LimitSettings)])
def test_the_documentation_lists_every_field_with_its_default(heading: str, model: type[Settings]) -> None:
    section = (DOCS / "configuration.md").read_text(encoding="utf-8").partition(f"## `{heading}`")[2].partition("\n## ")[0]
    told = dict(re.findall(r"^\| `(\w+)` \| (.*?) \| ", section, re.MULTILINE))
    defaults = {field.alias or name: field.default for name, field in model.model_fields.items()}
    assert list(told) == list(defaults)
    for name, default in defaults.items():
        if name != "from":
            stated = None if told[name] == "none" else tomllib.loads(f"value = {told[name].strip('`')}")["value"]
            assert stated == default, name


def test_sizes_are_in_megabytes_and_hold_for_what_is_fetched_too(written) -> None:
    read = read_configuration(written("[limits]\nmegabytes = 0.5\nmemory_megabytes = 256\nseconds = 5\n[web]\ninterval = 3\n"))
    assert (read.limits.limits().bytes, read.limits.limits().memory, read.limits.limits().seconds) == (500_000, 256_000_000, 5)
    assert (read.politeness().bytes, read.politeness().interval) == (500_000, 3)


@pytest.mark.parametrize(("text", "told"), [
    ("[web]\nretry = 3", "web.retry: is not known; did you mean retries?"),
    ("[sources.a]\nfrom = 'x'\npublishr = 'x'", "sources.a.publishr: is not known; did you mean publisher?"),
    ("[sourcs.a]\nfrom = 'x'", "sourcs: is not known; did you mean sources?"),
    ("[limits]\nzzz = 1", "limits.zzz: is not known; known are megabytes, expanded_megabytes, members, pages"),
    ("[sources.a]\nkind = 'page'", "sources.a.from: is missing"),
    ("[sources.a]\nfrom = []", "sources.a.from: must not be empty"),
    ("[sources.a]\nfrom = ['x', '']", "sources.a.from.1: must not be empty"),
    ("[sources.a]\nfrom = 3", "sources.a.from: must be a text in quotes or a list of them"),
    ("[sources.a]\nfrom = 'x'\nkind = 'feeds'", "sources.a.kind: must be one of 'auto', 'page', 'feed' or 'folder'"),
    ("[sources.a]\nfrom = 'x'\nenabled = 'no'", "sources.a.enabled: must be true or false"),
    ("[sources.a]\nfrom = 'x'\nstyle = 'baroque'", "sources.a.style: names no style profile; these are: analysis, bulletin, general"),
    ("[sources.a]\nfrom = 'x'\ncountry = 'UK'", "sources.a.country: is no country code of ISO 3166-1"),
    ("[sources.'a b']\nfrom = 'x'", "sources.a b: must be made of up to 64 letters, digits, hyphens and underscores"),
    ("sources = 3", "sources: must be a table"),
    ("[web]\nretries = 1.5", "web.retries: must be a whole number"),
    ("[web]\nretries = true", "web.retries: must be a whole number"),
    ("[web]\ninterval = -1", "web.interval: must be at least 0"),
    ("[web]\ntotal = nan", "web.total: must be a number"),
    ("[web]\nread = 'long'", "web.read: must be a number"),
    ("[web]\ncontact = 'a\u0308b'", "web.contact: must be an address or page in plain ASCII"),
    ("[web]\ncontact = 'a\\r\\nHost: b'".replace("'", '"'), "web.contact: must be an address or page in plain ASCII"),
    ("[limits]\nmegabytes = 0", "limits.megabytes: must be more than 0"),
    ("[tables]\nvisits = 'visits.csv'", "tables.visits: must be a table"),
])
def test_what_is_wrong_is_told_with_its_key_and_reason(written, text: str, told: str) -> None:
    complained = complaint(written(text))
    assert complained.startswith(told)
    assert complained.endswith("docs/configuration.md lists what may stand there")


def test_everything_wrong_is_told_at_once(written) -> None:
    assert complaint(written("[web]\nretries = 'x'\nrobots = 1\n")).splitlines() == [
        "web.retries: must be a whole number", "web.robots: must be true or false",
        "docs/configuration.md lists what may stand there"]


@pytest.mark.parametrize(("raw", "told"), [
    (b"[web", "is no TOML: Expected ']' at the end of a table declaration"),
    (b"a = 1\na = 2", "is no TOML: Cannot overwrite a value"),
    (b"a = " + b"[" * 5000, "is no TOML"),
    (b"# \xff", "is no UTF-8 at byte 2"),
    (b"#" * 1_000_001, "is larger than 1,000,000 bytes"),
])
def test_a_file_that_is_no_toml_is_told_so(tmp_path: Path, raw: bytes, told: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_bytes(raw)
    assert complaint(path).startswith(told)


def test_a_file_that_is_not_there_is_told_so(tmp_path: Path) -> None:
    assert complaint(tmp_path / "none.toml").startswith("cannot be read: No such file or directory; check --config")


def test_the_file_is_the_one_named_then_that_of_the_environment_then_that_of_the_folder(tmp_path: Path) -> None:
    environ = {"RAPPORTEUR_CONFIG": "other.toml"}
    assert find_configuration(None, environ={}, base=tmp_path) is None
    (tmp_path / "rapporteur.toml").touch()
    assert find_configuration(None, environ={}, base=tmp_path) == tmp_path / "rapporteur.toml"
    assert find_configuration(None, environ={"RAPPORTEUR_CONFIG": ""}, base=tmp_path) == tmp_path / "rapporteur.toml"
    assert find_configuration(None, environ=environ, base=tmp_path) == tmp_path / "other.toml"
    assert find_configuration(Path("/etc/named.toml"), environ=environ, base=tmp_path) == Path("/etc/named.toml")


@pytest.mark.parametrize("text", [
    "[sources.a]\nfrom = 'ftp://reader:hunter2@example.org/'", "[web]\ncontact = 3\nhunter2 = 'hunter2 in the wrong place'",
    "[sources.a]\nfrom = 'x'\nkind = 'hunter2'", "[sources.a]\nfrom = 'https://${hunter2 }@example.org'",
])
def test_no_value_is_shown(written, text: str) -> None:
    assert "hunter2" not in complaint(written(text)).replace("web.hunter2", "")


def test_a_reference_is_all_that_the_configuration_shows_of_a_secret(written) -> None:
    read = read_configuration(written("[sources.a]\nfrom = 'https://reader:${PASSWORD}@example.org/?key=${KEY}'"))
    assert read.sources["a"].addresses == ("https://reader:${PASSWORD}@example.org/?key=${KEY}",)
