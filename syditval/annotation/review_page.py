"""What the review sheet says, block by block; how it is written into a sheet part is not its matter."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from decimal import Decimal

from syditval.annotation.review_blocks import SECTION, title
from syditval.annotation.review_causes import cause_rows
from syditval.annotation.review_entries import LABEL, PLAIN, SIGN, TITLE, WIDTHS, Entry, Row, tinted
from syditval.annotation.review_findings import finding_rows, not_checked_rows
from syditval.annotation.review_tables import check_rows, table_rows
from syditval.messages import Texts
from syditval.messages.names import named
from syditval.model.cells import Area, CellRef
from syditval.model.report import Report
from syditval.model.rule import Severity

_LEGEND = {
    "F": "mark_f",
    "V": "mark_v",
    "%": "mark_percent",
    "G": "mark_g",
    "Δ": "mark_change",
    "S": "mark_s",
    "H": "mark_h",
}
_DIGITS_OF_HASH = 12


@dataclass(frozen=True, slots=True)
class Page:
    """The rows of the sheet, and the area of the findings with their head, None where there are none."""

    rows: tuple[Row, ...]
    findings: Area | None


def review_page(report: Report, noted: Set[CellRef], words: Texts) -> Page:
    """The page for a report; ``noted`` are the cells that got a note."""
    before = [*_top(report, words), *table_rows(report, words), *check_rows(report, words)]
    before += [*cause_rows(report, words), *title("findings", words)]
    findings = list(finding_rows(report, noted, words))
    after = [*not_checked_rows(report, words), *_legend(words)]
    first = len(before) + 1
    area = Area(first, 1, first + len(report.findings), len(WIDTHS)) if report.findings else None
    return Page((*before, *findings, *after), area)


def _top(report: Report, words: Texts) -> Iterator[Row]:
    file, coverage = report.inputs[0], report.coverage()
    counts = ", ".join(_count(thing, number, words) for thing, number in file.counts.items())
    covered = {"figures": coverage.figures, "covered": coverage.covered}
    facts = {
        "file": file.name,
        "hash": file.sha256,
        "tool": f"syditval {report.version}",
        "schemas": ", ".join(f"{kind} {digest[:_DIGITS_OF_HASH]}" for kind, digest in report.schemas),
        "read": f"{named('container', file.container, words)}: {counts}",
        "result": ", ".join(_count(worth.value, n, words) for worth, n in report.severities().items()),
        "coverage": words.get(SECTION, "coverage_counts", **covered),
        "copy": words.get(SECTION, "copy_note"),
    }
    yield {"severity": Entry(words.get(SECTION, "title", file=file.name), TITLE)}
    yield {}
    for key, fact in facts.items():
        label = Entry(words.get(SECTION, f"label_{key}"), LABEL)
        yield {"severity": label, "cell": Entry(fact, PLAIN)}


def _count(thing: str, number: int, words: Texts) -> str:
    return words.get("count", f"{thing}_{'one' if number == 1 else 'many'}", n=Decimal(number))


def _legend(words: Texts) -> Iterator[Row]:
    yield from title("legend", words)
    for severity in Severity:
        word = tinted(severity, words.get("severity", severity.value))
        yield {"severity": word, "code": Entry(words.get(SECTION, f"tint_{severity.value}"), PLAIN)}
    for mark, key in _LEGEND.items():
        yield {"severity": Entry(mark, SIGN), "code": Entry(words.get(SECTION, key), PLAIN)}
