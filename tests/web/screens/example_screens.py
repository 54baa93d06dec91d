"""Every screen with something on it: a unit's year so far, an auditor's view of several, and what goes wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from syditval.model.finding import Status
from syditval.model.period import Period
from syditval.model.rule import Severity
from syditval.store import Act, Role
from syditval.store.entry import (
    Entry,
    FindingStatus,
    Kept,
    KeptFinding,
    Standing,
    StatusSet,
    Withdrawal,
)
from syditval.version import VERSION
from syditval.web import screens
from syditval.web.screens.states import State
from syditval.web.screens.totals import Amounts, MonthTotals
from syditval.web.viewer import Viewer

UNIT = "Sydnärkes IT"
OTHERS = ("Barn- och utbildningsnämnden", "Kommunstyrelsen", "Samhällsbyggnad")


def at(month: int, day: int, hour: int = 9) -> datetime:
    return datetime(2024, month, day, hour, 12, tzinfo=UTC)


def entry(number: int, month: int, entity: str = UNIT, **changes: object) -> Entry:
    """The month as it counts, without findings; ``changes`` say what is otherwise."""
    plain = Entry(
        number=number,
        entity=entity,
        period=Period(2024, month),
        version=1,
        name=f"uppföljning 2024-{month:02}.xlsx",
        sha256="3f9a41c2d0e1" + "7" * 52,
        size=9_321,
        standing=Standing.ACCEPTED,
        by="anna.ek",
        origin="10.20.0.14",
        at=at(month + 1, 8),
        decision="",
        tool=VERSION,
        errors=0,
        warnings=0,
        notes=0,
        kept_until=date(2031, 12, 31),
        is_current=True,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def found(number: int, month: int, errors: int, warnings: int, notes: int, **changes: object) -> Entry:
    """A month with findings."""
    counts = {"errors": errors, "warnings": warnings, "notes": notes}
    return entry(number, month, standing=Standing.WITH_FINDINGS, **counts, **changes)


SLIP = Withdrawal("Fel månad: det var mars som skickades en gång till.", "anna.ek", at(5, 8, 10))
MONTHS = (
    entry(1, 1),
    found(2, 2, 0, 1, 0),
    entry(3, 3, standing=Standing.REJECTED, is_current=False, errors=2, at=at(4, 8)),
    found(4, 3, 0, 0, 3, version=2, at=at(4, 9)),
    entry(5, 4, is_current=False, withdrawal=SLIP, at=at(5, 8)),
    found(6, 4, 2, 1, 0, version=2, decision="KF 2024-03-25, § 41", at=at(5, 8, 11)),
)
APRIL = MONTHS[-1]
ELSEWHERE = (
    *(found(10 + month, month, 0, 0, 1, entity=OTHERS[0]) for month in (1, 2, 3, 4)),
    *(entry(20 + month, month, entity=OTHERS[1]) for month in (1, 2, 3, 4)),
    found(31, 1, 12, 0, 0, entity=OTHERS[2]),
    entry(33, 3, entity=OTHERS[2], standing=Standing.REJECTED, is_current=False),
    replace(entry(40, 11, entity=OTHERS[1]), period=Period(2023, 12)),
)


def amounts(*tkr: int | str | None) -> Amounts:
    """Budget, outcome and forecast, told in tkr."""
    return Amounts(*(None if each is None else Decimal(each) * 1000 for each in tkr))


def totals(month: int, kind: str, total: Amounts, costs: Amounts | None = None, **found: int) -> MonthTotals:
    """A month's table of a kind; ``found`` counts the findings in it by their severity."""
    title = {"budget": "Ekonomiskt resultat", "investment": "Investeringsredovisning"}[kind]
    by_severity = {State(name): count for name, count in found.items()}
    return MonthTotals(Period(2024, month), kind, title, 1, total, costs, by_severity)


