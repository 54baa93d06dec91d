"""What is to be said of one table before its figures: place, kind, unit, period, signs, formulas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from syditval.model.cells import column_letters
from syditval.model.table import Basis, Difference, Table
from syditval.reports.wording import Wording

KIND_ITSELF = "kind"


def table_facts(table: Table, wording: Wording) -> Iterator[tuple[str, str]]:
    """Names and facts: the unit and where it was read, the period, the signs, how differences are formed."""
    words = wording.words
    yield words.get("terminal", "unit"), _unit(table, wording)
    yield words.get("terminal", "period"), table.period or words.get("terminal", "no_period")
    yield words.get("terminal", "signs"), wording.name("sign", table.sign)
    yield from under(words.get("terminal", "differences"), _formulas(table, wording))


def under(name: str, facts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Several facts under one name, which stands before the first."""
    for fact in facts:
        yield name, fact
        name = ""


def column_name(table: Table, role: str) -> str:
    """A column's header, with its letter where the header is blank or stands over another column too."""
    column = table.column(role)
    if column is None:
        return role
    letters = column_letters(column.column)
    namesakes = sum(other.header == column.header for other in table.columns)
    if not column.header.strip():
        return letters
    return column.header if namesakes == 1 else f"{column.header} ({letters})"


def _unit(table: Table, wording: Wording) -> str:
    if table.unit_source == KIND_ITSELF:
        return wording.words.get("terminal", "unit_of_kind", unit=table.unit)
    return wording.words.get("terminal", "unit_read", unit=table.unit, source=table.unit_source)


def _formulas(table: Table, wording: Wording) -> Iterator[str]:
    for difference in table.differences:
        yield _formula(table, difference, wording)
    for role in table.undetermined:
        yield wording.words.get("terminal", "undetermined", column=column_name(table, role))


def _formula(table: Table, difference: Difference, wording: Wording) -> str:
    """``Avvikelse = Budget - Årsprognos (11 of 11 lines)``; other bases than the figures are named."""
    target, minuend, subtrahend = (
        column_name(table, role) for role in (difference.target, difference.minuend, difference.subtrahend)
    )
    grounds = []
    if difference.basis is not Basis.FIGURES or not difference.rows:
        grounds.append(wording.name("basis", difference.basis))
    if difference.rows:
        hits, rows = Decimal(difference.hits), Decimal(difference.rows)
        grounds.append(wording.words.get("terminal", "lines_agree", hits=hits, rows=rows))
    return f"{target} = {minuend} - {subtrahend} ({'; '.join(grounds)})"
