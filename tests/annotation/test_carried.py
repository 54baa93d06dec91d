from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from syditval.annotation.carried import carried_over
from syditval.annotation.earlier import Reviewed, earlier_review, record_of, review_sheet_of
from syditval.annotation.review import Answer, CarriedOver, Review, Settled, Status
from syditval.annotation.review_columns import HEAD, NUMBERS
from syditval.annotation.review_page import review_page
from syditval.annotation.review_sheet import review_sheet
from syditval.messages import texts
from syditval.messages.amounts import GROUP
from syditval.model.cause import Cause
from syditval.model.finding import Finding
from syditval.model.report import Report
from syditval.patching.package import Package
from syditval.patching.workbook_part import sheet_parts, workbook_part, workbook_styles
from syditval.reading import open_source, read_workbook
from tests.annotation.build import cause, drift_workbook, evidence, finding, table
from tests.annotation.build import report as report_on
from tests.annotation.review_grid import Line, grid, lines_of

TOTAL = finding("Drift!C8", figures=evidence("-89", "-49", "2.5"))
OTHER = finding("Drift!D8", figures=evidence("1200", "1300.5", "2.5"))
CAUSE = cause("Drift!C7", TOTAL)
CAUSE_ID = "cause/budget/kapitalkostnader/actual"
WRITTEN = ("status", "comment", "signature")
STATUSES = {texts("sv").get("annotation", f"status_{status}") for status in Status}
EXPLAINED = Answer(Status.EXPLAINED, "Se bilaga 3.", "EL 2024-05-13")


def report(*findings: Finding, causes: Iterable[Cause] = ()) -> Report:
    """A report on the table of the hand-made workbook."""
    return Report("1.2.3", "sv", (), (), (table(),), (), findings, (), tuple(causes))


def carry(now: Report, earlier: Iterable[Reviewed], language: str = "sv") -> CarriedOver:
    """What an earlier review gives to a report."""
    return carried_over(now, tuple(earlier), "april.granskad.xlsx", texts(language))


def saved(
    of: Report, answers: Mapping[str, Answer], settled: tuple[Settled, ...] = ()
) -> tuple[Reviewed, ...]:
    """The review of a report with answers, as it is read back."""
    return earlier_review(grid(lines_of(of, CarriedOver("mars.xlsx", answers, settled))))


def test_an_item_with_the_same_amounts_keeps_its_answer() -> None:
    before = report(TOTAL, OTHER, causes=[CAUSE])
    answers = {TOTAL.id: EXPLAINED, CAUSE_ID: Answer(Status.CORRECTED, remark="Status: klar")}

    carried = carry(before, saved(before, answers))

    assert carried == CarriedOver("april.granskad.xlsx", {OTHER.id: Answer(), **answers})


def test_an_item_is_known_wherever_its_cell_is_now() -> None:
    moved = replace(TOTAL, cell=OTHER.cell, message="Annan ordalydelse.")

    assert carry(report(moved), saved(report(TOTAL), {TOTAL.id: EXPLAINED})).answers == {TOTAL.id: EXPLAINED}


@pytest.mark.parametrize(
    ("language", "remark"),
    [
        (
            "sv",
            "Öppnad på nytt, beloppen har ändrats. Var förklarad (EL 2024-05-13) vid -49 i stället för -89. "
            "Nu -12 345,5 i stället för -89.",
        ),
        (
            "en",
            "Reopened, the amounts changed. Was explained (EL 2024-05-13) at -49 instead of -89. "
            "Now -12 345,5 instead of -89.",
        ),
    ],
)
def test_an_item_whose_amounts_changed_is_open_again_and_says_what_it_was(language: str, remark: str) -> None:
    changed = replace(TOTAL, evidence=evidence("-89", "-12345.5", "2.5"))

    answer = carry(report(changed), saved(report(TOTAL), {TOTAL.id: EXPLAINED}), language).answers[TOTAL.id]

    assert answer == Answer(Status.OPEN, "Se bilaga 3.", "", remark.replace("12 345", f"12{GROUP}345"))


def test_an_item_without_an_answer_only_says_that_its_amounts_changed() -> None:
    changed = replace(TOTAL, evidence=evidence("-89", "-39", "2.5"))

    answer = carry(report(changed), saved(report(TOTAL), {TOTAL.id: Answer(comment="Hm.")})).answers[TOTAL.id]

    told = "Beloppen har ändrats. Var -49 i stället för -89. Nu -39 i stället för -89."
    assert answer == Answer(comment="Hm.", remark=told)


def test_every_change_of_the_amounts_stays_told() -> None:
    first, second, third = (
        report(replace(TOTAL, evidence=evidence("-89", found, "2.5"))) for found in ("-49", "-39", "-29")
    )
    once = carry(second, saved(first, {TOTAL.id: EXPLAINED}))
    twice = carry(third, saved(second, once.answers))

    assert [line.partition(".")[0] for line in twice.answers[TOTAL.id].remark.splitlines()] == [
        "Öppnad på nytt, beloppen har ändrats",
        "Beloppen har ändrats",
    ]


