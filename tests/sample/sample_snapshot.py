"""Workload and capacity of one day, straight from the frames and the policy seeds.

A second, slow way to the figures of the warehouse: one day at a time, no signed changes.
"""

from datetime import date
from pathlib import Path

import polars as pl

SEEDS = Path(__file__).parents[2] / "seeds"
SCHEME = "fl_type_phase"
FULL_TIME_HOURS = 105.0


def seed(name: str) -> pl.DataFrame:
    frame = pl.read_csv(SEEDS / f"{name}.csv", infer_schema_length=None)
    return frame.filter(pl.col("weight_scheme") == SCHEME) if "weight_scheme" in frame.columns else frame


def running(on: date) -> pl.Expr:
    return (pl.col("valid_from") <= on) & (pl.col("valid_to").is_null() | (pl.col("valid_to") > on))


def case_offices_on(frames: dict[str, pl.DataFrame], on: date) -> pl.DataFrame:
    """Open cases of a day with their office and opening day."""
    moved = (
        frames["case_offices"]
        .filter(pl.col("valid_from") <= on)
        .sort("case_id", "valid_from")
        .group_by("case_id", maintain_order=True)
        .agg(pl.col("office_id").last().alias("moved_to"))
    )
    opened = pl.min_horizontal("received_on", "started_on")
    return (
        frames["cases"]
        .with_columns(opened.alias("opened_on"))
        .filter((pl.col("opened_on") <= on) & (pl.col("ended_on").is_null() | (pl.col("ended_on") > on)))
        .join(moved, on="case_id", how="left")
        .with_columns(pl.coalesce("moved_to", "office_id").alias("office_id"))
    )


def weighted_cases(frames: dict[str, pl.DataFrame], on: date) -> pl.DataFrame:
    """Carried cases of a day with hours a month, office and type; risk, phase and flags as of that day."""
    carried = (
        frames["case_assignments"]
        .filter(running(on))
        .group_by("case_id")
        .agg(pl.col("valid_from").min(), pl.col("share").sum(), pl.col("officer_id").first())
    )
    first_day = (
        frames["case_assignments"].group_by("case_id").agg(pl.col("valid_from").min().alias("first_on"))
    )
    level = (
        frames["case_assessments"]
        .filter(pl.col("assessed_on") <= on)
        .sort("case_id", "assessed_on")
        .group_by("case_id", maintain_order=True)
        .agg(pl.col("risk_level").last())
    )
    factors = seed("case_factors").select("flag", pl.col("factor").cast(pl.Float64))
    factor = (
        frames["case_flags"]
        .filter(running(on))
        .join(factors, on="flag", how="inner")
        .group_by("case_id")
        .agg(pl.col("factor").product().clip(upper_bound=2.0))
    )
    cases = (
        case_offices_on(frames, on)
        .join(carried, on="case_id")
        .join(first_day, on="case_id")
        .join(level, on="case_id", how="left")
        .join(factor, on="case_id", how="left")
        .with_columns(
            pl.col("risk_level").fill_null("not_assessed"),
            pl.col("factor").fill_null(1.0),
            pl.min_horizontal("started_on", "first_on").alias("clock_on"),
        )
        .with_columns(((pl.lit(on) - pl.col("clock_on")).dt.total_days() / 30.4375).alias("months"))
    )
    return _weighed(cases).with_columns(
        (pl.col("weight") * pl.col("factor") * pl.col("share")).alias("hours")
    )


def _weighed(cases: pl.DataFrame) -> pl.DataFrame:
    """Cases with the weight of their type, level and month; a row of the exact level wins over `any`."""
    weights = seed("case_weights").select(
        *("supervision_type", "from_month", "weight"),
        pl.col("risk_level").alias("of_level"),
        pl.col("to_month").fill_null(10_000),
    )
    return (
        cases.join(weights, on="supervision_type", how="inner")
        .filter(pl.col("months").is_between("from_month", "to_month", closed="left"))
        .filter(pl.col("of_level").is_in(["any"]) | (pl.col("of_level") == pl.col("risk_level")))
        .sort("case_id", pl.col("of_level") == "any")
        .unique("case_id", keep="first", maintain_order=True)
    )


def task_hours(frames: dict[str, pl.DataFrame], on: date) -> pl.DataFrame:
    """Tasks in hand on a day with their hours."""
    begins = pl.coalesce("assigned_on", "requested_on")
    in_hand = frames["tasks"].filter(
        pl.col("officer_id").is_not_null()
        & (begins <= on)
        & (pl.col("delivered_on").is_null() | (pl.col("delivered_on") > on))
    )
    return in_hand.join(seed("task_weights").select("task_type", "weight"), on="task_type")


def capacity(frames: dict[str, pl.DataFrame], on: date) -> pl.DataFrame:
    """Contracts of a day with FTE and hours a month after grade and reductions."""
    reduced = (
        frames["staff_reductions"]
        .filter(running(on))
        .group_by("officer_id")
        .agg(pl.col("share").sum().clip(upper_bound=1.0).alias("reduced"))
    )
    grades = seed("capacity_grades").select("grade", pl.col("capacity_share").cast(pl.Float64))
    return (
        frames["staff_contracts"]
        .filter(running(on) & (pl.col("fte") <= 1))
        .join(reduced, on="officer_id", how="left")
        .join(grades, on="grade", how="left")
        .with_columns(
            (
                FULL_TIME_HOURS
                * pl.col("fte")
                * pl.col("capacity_share")
                * (1 - pl.col("reduced").fill_null(0))
            ).alias("hours")
        )
    )
