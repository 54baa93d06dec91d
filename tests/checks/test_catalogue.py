"""A rule is a file: listed, tested, described and named, or this fails; and its examples hold."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

import syditval
from syditval.checks import rule_digests, rule_infos
from syditval.checks.catalogue import rule_modules
from syditval.checks.traits import TRAIT_RULES
from syditval.messages import Texts, texts
from syditval.messages.catalogue import LANGUAGES
from syditval.model.rule import RuleInfo
from tests.checks.examined import Examined, examined, summed

HERE = Path(__file__).parent
PACKAGE = Path(syditval.__file__).parent
RULES = {info.code: info for info in rule_infos()}
MODULES = [module.__name__.rpartition(".")[2] for module in rule_modules()]

FAMILIES = re.compile(r"[RSFVTHW]\d{3}")
KEBAB_CASE = re.compile(r"[a-z]+(-[a-z]+)+")
# A rule is named after what is wrong, not after what it does or what it asks for.
NOT_A_DEFECT = {"check", "checks", "validate", "must", "should", "no", "ensure", "require"}

ALWAYS = ("title", "finds", "why", "do", "source")
OF_A_VERDICT = ("inconsistent", "implausible", "improbable")


INFERRED = {module.RULE.code for module in rule_modules() if hasattr(module, "INFERRED")}


def asked(info: RuleInfo, text: str) -> Examined:
    """What the command finds in a text to whose question the rule belongs."""
    return summed(text) if info.code in INFERRED else examined(text)


def untested(modules: Iterable[str], tests: Iterable[str]) -> set[str]:
    """The modules of rules that have no test file of the same name."""
    return set(modules) - {name.removeprefix("test_") for name in tests}


def texts_missing(info: RuleInfo, words: Texts) -> list[str]:
    """The parts that a rule's texts lack: one sentence for each verdict, or one for all."""
    says_verdicts = any(words.has(info.code, part) for part in OF_A_VERDICT)
    parts = (*ALWAYS, *(OF_A_VERDICT if says_verdicts else ("message",)))
    return [f"[{info.code}] {part}" for part in parts if not words.has(info.code, part)]


def unwanted(info: RuleInfo, found: Examined) -> list[str]:
    """What a good example should not give: its own finding, whatever counts, and anything that is waived.

    Only the rules on waivers have something waived in theirs.
    """
    quiet = ("note", "waived") if info.code.startswith("W") else ("note",)
    return [
        told
        for told, finding in zip(found.findings, found.checked.findings, strict=True)
        if finding.code == info.code or not told.startswith(quiet)
    ]


def badly_named(infos: Sequence[RuleInfo]) -> Iterator[str]:
    """Codes and names that break the conventions, or that two rules share."""
    for info in infos:
        if not FAMILIES.fullmatch(info.code):
            yield f"{info.code} is no code"
        if not KEBAB_CASE.fullmatch(info.name) or NOT_A_DEFECT & set(info.name.split("-")):
            yield f"{info.name} is no name of a defect"
    for values in ([info.code for info in infos], [info.name for info in infos]):
        yield from (f"{value} is taken twice" for value in sorted(set(values)) if values.count(value) > 1)


class TestCatalogue:
    def test_every_rule_has_a_test_file_of_its_name(self) -> None:
        assert untested(MODULES, (file.stem for file in HERE.glob("test_*.py"))) == set()

    def test_every_test_file_tests_a_module_of_the_room(self) -> None:
        modules = {file.stem for file in (PACKAGE / "checks").glob("*.py")}

        assert {file.stem.removeprefix("test_") for file in HERE.glob("test_*.py")} <= modules

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("info", rule_infos(), ids=lambda info: info.code)
    def test_every_rule_has_its_texts(self, info: RuleInfo, language: str) -> None:
        assert texts_missing(info, texts(language)) == []

    def test_every_explained_code_is_a_rule(self) -> None:
        explained = {code for code, parts in texts("en").entries.items() if "finds" in parts}

        assert explained == {info.code for info in rule_infos()}

    def test_codes_and_names_are_well_formed_and_unique(self) -> None:
        assert list(badly_named(rule_infos())) == []

    def test_rules_stand_in_the_order_of_their_codes(self) -> None:
        codes = [info.code for info in rule_infos()]

        assert codes == sorted(codes)

    def test_a_file_that_states_a_rule_is_in_the_catalogue_without_being_registered(
        self, tmp_path: Path
    ) -> None:
        shutil.copytree(PACKAGE, tmp_path / "syditval", ignore=shutil.ignore_patterns("__pycache__"))
        source = (PACKAGE / "checks/error_value.py").read_text(encoding="utf-8")
        (tmp_path / "syditval/checks/new_defect.py").write_text(
            source.replace("H101", "H199"), encoding="utf-8"
        )
        show = "from syditval.checks import rule_infos; print(*(info.code for info in rule_infos()))"
        done = subprocess.run(
            [sys.executable, "-c", show], cwd=tmp_path, capture_output=True, text=True, check=True
        )

        assert done.stdout.split() == sorted([*(info.code for info in rule_infos()), "H199"])


