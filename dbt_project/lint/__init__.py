"""What dbt would give a template, for the linter: names and plausible values, without dbt or a database.

The linter renders each model once to check its layout; nothing here is ever run. Macros of the project
itself (scheme_keys and its like) stay in charge: they ask `run_query`, which answers with two schemes.
"""

from types import SimpleNamespace

execute = True
target = SimpleNamespace(name="lint", type="duckdb", database="work", schema="main")
flags = SimpleNamespace(WHICH="lint")
graph = SimpleNamespace(nodes={})
results = ()


def run_query(sql):
    """A table of one column with the values 1 and 2, whatever is asked: two weight schemes."""
    return SimpleNamespace(columns=[SimpleNamespace(values=lambda: (1, 2))])


def env_var(name, default=None):
    """The default: the linter has no environment."""
    return default
