"""What each name does to the levers, and what comes of it: computed by hand on two cells of ten posts."""

from datetime import date

import numpy as np
import pytest

from analysis.queue import Levers, Move, Start, simulated
from analysis.queue.coupled import Coupled
from analysis.scenario import read
from analysis.scenario.levers import Ground, moved, reason_left_out
from analysis.scenario.names import NAMES
from analysis.scenario.outcomes import OUTCOMES, Run
from analysis.scenario.tornado import swings
from tests.analysis.queue_cells import by_hand, rates
from tests.analysis.scenario_texts import HEAD, row

MONTHS = tuple(date(2026, month, 1) for month in range(7, 13))
FROM, UNTIL = "2026-09-01", "2026-11-01"  # the third month, and the first after the fourth


def ground(waiting=(10, 30), carried=(60, 40), fte=(6.0, 4.0), limit=100.0) -> Ground:
    by_wait = np.zeros((2, 6), np.int64)
    by_wait[:, 0] = waiting
    now = Levers(np.tile(fte, (len(MONTHS), 1)), np.full(2, limit))
    # Office C is part of the second cell, beside others.
    places = {"A": (0, True), "B": (1, True), "C": (1, False)}
    return Ground("service", Start(by_wait, np.array(carried)), now, MONTHS, places)


def assumed(*rows: str):
    return read(HEAD + "".join(rows), "file.toml").assumptions


def levers(*rows: str, at: Ground | None = None) -> Levers:
    found = assumed(*rows)
    return moved(found, [one.central for one in found], at or ground())


def test_nothing_assumed_is_as_now():
    found, now = levers(), ground().now
    assert found.available_fte.tolist() == now.available_fte.tolist()
    assert (found.limit_pct == 100).all() and not found.ended_cases.any() and found.moves == ()
    for factor in (found.inflow_factor, found.presence_factor, found.left_factor, found.work_factor):
        assert np.all(np.asarray(factor) == 1)


def test_hires_go_where_cases_wait_and_carry_less_at_first():
    found = levers(row("hires_fte", 4, from_on=FROM), row("newcomer_months_1_6_pct", 50))
    # 10 of 40 wait in the first cell: 1 of 4 posts, at half.
    assert found.available_fte[:, 0].tolist() == [6, 6, 6.5, 6.5, 6.5, 6.5]
    assert found.available_fte[:, 1].tolist() == [4, 4, 5.5, 5.5, 5.5, 5.5]


def test_hires_of_an_office_go_there_also_where_it_is_simulated_with_others():
    found = levers(row("hires_fte", 2, from_on=FROM, office='"C"'))
    assert found.available_fte[-1].tolist() == [6, 6]


