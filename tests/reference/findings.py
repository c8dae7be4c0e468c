"""What the data leave open, and what there is to say about the file and the schemes in numbers."""

from collections.abc import Iterator
from fractions import Fraction

from tests.reference.ahead import QUARTER_WEEKS, WEEKS_AHEAD, world_ahead
from tests.reference.averages import Mart
from tests.reference.changes import change_days
from tests.reference.days import Day
from tests.reference.open_cases import case_findings, prospects
from tests.reference.policy import BASES
from tests.reference.published import first_month
from tests.reference.world import World


def findings(world: World) -> Mart:
    """fct_findings, keyed by finding, entity, record."""
    mart: Mart = {}
    for one in world.case_days:
        if one.day == world.as_of:
            about = {"office_id": one.office_id, "supervision_type": one.case.supervision_type}
            mart |= {(name, "cases", one.case.case_id): about for name in case_findings(world, one)}
    for supervision_type, risk_level, scheme in _without_weight(world):
        record = f"{supervision_type} / {risk_level} ({scheme})"
        about = {"office_id": "", "supervision_type": supervision_type}
        mart["combination_without_weight", "case_weights", record] = about
    for grade, scheme in _without_capacity(world):
        about = {"office_id": "", "supervision_type": ""}
        mart["grade_without_capacity_row", "staff_contracts", f"{grade} ({scheme})"] = about
    return {key: row | {"found_on": world.as_of} for key, row in mart.items()}


def _without_weight(world: World) -> Iterator[tuple[str, str, str]]:
    """Type, level and scheme without a row on an open day of some case, behind or ahead."""
    days = [
        (one.case.supervision_type, one.risk_level, one.month, one.day)
        for one in (*world.case_days, *world_ahead(world).case_days)
    ]
    ahead = [(story.case.supervision_type, *ahead) for story, *ahead in prospects(world)]
    for kind in {*days, *ahead}:
        for scheme in world.policy.schemes:
            if world.policy.weight_row(scheme, *kind) is None:
                yield kind[0], kind[1], scheme.weight_scheme


def _without_capacity(world: World) -> Iterator[tuple[str, str]]:
    """Grade and scheme without a row on a day of some contract, behind or ahead."""
    contract_days = (*world.contract_days, *world_ahead(world).contract_days)
    for grade, day in {(one.contract.grade, one.day) for one in contract_days}:
        for scheme in world.policy.schemes:
            if not world.policy.has_capacity_row(scheme, grade, day):
                yield grade, scheme.weight_scheme


def weight_schemes(world: World) -> Mart:
    """dim_weight_schemes, keyed by scheme."""
    first = first_day(world)
    mart: Mart = {}
    for scheme in world.policy.schemes:
        rows = [row for row in world.policy.case_weights if row.weight_scheme == scheme.weight_scheme]
        mart[scheme.weight_scheme,] = {
            "full_time_capacity": scheme.full_time_capacity,
            "factor_cap": scheme.factor_cap,
            "is_default": scheme.is_default,
            "has_changed": any(day > first for day in change_days(world, scheme.weight_scheme)),
            "weights_valid_from": max(row.valid_from for row in rows),
        } | {f"{basis}_share": Fraction(sum(r.basis == basis for r in rows), len(rows)) for basis in BASES}
    return mart


def first_day(world: World) -> Day:
    """The first day on which a case is open or a task asked for, assigned or delivered."""
    tasks = [
        day
        for task in world.delivery.tasks
        for day in (task.requested_on, task.assigned_on, task.delivered_on)
        if day is not None
    ]
    return min(world.as_of, *(story.case.opened_on for story in world.stories), *tasks)


def status(world: World) -> Mart:
    """The figures of dim_status, keyed by as_of."""
    open_cases = sum(one.day == world.as_of for one in world.case_days)
    known = {"open_cases": open_cases, "first_month_on": first_month(world)}
    return {(world.as_of,): known | {"quarter_weeks": QUARTER_WEEKS, "year_weeks": WEEKS_AHEAD}}
