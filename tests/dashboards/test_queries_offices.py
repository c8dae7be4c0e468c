"""The questions of Offices give what the marts hold, and ratios of sums for a whole service line."""

from datetime import date

import polars as pl
import pytest

from dashboards import database, queries
from dashboards.queries import offices
from dashboards.reader import Reader
from dashboards.totals import TOTAL
from tests.dashboards.viewing import choice_of

# The offices of the small sample have few people: the figures are looked at, not what is hidden of them.
pytestmark = pytest.mark.usefixtures("nobody_is_few")

LINE, SCHEME = "offender_supervision", "fl_type_phase"


def _first_ended(asking: Reader) -> date:
    return database.frame(
        asking, "select min(month_start_on) as first_on from fct_case_flow_months where ended_cases > 0"
    )["first_on"][0]


def test_a_month_of_an_office_is_the_row_of_the_mart(asking: Reader) -> None:
    months = offices.line_months(asking, choice_of()).filter(pl.col("part_id") != TOTAL)
    mart = database.frame(
        asking,
        "select * from fct_office_line_months where service_line = $line and weight_scheme = $scheme",
        line=LINE,
        scheme=SCHEME,
    ).filter(pl.col("month_start_on") >= _first_ended(asking))
    joined = months.join(
        mart,
        left_on=["part_id", "month_start_on"],
        right_on=["office_id", "month_start_on"],
        suffix="_of_mart",
    )
    assert joined.height == months.height == mart.height > 100
    assert (joined["workload_units_avg"] - joined["workload_units_avg_of_mart"]).abs().max() == pytest.approx(
        0
    )
    assert (joined["workload_pct"] - joined["workload_pct_of_mart"]).abs().max() == pytest.approx(0, abs=1e-6)


def test_months_without_an_ended_case_before_them_are_left_out(asking: Reader) -> None:
    assert offices.line_months(asking, choice_of())["month_start_on"].min() == _first_ended(asking)


def test_the_whole_line_is_a_ratio_of_sums_and_no_mean_of_percentages(asking: Reader) -> None:
    months = offices.line_months(asking, choice_of())
    latest = months.filter(pl.col("month_start_on") == months["month_start_on"].max())
    parts = latest.filter(pl.col("part_id") != TOTAL)
    whole = latest.filter(pl.col("part_id") == TOTAL).row(0, named=True)
    ratio = 100 * parts["workload_units_avg"].sum() / parts["capacity_units_avg"].sum()
    assert whole["workload_pct"] == pytest.approx(ratio)
    assert whole["workload_pct"] != pytest.approx(parts["workload_pct"].mean(), abs=1e-3)


def test_windows_hold_every_scheme_office_and_window_once(asking: Reader) -> None:
    windows = offices.line_windows(asking, choice_of())
    keys = ["part_id", "weight_scheme", "time_window"]
    assert not windows.select(keys).is_duplicated().any()
    assert set(windows["weight_scheme"]) == {row["id"] for row in queries.choices(asking, "weight_scheme")}
    today = windows.filter((pl.col("time_window") == "today") & (pl.col("part_id") == TOTAL))
    assert set(today["window_start_on"]) == set(today["window_end_on"]) == {queries.status(asking).as_of}


def test_kinds_of_work_are_three_and_the_rest_and_lose_nothing(asking: Reader) -> None:
    kinds = offices.office_work_months(asking, choice_of("ANT"))
    assert kinds["rank"].unique().sort().to_list() == [1, 2, 3, 4]
    assert kinds.filter(pl.col("rank") == 4)["work_type"].unique().to_list() == [""]
    by_month = kinds.group_by("month_start_on").agg(units=pl.col("workload_units_avg").sum())
    antwerp = offices.line_months(asking, choice_of()).filter(pl.col("part_id") == "ANT")
    joined = antwerp.join(by_month, on="month_start_on")
    assert joined.height == by_month.height > 12
    assert (joined["workload_units_avg"] - joined["units"]).abs().max() < 1e-6


def test_kinds_of_work_stand_by_their_weight_in_the_latest_year(asking: Reader) -> None:
    kinds = offices.office_work_months(asking, choice_of("ANT"))
    latest = kinds["month_start_on"].max()
    year = kinds.filter(pl.col("month_start_on") > latest.replace(year=latest.year - 1))
    sums = dict(year.group_by("rank").agg(pl.col("workload_units_avg").sum()).iter_rows())
    assert sums[1] >= sums[2] >= sums[3] > 0


def test_published_series_are_of_the_latest_edition_only(asking: Reader) -> None:
    mart = database.frame(
        asking,
        "select count(*) as n from fct_published_against_computed where is_latest_edition",
    )
    assert offices.published_figures(asking).height == mart["n"][0]


def test_events_are_dated_and_in_order(asking: Reader) -> None:
    days = [event["happened_on"] for event in queries.events(asking, SCHEME)]
    assert days and None not in days and days == sorted(days)
