"""Forms and places: what stands behind what decides which belongs to which."""

from __future__ import annotations

import click
import pytest

from syditval.cli import options
from syditval.cli.misuse import Misuse
from syditval.cli.pairs import PairedCommand, Wanted, pairs

USUAL = (Wanted("text", is_usual=True),)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", "en")


def paired(*typed: str) -> tuple[str | None, tuple[Wanted, ...]]:
    """The place of the copy, and the forms with their places, of a call."""
    called: list[tuple[str | None, tuple[Wanted, ...]]] = []
    command = options.command(
        "inspect",
        lambda form, output: called.append(pairs(form, output)),
        [
            click.Option(["--format", "form"], multiple=True),
            click.Option(["-o", "--output"], multiple=True),
        ],
        PairedCommand,
    )
    command.main(list(typed), standalone_mode=False)
    return called[0]


@pytest.mark.parametrize(
    ("typed", "copy", "wanted"),
    [
        ("", None, USUAL),
        ("-o granskad.xlsx", "granskad.xlsx", USUAL),
        ("--output=granskade/", "granskade/", USUAL),
        ("--format json", None, (Wanted("json"),)),
        ("--format text", None, (Wanted("text"),)),
        ("--format json -o a.json", None, (Wanted("json", "a.json"),)),
        ("--format json -oa.json", None, (Wanted("json", "a.json"),)),
        ("--format json -o -", None, (Wanted("json"),)),
        ("-o k.xlsx --format json", "k.xlsx", (Wanted("json"),)),
        ("-o k.xlsx --format json -o a.json", "k.xlsx", (Wanted("json", "a.json"),)),
        (
            "--format html -o a.html --format json -o a.json",
            None,
            (Wanted("html", "a.html"), Wanted("json", "a.json")),
        ),
        (
            "--format json -o a.json --format html -o a.html",
            None,
            (Wanted("json", "a.json"), Wanted("html", "a.html")),
        ),
        ("--format text --format json -o a.json", None, (Wanted("text"), Wanted("json", "a.json"))),
        ("--format json -o a.json --format text", None, (Wanted("json", "a.json"), Wanted("text"))),
        (
            "--format text -o a.txt --format text -o b.txt",
            None,
            (Wanted("text", "a.txt"), Wanted("text", "b.txt")),
        ),
    ],
)
def test_every_place_belongs_to_the_form_before_it_and_the_first_to_the_copy(
    typed: str, copy: str | None, wanted: tuple[Wanted, ...]
) -> None:
    assert paired(*typed.split()) == (copy, wanted)


@pytest.mark.parametrize(
    "typed",
    ["-o a.xlsx -o b.xlsx", "-o a.xlsx -o b.json --format json", "--format json -o a.json -o b.json"],
)
def test_a_place_that_belongs_to_nothing_is_refused(typed: str) -> None:
    with pytest.raises(Misuse, match=r"--output b\.(xlsx|json) belongs to nothing"):
        paired(*typed.split())


@pytest.mark.parametrize(
    ("typed", "forms"),
    [
        ("--format text --format json", "text, json"),
        ("--format text --format json -o -", "text, json"),
        ("--format text -o - --format csv --format json -o -", "text, csv, json"),
        ("--format json --format json", "json, json"),
    ],
)
def test_two_forms_for_standard_output_are_refused(typed: str, forms: str) -> None:
    with pytest.raises(Misuse, match=f"these would: {forms};"):
        paired(*typed.split())


@pytest.mark.parametrize("place", ["granskad.xlsx", "GRANSKAD.XLSX", "x/granskad.xlsm"])
def test_no_report_is_called_like_a_workbook(place: str) -> None:
    """Whoever writes the options in this order means the place of the copy."""
    with pytest.raises(Misuse, match=f"{place} is called like a workbook, and would be a report as json"):
        paired("--format", "json", "-o", place)


class TestEnvironment:
    @pytest.mark.parametrize(
        ("forms", "places", "typed", "copy", "wanted"),
        [
            ("json", "", "", None, (Wanted("json"),)),
            ("", "granskade/", "", "granskade/", USUAL),
            ("json", "a.json", "", None, (Wanted("json", "a.json"),)),
            (
                "json html",
                "a.json a.html",
                "",
                None,
                (Wanted("json", "a.json"), Wanted("html", "a.html")),
            ),
            ("json text", "a.json", "", None, (Wanted("json", "a.json"), Wanted("text"))),
            ("json", "", "-o granskade/", "granskade/", (Wanted("json"),)),
            ("", "granskade/", "--format json", "granskade/", (Wanted("json"),)),
            ("csv", "a.csv", "--format json -o a.json", None, (Wanted("json", "a.json"),)),
        ],
        ids=[
            "a form",
            "a place is that of the copy",
            "a form and a place go together",
            "several go together as they are counted",
            "the last has no place",
            "a place that is typed is that of the copy",
            "so is one of the environment where forms are typed",
            "what is typed goes before both",
        ],
    )
    def test_sets_both(
        self,
        forms: str,
        places: str,
        typed: str,
        copy: str | None,
        wanted: tuple[Wanted, ...],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setenv("SYDITVAL_FORMAT", forms)
        monkeypatch.setenv("SYDITVAL_OUTPUT", places)

        assert paired(*typed.split()) == (copy, wanted)

    def test_is_refused_where_its_places_belong_to_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SYDITVAL_OUTPUT", "a.xlsx b.xlsx")

        with pytest.raises(Misuse) as refused:
            paired()
        said = refused.value.sentence("en")
        assert said.startswith("--output b.xlsx belongs to nothing")
        assert said.endswith("From the environment: SYDITVAL_OUTPUT.")
