"""Texts, dates, formulas, areas, and the decoration around the figures."""

from __future__ import annotations

from syditval.reading.limits import Limits
from tests.reading.hostile.case import (
    BOOK,
    DECORATION,
    FORMATS,
    HONEST,
    ROW,
    STYLES,
    Case,
    cells,
    edited,
    honest,
    part,
    strings,
    with_strings,
)

ANY_TRAIT = DECORATION | FORMATS
ALL = "A1:XFD1048576"
CORE = "docProps/core.xml"


def text(inner: str) -> bytes:
    """A workbook with one text inside its cell."""
    return cells(f'<c r="A1" t="inlineStr"><is>{inner}</is></c>')


def shared(item: str) -> bytes:
    """A workbook with one shared text."""
    return with_strings(strings(item), '<row r="1"><c r="A1" t="s"><v>0</v></c></row>')


def day(serial: str) -> bytes:
    """A workbook with one number in a date format."""
    return cells(f'<c r="A1" s="1"><v>{serial}</v></c>')


def since_1904(serial: str) -> bytes:
    """The same in a workbook that counts its days from 1904."""
    book = part(BOOK).replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    return cells(f'<c r="A1" s="1"><v>{serial}</v></c>', {BOOK: book})


def written_day(moment: str) -> bytes:
    """A workbook with one date that is written out."""
    return cells(f'<c r="A1" t="d"><v>{moment}</v></c>')


def formula(xml: str, kind: str = "") -> bytes:
    """A workbook with one formula."""
    return cells(f'<c r="A1"{kind}>{xml}</c>')


def merged(*references: str) -> bytes:
    """The honest workbook with merged areas."""
    areas = "".join(f'<mergeCell ref="{each}"/>' for each in references)
    return honest(after=f"<mergeCells>{areas}</mergeCells>")


def after(xml: str) -> bytes:
    """The honest workbook with something after its cells."""
    return honest(after=xml)


def adorned(name: str, content: bytes) -> Case:
    """Decoration that makes no sense: the figures are read, with a warning at most."""
    return Case(name, content, HONEST, may_notice=ANY_TRAIT)


# fmt: off
TEXTS = [
    Case("a rich text", text("<r><t>Bud</t></r><r><rPr><b/></rPr><t>get</t></r>"), 'Drift: A1 "Budget"'),
    Case("a rich text among the shared ones", shared("<si><r><t>Bud</t></r><r><rPr><b/></rPr><t>get</t></r></si>"), 'Drift: A1 "Budget"'),
    Case("a rich text in fonts that make no sense", shared('<si><r><rPr><color rgb="röd"/><sz val="stor"/></rPr><t>Budget</t></r></si>'), 'Drift: A1 "Budget"', may_notice=DECORATION),
    Case("two texts in one", text("<t>1</t><t>200</t>"), "R046", ("Drift!A1",)),
    Case("two shared texts in one", shared("<si><t>1</t><t>200</t></si>"), "R032", ("xl/sharedStrings.xml",)),
    Case("a text and a rich text in one", shared("<si><t>1</t><r><t>200</t></r></si>"), "R032", ("xl/sharedStrings.xml",)),
    Case("how a text is pronounced", shared('<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>'), 'Drift: A1 "東京"'),
    Case("how a text in its cell is pronounced", text('<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>'), 'Drift: A1 "東京"'),
    Case("a text of no letters", shared("<si><t/></si>"), 'Drift: A1 ""'),
    Case("an item without a text", shared("<si/>"), 'Drift: A1 ""'),
    Case("blanks at both ends", text('<t xml:space="preserve"> 1 200 </t>'), 'Drift: A1 " 1 200 "'),
    Case("a NUL by its number", text("<t>a_x0000_b</t>"), 'Drift: A1 "a\x00b"'),
    Case("a NUL by its number among the shared texts", shared("<si><t>a_x0000_b</t></si>"), 'Drift: A1 "a\x00b"'),
    Case("a line break by its number", text("<t>a_x000D_b</t>"), 'Drift: A1 "a\rb"'),
    Case("an escape that is escaped", text("<t>_x005F_x0000_</t>"), 'Drift: A1 "_x0000_"'),
    Case("an escape that is none", text("<t>_x00G0_ _x_ _x12_</t>"), 'Drift: A1 "_x00G0_ _x_ _x12_"'),
    Case("half a character by its number", text("<t>a_xD800_b</t>"), 'Drift: A1 "a_xD800_b"'),
    Case("a text that turns the line around", text("<t>a\u202eb</t>"), 'Drift: A1 "a\u202eb"'),
    Case("a text that looks like a formula", text("<t>=1+1</t>"), 'Drift: A1 "=1+1"'),
    Case("a text that is the name of Strict workbooks", text("<t>http://purl.oclc.org/ooxml/spreadsheetml/main</t>"), 'Drift: A1 "http://purl.oclc.org/ooxml/spreadsheetml/main"'),
    Case("a text that looks like a command", text("<t>=cmd|'/c calc'!A0</t>"), "Drift: A1 \"=cmd|'/c calc'!A0\""),
    Case("a text of 40 000 letters", text(f"<t>{'å' * 40_000}</t>"), f'Drift: A1 "{"å" * 40_000}"'),
    Case("a text of many pieces", text("<t>" + "&amp;" * 9_999 + "</t>"), f'Drift: A1 "{"&" * 9_999}"'),
    Case("a shared text without its end", with_strings("<sst"), "R031", ("xl/sharedStrings.xml",)),
]

