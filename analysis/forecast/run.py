"""All measures run backwards: the models of each, and what became of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from analysis.forecast import library
from analysis.forecast.inflow import inflow_models
from analysis.forecast.panel import Panel, Tree, later, panel_of, tree_of
from analysis.forecast.past import HORIZONS, ORIGINS, SEASON, Past
from analysis.forecast.rivals import littles_law
from analysis.forecast.stay import Ages, by_age, shares_staying
from analysis.forecast.stock import open_ahead
from analysis.forecast.trial import Trial, trial, trial_moments
from analysis.forecast.work import weights_by_age

# Where phases of work begin, in months of age: policy names them so (seeds/phases.csv).
PHASES = (0, 1, 3, 12)
# Before the moments of the trial the form is searched this far apart, for the bands alone.
SEARCHED_APART = 3


@dataclass(frozen=True)
class Run:
    """The trial of each measure, over the rows of ``tree`` and the months of ``panel``."""

    panel: Panel
    tree: Tree
    trials: Mapping[str, Trial]
    horizons: int


def run(past: Past, horizons: int = HORIZONS, origins: int = ORIGINS, searched: bool | None = None) -> Run:
    """Run the models of every measure from each of the latest months whose future is known.

    Args:
        past: what is known.
        horizons: months ahead.
        origins: how many months each horizon is judged from.
        searched: whether AutoETS takes part; None: where its library is installed.

    ValueError where there is no whole month, or a month of a series is there twice.
    """
    panel = panel_of(past.flow, past.as_of, past.known_from)
    tree, groups = tree_of(panel.cells), panel.groups
    with_library = library.is_installed() if searched is None else searched
    steps = len(panel.months)
    moments = trial_moments(steps, horizons, origins)
    searched_at = (*range(2 * SEASON, moments[0], SEARCHED_APART), *moments) if with_library else None

    received, ended, open_end = (
        panel.filled(past.flow, column) for column in ("received_cases", "ended_cases", "open_cases_end")
    )
    inflow = inflow_models(received, groups, horizons, SEASON, searched_at)
    stock = inflow_models(open_end, groups, horizons, SEASON, None)
    stock["little"] = littles_law(received, ended, open_end, horizons, SEASON)
    ahead = None
    if past.cohorts is not None:
        ages = ages_of(past, panel)
        ahead = open_ahead(ages.open_end, shares_staying(ages, groups, SEASON), inflow["pooled"])
        stock |= _with_combined(stock, ahead.sum(axis=3))
    found = {"received_cases": (received, inflow), "open_cases": (open_end, stock)}
    if past.work is not None:
        units = panel.filled(past.work, "workload_units")
        models = inflow_models(units, groups, horizons, SEASON, None)
        models["little"] = stock["little"] * _weight(units, open_end)[:, :, None]
        if ahead is not None:
            phases = np.searchsorted(PHASES, np.arange(ahead.shape[3]), side="right") - 1
            member = np.equal.outer(phases, np.arange(len(PHASES))).astype(float)
            weights = weights_by_age(ages.open_end @ member, units, groups, SEASON)
            models |= _with_combined(models, np.einsum("sthp,stp->sth", ahead @ member, weights))
        found["workload_units"] = (units, models)
    trials = {
        measure: trial(values, models, tree, SEASON, origins) for measure, (values, models) in found.items()
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


def _with_combined(models: Mapping[str, np.ndarray], cohort: np.ndarray) -> dict[str, np.ndarray]:
    """The forecast by cohorts, and the mean of it, the shared smoothing and the last value.

    Source: J. M. Bates and C. W. J. Granger, The combination of forecasts, OR 20 (1969).
    """
    return {"cohort": cohort, "combined": (cohort + models["pooled"] + models["last_value"]) / 3}


def _weight(units: np.ndarray, open_end: np.ndarray) -> np.ndarray:
    return np.divide(units, open_end, out=np.zeros_like(units), where=open_end > 0)
