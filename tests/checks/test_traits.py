"""What reading noticed is told once for each kind, with where it was noticed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syditval.checks.traits import TRAIT_RULES, trait_findings
from syditval.messages import texts
from syditval.messages.findings import finding_sentence
from syditval.model.rule import Severity
from syditval.model.trait import Trait, TraitKind

LINK = Trait(TraitKind.EXTERNAL_LINK, "xl/externalLinks/externalLink1.xml", "budget2023.xlsx")
MACROS = Trait(TraitKind.MACROS, "xl/vbaProject.bin")


def places(*traits: Trait) -> str:
    (found,) = trait_findings(traits)
    sentence = finding_sentence(found, texts("en"))
    return sentence.partition(" Where: ")[2]


def test_every_kind_has_its_rule() -> None:
    assert set(TRAIT_RULES) == set(TraitKind)


def test_only_the_label_is_no_more_than_a_note() -> None:
    notes = [kind for kind, rule in TRAIT_RULES.items() if rule.severity is Severity.NOTE]

    assert notes == [TraitKind.SENSITIVITY_LABEL]
    assert {rule.severity for rule in TRAIT_RULES.values()} == {Severity.WARNING, Severity.NOTE}


def test_nothing_noticed_is_nothing_found() -> None:
    assert list(trait_findings([])) == []


def test_each_kind_is_one_finding_about_the_workbook() -> None:
    found = list(trait_findings([LINK, MACROS, replace(LINK, detail="budget2022.xlsx")]))

    assert [(each.id, each.code, each.cell, each.table) for each in found] == [
        ("H201", "H201", None, ""),
        ("H203", "H203", None, ""),
    ]


def test_it_is_told_where_and_what() -> None:
    assert places(LINK, replace(LINK, detail="")) == (
        "xl/externalLinks/externalLink1.xml (budget2023.xlsx), xl/externalLinks/externalLink1.xml."
    )


def test_of_many_the_first_are_told_each_place_once() -> None:
    many = [replace(MACROS, where=f"xl/{number // 2}.bin") for number in range(20)]

    assert places(*many) == "xl/0.bin, xl/1.bin, xl/2.bin, xl/3.bin, xl/4.bin, …."


def test_what_was_noticed_nowhere_in_particular_says_nothing_of_a_place() -> None:
    (found,) = trait_findings([Trait(TraitKind.VALUES_ONLY)])

    assert "Where" not in finding_sentence(found, texts("en"))


def test_the_complaint_of_a_library_is_not_told() -> None:
    assert places(Trait(TraitKind.BROKEN_DECORATION, "xl/styles.xml", "expected <class 'float'>")) == (
        "xl/styles.xml."
    )


def test_a_text_of_the_file_is_data_and_no_longer_than_it_needs_to_be() -> None:
    hostile = Trait(TraitKind.MOJIBAKE, "Blad1!A1", "{0}[b]\N{RIGHT-TO-LEFT OVERRIDE}" + "x" * 40_000)

    assert places(hostile).startswith(r"Blad1!A1 ({0}[b]\u202exxx")
    assert len(places(hostile)) < 100


@pytest.mark.parametrize("kind", TraitKind)
def test_its_example_is_the_sound_table_with_one_line_above(kind: TraitKind) -> None:
    rule = TRAIT_RULES[kind]

    assert rule.bad.endswith(rule.good)
    assert rule.bad.startswith(f"! {kind.value}")
