"""Published figures beside what the case data give, their jumps, and the head figures of this publication."""

from collections import defaultdict
from fractions import Fraction
from itertools import pairwise

from tests.reference.averages import Mart
from tests.reference.case_days import ACTIVE, WAITING
from tests.reference.days import MONTHS, ONE_DAY, Day, month_start
from tests.reference.draw_published import EDITIONS
from tests.reference.flow import case_flow_months, events
from tests.reference.offices import office_means
from tests.reference.records import PublishedFigure
from tests.reference.world import World, once_per_world

FLOWS = {"new_cases": "received_cases", "ended_cases": "ended_cases"}
STOCKS = {"open_cases": None, "active_cases": ACTIVE, "waiting_cases": WAITING}
COUNTED = ("received_cases", "ended_cases", "open_cases_end", "waiting_cases_end")
WEIGHED = ("workload_units_avg", "capacity_units_avg", "workload_pct")


@once_per_world
def first_month(world: World) -> Day:
    """The month of the first ending; without one, of the first case."""
    ends = [story.case.ended_on for story in world.stories if story.case.ended_on is not None]
    return month_start(min(ends, default=min(story.case.opened_on for story in world.stories)))


def published_against_computed(world: World) -> Mart:
    """fct_published_against_computed, keyed by source, edition, period, measure, office, type."""
    mart: Mart = {}
    for row in world.delivery.published_figures:
        computed = _computed(world, row)
        difference = None if computed is None else computed - row.value
        mart[row.source, row.edition, row.period_start_on, row.period_end_on, *_series(row)] = {
            "published_value": row.value,
            "computed_value": computed,
            "difference": difference,
            "difference_pct": 100 * difference / row.value if computed is not None and row.value else None,
            "is_latest_edition": _place(row)
            == max(_place(other) for other in world.delivery.published_figures if _is_same(row, other)),
        }
    return mart


def _place(row: PublishedFigure) -> int:
    return EDITIONS.index(row.edition) if row.edition in EDITIONS else -1


def _series(row: PublishedFigure) -> tuple[str, str, str]:
    return row.measure, row.office_id or "", row.supervision_type or ""


def _is_same(row: PublishedFigure, other: PublishedFigure) -> bool:
    periods = {(one.period_start_on, one.period_end_on) for one in (row, other)}
    return len(periods) == 1 and _series(row) == _series(other)


def _computed(world: World, row: PublishedFigure) -> int | None:
    """The figure from the case data; None where they cannot say."""
    last_day = max(row.period_start_on, row.period_end_on - ONE_DAY)
    if row.period_start_on < first_month(world) or last_day > world.as_of:
        return None
    if row.measure in FLOWS:
        return sum(
            column == FLOWS[row.measure]
            and row.period_start_on <= day < row.period_end_on
            and _is_about(row, office_id, story.case.supervision_type)
            for story in world.stories
            for column, office_id, day in events(story)
        )
    if row.measure in STOCKS:
        return sum(
            one.day == last_day
            and STOCKS[row.measure] in (None, one.state)
            and _is_about(row, one.office_id, one.case.supervision_type)
            for one in world.case_days
        )
    return None


def _is_about(row: PublishedFigure, office_id: str, supervision_type: str) -> bool:
    return row.office_id in (None, office_id) and row.supervision_type in (None, supervision_type)


def published_breaks(world: World) -> Mart:
    """fct_published_breaks, keyed by source, edition, period, measure, office, type."""
    series = defaultdict(list)
    for row in world.delivery.published_figures:
        months = round((row.period_end_on - row.period_start_on).days / Fraction("30.4375"))
        series[row.source, row.edition, *_series(row), months].append(row)
    mart: Mart = {}
    for rows in series.values():
        rows.sort(key=lambda row: (row.period_start_on, row.period_end_on))
        for before, row in pairwise(rows):
            change = row.value - before.value
            if before.value > 0 and abs(change) > before.value / 2:
                mart[row.source, row.edition, row.period_start_on, row.period_end_on, *_series(row)] = {
                    "previous_value": before.value,
                    "published_value": row.value,
                    "change_pct": 100 * change / before.value,
                }
    return mart


def figures_as_known(world: World) -> Mart:
    """fct_figures_as_known of a first publication, keyed by edition, measure, office, month."""
    default = next(scheme.weight_scheme for scheme in world.policy.schemes if scheme.is_default)
    counts: Mart = defaultdict(lambda: dict.fromkeys(COUNTED, 0))
    for (office_id, _, month), row in case_flow_months(world).items():
        for measure in COUNTED:
            counts[office_id, month][measure] += row[measure]
    weighed = {
        (office_id, month): {measure: row[measure] for measure in WEIGHED}
        for (office_id, scheme, month), row in office_means(world, MONTHS).items()
        if scheme == default
    }
    return {
        (1, measure, *place): {"figure": figure}
        for figures in (counts, weighed)
        for place, row in figures.items()
        for measure, figure in row.items()
    }
