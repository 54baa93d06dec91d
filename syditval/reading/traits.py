"""What a package holds besides figures: links, programs, signatures. Noticed by name, never opened or run."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import ParseError, fromstring

from syditval.model.trait import Trait, TraitKind
from syditval.reading.outline import Outline
from syditval.reading.package import Package
from syditval.reading.relationships import relationships

_BY_FOLDER = {
    "xl/embeddings/": TraitKind.EMBEDDED_OBJECT,
    "xl/activex/": TraitKind.EMBEDDED_OBJECT,
    "xl/macrosheets/": TraitKind.MACROS,
    "xl/querytables/": TraitKind.DATA_CONNECTION,
    "xl/model/": TraitKind.DATA_CONNECTION,
}
_BY_ENDING = {
    "vbaproject.bin": TraitKind.MACROS,
    "/connections.xml": TraitKind.DATA_CONNECTION,
    "/labelinfo.xml": TraitKind.SENSITIVITY_LABEL,
    ".sigs": TraitKind.SIGNATURE,
}
_CUSTOM_PROPERTIES = "docprops/custom.xml"
# How the label is written among a document's own properties (Microsoft Purview Information Protection).
_LABEL = b"MSIP_Label"


def package_traits(package: Package, outline: Outline) -> Iterator[Trait]:
    """Everything noticed in a package. Its parts must have passed the pre-flight."""
    for name in package.irregular:
        yield Trait(TraitKind.IRREGULAR_PARTS, name)
    for key in package.parts:
        kind = _kind_of(key)
        if kind is not None:
            yield Trait(kind, package.name(key))
    if package.has(_CUSTOM_PROPERTIES) and _LABEL in package.read(_CUSTOM_PROPERTIES):
        yield Trait(TraitKind.SENSITIVITY_LABEL, package.name(_CUSTOM_PROPERTIES))
    for relation in outline.related:
        if relation.kind == "externallink" and relation.part and package.has(relation.part):
            yield _link(package, relation.part)


def _kind_of(key: str) -> TraitKind | None:
    if "/_rels/" in key:
        return None
    for ending, kind in _BY_ENDING.items():
        if key.endswith(ending):
            return kind
    return next((kind for folder, kind in _BY_FOLDER.items() if key.startswith(folder)), None)


def _link(package: Package, part: str) -> Trait:
    """A link to another workbook or to another program, with what it points to."""
    kind, detail = TraitKind.EXTERNAL_LINK, ""
    try:
        for child in fromstring(package.read(part)):
            if child.tag.rpartition("}")[2] == "ddeLink":
                kind = TraitKind.DDE_LINK
                detail = f"{child.get('ddeService', '')}|{child.get('ddeTopic', '')}"
        detail = detail or ", ".join(relation.target for relation in relationships(package, part))
    except ParseError:
        # That the part is broken has been noted already.
        pass
    return Trait(kind, package.name(part), detail)
