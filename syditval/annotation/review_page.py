"""What the review sheet says, block by block; how it is written into a sheet part is not its matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest

from syditval.annotation.review import Review, Status, items, written_id
from syditval.annotation.review_blocks import SECTION
from syditval.annotation.review_columns import CONTINUED, HEAD, HIDDEN_HEADS, MARKER, NUMBERS, OURS, RECORD
from syditval.annotation.review_entries import PLAIN, TITLE, Entry, Row, ruled, unlinked
from syditval.annotation.review_gaps import gap_rows
from syditval.annotation.review_items import item_rows
from syditval.annotation.review_legend import legend_rows
from syditval.annotation.review_provenance import counted, provenance_rows
from syditval.annotation.review_settled import settled_rows
from syditval.annotation.review_tables import check_rows, table_rows
from syditval.messages import Texts
from syditval.model.cells import Area, column_letters, quoted_sheet
from syditval.model.report import Report
from syditval.patching.markup import pieces, visible


@dataclass(frozen=True, slots=True)
class Page:
    """The rows of the sheet and what a spreadsheet program has to know about them.

    ``area`` is that of the items with their head, None where there are none. ``rows_of`` gives the row of
    each item by its id, ``statuses`` the words to choose a status from.
    """

    rows: tuple[Row, ...]
    area: Area | None
    rows_of: Mapping[str, int]
    statuses: tuple[str, ...]

    def names(self, sheet: str) -> dict[str, str]:
        """The defined names of a sheet with this page: the rows to filter, the head of each printed page."""
        sheet = quoted_sheet(sheet)
        names = {"_xlnm.Print_Titles": f"{sheet}!${HEAD}:${HEAD}"}
        if self.area:
            left, right = column_letters(self.area.left), column_letters(self.area.right)
            place = f"{sheet}!${left}${self.area.top}:${right}${self.area.bottom}"
            names["_xlnm._FilterDatabase"] = place
        return names


def review_page(report: Report, review: Review, words: Texts) -> Page:
    """The page for a report and everything that goes with it."""
    listed = [fitted for row in item_rows(report, review, words) for fitted in _fitted(row)]
    below = [fitted for row in _below(report, review, words) for fitted in _fitted(row)]
    listed[0] |= {column: Entry(text, PLAIN) for column, text in HIDDEN_HEADS.items()}
    rows = [*_top(report, review, words), listed[0], *map(_owned, (*listed[1:], *below))]
    if review.alone:
        rows = [unlinked(row) for row in rows]
    bottom = HEAD - 1 + len(listed)
    return Page(
        tuple(_with_record(rows, review.record)),
        Area(HEAD, 1, bottom, NUMBERS["amounts"]) if report.findings else None,
        _rows_of(report, rows[:bottom]),
        tuple(words.get(SECTION, f"status_{status}") for status in Status),
    )


def _top(report: Report, review: Review, words: Texts) -> Iterator[Row]:
    """What stands above the items: the title, the result, and what was done to the workbook."""
    file, coverage = report.inputs[0], report.coverage()
    numbers = {"cause": len(report.causes)} if report.causes else {}
    numbers |= {severity.value: number for severity, number in report.severities().items()}
    apart = {"immaterial": len(report.immaterial), "waived": len(report.waived)}
    numbers |= {thing: number for thing, number in apart.items() if number}
    result = ", ".join(counted(thing, number, words) for thing, number in numbers.items())
    covered = {"figures": Decimal(coverage.figures), "covered": Decimal(coverage.covered)}
    done = "copy_unmarked" if not review.marked else "copy_ticked" if review.ticks else "copy_marked"
    yield {"ref": Entry(visible(words.get(SECTION, "title", file=file.name)), TITLE)}
    yield {"ref": Entry(words.get(SECTION, "result", result=result, **covered), PLAIN)}
    told = review.alone or words.get(SECTION, done)
    yield {"ref": Entry(f"{visible(told)} {words.get(SECTION, 'usage')}", PLAIN)}


def _below(report: Report, review: Review, words: Texts) -> Iterator[Row]:
    yield from settled_rows(review.carried, words)
    yield from table_rows(report, words)
    yield from check_rows(report, words)
    yield from gap_rows(report, words)
    yield from provenance_rows(report, review, words)
    yield from legend_rows(review, words)


def _fitted(row: Row) -> Iterator[Row]:
    """A row with its texts as cells can hold them; one that is too long goes on in the rows below."""
    texts = {column: pieces(str(entry.value)) for column, entry in row.items() if _is_text(entry)}
    yield row | {column: replace(row[column], value=parts[0]) for column, parts in texts.items()}
    for number in range(1, max(map(len, texts.values()), default=1)):
        more = {column: Entry(parts[number]) for column, parts in texts.items() if number < len(parts)}
        if "id" in row:
            more |= {"ref": row["ref"], "id": row["id"], "amounts": Entry(f"{CONTINUED} {number}", PLAIN)}
        yield ruled(more)


def _is_text(entry: Entry) -> bool:
    return isinstance(entry.value, str) and entry.value != ""


def _owned(row: Row) -> Row:
    """A row that is known as ours, so that it can be told from what the auditor added."""
    return row | {"amounts": Entry(OURS, PLAIN)} if row and "id" not in row else row


def _rows_of(report: Report, rows: Iterable[Row]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for number, row in enumerate(rows, start=1):
        if "id" in row:
            # The first row of an item comes before those where its texts go on.
            numbers.setdefault(str(row["id"].value), number)
    return {item: numbers[written_id(item)] for item in items(report)}


def _with_record(rows: Iterable[Row], record: str) -> Iterator[Row]:
    """The rows with the marker in the first and the pieces of the record from the second on."""
    texts = (MARKER, *pieces(record)) if record else (MARKER,)
    for row, text in zip_longest(rows, texts):
        yield (row or {}) | ({RECORD: Entry(text, PLAIN)} if text else {})
