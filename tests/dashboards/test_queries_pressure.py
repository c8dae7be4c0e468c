"""The questions of Pressure and cover, against statements written by hand on the published file."""

from collections import Counter
from datetime import timedelta

import polars as pl
import pytest

from dashboards import WAREHOUSE_VARIABLE, queries
from dashboards.choice import SERVICE
from dashboards.queries import cover
from dashboards.queries import pressure as questions
from dashboards.reader import Reader
from tests.dashboards.conftest import changed_copy
from tests.dashboards.viewing import choice_of, of_marts, published_reader

SCHEME = "fl_type_phase"


def _by_hand(asking: Reader, sql: str, **values: object) -> list[tuple]:
    return of_marts(asking, sql, **values).rows()


def test_totals_are_sums_of_offices_and_grades(asking: Reader) -> None:
    rows = questions._overload_counts(asking, choice_of(threshold_set="workload"))[SERVICE]
    (by_hand,) = _by_hand(
        asking,
        "select sum(officers_with_capacity), sum(officers_over_4_weeks) from fct_office_overload_months "
        "where weight_scheme = 'fl_type_phase' and threshold_set = 'workload' and threshold = 110",
    )
    at_110 = rows.filter(pl.col("threshold") == 110)
    for office, grade in ((True, True), (True, False), (False, True), (False, False)):
        own = at_110.filter(((pl.col("part_id") == "") == office) & ((pl.col("grade") == "") == grade))
        assert (own["people"].sum(), own["people_over"].sum()) == by_hand


def test_nobody_is_above_who_is_not_among_those_with_capacity(asking: Reader) -> None:
    for threshold_set in ("workload", "caseload"):
        rows = questions._overload_counts(asking, choice_of(threshold_set=threshold_set))[SERVICE]
        assert rows.height and (rows["people_over"] <= rows["people"]).all() and (rows["people"] > 0).all()


def test_a_higher_threshold_is_never_passed_by_more_people(asking: Reader) -> None:
    rows = questions._overload_counts(asking, choice_of(threshold_set="caseload"))[SERVICE].sort("threshold")
    steps = rows.with_columns(step=pl.col("people_over").diff().over("month_start_on", "part_id", "grade"))
    assert (steps["step"].drop_nulls() <= 0).all()


def test_caseload_beside_workload_is_each_person_once(asking: Reader) -> None:
    as_of = queries.status(asking).as_of
    first = as_of + timedelta(days=1)
    first -= timedelta(days=first.weekday() + 28)
    weeks = _by_hand(
        asking,
        "select officer_id, active_cases_avg, workload_units_avg, capacity_units_avg from fct_officer_weeks "
        "where weight_scheme = 'fl_type_phase' and week_start_on between $first and $last",
        first=first,
        last=first + timedelta(days=21),
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
    rows = questions._load_counts(asking, choice_of())[SERVICE].filter(pl.col("part_id") == "")
    found = {(cases, pct): people for _, cases, pct, people in rows.iter_rows()}
    assert found == dict(counted) and sum(found.values()) > 5


def test_counts_are_those_of_the_findings(asking_in_need: Reader) -> None:
    counts = cover.cases_counted(asking_in_need, choice_of()).drop("part_id").sum().row(0, named=True)
    by_hand = dict(
        _by_hand(
            asking_in_need,
            "select finding, count(*) from fct_findings where entity = 'cases' group by finding",
        )
    )
    for finding in ("not_assessed", "past_expected_end", "no_expected_end", "to_close"):
        assert counts[f"{finding}_cases"] == by_hand.get(finding, 0)
    assert counts["open_cases"] == queries.status(asking_in_need).open_cases
    days = [counts[f"uncovered_{part}_cases"] for part in ("30", "90", "longer")]
    assert sum(days) == counts["uncovered_cases"]
    ((in_need,),) = _by_hand(
        asking_in_need,
        "select count(distinct case_id) from fct_open_cases "
        "where (state = 'uncovered' and not is_to_close) or (state = 'active' "
        "and not exists (from dim_officers, dim_status where contains(officer_shares, officer_id) "
        "and coalesce(last_contract_to > as_of, true)))",
    )
    assert counts["uncovered_cases"] + counts["left_cases"] == in_need > 0


@pytest.mark.parametrize("kind", cover.LISTS)
def test_lists_hold_as_many_cases_as_their_count_longest_first(asking_in_need: Reader, kind: str) -> None:
    counts = cover.cases_counted(asking_in_need, choice_of())
    cases = cover.cases_listed(asking_in_need, choice_of(), kind, most=None)
    columns = ("uncovered_cases", "left_cases") if kind == "cover" else (f"{kind}_cases",)
    assert cases.height == sum(counts[column].sum() for column in columns) > 0
    known = cases["days"].drop_nulls()
    assert known.is_sorted(descending=True) and not cases["case_id"].is_duplicated().any()
    for first in cases.drop_nulls("days").head(1).to_dicts():
        assert queries.status(asking_in_need).as_of - first["since_on"] == timedelta(days=first["days"])
    few = cover.cases_listed(asking_in_need, choice_of(), kind, most=3)
    assert few["case_id"].to_list() == cases["case_id"].to_list()[:3]


def test_a_list_of_cover_holds_no_case_of_somebody_who_is_still_in_service(asking_in_need: Reader) -> None:
    cases = cover.cases_listed(asking_in_need, choice_of(), "cover", most=None)
    carried = cases.filter(pl.col("state") == "active")
    assert carried["has_left"].all() and carried["days"].null_count() == carried.height
    here = _by_hand(
        asking_in_need,
        "select distinct case_id from fct_open_cases, dim_officers, dim_status "
        "where contains(officer_shares, officer_id) and coalesce(last_contract_to > as_of, true)",
    )
    assert not {case for (case,) in here} & set(cases["case_id"])


def test_without_contracts_only_cases_without_officer_need_cover(
    warehouse_in_need, tmp_path, monkeypatch
) -> None:
    without = ["update marts.dim_status set has_contracts = false"]
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(changed_copy(warehouse_in_need, tmp_path / "no", without)))
    cases = cover.cases_listed(published_reader(), choice_of(), "cover", most=None)
    assert set(cases["state"]) == {"uncovered"}


