"""Models by hand, and the shared smoothing redone step by step in plain Python."""

import math

import numpy as np
import pytest

from analysis.forecast.inflow import recent_mean
from analysis.forecast.pooled import GROWTH_LIMIT, LEAST_STEPS, candidates, pooled
from analysis.forecast.rivals import last_value, littles_law, same_month_last_year, smoothing
from analysis.forecast.season import seasonal_factors

NO_GROUPS = np.zeros(1, int)


def test_rivals_by_hand():
    row = np.array([[1.0, 2.0, 3.0, 4.0, 5.0]])
    assert last_value(row, 2)[0, 4].tolist() == [5, 5]
    assert same_month_last_year(row, 5, season=2)[0, 4].tolist() == [4, 5, 4, 5, 4]
    assert np.isnan(same_month_last_year(row, 3, season=2)[0, 0]).tolist() == [True, False, True]


def test_littles_law_is_what_comes_in_times_the_mean_stay():
    # ten a month that stay three months each: thirty open, ten of them end
    received, ended, open_end = np.full((1, 6), 10.0), np.full((1, 6), 10.0), np.full((1, 6), 30.0)
    assert littles_law(received, ended, open_end, 2, window=3)[0, 5].tolist() == [30, 30]
    received[0, 3:] = 20  # twice as many come: twice as many are open once it lasts
    assert littles_law(received, ended, open_end, 1, window=3)[0, 5, 0] == 60
    assert littles_law(received, ended * 0, open_end, 1, window=3)[0, 5, 0] == 30


def test_plain_smoothing_takes_the_weight_with_the_least_squares_so_far():
    steady = np.array([[10.0, 12.0, 8.0, 10.0, 12.0, 8.0, 10.0, 12.0, 8.0]])
    rising = np.arange(1.0, 10.0)[None]
    assert abs(smoothing(steady, 1)[0, -1, 0] - 10) < 1
    assert smoothing(rising, 1)[0, -1, 0] == 9


def test_a_season_is_found_and_noise_is_not_taken_for_one():
    year = np.array([0.5, 0.7, 0.9, 1.0, 1.1, 1.2, 1.3, 1.2, 1.1, 1.1, 1.0, 0.9])
    true = np.tile(100 * year / year.mean(), 6)[None]
    found = seasonal_factors(true, 12)
    # at the last moment, December: step 0 is December, step 1 January
    assert found[0, -1] == pytest.approx(np.roll(year, 1) / year.mean(), abs=0.01)
    assert (found[0, :35] == 1).all()
    noise = np.random.default_rng(1).poisson(100, (1, 72)).astype(float)
    assert np.abs(seasonal_factors(noise, 12)[0, -1] - 1).mean() < 0.5 * np.abs(noise / 100 - 1).mean()


def test_the_recent_mean_is_shared_over_the_year():
    year = np.array([0.5, 0.7, 0.9, 1.0, 1.1, 1.2, 1.3, 1.2, 1.1, 1.1, 1.0, 0.9])
    true = np.tile(100 * year / year.mean(), 6)[None]
    ahead = recent_mean(true, NO_GROUPS, 12, 12, 12)[0, -1]
    assert ahead == pytest.approx(true[0, :12], rel=0.02)


def by_hand(values: list[list[float]], horizons: int) -> list[list[list[float]]]:
    """Shared smoothing of one group without a season, for every weight and moment, in plain loops."""
    steps = len(values[0])
    scale = [
        [
            sum(abs(row[t] - row[t - 1]) for t in range(1, now + 1)) / now if now else math.nan
            for now in range(steps)
        ]
        for row in values
    ]
    given = [_of_weights(values, weights, horizons) for weights in candidates()]
    keeps = next(n for n, w in enumerate(candidates()) if w.level == 1 and w.growth == 0)
    out = [[[math.nan] * horizons for _ in range(steps)] for _ in values]
    for now in range(steps):
        best = keeps
        for step in range(1, horizons + 1):
            errors = []
            for one in given:
                missed = []
                for then in range(1, now - step + 1):
                    each = [
                        abs(one[s][then][step - 1] - row[then + step]) / scale[s][then]
                        for s, row in enumerate(values)
                        if scale[s][then] > 0
                    ]
                    missed.append(sum(each) / len(each))
                errors.append(missed)
            if now >= LEAST_STEPS and len(errors[0]) >= LEAST_STEPS:
                best = min(range(len(errors)), key=lambda n: sum(errors[n]))
            for s in range(len(values)):
                out[s][now][step - 1] = given[best][s][now][step - 1]
    return out


def _of_weights(values, weights, horizons):
    levels = [[row[0]] for row in values]
    own = [[0.0] for _ in values]
    common = [0.0]
    for now in range(1, len(values[0])):
        follow = max(weights.level, 1 / (now + 1))
        keep = max(weights.growth, 1 / now)
        for row, level in zip(values, levels, strict=True):
            level.append(follow * row[now] + (1 - follow) * level[-1])
        for level, growth in zip(levels, own, strict=True):
            growth.append(keep * _change(level[-2], level[-1]) + (1 - keep) * growth[-1])
        sums = [sum(level[place] for level in levels) for place in (-2, -1)]
        common.append(keep * _change(*sums) + (1 - keep) * common[-1])
    out = []
    for level, growth in zip(levels, own, strict=True):
        row = []
        for now, value in enumerate(level):
            rate = weights.own_share * growth[now] + (1 - weights.own_share) * common[now]
            ahead, exponent = [], 0.0
            for step in range(1, horizons + 1):
                exponent += weights.damping**step
                ahead.append(value * (1 + rate) ** exponent if weights.damping else value)
            row.append(ahead)
        out.append(row)
    return out


def _change(then: float, now: float) -> float:
    return min(max((now - then) / then, -GROWTH_LIMIT), GROWTH_LIMIT) if then > 0 else 0.0


@pytest.mark.parametrize("seed", [1, 2])
def test_shared_smoothing_is_what_plain_loops_give(seed):
    rng = np.random.default_rng(seed)
    values = rng.poisson(20 * 1.04 ** np.arange(14), (3, 14)) + 1.0
    found = pooled(values, np.zeros(3, int), 3, season=1)
    assert found == pytest.approx(np.array(by_hand(values.tolist(), 3)), rel=1e-9)


def test_growth_that_all_share_is_seen_in_series_too_small_to_show_it():
    rng = np.random.default_rng(8)
    values = rng.poisson(5 * 1.05 ** np.arange(30), (40, 30)).astype(float)
    ahead = pooled(values, np.zeros(40, int), 6, season=1)[:, -1].sum(axis=0)
    expected = 40 * 5 * 1.05 ** np.arange(30, 36)
    assert ahead == pytest.approx(expected, rel=0.12)
    assert ahead[5] > 1.15 * ahead[0]


@pytest.mark.parametrize("row", [np.zeros(30), np.full(30, 4.0), np.r_[np.zeros(29), 3.0]])
def test_series_that_are_empty_constant_or_new_get_a_forecast_without_a_trend(row):
    values = np.stack([row, np.arange(30.0)])
    found = pooled(values, np.array([0, 1]), 6, season=12)
    assert np.isfinite(found).all()
    assert (found[0, -1] <= row.max() + 1e-9).all()
