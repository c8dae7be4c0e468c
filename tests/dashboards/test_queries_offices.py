"""The questions of Offices give what the marts hold, and ratios of sums for a whole service line."""

from datetime import date

import polars as pl
import pytest

from dashboards import queries, warehouse
from dashboards.queries import SERVICE
from dashboards.queries import offices as asked

LINE, SCHEME = "offender_supervision", "fl_type_phase"
pytestmark = pytest.mark.usefixtures("sample_shown")


def _first_ended() -> date:
    return warehouse.frame(
        "select min(month_start_on) as first_on from fct_case_flow_months where ended_cases > 0"
    )["first_on"][0]


def test_a_month_of_an_office_is_the_row_of_the_mart() -> None:
    months = asked.line_months(SERVICE, LINE, SCHEME).filter(pl.col("office_id") != asked.WHOLE)
    mart = warehouse.frame(
        "select * from fct_office_line_months where service_line = $line and weight_scheme = $scheme",
        line=LINE,
        scheme=SCHEME,
    ).filter(pl.col("month_start_on") >= _first_ended())
    joined = months.join(mart, on=["office_id", "month_start_on"], suffix="_of_mart")
    assert joined.height == months.height == mart.height > 100
    assert (joined["workload_units_avg"] - joined["workload_units_avg_of_mart"]).abs().max() == pytest.approx(
        0
    )
    assert (joined["workload_pct"] - joined["workload_pct_of_mart"]).abs().max() == pytest.approx(0, abs=1e-6)


def test_months_without_an_ended_case_before_them_are_left_out() -> None:
    assert asked.line_months(SERVICE, LINE, SCHEME)["month_start_on"].min() == _first_ended()


def test_the_whole_line_is_a_ratio_of_sums_and_no_mean_of_percentages() -> None:
    months = asked.line_months(SERVICE, LINE, SCHEME)
    latest = months.filter(pl.col("month_start_on") == months["month_start_on"].max())
    parts = latest.filter(pl.col("office_id") != asked.WHOLE)
    whole = latest.filter(pl.col("office_id") == asked.WHOLE).row(0, named=True)
    ratio = 100 * parts["workload_units_avg"].sum() / parts["capacity_units_avg"].sum()
    assert whole["workload_pct"] == pytest.approx(ratio)
    assert whole["workload_pct"] != pytest.approx(parts["workload_pct"].mean(), abs=1e-3)


def test_windows_hold_every_scheme_office_and_window_once() -> None:
    windows = asked.line_windows(SERVICE, LINE)
    keys = ["office_id", "weight_scheme", "time_window"]
    assert not windows.select(keys).is_duplicated().any()
    assert set(windows["weight_scheme"]) == {row["id"] for row in queries.choices("weight_scheme")}
    today = windows.filter((pl.col("time_window") == "today") & (pl.col("office_id") == asked.WHOLE))
    assert set(today["window_start_on"]) == set(today["window_end_on"]) == {queries.status()["as_of"]}


def test_kinds_of_work_are_three_and_the_rest_and_lose_nothing() -> None:
    kinds = asked.office_work_months("ANT", LINE, SCHEME)
    assert kinds["place"].unique().sort().to_list() == [1, 2, 3, 4]
    assert kinds.filter(pl.col("place") == 4)["work_type"].unique().to_list() == [""]
    by_month = kinds.group_by("month_start_on").agg(units=pl.col("workload_units_avg").sum())
    office = asked.line_months(SERVICE, LINE, SCHEME).filter(pl.col("office_id") == "ANT")
    joined = office.join(by_month, on="month_start_on")
    assert joined.height == by_month.height > 12
    assert (joined["workload_units_avg"] - joined["units"]).abs().max() < 1e-6


def test_kinds_of_work_stand_by_their_weight_in_the_latest_year() -> None:
    kinds = asked.office_work_months("ANT", LINE, SCHEME)
    latest = kinds["month_start_on"].max()
    year = kinds.filter(pl.col("month_start_on") > latest.replace(year=latest.year - 1))
    sums = dict(year.group_by("place").agg(pl.col("workload_units_avg").sum()).iter_rows())
    assert sums[1] >= sums[2] >= sums[3] > 0


def test_published_series_are_of_offices_and_of_the_latest_edition_only() -> None:
    mart = warehouse.frame(
        "select count(*) as n from fct_published_against_computed where is_latest_edition and office_id != ''"
    )
    assert asked.published_figures().height == mart["n"][0]


def test_events_are_dated_and_in_order() -> None:
    days = [event["happened_on"] for event in queries.events(SCHEME)]
    assert days and None not in days and days == sorted(days)
