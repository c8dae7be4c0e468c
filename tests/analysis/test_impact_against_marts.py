"""What taking a case would do is what the marts say once it is taken: two real builds, before and after."""

from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest

from analysis.impact import case_impact
from tests.analysis.taken_cases import AS_OF, POLICY, SCHEMES, TAKEN, Taken, delivery
from tests.reference.building import published_file

# One worker makes the two builds for all of them.
pytestmark = pytest.mark.xdist_group("impact")

SPANS = "select * from marts.fct_officer_spans where officer_id = ? and weight_scheme = ?"
WEEKS = "select * from marts.fct_officer_outlook_weeks where officer_id = ? and weight_scheme = ?"
CASE = "select * from marts.fct_open_case_outlook where case_id = ? and weight_scheme = ?"
TODAY = """
    select sum(workload_units), sum(capacity_units)
    from marts.fct_officer_spans
    where officer_id = ? and weight_scheme = ? and valid_from <= ? and valid_to > ?
    having count(*) > 0"""
AHEAD = """
    select
        greatest(week_start_on, cast(? as date) + 1),
        days,
        sum(workload_units_avg),
        sum(capacity_units_avg)
    from marts.fct_officer_outlook_weeks
    where officer_id = ? and weight_scheme = ?
    group by week_start_on, days"""

EACH = pytest.mark.parametrize(
    ("taken", "scheme"),
    [pytest.param(taken, scheme, id=f"{taken.case_id}-{scheme}") for taken in TAKEN for scheme in SCHEMES],
)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The marts when nobody has taken a case yet."""
    return published_file(tmp_path_factory.mktemp("before"), delivery(), POLICY)


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The marts of the same service, with the cases taken on as_of."""
    return published_file(tmp_path_factory.mktemp("after"), delivery(TAKEN), POLICY)


def rows(published: Path, query: str, *values: object) -> pl.DataFrame:
    with duckdb.connect(str(published), read_only=True) as connection:
        return connection.execute(query, list(values)).pl()


def impact(published: Path, taken: Taken, scheme: str) -> list[dict]:
    found = case_impact(
        rows(published, SPANS, taken.officer_id, scheme),
        rows(published, WEEKS, taken.officer_id, scheme),
        rows(published, CASE, taken.case_id, scheme),
        share=float(taken.share),
        as_of=AS_OF,
    )
    return found.to_dicts()


def whole_person(published: Path, officer_id: str, scheme: str) -> dict[tuple[date, int], list[float]]:
    """Work and capacity over all offices on as_of and in each week that has any, by first day and days."""
    today = [(AS_OF, 1, *units) for units in rows(published, TODAY, officer_id, scheme, AS_OF, AS_OF).rows()]
    ahead = rows(published, AHEAD, AS_OF, officer_id, scheme).rows()
    return {(first_on, days): units for first_on, days, *units in today + ahead}


@EACH
@pytest.mark.parametrize("moment", ["before", "after"])
def test_it_gives_the_figures_of_every_period_before_and_after(before, after, taken, scheme, moment):
    marts = whole_person({"before": before, "after": after}[moment], taken.officer_id, scheme)
    found = {(row["period_start_on"], row["days"]): row for row in impact(before, taken, scheme)}
    assert marts.keys() <= found.keys()
    for period, row in found.items():
        work, capacity = marts.get(period, (0, 0))
        assert row[f"workload_units_{moment}"] == pytest.approx(work, abs=1e-6), period
        assert row["capacity_units"] == pytest.approx(capacity, abs=1e-6), period
        pct = pytest.approx(100 * work / capacity, abs=1e-6) if capacity else None
        assert row[f"workload_pct_{moment}"] == pct, period


@EACH
def test_the_cases_that_are_taken_change_in_the_year_ahead(before, taken, scheme):
    added = {
        round(row["workload_units_after"] - row["workload_units_before"], 6)
        for row in impact(before, taken, scheme)
    }
    assert len(added) >= 3


def test_officers_are_taken_who_lose_their_capacity_or_have_none_yet(before):
    anna, _, carla = (impact(before, taken, SCHEMES[0]) for taken in TAKEN)
    assert anna[0]["workload_pct_after"] > 0
    assert anna[-1]["workload_pct_after"] is None
    assert carla[0]["workload_pct_after"] is None
    assert carla[-1]["workload_pct_after"] > 0


def test_the_cases_wait_or_are_uncovered_until_they_are_taken(before, after):
    states = "select state from marts.fct_open_cases where case_id = ? and weight_scheme = ?"
    told = {
        taken.case_id: [rows(file, states, taken.case_id, SCHEMES[0]).item() for file in (before, after)]
        for taken in TAKEN
    }
    assert told == {
        "waits": ["waiting", "active"],
        "waits-though-begun": ["waiting", "active"],
        "uncovered": ["uncovered", "active"],
    }
