"""Known categories: what policy seeds name, what the mapping declares, and what the contract fixes."""

from pathlib import Path

import polars as pl

from ingest.contract import CATEGORIES, FIXED_CATEGORIES
from ingest.errors import BadInputError
from ingest.extracts.delimited import delimited_file

ALWAYS_KNOWN = "not_assessed"


def known_categories(seeds: Path, declared: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    """The known values by category column; a seed file or column that is missing contributes nothing."""
    if not seeds.is_dir():
        way_out = "Name an existing folder with --seeds."
        raise BadInputError("no folder of policy seeds", way_out, file=str(seeds))
    known = {category: declared.get(category, set()) | {ALWAYS_KNOWN} for category in CATEGORIES}
    known["supervision_type"] |= _values(seeds, "case_weights", "supervision_type")
    known["supervision_type"] |= _values(seeds, "work_types", "work_type", pl.col("kind") == "mandate")
    known["risk_level"] |= _values(seeds, "case_weights", "risk_level") - {"any"}
    known["flag"] |= _values(seeds, "case_factors", "flag")
    known["task_type"] |= _values(seeds, "task_weights", "task_type")
    known["task_type"] |= _values(seeds, "work_types", "work_type", pl.col("kind") == "task")
    known["grade"] |= _values(seeds, "capacity_grades", "grade")
    known["reason"] |= _values(seeds, "reduction_reasons", "reason")
    known["service_line"] |= _values(seeds, "work_types", "service_line")
    known["service_line"] |= _values(seeds, "service_lines", "service_line")
    for category, values in FIXED_CATEGORIES.items():
        known[category] |= set(values)
    return {category: frozenset(values) for category, values in known.items()}


def _values(seeds: Path, table: str, column: str, where: pl.Expr | None = None) -> set[str]:
    path = seeds / f"{table}.csv"
    if not path.exists():
        return set()
    rows = delimited_file(path, ",").frame
    if column not in rows.columns or (where is not None and "kind" not in rows.columns):
        return set()
    chosen = rows if where is None else rows.filter(where)
    return set(chosen[column].drop_nulls()) - {""}
