"""Content types, namespaces, relationships and lists of sheets."""

from __future__ import annotations

from syditval.model.trait import TraitKind
from syditval.reading.limits import Limits
from tests.reading.hostile.case import (
    BOOK,
    BOOK_RELS,
    DECORATION,
    FORMATS,
    HONEST,
    NAMES,
    RELS,
    SHEET,
    STRINGS,
    STYLES,
    TYPES,
    Case,
    cells,
    edited,
    honest,
    part,
    rearranged,
    strings,
    with_strings,
)
from tests.reading.raw_package import MAIN, OFFICE, PACKAGE, SHEET_TYPE, zipped

STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TARGET = 'Target="worksheets/sheet1.xml"'
LISTED = '<sheet name="Drift" sheetId="1" r:id="rId1"/>'
CHART = f'<chartsheet xmlns="{MAIN}"/>'


def typed(old: str, new: str) -> bytes:
    """The honest workbook with a change in its content types."""
    return edited(TYPES, old, new)


def targeted(target: str, *, parts: dict[str, str | bytes | None] | None = None) -> bytes:
    """The honest workbook whose sheet is said to be at another target."""
    return edited(BOOK_RELS, TARGET, target, parts)


def moved(name: str, target: str) -> bytes:
    """The honest workbook with its sheet in another part, and the target that names it."""
    return targeted(f'Target="{target}"', parts={SHEET: None, name: part(SHEET)})


def listed(*sheets: str, parts: dict[str, str | bytes | None] | None = None) -> bytes:
    """The honest workbook with other sheets in its list."""
    return edited(BOOK, LISTED, "".join(sheets), parts)


def sheet(name: str, number: int, more: str = "") -> str:
    """A sheet as the workbook lists it."""
    return f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"{more}/>'


def related(*relations: tuple[str, str, str]) -> dict[str, str | bytes | None]:
    """The relationships of the honest workbook and more: id, kind and target of each."""
    more = "".join(
        f'<Relationship Id="{i}" Type="{OFFICE}/{kind}" Target="{to}"/>' for i, kind, to in relations
    )
    return {BOOK_RELS: part(BOOK_RELS).replace("</Relationships>", more + "</Relationships>")}


SECOND = {**related(("rId3", "worksheet", "worksheets/sheet2.xml")), "xl/worksheets/sheet2.xml": part(SHEET)}
TWO = f"{HONEST} | Blad2: {HONEST.removeprefix('Drift: ')}"
STRICTLY = {
    name: part(name).replace(MAIN, STRICT).replace(OFFICE, STRICT_OFFICE)
    for name in (SHEET, BOOK, BOOK_RELS, RELS, STYLES)
}

# fmt: off
CONTENT_TYPES = [
    Case("no content types", honest({TYPES: None}), "R034", (TYPES,)),
    Case("a Word document", zipped({TYPES: part(TYPES).replace(f"{SHEET_TYPE}.sheet.main+xml", WORD).replace("xl/workbook", "word/document"), "word/document.xml": "<x/>"}), "R005"),
    Case("another root than that of content types", honest({TYPES: part(BOOK)}), "R032", (TYPES,)),
    Case("a workbook with macros allowed", typed(f"{SHEET_TYPE}.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"), HONEST),
    Case("a template", typed("sheet.main", "template.main"), HONEST),
    Case("types in capitals", typed(f"{SHEET_TYPE}.worksheet+xml", f"{SHEET_TYPE}.worksheet+xml".upper()), HONEST),
    Case("names in capitals among the types", typed("/xl/worksheets/sheet1.xml", "/XL/Worksheets/Sheet1.XML"), HONEST),
    Case("a sheet without a type of its own", typed(f'<Override PartName="/{SHEET}" ContentType="{SHEET_TYPE}.worksheet+xml"/>', ""), HONEST),
    Case("a type for a part that is not there", typed("</Types>", '<Override PartName="/xl/a.xml" ContentType="application/xml"/></Types>'), HONEST),
]

