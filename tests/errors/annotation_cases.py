"""A: workbooks that get no annotated copy, or none of their own."""

from __future__ import annotations

from tests.errors.case import Case
from tests.errors.circumstances import before, failing, removed, rewritten
from tests.errors.workbooks import exported, packed, table, table_parts
from tests.reading.raw_package import OFFICE

COPY = "april.granskad.xlsx"
RELATED = "</Relationships>"
SIGNATURE = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
FULL = OSError(28, "No space left on device")


def with_relationship(list_: str, kind: str, target: str) -> bytes:
    """The workbook with one more relationship in one of its lists."""
    entry = f'<Relationship Id="rId9" Type="{kind}" Target="{target}"/>'
    return packed({list_: table_parts()[list_].replace(RELATED, entry + RELATED)})


def in_two_forms() -> bytes:
    """A package that leads one reader to a workbook and another to a part in a form of its own."""
    here = table_parts()["_rels/.rels"].replace('/officeDocument"', '/OfficeDocument"')
    entry = f'<Relationship Id="rId9" Type="{OFFICE}/officeDocument" Target="xl/other.xml"/>'
    return packed({"_rels/.rels": here.replace(RELATED, entry + RELATED), "xl/other.xml": "<book/>"})


def reconciled(code: str, content: bytes, *leaves: str) -> Case:
    """A workbook that is reported on, and for which something stands in the way of a copy."""
    return Case(code, "syditval reconcile --quiet april.xlsx", {"april.xlsx": content}, leaves=leaves)


CASES = [
    reconciled("A003", with_relationship("_rels/.rels", SIGNATURE, "_xmlsignatures/origin.sigs"), COPY),
    Case("A004", f"syditval clean {COPY} -o {COPY}", {COPY: table()}),
    Case("A005", "syditval reconcile --quiet april.xlsx", {"april.xlsx": table()}, failing("os.fsync", FULL)),
    Case(
        "A006",
        "syditval reconcile --quiet april.xlsx",
        {"april.xlsx": table()},
        before("syditval.run.review.annotated", rewritten("april.xlsx")),
        leaves=("april.xlsx",),
    ),
    Case(
        "A007",
        "syditval reconcile --quiet april.xlsx",
        {"april.xlsx": table()},
        before("syditval.run.review.annotated", removed("april.xlsx")),
        leaves=("april.xlsx",),
    ),
    reconciled(
        "A008",
        with_relationship(
            "xl/_rels/workbook.xml.rels", f"{OFFICE}/revisionHeaders", "revisions/revisionHeaders.xml"
        ),
        COPY,
    ),
    reconciled("A009", packed({"xl/styles.xml": "<styleSheet"}), COPY),
    Case("A010", "syditval reconcile --quiet april.xlsx -o april.xls", {"april.xlsx": table()}),
    Case(
        "A011",
        "syditval reconcile --quiet april.csv",
        {"april.csv": exported()},
        leaves=("april.granskad.csv.xlsx",),
    ),
    reconciled("A012", in_two_forms(), COPY),
    Case("A013", "syditval clean april.xlsx", {"april.xlsx": table()}),
    Case("A014", "syditval reconcile --quiet april.xlsx", {"april.xlsx": table(), COPY: table()[:300]}),
]
