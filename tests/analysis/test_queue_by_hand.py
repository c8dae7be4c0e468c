"""Waiting lists computed by hand, month by month: what comes, waits, starts and leaves."""

import numpy as np
import pytest

from analysis.queue import Levers, Move, Rates, Start, fte_for_waiting, levers_as_in, steady_state
from analysis.queue.flows import with_more
from analysis.queue.formulas import relief_capacity, target_queue
from analysis.queue.staffing import newcomers
from tests.analysis.queue_cells import by_hand, levers, rates, series, start


def test_an_empty_office_fills_up_and_then_cases_wait():
    # 2 posts carry 20 cases. 8 come a month: 8, 16, then only 4 fit.
    queue = by_hand(start([0], [0]), rates(8), levers([2] * 4))
    assert series(queue, "started_cases") == [8, 8, 4, 0]
    assert series(queue, "carried_cases") == [8, 16, 20, 20]
    assert series(queue, "waiting_cases") == [0, 0, 4, 12]
    assert series(queue, "workload_pct") == [40, 80, 100, 100]


def test_in_a_jam_nothing_starts_and_all_that_comes_waits():
    queue = by_hand(start([30], [20]), rates(5), levers([2] * 3))
    assert series(queue, "started_cases") == [0, 0, 0]
    assert series(queue, "waiting_cases") == [35, 40, 45]


def test_in_balance_as_many_start_as_leave():
    # A tenth of 50 leave each month, 5 come: the list of 7 stays as it is.
    queue = by_hand(start([7], [50]), rates(5, left=0.1), levers([5] * 4))
    assert series(queue, "started_cases") == [5, 5, 5, 5]
    assert series(queue, "waiting_cases") == [7, 7, 7, 7]


def test_a_list_is_cleared_by_new_staff_and_not_before_they_come():
    queue = by_hand(start([12], [20]), rates(2), levers([2, 2, 4, 4]))
    assert series(queue, "waiting_cases") == [14, 16, 0, 0]
    assert series(queue, "started_cases") == [0, 0, 18, 2]


def test_after_an_officer_leaves_cases_wait_until_work_has_ended():
    # 40 carried by 4 of whom 3 leave: 10 fit. Half of the carried ends each month and 4 come.
    queue = by_hand(start([0], [40]), rates(4, left=0.5), levers([4, 1, 1]))
    assert series(queue, "carried_cases") == [24, 12, 10]
    assert series(queue, "waiting_cases") == [0, 4, 4]


def test_nobody_is_taken_from_an_officer_above_the_limit():
    queue = by_hand(start([0], [30]), rates(3), levers([2, 2]))
    assert series(queue, "carried_cases") == [30, 30]
    assert series(queue, "workload_pct") == [150, 150]
    assert series(queue, "waiting_cases") == [3, 6]


def test_a_trainee_steps_up_and_takes_more_each_time():
    # One post counts for 0.2 in its first two months, 0.5 in the third, then in full.
    staff = newcomers(np.array([1.0]), 5, 1, shares=(0.2, 0.2, 0.5))[:, 0].tolist()
    assert staff == [0, 0.2, 0.2, 0.5, 1]
    queue = by_hand(start([20], [0]), rates(0), levers(staff))
    assert series(queue, "started_cases") == [0, 2, 0, 3, 5]
    assert series(queue, "waiting_cases") == [20, 18, 18, 15, 10]


def test_newcomers_go_again_at_the_end_of_their_contract():
    staff = newcomers(np.array([2.0, 1.0]), 4, 1, end_month=3, shares=(0.5,))
    assert staff.tolist() == [[0, 0], [1, 0.5], [2, 1], [0, 0]]


def test_a_cut_makes_a_list_where_there_was_none():
    staff = with_more(np.full((4, 1), 5.0), np.array([-1.0]), 2)
    assert staff[:, 0].tolist() == [5, 5, 4, 4]
    # 10 of 50 leave and 10 come, until 40 fit: then 10 of 50 and 8 of 40 leave.
    queue = by_hand(start([0], [50]), rates(10, left=0.2), levers(staff[:, 0].tolist()))
    assert series(queue, "started_cases") == [10, 10, 0, 8]
    assert series(queue, "waiting_cases") == [0, 0, 10, 12]


def test_a_higher_limit_lets_more_start_and_a_list_comes_later():
    at_100, at_120 = (by_hand(start([0], [0]), rates(8), levers([2] * 4, limit)) for limit in (100, 120))
    assert series(at_100, "waiting_cases") == [0, 0, 4, 12]
    assert series(at_120, "waiting_cases") == [0, 0, 0, 8]
    assert series(at_120, "workload_pct") == [40, 80, 120, 120]


