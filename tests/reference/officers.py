"""Work and capacity per officer and office: spans, months and weeks."""

from collections import defaultdict

from tests.reference.ahead import weeks_ahead, world_ahead
from tests.reference.averages import Daily, Mart, with_pct, workload_pct
from tests.reference.days import MONTHS, ONE_DAY, Grain
from tests.reference.world import World, once_per_world


@once_per_world
def officer_days(world: World) -> Daily:
    """By officer, office and scheme: cases carried, units of work, units of capacity."""
    daily = Daily("active_cases", "workload_units", "capacity_units")
    for one in world.case_days:
        for officer_id, share in one.shares.items():
            for scheme, units in one.units.items():
                key = (officer_id, one.office_id, scheme)
                daily.add(key, one.day, active_cases=1, workload_units=units * share)
    for one in world.task_days:
        key = (one.task.officer_id, one.task.office_id, one.weight_scheme)
        daily.add(key, one.day, workload_units=one.units)
    for one in world.contract_days:
        for scheme, units in one.units.items():
            key = (one.contract.officer_id, one.contract.office_id, scheme)
            daily.add(key, one.day, capacity_units=units)
    return daily


def officer_means(world: World, grain: Grain) -> Mart:
    """fct_officer_months or fct_officer_weeks, keyed by officer, office, scheme, first day of the period."""
    return with_pct(officer_days(world).means(grain, world.as_of))


def officer_spans(world: World) -> Mart:
    """fct_officer_spans, keyed by officer, office, scheme, valid_from; spans of nothing are left out."""
    days_of = defaultdict(dict)
    for (key, day), figures in officer_days(world).figures.items():
        if any(figures.values()):
            days_of[key][day] = figures
    spans: Mart = {}
    for key, figures_on in days_of.items():
        for day in sorted(figures_on):
            before = figures_on.get(day - ONE_DAY)
            if before != figures_on[day]:
                first = day
                spans[*key, first] = dict(figures_on[day])
            spans[*key, first]["valid_to"] = day + ONE_DAY
    for row in spans.values():
        row["workload_pct"] = workload_pct(row["workload_units"], row["capacity_units"])
    return spans


def person_periods(world: World) -> Mart:
    """fct_person_periods, keyed by officer, scheme, period, first day: months behind, as_of, weeks ahead."""
    ahead = world_ahead(world)
    months = _persons(world).means(MONTHS, world.as_of)
    weeks = _persons(ahead).means(weeks_ahead(world), ahead.as_of)
    mart = {(*key[:2], "month", key[2]): row for key, row in months.items()}
    mart |= {(*key[:2], "week", key[2]): row for key, row in weeks.items()}
    for (key, day), figures in _persons(world).figures.items():
        if day == world.as_of:
            means = {f"{measure}_avg": amount for measure, amount in figures.items()}
            mart[*key, "day", day] = means | {"days": 1}
    return with_pct(mart)


def _persons(world: World) -> Daily:
    """By officer and scheme: the figures of ``officer_days``, offices added up day by day."""
    persons = Daily("active_cases", "workload_units", "capacity_units")
    for ((officer_id, _, scheme), day), figures in officer_days(world).figures.items():
        persons.add((officer_id, scheme), day, **figures)
    return persons
