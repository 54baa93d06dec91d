"""The sentence of a finding, and of what was not checked, in one language."""

from __future__ import annotations

from syditval.messages.amounts import signed
from syditval.messages.catalogue import Texts
from syditval.messages.names import named
from syditval.messages.visible import visible
from syditval.model.finding import Finding
from syditval.model.gap import NotChecked
from syditval.model.relation import Reason, Verdict

_PARTS = {
    Verdict.INCONSISTENT: "inconsistent",
    Verdict.IMPLAUSIBLE: "implausible",
    Verdict.ROUNDING: "improbable",
}


def finding_sentence(finding: Finding, words: Texts) -> str:
    """What a finding says, made from its typed fields; what hides in a text of the workbook shows."""
    fields = {
        name: visible(value) if isinstance(value, str) else value for name, value in finding.fields.items()
    }
    remark = fields.pop("remark", "")
    if finding.evidence is not None:
        fields["difference"] = signed(finding.evidence.difference)
    if remark == "could_not_run":
        return words.get("rule", "could_not_run", code=finding.code, **fields)
    part = _PARTS[finding.verdict] if finding.verdict else "message"
    sentence = words.get(finding.code, part, **fields)
    return f"{sentence} {words.get('rule', str(remark), **fields)}" if remark else sentence


def gap_sentence(gap: NotChecked, words: Texts) -> str:
    """What was not checked, and why."""
    return words.get(
        "gap",
        gap.reason.name.lower(),
        cell=visible(gap.cell.address) if gap.cell else "",
        table=gap.table,
        code=gap.code,
        subject=visible(gap.subject),
        detail=_detail(gap, words),
        count=gap.count,
    )


def _detail(gap: NotChecked, words: Texts) -> str:
    """The type of a sheet, or why a formula was not evaluated, in words."""
    if gap.reason is Reason.NOT_EVALUATED:
        return words.get("not_evaluated", gap.detail, subject=visible(gap.subject))
    return named("sheet_type", gap.detail, words)
