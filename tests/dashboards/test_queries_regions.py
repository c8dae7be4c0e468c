"""In a service with regions a question about an area has the sums of its offices, and their ratios."""

import pytest

from dashboards import WAREHOUSE_VARIABLE, queries, warehouse
from dashboards.queries import backlog, certainty, offices, outlook, overview, pressure
from dashboards.sections import part_names
from tests.dashboards.changed_policy import CHANGED_ON

SCHEME, LINE = "fl_type_phase", "offender_supervision"
WHOLE, REGION = queries.SERVICE, "Oost-Vlaanderen:region"
OF_REGION = {"GEN": "Gent", "DEN": "Dendermonde", "OUD": "Oudenaarde"}
EVERY = 10**6
areas = pytest.mark.parametrize("area", [WHOLE, REGION, "Limburg:region", "GEN"])


@pytest.fixture(autouse=True)
def regions_shown(warehouse_with_regions, monkeypatch: pytest.MonkeyPatch) -> None:
    """Questions are put to the service with regions."""
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_with_regions))


def by_hand(sql: str, area: str, **values: object) -> list[tuple]:
    """Rows of a statement on the marts of offices; `$offices` are those of the area."""
    rows = warehouse.frame("select office_id, region || ':region' as region_id from dim_offices").rows()
    own = [office for office, region in rows if area in (WHOLE, region, office)]
    return warehouse.frame(sql, offices=own, **values).rows()


def same(found: list[tuple], expected: list[tuple]) -> bool:
    """Whether rows are alike, amounts to the last digits; there must be some."""
    assert expected and len(found) == len(expected)
    for one, other in zip(found, expected, strict=True):
        for value, wanted in zip(one, other, strict=True):
            near = isinstance(wanted, float) and value is not None
            assert value == (pytest.approx(wanted, abs=1e-6) if near else wanted), (one, other)
    return True


def test_the_whole_has_regions_as_parts_and_a_region_its_offices() -> None:
    names = ["Antwerpen", "Brussel", "Limburg", "Oost-Vlaanderen", "Vlaams-Brabant", "West-Vlaanderen"]
    assert sorted(part_names(WHOLE).values()) == names
    assert part_names(REGION) == {office: OF_REGION[office] for office in ("DEN", "GEN", "OUD")}
    assert {row["parent_id"] for row in queries.choices("region")} == {WHOLE}
    parts = {WHOLE: set(part_names(WHOLE)), REGION: set(OF_REGION)}
    for area, own in parts.items():
        for rows in (
            offices.line_months(area, LINE, SCHEME),
            offices.line_windows(area, LINE),
            pressure.overload_months(area, SCHEME, "workload"),
            pressure.loads_beside_cases(area, SCHEME),
            certainty.weight_changes(area, LINE, SCHEME),
        ):
            assert set(rows["office_id"]) == own | {""}
        waits = set(backlog.backlog_now(area, LINE, SCHEME)["office_id"])
        assert {""} < waits <= own | {""}, "where nothing waits there is no row"
        assert set(outlook.offices_ahead(area, LINE, SCHEME)["office_id"]) == own
        assert set(pressure.cases_counted(area, SCHEME, LINE)["office_id"]) == own
    found = overview.load_in_windows("four_weeks", "before").filter(service_line=LINE)
    assert set(found["office_id"]) == parts[WHOLE] | {None}
    assert set(overview.longest_waits()["office_id"]) <= parts[WHOLE]


SUMS = "sum(workload_units_avg) as work, sum(capacity_units_avg) as capacity"
RATIO = "100 * work / nullif(capacity, 0)"


