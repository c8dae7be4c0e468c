"""Marts by area that are those by office, added up."""

from collections import defaultdict
from fractions import Fraction

from tests.reference.ahead import weeks_ahead, world_ahead
from tests.reference.areas import added_up, parts_above_offices, parts_of, places_of, same
from tests.reference.averages import Mart, with_pct, workload_pct
from tests.reference.backlog import TO_CLOSE, backlog_weeks
from tests.reference.bases import office_weight_bases
from tests.reference.changes import office_weight_changes
from tests.reference.days import ONE_DAY, WEEKS, Grain, week_start
from tests.reference.finding_effects import office_finding_effects
from tests.reference.findings import weight_schemes
from tests.reference.offices import OFFICE_MEASURES, office_line_means
from tests.reference.overload import office_overload_months
from tests.reference.sensitivity import ALL_WEIGHTS, office_sensitivity
from tests.reference.windows import office_line_windows
from tests.reference.world import World

WEEKS_BEHIND = 26
MEANS = dict.fromkeys((f"{measure}_avg" for measure in OFFICE_MEASURES), sum) | {"days": same}
ALL_GRADES = ""
WAITS = ("wait_days_p50", "wait_days_p90", "wait_days_max")
OVER_COUNTS = ("officers_with_capacity", "officers_over_4_weeks", "officers_over_4_weeks_now")


def _sums(*columns: str) -> dict:
    return dict.fromkeys(columns, sum)


def area_line_means(world: World, grain: Grain) -> Mart:
    """fct_area_line_months, or its weeks, keyed by area, part, service line, scheme, first day."""
    return with_pct(added_up(parts_of(world.delivery), office_line_means(world, grain), **MEANS))


def area_line_weeks(world: World) -> Mart:
    """fct_area_line_weeks: the running week and the 25 before it."""
    first = week_start(world.as_of) - 7 * (WEEKS_BEHIND - 1) * ONE_DAY
    weeks = {key: row for key, row in area_line_means(world, WEEKS).items() if key[-1] >= first}
    return _with_fte_apart(world, weeks)


def area_line_outlook_weeks(world: World) -> Mart:
    """fct_area_line_outlook_weeks, keyed as the weeks behind."""
    return _with_fte_apart(world, area_line_means(world_ahead(world), weeks_ahead(world)))


def _with_fte_apart(world: World, weeks: Mart) -> Mart:
    """The weeks with the FTE that reductions take, and those available that grades do not count."""
    schemes = weight_schemes(world)
    for (_, _, _, scheme, _), row in weeks.items():
        counted_fte = row["capacity_units_avg"] / schemes[scheme,]["full_time_capacity"]
        row["reduced_fte_avg"] = row["contract_fte_avg"] - row["available_fte_avg"]
        row["uncounted_fte_avg"] = row["available_fte_avg"] - counted_fte
    return weeks


def area_line_windows(world: World) -> Mart:
    """fct_area_line_windows, keyed by area, part, service line, scheme, window."""
    bounds = {"window_start_on": same, "window_end_on": same}
    windows = with_pct(added_up(parts_of(world.delivery), office_line_windows(world), **MEANS, **bounds))
    for row in windows.values():
        row["room_fte_avg"] = _room_in_fte(row)
    return windows


def _room_in_fte(row: dict) -> Fraction | None:
    """Capacity less work, in units, by what one available full-time equivalent gives of them."""
    columns = ("capacity_units_avg", "workload_units_avg", "available_fte_avg")
    capacity, work, available_fte = (Fraction(row[column]) for column in columns)
    return (capacity - work) / (capacity / available_fte) if capacity else None


def area_weight_changes(world: World) -> Mart:
    """fct_area_weight_changes, keyed by area, part, service line, scheme, day."""
    columns = ("workload_before_units", "workload_after_units", "capacity_units")
    mart = added_up(parts_of(world.delivery), office_weight_changes(world), **_sums(*columns))
    for row in mart.values():
        before, after, capacity = (row[column] for column in columns)
        row["workload_before_pct"] = workload_pct(before, capacity)
        row["workload_after_pct"] = workload_pct(after, capacity)
        row["moved_points"] = workload_pct(after - before, capacity)
        row["work_change_pct"] = 100 * (after - before) / before if before else None
    return mart


def area_backlog_weeks(world: World) -> Mart:
    """fct_area_backlog_weeks, keyed by area, supervision type, scheme, Monday.

    Quantiles do not add up: how long people wait is known of offices.
    """
    columns = ("waiting_cases", "waiting_units", "uncovered_cases", "uncovered_units", *TO_CLOSE)
    offices = backlog_weeks(world)
    mart = added_up(places_of(world.delivery), offices, counted_on=same, **_sums(*columns))
    for key, row in mart.items():
        row |= {wait: offices[key][wait] if key in offices else None for wait in WAITS}
    return mart


