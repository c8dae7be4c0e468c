"""Which method makes the forecast at each horizon, and how far it and its rivals were off."""

import polars as pl

from dashboards.panel import Panel, Table
from dashboards.panels.forecast import frames
from dashboards.panels.forecast.held import SHOWN_MONTHS
from dashboards.text import listed, number, plural, t
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
        items=tuple(_used(rows)),
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


def _used(rows: pl.DataFrame) -> list[str]:
    """At which horizons each method is used, a sentence each, in their order; said where it is no model."""
    said = []
    for (model, label), own in rows.group_by("model", "model_label", maintain_order=True):
        months = _runs(own["horizon_months"].to_list())
        named = {
            "method": label[:1].upper() + label[1:],
            "months": listed(months),
            "plain": t("forecast.plain") if model in frames.RIVALS else "",
        }
        is_once = own["horizon_months"].to_list() == [1]
        said.append(t(f"forecast.method_used{'_once' * is_once}", **named))
    return said


def _runs(horizons: list[int]) -> list[str]:
    """Whole numbers that follow each other as `first to last`: 1, 7 to 9."""
    found: list[list[int]] = []
    for one in horizons:
        if found and found[-1][-1] == one - 1:
            found[-1].append(one)
        else:
            found.append([one])
    return [
        number(run[0]) if len(run) == 1 else t("forecast.range", low=number(run[0]), high=number(run[-1]))
        for run in found
    ]
