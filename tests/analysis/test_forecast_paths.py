"""Paths that may come add up, keep together what fell together, and are the misses of past origins."""

import numpy as np
import polars as pl
import pytest

from analysis.forecast import Past, Run, forecast, origins, run, sample_paths
from analysis.forecast.work import weights_by_age
from tests.analysis.forecast_drawn import drawn, past_of

HORIZONS = 6
CELL = ["office_id", "supervision_type"]


@pytest.fixture(scope="module")
def past() -> Past:
    return past_of(drawn())


@pytest.fixture(scope="module")
def ran(past: Past) -> Run:
    return run(past, HORIZONS, origins=24, searched=False)


def test_paths_of_offices_and_kinds_add_up_to_those_of_the_whole(ran: Run):
    paths = sample_paths(ran, "open_cases", 50, np.random.default_rng(1))
    levels = ran.tree.rows["level"].to_numpy()
    assert paths.shape == (50, ran.tree.rows.height, HORIZONS)
    whole = paths[:, levels == "whole"].sum(axis=1)
    for level in ("cells", "offices", "kinds"):
        assert paths[:, levels == level].sum(axis=1) == pytest.approx(whole)


def test_each_path_is_the_forecast_and_what_one_origin_missed_in_all_series(past: Past, ran: Run):
    paths = sample_paths(ran, "received_cases", 40, np.random.default_rng(2), latest=10)
    now = forecast(past, ran).filter(pl.col("measure") == "received_cases")
    beside = origins(past, ran).filter(pl.col("measure") == "received_cases")
    used = now.select("horizon_months", "model").unique()
    beside = beside.join(used, on=["horizon_months", "model"])
    first = ran.tree.rows.row(0, named=True)
    own = pl.all_horizontal(pl.col(key) == first[key] for key in CELL)
    point = now.filter(own).sort("horizon_months")["point"].to_numpy()
    missed = beside.filter(own).with_columns(missed=pl.col("came") - pl.col("forecast"))
    by_origin = missed.pivot(on="horizon_months", index="origin_month_start_on", values="missed").drop_nulls()
    found = by_origin.sort("origin_month_start_on").drop("origin_month_start_on").to_numpy()[-10:]
    # sizes of then and now differ by one factor for the whole path
    for path in paths[:, 0]:
        drawn_in = path > 0
        ratios = [
            (path - point)[drawn_in] / row[drawn_in] for row in found if (np.abs(row[drawn_in]) > 1e-9).all()
        ]
        assert min(np.ptp(ratio) for ratio in ratios) < 1e-6


def test_of_series_drawn_apart_the_whole_spreads_less_than_its_parts_together(ran: Run):
    paths = sample_paths(ran, "open_cases", 400, np.random.default_rng(4))
    levels = ran.tree.rows["level"].to_numpy()
    spread = paths[:, levels == "cells", -1].std(axis=0)
    whole = paths[:, levels == "whole", -1].std()
    assert 0.5 * np.sqrt((spread**2).sum()) < whole < spread.sum()


def test_without_an_origin_that_has_come_true_there_are_no_paths():
    short = run(past_of(drawn(months=7), 7), HORIZONS, searched=False)
    with pytest.raises(ValueError, match="no month"):
        sample_paths(short, "open_cases", 5, np.random.default_rng(1))


def test_weights_by_age_are_found_from_sums_of_months():
    rng = np.random.default_rng(5)
    true = np.array([6.0, 3.0, 1.5])
    open_phases = rng.uniform(5, 60, (6, 48, 3))
    heavier = np.array([1.0, 1.0, 1.0, 1.0, 1.0, 1.4])[:, None]
    units = (open_phases @ true) * heavier
    found = weights_by_age(open_phases, units, np.zeros(6, int), 12)[:, -1]
    again = (found * open_phases[:, -1]).sum(axis=1)
    assert again == pytest.approx(units[:, -1], rel=0.1)
    assert found[0] == pytest.approx(true * (5 + 1.4) / 6, rel=0.25)
    assert found[0, 0] > 1.5 * found[0, 1] > 2 * found[0, 2]
    assert found[5].sum() == pytest.approx(1.4 * found[0].sum(), rel=0.1)
    assert (weights_by_age(open_phases * 0, units * 0, np.zeros(6, int), 12) == 0).all()
