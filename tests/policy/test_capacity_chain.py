"""How the chain of capacity is multiplied out, for chains an agency may write down otherwise."""

import pytest

TEST = "capacity_chain_multiplies_out_to_full_time_capacity"

LEADING_TO_100 = [
    [],
    [(100, "points")],
    [(40, "points_a_week"), (2.5, "weeks")],
    [(250, "points"), (0.6, "share_lost")],
    [(60, "days_per_year"), (140, "days_per_year"), (6, "hours_per_day"), (12, "months_per_year")],
    [(230, "days_per_year"), (-65, "days_per_year"), (8, "hours_per_day"), (12, "months_per_year"),
     (0.95, "share"), (10, "rounded_down_to")],
]  # fmt: skip
LEADING_ELSEWHERE = [
    [(99, "points")],
    [(100, "points"), (0.01, "share_lost")],
    [(109, "points"), (1, "rounded_down_to")],
    [(200, "days_per_year"), (6, "hours_per_day")],
    # Logarithms know no zero: a step that takes everything away must not be passed over.
    [(100, "points"), (0, "share")],
    [(100, "points"), (1, "share_lost")],
    [(-100, "points"), (-1, "share")],
]


@pytest.fixture
def chain_of_100(policy):
    """A scheme of 100 points to which a chain of (value, unit) is written."""

    def written(steps: list[tuple[float, str]]):
        policy.execute("insert into weight_schemes values ('own', 'points', 100, 1, 'a study', false)")
        for position, (size, unit) in enumerate(steps):
            row = ["own", f"step {position}", position, size, unit, "a study"]
            policy.execute("insert into capacity_chain values (?, ?, ?, ?, ?, ?)", row)
        return policy

    return written


@pytest.mark.parametrize("steps", LEADING_TO_100)
def test_a_chain_that_leads_to_the_capacity_passes(chain_of_100, failing_rows, steps):
    assert failing_rows(chain_of_100(steps), TEST) == []


@pytest.mark.parametrize("steps", LEADING_ELSEWHERE)
def test_a_chain_that_leads_elsewhere_is_refused(chain_of_100, failing_rows, steps):
    assert [row[0] for row in failing_rows(chain_of_100(steps), TEST)] == ["own"]


def test_the_shipped_chain_is_refused_with_five_days_less(policy, failing_rows):
    policy.execute("update capacity_chain set value = -40 where step = 'annual_leave'")
    assert [row[0] for row in failing_rows(policy, TEST)] == ["fl_type_phase"]
