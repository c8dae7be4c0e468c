"""The questions of Pressure and cover, against statements written by hand on the published file."""

from collections import Counter
from datetime import timedelta
from pathlib import Path

import polars as pl
import pytest

from dashboards import queries, warehouse
from dashboards.queries import SERVICE
from dashboards.queries import pressure as asked

SCHEME = "fl_type_phase"


def _by_hand(sql: str, **values: object) -> list[tuple]:
    return warehouse.frame(sql, **values).rows()


def test_totals_are_sums_of_offices_and_grades(sample_shown: Path) -> None:
    rows = asked.overload_months(SERVICE, SCHEME, "workload")
    (by_hand,) = _by_hand(
        "select sum(officers_with_capacity), sum(officers_over_4_weeks) from fct_office_overload_months "
        "where weight_scheme = 'fl_type_phase' and threshold_set = 'workload' and threshold = 110"
    )
    at_110 = rows.filter(pl.col("threshold") == 110)
    for office, grade in ((True, True), (True, False), (False, True), (False, False)):
        own = at_110.filter(((pl.col("office_id") == "") == office) & ((pl.col("grade") == "") == grade))
        assert (own["people"].sum(), own["people_over"].sum()) == by_hand


def test_nobody_is_above_who_is_not_among_those_with_capacity(sample_shown: Path) -> None:
    for threshold_set in ("workload", "caseload"):
        rows = asked.overload_months(SERVICE, SCHEME, threshold_set)
        assert rows.height and (rows["people_over"] <= rows["people"]).all() and (rows["people"] > 0).all()


def test_a_higher_threshold_is_never_passed_by_more_people(sample_shown: Path) -> None:
    rows = asked.overload_months(SERVICE, SCHEME, "caseload").sort("threshold")
    steps = rows.with_columns(step=pl.col("people_over").diff().over("month_start_on", "office_id", "grade"))
    assert (steps["step"].drop_nulls() <= 0).all()


def test_caseload_beside_workload_is_each_person_once(sample_shown: Path) -> None:
    as_of = queries.status()["as_of"]
    first = as_of + timedelta(days=1)
    first -= timedelta(days=first.weekday() + 28)
    weeks = _by_hand(
        "select officer_id, active_cases_avg, workload_units_avg, capacity_units_avg from fct_officer_weeks "
        "where weight_scheme = 'fl_type_phase' and list_contains($weeks, week_start_on)",
        weeks=[first + timedelta(days=7 * week) for week in range(4)],
    )
    sums: dict[str, list[float]] = {}
    for officer, *amounts in weeks:
        own = sums.setdefault(officer, [0.0, 0.0, 0.0])
        sums[officer] = [so_far + amount for so_far, amount in zip(own, amounts, strict=True)]
    counted: Counter = Counter()
    for cases, work, capacity in sums.values():
        if capacity > 0:
            above = max([bound for bound in (25, 40, 50, 60) if cases / 4 > bound + 1e-9], default=None)
            over = max([bound for bound in (100, 110) if 100 * work / capacity > bound + 1e-9], default=None)
            counted[above, over] += 1
    rows = asked.loads_beside_cases(SERVICE, SCHEME).filter(pl.col("office_id") == "")
    found = {(cases, pct): people for _, cases, pct, people in rows.iter_rows()}
    assert found == dict(counted) and sum(found.values()) > 5


def test_counts_are_those_of_the_findings(sample_shown: Path) -> None:
    counts = asked.cases_counted(SERVICE, SCHEME, asked.ALL).drop("office_id").sum().row(0, named=True)
    by_hand = dict(
        _by_hand("select finding, count(*) from fct_findings where entity = 'cases' group by finding")
    )
    for finding in ("not_assessed", "past_expected_end", "no_expected_end", "uncovered"):
        assert counts[f"{finding}_cases"] == by_hand.get(finding, 0)
    assert counts["open_cases"] == queries.status()["open_cases"]
    days = [counts[f"uncovered_{part}_cases"] for part in ("30", "90", "longer")]
    assert sum(days) == counts["uncovered_cases"]
    ((cover,),) = _by_hand(
        "select count(*) from fct_open_cases where needs_cover and weight_scheme = 'fl_type_phase'"
    )
    assert counts["uncovered_cases"] + counts["unable_cases"] == cover > 0


@pytest.mark.parametrize("kind", asked.LISTS)
def test_lists_hold_as_many_cases_as_their_count_longest_first(sample_shown: Path, kind: str) -> None:
    counts = asked.cases_counted(SERVICE, SCHEME, asked.ALL)
    cases = asked.cases_listed(kind, SCHEME, asked.ALL, asked.ALL, has_contracts=True, most=None)
    columns = ("uncovered_cases", "unable_cases") if kind == "cover" else (f"{kind}_cases",)
    assert cases.height == sum(counts[column].sum() for column in columns) > 0
    known = cases["days"].drop_nulls()
    assert known.is_sorted(descending=True) and not cases["case_id"].is_duplicated().any()
    first = cases.drop_nulls("days").row(0, named=True)
    assert queries.status()["as_of"] - first["since_on"] == timedelta(days=first["days"])
    few = asked.cases_listed(kind, SCHEME, asked.ALL, asked.ALL, has_contracts=True, most=3)
    assert few["case_id"].to_list() == cases["case_id"].to_list()[:3]


def test_no_day_is_named_for_cases_carried_without_capacity(sample_shown: Path) -> None:
    cases = asked.cases_listed("cover", SCHEME, asked.ALL, asked.ALL, has_contracts=True, most=None)
    carried = cases.filter(pl.col("state") == "active")
    assert carried["days"].null_count() == carried.height == carried["since_on"].null_count()


def test_without_contracts_only_cases_without_officer_need_cover(sample_shown: Path) -> None:
    cases = asked.cases_listed("cover", SCHEME, asked.ALL, asked.ALL, has_contracts=False, most=None)
    assert set(cases["state"]) <= {"uncovered"}


def test_a_list_is_of_the_office_and_line_asked(sample_shown: Path) -> None:
    every = asked.cases_listed("no_expected_end", SCHEME, asked.ALL, asked.ALL, has_contracts=True, most=None)
    office = every["office_id"][0]
    own = asked.cases_listed("no_expected_end", SCHEME, office, asked.ALL, has_contracts=True, most=None)
    assert set(own["office_id"]) == {office} and 0 < own.height < every.height
    line = asked.cases_listed("no_expected_end", SCHEME, asked.ALL, "victims", has_contracts=True, most=None)
    assert 0 < line.height < every.height


def test_no_person_leaves_the_database(sample_shown: Path) -> None:
    frames = [
        asked.overload_months(SERVICE, SCHEME, "workload"),
        asked.loads_beside_cases(SERVICE, SCHEME),
        *(asked.cases_listed(kind, SCHEME, "", "", has_contracts=True, most=5) for kind in asked.LISTS),
    ]
    for frame in frames:
        assert not {"officer_id", "officer_shares", "person_id", "household_id"} & set(frame.columns)