NAMESPACES = [
    Case("a sheet in an unknown namespace", edited(SHEET, MAIN, "urn:unknown"), "R032", (SHEET, "urn:unknown")),
    Case("a sheet in no namespace", edited(SHEET, f' xmlns="{MAIN}"', ""), "R032", (SHEET,)),
    Case("a sheet in a namespace with one more letter", edited(SHEET, MAIN, MAIN + "/"), "R032", (SHEET,)),
    Case("the data of a sheet in an unknown namespace", edited(SHEET, "<sheetData>", '<sheetData xmlns="urn:unknown">'), "R046"),
    Case("a row in an unknown namespace", edited(SHEET, '<row r="1">', '<row xmlns="urn:unknown" r="1">'), "R046", ("Drift",)),
    Case("a cell in an unknown namespace", cells('<z:c xmlns:z="urn:unknown" r="A1"><z:v>5</z:v></z:c>'), "R046", ("Drift",)),
    Case("a value in an unknown namespace", cells('<c r="A1"><z:v xmlns:z="urn:unknown">5</z:v></c>'), "R046", ("Drift",)),
    Case("a workbook in an unknown namespace", edited(BOOK, MAIN, "urn:unknown"), "R032", (BOOK,)),
    Case("texts in an unknown namespace", with_strings(strings("<si><t>a</t></si>").replace(MAIN, "urn:unknown")), "R032", (STRINGS,)),
    Case("relationships in an unknown namespace", edited(BOOK_RELS, f"{PACKAGE}/relationships", "urn:unknown"), "R032", (BOOK_RELS,)),
    Case("styles where the sheet should be", honest({SHEET: part(STYLES)}), "R032", (SHEET, "styleSheet")),
    Case("a chart sheet where a worksheet should be", honest({SHEET: CHART}), "R032", (SHEET, "chartsheet")),
    Case("a web page where the sheet should be", honest({SHEET: "<html><body>1200</body></html>"}), "R032", (SHEET, "html")),
    Case("styles in an unknown namespace", edited(STYLES, MAIN, "urn:unknown"), HONEST, noticed=FORMATS),
    Case("Strict", honest(STRICTLY), HONEST),
    Case("a Strict sheet in a Transitional workbook", honest({SHEET: STRICTLY[SHEET]}), HONEST),
    Case("a prefix for everything", honest({SHEET: f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="B1"><x:v>1200</x:v></x:c></x:row></x:sheetData></x:worksheet>'}), "Drift: B1 1200"),
    Case("two prefixes for the same", edited(SHEET, '<c r="B1"><v>1200</v></c>', f'<y:c xmlns:y="{MAIN}" r="B1"><y:v>1200</y:v></y:c>'), HONEST),
    Case("attributes of later editions", edited(SHEET, '<c r="B1">', '<c xmlns:x14="urn:later" x14:dyDescent="0.2" r="B1">'), HONEST),
]

RELATIONSHIPS = [
    Case("a sheet outside", targeted('Target="http://x.invalid/sheet1.xml" TargetMode="External"'), "R033", ("Drift", "http://x.invalid/sheet1.xml")),
    Case("a sheet outside though its part is here", targeted(f'{TARGET} TargetMode="External"'), "R033", ("Drift",)),
    Case("a sheet in the passwords of the machine", targeted('Target="../../etc/passwd"'), "R033", ("Drift", "../../etc/passwd")),
    Case("a sheet far up", targeted(f'Target="{"../" * 30}etc/passwd"'), "R033", ("Drift",)),
    Case("a sheet up and down again", targeted('Target="../../xl/worksheets/sheet1.xml"'), "R033", ("Drift",)),
    Case("a sheet in a file", targeted('Target="file:///etc/passwd"'), "R033", ("Drift", "file:///etc/passwd")),
    Case("a sheet on a drive", targeted('Target="C:\\sheet1.xml"'), "R033", ("Drift",)),
    Case("a sheet on a server", targeted('Target="\\\\server\\share\\sheet1.xml"'), "R033", ("Drift",)),
    Case("a sheet on the web, said to be inside", targeted('Target="https://x.invalid/sheet1.xml"'), "R033", ("Drift",)),
    Case("a sheet up by codes, which are no slashes", targeted('Target="..%2f..%2fetc/passwd"'), "R035", ("Drift",)),
    Case("a sheet whose part is not there", honest({SHEET: None}), "R035", ("Drift",)),
    Case("a second sheet whose part is not there", listed(LISTED, sheet("Blad2", 3), parts={**SECOND, "xl/worksheets/sheet2.xml": None}), "R035", ("Blad2",)),
    Case("a sheet with a relationship that is not there", edited(BOOK, 'r:id="rId1"', 'r:id="rId99"'), "R035", ("Drift",)),
    Case("a sheet without a relationship", edited(BOOK, ' r:id="rId1"', ""), "R035", ("Drift",)),
    Case("a sheet whose relationship is in an unknown namespace", edited(BOOK, OFFICE, "urn:unknown"), "R035", ("Drift",)),
    Case("a sheet with an empty target", targeted('Target=""'), "R035", ("Drift",)),
    Case("a sheet without a target", targeted(""), "R035", ("Drift",)),
    Case("a sheet that is the styles", edited(BOOK, 'r:id="rId1"', 'r:id="rId2"'), "R032", (STYLES,)),
    Case("a sheet that is the workbook", targeted('Target="workbook.xml"'), "R032", (BOOK,)),
    Case("two relationships of one id", honest({**related(("rId1", "worksheet", "worksheets/sheet2.xml")), "xl/worksheets/sheet2.xml": part(SHEET)}), "R022", (BOOK_RELS,)),
    Case("a workbook without relationships", honest({BOOK_RELS: None}), "R035", ("Drift",)),
    Case("a package without relationships", honest({RELS: None}), "R034"),
    Case("a package that names no workbook", edited(RELS, "officeDocument\"", "thumbnail\""), "R034"),
    Case("a workbook that is not there", honest({BOOK: None}), "R034"),
    Case("texts that are promised and not there, but used", with_strings(None, '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), "R044", ("Drift!A1", "0")),
    Case("texts that are promised, not there and not used", with_strings(None), HONEST, may_notice=DECORATION),
    Case("styles that are promised and not there", honest({STYLES: None}), HONEST, may_notice=FORMATS),
    Case("no styles at all", edited(BOOK_RELS, f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/>', "", {STYLES: None}), HONEST),
    Case("names in other case", honest({SHEET: None, "XL/WorkSheets/SHEET1.XML": part(SHEET)}), HONEST, may_notice=NAMES),
    Case("texts in other case", honest({**related(("rId3", "sharedStrings", "sharedStrings.xml")), "xl/SharedStrings.xml": strings("<si><t>a</t></si>")}, row='<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), 'Drift: A1 "a"', may_notice=NAMES),
    Case("an absolute target", targeted(f'Target="/{SHEET}"'), HONEST),
    Case("a target that begins here", targeted('Target="./worksheets/sheet1.xml"'), HONEST),
    Case("a target that goes up inside", targeted('Target="../xl/worksheets/../worksheets/sheet1.xml"'), HONEST),
    Case("a target with backslashes", targeted('Target="worksheets\\sheet1.xml"'), HONEST),
    Case("a target with a code for a space", moved("xl/worksheets/blad%201.xml", "worksheets/blad%201.xml"), HONEST),
    Case("a sheet in the root", moved("sheet1.xml", "/sheet1.xml"), HONEST),
    Case("a sheet that is said to be inside", targeted(f'{TARGET} TargetMode="Internal"'), HONEST),
    Case("a link to the web beside the sheet", honest({"xl/worksheets/_rels/sheet1.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/hyperlink" Target="https://x.invalid" TargetMode="External"/></Relationships>'}), HONEST),
    Case("another workbook that is referred to", honest(related(("rId7", "externalLink", "externalLinks/externalLink1.xml"))), HONEST, may_notice=frozenset({TraitKind.EXTERNAL_LINK, *DECORATION})),
]

SHEETS = [
    Case("no sheet in the list", listed(), "R009"),
    Case("no list of sheets", edited(BOOK, f"<sheets>{LISTED}</sheets>", ""), "R009"),
    Case("a chart sheet alone", listed(sheet("Diagram", 3), parts={**related(("rId3", "chartsheet", "chartsheets/sheet1.xml")), "xl/chartsheets/sheet1.xml": CHART}), "R009"),
    Case("two sheets of one name", listed(LISTED, sheet("Drift", 3), parts=SECOND), "R036", ("Drift",)),
    Case("two sheets of one name but for case", listed(LISTED, sheet("DRIFT", 3), parts=SECOND), "R036", ("DRIFT",)),
    Case("one part as two sheets", listed(LISTED, '<sheet name="Blad2" sheetId="2" r:id="rId1"/>'), "R032", (SHEET, "Drift")),
    Case("a sheet listed by another word", listed(LISTED, sheet("Blad2", 3).replace("<sheet", "<blad"), parts=SECOND), "R032", (BOOK, "blad")),
    Case("more sheets than allowed", listed(LISTED, sheet("Blad2", 3), parts=SECOND), "R013", ("sheets", "1", "2"), limits=Limits(sheets=1)),
    Case("a chart sheet beside a sheet", listed(LISTED, sheet("Diagram", 3), parts={**related(("rId3", "chartsheet", "chartsheets/sheet1.xml")), "xl/chartsheets/sheet1.xml": CHART}), HONEST),
    Case("two sheets", listed(LISTED, sheet("Blad2", 3), parts=SECOND), TWO),
    Case("sheets in another order than their parts", listed(sheet("Blad2", 3), LISTED, parts=SECOND), " | ".join(reversed(TWO.split(" | ")))),
    Case("two sheets of one number", listed(LISTED, '<sheet name="Blad2" sheetId="1" r:id="rId3"/>', parts=SECOND), TWO),
    Case("a sheet with a name that hides", edited(BOOK, '"Drift"', '"Drift&#x202E;"'), HONEST.replace("Drift", "Drift\u202e")),
    Case("a sheet with a very long name", edited(BOOK, '"Drift"', f'"{"Drift" * 99}"'), HONEST.replace("Drift", "Drift" * 99)),
    Case("a sheet with a state that does not exist", edited(BOOK, 'sheetId="1"', 'sheetId="1" state="gone"'), HONEST, may_notice=DECORATION),
    Case("a sheet without data", rearranged(lambda text: f'<worksheet xmlns="{MAIN}"/>'), "Drift: "),
    Case("a sheet without rows", honest(row=""), "Drift: "),
    Case("an empty sheet beside a full one", listed(LISTED, sheet("Blad2", 3), parts={**SECOND, "xl/worksheets/sheet2.xml": f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'}), f"{HONEST} | Blad2: "),
]
# fmt: on

CASES = [*CONTENT_TYPES, *NAMESPACES, *RELATIONSHIPS, *SHEETS]
