"""The items of the review: each cause with the findings that it explains, then what no cause explains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from syditval.annotation.review import Answer, Review, amounts, items, written_id
from syditval.annotation.review_blocks import SECTION, head_row, head_texts, remark
from syditval.annotation.review_columns import WIDTHS
from syditval.annotation.review_entries import (
    CENTRED,
    PLAIN,
    STRONG,
    Entry,
    Row,
    amount,
    difference,
    place,
    ruled,
    tinted,
)
from syditval.messages import Texts
from syditval.messages.standing import standing_word
from syditval.model.cause import Cause, Change, NotLocalised, Slip
from syditval.model.finding import Finding
from syditval.model.report import Report
from syditval.model.rule import Severity

# An item by its id, and the findings that stand below it. What was not localised is no item and has no id.
_Block = tuple[str, Cause | NotLocalised | Finding, tuple[Finding, ...]]


def item_rows(report: Report, review: Review, words: Texts) -> Iterator[Row]:
    """The head and the rows of all items, numbered so that sorting by number restores the order."""
    yield head_row(head_texts({column: column for column in WIDTHS}, words))
    blocks = tuple(_blocks(report))
    teller = _Teller(report, review, words)
    for ref, (item, about, findings) in zip(_refs(blocks), blocks, strict=True):
        yield from (ruled(row) for row in teller.rows(ref, item, about, findings))
        for number, finding in zip(_refs(findings), findings, strict=True):
            yield ruled(teller.finding(f"{ref}.{number}", finding))
    if not blocks:
        yield remark("no_findings", words)


def _blocks(report: Report) -> Iterator[_Block]:
    """Every finding once: below the first cause that explains it, else by itself."""
    told: set[str] = set()
    groups: list[tuple[str, Cause | NotLocalised]] = [
        *((name, item) for name, item in items(report).items() if isinstance(item, Cause)),
        *(("", each) for each in report.not_localised),
    ]
    for name, group in groups:
        yield name, group, report.findings_of(each for each in group.explains if each not in told)
        told.update(group.explains)
    for finding in report.unexplained:
        yield finding.id, finding, ()


def _refs(things: tuple[object, ...]) -> Iterator[str]:
    """Numbers from 1, all with as many digits: text is sorted by its characters."""
    width = len(str(len(things)))
    return (f"{number:0{width}}" for number in range(1, len(things) + 1))


@dataclass(frozen=True, slots=True)
class _Teller:
    """Puts items into rows, with what the auditor wrote of them."""

    report: Report
    review: Review
    words: Texts

    def rows(
        self, ref: str, item: str, about: Cause | NotLocalised | Finding, findings: Iterable[Finding]
    ) -> Iterator[Row]:
        if isinstance(about, Finding):
            yield self.finding(ref, about)
        elif isinstance(about, Cause):
            yield from self._cause(ref, item, about)
        else:
            yield self._not_localised(ref, about, findings)

    def finding(self, ref: str, finding: Finding) -> Row:
        """The row of a finding; a cell that had a note of its own got none from us."""
        row = self._answer(finding.id, finding) | {
            "ref": Entry(ref),
            "severity": self._severity(finding.severity, (finding,)),
            "code": Entry(finding.code),
            "cell": place(finding.cell.address)
            if finding.cell
            else Entry(self.words.get("place", "workbook")),
            "concerns": _concerns(finding),
            "message": Entry(self._message(finding)),
            "unit": Entry(finding.unit, CENTRED),
            "rule": Entry(self.words.get(finding.code, "title")),
        }
        if evidence := finding.evidence:
            row["expected"] = amount(evidence.expected)
            row["found"] = amount(evidence.found)
            row["difference"] = difference(evidence.difference)
            row["bound"] = amount(evidence.bound)
        return row

    def _message(self, finding: Finding) -> str:
        is_told = finding.cell is None or finding.cell in self.review.noted
        if is_told or not self.review.marked:
            return finding.told
        return f"{finding.told}\n{self.words.get(SECTION, 'note_kept')}"

    def _cause(self, ref: str, item: str, cause: Cause) -> Iterator[Row]:
        """A row for each cell that is wrong; what is said of the cause as a whole stands in the first."""
        whole = self._answer(item, cause) | {"message": Entry(cause.message)}
        for slip in cause.slips:
            for change in slip.changes:
                yield {
                    "ref": Entry(ref, STRONG),
                    "severity": self._severity(cause.severity, self.report.findings_of(cause.explains)),
                    "code": Entry(self.words.get(SECTION, "cause"), STRONG),
                    "rule": Entry(self._what_happened(cause, slip, change)),
                    **_change(change),
                    **whole,
                }
                whole = {"id": Entry(written_id(item), PLAIN)}

    def _severity(self, severity: Severity, findings: Iterable[Finding]) -> Entry:
        """The word for a severity on its tint; of what does not count, with why, on the mildest."""
        word, why_not = self.words.get("severity", severity.value), standing_word(findings, self.words)
        return tinted(Severity.NOTE, f"{word} ({why_not})") if why_not else tinted(severity, word)

    def _what_happened(self, cause: Cause, slip: Slip, change: Change) -> str:
        how = self.words.get("mechanism", slip.mechanism.name.lower())
        certainty = self.words.get("certainty", cause.certainty.name.lower())
        told = self.words.get(SECTION, "what_happened", how=how, certainty=certainty)
        if change.low == change.high:
            return told
        return f"{told}\n{self.words.get(SECTION, 'fits', low=change.low, high=change.high)}"

    def _not_localised(self, ref: str, item: NotLocalised, findings: Iterable[Finding]) -> Row:
        """What could not be localised stands at the first of its findings, which take the answers."""
        first = min(findings, key=lambda finding: finding.severity.rank)
        return {
            "ref": Entry(ref, STRONG),
            "severity": self._severity(first.severity, findings),
            "cell": place(first.cell.address if first.cell else ""),
            "message": Entry(item.message),
            "rule": Entry(self.words.get(SECTION, "not_localised")),
        }

    def _answer(self, item: str, about: Cause | Finding) -> Row:
        answer = self.review.carried.answers.get(item, Answer())
        return {
            "status": Entry(self.words.get(SECTION, f"status_{answer.status}"), CENTRED),
            "comment": Entry(answer.comment),
            "signature": Entry(answer.signature),
            "earlier": Entry(answer.remark),
            "id": Entry(written_id(item), PLAIN),
            "amounts": Entry(amounts(about), PLAIN),
        }


def _change(change: Change) -> Row:
    row = {
        "cell": place(change.cell.address),
        "concerns": _concerns(change),
        "expected": amount(change.suggested),
        "found": amount(change.found),
        "unit": Entry(change.unit, CENTRED),
    }
    if change.found is not None and change.suggested is not None:
        row["difference"] = difference(change.found - change.suggested)
    return row


def _concerns(about: Finding | Change) -> Entry:
    """Row and column, each on one line whatever the workbook made of its headings."""
    labels = (" ".join(label.split()) for label in (about.row_label, about.column_label))
    return Entry(", ".join(label for label in labels if label))
