"""Every refusal of the page has its status."""

from __future__ import annotations

import re
from http import HTTPStatus

import pytest

from syditval.annotation import CannotAnnotate
from syditval.messages import Refusal, texts
from syditval.messages.catalogue import LANGUAGES
from syditval.reading import UnreadableWorkbook
from syditval.store import NotKept, StoreRefusal
from syditval.web.refusals import STATUSES, PageRefusal, sentence_of, status_of

ENGLISH = texts("en").entries
CODES = {section for section in ENGLISH if re.fullmatch(r"B\d{3}", section)}


def test_each_has_one() -> None:
    assert set(STATUSES) == CODES


def test_it_is_one_that_http_knows_and_says_that_something_is_refused() -> None:
    assert all(HTTPStatus(status) >= HTTPStatus.BAD_REQUEST for status in STATUSES.values())


@pytest.mark.parametrize(
    ("refusal", "status"),
    [
        (PageRefusal("B003"), 404),
        (NotKept("M018", name="Karin"), 404),
        (StoreRefusal("M008", place="months.sqlite"), 503),
        (CannotAnnotate("A005", file="april.xlsx", cause="full"), 422),
        (Refusal("U001"), 422),
    ],
)
def test_those_of_other_rooms_have_one_too(refusal: Refusal, status: int) -> None:
    assert status_of(refusal) == status


class TestSentences:
    """What can be said of a workbook that is sent, and of a store that is asked."""

    CODES = tuple(code for code in ENGLISH if re.fullmatch(r"R\d{3}|M04\d|M009|M012", code))

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("code", CODES)
    def test_none_speaks_of_the_command_line(self, code: str, language: str) -> None:
        sentence = sentence_of(Refusal(code, **dict.fromkeys(ENGLISH["placeholder"], "x")), language)

        assert not re.search(r"--|syditval |SYDITVAL_|pip install|terminal", sentence)

    def test_those_of_the_page_are_of_codes_that_there_are_and_need_no_other_fields(self) -> None:
        fields = {code: set(re.findall(r"{\w+}", text)) for code, text in ENGLISH["page_advice"].items()}

        assert all(fields[code] <= set(re.findall(r"{\w+}", ENGLISH[code]["message"])) for code in fields)

    def test_where_the_page_has_none_it_is_the_usual_one(self) -> None:
        refusal = UnreadableWorkbook("R004", file="april.xlsx")

        assert sentence_of(refusal, "sv") == refusal.sentence("sv")

    def test_a_workbook_s_own_words_are_found_in_it_too(self) -> None:
        refusal = UnreadableWorkbook("R013", file="x", place="package", limit="parts", found="9", allowed="8")

        assert sentence_of(refusal, "en") == (
            "x: the package has 9 where the limit parts allows 8: "
            "if the file is what it should be, ask whoever runs the page to allow more."
        )
