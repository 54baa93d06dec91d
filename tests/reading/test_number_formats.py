"""Number formats are read, whatever else a style sheet holds."""

from __future__ import annotations

from xml.etree.ElementTree import ParseError, fromstring

import pytest

from syditval.reading.names import MAIN
from syditval.reading.number_formats import Formats, read_formats


def formats(inside: str) -> Formats:
    """What is read of a style sheet."""
    return read_formats(fromstring(f'<styleSheet xmlns="{MAIN}">{inside}</styleSheet>'))


def styles(*numbers: object) -> str:
    return "<cellXfs>" + "".join(f'<xf numFmtId="{number}"/>' for number in numbers) + "</cellXfs>"


OWN = """<numFmts><numFmt numFmtId="164" formatCode="#,##0.0"/>
<numFmt numFmtId="165" formatCode="yyyy\\-mm"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts>"""


def test_each_style_has_the_format_that_is_built_in_or_the_workbooks_own() -> None:
    assert formats(OWN + styles(0, 9, 164)).codes == ("General", "0%", "#,##0.0")


def test_styles_that_show_dates_and_durations_are_known() -> None:
    found = formats(OWN + styles(0, 14, 164, 165, 166))

    assert (found.dates, found.durations) == ({1, 3, 4}, {4})


def test_the_workbooks_own_goes_before_what_is_built_in() -> None:
    assert formats('<numFmts><numFmt numFmtId="14" formatCode="0.0"/></numFmts>' + styles(14)).codes == (
        "0.0",
    )


@pytest.mark.parametrize("number", ["999", "-1", "", "x", "٣", "1" * 400])
def test_a_format_that_is_nowhere_defined_is_the_general_one(number: str) -> None:
    assert formats(styles(number)).codes == ("General",)


def test_a_style_without_a_format_and_a_sheet_without_styles_are_general() -> None:
    assert (
        formats("<cellXfs><xf/></cellXfs>") == formats("<cellXfs/>") == formats("") == Formats(("General",))
    )


def test_the_other_tables_of_formats_are_not_those_of_cells() -> None:
    assert formats('<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>' + styles(2)).codes == ("0.00",)


def test_what_openpyxl_would_refuse_is_no_obstacle() -> None:
    broken = '<fonts><font><color rgb="red"/></font></fonts><fills><fill/></fills>'

    assert formats(broken + styles(10)).codes == ("0.00%",)


def test_an_endless_format_is_told() -> None:
    with pytest.raises(ParseError):
        formats('<numFmts><numFmt numFmtId="164" formatCode="{}"/></numFmts>'.format("0" * 256) + styles(164))
