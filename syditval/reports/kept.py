"""One kept month: what was sent, by whom, what became of it and of its findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Console

from syditval.messages import texts
from syditval.reports.findings_block import write_body, write_head
from syditval.reports.months import told_standing, told_time
from syditval.reports.page import Page
from syditval.reports.table_facts import under
from syditval.reports.wording import labels

if TYPE_CHECKING:
    from syditval.store import Entry, KeptFinding, StatusSet


def render_entry(
    entry: Entry,
    versions: Sequence[Entry],
    findings: Sequence[tuple[KeptFinding, StatusSet | None]],
    language: str,
    console: Console,
) -> None:
    """Write to a console what is kept of an upload, the other versions of its month, and its findings as they
    were told then, each with the status that it was given since.
    """
    page = Page(texts(language), console)
    page.line(page.text(f"{entry.entity} {entry.period}", "bold"))
    page.facts(_facts(entry, versions, page), indent=2)
    page.heading(page.words.get("terminal", "findings"))
    if not findings:
        page.paragraph(page.words.get("terminal", "no_findings"))
    for number, (finding, status) in enumerate(findings):
        if number:
            page.line()
        _write_finding(finding, status, page)


def _facts(entry: Entry, versions: Sequence[Entry], page: Page) -> Iterator[tuple[str, str]]:
    def say(key: str, **fields: object) -> str:
        return page.words.get("months", key, **fields)

    yield say("version_name"), str(entry.version)
    yield say("standing"), told_standing(entry, page)
    yield say("counts"), say("is_current" if entry.is_current else "is_not_current")
    if entry.withdrawal is not None:
        gone = entry.withdrawal
        told = say("withdrawn_because", by=gone.by, at=told_time(gone.at), reason=gone.reason)
        yield say("withdrawal"), told
    yield say("workbook"), say("sized", name=entry.name, bytes=entry.size)
    yield "SHA-256", entry.sha256
    yield say("sent"), say("sent_by", by=entry.by, at=told_time(entry.at), origin=entry.origin)
    if entry.decision:
        yield say("decision"), entry.decision
    yield say("tool"), f"syditval {entry.tool}"
    yield say("kept_until"), entry.kept_until.isoformat()
    others = [f"{each.version}: {told_standing(each, page)}" for each in versions if each != entry]
    yield from under(say("others"), others)


def _write_finding(finding: KeptFinding, status: StatusSet | None, page: Page) -> None:
    place = finding.cell or page.place(None)
    standing = page.name("status", finding.standing) if finding.standing.rank else ""
    write_head(finding.severity, (place, finding.code, standing), page)
    given = ""
    if status is not None:
        word = page.words.get("months", f"status_{status.status.name.lower()}")
        told = page.words.get("months", "status", status=word, by=status.by, at=told_time(status.at))
        given = f"{told}: {status.comment}" if status.comment else told
    texts_below = (labels(finding.row_label, finding.column_label), finding.message, given)
    write_body(filter(None, texts_below), page)
