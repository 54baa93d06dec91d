"""Run by Alembic: the migrations go over the connection and in the transaction that they are given."""

from alembic import context

from syditval.store.layout import VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"], version_table=VERSION_TABLE, transactional_ddl=True
)
with context.begin_transaction():
    context.run_migrations()
