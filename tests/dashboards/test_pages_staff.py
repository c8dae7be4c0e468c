"""The page What more staff buys: rates are in the marts, runs come out case by case, few are hidden."""

from dataclasses import fields, replace
from datetime import date
from itertools import pairwise
from random import Random
from statistics import NormalDist

import numpy as np
import polars as pl
import pytest

from analysis.queue import Queue
from dashboards.access.door import SMALLEST_SHOWN
from dashboards.app_pages.staff import PAGE
from dashboards.filters.levers import months_ahead
from dashboards.page import panels_of
from dashboards.panel import Panel, State
from dashboards.panels.staff import answer, cells, fit, frames, needs, without
from dashboards.panels.staff.people_ahead import MOST_MONTHS
from dashboards.panels.staff.unserved import flows
from dashboards.panels.staff.words import levers_said
from dashboards.queries import staff as staff_questions
from dashboards.reader import Reader
from dashboards.text import number, speaking
from dashboards.view import View
from tests.analysis import queue_by_event as by_event
from tests.dashboards.conftest import PEOPLE, SMALL_OFFICE
from tests.dashboards.viewing import of_marts, published_reader, view_of

# What a full-time officer gives in a month by the default scheme.
FULL_TIME_UNITS = 105
MONTHS = """
    select month_start_on, sum(received_cases) as received, sum(started_cases) as started,
        sum(active_cases_end) as carried, sum(waiting_cases_end) as waiting
    from fct_case_flow_months inner join dim_work_types on work_type = supervision_type
    where service_line = 'offender_supervision' and $office in ('', office_id)
        and month_start_on between date '2025-06-01' and date '2026-06-01'
    group by month_start_on order by month_start_on
"""
LOADS = """
    select sum(workload_units_avg) / sum(active_cases_avg) as case_units,
        sum(capacity_units_avg) / sum(available_fte_avg) as fte_units,
        max_by(available_fte_avg, month_start_on) as fte
    from fct_area_line_months
    where area_id = if($office = '', 'service', $office) and part_id = ''
        and service_line = 'offender_supervision' and weight_scheme = 'fl_type_phase'
        and month_start_on between date '2025-07-01' and date '2026-06-01'
"""


def looking(reader: Reader, **values: str) -> View:
    with speaking(reader.language):
        return view_of(PAGE, reader, **values)


def panels(view: View) -> dict[str, Panel]:
    with speaking("en"):
        return {panel.name: panel for panel in panels_of(answer.what_if(view))}


def counted(reader: Reader, office: str = "") -> tuple[pl.DataFrame, dict]:
    """A year of months and the loads of an office, past what pages may have of them."""
    loads = of_marts(reader, LOADS, office=office).row(0, named=True)
    return of_marts(reader, MONTHS, office=office).cast({pl.Decimal: pl.Float64}, strict=False), loads


@pytest.mark.parametrize("office", ["", "GEN"])
def test_rates_are_those_of_the_last_twelve_months(asking_large, office: str) -> None:
    found = frames.outcome(looking(asking_large, **({"office": office} if office else {})))
    months, loads = counted(asking_large, office)
    rates, year = found.calibration.rates, months.tail(12)
    assert rates.received_cases.sum() == pytest.approx(float(year["received"].sum()) / 12)
    before, after = months.row(0, named=True), months.row(-1, named=True)
    left = float(before["carried"]) + float(year["started"].sum()) - float(after["carried"])
    carried = float(months.head(12)["carried"].sum())
    if len(found.cells.ids) == 1:
        assert rates.left_share[0] == pytest.approx(left / carried)
        assert rates.case_units[0] == pytest.approx(loads["case_units"])
        assert rates.fte_units[0] == pytest.approx(loads["fte_units"])
    assert found.as_now.levers.available_fte[0].sum() == pytest.approx(loads["fte"])
    assert found.start.waiting_cases.sum() == after["waiting"]
    assert found.start.carried_cases.sum() == after["carried"]


def test_the_parts_add_up_to_the_area(asking_large) -> None:
    view = looking(asking_large)
    found = cells.cells(view)
    assert len(found.ids) > 5 and cells.OTHERS in found.ids and SMALL_OFFICE in found.hidden
    whole = cells.months(view).filter(pl.col("part_id") == "").tail(24)
    for name, column in (("received_cases", "received_cases"), ("capacity_units", "capacity_units_avg")):
        assert getattr(found.past, name).sum(axis=1) == pytest.approx(whole[column].to_numpy())


