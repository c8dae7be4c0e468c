"""The page Why it grew: its levels are in the marts, its parts add up, few people have no percentage."""

from dataclasses import replace
from datetime import date

import pytest

from analysis.growth import factors_of
from dashboards.app_pages.growth import PAGE
from dashboards.filters.periods import month_compared, months
from dashboards.panel import State
from dashboards.panels.growth import frames, index, offices, waterfalls
from dashboards.reader import Reader
from dashboards.text import speaking
from dashboards.view import View
from tests.dashboards.conftest import SMALL_OFFICE
from tests.dashboards.viewing import of_marts, view_of

EXACT = 1e-9
BEFORE, AFTER = date(2020, 6, 1), date(2026, 6, 1)
OPEN = """
    select sum(open_cases_end) filter (where month_start_on = $before) as before,
        sum(open_cases_end) filter (where month_start_on = $after) as after
    from fct_case_flow_months inner join dim_work_types on work_type = supervision_type
    where service_line = $line and $office in ('', office_id)
"""
LOAD = """
    select max({amount}) filter (where month_start_on = $before) as before,
        max({amount}) filter (where month_start_on = $after) as after
    from fct_area_line_months
    where area_id = if($office = '', 'service', $office) and part_id = '' and service_line = $line
        and weight_scheme = 'fl_type_phase'
"""
AMOUNTS = {
    "open_cases": OPEN,
    "workload_units": LOAD.format(amount="workload_units_avg"),
    "workload_pct": LOAD.format(amount="workload_pct"),
}


def looking(reader: Reader, **values: str) -> View:
    with speaking(reader.language):
        return view_of(PAGE, reader, **values)


@pytest.mark.parametrize("line", ["offender_supervision", "victims"])
@pytest.mark.parametrize("office", ["", "GEN"])
@pytest.mark.parametrize("measure", AMOUNTS)
def test_the_parts_are_the_change_that_the_marts_tell(asking_large, measure, office, line) -> None:
    view = looking(asking_large, service_line=line, **({"office": office} if office else {}))
    rows = frames.split(view, measure)
    told = of_marts(asking_large, AMOUNTS[measure], before=BEFORE, after=AFTER, line=line, office=office)
    before, after = map(float, told.row(0))
    if measure == "workload_pct" and rows.is_empty():
        assert frames.of_few(view)
        return
    assert rows["before"].sum() == pytest.approx(before, abs=1e-6)
    assert rows["after"].sum() == pytest.approx(after, abs=1e-6)
    parts = sum(rows[cause].sum() for cause in factors_of(measure))
    assert parts == pytest.approx(rows["after"].sum() - rows["before"].sum(), abs=EXACT)


@pytest.mark.parametrize("measure", ["open_cases", "workload_units"])
def test_an_office_has_the_same_part_alone_and_among_all(asking_large, measure: str) -> None:
    of_all = frames.split(looking(asking_large), measure)
    alone = frames.split(looking(asking_large, office="GEN"), measure)
    keys = ["before", "after", *factors_of(measure)]
    among = of_all.filter(of_all["office_id"] == "GEN").select(keys).row(0)
    assert alone.select(keys).row(0) == pytest.approx(among, abs=EXACT)


def test_an_office_of_few_posts_has_no_percentage_but_its_work(asking_large) -> None:
    view = looking(asking_large, office=SMALL_OFFICE, to_month="2026-06", from_month="2024-06")
    with speaking("en"):
        shown = {panel.name: panel.state for panel in waterfalls.every_measure(view)}
        lines = index.since_month(view)
    assert shown["growth_workload_pct"] is State.HIDDEN
    assert shown["growth_workload_units"] is shown["growth_open_cases"] is State.SHOWN
    assert frames.split(view, "workload_pct").is_empty()
    assert "available_fte_avg" not in lines.table.columns
    assert lines.table.rows["available_fte_avg"].null_count() == lines.table.rows.height


def test_lines_are_at_100_in_the_month_compared_with(asking_large) -> None:
    rows = index.indexed(looking(asking_large))
    base = rows.filter(rows["month_start_on"] == BEFORE).row(0, named=True)
    assert {base[column] for column in index.SERIES.values()} == {100}
    last = rows.row(-1, named=True)
    assert last["open_index"] == pytest.approx(
        100 * last["open_cases_end"] / base["open_cases_end"], abs=1e-9
    )


def test_offices_are_beside_each_other_only_where_there_are_several(asking_large) -> None:
    with speaking("en"):
        every = offices.every_part(looking(asking_large))
        assert every.table.rows.height > 10
        assert offices.every_part(looking(asking_large, office="GEN")) is None


def test_one_month_twice_is_said_to_be_no_growth(asking_large) -> None:
    view = looking(asking_large, from_month="2026-06", to_month="2026-06")
    with speaking("en"):
        assert index.since_month(view).state is State.NOTHING
        assert waterfalls.every_measure(view) == ()


@pytest.mark.parametrize(
    ("first", "as_of", "latest", "compared"),
    [
        (date(2018, 1, 1), date(2026, 6, 30), "2026-06", "2020-06"),
        (date(2018, 1, 1), date(2026, 6, 29), "2026-05", "2020-05"),
        (date(2022, 8, 1), date(2026, 6, 30), "2026-06", "2023-06"),
        (date(2026, 2, 1), date(2026, 6, 30), "2026-06", "2026-02"),
        (date(2026, 6, 1), date(2026, 6, 30), "2026-06", "2026-06"),
        (date(2026, 6, 1), date(2026, 6, 12), "2026-05", "2026-05"),
        (date(2010, 1, 1), date(2019, 3, 31), "2019-03", "2010-03"),
    ],
)
def test_months_that_are_offered_and_the_one_compared_with(asking_large, first, as_of, latest, compared):
    status = replace(looking(asking_large).status, first_month_on=first, as_of=as_of)
    assert months(status)[0] == latest
    assert month_compared(status, latest) == compared