TOTALS = (
    totals(1, "budget", amounts(0, 412, 0), amounts(43306, 3120, 43306)),
    totals(2, "budget", amounts(0, 205, 500), amounts(43306, 6870, 43800), warning=1),
    totals(3, "budget", amounts(0, 88, 900), amounts(43306, 10_702, 44_206), note=3),
    totals(4, "budget", amounts(0, -89, 1200), amounts(43306, 14_197, 44_906), error=1, warning=1),
    totals(1, "investment", amounts(11_334, 0, 11_334)),
    totals(2, "investment", amounts(11_334, 210, 11_334)),
    totals(4, "investment", amounts(11_334, 2519, 10_900), error=1),
)

FINDINGS = (
    KeptFinding(
        "F101/budget/total/actual@2024-04", "F101", "budget/total/actual", Severity.ERROR, Status.OPEN,
        "budget", "Drift!C15", "Summa", "Utfall 240430",
        "Raderna i Utfall 240430 summerar till -89, men Summa är -49: 40 för mycket. Avrundning förklarar högst 5.",
    ),
    KeptFinding(
        "V101/budget/licenser/variance@2024-04", "V101", "budget/licenser/variance", Severity.ERROR, Status.OPEN,
        "budget", "Drift!E9", "Licenser & serviceavtal", "Avvikelse",
        "Avvikelse är -800, men Budget 11 143 - Årsprognos 12 043 är -900.",
    ),
    KeptFinding(
        "T103/budget/resor/forecast@2024-04", "T103", "budget/resor/forecast", Severity.WARNING, Status.OPEN,
        "budget", "Drift!D11", "Resor & kurser", "Årsprognos",
        "Årsprognosen 100 är densamma som i mars, trots att utfallet har ökat från 1 till 96.",
    ),
    KeptFinding(
        "S003/budget@2024-04", "S003", "budget", Severity.NOTE, Status.WAIVED,
        "budget", "", "", "", "Kolumnen Kommentar saknas.",
    ),
)  # fmt: skip
STATUSES = {
    FINDINGS[1].id: StatusSet(
        FindingStatus.EXPLAINED, "Rättas i majexporten, felet finns i mallen.", "erik.ohlsson", at(5, 13)
    ),
}
ACTS = (
    Act(at(5, 8, 11), "anna.ek", "upload", "entry 6", "10.20.0.14", "accepted-with-findings"),
    Act(at(5, 8, 10), "anna.ek", "withdraw", "entry 5", "10.20.0.14", "done"),
    Act(at(5, 8, 8), "okänd", "sign-in-failed", "", "192.0.2.7", "R001"),
)


def viewer(role: Role, language: str, *, is_alone: bool = False) -> Viewer:
    entities = (UNIT, OTHERS[0]) if role is Role.FINANCE else ()
    return Viewer("anna.ek", role, entities, language, is_alone)


def progress(language: str) -> str:
    """The page of an upload of four files, whole."""
    officer = viewer(Role.FINANCE, language)
    refused = "Arbetsboken anger inte vilken enhet den gäller. Ange enheten och skicka in den igen."
    rows = (
        screens.ProgressRow("april.xlsx", screens.Step.RECEIVED),
        screens.ProgressRow("mars.xlsx", screens.Step.WAITING),
        screens.ProgressRow("april.xlsx", screens.Step.CHECKING),
        screens.row_of("april.xlsx", Kept(APRIL, True)),
        screens.row_of("mars.xlsx", Kept(MONTHS[3], False)),
        screens.row_of("fel.xlsx", Kept(MONTHS[2], True)),
        screens.ProgressRow("okänd.xlsx", screens.Step.REFUSED, sentence=refused),
    )
    return "".join(
        (
            screens.progress_head(officer, [row.name for row in rows[:2]]),
            *(screens.progress_row(officer, row) for row in rows),
            screens.progress_foot(officer, rows),
        )
    )


