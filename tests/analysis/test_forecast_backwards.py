"""A forecast run backwards never sees what came later: a future value is planted, and nothing changes."""

from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from analysis.forecast import Past, Run, run
from analysis.forecast.choosing import chosen_then
from analysis.forecast.inflow import count_models
from analysis.forecast.library import searched_smoothing
from analysis.forecast.panel import later, tree_of
from tests.analysis.forecast_drawn import FIRST, drawn, past_of

PLANTED_FROM = 50
HORIZONS = 6


@pytest.fixture(scope="module")
def past() -> Past:
    return past_of(drawn())


def planted(past: Past) -> Past:
    """The same past with other figures of every kind from a month on."""
    later_on = pl.col("month_start_on") >= later(FIRST, PLANTED_FROM)
    frames = {}
    for name in ("flow", "cohorts", "work"):
        frame = getattr(past, name)
        counts = [column for column in frame.columns if column.endswith(("_cases", "_cases_end", "_units"))]
        frames[name] = frame.with_columns(
            pl.when(later_on).then(pl.col(column) * 7 + 3).otherwise(pl.col(column)) for column in counts
        )
    return replace(past, **frames)


@pytest.fixture(scope="module")
def both(past: Past) -> tuple[Run, Run]:
    return tuple(run(one, HORIZONS, origins=12, searched=False) for one in (past, planted(past)))


def test_no_model_of_any_measure_changes_before_the_planted_month(both: tuple[Run, Run]):
    for measure, tried in both[0].trials.items():
        other = both[1].trials[measure]
        for name, given in tried.given.items():
            assert np.array_equal(
                given[:, :PLANTED_FROM], other.given[name][:, :PLANTED_FROM], equal_nan=True
            ), (measure, name)
            assert not np.array_equal(given[:, PLANTED_FROM:], other.given[name][:, PLANTED_FROM:])


def test_no_band_changes_before_the_planted_month(both: tuple[Run, Run]):
    for measure, tried in both[0].trials.items():
        before = [place for place, now in enumerate(tried.moments) if now < PLANTED_FROM]
        assert before
        for name, bands in tried.bands.items():
            then, now = bands[:, :, before], both[1].trials[measure].bands[name][:, :, before]
            assert np.isfinite(then).any()
            assert np.array_equal(then, now, equal_nan=True), (measure, name)


def test_neither_does_the_search_of_the_library_nor_the_choice_of_a_model():
    rng = np.random.default_rng(4)
    values = rng.poisson(30, (2, 60)).astype(float)
    other = values.copy()
    other[:, PLANTED_FROM:] += 500
    groups, moments = np.zeros(2, int), (38, 46, 54)
    tree = tree_of(pl.DataFrame({"office_id": ["A", "B"], "supervision_type": ["x", "x"]}))
    found = []
    for one in (values, other):
        models = count_models(one, groups, HORIZONS, 12, 12)
        models["ets"] = searched_smoothing(one, models["pooled"], 12, moments)
        found.append((models["ets"], chosen_then(one, models, tree, 12, range(44, 56, 2))))
    for mine, changed in zip(*found, strict=True):
        assert np.array_equal(mine[:, :PLANTED_FROM], changed[:, :PLANTED_FROM], equal_nan=True)
        assert not np.array_equal(mine, changed, equal_nan=True)
