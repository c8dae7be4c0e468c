"""The policy of an agency as the models want it: every table, every column, in a folder of the build."""

from pathlib import Path

import polars as pl

from ingest.errors import BadInputError
from ingest.labels import LABELS, SCHEMA, collected, labels_of, without_labels
from ingest.tariffs import TARIFFS, check_tariffs

# How far the outlook looks, what is called the same, how far versions may differ, what studies found: shipped
# unless said.
_SHIPPED_UNLESS_SAID = ("evidence", "horizons", "noise_levels", "version_bounds")


def copy_policy(seeds: Path, shipped: Path, into: Path) -> None:
    """Copy the policy tables of ``seeds`` to ``into``, which dbt may write over.

    A table the agency does not have becomes an empty one, or where none can be done without, the shipped
    one; a column it does not have is filled with the word none. Labels leave their tables: all of them, in
    whatever language, are rows of ``labels.csv``.
    Raises BadInputError where a table cannot be read, where the folder holds none, or where a tariff cannot
    be used.
    """
    if not any((seeds / table.name).exists() for table in shipped.glob("*.csv")):
        way_out = "Name a folder of policy tables such as seeds/, which seeds/README.md describes."
        raise BadInputError("a folder without any policy table", way_out, file=str(seeds))
    if (seeds / f"{TARIFFS}.csv").exists():
        check_tariffs(_read(seeds / f"{TARIFFS}.csv"), _service_lines(seeds, shipped))
    into.mkdir()
    said = []
    for pattern in sorted(shipped.glob("*.csv")):
        if pattern.stem == LABELS:
            continue
        table, columns = _table(seeds, pattern), without_labels(_read(pattern)).columns
        said.append(labels_of(pattern.stem, table))
        table.with_columns(_filling(name) for name in columns if name not in table.columns).select(
            columns
        ).write_csv(into / pattern.name)
    collected(said, _own_labels(seeds)).write_csv(into / f"{LABELS}.csv")


def _table(seeds: Path, pattern: Path) -> pl.DataFrame:
    own = seeds / pattern.name
    if own.exists():
        return _read(own)
    shipped = _read(pattern)
    return shipped if pattern.stem in _SHIPPED_UNLESS_SAID else shipped.clear()


def _service_lines(seeds: Path, shipped: Path) -> pl.Series:
    lines = _table(seeds, shipped / "service_lines.csv")
    return lines.get_column("service_line", default=pl.Series([], dtype=pl.String))


def _own_labels(seeds: Path) -> pl.DataFrame:
    file = seeds / f"{LABELS}.csv"
    if not file.exists():
        return pl.DataFrame(schema=SCHEMA)
    table = _read(file)
    if missing := [column for column in SCHEMA if column not in table.columns]:
        way_out = f"Its columns are {', '.join(SCHEMA)}; or leave the file out."
        raise BadInputError(f"no column {missing[0]!r}", way_out, file=file.name)
    return table.select(*SCHEMA).filter(pl.col("label").str.strip_chars() != "")


def _filling(column: str) -> pl.Expr:
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
