"""Process control as published elsewhere: every figure of ``compare.json`` within its tolerance."""

from collections import Counter

import pytest

from analysis.control import (
    assurance,
    chart,
    in_run,
    near_signals,
    process_limits,
    run_ends,
    segments,
    trend_ends,
    trial_limits,
    windows_of_three,
)
from tests.analysis.compare_vectors import compare, ids, of_topics, tolerance_of

TOPICS = ("spc.",)
FEWEST = {
    "spc.xmr": 4,
    "spc.special_cause": 1,
    "spc.two_of_three": 13,
    "spc.shift7": 4,
    "spc.spread7": 4,
    "spc.trend7": 4,
    "spc.assurance": 5,
    "spc.rebase": 2,
    "spc.short_segment": 3,
    "spc.edge": 1,
}


def limits(given: dict) -> dict:
    screening = "once" if given.get("screen_outliers", True) else "none"
    found = process_limits(given["values"], screening=screening)
    return {"mean": found.mean, "lower": found.lower, "upper": found.upper}


def kinds(values: list[float], rebase_at: tuple[int, ...] = ()) -> list[str]:
    return chart(values, screening="once", rebase_at=rebase_at)["kind"].to_list()


def two_of_three(given: dict) -> dict:
    if "values" in given:
        return {"last_two": kinds(given["values"])[-2:]}
    near, side = given["near_limit"], given["side_of_mean"]
    return {"in_a_window": windows_of_three(near, side), "marked": near_signals(near, side)}


def assured(given: dict) -> list[str | None] | str | None:
    target, improvement = given.get("target"), given["improvement"]
    if "segments_in_time_order" in given:
        last = given["segments_in_time_order"][-1]
        return assurance(last["lower"], last["upper"], target, improvement)
    return [assurance(one["lower"], one["upper"], target, improvement) for one in given["limits"]]


def rebased(given: dict) -> dict:
    if "rebase_marks" in given:
        return {"segment": segments(given["rebase_marks"])}
    found = chart(given["values"], screening="once", rebase_at=[given["rebase_at_index0"]])
    parts = found.unique("segment", keep="first", maintain_order=True)
    return {
        "segments": parts.select("mean", "lower", "upper").to_dicts(),
        "special_cause_points": found.filter(found["kind"] != "common").height,
    }


def flat(given: dict) -> dict:
    special = [one for one in kinds(given["values"]) if one != "common"]
    return limits(given) | {"special_cause_points": len(special)}


WAYS = {
    "spc.xmr": limits,
    "spc.special_cause": lambda given: kinds(given["values"]),
    "spc.two_of_three": two_of_three,
    "spc.shift7": lambda given: {"run_of_7_ends_here": run_ends(given["side_of_mean"])},
    "spc.spread7": lambda given: {"all_points_of_run": in_run(given["end_flags"])},
    "spc.trend7": lambda given: {"trend_of_7_ends_here": trend_ends(given["values"])},
    "spc.assurance": assured,
    "spc.rebase": rebased,
    "spc.short_segment": lambda given: {
        "trial_limits_warning": [trial_limits(one, given["threshold"]) for one in given["segment_sizes"]]
    },
    "spc.edge": flat,
}


@pytest.mark.parametrize("name", ids(*TOPICS))
def test_every_published_figure_comes_out(name):
    vector = of_topics(TOPICS)[name]
    expected = vector["expected"]
    if isinstance(expected, dict):
        expected = {key: one for key, one in expected.items() if key != "note"}
    compare(WAYS[vector["topic"]](vector["input"]), expected, tolerance_of(vector))


def test_no_topic_is_left_out():
    counted = Counter(one["topic"] for one in of_topics(TOPICS).values())
    assert counted.keys() == FEWEST.keys()
    assert all(counted[topic] >= fewest for topic, fewest in FEWEST.items())
