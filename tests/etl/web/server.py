"""A web server on loopback for tests: what it answers is a function, what it was asked is kept."""
from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """A running server: `asked` holds path and headers of each request, `host` is the address that it listens at."""

    host: str
    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str = "/", *, host: str | None = None) -> str:
        """Return the address of a path, under another name of the host where one is given."""
        return f"http://{host or self.host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """Return the paths that were asked for, in order, without robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


def reply(status: int = 200, raw: bytes = b"", **headers: str) -> Answer:
    """Return what answers with these; `_` in a header's name stands for a hyphen."""
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        if not any(name.lower() == "content_length" for name in headers):
            handler.send_header("Content-Length", str(len(raw)))
        handler.end_headers()
        handler.wfile.write(raw)
    return answer


def in_turn(*answers: Answer) -> Answer:
    """Return what answers with each in turn, and with the last for ever."""
    left = list(answers)
    return lambda handler: (left.pop(0) if len(left) > 1 else left[0])(handler)


@contextmanager
def serving(host: str = "127.0.0.1", port: int = 0) -> Iterator[Site]:
    """Run a site; what is not among its answers is not found."""
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            try:
                site.answers.get(self.path, reply(404))(self)
            except ConnectionError:
                pass  # The other side has had enough, as some tests want it.

        def log_message(self, *args: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer((host, port), Handler)
    site = Site(host, server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.released.set()
        server.shutdown()
        server.server_close()
        thread.join()
