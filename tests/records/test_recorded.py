"""What a record says: everything that is compared, in the words of the record itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from syditval.model.earlier import Against
from syditval.model.period import Period
from syditval.model.threshold import Threshold
from syditval.model.waiver import Waiver
from syditval.records import recorded
from tests.records.written import Change, Record, changed, record, said
from tests.reports.example_findings import HIDDEN
from tests.reports.example_standing import WAIVER, with_standing

# What read_record takes for a sign of another form.
OF_ANOTHER_FORM = (LookupError, TypeError, ValueError, AttributeError)


def test_a_record_tells_what_it_is_of_and_what_it_was_made_with() -> None:
    told = said()

    assert (told.name, told.sha256[:8], told.version, told.language) == (
        "april.xlsx",
        "3f9a41c2",
        "1.0.0",
        "en",
    )
    assert told.options == {"question": "reconcile", "rounding": "nearest", "as-of": "2024-04-30"}
    assert told.digests == {
        ("schema", "budget"): "b" * 64,
        ("schema", "investment"): "c" * 64,
        ("rule", "F101"): "d" * 64,
        ("rule", "V101"): "e" * 64,
    }
    assert told.tables == {
        "budget": "'Drift 2024 (utkast)'!B4:G9",
        "investment": "Investeringar!A4:G10",
    }
    coverage = with_standing("en").coverage()
    assert (told.figures, told.covered) == (coverage.figures, coverage.covered)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_it_tells_the_same_whether_it_comes_from_a_file_or_from_a_report(language: str) -> None:
    from_file = recorded(record(language))
    from_report = recorded(with_standing(language).to_dict())

    assert replace(from_file, options={}, digests=from_report.digests) == from_report
    assert from_file.is_intact


class TestFindings:
    def test_are_told_with_their_amounts_and_their_waiver(self) -> None:
        (total,) = (each for each in said().findings if each.id == "F101/budget/summa/actual/-")

        assert (total.code, total.place, total.identity) == (
            "F101",
            "budget/summa/actual",
            ("F101", "budget/summa/actual"),
        )
        assert (total.severity, total.verdict, total.state) == ("error", "inconsistent", "waived")
        assert (total.expected, total.found) == (Decimal("-9993089.25"), Decimal("-9939089.25"))
        assert (total.difference, total.cell) == (Decimal(54000), "'Drift 2024 (utkast)'!D9")
        assert total.is_material
        assert "add up to" in total.message

    def test_are_told_without_what_they_do_not_have(self) -> None:
        (links,) = (each for each in said().findings if each.code == "H201")

        assert (links.verdict, links.cell, links.state) == ("", "", "")
        assert (links.expected, links.found, links.difference) == (None, None, None)

    def test_that_are_too_small_are_known(self) -> None:
        assert [each.code for each in said().findings if not each.is_material] == ["V101"]


class TestRelations:
    def test_are_known_by_rule_and_cell(self) -> None:
        relations = said().relations

        assert relations["V103 Investeringar!E9"] == ("inconsistent", Decimal("47.9"), Decimal("47.9"))
        assert relations["V103 Investeringar!E8"] == ("not_checked", None, None)

    def test_of_one_rule_at_one_cell_are_all_kept(self) -> None:
        def double(made: Record) -> None:
            made["relations"].append({**made["relations"][0], "verdict": "implausible"})

        relations = said(double).relations
        first = next(iter(relations))

        assert relations[f"{first} (2)"] == ("implausible", *relations[first][1:])
        assert len(relations) == len(said().relations) + 1


def test_gaps_are_told_by_rule_place_subject_and_reason() -> None:
    assert said().gaps == (
        ("", "'Drift 2024 (utkast)'!G4", "Avvikelse", "formula not determined"),
        ("V103", "Investeringar!E8", "Investeringar!B8", "no cached value"),
        ("", "'Drift 2024 (utkast)'!H4", HIDDEN, "column not named by the kind"),
        ("", "", "Blad 3", "empty sheet"),
    )


class TestWaivers:
    def test_come_back_as_they_were(self) -> None:
        assert said().waivers == (WAIVER,)

    def test_that_leave_things_open_come_back_too(self) -> None:
        bare = Waiver("H101", "budget/loner/budget", "Rättas i maj.")
        patterned = Waiver(
            "V101", "x", "Så.", Threshold(Decimal("0.4"), "%"), until=date(2024, 5, 1), workbook="it-*.xlsx"
        )
        report = replace(with_standing("sv"), waivers=(bare, patterned))

        assert recorded(report.to_dict()).waivers == (bare, patterned)


class TestSeal:
    def test_fits_what_was_not_changed(self) -> None:
        assert said().is_intact

    @pytest.mark.parametrize(
        "change",
        [
            lambda made: made["relations"][0].update(verdict="rounding"),
            lambda made: made["causes"].append({"certainty": "certain"}),
            lambda made: made.update(seal="0" * 64),
            lambda made: made.update(seal=None),
        ],
        ids=["a verdict", "what nobody compares", "another seal", "none"],
    )
    def test_does_not_fit_what_was(self, change: Change) -> None:
        assert not said(change, sealed=False).is_intact


WRONG: dict[str, Change] = {
    "no workbook": lambda made: made.update(inputs=[]),
    "two workbooks": lambda made: made["inputs"].append(made["inputs"][0]),
    "a name that is none": lambda made: made["inputs"][0].update(name=5),
    "a language that we do not speak": lambda made: made.update(language="../../sv"),
    "an option that is no text": lambda made: made["options"].update(recalc=True),
    "options in a list": lambda made: made.update(options=[]),
    "an unknown severity": lambda made: made["findings"][0].update(severity="fatal"),
    "an unknown verdict": lambda made: made["findings"][0].update(verdict="not checked"),
    "an unknown verdict on a relation": lambda made: made["relations"][0].update(verdict="good"),
    "a relation without its verdict": lambda made: made["relations"][0].update(verdict=None),
    "an unknown state": lambda made: made["findings"][-1]["waiver"].update(state="gone"),
    "a cell that is none": lambda made: made["findings"][0].update(cell=["Drift!C15"]),
    "materiality as a text": lambda made: made["findings"][0].update(material="no"),
    "a count that passes for one": lambda made: made["summary"].update(covered=True),
    "an endless count": lambda made: made["summary"].update(amounts=float("inf")),
    "a day that is none": lambda made: made["waivers"][0].update(until="igår"),
    "a cap that is none": lambda made: made["waivers"][0].update(at_most="mycket"),
    "a gap without a reason": lambda made: made["not_checked"][0].update(reason=None),
    "a hash that is none": lambda made: made["rules"][0].update(sha256=None),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_of_another_form_is_refused(name: str) -> None:
    with pytest.raises(OF_ANOTHER_FORM):
        recorded(changed(WRONG[name]))


@pytest.mark.parametrize("amount", ["1e999999999", "NaN", "sNaN", "Infinity", "1,5", " 12", "١٢", 12, 1.5])
def test_an_amount_is_plain_digits_in_a_text(amount: object) -> None:
    """Of a few characters an exponent makes an amount that fills the memory, and NaN is equal to nothing."""
    with pytest.raises((TypeError, ValueError)):
        said(lambda made: made["findings"][0].update(difference=amount))


def test_it_tells_what_the_workbook_was_held_against() -> None:
    months = [
        {"name": "mars.xlsx", "sha256": "1" * 64, "period": "2024-03"},
        {"name": "x.xlsx", "sha256": "2" * 64, "period": None},
    ]

    assert said(lambda made: made.update(against=months)).against == (
        Against("mars.xlsx", "1" * 64, Period(2024, 3)),
        Against("x.xlsx", "2" * 64, None),
    )
    assert said(lambda made: made.update(against=[])).against == ()
    assert said().against is None


@pytest.mark.parametrize("month", [{"name": "x"}, {"name": "x", "sha256": "1", "period": "april"}, "x"])
def test_an_earlier_workbook_of_another_form_is_refused(month: object) -> None:
    with pytest.raises(OF_ANOTHER_FORM):
        said(lambda made: made.update(against=[month]))