def test_a_list_is_of_the_office_and_line_asked(asking: Reader) -> None:
    every = cover.cases_listed(asking, choice_of(), "no_expected_end", most=None)
    office = every["office_id"][0]
    own = cover.cases_listed(asking, choice_of(office), "no_expected_end", most=None)
    assert set(own["office_id"]) == {office} and 0 < own.height < every.height
    line = cover.cases_listed(asking, choice_of(cases_line="victims"), "no_expected_end", most=None)
    assert 0 < line.height < every.height


@pytest.mark.parametrize("threshold_set", ["workload", "caseload"])
def test_small_groups_are_hidden_before_the_question_answers(asking: Reader, threshold_set: str) -> None:
    rows = questions.overload_months(asking, choice_of(threshold_set=threshold_set))
    counts = questions._overload_counts(asking, choice_of(threshold_set=threshold_set))[SERVICE]
    keys = ["month_start_on", "part_id", "grade", "threshold"]
    both = rows.join(counts, on=keys, suffix="_counted")
    assert both.height == rows.height == counts.height
    small = both.filter(pl.col("people_counted") < 5)
    assert small.height and small["is_hidden"].all()
    hidden, shown = both.filter("is_hidden"), both.filter(~pl.col("is_hidden"))
    for name in ("people", "people_over", "people_over_now", "share_pct", "share_now_pct"):
        assert hidden[name].null_count() == hidden.height
    for name in ("people", "people_over", "people_over_now"):
        assert shown[name].equals(shown[f"{name}_counted"])
    assert shown["share_pct"].to_list() == pytest.approx(
        [100 * over / people for over, people in shown.select("people_over", "people").iter_rows()]
    )


def test_people_by_caseload_of_a_small_band_are_hidden(asking_large: Reader) -> None:
    rows = questions.loads_beside_cases(asking_large, choice_of())
    counts = questions._load_counts(asking_large, choice_of())[SERVICE]
    people = {
        (part, above): count
        for part, above, count in counts.group_by("part_id", "cases_above")
        .agg(pl.col("people").sum())
        .iter_rows()
    }
    bands = [None, 25.0, 40.0, 50.0, 60.0]
    hidden = rows.filter("is_hidden")
    gone = set(hidden.select("part_id", "cases_above").iter_rows())
    parts = {part for part, _ in people}
    assert 0 < min(people.values()) < 5
    assert {(part, band) for part in parts for band in bands if people.get((part, band), 0) < 5} <= gone
    assert hidden["people"].null_count() == hidden["pct_above"].null_count() == hidden.height == len(gone)
    shown = rows.filter(~pl.col("is_hidden")).drop("is_hidden")
    assert shown.height and shown.join(counts, on=shown.columns, how="anti", nulls_equal=True).is_empty()


def test_no_person_leaves_the_database(asking: Reader) -> None:
    frames = [
        questions.overload_months(asking, choice_of()),
        questions.loads_beside_cases(asking, choice_of()),
        *(cover.cases_listed(asking, choice_of(), one, most=5) for one in cover.LISTS),
    ]
    for frame in frames:
        assert not {"officer_id", "officer_shares", "person_id", "household_id"} & set(frame.columns)