def test_case_by_case_the_page_comes_to_the_same_list(asking_large) -> None:
    view = looking(asking_large, office="GEN", load_limit="now", staff_change="0", target_wait="2")
    found = frames.outcome(view)
    months, _ = counted(asking_large, "GEN")
    flows = [
        {name: float(value) for name, value in row.items() if name != "month_start_on"}
        for row in months.to_dicts()
    ]
    pairs = list(pairwise(flows))
    waiting, carried = int(flows[-1]["waiting"]), int(flows[-1]["carried"])
    chance, ends = Random(3), []
    for _ in range(400):
        drawn = chance.choices(pairs, k=12)
        received = sum(now["received"] for _, now in drawn) / 12
        left = sum(old["carried"] + now["started"] - now["carried"] for old, now in drawn)
        gone = sum(old["waiting"] + now["received"] - now["started"] - now["waiting"] for old, now in drawn)
        there, waited = (sum(old[name] for old, _ in drawn) for name in ("carried", "waiting"))
        shares = (
            min(max(part / whole, 0), 1) if whole else 0 for part, whole in ((left, there), (gone, waited))
        )
        office = by_event.Office([-1] * waiting, carried)
        ends.append(by_event.run(office, received, *shares, [carried] * 12, chance)[-1])
    slow = np.array(ends, float)
    for place, name in enumerate(("waiting_cases", "carried_cases")):
        ours = getattr(found.as_now.queue, name)[:, 11].sum(axis=1)
        error = np.sqrt(ours.var() / len(ours) + slow[:, place].var() / len(slow))
        assert abs(ours.mean() - slow[:, place].mean()) <= 4 * error + 1e-9


def test_with_nothing_chosen_both_simulations_are_one(asking_large) -> None:
    view = looking(asking_large, staff_change="0")
    found = frames.outcome(view)
    for one in fields(Queue):
        now, chosen = (getattr(run.queue, one.name) for run in (found.as_now, found.chosen))
        assert np.array_equal(now, chosen, equal_nan=True)
    with speaking("en"):
        assert levers_said(view.choice) == ""
    assert "would be" not in panels(view)["staff_answer"].lead


@pytest.mark.parametrize(
    ("lever", "value", "is_longer"),
    [
        ("staff_change", "20", False),
        ("staff_change", "-5", True),
        ("absence", "20", True),
        ("inflow", "20", True),
        ("inflow", "-20", False),
        ("case_work", "20", True),
        ("case_work", "-20", False),
        ("load_limit", "100", False),
    ],
)
def test_each_lever_moves_the_list_the_way_that_it_says(asking_large, lever, value, is_longer) -> None:
    found = frames.outcome(looking(asking_large, **({"staff_change": "0"} | {lever: value})))
    now, chosen = (run.queue.waiting_cases[:, 11].sum(axis=1).mean() for run in (found.as_now, found.chosen))
    assert (chosen > now) if is_longer else (chosen < now)


POSTS = """
    select first_whole_month_on, status, fte_to_fill, fte_counted from fct_office_posts
    where service_line = 'offender_supervision' and weight_scheme = 'fl_type_phase'
        and $office in ('', office_id)
"""


OFFICE_WITH_POSTS = """
    select min(office_id) from fct_office_posts
    where service_line = 'offender_supervision' and status <> 'vacant' and office_id <> 'HAL'
"""


@pytest.mark.parametrize("is_of_office", [False, True])
def test_the_page_begins_with_the_posts_that_are_being_filled(asking_large, is_of_office: bool) -> None:
    office = of_marts(asking_large, OFFICE_WITH_POSTS).item() if is_of_office else ""
    view = looking(asking_large, **({"office": office} if office else {}))
    assert view.choice.of("staff_change") == "posts"
    found = frames.outcome(view)
    more = found.chosen.levers.available_fte - found.as_now.levers.available_fte
    gives = (more * found.calibration.rates.fte_units).sum(axis=1)
    posts = of_marts(asking_large, POSTS, office=office).filter(pl.col("status") != "vacant")
    chosen = view.choice.staff_from
    for ahead, first_on in enumerate(found.months):
        came = [
            row["fte_counted"]
            for row in posts.to_dicts()
            if (row["first_whole_month_on"] or chosen) <= first_on
        ]
        assert gives[ahead] == pytest.approx(sum(came) * FULL_TIME_UNITS)
    assert gives[-1] > 0


