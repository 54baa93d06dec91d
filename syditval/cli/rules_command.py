"""``syditval rules``: every rule and refusal by code, or one of them in full."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click
from click.formatting import wrap_text

from syditval.cli import options
from syditval.cli.words import language, say
from syditval.messages import texts
from syditval.model.exit_codes import EXIT_CLEAN

if TYPE_CHECKING:
    from syditval.model.rule import RuleInfo

WIDTH = 80
BLANK_LINES = "\n"


def command() -> click.Command:
    """The command in the language in force."""
    return options.command("rules", _rules, [click.Argument(["code"], required=False), options.lang_option()])


def _rules(code: str | None) -> int:
    from syditval.checks import rule_infos

    infos = {info.code: info for info in rule_infos()}
    if code is None:
        click.echo("\n".join(_listed(infos)))
        return EXIT_CLEAN
    wanted = code.upper()
    if wanted not in _codes(infos):
        raise click.UsageError(say("unknown_rule", code=code))
    click.echo("\n\n".join(_explained(wanted, infos.get(wanted))))
    return EXIT_CLEAN


def _codes(infos: dict[str, RuleInfo]) -> list[str]:
    """The codes of rules, then those of refusals."""
    refusals = [code for code in texts(language()).entries if code[0] in "RA" and code[1:].isdigit()]
    return [*sorted(infos), *sorted(refusals)]


def _listed(infos: dict[str, RuleInfo]) -> Iterator[str]:
    words = texts(language())
    for code in _codes(infos):
        info = infos.get(code)
        severity = words.get("severity", info.severity) if info else say("refusal")
        yield f"{code}  {severity:<11}  {words.get(code, 'title')}"


def _explained(code: str, info: RuleInfo | None) -> Iterator[str]:
    words = texts(language())
    if info is None:
        yield f"{code}  {words.get(code, 'title')}"
        yield _wrapped(words.entries[code]["message"])
        return
    yield f"{code}  {info.name}  ({words.get('severity', info.severity)})\n{words.get(code, 'title')}"
    for part in ("why", "do", "source"):
        yield _wrapped(f"{say(f'rule_{part}')}: {words.get(code, part)}")
    yield f"{say('rule_bad')}:\n{info.bad.strip(BLANK_LINES)}"
    yield f"{say('rule_good')}:\n{info.good.strip(BLANK_LINES)}"


def _wrapped(text: str) -> str:
    return wrap_text(text, width=WIDTH)
