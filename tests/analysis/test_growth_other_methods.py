"""The mean over all orders, to which the splits are held, gives what is published; and where others part.

None of these methods is in the product. They say that a Shapley value is what the tests take it for, and by
how much a logarithmic mean or a nested split of the same change would tell another story.
"""

import json
from functools import partial
from itertools import combinations
from math import exp, factorial, log

import numpy as np
import pytest

from tests.analysis.growth_by_orders import mean_over_all_orders, mean_over_all_sets
from tests.beside import given


@pytest.fixture(scope="module")
def vectors() -> dict[str, dict]:
    rows = json.loads((given("vectors") / "queue.json").read_text(encoding="utf-8"))
    return {row["id"]: row for row in rows if row["topic"] == "decomposition"}


def taken(first: dict, second: dict, changed: frozenset[str]) -> dict[str, np.ndarray]:
    """Each factor as it is after its change, or before."""
    return {name: np.asarray((second if name in changed else first)[name], float) for name in first}


def rate_by_age(factors: dict[str, np.ndarray]) -> float:
    """Per 1,000 of both groups, those of the first: Das Gupta's example 6.5."""
    a, b, c, d = (factors[name] for name in "ABCD")
    one, other = (a * b * c).sum(), (a * (1 - b) * d).sum()
    return 1000 * one / (one + other)


def mix_rate(factors: dict[str, np.ndarray]) -> float:
    return float((factors["size"] / factors["size"].sum() * factors["rate"]).sum())


RATES = {
    "dc-dg-diff": lambda factors: float(factors["births"] - factors["deaths"]),
    "dc-dg-mix": mix_rate,
}


@pytest.mark.parametrize("name", RATES)
def test_rates_that_are_no_product_are_split_as_published(vectors, name: str) -> None:
    case, rate = vectors[name], RATES[name]
    first, second = case["input"]["first"], case["input"]["second"]
    parts = mean_over_all_orders(lambda changed: rate(taken(first, second, changed)), tuple(first))
    assert parts == pytest.approx(case["expected"]["effects"], abs=1e-4)


def test_a_product_of_four_is_split_as_published(vectors) -> None:
    case = vectors["dc-sh-gva"]
    first, second = (dict(zip("wxyz", case["input"][side], strict=True)) for side in ("first", "second"))
    parts = mean_over_all_orders(
        lambda changed: float(np.prod(list(taken(first, second, changed).values()))), tuple("wxyz")
    )
    assert list(parts.values()) == pytest.approx(case["expected"]["effects"], abs=case["tolerance"])


def standardised(years: list[dict], factor: str, own: int, other: int) -> float:
    """The rate with one factor of its own year, the others averaged over both years (Das Gupta 1993)."""
    others, total = [name for name in years[0] if name != factor], 0.0
    for size in range(len(others) + 1):
        likely = factorial(size) * factorial(len(others) - size) / factorial(len(others) + 1)
        for moved in combinations(others, size):
            total += likely * rate_by_age(taken(years[own], years[other], frozenset(moved)))
    return total


def test_effects_of_several_years_add_up_over_time_as_published(vectors) -> None:
    case = vectors["dc-dg-n5"]
    count = len(case["input"]["years"])
    years = [{name: case["input"][name][year] for name in "ABCD"} for year in range(count)]
    for factor in "ABCD":
        pair = {
            (one, other): standardised(years, factor, one, other)
            for one in range(count)
            for other in range(count)
            if one != other
        }
        rates = [_consistent(pair, year, count) for year in range(count)]
        assert rates == pytest.approx(case["expected"][factor], abs=case["tolerance"])


def _consistent(pair: dict[tuple[int, int], float], own: int, count: int) -> float:
    """One rate of a year beside all others, so that effects between any two years add up (chapter 6)."""
    others = [year for year in range(count) if year != own]
    mean = sum(pair[own, year] for year in others) / (count - 1)
    detours = sum(
        sum(pair[year, third] for third in others if third != year) - (count - 2) * pair[year, own]
        for year in others
    )
    return mean + detours / (count * (count - 1))


def log_mean(one: float, other: float) -> float:
    return one if one == other else (one - other) / (log(one) - log(other))


