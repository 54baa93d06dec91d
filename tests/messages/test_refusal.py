"""A refusal: a code, fields, and a sentence in either language."""

from __future__ import annotations

from syditval.annotation import CannotAnnotate
from syditval.messages import Refusal
from syditval.reading import UnreadableWorkbook


def test_it_speaks_both_languages_and_english_by_default() -> None:
    refused = Refusal("R004", file="april.xlsx")

    assert refused.sentence("sv") == "april.xlsx är tom: exportera eller spara arbetsboken igen."
    assert str(refused) == refused.sentence("en") == "april.xlsx is empty: export or save the workbook again."


def test_it_keeps_its_code_and_its_fields() -> None:
    refused = Refusal("R003", file="april.xlsx", cause="held")

    assert (refused.code, refused.fields) == ("R003", {"file": "april.xlsx", "cause": "held"})


def test_braces_in_a_file_name_are_data() -> None:
    assert str(Refusal("R004", file="{cause}.xlsx")).startswith("{cause}.xlsx is empty")


def test_each_room_that_refuses_has_its_own_class() -> None:
    assert issubclass(UnreadableWorkbook, Refusal)
    assert issubclass(CannotAnnotate, Refusal)
