"""Findings and gaps made by hand, with their sentences in both languages."""

from __future__ import annotations

from dataclasses import replace

from syditval.messages.amounts import GROUP
from syditval.model.cells import CellRef
from syditval.model.finding import Confidence, Finding
from syditval.model.gap import NotChecked
from syditval.model.relation import Reason, Verdict
from syditval.model.rule import Severity
from tests.reports.hand_made import evidence

DRAFT = "Drift 2024 (utkast)"
CAPITAL = "Investeringar"
HIDDEN = "Kommentar \N{RIGHT-TO-LEFT OVERRIDE}gninrav"
LONG = "Kostnader för verksamhetsanknutna datakommunikationstjänster"

FINDINGS = {
    "total": Finding(
        id="F101/budget/summa/actual/-",
        code="F101",
        name="total-differs-from-its-lines",
        severity=Severity.ERROR,
        table="budget",
        cell=CellRef(DRAFT, 9, 4),
        row_label="Summa",
        column_label="Utfall",
        unit="kr",
        related=tuple(CellRef(DRAFT, row, 4) for row in range(5, 9)),
        verdict=Verdict.INCONSISTENT,
        evidence=evidence("-9993089.25", "-9939089.25", "0.025", terms=4),
    ),
    "value": Finding(
        id="H101/budget/loner/budget/-",
        code="H101",
        name="error-value",
        severity=Severity.ERROR,
        table="budget",
        cell=CellRef(DRAFT, 6, 3),
        row_label="[link=file:///x]Löner[/link]",
        column_label="Budget",
        unit="kr",
    ),
    "ratio": Finding(
        id="V103/investment/it-invest hallsberg/percent/2024-04-30",
        code="V103",
        name="percentage-not-attainable",
        severity=Severity.ERROR,
        table="investment",
        cell=CellRef(CAPITAL, 9, 5),
        row_label="IT-invest Hallsberg",
        column_label="PROCENT FÖRBRUKNIN G",
        unit="%",
        related=(CellRef(CAPITAL, 9, 3), CellRef(CAPITAL, 9, 2)),
        verdict=Verdict.INCONSISTENT,
        evidence=evidence("47.926", "4.79", "0.043"),
    ),
    "links": Finding(
        id="H201",
        code="H201",
        name="link-to-another-workbook",
        severity=Severity.WARNING,
        table="",
        cell=None,
    ),
    "variance": Finding(
        id="V101/budget/kostnader/variance/-",
        code="V101",
        name="variance-differs-from-its-columns",
        severity=Severity.WARNING,
        table="budget",
        cell=CellRef(DRAFT, 7, 6),
        row_label=LONG,
        column_label="Avvikelse",
        unit="kr",
        verdict=Verdict.IMPLAUSIBLE,
        evidence=evidence("-1500000", "-1499999.98", "0.03"),
    ),
    "gap": Finding(
        id="F101/investment/summa/budget/2024-04-30",
        code="F101",
        name="total-differs-from-its-lines",
        severity=Severity.NOTE,
        table="investment",
        cell=CellRef(CAPITAL, 10, 2),
        row_label="Summa",
        column_label="BUDGE T",
        unit="tkr",
        verdict=Verdict.ROUNDING,
        evidence=evidence("11334", "11337", "3", terms=5),
    ),
    "label": Finding(
        id="S005/budget/-/label/-",
        code="S005",
        name="line-without-label",
        severity=Severity.NOTE,
        table="budget",
        cell=CellRef(DRAFT, 8, 2),
    ),
    "header": Finding(
        id="S006/budget/-/comment/-",
        code="S006",
        name="hidden-characters",
        severity=Severity.NOTE,
        table="budget",
        cell=CellRef(DRAFT, 4, 8),
        confidence=Confidence.MEDIUM,
        column_label=HIDDEN,
    ),
}

GAPS = {
    "undetermined": NotChecked(Reason.UNDETERMINED, "budget", CellRef(DRAFT, 4, 7), subject="Avvikelse"),
    "not_calculated": NotChecked(
        Reason.NOT_CALCULATED, "investment", CellRef(CAPITAL, 8, 5), "V103", f"{CAPITAL}!B8"
    ),
    "unnamed": NotChecked(Reason.UNNAMED_COLUMN, "budget", CellRef(DRAFT, 4, 8), subject=HIDDEN),
    "empty": NotChecked(Reason.EMPTY_SHEET, subject="Blad 3"),
}

