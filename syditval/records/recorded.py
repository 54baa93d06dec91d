"""What a record says, in a form that can be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from syditval.model.record import SEAL, seal_of
from syditval.model.threshold import Threshold
from syditval.model.waiver import Waiver


@dataclass(frozen=True, slots=True)
class RecordedFinding:
    """One finding: amounts in the unit of its table, None where it has none.

    ``state`` is that of its waiver, empty for a finding without one.
    """

    id: str
    code: str
    place: str
    severity: str
    verdict: str
    cell: str
    expected: Decimal | None
    found: Decimal | None
    difference: Decimal | None
    state: str
    is_material: bool
    message: str

    @property
    def identity(self) -> tuple[str, str]:
        """Code and place: the same from month to month."""
        return self.code, self.place


@dataclass(frozen=True, slots=True)
class Recorded:
    """One record.

    ``relations`` maps rule and target to verdict, expected and found amount, a further one of the same
    rule and target under a number; ``gaps`` are code, place,
    reason and subject of what was not checked; ``digests`` maps what was applied (a workbook, a schema, a
    rule) to its SHA-256. ``is_intact`` says whether the seal fits the rest.
    """

    name: str
    sha256: str
    version: str
    language: str
    is_intact: bool
    options: Mapping[str, str]
    digests: Mapping[tuple[str, str], str]
    waivers: tuple[Waiver, ...]
    tables: Mapping[str, str]
    findings: tuple[RecordedFinding, ...]
    relations: Mapping[str, tuple[str, str | None, str | None]]
    gaps: tuple[tuple[str, str, str, str], ...]
    figures: int
    covered: int


def recorded(record: Mapping[str, Any]) -> Recorded:
    """What a record says. Raises KeyError, TypeError, ValueError or the like for one of another form."""
    (file,) = record["inputs"]
    summary = record["summary"]
    return Recorded(
        name=str(file["name"]),
        sha256=str(file["sha256"]),
        version=str(record["tool"]["version"]),
        language=str(record["language"]),
        is_intact=record[SEAL] == seal_of(record),
        options={str(name): str(value) for name, value in record["options"].items()},
        digests=_digests(record),
        waivers=tuple(_waiver(waiver) for waiver in record["waivers"]),
        tables={table["id"]: str(table["range"]) for table in record["tables"]},
        findings=tuple(_finding(finding) for finding in record["findings"]),
        relations=dict(_relations(record)),
        gaps=tuple(
            (
                gap["code"] or "",
                gap.get("cell", gap.get("table", "")),
                gap["reason"],
                gap["subject"] or "",
            )
            for gap in record["not_checked"]
        ),
        figures=int(summary["amounts"]),
        covered=int(summary["covered"]),
    )


def _relations(record: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, str | None, str | None]]]:
    seen = Counter[str]()
    for each in record["relations"]:
        name = f"{each['rule']} {each['target']}"
        seen[name] += 1
        key = name if seen[name] == 1 else f"{name} ({seen[name]})"
        yield key, (each["verdict"], each["expected"], each["found"])


def _digests(record: Mapping[str, Any]) -> dict[tuple[str, str], str]:
    schemas = {("schema", each["kind"]): each["sha256"] for each in record["schemas"]}
    rules = {("rule", each["code"]): each["sha256"] for each in record["rules"]}
    return schemas | rules


def _finding(finding: Mapping[str, Any]) -> RecordedFinding:
    expected, found, difference = (_amount(finding[key]) for key in ("expected", "found", "difference"))
    return RecordedFinding(
        id=finding["id"],
        code=finding["code"],
        place=finding["place"],
        severity=finding["severity"],
        verdict=finding["verdict"] or "",
        cell=finding["cell"] or "",
        expected=expected,
        found=found,
        difference=difference,
        state=finding["waiver"]["state"] if finding["waiver"] else "",
        is_material=finding["material"],
        message=finding["message"],
    )


def _amount(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _waiver(waiver: Mapping[str, Any]) -> Waiver:
    return Waiver(
        code=waiver["code"],
        place=waiver["place"],
        reason=waiver["reason"],
        at_most=Threshold.parse(waiver["at_most"]) if waiver["at_most"] else None,
        who=waiver["who"] or "",
        until=date.fromisoformat(waiver["until"]) if waiver["until"] else None,
        workbook=waiver["workbook"] or "",
    )
