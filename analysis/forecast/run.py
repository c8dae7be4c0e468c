"""All measures run backwards: the models of each, and what became of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from analysis.forecast import library
from analysis.forecast.inflow import combined, count_models
from analysis.forecast.panel import Panel, Tree, later, panel_of, tree_of
from analysis.forecast.past import HORIZONS, ORIGINS, SEASON, Past
from analysis.forecast.rivals import littles_law
from analysis.forecast.stay import Ages, by_age, shares_staying
from analysis.forecast.stock import open_ahead, open_at_one_rate
from analysis.forecast.trial import Trial, trial, trial_moments
from analysis.forecast.work import weights_by_age

# Where phases of work begin, in months of age: policy names them so (seeds/phases.csv).
PHASES = (0, 1, 3, 12)
# Before the moments of the trial the form is searched this far apart, for the bands alone.
SEARCHED_APART = 3


@dataclass(frozen=True)
class Run:
    """The trial of each measure, over the rows of ``tree`` and the months of ``panel``.

    step_months: how far the months of the panel, and the steps ahead, lie apart.
    """

    panel: Panel
    tree: Tree
    trials: Mapping[str, Trial]
    horizons: int
    step_months: int = 1

    @property
    def season(self) -> int:
        """Steps in a year."""
        return SEASON // self.step_months


def run(
    past: Past,
    horizons: int = HORIZONS,
    origins: int = ORIGINS,
    searched: bool | None = None,
    following: library.Following = iter,
) -> Run:
    """Run the models of every measure from each of the latest months whose future is known.

    Args:
        past: what is known.
        horizons: months ahead.
        origins: how many months each horizon is judged from.
        searched: whether AutoETS takes part; None: where its library is installed.
        following: what the series are gone through with while AutoETS searches, such as a bar of progress.

    TooLittleError where there is no whole month, ValueError where a month of a series is there twice.
    """
    panel = panel_of(past.flow, past.as_of, past.known_from)
    tree, groups = tree_of(panel.cells), panel.groups
    with_library = library.is_installed() if searched is None else searched
    steps = len(panel.months)
    moments = trial_moments(steps, horizons, origins)
    warm_up = range(max(2 * SEASON, moments[0] - horizons - SEASON), moments[0], SEARCHED_APART)
    searched_at = (*warm_up, *moments) if with_library else None

    received, ended, open_end = (
        panel.filled(past.flow, column) for column in ("received_cases", "ended_cases", "open_cases_end")
    )
    inflow = count_models(received, groups, horizons, SEASON, SEASON, searched_at, following)
    stock = count_models(open_end, groups, horizons, SEASON, 1)
    stock["little"] = littles_law(received, ended, open_end, horizons, SEASON)
    stock["exit_rate"] = open_at_one_rate(open_end, received, ended, inflow["recent_mean"], SEASON)
    ahead = None
    if past.cohorts is not None:
        ages = ages_of(past, panel)
        ahead = open_ahead(ages.open_end, shares_staying(ages, groups, SEASON), inflow["recent_mean"])
        stock["cohort"] = ahead.sum(axis=3)
        stock["combined"] = combined(stock["cohort"], stock)
    found = {"received_cases": (received, inflow), "open_cases": (open_end, stock)}
    if past.work is not None:
        units = panel.filled(past.work, "workload_units")
        models = count_models(units, groups, horizons, SEASON, 1)
        models["little"] = stock["little"] * _weight(units, open_end)[:, :, None]
        if ahead is not None:
            phases = np.searchsorted(PHASES, np.arange(ahead.shape[3]), side="right") - 1
            member = np.equal.outer(phases, np.arange(len(PHASES))).astype(float)
            weights = weights_by_age(ages.open_end @ member, units, groups, SEASON)
            models["cohort"] = np.einsum("sthp,stp->sth", ahead @ member, weights)
            models["combined"] = combined(models["cohort"], models)
        found["workload_units"] = (units, models)
    trials = {
        measure: trial(values, models, tree, SEASON, origins, 2 * SEASON, SEASON)
        for measure, (values, models) in found.items()
    }
    return Run(panel, tree, trials, horizons)


def ages_of(past: Past, panel: Panel) -> Ages:
    """Open cases by age, from the bands of ``fct_cohort_months`` and the months in which they had come."""
    bounds = np.sort(past.cohorts["age_from_months"].unique().to_numpy())
    bands = [
        panel.filled(past.cohorts.filter(pl.col("age_from_months") == bound), "open_cases_end")
        for bound in bounds
    ]
    longer = Panel(panel.cells, (*_months_before(past, panel), *panel.months))
    return by_age(np.stack(bands, axis=2), bounds, longer.filled(past.flow, "received_cases"))


def _months_before(past: Past, panel: Panel) -> list[date]:
    months, month = [], past.flow["month_start_on"].min()
    while month < panel.months[0]:
        months.append(month)
        month = later(month, 1)
    return months


def _weight(units: np.ndarray, open_end: np.ndarray) -> np.ndarray:
    return np.divide(units, open_end, out=np.zeros_like(units), where=open_end > 0)
