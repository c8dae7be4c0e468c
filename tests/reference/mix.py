"""What the carried cases are, and how those that ended did."""

from collections import defaultdict
from fractions import Fraction

from tests.reference.averages import Daily, Mart
from tests.reference.backlog import percentile
from tests.reference.case_days import ACTIVE
from tests.reference.days import MONTHS, month_start
from tests.reference.world import World

NOT_RECORDED = "not_recorded"


def case_mix_months(world: World) -> Mart:
    """fct_case_mix_months, keyed by office, type, risk level, phase, sex, scheme, month."""
    daily = Daily("active_cases", "workload_units")
    for one in world.case_days:
        if one.state != ACTIVE:
            continue
        kind = (one.case.supervision_type, one.risk_level, world.policy.phase(one.month))
        for scheme in world.weight_schemes:
            key = (one.office_id, *kind, one.case.sex or NOT_RECORDED, scheme)
            daily.add(key, one.day, active_cases=1, workload_units=one.workload(scheme))
    return daily.means(MONTHS, world.as_of)


def endings_months(world: World) -> Mart:
    """fct_endings_months, keyed by office, type, reason, month."""
    durations = defaultdict(list)
    for story in world.stories:
        case = story.case
        if case.ended_on is not None:
            office_id = story.office(story.open_days[-1] if story.open_days else case.opened_on)
            key = (office_id, case.supervision_type, case.end_reason or "", month_start(case.ended_on))
            durations[key].append((case.ended_on - case.opened_on).days)
    return {
        key: {"ended_cases": len(days), "duration_days_p50": percentile(days, Fraction(1, 2))}
        for key, days in durations.items()
    }
