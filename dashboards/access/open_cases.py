"""Open cases counted, for whoever may not see single ones: what is asked of all of them is asked of this."""

from collections.abc import Mapping

COUNTS = "open_case_counts"
# From this day on a case is past its start: what is done once, in its first month, is behind it.
PAST_START_DAYS = 30
_MONTH_DAYS = 365.25 / 12
_VIEW = f"""
    select
        office_id, service_line, weight_scheme, state, is_to_close,
        coalesce(clock_on + {PAST_START_DAYS} <= as_of, false) as is_past_start,
        floor(days_waiting / {_MONTH_DAYS})::bigint as months_waited,
        count(*) as cases, count(weight_units) as weighed_cases, sum(weight_units) as weight_units
    from published.marts.fct_open_cases cross join published.marts.dim_status
    group by all
"""  # noqa: S608 (fixed text)


def counts(marts: Mapping[str, list[str]]) -> dict[str, str]:
    """Name -> view, where the open cases were published: their number and weight, by what is asked of all.

    By office, line, scheme, state, records to close or not, past their start or not, and whole months waited
    (a month is a twelfth of 365.25 days).
    """
    return {COUNTS: _VIEW} if marts.keys() >= {"fct_open_cases", "dim_status"} else {}
