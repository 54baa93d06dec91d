"""The pages on rules in Markdown: one for each, with its examples as tables, and a list of them all."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from syditval.checks import rule_infos
from syditval.messages import Texts, texts
from syditval.messages.example import grid, remarks, sheets
from syditval.messages.placeholders import with_placeholders
from syditval.model.cells import CellRef, Sheet, column_letters
from syditval.model.example import Example
from syditval.model.example_text import parse_example
from syditval.model.finding import Finding
from syditval.model.rule import RuleInfo
from syditval.reports.markdown_text import escaped, pipe_table
from syditval.run.example import found_in

LANGUAGE = "en"
PARTS = {"finds": "What it finds", "why": "Why it matters", "do": "What to do"}
SENTENCES = ("message", "inconsistent", "implausible", "improbable")
# The row numbers and the labels stand to the left.
RIGHT_FROM = 2
_CODE = re.compile(r"[A-Z]\d{3}")


def list_page() -> str:
    """Every rule, and every refusal, on one line each."""
    words = texts(LANGUAGE)
    lines = ["# Rules", "", "| code | name | severity | what it finds |", "|---|---|---|---|"]
    for info in rule_infos():
        title = words.get(info.code, "title")
        lines.append(f"| [{info.code}]({info.code}.md) | {info.name} | {info.severity} | {title} |")
    lines += ["", "## What is refused", ""]
    lines += [f"- {family}...: {meaning}" for family, meaning in words.entries["refused"].items()]
    lines += ["", "Each with its example and its real output: [errors](../errors.md).", ""]
    lines += ["| code | what is refused | what it says |", "|---|---|---|"]
    for code, entry in sorted(words.entries.items()):
        if _CODE.fullmatch(code) and "finds" not in entry:
            said = escaped(with_placeholders(entry["message"], words))
            lines.append(f"| {code} | {escaped(entry['title'])} | {said} |")
    return "\n".join(lines) + "\n"


def rule_page(info: RuleInfo) -> str:
    """One rule: what it finds, why it matters, what to do, and its two examples."""
    words = texts(LANGUAGE)
    bad, good = parse_example(info.bad), parse_example(info.good)
    lines = [f"# {info.code}: {words.get(info.code, 'title')}", ""]
    lines += [f"`{info.name}`, {info.severity} unless a kind's schema says otherwise.", ""]
    for part, heading in PARTS.items():
        lines += [f"## {heading}", "", words.get(info.code, part), ""]
    lines += ["## A table where it finds something", ""]
    lines += _example(bad, found_in(bad, info.code, LANGUAGE), words)
    lines += ["## A table where it finds nothing", ""]
    lines += _example(good, (), words)
    lines += ["## What it may say", "", *_sentences(info.code, words), ""]
    lines += ["## Source", "", words.get(info.code, "source"), ""]
    return "\n".join(lines)


def _sentences(code: str, words: Texts) -> Iterator[str]:
    for part in SENTENCES:
        if words.has(code, part):
            yield f"- {escaped(with_placeholders(words.entries[code][part], words))}"


def _example(example: Example, found: Sequence[Finding], words: Texts) -> Iterator[str]:
    culprits = {finding.cell for finding in found if finding.cell}
    for heading, sheet, is_own in sheets(example):
        if heading:
            yield from (f"### {escaped(heading)}", "")
        yield from (_table(sheet, culprits if is_own else (), words), "")
    if said := [escaped(remark) for remark in remarks(example, words)]:
        yield from (" ".join(said), "")
    for finding in found:
        place = f"**{finding.cell.a1}**: " if finding.cell else ""
        yield f"- {place}{escaped(finding.message)}"
    yield from [""] * bool(found)


def _table(sheet: Sheet, culprits: Collection[CellRef], words: Texts) -> str:
    rows = list(grid(sheet))
    heads = ["", *(column_letters(column) for column, _ in enumerate(rows[0], start=1))]
    shown = (
        [
            str(row),
            *(
                _cell(lines, words, is_culprit=sheet.ref(row, column) in culprits)
                for column, lines in enumerate(cells, start=1)
            ),
        ]
        for row, cells in enumerate(rows, start=1)
    )
    return pipe_table(heads, shown, RIGHT_FROM)


def _cell(lines: Sequence[str], words: Texts, *, is_culprit: bool) -> str:
    """A cell's lines below one another, formulas as code, and all in bold where a finding is about them."""
    if is_culprit:
        lines = lines or [words.get("inspection", "blank")]
    written = (f"`{line}`" if line.startswith("=") else escaped(line) for line in lines)
    return "<br>".join(f"**{line}**" if is_culprit else line for line in written)
