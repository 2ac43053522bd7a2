"""Nothing public leads inside.

No test may ask the internet, so public hosts are played: names that a stand-in for the name server sends to 127.0.0.2, which a
stand-in for the judge of addresses calls public. Sockets and HTTP are real.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from etl.web.address import parsed, redirected
from etl.web.errors import Unreachable
from etl.web.fetch import Fetcher
from etl.web.reach import Reach, reach_of, resolve
from tests.etl.web.server import Site, reply, serving

PAGE = b"<p>Baker met Aziz in Geneva.</p>"
PLAYED = "127.0.0.2"
Make = Callable[..., Fetcher]


def judge(address: str) -> Reach:
    """Call the played address public, and judge others as they are."""
    return Reach.PUBLIC if address == PLAYED else reach_of(address)


def names(host: str, port: int) -> tuple[str, ...]:
    """Send names that end in .public to the played address."""
    return (PLAYED,) if host.endswith(".public") else resolve(host, port)


@pytest.fixture
def public() -> Iterator[Site]:
    """A site that is taken for a public one."""
    try:
        with serving(PLAYED) as site:
            yield site
    except OSError:
        pytest.skip("this system has one loopback address only")


@pytest.mark.parametrize(("address", "reach"), [
    ("8.8.8.8", Reach.PUBLIC), ("2606:4700::1111", Reach.PUBLIC),
    ("127.0.0.1", Reach.LOOPBACK), ("127.255.0.9", Reach.LOOPBACK), ("::1", Reach.LOOPBACK),
    ("::ffff:127.0.0.1", Reach.LOOPBACK),
    ("10.0.0.1", Reach.PRIVATE), ("172.16.0.1", Reach.PRIVATE), ("192.168.1.1", Reach.PRIVATE), ("fd00::1", Reach.PRIVATE),
    ("100.64.0.1", Reach.PRIVATE), ("::ffff:10.0.0.1", Reach.PRIVATE), ("64:ff9b::a00:1", Reach.PRIVATE),
    ("64:ff9b:1::1", Reach.NEVER), ("2002:a00:1::", Reach.PRIVATE), ("64:ff9b::808:808", Reach.PUBLIC),
    ("169.254.169.254", Reach.NEVER), ("fe80::1", Reach.NEVER), ("fe80::1%eth0", Reach.NEVER),
    ("::ffff:169.254.169.254", Reach.NEVER), ("0.0.0.0", Reach.NEVER), ("::", Reach.NEVER), ("224.0.0.1", Reach.NEVER),
    ("ff02::1", Reach.NEVER), ("240.0.0.1", Reach.NEVER), ("255.255.255.255", Reach.NEVER), ("no address", Reach.NEVER),
])
def test_addresses_are_told_apart_by_their_reach(address: str, reach: Reach) -> None:
    assert reach_of(address) is reach


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1"])
def test_a_public_page_does_not_redirect_inside_however_the_host_is_written(
        public: Site, site: Site, fetcher: Make, host: str) -> None:
    public.answers["/"] = reply(302, Location=site.url("/admin", host=host))
    site.answers["/admin"] = reply(200, b"secret")
    with pytest.raises(Unreachable) as refused:
        fetcher(resolve=names, judge=judge).get(public.url(host="news.public"))
    assert refused.value.reason == "refused"
    assert "from a public address to a loopback one" in str(refused.value)
    assert (public.paths(), site.asked) == (["/"], [])


@pytest.mark.parametrize("address", ["10.1.2.3", "192.168.0.1", "169.254.169.254", "[fd00::1]", "224.0.0.1", "0.0.0.0"])
def test_a_public_page_does_not_redirect_to_private_networks(public: Site, fetcher: Make, address: str) -> None:
    public.answers["/"] = reply(302, Location=f"http://{address}/")
    with pytest.raises(Unreachable) as refused:
        fetcher(resolve=names, judge=judge).get(public.url(host="news.public"))
    assert refused.value.reason == "refused"


def test_one_private_address_among_those_of_a_host_is_one_too_many(public: Site, fetcher: Make) -> None:
    def mixed(host: str, port: int) -> tuple[str, ...]:
        return (PLAYED, "10.0.0.1") if host == "mixed.public" else names(host, port)

    public.answers["/"] = reply(302, Location=public.url("/other", host="mixed.public"))
    public.answers["/other"] = reply(200, PAGE)
    with pytest.raises(Unreachable, match="mixed.public .10.0.0.1."):
        fetcher(resolve=mixed, judge=judge).get(public.url(host="news.public"))
    assert public.paths() == ["/"]


def test_a_name_server_that_changes_its_mind_is_asked_once_a_request(public: Site, site: Site, fetcher: Make) -> None:
    asked: list[str] = []

    def rebinding(host: str, port: int) -> tuple[str, ...]:
        asked.append(host)
        return (PLAYED,)

    public.answers["/"] = reply(200, PAGE)
    fetcher(resolve=rebinding, judge=judge, robots=False).get(public.url(host="news.public"))
    assert asked == ["news.public"]


def test_the_peer_is_judged_before_it_is_asked_anything(public: Site, site: Site, fetcher: Make) -> None:
    # What the name server gives out is connected to as it stands; here it is a name again, and leads to the loopback address.
    def lying(host: str, port: int) -> tuple[str, ...]:
        return ("localhost",) if host == "rebound.public" else names(host, port)

    def fooled(address: str) -> Reach:
        return Reach.PUBLIC if address == "localhost" else judge(address)

    public.answers["/"] = reply(302, Location=site.url(host="rebound.public"))
    with pytest.raises(Unreachable) as refused:
        fetcher(resolve=lying, judge=fooled).get(public.url(host="news.public"))
    assert (refused.value.reason, site.asked) == ("refused", [])


def test_a_link_found_on_a_public_page_does_not_lead_inside(public: Site, site: Site, fetcher: Make) -> None:
    public.answers["/"] = site.answers["/"] = reply(200, PAGE)
    polite = fetcher(resolve=names, judge=judge)
    page = polite.get(public.url(host="news.public"))
    assert page is not None and page.reach is Reach.PUBLIC
    with pytest.raises(Unreachable, match="from a public address"):
        polite.get(site.url(), found_on=page)
    assert site.asked == []


def test_a_redirect_by_way_of_a_public_page_counts_as_public(public: Site, site: Site, fetcher: Make) -> None:
    site.answers["/"] = reply(302, Location=public.url(host="news.public"))
    public.answers["/"] = reply(302, Location=site.url("/admin"))
    with pytest.raises(Unreachable, match="from a public address"):
        fetcher(resolve=names, judge=judge).get(site.url())
    assert site.paths() == ["/"]


def test_what_the_user_names_may_be_on_his_own_machine_and_lead_on_from_there(site: Site, fetcher: Make) -> None:
    site.answers["/"], site.answers["/b"] = reply(302, Location="/b"), reply(200, PAGE)
    found = fetcher().get(site.url())
    assert found is not None and found.reach is Reach.LOOPBACK
    assert fetcher().get(site.url("/b"), found_on=found) is not None


def test_an_address_of_no_host_is_refused_even_where_the_user_names_it(site: Site, fetcher: Make) -> None:
    with pytest.raises(Unreachable, match="no site is asked"):
        fetcher().get(site.url(host="0.0.0.0"))
    assert site.asked == []


def test_a_redirect_from_https_to_http_is_refused() -> None:
    with pytest.raises(Unreachable, match="from https to an unencrypted address, http://example.org/a"):
        redirected(parsed("https://example.org/"), "http://user:word@example.org/a")
    assert str(redirected(parsed("http://example.org/"), "https://example.org/a")) == "https://example.org/a"
