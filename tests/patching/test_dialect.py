"""Both dialects of Open XML name the same things."""

from __future__ import annotations

from syditval.patching.dialect import DIALECTS, STRICT, TRANSITIONAL


def test_a_kind_of_relationship_has_a_type_in_each_dialect() -> None:
    assert [dialect.type("worksheet") for dialect in DIALECTS] == [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet",
        "http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet",
    ]


def test_the_dialects_share_no_namespace() -> None:
    assert not {TRANSITIONAL.main, TRANSITIONAL.office} & {STRICT.main, STRICT.office}
