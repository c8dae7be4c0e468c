"""Intervals held to another library and to sums over all outcomes, and at their edges."""

import math

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.rates import confint_poisson

from analysis.intervals import (
    byars,
    count_limits,
    directly_standardised,
    exact_count,
    indirectly_standardised,
    normal_quantile,
    rate,
    wilson,
)

LEVELS = [0.8, 0.95, 0.998]


@pytest.mark.parametrize("confidence", LEVELS)
def test_wilsons_limits_are_those_of_another_library(confidence):
    for size in (1, 2, 7, 40, 1000):
        counts = np.arange(size + 1) if size < 50 else np.array([0, 1, 500, 999, 1000])
        found = wilson(counts, size, confidence)
        other = proportion_confint(counts, size, alpha=1 - confidence, method="wilson")
        for one, two in zip(found, other, strict=True):
            np.testing.assert_allclose(one, two, atol=1e-12)


@pytest.mark.parametrize("confidence", LEVELS)
def test_at_wilsons_limit_the_count_is_just_so_many_deviations_away(confidence):
    """The score test that the interval turns round, by the formula of the test itself."""
    z = normal_quantile(confidence)
    for count, size in [(3, 10), (1, 90), (89, 90), (400, 1000)]:
        for limit in wilson(count, size, confidence):
            deviation = math.sqrt(size * limit * (1 - limit))
            assert abs(count - size * limit) == pytest.approx(z * deviation, rel=1e-9)


@pytest.mark.parametrize("confidence", LEVELS)
def test_at_an_exact_limit_the_tail_that_is_added_up_is_just_the_rest(confidence):
    tail = (1 - confidence) / 2
    for count in (0, 1, 2, 9, 30):
        lower, upper = (float(one) for one in exact_count(count, confidence))
        probabilities = [math.exp(-upper) * upper**k / math.factorial(k) for k in range(count + 1)]
        assert sum(probabilities) == pytest.approx(tail, rel=1e-9)
        if count:
            below = [math.exp(-lower) * lower**k / math.factorial(k) for k in range(count)]
            assert 1 - sum(below) == pytest.approx(tail, rel=1e-9)
        other = confint_poisson(count, 1, method="exact-c", alpha=1 - confidence)
        np.testing.assert_allclose([lower, upper], np.nan_to_num(other), rtol=1e-9, atol=1e-12)


def test_byars_limits_are_near_the_exact_ones_from_ten_events():
    counts = np.arange(10, 2000)
    for confidence in LEVELS:
        for one, two in zip(byars(counts, confidence), exact_count(counts, confidence), strict=True):
            np.testing.assert_allclose(one, two, rtol=0.015)


def test_below_ten_events_limits_are_exact_and_from_ten_byars():
    lower, upper = count_limits([9, 10])
    assert (lower[0], upper[0]) == tuple(one[0] for one in exact_count([9]))
    assert (lower[1], upper[1]) == tuple(one[0] for one in byars([10]))


def test_a_directly_standardised_rate_covers_the_true_one_about_as_often_as_it_says():
    draws = np.random.default_rng(3)
    populations, standards = np.array([4000.0, 900.0, 250.0]), np.array([5.0, 3.0, 2.0])
    rates = np.array([0.004, 0.02, 0.09])
    true = rates @ standards / standards.sum()
    found = [
        directly_standardised(draws.poisson(rates * populations), populations, standards) for _ in range(1500)
    ]
    covered = np.mean([one.lower <= true <= one.upper for one in found])
    assert 0.93 < covered < 0.97


def test_standardising_to_itself_changes_nothing():
    counts, populations = [12, 30, 8], [400, 700, 90]
    found = directly_standardised(counts, populations, populations, 1000)
    value, lower, upper = rate(sum(counts), sum(populations), 1000)
    assert found.value == pytest.approx(float(value))
    assert (found.lower, found.upper) == pytest.approx((float(lower), float(upper)))
    ratio = indirectly_standardised(counts, populations, counts, populations)
    assert (ratio.observed, ratio.expected, ratio.value) == pytest.approx((50, 50, 1))


def test_edges():
    assert np.isnan(wilson(0, 0)).all()
    assert float(wilson(0, 5)[0]) == 0
    assert float(wilson(5, 5)[1]) == 1
    assert [one.size for one in wilson([], [])] == [0, 0]
    assert np.isnan(rate(3, 0)).all()
    assert [float(one) for one in exact_count(0)] == pytest.approx([0, -math.log(0.025)])
    assert np.isnan(byars(0)[0])
    assert np.isnan(byars(1, 0.998)[0])
    assert normal_quantile(0.95) == pytest.approx(stats.norm.ppf(0.975))


def test_a_standardised_rate_is_withheld_below_ten_events_and_without_expectation():
    few = directly_standardised([4, 5], [100, 100], [1, 1])
    assert (few.value, few.lower, few.upper) == (None, None, None)
    assert directly_standardised([5, 5], [100, 100], [1, 1]).value == pytest.approx(0.05)
    assert indirectly_standardised([1], [10], [0], [100]).value is None
    none_observed = indirectly_standardised([0], [10], [10], [100])
    assert (none_observed.value, none_observed.lower) == (0, 0)


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (lambda: wilson(6, 5), "at most its denominator"),
        (lambda: wilson(-1, 5), "0 or more"),
        (lambda: exact_count(math.nan), "0 or more"),
        (lambda: exact_count(1, 95), "between 0 and 1"),
        (lambda: directly_standardised([20], [0], [1]), "without people"),
        (lambda: directly_standardised([20, 0], [10, 0], [1, 1]), "without people"),
        (lambda: directly_standardised([20], [10], [0]), "at least one person"),
        (lambda: directly_standardised([20], [10, 10], [1, 1]), "Each group"),
        (lambda: directly_standardised([], [], []), "Each group"),
        (lambda: indirectly_standardised([1], [10], [1], [0]), "nobody in the reference"),
    ],
)
def test_what_has_no_meaning_is_refused(asked, why):
    with pytest.raises(ValueError, match=why):
        asked()
