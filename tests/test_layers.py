"""The import contracts of setup.cfg hold, and each of them is seen to fail."""

from __future__ import annotations

import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# Contract, file that breaks it, the offending import.
OFFENCES = [
    ("Imports only go down", "model/offender.py", "import syditval.arithmetic"),
    ("Imports only go down", "reading/offender.py", "import syditval.recognition"),
    ("Imports only go down", "reports/offender.py", "import syditval.run"),
    ("Imports only go down", "store/offender.py", "import syditval.checks"),
    ("Imports only go down", "run/offender.py", "import syditval.web"),
    ("Imports only go down", "aggregates/offender.py", "import syditval.recognition"),
    ("Imports only go down", "patching/offender.py", "import syditval.annotation"),
    ("Imports only go down", "new_room/__init__.py", ""),
    ("No module depends on itself through its siblings", "model/cells.py", "import syditval.model.amounts"),
    ("The vocabulary needs the standard library only", "model/offender.py", "import numpy"),
    ("Only reading/ and formulas/ know openpyxl", "annotation/offender.py", "import openpyxl"),
    ("Only reading/ knows python_calamine and msoffcrypto", "cli/offender.py", "import python_calamine"),
    ("Only reading/ knows python_calamine and msoffcrypto", "run/offender.py", "import msoffcrypto"),
    ("Only checks/ knows pandera and pandas", "reading/offender.py", "import pandas"),
    ("Only checks/ knows pandera and pandas", "cli/offender.py", "import pandera.pandas"),
    (
        "Only aggregates/ and the screening in arithmetic/ know numpy",
        "recognition/offender.py",
        "import numpy",
    ),
    ("Nothing that is installed knows scipy", "diagnosis/offender.py", "import scipy.optimize"),
    ("Only reports/ and cli/ know rich", "checks/offender.py", "import rich"),
    ("Only reports/ and web/ know jinja2", "messages/offender.py", "import jinja2"),
    ("Only cli/ knows click", "reports/offender.py", "import click"),
    ("Only store/ knows SQLAlchemy and Alembic", "run/offender.py", "import sqlalchemy"),
    ("Only store/ knows SQLAlchemy and Alembic", "web/offender.py", "import alembic"),
    ("Only web/ knows the libraries of the page", "cli/offender.py", "import starlette"),
    ("Only web/ knows the libraries of the page", "store/offender.py", "import argon2"),
]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the package with its contracts, to break."""
    shutil.copytree(ROOT / "syditval", tmp_path / "syditval", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "setup.cfg", tmp_path)
    return tmp_path


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


def test_every_contract_holds(house: Path) -> None:
    code, output = lint_imports(house)

    assert code == 0, output
    assert all(f"{name} KEPT" in output for name in contract_names())


def test_every_contract_has_an_offence() -> None:
    assert {contract for contract, _, _ in OFFENCES} == contract_names()


@pytest.mark.parametrize(("contract", "file", "offence"), OFFENCES)
def test_an_offending_import_breaks_its_contract(house: Path, contract: str, file: str, offence: str) -> None:
    offender = house / "syditval" / file
    offender.parent.mkdir(exist_ok=True)
    with offender.open("a", encoding="utf-8") as source:
        source.write(f"\n{offence}\n")

    code, output = lint_imports(house)

    assert code == 1
    assert f"{contract} BROKEN" in output
