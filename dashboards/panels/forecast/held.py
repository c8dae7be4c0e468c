"""What was forecast before beside what came: from earlier months, and by the forecasts that were kept."""

import polars as pl

from dashboards.charts.forecast import forecast_and_came
from dashboards.panel import Panel, Table, nothing
from dashboards.panels.forecast import frames
from dashboards.panels.forecast.words import amount, unit_words
from dashboards.text import month, number, percentage, plural, t
from dashboards.view import View

SHOWN_MONTHS = (1, 3, 6, 9, 12, 15, 18)


@frames.with_forecast
def before_and_after(view: View) -> Panel:
    """The forecasts of half a year and a year before, drawn over what came; the misses at every horizon."""
    held = frames.held_against(view).filter(~pl.col("is_kept"))
    if held.is_empty():
        return nothing("forecast_held", t("forecast.held_none"))
    rows = misses(held)
    drawn = frames.horizons_said(rows)
    last = rows.filter(pl.col("horizon_months") == drawn[-1]).row(0, named=True)
    names = {one: plural("forecast.months_before", one) for one in drawn}
    return Panel(
        "forecast_held",
        title=plural(
            "forecast.held_title",
            drawn[-1],
            **frames.area_words(view),
            off=amount(last["off_amount"]),
            unit=unit_words(view),
            share=percentage(last["off_pct"], 1),
        ),
        subtitle=t("forecast.held_subtitle", **frames.area_words(view), unit=unit_words(view)),
        chart=forecast_and_came(
            held.filter(pl.col("horizon_months").is_in(drawn)),
            names,
            view.look,
            {"came": t("forecast.came"), "unit": unit_words(view)},
        ),
        summary=t("forecast.held_summary"),
        table=Table(
            rows.filter(pl.col("horizon_months").is_in(SHOWN_MONTHS)),
            {
                name: t(f"forecast.column_{name}")
                for name in ("horizon_months", "compared_months", "off_amount", "off_pct", "higher_months")
            },
            caption=t("forecast.misses_caption", **frames.area_words(view)),
            missing=t("common.not_computable"),
            on_phone=("off_amount", "off_pct"),
        ),
        marts=("fct_forecast_against_actual",),
    )


def misses(held: pl.DataFrame) -> pl.DataFrame:
    """One row per horizon: months compared, mean miss, also in per cent of what came, how often too high."""
    off = (pl.col("forecast") - pl.col("came")).abs()
    came = pl.col("came").sum()
    return (
        held.group_by("horizon_months")
        .agg(
            compared_months=pl.len().cast(pl.Int64),
            off_amount=off.mean(),
            off_pct=pl.when(came > 0).then(100 * off.sum() / came),
            higher_months=(pl.col("forecast") > pl.col("came")).sum().cast(pl.Int64),
        )
        .sort("horizon_months")
    )


@frames.with_forecast
def kept_before(view: View) -> Panel:
    """The forecasts that were made and kept before the months came: said then, and not since."""
    kept = frames.held_against(view).filter("is_kept").sort("origin_month_start_on", "month_start_on")
    if kept.is_empty():
        return nothing("forecast_kept", t("forecast.kept_none"))
    banded = kept.drop_nulls(["low_80", "low_95"])
    inside = {
        band: banded.filter(pl.col("came").is_between(f"low_{band}", f"high_{band}")).height
        for band in ("80", "95")
    }
    origins = kept["origin_month_start_on"].unique().sort()
    return Panel(
        "forecast_kept",
        title=plural(
            "forecast.kept_title",
            banded.height,
            **frames.area_words(view),
            inside=number(inside["80"]),
            inside_more=number(inside["95"]),
        ),
        subtitle=plural(
            "forecast.kept_subtitle", len(origins), **frames.area_words(view), first=month(origins[0])
        ),
        table=Table(
            kept,
            {
                "origin_month_start_on": t("forecast.column_origin"),
                "month_start_on": t("forecast.column_month"),
                **{
                    name: t(f"forecast.column_{name}")
                    for name in ("forecast", "came", "low_80", "high_80", "low_95", "high_95")
                },
            },
            missing=t("forecast.no_band"),
            on_phone=("month_start_on", "forecast", "came"),
        ),
        marts=("fct_forecast_against_actual",),
    )
