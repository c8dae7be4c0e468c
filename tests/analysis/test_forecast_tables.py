"""The three frames: their columns, what adds up, and scores redone from forecasts beside what came."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from analysis.forecast import Past, Run, backtested, forecast, origins, run, run_years
from analysis.forecast.panel import later
from tests.analysis.forecast_drawn import CELLS, FIRST, MONTHS, drawn, past_of

HORIZONS, ORIGINS = 6, 12
CELL = ["office_id", "supervision_type"]
KEYS = [*CELL, "measure", "horizon_months"]
MEASURES = {"received_cases", "open_cases", "workload_units"}


@pytest.fixture(scope="module")
def past() -> Past:
    return past_of(drawn())


@pytest.fixture(scope="module")
def ran(past: Past) -> Run:
    return run(past, HORIZONS, ORIGINS, searched=False)


def test_a_forecast_has_a_row_per_office_kind_measure_and_month_ahead(past: Past, ran: Run):
    found = forecast(past, ran)
    assert found.columns == [
        *CELL,
        "measure",
        "month_start_on",
        "horizon_months",
        "model",
        "point",
        "low_80",
        "high_80",
        "low_95",
        "high_95",
    ]
    rows = len(CELLS) + 2 + 2 + 1
    assert found.height == rows * HORIZONS * len(MEASURES)
    assert found.null_count().sum_horizontal().item() == 0
    first = found.filter(pl.col("horizon_months") == 1)["month_start_on"].unique().to_list()
    assert first == [later(FIRST, MONTHS)]
    in_order = pl.col("low_95") <= pl.col("low_80"), pl.col("low_80") <= pl.col("point")
    upper = pl.col("point") <= pl.col("high_80"), pl.col("high_80") <= pl.col("high_95")
    assert found.select(pl.all_horizontal(*in_order, *upper, pl.col("low_95") >= 0).all()).item()


def test_points_of_offices_and_of_kinds_add_up_to_the_whole(past: Past, ran: Run):
    found = forecast(past, ran)
    whole = found.filter((pl.col("office_id") == "") & (pl.col("supervision_type") == ""))
    for only in (
        (pl.col("office_id") != "") & (pl.col("supervision_type") == ""),
        (pl.col("office_id") == "") & (pl.col("supervision_type") != ""),
        (pl.col("office_id") != "") & (pl.col("supervision_type") != ""),
    ):
        summed = found.filter(only).group_by("measure", "horizon_months").agg(pl.col("point").sum())
        both = summed.join(whole, on=["measure", "horizon_months"], validate="1:1")
        assert both["point"].to_list() == pytest.approx(both["point_right"].to_list(), abs=1e-9)


def test_scores_are_those_of_what_was_forecast_beside_what_came(past: Past, ran: Run):
    beside, scores = origins(past, ran), backtested(past, ran)
    assert scores.columns == [
        *CELL,
        "measure",
        "model",
        "horizon_months",
        "origins",
        "mase",
        "pinball",
        "coverage_80_pct",
        "coverage_95_pct",
        "is_used",
    ]
    # what came, month by month, from the frames that were given
    flow = past.flow.filter(pl.col("month_start_on") >= FIRST).select(
        *CELL, "month_start_on", value="open_cases_end"
    )
    whole = flow.group_by("month_start_on").agg(pl.col("value").sum())
    values = {month: float(value) for month, value in whole.iter_rows()}
    own = pl.col("office_id").eq("") & pl.col("supervision_type").eq("") & pl.col("measure").eq("open_cases")
    rows = beside.filter(own)
    assert (
        rows.height
        and rows.filter(pl.col("came") != pl.col("month_start_on").replace_strict(values)).is_empty()
    )

    def scale(origin: date) -> float:
        changes, month = [], later(FIRST, 12)
        while month <= origin:
            changes.append(abs(values[month] - values[later(month, -12)]))
            month = later(month, 1)
        return sum(changes) / len(changes)

    for (model, step), group in rows.group_by("model", "horizon_months"):
        assert group.height == ORIGINS
        missed = [
            abs(row["came"] - row["forecast"]) / scale(row["origin_month_start_on"])
            for row in group.iter_rows(named=True)
        ]
        told = scores.filter(own, pl.col("model") == model, pl.col("horizon_months") == step)
        assert told["mase"].item() == pytest.approx(sum(missed) / len(missed))
        assert told["origins"].item() == ORIGINS


def test_the_model_used_is_the_one_that_missed_least_over_all_levels(past: Past, ran: Run):
    level = (
        pl.when(pl.col("office_id").ne("") & pl.col("supervision_type").ne(""))
        .then(0)
        .when(pl.col("office_id").ne(""))
        .then(1)
        .when(pl.col("supervision_type").ne(""))
        .then(2)
        .otherwise(3)
    )
    scores = backtested(past, ran).with_columns(level=level)
    by_level = scores.group_by("measure", "horizon_months", "model", "level").agg(
        pl.col("mase").mean(), pl.col("is_used").all()
    )
    means = by_level.group_by("measure", "horizon_months", "model").agg(
        pl.col("mase").mean(), pl.col("is_used").all()
    )
    for _, group in means.group_by("measure", "horizon_months"):
        [used] = group.filter("is_used")["mase"].to_list()
        assert used == pytest.approx(group["mase"].min())
    told = forecast(past, ran).select("measure", "horizon_months", "model").unique()
    assert told.sort("measure", "horizon_months").equals(
        means.filter("is_used").select("measure", "horizon_months", "model").sort("measure", "horizon_months")
    )


def test_no_office_is_forecast_less_work_than_is_booked_there(past: Past, ran: Run):
    before = forecast(past, ran)
    months = sorted(before["month_start_on"].unique())
    booked = pl.DataFrame({"office_id": "ANT", "month_start_on": months[:2], "workload_units": [9999.0, 1.0]})
    after = forecast(replace(past, booked=booked), ran)
    units = after.filter(pl.col("measure") == "workload_units").join(before, on=KEYS, suffix="_before")
    office = units.filter((pl.col("office_id") == "ANT") & (pl.col("supervision_type") == ""))
    assert office["point"][0] == pytest.approx(9999) and office["high_80"][0] > 9999
    assert office["point"][1:].to_list() == office["point_before"][1:].to_list()
    whole = units.filter((pl.col("office_id") == "") & (pl.col("supervision_type") == ""))
    added = 9999 - office["point_before"][0]
    assert whole["point"][0] - whole["point_before"][0] == pytest.approx(added)


def test_a_month_that_has_not_ended_is_not_forecast_from(past: Past):
    middle = replace(past, as_of=past.as_of.replace(day=12))
    assert run(middle, 2, 3, searched=False).panel.months[-1] == later(FIRST, MONTHS - 2)


def test_a_month_twice_or_no_month_at_all_is_refused(past: Past):
    twice = replace(past, flow=pl.concat([past.flow, past.flow.head(1)]))
    with pytest.raises(ValueError, match="twice"):
        run(twice, searched=False)
    with pytest.raises(ValueError, match="no whole month"):
        run(replace(past, as_of=past.known_from), searched=False)


@pytest.mark.parametrize("months", [2, 7, 15])
def test_of_few_months_there_are_points_and_no_band_from_nothing(months: int):
    short = past_of(drawn(months=months), months)
    ran = run(short, searched=False)
    found = forecast(short, ran)
    assert found.filter(pl.col("point").is_null() | pl.col("point").is_nan()).is_empty()
    # eighteen months ahead nothing has come true yet
    assert found.filter(pl.col("horizon_months") == 18)["low_80"].null_count() == found.height / 18


def test_published_years_are_run_as_years():
    rows = pl.DataFrame(
        {
            "office_id": ["A"] * 12 + ["B"] * 12 + ["C"] * 3,
            "supervision_type": "",
            "period_start_on": [
                date(year, 12, 31) for year in (*range(2000, 2012), *range(2000, 2012), 2000, 2001, 2002)
            ],
            "open_cases_end": [float(100 + 9 * n) for n in range(12)] * 2 + [1.0, 2.0, 3.0],
        }
    )
    ran = run_years(rows, searched=False)
    assert ran.panel.cells["office_id"].to_list() == ["A", "B"]
    found = forecast(None, ran).filter((pl.col("office_id") == "") & (pl.col("supervision_type") == ""))
    assert found["horizon_months"].to_list() == [12, 24, 36, 48, 60]
    assert found["month_start_on"].to_list() == [date(year, 12, 1) for year in range(2012, 2017)]
    assert found["point"][4] > 2 * (100 + 9 * 11) * 1.1  # it grew by 9 a year in each
    with pytest.raises(ValueError, match="three years"):
        run_years(rows.tail(3).with_columns(period_start_on=pl.lit(date(2001, 12, 31))).head(1))
