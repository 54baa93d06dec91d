"""Every refusal of the catalogues has its case, and every case its golden file; the guard is seen to fail."""

from __future__ import annotations

import re

from syditval.messages import texts
from tests.conftest import GOLDEN
from tests.errors.case import Case, disagreements
from tests.errors.cases import CASES

# Settings: R reading, A annotation, K files of settings, U usage, P records, M the store, B the page.
REFUSAL = re.compile(r"[RAKUPMB]\d{3}")
CODES = {section for section in texts("en").entries if REFUSAL.fullmatch(section)}


def test_every_refusal_has_one_case_and_every_case_its_refusal() -> None:
    assert list(disagreements(CODES, CASES)) == []


def test_no_golden_file_is_left_over() -> None:
    assert {file.stem for file in (GOLDEN / "errors").iterdir()} == {case.name for case in CASES}


def test_a_refusal_without_a_case_is_seen_and_a_case_without_its_refusal_too() -> None:
    cases = [
        Case("R001", "syditval"),
        Case("R999", "syditval"),
        Case("fault", "syditval"),
        Case("R001", "syditval"),
    ]

    assert list(disagreements({"R001", "R002"}, cases)) == [
        "R002 has no case",
        "R999 is no code of the catalogue",
        "R001 has two cases",
    ]
