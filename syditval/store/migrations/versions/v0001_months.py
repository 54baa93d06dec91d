"""The months: entities, workbooks, uploads with their tables, figures and findings, and withdrawals."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from syditval.store.migrations.guards import Guard, of_its_upload

revision = "0001"
down_revision = None

TEXT = sa.Text()
NUMBER = sa.Integer()
# An amount as text: digits, a sign and a point at most.
DIGITS = {
    "sqlite": "{0} GLOB '*[0-9]' AND {0} NOT GLOB '*[^-.0-9]*'"
    " AND {0} NOT GLOB '?*-*' AND {0} NOT GLOB '*.*.*'",
    "postgresql": "{0} ~ '^-?[0-9]+([.][0-9]+)?$'",
}
HEX = {
    "sqlite": "length({0}) = 64 AND {0} NOT GLOB '*[^0-9a-f]*'",
    "postgresql": "{0} ~ '^[0-9a-f]{{64}}$'",
}
# SQLite takes anything in any column.
BYTES = {"sqlite": "typeof({0}) = 'blob'", "postgresql": "{0} IS NOT NULL"}
PERIOD = {
    "sqlite": "period GLOB '[12][09][0-9][0-9]-[01][0-9]' AND substr(period, 6) BETWEEN '01' AND '12'",
    "postgresql": "period ~ '^(19|20)[0-9]{{2}}-(0[1-9]|1[0-2])$'",
}


def is_so(condition: dict[str, str], column: str = "") -> sa.CheckConstraint:
    """A check in the words of the database that is being migrated."""
    return sa.CheckConstraint(sa.text(condition[op.get_context().dialect.name].format(column)))


def one_of(column: str, *words: str) -> sa.CheckConstraint:
    """A check that a column holds one of some words."""
    return sa.CheckConstraint(sa.text("{} IN ({})".format(column, ", ".join(f"'{word}'" for word in words))))


def needed(name: str, kind: Any = TEXT) -> sa.Column[Any]:
    """A column without which a row makes no sense."""
    return sa.Column(name, kind, nullable=False)


def number() -> sa.Column[int]:
    """The number of a row, which is never given twice."""
    return sa.Column("number", sa.Integer, primary_key=True, autoincrement=True)


def of_upload() -> sa.Column[int]:
    """The upload that a row belongs to and goes with."""
    return sa.Column(
        "upload", sa.Integer, sa.ForeignKey("upload.number", ondelete="CASCADE"), primary_key=True
    )


def at(name: str) -> sa.Column[int]:
    """A part of the place of a row."""
    return sa.Column(name, sa.Integer, primary_key=True, autoincrement=False)


def within(parent: str, columns: dict[str, str]) -> sa.ForeignKeyConstraint:
    """The row that a row lies in and goes with."""
    there = [f"{parent}.{column}" for column in columns.values()]
    return sa.ForeignKeyConstraint([*columns], there, ondelete="CASCADE")


def upgrade() -> None:
    """From nothing."""
    make_workbooks()
    make_uploads()
    make_tables()
    make_findings()
    for guard in (
        Guard("workbook", [["sha256"]], "EXISTS (SELECT 1 FROM upload WHERE workbook = OLD.sha256)"),
        Guard("upload", [["number"], ["entity", "period", "version"]], "OLD.kept_until >= {today}"),
        of_its_upload("withdrawal", ["upload"]),
        of_its_upload("sheet_table", ["upload", "position"]),
        of_its_upload("table_column", ["upload", "in_table", "number"]),
        of_its_upload("table_row", ["upload", "in_table", "number"]),
        of_its_upload("figure", ["upload", "in_table", "in_row", "in_column"]),
        of_its_upload("finding", ["upload", "position"]),
    ):
        guard.put_up()


def make_workbooks() -> None:
    """Entities and workbooks."""
    op.create_table(
        "entity",
        number(),
        needed("name"),
        needed("key"),
        sa.UniqueConstraint("key"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "workbook",
        sa.Column("sha256", sa.Text, primary_key=True),
        needed("size", sa.BigInteger()),
        needed("content", sa.LargeBinary()),
        is_so(HEX, "sha256"),
        sa.CheckConstraint("size = length(content)"),
        is_so(BYTES, "content"),
    )


def make_uploads() -> None:
    """Uploads and withdrawals."""
    op.create_table(
        "upload",
        number(),
        sa.Column("entity", sa.Integer, sa.ForeignKey("entity.number"), nullable=False),
        needed("period", sa.String(7)),
        needed("version", NUMBER),
        sa.Column("workbook", sa.Text, sa.ForeignKey("workbook.sha256"), nullable=False),
        *(needed(name) for name in ("name", "standing", "sent_by", "origin")),
        needed("sent_at", sa.DateTime(timezone=True)),
        *(needed(name) for name in ("decision", "tool")),
        *(needed(name, NUMBER) for name in ("errors", "warnings", "notes")),
        needed("kept_until", sa.Date()),
        *(needed(name) for name in ("seal", "record")),
        sa.UniqueConstraint("entity", "period", "version"),
        is_so(PERIOD),
        one_of("standing", "accepted", "accepted with findings", "rejected"),
        sa.CheckConstraint("version >= 1 AND errors >= 0 AND warnings >= 0 AND notes >= 0"),
        is_so(HEX, "seal"),
        sqlite_autoincrement=True,
    )
    op.create_index("upload_by_workbook", "upload", ["workbook"])
    op.create_table(
        "withdrawal",
        of_upload(),
        *(needed(name) for name in ("reason", "withdrawn_by")),
        needed("withdrawn_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("reason <> ''"),
    )


def make_tables() -> None:
    """Tables with their columns, rows and figures."""
    op.create_table(
        "sheet_table",
        of_upload(),
        at("position"),
        *(needed(name) for name in ("id", "kind", "sheet")),
        *(needed(name, NUMBER) for name in ("top", "left", "bottom", "right")),
        *(needed(name) for name in ("title", "unit", "unit_source", "period", "sign")),
    )
    in_table = {"upload": "upload", "in_table": "position"}
    op.create_table(
        "table_column",
        *map(at, ("upload", "in_table", "number")),
        *(needed(name) for name in ("role", "type", "header", "step")),
        within("sheet_table", in_table),
        is_so(DIGITS, "step"),
    )
    op.create_table(
        "table_row",
        *map(at, ("upload", "in_table", "number")),
        *(needed(name) for name in ("role", "label", "key", "section")),
        within("sheet_table", in_table),
    )
    op.create_table(
        "figure",
        *map(at, ("upload", "in_table", "in_row", "in_column")),
        needed("state"),
        sa.Column("value", TEXT),
        *(needed(name) for name in ("step", "written")),
        *(sa.Column(name, TEXT) for name in ("shown", "shown_step")),
        needed("roundings", NUMBER),
        within("table_row", {"upload": "upload", "in_table": "in_table", "in_row": "number"}),
        within("table_column", {"upload": "upload", "in_table": "in_table", "in_column": "number"}),
        *(is_so(DIGITS, name) for name in ("value", "step", "shown", "shown_step")),
        sa.CheckConstraint("(state = 'amount') = (value IS NOT NULL)"),
    )


def make_findings() -> None:
    """Findings."""
    op.create_table(
        "finding",
        of_upload(),
        at("position"),
        *(needed(name) for name in ("id", "code", "place", "severity", "standing", "in_table", "cell")),
        *(needed(name) for name in ("row_label", "column_label", "message")),
        one_of("severity", "error", "warning", "note"),
        one_of("standing", "open", "immaterial", "waived"),
    )
