"""What forecasts ask of the marts: the same cases by flow and by age, and the work that pages show."""

from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from analysis.forecast import Past
from analysis.forecast.panel import panel_of
from analysis.forecast.run import ages_of
from dashboards import queries
from dashboards.queries import past_months
from dashboards.reader import Reader
from warehouse.current import published_file

SCHEME = "fl_type_phase"


@pytest.fixture(scope="module")
def reader(warehouse_large: Path) -> Reader:
    return Reader(str(published_file(warehouse_large)))


@pytest.fixture(scope="module")
def past(reader: Reader) -> Past:
    status = queries.status(reader)
    return Past(
        past_months.flow(reader),
        status.as_of,
        status.first_month_on,
        past_months.cohorts(reader),
        past_months.work(reader, SCHEME),
        past_months.booked(reader, SCHEME),
    )


def test_open_cases_by_age_are_those_of_the_flow(past: Past):
    panel = panel_of(past.flow, past.as_of, past.known_from)
    open_end = panel.filled(past.flow, "open_cases_end")
    assert open_end.sum() > 1000
    assert ages_of(past, panel).open_end.sum(axis=2) == pytest.approx(open_end, abs=1e-6)


def test_each_month_opens_with_what_the_month_before_left(past: Past):
    whole = past.flow.group_by("month_start_on").agg(pl.exclude("office_id", "supervision_type").sum())
    rows = whole.sort("month_start_on")
    received, ended, open_end = (
        rows[name].to_numpy() for name in ("received_cases", "ended_cases", "open_cases_end")
    )
    # moves between offices cancel in the whole
    assert np.array_equal(open_end[1:], open_end[:-1] + received[1:] - ended[1:])


def test_work_is_that_of_mandates_and_what_is_booked_begins_where_it_ends(past: Past):
    assert not past.work.select("office_id", "supervision_type", "month_start_on").is_duplicated().any()
    assert set(past.work["supervision_type"]) <= set(past.flow["supervision_type"])
    last = past.as_of.replace(day=1)
    now = past.work.filter(pl.col("month_start_on") == last)["workload_units"].sum()
    booked = past.booked.group_by("month_start_on").agg(pl.col("workload_units").sum()).sort("month_start_on")
    months: list[date] = booked["month_start_on"].to_list()
    assert months[-1] > past.as_of and all(month.day == 1 for month in months)
    first = booked.filter(pl.col("month_start_on") > past.as_of)["workload_units"]
    assert 0 < first[-1] < first[0] < 1.1 * now


def test_published_open_cases_are_one_per_office_and_day(reader: Reader):
    rows = past_months.published(reader)
    assert rows.columns == ["office_id", "supervision_type", "period_start_on", "open_cases_end"]
    assert not rows.select("office_id", "period_start_on").is_duplicated().any()
