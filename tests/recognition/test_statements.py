"""What a line states: fields with the names in them, and the month that figures reach to."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.recognition.periods import Month
from syditval.recognition.statements import (
    FIELDS,
    MOST_CHARACTERS,
    Statement,
    entity_name,
    has_colon,
    normal_name,
    stated_month,
    stated_year,
    statements,
)


def names(line: str) -> list[tuple[str, str]]:
    """The fields of a line by their plainest word, with the names in them."""
    return [
        (FIELDS[each.rank][-1], entity_name(each.text)) for each in statements(line) if each.rank is not None
    ]


def months(line: str) -> list[str]:
    """The months that a line states, as ``2024-04``, or ``04`` without a year."""
    found = [each.month for each in statements(line) if each.rank is None]
    return [f"{each.year}-{each.month:02}" if each.year else f"{each.month:02}" for each in found if each]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Enhet: IT-enheten", [("enhet", "IT-enheten")]),
        ("enhet :  IT-enheten  ", [("enhet", "IT-enheten")]),
        ("Förvaltning: Vård och omsorg", [("förvaltning", "Vård och omsorg")]),
        ("Nämnd: Kommunstyrelsen, jan-apr", [("nämnd", "Kommunstyrelsen")]),
        ("Ansvar 117, period januari-april 2024", [("ansvar", "117")]),
        ("Ansvar: 117 IT", [("ansvar", "117 IT")]),
        ("Affärsenhet 105 Period * * Objekttyp", [("enhet", "105")]),
        ("Företag: 183 Period:", [("förbund", "183")]),
        ("Period: Förvaltning: 117 Kr", [("förvaltning", "117")]),
        ("Verksamhet Grundskola F-6", [("verksamhet", "Grundskola F-6")]),
        ("Enhet: IT-enheten Ansvar: 117", [("enhet", "IT-enheten"), ("ansvar", "117")]),
        ("Kommun: Hallsberg (tkr)", [("kommun", "Hallsberg")]),
        ("Enhet:", [("enhet", "")]),
        ("Enhet", [("enhet", "")]),
        ("Enhet: tkr", [("enhet", "")]),
        ("Enhet: Alla", [("enhet", "")]),
        ("Enhet: ?", [("enhet", "")]),
        ("Enhet: ___", [("enhet", "")]),
        # No fields: one that another word follows at once, parts of other words, and words of a sentence.
        ("Enhet: Period: 2024-04", []),
        ("IT-enheten", []),
        ("Enheten har ett överskott", []),
        ("Verksamhetens nettokostnader", []),
        ("Ansvarig: Anna Andersson", []),
        ("Verksamhet i balans", []),
        ("Kommunbidrag: 100", []),
        ("Enhet: IT-enheten" + ", och mycket mer därtill" * 4, []),
    ],
)
def test_a_field_names_the_unit_behind_it(line: str, expected: list[tuple[str, str]]) -> None:
    assert names(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Utfall 240430", ["2024-04"]),
        ("per 2024-04-30", ["2024-04"]),
        ("Per den 30 april 2024", ["2024-04"]),
        ("Uppföljning per sista april", ["04"]),
        ("Period: januari-april 2024", ["2024-04"]),
        ("Period 202401 - 202404", ["2024-04"]),
        ("Period: 2024-01-01--2024-04-30", ["2024-04"]),
        ("perioden jan–apr", ["04"]),
        ("jan-apr", ["04"]),
        ("Januari – augusti 2024", ["2024-08"]),
        ("Tertial 1", ["04"]),
        ("Tertialrapport 2, 2024", ["2024-08"]),
        ("Andra tertialet 2024", ["2024-08"]),
        ("kvartal 3 2024", ["2024-09"]),
        ("t.o.m. april", ["04"]),
        ("Bokfört tom april 2024", ["2024-04"]),
        ("till och med mars 2024", ["2024-03"]),
        ("202404", ["2024-04"]),
        ("240430", ["2024-04"]),
        ("April", ["04"]),
        ("Driftredovisning april 2024", ["2024-04"]),
        ("Månadsrapport april 2024", ["2024-04"]),
        ("Utskriven 2024-05-08, period 202404", ["2024-04"]),
        ("Period 202404, utskriven 2024-05-08", ["2024-04"]),
        ("Prognos december 2024 per april 2024", ["2024-04"]),
        ("Enhet: Period: 2024-04", ["2024-04"]),
        ("Enhet: Skolan, april 2024", ["2024-04"]),
        # What says of no month that the figures reach to it.
        ("Utskriven 2024-05-31", []),
        ("Rapportdatum: 2024-05-31", []),
        ("2024-05-08", []),
        ("8 maj 2024", []),
        ("Till kommunstyrelsen den 12 juni", []),
        ("Kommunstyrelsens sammanträde maj 2024", []),
        ("Helårsprognos 2024-12-31", []),
        ("Föregående år: jan-apr 2023", []),
        ("Bokslut 2023-12-31", []),
        ("Beslut KF 2023-11-30", []),
        ("Delår 1 2024", []),
        ("Delårsrapport 1", []),
        ("Prognos 2", []),
        ("Kostnad per invånare i april", []),
        ("Enhet: Maj", []),
        ("Driftredovisning april", []),
        ("Period: 2024-04" + ", och mycket mer därtill" * 4, []),
        ("Budget 2024", []),
        ("Utfallet i mars var högre", []),
    ],
)
def test_the_month_that_figures_reach_to(line: str, expected: list[str]) -> None:
    assert months(line) == expected


def test_what_a_line_does_not_say_the_cell_beside_it_may() -> None:
    assert [*statements("Period:"), *statements("Förvaltning")] == [Statement(None, ":"), Statement(6, "")]
    assert [*statements("Period: Enhet: Skolan")] == [Statement(0, ": Skolan")]
    assert [has_colon(each) for each in (Statement(None, ": "), Statement(6, ""))] == [True, False]


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("Budget 2024", 2024),
        ("Uppföljning 240430", 2024),
        ("Utskriven 2024-05-08", None),
        ("Drift", None),
        ("Budget 2024" + ", och mycket mer därtill" * 4, None),
    ],
)
def test_a_line_may_state_the_year_alone(line: str, year: int | None) -> None:
    assert stated_year(line) == year


def test_a_month_that_does_not_come_at_once_is_another_one() -> None:
    assert stated_month(": april 2024 och framåt") == Month(4, 2024)
    assert stated_month(" invånare i april") is None


class TestNames:
    @pytest.mark.parametrize(
        ("given", "kept"),
        [
            ("  IT-enheten ", "IT-enheten"),
            ("Va\u0308gar\u00a0och\tgator", "Vägar och gator"),
            ("IT\u200b-en\u00adheten\u202e", "IT-enheten"),
            ("a" * 200, "a" * MOST_CHARACTERS),
            ("a" * (MOST_CHARACTERS - 1) + " b", "a" * (MOST_CHARACTERS - 1)),
            ("\x00\x07", ""),
        ],
    )
    def test_a_name_is_kept_in_one_way(self, given: str, kept: str) -> None:
        assert normal_name(given) == kept

    @given(st.text())
    def test_whatever_is_given_can_be_shown_on_one_line(self, given: str) -> None:
        name = normal_name(given)

        assert len(name) <= MOST_CHARACTERS
        assert name == name.strip() == unicodedata.normalize("NFC", name)
        assert not any(unicodedata.category(each).startswith("C") for each in name)
        assert normal_name(name) == name


@given(st.text())
def test_any_line_can_be_asked(line: str) -> None:
    assert all(isinstance(entity_name(each.text), str) for each in statements(line))
