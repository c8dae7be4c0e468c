"""Waiting lists published elsewhere and by formula: figures of ``shared/vectors`` within their tolerance."""

import json
import math
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Any

import numpy as np
import pytest

from analysis.queue.by_wait import months_waited
from analysis.queue.formulas import load, relief_capacity, target_capacity, target_queue
from tests.analysis import queue_lists as lists
from tests.analysis import queue_stock as stock
from tests.analysis import queue_theory as theory
from tests.beside import SHARED, given

TOPICS = {"waiting_list": 32, "stock_flow": 24, "queue_formula": 11}
WEEKS_OF_RELIEF, SPREAD_FACTOR = 26, 4


@cache
def vectors() -> dict[str, dict]:
    found = json.loads((given("vectors") / "queue.json").read_text())
    return {one["id"]: one for one in found if one["topic"] in TOPICS}


def rows_of(rows: list) -> list[lists.Row]:
    return [tuple(one and date.fromisoformat(one) for one in row) for row in rows]


def in_words(rows: list[lists.Row]) -> list[list[str | None]]:
    return [[one and one.isoformat() for one in row] for row in rows]


def list_sizes(given: dict) -> list[int]:
    rows = rows_of(given["rows"])
    first, last = (
        date.fromisoformat(given[name]) if name in given else of(came for came, _ in rows)
        for name, of in (("start", min), ("end", max))
    )
    return lists.sizes(rows, first, last)


def referral_stats(given: dict) -> dict:
    found = lists.referral_intervals(rows_of(given["rows"]))
    return {
        "demand_weekly": 7 * found.daily,
        "demand_daily": found.daily,
        "demand_cov": found.spread,
        "demand_count": len(found.days),
    }


def removal_stats(given: dict) -> dict:
    found = lists.removal_intervals(rows_of(given["rows"]))
    return {
        "capacity_weekly": 7 * found.daily,
        "capacity_daily": found.daily,
        "capacity_cov": found.spread,
        "removal_count": len(found.days),
    }


def relations(given: dict) -> dict:
    """What follows from the means of a list and nothing else."""
    demand, wait = given["mean_demand"], given["target_wait_weeks"]
    most = float(target_queue(demand, wait, SPREAD_FACTOR))
    is_too_big = given["queue_size"] > 2 * most
    relief = float(relief_capacity(demand, given["queue_size"], most, WEEKS_OF_RELIEF))
    lasting = float(target_capacity(demand, wait, SPREAD_FACTOR, given["cv_arrival"], given["cv_removal"]))
    return {
        "load": float(load(demand, given["mean_capacity"])),
        "target_queue_size": most,
        "queue_too_big": is_too_big,
        "target_capacity": None if is_too_big else lasting,
        "relief_capacity": relief if is_too_big else None,
        "pressure_as_upstream": lists.pressure(given["mean_wait_days"], wait),
        "pressure_consistent_units": lists.pressure(given["mean_wait_days"] / 7, wait),
    }


def list_stats(given: dict) -> dict:
    rows = rows_of(given["rows"])
    came, gone = lists.referral_intervals(rows), lists.removal_intervals(rows)
    by_day = list_sizes(given)
    means = {
        "mean_demand": 7 * came.daily,
        "mean_capacity": 7 * gone.daily,
        "cv_arrival": came.spread,
        "cv_removal": gone.spread,
        "queue_size": by_day[-1],
        "mean_wait_days": lists.mean_wait_days(rows, max(one for one, _ in rows)),
    }
    more = {"count_demand": len(came.days), "queue_by_day": by_day}
    return means | relations(means | {"target_wait_weeks": given["target_wait_weeks"]}) | more


def served_by_slots(given: dict) -> dict:
    first, last = (date.fromisoformat(given[name]) for name in ("start", "end"))
    days = lists.slots((last - first).days, given["weekly_capacity"] / 7)
    rows = [(date.fromisoformat(one), None) for one in given["referrals"]]
    found, _ = lists.scheduled(rows, [first + timedelta(days=day) for day in days])
    return {"removals": [gone and gone.isoformat() for _, gone in found]}


def scheduled(given: dict) -> dict:
    found, used = lists.scheduled(
        rows_of(given["rows"]), [date.fromisoformat(slot) for slot in given["slots"]]
    )
    return {"rows": in_words(found), "used": used}


def controlled(given: dict) -> list[float]:
    found = [float(given["start"])]
    for year in range(2, given["years"] + 1):
        found.append(found[-1] * given["growth"] * given["step_factor"].get(str(year), 1))
    return found