def test_half_a_year_of_each_share_and_then_in_full():
    at = ground()
    long = Ground(
        at.area,
        at.start,
        Levers(np.zeros((20, 2)), np.full(2, 100.0)),
        tuple(date(2026 + month // 12, month % 12 + 1, 1) for month in range(6, 26)),
        at.places,
    )
    found = levers(
        row("hires_fte", 10, from_on="2026-08-01", office='"A"'),
        row("newcomer_months_1_6_pct", 20),
        row("newcomer_months_13_18_pct", 60),
        at=long,
    )
    assert found.available_fte[:, 0].tolist() == pytest.approx([0] + [2] * 6 + [10] * 6 + [6] * 6 + [10])


def test_leavers_go_in_proportion_to_staff_and_no_more_than_there_are():
    found = levers(row("leavers_fte", 5, from_on=FROM))
    assert found.available_fte[2].tolist() == [3, 2]
    assert levers(row("leavers_fte", 50, from_on=FROM)).available_fte[2].tolist() == [0, 0]


def test_a_cut_is_of_the_staff_of_today_and_hires_come_beside_it():
    found = levers(
        row("staff_cut_pct", 50, from_on=FROM, until_on=UNTIL),
        row("hires_fte", 1, from_on=FROM, office='"A"'),
    )
    assert found.available_fte[:, 0].tolist() == [6, 6, 4, 4, 7, 7]
    assert found.available_fte[:, 1].tolist() == [4, 4, 2, 2, 4, 4]


def test_shares_multiply_in_any_order_and_in_their_months_alone():
    found = levers(
        row("inflow_pct", 20), row("triage_pct", 10, from_on=FROM), row("inflow_pct", -50, office='"A"')
    )
    assert found.inflow_factor[0] == pytest.approx([0.6, 1.2])
    assert found.inflow_factor[2] == pytest.approx([0.54, 1.08])
    away = levers(row("absence_pct", 10, from_on=FROM, until_on=UNTIL), row("extra_hours_pct", 5))
    assert away.presence_factor[:, 0] == pytest.approx([1.05, 1.05, 0.945, 0.945, 1.05, 1.05])


def test_cases_that_stay_a_quarter_longer_leave_a_fifth_less_often():
    assert levers(row("stay_pct", 25)).left_factor[0] == pytest.approx([0.8, 0.8])


def test_more_work_of_a_case_leaves_the_limit_and_another_weight_moves_it_along():
    heavier = levers(row("case_work_pct", 25))
    assert heavier.work_factor[0, 0] == 1.25 and (heavier.limit_pct == 100).all()
    weighed = levers(row("weights_pct", 25))
    assert weighed.work_factor[0, 0] == 1.25 and (weighed.limit_pct == 125).all()
    given = levers(row("weights_pct", 25), row("load_limit_pct", 110, from_on=FROM))
    assert given.limit_pct[:, 0].tolist() == [125, 125, 110, 110, 110, 110]


def test_with_other_weights_as_many_cases_are_carried_at_another_percentage():
    at = ground()
    as_now, weighed = (
        by_hand(at.start, rates(0, cells=2), levers(*rows, at=at)) for rows in ([], [row("weights_pct", 25)])
    )
    assert (as_now.carried_cases == weighed.carried_cases).all()
    assert weighed.workload_pct[0, -1] == pytest.approx(1.25 * as_now.workload_pct[0, -1])


def test_cases_that_are_ended_are_spread_over_the_caseloads_and_none_is_cut():
    found = levers(row("ended_expired_cases", 7, from_on=FROM, until_on=UNTIL))
    assert found.ended_cases[:, 0].tolist() == [0, 0, 4, 4, 0, 0]
    assert found.ended_cases[:, 1].tolist() == [0, 0, 3, 3, 0, 0]
    one = levers(row("ended_expired_cases", 7, from_on=FROM, until_on=UNTIL, office='"B"'))
    assert one.ended_cases[2].tolist() == [0, 7]


def test_cases_are_moved_from_one_list_to_the_other():
    found = levers(row("moved_cases", 3, office='"A"', to_office='"B"', from_on=FROM, until_on=UNTIL))
    assert found.moves == (Move(0, 1, 3, 2, 4),)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (row("hires_fte", 1, from_on="2026-06-01"), "past"),
        (row("inflow_pct", 1, from_on="2026-06-01"), ""),
        (row("inflow_pct", 1, until_on="2026-07-01"), "over"),
        (row("inflow_pct", 1, from_on="2027-01-01"), "later"),
        (row("inflow_pct", 1, office='"D"'), "not_here"),
        (row("inflow_pct", 1, office='"C"'), "not_alone"),
        (row("inflow_pct", 1, office='"service"'), ""),
        (row("moved_cases", 1, office='"C"', to_office='"A"'), "not_alone"),
        (row("hires_fte", 1, from_on=FROM, office='"C"'), ""),
    ],
)
def test_what_moves_nothing_here_says_why(text, reason):
    (one,) = assumed(text)
    assert reason_left_out(one, ground()) == reason
    changed, now = levers(text), levers()
    is_same = all(
        np.array_equal(
            np.broadcast_to(getattr(changed, name), (6, 2)), np.broadcast_to(getattr(now, name), (6, 2))
        )
        for name in ("available_fte", "inflow_factor")
    )
    assert is_same == bool(reason)


# Under each of these the list is longer or shorter in the end; a lever that reaches nothing would not show.
WAYS = {
    "hires_fte": (2, {"from_on": FROM}, "shorter"),
    "leavers_fte": (2, {"from_on": FROM}, "longer"),
    "staff_cut_pct": (20, {"from_on": FROM}, "longer"),
    "extra_hours_pct": (20, {}, "shorter"),
    "absence_pct": (20, {}, "longer"),
    "inflow_pct": (100, {}, "longer"),
    "triage_pct": (50, {}, "shorter"),
    "stay_pct": (100, {}, "longer"),
    "case_work_pct": (20, {}, "longer"),
    "weights_pct": (20, {}, "same"),
    "ended_expired_cases": (4, {"from_on": FROM, "until_on": UNTIL}, "shorter"),
    "moved_cases": (3, {"office": '"A"', "to_office": '"B"'}, "same"),
    "load_limit_pct": (150, {}, "shorter"),
}


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("newcomer")])
def test_every_name_moves_the_list_the_way_that_it_says(name):
    value, scope, way = WAYS[name]
    at, each = ground(), rates(10, left=0.1, cells=2)
    ends = []
    for rows in ([], [row(name, value, **scope)]):
        run = Run(each, levers(*rows, at=at), _queue(at, each, levers(*rows, at=at)))
        ends.append(run.at_end("waiting_cases"))
    change = ends[1] - ends[0]
    assert {"longer": change > 0.5, "shorter": change < -0.5, "same": abs(change) < 0.5}[way], ends


