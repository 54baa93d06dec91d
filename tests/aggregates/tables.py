"""Tables written as text, and what is found in them as short lines.

Rows go by their number, columns by their letter:

    6 = 3 + 4 + 5 (3 of 3)                      a sum down every column that has a figure there
    D = B - C (3 of 4, not in 6)                a difference along rows; that of row 6 is another
    E = C in % of B (4 of 4)                    a ratio in per cent; C / B as a plain quotient
    E = average of B, C, D (4 of 4)
    D = change in % from B to C (4 of 4)        a relative change; change as quotient from B to C
    D = growth in % by B to C (4 of 4)          B over what C was without it
    6 should be 3 + 4 + 5 (0 of 2, not in B C)  nothing but its name says that it is a total
    ... not in C, blank in C                    a part has no figure there
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from string import ascii_lowercase

from syditval.aggregates import Aggregate, Axis, Lattice, find_aggregates
from syditval.aggregates.candidate import Candidate
from syditval.aggregates.face import Face, faces
from syditval.model.cells import column_letters
from syditval.model.relation import Form
from syditval.recognition.regions import number_sheets
from tests.text_tables import workbook


def lattice(text: str) -> Lattice:
    """The figures of the only sheet of a text."""
    (sheet,) = number_sheets(workbook(text))
    return sheet.lattice


def down(text: str) -> Face:
    """A text seen along its columns: its lines are rows."""
    return faces(lattice(text))[0]


def along(text: str) -> Face:
    """A text seen along its rows: its lines are columns."""
    return faces(lattice(text))[1]


def found(text: str) -> list[str]:
    """What the figures of a text are made of, in lines."""
    return [line(each) for each in find_aggregates(lattice(text))]


def line(found: Aggregate) -> str:
    """An aggregate in one line."""
    target = _name(found.axis, found.target)
    said = "should be" if found.is_suspected else "="
    return f"{target} {said} {_made(found)} ({_where(found)})"


def sums_of(face: Face, found: Iterable[Candidate]) -> list[str]:
    """Possible sums of a face in lines, without where they hold."""
    return [
        f"{_name(face.axis, face.places[each.target])} = {_added(face.axis, _placed(face, each))}"
        for each in found
    ]


def places(face: Face, lines: Sequence[int]) -> str:
    """Lines of a face as they are called in its sheet."""
    return " ".join(_name(face.axis, face.places[each]) for each in lines)


def _placed(face: Face, found: Candidate) -> list[tuple[int, int]]:
    return [(weight, face.places[part]) for part, weight in found.weighted]


def _made(found: Aggregate) -> str:
    parts = [_name(found.axis, part) for part in found.parts]
    ordered = [_name(found.axis, part) for part in sorted(found.parts)]
    scale = "in %" if found.per_cent else "as quotient"
    match found.form:
        case Form.SUM | Form.DIFFERENCE:
            return _added(found.axis, found.terms)
        case Form.AVERAGE:
            return "average of " + ", ".join(ordered)
        case Form.RATIO:
            return f"{parts[0]} in % of {parts[1]}" if found.per_cent else f"{parts[0]} / {parts[1]}"
        case Form.RELATIVE_CHANGE:
            return f"change {scale} from {parts[1]} to {parts[0]}"
        case Form.GROWTH:
            return f"growth {scale} by {parts[0]} to {parts[1]}"


def _added(axis: Axis, terms: Sequence[tuple[int, int]]) -> str:
    ordered = sorted(terms, key=lambda term: (-term[0], term[1]))
    signed = "".join(f" {'-' if weight < 0 else '+'} {_name(axis, part)}" for weight, part in ordered)
    return signed.removeprefix(" + ").removeprefix(" ")


def _where(found: Aggregate) -> str:
    across = Axis.ROW if found.axis is Axis.COLUMN else Axis.COLUMN
    counts = f"{len(found.holds)} of {len(found.holds) + len(found.fails)}"
    fails = " ".join(_name(across, crossing) for crossing in found.fails)
    blanks = " ".join(_name(across, crossing) for crossing in found.doubtful)
    return counts + (f", not in {fails}" if fails else "") + (f", blank in {blanks}" if blanks else "")


def _name(axis: Axis, place: int) -> str:
    return str(place) if axis is Axis.COLUMN else column_letters(place)


def written(rows: Mapping[str, Sequence[int]]) -> str:
    """A text of rows of whole numbers, by their names, under columns that are called nothing much."""
    columns = max(map(len, rows.values()))
    heading = " | ".join(["", *(f"Kolumn {letter}" for letter in ascii_lowercase[:columns])])
    lines = (" | ".join([name, *map(str, figures)]) for name, figures in rows.items())
    return "\n".join([heading, *lines])
