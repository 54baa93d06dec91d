"""Where a store is: a file, or a database on a server."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_dir
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from syditval.store.refusals import StoreRefusal

_DRIVERS = {
    "sqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
_PRIVATE = 0o700


def default_place() -> str:
    """The store of whoever is at work on this computer, in a folder that nobody else may look into.

    The folder is made where it is not there. Raises StoreRefusal where that cannot be done.
    """
    folder = Path(user_data_dir("syditval", appauthor=False))
    try:
        folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreRefusal("M004", place=str(folder), cause=str(error.strerror)) from error
    return str(folder / "months.sqlite")


def address_of(place: str) -> URL:
    """The address of a place: a path, or a URL of SQLite or PostgreSQL. Raises StoreRefusal for any other."""
    if "://" not in place:
        return URL.create("sqlite", database=place)
    try:
        address = make_url(place)
    except (ArgumentError, ValueError) as error:
        # The rest of it may hold a password.
        raise StoreRefusal("M001", place=f"{place.partition('://')[0]}://…") from error
    driver = _DRIVERS.get(address.drivername)
    if driver is None or not address.database:
        raise StoreRefusal("M001", place=shown(address))
    return address.set(drivername=driver)


def shown(address: URL) -> str:
    """An address as it may be shown: a file's path, or a URL without its password and its options."""
    if address.get_backend_name() == "sqlite" and address.database:
        return address.database
    bare = address.set(query={}, drivername=address.get_backend_name())
    return bare.render_as_string(hide_password=True)
