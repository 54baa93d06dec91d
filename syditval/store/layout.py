"""The tables of the store, as the code asks of them.

They are made by the migrations, where the checks and the guards against changes stand too.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from syditval.model.amounts import FigureState, Unit
from syditval.model.finding import Status
from syditval.model.rule import Severity
from syditval.model.table import ColumnType, RowRole, SignConvention
from syditval.store.entry import FindingStatus, Standing
from syditval.store.roles import Role
from syditval.store.value_types import Exact, Moment, Month, OneOf, Words

# The version of these tables: that of the last migration.
HEAD = "0002"
VERSION_TABLE = "store_version"

METADATA = MetaData()


def _needed(kind: Any, *names: str) -> list[Column[Any]]:
    return [Column(name, kind, nullable=False) for name in names]


def _number() -> Column[int]:
    return Column("number", Integer, primary_key=True, autoincrement=True)


def _of_upload() -> Column[int]:
    return Column("upload", ForeignKey("upload.number", ondelete="CASCADE"), primary_key=True)


def _at(*names: str) -> list[Column[int]]:
    return [Column(name, Integer, primary_key=True, autoincrement=False) for name in names]


def _within(parent: str, **columns: str) -> ForeignKeyConstraint:
    there = [f"{parent}.{column}" for column in columns.values()]
    return ForeignKeyConstraint([*columns], there, ondelete="CASCADE")


ENTITY = Table(
    "entity",
    METADATA,
    _number(),
    *_needed(Words, "name"),
    Column("key", Words, nullable=False, unique=True),
    sqlite_autoincrement=True,
)

WORKBOOK = Table(
    "workbook",
    METADATA,
    Column("sha256", Text, primary_key=True),
    *_needed(BigInteger, "size"),
    *_needed(LargeBinary, "content"),
)

UPLOAD = Table(
    "upload",
    METADATA,
    _number(),
    Column("entity", ForeignKey("entity.number"), nullable=False),
    *_needed(Month, "period"),
    *_needed(Integer, "version"),
    Column("workbook", ForeignKey("workbook.sha256"), nullable=False),
    *_needed(Words, "name"),
    *_needed(OneOf(Standing), "standing"),
    *_needed(Words, "sent_by", "origin"),
    *_needed(Moment, "sent_at"),
    *_needed(Words, "decision", "tool"),
    *_needed(Integer, "errors", "warnings", "notes"),
    *_needed(Date, "kept_until"),
    # The seal is over the tables, figures and findings below. The record is ASCII, and has one of its own.
    *_needed(Text, "seal", "record"),
    UniqueConstraint("entity", "period", "version"),
    Index("upload_by_workbook", "workbook"),
    sqlite_autoincrement=True,
)

WITHDRAWAL = Table(
    "withdrawal",
    METADATA,
    _of_upload(),
    *_needed(Words, "reason", "withdrawn_by"),
    *_needed(Moment, "withdrawn_at"),
)

SHEET_TABLE = Table(
    "sheet_table",
    METADATA,
    _of_upload(),
    *_at("position"),
    *_needed(Words, "id", "kind", "sheet"),
    *_needed(Integer, "top", "left", "bottom", "right"),
    *_needed(Words, "title"),
    *_needed(OneOf(Unit), "unit"),
    *_needed(Words, "unit_source", "period"),
    *_needed(OneOf(SignConvention), "sign"),
)

TABLE_COLUMN = Table(
    "table_column",
    METADATA,
    *_at("upload", "in_table", "number"),
    *_needed(Words, "role"),
    *_needed(OneOf(ColumnType), "type"),
    *_needed(Words, "header"),
    *_needed(Exact, "step"),
    _within("sheet_table", upload="upload", in_table="position"),
)

TABLE_ROW = Table(
    "table_row",
    METADATA,
    *_at("upload", "in_table", "number"),
    *_needed(OneOf(RowRole), "role"),
    *_needed(Words, "label", "key", "section"),
    _within("sheet_table", upload="upload", in_table="position"),
)

FIGURE = Table(
    "figure",
    METADATA,
    *_at("upload", "in_table", "in_row", "in_column"),
    *_needed(OneOf(FigureState), "state"),
    Column("value", Exact),
    *_needed(Exact, "step"),
    *_needed(Words, "written"),
    Column("shown", Exact),
    Column("shown_step", Exact),
    *_needed(Integer, "roundings"),
    _within("table_row", upload="upload", in_table="in_table", in_row="number"),
    _within("table_column", upload="upload", in_table="in_table", in_column="number"),
)

FINDING = Table(
    "finding",
    METADATA,
    _of_upload(),
    *_at("position"),
    *_needed(Words, "id", "code", "place"),
    *_needed(OneOf(Severity), "severity"),
    *_needed(OneOf(Status), "standing"),
    *_needed(Words, "in_table", "cell", "row_label", "column_label", "message"),
)

FINDING_STATUS = Table(
    "finding_status",
    METADATA,
    _number(),
    *_needed(Integer, "upload", "position"),
    *_needed(OneOf(FindingStatus), "status"),
    *_needed(Words, "comment", "set_by"),
    *_needed(Moment, "set_at"),
    _within("finding", upload="upload", position="position"),
    Index("finding_status_by_finding", "upload", "position"),
    sqlite_autoincrement=True,
)

PERSON = Table(
    "person",
    METADATA,
    _number(),
    *_needed(Words, "name"),
    Column("key", Words, nullable=False, unique=True),
    *_needed(OneOf(Role), "role"),
    *_needed(Boolean, "is_enabled"),
    *_needed(Words, "password_hash"),
    *_needed(Integer, "sessions_from", "failures"),
    Column("locked_until", Moment),
    sqlite_autoincrement=True,
)

PERSON_ENTITY = Table(
    "person_entity",
    METADATA,
    Column("person", ForeignKey("person.number", ondelete="CASCADE"), primary_key=True),
    Column("entity", ForeignKey("entity.number"), primary_key=True),
)

ACT = Table(
    "act",
    METADATA,
    _number(),
    *_needed(Moment, "at"),
    *_needed(Words, "who", "act", "subject", "origin", "outcome"),
    *_needed(Date, "kept_until"),
    sqlite_autoincrement=True,
)

SETTING = Table("setting", METADATA, Column("name", Text, primary_key=True), *_needed(LargeBinary, "value"))

# What only grows: nothing in them is changed, and nothing is deleted before its time.
_MONTHS = (WORKBOOK, UPLOAD, WITHDRAWAL, SHEET_TABLE, TABLE_COLUMN, TABLE_ROW, FIGURE, FINDING)
GUARDED = (*_MONTHS, FINDING_STATUS, ACT)
