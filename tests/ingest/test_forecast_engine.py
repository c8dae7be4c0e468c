"""What the command hands to the methods and keeps of them: one line of the sample, really forecast."""

from datetime import date, timedelta
from functools import partial
from pathlib import Path

import duckdb
import polars as pl
import pytest

from ingest import forecast_engine
from ingest.errors import BadInputError
from ingest.forecast import forecast
from ingest.forecast_engine import forecast_of
from ingest.progress import Progress
from ingest.publication.forecasts_kept import Forecast
from tests.dashboards.conftest import changed_copy
from tests.forecasts_drawn import KEYS, months_of
from warehouse.current import published_file

LINE = "coordination"  # the smallest: methods are tried on every series of a line
QUIET = Progress(is_silent=True)
OTHERS_GONE = """
    delete from marts.fct_case_flow_months where supervision_type not in (
        select work_type from marts.dim_work_types where service_line = 'coordination'
    )
"""
AS_OF = date(2026, 6, 30)
STOPPED = "update marts.dim_offices set known_until_on = date '2026-04-01' where office_id = 'ANT'"


@pytest.fixture(scope="module")
def warehouse(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with the cases of one line, forecast by the command's own steps; the search left out."""
    home = changed_copy(
        sample_warehouse, tmp_path_factory.mktemp("line") / "warehouse", [OTHERS_GONE, STOPPED]
    )
    assert forecast(home, QUIET, partial(forecast_of, searched=False)).is_new
    return home


@pytest.fixture(scope="module")
def kept(warehouse: Path) -> Forecast:
    (folder,) = (warehouse / "forecasts").iterdir()
    return Forecast(
        *(pl.read_parquet(folder / f"{part}.parquet") for part in ("months", "errors", "origins"))
    )


def test_every_series_is_forecast_for_eighteen_months_and_adds_up(kept: Forecast) -> None:
    months = kept.months
    assert months["service_line"].unique().to_list() == [LINE]
    assert months.select(*KEYS, "month_start_on").is_duplicated().sum() == 0
    assert months["month_start_on"].min() == date(2026, 7, 1)
    counted = months.group_by(KEYS).agg(pl.len())
    assert counted["len"].unique().to_list() == [18]
    assert set(months["measure"]) == {"received_cases", "open_cases", "workload_units"}
    of_offices = (
        months.filter((pl.col("office_id") != "") & (pl.col("supervision_type") == ""))
        .group_by("measure", "month_start_on")
        .agg(pl.col("point").sum())
    )
    whole = months.filter((pl.col("office_id") == "") & (pl.col("supervision_type") == ""))
    both = whole.join(of_offices, on=["measure", "month_start_on"], suffix="_of_offices")
    assert both.height == 3 * 18
    others = both["point"] - both["point_of_offices"]
    assert others.min() > -1e-6 and others.max() > 0, "the office whose source stopped is in the whole alone"
    assert "ANT" not in months["office_id"].to_list() + kept.errors["office_id"].to_list()
    banded = months.drop_nulls(["low_80", "low_95"])
    assert banded.filter(
        (pl.col("low_95") > pl.col("low_80")) | (pl.col("high_80") > pl.col("high_95"))
    ).is_empty()


def test_what_came_is_what_the_marts_say_and_only_methods_used_are_kept(
    kept: Forecast, warehouse: Path
) -> None:
    by_hand = months_of(published_file(warehouse)).rename({"amount": "by_hand"})
    both = kept.origins.join(by_hand, on=[*KEYS, "month_start_on"], how="left")
    assert both.height > 1000
    assert (both["came"] - both["by_hand"].fill_null(0)).abs().max() < 1e-6
    assert (both["origin_month_start_on"] < both["month_start_on"]).all()
    used = kept.errors.filter("is_used").select(*KEYS, "horizon_months", "model")
    assert kept.origins.join(used, on=used.columns, how="anti").is_empty()
    assert kept.errors["model"].n_unique() > 4, "the rivals are kept with their errors"


def test_booked_is_the_mean_of_the_days_to_come_of_a_month(warehouse: Path) -> None:
    """Day by day, without SQL; and no forecast of an office is below it."""
    with duckdb.connect(str(published_file(warehouse)), read_only=True) as connection:
        booked = connection.execute(forecast_engine._BOOKED, {"line": LINE}).pl()
        weeks = connection.execute(
            """
            select area_id, week_start_on, case_units_avg from marts.fct_area_booked_weeks
            where service_line = $line and weight_scheme = 'fl_type_phase'
                and area_id in (select office_id from marts.dim_offices)
            """,
            {"line": LINE},
        ).fetchall()
        shown = connection.execute(
            "select office_id, month_start_on, point from marts.fct_forecast_months"
            " where measure = 'workload_units' and supervision_type = '' and office_id != ''"
        ).fetchall()
    sums: dict[tuple[str, date], float] = {}
    for office, monday, units in weeks:
        for day in (monday + timedelta(days=place) for place in range(7)):
            if day > AS_OF:
                key = (office, day.replace(day=1))
                sums[key] = sums.get(key, 0.0) + units
    by_hand = {
        (office, month): units / ((month + timedelta(days=32)).replace(day=1) - month).days
        for (office, month), units in sums.items()
    }
    found = {(office, month): units for office, month, units in booked.iter_rows()}
    assert found.keys() == by_hand.keys()
    assert all(found[key] == pytest.approx(by_hand[key]) for key in found)
    below = [
        (office, month) for office, month, point in shown if point < by_hand.get((office, month), 0) - 1e-6
    ]
    assert shown and below == []


def test_without_a_whole_month_it_is_refused(warehouse: Path, tmp_path: Path) -> None:
    short = changed_copy(
        warehouse,
        tmp_path / "short",
        ["update marts.dim_status set first_month_on = date '2026-07-01', as_of = date '2026-07-15'"],
    )
    with pytest.raises(BadInputError, match="nothing can be forecast"):
        forecast_of(published_file(short), QUIET, searched=False)
