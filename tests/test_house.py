"""The shape of the house: what stands at the top, how rooms are named, how large they may grow."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "syditval"
MODULES = sorted(PACKAGE.rglob("*.py"))

TOP_LEVEL = {
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "MANIFEST.in",
    "Makefile",
    "README.md",
    "benchmarks",
    "docs",
    "pyproject.toml",
    "requirements.lock",
    "ruff.toml",
    "samples",
    "schemas",
    "setup.cfg",
    "syditval",
    "tests",
}
# Names that say nothing of what a module is for.
EMPTY_NAMES = {"base", "common", "core", "helper", "helpers", "lib", "misc", "shared", "util", "utils"}

MOST_LINES_OF_A_MODULE = 250
MOST_LINES_OF_A_FUNCTION = 40


def too_long(source: str, file: str) -> Iterator[str]:
    """Each module and each function of a source that is longer than we allow."""
    lines = len(source.splitlines())
    if lines > MOST_LINES_OF_A_MODULE:
        yield f"{file}: {lines} lines"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > MOST_LINES_OF_A_FUNCTION:
                yield f"{file}: {node.name} has {length} lines"


def test_the_top_level_holds_what_it_should() -> None:
    assert {entry.name for entry in ROOT.iterdir()} >= TOP_LEVEL


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="only a checkout knows what is committed")
def test_nothing_else_is_committed_at_the_top() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    committed = {line.split("/")[0] for line in listed.stdout.splitlines()}

    assert {name for name in committed if not name.startswith(".")} == TOP_LEVEL


def untested(package: Path, tests: Path) -> set[str]:
    """The modules of the rooms that have no test file of their name."""
    modules = (module for module in package.glob("*/*.py") if module.stem != "__init__")
    mirrored = {module: tests / module.parent.name / f"test_{module.name}" for module in modules}
    return {module.relative_to(package).as_posix() for module, test in mirrored.items() if not test.exists()}


def test_every_module_has_a_test_file_of_its_name() -> None:
    assert untested(PACKAGE, ROOT / "tests") == set()


def test_a_module_without_one_is_found(tmp_path: Path) -> None:
    (tmp_path / "syditval" / "checks").mkdir(parents=True)
    (tmp_path / "syditval" / "checks" / "new_defect.py").touch()

    assert untested(tmp_path / "syditval", tmp_path / "tests") == {"checks/new_defect.py"}


def test_the_build_is_all_that_pyproject_says() -> None:
    sections = [line for line in (ROOT / "pyproject.toml").read_text().splitlines() if line.startswith("[")]

    assert sections == ["[build-system]"]


def test_no_module_has_a_name_that_says_nothing() -> None:
    names = {part for module in MODULES for part in module.relative_to(PACKAGE).with_suffix("").parts}

    assert not names & EMPTY_NAMES


def test_no_class_is_a_manager() -> None:
    classes = {
        node.name
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }

    assert not {name for name in classes if name.endswith("Manager")}


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        str(module.relative_to(ROOT))
        for module in MODULES
        if not ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    ]

    assert silent == []


def test_modules_and_functions_stay_small() -> None:
    long = [
        complaint
        for module in MODULES
        for complaint in too_long(module.read_text(encoding="utf-8"), str(module.relative_to(ROOT)))
    ]

    assert long == []


def test_a_long_module_and_a_long_function_are_seen() -> None:
    body = "    pass\n" * MOST_LINES_OF_A_FUNCTION
    long = f"def endless():\n{body}" + "\n" * MOST_LINES_OF_A_MODULE

    assert [*too_long(long, "it.py")] == ["it.py: 291 lines", "it.py: endless has 41 lines"]
