"""What a workload is compared with: a time window before, the target of the policy, the median of the parts.

A median is a figure of all parts together: none of them is named as the one in the middle, and none has a
place. What is hidden of a part is in no median. See docs/decisions/0052.
"""

import polars as pl

from analysis.medians import medians
from dashboards import queries
from dashboards.charts.readings import standing
from dashboards.filters import comparison
from dashboards.queries.overview import COMPARED
from dashboards.text import day, number, percentage, signed, t
from dashboards.totals import TOTAL
from dashboards.view import View

_KEY = ["part_id", "weight_scheme"]
_MEASURE = "workload_pct"


def is_level(view: View) -> bool:
    """Whether the comparison is with one level, a target or a median, and not with a period."""
    return view.choice.comparison in (comparison.TARGET, comparison.MEDIAN)


def window(view: View) -> str:
    """The time window that the one chosen is compared with; empty where it is a level."""
    return COMPARED.get((view.choice.time_window, view.choice.comparison), "")


def beside(windows: pl.DataFrame, view: View) -> pl.DataFrame:
    """One row per part and weight scheme: `compared_pct`, in per cent of capacity; null where unknown.

    `windows`: of one service line `part_id` ('' = all together), `weight_scheme`, `time_window`,
    `workload_pct`.
    """
    now = windows.filter(time_window=view.choice.time_window)
    match view.choice.comparison:
        case comparison.TARGET:
            return now.select(*_KEY, compared_pct=pl.lit(_target_amount(view), pl.Float64))
        case comparison.MEDIAN:
            of_parts = now.filter(pl.col("part_id") != TOTAL)
            found = medians(of_parts, ["weight_scheme"], _MEASURE, comparison.LEAST_PARTS)
            levels = found.select("weight_scheme", compared_pct="median")
            return now.select(_KEY).join(levels, on="weight_scheme", how="left", maintain_order="left")
    then = windows.filter(time_window=window(view)).select(*_KEY, compared_pct=_MEASURE)
    return now.select(_KEY).join(then, on=_KEY, how="left", maintain_order="left")


def pct_of(windows: pl.DataFrame, view: View, part: str = TOTAL) -> float | None:
    """What one part is compared with under the scheme chosen; None where that is not known."""
    rows = beside(windows, view).filter(part_id=part, weight_scheme=view.choice.weight_scheme)
    return rows["compared_pct"][0] if rows.height else None


def than(view: View, pct: float | None = None) -> str:
    """What is compared with, in words: a period, or a level with its amount where that is known."""
    match view.choice.comparison:
        case comparison.TARGET:
            return target_words(view, _MEASURE, percentage)
        case comparison.MEDIAN:
            key = "compared.median_unknown" if pct is None else "compared.median"
            return t(key, amount=percentage(pct))
    return t(f"compared.{window(view)}")


def change(points: float | None, pct: float | None, view: View) -> str:
    """By how many points a percentage differs from `pct`, what it is compared with; empty where unknown."""
    if points is None:
        return ""
    return t("compared.points", points=signed(points, 1), than=than(view, pct))


def target_words(view: View, measure: str, shown) -> str:
    """The target of a measure: its amount as `shown`, its name, and since when it holds."""
    row = queries.target(view.reader, measure)
    if row is None:
        return t("compared.target_unknown")
    name = queries.label_of(view.reader, "target", row["target"])
    return t("compared.target", amount=shown(row["amount"]), name=name, day=day(row["valid_from"]))


def with_difference(rows: pl.DataFrame, windows: pl.DataFrame, view: View) -> pl.DataFrame:
    """The rows of parts under the scheme chosen with `compared_pct`, `compared_points`, `compared_standing`.

    The standing is that to a level, in words, over all weight schemes; null beside a period.
    """
    chosen = beside(windows, view).filter(weight_scheme=view.choice.weight_scheme).drop("weight_scheme")
    found = standings(windows, view) if is_level(view) else {}
    words = {part: t(f"compared.standing_{one}") for part, one in found.items()}
    return rows.join(chosen, on="part_id", how="left", maintain_order="left").with_columns(
        compared_points=pl.col(_MEASURE) - pl.col("compared_pct"),
        compared_standing=pl.col("part_id").replace_strict(words, default=None, return_dtype=pl.String),
    )


