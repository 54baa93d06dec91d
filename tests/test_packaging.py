"""The wheel holds what it needs, and the shipped schemas are found however syditval is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

from syditval.version import VERSION

ROOT = Path(__file__).parents[1]
LITTER = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info", "build", "dist", "htmlcov")
OFFLINE = ("--quiet", "--no-index", "--no-deps", "--disable-pip-version-check")


def run(*command: str | Path, folder: Path) -> str:
    """Standard output of a command that succeeds; no variable leads it to the checkout."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


class Environment:
    """A virtual environment that sees the libraries of the running one, but not its syditval."""

    def __init__(self, folder: Path) -> None:
        run(sys.executable, "-m", "venv", "--without-pip", folder, folder=folder.parent)
        scheme = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)})
        self.python = Path(scheme["scripts"]) / "python"
        self.syditval = Path(scheme["scripts"]) / "syditval"
        self.packages = Path(scheme["purelib"])
        (self.packages / "libraries.pth").write_text(sysconfig.get_path("purelib"))

    def install(self, *what: str | Path) -> None:
        pip = (sys.executable, "-m", "pip", "--python", self.python, "install", *OFFLINE)
        run(*pip, *what, folder=self.packages)

    def place_of(self, module: str, folder: Path) -> Path:
        return Path(run(self.python, "-c", f"import {module} as m; print(m.__file__)", folder=folder).strip())


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout, so that building leaves nothing in it."""
    return Path(shutil.copytree(ROOT, tmp_path_factory.mktemp("copy") / "syditval", ignore=LITTER))


@pytest.fixture(scope="module")
def wheel(checkout: Path) -> Path:
    """The wheel, built from the sdist, which is built from the checkout."""
    run(sys.executable, "-m", "build", "--no-isolation", checkout, folder=checkout)
    (wheel,) = (checkout / "dist").glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    environment = Environment(tmp_path_factory.mktemp("wheel") / "venv")
    environment.install(wheel)
    return environment


def shipped_kinds() -> list[str]:
    return sorted(file.stem for file in (ROOT / "schemas").glob("*.toml"))


SHOW_KINDS = """
from syditval.kinds.folder import shipped
print(*sorted(file.stem for file in shipped().glob("*.toml")))
"""


def test_the_wheel_holds_the_package_and_the_schemas_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as package:
        packed = {name for name in package.namelist() if ".dist-info/" not in name}
    sources = {
        f"{top}/{file.relative_to(ROOT / folder).as_posix()}"
        for folder, top in (("syditval", "syditval"), ("schemas", "syditval/schemas"))
        for file in (ROOT / folder).rglob("*")
        if file.suffix in {".css", ".j2", ".js", ".json", ".py", ".toml", ".typed"}
    }

    assert packed == sources
    assert {
        "syditval/messages/sv.toml",
        "syditval/messages/en.toml",
        "syditval/reports/page.css",
        "syditval/reports/page.html.j2",
        "syditval/reports/record.schema.json",
        "syditval/schemas/budget.toml",
    } <= packed


def test_the_sdist_holds_what_the_tests_need(wheel: Path) -> None:
    (sdist,) = wheel.parent.glob("*.tar.gz")
    with tarfile.open(sdist) as package:
        packed = {name.partition("/")[2] for name in package.getnames()}

    assert {"samples/c-planted-errors.xlsx", "tests/conftest.py", "Makefile", "requirements.lock"} <= packed


def test_the_wheel_works_in_an_empty_folder(installed: Environment, tmp_path: Path) -> None:
    assert installed.packages in installed.place_of("syditval", tmp_path).parents
    assert VERSION in run(installed.syditval, "--version", folder=tmp_path)
    kinds = run(installed.syditval, "schemas", folder=tmp_path)
    assert all(kind in kinds for kind in shipped_kinds())


def test_the_wheel_finds_its_own_schemas(installed: Environment, tmp_path: Path) -> None:
    place = run(
        installed.python, "-c", "from syditval.kinds.folder import shipped; print(shipped())", folder=tmp_path
    )

    assert Path(place.strip()) == installed.packages / "syditval" / "schemas"
    assert run(installed.python, "-c", SHOW_KINDS, folder=tmp_path).split() == shipped_kinds()


def test_a_checkout_finds_its_schemas_beside_an_installed_wheel(
    installed: Environment, checkout: Path
) -> None:
    """Started in the checkout, the source hides the installed package and with it the installed schemas."""
    assert installed.place_of("syditval", checkout).parent == checkout / "syditval"
    assert run(installed.python, "-c", SHOW_KINDS, folder=checkout).split() == shipped_kinds()


def test_a_plain_checkout_finds_its_schemas(checkout: Path, tmp_path: Path) -> None:
    bare = Environment(tmp_path / "venv")

    assert run(bare.python, "-c", SHOW_KINDS, folder=checkout).split() == shipped_kinds()
    assert VERSION in run(bare.python, "-m", "syditval", "--version", folder=checkout)


def test_an_editable_install_finds_its_schemas(checkout: Path, tmp_path: Path) -> None:
    editable = Environment(tmp_path / "venv")
    editable.install("--no-build-isolation", "--editable", checkout)

    assert editable.place_of("syditval", tmp_path).parent == checkout / "syditval"
    assert VERSION in run(editable.syditval, "--version", folder=tmp_path)
    assert run(editable.python, "-c", SHOW_KINDS, folder=tmp_path).split() == shipped_kinds()


def test_a_schema_that_is_missing_is_noticed(installed: Environment, tmp_path: Path) -> None:
    """The tests above are guards: without the schemas they would not pass."""
    broken = Environment(tmp_path / "venv")
    shutil.copytree(installed.packages / "syditval", broken.packages / "syditval")
    shutil.rmtree(broken.packages / "syditval" / "schemas")
    done = subprocess.run(
        [broken.python, "-c", SHOW_KINDS], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert done.stdout.split() != shipped_kinds()
