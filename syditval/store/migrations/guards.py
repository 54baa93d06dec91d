"""Guards of tables that only grow: the database itself refuses to change a row, or to delete it too early.

Released migrations rest on this module: what it makes of the same arguments must not change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alembic import op

_TODAY = {"sqlite": "date('now')", "postgresql": "(now() AT TIME ZONE 'UTC')::date"}


@dataclass(frozen=True, slots=True)
class Guard:
    """A table that only grows, the columns that tell its rows apart, and when a row must not be deleted.

    ``kept_while`` is a condition over OLD, with {today} for the day by the database's clock, in UTC.
    """

    table: str
    unique: Sequence[Sequence[str]]
    kept_while: str

    def put_up(self) -> None:
        """Make the triggers, in the database that is being migrated."""
        dialect = op.get_context().dialect.name
        kept = self.kept_while.format(today=_TODAY[dialect])
        for statement in self._sqlite(kept) if dialect == "sqlite" else self._postgresql(kept):
            op.execute(statement)

    def _sqlite(self, kept: str) -> list[str]:
        # A row that is put in place of another goes without its trigger: INSERT OR REPLACE.
        there = " OR ".join(
            "EXISTS (SELECT 1 FROM {} WHERE {})".format(
                self.table, " AND ".join(f"{column} = NEW.{column}" for column in columns)
            )
            for columns in self.unique
        )
        refuse = f"BEGIN SELECT RAISE(ABORT, '{self.table} only grows'); END"
        return [
            f"CREATE TRIGGER {self.table}_unchanged BEFORE UPDATE ON {self.table} {refuse}",
            f"CREATE TRIGGER {self.table}_kept BEFORE DELETE ON {self.table} WHEN {kept} {refuse}",
            f"CREATE TRIGGER {self.table}_unreplaced BEFORE INSERT ON {self.table} WHEN {there} {refuse}",
        ]

    def _postgresql(self, kept: str) -> list[str]:
        function = f"{self.table}_only_grows()"
        return [
            f"""CREATE FUNCTION {function} RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF TG_OP = 'DELETE' THEN
                        IF NOT coalesce({kept}, false) THEN RETURN OLD; END IF;
                    END IF;
                    RAISE EXCEPTION '{self.table} only grows' USING ERRCODE = 'restrict_violation';
                END $$""",
            f"CREATE TRIGGER {self.table}_unchanged BEFORE UPDATE ON {self.table}"
            f" FOR EACH ROW EXECUTE FUNCTION {function}",
            f"CREATE TRIGGER {self.table}_kept BEFORE DELETE ON {self.table}"
            f" FOR EACH ROW EXECUTE FUNCTION {function}",
            f"CREATE TRIGGER {self.table}_whole BEFORE TRUNCATE ON {self.table}"
            f" FOR EACH STATEMENT EXECUTE FUNCTION {function}",
        ]


def of_its_upload(table: str, unique: Sequence[str]) -> Guard:
    """The guard of a table whose rows are kept as long as the upload that they belong to."""
    kept = "(SELECT kept_until FROM upload WHERE number = OLD.upload) >= {today}"
    return Guard(table, [unique], kept)