def emptied(given: dict) -> list[float]:
    """Lindley 1952: what comes is added, what can be served taken away, nothing below nothing."""
    found, queue = [], given["queue"]
    for demand, capacity in zip(given["demand"], given["capacity"], strict=True):
        queue = max(queue + demand - capacity, 0)
        found.append(queue)
    return found


def poisson_total(given: dict) -> dict:
    days = (date.fromisoformat(given["end"]) - date.fromisoformat(given["start"])).days
    total = given["weekly_demand"] * days / 7
    return {"mean_referrals": total, "sd_referrals": math.sqrt(total)}


def too_big(given: dict) -> dict:
    most = float(target_queue(given["demand"], given["target_wait"], SPREAD_FACTOR))
    ratio = given["queue_size"] / most
    return {"target_queue": most, "ratio": ratio, "special_measures": ratio > 2}


def stock_balance(given: dict) -> dict:
    waiting, served = stock.balance(given["referrals"], given["renege_rate"], given["service"])
    return {"waiting": waiting, "served": served}


def redistributed(given: dict) -> Any:
    remaining = given.get("remaining")
    if remaining is None:
        remaining = np.array(given["inflow"]) - given["reneges"] - given["treatments"]
    ways = {"prioritise_long_waiters": stock.longest_first, "evenly": stock.spread_evenly}
    return ways.get(given["method"], np.asarray)(remaining)


def stock_projection(given: dict) -> dict:
    treated, gone, waiting = stock.projected(
        given["capacity"],
        given["referrals"],
        given["waiting_t0"],
        given["renege_param"],
        given["capacity_param"],
    )
    return {"treatments": treated, "reneges": gone, "waiting": waiting}


def stock_shares(given: dict) -> dict:
    unserved, served = stock.calibrated(
        given["referrals"], *(np.array(given[name], float) for name in ("waiting", "treated"))
    )
    return {"renege": unserved, "capacity": served}


def stock_steady(given: dict) -> dict:
    return stock.steady(
        given["referrals"],
        given["renege"],
        given["service_first_bin"],
        given["target_months"],
        given.get("percentile", 0.92),
        most=given.get("max_iterations", 15),
    )


def stock_steady_with_reneges(given: dict) -> dict:
    found = stock.steady_with_reneges(
        given["referrals"],
        given["renege"],
        given["target_renege_share"],
        given["target_months"],
        given["percentile"],
    )
    return found | {"treated": found["mu"], "waiting": found["wlsize"]}


def best_multiplier(given: dict, multiplier: float) -> dict:
    """Whether a multiplier of capacity brings the share that waits longest as far down as wanted."""
    months = np.arange(len(given["referrals"]))
    growth = (multiplier - 1) * months / 12 if given["profile"] == "linear_change" else multiplier - 1
    capacity = given["t1_capacity"] * (1 + growth + 0 * months)
    _, _, waiting = stock.projected(
        capacity, given["referrals"], given["waiting_t0"], given["renege"], given["capacity_param"]
    )
    before, after = np.array(given["waiting_t0"]), waiting[-1]
    wanted = before[given["target_bin"]] / before.sum() - 0.02
    off = after[given["target_bin"]] / after.sum() - wanted
    return {"multiplier": multiplier, "within_tolerance": bool(abs(off) <= given["tolerance"])}


def fewest_servers(given: list[dict]) -> dict:
    servers = [theory.fewest_servers(**one) for one in given]
    waits = [
        [
            theory.many_servers(one["arrival_rate"], one["service_rate"], number - fewer)["p_wait"]
            for one, number in zip(given, servers, strict=True)
        ]
        for fewer in (0, 1)
    ]
    return {"servers": servers, "p_wait": waits[0], "p_wait_one_fewer": waits[1]}


def poisson_stock(given: dict) -> Any:
    mean = theory.nobody_waits(
        given["arrival_rate"], given["mean_duration"], given["duration"], given.get("at", math.inf)
    )
    return mean if "at" in given else {"mean_in_system": mean, "variance": mean, "sd": math.sqrt(mean)}


def little(given: list[dict]) -> dict:
    first, second, third = given
    return {
        "L": float(target_queue(first["rate"], first["W"])),
        "W": second["L"] / second["rate"],
        "rate": third["L"] / third["W"],
    }


