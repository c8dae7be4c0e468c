"""What each mart is about, and what each role may have of it: the whole of who sees what, in two tables.

A mart that is not here is shown to nobody but the demonstration. See docs/decisions/0047.
"""

from collections.abc import Mapping
from enum import StrEnum

from dashboards.access import fixed_tables, open_cases
from dashboards.access.scope import Role


class About(StrEnum):
    """What the rows of a mart are about."""

    POLICY = "policy"  # names, dates and rules: of nobody
    DELIVERIES = "deliveries"  # counts of files, rows and tests
    SET_ASIDE = "set_aside"  # rows that were not loaded, some with what stood in them
    AREAS = "areas"  # figures of an office, a region or the service
    GROUPS = "groups"  # officers of an area, counted by load or asked together
    CASES = "cases"  # single cases
    OFFICERS = "officers"  # single officers


class Shown(StrEnum):
    """What a role has of a mart."""

    ALL = "all"
    OWN = "own"  # rows of the own office or officer
    WITHOUT_TEXT = "without_text"  # every row, without what stood in a delivery
    NOTHING = "nothing"  # no row; asking is no mistake, for every page asks it
    FIXED = "fixed"  # the cells of fixed tables that are shown; a question that needs another is refused
    FEW = "few"  # refused, because counts in it are small and no fixed table has it
    REFUSED = "refused"


def _named(about: About, names: str) -> dict[str, About]:
    return dict.fromkeys(names.split(), about)


_RULES: Mapping[str, About] = {
    **_named(
        About.POLICY,
        """
        dim_areas dim_events dim_evidence dim_grades dim_labels dim_noise_levels dim_offices
        dim_service_lines dim_sources dim_status dim_targets dim_tariffs dim_thresholds dim_weight_schemes
        dim_work_types
        """,
    ),
    **_named(
        About.DELIVERIES,
        """
        fct_left_out fct_loads fct_test_results fct_version_changes fct_version_figures
        fct_published_against_computed fct_published_breaks
        """,
    ),
    **_named(About.SET_ASIDE, "fct_quarantine fct_set_aside"),
    **_named(
        About.AREAS,
        f"""
        fct_area_backlog fct_area_backlog_weeks fct_area_booked_weeks fct_area_clearance_months
        fct_area_due_years fct_area_ending_ages fct_area_endings_years fct_area_finding_effects
        fct_area_line_months fct_area_line_outlook_weeks
        fct_area_line_periods fct_area_line_weeks fct_area_line_windows fct_area_mix_months
        fct_area_open_cases fct_area_pace_weeks fct_area_risk_years fct_area_sensitivity fct_area_wait_bands
        fct_area_weight_bases fct_area_weight_changes fct_backlog_weeks fct_case_flow_months
        fct_case_mix_months fct_cohort_months fct_endings_months fct_figures_as_known
        fct_forecast_against_actual fct_forecast_errors fct_forecast_months fct_office_line_months
        fct_office_line_outlook_weeks fct_office_line_weeks fct_office_line_windows fct_office_months
        fct_office_outlook_weeks fct_office_outlook_work_weeks fct_office_periods fct_office_posts
        fct_office_weeks fct_office_work_months fct_office_work_periods cover_counts {open_cases.COUNTS}
        fct_audit_action_months fct_audit_months fct_breach_months fct_case_event_months
        fct_condition_months fct_contact_months fct_context_months fct_feedback_answers fct_feedback_months
        fct_incident_months fct_need_months fct_outcome_figures fct_referral_months
        {open_cases.WAITED} {open_cases.WEIGHTS} {open_cases.WAITING} {open_cases.PART_FLOWS}
        {open_cases.PART_LOADS} {open_cases.UNWEIGHED} {open_cases.CASE_WORK}
        """,
    ),
    **_named(
        About.GROUPS,
        """
        fct_area_load_bands fct_area_overload_months fct_area_overload_series fct_office_overload_months
        fct_survey_waves fct_training_months
        """,
    ),
    **_named(About.CASES, "fct_open_cases fct_open_case_outlook fct_findings"),
    **_named(
        About.OFFICERS,
        """
        dim_officers fct_officer_months fct_officer_outlook_weeks fct_officer_periods fct_officer_spans
        fct_officer_weeks fct_open_tasks fct_person_periods
        """,
    ),
}

_PUBLIC = {About.POLICY: Shown.ALL, About.DELIVERIES: Shown.ALL}
_NO_PERSON = {About.CASES: Shown.REFUSED, About.OFFICERS: Shown.REFUSED}
_FIGURES = {About.SET_ASIDE: Shown.WITHOUT_TEXT, About.AREAS: Shown.ALL, About.GROUPS: Shown.ALL}
_NO_FIGURES = {About.AREAS: Shown.NOTHING, About.GROUPS: Shown.REFUSED}
_OWN = {About.CASES: Shown.OWN, About.OFFICERS: Shown.OWN}
_ROLES: Mapping[Role, Mapping[About, Shown]] = {
    Role.OFFICER: _PUBLIC | _FIGURES | _OWN,
    Role.OFFICE_HEAD: _PUBLIC | _FIGURES | _OWN,
    Role.COORDINATOR: _PUBLIC | _FIGURES | _NO_PERSON,
    Role.ANALYST: _PUBLIC | _FIGURES | _NO_PERSON,
    Role.POLICYMAKER: _PUBLIC | _FIGURES | _NO_PERSON | {About.AREAS: Shown.FEW, About.GROUPS: Shown.REFUSED},
    Role.DATA_PROTECTION_OFFICER: _PUBLIC | _NO_FIGURES | _NO_PERSON | {About.SET_ASIDE: Shown.ALL},
    Role.ADMINISTRATOR: _PUBLIC | _NO_FIGURES | _NO_PERSON | {About.SET_ASIDE: Shown.WITHOUT_TEXT},
}

# Below which a count of cases or people is shown to a role by no part of a page (0 is shown), nor follows
# from what is shown: with other figures it would be as good as a list. An assumption: common practice for
# the public; no statute seen.
_SMALLEST_COUNT = {Role.POLICYMAKER: 10}
_OF_NOBODY = frozenset({"fct_office_posts"})  # posts to fill: no case and nobody who works already


def smallest_count(role: Role) -> int:
    """Below which counts are not shown to a role; 0 where all are."""
    return _SMALLEST_COUNT.get(role, 0)


def about(mart: str) -> About | None:
    """What a mart is about, by its name; None where nobody has said so, and then it is shown to no role."""
    # the same by the weights of the last day
    return _RULES.get(mart.removesuffix("_now"))


def shown_to(role: Role, mart: str) -> Shown:
    """What a role has of a mart."""
    found = about(mart)
    if found is None:
        return Shown.REFUSED
    if smallest_count(role) and mart in _OF_NOBODY:
        return Shown.ALL
    return Shown.FIXED if smallest_count(role) and mart in fixed_tables.MARTS else _ROLES[role][found]
