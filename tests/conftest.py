"""What every test may use: golden files, compared by default and written only when asked."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from syditval import store
from tests.store_places import Stores, server
from tests.thorough import tries

if TYPE_CHECKING:
    from syditval.store import Database

# Nothing that is loaded and collected before the first test is garbage: to look for any takes seconds.
gc.disable()

# The same examples in every run, however slow the machine.
settings.register_profile("repeatable", deadline=None, derandomize=True, max_examples=tries(25, thorough=100))
settings.load_profile("repeatable")

GOLDEN = Path(__file__).parent / "golden"

# They take longest: begun last, they would keep one process busy while the others have nothing left to do.
FIRST = (
    "test_paths_in_browser.py",
    "test_two_seeds.py",
    "test_html_in_browser.py",
    "test_fidelity.py",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: a browser, a server or LibreOffice is often waited for."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.name not in FIRST)


def pytest_collection_finish() -> None:
    gc.enable()
    gc.freeze()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """``golden(name, text)`` demands that ``tests/golden/<name>`` holds exactly ``text``."""
    update = request.config.getoption("--update-golden")

    def compare(name: str, text: str) -> None:
        file = GOLDEN / name
        if update:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        elif not file.exists():
            pytest.fail(f"tests/golden/{name} is absent; --update-golden writes it", pytrace=False)
        assert text == file.read_bytes().decode()

    return compare


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    """Where the tests of this process have their stores from."""
    made = Stores(tmp_path_factory.mktemp("stores"))
    yield made
    made.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def store_place(request: pytest.FixtureRequest, stores: Stores, tmp_path: Path) -> Iterator[str]:
    """The place of an empty store, in a file and then on a server."""
    if request.param == "sqlite":
        yield stores.file(tmp_path)
    else:
        server()
        with stores.on_server() as place:
            yield place


@pytest.fixture
def database(store_place: str) -> Iterator[Database]:
    """An empty store that is open."""
    with store.open_database(store_place) as opened:
        yield opened