def columns(view: View) -> dict[str, str]:
    """The headings of those columns."""
    found = {
        "compared_pct": t(f"compared.column_{view.choice.comparison}"),
        "compared_points": t("compared.column_points"),
    }
    return found | ({"compared_standing": t("compared.column_standing")} if is_level(view) else {})


def standings(windows: pl.DataFrame, view: View) -> dict[str, str]:
    """How each part is to what it is compared with under every scheme that knows both.

    `heavier`, `lighter`, `indistinct` or `unknown`: the one rule of what is told apart (docs/decisions/0011).
    """
    now = windows.filter(pl.col("part_id") != TOTAL, time_window=view.choice.time_window)
    both = now.join(beside(windows, view), on=_KEY, how="left", maintain_order="left")
    shares = 100 * pl.col(_MEASURE) / pl.col("compared_pct")
    listed = both.group_by("part_id", maintain_order=True).agg(
        shares.filter(pl.col("compared_pct") > 0).drop_nulls().alias("shares")
    )
    alike_pct = queries.noise_level(view.reader, "beside_all_offices_pct")
    return {part: standing(found, alike_pct) for part, found in listed.iter_rows()}


def sentence(rows: pl.DataFrame, windows: pl.DataFrame, view: View) -> str:
    """How many of the parts are above and below; empty where fewer than two can be compared.

    `rows` as from `with_difference`.
    """
    points = rows["compared_points"].drop_nulls()
    if len(points) < 2:
        return ""
    known = number(len(points))
    if not is_level(view):
        within = queries.noise_level(view.reader, "workload_points")
        more, less = (points >= within).sum(), (points <= -within).sum()
        words = {"more": number(more), "less": number(less), "within": number(within, 1)}
        return t("compared.sentence_period", than=than(view), known=known, **words)
    found = list(standings(windows, view).values())
    counts = {one: number(found.count(one)) for one in ("heavier", "lighter")}
    pct = next(iter(rows["compared_pct"].drop_nulls()), None)
    alike = percentage(queries.noise_level(view.reader, "beside_all_offices_pct"))
    return t("compared.sentence_level", than=than(view, pct), known=known, alike=alike, **counts)


def lines(months: pl.DataFrame, view: View) -> pl.DataFrame | None:
    """What charts over the months draw beside each part: `part_id`, `month_start_on`, `compared_pct`.

    `months`: every month of the parts, and of all together (''). None beside the period before, which is part
    of the line itself, and where nothing is known.
    """
    keys = ["part_id", "month_start_on"]
    match view.choice.comparison:
        case comparison.TARGET:
            row = queries.target(view.reader, _MEASURE)
            if row is None:
                return None
            holds = pl.col("month_start_on") >= pl.lit(row["valid_from"]).dt.truncate("1mo")
            return months.filter(holds).select(*keys, compared_pct=pl.lit(row["amount"], pl.Float64))
        case comparison.MEDIAN:
            of_parts = months.filter(pl.col("part_id") != TOTAL)
            found = medians(of_parts, ["month_start_on"], _MEASURE, comparison.LEAST_PARTS)
            levels = found.select("month_start_on", compared_pct="median")
            drawn = months.select(keys).join(levels, on="month_start_on", how="left", maintain_order="left")
        case comparison.YEAR_AGO:
            later = pl.col("month_start_on").dt.offset_by("1y")
            drawn = months.select("part_id", later, compared_pct=_MEASURE)
        case _:
            return None
    return None if drawn["compared_pct"].null_count() == drawn.height else drawn


def line_words(drawn: pl.DataFrame | None, view: View) -> str:
    """What the dashed line of a chart is; empty where none is drawn."""
    return "" if drawn is None else " " + t(f"compared.line_{view.choice.comparison}")


def line_name(drawn: pl.DataFrame | None, view: View) -> str:
    """What that line is called in a few words; empty where none is drawn."""
    return "" if drawn is None else t(f"common.comparison_{view.choice.comparison}")


def columns_of_months(drawn: pl.DataFrame | None, view: View) -> dict[str, str]:
    """The heading of what a chart over the months draws beside; none where nothing is drawn."""
    return {} if drawn is None else {"compared_pct": t(f"compared.column_{view.choice.comparison}")}


def _target_amount(view: View) -> float | None:
    row = queries.target(view.reader, _MEASURE)
    return row["amount"] if row else None
