"""The golden fixture is a guard: it must fail when there is nothing to compare with, or a difference."""

from __future__ import annotations

from pathlib import Path

import pytest

ONE_GOLDEN_TEST = "def test_it(golden): golden('greeting.txt', 'hej å\\n')"


@pytest.fixture
def house(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A folder with our conftest and one test that compares with ``golden/greeting.txt``."""
    pytester.makeconftest(Path(__file__).with_name("conftest.py").read_text())
    pytester.makepyfile(ONE_GOLDEN_TEST)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # they take most of a second each time
    return pytester


def write_golden(house: pytest.Pytester, text: str) -> None:
    (house.path / "golden").mkdir()
    (house.path / "golden/greeting.txt").write_bytes(text.encode())


def test_an_absent_golden_file_fails_and_is_not_written(house: pytest.Pytester) -> None:
    result = house.runpytest_inprocess()

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*greeting.txt is absent; --update-golden writes it*"])
    assert not (house.path / "golden").exists()


def test_a_differing_golden_file_fails_and_is_kept(house: pytest.Pytester) -> None:
    write_golden(house, "hej a\n")

    house.runpytest_inprocess().assert_outcomes(failed=1)
    assert (house.path / "golden/greeting.txt").read_text() == "hej a\n"


def test_line_ends_are_part_of_the_text(house: pytest.Pytester) -> None:
    write_golden(house, "hej å\r\n")

    house.runpytest_inprocess().assert_outcomes(failed=1)


def test_an_equal_golden_file_passes(house: pytest.Pytester) -> None:
    write_golden(house, "hej å\n")

    house.runpytest_inprocess().assert_outcomes(passed=1)


def test_only_the_flag_writes_golden_files(house: pytest.Pytester) -> None:
    house.runpytest_inprocess("--update-golden").assert_outcomes(passed=1)

    assert (house.path / "golden/greeting.txt").read_text() == "hej å\n"
