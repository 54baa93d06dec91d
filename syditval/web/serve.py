"""The server: it listens, says where, and when it is told to stop finishes what was begun."""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from threading import Event
from types import FrameType

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from syditval.messages import Refusal
from syditval.web.audit import LOG

# Far more than a municipality's finance department at once.
_CONNECTIONS = 250
_KEEP_ALIVE_SECONDS = 15
_HEADER_SECONDS = 20
_LINGER_SECONDS = 30
_LOCAL = "localhost"


@dataclass(frozen=True, slots=True)
class Listening:
    """Where to listen: an address or a name of this computer, a port (0 for any), and the files for TLS."""

    host: str
    port: int
    certificate: Path | None = None
    key: Path | None = None
    grace_seconds: int = 600


def is_local(host: str) -> bool:
    """Whether a host is this computer seen from itself."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == _LOCAL


def listen(at: Listening) -> socket.socket:
    """A socket that listens. Raises Refusal where that cannot be done."""
    try:
        family, _, _, _, address = socket.getaddrinfo(at.host, at.port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address, family=family)
    except (OSError, OverflowError) as error:
        cause = getattr(error, "strerror", None) or str(error)
        raise Refusal("U074", address=f"{at.host}:{at.port}", cause=cause) from None


def url_of(at: Listening, sock: socket.socket) -> str:
    """The address of the page as one types it."""
    host, port = sock.getsockname()[:2]
    scheme = "https" if at.certificate else "http"
    return f"{scheme}://{f'[{host}]' if ':' in host else host}:{port}/"


def run(app: ASGIApp, at: Listening, sock: socket.socket, stopping: Event) -> None:
    """Serve until SIGTERM or Ctrl-C. ``stopping`` is set then, and what was begun is finished."""
    with _signals_end_well():
        server_of(app, at, stopping).run(sockets=[sock])


def server_of(app: ASGIApp, at: Listening, stopping: Event) -> uvicorn.Server:
    """What serves the page, and sets ``stopping`` when it is told to stop."""
    config = uvicorn.Config(
        app,
        http=_Patient,
        ws="none",
        lifespan="off",
        interface="asgi3",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=at.grace_seconds,
        limit_concurrency=_CONNECTIONS,
        ssl_certfile=at.certificate,
        ssl_keyfile=at.key,
    )
    return _Server(config, stopping.set)


class _Patient(H11Protocol):
    """A connection that is closed where nobody has asked for anything in time.

    What is left of a body when it is refused is taken in and thrown away for a while: who is still sending
    would not hear the answer.
    """

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Somebody connects."""
        super().connection_made(transport)
        self.loop.call_later(_HEADER_SECONDS, self._close_if, None)

    def on_response_complete(self) -> None:
        """Somebody was answered."""
        super().on_response_complete()
        if self.conn.their_state is h11.SEND_BODY:
            self.loop.call_later(_LINGER_SECONDS, self._close_if, self.cycle)

    def _close_if(self, cycle: object) -> None:
        """Close, unless something else has been asked for since."""
        if self.cycle is cycle and not self.transport.is_closing():
            self.transport.close()


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, told: Callable[[], object]) -> None:
        super().__init__(config)
        self._told = told

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop, and say so at once to whatever is at work."""
        self._told()
        super().handle_exit(sig, frame)


@contextmanager
def _signals_end_well() -> Iterator[None]:
    """The server raises the signal that ended it once more when it is done: that shall end nothing else."""
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.signal(number, lambda *_: None) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def log_to_error_stream() -> None:
    """Have acts and faults told on the error stream, one line each."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
