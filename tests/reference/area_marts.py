"""The marts by area: how each is computed a second time, and which of its columns are compared."""

from tests.reference.areas import areas
from tests.reference.areas_added import (
    area_backlog_weeks,
    area_finding_effects,
    area_line_means,
    area_line_outlook_weeks,
    area_line_weeks,
    area_line_windows,
    area_overload_months,
    area_overload_series,
    area_sensitivity,
    area_weight_bases,
    area_weight_changes,
)
from tests.reference.areas_flow import TO_CLOSE_END, YEAR_FLOWS, area_clearance_months, area_pace_weeks
from tests.reference.areas_loads import area_load_bands
from tests.reference.areas_today import (
    BOOKED,
    COUNTS,
    LONGEST,
    area_backlog,
    area_booked_weeks,
    area_open_cases,
    area_wait_bands,
)
from tests.reference.backlog import TO_CLOSE
from tests.reference.comparing import Compared, Reference
from tests.reference.days import MONTHS
from tests.reference.flow import FLOWS, STOCKS
from tests.reference.mix import area_endings_years, area_mix_months, area_risk_years
from tests.reference.offices import OFFICE_MEASURES
from tests.reference.outcomes import DUE, area_due_years, area_ending_ages

AVERAGES = tuple(f"{measure}_avg" for measure in OFFICE_MEASURES)
BACKLOG = ("waiting_cases", "waiting_units", "uncovered_cases", "uncovered_units", *TO_CLOSE)
REAL_UNITS = ("real_waiting_units", "real_uncovered_units", "real_unweighed_cases")
WAITS = ("wait_days_p50", "wait_days_p90", "wait_days_max")
PERIOD = ("days", "workload_pct")
FTE_APART = ("reduced_fte_avg", "uncounted_fte_avg")
OF_PART = ("area_id", "part_id", "service_line", "weight_scheme")
OF_AREA = ("area_id", "service_line", "weight_scheme")
OF_TYPE = ("service_line", "supervision_type")
OVER = ("grade", "weight_scheme", "threshold_set", "measure", "threshold", "month_start_on")
EFFECTS = ("workload_units", "workload_lower_units", "workload_upper_units", "capacity_units")
SENSITIVE = ("subject_units_avg", "workload_units_avg", "capacity_units_avg")
LOWER_UPPER = ("workload_pct", "workload_lower_pct", "workload_upper_pct")
MOVED = ("workload_before_pct", "workload_after_pct", "moved_points", "work_change_pct")
OF_LIST = ("area_id", "service_line", "supervision_type")
FLOW_SHARES = (
    "in_cases",
    "out_cases",
    "clearance_pct",
    *(f"{column}_12_months" for column in YEAR_FLOWS),
    "clearance_12_months_pct",
)
CHANGES = ("workload_before_units", "workload_after_units", "capacity_units")


def _of_parts(
    name: str, parts: tuple[str, ...], amounts: tuple[str, ...], others: tuple[str, ...] = ()
) -> Compared:
    return Compared(f"fct_area_{name}", (*OF_PART, *parts), amounts, others)


def _of_areas(
    name: str, parts: tuple[str, ...], amounts: tuple[str, ...], others: tuple[str, ...] = ()
) -> Compared:
    return Compared(f"fct_area_{name}", (*OF_AREA, *parts), amounts, others)


# What stands a second time under the weights of as_of.
AREA_WEIGHED: dict[Compared, Reference] = {
    _of_parts("line_months", ("month_start_on",), AVERAGES, PERIOD): lambda world: area_line_means(
        world, MONTHS
    ),
    _of_parts(
        "line_windows",
        ("time_window",),
        AVERAGES,
        ("window_start_on", "window_end_on", *PERIOD, "room_fte_avg"),
    ): area_line_windows,
}

