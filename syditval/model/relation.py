"""The central idea: a relation between cells, and the verdict on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from syditval.model.amounts import Figure
from syditval.model.cells import CellRef


class Form(StrEnum):
    """What the target of a relation is of its terms."""

    SUM = "sum"
    DIFFERENCE = "difference"
    RATIO = "ratio"
    AVERAGE = "average"
    RELATIVE_CHANGE = "relative change"
    GROWTH = "growth"
    AT_LEAST = "at least"


# What is made of two figures, the first over the second.
OF_TWO = (Form.RATIO, Form.RELATIVE_CHANGE, Form.GROWTH)


class Verdict(StrEnum):
    """What arithmetic says of a relation when every figure may be rounded."""

    EXACT = "exact"
    ROUNDING = "rounding"
    IMPLAUSIBLE = "implausible"
    INCONSISTENT = "inconsistent"
    NOT_CHECKED = "not checked"


# The verdicts on a relation that fails: rounding does not explain it, or not credibly.
FAILS = (Verdict.IMPLAUSIBLE, Verdict.INCONSISTENT)


class Reason(StrEnum):
    """Why a relation, a column, a table or a sheet could not be checked."""

    UNREADABLE = "unreadable amount"
    OTHER_UNIT = "amount in another unit"
    ERROR_VALUE = "error value"
    NOT_CALCULATED = "no cached value"
    ZERO_DENOMINATOR = "zero denominator"
    NO_TOTAL_GIVEN = "no total given"
    NO_TOTAL_ROW = "no total row"
    NO_FIGURES = "no figures"
    UNDETERMINED = "formula not determined"
    MISSING_COLUMN = "column missing"
    OUTSIDE_TABLES = "outside every table"
    NO_RELATION = "no relation"
    TOTAL_OF_NOTHING = "total that nothing adds up to"
    UNNAMED_COLUMN = "column not named by the kind"
    COULD_NOT_RUN = "rule could not run"
    EMPTY_SHEET = "empty sheet"
    NO_NUMBERS = "sheet without numbers"
    NOT_A_WORKSHEET = "not a worksheet"
    NOT_EVALUATED = "formula not evaluated"
    NO_LIBREOFFICE = "recalculation not run: LibreOffice not installed"
    RECALCULATION_OVERDUE = "recalculation not run: out of time"
    RECALCULATION_FAILED = "recalculation not run: LibreOffice failed"
    RECALCULATION_REFUSED = "recalculation not run: no Excel workbook without a password"
    NOT_COMPARABLE = "recalculated value not comparable"
    NO_LAST_MONTH = "no earlier month of the year"
    NOT_EARLIER = "not an earlier month"
    NO_PRIOR_YEAR = "year before not known"
    TABLE_NEW = "no such table in the earlier month"
    TABLE_GONE = "no such table in this month"
    COLUMN_NOT_COMPARED = "column of one month alone"
    LINE_NOT_COMPARED = "line of this month alone"
    NO_LINE_IN_COMMON = "no line in common with the earlier month"
    UNIT_NOT_COMPARED = "unit of the earlier month not known"
    SIGN_NOT_COMPARED = "signs of the earlier month mean something else"


# What is said of sheets that hold nothing to check; no figure is left out because of it.
NOTHING_TO_CHECK = frozenset({Reason.EMPTY_SHEET, Reason.NO_NUMBERS, Reason.NOT_A_WORKSHEET})


@dataclass(frozen=True, slots=True)
class Term:
    """One addend of a relation, with its weight (+1 or -1 in a sum or difference)."""

    weight: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why a relation that nobody declared is believed.

    It is one of a pattern: the same lines, at ``tried`` crossings, of which ``agreeing`` hold and
    ``witnesses`` are independent of one another. Chance alone would bring about a pattern that
    agrees so well less than once in 10 to the power of ``against_chance``, all that the search tried
    taken into account. ``found`` says by which search; ``named`` whether the target's name has a word
    for what it is, and ``stressed`` whether its print sets it apart.
    """

    found: str
    agreeing: int
    tried: int
    witnesses: int
    against_chance: int
    named: bool = False
    stressed: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """``target`` should be what ``form`` makes of ``terms``.

    sum and difference: the weighted sum of the terms. average: their sum over their number. ratio:
    the first term over the second; relative change: by how much the first differs from the second,
    over the second; growth: the first over what the second was without it (an increase of 10 to 110
    is 10 %). These three are in per cent, or quotients where ``per_cent`` is false. at least: the target is
    on the same side of zero as its one term, and no nearer to zero; it fails where it falls short of that.

    ``formula_backed`` says that the target is a live formula over these very cells, so that agreement
    proves the cached value, not that anybody typed the right figure. ``on_total`` says that the target
    stands on a total row. ``grounds`` are given for relations that were inferred from the figures,
    and such a relation is ``doubtful`` where a part is blank that has figures in other columns.
    """

    rule: str
    form: Form
    table: str
    target: Figure
    terms: tuple[Term, ...]
    formula_backed: bool = False
    on_total: bool = False
    per_cent: bool = True
    grounds: Grounds | None = None
    doubtful: bool = False

    @classmethod
    def difference(
        cls, rule: str, table: str, target: Figure, minuend: Figure, subtrahend: Figure
    ) -> Relation:
        """``target`` should be ``minuend - subtrahend``."""
        return cls(rule, Form.DIFFERENCE, table, target, (Term(1, minuend), Term(-1, subtrahend)))

    @classmethod
    def ratio(cls, rule: str, table: str, target: Figure, part: Figure, whole: Figure) -> Relation:
        """``target`` should be ``part`` in per cent of ``whole``."""
        return cls(rule, Form.RATIO, table, target, (Term(1, part), Term(1, whole)))

    @property
    def is_down(self) -> bool:
        """Whether the relation runs down a column; else it runs along a row."""
        return not self.is_across and all(
            term.figure.cell.column == self.target.cell.column for term in self.terms
        )

    @property
    def is_across(self) -> bool:
        """Whether a part of it stands in another workbook."""
        return any(term.figure.cell.source for term in self.terms)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The target and all terms."""
        return (self.target, *(term.figure for term in self.terms))

    @property
    def cells(self) -> frozenset[CellRef]:
        """The cells of all figures."""
        return frozenset(figure.cell for figure in self.figures)

    def mapped(self, change: Callable[[Figure], Figure]) -> Relation:
        """The relation with every figure changed."""
        terms = tuple(Term(term.weight, change(term.figure)) for term in self.terms)
        return replace(self, target=change(self.target), terms=terms)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The figures behind a verdict, in the table's unit (per cent for a ratio).

    ``difference`` is found - expected; of what has to be at least so much, by how much it falls short, 0
    where it does not. ``bound`` is the most that rounding can explain (T), ``credible`` the most it can
    explain credibly (t). ``low`` and ``high`` are the ends of the values the terms allow. ``chance`` is the
    exact probability of a gap this large from rounding alone, None where it is not known. ``shown`` is the
    verdict on the figures as displayed, given only where it differs from that on the stored ones.
    """

    expected: Decimal
    low: Decimal
    high: Decimal
    found: Decimal
    difference: Decimal
    bound: Decimal
    credible: Decimal
    terms: int
    chance: Decimal | None = None
    shown: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A relation with its verdict: evidence where it was checked, the reason where it was not."""

    relation: Relation
    verdict: Verdict
    evidence: Evidence | None = None
    reason: Reason | None = None
