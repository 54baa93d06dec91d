"""Where a store can be, and what may be shown of it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from syditval.store import StoreRefusal, default_place
from syditval.store.place import address_of, shown

SECRET = "hemligt"


@pytest.mark.parametrize(
    ("place", "driver", "told"),
    [
        ("months.sqlite", "sqlite", "months.sqlite"),
        ("/srv/å b?c#d.sqlite", "sqlite", "/srv/å b?c#d.sqlite"),
        (r"C:\store\months.sqlite", "sqlite", r"C:\store\months.sqlite"),
        ("sqlite:///months.sqlite", "sqlite", "months.sqlite"),
        ("sqlite:////srv/months.sqlite", "sqlite", "/srv/months.sqlite"),
        ("postgresql://db/months", "postgresql+psycopg", "postgresql://db/months"),
        (
            f"postgresql://eva:{SECRET}@db:5433/months",
            "postgresql+psycopg",
            "postgresql://eva:***@db:5433/months",
        ),
        (
            f"postgresql+psycopg://eva:{SECRET}@db/m?sslmode=require",
            "postgresql+psycopg",
            "postgresql://eva:***@db/m",
        ),
        (
            f"postgresql://db/months?user=eva&password={SECRET}",
            "postgresql+psycopg",
            "postgresql://db/months",
        ),
    ],
)
def test_a_place_and_what_is_shown_of_it(place: str, driver: str, told: str) -> None:
    address = address_of(place)

    assert (address.drivername, shown(address)) == (driver, told)


@pytest.mark.parametrize(
    "place",
    [
        f"mysql://eva:{SECRET}@db/months",
        f"https://eva:{SECRET}@example.se/months",
        f"postgresql://eva:{SECRET}@db",
        f"postgresql://eva:{SECRET}@db:port/months",
        "sqlite://",
        "://",
    ],
)
def test_no_place_of_a_store(place: str) -> None:
    with pytest.raises(StoreRefusal) as refused:
        address_of(place)

    assert refused.value.code == "M001"
    assert SECRET not in str(refused.value)
    assert SECRET not in refused.value.sentence("sv")


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_the_default_place_is_in_a_folder_of_its_owner_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    place = Path(default_place())

    assert place.name == "months.sqlite"
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700


@pytest.mark.skipif(os.name != "posix", reason="XDG_DATA_HOME is read on POSIX")
def test_a_folder_that_cannot_be_made_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    with pytest.raises(StoreRefusal, match="cannot be written to"):
        default_place()
