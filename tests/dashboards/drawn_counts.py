"""Services drawn at random with few cases here and there: the marts of counts alone."""

from datetime import date, timedelta

import duckdb
import numpy as np
import polars as pl

LINES = ("offender_supervision", "victims")
MONTHS = [date(2024 + number // 12, number % 12 + 1, 1) for number in range(16)]
AS_OF = date(2025, 4, 30)
_MEANS = ("capacity_units_avg", "contract_fte_avg", "available_fte_avg")
_EMPTY = """
    create table published.marts.fct_open_cases (
        case_id varchar, office_id varchar, service_line varchar, weight_scheme varchar, weight_basis varchar,
        state varchar, is_to_close boolean, needs_cover boolean, clock_on date, days_waiting bigint,
        weight_units double, officer_shares varchar
    )
"""


def published(seed: int) -> duckdb.DuckDBPyConnection:
    """A connection to which the marts of a drawn service are attached as `published`."""
    chance = np.random.default_rng(seed)
    areas = _areas(chance)
    months = _with_sums(_offices(chance, areas), areas)
    connection = duckdb.connect(":memory:")
    connection.execute("attach ':memory:' as published")
    connection.execute("create schema published.marts")
    tables = {
        "dim_areas": areas,
        "dim_weight_schemes": pl.DataFrame({"weight_scheme": ["one"]}),
        "dim_status": _status(months),
        "fct_area_clearance_months": months.with_columns(supervision_type=pl.lit("")),
        "fct_area_line_months": _loads(months),
        "fct_area_line_weeks": _weeks(months),
        "fct_area_line_windows": _today(months),
        "fct_area_booked_weeks": _booked(chance, areas),
        "fct_area_open_cases": _open(months),
    }
    for name, rows in tables.items():
        connection.register("rows", rows.to_arrow())
        connection.execute(f"create table published.marts.{name} as from rows")
        connection.unregister("rows")
    connection.execute(_EMPTY)
    return connection


def _areas(chance: np.random.Generator) -> pl.DataFrame:
    """Some offices, of the service or of two or three regions."""
    regions = [f"R{number}" for number in range(chance.choice([0, 0, 2, 3]))]
    offices = [f"O{number}" for number in range(chance.integers(max(2, len(regions)), 9))]
    rows = [("service", "service", "")]
    rows += [(region, "region", "service") for region in regions]
    for number, office in enumerate(offices):
        own = regions[number] if number < len(regions) else None
        rows.append((office, "office", own or (str(chance.choice(regions)) if regions else "service")))
    return pl.DataFrame(rows, schema=["area_id", "area_kind", "parent_id"], orient="row").with_row_index(
        "position"
    )


def _offices(chance: np.random.Generator, areas: pl.DataFrame) -> pl.DataFrame:
    """Every office by line and month: who comes and leaves, and in which state the open cases are."""
    offices = areas.filter(area_kind="office")["area_id"].to_list()
    rows = []
    for line in LINES:
        sizes = {one: chance.choice([0, 3, 12, 60, 90, 300, 1500]) for one in offices}
        stocks = {office: int(chance.poisson(size)) for office, size in sizes.items()}
        shares = {office: chance.dirichlet([40, 3, 1, 0.5]) for office in offices}
        for month in MONTHS:
            moved = {office: [0, 0] for office in offices}
            for _ in range(chance.poisson(1)):
                place, other = chance.choice(offices, 2, replace=False)
                if stocks[place] > moved[place][1]:
                    moved[place][1] += 1
                    moved[other][0] += 1
            for office, size in sizes.items():
                received = int(chance.poisson(size / 6))
                came, left = moved[office]
                ended = int(min(chance.poisson(size / 6), max(0, stocks[office] + received + came - left)))
                stocks[office] += received + came - left - ended
                split = chance.multinomial(stocks[office], shares[office])
                started = int(min(chance.poisson(size / 6), received + 5))
                counts = [received, started, ended, came, left, stocks[office], *map(int, split)]
                rows.append((office, line, month, *counts))
    names = [
        "received_cases",
        "started_cases",
        "ended_cases",
        "transferred_in_cases",
        "transferred_out_cases",
    ]
    states = ["open_cases_end", "active_cases_end", "waiting", "uncovered", "to_close"]
    return pl.DataFrame(
        rows, schema=["area_id", "service_line", "month_start_on", *names, *states], orient="row"
    )


def _with_sums(offices: pl.DataFrame, areas: pl.DataFrame) -> pl.DataFrame:
    """The same with regions and the service, in the columns of the mart."""
    parents = dict(areas.select("area_id", "parent_id").iter_rows())
    kinds = dict(areas.select("area_id", "area_kind").iter_rows())
    levels = [offices]
    for _ in range(2):
        above = levels[-1].with_columns(pl.col("area_id").replace_strict(parents))
        above = above.filter(pl.col("area_id") != "")
        levels.append(above.group_by("area_id", "service_line", "month_start_on").agg(pl.exclude("_").sum()))
    found = pl.concat(levels).group_by("area_id", "service_line", "month_start_on").agg(pl.all().max())
    found = found.sort("area_id", "service_line", "month_start_on")
    groups = ["area_id", "service_line"]
    return found.with_columns(
        area_kind=pl.col("area_id").replace_strict(kinds),
        waiting_cases_end=pl.col("waiting") + pl.col("to_close"),
        waiting_to_close_cases_end="to_close",
        uncovered_cases_end="uncovered",
        uncovered_to_close_cases_end=pl.lit(0),
        received_cases_12_months=pl.col("received_cases").rolling_sum(12, min_samples=1).over(groups),
        clearance_pct=100 * pl.col("ended_cases") / pl.col("received_cases"),
    ).drop("waiting", "uncovered", "to_close")


def _status(months: pl.DataFrame) -> pl.DataFrame:
    last = months.filter(pl.col("month_start_on") == MONTHS[-1], pl.col("area_id") == "service")
    return pl.DataFrame(
        {
            "as_of": [AS_OF],
            "first_month_on": [MONTHS[0]],
            "default_weight_scheme": ["one"],
            "open_cases": [last["open_cases_end"].sum()],
            "has_contracts": [True],
        }
    )


def _means(rows: pl.DataFrame) -> pl.DataFrame:
    """Amounts of the cases that officers carry, which are as many all the time."""
    carried = pl.col("active_cases_avg")
    return rows.with_columns(
        pl.lit("").alias("part_id"),
        pl.lit("one").alias("weight_scheme"),
        carried.alias("workload_units_avg"),
        *(pl.lit(100.0).alias(name) for name in _MEANS),
        workload_pct=carried,
    )


def _loads(months: pl.DataFrame) -> pl.DataFrame:
    return _means(
        months.select(
            "area_id",
            "service_line",
            "month_start_on",
            active_cases_avg=pl.col("active_cases_end").cast(pl.Float64),
        )
    )


def _weeks(months: pl.DataFrame) -> pl.DataFrame:
    return _loads(months.tail(0)).rename({"month_start_on": "week_start_on"})


def _today(months: pl.DataFrame) -> pl.DataFrame:
    rows = _loads(months.filter(pl.col("month_start_on") == MONTHS[-1])).drop("month_start_on")
    return rows.with_columns(
        time_window=pl.lit("today"), window_start_on=pl.lit(AS_OF), window_end_on=pl.lit(AS_OF)
    )


def _booked(chance: np.random.Generator, areas: pl.DataFrame) -> pl.DataFrame:
    return pl.DataFrame(
        [
            (area, line, "one", AS_OF + timedelta(7 * week + 5), 60.0, 60.0, 0.0, int(chance.poisson(3)))
            for area in areas["area_id"]
            for line in LINES
            for week in range(3)
        ],
        schema=[
            "area_id",
            "service_line",
            "weight_scheme",
            "week_start_on",
            "active_cases_avg",
            "case_units_avg",
            "task_units_avg",
            "ending_cases",
        ],
        orient="row",
    )


def _open(months: pl.DataFrame) -> pl.DataFrame:
    last = months.filter(pl.col("month_start_on") == MONTHS[-1])
    zeros = ("unweighed", "unable", "carried_past_end", "carried_without_end")
    return last.select(
        "area_id",
        "service_line",
        part_id=pl.lit(""),
        weight_scheme=pl.lit("one"),
        open_cases="open_cases_end",
        active_cases="active_cases_end",
        waiting_cases="waiting_cases_end",
        uncovered_cases="uncovered_cases_end",
        waiting_to_close_cases="waiting_to_close_cases_end",
        uncovered_to_close_cases="uncovered_to_close_cases_end",
        **{f"{name}_cases": pl.lit(0) for name in zeros},
    )
