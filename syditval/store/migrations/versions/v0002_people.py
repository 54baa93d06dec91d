"""The people: who may sign in, what they say of findings, what they did; and the store's own settings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from syditval.store.migrations.guards import Guard, of_its_upload

revision = "0002"
down_revision = "0001"

TEXT = sa.Text()


def texts(*names: str) -> list[sa.Column[str]]:
    """Columns that hold a text each."""
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def number() -> sa.Column[int]:
    """The number of a row, which is never given twice."""
    return sa.Column("number", sa.Integer, primary_key=True, autoincrement=True)


def upgrade() -> None:
    """From the months alone."""
    make_people()
    make_statuses_and_acts()
    Guard("act", [["number"]], "OLD.kept_until >= {today}").put_up()
    of_its_upload("finding_status", ["number"]).put_up()


def make_people() -> None:
    """People, the entities that they answer for, and the settings."""
    op.create_table(
        "person",
        number(),
        *texts("name", "key", "role"),
        sa.Column("is_enabled", sa.Boolean, nullable=False),
        *texts("password_hash"),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("sessions_from", "failures")),
        sa.Column("locked_until", sa.DateTime(timezone=True)),
        sa.UniqueConstraint("key"),
        sa.CheckConstraint("role IN ('finance', 'auditor', 'administrator')"),
        sa.CheckConstraint("sessions_from >= 0 AND failures >= 0"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "person_entity",
        sa.Column("person", sa.Integer, sa.ForeignKey("person.number", ondelete="CASCADE"), primary_key=True),
        sa.Column("entity", sa.Integer, sa.ForeignKey("entity.number"), primary_key=True),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.LargeBinary, nullable=False),
    )


def make_statuses_and_acts() -> None:
    """What people say of findings, and what they did."""
    op.create_table(
        "finding_status",
        number(),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("upload", "position")),
        *texts("status", "comment", "set_by"),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["upload", "position"], ["finding.upload", "finding.position"], ondelete="CASCADE"
        ),
        sa.CheckConstraint("status IN ('open', 'explained', 'fixed')"),
        sqlite_autoincrement=True,
    )
    op.create_index("finding_status_by_finding", "finding_status", ["upload", "position"])
    op.create_table(
        "act",
        number(),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        *texts("who", "act", "subject", "origin", "outcome"),
        sa.Column("kept_until", sa.Date, nullable=False),
        sqlite_autoincrement=True,
    )
