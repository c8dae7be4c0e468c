"""The cases that are open on as_of, and why they weigh what they weigh."""

from tests.reference.averages import Mart
from tests.reference.case_days import WAITING
from tests.reference.world import World


def open_cases(world: World) -> Mart:
    """fct_open_cases, keyed by case and scheme."""
    mart: Mart = {}
    for one in world.case_days:
        if one.day != world.as_of:
            continue
        days_open = (world.as_of - one.case.opened_on).days
        days_past = (world.as_of - (one.case.expected_end_on or world.as_of)).days
        for scheme in world.policy.schemes:
            mart[one.case.case_id, scheme.weight_scheme] = {
                "office_id": one.office_id,
                "supervision_type": one.case.supervision_type,
                "service_line": world.policy.service_line(one.case.supervision_type),
                "state": one.state,
                "risk_level": one.risk_level,
                "phase": world.policy.phase(one.month),
                "flags": ", ".join(sorted(one.flags)),
                "opened_on": one.case.opened_on,
                "days_open": days_open,
                "days_waiting": days_open if one.state == WAITING else None,
                "days_past_expected_end": days_past if days_past > 0 else None,
                "officers": len(one.shares),
                "factor": world.policy.factor(scheme, one.flags, one.day),
                "weight_units": one.units[scheme.weight_scheme],
            }
    return mart
