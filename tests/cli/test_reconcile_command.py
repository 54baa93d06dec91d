"""``syditval reconcile``: which copy goes where, and what every ending means."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook

from syditval.cli.main import main
from syditval.model.cells import Workbook as Cells
from syditval.reading import Source, missing_protections
from syditval.run import protected, unmarked
from tests.annotation.seen import opened
from tests.annotation.writers import signed
from tests.cli.months import march

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def ended(*arguments: object) -> int:
    """The exit code of a reconciliation."""
    with pytest.raises(SystemExit) as left:
        main(["reconcile", *(str(argument) for argument in arguments)])
    return int(left.value.code or 0)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", "en")
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A sound workbook in a folder of its own."""
    return Path(shutil.copy(SAMPLES / "a-monthly-export.xlsx", tmp_path / "april.xlsx"))


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """The workbook with planted errors in the same folder."""
    return Path(shutil.copy(SAMPLES / "c-planted-errors.xlsx", tmp_path / "maj.xlsx"))


def test_the_copy_stands_beside_the_workbook_and_its_path_comes_last(
    sound: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sound.read_bytes()
    assert ended(sound) == 0
    copy = sound.with_name("april.granskad.xlsx")
    assert copy.is_file()
    assert sound.read_bytes() == before
    assert str(copy) in capsys.readouterr().out.splitlines()[-1]


def test_findings_are_exit_1(faulty: Path) -> None:
    assert ended("--no-annotate", faulty) == 1


def test_no_copy_is_made_when_none_is_wanted(sound: Path) -> None:
    assert ended("--no-annotate", sound) == 0
    assert [path.name for path in sound.parent.iterdir()] == ["april.xlsx"]


def test_output_names_the_copy(sound: Path) -> None:
    target = sound.with_name("granskning.xlsx")
    assert ended(sound, "-o", target) == 0
    assert target.is_file()


@pytest.mark.parametrize("folder", ["granskade", "2024/april/granskade"])
def test_several_workbooks_go_into_a_folder_that_is_made_for_them(
    sound: Path, faulty: Path, tmp_path: Path, folder: str
) -> None:
    assert ended(sound, faulty, "-o", tmp_path / folder) == 1
    names = sorted(path.name for path in (tmp_path / folder).iterdir())
    assert names == ["april.granskad.xlsx", "maj.granskad.xlsx"]


def test_a_slash_at_the_end_is_a_folder_for_one_workbook_too(sound: Path, tmp_path: Path) -> None:
    assert ended(sound, "-o", f"{tmp_path}/granskade/") == 0
    assert (tmp_path / "granskade" / "april.granskad.xlsx").is_file()


def test_a_folder_is_made_only_for_a_copy(tmp_path: Path) -> None:
    assert ended(tmp_path / "missing.xlsx", "-o", f"{tmp_path}/granskade/") == 2
    assert not (tmp_path / "granskade").exists()


def test_a_folder_that_cannot_be_made_is_exit_2_after_the_report(
    sound: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(sound, "-o", f"{sound}/granskade/") == 2
    streams = capsys.readouterr()
    assert "april.xlsx" in streams.out
    assert "cannot be written (Not a directory)" in streams.err


def test_several_workbooks_do_not_fit_into_one_file(
    sound: Path, faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = sound.with_name("one.xlsx")
    file.touch()
    assert ended(sound, faulty, "-o", file) == 2
    assert "must be a folder" in capsys.readouterr().err


def test_two_copies_of_one_name_are_refused_before_any_work(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "other").mkdir()
    other = shutil.copy(sound, tmp_path / "other" / "april.xlsx")
    assert ended(sound, other, "-o", tmp_path / "granskade") == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert "april.granskad.xlsx" in streams.err
    assert not (tmp_path / "granskade").exists()


def test_a_workbook_named_twice_is_refused_where_it_would_be_copied(sound: Path) -> None:
    assert ended(sound, sound) == 2
    assert not sound.with_name("april.granskad.xlsx").exists()
    assert ended("--no-annotate", sound, sound) == 0


def test_a_place_for_no_copy_makes_no_sense(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("--no-annotate", sound, "-o", sound.with_name("copy.xlsx")) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert "--no-annotate" in streams.err


def test_an_unreadable_workbook_does_not_stop_the_others(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "mars.xlsx"
    assert ended("--no-annotate", missing, sound) == 2
    streams = capsys.readouterr()
    assert streams.err == f"syditval: R001: There is no file {missing}: check the name and the folder.\n"
    assert "april.xlsx" in streams.out


@pytest.mark.skipif(bool(missing_protections()), reason="this platform has no child processes")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGKILL, "R050"), (signal.SIGSEGV, "R051")])
def test_nor_does_one_that_brings_its_process_down(
    number: int,
    code: str,
    sound: Path,
    faulty: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    honest = unmarked.read_workbook

    def read(source: Source, *rest: Any) -> Cells:
        if source.name == "maj.xlsx":
            os.kill(os.getpid(), number)
        return honest(source, *rest)

    monkeypatch.setattr(unmarked, "read_workbook", read)
    assert ended(faulty, sound) == 2
    streams = capsys.readouterr()
    assert streams.err.startswith(f"syditval: {code}: maj.xlsx is unreadable: ")
    assert streams.err.count("\n") == 1
    assert "april.xlsx" in streams.out
    assert sorted(each.name for each in sound.parent.iterdir()) == [
        "april.granskad.xlsx",
        "april.xlsx",
        "maj.xlsx",
    ]


def test_a_workbook_that_changes_while_it_is_read_gets_no_report(
    sound: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    honest = unmarked.read_workbook

    def read(source: Source, *rest: Any) -> Cells:
        sound.write_bytes(source.content + b"more")
        return honest(source, *rest)

    monkeypatch.setattr(unmarked, "read_workbook", read)
    assert ended(sound) == 2
    streams = capsys.readouterr()
    assert (streams.out, streams.err.count("\n")) == ("", 1)
    assert "april.xlsx was changed while it was read" in streams.err
    assert [*sound.parent.iterdir()] == [sound]


def test_a_limit_is_exceeded_by_name_and_can_be_raised(
    sound: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended("--no-annotate", "--limit", "sheet_cells=10", sound) == 2
    assert "--limit sheet_cells=NUMBER" in capsys.readouterr().err
    assert ended("--no-annotate", "--limit", "sheet_cells=100", sound) == 0


def test_a_copy_beyond_its_limit_is_not_written(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("--limit", "written_bytes=1000", sound) == 2
    streams = capsys.readouterr()
    assert "april.xlsx" in streams.out
    assert "cannot be written (File too large)" in streams.err
    assert [*sound.parent.iterdir()] == [sound]


def test_without_a_process_of_its_own_all_is_the_same(
    faulty: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = faulty.with_name("maj.granskad.xlsx")
    assert ended(faulty) == 1
    shown, written = capsys.readouterr().out, copy.read_bytes()
    copy.unlink()
    monkeypatch.delattr(protected, "isolated")
    assert ended("--in-process", faulty) == 1
    assert (capsys.readouterr().out, copy.read_bytes()) == (shown, written)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("text.xlsx", b"Budget;Utfall\n1;2\n", "is not an Excel workbook"),
        ("empty.xlsx", b"", "is empty"),
        ("old.xls", bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600, "an Office file of another sort"),
        ("cut.xlsx", (SAMPLES / "a-monthly-export.xlsx").read_bytes()[:3000], "is damaged or was cut short"),
    ],
)
def test_what_is_no_workbook_gets_one_sentence_and_exit_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert ended(path) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert says in streams.err
    assert streams.err.count("\n") == 1
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_folder_gets_one_sentence_and_exit_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(tmp_path) == 2
    assert "is a folder" in capsys.readouterr().err


def test_a_workbook_without_any_table_is_exit_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "Hej"
    book.save(tmp_path / "letter.xlsx")
    assert ended(tmp_path / "letter.xlsx") == 3
    assert "nothing was checked" in " ".join(capsys.readouterr().out.split()).lower()
    assert not (tmp_path / "letter.granskad.xlsx").exists()


def test_a_copy_that_cannot_be_written_is_exit_2_after_the_report(
    sound: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(sound, "-o", sound.parent / "nowhere" / "copy.xlsx") == 2
    streams = capsys.readouterr()
    assert "april.xlsx" in streams.out
    assert "cannot be written" in streams.err


def test_the_workbook_itself_is_never_the_target(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sound.read_bytes()
    assert ended(sound, "-o", sound) == 2
    assert sound.read_bytes() == before
    assert "overwrite" in capsys.readouterr().err


def test_a_dash_reads_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content = (SAMPLES / "c-planted-errors.xlsx").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    assert ended("-") == 1
    assert "Drift!C15" in capsys.readouterr().out


def test_standard_input_can_be_annotated_into_a_named_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    content = (SAMPLES / "c-planted-errors.xlsx").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    assert ended("-", "-o", tmp_path / "copy.xlsx") == 1
    assert (tmp_path / "copy.xlsx").is_file()


def test_json_gives_one_record_a_workbook(
    sound: Path, faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended("--no-annotate", "--format", "json", sound, faulty) == 1
    text, decoder, names = capsys.readouterr().out.lstrip(), json.JSONDecoder(), []
    while text:
        record, end = decoder.raw_decode(text)
        names.append(record["inputs"][0]["name"])
        text = text[end:].lstrip()
    assert names == ["april.xlsx", "maj.xlsx"]


def test_fail_on_lowers_the_bar(tmp_path: Path) -> None:
    """A repeated line is a warning: exit 0 by default, 1 where warnings count."""
    book = Workbook()
    for row in (
        ("", "Budget", "Utfall", "Prognos", "Avvikelse"),
        ("Intäkter", -900, -300, -900, 0),
        ("Hyror", 500, 170, 500, 0),
        ("Hyror", 400, 130, 400, 0),
        ("Summa", 0, 0, 0, 0),
    ):
        book.worksheets[0].append(row)
    book.save(tmp_path / "twice.xlsx")
    assert ended("--no-annotate", tmp_path / "twice.xlsx") == 0
    assert ended("--no-annotate", "--fail-on", "warning", tmp_path / "twice.xlsx") == 1


class TestStandards:
    """What findings are held against decides the exit code, and takes nothing away."""

    def record(self, capsys: pytest.CaptureFixture[str], *asked: object) -> tuple[int, dict[str, Any]]:
        """The exit code and the record of a reconciliation."""
        capsys.readouterr()
        code = ended("--no-annotate", "--format", "json", *asked)
        return code, json.loads(capsys.readouterr().out)

    @pytest.mark.parametrize(
        ("amount", "code", "immaterial"), [("1 kr", 1, 0), ("20 tkr", 1, 3), ("25", 0, 4), ("1 mdkr", 0, 4)]
    )
    def test_what_is_smaller_than_matters_is_kept_and_does_not_count(
        self, amount: str, code: int, immaterial: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The differences are of 5, 9, 10 and 24 tkr."""
        ended_as, record = self.record(capsys, "--materiality", amount, march(tmp_path))

        assert (ended_as, record["summary"]["immaterial"]) == (code, immaterial)
        assert len(record["findings"]) == 4
        assert record["options"]["materiality"] == amount
        smaller = [each["material"] for each in record["findings"]]
        assert smaller == sorted(smaller, reverse=True)

    def test_that_of_a_kind_of_table_holds_where_the_call_names_none(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        kinds = tmp_path / "slag"
        shutil.copytree(SAMPLES.parent / "schemas", kinds)
        shipped = (kinds / "budget.toml").read_text(encoding="utf-8")
        (kinds / "budget.toml").write_text(f'materiality = "1 mkr"\n{shipped}', encoding="utf-8")
        workbook = march(tmp_path)

        assert self.record(capsys, "--schemas", kinds, workbook)[0] == 0
        assert self.record(capsys, "--schemas", kinds, "--materiality", "1 kr", workbook)[0] == 1

    def test_what_is_accepted_is_kept_and_does_not_count(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        workbook, waivers = march(tmp_path), tmp_path / "undantag.toml"
        waivers.write_text(
            "".join(
                f'[[waivers]]\ncode = "{code}"\nplace = "budget/{place}"\nreason = "Så."\nuntil = 2024-04-30\n'
                for code, place in (
                    ("V101", "lokalhyror/variance"),
                    ("V101", "övrigt/variance"),
                    ("V101", "total/variance"),
                    ("F101", "total/actual"),
                )
            ),
            encoding="utf-8",
        )

        code, record = self.record(capsys, "--waivers", waivers, "--as-of", "2024-04-30", workbook)
        assert (code, record["summary"]["waived"], len(record["findings"])) == (0, 4, 4)
        assert record["options"]["as-of"] == "2024-04-30"
        code, record = self.record(capsys, "--waivers", waivers, "--as-of", "2024-05-01", workbook)
        assert (code, record["summary"]["waived"], len(record["findings"])) == (1, 0, 8)

    def test_a_file_of_waivers_that_is_not_there_stops_the_run(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert ended("--waivers", tmp_path / "undantag.toml", march(tmp_path)) == 2
        streams = capsys.readouterr()
        assert (streams.out, streams.err[:15]) == ("", "syditval: K014:")


def test_percentages_of_the_shown_amounts_are_stricter(sound: Path) -> None:
    """Laxå's 48,0 is attainable from unrounded kronor, but 794/1 652 gives 48,1."""
    assert ended("--no-annotate", sound) == 0
    assert ended("--no-annotate", "--ratio-basis", "shown", sound) == 1


def test_a_mistake_in_a_schema_file_is_exit_2_with_file_and_key(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "kinds"
    folder.mkdir()
    (folder / "lokal.toml").write_text('unit = "dollar"\nfrobnicate = 3\n', encoding="utf-8")
    assert ended("--schemas", folder, sound) == 2
    said = capsys.readouterr().err
    assert "lokal.toml: frobnicate is not a key" in said
    assert 'lokal.toml: unit is "dollar"' in said


def legacy(path: Path) -> Path:
    """A table with a wrong total in a format that gets no annotated copy."""
    path.write_text(
        "Benämning;Budget;Utfall;Årsprognos;Avvikelse\n"
        "Intäkter;-900;-300;-900;0\nHyror;500;170;500;0\nLöner;400;130;400;0\nSumma;0;77;0;0\n",
        encoding="utf-8",
    )
    return path


def encrypted(path: Path) -> Path:
    with (SAMPLES / "c-planted-errors.xlsx").open("rb") as plain, path.open("wb") as locked:
        OOXMLFile(plain).encrypt("hemligt", locked)
    return path


def signed_sample(path: Path) -> Path:
    return signed(Path(shutil.copy(SAMPLES / "c-planted-errors.xlsx", path)))


@pytest.mark.parametrize(
    ("make", "name", "review", "says"),
    [
        (legacy, "april.csv", "april.granskad.csv.xlsx", "A011: april.csv gets no annotated copy"),
        (encrypted, "april.xlsx", "april.granskad.xlsx", "A011: april.xlsx gets no annotated copy"),
        (signed_sample, "april.xlsx", "april.granskad.xlsx", "A003: april.xlsx is digitally signed"),
    ],
    ids=["csv", "encrypted", "signed"],
)
def test_what_gets_no_copy_gets_a_review_of_its_own_and_the_exit_code_of_the_report(
    make: Callable[[Path], Path],
    name: str,
    review: str,
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SYDITVAL_PASSWORD", "hemligt")
    workbook = make(tmp_path / name)
    content = workbook.read_bytes()

    assert ended(workbook) == 1
    streams = capsys.readouterr()
    assert streams.err.startswith(f"syditval: {says}")
    assert streams.err.count("\n") == 1
    assert streams.out.endswith(f"The findings stand in a workbook of their own: {tmp_path / review}\n")
    assert opened(tmp_path / review).sheetnames == ["Granskning"]
    assert workbook.read_bytes() == content


def test_with_a_record_on_standard_output_the_place_is_told_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended("--format", "json", legacy(tmp_path / "april.csv")) == 1
    streams = capsys.readouterr()
    assert json.loads(streams.out)["inputs"][0]["name"] == "april.csv"
    assert streams.err.splitlines()[1].endswith("april.granskad.csv.xlsx")


def test_the_same_call_gives_the_same_bytes(faulty: Path) -> None:
    copy, written = faulty.with_name("maj.granskad.xlsx"), []
    for _ in range(2):
        assert ended("--ticks", "--show-uncovered", "--time", "2024-05-08", faulty) == 1
        written.append(copy.read_bytes())
        copy.unlink()
    assert written[0] == written[1]


def test_the_report_speaks_swedish_when_asked(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("--lang", "sv", sound) == 0
    assert "Granskad kopia" in capsys.readouterr().out
