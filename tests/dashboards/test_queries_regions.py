"""In a service with regions a question about an area has the sums of its offices, and their ratios."""

import pytest

from dashboards import WAREHOUSE_VARIABLE, queries
from dashboards.app_pages.offices import PAGE
from dashboards.choice import SERVICE
from dashboards.panels.parts import part_names
from dashboards.queries import backlog, certainty, cover, offices, outlook, overview, pressure
from dashboards.reader import Reader
from tests.dashboards.changed_policy import CHANGED_ON
from tests.dashboards.viewing import choice_of, of_marts, published_reader, view_of

SCHEME, LINE = "fl_type_phase", "offender_supervision"
WHOLE, REGION = SERVICE, "Oost-Vlaanderen:region"
OF_REGION = {"GEN": "Gent", "DEN": "Dendermonde", "OUD": "Oudenaarde"}
EVERY = 10**6
areas = pytest.mark.parametrize("area", [WHOLE, REGION, "Limburg:region", "GEN"])


@pytest.fixture
def asking(warehouse_with_regions, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """A reader who puts questions to the service with regions."""
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_with_regions))
    return published_reader()


def by_hand(asking: Reader, sql: str, area: str, **values: object) -> list[tuple]:
    """Rows of a statement on the marts of offices; `$offices` are those of the area."""
    rows = of_marts(asking, "select office_id, region || ':region' as region_id from dim_offices").rows()
    own = [office for office, region in rows if area in (WHOLE, region, office)]
    return of_marts(asking, sql, offices=own, **values).rows()


def same(found: list[tuple], expected: list[tuple]) -> bool:
    """Whether rows are alike, amounts to the last digits; there must be some."""
    assert expected and len(found) == len(expected)
    for one, other in zip(found, expected, strict=True):
        for value, wanted in zip(one, other, strict=True):
            near = isinstance(wanted, float) and value is not None
            assert value == (pytest.approx(wanted, abs=1e-6) if near else wanted), (one, other)
    return True


def test_the_whole_has_regions_as_parts_and_a_region_its_offices(asking: Reader) -> None:
    names = ["Antwerpen", "Brussel", "Limburg", "Oost-Vlaanderen", "Vlaams-Brabant", "West-Vlaanderen"]
    view = view_of(PAGE, asking)
    assert sorted(part_names(view, WHOLE).values()) == names
    assert part_names(view, REGION) == {office: OF_REGION[office] for office in ("DEN", "GEN", "OUD")}
    assert {row["parent_id"] for row in queries.choices(asking, "region")} == {WHOLE}
    parts = {WHOLE: set(part_names(view, WHOLE)), REGION: set(OF_REGION)}
    for area, own in parts.items():
        for rows in (
            offices.line_months(asking, choice_of(area)),
            offices.line_windows(asking, choice_of(area)),
            pressure.overload_months(asking, choice_of(area)),
            pressure.loads_beside_cases(asking, choice_of(area)),
            certainty.weight_changes(asking, choice_of(area)),
        ):
            assert set(rows["part_id"]) == own | {""}
        waits = set(backlog.backlog_now(asking, choice_of(area))["part_id"])
        assert {""} < waits <= own | {""}, "where nothing waits there is no row"
        assert set(outlook.parts_ahead(asking, choice_of(area))["part_id"]) == own
        assert set(cover.cases_counted(asking, choice_of(area, cases_line=LINE))["part_id"]) == own
    found = overview.load_in_windows(asking, choice_of(time_window="four_weeks", comparison="before")).filter(
        service_line=LINE
    )
    assert set(found["part_id"]) == parts[WHOLE] | {""}
    assert set(overview.longest_waits(asking)["part_id"]) <= parts[WHOLE]


SUMS = "sum(workload_units_avg) as work, sum(capacity_units_avg) as capacity"
RATIO = "100 * work / nullif(capacity, 0)"


