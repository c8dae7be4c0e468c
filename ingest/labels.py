"""What the policy calls its codes, in every language an agency gives: one table out of the label columns."""

from collections.abc import Iterable

import polars as pl

LABELS = "labels"
SCHEMA = {"kind": pl.String, "code": pl.String, "language": pl.String, "label": pl.String}
# Policy table -> what its rows are, and the columns whose values, joined by `_`, are the code.
_NAMED = {
    "drivers": ("event", ("driver",)),
    "horizons": ("horizon", ("horizon",)),
    "phases": ("phase", ("phase",)),
    "reduction_reasons": ("reduction_reason", ("reason",)),
    "service_lines": ("service_line", ("service_line",)),
    "targets": ("target", ("target",)),
    "threshold_sets": ("threshold", ("threshold_set", "threshold")),
    "weight_schemes": ("weight_scheme", ("weight_scheme",)),
    "work_types": ("work_type", ("work_type",)),
}
_ENGLISH = "label"
_PREFIX = "label_"
_KEY = ("kind", "code", "language")


def language_of(column: str) -> str | None:
    """The language that a column gives labels in (``label`` is English); None where it gives none."""
    return (
        "en" if column == _ENGLISH else column.removeprefix(_PREFIX) if column.startswith(_PREFIX) else None
    )


def labels_of(name: str, table: pl.DataFrame) -> pl.DataFrame:
    """The labels of one policy table, with the columns of ``SCHEMA``; an empty cell is no label."""
    kind, key = _NAMED.get(name, ("", ()))
    if not kind or not {*key} <= {*table.columns}:
        return pl.DataFrame(schema=SCHEMA)
    columns = [column for column in table.columns if language_of(column)]
    if _ENGLISH in columns and f"{_PREFIX}en" in columns:
        columns.remove(_ENGLISH)
    said = [
        table.select(
            kind=pl.lit(kind),
            code=pl.concat_str(list(key), separator="_"),
            language=pl.lit(language_of(column)),
            label=pl.col(column).str.strip_chars(),
        )
        for column in columns
    ]
    return pl.concat([pl.DataFrame(schema=SCHEMA), *said]).filter(pl.col("label") != "")


def collected(tables: Iterable[pl.DataFrame], own: pl.DataFrame) -> pl.DataFrame:
    """The labels of all tables and those of an agency's own table of labels, which win."""
    return pl.concat([own, pl.concat(tables).join(own, on=_KEY, how="anti")]).sort(_KEY)


def without_labels(table: pl.DataFrame) -> pl.DataFrame:
    """The table without its label columns."""
    return table.drop(column for column in table.columns if language_of(column))
