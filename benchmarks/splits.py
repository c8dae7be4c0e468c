"""How long the split of growth takes, beside the mean over every order that tests use, and its marts."""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import polars as pl

from analysis.growth import MEASURES, Months, factors_of, growth_split, growth_splits
from benchmarks.delivering import building, drawing
from benchmarks.document import paragraph, table
from tests.analysis.growth_by_orders import Office, by_office, mean_over_all_sets
from warehouse.current import published_file

BASE_YEAR = 2020
# One office and line for the slow way: of victims there is one kind of mandate, so it has least to add up.
OFFICE, LINE = "GEN", "victims"
_FRAMES = {
    "cohorts": """
        select m.*, service_line from marts.fct_cohort_months as m
        inner join marts.dim_work_types on work_type = supervision_type where {only}
    """,
    "mix": """
        select office_id, service_line, supervision_type, risk_level, phase, month_start_on,
            sum(active_cases_avg) as active_cases_avg,
            sum(workload_units_avg) as workload_units_avg,
            sum(coalesce(workload_units_now_avg, workload_units_avg)) as workload_units_now_avg
        from marts.fct_case_mix_months
        inner join marts.dim_work_types on work_type = supervision_type
        where {only} and weight_scheme = 'fl_type_phase'
        group by all
    """,
    "tasks": """
        select m.* replace (coalesce(workload_units_now_avg, workload_units_avg) as workload_units_now_avg),
            service_line
        from marts.fct_office_work_months as m inner join marts.dim_work_types using (work_type)
        where {only} and kind = 'task' and weight_scheme = 'fl_type_phase'
    """,
    "staff": """
        select * from marts.fct_office_line_months where {only} and weight_scheme = 'fl_type_phase'
    """,
}


def measured(home: Path) -> str:
    """Draw and build the sample, then split it."""
    drawing(home / "sample")
    building(home / "sample", home)
    return told(home / "warehouse")


def told(warehouse: Path) -> str:
    """What the splits of a published sample take: every office, line and month beside the same of 2020."""
    with duckdb.connect(str(published_file(warehouse)), read_only=True) as connection:
        every, _ = _months(connection, "true")
        months = sorted(every.cohorts["month_start_on"].unique())
        befores = [day.replace(year=BASE_YEAR) for day in months]
        pairs = pl.DataFrame({"before_on": befores, "after_on": months})
        slow = {measure: _slow(every, measure, *pairs.row(-1)) for measure in MEASURES[:2]}
        slow[MEASURES[2]] = slow[MEASURES[1]]
        rows = [_row(measure, every, pairs, slow[measure]) for measure in MEASURES]
        headings = ("split of", "causes", "splits", "all s", "one ms", "one over every order ms", "ratio")
        return "\n\n".join([table(headings, rows), _one_pair(connection, befores[-1], months[-1])])


def _months(connection: duckdb.DuckDBPyConnection, only: str) -> tuple[Months, float]:
    """The months of a condition, and the seconds that reading them took."""
    frames, seconds = _timed(
        lambda: {name: connection.execute(sql.format(only=only)).pl() for name, sql in _FRAMES.items()}
    )
    (known_from,) = connection.execute("select first_month_on from marts.dim_status").fetchone()
    return Months(**frames, known_from=known_from), seconds


def _row(measure: str, every: Months, pairs: pl.DataFrame, slow: float) -> tuple[str, ...]:
    alone = every.staff.select(area_id="office_id", office_id="office_id").unique()
    split, seconds = _timed(lambda: growth_split(measure, every, pairs, alone))
    ours = 1000 * seconds / split.height
    cells = (f"{len(factors_of(measure))}", f"{split.height:,}", f"{seconds:.1f}", f"{ours:.2f}")
    return (measure.replace("_", " "), *cells, f"{1000 * slow:,.0f}", f"{1000 * slow / ours:,.0f}")


def _slow(every: Months, measure: str, before: date, after: date) -> float:
    """Seconds that one office and line take over every set of changes."""
    is_own = (pl.col("office_id") == OFFICE) & (pl.col("service_line") == LINE)
    months = by_office({name: getattr(every, name).filter(is_own).to_dicts() for name in _FRAMES})
    known = 12 * (before.year - every.known_from.year) + before.month - every.known_from.month + 1
    counted, when = ("open_cases", "end") if measure == "open_cases" else ("workload_units", "avg")
    office = Office(*(months[OFFICE, LINE, day] for day in (before, after)), when, known)
    outcome = office.all_open_cases if measure == "open_cases" else office.work
    return _timed(lambda: mean_over_all_sets(outcome, factors_of(counted)), runs=1)[1]


def _one_pair(connection: duckdb.DuckDBPyConnection, before: date, after: date) -> str:
    both, reading = _months(connection, f"month_start_on in (date '{before}', date '{after}')")
    whole = both.staff.select(area_id=pl.lit("service"), office_id="office_id").unique()
    pair = pl.DataFrame({"before_on": [before], "after_on": [after]})
    _, splitting = _timed(lambda: growth_splits(MEASURES, both, pair, whole))
    return paragraph(
        f"One pair of months of every office and line: its marts are read in {1000 * reading:.0f} ms; open "
        f"cases, work and percentage are split in {1000 * splitting:.0f} ms."
    )


def _timed(work: Callable[[], object], runs: int = 3) -> tuple:
    """What it gives, and the seconds of the fastest run: what else a machine does only adds."""
    taken = []
    for _ in range(runs):
        started = time.perf_counter()
        found = work()
        taken.append(time.perf_counter() - started)
    return found, min(taken)
