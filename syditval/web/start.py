"""Everything that the page needs, opened in order, and let go in the opposite one."""

from __future__ import annotations

import ssl
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from syditval.messages import Refusal
from syditval.reading.own_folder import own_folder
from syditval.run import Request
from syditval.store import Database, open_database, people, secret
from syditval.web.allowance import Allowance
from syditval.web.app import application
from syditval.web.identity import is_alone
from syditval.web.serve import Listening, listen, log_to_error_stream, run, url_of
from syditval.web.sessions import Sessions
from syditval.web.site import Manner, Rates, Site
from syditval.web.workers import Workers


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be served: where, the store at ``place``, in what manner, and how workbooks are read."""

    at: Listening
    place: str
    manner: Manner
    allowance: Allowance
    request: Request


def serve(order: Order, tell: Callable[[str, bool, Database], None]) -> None:
    """Serve the page until it is told to stop.

    ``tell`` is told its address once it listens, and whether everybody on this computer is the only user.
    Raises Refusal where it must not or cannot be served.
    """
    refuse_bad_certificate(order.at)
    with open_database(order.place) as database, own_folder() as quarantine:
        refuse_open_door(order, database)
        stopping = Event()
        with (
            listen(order.at) as sock,
            Workers(order.place) as workers,
            _temporary_files_in(quarantine),
        ):
            log_to_error_stream()
            site = _site(order, database, workers, quarantine, stopping)
            tell(url_of(order.at, sock), is_alone(site), database)
            run(application(site), order.at, sock, stopping)


@contextmanager
def _temporary_files_in(folder: Path) -> Iterator[None]:
    """Have what is received and too large for memory go to a folder of ours; it has no name there."""
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before


def refuse_open_door(order: Order, database: Database) -> None:
    """Raise Refusal where others would get here and nobody could sign in, or only in the open."""
    if order.manner.is_local:
        return
    if not people(database):
        raise Refusal("U070", host=order.at.host)
    if not order.manner.is_secure:
        raise Refusal("U071", host=order.at.host)


def refuse_bad_certificate(at: Listening) -> None:
    """Raise Refusal where there is a certificate that cannot be used."""
    if at.certificate is None:
        return
    try:
        # A key with a password would have it asked for; there is nobody to ask.
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(at.certificate, at.key, password=lambda: b"")
    except (OSError, ValueError):
        raise Refusal("U075", file=str(at.certificate)) from None


def _site(order: Order, database: Database, workers: Workers, quarantine: Path, stopping: Event) -> Site:
    return Site(
        database=database,
        workplace=workers,
        sessions=Sessions(secret(database), is_secure=order.manner.is_secure),
        quarantine=quarantine,
        request=order.request,
        manner=order.manner,
        allowance=order.allowance,
        rates=Rates(order.allowance),
        stopping=stopping,
    )
