"""What Alembic runs: the steps, on the connection that it was handed, in the transaction of that."""

from alembic import context

from store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
