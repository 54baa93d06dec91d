"""What a record says, in a form that can be compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from syditval.messages import texts
from syditval.model.earlier import Against
from syditval.model.period import Period
from syditval.model.record import SEAL, seal_of
from syditval.model.relation import Verdict
from syditval.model.rule import Severity
from syditval.model.threshold import Threshold
from syditval.model.waiver import Waiver, Waiving

T = TypeVar("T")

# No exponent: a few characters of it would be an amount that fills the memory when it is written out.
_AMOUNT = re.compile(r"-?[0-9]+(\.[0-9]+)?")


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

    ``relations`` maps rule and target to verdict, expected and found amount; a further one of the same rule
    and target has a number. ``gaps`` are code, place, subject and reason of what was not checked;
    ``digests`` maps what was applied (a schema, a rule) to its SHA-256. ``is_intact`` says whether the seal
    fits the rest. ``against`` are the earlier months' workbooks, None where the workbook was looked at alone.
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
    relations: Mapping[str, tuple[str, Decimal | None, Decimal | None]]
    gaps: tuple[tuple[str, str, str, str], ...]
    figures: int
    covered: int
    against: tuple[Against, ...] | None = None


def recorded(record: Mapping[str, Any]) -> Recorded:
    """What a record says. Raises LookupError, TypeError, ValueError or the like for one of another form."""
    (file,) = record["inputs"]
    summary = record["summary"]
    return Recorded(
        name=_text(file["name"]),
        sha256=_text(file["sha256"]),
        version=_text(record["tool"]["version"]),
        language=texts(_text(record["language"])).language,
        is_intact=record[SEAL] == seal_of(record),
        options={name: _text(value) for name, value in record["options"].items()},
        digests=_digests(record),
        waivers=tuple(_waiver(waiver) for waiver in record["waivers"]),
        tables={_text(table["id"]): _text(table["range"]) for table in record["tables"]},
        findings=tuple(_finding(finding) for finding in record["findings"]),
        relations=dict(_relations(record)),
        gaps=tuple(_gap(gap) for gap in record["not_checked"]),
        figures=_of(int, summary["amounts"]),
        covered=_of(int, summary["covered"]),
        against=tuple(_month(month) for month in record["against"]) if "against" in record else None,
    )


def _relations(
    record: Mapping[str, Any],
) -> Iterator[tuple[str, tuple[str, Decimal | None, Decimal | None]]]:
    seen = Counter[str]()
    for each in record["relations"]:
        name = f"{_text(each['rule'])} {_text(each['target'])}"
        seen[name] += 1
        key = name if seen[name] == 1 else f"{name} ({seen[name]})"
        yield key, (_verdict(each["verdict"]), _amount(each["expected"]), _amount(each["found"]))


def _digests(record: Mapping[str, Any]) -> dict[tuple[str, str], str]:
    schemas = {("schema", _text(each["kind"])): _text(each["sha256"]) for each in record["schemas"]}
    rules = {("rule", _text(each["code"])): _text(each["sha256"]) for each in record["rules"]}
    return schemas | rules


def _finding(finding: Mapping[str, Any]) -> RecordedFinding:
    expected, found, difference = (_amount(finding[key]) for key in ("expected", "found", "difference"))
    verdict, waiver = finding["verdict"], finding["waiver"]
    return RecordedFinding(
        id=_text(finding["id"]),
        code=_text(finding["code"]),
        place=_text(finding["place"]),
        severity=Severity(finding["severity"]).value,
        verdict="" if verdict is None else _verdict(verdict),
        cell=_optional(finding["cell"]),
        expected=expected,
        found=found,
        difference=difference,
        state=Waiving(waiver["state"]).value if waiver else "",
        is_material=_of(bool, finding["material"]),
        message=_text(finding["message"]),
    )


def _month(month: Mapping[str, Any]) -> Against:
    period = _optional(month["period"])
    return Against(_text(month["name"]), _text(month["sha256"]), Period.parse(period) if period else None)


def _gap(gap: Mapping[str, Any]) -> tuple[str, str, str, str]:
    place = gap.get("cell", gap.get("table", ""))
    return _optional(gap["code"]), _text(place), _optional(gap["subject"]), _text(gap["reason"])


def _waiver(waiver: Mapping[str, Any]) -> Waiver:
    at_most, until = _optional(waiver["at_most"]), _optional(waiver["until"])
    return Waiver(
        code=_text(waiver["code"]),
        place=_text(waiver["place"]),
        reason=_text(waiver["reason"]),
        at_most=Threshold.parse(at_most) if at_most else None,
        who=_optional(waiver["who"]),
        until=date.fromisoformat(until) if until else None,
        workbook=_optional(waiver["workbook"]),
    )


def _of(kind: type[T], value: object) -> T:
    """A value that is of a kind, and not of one that only passes for it, as true does for 1."""
    if type(value) is not kind:
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value


def _text(value: object) -> str:
    return _of(str, value)


def _optional(value: object) -> str:
    """A text, empty for none."""
    return "" if value is None else _text(value)


def _verdict(value: object) -> str:
    return Verdict[_text(value).upper()].name.lower()


def _amount(value: object) -> Decimal | None:
    text = _optional(value)
    if text and not _AMOUNT.fullmatch(text):
        raise ValueError(f"{text!r} is no amount")
    return Decimal(text) if text else None
