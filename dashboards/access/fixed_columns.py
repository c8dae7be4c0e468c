"""Which columns of which marts are fixed tables for a reader with a smallest count, and when each is hidden.

A condition is SQL over `m`, a row of the mart, and `few`, the years in which each family of counts of its
group is hidden. `$smallest` is the smallest count, `$as_of` the last day and `{schema}` the schema of the
scope. Rows that are left out instead of refused are said so here, with why that cannot mislead.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboards.access.open_cases import CASE_WORK, PART_FLOWS, PART_LOADS, UNWEIGHED, WAITING, WEIGHTS
from dashboards.access.small_counts import WHOLE, Family

# What a question that needs a hidden cell says when it stops.
REFUSED = "a cell of the fixed tables is hidden"
_ERROR = f"error('{REFUSED}')"
_PART = "if(m.part_id = '', m.area_id, m.part_id)"
_IS_WHOLE = f"m.area_id = '{WHOLE}' and m.part_id = ''"


@dataclass(frozen=True)
class Fixed:
    """What stands before one mart: `shown` columns as they are ('*': all); `guarded`: column -> where hidden.

    `instead`: column -> what stands in its place. `area`: whose group a row is of. `join`: what else a
    condition looks into. `last_day`: the last day that a row is about; rows before the first month of which
    all cases are known are left out, as on every page. Other columns are refused.
    """

    shown: str
    guarded: Mapping[str, str] = field(default_factory=dict)
    instead: Mapping[str, str] = field(default_factory=dict)
    area: str = _PART
    line: str = "m.service_line"
    where: str = "true"
    last_day: str = ""
    join: str = ""


def few(family: Family, *days: str) -> str:
    """Where a family is hidden of the group of a row, in any of the years of these days."""
    years = ", ".join(f"year({day})" for day in days)
    return f"coalesce(list_has_any(few.{family}, [{years}]), false)"


def _ever(family: Family) -> str:
    return f"coalesce(len(few.{family}) > 0, false)"


def _all(names: str, condition: str) -> dict[str, str]:
    return dict.fromkeys(names.split(), condition)


_AMOUNTS = "active_cases_avg workload_units_avg workload_units_now_avg workload_pct room_fte_avg"
_STAFF = (
    "capacity_units_avg contract_fte_avg available_fte_avg reduced_fte_avg uncounted_fte_avg is_of_few days"
)
_GROUP = "area_id part_id service_line weight_scheme"
DAY = "$as_of"


def _loads(keys: str, *days: str, family: Family = Family.CARRIED) -> Fixed:
    """Work and staff of an area. The work of cases that wait or lack cover is empty.

    It is that of records to close too: where cases are counted as one, it would say how many those are.
    """
    units = {
        f"{one}_units{now}_avg": "null::double" for one in ("waiting", "uncovered") for now in ("", "_now")
    }
    return Fixed(f"{_GROUP} {keys} {_STAFF}", _all(_AMOUNTS, few(family, *days)), units, last_day=days[-1])


_MONTHS = _loads("month_start_on", "m.month_start_on")
_WINDOWS = _loads("time_window window_start_on window_end_on", "m.window_start_on", "m.window_end_on")
_WAITS = few(Family.WAITING, "m.month_start_on")
_LACKS = few(Family.UNCOVERED, "m.month_start_on")
_RECEIVED = few(Family.RECEIVED, "m.month_start_on")
_A_YEAR = few(Family.RECEIVED, "m.month_start_on", "m.month_start_on - interval 11 month")
# Of how many open cases no weight of the scheme fits: of some is said for the service alone, as its parts
# would tell each other; of none and of all for every part.
_WHOLE_JOINED = (
    "left join {schema}.few_weighed as whole "
    "on whole.service_line = m.service_line and whole.weight_scheme = m.weight_scheme"
)
_IS_NONE = "coalesce(whole.is_none, false)"
_IS_ALL = "coalesce(whole.is_all, false)"
_UNWEIGHED_HIDDEN = (
    f"({few(Family.OPEN, DAY)} or (not {_IS_ALL} and (not ({_IS_WHOLE}) "
    "or m.unweighed_cases between 1 and $smallest - 1 "
    "or m.open_cases - m.unweighed_cases between 1 and $smallest - 1)))"
)
_BEYOND = (
    "m.{one} between 1 and $smallest - 1 or m.active_cases - m.carried_past_end_cases "
    "- m.carried_without_end_cases between 1 and $smallest - 1"
)
_FORECAST = (
    "(m.supervision_type <> '' or case m.measure "
    f"when 'received_cases' then {_ever(Family.RECEIVED)} when 'open_cases' then {_ever(Family.OPEN)} "
    f"else {_ever(Family.CARRIED)} end)"
)
_OF_FORECAST = "service_line office_id supervision_type measure model horizon_months as_of made_on build_id"
_OF_FEW_CASES = (
    "from {schema}.few_bases as b where b.service_line = m.service_line and b.weight_scheme = m.weight_scheme"
)


def _forecast(keys: str, figures: str) -> Fixed:
    # An office that is not shown has no row, as one whose months are too few; asked itself it is refused.
    return Fixed(
        f"{_OF_FORECAST} {keys}",
        _all(figures, _FORECAST),
        area=f"if(m.office_id = '', '{WHOLE}', m.office_id)",
        where=f"m.office_id = '' or not {_FORECAST}",
    )


TABLES: Mapping[str, Fixed] = {
    "fct_area_line_months": _MONTHS,
    "fct_area_line_months_now": _MONTHS,
    "fct_area_line_windows": _WINDOWS,
    "fct_area_line_windows_now": _WINDOWS,
    "fct_area_line_weeks": _loads("week_start_on", "m.week_start_on", "m.week_start_on + 6"),
    "fct_area_line_outlook_weeks": _loads(
        "week_start_on", "m.week_start_on", "m.week_start_on + 6", family=Family.BOOKED
    ),
    "fct_area_booked_weeks": Fixed(
        "area_id service_line weight_scheme week_start_on",
        _all(
            "active_cases_avg case_units_avg task_units_avg ending_cases",
            few(Family.BOOKED, "m.week_start_on", "m.week_start_on + 6"),
        ),
        area="m.area_id",
    ),
    "fct_area_clearance_months": Fixed(
        "area_kind area_id service_line supervision_type month_start_on",
        {
            "received_cases": f"m.supervision_type <> '' or {_RECEIVED}",
            "received_cases_12_months": f"m.supervision_type <> '' or {_A_YEAR}",
            "open_cases_end": f"m.supervision_type <> '' or {few(Family.OPEN, 'm.month_start_on')}",
            "active_cases_end": f"m.supervision_type <> '' or {few(Family.CARRIED, 'm.month_start_on')}",
            "started_cases": f"m.supervision_type <> '' or {_WAITS}",
            "ended_cases": f"m.supervision_type <> '' or {_WAITS}",
        },
        {
            # without the records that are to close, which nobody of this role reads
            f"{name}_cases_end": f"case when m.supervision_type <> '' or {hidden} then {_ERROR} "
            f"else m.{name}_cases_end - m.{name}_to_close_cases_end end"
            for name, hidden in (("waiting", _WAITS), ("uncovered", _LACKS))
        }
        | {f"{name}_to_close_cases_end": "0::bigint" for name in ("waiting", "uncovered")},
        area="m.area_id",
        last_day="m.month_start_on",
    ),
    "fct_area_open_cases": Fixed(
        _GROUP,
        {
            "active_cases": few(Family.CARRIED, DAY),
            **{
                name: f"not ({_IS_WHOLE}) or {_BEYOND.format(one=name)}"
                for name in ("carried_past_end_cases", "carried_without_end_cases")
            },
        },
        {
            # empty, and not refused, where all have a weight: every page asks that
            **{
                name: f"case when {_IS_NONE} then case when not {few(Family.OPEN, DAY)} then m.{name} end "
                f"when {_UNWEIGHED_HIDDEN} then {_ERROR} else m.{name} end"
                for name in ("open_cases", "unweighed_cases")
            },
            **{
                f"{name}_cases": f"case when {few(family, DAY)} then {_ERROR} "
                f"else m.{name}_cases - m.{name}_to_close_cases end"
                for name, family in (("waiting", Family.WAITING), ("uncovered", Family.UNCOVERED))
            },
            **{f"{name}_to_close_cases": "0::bigint" for name in ("waiting", "uncovered")},
        },
        join=_WHOLE_JOINED,
    ),
    "fct_area_sensitivity": Fixed(
        "area_id service_line weight_scheme work_type error_pct capacity_units_avg is_of_few",
        _all(
            "workload_units_avg workload_pct workload_lower_pct workload_upper_pct",
            f"m.work_type <> '' or {few(Family.CARRIED, DAY, f'{DAY} - 27')}",
        ),
        area="m.area_id",
    ),
    "fct_area_finding_effects": Fixed(
        "area_id service_line weight_scheme finding figure on_day is_of_few capacity_units",
        _all(
            "concerned_cases workload_units workload_lower_units workload_upper_units workload_pct "
            "workload_lower_pct workload_upper_pct",
            f"m.area_id <> '{WHOLE}' or m.concerned_cases between 1 and $smallest - 1 "
            f"or {few(Family.CARRIED, DAY)} or {few(Family.BOOKED, 'm.on_day')}",
        ),
        area="m.area_id",
    ),
    "fct_area_weight_bases": Fixed(
        "area_id service_line weight_scheme basis oldest_valid_from newest_valid_from",
        _all(
            "workload_units workload_share_pct",
            f"m.area_id <> '{WHOLE}' or {few(Family.CARRIED, DAY)} or exists ({_OF_FEW_CASES})",
        ),
        area="m.area_id",
    ),
    "fct_area_weight_changes": Fixed(
        f"{_GROUP} changed_on is_of_few capacity_units",
        _all(
            "workload_before_units workload_after_units workload_before_pct workload_after_pct moved_points "
            "work_change_pct",
            few(Family.CARRIED, "m.changed_on - 1", "m.changed_on"),
        ),
    ),
    "fct_forecast_months": _forecast("month_start_on", "point low_80 high_80 low_95 high_95"),
    "fct_forecast_errors": _forecast("origins is_used", "mase pinball coverage_80_pct coverage_95_pct"),
    "fct_forecast_against_actual": _forecast(
        "origin_month_start_on month_start_on is_kept", "forecast low_80 high_80 low_95 high_95 came"
    ),
    # who reads a part of these adds up all service lines and kinds, which are no cells of the tables
    "fct_figures_as_known": Fixed(
        "edition build_id known_on measure office_id month_start_on", area="m.office_id", line="''"
    ),
    "fct_published_against_computed": Fixed(
        "source edition measure office_id supervision_type unit note is_latest_edition period_start_on "
        "period_end_on published_value",
        area="m.office_id",
        line="''",
    ),
    "dim_status": Fixed(
        "*",
        instead={
            "open_cases": "case when m.open_cases not between 1 and $smallest - 1 then m.open_cases end"
        },
        area="''",
        line="''",
    ),
    "fct_version_changes": Fixed(
        "figure part unit direction bound_unit version_before is_beyond is_accepted bound",
        _all(
            "amount_before amount_now change change_pct counted",
            "m.figure in ('open_cases', 'cases_without_officer_pct')",
        ),
        area="''",
        line="''",
    ),
    # Parts of which a year is hidden are simulated with all others; the area itself is never one of these.
    PART_FLOWS: Fixed(
        "area_id service_line month_start_on received_cases started_cases active_cases_end waiting_cases_end",
        area="m.area_id",
        where=f"not {_ever(Family.WAITING)}",
        last_day="m.month_start_on",
    ),
    PART_LOADS: Fixed(
        "area_id part_id service_line weight_scheme month_start_on active_cases_avg workload_units_avg "
        "capacity_units_avg contract_fte_avg available_fte_avg is_of_few",
        area="m.part_id",
        where=f"not {_ever(Family.WAITING)}",
        last_day="m.month_start_on",
    ),
    CASE_WORK: Fixed(
        "area_id service_line work_type month_start_on",
        {"workload_units_avg": f"m.work_type <> '' or {few(Family.CARRIED, 'm.month_start_on')}"},
        area="m.area_id",
        last_day="m.month_start_on",
    ),
    UNWEIGHED: Fixed(
        f"{_GROUP} open_cases unweighed_cases",
        where=f"not {_IS_NONE} and not {_UNWEIGHED_HIDDEN}",
        join=_WHOLE_JOINED,
    ),
    # A month without a row is drawn as a gap, and said to be hidden.
    WAITING: Fixed(
        "area_id service_line month_start_on waiting_cases_end",
        area="m.area_id",
        where=f"not {_WAITS}",
        last_day="m.month_start_on",
    ),
    WEIGHTS: Fixed(
        "area_id service_line weight_scheme",
        instead={
            "later_weight_units": f"case when m.area_id = '{WHOLE}' and not {few(Family.CARRIED, DAY)} "
            "and m.later_cases not between 1 and $smallest - 1 and m.carried_cases - m.later_cases "
            "not between 1 and $smallest - 1 then m.later_weight_units end"
        },
        area="m.area_id",
    ),
}


def column(name: str, fixed: Fixed) -> str:
    """A column of what stands before a mart: as it is, guarded, replaced, or refused."""
    if name in fixed.instead:
        return f"{fixed.instead[name]} as {name}"
    if name in fixed.guarded:
        return f"case when {fixed.guarded[name]} then {_ERROR} else m.{name} end as {name}"
    if name in fixed.shown.split() or fixed.shown == "*":
        return f"m.{name}"
    # `few` has at most one row per group: this is always true, and decided when a row is read
    return f"case when m is not null then {_ERROR} else m.{name} end as {name}"
