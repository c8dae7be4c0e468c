"""The tests of the policy in dbt, run as SQL: quiet on the shipped rows, loud on each kind of bad row."""

import pytest

OVERLAPPING_WEIGHTS = "two_weight_rows_never_match_the_same_day"
OVERLAPPING_ROWS = "dated_rows_of_one_subject_never_overlap"
OVERLAPPING_PHASES = "phases_never_overlap"
ONE_DEFAULT = "exactly_one_scheme_is_default"
IN_RANGE = "factors_and_weights_are_not_negative"
FLAGS = "at_most_fifty_flags"
SOURCED = "every_policy_row_names_its_source"
USABLE = "policy_rows_say_when_and_where_they_count"
NAMED = "horizons_and_errors_of_weights_are_named"

REFUSED = [
    (
        OVERLAPPING_WEIGHTS,
        "insert into case_weights values "
        "('count', 'probation', 'any', 6, 9, 1, date '2020-01-01', null, 'x', 'assumed')",
    ),
    (
        OVERLAPPING_WEIGHTS,
        "insert into case_weights values "
        "('count', 'probation', 'any', 0, 1, 1, date '2020-01-01', date '2021-01-01', 'x', 'assumed')",
    ),
    (
        OVERLAPPING_ROWS,
        "insert into capacity_grades values ('count', 'officer', 1, date '2020-01-01', null, 'x')",
    ),
    (
        OVERLAPPING_ROWS,
        "insert into case_factors values ('count', 'chain', 1, date '2020-01-01', null, 'x'), "
        "('count', 'chain', 2, date '2022-01-01', null, 'x')",
    ),
    (
        OVERLAPPING_ROWS,
        "update task_weights set valid_to = '2020-01-02' where task_type = 'closing_work'; "
        "insert into task_weights values "
        "('fl_type_phase', 'closing_work', 1, 'in_progress', null, date '2020-01-01', null, 'x')",
    ),
    (
        OVERLAPPING_ROWS,
        "insert into targets values ('other', 'workload_pct', 95, '2020-01-01', null, 'x')",
    ),
    (OVERLAPPING_PHASES, "insert into phases values ('late', 24, null, 'x')"),
    (OVERLAPPING_PHASES, "update phases set to_month = 4 where phase = 'intensive'"),
    (ONE_DEFAULT, "update weight_schemes set is_default = false"),
    (ONE_DEFAULT, "update weight_schemes set is_default = true"),
    (IN_RANGE, "update weight_schemes set full_time_capacity = 0"),
    (IN_RANGE, "update weight_schemes set factor_cap = null"),
    (IN_RANGE, "update case_weights set weight = -1 where weight = 206"),
    (IN_RANGE, "update case_factors set factor = -1 where flag = 'warrant'"),
    (IN_RANGE, "update task_weights set weight = null"),
    (IN_RANGE, "update capacity_grades set capacity_share = 1.2"),
    (
        FLAGS,
        "insert into case_factors "
        "select 'count', 'flag_' || n, 1, date '2020-01-01', null, 'x' from range(50) as numbers(n)",
    ),
    (SOURCED, "update capacity_grades set source = ' ' where grade = 'officer'"),
    (SOURCED, "update threshold_sets set source = null where threshold = 25"),
    (SOURCED, "update case_weights set basis = 'guessed' where weight = 206"),
    (USABLE, "update case_weights set weight_scheme = 'typo' where weight_scheme = 'count'"),
    (USABLE, "update capacity_chain set weight_scheme = 'typo'"),
    (USABLE, "update case_factors set valid_to = '2009-12-31' where flag = 'chain'"),
    (USABLE, "update capacity_grades set valid_from = null"),
    (USABLE, "update case_weights set supervision_type = 'any' where supervision_type = 'probation'"),
    (USABLE, "update case_weights set to_month = 0 where to_month = 1"),
    (USABLE, "update phases set from_month = null where phase = 'start'"),
    (USABLE, "update task_weights set weighs = 'sometimes' where task_type = 'closing_work'"),
    (USABLE, "update task_weights set window_days = null where weighs = 'after_delivery'"),
    (USABLE, "update work_types set kind = 'job' where kind = 'task'"),
    (USABLE, "update threshold_sets set measure = 'high_risk_cases' where threshold = 25"),
    (USABLE, "update threshold_sets set threshold = null where threshold = 25"),
    (USABLE, "update targets set measure = 'waiting_cases'"),
    (USABLE, "update targets set amount = null"),
    (USABLE, "update targets set valid_to = valid_from"),
    (SOURCED, "update targets set source = ''"),
    (NAMED, "delete from horizons where horizon = 'quarter'"),
    (NAMED, "update horizons set weeks = 0 where horizon = 'year'"),
    (NAMED, "update horizons set weeks = 13 where horizon = 'year'"),
    (NAMED, "delete from noise_levels where measure like 'weights_off_%'"),
    (NAMED, "update noise_levels set threshold = 12.5 where threshold = 10"),
    (NAMED, "delete from noise_levels where measure = 'to_close_days'"),
    (NAMED, "update noise_levels set threshold = 0.5 where measure = 'to_close_days'"),
]

LET_THROUGH = [
    (
        "an exact level beside any, which it outranks",
        OVERLAPPING_WEIGHTS,
        "insert into case_weights values "
        "('count', 'probation', 'high', 0, null, 1, date '2020-01-01', null, 'x', 'assumed')",
    ),
    (
        "a weight that ends on the day its successor begins",
        OVERLAPPING_WEIGHTS,
        "update case_weights set valid_to = '2020-01-01' where weight_scheme = 'count'; "
        "insert into case_weights values "
        "('count', 'probation', 'any', 0, null, 1, date '2020-01-01', null, 'x', 'assumed')",
    ),
    (
        "a grade that ends on the day its successor begins",
        OVERLAPPING_ROWS,
        "update capacity_grades set valid_to = '2020-01-01' where weight_scheme = 'count'; "
        "insert into capacity_grades values ('count', 'officer', 0.9, date '2020-01-01', null, 'x')",
    ),
    (
        "a period whose end equals its start and means no day",
        OVERLAPPING_ROWS,
        "insert into capacity_grades values "
        "('count', 'officer', 1, date '2020-01-01', date '2020-01-01', 'x')",
    ),
    (
        "fifty flags",
        FLAGS,
        "delete from case_factors; insert into case_factors "
        "select 'count', 'flag_' || n, 1, date '2020-01-01', null, 'x' from range(50) as numbers(n)",
    ),
]


def test_the_shipped_policy_passes(policy, policy_tests, failing_rows):
    assert {test: failing_rows(policy, test) for test in policy_tests} == {test: [] for test in policy_tests}


@pytest.mark.parametrize(("test", "change"), REFUSED)
def test_a_bad_row_is_refused(policy, failing_rows, test, change):
    policy.execute(change)
    assert failing_rows(policy, test)


@pytest.mark.parametrize(("what", "test", "change"), LET_THROUGH)
def test_a_good_row_is_let_through(policy, failing_rows, what, test, change):
    policy.execute(change)
    assert failing_rows(policy, test) == [], what


def test_every_test_of_the_policy_is_shown_to_bite(policy_tests):
    assert set(policy_tests) == {test for test, _ in REFUSED} | {
        "capacity_chain_multiplies_out_to_full_time_capacity"  # in a file of its own
    }
