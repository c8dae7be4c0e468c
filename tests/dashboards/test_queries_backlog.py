"""The questions of Backlog: sums of the marts, weeks without rows, and the pace of the list."""

from datetime import date, timedelta
from pathlib import Path

import duckdb
import polars as pl
import pytest

from dashboards import WAREHOUSE_VARIABLE, queries
from dashboards.choice import SERVICE
from dashboards.queries import backlog as asked
from dashboards.totals import TOTAL
from tests.dashboards.viewing import choice_of, published_reader

LINE, SCHEME = "offender_supervision", "fl_type_phase"
EVERY = 10**6


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A warehouse of the named marts' rows only, of offices A and B: `small(weeks, flow)`."""

    def made(weeks: list[tuple], flow: list[tuple]) -> None:
        folder = tmp_path / "small"
        folder.mkdir()
        with duckdb.connect(str(folder / "warehouse-small.duckdb")) as connection:
            connection.execute("create schema marts")
            connection.execute(
                "create table marts.dim_work_types as select 'probation' as work_type, $1 as service_line",
                [LINE],
            )
            connection.execute(
                "create table marts.fct_area_pace_weeks (area_id text, service_line text, "
                "supervision_type text, week_start_on date, counted_on date, waiting_cases bigint, "
                "uncovered_cases bigint, net_left_cases bigint, weeks_to_clear double, "
                "waiting_to_close_cases bigint, uncovered_to_close_cases bigint)"
            )
            connection.execute(
                "create table marts.fct_area_clearance_months (area_id text, service_line text, "
                "supervision_type text, month_start_on date, "
                "received_cases bigint, started_cases bigint, ended_cases bigint, "
                "in_cases bigint, out_cases bigint, open_cases_end bigint, clearance_pct double, "
                "received_cases_12_months bigint, started_cases_12_months bigint, "
                "ended_cases_12_months bigint, clearance_12_months_pct double, active_cases_end bigint, "
                "waiting_cases_end bigint, waiting_to_close_cases_end bigint)"
            )
            connection.execute(
                "create table marts.dim_status as select $1::date as first_month_on, $2::date as as_of",
                [
                    min((row[1] for row in flow if row[4]), default=None),
                    max((row[1] for row in weeks), default=MONDAY) + timedelta(days=6),
                ],
            )
            for row in _areas(weeks):
                connection.execute(
                    "insert into marts.fct_area_pace_weeks "
                    "values ($1, $2, '', $3, $4, $5, $6, null, null, 0, 0)",
                    [row[0], LINE, row[1], row[1] + timedelta(days=6), row[2], row[3]],
                )
            for row in _areas(flow):
                connection.execute(
                    "insert into marts.fct_area_clearance_months "
                    "values ($1, $2, '', $3, $4, $5, $6, 0, 0, 0, null, 0, 0, 0, null, 0, 0, 0)",
                    [row[0], LINE, *row[1:5]],
                )
        (folder / "current").write_text("warehouse-small.duckdb", encoding="utf-8")
        monkeypatch.setenv(WAREHOUSE_VARIABLE, str(folder))

    return made


def _areas(offices: list[tuple]) -> list[tuple]:
    """The rows of offices, each again as a row of the whole service: these questions add them up."""
    return [*offices, *((SERVICE, *row[1:]) for row in offices)]


MONDAY = date(2026, 1, 5)
WEEK = timedelta(days=7)
ENDED = ("A", date(2026, 1, 1), 5, 5, 5, 0, 0)


def test_a_week_without_a_row_is_a_week_in_which_nothing_waited(small) -> None:
    small([("A", MONDAY, 4, 1), ("A", MONDAY + 2 * WEEK, 6, 0)], [ENDED])
    weeks = asked.backlog_weeks(published_reader(), choice_of())
    assert weeks["waiting_cases"].to_list() == [4, 0, 6]
    assert weeks["uncovered_cases"].to_list() == [1, 0, 0]
    assert weeks["counted_on"].to_list() == [MONDAY + timedelta(days=6) + place * WEEK for place in range(3)]


def test_an_office_without_any_waiting_case_is_empty_and_not_a_row_of_zeros(small) -> None:
    small([("A", MONDAY, 4, 1)], [ENDED])
    assert asked.backlog_weeks(published_reader(), choice_of("B")).is_empty()


