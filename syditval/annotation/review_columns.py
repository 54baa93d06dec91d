"""The columns of the review sheet, and where a program finds what only programs read."""

from __future__ import annotations

from syditval.model.cells import column_letters

# Every block keeps to these columns, named by what an item has there, each with its least width.
WIDTHS = {
    **{"ref": 5, "severity": 11, "code": 7, "cell": 12, "concerns": 20, "message": 46},
    **{"expected": 10, "found": 10, "difference": 10, "bound": 11, "unit": 7, "rule": 23},
    **{"status": 10, "comment": 24, "signature": 10, "earlier": 12},
}
# Hidden, but sorted along with the items: an item's id as written, and its amounts as they were reviewed.
HIDDEN = ("id", "amounts")
# Hidden and apart from the items: the marker in the first row, and below it the record in pieces.
RECORD = "record"

COLUMNS = (*WIDTHS, *HIDDEN, RECORD)
NUMBERS = {name: number for number, name in enumerate(COLUMNS, start=1)}
LETTERS = {name: column_letters(number) for name, number in NUMBERS.items()}

# By this a sheet is known to be a review, and by its number how to read it.
MARKER = "syditval review 1"
# The row of the head of the items.
HEAD = 4

# The heads of the hidden columns, the same in every language: by them a review is read back.
HIDDEN_HEADS = {"id": "syditval id", "amounts": "syditval amounts"}
# Rows with one id are one item: of a cause with several cells, each row has the id and the first one the
# amounts. In the column of amounts stand besides: SETTLED for an item of the settled block; CONTINUED
# and a number from 1 where the texts of the row above go on; OURS in every other row below the head:
# titles, heads, what was not localised, and the other blocks, which hold nothing but heads in the columns
# status, comment, signature and earlier. A row with neither id nor amounts was typed by the auditor.
SETTLED = "settled"
CONTINUED = "continued"
OURS = "syditval"
