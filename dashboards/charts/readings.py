"""What a figure of the page Offices says, in numbers: the facts behind titles and text alternatives.

Pure functions, frame -> dict of numbers; the sentences are in ``dashboards/text``. Nothing here names a
highest or lowest office: ends of a range are numbers, so that no league table arises from a title.
"""

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from math import inf

import polars as pl

from dashboards.totals import TOTAL


def balance_reading(frame: pl.DataFrame) -> dict:
    """How many offices were above 100 % in the latest month, now and a year before.

    ``frame``: ``part_id``, ``month_start_on``, ``workload_pct``. Returns ``month``, ``over``, ``known``,
    ``over_before`` and ``known_before`` (the same month a year earlier), ``low``, ``high`` and ``whole``
    (percentages); counts are 0 and percentages None where nothing is known.
    """
    offices = frame.filter(pl.col("part_id") != TOTAL).drop_nulls("workload_pct")
    month = offices["month_start_on"].max() or frame["month_start_on"].max()
    now = offices.filter(pl.col("month_start_on") == month)["workload_pct"]
    before = offices.filter(pl.col("month_start_on") == _year_before(month))["workload_pct"]
    whole = frame.filter((pl.col("part_id") == TOTAL) & (pl.col("month_start_on") == month))["workload_pct"]
    return {
        "month": month,
        "over": int((now > 100).sum()),
        "known": len(now),
        "over_before": int((before > 100).sum()),
        "known_before": len(before),
        "low": now.min(),
        "high": now.max(),
        "whole": whole[0] if len(whole) else None,
    }


def years_reading(frame: pl.DataFrame) -> dict:
    """The year in which the largest share of office-months was above 100 %.

    ``frame`` as for ``balance_reading``. Returns ``year``, ``share_pct`` (0..100), ``cells`` (all months of
    all offices with a percentage) and ``missing`` (those without). Year and share are None without cells.
    """
    offices = frame.filter(pl.col("part_id") != TOTAL)
    known = offices.drop_nulls("workload_pct")
    years = known.group_by(year=pl.col("month_start_on").dt.year()).agg(
        share_pct=100 * (pl.col("workload_pct") > 100).mean()
    )
    top = years.sort("share_pct", "year", descending=[True, False]).head(1).to_dicts()
    counts = {"cells": known.height, "missing": offices.height - known.height}
    return (top[0] if top else {"year": None, "share_pct": None}) | counts


def schemes_reading(frame: pl.DataFrame, alike_pct: float) -> dict:
    """What the choice of a weight scheme decides.

    ``frame``: ``part_id``, ``weight_scheme``, ``workload_pct``. An office is ``above`` when every scheme
    puts it above 100 %, ``below`` when every scheme puts it at or below, else it ``depends``. ``alike`` of
    ``pairs`` pairs of offices cannot be told apart: neither stands apart from the other, see ``standing``.
    """
    ranges = scheme_ranges(frame)
    standings = ranges["standing"].to_list()
    pairs = list(combinations(_schemes_by_office(frame), 2))
    return {
        "offices": ranges.height,
        "above": standings.count("above"),
        "below": standings.count("below"),
        "depends": standings.count("depends"),
        "pairs": len(pairs),
        "alike": sum(standing(shares_of(one, other), alike_pct) == "indistinct" for one, other in pairs),
    }


def shares_of(one: dict[str, float | None], other: dict[str, float | None]) -> list[float]:
    """What one is in per cent of the other, under every scheme that knows both; endless beside 0."""
    known = [(one[name], other[name]) for name in one if None not in (one[name], other.get(name))]
    return [100 * own / beside if beside else inf if own else 100 for own, beside in known]


def standing(shares: Sequence[float], alike_pct: float) -> str:
    """How one stands beside another whose percentages are 100: the one rule of what stands apart.

    `heavier` where it is more than `alike_pct` % above the other under every scheme, `lighter` where the
    other is so above it, else `indistinct`; `unknown` where no scheme knows both.
    """
    if not shares:
        return "unknown"
    if min(shares) > 100 + alike_pct:
        return "heavier"
    return "lighter" if max(shares) * (1 + alike_pct / 100) < 100 else "indistinct"


def _schemes_by_office(frame: pl.DataFrame) -> list[dict[str, float]]:
    """For each office its percentage under every scheme."""
    known = frame.filter(pl.col("part_id") != TOTAL).drop_nulls("workload_pct")
    offices: dict[str, dict[str, float]] = {}
    for office, scheme, pct in known.select("part_id", "weight_scheme", "workload_pct").iter_rows():
        offices.setdefault(office, {})[scheme] = pct
    return list(offices.values())


