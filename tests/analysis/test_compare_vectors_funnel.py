"""Funnels as published elsewhere: every figure of ``compare.json`` within its tolerance."""

from collections import Counter

import numpy as np
import pytest

from analysis.funnel import (
    arcsine_limits,
    is_outside,
    overdispersion_of_proportions,
    overdispersion_of_ratios,
    poisson_limits,
    proportion_significance,
    ratio_limits,
    ratio_significance,
    score_limits,
    touching_ratios,
)
from tests.analysis.compare_vectors import compare, ids, of_topics, tolerance_of

TOPICS = ("funnel.",)
FEWEST = {
    "funnel.significance": 16,
    "funnel.standardised_ratio": 7,
    "funnel.proportion": 7,
    "funnel.overdispersion": 4,
    "funnel.outlier": 3,
}
LEVELS = {"95": 0.95, "998": 0.998}
# A model of 1,495 single stays, which are not in the file: there is nothing to compute it from.
WITHOUT_INPUT = {"fun-od-05"}
WORDS = {
    "above_outer": "High (0.001)",
    "above_inner": "High (0.025)",
    "none": "Not significant",
    "below_inner": "Low (0.025)",
    "below_outer": "Low (0.001)",
}


def at_both(of: callable, multiplier: float = 1) -> dict:
    found = {}
    for ending, level in LEVELS.items():
        lower, upper = of(level)
        found |= {f"lower{ending}": multiplier * lower, f"upper{ending}": multiplier * upper}
    return found


def ratios(given: dict) -> dict:
    if "observed" in given:
        return at_both(lambda level: touching_ratios(given["observed"], level), 100)
    return at_both(lambda level: poisson_limits(given["expected_events"], level, given["target"]))


def proportions(given: dict) -> dict:
    if "baseline" in given:
        return at_both(lambda level: score_limits(given["n"], given["baseline"], level), 100)
    target = sum(given["successes"]) / sum(given["n"])
    found = overdispersion_of_proportions(given["successes"], given["n"])
    rows = [
        {"n": size} | at_both(lambda level, size=size: arcsine_limits(size, target, level))
        for size in given["n"]
    ]
    return {"target": target, "limits95": rows, "phi": found.ratio, "tau2": found.between_variance}


def outside(given: dict) -> list[int]:
    return is_outside(given["ratios"], given["lower"], given["upper"]).astype(int).tolist()


def method(given: dict) -> str:
    return "square root" if "CQC" in given.get("method", "SHMI") else "log"


def overdispersed(given: dict) -> dict:
    if "observed" in given:
        found = overdispersion_of_ratios(given["observed"], given["expected"], method(given))
        return {"phi": found.ratio, "tau2": found.between_variance}
    offices = given["offices"]
    if isinstance(offices, str):
        offices = of_topics(TOPICS)[offices.removeprefix("as ")]["input"]["offices"]
    observed, expected = (np.array([one[name] for one in offices]) for name in ("observed", "expected"))
    level = float(given["limit"]) / 100
    limits = poisson_limits(expected, level)
    if given["adjusted"]:
        between = overdispersion_of_ratios(observed, expected, method(given)).between_variance
        limits = ratio_limits(expected, level, between, method(given))
    return {"points": len(offices), "outliers": int(is_outside(observed / expected, *limits).sum())}


def significance(given: dict) -> str:
    if "numerator" in given:
        found = proportion_significance(given["numerator"], given["denominator"], given["baseline"])
    else:
        found = ratio_significance(given["observed"], given["expected"], given["baseline"])
    return WORDS[found]


WAYS = {
    "funnel.significance": significance,
    "funnel.standardised_ratio": ratios,
    "funnel.proportion": proportions,
    "funnel.overdispersion": overdispersed,
    "funnel.outlier": outside,
}


@pytest.mark.parametrize("name", [one for one in ids(*TOPICS) if one not in WITHOUT_INPUT])
def test_every_published_figure_comes_out(name):
    vector = of_topics(TOPICS)[name]
    compare(WAYS[vector["topic"]](vector["input"]), vector["expected"], tolerance_of(vector))


def test_what_is_left_out_gives_nothing_to_compute_from():
    for name in WITHOUT_INPUT:
        assert of_topics(TOPICS)[name]["input"] == {"model": "Poisson GLM on medpar"}


def test_no_topic_is_left_out():
    counted = Counter(one["topic"] for one in of_topics(TOPICS).values())
    assert counted.keys() == FEWEST.keys()
    assert all(counted[topic] >= fewest for topic, fewest in FEWEST.items())
