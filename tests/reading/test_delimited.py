"""Text exports: what sets fields off, what a field is, and that the tables in them reconcile."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from syditval.arithmetic import NEAREST
from syditval.checks import check_tables
from syditval.kinds import load_kinds
from syditval.model.cells import Cell, CellKind, Sheet, Workbook
from syditval.model.relation import Verdict
from syditval.model.trait import TraitKind
from syditval.reading.delimited import read_delimited
from syditval.reading.limits import Limits
from syditval.recognition import recognise
from tests.reading.refusals import refusal
from tests.seed import BUDGET


def sheet_of(content: bytes) -> Sheet:
    (sheet,) = read_delimited(content, Limits(), "april.csv").sheets
    return sheet


def grid(text: str) -> list[list[str]]:
    """What is read of a text, row by row, from the first column to the last that is used."""
    cells = sheet_of(text.encode()).cells
    rows, columns = (max(place[axis] for place in cells) for axis in (0, 1))
    return [
        [cells[row, column].text if (row, column) in cells else "" for column in range(1, columns + 1)]
        for row in range(1, rows + 1)
    ]


SEMICOLONS = {
    "decimal commas": "Konto;Budget\n5010;1200,50\n5020;900,25\n5030;1,00\n",
    "a title and notes with commas": "Nämnd, april, tkr\nKonto;Budget\n5010;1,5\nIntern, ej fördelad\n",
    "ragged lines": "Konto;Budget;Utfall\n5010;1;\n5020;2\n5030;1,5;2,5\n5040;1,5;2,5\n",
}


class TestDelimiter:
    @pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
    def test_is_what_splits_the_lines_alike(self, mark: str) -> None:
        lines = (["Konto", "Budget", "Utfall"], ["5010", "1200", "900"])
        written = "\n".join(mark.join(line) for line in lines)

        assert grid(written) == [["Konto", "Budget", "Utfall"], ["5010", "1200", "900"]]

    @pytest.mark.parametrize("text", SEMICOLONS.values(), ids=SEMICOLONS)
    def test_is_the_semicolon_in_spite_of(self, text: str) -> None:
        assert ["Konto", "Budget"] in [row[:2] for row in grid(text)]

    def test_is_the_comma_also_where_a_line_holds_but_numbers(self) -> None:
        assert grid("Konto,Budget\n5010,1200\n") == [["Konto", "Budget"], ["5010", "1200"]]

    @pytest.mark.parametrize("text", ["Utfall\n12,5\n13,5", "Nämndens\nutfall blev gott", "Konto"])
    def test_is_nothing_in_a_single_column(self, text: str) -> None:
        assert grid(text) == [[line] for line in text.split("\n")]

    @pytest.mark.parametrize("hint", ["sep=;\r\n", '"sep=;"\n', "SEP=;\r"])
    def test_is_what_the_first_line_says_which_is_no_row(self, hint: str) -> None:
        assert grid(f"{hint}a,b;c\nd,e;f\ng,h\n") == [["a,b", "c"], ["d,e", "f"], ["g,h", ""]]


class TestFields:
    def test_stay_the_text_that_they_are(self) -> None:
        fields = ["'5010", "=1+1", "0050", " 1 200 ", "1e3", "2024-04-30", "TRUE", "#DIV/0!", "−5"]

        assert grid(";".join(fields)) == [fields]
        assert {cell.kind for cell in sheet_of(";".join(fields).encode()).cells.values()} == {CellKind.TEXT}

    def test_that_are_empty_are_no_cells(self) -> None:
        assert sheet_of(b"Konto;;Budget\n\n;1;").cells == {
            (1, 1): Cell(CellKind.TEXT, "Konto"),
            (1, 3): Cell(CellKind.TEXT, "Budget"),
            (3, 2): Cell(CellKind.TEXT, "1"),
        }

    def test_may_be_quoted_and_hold_anything(self) -> None:
        assert grid('"a;b";"c ""d""";"e\nf"\n1;2;3') == [["a;b", 'c "d"', "e\nf"], ["1", "2", "3"]]

    def test_that_do_not_begin_with_a_quotation_mark_may_hold_some(self) -> None:
        assert grid('5" rör;1\n6" rör;2') == [['5" rör', "1"], ['6" rör', "2"]]

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_lines_may_end_in_any_way(self, end: str) -> None:
        assert grid(end.join(["a;b", "", "c;d"]) + end) == [["a", "b"], ["", ""], ["c", "d"]]

    @pytest.mark.parametrize(
        ("text", "place"),
        [('a;b\n"Nämnd" A;1\nc;d', "april!A2"), ('a;b\nc;d\n"Löner;1\nHyror;2\n', "april!A3")],
        ids=["text after a quotation", "a quotation without an end"],
    )
    def test_that_can_be_read_in_two_ways_are_refused_with_their_place(self, text: str, place: str) -> None:
        refused = refusal(read_delimited, text.encode(), Limits(), "april.csv")

        assert (refused.code, refused.cell) == ("R046", place)
        assert "a quotation mark" in str(refused.about(file="april.csv"))


