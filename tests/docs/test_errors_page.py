"""The page of errors holds every output of the golden files, each under its family."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from syditval.messages import texts
from tests.conftest import GOLDEN

ROOT = Path(__file__).resolve().parents[2]
OUTPUTS = sorted((GOLDEN / "errors").glob("*.txt"))


@pytest.fixture(scope="module")
def errors_page() -> ModuleType:
    """docs/errors_page.py, which is no module of the package."""
    spec = importlib.util.spec_from_file_location("errors_page", ROOT / "docs" / "errors_page.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.stem)
def test_every_output_is_there_whole(errors_page: ModuleType, output: Path) -> None:
    assert f"\n```\n{output.read_text(encoding='utf-8')}```\n" in errors_page.errors_page()


def test_every_family_has_its_heading_and_what_it_comes_to(errors_page: ModuleType) -> None:
    page = errors_page.errors_page()

    assert errors_page.FAMILIES.keys() == texts("en").entries["refused"].keys()
    for letter, title in errors_page.FAMILIES.items():
        assert f"## {title}\n\n{texts('en').get('refused', letter)}\n\n### {letter}00" in page


def test_what_has_no_code_is_called_by_its_name(errors_page: ModuleType) -> None:
    assert "\n### Nothing recognised\n" in errors_page.errors_page().partition("## Other endings")[2]