DATES = [
    Case("a day", day("45412"), "Drift: A1 2024-04-30"),
    Case("a day with a time", day("45412.5"), "Drift: A1 2024-04-30 12:00:00"),
    Case("a day that is counted from 1904", since_1904("43950"), "Drift: A1 2024-04-30"),
    Case("the first day of 1904", since_1904("1"), "Drift: A1 1904-01-02"),
    Case("a day beyond all calendars", day("99999999"), "Drift: A1 error 99999999"),
    Case("a day before all calendars", day("-99999999"), "Drift: A1 error -99999999"),
    Case("a day that is no number", day("NaN"), "Drift: A1 error NaN"),
    Case("a day as a text", day("2024-04-30"), "R042", ("Drift!A1", "2024-04-30")),
    Case("a day that is written out", written_day("2024-04-30"), "Drift: A1 2024-04-30"),
    Case("a day and a time that are written out", written_day("2024-04-30T12:30:00"), "Drift: A1 2024-04-30 12:30:00"),
    Case("a moment in Greenwich", written_day("2024-04-30T12:30:00Z"), "Drift: A1 2024-04-30 12:30:00"),
    *(Case(f"{moment} as a day", written_day(moment), f"Drift: A1 error {moment}") for moment in ("2024-02-30", "2024-13-01", "i april", "30/4 2024", "45412x")),
]

