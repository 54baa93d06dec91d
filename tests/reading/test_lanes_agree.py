"""However a sheet is gone through, the same comes of it: in either lane, and in pieces of any size."""

from __future__ import annotations

from pathlib import Path

import pytest

from syditval.reading import Limits, Source, UnreadableWorkbook, package, read_workbook
from syditval.reading.sheet_scan import SheetScan
from tests.reading.hostile import cell_cases, content_cases
from tests.reading.hostile.case import shown
from tests.reading.mutations import mutants
from tests.thorough import tries

SAMPLES = {
    path.stem: path.read_bytes() for path in sorted((Path(__file__).parents[2] / "samples").glob("*.xlsx"))
}
MUTANTS = tries(100, thorough=400)
LONGEST = 100_000

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def files() -> Files:
    """Samples, damaged ones, and hostile ones.

    What damages whole parts or their packing is noticed sooner or later by the size of the pieces.
    """
    in_xml = [mutant for mutant in mutants(SAMPLES, MUTANTS, seed=11) if mutant.damage.startswith("xml")]
    return {
        **SAMPLES,
        **{f"mutant {mutant}": mutant.content for mutant in in_xml},
        **{case.name: case.content for room in (cell_cases, content_cases) for case in room.CASES},
    }


@pytest.fixture(scope="module")
def in_one_piece(files: Files) -> dict[str, str]:
    """What comes of those that are short."""
    return outcomes({name: content for name, content in files.items() if len(content) < LONGEST})


def outcomes(files: Files) -> dict[str, str]:
    """The code of each file's refusal, or what is read of it."""
    return {name: outcome(content) for name, content in files.items()}


def outcome(content: bytes) -> str:
    try:
        return shown(read_workbook(Source("april.xlsx", content, None), Limits()))
    except UnreadableWorkbook as refusal:
        return refusal.code


def test_rows_as_a_block_and_element_by_element(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[bool] = []
    takes = SheetScan.takes

    def counted(scan: SheetScan, rows: bytes) -> bool:
        taken.append(takes(scan, rows))
        return taken[-1]

    monkeypatch.setattr(SheetScan, "takes", counted)
    in_both_lanes = outcomes(files)
    monkeypatch.setattr(SheetScan, "takes", lambda *_: False)

    assert outcomes(files) == in_both_lanes
    assert min(taken.count(True), taken.count(False)) > len(files) // 10


@pytest.mark.parametrize("size", [61, 997])
def test_pieces_of_any_size(
    size: int, files: Files, in_one_piece: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "_CHUNK", size)

    assert outcomes({name: files[name] for name in in_one_piece}) == in_one_piece