class TestTheGuardItself:
    """Each part of the guard is seen to fail."""

    def test_a_rule_without_a_test_file(self) -> None:
        assert untested(["total_differs", "new_defect"], ["test_total_differs"]) == {"new_defect"}

    def test_a_rule_without_some_of_its_texts(self) -> None:
        words = Texts("sv", {"F101": {"title": "", "why": "", "inconsistent": ""}, "S001": {"message": ""}})

        assert texts_missing(RULES["F101"], words) == [
            "[F101] finds",
            "[F101] do",
            "[F101] source",
            "[F101] implausible",
            "[F101] improbable",
        ]
        assert texts_missing(RULES["S001"], words) == [
            "[S001] title",
            "[S001] finds",
            "[S001] why",
            "[S001] do",
            "[S001] source",
        ]
        assert texts_missing(RULES["S002"], words)[-1] == "[S002] message"

    def test_a_rule_with_a_bad_code_or_name(self) -> None:
        info = RULES["F101"]
        bad = [
            info,
            replace(info, name="totalDiffers"),
            replace(info, code="X1", name="check-the-total"),
            replace(info, code="F102", name="total"),
        ]

        assert list(badly_named(bad)) == [
            "totalDiffers is no name of a defect",
            "X1 is no code",
            "check-the-total is no name of a defect",
            "total is no name of a defect",
            "F101 is taken twice",
        ]

    def test_a_good_example_that_gives_its_own_finding_however_quietly(self) -> None:
        hidden = RULES["H207"]
        waived = RULES["W002"].good

        assert unwanted(hidden, examined(hidden.bad)) == ["note H207 -"]
        assert unwanted(RULES["F101"], examined(waived)) == ["waived F101 C5"]

    def test_a_good_example_that_gives_the_finding_of_another_rule(self) -> None:
        waived = RULES["W002"].good

        assert unwanted(RULES["H101"], examined(RULES["F101"].bad)) == ["error F101 C5"]
        assert unwanted(RULES["H101"], examined(waived)) == ["waived F101 C5"]
        assert unwanted(RULES["W001"], examined(RULES["F101"].bad)) == ["error F101 C5"]
        assert unwanted(RULES["W001"], examined(waived)) == []


class TestAppliedRules:
    @pytest.mark.parametrize("info", rule_infos(), ids=lambda info: info.code)
    def test_whatever_is_found_is_of_a_rule_that_is_applied(self, info: RuleInfo) -> None:
        for inferred, ask in ((False, examined), (True, summed)):
            applied = dict(rule_digests(inferred=inferred, recalculated=True, has_months=True))

            assert {each.code for each in ask(info.bad).checked.findings} <= applied.keys()

    def test_of_declared_and_inferred_relations_each_question_applies_its_own(self) -> None:
        declared, inferred = (
            {code for code, _ in rule_digests(inferred=inferred, recalculated=False)}
            for inferred in (False, True)
        )

        assert inferred - declared == INFERRED
        assert {"F101", "V101", "S001", "H101"} <= declared - inferred
        assert {"H103", "H201", "H301", "W001", "W002"} <= declared & inferred

    def test_recalculation_is_applied_where_it_is_asked_for_alone(self) -> None:
        for inferred in (False, True):
            without = rule_digests(inferred=inferred, recalculated=False)
            asked_for = rule_digests(inferred=inferred, recalculated=True)

            assert {code for code, _ in set(asked_for) - set(without)} == {"H320"}
            assert set(without) < set(asked_for)

    def test_rules_from_month_to_month_are_applied_where_months_are_given_to_tables_of_a_kind(self) -> None:
        of_months = {code for code in RULES if code.startswith("T")}
        for inferred in (False, True):
            alone, against = (
                {code for code, _ in rule_digests(inferred=inferred, recalculated=False, has_months=given)}
                for given in (False, True)
            )

            assert against - alone == (set() if inferred else of_months)
            assert not alone & of_months

    def test_both_questions_apply_all_rules_that_there_are(self) -> None:
        applied = [
            rule_digests(inferred=inferred, recalculated=True, has_months=True) for inferred in (False, True)
        ]

        assert {code for rules in applied for code, _ in rules} == set(RULES)

    def test_they_stand_in_the_order_of_their_codes_with_the_hash_of_their_source(self) -> None:
        rules = dict(rule_digests(inferred=False, recalculated=False))
        source = (PACKAGE / "checks/total_differs.py").read_bytes()

        assert list(rules) == sorted(rules)
        assert rules["F101"] == sha256(source).hexdigest()

    def test_rules_on_traits_share_a_source(self) -> None:
        rules = dict(rule_digests(inferred=False, recalculated=False))

        assert len({rules[info.code] for info in TRAIT_RULES.values()}) == 1


@pytest.mark.parametrize("info", rule_infos(), ids=lambda info: info.code)
class TestExamples:
    """Every rule finds what is wrong in its bad example, and nothing in the good one."""

    def test_the_bad_example_gives_the_finding_and_no_other_error(self, info: RuleInfo) -> None:
        found = asked(info, info.bad)
        codes = {each.code for each in found.checked.findings}
        errors = {each.code for each in found.checked.findings if each.severity == "error"}

        assert info.code in codes, found.findings
        assert errors <= {info.code}, found.findings

    def test_the_good_example_gives_nothing_above_a_note_and_leaves_nothing_unchecked(
        self, info: RuleInfo
    ) -> None:
        found = asked(info, info.good)

        assert unwanted(info, found) == []
        assert found.gaps == []

    def test_the_finding_can_be_said_in_both_languages(self, info: RuleInfo) -> None:
        found = asked(info, info.bad)
        for language in LANGUAGES:
            for sentence in found.sentences(language):
                assert sentence.endswith(".")
                assert "{" not in sentence
