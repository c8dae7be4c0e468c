"""What taking a case would do is what the marts say once it is taken: a real build of both services."""

from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest

from analysis.impact import case_impact
from tests.analysis.taken_cases import AFTER, AS_OF, BEFORE, POLICY, SCHEMES, TAKEN, Taken, at, delivery
from tests.reference.building import published_file

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
def marts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The marts of the service in which nobody has taken a case yet, and of the one in which they have."""
    return published_file(tmp_path_factory.mktemp("taken"), delivery(), POLICY)


def rows(published: Path, query: str, *values: object) -> pl.DataFrame:
    with duckdb.connect(str(published), read_only=True) as connection:
        return connection.execute(query, list(values)).pl()


def impact(published: Path, taken: Taken, scheme: str) -> list[dict]:
    officer_id, case_id = at(BEFORE, taken.officer_id), at(BEFORE, taken.case_id)
    found = case_impact(
        rows(published, SPANS, officer_id, scheme),
        rows(published, WEEKS, officer_id, scheme),
        rows(published, CASE, case_id, scheme),
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
@pytest.mark.parametrize("moment", [BEFORE, AFTER])
def test_it_gives_the_figures_of_every_period_before_and_after(marts, taken, scheme, moment):
    known = whole_person(marts, at(moment, taken.officer_id), scheme)
    found = {(row["period_start_on"], row["days"]): row for row in impact(marts, taken, scheme)}
    assert known and known.keys() <= found.keys()
    for period, row in found.items():
        work, capacity = known.get(period, (0, 0))
        assert row[f"workload_units_{moment}"] == pytest.approx(work, abs=1e-6), period
        assert row["capacity_units"] == pytest.approx(capacity, abs=1e-6), period
        pct = pytest.approx(100 * work / capacity, abs=1e-6) if capacity else None
        assert row[f"workload_pct_{moment}"] == pct, period


@EACH
def test_the_cases_that_are_taken_change_in_the_year_ahead(marts, taken, scheme):
    added = {
        round(row["workload_units_after"] - row["workload_units_before"], 6)
        for row in impact(marts, taken, scheme)
    }
    assert len(added) >= 3


def test_officers_are_taken_who_lose_their_capacity_or_have_none_yet(marts):
    anna, _, carla = (impact(marts, taken, SCHEMES[0]) for taken in TAKEN)
    assert anna[0]["workload_pct_after"] > 0
    assert anna[-1]["workload_pct_after"] is None
    assert carla[0]["workload_pct_after"] is None
    assert carla[-1]["workload_pct_after"] > 0


def test_the_cases_wait_or_are_uncovered_until_they_are_taken(marts):
    asked = "select state from marts.fct_open_cases where case_id = ? and weight_scheme = ?"
    states = {
        taken.case_id: [
            rows(marts, asked, at(moment, taken.case_id), SCHEMES[0]).item() for moment in (BEFORE, AFTER)
        ]
        for taken in TAKEN
    }
    assert states == {
        "waits": ["waiting", "active"],
        "waits-though-begun": ["waiting", "active"],
        "uncovered": ["uncovered", "active"],
    }