AREA_REFERENCE: dict[Compared, Reference] = {
    Compared(
        "fct_area_mix_months",
        ("area_id", "service_line", "aspect", "category", "month_start_on"),
        ("active_cases_avg",),
        ("days",),
    ): area_mix_months,
    Compared(
        "fct_area_endings_years",
        (*OF_LIST, "end_reason", "year_start_on"),
        ("ended_cases",),
        ("last_day_on", "duration_days_p50", "duration_days_p90"),
    ): area_endings_years,
    Compared(
        "fct_area_ending_ages",
        (*OF_LIST, "age_months", "end_reason"),
        ("at_risk_cases", "ended_cases"),
        ("window_start_on", "last_day_on"),
    ): area_ending_ages,
    Compared("fct_area_due_years", (*OF_LIST, "year_start_on"), DUE, ("last_day_on",)): area_due_years,
    Compared(
        "fct_area_risk_years",
        ("area_id", "service_line", "year_start_on", "risk_level_before", "risk_level"),
        ("open_cases",),
        ("last_day_on",),
    ): area_risk_years,
    Compared("dim_areas", ("area_id",), (), ("area_kind", "parent_id", "area_name", "position")): areas,
    _of_parts("line_weeks", ("week_start_on",), AVERAGES, (*PERIOD, *FTE_APART)): area_line_weeks,
    _of_parts("line_outlook_weeks", ("week_start_on",), AVERAGES, (*PERIOD, *FTE_APART)): (
        area_line_outlook_weeks
    ),
    _of_parts("open_cases", (), COUNTS, LONGEST): area_open_cases,
    _of_parts("weight_changes", ("changed_on",), CHANGES, MOVED): area_weight_changes,
    _of_areas("booked_weeks", ("week_start_on",), BOOKED): area_booked_weeks,
    _of_areas(
        "finding_effects", ("finding", "figure"), EFFECTS, ("on_day", "concerned_cases", *LOWER_UPPER)
    ): area_finding_effects,
    _of_areas("sensitivity", ("work_type", "error_pct"), SENSITIVE, LOWER_UPPER): area_sensitivity,
    _of_areas(
        "weight_bases",
        ("basis",),
        ("workload_units",),
        ("oldest_valid_from", "newest_valid_from", "workload_share_pct"),
    ): area_weight_bases,
    Compared(
        "fct_area_backlog",
        ("area_id", "part_id", *OF_TYPE, "weight_scheme"),
        BACKLOG + REAL_UNITS,
        (*WAITS, *(f"real_{wait}" for wait in WAITS)),
    ): area_backlog,
    Compared(
        "fct_area_wait_bands",
        ("area_id", *OF_TYPE, "from_days"),
        ("waiting_cases", "waiting_to_close_cases"),
        ("to_days",),
    ): area_wait_bands,
    Compared(
        "fct_area_backlog_weeks",
        ("area_id", "supervision_type", "weight_scheme", "week_start_on"),
        BACKLOG,
        ("counted_on", *WAITS),
    ): area_backlog_weeks,
    Compared(
        "fct_area_clearance_months", (*OF_LIST, "month_start_on"), FLOWS + STOCKS + TO_CLOSE_END, FLOW_SHARES
    ): area_clearance_months,
    Compared(
        "fct_area_pace_weeks",
        (*OF_LIST, "week_start_on"),
        ("waiting_cases", "uncovered_cases", "net_left_cases", *TO_CLOSE),
        ("counted_on", "weeks_to_clear"),
    ): area_pace_weeks,
    Compared(
        "fct_area_overload_series",
        ("area_id", "part_id", *OVER[:-1]),
        (),
        (
            "months",
            "officers_with_capacity",
            *(f"officers_over_4_weeks{end}" for end in ("", "_now", "_pct", "_now_pct")),
        ),
    ): area_overload_series,
    Compared(
        "fct_area_load_bands",
        ("area_id", "part_id", "weight_scheme", "cases_above", "pct_above"),
        ("officers",),
    ): area_load_bands,
    Compared(
        "fct_area_overload_months",
        ("area_id", "part_id", *OVER),
        ("officers_with_capacity", "officers_over_4_weeks"),
        ("officers_over_4_weeks_now",),
    ): area_overload_months,
}
