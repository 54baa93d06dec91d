"""The page on the architecture names only what there is."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "architecture.md"


def strangers(text: str) -> set[str]:
    """What a page names in code type that is no file, no name of the code, no cell and no rule."""
    known = names_of_the_code()
    named = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)
    return {name for name in named if not (is_file(name) or is_place(name) or name in known)}


def is_file(name: str) -> bool:
    return (ROOT / name).exists() or name == "schemas/<kind>.toml"


def is_place(name: str) -> bool:
    return bool(re.fullmatch(r"\w+![A-Z]+\d+(:[A-Z]+\d+)?|[FSVH]\d{3}|make \w+", name))


@cache
def names_of_the_code() -> set[str]:
    """Every class, function, enum member and constant of the package."""
    names: set[str] = set()
    for path in (ROOT / "syditval").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                names.add(node.name)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                names.add(node.id)
    return names


def test_every_name_on_the_page_exists() -> None:
    assert strangers(PAGE.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize("name", ["syditval/checks/gone.py", "find_nothing", "NOT_A_STATE"])
def test_a_name_that_is_gone_is_found(name: str) -> None:
    assert strangers(f"The room `{name}` does it.") == {name}
