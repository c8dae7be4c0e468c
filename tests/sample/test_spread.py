"""Officers of like kind in one office carry alike: most within a fifth of the mean, some far from it."""

from datetime import date

import polars as pl
import pytest
from sample_snapshot import capacity, running, task_hours, weighted_cases

from ingest.sample.parameters import CARRY_WITHIN_A_FIFTH, CARRY_WITHIN_TWO_FIFTHS, NOBODY_BEYOND

DAYS = tuple(date(year, month, 15) for year in (2021, 2023, 2025) for month in (3, 10))
LINE = "offender_supervision"
TRAINED = ("officer", "senior_officer")
HALF_TIME_HOURS = 52.5


def against_the_office(frames, on: date) -> pl.DataFrame:
    """Trained officers of a day, half-time or more, with their load over that of their office."""
    whole = weighted_cases(frames, on).select(
        "case_id", hours=pl.col("weight").cast(pl.Float64) * pl.col("factor").cast(pl.Float64)
    )
    carried = (
        frames["case_assignments"]
        .filter(running(on) & (pl.col("share") <= 1))
        .join(whole, on="case_id")
        .select("officer_id", work=pl.col("hours") * pl.col("share"))
    )
    tasks = task_hours(frames, on).select("officer_id", work=pl.col("weight").cast(pl.Float64))
    work = pl.concat([carried, tasks]).group_by("officer_id").agg(pl.col("work").sum())
    like = ("office_id", "service_line")
    return (
        capacity(frames, on)
        .filter(pl.len().over("officer_id") == 1)  # a split role is work in two offices
        .join(work, on="officer_id", how="left")
        .with_columns(pl.col("work").fill_null(0))
        .filter(
            (pl.col("service_line") == LINE)
            & pl.col("grade").is_in(TRAINED)
            & (pl.col("hours") >= HALF_TIME_HOURS)
        )
        .with_columns(
            load=pl.col("work") / pl.col("hours"),
            mean=pl.col("work").sum().over(like) / pl.col("hours").sum().over(like),
        )
        .with_columns(relative=pl.col("load") / pl.col("mean"))
    )


@pytest.fixture(scope="module")
def relative(full) -> dict[date, pl.Series]:
    return {on: against_the_office(full, on)["relative"] for on in DAYS}


def test_most_carry_within_a_fifth_of_their_office(relative):
    for on, part in relative.items():
        assert part.len() > 250
        assert ((part - 1).abs() <= 0.2).mean() >= CARRY_WITHIN_A_FIFTH, on


def test_few_stand_far_out_and_nobody_out_of_sight(relative):
    for on, part in relative.items():
        assert ((part - 1).abs() <= 0.4).mean() >= CARRY_WITHIN_TWO_FIFTHS, on
        assert part.max() < NOBODY_BEYOND, on


def test_some_stand_out_all_the_same(relative):
    for on, part in relative.items():
        assert ((part - 1).abs() > 0.2).mean() > 0.05, on