def _queue(at, each, found):
    return simulated(at.start, each, found, Coupled(1), 40)


def test_outcomes_are_what_a_reader_computes():
    # One case is a unit, a post gives ten; nobody comes or leaves. 10 posts carry 100, and 40 wait.
    at = ground()
    found = levers(
        row("hires_fte", 2, from_on=FROM, office='"B"'), row("absence_pct", 50, office='"A"'), at=at
    )
    run = Run(rates(0, cells=2), found, by_hand(at.start, rates(0, cells=2), found))
    assert run.of("waiting_cases")[0].tolist() == [40, 40, 20, 20, 20, 20]
    assert run.of("active_cases")[0].tolist() == [100, 100, 120, 120, 120, 120]
    # Half of six posts and four, then six: 100 of 70, 120 of 90.
    assert run.of("available_fte")[0].tolist() == [7, 7, 9, 9, 9, 9]
    assert run.of("workload_pct")[0, [0, 2]] == pytest.approx([100 * 100 / 70, 100 * 120 / 90])
    assert run.of("workload_pct", 0)[0, 0] == pytest.approx(200)
    # 140 cases at ten to a post that is there, however many posts that takes on paper.
    assert run.of("fte_needed", 1)[0, 0] == pytest.approx(7)
    assert run.of("fte_needed")[0, 0] == pytest.approx(14)
    # Nobody leaves the list in two months, then 20 do: 20 wait at 20 in three months.
    weeks = run.of("wait_weeks")[0]
    assert np.isinf(weeks[:2]).all() and weeks[2] == pytest.approx(52 / 12 * 20 * 3 / 20)
    assert np.isinf(weeks[5]) and run.at_end("wait_weeks") == float("inf")
    assert run.bands("wait_weeks", 1)[:, 2] == pytest.approx(52 / 12 * 10 * 3 / 20)


def test_without_staff_there_is_no_percentage():
    at = ground()
    found = levers(row("staff_cut_pct", 100, from_on="2026-07-01"), at=at)
    run = Run(rates(0, cells=2), found, by_hand(at.start, rates(0, cells=2), found))
    assert np.isnan(run.bands("workload_pct")).all() and OUTCOMES[2] == "workload_pct"


def test_a_tornado_has_the_largest_swing_first_and_leaves_out_what_is_sure():
    rows = assumed(
        row("inflow_pct", 0, low=-1, high=2),
        row("stay_pct", 5),
        row("triage_pct", 10, low=10, high=30),
        row("absence_pct", 0, low=-4, high=0),
    )
    asked = []

    def outcome_at(values):
        asked.append(values)
        return 100 + 10 * values[0] + 1000 * values[1] - values[2] - 2 * values[3]

    found = swings(rows, outcome_at)
    assert [(one.assumption.name, one.at_low, one.at_high) for one in found] == [
        ("inflow_pct", -10, 20),
        ("triage_pct", 0, -20),
        ("absence_pct", 8, 0),
    ]
    assert [one.size for one in found] == [30, 20, 8]
    assert len(asked) == 5, "a value that is the central one is not run again"


def test_a_swing_that_is_not_known_comes_last():
    rows = assumed(row("inflow_pct", 0, high=1), row("stay_pct", 0, high=1), row("triage_pct", 0, high=2))
    ends = {(0, 0, 0): 5.0, (1, 0, 0): float("nan"), (0, 1, 0): 5.0, (0, 0, 2): 4.0}
    found = swings(rows, lambda values: ends[tuple(values)])
    assert [one.assumption.name for one in found] == ["triage_pct", "stay_pct", "inflow_pct"]
    assert np.isnan(found[2].size) and found[1].size == 0


def test_shared_chance_keeps_means_and_is_the_same_under_other_levers():
    many = Coupled(3).poisson(2.3, (20_000, 1))
    assert many.mean() == pytest.approx(2.3, abs=0.02) and set(many.ravel()) == {2, 3}
    some = Coupled(3).binomial(np.full((20_000, 1), 7), 0.1)
    assert some.mean() == pytest.approx(0.7, abs=0.02) and some.max() <= 1
    assert (Coupled(3).binomial(np.full((5, 1), 7), 1.0) == 7).all()
    fewer, more = (Coupled(5).poisson(rate, (1000, 2)) for rate in (4.0, 4.4))
    assert (fewer <= more).all(), "a larger mean is never rounded to less"