@areas
@pytest.mark.parametrize("weights", ["then", "now"])
def test_months_are_sums_and_their_percentage_the_ratio(
    asking: Reader, area: str, weights: str, nobody_is_few
) -> None:
    rows = offices.line_months(asking, choice_of(area, weights=weights)).filter(part_id="")
    mart = "fct_office_line_months" + ("_now" if weights == "now" else "")
    expected = by_hand(
        asking,
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
def test_windows_are_sums_under_every_scheme(asking: Reader, area: str, nobody_is_few) -> None:
    rows = (
        offices.line_windows(asking, choice_of(area)).filter(part_id="").sort("weight_scheme", "time_window")
    )
    expected = by_hand(
        asking,
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
def test_weeks_ahead_and_what_is_booked_are_sums(asking: Reader, area: str, nobody_is_few) -> None:
    asked = {"area": area, "line": LINE, "scheme": SCHEME}
    expected = by_hand(
        asking,
        f"select work, {RATIO} from ("  # noqa: S608 (fixed names)
        f"select week_start_on, {SUMS} from fct_office_line_outlook_weeks "
        "where list_contains($offices, office_id) and service_line = $line and weight_scheme = $scheme "
        "group by 1) order by week_start_on",
        **asked,
    )
    weeks = outlook.area_weeks(asking, choice_of(area)).filter("is_booked")
    assert same(weeks.select("workload_units_avg", "workload_pct").rows(), expected)
    booked = outlook.booked_work(asking, choice_of(area))
    work = (booked["case_units_avg"] + booked["task_units_avg"]).to_list()
    assert work == pytest.approx(weeks["workload_units_avg"].to_list())
    counted = by_hand(
        asking,
        "select count(*) filter (state = 'active'), count(*) filter (state = 'waiting' and not is_to_close), "
        "count(*) filter (state = 'uncovered' and not is_to_close) "
        "from fct_open_cases where list_contains($offices, office_id) "
        "and service_line = $line and weight_scheme = $scheme",
        **asked,
    )
    standing = outlook.open_cases(asking, choice_of(area))
    assert same([tuple(standing[f"{name}_cases"] for name in ("carried", "waiting", "uncovered"))], counted)


@areas
def test_what_waits_is_the_cases_of_its_offices_and_percentiles_are_of_all_together(
    asking: Reader, area: str
) -> None:
    asked = {"area": area, "line": LINE, "scheme": SCHEME}
    expected = by_hand(
        asking,
        "select count(*) filter (state = 'waiting'), count(*) filter (state = 'uncovered'), "
        "quantile_cont(days_waiting, 0.5), quantile_cont(days_waiting, 0.9), max(days_waiting) "
        "from fct_open_cases where list_contains($offices, office_id) "
        "and not is_to_close and service_line = $line and weight_scheme = $scheme",
        **asked,
    )
    columns = ("waiting_cases", "uncovered_cases", "wait_days_p50", "wait_days_p90", "wait_days_max")
    now = backlog.backlog_now(asking, choice_of(area)).filter(part_id="", supervision_type="")
    assert same(now.select(columns).rows(), expected)
    assert backlog.wait_bands(asking, choice_of(area))["waiting_cases"].sum() == expected[0][0]
    weeks = by_hand(
        asking,
        "select sum(waiting_cases - waiting_to_close_cases)::bigint, "
        "sum(uncovered_cases - uncovered_to_close_cases)::bigint from fct_backlog_weeks "
        "inner join dim_work_types on work_type = supervision_type "
        "where list_contains($offices, office_id) and service_line = $line and weight_scheme = $scheme "
        "and week_start_on = (select date_trunc('week', as_of) from dim_status)",
        **asked,
    )
    last = backlog.backlog_weeks(asking, choice_of(area))[-1]
    assert same(last.select("waiting_cases", "uncovered_cases").rows(), weeks)


@areas
def test_flow_counts_transfers_for_an_office_alone(asking: Reader, area: str) -> None:
    moved = int(area == "GEN")
    expected = by_hand(
        asking,
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
    assert same(backlog.flow_months(asking, choice_of(area)).select(columns).rows(), expected)


@areas
def test_errors_bases_and_findings_are_ratios_of_sums(asking: Reader, area: str, nobody_is_few) -> None:
    asked = {"area": area, "line": LINE, "scheme": SCHEME}
    rows = certainty.sensitivity(asking, choice_of(area)).filter(work_type="").sort("error_pct")
    expected = by_hand(
        asking,
        "select error_pct, 100 * sum(workload_units_avg) / sum(capacity_units_avg), "
        "100 * sum(workload_units_avg - subject_units_avg * error_pct / 100) / sum(capacity_units_avg) "
        "from fct_area_sensitivity where list_contains($offices, area_id) and work_type = '' "
        "and service_line = $line and weight_scheme = $scheme group by 1 order by 1",
        **asked,
    )
    assert same(rows.select("error_pct", "mid_pct", "low_pct").rows(), expected)
    shares = by_hand(
        asking,
        "select basis, 100 * sum(workload_units) / sum(sum(workload_units)) over () "
        "from fct_area_weight_bases where list_contains($offices, area_id) "
        "and service_line = $line and weight_scheme = $scheme group by 1 order by 1",
        **asked,
    )
    bases = certainty.bases(asking, choice_of(area)).filter(weight_scheme=SCHEME).sort("basis")
    assert same(bases.select("basis", "workload_share_pct").rows(), shares)
    effects = by_hand(
        asking,
        "select figure, finding, sum(concerned_cases)::bigint, "
        "100 * sum(workload_units) / sum(capacity_units), "
        "100 * sum(workload_upper_units) / sum(capacity_units) "
        "from fct_area_finding_effects where list_contains($offices, area_id) "
        "and service_line = $line and weight_scheme = $scheme "
        "group by 1, 2 having sum(concerned_cases) > 0 order by 1, 2",
        **asked,
    )
    found = certainty.finding_effects(asking, choice_of(area)).sort("figure", "finding")
    columns = ("figure", "finding", "concerned_cases", "mid_pct", "high_pct")
    assert same(found.select(columns).rows(), effects)


@areas
def test_a_change_of_weights_moves_an_area_by_the_ratio_of_its_sums(
    asking: Reader, area: str, nobody_is_few
) -> None:
    rows = certainty.weight_changes(asking, choice_of(area)).filter(part_id="")
    expected = by_hand(
        asking,
        "select changed_on, 100 * sum(workload_before_units) / sum(capacity_units), "
        "100 * sum(workload_after_units) / sum(capacity_units) "
        "from fct_area_weight_changes where list_contains($offices, area_id) and part_id = '' "
        "and service_line = $line and weight_scheme = $scheme group by 1",
        area,
        line=LINE,
        scheme=SCHEME,
    )
    columns = ("changed_on", "workload_before_pct", "workload_after_pct")
    assert same(rows.select(columns).rows(), expected) and rows["changed_on"].to_list() == [CHANGED_ON]


@pytest.mark.parametrize("area", [WHOLE, REGION])
def test_people_above_a_threshold_are_added_up_by_grade_and_area(asking: Reader, area: str) -> None:
    counts = pressure._overload_counts(asking, choice_of(area))[area]
    rows = counts.filter(part_id="", threshold=100)
    expected = by_hand(
        asking,
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
        asking,
        "select count(distinct officer_id) from fct_officer_weeks, dim_status "
        "where list_contains($offices, office_id) and weight_scheme = $scheme and capacity_units_avg > 0 "
        "and week_start_on >= date_trunc('week', as_of + 1) - interval 28 day "
        "and week_start_on < date_trunc('week', as_of + 1)",
        area,
        scheme=SCHEME,
    )
    beside = pressure._load_counts(asking, choice_of(area))[area].filter(part_id="")
    assert beside["people"].sum() == people > 0, "each person once"


@pytest.mark.parametrize("area", [WHOLE, REGION])
def test_counts_of_cases_by_part_add_up_to_the_cases_of_the_area(asking: Reader, area: str) -> None:
    rows = cover.cases_counted(asking, choice_of(area, cases_line=LINE))
    counted = ("open_cases", "uncovered_cases", "not_assessed_cases", "no_expected_end_cases")
    expected = by_hand(
        asking,
        "select count(*), count(*) filter (state = 'uncovered' and not is_to_close), "
        "count(*) filter (contains(findings, 'not_assessed')), "
        "count(*) filter (contains(findings, 'no_expected_end')) "
        "from fct_open_cases where list_contains($offices, office_id) "
        "and service_line = $line and weight_scheme = $scheme",
        area,
        line=LINE,
        scheme=SCHEME,
    )
    assert same(rows.select(counted).sum().rows(), expected)


def test_the_overview_shows_regions_by_the_ratio_of_their_sums(asking: Reader, nobody_is_few) -> None:
    rows = overview.load_in_windows(asking, choice_of(time_window="four_weeks", comparison="before")).filter(
        service_line=LINE, weight_scheme=SCHEME, time_window="four_weeks", part_id=REGION
    )
    expected = by_hand(
        asking,
        f"select work, {RATIO} from ("  # noqa: S608 (fixed names)
        f"select {SUMS} from fct_office_line_windows where list_contains($offices, office_id) "
        "and service_line = $line and weight_scheme = $scheme and time_window = 'four_weeks')",
        REGION,
        line=LINE,
        scheme=SCHEME,
    )
    assert same(rows.select("workload_units", "workload_pct").rows(), expected)
    waits = overview.longest_waits(asking).filter(service_line=LINE, part_id=REGION)
    now = backlog.backlog_now(asking, choice_of(REGION)).filter(part_id="", supervision_type="")
    columns = ("waiting_cases", "uncovered_cases", "wait_days_max")
    assert waits.select(columns).rows() == now.select(columns).rows()


def test_moments_ahead_of_a_part_are_those_of_its_own_weeks(asking: Reader, nobody_is_few) -> None:
    for row in outlook.parts_ahead(asking, choice_of(WHOLE)).to_dicts():
        weeks = outlook.area_weeks(asking, choice_of(row["part_id"]))
        in_13 = weeks.filter(is_booked=True, weeks_ahead=13).row(0, named=True)
        assert row["workload_pct_quarter"] == pytest.approx(in_13["workload_pct"])
        assert row["workload_units_quarter"] == pytest.approx(in_13["workload_units_avg"])
