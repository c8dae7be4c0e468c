"""Which method makes the forecast at each horizon, and how far it and its rivals were off."""

from itertools import groupby

import polars as pl

from dashboards.panel import Panel, Table
from dashboards.panels.forecast import frames
from dashboards.panels.forecast.held import SHOWN_MONTHS
from dashboards.text import number, plural, t
from dashboards.view import View


@frames.with_forecast
def by_horizon(view: View) -> Panel | None:
    """One row per horizon: the method used, its error, the best of the others, the last value, the bands."""
    rows = frames.named(compared(frames.errors(view)), "model", "model_label", view)
    if rows.is_empty():
        return None
    rows = frames.named(rows, "other_model", "other_label", view)
    return Panel(
        "forecast_methods",
        title=plural("forecast.methods_title", rows["model"].n_unique(), **frames.area_words(view)),
        subtitle=t("forecast.methods_subtitle", **frames.area_words(view)),
        items=tuple(_runs(rows)),
        summary=t("forecast.methods_summary"),
        table=Table(
            rows.filter(pl.col("horizon_months").is_in(SHOWN_MONTHS)),
            {
                name: t(f"forecast.column_{name}")
                for name in (
                    "horizon_months",
                    "model_label",
                    "error_pct",
                    "other_label",
                    "other_error_pct",
                    "last_error_pct",
                    "coverage_80_pct",
                    "coverage_95_pct",
                    "origins",
                )
            },
            missing=t("common.not_computable"),
            stands_for={"model_label": "model"},
            on_phone=("model_label", "error_pct"),
        ),
        marts=("fct_forecast_errors",),
        explains=("mase", "pinball", "is_used"),
    )


def compared(errors: pl.DataFrame) -> pl.DataFrame:
    """The method used at each horizon beside the best of the others and the last value; errors in per cent.

    ``errors``: of one office or of all, one row per horizon and method.
    """
    keys = ["office_id", "horizon_months"]
    found = errors.with_columns(error_pct=100 * pl.col("mase"))
    used = found.filter("is_used")
    others = (
        found.filter(~pl.col("is_used"))
        .drop_nulls("error_pct")
        .sort(*keys, "error_pct", "model")
        .unique(keys, keep="first", maintain_order=True)
        .select(*keys, other_model="model", other_error_pct="error_pct")
    )
    last = found.filter(pl.col("model") == frames.LAST_VALUE).select(*keys, last_error_pct="error_pct")
    return (
        used.join(others, on=keys, how="left")
        .join(last, on=keys, how="left")
        .sort("office_id", "horizon_months")
    )


def _runs(rows: pl.DataFrame) -> list[str]:
    """From how many months ahead to how many a method is used, a sentence each; said where it is no model."""
    said = []
    for (model, label), run in groupby(rows.to_dicts(), key=lambda row: (row["model"], row["model_label"])):
        months = [row["horizon_months"] for row in run]
        named = {"method": label, "plain": t("forecast.plain") if model in frames.RIVALS else ""}
        if len(months) == 1:
            said.append(plural("forecast.method_once", months[0], **named))
        else:
            ends = {"first": number(months[0]), "last": number(months[-1])}
            said.append(t("forecast.method_run", **ends, **named))
    return said
