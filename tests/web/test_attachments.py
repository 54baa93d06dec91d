"""Files that are saved: under a name that no browser and no folder trips over."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.web.attachments import attachment, tame, with_ending


@pytest.mark.parametrize(
    ("name", "disposition"),
    [
        ("april.xlsx", "attachment; filename=\"april.xlsx\"; filename*=UTF-8''april.xlsx"),
        (
            "Löner april.xlsx",
            "attachment; filename=\"L_ner_april.xlsx\"; filename*=UTF-8''L%C3%B6ner%20april.xlsx",
        ),
        ('a"; x="b', "attachment; filename=\"a___x__b\"; filename*=UTF-8''a%22%3B%20x%3D%22b"),
    ],
)
def test_a_name_is_told_in_both_ways(name: str, disposition: str) -> None:
    answer = attachment(b"PK", name)

    assert answer.headers["Content-Disposition"] == disposition
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.body == b"PK"


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("april.xlsx", "april.xlsx"),
        ("C:\\Users\\Karin\\april.xlsx", "april.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("/etc/", "_"),
        ("", "_"),
        ("..", "_"),
        ("a\nb\x00c\u202e.xlsx", "a_b_c_.xlsx"),
        ("x" * 500 + ".xlsx", "x" * 150 + ".xlsx"),
        ("a." + "y" * 500, "a." + "y" * 9),
    ],
)
def test_what_is_kept_of_a_name(sent: str, kept: str) -> None:
    assert tame(sent) == kept


@given(st.text())
def test_whatever_is_sent_a_name_is_a_name(sent: str) -> None:
    kept = tame(sent)

    assert kept
    assert kept.isprintable()
    assert "/" not in kept
    assert len(kept) <= 160
    assert tame(kept) == kept
    assert re.fullmatch(
        r"attachment; filename=\"[\w.-]+\"; filename\*=UTF-8''[\w.~%-]+",
        attachment(b"", kept).headers["Content-Disposition"],
        re.ASCII,
    )


def test_another_ending() -> None:
    assert [with_ending(name, ".json") for name in ("april.xlsx", "april", "a.b.xlsx")] == [
        "april.json",
        "april.json",
        "a.b.json",
    ]
