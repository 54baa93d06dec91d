"""``syditval rules``: every rule and refusal by code, or one of them in full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from syditval.cli import options
from syditval.cli.misuse import Misuse
from syditval.cli.suggestions import codes
from syditval.cli.words import language, say
from syditval.messages import texts
from syditval.model.exit_codes import EXIT_CLEAN

if TYPE_CHECKING:
    from syditval.reports.outputs import Color
    from syditval.reports.rule_page import Explained

_CODE = re.compile(r"[A-Z]\d{3}")


def command() -> click.Command:
    """The command in the language in force."""
    code = click.Argument(["code"], required=False, shell_complete=codes)
    return options.command("rules", _rules, [code, options.color_option(), options.lang_option()])


def _rules(code: str | None, color: Color) -> int:
    words = texts(language())
    wanted = code.upper() if code else None
    if wanted is None:
        click.echo("\n".join(_listed()))
    elif words.has(wanted, "finds"):
        from syditval.reports.rule_page import render_rule

        render_rule(_explained(wanted), language(), options.report_console(color))
    elif wanted in _refusals():
        from syditval.reports.rule_page import render_refusal

        render_refusal(wanted, language(), options.report_console(color))
    else:
        raise Misuse("U020", rule=str(code))
    return EXIT_CLEAN


def _refusals() -> list[str]:
    entries = texts(language()).entries
    return sorted(code for code, parts in entries.items() if _CODE.fullmatch(code) and "finds" not in parts)


def _listed() -> Iterator[str]:
    """The codes of rules, then those of refusals."""
    from syditval.checks import rule_infos

    words = texts(language())
    kinds = {info.code: words.get("severity", info.severity) for info in rule_infos()}
    kinds |= dict.fromkeys(_refusals(), say("refusal"))
    for code, kind in kinds.items():
        yield f"{code}  {kind:<11}  {words.get(code, 'title')}"


def _explained(code: str) -> Explained:
    from syditval.checks import rule_infos
    from syditval.model.example_text import parse_example
    from syditval.reports.rule_page import Explained
    from syditval.run.example import found_in

    (info,) = (info for info in rule_infos() if info.code == code)
    bad = parse_example(info.bad)
    return Explained(info, bad, parse_example(info.good), found_in(bad, code, language()))
