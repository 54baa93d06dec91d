"""The sites that tests ask."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from syditval.web.site import Site
from tests.web.site import site_at, with_people


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Site]:
    """A site without people."""
    with site_at(tmp_path) as site:
        yield site


@pytest.fixture
def site(alone: Site) -> Site:
    """A site with one person of each role, and one more of finance."""
    return with_people(alone)


@pytest.fixture(scope="session")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Such a site with a month of Tekniska (entry 1) and one of Skolan (entry 2), which no test may change."""
    with site_at(tmp_path_factory.mktemp("site"), is_stocked=True) as site:
        yield site
