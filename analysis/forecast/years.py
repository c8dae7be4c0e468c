"""Published figures run backwards: one a year, where there are no cases to count."""

import polars as pl

from analysis.forecast import library
from analysis.forecast.inflow import count_models
from analysis.forecast.panel import CELL, Panel, TooLittleError, flat_tree
from analysis.forecast.past import SEASON
from analysis.forecast.run import Run
from analysis.forecast.trial import trial

HORIZONS, ORIGINS, LATEST = 5, 12, 8
LEAST_YEARS = 3


def run_years(rows: pl.DataFrame, searched: bool | None = None, following: library.Following = iter) -> Run:
    """The trial of published open cases, without ages, inflow or season.

    Args:
        rows: ``office_id``, ``supervision_type``, ``period_start_on``, ``open_cases_end``.
        searched, following: as of ``run``.

    Offices with a figure in every year that any has one take part. TooLittleError where there is none, or no
    three years.
    """
    dated = rows.with_columns(month_start_on=pl.col("period_start_on").dt.month_start()).drop_nulls(
        "open_cases_end"
    )
    months = sorted(dated["month_start_on"].unique())
    complete = dated.filter(pl.len().over(CELL) == len(months))
    if complete.is_empty() or len(months) < LEAST_YEARS:
        raise TooLittleError("There are no three years that an office has published all of.")
    panel = Panel(complete.select(CELL).unique().sort(CELL), tuple(months))
    values, tree = panel.filled(complete, "open_cases_end"), flat_tree(panel.cells)
    with_library = library.is_installed() if searched is None else searched
    searched_at = range(len(months)) if with_library else None
    models = count_models(values, panel.groups, HORIZONS, 1, 1, searched_at, following)
    tried = trial(values, models, tree, 1, ORIGINS, 2, LATEST)
    return Run(panel, tree, {"open_cases": tried}, HORIZONS, SEASON)