FORMULAS = [
    Case("a formula with its result", formula("<f>SUM(B1:B9)</f><v>1200</v>"), "Drift: A1 1200 =SUM(B1:B9)"),
    Case("a formula without its result", formula("<f>SUM(B1:B9)</f>"), "Drift: A1 not calculated =SUM(B1:B9)"),
    Case("a formula with an empty result", formula("<f>SUM(B1:B9)</f><v></v>"), "Drift: A1 not calculated =SUM(B1:B9)"),
    Case("a formula that gives an error", formula("<f>1/0</f><v>#DIV/0!</v>", ' t="e"'), "Drift: A1 error #DIV/0! =1/0"),
    Case("a formula that gives no number", formula("<f>B1</f><v>1 200</v>"), "R042", ("Drift!A1", "1 200")),
    Case("a shared formula", cells('<c r="A1"><f t="shared" ref="A1:B1" si="0">C1*2</f><v>1</v></c><c r="B1"><f t="shared" si="0"/><v>2</v></c>'), "Drift: A1 1 =C1*2, B1 2 =D1*2"),
    Case("a shared formula that is nowhere written", formula('<f t="shared" si="7"/><v>5</v>'), "Drift: A1 5 ="),
    Case("a shared formula that is nowhere written, without its result", formula('<f t="shared" si="7"/>'), "Drift: A1 not calculated ="),
    Case("a shared formula without a number", formula('<f t="shared" ref="A1">C1</f><v>5</v>'), "Drift: A1 5 =C1"),
    Case("a formula of no letters", formula("<f/><v>5</v>"), "Drift: A1 5 ="),
    Case("a formula over an array", cells('<c r="A1"><f t="array" ref="A1:B1">C1:D1*2</f><v>5</v></c><c r="B1"><v>6</v></c>'), "Drift: A1 5 =C1:D1*2, B1 6"),
    Case("a formula over an array without its area", formula('<f t="array">C1:D1*2</f><v>5</v>'), "Drift: A1 5 =C1:D1*2"),
    Case("a formula over the whole sheet", formula(f'<f t="array" ref="{ALL}">C1</f><v>5</v>'), "Drift: A1 5 =C1"),
    Case("a shared formula over the whole sheet", formula(f'<f t="shared" ref="{ALL}" si="0">C1</f><v>5</v>'), "Drift: A1 5 =C1"),
    Case("a table of data", formula('<f t="dataTable" ref="A1:A3" dt2D="0" dtr="0" r1="B1"/><v>5</v>'), "Drift: A1 5 =TABLE()"),
    Case("a formula of a kind that does not exist", formula('<f t="magic">C1</f><v>5</v>'), "Drift: A1 5 =C1"),
    Case("a formula that calls a program", formula("<f>cmd|'/c calc'!A0</f><v>5</v>"), "Drift: A1 5 =cmd|'/c calc'!A0"),
    Case("a formula that nobody can take apart", formula('<f t="shared" ref="A1:B1" si="0">((("</f><v>5</v>'), "Drift: A1 5 ="),
    Case("a formula with an equals sign of its own", formula("<f>=C1</f><v>5</v>"), "Drift: A1 5 ==C1"),
]