def test_posts_stand_in_a_table_by_how_far_filling_them_is(asking_large) -> None:
    table = panels(looking(asking_large))["staff_posts"].table
    told = of_marts(asking_large, POSTS, office="")
    for status in ("hired", "recruiting", "vacant"):
        expected = told.filter(pl.col("status") == status)["fte_to_fill"].sum()
        assert table.rows[f"fte_{status}"].sum() == pytest.approx(expected)
    later = told.filter((pl.col("status") != "vacant") & (pl.col("first_whole_month_on") > date(2027, 6, 1)))
    counted = told.filter(pl.col("status") != "vacant")["fte_counted"].sum() - later["fte_counted"].sum()
    assert table.rows["fte_counted"].sum() == pytest.approx(counted)


def test_where_no_post_is_being_filled_the_page_begins_with_a_number(asking_large, monkeypatch) -> None:
    none = staff_questions.posts(asking_large, looking(asking_large).choice).clear()
    monkeypatch.setattr(staff_questions, "posts", lambda *_: none)
    view = looking(asking_large)
    assert view.choice.of("staff_change") == "20"
    assert "staff_posts" not in panels(view)
    assert not frames.outcome(view).chosen.levers.available_fte.min() < 0


def test_more_staff_goes_where_cases_wait_and_all_of_it_goes_somewhere(asking_large) -> None:
    found = frames.outcome(looking(asking_large))
    waiting = found.start.waiting_cases.sum(axis=1)
    for fte in (20, -7):
        spread = frames.spread_fte(fte, found.start, found.as_now.levers.available_fte[0])
        assert spread.sum() == pytest.approx(fte)
        assert fte < 0 or (spread[waiting == 0] == 0).all()


def test_what_the_target_takes_is_enough_and_less_is_not(asking_large) -> None:
    view = looking(asking_large, staff_change="0", office="GEN", target_wait="2", load_limit="100")
    busy = replace(frames.outcome(view))
    need = frames.need_fte(busy, view.choice)
    assert np.isfinite(need).all()
    # Under a limit that leaves much room, fewer do: the list of the target is not longer with them.
    assert need.sum() < 0


def test_offices_of_few_people_have_no_need_and_are_in_the_sum(asking_large) -> None:
    view = looking(asking_large)
    found = frames.outcome(view)
    with speaking("en"):
        panel = needs.every_part(found, view)
    rows = panel.table.rows
    few = rows.filter(pl.col("part_id").is_in(found.cells.hidden))
    assert few.height == len(found.cells.hidden) > 0
    for column in ("need_more_fte", "steady_fte", "available_now_fte", "waiting_as_now_cases"):
        assert few[column].null_count() == few.height
        assert rows.filter(~pl.col("part_id").is_in(found.cells.hidden))[column].null_count() == 0
    assert cells.OTHERS not in rows["part_id"].to_list()
    assert "hidden" in panel.notes[0]


def test_paper_says_what_room_the_simulation_finds(asking_large) -> None:
    view = looking(asking_large)
    found = frames.outcome(view)
    queue, waited = found.as_now.queue, found.start.waiting_cases.sum()
    # Whoever came and neither waits nor went without an officer has started.
    gone = (queue.received_cases - queue.unserved_cases).sum(axis=(1, 2))
    started = (waited + gone - queue.waiting_cases[:, -1].sum(axis=-1)) / frames.AHEAD
    assert found.as_now.started_a_month == pytest.approx(started.mean())
    with speaking("en"):
        said = needs.by_hand(found, view).items[-1]
    assert f"if nothing changes, {number(started.mean(), 1)} a month over the next year" in said


def test_an_office_of_few_people_is_not_simulated(asking_large) -> None:
    shown = panels(looking(asking_large, office=SMALL_OFFICE))
    assert [panel.state for panel in shown.values()] == [State.HIDDEN]


@pytest.mark.usefixtures("nobody_is_few")
def test_an_office_with_staff_and_without_cases_keeps_no_other_from_being_shown(asking) -> None:
    view = looking(asking)
    rows = cells.months(view).filter(
        (pl.col("part_id") != "") & (pl.col("month_start_on") >= date(2025, 7, 1))
    )
    cases = rows.group_by("part_id").agg(pl.col("active_cases_avg", "received_cases").sum())
    idle = cases.filter((pl.col("active_cases_avg") == 0) & (pl.col("received_cases") == 0))
    assert idle.height, "the small sample has such an office"
    found = cells.cells(view)
    assert set(found.ids) == set(cases["part_id"]) - set(idle["part_id"])