def test_a_cause_whose_amounts_changed_is_open_again() -> None:
    [slip] = CAUSE.slips
    open_ended = replace(slip, changes=(replace(slip.changes[0], found=None, suggested=None),))
    before, now = report(causes=[CAUSE]), report(causes=[replace(CAUSE, slips=(open_ended,))])

    answer = carry(now, saved(before, {CAUSE_ID: EXPLAINED})).answers[CAUSE_ID]

    assert answer.status is Status.OPEN
    assert answer.remark.replace(GROUP, " ").endswith(
        "vid 10 734 i stället för 10 774. Nu inget belopp i stället för 10 773..10 775."
    )


def test_a_finding_without_evidence_is_known_by_the_amounts_that_it_speaks_of() -> None:
    hidden = replace(TOTAL, evidence=None, fields={"rows": "3-5", "count": Decimal(3)})
    moved = replace(hidden, fields={"rows": "4-6", "count": Decimal(3)})
    more = replace(hidden, fields={"rows": "3-6", "count": Decimal(4)})
    earlier = saved(report(hidden), {TOTAL.id: EXPLAINED})

    assert carry(report(moved), earlier).answers[TOTAL.id] == EXPLAINED
    assert carry(report(more), earlier).answers[TOTAL.id].remark.endswith("vid 3. Nu 4.")


def test_an_item_that_is_no_more_is_settled_as_its_row_stood_there() -> None:
    [gone] = carry(report(OTHER), saved(report(TOTAL, OTHER), {TOTAL.id: EXPLAINED})).settled

    assert (gone.id, gone.message) == (TOTAL.id, TOTAL.message)
    assert (gone.status, gone.comment, gone.signature) == (
        EXPLAINED.status,
        EXPLAINED.comment,
        "EL 2024-05-13",
    )


def test_what_was_settled_stays_listed() -> None:
    once = carry(report(), saved(report(TOTAL), {TOTAL.id: EXPLAINED}))
    twice = carry(report(), saved(report(), {}, once.settled))

    assert twice.settled == once.settled
    assert len(twice.settled) == 1


def test_a_settled_item_that_came_back_is_open_again_and_says_so() -> None:
    gone = carry(report(), saved(report(TOTAL), {TOTAL.id: EXPLAINED})).settled

    back = carry(report(TOTAL), saved(report(), {}, gone))

    told = "Tillbaka efter att ha varit borta. Var förklarad (EL 2024-05-13)."
    assert back.answers == {TOTAL.id: Answer(Status.OPEN, "Se bilaga 3.", "", told)}
    assert back.settled == ()


def test_rows_that_the_auditor_added_stay_listed_with_ids_of_their_own() -> None:
    own = [{"message": "Saknas."}, {"message": "Fråga Eva.", "comment": "Gjort.", "signature": "EL"}]
    of = report(TOTAL)
    once = carry(of, earlier_review(grid([*own, *lines_of(of, CarriedOver())])))
    new = {"message": "En till."}
    twice = carry(of, earlier_review(grid([new, *lines_of(of, once)])))

    assert [(row.id, row.message) for row in once.settled] == [("own/1", "Saknas."), ("own/2", "Fråga Eva.")]
    assert [(row.id, row.message) for row in twice.settled] == [
        ("own/1", "Saknas."),
        ("own/2", "Fråga Eva."),
        ("own/3", "En till."),
    ]


# Blanks at the ends of a text are not kept, nor are lines of the remark that say the same.
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs"))).map(str.strip)
PROSE = st.lists(WORDS, max_size=3, unique=True).map("\n".join).map(str.strip)
ANSWERS = st.builds(Answer, st.sampled_from(Status), PROSE, PROSE, WORDS)
FINDINGS = tuple(finding(f"Drift!C{row}") for row in range(5, 15))
SOME = st.lists(st.sampled_from(FINDINGS), unique_by=lambda each: each.id)


@given(st.dictionaries(st.sampled_from([each.id for each in FINDINGS]), ANSWERS), st.integers(1, 30))
def test_carrying_over_to_the_same_report_changes_nothing(answers: dict[str, Answer], limit: int) -> None:
    of = report(*FINDINGS)

    once = carry(of, earlier_review(grid(lines_of(of, CarriedOver("mars.xlsx", answers), limit=limit))))

    assert once.answers == {each.id: answers.get(each.id, Answer()) for each in FINDINGS}
    assert once.settled == ()


