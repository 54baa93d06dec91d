"""Two records side by side: what is new, gone and changed, as text or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from decimal import Decimal
from typing import Any, TextIO

from rich.console import Console

from syditval.messages import texts
from syditval.messages.amounts import signed
from syditval.model.record import exact
from syditval.model.rule import Severity
from syditval.records import Change, Comparison, FindingChange, Recorded
from syditval.records.recorded import RecordedFinding
from syditval.reports.findings_block import write_body, write_head
from syditval.reports.heading import HASH_DIGITS
from syditval.reports.page import Page


def render_comparison(comparison: Comparison, language: str, console: Console) -> None:
    """Write to a console what differs, the new findings first, and how much is as it was."""
    page = Page(texts(language), console)
    page.facts(_runs(comparison, page))
    for change, table in comparison.tables:
        page.paragraph(page.words.get("compared", f"table_{change.value}", table=table))
    for change in Change:
        _write_changes(change, [each for each in comparison.findings if each.change is change], page)
    page.heading(page.words.get("terminal", "summary"))
    page.paragraph(_summary(comparison, page))


def write_comparison(comparison: Comparison, stream: TextIO) -> None:
    """Write the same as JSON; amounts are exact strings."""
    json.dump(_as_record(comparison), stream, ensure_ascii=True, indent=2)
    stream.write("\n")


def _runs(comparison: Comparison, page: Page) -> Iterator[tuple[str, str]]:
    words = page.words
    for key, record in (("before", comparison.before), ("after", comparison.after)):
        said = words.get(
            "compared",
            "run",
            name=record.name,
            digest=record.sha256[:HASH_DIGITS],
            version=record.version,
        )
        yield words.get("compared", key), said
        if not record.is_intact:
            yield "", words.get("compared", "broken_seal")


def _write_changes(change: Change, changes: list[FindingChange], page: Page) -> None:
    if not changes:
        return
    page.heading(page.words.get("compared", change.value))
    for number, each in enumerate(changes):
        if number:
            page.line()
        told = each.told
        write_head(Severity(told.severity), (told.cell or page.place(None), told.code), page)
        write_body((*_altered(each, page), told.message), page)


def _altered(change: FindingChange, page: Page) -> Iterator[str]:
    """What is not as it was: ``difference: -40, now -52``."""
    if change.before is None or change.after is None:
        return
    was, is_now = (_aspects(finding, page) for finding in (change.before, change.after))
    for name, value in is_now.items():
        if was[name] != value:
            said = page.words.get("compared", name)
            yield page.words.get("compared", "from_to", name=said, before=was[name], after=value)


def _aspects(finding: RecordedFinding, page: Page) -> dict[str, str]:
    words = page.words
    none = words.get("compared", "none")
    return {
        "severity": words.get("severity", finding.severity),
        "verdict": words.get("verdict", finding.verdict) if finding.verdict else none,
        "difference": none if finding.difference is None else signed(finding.difference),
        "state": words.get("compared", finding.state) if finding.state else none,
        "material": words.get("compared", "above" if finding.is_material else "below"),
    }


def _summary(comparison: Comparison, page: Page) -> str:
    if comparison.is_same:
        return page.words.get("compared", "nothing")
    counts = {
        change.value: Decimal(sum(each.change is change for each in comparison.findings)) for change in Change
    }
    before, after = comparison.before, comparison.after
    return page.words.get(
        "compared",
        "summary",
        unchanged=Decimal(comparison.unchanged),
        covered_before=Decimal(before.covered),
        figures_before=Decimal(before.figures),
        covered_after=Decimal(after.covered),
        figures_after=Decimal(after.figures),
        **counts,
    )


def _as_record(comparison: Comparison) -> dict[str, Any]:
    return {
        "before": _run(comparison.before),
        "after": _run(comparison.after),
        "tables": [{"change": change.value, "table": table} for change, table in comparison.tables],
        "findings": [
            {
                "change": each.change.value,
                "before": _finding(each.before),
                "after": _finding(each.after),
            }
            for each in comparison.findings
        ],
        "unchanged": comparison.unchanged,
    }


def _run(record: Recorded) -> dict[str, Any]:
    return {
        "name": record.name,
        "sha256": record.sha256,
        "version": record.version,
        "sealed": record.is_intact,
        "amounts": record.figures,
        "covered": record.covered,
    }


def _finding(finding: RecordedFinding | None) -> dict[str, Any] | None:
    if finding is None:
        return None
    return {
        key: exact(value) if isinstance(value, Decimal) else value for key, value in asdict(finding).items()
    }
