"""What a package holds besides figures is noticed, and left alone."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from syditval.model.trait import Trait, TraitKind
from syditval.reading.limits import Limits
from syditval.reading.outline import outline
from syditval.reading.package import Package
from syditval.reading.traits import package_traits
from tests.reading.raw_package import MAIN, OFFICE, PACKAGE, raw_parts, zipped

LINK = "xl/externalLinks/externalLink1.xml"
LINK_RELS = "xl/externalLinks/_rels/externalLink1.xml.rels"
RELS = "xl/_rels/workbook.xml.rels"
BUDGET = f"""<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"
Type="{OFFICE}/externalLinkPath" Target="file:///srv/budget2023.xlsx" TargetMode="External"/></Relationships>"""


def noticed(parts: Mapping[str, str]) -> list[Trait]:
    package = Package(zipped({**raw_parts(""), **parts}), Limits())
    return [*package_traits(package, outline(package, "xl/workbook.xml", Limits()))]


def linked(link: str, rels: str = BUDGET) -> dict[str, str]:
    """A workbook that links to something outside."""
    line = f'<Relationship Id="a" Type="{OFFICE}/externalLink" Target="externalLinks/externalLink1.xml"/>'
    listed = raw_parts("")[RELS].replace("</Relationships>", f"{line}</Relationships>")
    return {RELS: listed, LINK: f'<externalLink xmlns="{MAIN}">{link}</externalLink>', LINK_RELS: rels}


def test_there_is_nothing_to_notice_about_a_plain_workbook() -> None:
    assert noticed({}) == []


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("xl/vbaProject.bin", TraitKind.MACROS),
        ("xl/VBAPROJECT.BIN", TraitKind.MACROS),
        ("xl/macrosheets/sheet1.xml", TraitKind.MACROS),
        ("xl/connections.xml", TraitKind.DATA_CONNECTION),
        ("xl/queryTables/queryTable1.xml", TraitKind.DATA_CONNECTION),
        ("xl/model/item.data", TraitKind.DATA_CONNECTION),
        ("xl/embeddings/oleObject1.bin", TraitKind.EMBEDDED_OBJECT),
        ("xl/activeX/activeX1.xml", TraitKind.EMBEDDED_OBJECT),
        ("_xmlsignatures/origin.sigs", TraitKind.SIGNATURE),
        ("docMetadata/LabelInfo.xml", TraitKind.SENSITIVITY_LABEL),
        ("xl\\theme\\theme1.xml", TraitKind.IRREGULAR_PARTS),
    ],
)
def test_a_part_tells_by_its_name_what_it_is_for(part: str, kind: TraitKind) -> None:
    assert noticed({part: "never read"}) == [Trait(kind, part)]


@pytest.mark.parametrize(
    "part", ["xl/activeX/_rels/activeX1.xml.rels", "xl/media/image1.png", "xl/theme/theme1.xml"]
)
def test_other_parts_are_not_worth_a_word(part: str) -> None:
    assert noticed({part: ""}) == []


@pytest.mark.parametrize(("name", "is_label"), [("MSIP_Label_1a2b_Name", True), ("Diarienummer", False)])
def test_a_sensitivity_label_may_stand_among_the_properties(name: str, is_label: bool) -> None:
    found = noticed({"docProps/custom.xml": f'<Properties><property name="{name}"/></Properties>'})

    assert found == [Trait(TraitKind.SENSITIVITY_LABEL, "docProps/custom.xml")] * is_label


def test_a_link_to_another_workbook_is_named_with_its_target() -> None:
    assert noticed(linked("<externalBook/>")) == [
        Trait(TraitKind.EXTERNAL_LINK, LINK, "file:///srv/budget2023.xlsx")
    ]


def test_a_link_to_another_program_is_named_with_what_it_asks_for() -> None:
    asks = '<ddeLink ddeService="cmd" ddeTopic="/c calc"/>'

    assert noticed(linked(asks)) == [Trait(TraitKind.DDE_LINK, LINK, "cmd|/c calc")]


@pytest.mark.parametrize(("link", "rels"), [("<broken>", BUDGET), ("", "<broken>")])
def test_a_link_that_is_broken_is_a_link_all_the_same(link: str, rels: str) -> None:
    assert noticed(linked(link, rels)) == [Trait(TraitKind.EXTERNAL_LINK, LINK)]
