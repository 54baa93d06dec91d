"""Headings compared by what they say; every heading seen in reports stands for its role."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.model.kind import TableKind
from syditval.recognition.headings import (
    begins_with,
    header_rank,
    heading_beginnings,
    roles_of,
    squash,
)
from tests.recognition.found import BUDGET, INVESTMENT, KINDS

# Role, then headings as published reports and system exports write them.
BUDGET_HEADINGS = """
label           | Benämning; Konto; vht; Verksamhet; Ansvar
budget          | Budget; Budget 2024; Budget 2013; Budget för 2020; Årsbudget; Helårsbudget; Budget helår; Beslutad budget; KF-budget
budget          | Internbudget; Ram; Budgetram; Kommunbidrag; Kommunbidrag 2); Anslag; Reviderad budget; Budget inkl. tilläggsanslag
budget          | Budget inkl. ombudgetering; Budget inkl. tilläggsanslag/ombudgetering; BUDGE T; Budget (tkr); Budget, mnkr
period_budget   | Periodbudget; Budget ack; Ack budget; Budget jan-apr; Budget perioden; Periodens budget; periodiserad budget
actual          | Utfall; Utfall 2025; Utfall2013; Utfall jan-apr; Utfall 240430; Ack utfall; Ack. Utfall; utfall_ack; Utfall t.o.m.
actual          | Utfall apr; Utfall till och med april; Bokfört t.o.m. 240430; Redovisat; Redovisning; Förbrukat; Nettokostnad 2021
forecast        | Prognos; Årsprognos; Helårsprognos; Prognos helår; Prognos 1; Prognos 2; Prognos sep; Prognos apr; Prognos T1
forecast        | Bokslutsprognos; Linjärt utfall; Förväntat utfall; PROGNO S HELÅR; Helårsprognos april
variance        | Avvikelse; Avv; Avv.; Budgetavvikelse; Budget-avvikelse; Budget\u00adavvikelse; Avvikelse mot budget 2021; Prognosavvikelse
variance        | Diff; Diff.; Diff.2; Differens; Differens (kr); Differens apr; Återstår; Överskott/underskott; Avv utfall - budget; AVVIKELS E
period_variance | Avvikelse ack; Ack avvikelse; Periodavvikelse; Avvikelse perioden
prior_year      | Föregående år; Fg år; fg år; Fg år utfall; Bokslut; Bokslut 2023; Samma period föregående år; Ingående värde
comment         | Kommentar; Kommentarer
note            | Not
"""

INVESTMENT_HEADINGS = """
label      | Projekt; PROJEKT; Investeringsprojekt; Objekt
budget     | Budget; Total projektbudget; Beslutad totalutgift; Investeringsbudget; BUDGE T
booked     | Bokfört t.o.m. 240430; BOKFÖR T t.o.m. 240430; Utfall; Ack utfall; Förbrukat; Utfall jan-aug; Bokfört till och med april
remainder  | Återstår; Avvikelse; AVVIKELS E; Kvar; Saldo; Disponibelt; Diff
percent    | Procent förbrukning; PROCENT FÖRBRUKNIN G; Förbrukning %; Förbr %; Andel; Andel av budget; Utfall %; Utfall-% 2019
percent    | Upparbetningsgrad; Förbrukningsgrad; Förbrukning; Andel (%)
forecast   | Prognos helår; PROGNO S HELÅR; Årsprognos; Prognos sep; Slutprognos
variance   | Avvikelse; Budgetavvikelse; Avvikelse mot budget; Avv.
prior_year | Bokslut 2023; Föregående år
"""

# Headings that look like one of the roles and are not.
STRANGERS = "Plan 2026; Ekonomiplan; Budgetprognos för 2023; Diff mot fg prognos; Ack. diff.1; Förändring %; Riktvärde 75%; 2024; (tkr); 240430; ;1)"


def seen(text: str) -> list[tuple[str, str]]:
    lines = (line.split("|") for line in text.strip().splitlines())
    return [(role.strip(), heading.strip()) for role, headings in lines for heading in headings.split(";")]


@pytest.mark.parametrize(("role", "heading"), seen(BUDGET_HEADINGS))
def test_a_heading_seen_over_a_budget_stands_for_its_role(role: str, heading: str) -> None:
    assert role in roles_of(heading, BUDGET)


@pytest.mark.parametrize(("role", "heading"), seen(INVESTMENT_HEADINGS))
def test_a_heading_seen_over_investments_stands_for_its_role(role: str, heading: str) -> None:
    assert role in roles_of(heading, INVESTMENT)


@pytest.mark.parametrize("heading", STRANGERS.split(";"))
@pytest.mark.parametrize("kind", [BUDGET, INVESTMENT])
def test_what_only_looks_like_a_heading_stands_for_none(heading: str, kind: TableKind) -> None:
    assert roles_of(heading, kind) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_every_heading_that_a_kind_states_stands_for_its_role(kind: TableKind) -> None:
    stated = [(column.role, heading) for column in kind.columns for heading in column.headers]

    assert [(role, heading) for role, heading in stated if role not in roles_of(heading, kind)] == []


def test_one_heading_may_stand_for_several_roles_in_the_order_of_the_kind() -> None:
    assert roles_of("AVVIKELSE", INVESTMENT) == ("remainder", "variance")
    assert roles_of("Utfall 2023", BUDGET) == ("actual", "prior_year")


def test_the_order_of_a_kinds_headers_ranks_headings() -> None:
    ranks = [
        header_rank(text, BUDGET, "actual") for text in ("Utfall 2024", "Bokslut 2023", "Utfall jan-apr")
    ]

    assert ranks[0] == 0 < ranks[1] < ranks[2]


@pytest.mark.parametrize(
    "text", ["Januari-april", "Jan – apr 2024", "Helår", "Ack", "Ackumulerat", "Perioden"]
)
def test_a_heading_may_begin_with_what_stands_over_several_columns(text: str) -> None:
    assert heading_beginnings(BUDGET)(text)


@pytest.mark.parametrize(
    ("heading", "squashed"),
    [
        ("BUDGE T", "budget"),
        ("Budget 2024", "budget"),
        ("Utfall2013", "utfall"),
        ("Utfall\n240430", "utfall"),
        ("Bokfört t.o.m. 30 april 2024", "bokförttom"),
        ("Budget (tkr)", "budget"),
        ("Budget, mnkr", "budget"),
        ("Budget SEK", "budget"),
        ("Belopp i tkr", ""),
        ("resultat 1)", "resultat"),
        ("Förbrukning %", "förbrukning%"),
        ("Differens (%)", "differens%"),
        ("BokfÃ¶rt", "bokfört"),
        ("Fritids‑, frilufts‑", "fritidsfrilufts"),
    ],
)
def test_only_the_letters_of_a_heading_count(heading: str, squashed: str) -> None:
    assert squash(heading) == squashed


@given(st.text())
def test_any_text_can_be_squashed_and_stays_so(text: str) -> None:
    assert " " not in squash(text)
    assert roles_of(text, BUDGET) == roles_of(f" {text}\n", BUDGET)


@pytest.mark.parametrize(
    "heading", ["Budget", "BUDGE", "Ack.", "Bokfört", "AVVIKELS", "Utfall jan-apr", "240430 Utf"]
)
def test_a_heading_may_begin_in_one_row_and_go_on_in_the_next(heading: str) -> None:
    assert heading_beginnings(BUDGET)(heading)


@pytest.mark.parametrize("text", ["", "Personalkostnader", "Summa", "12 106", "Budgeten höll", "get"])
def test_most_texts_begin_no_heading(text: str) -> None:
    assert not heading_beginnings(BUDGET)(text)


@pytest.mark.parametrize(
    "label",
    [
        "Summa",
        "SUMMA",
        "Summa:",
        "Summa drift",
        "Summa  totalt",
        "S:a",
        "s:a kostnader",
        "TOTALT",
        "Årets resultat",
        "Netto",
        "Totalsumma",
        "Slutsumma",
        "Delsumma personal",
        "Verksamhetens nettokostnad",
        "Verksamhetens nettokostnader",
        "Verksamhetens resultat",
        "Resultat före extraordinära poster",
        "Resultat efter finansiella poster",
        "Resultat efter skatteintäkter och statsbidrag",
    ],
)
def test_a_label_may_begin_with_the_word_for_a_total(label: str) -> None:
    assert begins_with(label, BUDGET.total_labels)


@pytest.mark.parametrize(
    "label",
    ["", "Summarisk", "Totalförsvar", "Nettoinvesteringar", "Verksamhetens intäkter", "Personal, summa"],
)
def test_a_longer_word_is_another_word(label: str) -> None:
    assert not begins_with(label, BUDGET.total_labels)


def test_nothing_begins_with_one_of_no_names() -> None:
    assert not begins_with("Summa", ())
