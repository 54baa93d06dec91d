"""One schema file to one table kind."""

from __future__ import annotations

from hashlib import sha256

from syditval.messages import texts
from syditval.model.amounts import Unit
from syditval.model.kind import LABEL_ROLE, ColumnKind, RelationKind, SignRule, TableKind
from syditval.model.relation import Form
from syditval.model.rule import Severity
from syditval.model.table import FIGURE_TYPES, ColumnType
from syditval.strict_toml import Mistake, Section, read_toml

# How many columns ``of`` must name for each form; a sum takes any number.
_OPERANDS = {Form.DIFFERENCE: range(2, 10), Form.RATIO: range(2, 3), Form.SUM: range(1, 100)}


def parse_kind(name: str, file: str, content: bytes) -> tuple[TableKind | None, list[Mistake]]:
    """The kind that a file states, or None with everything that is wrong with it.

    ``name`` is the kind's name (the file's name without its ending), ``file`` how the file is
    called in a mistake.
    """
    mistakes: list[Mistake] = []
    root = read_toml(file, content, mistakes)
    if root is None:
        return None, mistakes
    kind = _kind(name, root, sha256(content).hexdigest())
    root.close()
    return (None if mistakes else kind), mistakes


def _kind(name: str, root: Section, digest: str) -> TableKind:
    titles = root.texts("titles")
    unit = root.choice("unit", Unit) or Unit.TKR
    sign = root.choice("sign", SignRule) or SignRule.OUTLAY
    columns = _columns(root)
    relations = _relations(root, columns)
    rows = root.section("rows")
    kind = TableKind(
        name=name,
        titles=titles,
        unit=unit,
        sign=sign,
        columns=columns,
        relations=relations,
        total_labels=rows.texts("total", required=True),
        of_which_labels=rows.texts("of_which"),
        revenue_labels=rows.texts("revenue"),
        severities=_severities(root),
        materiality=root.threshold("materiality"),
        digest=digest,
    )
    rows.close()
    return kind


def _severities(root: Section) -> dict[str, Severity]:
    severities = root.choices("severities", Severity)
    for code in severities:
        _expect_rule(root, f"severities.{code}", code, "why")
    return severities


def _expect_rule(section: Section, key: str, code: str, part: str) -> None:
    # Every rule has its texts, so the catalogue of texts is the list of codes that exist.
    if code and not texts("en").has(code, part):
        section.complain("K012", key, value=code)


def _columns(root: Section) -> tuple[ColumnKind, ...]:
    columns: list[ColumnKind] = []
    for section in root.sections("columns"):
        column = _column(section)
        if column.role and any(column.role == other.role for other in columns):
            section.complain("K006", "role", value=column.role)
        columns.append(column)
    if not any(column.role == LABEL_ROLE and column.type is ColumnType.LABEL for column in columns):
        root.complain("K009", "columns")
    return tuple(columns)


def _column(section: Section) -> ColumnKind:
    column = ColumnKind(
        role=section.text("role"),
        type=section.choice("type", ColumnType) or ColumnType.AMOUNT,
        required=section.flag("required"),
        headers=section.texts("headers"),
        patterns=section.patterns("patterns"),
        minimum=section.number("minimum"),
        maximum=section.number("maximum"),
    )
    section.close()
    return column


def _relations(root: Section, columns: tuple[ColumnKind, ...]) -> tuple[RelationKind, ...]:
    relations: list[RelationKind] = []
    settled: set[tuple[Form, str]] = set()
    for section in root.sections("relations"):
        relation = _relation(section, columns)
        key, roles = ("target", (relation.target,)) if relation.target else ("of", relation.of)
        for role in roles:
            if (relation.form, role) in settled:
                section.complain("K006", key, value=role)
        settled |= {(relation.form, role) for role in roles}
        relations.append(relation)
    return tuple(relations)


def _relation(section: Section, columns: tuple[ColumnKind, ...]) -> RelationKind:
    form = section.choice("form", _OPERANDS)
    relation = RelationKind(
        rule=section.text("rule"),
        form=form or Form.SUM,
        target=section.optional_text("target"),
        of=section.texts("of", required=True),
    )
    figures = {column.role for column in columns if column.type in FIGURE_TYPES}
    for key, role in (("target", relation.target), *(("of", role) for role in relation.of)):
        if role and role not in figures:
            section.complain("K007", key, value=role)
    _expect_rule(section, "rule", relation.rule, "inconsistent")
    if form is not None and bool(relation.target) is (form is Form.SUM):
        section.complain("K013", "target", form=form)
    if form is not None and relation.of and len(relation.of) not in _OPERANDS[form]:
        section.complain("K010", "of", form=form, count=str(len(relation.of)))
    section.close()
    return relation