@areas
@pytest.mark.parametrize("weights", ["then", "now"])
def test_months_are_sums_and_their_percentage_the_ratio(area: str, weights: str) -> None:
    rows = offices.line_months(area, LINE, SCHEME, weights).filter(office_id="")
    mart = "fct_office_line_months" + ("_now" if weights == "now" else "")
    expected = by_hand(
        f"select month_start_on, work, capacity, {RATIO} from ("  # noqa: S608 (fixed names)
        f"select month_start_on, {SUMS} from {mart} where list_contains($offices, office_id) "
        "and service_line = $line and weight_scheme = $scheme "
        "and month_start_on >= (select first_month_on from dim_status) group by 1) order by 1",
        area,
        line=LINE,
        scheme=SCHEME,
    )
    columns = ("month_start_on", "workload_units_avg", "capacity_units_avg", "workload_pct")
    assert same(rows.select(columns).rows(), expected)


@areas
def test_windows_are_sums_under_every_scheme(area: str) -> None:
    rows = offices.line_windows(area, LINE).filter(office_id="").sort("weight_scheme", "time_window")
    expected = by_hand(
        f"select weight_scheme, time_window, work, {RATIO}, waits from ("  # noqa: S608 (fixed names)
        f"select weight_scheme, time_window, {SUMS}, sum(waiting_units_avg) as waits "
        "from fct_office_line_windows where list_contains($offices, office_id) and service_line = $line "
        "group by all) order by 1, 2",
        area,
        line=LINE,
    )
    columns = ("weight_scheme", "time_window", "workload_units_avg", "workload_pct", "waiting_units_avg")
    assert same(rows.select(columns).rows(), expected)


@areas
def test_weeks_ahead_and_what_is_booked_are_sums(area: str) -> None:
    asked = {"area": area, "line": LINE, "scheme": SCHEME}
    expected = by_hand(
        f"select work, {RATIO} from ("  # noqa: S608 (fixed names)
        f"select week_start_on, {SUMS} from fct_office_line_outlook_weeks "
        "where list_contains($offices, office_id) and service_line = $line and weight_scheme = $scheme "
        "group by 1) order by week_start_on",
        **asked,
    )
    weeks = outlook.office_weeks(area, LINE, SCHEME).filter("is_booked")
    assert same(weeks.select("workload_units_avg", "workload_pct").rows(), expected)
    booked = outlook.booked_work(area, LINE, SCHEME)
    work = (booked["case_units_avg"] + booked["task_units_avg"]).to_list()
    assert work == pytest.approx(weeks["workload_units_avg"].to_list())
    counted = by_hand(
        "select count(*) filter (state = 'active'), count(*) filter (state = 'waiting'), "
        "count(*) filter (state = 'uncovered') from fct_open_cases where list_contains($offices, office_id) "
        "and service_line = $line and weight_scheme = $scheme",
        **asked,
    )
    standing = outlook.standing(area, LINE, SCHEME)
    assert same([tuple(standing[f"{name}_cases"] for name in ("carried", "waiting", "uncovered"))], counted)


@areas
def test_what_waits_is_the_cases_of_its_offices_and_percentiles_are_of_all_together(area: str) -> None:
    asked = {"area": area, "line": LINE, "scheme": SCHEME}
    expected = by_hand(
        "select count(*) filter (state = 'waiting'), count(*) filter (state = 'uncovered'), "
        "quantile_cont(days_waiting, 0.5), quantile_cont(days_waiting, 0.9), max(days_waiting) "
        "from fct_open_cases where list_contains($offices, office_id) "
        "and service_line = $line and weight_scheme = $scheme",
        **asked,
    )
    columns = ("waiting_cases", "uncovered_cases", "wait_days_p50", "wait_days_p90", "wait_days_max")
    now = backlog.backlog_now(area, LINE, SCHEME).filter(office_id="", supervision_type="")
    assert same(now.select(columns).rows(), expected)
    assert backlog.wait_bands(area, LINE, "")["waiting_cases"].sum() == expected[0][0]
    weeks = by_hand(
        "select sum(waiting_cases)::bigint, sum(uncovered_cases)::bigint from fct_backlog_weeks "
        "inner join dim_work_types on work_type = supervision_type "
        "where list_contains($offices, office_id) and service_line = $line and weight_scheme = $scheme "
        "and week_start_on = (select date_trunc('week', as_of) from dim_status)",
        **asked,
    )
    last = backlog.backlog_weeks(area, LINE, SCHEME, "")[-1]
    assert same(last.select("waiting_cases", "uncovered_cases").rows(), weeks)


