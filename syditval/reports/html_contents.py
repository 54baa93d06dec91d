"""The sections of the page in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from syditval.messages import Texts
from syditval.model.report import Report


class Section(NamedTuple):
    """A section: its name, which its anchor and its block in the template have too, heading and length."""

    name: str
    heading: str
    items: int | None


def contents(report: Report, words: Texts) -> Iterator[Section]:
    """The result, what is wrong, what was accepted, what cannot be told, and what it all rests on."""
    if report.judgements or not (report.is_inferred and report.tables):
        yield Section("summary", words.get("terminal", "summary"), None)
    yield from _what_is_wrong(report, words)
    if report.waived:
        yield Section("waived", words.get("page", "waived"), len(report.waived))
    yield Section("not_checked", words.get("terminal", "not_checked"), len(report.not_checked))
    if report.unguarded:
        yield Section("unguarded", words.get("terminal", "unguarded"), len(report.unguarded))
    if report.tables:
        yield _tables(report, words)
    if codes(report, words):
        yield Section("rules", words.get("page", "rules"), None)
    yield Section("provenance", words.get("page", "provenance"), None)


def codes(report: Report, words: Texts) -> list[str]:
    """The codes of all findings that the catalogue can explain."""
    return sorted({each.code for each in report.findings if words.has(each.code, "title")})


def _what_is_wrong(report: Report, words: Texts) -> Iterator[Section]:
    if report.causes:
        yield Section("causes", words.get("terminal", "causes"), len(report.causes))
    if report.not_localised:
        yield Section("not_localised", words.get("terminal", "not_localised"), len(report.not_localised))
    others = [finding for finding in report.unexplained if not finding.is_waived]
    if others or (report.tables and not report.findings):
        heading = "findings" if len(report.unexplained) == len(report.findings) else "other_findings"
        yield Section("findings", words.get("page", heading), len(others))


def _tables(report: Report, words: Texts) -> Section:
    if report.is_inferred:
        return Section("regions", words.get("sums", "regions"), None)
    return Section("tables", words.get("terminal", "tables"), len(report.tables))
