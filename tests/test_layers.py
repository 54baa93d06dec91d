"""The import contracts of setup.cfg hold, and each of them is seen to fail."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# Contract, module that breaks it, and what it imports.
OFFENCES = [
    ("Imports only go down", "model.offender", "syditval.arithmetic"),
    ("Imports only go down", "reading.offender", "syditval.recognition"),
    ("Imports only go down", "reports.offender", "syditval.run"),
    ("Imports only go down", "store.offender", "syditval.checks"),
    ("Imports only go down", "run.offender", "syditval.web"),
    ("Imports only go down", "aggregates.offender", "syditval.recognition"),
    ("Imports only go down", "patching.offender", "syditval.annotation"),
    ("The vocabulary needs the standard library only", "model.offender", "numpy"),
    ("Only reading/ and formulas/ know openpyxl", "annotation.offender", "openpyxl"),
    ("Only reading/ knows python_calamine and msoffcrypto", "cli.offender", "python_calamine"),
    ("Only reading/ knows python_calamine and msoffcrypto", "run.offender", "msoffcrypto"),
    ("Only checks/ knows pandera and pandas", "reading.offender", "pandas"),
    ("Only checks/ knows pandera and pandas", "cli.offender", "pandera.pandas"),
    ("Only aggregates/ and the screening in arithmetic/ know numpy", "recognition.offender", "numpy"),
    ("Nothing that is installed knows scipy", "diagnosis.offender", "scipy.optimize"),
    ("Only reports/ and cli/ know rich", "checks.offender", "rich"),
    ("Only reports/ and web/ know jinja2", "messages.offender", "jinja2"),
    ("Only cli/ knows click", "reports.offender", "click"),
    ("Only store/ knows SQLAlchemy and Alembic", "run.offender", "sqlalchemy"),
    ("Only store/ knows SQLAlchemy and Alembic", "web.offender", "alembic"),
    ("Only web/ knows the libraries of the page", "cli.offender", "starlette"),
    ("Only web/ knows the libraries of the page", "store.offender", "argon2"),
]
LAYERS, SIBLINGS = "Imports only go down", "No module depends on itself through its siblings"


def copied(folder: Path) -> Path:
    """A copy of the package with its contracts, to break."""
    shutil.copytree(ROOT / "syditval", folder / "syditval", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "setup.cfg", folder)
    return folder


def lint_imports(house: Path) -> tuple[int, str]:
    """Exit code and output of import-linter, run as ``make layers`` runs it."""
    command = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", command, "--no-cache"],
        cwd=house,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def contract_names() -> set[str]:
    settings = ConfigParser()
    settings.read(ROOT / "setup.cfg", encoding="utf-8")
    return {
        settings[section]["name"]
        for section in settings.sections()
        if section.startswith("importlinter:contract:")
    }


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What every broken contract tells in a house with all the offences."""
    house = copied(tmp_path_factory.mktemp("house"))
    (house / "syditval" / "new_room").mkdir()
    (house / "syditval" / "new_room" / "__init__.py").touch()
    for _, module, imported in [*OFFENCES, (SIBLINGS, "model.cells", "syditval.model.amounts")]:
        with (house / "syditval" / f"{module.replace('.', '/')}.py").open("a", encoding="utf-8") as source:
            source.write(f"\nimport {imported}\n")
    code, output = lint_imports(house)
    assert code == 1
    # A heading is underlined in its own length.
    _, *parts = re.split(r"^(.+)\n-{3,}\n", output.partition("Broken contracts")[2], flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_every_contract_holds(tmp_path: Path) -> None:
    code, output = lint_imports(copied(tmp_path))

    assert code == 0, output
    assert all(f"{name} KEPT" in output for name in contract_names())


def test_every_contract_has_an_offence() -> None:
    assert {SIBLINGS, *(contract for contract, _, _ in OFFENCES)} == contract_names()


@pytest.mark.parametrize(("contract", "module", "imported"), OFFENCES)
def test_an_offending_import_breaks_its_contract(
    broken: dict[str, str], contract: str, module: str, imported: str
) -> None:
    # Of what is not ours, the package is told.
    told = imported if imported.startswith("syditval.") else imported.partition(".")[0]

    assert f"syditval.{module} -> {told} " in broken[contract]


def test_a_module_that_depends_on_itself_through_its_siblings_is_told(broken: dict[str, str]) -> None:
    assert "- .cells -> .amounts " in broken[SIBLINGS]


def test_a_room_on_no_floor_is_told(broken: dict[str, str]) -> None:
    assert "- syditval.new_room\n" in broken[LAYERS]