def lmdi(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Parts by row and factor of the change of a product: the logarithmic mean Divisia index (Ang 2005).

    A row that appears or goes is counted to the factors that were nothing.
    """
    before, after = first.prod(axis=1), second.prod(axis=1)
    parts = np.zeros(first.shape)
    for row, (was, now) in enumerate(zip(before, after, strict=True)):
        if was and now:
            ratios = np.log(second[row] / first[row])
            parts[row] = log_mean(now, was) * ratios
        else:
            of_nothing = (first[row] == 0) | (second[row] == 0)
            parts[row, of_nothing] = (now - was) / of_nothing.sum()
    return parts


@pytest.mark.parametrize("name", ["dc-lmdi-1", "dc-lmdi-3"])
def test_logarithmic_means_give_what_is_published(vectors, name: str) -> None:
    case = vectors[name]
    first, second = (np.array(case["input"][side], float) for side in ("first", "second"))
    totals = [side.prod(axis=1).sum() for side in (first, second)]
    assert totals == [case["expected"]["total_first"], case["expected"]["total_second"]]
    parts = lmdi(first, second).sum(axis=0)
    assert parts == pytest.approx(case["expected"]["additive"], abs=1e-6)
    ratios = [exp(part / log_mean(*totals)) for part in parts]
    assert np.prod(ratios) == pytest.approx(totals[1] / totals[0])
    assert ratios == pytest.approx(case["expected"]["multiplicative"], abs=1e-6)


def test_logarithmic_means_know_no_logarithm_of_nothing(vectors) -> None:
    case = vectors["dc-lmdi-z1"]
    first, second = (np.array(case["input"][side], float) for side in ("first", "second"))
    assert lmdi(first, second) == pytest.approx(np.array(case["expected"]), abs=1e-7)


def test_the_two_methods_split_one_sum_differently(vectors) -> None:
    case = vectors["dc-own-1"]["input"]
    cases, mix, weight = ([np.array(one, float) for one in case[name]] for name in ("cases", "mix", "weight"))
    sides = [np.column_stack([np.full(3, cases[at]), mix[at], weight[at]]) for at in (0, 1)]
    parts = dict(zip(("volume", "mix", "weight"), lmdi(*sides).sum(axis=0), strict=True))
    expected = vectors["dc-own-1"]["expected"]
    assert parts == pytest.approx(expected["lmdi"], abs=1e-9)
    first, second = ({"volume": c, "mix": m, "weight": w} for c, m, w in zip(cases, mix, weight, strict=True))
    shapley = mean_over_all_orders(
        lambda changed: _work(taken(first, second, changed)), ("volume", "mix", "weight")
    )
    assert shapley == pytest.approx(expected["shapley"], abs=1e-9)


def _work(factors: dict[str, np.ndarray]) -> float:
    return float((factors["volume"] * factors["mix"] * factors["weight"]).sum())


def test_parts_within_groups_add_up_to_the_group(vectors) -> None:
    case = vectors["dc-sh-rego"]
    values = {frozenset(key): value for key, value in case["input"]["values"].items()} | {frozenset(): 0.0}
    assert list(mean_over_all_orders(values.__getitem__, ("1", "2", "3")).values()) == pytest.approx(
        case["expected"]["shapley"], abs=1e-12
    )
    groups = [tuple(str(one) for one in group) for group in case["input"]["groups"]]
    assert list(owen(values, groups).values()) == pytest.approx(case["expected"]["owen"], abs=1e-12)


def owen(values: dict[frozenset[str], float], groups: list[tuple[str, ...]]) -> dict[str, float]:
    """The value of Owen: orders in which the members of a group come one after another."""
    parts: dict[str, float] = {}
    for group in groups:
        rest = [other for other in groups if other != group]
        for member in group:
            fellows = tuple(one for one in group if one != member)
            parts[member] = _mean_over(
                rest,
                lambda come, member=member, fellows=fellows: _mean_over(
                    [(one,) for one in fellows],
                    lambda inside, come=come, member=member: (
                        values[come | inside | {member}] - values[come | inside]
                    ),
                ),
            )
    return parts


def _mean_over(blocks: list[tuple[str, ...]], value) -> float:
    """The mean over all orders of what comes before: as likely as orders put that many blocks first."""
    total = 0.0
    for size in range(len(blocks) + 1):
        likely = factorial(size) * factorial(len(blocks) - size) / factorial(len(blocks) + 1)
        for first in combinations(blocks, size):
            total += likely * value(frozenset(one for block in first for one in block))
    return total


def gini(incomes: np.ndarray) -> float:
    return float(np.abs(incomes[:, None] - incomes).sum() / (2 * incomes.size**2 * incomes.mean()))


def inequality(
    given_to: dict[str, np.ndarray], without: dict[str, np.ndarray], there: frozenset[str]
) -> float:
    """The Gini of incomes with what is there, and something else in place of what is not."""
    kinds = ("tax", "transfer")
    parts = [given_to[kind] if kind in there else without[kind] for kind in kinds]
    return gini(given_to["market"] + sum(parts))


def test_what_absent_means_changes_the_parts_and_not_the_total(vectors) -> None:
    case = vectors["dc-sh-gini"]
    given_to = {name: np.array(amounts, float) for name, amounts in case["input"].items()}
    nothing = {kind: np.zeros(5) for kind in ("tax", "transfer")}
    equal = {kind: np.full(5, given_to[kind].mean()) for kind in ("tax", "transfer")}
    for without, name in ((nothing, "absent_means_zero"), (equal, "absent_means_equal_share")):
        parts = mean_over_all_sets(partial(inequality, given_to, without), ("tax", "transfer"))
        assert list(parts.values()) == pytest.approx(case["expected"][name], abs=1e-8)
