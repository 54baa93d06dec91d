"""``syditval rules``: every rule and refusal by code, or one of them in full."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from syditval.cli import options
from syditval.cli.words import language, say
from syditval.messages import texts
from syditval.model.exit_codes import EXIT_CLEAN

if TYPE_CHECKING:
    from syditval.model.rule import RuleInfo


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
    click.echo(_explained(wanted, infos.get(wanted)))
    return EXIT_CLEAN


def _codes(infos: dict[str, RuleInfo]) -> list[str]:
    """The codes of rules and of refusals to read."""
    refusals = [code for code in texts(language()).entries if code[0] in "RA" and code[1:].isdigit()]
    return sorted({*infos, *refusals})


def _listed(infos: dict[str, RuleInfo]) -> Iterator[str]:
    words = texts(language())
    for code in _codes(infos):
        info = infos.get(code)
        severity = words.get("severity", info.severity) if info else say("refusal")
        yield f"{code}  {severity:<11}  {words.get(code, 'title')}"


def _explained(code: str, info: RuleInfo | None) -> str:
    words = texts(language())
    if info is None:
        lines = [f"{code}  {words.get(code, 'title')}", "", words.entries[code]["message"]]
        return "\n".join(lines)
    return "\n".join(
        [
            f"{code}  {info.name}  ({words.get('severity', info.severity)})",
            words.get(code, "title"),
            "",
            f"{say('rule_why')}: {words.get(code, 'why')}",
            f"{say('rule_do')}: {words.get(code, 'do')}",
            f"{say('rule_source')}: {info.source}",
            "",
            f"{say('rule_bad')}:",
            info.bad.strip("\n"),
            "",
            f"{say('rule_good')}:",
            info.good.strip("\n"),
        ]
    )