def test_the_fit_knows_nothing_of_the_year_that_it_expects_but_the_staff(asking) -> None:
    found = frames.outcome(looking(asking))
    past = found.cells.past
    changed = {}
    for name in ("received_cases", "started_cases", "waiting_cases", "carried_cases", "workload_units"):
        later = getattr(past, name).copy()
        later[-12:] = 3 * later[-12:] + 7
        changed[name] = later
    other = replace(found, cells=replace(found.cells, past=replace(past, **changed)))
    assert np.array_equal(fit._expected(found), fit._expected(other))
    fewer = replace(past, available_fte=past.available_fte * np.where(np.arange(24) < 12, 1, 0.5)[:, None])
    other = replace(found, cells=replace(found.cells, past=fewer))
    assert (fit._expected(other)[1, -1] > fit._expected(found)[1, -1]).all()


def test_what_leaves_unserved_is_what_is_left_of_the_list(asking_large) -> None:
    rows = panels(looking(asking_large))["staff_unserved"].table.rows
    waited = of_marts(asking_large, MONTHS, office="")["waiting"].to_list()
    for place, row in enumerate(rows.to_dicts()):
        left = int(waited[place]) + row["received_cases"] - row["started_cases"] - row["unserved_cases"]
        assert left == row["waiting_at_end_cases"] == int(waited[place + 1])


def test_parts_whose_list_shrank_by_more_than_can_have_left_are_named(asking_large) -> None:
    view = looking(asking_large)
    found = frames.outcome(view)
    negative = np.zeros(len(found.cells.ids), bool)
    negative[found.cells.ids.index("GEN")] = True
    calibration = replace(found.calibration, is_unserved_negative=negative)
    with speaking("en"):
        (said,) = flows(replace(found, calibration=calibration), view).notes
        calibration = replace(calibration, is_unserved_negative=np.zeros_like(negative))
        assert not flows(replace(found, calibration=calibration), view).notes
    assert said.startswith("Gent: more cases started")


CAPACITY = """
    select month_start_on, workload_units_avg as work, capacity_units_avg as capacity
    from fct_area_line_months
    where area_id = 'GEN' and part_id = '' and service_line = 'offender_supervision'
        and weight_scheme = 'fl_type_phase' and month_start_on <= date '2026-06-01'
    order by month_start_on
"""


def test_with_the_staff_of_before_the_list_is_that_of_fewer_or_more_places(asking_large) -> None:
    view = looking(asking_large, office="GEN", staff_until="2025-07")
    rows = without._rows(view)
    told = of_marts(asking_large, CAPACITY).cast({pl.Decimal: pl.Float64}, strict=False)
    before = told.filter(pl.col("month_start_on").is_between(date(2024, 7, 1), date(2025, 6, 1)))
    since = told.filter(pl.col("month_start_on") >= date(2025, 7, 1))
    level = before["capacity"].sum() / 12
    assert rows["workload_without"].to_list() == pytest.approx((100 * since["work"] / level).to_list())
    assert rows["workload_was"].to_list() == pytest.approx(
        (100 * since["work"] / since["capacity"]).to_list()
    )
    flows = [
        {name: float(value) for name, value in row.items() if name != "month_start_on"}
        for row in of_marts(asking_large, MONTHS, office="GEN").to_dicts()
    ]
    waiting, carried = flows[0]["waiting"], flows[0]["carried"]
    for (old, now), capacity, row in zip(pairwise(flows), since["capacity"], rows.to_dicts(), strict=True):
        left = old["carried"] + now["started"] - now["carried"]
        gone = old["waiting"] + now["received"] - now["started"] - now["waiting"]
        carried -= left * carried / old["carried"] if left > 0 else left
        listed = old["waiting"] + now["received"]
        there = waiting + now["received"]
        there -= gone * there / listed if gone > 0 else gone
        started = min(there, max(now["carried"] * level / capacity - carried, 0))
        waiting, carried = there - started, carried + started
        assert row["waiting_was"] == now["waiting"]
        assert row["waiting_without"] == pytest.approx(waiting, abs=1e-9)


def test_half_of_a_difference_is_there_from_the_month_after_the_last_with_less() -> None:
    assert without._half(np.array([0, 1, 5, 3, 6, 8.0])) == 4
    assert without._half(np.array([8, 8.0])) == 0


@pytest.mark.parametrize(
    ("name", "panel"),
    [("contracts", "staff_no_contracts"), ("assignments", "staff_no_assignments")],
)
def test_without_contracts_or_assignments_the_page_says_so(request, monkeypatch, name, panel) -> None:
    folder = request.getfixturevalue(f"warehouse_without_{name}")
    monkeypatch.setenv("MAATWERK_WAREHOUSE", str(folder))
    shown = panels(looking(published_reader()))
    assert {panel: State.NOT_DELIVERED} == {one: shown[one].state for one in shown}


