"""The server: where it listens, what it refuses below the page, and how it ends."""

from __future__ import annotations

import asyncio
import re
import socket
import ssl
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import pytest

from syditval.messages import Refusal
from syditval.store import entries, open_database
from syditval.web import serve
from syditval.web.app import application
from syditval.web.serve import Listening, is_local, listen, url_of
from syditval.web.site import Manner, Site
from tests.web import certificate
from tests.web.server import Server, serving
from tests.web.site import PASSWORD, SOUND


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "::1", "localhost", "LOCALHOST"])
def test_this_computer_seen_from_itself(host: str) -> None:
    assert is_local(host)


@pytest.mark.parametrize(
    "host", ["0.0.0.0", "::", "192.168.1.4", "budget.kommunen.se", "localhost.evil.example", ""]
)
def test_and_seen_from_others(host: str) -> None:
    assert not is_local(host)


@pytest.mark.parametrize(
    ("at", "url"),
    [
        (Listening("127.0.0.1", 0), r"http://127\.0\.0\.1:\d+/"),
        (Listening("localhost", 0), r"http://(127\.0\.0\.1|\[::1\]):\d+/"),
        (Listening("127.0.0.1", 0, Path("cert.pem"), Path("key.pem")), r"https://127\.0\.0\.1:\d+/"),
    ],
)
def test_the_address_is_told_as_one_types_it(at: Listening, url: str) -> None:
    with listen(at) as sock:
        assert re.fullmatch(url, url_of(at, sock))


def test_a_port_that_is_taken_is_told_so() -> None:
    with listen(Listening("127.0.0.1", 0)) as sock, pytest.raises(Refusal) as refused:
        listen(Listening("127.0.0.1", sock.getsockname()[1]))

    assert refused.value.code == "U074"


@pytest.mark.parametrize("host", ["no.such.host.invalid", "", "203.0.113.1"])
def test_so_is_an_address_that_is_not_ours(host: str) -> None:
    with pytest.raises(Refusal):
        listen(Listening(host or "256.0.0.1", 0))


class Wire(asyncio.Transport):
    """A connection that nothing comes out of."""

    def __init__(self) -> None:
        super().__init__()
        self.closed = False

    def is_closing(self) -> bool:
        """Whether it was closed."""
        return self.closed

    def close(self) -> None:
        """Close it."""
        self.closed = True

    def write(self, data: object) -> None:
        """Lose what is said."""

    def resume_reading(self) -> None:
        """Go on."""


async def refusing(_: object, __: object, send: Callable[[object], Awaitable[None]]) -> None:
    """An application that reads no body."""
    await send({"type": "http.response.start", "status": 403, "headers": []})
    await send({"type": "http.response.body", "body": b""})