def test_who_leaves_the_list_unserved_makes_room_for_nobody():
    # Half of those who waited before leave; 4 come.
    queue = by_hand(start([8], [20]), rates(4, unserved=0.5), levers([2] * 3))
    assert series(queue, "unserved_cases") == [4, 4, 4]
    assert series(queue, "waiting_cases") == [8, 8, 8]
    assert series(queue, "started_cases") == [0, 0, 0]


def test_half_the_staff_away_carries_half():
    queue = by_hand(start([0], [0]), rates(8), levers([2] * 3, presence_factor=0.5))
    assert series(queue, "carried_cases") == [8, 10, 10]
    assert series(queue, "workload_pct") == [80, 100, 100]


def test_a_higher_contact_standard_is_more_work_of_every_case():
    # From the second month each case is a quarter more work: 20 units hold 16 cases.
    factor = np.array([[1.0], [1.25], [1.25]])
    queue = by_hand(start([0], [10]), rates(5), levers([2] * 3, work_factor=factor))
    assert series(queue, "carried_cases") == [15, 16, 16]
    assert series(queue, "workload_pct") == [75, 100, 100]
    assert series(queue, "waiting_cases") == [0, 4, 9]


def test_an_inflow_shock_of_one_month_waits_until_there_is_room():
    factor = np.array([[1.0], [5.0], [0.0], [0.0]])
    queue = by_hand(start([0], [16]), rates(4, left=0.25), levers([2] * 4, inflow_factor=factor))
    assert series(queue, "received_cases") == [4, 20, 0, 0]
    assert series(queue, "waiting_cases") == [0, 12, 7, 2]


def test_work_moved_waits_in_the_other_office_and_is_taken_there():
    full = Levers(np.tile([2.0, 2.0], (2, 1)), np.array([100.0]), moves=(Move(0, 1, 3, first_month=1),))
    queue = by_hand(start([5, 0], [20, 10]), rates(0, cells=2), full)
    assert series(queue, "moved_in_cases", 0) == [0, -3]
    assert series(queue, "waiting_cases", 0) == [5, 2]
    assert series(queue, "started_cases", 1) == [0, 3]


def test_no_more_is_moved_than_waits():
    full = Levers(np.tile([0.0, 0.0], (3, 1)), np.array([100.0]), moves=(Move(0, 1, 4),))
    queue = by_hand(start([6, 0], [0, 0]), rates(0, cells=2), full)
    assert series(queue, "waiting_cases", 0) == [2, 0, 0]
    assert series(queue, "waiting_cases", 1) == [4, 6, 6]


def test_the_longest_wait_comes_first_and_waits_are_counted_from_the_month_of_coming():
    # 3 have waited two months and 4 one. A month on 5 start: the 3 after three months, 2 after two.
    begin = Start(np.array([[0, 4, 3, 0, 0, 0]]), np.array([0]))
    queue = by_hand(begin, rates(1), levers([0.5]))
    assert series(queue, "waited_months") == [3 * 3 + 2 * 2]
    assert queue.waiting_by_month[0, 0].tolist() == [1, 0, 2, 0, 0, 0]


def test_staff_for_a_list_is_found_and_any_less_is_too_little():
    # None come or leave and 20 are carried: for 15 of 20 to start 35 must be carried, by 3.5 posts.
    found = fte_for_waiting(
        start([20], [20]), rates(0), levers([2, 2]), np.array([5.0]), first_month=1, most_fte=np.array([9.0])
    )
    assert found[0] == pytest.approx(1.5, abs=1e-4)
    less = by_hand(start([20], [20]), rates(0), levers([2, 2 + found[0] - 0.01]))
    assert series(less, "waiting_cases") == [20, 6]


def test_a_list_that_the_most_staff_there_can_be_do_not_shorten_has_no_answer():
    found = fte_for_waiting(
        start([20], [20]), rates(0), levers([2, 2]), np.array([5.0]), first_month=1, most_fte=np.array([1.0])
    )
    assert np.isnan(found).all()


def test_fewer_staff_do_where_there_are_too_many():
    found = fte_for_waiting(
        start([0], [20]), rates(0), levers([5, 5]), np.array([0.0]), first_month=0, most_fte=np.array([9.0])
    )
    assert found[0] == pytest.approx(-5, abs=1e-4)


def test_once_the_backlog_is_gone_who_comes_leaves_again():
    # 10 come, 4 wait of whom a quarter leaves: 9 start. A tenth of the carried leaves: 90 are carried. A post
    # gives 10 and may be filled to 120 %: 7.5 posts.
    held = steady_state(rates(10, left=0.1, unserved=0.25), levers([5], 120), np.array([4.0]))
    assert (held.unserved_cases[0], held.started_cases[0], held.carried_cases[0]) == pytest.approx((1, 9, 90))
    assert held.available_fte[0] == pytest.approx(7.5)
    queue = by_hand(start([4], [90]), rates(10, left=0.1, unserved=0.25), levers([7.5] * 3, 120))
    assert series(queue, "waiting_cases") == [4, 4, 4]