def test_months_ahead_cross_the_year() -> None:
    assert months_ahead(date(2026, 11, 1), 3) == [date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1)]


LOADS_OF_ALL_LINES = """
    select month_start_on, sum(workload_units_avg) as work, sum(capacity_units_avg) as capacity,
        sum(workload_units_avg) filter (where service_line <> 'offender_supervision') as other_work,
        sum(capacity_units_avg) filter (where service_line <> 'offender_supervision') as other_capacity
    from fct_area_line_months
    where area_id = 'service' and part_id = '' and weight_scheme = 'fl_type_phase'
        and month_start_on between date '2025-07-01' and date '2026-06-01'
    group by month_start_on
    order by month_start_on
"""


def test_people_above_are_those_counted_and_then_what_their_spread_makes_of_the_load(
    asking_large, planted
) -> None:
    view = looking(asking_large, staff_change="20")
    rows = panels(view)["staff_people"].table.rows
    assert rows["people_was"].drop_nulls().to_list() == list(range(10, 34))
    told = of_marts(asking_large, LOADS_OF_ALL_LINES).cast({pl.Decimal: pl.Float64}, strict=False)
    told = planted.join(told, on="month_start_on", maintain_order="left")
    # The line once more, by the normal equations.
    x = np.log((100 * told["work"] / told["capacity"] / told["threshold"]).to_numpy())
    y = np.array([NormalDist().inv_cdf(one / PEOPLE) for one in told["people_over"]])
    slope = ((x - x.mean()) * (y - y.mean())).sum() / np.square(x - x.mean()).sum()
    level = y.mean() - slope * x.mean()
    last, found = told.filter(month_start_on=date(2026, 6, 1)).row(0, named=True), frames.outcome(view)
    # Each month of each run is off as far as one of the months behind, drawn once for both.
    off = np.random.default_rng(frames.SEED).choice(y - level - slope * x, (frames.DRAWS, MOST_MONTHS))
    own, month = 1 - last["other_capacity"] / last["capacity"], frames.AHEAD - 1
    for name, run in (("as_now", found.as_now), ("chosen", found.chosen)):
        work = (run.queue.carried_cases[:, month] * run.rates.case_units).sum(axis=-1) + last["other_work"]
        capacity = (run.levers.available_fte[month] * run.rates.fte_units).sum() + last["other_capacity"]
        more = run.levers.available_fte[month].sum() / found.cells.past.available_fte[-1].sum() - 1
        above = [
            NormalDist().cdf(level + slope * np.log(100 * one / capacity / 7) + drawn)
            * PEOPLE
            * (1 + own * more)
            for one, drawn in zip(work, off[:, month], strict=True)
        ]
        assert rows[f"people_{name}"][-1] == pytest.approx(np.median(above))


@pytest.mark.usefixtures("planted")
def test_people_above_are_said_with_today_and_both_years_ahead(asking_large) -> None:
    panel = panels(looking(asking_large, staff_change="20"))["staff_people"]
    then = [number(panel.table.rows[name][-1]) for name in ("people_as_now", "people_chosen")]
    assert panel.title == (
        f"People above 7% of capacity, simulated: 33 of {PEOPLE} today; in a year {then[0]} if nothing"
        f" changes, {then[1]} with your choices"
    )


def test_of_people_above_only_those_of_groups_that_are_shown_are_known(asking_large) -> None:
    rows = staff_questions.people_above(asking_large, looking(asking_large).choice)
    told = of_marts(
        asking_large,
        """
        select unnest(months) as month_start_on, threshold, unnest(officers_with_capacity) as people,
            unnest(officers_over_4_weeks) as people_over
        from fct_area_overload_series
        where area_id = 'service' and part_id = '' and grade = '' and measure = 'workload_pct'
            and weight_scheme = 'fl_type_phase'
        """,
    )
    key = ["threshold", "month_start_on"]
    shown = told.join(rows.select(key), on=key, how="semi").select(rows.columns)
    assert rows.height
    assert rows.sort(key).equals(shown.sort(key))
    small = staff_questions.people_above(asking_large, looking(asking_large, office=SMALL_OFFICE).choice)
    assert small["people"].min() >= SMALLEST_SHOWN


def test_where_nobody_is_above_nothing_is_said_of_how_people_are_spread(asking_large) -> None:
    assert "staff_people" not in panels(looking(asking_large))
