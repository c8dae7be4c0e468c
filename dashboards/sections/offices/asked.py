"""What the parts of the page Offices ask alike: months, windows, and what needs contracts."""

import polars as pl

from dashboards.components.filters import Chosen
from dashboards.queries import offices as questions
from dashboards.sections import since
from dashboards.text import label

# What a warehouse without contracts cannot know: left out of its tables.
CAPACITY_COLUMNS = frozenset(
    {
        "workload_pct",
        "low_pct",
        "high_pct",
        "standing",
        "capacity_units_avg",
        "contract_fte_avg",
        "available_fte_avg",
    }
)


def months_asked(chosen: Chosen) -> pl.DataFrame:
    """The months of the period chosen, of every office and the whole line, by the weights chosen."""
    months = questions.line_months(chosen.among, chosen.service_line, chosen.weight_scheme, chosen.weights)
    return since(months, chosen.since)


def window_rows(chosen: Chosen) -> pl.DataFrame:
    """Every office under every scheme in the chosen window, with ``scheme_label`` and ``is_chosen``."""
    rows = questions.line_windows(chosen.among, chosen.service_line, chosen.weights).filter(
        (pl.col("time_window") == chosen.time_window) & (pl.col("office_id") != questions.WHOLE)
    )
    labels = {row["weight_scheme"]: label(row) for row in rows.unique("weight_scheme").to_dicts()}
    return rows.with_columns(
        scheme_label=pl.col("weight_scheme").replace_strict(labels, default=None, return_dtype=pl.String),
        is_chosen=pl.col("weight_scheme") == chosen.weight_scheme,
    )
