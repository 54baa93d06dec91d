"""One more waiver in a file: what stood there stands there still, and the waiver is read back as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.model.threshold import Threshold
from syditval.model.waiver import Waiver
from syditval.settings import CannotWaive, add_waiver, load_settings

WAIVER = Waiver(
    "F101",
    "budget/total/actual",
    "Avrundning i huvudboken.",
    Threshold(Decimal("12.5"), "tkr"),
    "A. Berg",
    date(2024, 12, 31),
    "it-*.xlsx",
)
SHORT = Waiver("V103", "investment/itinvestlaxå/percent", "Beräknas av ekonomisystemet.")

WRITTEN = """\
[[waivers]]
code = "F101"
place = "budget/total/actual"
at_most = "12.5 tkr"
reason = "Avrundning i huvudboken."
who = "A. Berg"
until = 2024-12-31
workbook = "it-*.xlsx"
"""
SHORT_WRITTEN = """\
[[waivers]]
code = "V103"
place = "investment/itinvestlaxå/percent"
reason = "Beräknas av ekonomisystemet."
"""
SETTLED = """\
# Ekonomiavdelningen, 2024
lang   = 'sv'      # rapporten på svenska

[limits]
rows = 20_000
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "syditval.toml"


def test_a_file_is_made_where_there_is_none(file: Path) -> None:
    add_waiver(file, WAIVER)

    assert file.read_bytes().decode() == WRITTEN


def test_what_a_waiver_does_not_say_is_not_written(file: Path) -> None:
    add_waiver(file, SHORT)

    assert file.read_bytes().decode() == SHORT_WRITTEN


def test_entries_stand_in_the_order_in_which_they_were_made_set_off_by_a_blank_line(file: Path) -> None:
    add_waiver(file, WAIVER)
    add_waiver(file, SHORT)

    assert file.read_bytes().decode() == f"{WRITTEN}\n{SHORT_WRITTEN}"


class TestWhatStandsThere:
    @pytest.mark.parametrize(
        ("content", "added"),
        [
            (SETTLED, f"\n{SHORT_WRITTEN}"),
            (f"{WRITTEN}\n[limits]\nrows = 20_000\n", f"\n{SHORT_WRITTEN}"),
            (SETTLED.rstrip(), f"\n\n{SHORT_WRITTEN}"),
            (WRITTEN.rstrip(), f"\n\n{SHORT_WRITTEN}"),
            (SETTLED.replace("\n", "\r\n"), f"\n{SHORT_WRITTEN}".replace("\n", "\r\n")),
            (SETTLED.replace("\n", "\r\n").rstrip(), f"\n\n{SHORT_WRITTEN}".replace("\n", "\r\n")),
        ],
        ids=[
            "comments and order",
            "a section below the waivers",
            "without an end of its last line",
            "ending within a waiver",
            "written on Windows",
            "written on Windows, without an end of its last line",
        ],
    )
    def test_stays_to_the_byte_and_the_entry_follows(self, file: Path, content: str, added: str) -> None:
        file.write_bytes(content.encode())
        add_waiver(file, SHORT)

        assert file.read_bytes().decode() == content + added
        assert load_settings(file).waivers[-1] == SHORT

    @pytest.mark.parametrize(
        ("content", "cause"),
        [
            (b"titles = [", "Invalid value"),
            ("# Översikt".encode("latin-1"), "'utf-8' codec can't decode"),
            (b"waivers = 5", "waivers = 5)"),
            (b"waivers = true", "waivers = True)"),
            (b"waivers = []", "waivers = [])"),
            (b"[waivers.a]\nx = 1\n[limits]\n[waivers.b]\ny = 1", "waivers = {'a'"),
        ],
        ids=["not TOML", "not UTF-8", "a number", "a flag", "a list in a line", "sections of another kind"],
    )
    def test_that_nothing_can_be_added_to_is_refused_and_stays(
        self, file: Path, content: bytes, cause: str
    ) -> None:
        file.write_bytes(content)
        with pytest.raises(CannotWaive) as refused:
            add_waiver(file, SHORT)

        assert refused.value.code == "U040"
        assert refused.value.sentence("en").startswith(f"{file} cannot be added to ({cause}")
        assert file.read_bytes() == content


class TestAWaiverOfTheSameFinding:
    def test_is_refused_and_the_file_stays(self, file: Path) -> None:
        add_waiver(file, WAIVER)
        with pytest.raises(CannotWaive) as refused:
            add_waiver(file, replace(WAIVER, reason="Ny orsak.", until=None))

        assert refused.value.sentence("en") == (
            f"{file} has a waiver of F101/budget/total/actual already: change that one."
        )
        assert file.read_bytes().decode() == WRITTEN

    def test_is_one_that_concerns_the_same_workbooks_be_it_all(self, file: Path) -> None:
        add_waiver(file, SHORT)
        with pytest.raises(CannotWaive):
            add_waiver(file, SHORT)

        assert file.read_bytes().decode() == SHORT_WRITTEN

    @pytest.mark.parametrize("change", [{"code": "F102"}, {"place": "budget/total/budget"}, {"workbook": ""}])
    def test_one_of_another_or_for_other_workbooks_is_added(self, file: Path, change: dict[str, str]) -> None:
        add_waiver(file, WAIVER)
        add_waiver(file, replace(WAIVER, **change))

        assert file.read_bytes().decode().count("[[waivers]]") == 2


class TestWhatCannotBe:
    def test_a_folder_cannot_be_added_to(self, tmp_path: Path) -> None:
        with pytest.raises(CannotWaive) as refused:
            add_waiver(tmp_path, WAIVER)

        assert refused.value.sentence("en").startswith(f"{tmp_path} cannot be added to (Is a directory)")

    def test_in_a_folder_that_is_not_there_nothing_can_be_written(self, tmp_path: Path) -> None:
        with pytest.raises(CannotWaive) as refused:
            add_waiver(tmp_path / "gone" / "syditval.toml", WAIVER)

        assert refused.value.code == "U042"
        assert "syditval.toml cannot be written (No such file or directory): " in refused.value.sentence("en")

    def test_a_write_that_fails_leaves_the_file_as_it_was(
        self, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_: object) -> None:
            raise OSError(28, "No space left on device")

        add_waiver(file, WAIVER)
        monkeypatch.setattr(Path, "replace", fail)
        with pytest.raises(CannotWaive) as refused:
            add_waiver(file, SHORT)

        assert "No space left on device" in refused.value.sentence("en")
        assert file.read_bytes().decode() == WRITTEN
        assert list(file.parent.iterdir()) == [file]


# Whatever can be typed; a surrogate alone is no character.
optional_texts = st.text(st.characters(exclude_categories=["Cs"]))
texts = optional_texts.filter(str.strip)
thresholds = st.builds(
    Threshold, st.decimals(0, 10**12, places=4), st.sampled_from(["", "kr", "tkr", "mkr", "%"])
)
codes = st.sampled_from(["F101", "V103"])
waivers = st.builds(
    Waiver,
    codes,
    texts,
    texts,
    st.none() | thresholds,
    optional_texts,
    st.none() | st.dates(),
    optional_texts,
)
CONTENTS = ["", SETTLED, SETTLED.rstrip(), SETTLED.replace("\n", "\r\n"), f"{WRITTEN}\n[limits]\nrows = 5"]


@given(waivers, st.sampled_from(CONTENTS))
def test_whatever_a_waiver_says_it_is_read_back_as_it_was(waiver: Waiver, content: str) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "syditval.toml"
        file.write_bytes(content.encode())
        add_waiver(file, waiver)

        assert load_settings(file).waivers[-1] == waiver
