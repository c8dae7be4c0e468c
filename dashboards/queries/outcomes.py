"""The questions of the page Outcomes: how cases end, and what became of conditions, breaches and needs.

A question that names a mart of what may not have been delivered asks first whether it is there.
"""

from collections.abc import Mapping

import polars as pl

from dashboards import database, queries
from dashboards.access.small_categories import categories_cleared
from dashboards.choice import Choice, Chosen
from dashboards.queries.asking import ask
from dashboards.reader import Reader


def ending_ages(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per kind of mandate ('' = all), age in months and end reason ('' = all), in this order.

    ``at_risk_cases`` could end at that age in the years from ``window_start_on`` to ``last_day_on``,
    ``ended_cases`` did.
    """
    return ask(
        reader,
        choice,
        """
        select a.supervision_type, age_months, end_reason, window_start_on, last_day_on,
            at_risk_cases, ended_cases
        from fct_area_ending_ages as a
        left join dim_work_types as w on w.work_type = a.supervision_type
        where area_id = $area and a.service_line = $service_line
        order by w.position nulls first, a.supervision_type, age_months, end_reason
        """,
    )


def due_years(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per twelve months, the latest first: cases that were to end in them, and when they did."""
    return ask(
        reader,
        choice,
        """
        select year_start_on, last_day_on, due_cases, ended_early_cases, ended_near_cases, ended_late_cases,
            still_open_cases
        from fct_area_due_years
        where area_id = $area and service_line = $service_line and supervision_type = ''
        order by year_start_on desc
        """,
    )


def outcome_figures(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per figure of another body about the whole service and the line, by measure, kind and cohort.

    ``measure``, ``source``, ``supervision_type`` ('' = all), ``cohort_start_on``, ``cohort_last_on``,
    ``numerator``, ``denominator``.
    """
    return ask(
        reader,
        choice,
        """
        select measure, source, f.supervision_type, cohort_start_on, cohort_end_on - 1 as cohort_last_on,
            numerator, denominator
        from fct_outcome_figures as f
        left join dim_work_types as w on w.work_type = f.supervision_type
        where office_id = '' and (f.supervision_type = '' or w.service_line = $service_line)
        order by measure, w.position nulls first, f.supervision_type, cohort_start_on, source
        """,
    )


# By entity: its mart, what tells its rows apart, its counts, and how many months before the last whole one
# the twelve months end that are looked at: where something has to follow first, half a year.
_FOLLOWED = 6
_COUNTED: Mapping[str, tuple[str, str, str, int]] = {
    "conditions": (
        "fct_condition_months",
        "condition_kind",
        "ended_conditions met_conditions partly_met_conditions not_met_conditions lifted_conditions",
        0,
    ),
    "breaches": (
        "fct_breach_months",
        "''",
        "watched_reports revoked_reports sanctioned_reports unfollowed_reports",
        _FOLLOWED,
    ),
    "needs": (
        "fct_need_months",
        "domain",
        "reassessed_cases needing_cases need_reduced_cases need_grown_cases protection_gained_cases "
        "protection_lost_cases",
        0,
    ),
    "referrals": (
        "fct_referral_months",
        "domain",
        "made_referrals started_referrals completed_referrals dropped_out_referrals refused_referrals "
        "no_place_referrals open_referrals",
        _FOLLOWED,
    ),
}
# What a condition asks and what a need or a referral is about say something of a person.
_PERSONAL = frozenset({"conditions", "needs", "referrals"})


def is_delivered(reader: Reader, entity: str) -> bool:
    """Whether there is a mart of what ``twelve_months`` counts: conditions, breaches, needs or referrals."""
    return queries.has_mart(reader, _COUNTED[entity][0])


@database.remembered("service_line")
def twelve_months(reader: Reader, choice: Chosen) -> pl.DataFrame:
    """One row per entity, part of the service and category: what was counted in twelve whole months.

    ``entity`` (conditions, breaches, needs, referrals: those that are there), ``part_id`` (an office, or a
    region in a service with regions; '' = the service), ``category`` (what is asked, or about what; '' = all
    of them), ``first_on`` and ``last_on`` of the twelve months, and the counts of its mart, which are null of
    other entities. ``is_hidden``: too few are behind a category; its counts are null.
    """
    there = [entity for entity in _COUNTED if is_delivered(reader, entity)]
    if not there:
        return pl.DataFrame(schema=_KEYS)
    pieces = "union all by name".join(_piece(entity) for entity in there)
    rows = ask(
        reader,
        choice,
        f"""
        with parts as (
            select area_id as office_id, if(parent_id = 'service', area_id, parent_id) as part_id
            from dim_areas where area_kind = 'office'
        ), ends as (
            select cast(date_trunc('month', as_of + 1) as date) as after_on from dim_status
        )
        {pieces}
        order by entity, part_id, category
        """,  # noqa: S608 (fixed text)
    )
    return categories_cleared(rows, _PERSONAL)


_KEYS = {"entity": pl.String, "part_id": pl.String, "category": pl.String, "is_hidden": pl.Boolean}


def _piece(entity: str) -> str:
    mart, category, counts, months = _COUNTED[entity]
    sums = ", ".join(f"cast(sum({one}) as bigint) as {one}" for one in counts.split())
    return f"""
        select '{entity}' as entity, part_id, {category} as category,
            cast(any_value(after_on) - interval {months + 12} month as date) as first_on,
            cast(any_value(after_on) - interval {months} month as date) - 1 as last_on,
            {sums}
        from {mart}
        inner join dim_work_types on work_type = supervision_type
        inner join parts using (office_id)
        cross join ends
        where service_line = $service_line
            and month_start_on >= after_on - interval {months + 12} month
            and month_start_on < after_on - interval {months} month
        group by part_id, category
    """  # noqa: S608 (fixed text)