class TestFile:
    @pytest.mark.parametrize("name", ["april.csv", "april.txt", "april.xls"])
    def test_gives_the_sheet_its_name(self, name: str) -> None:
        (sheet,) = read_delimited(b"a;b", Limits(), name).sheets

        assert sheet.name == "april"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
    def test_may_be_in_several_encodings(self, encoding: str) -> None:
        assert sheet_of("Kostnadsställe;År".encode(encoding)).cells == {
            (1, 1): Cell(CellKind.TEXT, "Kostnadsställe"),
            (1, 2): Cell(CellKind.TEXT, "År"),
        }

    def test_that_was_garbled_before_is_noticed_and_left_as_it_is(self) -> None:
        contents = read_delimited("Konto;KostnadsstÃ¤lle\n".encode(), Limits(), "april.csv")

        assert [(each.kind, each.where) for each in contents.traits] == [(TraitKind.MOJIBAKE, "april!B1")]
        assert contents.sheets[0].cells[1, 2].text == "KostnadsstÃ¤lle"

    def test_that_is_no_text_is_refused(self) -> None:
        assert refusal(read_delimited, b"Konto;\0", Limits(), "april.csv").code == "R015"

    def test_of_blanks_is_an_empty_sheet(self) -> None:
        assert sheet_of(b"\r\n\r\n").cells == {}


@pytest.mark.parametrize(("limit", "most"), [("sheet_cells", 4), ("text_characters", 6)])
def test_a_limit_may_be_reached_and_not_exceeded(limit: str, most: int) -> None:
    content = b"Budget;b\nc;d"

    assert read_delimited(content, Limits().with_value(limit, str(most)), "april.csv").sheets
    refused = refusal(read_delimited, content, Limits().with_value(limit, str(most - 1)), "april.csv")
    assert (refused.code, refused.fields["limit"], refused.fields["found"]) == ("R013", limit, str(most))
    assert csv.field_size_limit() > most


def test_a_field_may_be_longer_than_the_standard_library_allows_by_itself() -> None:
    before = csv.field_size_limit()
    limits = Limits(text_characters=200_000)
    (sheet,) = read_delimited(b"a;" + b"x" * 200_000, limits, "april.csv").sheets
    assert len(sheet.cells[1, 2].text) == 200_000
    assert csv.field_size_limit() == before


LETTERS = st.sampled_from("abåäöÅÄÖ 019-.='\"\n")
BEYOND_LATIN = st.sampled_from("abå−–\u202f\xa0€ 1\n")


def texts(letters: st.SearchStrategy[str]) -> st.SearchStrategy[list[list[str]]]:
    """Grids of texts under headings, without what sets fields off elsewhere, which could be taken for it here."""
    rows = st.lists(st.lists(st.text(letters, max_size=6), min_size=3, max_size=3), max_size=6)
    return rows.map(lambda rows: [["Konto", "Budget", "Utfall"], *rows])


@given(
    rows=st.one_of(
        st.tuples(texts(LETTERS), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])),
        st.tuples(texts(BEYOND_LATIN), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])),
    ),
    mark=st.sampled_from("\t;|,"),
    end=st.sampled_from(["\n", "\r\n"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
@example(rows=([["Konto", "Budget"], ['"', ";\r\n"]], "cp1252"), mark=";", end="\r\n", quoting=csv.QUOTE_ALL)
def test_what_is_written_is_read_cell_for_cell(
    rows: tuple[list[list[str]], str], mark: str, end: str, quoting: int
) -> None:
    grid, encoding = rows
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=mark, lineterminator=end, quoting=quoting).writerows(grid)

    read = sheet_of(written.getvalue().encode(encoding)).cells

    assert {place: cell.value for place, cell in read.items()} == {
        (row, column): text
        for row, fields in enumerate(grid, start=1)
        for column, text in enumerate(fields, start=1)
        if text
    }


# Of the seed's budget table: four columns added up, and a variance on every line and on the total.
RELATIONS = 4 + 11

HOW_AMOUNTS_ARE_WRITTEN = {
    "as printed": str,
    "decimals after a comma": lambda amount: f"{amount},00",
    "no-break spaces": lambda amount: amount.replace(" ", "\xa0"),
    "narrow spaces": lambda amount: amount.replace(" ", "\u202f"),
    "a true minus sign": lambda amount: amount.replace("-", "−").replace("− ", "−"),
    "a minus sign behind": lambda amount: amount.strip("- ") + "-" * ("-" in amount),
    "digits alone": lambda amount: amount.replace(" ", ""),
}


def lines_of_the_budget() -> list[list[str]]:
    return [[field.strip().strip('"') for field in line.split("|")] for line in BUDGET.strip().splitlines()]


@pytest.mark.parametrize("how", HOW_AMOUNTS_ARE_WRITTEN)
@pytest.mark.parametrize("mark", [";", "\t", ","])
def test_a_budget_table_reconciles(how: str, mark: str) -> None:
    write = HOW_AMOUNTS_ARE_WRITTEN[how]
    exported = io.StringIO(newline="")
    lines = [
        [write(field) if field.strip("- ").replace(" ", "").isdigit() else field for field in line]
        for line in lines_of_the_budget()
    ]
    csv.writer(exported, delimiter=mark).writerows(lines)
    sheet = sheet_of(exported.getvalue().encode())
    kinds = load_kinds()

    found = recognise(Workbook("april.csv", "0" * 64, 1, (sheet,)), kinds)
    checked = check_tables(found.tables, kinds, NEAREST)

    assert len(checked.judgements) == RELATIONS
    assert {judgement.verdict for judgement in checked.judgements} <= {Verdict.EXACT, Verdict.ROUNDING}