@areas
def test_flow_counts_transfers_for_an_office_alone(area: str) -> None:
    moved = int(area == "GEN")
    expected = by_hand(
        "select month_start_on, sum(received_cases + $moved * transferred_in_cases)::bigint, "
        "sum(ended_cases + $moved * transferred_out_cases)::bigint, "
        "100.0 * sum(ended_cases) / nullif(sum(received_cases), 0) "
        "from fct_case_flow_months inner join dim_work_types on work_type = supervision_type "
        "where list_contains($offices, office_id) and service_line = $line "
        "and month_start_on >= (select first_month_on from dim_status) group by 1 order by 1",
        area,
        moved=moved,
        line=LINE,
    )
    columns = ("month_start_on", "in_cases", "out_cases", "clearance_pct")
    assert same(backlog.flow_months(area, LINE, "").select(columns).rows(), expected)


@areas
def test_errors_bases_and_findings_are_ratios_of_sums(area: str) -> None:
    asked = {"area": area, "line": LINE, "scheme": SCHEME}
    rows = certainty.sensitivity(area, LINE, SCHEME).filter(work_type="").sort("error_pct")
    expected = by_hand(
        "select error_pct, 100 * sum(workload_units_avg) / sum(capacity_units_avg), "
        "100 * sum(workload_units_avg - subject_units_avg * error_pct / 100) / sum(capacity_units_avg) "
        "from fct_office_sensitivity where list_contains($offices, office_id) and work_type = '' "
        "and service_line = $line and weight_scheme = $scheme group by 1 order by 1",
        **asked,
    )
    assert same(rows.select("error_pct", "mid_pct", "low_pct").rows(), expected)
    shares = by_hand(
        "select basis, 100 * sum(workload_units) / sum(sum(workload_units)) over () "
        "from fct_office_weight_bases where list_contains($offices, office_id) "
        "and service_line = $line and weight_scheme = $scheme group by 1 order by 1",
        **asked,
    )
    bases = certainty.bases(area, LINE).filter(weight_scheme=SCHEME).sort("basis")
    assert same(bases.select("basis", "workload_share_pct").rows(), shares)
    effects = by_hand(
        "select figure, finding, sum(concerned_cases)::bigint, "
        "100 * sum(workload_units) / sum(capacity_units), "
        "100 * sum(workload_upper_units) / sum(capacity_units) "
        "from fct_office_finding_effects where list_contains($offices, office_id) "
        "and service_line = $line and weight_scheme = $scheme "
        "group by 1, 2 having sum(concerned_cases) > 0 order by 1, 2",
        **asked,
    )
    found = certainty.finding_effects(area, LINE, SCHEME).sort("figure", "finding")
    columns = ("figure", "finding", "concerned_cases", "mid_pct", "high_pct")
    assert same(found.select(columns).rows(), effects)


@areas
def test_a_change_of_weights_moves_an_area_by_the_ratio_of_its_sums(area: str) -> None:
    rows = certainty.weight_changes(area, LINE, SCHEME).filter(office_id="")
    expected = by_hand(
        "select changed_on, 100 * sum(workload_before_units) / sum(capacity_units), "
        "100 * sum(workload_after_units) / sum(capacity_units) "
        "from fct_office_weight_changes where list_contains($offices, office_id) "
        "and service_line = $line and weight_scheme = $scheme group by 1",
        area,
        line=LINE,
        scheme=SCHEME,
    )
    columns = ("changed_on", "workload_before_pct", "workload_after_pct")
    assert same(rows.select(columns).rows(), expected) and rows["changed_on"].to_list() == [CHANGED_ON]


