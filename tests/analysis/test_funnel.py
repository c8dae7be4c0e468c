"""Funnels held to added-up probabilities and to drawn offices, and at their edges."""

import math

import numpy as np
import polars as pl
import pytest

from analysis.funnel import (
    arcsine_limits,
    chance_limits,
    is_outside,
    overdispersion_of_proportions,
    overdispersion_of_ratios,
    poisson_limits,
    proportion_curves,
    proportion_funnel,
    proportion_significance,
    ratio_funnel,
    ratio_limits,
    ratio_significance,
    score_limits,
    touching_ratios,
)
from analysis.intervals import wilson

LEVELS = [0.95, 0.998]


def chances(expected: float) -> np.ndarray:
    """Of each count up to 399, each term of the sum by itself."""
    counts = np.arange(400)
    return np.exp(counts * math.log(expected) - expected - [math.lgamma(count + 1) for count in counts])


@pytest.mark.parametrize("confidence", LEVELS)
def test_a_count_is_beyond_the_limits_of_chance_just_where_its_tail_is_too_rare(confidence):
    tail = (1 - confidence) / 2
    for expected in (0.05, 0.7, 4.0, 30.0, 141.4):
        terms = chances(expected)
        at_most, at_least = np.cumsum(terms), np.cumsum(terms[::-1])[::-1]
        found = is_outside(np.arange(400) / expected, *chance_limits(expected, confidence))
        assert found.tolist() == ((at_most < tail) | (at_least < tail)).tolist()


def test_an_office_alone_is_judged_as_by_the_limits_of_chance():
    """Below ten events the interval of the office is exact, and both say the same."""
    for expected in (0.3, 2.0, 6.5, 25.0):
        for observed in range(10):
            inner, outer = (
                is_outside(observed / expected, *chance_limits(expected, level)) for level in LEVELS
            )
            found = ratio_significance(observed, expected)
            assert (found != "none", str(found).endswith("outer")) == (inner, outer)


def test_published_curves_call_small_offices_low_too_readily_and_agree_with_large_ones():
    lower, upper = poisson_limits(4, 0.95)
    assert chances(4)[np.arange(400) < 4 * lower].sum() > 0.09
    assert chances(4)[np.arange(400) > 4 * upper].sum() < 0.003
    assert poisson_limits(3, 0.95)[0] > 0 == chance_limits(3, 0.95)[0]
    for curve, step in zip(poisson_limits(3000, 0.95), chance_limits(3000, 0.95), strict=True):
        assert float(curve) == pytest.approx(float(step), abs=1 / 1000)


@pytest.mark.parametrize("confidence", LEVELS)
def test_a_share_is_beyond_the_score_limits_just_where_its_own_interval_leaves_the_baseline(confidence):
    for size in (1, 3, 20, 75):
        for baseline in (0.03, 0.4, 0.8064):
            counts = np.arange(size + 1)
            lower, upper = wilson(counts, size, confidence)
            found = is_outside(counts / size, *score_limits(size, baseline, confidence))
            assert found.tolist() == ((lower > baseline) | (upper < baseline)).tolist()


def test_limits_hold_as_often_as_they_say_on_every_share_that_can_come_out():
    """Binomial probabilities, all outcomes: both kinds of limits leave about as many outside as they say."""
    size, target = 400, 0.3
    counts = np.arange(size + 1)
    choices = np.array([math.comb(size, int(k)) for k in counts], float)
    chances = choices * target**counts * (1 - target) ** (size - counts)
    for limits in (arcsine_limits(size, target, 0.95), score_limits(size, target, 0.95)):
        assert chances[is_outside(counts / size, *limits)].sum() == pytest.approx(0.05, abs=0.012)


def test_arcsine_limits_end_at_nothing_and_all_instead_of_turning_back():
    lower, upper = arcsine_limits([1, 2, 4], 0.05, 0.998)
    assert lower.tolist() == [0, 0, 0]
    assert (np.diff(upper) < 0).all()
    lower, upper = arcsine_limits([1, 2, 4], 0.95, 0.998)
    assert upper.tolist() == [1, 1, 1]


def drawn_offices(seed: int, between: float, offices: int = 400) -> tuple[np.ndarray, np.ndarray]:
    draws = np.random.default_rng(seed)
    expected = draws.uniform(40, 400, offices)
    return draws.poisson(expected * np.exp(draws.normal(0, between, offices))).astype(float), expected


@pytest.mark.parametrize("method", ["log", "square root"])
def test_offices_that_differ_by_chance_alone_are_not_overdispersed(method):
    observed, expected = drawn_offices(5, 0)
    found = overdispersion_of_ratios(observed, expected, method, trimmed_share=0)
    assert found.ratio == pytest.approx(1, abs=0.15)
    assert found.between_variance < 0.002