AREAS = [
    *(Case(f"{each!a} as a merged area", merged(each), "R045", ("Drift", each)) for each in (
        "A1:", ":B2", "B2:A1", "A2:B1", "B1:A2", "XFE1:XFE2", "A1:XFE1", "A0:B1", "A1:B1048577", "A1:B99999999999", "A1:B2:C3", "A1,B2", "Drift!A1:B2", "A", "1:2", "#REF!", "A1：B2", "A1:B２",
    )),
    Case("nothing as a merged area", merged(""), "R045", ("Drift",)),
    Case("a merged area without a reference", after("<mergeCells><mergeCell/></mergeCells>"), "R045", ("Drift",)),
    Case("more merged areas than allowed", merged("A1:A2", "B1:B2", "C1:C2"), "R013", ("merged_areas", "2", "3"), limits=Limits(merged_areas=2)),
    Case("100 001 merged areas", after("<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 100_001 + "</mergeCells>"), "R013", ("merged_areas", "100001")),
    Case("a whole sheet merged", merged(ALL), HONEST),
    Case("a merged area twice", merged("A1:B2", "A1:B2"), HONEST),
    Case("merged areas that overlap", merged("A1:B2", "B2:C3"), HONEST),
    Case("a merged area of one cell", merged("B1"), HONEST),
    Case("merged areas that are miscounted", after('<mergeCells count="-7"><mergeCell ref="A3:B4"/></mergeCells>'), HONEST),
    *(adorned(f"{each!a} as a linked area", after(f'<hyperlinks><hyperlink ref="{each}"/></hyperlinks>')) for each in (ALL, "A1:", "B2:A1", "XFE1", "", "A1:B99999999999")),
    *(adorned(f"{each!a} as the dimension", honest(before=f'<dimension ref="{each}"/>')) for each in (ALL, "A1", "XFE9", "", "B2:A1", "A1:B99999999999")),
]

DECORATED = [
    adorned("a fill of nothing", edited(STYLES, "<fill><patternFill/></fill>", "<fill/>")),
    adorned("a colour that is none", edited(STYLES, "<fill><patternFill/></fill>", '<fill><patternFill><fgColor rgb="röd"/></patternFill></fill>')),
    adorned("a font of no size", edited(STYLES, "<font/>", '<font><sz val="stor"/><family val="99"/></font>')),
    adorned("a border that does not exist", edited(STYLES, "<border/>", '<border><left style="wavy"/></border>')),
    adorned("a cell style without a name", edited(STYLES, "</styleSheet>", '<cellStyles><cellStyle xfId="0"/></cellStyles></styleSheet>')),
    adorned("a number format that is no number", edited(STYLES, '<xf numFmtId="999"/>', '<xf numFmtId="tal"/>')),
    adorned("a number format without a code", edited(STYLES, '<numFmt numFmtId="164" formatCode="#,##0.0"/>', '<numFmt numFmtId="164"/>')),
    adorned("a number format of nonsense", edited(STYLES, "#,##0.0", "[[[;;;;;&quot;")),
    adorned("styles of fonts that are not there", edited(STYLES, '<xf numFmtId="0"/>', '<xf numFmtId="0" fontId="99" fillId="-1" borderId="a"/>')),
    adorned("no list of styles", edited(STYLES, "cellXfs", "cellXfz")),
    adorned("a filter over nothing", after('<autoFilter ref="hej"><filterColumn colId="x"/></autoFilter>')),
    adorned("a validation of nonsense", after('<dataValidations count="x"><dataValidation type="magic" sqref="hej"/></dataValidations>')),
    adorned("a validation of the whole sheet", after(f'<dataValidations><dataValidation type="list" sqref="{ALL}"/></dataValidations>')),
    adorned("a condition of nonsense", after('<conditionalFormatting sqref="hej"><cfRule type="magic" priority="x"/></conditionalFormatting>')),
    adorned("a condition over the whole sheet", after(f'<conditionalFormatting sqref="{ALL}"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting>')),
    adorned("a drawing that is not there", after('<drawing xmlns:r="http://x" r:id="rId99"/>')),
    adorned("a comment that is not there", after('<legacyDrawing xmlns:r="http://x" r:id="rId99"/>')),
    adorned("margins without a number", after('<pageMargins left="smal"/>')),
    adorned("a view of nonsense", honest(before='<sheetViews><sheetView workbookViewId="x" zoomScale="9e9"><pane state="x"/></sheetView></sheetViews>')),
    adorned("a height of rows that is none", honest(before='<sheetFormatPr defaultRowHeight="hög"/>')),
    adorned("a height of a row that is none", honest(row=ROW.replace('<row r="1"', '<row r="1" ht="hög" outlineLevel="x" spans="?"'))),
    adorned("columns to the end of the world", honest(before='<cols><col min="1" max="99999999999" width="9"/></cols>')),
    adorned("columns from nowhere", honest(before='<cols><col min="0" max="0"/><col min="9" max="3"/><col min="a" max="b"/><col/></cols>')),
    adorned("hidden columns to the end of the world", honest(before='<cols><col min="9" max="99999999999" hidden="1"/></cols>')),
    adorned("hidden columns in digits of India", honest(before='<cols><col min="९" max="²" hidden="1"/></cols>')),
    adorned("a row that is perhaps hidden", honest(row=ROW.replace('<row r="1"', '<row r="1" hidden="kanske"'))),
    adorned("day of a document that is none", honest({CORE: '<x><created>i går</created></x>'})),
    adorned("a name that is defined as nonsense", edited(BOOK, "</sheets>", '</sheets><definedNames><definedName name="" localSheetId="99">#REF!</definedName></definedNames>')),
    adorned("a way of calculating that does not exist", edited(BOOK, "</sheets>", '</sheets><calcPr calcId="x" calcMode="magic"/>')),
    adorned("a view of the workbook that is none", edited(BOOK, "<sheets>", '<bookViews><workbookView activeTab="99" firstSheet="-1"/></bookViews><sheets>')),
    adorned("a date system that is perhaps 1904", edited(BOOK, "<sheets>", '<workbookPr date1904="kanske"/><sheets>')),
    adorned("a picture of 60 000 by 60 000", honest({"xl/media/image1.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x08\x02\0\0\0"})),
    adorned("a table over nothing", honest({"xl/tables/table1.xml": "<table/>"}, after='<tableParts><tablePart/></tableParts>')),
]
# fmt: on

CASES = [*TEXTS, *DATES, *FORMULAS, *AREAS, *DECORATED]
