"""XML that attacks, breaks off, or is written in ways that few programs choose."""

from __future__ import annotations

from syditval.model.trait import TraitKind
from syditval.reading.limits import Limits
from tests.reading.hostile.case import (
    BOOK,
    BOOK_RELS,
    DECORATION,
    FORMATS,
    HONEST,
    RELS,
    ROW,
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

FIGURES = (SHEET, BOOK, BOOK_RELS, RELS, TYPES, STYLES)
ADORNMENTS = (
    "customXml/item1.xml",
    "docProps/app.xml",
    "docProps/core.xml",
    "xl/charts/chart1.xml",
    "xl/comments1.xml",
    "xl/connections.xml",
    "xl/drawings/drawing1.xml",
    "xl/drawings/vmlDrawing1.vml",
    "xl/externalLinks/externalLink1.xml",
    "xl/pivotCache/pivotCacheDefinition1.xml",
    "xl/tables/table1.xml",
    "xl/theme/theme1.xml",
    "xl/worksheets/_rels/sheet1.xml.rels",
)
LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
BILLION = f'<!DOCTYPE sst [<!ENTITY l0 "ha">{LAUGHS}]>'
QUADRATIC = f'<!DOCTYPE sst [<!ENTITY l9 "{"ha" * 9_999}">]>'
CONNECTIONS = frozenset({TraitKind.DATA_CONNECTION, TraitKind.EXTERNAL_LINK})
DEEP = "<x>" * 300 + "</x>" * 300
MANY = "".join(f' a{i}="1"' for i in range(600))
FILE = '<!DOCTYPE sst [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>'


def laughing(doctype: str) -> bytes:
    """The honest workbook with shared texts made of an entity."""
    return with_strings(doctype + strings(f"<si><t>{'&l9;' * 99}</t></si>"))


def own(text: str | bytes, name: str = SHEET) -> bytes:
    """The honest workbook with a text of our own for one part."""
    return honest({name: text})


def declared(encoding: str, actually: str = "") -> bytes:
    """The honest sheet in an encoding that is declared, or in another one than that."""
    text = f'<?xml version="1.0" encoding="{encoding}"?>{part(SHEET)}'
    return own(text.encode(actually or encoding))


# fmt: off
DOCUMENT_TYPES = [
    *(Case(f"a document type in {name}", own("<!DOCTYPE x>" + part(name), name), "R030", (name,)) for name in FIGURES),
    *(Case(f"a document type in {name}", own("<!DOCTYPE x><x/>", name), "R030", (name,)) for name in ADORNMENTS),
    Case("a billion laughs", laughing(BILLION), "R030", (STRINGS,)),
    Case("one long laugh, many times", laughing(QUADRATIC), "R030", (STRINGS,)),
    Case("a text from a file", laughing(FILE), "R030", (STRINGS,)),
    Case("a document type from elsewhere", own('<!DOCTYPE x SYSTEM "http://x.invalid/x.dtd">' + part(SHEET)), "R030", (SHEET,)),
    Case("a document type that is public", own('<!DOCTYPE x PUBLIC "-//X//EN" "x.dtd">' + part(SHEET)), "R030", (SHEET,)),
    Case("a parameter entity", own('<!DOCTYPE x [<!ENTITY % p SYSTEM "x.dtd">%p;]>' + part(SHEET)), "R030", (SHEET,)),
    Case("a document type in UTF-16", own(("<!DOCTYPE x>" + part(SHEET)).encode("utf-16")), "R030", (SHEET,)),
    Case("a document type after a long comment", own(f"<!--{' ' * 99_999}--><!DOCTYPE x>" + part(SHEET)), "R030", (SHEET,)),
]

MALFORMED = [
    *(Case(f"{name} that breaks off", own(part(name)[:-9], name), "R031", (name,)) for name in FIGURES if name != STYLES),
    *(Case(f"{name} without a byte", own("", name), "R031", (name,)) for name in FIGURES if name != STYLES),
    Case("texts that break off", with_strings(strings("<si><t>a")[:-9]), "R031", (STRINGS,)),
    Case("a sheet that breaks off in a number", rearranged(lambda text: text[: text.index("1200") + 2]), "R031", (SHEET,)),
    Case("tags that cross", edited(SHEET, "</c></row>", "</row></c>"), "R031", (SHEET,)),
    Case("two roots", rearranged(lambda text: text * 2), "R031", (SHEET,)),
    Case("text after the root", rearranged(lambda text: text + "1200"), "R031", (SHEET,)),
    Case("NULs after the root", rearranged(lambda text: text + "\0" * 9), "R031", (SHEET,)),
    Case("a control character", edited(SHEET, "Löner", "L\x08ner"), "R031", (SHEET,)),
    Case("a control character by number", edited(SHEET, "Löner", "L&#8;ner"), "R031", (SHEET,)),
    Case("an entity that is nowhere defined", edited(SHEET, "Löner", "&ouml;"), "R031", (SHEET,)),
    Case("an attribute twice", edited(SHEET, '<c r="B1">', '<c r="B1" r="C1">'), "R031", (SHEET,)),
    Case("an attribute without quotes", edited(SHEET, '<c r="B1">', "<c r=B1>"), "R031", (SHEET,)),
    Case("a prefix that is nowhere defined", edited(SHEET, '<c r="B1">', '<c x:s="1" r="B1">'), "R031", (SHEET,)),
    Case("an ampersand by itself", edited(SHEET, "Löner", "Hyror & löner"), "R031", (SHEET,)),
    Case("spaces before the declaration", own(' <?xml version="1.0"?>' + part(SHEET)), "R031", (SHEET,)),
    Case("a document type in small letters", own("<!doctype x>" + part(SHEET)), "R031", (SHEET,)),
    Case("no XML at all", own("Löner;1200"), "R031", (SHEET,)),
    Case("a picture for a sheet", own(b"\x89PNG\r\n\x1a\n"), "R031", (SHEET,)),
]

ENCODINGS = [
    Case("a byte order mark", own("\ufeff" + part(SHEET)), HONEST),
    Case("UTF-16, little end first", own(b"\xff\xfe" + part(SHEET).encode("utf-16-le")), HONEST),
    Case("UTF-16, big end first", own(b"\xfe\xff" + part(SHEET).encode("utf-16-be")), HONEST),
    Case("every part in UTF-16", honest({name: part(name).encode("utf-16") for name in FIGURES}), HONEST),
    Case("every part with a byte order mark", honest({name: "\ufeff" + part(name) for name in FIGURES}), HONEST),
    Case("Latin 1, and says so", declared("iso-8859-1"), HONEST),
    Case("cp1252, and says so", declared("windows-1252"), HONEST),
    Case("Latin 1 that claims to be UTF-8", declared("utf-8", "iso-8859-1"), "R031", (SHEET,)),
    Case("UTF-8 that claims to be UTF-16", declared("utf-16", "utf-8"), "R031", (SHEET,)),
    Case("an encoding that nobody knows", declared("klingon", "utf-8"), "R031", (SHEET,)),
    Case("UTF-7", declared("utf-7"), "R031", (SHEET,)),
    Case("UTF-32", own(part(SHEET).encode("utf-32")), "R031", (SHEET,)),
    Case("UTF-16 that ends in half a letter", own(part(SHEET).encode("utf-16")[:-1]), "R031", (SHEET,)),
]

HEAVY = [
    Case("elements that go too deep", honest(after=DEEP), "R013", (SHEET, "xml_depth", "256")),
    Case("too many attributes of a cell", edited(SHEET, '<c r="B1"', f'<c r="B1"{MANY}'), "R013", (SHEET, "xml_attributes", "500")),
    Case("too many attributes of a sheet", edited(SHEET, "<worksheet", f"<worksheet{MANY}"), "R013", (SHEET, "xml_attributes", "500")),
    Case("a text that is too long", edited(SHEET, "Löner", "x" * 5_001), "R013", (SHEET, "text_characters"), limits=Limits(text_characters=5_000)),
    Case(
        "a shared text that is too long",
        with_strings(strings(f"<si><t>{'x' * 5_001}</t></si>")),
        "R013",
        (STRINGS, "text_characters"),
        limits=Limits(text_characters=5_000),
    ),
    Case("workbook elements that go too deep", edited(BOOK, "<sheets>", DEEP + "<sheets>"), "R013", (BOOK, "xml_depth")),
]

HONEST_CASES = [
    Case("a document type in a comment", own("<!-- <!DOCTYPE x> -->" + part(SHEET)), HONEST),
    Case("a document type as a text", cells('<c r="A1" t="str"><v>&lt;!DOCTYPE x&gt;</v></c>'), 'Drift: A1 "<!DOCTYPE x>"'),
    Case("an instruction for a program", own('<?mso-application progid="Excel.Sheet"?>' + part(SHEET)), HONEST),
    Case("comments between the cells", honest(row=ROW.replace("<c ", "<!-- löner --><c ")), HONEST),
    Case("a comment inside a number", edited(SHEET, "1200", "12<!-- -->00"), HONEST),
    Case("a number as literal text", edited(SHEET, "1200", "<![CDATA[1200]]>"), HONEST),
    Case("letters by their numbers", edited(SHEET, "Löner", "L&#xF6;ne&#114;"), HONEST),
    Case("a text with markup in it", cells('<c r="A1" t="str"><v>&lt;b&gt; &amp;amp; [/x]</v></c>'), 'Drift: A1 "<b> &amp; [/x]"'),
    Case("line breaks everywhere", honest(row=ROW.replace("><", ">\r\n\t<")), HONEST),
    Case("a sheet as standalone", own('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n' + part(SHEET)), HONEST),
]

ADORNED = [
    *(Case(f"{name} that breaks off", own("<x><y", name), HONEST, noticed=DECORATION, may_notice=CONNECTIONS) for name in ADORNMENTS if name.endswith(".xml")),
    Case("a drawing of the old kind that breaks off", own("<x><y", "xl/drawings/vmlDrawing1.vml"), HONEST, may_notice=DECORATION),
    Case("styles that break off", own(part(STYLES)[:-20], STYLES), HONEST, noticed=FORMATS, may_notice=DECORATION),
    Case("styles without a byte", own("", STYLES), HONEST, noticed=FORMATS, may_notice=DECORATION),
    Case("styles that are a picture", own(b"\x89PNG\r\n\x1a\n", STYLES), HONEST, noticed=FORMATS, may_notice=DECORATION),
]
# fmt: on

CASES = [*DOCUMENT_TYPES, *MALFORMED, *ENCODINGS, *HEAVY, *HONEST_CASES, *ADORNED]
