"""A sentence with a number that a page says of the sample: its rule in words, and in SQL written by hand.

It is a piece of what a panel says; its places are columns of the one row that its SQL returns. The rule is
what the sentence states to a reader, not what the code does.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Said:
    """A sentence of a page, its rule, and the SQL of its numbers; `values`: filters beside the defaults."""

    page: str
    sentence: str
    rule: str
    sql: str
    values: dict[str, str] = field(default_factory=dict)


AS_OF = "(select as_of from dim_status)"
MONTH = "(select date_trunc('month', as_of)::date from dim_status)"
OF_LINE = "service_line = 'offender_supervision' and weight_scheme = 'fl_type_phase'"
WHOLE = f"area_id = 'service' and part_id = '' and {OF_LINE}"
TO_CLOSE = (
    "(state != 'active' and expected_end_on + 180 < (select as_of from dim_status)"
    " and coalesce(days_uncovered, days_open) > 180)"
)
CASES = f"fct_open_cases where {OF_LINE}"
REAL = f"{CASES} and not {TO_CLOSE}"
WINDOW = f"fct_area_line_windows where {WHOLE} and time_window = "
LAST_YEAR = (
    "fct_case_flow_months inner join dim_work_types on work_type = supervision_type"
    " where service_line = 'offender_supervision'"
    f" and month_start_on > {MONTH} - interval 12 month and month_start_on <= {MONTH}"
)
# An office of fewer than five posts in a year, or one that covers it, shows no percentage in that year; which
# they are is computed in test_few_people.py.
FEW = (
    "exists (from memory.shown.few_posts as few where few.area_id = part_id"
    " and few.service_line = 'offender_supervision' and list_contains(few.years, year({day})))"
)
# Every office that is shown under every scheme, beside all of them or another, in the last four weeks.
SHARES = f"""
    with loads as (
        select part_id, weight_scheme, workload_pct as pct from fct_area_line_windows
        where area_id = 'service' and service_line = 'offender_supervision' and time_window = 'four_weeks'
            and not {FEW.format(day="window_end_on")}
    )
"""