def scheme_ranges(frame: pl.DataFrame) -> pl.DataFrame:
    """One row per office: ``low_pct``, ``high_pct`` over all schemes and ``standing`` to 100 %."""
    known = frame.filter(pl.col("part_id") != TOTAL).drop_nulls("workload_pct")
    standing = pl.when(pl.col("low_pct") > 100).then(pl.lit("above"))
    standing = standing.when(pl.col("high_pct") <= 100).then(pl.lit("below")).otherwise(pl.lit("depends"))
    return (
        known.group_by("part_id", maintain_order=True)
        .agg(low_pct=pl.col("workload_pct").min(), high_pct=pl.col("workload_pct").max())
        .with_columns(standing=standing)
    )


# Of the rows of one part: clearly above under one scheme and clearly below under another.
DIFFERS = (pl.col("side") == "above").any() & (pl.col("side") == "below").any()


def sides(frame: pl.DataFrame, alike_pct: float) -> pl.DataFrame:
    """The rows with ``side``: of 100 % ``above`` or ``below`` by more than ``alike_pct``, else ``about``.

    ``frame``: ``workload_pct``; null where that is.
    """
    pct = pl.col("workload_pct")
    side = pl.when(pct > 100 + alike_pct).then(pl.lit("above")).when(pct < 100 - alike_pct)
    side = side.then(pl.lit("below")).when(pct.is_not_null()).then(pl.lit("about"))
    return frame.with_columns(side=side)


def sides_reading(frame: pl.DataFrame, alike_pct: float) -> dict:
    """Of how many offices the weight schemes disagree on which side of 100 % they are.

    ``frame``: ``part_id``, ``workload_pct``, a row per scheme. Returns ``known`` (offices with a
    percentage) and ``differ``: ``above`` under one scheme, ``below`` under another; ``about`` is no side.
    """
    known = sides(frame, alike_pct).drop_nulls("side").filter(pl.col("part_id") != TOTAL)
    offices = known.group_by("part_id").agg(differs=DIFFERS)
    return {"known": offices.height, "differ": int(offices["differs"].sum())}


def change_reading(frame: pl.DataFrame, column: str) -> dict:
    """The latest known amount of a monthly column and the same a year before, of one office's rows.

    Returns ``month``, ``now``, ``before``, ``change`` (now - before) and ``change_pct``; None where unknown.
    """
    known = frame.drop_nulls(column).sort("month_start_on")
    if known.is_empty():
        return {"month": None, "now": None, "before": None, "change": None, "change_pct": None}
    month, now = known["month_start_on"][-1], known[column][-1]
    earlier = known.filter(pl.col("month_start_on") == _year_before(month))[column]
    before = earlier[0] if len(earlier) else None
    return {
        "month": month,
        "now": now,
        "before": before,
        "change": None if before is None else now - before,
        "change_pct": None if not before else 100 * (now - before) / before,
    }


def shares_reading(frame: pl.DataFrame) -> list[dict]:
    """The share of each kind of work in the latest month, heaviest first: ``label``, ``share_pct``.

    ``frame``: ``label``, ``rank``, ``month_start_on``, ``workload_units_avg``; one row per kind and month.
    """
    latest = frame.filter(pl.col("month_start_on") == frame["month_start_on"].max())
    total = latest["workload_units_avg"].sum()
    shares = latest.with_columns(share_pct=100 * pl.col("workload_units_avg") / (total or None))
    return shares.sort("rank").select("label", "share_pct").to_dicts()


def series_reading(frame: pl.DataFrame, breaks: pl.DataFrame) -> dict:
    """What published series say of themselves: ``offices``, ``first`` and ``last`` year, rows, ``breaks``.

    Also ``grown``: offices whose last figure is above their first, of ``compared`` with at least two.
    Figures of the whole service are no office's.
    """
    offices = frame.filter(pl.col("part_id") != TOTAL)
    ends = (
        offices.sort("period_last_on")
        .group_by("part_id")
        .agg(first=pl.col("published_value").first(), last=pl.col("published_value").last(), rows=pl.len())
        .filter(pl.col("rows") > 1)
    )
    return {
        "offices": offices["part_id"].n_unique(),
        "rows": frame.height,
        "first": frame["period_last_on"].min().year,
        "last": frame["period_last_on"].max().year,
        "breaks": breaks.height,
        "grown": int((ends["last"] > ends["first"]).sum()),
        "compared": ends.height,
    }


def _year_before(month: date | None) -> date | None:
    return None if month is None else month.replace(year=month.year - 1)
