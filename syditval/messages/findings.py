"""The sentence of a finding, and of what was not checked, in one language."""

from __future__ import annotations

from syditval.messages.amounts import signed
from syditval.messages.catalogue import Texts
from syditval.model.finding import Finding
from syditval.model.gap import NotChecked
from syditval.model.relation import Verdict

_PARTS = {
    Verdict.INCONSISTENT: "inconsistent",
    Verdict.IMPLAUSIBLE: "implausible",
    Verdict.ROUNDING: "improbable",
}


def finding_sentence(finding: Finding, words: Texts) -> str:
    """What a finding says, made from its typed fields."""
    fields = dict(finding.fields)
    remark = fields.pop("remark", "")
    if finding.evidence is not None:
        fields["difference"] = signed(finding.evidence.difference)
    if remark == "could_not_run":
        return words.get("rule", "could_not_run", code=finding.code, **fields)
    part = _PARTS[finding.verdict] if finding.verdict else "message"
    sentence = words.get(finding.code, part, **fields)
    return f"{sentence} {words.get('rule', str(remark))}" if remark else sentence


def gap_sentence(gap: NotChecked, words: Texts) -> str:
    """What was not checked, and why."""
    return words.get(
        "gap",
        gap.reason.name.lower(),
        cell=gap.cell.address if gap.cell else "",
        table=gap.table,
        code=gap.code,
        subject=gap.subject,
        count=gap.count,
    )
