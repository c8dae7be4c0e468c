"""Every filter of the pages. One more: an entry here, its words `common.filter_<name>`, its name on pages."""

from dashboards import queries
from dashboards.choice import ALL, SERVICE
from dashboards.filters import between_parts, comparison, own, published_series
from dashboards.filters.areas import has_regions, only_office, own_offices
from dashboards.filters.filter import Context, Filter, fixed, of_codes, of_rows
from dashboards.filters.levers import LEVERS
from dashboards.filters.log_choices import LOG_CHOICES
from dashboards.filters.periods import YEARS_BACK, day_of, month_compared, months
from dashboards.filters.scenario_choices import SCENARIO_CHOICES, scheme_of
from dashboards.filters.survey_choices import SURVEY_CHOICES
from dashboards.text import month, percentage, t

# How heavy the work may be is for an agency to choose: an assumption, not a norm.
TARGET_LOADS_PCT, FULL_LOAD_PCT = ("90", "95", "100", "105", "110"), "100"


def _weights_changed(context: Context) -> bool:
    """Without a change the weights of each day are those of today: nothing to choose."""
    return bool(queries.weight_scheme(context.reader, context.values["weight_scheme"])["has_changed"])


def _only_office(context: Context) -> str | None:
    """Where there is one office, of all or in the region, it is looked at: nothing can be compared.

    On a page of one team it is the office of that team.
    """
    if own := context.values.get("team_office"):
        return own
    region = context.values.get("region", ALL)
    return only_office(context.reader, SERVICE if region == ALL else region)


def _office_words(context: Context, office: str) -> str:
    """The name of an office; nothing where none is the reader's own."""
    rows = queries.choices(context.reader, "office")
    return next((queries.called(context.reader, row) for row in rows if row["id"] == office), "")


# In the order in which they depend on each other: offices on a region, weights on a scheme.
FILTERS = {
    one.name: one
    for one in (
        of_rows(
            "region", "region", "region", has_all=True, is_offered=lambda context: has_regions(context.reader)
        ),
        Filter(
            "team_office",
            "office",
            lambda context: own_offices(context.reader),
            _office_words,
            is_offered=lambda context: len(own_offices(context.reader)) > 1,
            is_of_parts=True,
            label_key="common.filter_office",
        ),
        of_rows("office", "office", "office", has_all=True, default=_only_office),
        of_rows("service_line", "line", "service_line"),
        of_rows(
            "weight_scheme",
            "scheme",
            "weight_scheme",
            default=lambda context: scheme_of(context) or context.status.default_weight_scheme,
        ),
        fixed(
            "weights", "weights", "then", "now", is_offered=_weights_changed, said_key="common.weights_said"
        ),
        fixed("time_window", "window", "today", "four_weeks", "month", default="four_weeks"),
        Filter(
            "published_series",
            "series",
            lambda context: published_series.ids(context.reader),
            lambda context, series: published_series.label_of(context.reader, series),
            lambda context: published_series.longest(context.reader),
            is_offered=lambda context: bool(published_series.ids(context.reader)),
            is_of_parts=True,
            label_key="offices.published_measure",
        ),
        fixed("period", "since", *YEARS_BACK, is_side_by_side=False),
        Filter(
            "to_month",
            "to",
            lambda context: months(context.status),
            lambda _, chosen: month(day_of(chosen)),
        ),
        Filter(
            "from_month",
            "from",
            lambda context: months(context.status),
            lambda _, chosen: month(day_of(chosen)),
            lambda context: month_compared(context.status, context.values["to_month"]),
            said_key="common.from_month_said",
        ),
        Filter(
            "comparison",
            "against",
            comparison.offered,
            comparison.words,
            is_side_by_side=True,
            said_key="common.comparison_said",
        ),
        of_rows("work_type", "type", "mandate", has_all=True),
        fixed(
            "forecast_measure",
            "measure",
            "workload_units",
            "open_cases",
            "received_cases",
            is_of_parts=True,
        ),
        of_codes("grade", "grade", has_all=True),
        of_codes("threshold_set", "set", said_key="common.threshold_set_said"),
        Filter(
            "horizon",
            "weeks",
            lambda context: [str(context.status.quarter_weeks), str(context.status.year_weeks)],
            lambda _, weeks: t("common.horizon_weeks", weeks=weeks),
        ),
        Filter(
            "target_load",
            "target",
            lambda _: list(TARGET_LOADS_PCT),
            lambda _, target: percentage(float(target)),
            lambda _: FULL_LOAD_PCT,
            is_side_by_side=True,
            said_key="common.target_load_said",
        ),
        Filter(
            "officer",
            "",  # an officer is known to the session only, and so are the case and its share
            between_parts.officers,
            between_parts.officer_words,
            is_offered=between_parts.is_in_an_office,
            is_of_parts=True,
            label_key="officer.choose",
            help_key="officer.choose_help",
        ),
        Filter(
            "own_office",
            "office",
            own.offices,
            own.office_words,
            is_of_parts=True,
            label_key="common.filter_office",
            stands_for="office",
            is_settled=own.is_one_office,
        ),
        Filter(
            "own_officer",
            "",
            own.officers,
            own.officer_words,
            is_of_parts=True,
            label_key="officer.choose",
            help_key="officer.choose_help",
            stands_for="officer",
            is_settled=own.is_an_officer,
        ),
        fixed(
            "own_grain",
            "by",
            "month",
            "week",
            is_offered=own.has_a_past,
            is_of_parts=True,
            label_key="my_work.filter_grain",
        ),
        Filter(
            "kind_to_take",
            "kind",
            own.kinds,
            own.kind_words,
            is_offered=own.has_kinds,
            is_of_parts=True,
            label_key="my_work.filter_kind",
            width_px=360,
        ),
        Filter(
            "case_to_take",
            "",
            between_parts.cases_to_take,
            lambda context, case: between_parts.case_labels(context)[case],
            is_offered=between_parts.has_cases_to_take,
            is_of_parts=True,
            labels=between_parts.case_labels,
            label_key="officer.choose_case",
            width_px=520,
        ),
        Filter(
            "team_case",
            "",
            between_parts.own_cases,
            lambda context, case: between_parts.own_case_labels(context)[case],
            is_offered=between_parts.has_own_cases,
            is_of_parts=True,
            labels=between_parts.own_case_labels,
            label_key="my_team.choose_case",
            width_px=520,
        ),
        Filter(
            "share",
            "",
            lambda _: list(between_parts.SHARES),
            lambda _, share: percentage(float(share)),
            is_offered=between_parts.has_cases_to_take,
            is_of_parts=True,
            label_key="officer.choose_share",
            width_px=160,
        ),
        Filter(
            "cases_line",
            "line",
            between_parts.lines,
            between_parts.line_words,
            between_parts.usual_line,
            is_of_parts=True,
            label_key="common.filter_service_line",
        ),
        Filter(
            "case_list",
            "list",
            between_parts.case_lists,
            lambda _, name: t(f"pressure.list_{name}"),
            is_offered=between_parts.has_open_cases,
            is_side_by_side=True,
            is_of_parts=True,
            label_key="pressure.filter_list",
        ),
        *LEVERS,
        *SCENARIO_CHOICES,
        *SURVEY_CHOICES,
        *LOG_CHOICES,
    )
}
