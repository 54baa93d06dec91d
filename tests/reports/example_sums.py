"""Reports on what adds up in tables written as text: nothing is read, and no copy is made."""

from __future__ import annotations

from dataclasses import replace

from syditval.arithmetic import NEAREST
from syditval.checks import Checked, check_region
from syditval.messages import texts
from syditval.messages.findings import finding_sentence, gap_sentence
from syditval.model.report import InputFile, Report
from syditval.recognition import regions_of
from tests.text_tables import workbook

# Sections with totals of their own, a broken total, a place that cannot be judged; a broken quotient;
# and figures that nothing explains.
MUNICIPALITY = """
# Drift
Nettokostnader per nämnd, tkr
                   | Budget | Utfall | Avvikelse | Prognos
Grundskola         | 51210  | 49871  | 1339      | 51200
Förskola           | 23110  | 17512  | 5598      | 23000
Gymnasium          | 31904  | 30218  | 1686      | x
Barn och utbildning| 106224 | 97601  | 8623      | 106000
Äldreomsorg        | 64170  | 65933  | -1763     | 64900
Individ och familj | 28755  | 29310  | -555      | 29100
Social             | 92925  | 95243  | -2318     | 94000
Kultur             | 11873  | 11020  | 853       | 11900
Summa              | 211022 | 203964 | 7158      | 211900
# Skolor
          | Kronor | Elever | Kronor per elev | Andel
Berga     | 51234  | 412    | 124.35          | 47.1%
Kyrkbyn   | 23101  | 187    | 123.53          | 21.3%
Lillbyn   | 8711   | 61     | 142.80          | 8.0%
Solhem    | 6413   | 53     | 112.00          | 5.9%
Åkra      | 11307  | 94     | 120.29          | 10.4%
Västra    | 7913   | 67     | 118.10          | 7.3%


Kontroll  | 4711
# Tom
Inget här
"""


def summing(language: str, text: str = MUNICIPALITY) -> Report:
    """The report on what adds up in a text."""
    book = workbook(text)
    regions = tuple(regions_of(book))
    checked = Checked()
    for region in regions:
        checked += check_region(region.table, region.aggregates, region.withheld, NEAREST)
    words = texts(language)
    counts = book.counts
    file = InputFile(
        "april.xlsx",
        "3f9a41c2d0e1" + "7" * 52,
        9_321,
        "xlsx",
        sheets=len(book.sheets),
        rows=counts.rows,
        cells=counts.cells,
        numbers=counts.numbers,
        formulas=counts.formulas,
    )
    return Report(
        "1.0.0",
        language,
        (file,),
        (),
        tuple(region.table for region in regions),
        checked.judgements,
        tuple(replace(each, message=finding_sentence(each, words)) for each in checked.findings),
        tuple(replace(each, message=gap_sentence(each, words)) for each in checked.not_checked),
    )
