"""The questions of the page Feedback and incidents: what came in, what was answered, and what happened.

Whole months alone, of the last two years; none of them names an officer or a case.
"""

import polars as pl

from dashboards import database
from dashboards.choice import Choice
from dashboards.queries.asking import ask
from dashboards.reader import Reader

FEEDBACK, ANSWERS, INCIDENTS = "fct_feedback_months", "fct_feedback_answers", "fct_incident_months"
# The first day after the last whole month of the data, and two years before it.
_AFTER = "(select cast(date_trunc('month', as_of + 1) as date) from dim_status)"
_TWO_YEARS = f"month_start_on < {_AFTER} and month_start_on >= {_AFTER} - interval 24 month"


def received(reader: Reader) -> pl.DataFrame:
    """One row per office ('' = the service), group, topic and month: feedback, ratings and low ratings.

    ``office_id``, ``from_group``, ``topic``, ``month_start_on``, ``received_feedback``, ``rated_feedback``,
    ``rated_low_feedback`` (1 or 2 of 5), ``answered_feedback``, ``rating_avg`` (null where none is rated).
    """
    return database.frame(
        reader,
        f"""
        select office_id, from_group, topic, month_start_on, received_feedback, rated_feedback,
            rated_low_feedback, answered_feedback, rating_avg
        from fct_feedback_months
        where {_TWO_YEARS}
        order by from_group, topic, office_id, month_start_on
    """,  # noqa: S608 - fixed text
    )


def answers(reader: Reader) -> pl.DataFrame:
    """One row per office ('' = the service), topic, answer ('' = none yet), days and month: feedback.

    ``office_id``, ``topic``, ``answer``, ``wait_days`` (to the answer, or to the last day of the data),
    ``month_start_on``, ``received_feedback``.
    """
    return database.frame(
        reader,
        f"""
        select office_id, topic, answer, wait_days, month_start_on, received_feedback
        from fct_feedback_answers
        where {_TWO_YEARS}
        order by topic, answer, wait_days, office_id, month_start_on
    """,  # noqa: S608 - fixed text
    )


def incidents(reader: Reader) -> pl.DataFrame:
    """One row per office, kind, severity and whole month with a serious incident: ``incidents``."""
    return database.frame(
        reader,
        f"""
        select office_id, incident_kind, severity, month_start_on, incidents
        from fct_incident_months
        where month_start_on < {_AFTER}
        order by office_id, incident_kind, severity, month_start_on
    """,  # noqa: S608 - fixed text
    )


def office_loads(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per office and whole month since the first incident: its workload in a line, and its posts.

    ``office_id``, ``month_start_on``, ``workload_pct`` (null without capacity, or where ``is_of_few``)
    and ``contract_fte_avg`` (in all lines; null where one of them is of few posts).
    """
    return ask(
        reader,
        choice,
        f"""
        with posts as (
            select office_id, month_start_on,
                if(bool_or(is_of_few), null, sum(contract_fte_avg)) as contract_fte_avg
            from fct_office_line_months
            where weight_scheme = $weight_scheme
            group by office_id, month_start_on
        )

        select office_id, month_start_on, workload_pct, is_of_few, posts.contract_fte_avg
        from fct_office_line_months inner join posts using (office_id, month_start_on)
        where service_line = $service_line and weight_scheme = $weight_scheme
            and month_start_on < {_AFTER}
            and month_start_on >= (select min(month_start_on) from fct_incident_months)
            and month_start_on >= coalesce((select first_month_on from dim_status), month_start_on)
        order by office_id, month_start_on
        """,  # noqa: S608 - fixed text
    )