@st.composite
def reviews(draw: st.DrawFn) -> list[Line]:
    """A review, also with settled items and blank rows, that somebody has written in and sorted."""
    now, before = draw(SOME), draw(SOME)
    settled = carry(report(*now), saved(report(*before), {})).settled
    lines = [dict(line) for line in lines_of(report(*now), CarriedOver("mars.xlsx", {}, settled))]
    written = st.fixed_dictionaries({}, optional=dict.fromkeys(("status", "comment", "signature"), WORDS))
    return draw(st.permutations([line | draw(written) for line in (*lines, {}, {})]))


@given(reviews(), SOME, st.sampled_from(["-49", "-50"]))
def test_nothing_that_the_auditor_wrote_is_lost(lines: list[Line], still: list[Finding], found: str) -> None:
    now = report(*(replace(each, evidence=evidence("-89", found, "2.5")) for each in still))

    carried = carry(now, earlier_review(grid(lines)))

    kept = " ".join(
        " ".join(f"{each.comment} {each.signature} {each.remark} {each.status}".split())
        for each in (*carried.answers.values(), *carried.settled)
    )
    words = {" ".join(str(line.get(name, "")).split()) for line in lines for name in WRITTEN}
    assert [each for each in words - STATUSES if each not in kept] == []


@given(reviews(), SOME)
def test_carrying_over_twice_is_carrying_over_once(lines: list[Line], still: list[Finding]) -> None:
    now = report(*still)

    once = carry(now, earlier_review(grid(lines)))
    twice = carry(now, earlier_review(grid(lines_of(now, once))))

    assert twice.answers == {each.id: once.answers.get(each.id, Answer()) for each in still}
    assert twice.settled == once.settled


RECORD = '{"fills": "0, 0"}' * 5000
LONG = "Utredd med ekonomichefen. " * 3000 + "Slut."
GONE = Settled(
    *("V101/gone", "Fel", "V101", "Drift!C9", "=Rad, kolumn", "Stod här förut.", "-89", "1200.5"),
    *(Status.CORRECTED, "@Eva rättar.", "-", "+1"),
)


def review_of(folder: Path, language: str, carried: CarriedOver) -> tuple[Report, Path]:
    """A workbook whose second sheet is the review of a report."""
    source, target = drift_workbook(folder / "april.xlsx"), folder / "april.granskad.xlsx"
    [slip] = CAUSE.slips
    wider = replace(CAUSE, slips=(slip, replace(slip, changes=cause("Drift!D6").changes)))
    of = report_on(source, (TOTAL, OTHER), causes=(wider,), language=language)
    page = review_page(of, Review(carried=carried, record=RECORD), texts(language))
    with source.open("rb") as file, target.open("wb") as copy:
        package = Package(file)
        workbook = workbook_part(package)
        _, part = sheet_parts(package, workbook).values()
        package.put(part, review_sheet(page, workbook_styles(package, workbook), package.dialect))
        package.write(copy)
    return of, target


def write_answers(path: Path) -> None:
    """Answer what is there, as an auditor does in a spreadsheet program."""
    book = load_workbook(path)
    for row in book.worksheets[1].iter_rows(min_row=HEAD + 1):
        at = {name: row[number - 1] for name, number in NUMBERS.items()}
        if at["id"].value == OTHER.id:
            at["status"].value = " Explained"
            at["comment"].value = "=Se bilaga 3"
            at["comment"].data_type = "s"
            at["signature"].value = datetime(2024, 5, 13)
        elif at["cell"].value == "Drift!D6":
            at["comment"].value = "Här med."
        elif at["message"].value == "3 tal utanför alla tabeller.":
            at["comment"].value = "Sidnummer."
    book.save(path)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("program", ["openpyxl", "LibreOffice"])
def test_a_review_is_read_back_from_a_workbook_that_was_answered_and_saved(
    tmp_path: Path, language: str, program: str, request: pytest.FixtureRequest
) -> None:
    answer = Answer(Status.CORRECTED, LONG, "=EL", "@A1\n-1")
    of, path = review_of(tmp_path, language, CarriedOver("mars.xlsx", {TOTAL.id: answer}, (GONE,)))
    write_answers(path)
    if program == "LibreOffice":
        [path] = request.getfixturevalue("office")("xlsx", path)

    sheet = review_sheet_of(read_workbook(open_source(path)))
    assert sheet is not None
    carried = carry(of, earlier_review(sheet), language)

    assert carried.answers == {
        f"{CAUSE_ID}/personalkostnader/forecast": Answer(comment="Här med."),
        TOTAL.id: answer,
        OTHER.id: Answer(Status.EXPLAINED, "=Se bilaga 3", "2024-05-13"),
    }
    assert carried.settled[0] == GONE
    assert [(row.id, row.message, row.comment) for row in carried.settled[1:]] == [
        ("own/1", "3 tal utanför alla tabeller.", "Sidnummer.")
    ]
    assert record_of(sheet) == RECORD
