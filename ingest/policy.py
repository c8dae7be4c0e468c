"""The policy of an agency as the models want it: every table, every column, in a folder of the build."""

from pathlib import Path

import polars as pl

from ingest.errors import BadInputError


def copy_policy(seeds: Path, shipped: Path, into: Path) -> None:
    """Copy the policy tables of ``seeds`` to ``into``, which dbt may write over.

    A table the agency does not have becomes an empty one; a column it does not have is filled from the
    column it translates (``label_nl`` from ``label`` or ``label_en``), else with the word none.
    Raises BadInputError where a table cannot be read, or where the folder holds none.
    """
    if not any((seeds / table.name).exists() for table in shipped.glob("*.csv")):
        way_out = "Name a folder of policy tables such as seeds/, which seeds/README.md describes."
        raise BadInputError("a folder without any policy table", way_out, file=str(seeds))
    into.mkdir()
    for pattern in sorted(shipped.glob("*.csv")):
        columns = _read(pattern).columns
        own = seeds / pattern.name
        table = _read(own) if own.exists() else pl.DataFrame(schema=dict.fromkeys(columns, pl.String))
        filled = table.with_columns(
            _filling(name, table.columns) for name in columns if name not in table.columns
        )
        filled.select(columns).write_csv(into / pattern.name)


def _filling(column: str, known: list[str]) -> pl.Expr:
    for label in ("label", "label_en"):
        if column.startswith("label") and label in known:
            return pl.col(label).alias(column)
    return pl.lit("0" if column == "position" else "none").alias(column)


def _read(table: Path) -> pl.DataFrame:
    try:
        return pl.read_csv(table, infer_schema=False)
    except (pl.exceptions.PolarsError, UnicodeDecodeError, OSError) as error:
        raise BadInputError(
            rule=f"the policy table cannot be read ({str(error).splitlines()[0]})",
            way_out="Write it as comma-separated UTF-8 with the header that seeds/README.md describes.",
            file=table.name,
        ) from error
