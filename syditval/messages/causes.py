"""The sentences of causes, of what could not be localised and of what nothing guards, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from syditval.messages.addresses import folded, on_sheet
from syditval.messages.amounts import GROUP, written
from syditval.messages.brevity import first_few
from syditval.messages.catalogue import Texts
from syditval.messages.visible import visible
from syditval.model.cause import (
    POLICIES,
    Cause,
    Certainty,
    Change,
    Mechanism,
    NotLocalised,
    Slip,
    Unguarded,
)
from syditval.model.cells import CellRef
from syditval.model.finding import Finding
from syditval.model.report import Report

PER_CENT = "%"

# What is said otherwise than as amounts with a reason in parentheses.
_FORMS = {
    Mechanism.OTHER: "bare",
    Mechanism.TEXT: "bare",
    Mechanism.WHOLE_LINE_MISSING: "missing",
    Mechanism.WHOLE_LINE_REPEATED: "repeated",
    **dict.fromkeys(POLICIES, "habit"),
}


def with_causes_worded(report: Report, words: Texts) -> Report:
    """The report with the sentences of its causes, and of all that speaks of causes, filled in."""
    return replace(
        report,
        causes=tuple(worded_cause(cause, report.failures(cause.table), words) for cause in report.causes),
        not_localised=tuple(
            replace(each, message=not_localised_sentence(each, report.findings_of(each.explains), words))
            for each in report.not_localised
        ),
        unguarded=tuple(
            replace(each, message=unguarded_sentence(each, words, has_months=bool(report.against)))
            for each in report.unguarded
        ),
    )


def worded_cause(cause: Cause, failed: int, words: Texts) -> Cause:
    """A cause with its sentence and those of its slips; ``failed`` checks of its table do."""
    return replace(
        cause,
        message=cause_sentence(cause, failed, words),
        slips=_worded_slips(cause.slips, words),
        alternatives=tuple(_worded_slips(slips, words) for slips in cause.alternatives),
    )


def cause_sentence(cause: Cause, failed: int, words: Texts) -> str:
    """What a cause says, a line for each explanation: the first with what it settles of ``failed`` checks."""
    what = explanation(cause.slips, words)
    if cause.failures:
        form = "settles_only" if failed == 1 else "settles"
        what = words.get("cause", form, what=what, failures=cause.failures, failed=failed)
    column = "_column" if cause.certainty is Certainty.ONE_OF and cause.is_column_only else ""
    lines = [words.get("cause", cause.certainty.name.lower() + column, what=what)]
    lines += [words.get("cause", "or", what=explanation(each, words)) for each in cause.alternatives]
    if cause.others:
        lines.append(words.get("cause", "others", count=Decimal(cause.others)))
    return "\n".join(lines)


def explanation(slips: Sequence[Slip], words: Texts) -> str:
    """What happened, as a clause that begins with an address and has no full stop."""
    first = slips[0].changes[0].cell
    return _joined([_slip_clause(slip, first, words) for slip in slips], words)


def not_localised_sentence(item: NotLocalised, findings: Iterable[Finding], words: Texts) -> str:
    """Why failures could not be traced to a cell, and which checks they are of."""
    checks = [f"{each.code} {visible(each.cell.address)}" for each in findings if each.cell]
    return words.get("obstacle", item.obstacle.name.lower(), checks=first_few(checks))


def unguarded_sentence(item: Unguarded, words: Texts, *, has_months: bool = False) -> str:
    """How many amounts are guarded too little, what that means, and what else would guard them.

    ``has_months`` says that earlier months were compared with already.
    """
    count = len(item.cells)
    amounts = words.get(
        "unguarded", "one" if count == 1 else "many", count=Decimal(count), figures=Decimal(item.figures)
    )
    others = words.get("unguarded", "other_sources" if has_months else "others")
    return words.get("shelter", item.shelter.name.lower(), amounts=amounts, others=others)


def _worded_slips(slips: Iterable[Slip], words: Texts) -> tuple[Slip, ...]:
    return tuple(
        replace(slip, message=words.get("cause", "certain", what=explanation((slip,), words)))
        for slip in slips
    )


def _slip_clause(slip: Slip, first: CellRef, words: Texts) -> str:
    """What the amounts should be, and how they came to be wrong; ``first`` is the first cell spoken of."""
    return words.get(
        "slip",
        _FORMS.get(slip.mechanism, "witnessed" if slip.witnesses else "plain"),
        changes=_joined([_change_clause(change, first, words) for change in slip.changes], words),
        places=visible(on_sheet(change.cell for change in slip.changes)),
        how=words.get("mechanism", slip.mechanism.name.lower()),
        witnesses=", ".join(folded(slip.witnesses)),
    )


def _change_clause(change: Change, first: CellRef, words: Texts) -> str:
    """``Drift!C14 should be 4 016, not 4 056``, without the sheet where that was named at ``first``."""
    sign = GROUP + PER_CENT if change.unit == PER_CENT else ""
    low, high = written(change.low) + sign, written(change.high) + sign
    value = low if change.suggested is None else written(change.suggested) + sign
    is_exact = change.low == change.high
    form = "exact" if is_exact else "between" if change.suggested is None else "about"
    is_near = change.cell != first and change.cell.sheet == first.sheet
    cell = change.cell.a1 if is_near else visible(change.cell.address)
    wanted = words.get("change", form, cell=cell, value=value, low=low, high=high)
    if change.found is None:
        return words.get("change", "no_amount", wanted=wanted)
    return words.get("change", "found", wanted=wanted, found=written(change.found) + sign)


def _joined(parts: Sequence[str], words: Texts) -> str:
    *others, last = parts
    return words.get("cause", "and", others=", ".join(others), last=last) if others else last
