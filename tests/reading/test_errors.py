"""The one exception of the room: a code, fields, and a sentence in either language."""

from __future__ import annotations

from syditval.reading import UnreadableWorkbook


def test_it_speaks_both_languages_and_english_by_default() -> None:
    refused = UnreadableWorkbook("R004", file="april.xlsx")

    assert refused.sentence("sv") == "april.xlsx är tom: exportera eller spara arbetsboken igen."
    assert str(refused) == refused.sentence("en") == "april.xlsx is empty: export or save the workbook again."


def test_it_keeps_its_code_and_its_fields() -> None:
    refused = UnreadableWorkbook("R003", file="april.xlsx", cause="held")

    assert (refused.code, refused.fields) == ("R003", {"file": "april.xlsx", "cause": "held"})


def test_braces_in_a_file_name_are_data() -> None:
    assert str(UnreadableWorkbook("R004", file="{cause}.xlsx")).startswith("{cause}.xlsx is empty")