@pytest.mark.parametrize(
    ("said", "closed"),
    [
        (b"", True),
        (b"GET / HTT", True),
        (b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", False),
        (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc", True),
        (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc", False),
    ],
)
def test_who_asks_for_nothing_or_does_not_end_is_let_go(
    said: bytes, closed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "_HEADER_SECONDS", 0.05)
    monkeypatch.setattr(serve, "_LINGER_SECONDS", 0.05)

    async def connect() -> bool:
        config = serve.uvicorn.Config(refusing, lifespan="off", log_config=None, interface="asgi3")
        protocol, wire = serve._Patient(config, serve.uvicorn.server.ServerState(), {}), Wire()
        protocol.connection_made(wire)
        if said:
            protocol.data_received(said)
        await asyncio.sleep(0.15)
        return wire.closed

    assert asyncio.run(connect()) == closed


def test_over_tls_with_somebody_who_signs_in(site: Site, tmp_path: Path) -> None:
    files = certificate.written(tmp_path)
    at = Listening("127.0.0.1", 0, *files)
    app = application(replace(site, manner=Manner(is_secure=True)))
    running = serve.server_of(app, at, threading.Event())
    with listen(at) as sock:
        thread = threading.Thread(target=running.run, args=([sock],))
        thread.start()
        url, ours = url_of(at, sock), {"Sec-Fetch-Site": "same-origin"}
        trusting = ssl.create_default_context(cafile=files[0])
        with httpx2.Client(base_url=url, headers=ours, verify=trusting) as client:
            answer = client.post("/sign-in", data={"name": "Karin", "password": PASSWORD})
        running.should_exit = True
        thread.join(10)

    assert url.startswith("https://127.0.0.1:")
    assert answer.status_code == 303
    assert "Strict-Transport-Security" in answer.headers


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server at work, which the last test here ends."""
    with serving(tmp_path_factory.mktemp("store") / "months.sqlite") as server:
        yield server


def spoken(server: Server, request: bytes) -> bytes:
    """What comes back for some bytes, as far as it comes at once."""
    parts = urlsplit(server.url)
    with socket.create_connection((parts.hostname, parts.port or 0), timeout=10) as sock:
        sock.sendall(request)
        answer = b""
        while piece := sock.recv(65_536):
            answer += piece
        return answer


class TestAtWork:
    """One server for all of these: starting it takes longer than all of them."""

    def test_it_says_where_it_is_and_to_whom_it_is_open(self, server: Server) -> None:
        assert server.said[0].startswith(f"The page is at {server.url} with the months in ")
        time.sleep(0.1)
        assert "Nobody signs in here" in "".join(server.said)

    def test_it_does_not_say_what_it_is(self, server: Server) -> None:
        assert "server" not in httpx2.get(server.url).headers

    def test_a_length_that_lies_is_of_no_use(self, server: Server) -> None:
        """What goes on after the length that was stated is no second request that anybody answers."""
        head = (
            b"POST /upload HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n"
            b"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 10\r\n\r\n"
        )

        answer = spoken(server, head + b"y" * 10 + b"z" * 5000)

        assert answer.startswith(b"HTTP/1.1 400 ")
        assert answer.count(b"HTTP/1.1") == 1

    def test_who_is_refused_while_sending_hears_it(self, server: Server) -> None:
        head = (
            b"POST /upload HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: cross-site\r\n"
            b"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 3000000\r\n\r\n"
        )
        after = b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"

        answer = spoken(server, head + b"y" * 3_000_000 + after)

        assert answer.startswith(b"HTTP/1.1 403 ")
        assert b"The change was not asked for on a page of this site" in answer
        assert answer.endswith(b"ok\n")

    @pytest.mark.parametrize(
        "request_", [b"\x00\xff\r\n\r\n", b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n"]
    )
    def test_what_is_no_request_is_refused(self, server: Server, request_: bytes) -> None:
        assert spoken(server, request_).startswith(b"HTTP/1.1 400 ")

    def test_two_lengths_are_none(self, server: Server) -> None:
        head = (
            b"POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"
        )

        assert spoken(server, head).startswith(b"HTTP/1.1 400 ")


def test_when_it_is_told_to_end_what_it_acknowledged_is_in_the_store(server: Server) -> None:
    """SIGTERM comes while the first of several workbooks is being checked: it is finished, the rest is refused."""
    files = [("workbook", (f"{number}.xlsx", SOUND)) for number in range(8)]
    ours = {"Sec-Fetch-Site": "same-origin"}
    with httpx2.stream(
        "POST", f"{server.url}upload", files=files, data={"entity": "Tekniska"}, headers=ours, timeout=60
    ) as answer:
        page = ""
        for piece in answer.iter_text():
            page += piece
            if "being checked" in page and not server.is_told:
                server.told_to_end()

    assert server.exit_code() == 0
    acknowledged = {int(number) for number in re.findall(r'href="/months/(\d+)"', page)}
    store = server.said[0].rpartition(" with the months in ")[2].partition(". Ctrl-C")[0]
    with open_database(store) as database:
        kept = {entry.number for entry in entries(database)}
    assert acknowledged == kept == {1}, page
    assert "The page is being shut down" in page
    assert page.rstrip().endswith("</html>")
