"""Open the one connection of a request: to an address that was judged, and with every wait within one deadline.

The name is resolved once, all its addresses are judged, and the connection goes to one of these, so that a second answer of
the name server (DNS rebinding) is never asked for; the peer is judged again before a byte is sent.
"""
from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore
import httpx

from etl.web.errors import Unreachable
from etl.web.reach import Judge, Reach, Resolver, check

MAPPED = tuple((getattr(httpcore, name), getattr(httpx, name)) for name in (
    "ConnectTimeout", "ReadTimeout", "WriteTimeout", "PoolTimeout", "ConnectError", "ReadError", "WriteError", "ProxyError",
    "UnsupportedProtocol", "LocalProtocolError", "RemoteProtocolError"))


class Deadline:
    """The moment by which a request must be done."""

    def __init__(self, clock: Callable[[], float], seconds: float) -> None:
        self._clock = clock
        self._seconds = seconds
        self._end = clock() + seconds

    def left(self) -> float:
        """Return the seconds left; Unreachable when there are none."""
        left = self._end - self._clock()
        if left <= 0:
            raise Unreachable("too_slow", f"took longer than {self._seconds:g} s; try again later or raise web.total")
        return left

    def within(self, timeout: float | None) -> float:
        """Return the timeout, cut to what is left."""
        return self.left() if timeout is None else min(timeout, self.left())


class Connector(httpcore.NetworkBackend):
    """Connects to hosts that may be asked from a page of reach `origin`; `reach` tells how far away the one asked was."""

    def __init__(self, origin: Reach | None, deadline: Deadline, resolve: Resolver, judge: Judge) -> None:
        self._origin, self._deadline, self._resolve, self._judge = origin, deadline, resolve, judge
        self._sockets = httpcore.SyncBackend()
        self.reach: Reach | None = None

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
                    socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None) -> httpcore.NetworkStream:
        """Return a connection to the first address of the host that takes one."""
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"the host {host} is not known: {error}") from error
        check(host, addresses, self._origin, self._judge)
        failure: Exception = httpcore.ConnectError(f"the host {host} has no address")
        for address in addresses:
            try:
                stream = self._sockets.connect_tcp(address, port, self._deadline.within(timeout), local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
                continue
            return self._checked(host, stream)
        raise failure

    def _checked(self, host: str, stream: httpcore.NetworkStream) -> httpcore.NetworkStream:
        peer = str(stream.get_extra_info("server_addr")[0])
        try:
            check(host, (peer,), self._origin, self._judge)
        except Unreachable:
            stream.close()
            raise
        self.reach = self._judge(peer)
        return _Timed(stream, self._deadline)


class Transport(httpx.BaseTransport):
    """Sends one request over a connection of its own, made by a `Connector`; nothing is kept open or shared."""

    def __init__(self, connector: Connector, context: ssl.SSLContext) -> None:
        self._pool = httpcore.ConnectionPool(ssl_context=context, max_connections=1, network_backend=connector)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the response; its body is read as it is asked for."""
        url = request.url
        asked = httpcore.Request(
            request.method, httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw, content=request.stream, extensions=request.extensions)
        try:
            answer = self._pool.handle_request(asked)
        except Exception as error:
            _raise_mapped(error)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions)

    def close(self) -> None:
        """Close the connection."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    """The body of a response, with the errors of httpx."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._answer.iter_stream()
        except Exception as error:
            _raise_mapped(error)

    def close(self) -> None:
        self._answer.close()


class _Timed(httpcore.NetworkStream):
    """A connection that waits no longer than its deadline, however slowly the bytes drip in: headers as well as bodies."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            return self._stream.read(max_bytes, self._deadline.within(timeout))
        except httpcore.ReadTimeout:
            self._deadline.left()
            raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.within(timeout))

    def start_tls(self, ssl_context: ssl.SSLContext, server_hostname: str | None = None,
                  timeout: float | None = None) -> httpcore.NetworkStream:
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, self._deadline.within(timeout)), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)

    def close(self) -> None:
        self._stream.close()


def _raise_mapped(error: Exception) -> None:
    """Raise the error of httpx that goes by the name of one of httpcore; any other as it is."""
    for theirs, ours in MAPPED:
        if isinstance(error, theirs):
            raise ours(str(error)) from error
    raise error