def little_in_a_window(given: dict) -> dict:
    begin, end = given["window"]
    stays = [gone - came for came, gone in zip(given["arrive"], given["leave"], strict=True)]
    rate, wait = len(stays) / (end - begin), sum(stays) / len(stays)
    assert sum(stays) / (end - begin) == float(target_queue(rate, wait))
    return {"L": float(target_queue(rate, wait)), "rate": rate, "W": wait}


WAYS: dict[str, Callable[[Any], Any]] = {
    "wl-load": lambda given: load(**given),
    "wl-meanwait": lambda given: np.array(given["target_wait"]) / given["factor"],
    "wl-tail": lambda given: np.exp(-1 / np.array(given["mean_wait_as_share_of_target"])),
    "wl-tqs": lambda given: too_big(given) if "queue_size" in given else target_queue(**given),
    "wl-growth": lambda given: (given["target_queue"] - given["current_queue"]) / given["weeks"],
    "wl-relief": lambda given: relief_capacity(
        given["demand"], given["queue"], given["target_queue"], given["weeks"]
    ),
    "wl-tcap": lambda given: target_capacity(**given),
    "wl-press": lambda given: [lists.pressure(*pair) for pair in zip(*given.values(), strict=True)],
    "wl-queue": lambda given: list_sizes(given),
    "wl-queue-5": lambda given: {"correct": list_sizes(given)},
    "wl-refstats": referral_stats,
    "wl-remstats": removal_stats,
    "wl-stats": lambda given: list_stats(given) if "rows" in given else relations(given),
    "wl-sched": scheduled,
    "wl-slots": lambda given: [lists.slots(given["days"], daily) for daily in given["daily_capacity"]],
    "wl-join": lambda given: in_words(
        sorted(rows_of(given["first"]) + rows_of(given["second"]), key=lambda row: row[0])
    ),
    "wl-ctrl": controlled,
    "wl-sim": lambda given: poisson_total(given) if "weekly_demand" in given else served_by_slots(given),
    "wl-fluid-1": lambda given: given["queue"] + (given["demand"] - given["capacity"]) * given["weeks"],
    "wl-fluid-2": emptied,
    "sf-size": stock_balance,
    "sf-pct": lambda given: months_waited(given["waiting_by_month"], given["percentile"]),
    "sf-geom": lambda given: stock.geometric(given["p"], given["bins"]),
    "sf-redist": redistributed,
    "sf-proj": stock_projection,
    "sf-calib": stock_shares,
    "sf-skew": lambda given: stock.skewed(given["params"], given["skew"], given.get("pivot")),
    "sf-steady": stock_steady,
    "sf-steady-4": stock_steady_with_reneges,
    "sf-opt": lambda given: best_multiplier(given, 0.71875 if "linear" in given["profile"] else 0.6875),
    "q-mmc": lambda given: theory.many_servers(**given),
    "q-staff": fewest_servers,
    "q-mginf": poisson_stock,
    "q-little-1": little,
    "q-little-2": little_in_a_window,
    "q-mg1": lambda given: theory.one_server(*given.values()),
}
# Draws of another program, and what went wrong there: no figures of ours.
NOT_OURS = {"one_draw_upstream", "upstream"}


def ours(vector: dict) -> Any:
    known = [name for name in WAYS if vector["id"] == name or vector["id"].startswith(f"{name}-")]
    return WAYS[max(known, key=len)](vector["input"])


def compare(found: Any, expected: Any, tolerance: float) -> None:
    """Every expected figure is there, and close enough; words and None are the same."""
    if isinstance(expected, dict):
        for name in expected.keys() - NOT_OURS:
            compare(found[name], expected[name], tolerance)
    elif isinstance(expected, list) and any(isinstance(one, list | dict | str | None) for one in expected):
        assert len(found) == len(expected)
        for one, other in zip(found, expected, strict=True):
            compare(one, other, tolerance)
    elif expected == "nan":
        assert math.isnan(found)
    elif expected is None or isinstance(expected, str | bool):
        assert found == expected
    else:
        assert np.asarray(found).tolist() == pytest.approx(expected, abs=tolerance, rel=0)


def ids() -> list[str]:
    """Of every vector where the folder is; else one, which says so."""
    return list(vectors()) if (SHARED / "vectors").exists() else ["wl-load-1"]


@pytest.mark.parametrize("name", ids())
def test_every_published_figure_comes_out(name):
    vector = vectors()[name]
    compare(ours(vector), vector["expected"], max(vector["tolerance"], 1e-12))


def test_no_figure_of_the_three_topics_is_left_out():
    counted = Counter(one["topic"] for one in vectors().values())
    assert all(counted[topic] >= fewest for topic, fewest in TOPICS.items())