def area_finding_effects(world: World) -> Mart:
    """fct_area_finding_effects, keyed by area, service line, scheme, finding, figure."""
    columns = ("workload_units", "workload_lower_units", "workload_upper_units", "capacity_units")
    effects, sums = office_finding_effects(world), _sums("concerned_cases", *columns)
    mart = added_up(places_of(world.delivery), effects, on_day=same, **sums)
    for row in mart.values():
        for end in ("", "_lower", "_upper"):
            row[f"workload{end}_pct"] = workload_pct(row[f"workload{end}_units"], row["capacity_units"])
    return mart


def area_sensitivity(world: World) -> Mart:
    """fct_area_sensitivity, keyed by area, service line, scheme, work type, error.

    Beside a work type stand work and capacity of the offices that have such work.
    """
    columns = ("subject_units_avg", "workload_units_avg", "capacity_units_avg")
    mart = added_up(places_of(world.delivery), office_sensitivity(world), **_sums(*columns))
    for (area, line, scheme, _, error), row in mart.items():
        whole = mart[area, line, scheme, ALL_WEIGHTS, error]
        work, capacity = whole["workload_units_avg"], whole["capacity_units_avg"]
        off = row["subject_units_avg"] * error / 100
        row["workload_pct"] = workload_pct(work, capacity)
        row["workload_lower_pct"] = workload_pct(work - off, capacity)
        row["workload_upper_pct"] = workload_pct(work + off, capacity)
    return mart


def area_weight_bases(world: World) -> Mart:
    """fct_area_weight_bases, keyed by area, service line, scheme, basis."""
    together = {"workload_units": sum, "oldest_valid_from": min, "newest_valid_from": max}
    mart = added_up(places_of(world.delivery), office_weight_bases(world), **together)
    for key, row in mart.items():
        whole = sum(other["workload_units"] for place, other in mart.items() if place[:3] == key[:3])
        row["workload_share_pct"] = 100 * row["workload_units"] / whole
    return mart


def area_overload_months(world: World) -> Mart:
    """fct_area_overload_months, keyed by area, part, grade, scheme, set, measure, threshold, month.

    Who has capacity in two offices or grades counts in each, also where these are taken together.
    """
    together = dict.fromkeys(("officers_with_capacity", "officers_over_4_weeks"), sum)
    together |= {"officers_over_4_weeks_now": _sum_known}
    parts, offices = parts_above_offices(world.delivery), _overload_now(world)
    places = {
        (office_id, grade): [(*part, of) for part in parts[office_id] for of in (ALL_GRADES, grade)]
        for office_id, grade, *_ in offices
    }
    return added_up(places, {(key[:2], *key[2:]): row for key, row in offices.items()}, **together)


def _overload_now(world: World) -> Mart:
    """fct_office_overload_months with who would be above by the weights of as_of.

    These play no part where cases are counted: there, and where they never changed, nothing is said.
    """
    schemes, today = weight_schemes(world), office_overload_months(world.as_weighed_today)
    mart: Mart = {}
    for key, row in office_overload_months(world).items():
        _, _, scheme, _, measure, *_ = key
        is_known = measure == "workload_pct" and schemes[scheme,]["has_changed"]
        now = today[key]["officers_over_4_weeks"] if is_known else None
        mart[key] = row | {"officers_over_4_weeks_now": now}
    return mart


def _sum_known(figures: list) -> int | None:
    return None if None in figures else sum(figures)


def area_overload_series(world: World) -> Mart:
    """fct_area_overload_series, keyed by area, part, grade, scheme, set, measure, threshold: lists."""
    series: dict = defaultdict(lambda: defaultdict(list))
    for key, row in sorted(area_overload_months(world).items()):
        people, over, now = (row[column] for column in OVER_COUNTS)
        if people:
            of_key = series[key[:-1]]
            of_key["months"].append(key[-1])
            of_key["officers_with_capacity"].append(people)
            of_key["officers_over_4_weeks"].append(over)
            of_key["officers_over_4_weeks_now"].append(now)
            of_key["officers_over_4_weeks_pct"].append(Fraction(100 * over, people))
            share_now = None if now is None else Fraction(100 * now, people)
            of_key["officers_over_4_weeks_now_pct"].append(share_now)
    return {
        key: {column: None if None in figures else figures for column, figures in row.items()}
        for key, row in series.items()
    }
