"""The questions of the page Quality: contacts planned and held, audits, and the actions agreed after them.

A question that names a mart of what may not have been delivered comes after asking whether it is there.
"""

import polars as pl

from dashboards import database
from dashboards.choice import Choice
from dashboards.queries.asking import ask
from dashboards.reader import Reader

_OFFICES = """office_id in (
    select area_id from dim_areas
    where area_kind = 'office' and ($area = 'service' or area_id = $area or parent_id = $area)
)"""
_ENDS = "(select cast(date_trunc('month', as_of + 1) as date) as after_on from dim_status)"
CONTACTS = "fct_contact_months"
AUDITS = "fct_audit_months"
ACTIONS = "fct_audit_action_months"


def contact_months(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per mode and whole month: contacts of the area and line that were planned, and what came of them.

    ``planned_contacts``, ``held_contacts``, ``held_in_time_contacts``, ``excused_contacts``,
    ``missed_contacts``, ``cancelled_contacts``.
    """
    return ask(
        reader,
        choice,
        f"""
        select mode, month_start_on,
            {_sums("planned held held_in_time excused missed cancelled", "contacts")}
        from {CONTACTS}
        inner join dim_work_types on work_type = supervision_type
        cross join {_ENDS}
        where service_line = $service_line and {_OFFICES} and month_start_on < after_on
        group by mode, month_start_on
        order by mode, month_start_on
        """,  # noqa: S608 (fixed text)
    )


def audits(reader: Reader) -> pl.DataFrame:
    """One row per office and criterion: audits of the last 24 whole months, of every service line.

    ``audits``, ``audits_with_finding``, ``score_pct_avg`` (mean of all of them), ``first_on`` and ``last_on``
    of the months.
    """
    return database.frame(
        reader,
        f"""
        select office_id, criterion, cast(sum(audits) as bigint) as audits,
            cast(sum(audits_with_finding) as bigint) as audits_with_finding,
            sum(audits * score_pct_avg) / sum(audits) as score_pct_avg,
            cast(any_value(after_on) - interval 24 month as date) as first_on,
            any_value(after_on) - 1 as last_on
        from {AUDITS}
        cross join {_ENDS}
        where month_start_on >= after_on - interval 24 month and month_start_on < after_on
        group by office_id, criterion
        order by office_id, criterion
        """,  # noqa: S608 (fixed text)
    )


def action_months(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per month of the last five years: actions agreed and done, open and overdue at its end.

    Of the offices of the area; an action without an office counts for the service alone.
    """
    return ask(
        reader,
        choice,
        f"""
        select month_start_on, {_sums("agreed done", "actions")},
            cast(sum(open_actions_end) as bigint) as open_actions_end,
            cast(sum(overdue_actions_end) as bigint) as overdue_actions_end
        from {ACTIONS}
        cross join {_ENDS}
        where ({_OFFICES} or ($area = 'service' and office_id = ''))
            and month_start_on < after_on and month_start_on >= after_on - interval 60 month
        group by month_start_on
        order by month_start_on
        """,  # noqa: S608 (fixed text)
    )


def _sums(names: str, of: str) -> str:
    return ", ".join(f"cast(sum({name}_{of}) as bigint) as {name}_{of}" for name in names.split())