# Sentences as the catalogues might give them; "~" stands for a no-break space.
SENTENCES = {
    "en": {
        "total": "The 4 lines of Utfall add up to -9~993~089,25, but Summa says -9~939~089,25: a difference of "
        "+54~000 kr, of which rounding explains at most 0,025.",
        "value": "The cell holds the error value #REF!, so no sum or difference over it was checked.",
        "ratio": "PROCENT FÖRBRUKNIN G on IT-invest Hallsberg should be 936 / 1~953 = 47,926, but is 4,79.",
        "links": "The workbook fetches values from other workbooks; it shows what they held when it was last "
        "updated. Where: xl/externalLinks/externalLink1.xml (budget2023.xlsx).",
        "variance": "Avvikelse should be Budget - Prognos = -1~500~000, but is -1~499~999,98: rounding alone "
        "could explain -0,02 kr, but it is not credible that it does.",
        "gap": "The 5 lines of BUDGE T add up to 11~334, Summa says 11~337: rounding explains +3 tkr, but so "
        "large a gap comes about less than once in a thousand.",
        "label": "This line has figures but no label.",
        "header": "The heading \N{RIGHT-TO-LEFT OVERRIDE}gninrav\N{ZERO WIDTH SPACE} hides characters.",
        "undetermined": "Avvikelse ('Drift 2024 (utkast)'!G4): the columns it is computed from could not be "
        "determined.",
        "not_calculated": "V103 at Investeringar!E8: Investeringar!B8 is a formula without a stored result.",
        "unnamed": "Kommentar \N{RIGHT-TO-LEFT OVERRIDE}gninrav ('Drift 2024 (utkast)'!H4): the table's kind "
        "does not name this column.",
        "empty": "The sheet Blad 3 is empty.",
    },
    "sv": {
        "total": "De 4 raderna i Utfall summerar till -9~993~089,25, men Summa anger -9~939~089,25: en skillnad "
        "på +54~000 kr, varav avrundning förklarar högst 0,025.",
        "value": "Cellen innehåller felvärdet #REF!, så ingen summa eller skillnad som berör den är kontrollerad.",
        "ratio": "PROCENT FÖRBRUKNIN G på IT-invest Hallsberg ska vara 936 / 1~953 = 47,926, men är 4,79.",
        "links": "Arbetsboken hämtar värden ur andra arbetsböcker; den visar vad de innehöll när den senast "
        "uppdaterades. Plats: xl/externalLinks/externalLink1.xml (budget2023.xlsx).",
        "variance": "Avvikelse ska vara Budget - Prognos = -1~500~000, men är -1~499~999,98: avrundning skulle "
        "kunna förklara -0,02 kr, men det är inte troligt.",
        "gap": "De 5 raderna i BUDGE T summerar till 11~334, Summa anger 11~337: avrundning förklarar +3 tkr, men "
        "ett så stort gap uppstår mer sällan än en gång på tusen.",
        "label": "Raden har belopp men ingen benämning.",
        "header": "Rubriken \N{RIGHT-TO-LEFT OVERRIDE}gninrav\N{ZERO WIDTH SPACE} innehåller dolda tecken.",
        "undetermined": "Avvikelse ('Drift 2024 (utkast)'!G4): det gick inte att avgöra vilka kolumner den räknas "
        "från.",
        "not_calculated": "V103 i Investeringar!E8: Investeringar!B8 är en formel utan sparat resultat.",
        "unnamed": "Kommentar \N{RIGHT-TO-LEFT OVERRIDE}gninrav ('Drift 2024 (utkast)'!H4): tabellslaget känner "
        "inte till kolumnen.",
        "empty": "Bladet Blad 3 är tomt.",
    },
}


def findings(language: str) -> tuple[Finding, ...]:
    """Three errors, two warnings, one of them about the workbook, and three notes, each with its sentence."""
    return tuple(replace(each, message=_sentence(language, key)) for key, each in FINDINGS.items())


def gaps(language: str) -> tuple[NotChecked, ...]:
    """What was not checked, each with its sentence."""
    return tuple(replace(each, message=_sentence(language, key)) for key, each in GAPS.items())


def _sentence(language: str, key: str) -> str:
    return SENTENCES[language][key].replace("~", GROUP)
