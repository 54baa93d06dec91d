"""One pass over a part: well formed, no document type, not too deep, not too wide."""

from __future__ import annotations

import pytest

from syditval.reading import UnreadableWorkbook
from syditval.reading.limits import Limits
from syditval.reading.xml_scan import XmlScan
from tests.reading.refusals import refusal

PART = "xl/styles.xml"


def scanned(xml: str | bytes, limits: Limits = Limits()) -> XmlScan:
    scan = XmlScan(PART, limits)
    content = xml.encode() if isinstance(xml, str) else xml
    scan.scan(content[at : at + 5] for at in range(0, len(content), 5))
    return scan


def refused(xml: str | bytes, limits: Limits = Limits()) -> UnreadableWorkbook:
    refused = refusal(scanned, xml, limits)
    assert PART in refused.fields.values()
    return refused


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_sound_part_passes_and_tells_its_root(encoding: str) -> None:
    assert scanned('<a xmlns="urn:x"><b c="ö"/></a>'.encode(encoding)).root == "urn:x a"


@pytest.mark.parametrize(
    ("xml", "cause"),
    [
        ("", "no element found, line 1"),
        ("text", "syntax error, line 1"),
        ("<a>\n<b></a>", "mismatched tag, line 2"),
        ("<a/><b/>", "junk after document element, line 1"),
        ("<a>&nbsp;</a>", "undefined entity, line 1"),
        ("<a b='1' b='2'/>", "duplicate attribute, line 1"),
        ("<x:a/>", "unbound prefix, line 1"),
        (b"<a>\xff</a>", "not well-formed (invalid token), line 1"),
        (b"<a>\0</a>", "not well-formed (invalid token), line 1"),
    ],
)
def test_what_is_not_well_formed_is_refused_with_its_line(xml: str | bytes, cause: str) -> None:
    assert (refused(xml).code, refused(xml).fields["cause"]) == ("R031", cause)


@pytest.mark.parametrize(
    "declared",
    [
        "<!DOCTYPE a>",
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE a [<!ENTITY b "c">]>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "http://127.0.0.1/">]>',
        '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;">]>',
    ],
)
def test_a_document_type_is_refused_before_what_it_declares_counts(declared: str) -> None:
    assert refused(f"{declared}<a>&b;</a>").code == "R030"


def test_depth_and_attributes_have_limits() -> None:
    limits = Limits(xml_depth=3, xml_attributes=2)

    assert scanned("<a><b><c d='' e=''/></b><b><c/></b></a>", limits).depth == 0
    for xml, limit, found in (
        ("<a><b><c><d/>", "xml_depth", "4"),
        ("<a b='' c='' d=''>", "xml_attributes", "3"),
    ):
        fields = refused(xml, limits).fields
        assert (fields["limit"], fields["found"]) == (limit, found)
