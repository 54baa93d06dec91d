"""H201 to H212: what reading noticed of a workbook besides its cells, each kind of it as one finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from syditval.checks.places import as_stated
from syditval.checks.sound_table import SOUND_TABLE
from syditval.messages.brevity import excerpt, first_few
from syditval.model.finding import Finding
from syditval.model.kind import TableKind
from syditval.model.rule import RuleInfo, Severity
from syditval.model.trait import Trait, TraitKind

# The place of what is noticed of a workbook as a whole.
WORKBOOK = "workbook"
WARNING, NOTE = Severity.WARNING, Severity.NOTE

# Kind, code, name and severity, and for the example where such a thing stands.
_RULES = (
    (TraitKind.EXTERNAL_LINK, "H201", "link-to-another-workbook", WARNING, "xl/externalLinks/link1.xml"),
    (TraitKind.DDE_LINK, "H202", "link-to-another-program", WARNING, "xl/externalLinks/link1.xml"),
    (TraitKind.MACROS, "H203", "macros-in-workbook", WARNING, "xl/vbaProject.bin"),
    (TraitKind.DATA_CONNECTION, "H204", "data-connection", WARNING, "xl/connections.xml"),
    (TraitKind.EMBEDDED_OBJECT, "H205", "embedded-object", WARNING, "xl/embeddings/oleObject1.bin"),
    (TraitKind.SIGNATURE, "H206", "digital-signature", WARNING, "_xmlsignatures/origin.sigs"),
    (TraitKind.SENSITIVITY_LABEL, "H207", "sensitivity-label", NOTE, "docMetadata/LabelInfo.xml"),
    (TraitKind.BROKEN_DECORATION, "H208", "broken-decoration", WARNING, "xl/styles.xml"),
    (TraitKind.UNKNOWN_FORMATS, "H209", "unknown-number-formats", WARNING, "xl/styles.xml"),
    (TraitKind.IRREGULAR_PARTS, "H210", "irregular-part-names", WARNING, r"xl\workbook.xml"),
    (TraitKind.VALUES_ONLY, "H211", "values-without-formulas", WARNING, ""),
    (TraitKind.MOJIBAKE, "H212", "garbled-text", WARNING, "Sheet1!A3 -> LÃ¶ner"),
)
TRAIT_RULES = {
    kind: RuleInfo(code, name, severity, f"! {kind.value} {where}".rstrip() + SOUND_TABLE, SOUND_TABLE)
    for kind, code, name, severity, where in _RULES
}


def trait_findings(traits: Iterable[Trait], kinds: Sequence[TableKind] = ()) -> Iterator[Finding]:
    """One finding for each kind of trait, with where the first of them were noticed."""
    by_kind: dict[TraitKind, list[Trait]] = {}
    for trait in traits:
        by_kind.setdefault(trait.kind, []).append(trait)
    for kind, found in by_kind.items():
        yield _finding(as_stated(TRAIT_RULES[kind], kinds), found)


def _finding(rule: RuleInfo, traits: list[Trait]) -> Finding:
    places = list(dict.fromkeys(_place(trait) for trait in traits if trait.where))
    return Finding(
        id=rule.code,
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        table="",
        cell=None,
        fields={"places": first_few(places), "remark": "noticed_at" if places else ""},
        place=WORKBOOK,
    )


def _place(trait: Trait) -> str:
    """Where it stands and what stands there: ``xl/externalLinks/externalLink1.xml (budget2023.xlsx)``."""
    # Of broken decoration the detail is what a library complains of, which is no text for a reader.
    is_readable = trait.detail and trait.kind is not TraitKind.BROKEN_DECORATION
    return f"{trait.where} ({excerpt(trait.detail)})" if is_readable else trait.where
