"""Whatever a user reads stands in the catalogues: the code that writes holds no words of its own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "syditval"
WRITING = sorted([*PACKAGE.glob("cli/*.py"), *PACKAGE.glob("reports/*.py"), *PACKAGE.glob("annotation/*.py")])
TEMPLATES = sorted(each for each in PACKAGE.rglob("*") if each.suffix in (".html", ".jinja", ".j2"))

# What takes the text that it is to write, or to raise, as its first argument.
WRITERS = {"echo", "secho", "print", "line", "text", "paragraph", "heading", "UsageError", "ClickException"}
TAKING_TEXT = {"help", "short_help", "epilog"}
# The names of the program and of a digest are the same in all languages.
NAMES = {"syditval", "SHA"}
WORD = re.compile(r"[^\W\d_]{2,}")
# What of a template no reader sees, or what comes from elsewhere.
UNSEEN = re.compile(r"<style.*?</style>|<!--.*?-->|{#.*?#}|{%.*?%}|{{.*?}}|<[^>]*>|&\w+;", re.DOTALL)


def words(text: str) -> set[str]:
    return set(WORD.findall(text)) - NAMES


def literals(expression: ast.AST) -> Iterator[str]:
    """The texts of an expression itself, not those that it hands to a call or looks something up by."""
    if isinstance(expression, ast.Constant) and isinstance(expression.value, str):
        yield expression.value
    elif not isinstance(expression, ast.Call | ast.Subscript | ast.Compare):
        for inner in ast.iter_child_nodes(expression):
            yield from literals(inner)


def written(source: str) -> Iterator[str]:
    """The words that a source hands to whatever writes them, each with its line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            texts = [*node.args[:1]] if name in WRITERS else []
            texts += [each.value for each in node.keywords if each.arg in TAKING_TEXT]
            for text in texts:
                yield from (f"{node.lineno}: {each}" for each in literals(text) if words(each))


def test_no_code_that_writes_holds_words_of_its_own() -> None:
    found = [
        f"{module.relative_to(PACKAGE)}:{each}"
        for module in WRITING
        for each in written(module.read_text(encoding="utf-8"))
    ]

    assert WRITING
    assert found == []


def test_no_template_holds_words_of_its_own() -> None:
    found = {each.name: words(UNSEEN.sub(" ", each.read_text(encoding="utf-8"))) for each in TEMPLATES}

    assert {name: left for name, left in found.items() if left} == {}


def test_words_in_the_code_are_seen() -> None:
    source = """
click.echo("Nothing was found", err=True)
page.line(page.text(say("closing"), "bold"), f" of {many}")
page.paragraph(f"syditval {VERSION}: {'yes' if done else words.get('cli', 'no')}")
raise click.UsageError("There is no " + name)
click.Option(["--format"], help="The form of the report")
"""

    assert [*written(source)] == [
        "2: Nothing was found",
        "4: yes",
        "5: There is no ",
        "6: The form of the report",
    ]


def test_words_in_a_template_are_seen() -> None:
    template = (
        "<style>p { color: red }</style><p title='{{ title }}'>{% if x %}Total{% endif %} {{ sum }}</p>"
    )

    assert words(UNSEEN.sub(" ", template)) == {"Total"}