@pytest.mark.parametrize(("method", "scale"), [("log", 1), ("square root", 0.5)])
def test_the_variance_that_was_drawn_is_found_and_limits_with_it_hold(method, scale):
    observed, expected = drawn_offices(6, 0.25)
    found = overdispersion_of_ratios(observed, expected, method, trimmed_share=0)
    assert found.between_variance == pytest.approx((0.25 * scale) ** 2, rel=0.25)
    outside = is_outside(observed / expected, *ratio_limits(expected, 0.95, found.between_variance, method))
    assert outside.mean() == pytest.approx(0.05, abs=0.025)
    assert is_outside(observed / expected, *poisson_limits(expected, 0.95)).mean() > 0.3


def test_one_wild_office_hardly_widens_limits_that_are_trimmed():
    observed, expected = drawn_offices(7, 0.1, offices=40)
    for method in ("log", "square root"):
        quiet = overdispersion_of_ratios(observed, expected, method)
        wild = observed.copy()
        wild[0] *= 9
        assert (
            overdispersion_of_ratios(wild, expected, method).between_variance < quiet.between_variance + 0.004
        )
        assert overdispersion_of_ratios(wild, expected, method, 0).between_variance > 0.05


@pytest.mark.parametrize(
    ("method", "scale", "found_share", "outside_share"),
    [("log", 1, 0.42, 0.17), ("square root", 0.5, 0.62, 0.11)],
)
def test_trimming_finds_only_a_part_of_the_variance_and_leaves_more_outside(
    method, scale, found_share, outside_share
):
    """What the published methods do to offices that differ as a bell, and nothing else."""
    variances, outside = [], []
    for seed in range(25):
        observed, expected = drawn_offices(seed, 0.25, offices=60)
        between = overdispersion_of_ratios(observed, expected, method).between_variance
        variances.append(between / (0.25 * scale) ** 2)
        limits = ratio_limits(expected, 0.95, between, method)
        outside.append(is_outside(observed / expected, *limits).mean())
    assert np.mean(variances) == pytest.approx(found_share, abs=0.06)
    assert np.mean(outside) == pytest.approx(outside_share, abs=0.03)


def test_cutting_off_drops_ranks_written_out():
    """With 54 offices and tenths, ranks below 5.5 and from 49.5 go: 44 remain; of six, none goes."""
    observed, expected = drawn_offices(8, 0.2, offices=54)
    assert overdispersion_of_ratios(observed, expected).offices == 44
    assert overdispersion_of_ratios(observed[:6], expected[:6]).offices == 6
    scores = np.sqrt(expected) * np.log(observed / expected)
    kept = np.sort(scores)[5:49]
    assert overdispersion_of_ratios(observed, expected).ratio == pytest.approx(np.square(kept).mean())


def test_an_office_without_events_does_not_break_the_logarithm():
    found = overdispersion_of_ratios([0, 5, 9], [4, 5, 6])
    assert math.isfinite(found.ratio)


def test_proportions_that_differ_by_chance_alone_and_by_more():
    draws = np.random.default_rng(9)
    sizes = draws.integers(60, 600, 300)
    same = overdispersion_of_proportions(draws.binomial(sizes, 0.3), sizes, 0)
    assert same.between_variance < 0.0005
    other = overdispersion_of_proportions(draws.binomial(sizes, draws.uniform(0.1, 0.5, 300)), sizes, 0)
    assert other.between_variance > 0.01


def test_all_equal_offices_and_a_single_one_have_no_variance_between():
    assert overdispersion_of_ratios([10] * 5, [10] * 5).between_variance == 0
    assert overdispersion_of_ratios([30], [10]).between_variance == 0
    assert overdispersion_of_proportions([0, 0], [10, 20]).between_variance == 0


def test_a_count_touches_the_ratio_at_its_own_limit():
    lower, upper = (float(one) for one in touching_ratios(8, 0.95))
    for ratio, end in ((lower, 1), (upper, 0)):
        assert float(poisson_limits(8 / ratio, 0.95)[end]) > 0
    assert ratio_significance(8, 8 / (lower * 0.99)) == "below_inner"
    assert ratio_significance(8, 8 / (lower * 1.01)) == "none"
    assert ratio_significance(8, 8 / (upper * 1.01)) == "above_inner"
    assert ratio_significance(8, 8 / (upper * 0.99)) == "none"
    assert float(touching_ratios(0, 0.95)[0]) == 0
    assert math.isnan(float(touching_ratios(0, 0.95)[1]))


