"""The shape of the house: what stands at the top, how rooms are named, how large they may grow."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

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
MADE_BY_TOOLS = {"build", "dist", "htmlcov"}

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


def test_the_top_level_holds_what_it_should_and_no_more() -> None:
    visible = {entry.name for entry in ROOT.iterdir() if not entry.name.startswith(".")}
    made = {name for name in visible if name in MADE_BY_TOOLS or name.endswith(".egg-info")}

    assert visible - made == TOP_LEVEL


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
