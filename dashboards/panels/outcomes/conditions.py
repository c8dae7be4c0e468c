"""Conditions that ended: how many were met, by what they ask, and whether parts of the service differ."""

import numpy as np
import polars as pl

from analysis.funnel import proportion_curves, proportion_funnel
from dashboards.charts.bands import percentage_bands
from dashboards.charts.funnel import funnel
from dashboards.panel import Panel, Table
from dashboards.panels import shares
from dashboards.panels.outcomes import frames
from dashboards.panels.parts import labelled, named_parts, service_parts, words
from dashboards.queries import outcomes as questions
from dashboards.text import number, percentage, plural, t
from dashboards.totals import TOTAL
from dashboards.view import View

_MART = "fct_condition_months"
_RESULTS = ("met_conditions", "partly_met_conditions", "not_met_conditions")
FEWEST_PARTS = 5  # fewer have no common spread to lie outside of
CURVE = 60  # points of a limit


def by_kind(view: View) -> Panel:
    """The share that was met of the conditions that ended with a result, by what they ask."""
    rows = _with_results(frames.of_area(view, "conditions"))
    if instead := frames.missing(view, "conditions", rows, "with_result"):
        return instead
    shared = shares.with_share(rows, "met_conditions", "with_result")
    whole = shared.filter(pl.col("category") == TOTAL).row(0, named=True)
    kinds = frames.categories(shared)
    kinds = kinds.with_columns(label=labelled(view, "condition_kind", kinds["category"]))
    drawn = shares.bands(kinds.drop_nulls("per_100"))
    return Panel(
        "outcomes_conditions",
        title=t(
            "outcomes.conditions_title",
            share=percentage(whole["per_100"]),
            conditions=number(whole["with_result"]),
        ),
        subtitle=t("outcomes.conditions_subtitle", **shares.place(view), **frames.months_said(rows)),
        chart=percentage_bands(drawn, view.look, words("outcomes", "balance"), holds_100=False)
        if drawn.height
        else None,
        summary=t(
            "outcomes.conditions_summary",
            low=percentage(whole["per_100_low"], 1),
            high=percentage(whole["per_100_high"], 1),
        ),
        table=Table(
            kinds,
            {
                "label": t("outcomes.column_condition"),
                "ended_conditions": t("outcomes.column_ended"),
                **{name: t(f"outcomes.column_{name}") for name in _RESULTS},
                "lifted_conditions": t("outcomes.column_lifted_conditions"),
                **_shares("met_share"),
            },
            missing=shares.too_few(),
            stands_for={"label": "condition_kind"},
            on_phone=("ended_conditions", "per_100"),
            digits={"per_100_low": 1, "per_100_high": 1},
        )
        if kinds.height
        else None,
        notes=frames.notes(rows, t("outcomes.conditions_note")),
        marts=(_MART,),
    )


def of_parts(view: View) -> Panel | None:
    """The share met in every part of the service, in fixed order, beside what its size leaves to chance."""
    is_within = view.choice.has_regions and not view.choice.compares_regions
    if is_within or not questions.is_delivered(view.reader, "conditions"):
        return None
    every = frames.of_parts(view, "conditions")
    rows = _with_results(every.filter((pl.col("category") == TOTAL) & (pl.col("part_id") != TOTAL)))
    known = rows.filter(pl.col("with_result") >= shares.FEWEST)
    if known.height < FEWEST_PARTS:
        return None
    held = proportion_funnel(
        known.with_columns(count="met_conditions", denominator="with_result"), adjusted=True
    )
    named = named_parts(_in_per_cent(held), service_parts(view))
    outside = int(named["is_outside"].sum())
    return Panel(
        "outcomes_funnel",
        title=plural("outcomes.funnel_title", outside, whole=number(named.height))
        if outside
        else t("outcomes.funnel_title_none"),
        subtitle=t(
            "outcomes.funnel_subtitle",
            line=view.choice.label("service_line"),
            **frames.months_said(rows),
        ),
        chart=funnel(named, _curves(held), view.choice.area, view.look, _chart_words(held)),
        summary=t("outcomes.funnel_summary", target=percentage(100 * held["target"][0], 1)),
        table=Table(
            named.with_columns(met_difference=pl.col("difference").replace_strict(_differences())),
            {
                "part_name": t("outcomes.column_part"),
                "with_result": t("outcomes.column_with_result"),
                "per_100": t("outcomes.column_met_share"),
                "inner_lower": t("outcomes.column_limit_low"),
                "inner_upper": t("outcomes.column_limit_high"),
                "met_difference": t("outcomes.column_difference"),
            },
            opens="part_id",
            on_phone=("per_100", "met_difference"),
            digits={"inner_lower": 1, "inner_upper": 1, "per_100": 1},
        ),
        notes=(t("outcomes.funnel_note", fewest=shares.FEWEST),),
        marts=(_MART,),
    )


def _with_results(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with `with_result`: lifted conditions say nothing, and some have no result."""
    results = (
        rows
        if _RESULTS[0] in rows.columns
        else rows.with_columns(pl.lit(None, pl.Int64).alias(name) for name in _RESULTS)
    )
    return results.with_columns(with_result=pl.sum_horizontal(_RESULTS, ignore_nulls=False))


def _shares(key: str) -> dict[str, str]:
    return {
        "per_100": t(f"outcomes.column_{key}"),
        "per_100_low": t("outcomes.column_low"),
        "per_100_high": t("outcomes.column_high"),
    }


def _in_per_cent(held: pl.DataFrame) -> pl.DataFrame:
    limits = (pl.col(name) * 100 for name in ("inner_lower", "inner_upper"))
    return held.with_columns(
        *limits,
        share_pct=100 * pl.col("value"),
        per_100=100 * pl.col("value"),
        is_outside=pl.col("difference") != "none",
    )


def _curves(held: pl.DataFrame) -> pl.DataFrame:
    """The limits over the sizes there are, in per cent."""
    widest = held["denominator"].max() * 1.04
    sizes = np.geomspace(min(shares.FEWEST, held["denominator"].min()), widest, CURVE)
    curves = proportion_curves(held.select("count", "denominator"), sizes, adjusted=True)
    return curves.select(
        "size", *(pl.col(name) * 100 for name in curves.columns if name != "size")
    ).with_columns(target=pl.lit(100 * held["target"][0]))


def _chart_words(held: pl.DataFrame) -> dict[str, str]:
    names = ("inside", "outside", "inner", "outer", "axis", "unit")
    said = words("outcomes", *(f"funnel_{name}" for name in names))
    target = t("outcomes.funnel_target", share=percentage(100 * held["target"][0]))
    return {name.removeprefix("funnel_"): word for name, word in said.items()} | {"target": target}


def _differences() -> dict[str, str]:
    names = ("none", *(f"{side}_{limit}" for side in ("below", "above") for limit in ("inner", "outer")))
    return {name: t(f"outcomes.difference_{name}") for name in names}
