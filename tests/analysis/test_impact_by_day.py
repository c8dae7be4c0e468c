"""What taking a case would do, against sums over every single day."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import chain, groupby, repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.impact import WEEKS_AHEAD, case_impact
from tests.analysis.impact_frames import case, spans, weeks
from tests.reference.days import ONE_DAY, Day, days_from, week_start

# How many days a quantity stays at what.
Steps = list[tuple[int, int]]
Daily = dict[Day, int]
STEPS = st.lists(st.tuples(st.integers(1, 90), st.integers(0, 40)), min_size=1, max_size=5)


@given(
    as_of=st.dates(Day(2023, 12, 25), Day(2025, 1, 10)),
    share=st.sampled_from((1, 0.5, 0.25, 0.3)),
    offices=st.lists(st.tuples(STEPS, STEPS), max_size=2),
    case_steps=STEPS,
)
def test_every_mean_is_the_sum_over_its_days(as_of, share, offices, case_steps):
    horizon = week_start(as_of) + (WEEKS_AHEAD + 1) * 7 * ONE_DAY
    days = list(days_from(as_of, horizon))
    periods = [[as_of], *(list(week) for _, week in groupby(days[1:], key=week_start))]
    works = [daily(days, work) for work, _ in offices]
    capacities = [daily(days, capacity) for _, capacity in offices]
    weight = daily(days, case_steps)

    rows = case_impact(
        spans(*zip(on_day(works, as_of), on_day(capacities, as_of), strict=True), since=as_of, until=days[1]),
        weeks(*office_weeks(works, capacities, periods[1:])),
        case(*stretches(as_of, case_steps, horizon)),
        share=share,
        as_of=as_of,
    ).to_dicts()

    for row, period in zip(rows, periods, strict=True):
        before, capacity = mean(works, period), mean(capacities, period)
        after = before + Fraction(share) * mean([weight], period)
        assert (row["period_start_on"], row["days"]) == (period[0], len(period))
        assert row["workload_units_before"] == pytest.approx(float(before))
        assert row["workload_units_after"] == pytest.approx(float(after))
        assert row["capacity_units"] == pytest.approx(float(capacity))
        for name, work in (("workload_pct_before", before), ("workload_pct_after", after)):
            assert row[name] == (pytest.approx(float(100 * work / capacity)) if capacity else None)


def daily(days: list[Day], steps: Steps) -> Daily:
    """A quantity on every day; nothing after its last step."""
    listed = chain(chain.from_iterable([units] * length for length, units in steps), repeat(0))
    return dict(zip(days, listed, strict=False))


def on_day(quantities: list[Daily], day: Day) -> list[int]:
    """What each office has on a day."""
    return [quantity[day] for quantity in quantities]


def mean(quantities: list[Daily], days: list[Day]) -> Fraction:
    """What all offices together have, per day."""
    return Fraction(sum(quantity[day] for quantity in quantities for day in days), len(days))


def office_weeks(works: list[Daily], capacities: list[Daily], periods: list[list[Day]]) -> Iterator[tuple]:
    """One row per office and week, as in the mart: without the weeks in which both are 0."""
    for work, capacity in zip(works, capacities, strict=True):
        for days in periods:
            units = (float(mean([work], days)), float(mean([capacity], days)))
            if any(units):
                yield week_start(days[0]), len(days), *units


def stretches(as_of: Day, steps: Steps, horizon: Day) -> Iterable[tuple[Day, Day, int]]:
    """The steps as rows of the mart, up to the end of the outlook."""
    begin = as_of
    for length, units in steps:
        end = min(begin + length * ONE_DAY, horizon)
        if begin < end:
            yield begin, end, units
        begin = end
