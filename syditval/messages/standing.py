"""What is said of a finding that somebody has accepted, or that is too small to matter."""

from __future__ import annotations

from collections.abc import Iterable

from syditval.messages.amounts import GROUP, written
from syditval.messages.catalogue import Texts
from syditval.messages.visible import visible
from syditval.model.finding import Finding
from syditval.model.threshold import Threshold
from syditval.model.waiver import Waived


def standing_sentence(finding: Finding, words: Texts) -> str:
    """Its waiver with reason, name, cap and last day, or that it is below materiality; else nothing."""
    parts = [_waiver_sentence(finding.waived, finding.unit, words)] if finding.waived else []
    if not finding.is_material and not finding.is_waived:
        parts.append(words.get("standing", "immaterial"))
    return " ".join(parts)


def standing_word(findings: Iterable[Finding], words: Texts) -> str:
    """Why none of some findings counts, in a word or two; nothing where one of them does."""
    found = list(findings)
    if not found or any(finding.is_pressing for finding in found):
        return ""
    is_waived = all(finding.is_waived for finding in found)
    return words.get("standing", "waived_short" if is_waived else "immaterial_short")


def threshold_written(threshold: Threshold, unit: str = "") -> str:
    """An amount with its unit, or with ``unit`` where it has none."""
    return f"{written(threshold.amount)}{GROUP}{threshold.unit or unit}".strip(f" {GROUP}")


def _waiver_sentence(waived: Waived, unit: str, words: Texts) -> str:
    waiver = waived.waiver
    optional = {
        "who": visible(waiver.who),
        "until": waiver.until.isoformat() if waiver.until else "",
        "at_most": threshold_written(waiver.at_most, unit) if waiver.at_most else "",
    }
    parts = {
        name: words.get("standing", name, value=value) if value else "" for name, value in optional.items()
    }
    return words.get("standing", waived.waiving.name.lower(), reason=_closed(visible(waiver.reason)), **parts)


def _closed(sentence: str) -> str:
    """A sentence with its full stop."""
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
