"""``import syditval`` is light, and ``syditval.reconcile`` gives the report of the command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import syditval
from syditval.run import Request, reconcile
from syditval.version import VERSION

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "samples/c-planted-errors.xlsx"
HEAVY = {"pandas", "pandera", "openpyxl", "rich", "click"}


def imported_by(statement: str) -> set[str]:
    """The top-level modules that are loaded after a statement in a fresh interpreter."""
    script = f"{statement}; import sys; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_importing_it_imports_none_of_the_heavy_libraries() -> None:
    assert imported_by("import syditval") & HEAVY == set()


def test_an_import_of_one_would_be_seen() -> None:
    assert "click" in imported_by("import syditval.cli.main") & HEAVY


@pytest.mark.parametrize("path", [SAMPLE, str(SAMPLE)], ids=["Path", "str"])
def test_it_gives_the_report_of_the_command(path: str | Path) -> None:
    assert syditval.reconcile(path) == reconcile(SAMPLE)


def test_it_takes_a_language_and_a_folder_of_kinds(tmp_path: Path) -> None:
    text = (ROOT / "schemas/budget.toml").read_text(encoding="utf-8")
    (tmp_path / "budget.toml").write_text(f"# Our own.\n{text}", encoding="utf-8")

    own = syditval.reconcile(SAMPLE, kinds=str(tmp_path), language="sv")
    assert own == reconcile(SAMPLE, Request("sv", tmp_path))
    assert own != syditval.reconcile(SAMPLE)


class TestMonths:
    """A month is held against earlier ones as the command holds it."""

    MARCH, APRIL = (ROOT / f"samples/months/{name}.xlsx" for name in ("2024-03", "2024-04-errors"))

    def test_it_gives_what_an_earlier_workbook_shows(self) -> None:
        report = syditval.reconcile(self.APRIL, against=[str(self.MARCH)])

        assert "T101" in {finding.code for finding in report.findings}
        assert [each.name for each in report.against or ()] == ["2024-03.xlsx"]
        assert syditval.reconcile(self.APRIL).against is None

    def test_it_takes_a_decision(self) -> None:
        report = syditval.reconcile(self.APRIL, against=[self.MARCH], decision="KF 2024-04-22 § 57")

        assert dict(report.options)["decision"] == "KF 2024-04-22 § 57"
        assert {"T101", "T102"} & {finding.code for finding in report.findings} == {"T102"}

    def test_a_decision_where_nothing_is_compared_is_refused(self) -> None:
        with pytest.raises(ValueError, match="no earlier workbook"):
            syditval.reconcile(self.APRIL, decision="KF 2024-04-22 § 57")


def test_it_names_its_version() -> None:
    assert syditval.__version__ == VERSION


def test_what_it_offers_is_listed() -> None:
    assert set(syditval.__all__) == {"__version__", "reconcile", "sums"}
