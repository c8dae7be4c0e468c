"""Which marts are computed a second time, how, and which of their columns are compared."""

from dataclasses import replace

from tests.reference.ahead import weeks_ahead, world_ahead
from tests.reference.area_marts import AREA_REFERENCE, AREA_WEIGHED
from tests.reference.backlog import TO_CLOSE, backlog_weeks
from tests.reference.cohorts import COHORT_FIGURES, cohort_months
from tests.reference.comparing import Compared, Reference
from tests.reference.days import MONTHS, WEEKS, Grain
from tests.reference.findings import findings, status, weight_schemes
from tests.reference.flow import FLOWS, STOCKS, case_flow_months
from tests.reference.mix import case_mix_months, endings_months
from tests.reference.officers import officer_means, officer_spans, person_periods
from tests.reference.offices import OFFICE_MEASURES, office_line_means, office_means, office_work_means
from tests.reference.open_cases import open_case_outlook, open_cases
from tests.reference.open_tasks import open_tasks
from tests.reference.overload import office_overload_months
from tests.reference.policy import BASES
from tests.reference.posts import office_posts
from tests.reference.published import figures_as_known, published_against_computed, published_breaks
from tests.reference.results import RESULT_REFERENCE
from tests.reference.windows import office_line_windows

SPAN_AMOUNTS = ("active_cases", "workload_units", "capacity_units")
OFFICE_AVERAGES = tuple(f"{measure}_avg" for measure in OFFICE_MEASURES)
WORK_AVERAGES = ("workload_units_avg", "active_cases_avg", "tasks_open_avg")
BACKLOG = ("waiting_cases", "waiting_units", "uncovered_cases", "uncovered_units", *TO_CLOSE)
WAITS = ("counted_on", "wait_days_p50", "wait_days_p90", "wait_days_max")
MIX = ("office_id", "supervision_type", "risk_level", "phase", "sex", "weight_scheme", "month_start_on")
OVER = ("office_id", "grade", "weight_scheme", "threshold_set", "measure", "threshold", "month_start_on")
OVER_AMOUNTS = ("officers_avg", "officers_over_avg", "officers_with_capacity", "officers_over_4_weeks")
CASE_TODAY = ("office_id", "supervision_type", "service_line", "state", "risk_level", "phase", "flags")
CASE_DAYS = ("opened_on", "clock_on", "days_open", "days_waiting", "days_uncovered", "days_past_expected_end")
CASE_CARE = ("officers", "officer_shares", "findings", "needs_cover", "is_to_close")
CASE_WEIGHT = ("base_weight_units", "weight_basis", "factor", "weight_units")
WINDOW = ("window_start_on", "window_end_on", "days", "workload_pct")
AS_KNOWN = ("edition", "measure", "office_id", "month_start_on")
PERIOD = ("period_start_on", "period_end_on")
PUBLISHED = ("source", "edition", *PERIOD, "measure", "office_id", "supervision_type")
SCHEME = ("full_time_capacity", "factor_cap", "is_default", "has_changed", "weights_valid_from")


def _officer_periods(name: str, grain: Grain) -> Compared:
    averages = tuple(f"{amount}_avg" for amount in SPAN_AMOUNTS)
    key = ("officer_id", "office_id", "weight_scheme", grain.column)
    return Compared(name, key, averages, ("days", "workload_pct"))


def _office_periods(name: str, grain: Grain, *parts: str) -> Compared:
    key = ("office_id", *parts, "weight_scheme", grain.column)
    return Compared(name, key, OFFICE_AVERAGES, ("days", "workload_pct"))


def _office_work(name: str, grain: Grain) -> Compared:
    return Compared(name, ("office_id", "work_type", "weight_scheme", grain.column), WORK_AVERAGES, ("days",))


def _office_line(
    name: str, parts: tuple[str, ...], amounts: tuple[str, ...], others: tuple[str, ...]
) -> Compared:
    return Compared(name, ("office_id", "service_line", "weight_scheme", *parts), amounts, others)


def _work_types(name: str, period: str, amounts: tuple[str, ...], others: tuple[str, ...] = ()) -> Compared:
    return Compared(name, ("office_id", "supervision_type", "weight_scheme", period), amounts, others)


