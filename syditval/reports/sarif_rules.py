"""The rules that a SARIF log speaks of, explained from the catalogue."""

from __future__ import annotations

from typing import Any

from syditval.messages import Texts
from syditval.model.report import Report
from syditval.reports.markdown_text import escaped
from syditval.reports.sarif_parts import message

# What the help of a rule has to say, each with the name of its heading.
HELP = {"why": "rule_why", "do": "rule_do", "source": "rule_source"}


def codes_told(report: Report) -> list[str]:
    """The codes of all findings, and of the rules that could not be applied somewhere, in their order."""
    codes = {finding.code for finding in report.findings} | {gap.code for gap in report.not_checked}
    return sorted(codes - {""})


def rule(code: str, report: Report, words: Texts) -> dict[str, Any]:
    """One rule; its name and its level are those of its findings, of which the worst counts."""
    findings = [finding for finding in report.findings if finding.code == code]
    title = words.get(code, "title")
    stated: dict[str, Any] = {"id": code}
    if findings:
        worst = min((finding.severity for finding in findings), key=lambda severity: severity.rank)
        # Names are set as SARIF has them: TotalDiffersFromItsLines.
        name = findings[0].name.title().replace("-", "")
        stated |= {"name": name, "defaultConfiguration": {"level": worst.value}}
    return {
        **stated,
        "shortDescription": message(title),
        "fullDescription": message(words.get(code, "finds") if words.has(code, "finds") else title),
        "help": _help(code, words),
    }


def _help(code: str, words: Texts) -> dict[str, str]:
    parts = [
        (words.get("cli", heading), words.get(code, part))
        for part, heading in HELP.items()
        if words.has(code, part)
    ]
    markdown = "\n\n".join(f"**{escaped(heading)}**\n\n{escaped(text)}" for heading, text in parts)
    return message(*(f"{heading}: {text}" for heading, text in parts)) | {"markdown": markdown}
