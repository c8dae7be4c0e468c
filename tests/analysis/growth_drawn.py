"""Small services drawn at random for the split of growth, with cells that are missing, empty or new."""

from random import Random

import polars as pl

from analysis.growth import Months
from tests.analysis.growth_by_orders import Rows
from tests.reference.days import Day

BEFORE, AFTER = Day(2020, 6, 1), Day(2026, 6, 1)
OFFICES, LINES, KINDS = ("A", "B"), ("offenders", "victims"), ("probation", "penalty")
BANDS, RISKS, PHASES = ((0, 3), (3, 12), (12, 24), (24, None)), ("low", "high"), ("start", "later")
# In the month before, the twelve months up to it are known: two of the bands.
KNOWN_FROM, KNOWN_MONTHS = Day(2019, 7, 1), 12
AREAS = pl.DataFrame(
    {
        "area_id": ["service", "service", *OFFICES],
        "office_id": [*OFFICES, *OFFICES],
    }
)
PAIRS = pl.DataFrame({"before_on": [BEFORE], "after_on": [AFTER]})


def frames_drawn(random: Random, months: tuple[Day, ...] = (BEFORE, AFTER)) -> dict[str, Rows]:
    """Rows of a service by frame; an office, a line, a kind or a cell may be missing in a month."""
    frames: dict[str, Rows] = {"cohorts": [], "mix": [], "tasks": [], "staff": []}
    for month in months:
        for office in OFFICES:
            for line in LINES:
                place = {"office_id": office, "service_line": line, "month_start_on": month}
                if random.random() < 0.85:
                    _office_drawn(random, place, frames)
    return frames


def _office_drawn(random: Random, place: dict, frames: dict[str, Rows]) -> None:
    for kind in KINDS:
        if random.random() < 0.85:
            cell = place | {"supervision_type": kind}
            cohorts = _cohorts_drawn(random, cell)
            frames["cohorts"] += cohorts
            frames["mix"] += _mix_drawn(random, cell, sum(row["open_cases_avg"] for row in cohorts))
    for task in ("report", "visit"):
        if random.random() < 0.6:
            frames["tasks"].append(place | {"work_type": task} | _units_drawn(random, random.randint(0, 5)))
    contract = random.choice((0.0, 1.0, 2.5, 6.0))
    available = contract * random.choice((0.0, 0.5, 0.9, 1.0))
    frames["staff"].append(
        place
        | {"contract_fte_avg": contract, "available_fte_avg": available}
        | {"capacity_units_avg": available * random.choice((21.0, 84.0, 105.0))}
    )


def _cohorts_drawn(random: Random, cell: dict) -> Rows:
    rows = []
    for from_months, to_months in BANDS:
        received = random.randint(0, 6)
        still = random.randint(0, received)
        moved = random.randint(-min(1, still), 2)
        rows.append(
            cell
            | {"age_from_months": from_months, "age_to_months": to_months, "received_cases": received}
            | {"still_open_cases_end": still, "open_cases_end": still + moved}
            | {"still_open_cases_avg": still * 0.75, "open_cases_avg": (still + moved) * 0.75}
        )
    return [row for row in rows if random.random() < 0.9]


def _mix_drawn(random: Random, cell: dict, is_open: float) -> Rows:
    """Carried cases by risk and phase; together no more than are open."""
    rows = []
    for risk in RISKS:
        for phase in PHASES:
            active = is_open * random.choice((0.0, 0.1, 0.2, 0.25))
            if active:
                mixed = {"risk_level": risk, "phase": phase, "active_cases_avg": active}
                rows.append(cell | mixed | _units_drawn(random, active))
    return rows


def _units_drawn(random: Random, cases: float) -> dict:
    today = cases * random.choice((0.0, 1.0, 1.4, 2.52))
    return {
        "workload_units_avg": today * random.choice((1.0, 1.0, 1.2)) or cases * random.choice((0.0, 2.0)),
        "workload_units_now_avg": today,
    }


UNITS = ("workload_units_avg", "workload_units_now_avg")
AGES = ("age_from_months", "age_to_months")
STOCKS = ("still_open_cases_end", "still_open_cases_avg", "open_cases_end", "open_cases_avg")
SCHEMA = {
    "cohorts": ("supervision_type", *AGES, "received_cases", *STOCKS),
    "mix": ("supervision_type", "risk_level", "phase", "active_cases_avg", *UNITS),
    "tasks": ("work_type", *UNITS),
    "staff": ("contract_fte_avg", "available_fte_avg", "capacity_units_avg"),
}
TEXTS = ("office_id", "service_line", "supervision_type", "risk_level", "phase", "work_type")


def as_months(frames: dict[str, Rows]) -> Months:
    """The rows as frames of the marts."""
    return Months(
        **{name: _frame(rows, SCHEMA[name]) for name, rows in frames.items()}, known_from=KNOWN_FROM
    )


def _frame(rows: Rows, columns: tuple[str, ...]) -> pl.DataFrame:
    types = {column: pl.String if column in TEXTS else pl.Float64 for column in columns}
    types |= {column: pl.Int32 for column in columns if column in AGES}
    keys = {"office_id": pl.String, "service_line": pl.String, "month_start_on": pl.Date}
    return pl.DataFrame(rows, schema=keys | types)