# What depends on the weights of a day, and so stands a second time under those of as_of.
WEIGHED: dict[Compared, Reference] = {
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
    _office_periods("fct_office_line_months", MONTHS, "service_line"): lambda world: office_line_means(
        world, MONTHS
    ),
    _office_periods("fct_office_line_weeks", WEEKS, "service_line"): lambda world: office_line_means(
        world, WEEKS
    ),
    _office_line("fct_office_line_windows", ("time_window",), OFFICE_AVERAGES, WINDOW): office_line_windows,
    _office_work("fct_office_work_months", MONTHS): lambda world: office_work_means(world, MONTHS),
    Compared(
        "fct_case_mix_months", MIX, ("active_cases_avg", "workload_units_avg"), ("days",)
    ): case_mix_months,
    Compared("fct_office_overload_months", OVER, OVER_AMOUNTS, ("days",)): office_overload_months,
    _work_types("fct_backlog_weeks", "week_start_on", BACKLOG, WAITS): backlog_weeks,
    **AREA_WEIGHED,
}


def _as_weighed_today(reference: Reference) -> Reference:
    return lambda world: reference(world.as_weighed_today)


REFERENCE: dict[Compared, Reference] = {
    **WEIGHED,
    **{
        replace(mart, name=f"{mart.name}_now"): _as_weighed_today(reference)
        for mart, reference in WEIGHED.items()
    },
    Compared(
        "fct_case_flow_months",
        ("office_id", "supervision_type", "month_start_on"),
        FLOWS + STOCKS,
    ): case_flow_months,
    Compared(
        "fct_cohort_months",
        ("office_id", "supervision_type", "age_from_months", "month_start_on"),
        COHORT_FIGURES,
        ("age_to_months", "days"),
    ): cohort_months,
    Compared(
        "fct_office_posts",
        ("office_id", "service_line", "weight_scheme", "status", "first_whole_month_on"),
        ("posts", "fte_to_fill", "fte_counted"),
    ): office_posts,
    Compared(
        "fct_endings_months",
        ("office_id", "supervision_type", "end_reason", "month_start_on"),
        ("ended_cases",),
        ("duration_days_p50",),
    ): endings_months,
    _officer_periods("fct_officer_outlook_weeks", WEEKS): lambda world: officer_means(
        world_ahead(world), weeks_ahead(world)
    ),
    Compared(
        "fct_person_periods",
        ("officer_id", "weight_scheme", "period", "period_start_on"),
        tuple(f"{amount}_avg" for amount in SPAN_AMOUNTS),
        ("days", "workload_pct"),
    ): person_periods,
    _office_periods("fct_office_outlook_weeks", WEEKS): lambda world: office_means(
        world_ahead(world), weeks_ahead(world)
    ),
    _office_periods("fct_office_line_outlook_weeks", WEEKS, "service_line"): lambda world: office_line_means(
        world_ahead(world), weeks_ahead(world)
    ),
    _office_work("fct_office_outlook_work_weeks", WEEKS): lambda world: office_work_means(
        world_ahead(world), weeks_ahead(world)
    ),
    Compared(
        "fct_open_cases",
        ("case_id", "weight_scheme"),
        (),
        CASE_TODAY + CASE_DAYS + CASE_CARE + CASE_WEIGHT,
    ): open_cases,
    Compared(
        "fct_open_case_outlook",
        ("case_id", "weight_scheme", "valid_from"),
        (),
        ("valid_to", "weight_units"),
    ): open_case_outlook,
    Compared(
        "fct_open_tasks",
        ("task_id",),
        (),
        ("officer_id", "office_id", "case_id", "task_type", "requested_on", "assigned_on", "due_on"),
    ): open_tasks,
    Compared(
        "fct_findings",
        ("finding", "entity", "record_id"),
        (),
        ("office_id", "supervision_type", "found_on"),
    ): findings,
    Compared("fct_figures_as_known", AS_KNOWN, ("figure",)): figures_as_known,
    Compared(
        "fct_published_against_computed",
        PUBLISHED,
        (),
        ("published_value", "computed_value", "difference", "difference_pct", "is_latest_edition"),
    ): published_against_computed,
    Compared(
        "fct_published_breaks", PUBLISHED, (), ("previous_value", "published_value", "change_pct")
    ): published_breaks,
    Compared(
        "dim_weight_schemes",
        ("weight_scheme",),
        (),
        (*SCHEME, *(f"{basis}_share" for basis in BASES)),
    ): weight_schemes,
    Compared(
        "dim_status", ("as_of",), (), ("open_cases", "first_month_on", "quarter_weeks", "year_weeks")
    ): status,
    **AREA_REFERENCE,
    **RESULT_REFERENCE,
}
