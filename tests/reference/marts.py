"""Which marts are computed a second time, how, and which of their columns are compared."""

from collections.abc import Callable

from tests.reference.averages import Mart
from tests.reference.backlog import backlog_weeks
from tests.reference.comparing import Compared
from tests.reference.days import MONTHS, WEEKS, Grain
from tests.reference.flow import FLOWS, STOCKS, case_flow_months
from tests.reference.officers import officer_means, officer_spans
from tests.reference.offices import OFFICE_MEASURES, office_line_months, office_means, office_work_months
from tests.reference.open_cases import open_cases
from tests.reference.world import World

SPAN_AMOUNTS = ("active_cases", "workload_units", "capacity_units")
OFFICE_AVERAGES = tuple(f"{measure}_avg" for measure in OFFICE_MEASURES)
WORK_AVERAGES = ("workload_units_avg", "active_cases_avg", "tasks_open_avg")
BACKLOG = ("waiting_cases", "waiting_units", "uncovered_cases", "uncovered_units")
WAITS = ("counted_on", "wait_days_p50", "wait_days_p90", "wait_days_max")


def _officer_periods(name: str, grain: Grain) -> Compared:
    averages = tuple(f"{amount}_avg" for amount in SPAN_AMOUNTS)
    key = ("officer_id", "office_id", "weight_scheme", grain.column)
    return Compared(name, key, averages, ("days", "workload_pct"))


def _office_periods(name: str, grain: Grain, *parts: str) -> Compared:
    key = ("office_id", *parts, "weight_scheme", grain.column)
    return Compared(name, key, OFFICE_AVERAGES, ("days", "workload_pct"))


REFERENCE: dict[Compared, Callable[[World], Mart]] = {
    Compared(
        "fct_officer_spans",
        ("officer_id", "office_id", "weight_scheme", "valid_from"),
        SPAN_AMOUNTS,
        ("valid_to", "workload_pct"),
    ): officer_spans,
    _officer_periods("fct_officer_months", MONTHS): lambda world: officer_means(world, MONTHS),
    _officer_periods("fct_officer_weeks", WEEKS): lambda world: officer_means(world, WEEKS),
    _office_periods("fct_office_months", MONTHS): lambda world: office_means(world, MONTHS),
    _office_periods("fct_office_weeks", WEEKS): lambda world: office_means(world, WEEKS),
    _office_periods("fct_office_line_months", MONTHS, "service_line"): office_line_months,
    Compared(
        "fct_office_work_months",
        ("office_id", "work_type", "weight_scheme", "month_start_on"),
        WORK_AVERAGES,
    ): office_work_months,
    Compared(
        "fct_case_flow_months",
        ("office_id", "supervision_type", "month_start_on"),
        FLOWS + STOCKS,
    ): case_flow_months,
    Compared(
        "fct_backlog_weeks",
        ("office_id", "supervision_type", "weight_scheme", "week_start_on"),
        BACKLOG,
        WAITS,
    ): backlog_weeks,
    Compared(
        "fct_open_cases",
        ("case_id", "weight_scheme"),
        (),
        (
            "office_id",
            "supervision_type",
            "service_line",
            "state",
            "risk_level",
            "phase",
            "flags",
            "opened_on",
            "days_open",
            "days_waiting",
            "days_past_expected_end",
            "officers",
            "factor",
            "weight_units",
        ),
    ): open_cases,
}