def every_screen(language: str) -> Mapping[str, str]:
    """The screens by name."""
    officer = viewer(Role.FINANCE, language)
    auditor = viewer(Role.AUDITOR, language)
    administrator = viewer(Role.ADMINISTRATOR, language)
    alone = viewer(Role.ADMINISTRATOR, language, is_alone=True)
    april = [each for each in MONTHS if each.period == APRIL.period]
    march = [each for each in MONTHS if each.period.month == 3]
    entities = (UNIT, *OTHERS)
    return {
        "sign-in": screens.sign_in(language, "", "/"),
        "sign-in refused": screens.sign_in(language, "Namnet eller lösenordet stämmer inte.", "/months/6"),
        "home": screens.home(officer, MONTHS, officer.entities, ()),
        "home of all": screens.home(
            alone, (*MONTHS, *ELSEWHERE), entities, ("Sidan körs för en enda användare.",)
        ),
        "home empty": screens.home(administrator, (), (), ()),
        "progress": progress(language),
        "entity": screens.entity(officer, UNIT, MONTHS, TOTALS),
        "entity empty": screens.entity(officer, UNIT, (), ()),
        "month": screens.month(officer, APRIL, april, FINDINGS, STATUSES),
        "month to judge": screens.month(auditor, APRIL, april, FINDINGS, STATUSES),
        "month withdrawn": screens.month(officer, april[0], april, (), {}),
        "month rejected": screens.month(officer, march[0], march, FINDINGS[:1], {}),
        "month of another version": screens.month(
            auditor, replace(MONTHS[0], tool="0.0.1"), MONTHS[:1], (), {}
        ),
        "overview": screens.overview(auditor, (*MONTHS, *ELSEWHERE)),
        "overview empty": screens.overview(auditor, ()),
        "acts": screens.acts(administrator, ACTS),
        "acts empty": screens.acts(administrator, ()),
        "account": screens.account(officer),
        "account of all": screens.account(auditor),
        "account alone": screens.account(alone),
        "refusal": screens.refusal(auditor, language, 404, "Det finns ingen månad med nummer 77."),
        "refusal to nobody": screens.refusal(None, language, 418, ""),
    }


def spoilt_screens(text: str) -> Mapping[str, str]:
    """The screens on which anything comes from people, with the same text wherever it does."""
    somebody = Viewer(text, Role.FINANCE, (text,), "sv")
    auditor = Viewer(text, Role.AUDITOR, (), "sv")
    names = {"entity": text, "name": text, "by": text, "origin": text, "decision": text, "tool": text}
    sent = replace(APRIL, **names)  # type: ignore[arg-type]
    withdrawn = replace(sent, number=5, is_current=False, withdrawal=Withdrawal(text, text, at(5, 8)))
    finding = replace(
        FINDINGS[0], id=text, code=text, cell=text, row_label=text, column_label=text, message=text
    )
    status = {text: StatusSet(FindingStatus.OPEN, text, text, at(5, 8))}
    row = screens.ProgressRow(text, screens.Step.REFUSED, sent, text)
    named = [replace(each, title=text) for each in TOTALS]
    return {
        "sign-in": screens.sign_in("sv", text, text),
        "home": screens.home(somebody, (sent, withdrawn), (text,), (text,)),
        "home of all": screens.home(replace(somebody, role=Role.ADMINISTRATOR), (sent,), (text,), ()),
        "progress": screens.progress_head(somebody, (text,))
        + screens.progress_row(somebody, row)
        + screens.progress_foot(somebody, (row,)),
        "entity": screens.entity(somebody, text, (sent, withdrawn), named),
        "month": screens.month(auditor, withdrawn, (sent, withdrawn), (finding,), status),
        "month to withdraw": screens.month(somebody, sent, (sent,), (finding,), status),
        "overview": screens.overview(auditor, (sent, withdrawn)),
        "acts": screens.acts(auditor, (Act(at(5, 8), text, text, text, text, text),)),
        "account": screens.account(somebody),
        "refusal": screens.refusal(auditor, "sv", 404, text),
    }