def test_months_before_the_first_ended_case_are_left_out(small) -> None:
    small([], [("A", date(2025, 12, 1), 9, 9, 0, 0, 0), ENDED, ("A", date(2026, 2, 1), 1, 1, 0, 0, 0)])
    months = asked.flow_months(published_reader(), choice_of())["month_start_on"].to_list()
    assert months == [date(2026, 1, 1), date(2026, 2, 1)]


def _parts(now: pl.DataFrame) -> pl.DataFrame:
    """The rows of one office and one kind of mandate, without the totals."""
    return now.filter((pl.col("part_id") != TOTAL) & (pl.col("supervision_type") != TOTAL))


def _whole(now: pl.DataFrame) -> dict:
    (row,) = now.filter((pl.col("part_id") == TOTAL) & (pl.col("supervision_type") == TOTAL)).to_dicts()
    return row


def test_now_is_the_last_day_and_agrees_with_the_open_cases(sample_shown) -> None:
    now = asked.backlog_now(published_reader(), choice_of())
    cases = asked.waiting_cases(published_reader(), choice_of(), EVERY)
    for state in ("waiting", "uncovered"):
        counted = (cases["state"] == state).sum()
        assert _parts(now)[f"{state}_cases"].sum() == _whole(now)[f"{state}_cases"] == counted
    assert cases.height > 0 and _parts(now)["to_close_cases"].sum() == _whole(now)["to_close_cases"] > 0


def test_last_week_sums_the_offices_and_kinds_of_now(sample_shown) -> None:
    now = _parts(asked.backlog_now(published_reader(), choice_of()))
    last = asked.backlog_weeks(published_reader(), choice_of()).row(-1, named=True)
    assert last["counted_on"] == queries.status(published_reader()).as_of
    assert last["waiting_cases"] == now["waiting_cases"].sum()
    office = now["part_id"][0]
    own = asked.backlog_weeks(published_reader(), choice_of(office)).row(-1, named=True)
    assert own["waiting_cases"] == now.filter(pl.col("part_id") == office)["waiting_cases"].sum()


def test_longest_without_an_officer_stand_first_and_percentiles_are_of_the_waiting(sample_shown) -> None:
    cases = asked.waiting_cases(published_reader(), choice_of(), EVERY)
    assert cases["days"].is_sorted(descending=True) and not cases["case_id"].is_duplicated().any()
    days = cases.filter(pl.col("state") == "waiting")["days"]
    whole = _whole(asked.backlog_now(published_reader(), choice_of()))
    assert whole["wait_days_p50"] == pytest.approx(days.quantile(0.5, "linear"))
    assert whole["wait_days_p90"] == pytest.approx(days.quantile(0.9, "linear"))
    assert whole["wait_days_max"] == days.max()
    few = asked.waiting_cases(published_reader(), choice_of(), 3)
    assert few["case_id"].to_list() == cases["case_id"].to_list()[:3]


def test_every_waiting_case_stands_in_one_band_of_days(sample_shown) -> None:
    cases = asked.waiting_cases(published_reader(), choice_of(), EVERY)
    days = cases.filter(pl.col("state") == "waiting")["days"].to_list()
    bands = asked.wait_bands(published_reader(), choice_of())
    assert bands["waiting_cases"].sum() == len(days) > 0
    for start, end, count in bands.iter_rows():
        last = end if end is not None else max(days)
        assert count == sum(start <= waited <= last for waited in days)
    assert bands["from_days"].to_list() == [0, *(end + 1 for end in bands["to_days"].drop_nulls())]
    assert bands["to_days"][-1] is None, "the last band is open"


def test_open_cases_move_by_what_flows(sample_shown) -> None:
    months = asked.flow_months(published_reader(), choice_of())
    moved = months["in_cases"] - months["out_cases"]
    assert months["open_cases_end"].diff().drop_nulls().to_list() == moved[1:].to_list()


def test_no_person_leaves_the_database(sample_shown) -> None:
    for frame in (
        asked.waiting_cases(published_reader(), choice_of(), EVERY),
        asked.backlog_now(published_reader(), choice_of()),
    ):
        assert not {"person_id", "household_id", "officer_id"} & set(frame.columns)