def test_nothing_to_compare_is_not_called_a_difference():
    assert proportion_significance(0, 0, 0.5) is None
    assert ratio_significance(3, 0) is None
    assert is_outside([0.9, 1.1, math.nan], 0.9, 1.1).tolist() == [False, False, False]
    assert is_outside([], [], []).size == 0
    # Too few for Byar's lower limit, but exact limits are there below ten events.
    assert ratio_significance(1, 1) == "none"
    assert ratio_significance(0, 20) == "below_outer"


def test_a_funnel_of_shares_says_of_each_office_what_its_own_interval_says():
    draws = np.random.default_rng(11)
    sizes = draws.integers(1, 200, 80)
    offices = pl.DataFrame({"office": range(80), "count": draws.binomial(sizes, 0.3), "denominator": sizes})
    found = proportion_funnel(offices, adjusted=False)
    assert found.select(offices.columns).equals(offices)
    target = offices["count"].sum() / offices["denominator"].sum()
    for row in found.iter_rows(named=True):
        assert row["target"] == pytest.approx(target)
        assert row["difference"] == proportion_significance(row["count"], row["denominator"], target)
    assert {"none", "above_inner", "below_inner"} & set(found["difference"]) != set()


def test_a_funnel_of_ratios_is_wider_once_offices_differ_by_more_than_chance():
    observed, expected = drawn_offices(12, 0.3, offices=60)
    offices = pl.DataFrame({"observed": observed, "expected": expected})
    narrow, wide = (ratio_funnel(offices, adjusted=one) for one in (False, True))
    widest = ratio_funnel(offices, adjusted=True, trimmed_share=0)
    outside = [(one["difference"] != "none").sum() for one in (narrow, wide, widest)]
    assert outside[0] > 20 > 15 > outside[1] > 6 > outside[2]
    assert {"above_outer", "below_outer"} <= set(narrow["difference"])
    calm = pl.DataFrame(dict(zip(("observed", "expected"), [[9, 10, 11]] * 2, strict=True)))
    assert ratio_funnel(calm, adjusted=True).equals(ratio_funnel(calm, adjusted=False))


@pytest.mark.parametrize("adjusted", [False, True])
def test_an_office_of_nothing_has_no_figures_and_changes_none(adjusted):
    shares = pl.DataFrame({"count": [3, 0, 40, None, 9], "denominator": [20, 0, 60, 5, 25]})
    ratios = pl.DataFrame({"observed": [3, 2, 40, None, 9], "expected": [4.5, 0, 21, 5, None]})
    for of, offices, known in [(proportion_funnel, shares, [0, 2, 4]), (ratio_funnel, ratios, [0, 2])]:
        found = of(offices, adjusted=adjusted)
        assert found[known].equals(of(offices[known], adjusted=adjusted))
        nothing = found[[place for place in range(5) if place not in known]]
        added = [name for name in found.columns if name not in (*offices.columns, "target")]
        assert nothing.select(pl.all_horizontal(pl.col(added).is_null()).all()).item()
        assert of(offices.clear(), adjusted=adjusted).columns == found.columns


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (lambda: poisson_limits(0, 0.95), "size of nothing"),
        (lambda: score_limits(10, 1.2, 0.95), "between 0 and 1"),
        (lambda: arcsine_limits(10, 0.2, 95), "between 0 and 1"),
        (lambda: arcsine_limits(10, 0.2, 0.95, -1), "0 or more"),
        (lambda: ratio_limits([1, math.nan], 0.95, 0), "size of nothing"),
        (lambda: overdispersion_of_ratios([], []), "Each office"),
        (lambda: overdispersion_of_ratios([1], [0]), "more than 0"),
        (lambda: overdispersion_of_proportions([3], [2]), "at most its denominator"),
        (lambda: overdispersion_of_ratios([1, 2], [1, 2], trimmed_share=0.5), "Too few"),
    ],
)
def test_what_has_no_meaning_is_refused(asked, why):
    with pytest.raises(ValueError, match=why):
        asked()


@pytest.mark.parametrize("adjusted", [False, True])
def test_curves_go_through_the_limits_of_each_office(adjusted):
    offices = pl.DataFrame({"count": [3, 31, 40, 12, 9], "denominator": [20, 44, 60, 50, 25]})
    found = proportion_funnel(offices, adjusted=adjusted)
    curves = proportion_curves(offices, offices["denominator"], adjusted=adjusted)
    assert curves["size"].to_list() == offices["denominator"].to_list()
    for name in ("inner_lower", "inner_upper", "outer_lower", "outer_upper"):
        assert curves[name].to_list() == pytest.approx(found[name].to_list(), abs=1e-12)
    with pytest.raises(ValueError, match="somebody"):
        proportion_curves(offices.clear(), [10], adjusted=adjusted)