def test_the_example_of_the_method_comes_out():
    # docs/method.md, "What more staff buys"
    one = Rates(*(np.array([amount]) for amount in (20.0, 0.05, 0.10, 2.1, 105.0)))
    queue = by_hand(start([50], [300]), one, levers([6, 7]))
    assert series(queue, "left_cases") == [15, 15]
    assert series(queue, "unserved_cases") == [5, 5]
    assert series(queue, "started_cases") == [15, 65]
    assert series(queue, "waiting_cases") == [50, 0]
    assert series(queue, "carried_cases") == [300, 350]
    assert series(queue, "workload_pct") == pytest.approx([100, 100])
    may_wait = target_queue(20 * 12 / 52, 4)
    assert may_wait == pytest.approx(18.5, abs=0.05)
    assert relief_capacity(20, 50, may_wait, 12) == pytest.approx(22.6, abs=0.05)
    held = steady_state(one, levers([6]), np.array([may_wait]))
    assert held.started_cases[0] == pytest.approx(18.2, abs=0.05)
    assert held.carried_cases[0] == pytest.approx(363, abs=0.5)
    assert held.available_fte[0] == pytest.approx(7.3, abs=0.05)


def test_where_nobody_leaves_no_staff_is_enough_for_good():
    assert np.isinf(steady_state(rates(10), levers([5]), np.array([4.0])).available_fte).all()


def test_impossible_starts_and_rates_are_refused():
    with pytest.raises(ValueError, match="Fewer than no cases"):
        start([-1], [0])
    with pytest.raises(ValueError, match="share from 0 to 1"):
        rates(1, left=1.5)
    with pytest.raises(ValueError, match="a case is work"):
        Rates(*(np.array([one]) for one in (1.0, 0, 0, 0, 10)))
    with pytest.raises(ValueError, match="Fewer than no staff"):
        levers([-1])
    with pytest.raises(ValueError, match="no workload to go on with"):
        levers_as_in(start([1], [1]), rates(1), np.array([0.0]), months=1)
    with pytest.raises(ValueError, match="same draws and cells"):
        by_hand(start([1, 1], [1, 1]), rates(1), levers([1]))


def test_ended_mandates_make_room_once_and_no_more_end_than_are_carried():
    # 2 posts carry 20 and 10 wait. In the second month 6 mandates are ended: 6 start.
    ended = np.array([[0], [6], [0]])
    queue = by_hand(start([10], [20]), rates(0), levers([2] * 3, ended_cases=ended))
    assert series(queue, "left_cases") == [0, 6, 0]
    assert series(queue, "started_cases") == [0, 6, 0]
    assert series(queue, "waiting_cases") == [10, 4, 4]
    none_left = by_hand(start([0], [4]), rates(0), levers([2] * 2, ended_cases=3))
    assert series(none_left, "left_cases") == [3, 1]
    assert series(none_left, "carried_cases") == [1, 0]


def test_cases_that_stay_twice_as_long_leave_half_as_often():
    # A quarter of 64 leaves, then an eighth of 48.
    factor = np.array([[1.0], [0.5]])
    queue = by_hand(start([0], [64]), rates(0, left=0.25), levers([9] * 2, left_factor=factor))
    assert series(queue, "left_cases") == [16, 6]


def test_a_limit_that_is_raised_lets_more_start_from_its_month():
    limit = np.array([[100.0], [150.0], [150.0]])
    queue = by_hand(start([30], [20]), rates(0), Levers(np.full((3, 1), 2.0), limit))
    assert series(queue, "started_cases") == [0, 10, 0]
    assert series(queue, "workload_pct") == [100, 150, 150]


def test_work_is_moved_until_its_end_and_not_after():
    full = Levers(
        np.tile([0.0, 0.0], (4, 1)), np.array([100.0]), moves=(Move(0, 1, 2, first_month=1, end_month=3),)
    )
    queue = by_hand(start([9, 0], [0, 0]), rates(0, cells=2), full)
    assert series(queue, "moved_in_cases", 1) == [0, 2, 2, 0]
    assert series(queue, "waiting_cases", 0) == [9, 7, 5, 5]


def test_the_balance_takes_a_limit_and_a_stay_of_its_last_month():
    # 10 come; a tenth leaves, a twentieth once cases stay twice as long: 200 carried, 20 posts, at 125 % 16.
    changed = Levers(np.full((2, 1), 5.0), np.array([[100.0], [125.0]]), left_factor=np.array([[1.0], [0.5]]))
    held = steady_state(rates(10, left=0.1), changed, np.array([0.0]))
    assert held.carried_cases[0] == pytest.approx(200)
    assert held.available_fte[0] == pytest.approx(16)
