"""Splits published elsewhere, and some by hand: a Shapley value of the same product is the same number."""

import numpy as np
import pytest

from analysis.growth.cells import Side, share
from analysis.growth.moving import Factor, Moving, product_parts, shapley_parts
from tests.analysis.growth_by_orders import mean_over_all_orders

# Das Gupta 1993, as in DasGuptR 2.1.0 (README): examples 2.1, 2.2, 2.3.
EARNINGS = {"avg_earnings": (10930, 16591), "earner_prop": (0.717892, 0.825974)}
BIRTHS = {
    "births": (51.78746, 84.90502),
    "prop1549": (0.45919, 0.75756),
    "prop_women": (0.52638, 0.51065),
}
PREGNANCIES = {
    "birth_preg": (25.3, 32.7),
    "preg_active": (0.214, 0.29),
    "active": (0.279, 0.473),
    "single": (0.949, 0.986),
}
PUBLISHED = [
    ({"alpha": (0.6, 0.3), "beta": (0.5, 0.45)}, {"alpha": -0.1425, "beta": -0.0225}, 1e-9),
    (EARNINGS, {"avg_earnings": 4369.913, "earner_prop": 1487.262}, 0.005),
    (BIRTHS, {"births": 10.4340333, "prop1549": 10.5608476, "prop_women": -0.6670084}, 1e-5),
    (
        PREGNANCIES,
        {"birth_preg": 0.6889411, "preg_active": 0.8125381, "active": 1.3829055, "single": 0.1047547},
        1e-6,
    ),
]


def factor(name: str, before: object, after: object) -> Factor:
    return Factor(
        name, Side(np.atleast_1d(np.asarray(before, float)), np.atleast_1d(np.asarray(after, float)))
    )


def one_row(parts: dict[str, np.ndarray]) -> dict[str, float]:
    return {name: part.item() for name, part in parts.items()}


@pytest.mark.parametrize(("sides", "expected", "tolerance"), PUBLISHED)
def test_products_are_split_as_published(sides, expected, tolerance):
    parts = product_parts(factor(name, *side) for name, side in sides.items())
    assert one_row(parts) == pytest.approx(expected, abs=tolerance)


def test_births_by_age_are_split_as_published():
    # Das Gupta 1993, example 4.3: a sum over age groups of three factors.
    before = (
        (393, 407, 369, 274, 184, 90, 16),
        (0.122, 0.622, 0.903, 0.93, 0.916, 0.873, 0.8),
        (0.043, 0.041, 0.036, 0.032, 0.026, 0.02, 0.018),
    )
    after = (
        (488, 452, 338, 156, 63, 22, 3),
        (0.082, 0.527, 0.866, 0.941, 0.942, 0.923, 0.876),
        (0.058, 0.038, 0.032, 0.03, 0.026, 0.023, 0.019),
    )
    factors = [factor(name, *side) for name, *side in zip(("bm", "mw", "wp"), before, after, strict=True)]
    parts = {name: part.sum() for name, part in product_parts(factors).items()}
    assert parts == pytest.approx({"bm": -7.285632, "mw": -2.720633, "wp": -1.565181}, abs=1e-5)


def test_cases_mix_and_weight_are_split_by_hand():
    # 1,000 cases that weigh 1.75 on average become 1,100 that weigh 2.2: 670 units more.
    cases = factor("volume", 1000, 1100)
    mix = factor("mix", (0.6, 0.3, 0.1), (0.5, 0.3, 0.2))
    weight = factor("weight", (1, 2.5, 4), (1, 3, 4))
    everything = np.zeros(3, np.intp)

    def work(way: float) -> Moving:
        by_kind = cases.at(way).of(everything) * mix.at(way) * weight.at(way)
        return by_kind.summed(everything, 1)

    parts = one_row(shapley_parts(work, 3))
    assert parts == pytest.approx({"volume": 197.5, "mix": 315, "weight": 157.5}, abs=1e-9)


def test_a_product_and_something_added_are_split_by_hand():
    x, y, z = factor("x", 2, 4), factor("y", 3, 5), factor("z", 1, 0)
    parts = shapley_parts(lambda way: x.at(way) * y.at(way) + z.at(way), 2)
    assert one_row(parts) == pytest.approx({"x": 8, "y": 6, "z": -1}, abs=1e-12)


def test_a_factor_cannot_be_there_twice():
    x = factor("x", 2, 4)
    with pytest.raises(ValueError, match="each factor once"):
        shapley_parts(lambda way: x.at(way) * x.at(way), 2)


def test_a_share_of_nothing_is_that_of_the_other_month():
    part = Side(np.array([0.0, 2.0, 0.0]), np.array([3.0, 0.0, 0.0]))
    whole = Side(np.array([0.0, 4.0, 0.0]), np.array([4.0, 0.0, 0.0]))
    shares = share(part, whole)
    assert shares.before.tolist() == [0.75, 0.5, 0]
    assert shares.after.tolist() == [0.75, 0.5, 0]


def test_what_appears_is_counted_where_it_appeared():
    # Nobody of the kind came before: no share of them stayed, so all of the change is that some came.
    stayed = share(factor("", 0, 6).side, factor("", 0, 8).side)
    parts = product_parts([factor("inflow", 0, 8), Factor("stay", stayed)])
    assert one_row(parts) == pytest.approx({"inflow": 6, "stay": 0}, abs=1e-12)


def test_games_are_split_as_published():
    # elbersb/shapley, tests: the glove game, and the airport whose runway each needs up to a length.
    glove = mean_over_all_orders(lambda seen: float("c" in seen and len(seen) > 1), ("a", "b", "c"))
    assert glove == pytest.approx({"a": 1 / 6, "b": 1 / 6, "c": 2 / 3}, abs=1e-12)
    costs = {"a": 8, "b": 11, "c": 13, "d": 18}
    runway = mean_over_all_orders(lambda seen: max((costs[one] for one in seen), default=0), tuple(costs))
    assert runway == pytest.approx({"a": 2, "b": 3, "c": 4, "d": 9}, abs=1e-12)
