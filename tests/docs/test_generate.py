"""The generated pages: the committed ones are what the code gives, and a stale one is found."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    """docs/generate.py, which is a script and no module of the package, with all its pages made once."""
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["generate"] = module
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SYDITVAL_LANG", "en")
        spec.loader.exec_module(module)
        pages = [*module.pages()]
        patch.setattr(module, "pages", lambda: pages)
        yield module


def test_the_committed_pages_are_what_the_code_gives(generate: ModuleType) -> None:
    assert generate.differences(ROOT / "docs") == []


@pytest.fixture
def written(generate: ModuleType, tmp_path: Path) -> Path:
    """All pages, freshly written."""
    generate.write(tmp_path)
    return tmp_path


def test_a_page_that_was_edited_by_hand_is_found(generate: ModuleType, written: Path) -> None:
    page = written / "rules" / "F101.md"
    page.write_text(page.read_text(encoding="utf-8") + "One more thing.\n", encoding="utf-8")
    assert generate.differences(written) == ["rules/F101.md is out of date"]


def test_a_page_that_is_missing_is_found(generate: ModuleType, written: Path) -> None:
    (written / "cli.md").unlink()
    assert generate.differences(written) == ["cli.md is missing"]


def test_a_page_of_a_rule_that_is_gone_is_found(generate: ModuleType, written: Path) -> None:
    (written / "rules" / "F999.md").write_text("# F999\n", encoding="utf-8")
    assert generate.differences(written) == ["rules/F999.md belongs to no rule"]


def test_the_check_fails_where_something_differs(
    generate: ModuleType, written: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(generate, "DOCS", written)
    assert generate.main(["--check"]) == 0
    (written / "cli.md").unlink()
    assert generate.main(["--check"]) == 1
    assert "docs/cli.md is missing: run make docs" in capsys.readouterr().err
