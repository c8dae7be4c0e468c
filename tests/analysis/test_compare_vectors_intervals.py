"""Intervals and standardised rates as published elsewhere: every figure of ``compare.json``."""

from collections import Counter

import pytest

from analysis.intervals import (
    Estimate,
    byars,
    directly_standardised,
    exact_count,
    indirectly_standardised,
    rate,
    wilson,
)
from tests.analysis.compare_vectors import compare, ids, of_topics, tolerance_of

TOPICS = ("interval.", "rate.")
FEWEST = {
    "interval.wilson": 16,
    "interval.byars": 4,
    "interval.byar": 1,
    "interval.rate_exact": 2,
    "interval.rate_byars": 4,
    "interval.poisson_exact": 1,
    "rate.direct": 3,
    "rate.indirect_ratio": 2,
}
LEVELS = {"95": 0.95, "998": 0.998}
CONFIDENCE = {"95%": 0.95, "99.8%": 0.998}


def named(limits: tuple, ending: str = "") -> dict:
    return {f"lower{ending}": limits[0], f"upper{ending}": limits[1]}


def share(given: dict) -> dict:
    if "x" in given:
        return named(wilson(given["x"], given["n"], CONFIDENCE[given["confidence"]]))
    count, size = given["numerator"], given["denominator"]
    found = {"value": given["multiplier"] * count / size}
    for ending, level in LEVELS.items():
        limits = (given["multiplier"] * one for one in wilson(count, size, level))
        found |= named(tuple(limits), ending)
    return found


def rates(given: dict) -> dict:
    found = {}
    for ending, level in LEVELS.items():
        value, *limits = rate(given["numerator"], given["denominator"], given["multiplier"], level)
        found |= {"value": value} | named(limits, ending)
    return found


def by_level(of: callable) -> dict:
    found = {}
    for ending, level in LEVELS.items():
        one: Estimate = of(level)
        found |= vars(one) | named((one.lower, one.upper), ending)
    return found


def direct(given: dict) -> dict:
    bands = given["bands"]
    columns = ([band.get(name, 1) for band in bands] for name in ("count", "population", "standard"))
    counts, populations, standards = columns
    multiplier = given.get("multiplier", 1)
    return by_level(lambda level: directly_standardised(counts, populations, standards, multiplier, level))


def indirect(given: dict) -> dict:
    names = ("counts", "populations", "reference_counts", "reference_populations", "multiplier")
    return by_level(lambda level: indirectly_standardised(*(given[name] for name in names), level))


def count(given: dict) -> dict:
    return named(byars(given["x"], CONFIDENCE[given["confidence"]]))


WAYS = {
    "interval.wilson": share,
    "interval.byars": count,
    "interval.byar": count,
    "interval.rate_exact": rates,
    "interval.rate_byars": rates,
    "interval.poisson_exact": lambda given: named(
        tuple(one / given["exposure"] for one in exact_count(given["x"]))
    ),
    "rate.direct": direct,
    "rate.indirect_ratio": indirect,
}


@pytest.mark.parametrize("name", ids(*TOPICS))
def test_every_published_figure_comes_out(name):
    vector = of_topics(TOPICS)[name]
    compare(WAYS[vector["topic"]](vector["input"]), vector["expected"], tolerance_of(vector))


def test_no_topic_is_left_out():
    counted = Counter(one["topic"] for one in of_topics(TOPICS).values())
    assert counted.keys() == FEWEST.keys()
    assert all(counted[topic] >= fewest for topic, fewest in FEWEST.items())