@pytest.mark.parametrize("area", [WHOLE, REGION])
def test_people_above_a_threshold_are_added_up_by_grade_and_area(area: str) -> None:
    rows = pressure.overload_months(area, SCHEME, "workload").filter(office_id="", threshold=100)
    expected = by_hand(
        "select month_start_on, coalesce(grade, ''), sum(officers_with_capacity)::bigint, "
        "sum(officers_over_4_weeks)::bigint from fct_office_overload_months "
        "where list_contains($offices, office_id) and weight_scheme = $scheme "
        "and threshold_set = 'workload' and threshold = 100 and officers_with_capacity > 0 "
        "group by grouping sets ((month_start_on), (month_start_on, grade)) order by 1, 2",
        area,
        scheme=SCHEME,
    )
    columns = ("month_start_on", "grade", "people", "people_over")
    assert same(rows.select(columns).sort("month_start_on", "grade").rows(), expected)
    ((people,),) = by_hand(
        "select count(distinct officer_id) from fct_officer_weeks, dim_status "
        "where list_contains($offices, office_id) and weight_scheme = $scheme and capacity_units_avg > 0 "
        "and week_start_on >= date_trunc('week', as_of + 1) - interval 28 day "
        "and week_start_on < date_trunc('week', as_of + 1)",
        area,
        scheme=SCHEME,
    )
    beside = pressure.loads_beside_cases(area, SCHEME).filter(office_id="")
    assert beside["people"].sum() == people > 0, "each person once"


@pytest.mark.parametrize("area", [WHOLE, REGION])
def test_counts_of_cases_by_part_add_up_to_the_cases_of_the_area(area: str) -> None:
    rows = pressure.cases_counted(area, SCHEME, LINE)
    counted = ("open_cases", "uncovered_cases", "unable_cases", "not_assessed_cases", "no_expected_end_cases")
    expected = by_hand(
        "select count(*), count(*) filter (state = 'uncovered'), "
        "count(*) filter (needs_cover and state = 'active'), "
        "count(*) filter (contains(findings, 'not_assessed')), "
        "count(*) filter (contains(findings, 'no_expected_end')) "
        "from fct_open_cases where list_contains($offices, office_id) "
        "and service_line = $line and weight_scheme = $scheme",
        area,
        line=LINE,
        scheme=SCHEME,
    )
    assert same(rows.select(counted).sum().rows(), expected)


def test_the_overview_shows_regions_by_the_ratio_of_their_sums() -> None:
    rows = overview.load_in_windows("four_weeks", "before").filter(
        service_line=LINE, weight_scheme=SCHEME, time_window="four_weeks", office_id=REGION
    )
    expected = by_hand(
        f"select work, {RATIO} from ("  # noqa: S608 (fixed names)
        f"select {SUMS} from fct_office_line_windows where list_contains($offices, office_id) "
        "and service_line = $line and weight_scheme = $scheme and time_window = 'four_weeks')",
        REGION,
        line=LINE,
        scheme=SCHEME,
    )
    assert same(rows.select("workload_units", "workload_pct").rows(), expected)
    waits = overview.longest_waits().filter(service_line=LINE, office_id=REGION)
    now = backlog.backlog_now(REGION, LINE, SCHEME).filter(office_id="", supervision_type="")
    columns = ("waiting_cases", "uncovered_cases", "wait_days_max")
    assert waits.select(columns).rows() == now.select(columns).rows()


def test_moments_ahead_of_a_part_are_those_of_its_own_weeks() -> None:
    for row in outlook.offices_ahead(WHOLE, LINE, SCHEME).to_dicts():
        weeks = outlook.office_weeks(row["office_id"], LINE, SCHEME)
        in_13 = weeks.filter(is_booked=True, weeks_ahead=13).row(0, named=True)
        assert row["workload_pct_13"] == pytest.approx(in_13["workload_pct"])
        assert row["workload_units_13"] == pytest.approx(in_13["workload_units_avg"])
