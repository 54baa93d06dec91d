"""From where a request may come at all, whoever sends it."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

from syditval.web.refusals import PageRefusal
from syditval.web.site import Manner

_LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
_FORWARDED = "X-Forwarded-For"


def refuse_strangers(connection: HTTPConnection, manner: Manner) -> None:
    """Raise PageRefusal for whoever goes round the proxy, and for a name that is not this computer's.

    Without the latter a stranger's site could have its name lead here, and read as if it were ours.
    """
    if manner.proxy is not None:
        if peer(connection) not in manner.proxy.addresses:
            raise PageRefusal("B007")
    elif manner.is_local and host_name(connection.headers.get("Host", "")) not in _LOCAL_NAMES:
        raise PageRefusal("B006")


def refuse_other_sites(connection: HTTPConnection) -> None:
    """Raise PageRefusal where a change is not asked for from our own pages.

    Browsers say so in either of two headers; who says nothing is no browser of today.
    """
    fetch_site = connection.headers.get("Sec-Fetch-Site")
    if fetch_site is not None:
        is_ours = fetch_site == "same-origin"
    else:
        origin = urlsplit(connection.headers.get("Origin", ""))
        is_ours = bool(origin.netloc) and origin.netloc.lower() == connection.headers.get("Host", "").lower()
    if not is_ours:
        raise PageRefusal("B005")


def origin_of(connection: HTTPConnection, manner: Manner) -> str:
    """The address that a request came from: behind the proxy, the one that the proxy saw."""
    address = peer(connection)
    if manner.proxy is not None and address in manner.proxy.addresses:
        forwarded = connection.headers.get(_FORWARDED, "").rpartition(",")[2].strip()
        return _plain(forwarded) or address
    return address


def peer(connection: HTTPConnection) -> str:
    """The address of whoever speaks to us, empty where it has none."""
    return _plain(connection.client.host) if connection.client else ""


def host_name(host: str) -> str:
    """The name in a Host header, without its port."""
    name, _, port = host.rpartition(":")
    return (name if port.isdigit() and name else host).lower()


def _plain(address: str) -> str:
    """An address in the one form that it is compared in, empty for what is none."""
    try:
        plain = ip_address(address)
    except ValueError:
        return ""
    return str(getattr(plain, "ipv4_mapped", None) or plain)
