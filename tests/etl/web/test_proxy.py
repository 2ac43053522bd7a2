"""When a proxy is used, and what it is never asked for."""
from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.web.errors import Unreachable
from etl.web.fetch import Fetcher
from etl.web.reach import Reach, resolve
from tests.etl.web.server import Site, reply

PAGE = b"<p>Baker met Aziz in Geneva.</p>"
Make = Callable[..., Fetcher]


def names(host: str, port: int) -> tuple[str, ...]:
    """Know no name, as behind a proxy."""
    if not host[0].isdigit():
        raise OSError("Name or service not known")
    return resolve(host, port)


@pytest.fixture
def proxied(monkeypatch: pytest.MonkeyPatch, site: Site) -> Site:
    """A site that the environment names as the proxy for http."""
    for name in ("no_proxy", "NO_PROXY", "HTTP_PROXY", "REQUEST_METHOD"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", site.url())
    return site


def test_a_proxy_is_used_only_where_the_policy_trusts_the_environment(proxied: Site, fetcher: Make) -> None:
    url = "http://behind.public/"
    proxied.answers[url] = reply(200, PAGE)
    found = fetcher(resolve=names, robots=False, trust_env=True).get(url)
    assert found is not None and (found.raw, found.reach) == (PAGE, Reach.PUBLIC)
    with pytest.raises(Unreachable):
        fetcher(resolve=names, robots=False, retries=0).get(url)
    assert proxied.paths() == [url]


def test_a_proxy_is_not_asked_for_what_lies_inside_of_a_public_page(proxied: Site, fetcher: Make) -> None:
    url = "http://behind.public/"
    proxied.answers[url] = reply(302, Location="http://127.0.0.1/admin")
    with pytest.raises(Unreachable, match="to a loopback one"):
        fetcher(resolve=names, robots=False, trust_env=True).get(url)
    assert proxied.paths() == [url]


@pytest.mark.parametrize("proxy", ["socks5://me:hunter2@127.0.0.1:1", "nonsense://me:hunter2@x", "http://[::1"])
def test_a_proxy_that_cannot_be_used_is_told_without_its_password(
        proxied: Site, fetcher: Make, monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    monkeypatch.setenv("http_proxy", proxy)
    with pytest.raises(Unreachable, match="check http_proxy") as refused:
        fetcher(resolve=names, robots=False, trust_env=True, retries=0).get("http://behind.public/")
    assert "hunter2" not in str(refused.value)


def test_a_proxy_may_be_named_without_a_scheme_and_left_out_for_a_host(
        proxied: Site, fetcher: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"{proxied.host}:{proxied.port}")
    url = "http://behind.public/"
    proxied.answers[url] = proxied.answers["/direct"] = reply(200, PAGE)
    polite = fetcher(resolve=names, robots=False, trust_env=True)
    assert polite.get(url) is not None
    monkeypatch.setenv("no_proxy", proxied.host)
    assert polite.get(proxied.url("/direct")) is not None
    assert proxied.paths() == [url, "/direct"]
