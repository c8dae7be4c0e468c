"""What the filters between the parts of Outlook and of Pressure and cover offer, and in which words.

Each function takes the context of the filter (see `filters.Context`): who asks, and what is chosen before.
"""

from collections.abc import Callable
from functools import wraps

import polars as pl

from dashboards import queries
from dashboards.access.narrowing import NotShownError
from dashboards.choice import ALL, USUAL_LINE
from dashboards.filters.filter import Context
from dashboards.queries import cover as cover_questions
from dashboards.queries import outlook_officer as officer_questions
from dashboards.text import plural, t

SHARES = ("100", "90", "80", "75", "70", "60", "50", "40", "30", "25", "20", "10")  # per cent of a case


def _where_shown(is_offered: Callable[[Context], bool]) -> Callable[[Context], bool]:
    """Decorates what tells whether a filter is offered: never where its choices are not for the reader."""

    @wraps(is_offered)
    def offered(context: Context) -> bool:
        try:
            return is_offered(context)
        except NotShownError:
            return False

    return offered


@_where_shown
def is_in_an_office(context: Context) -> bool:
    """Whether an office is chosen: an officer is looked at inside one."""
    return context.values["office"] != ALL and bool(officers(context))


def officers(context: Context) -> list[str]:
    """The office as a whole, then its officers in the fixed order."""
    return [ALL, *officer_questions.officers(context.reader, context)["officer_id"]]


def officer_words(_: Context, officer: str) -> str:
    """The opaque id itself; nobody has a name here."""
    return t("officer.whole_office") if officer == ALL else officer


@_where_shown
def has_cases_to_take(context: Context) -> bool:
    """Whether an officer is chosen, and a case of the office waits or is uncovered."""
    return context.values.get("officer", ALL) != ALL and not _waiting(context).is_empty()


def cases_to_take(context: Context) -> list[str]:
    """No case, then those of the office without an officer, longest first."""
    return [ALL, *_waiting(context)["case_id"]]


def case_labels(context: Context) -> dict[str, str]:
    """Every case without an officer in words: kind, risk, and for how long."""
    labels = {ALL: t("officer.no_case_chosen")}
    for row in _waiting(context).to_dicts():
        labels[row["case_id"]] = t(
            f"officer.case_{row['state']}",
            case=row["case_id"],
            kind=queries.label_of(context.reader, "work_type", row["supervision_type"]),
            risk=queries.label_of(context.reader, "risk_level", row["risk_level"]),
            days=plural("common.days", row["days"]),
        )
    return labels


def _waiting(context: Context) -> pl.DataFrame:
    return officer_questions.cases_to_take(context.reader, context)


@_where_shown
def has_own_cases(context: Context) -> bool:
    """Whether an officer is chosen, and carries any case."""
    return context.values.get("officer", ALL) != ALL and not _carried(context).is_empty()


def own_cases(context: Context) -> list[str]:
    """No case, then those that the officer carries, in the order in which they opened."""
    return [ALL, *_carried(context)["case_id"]]


def own_case_labels(context: Context) -> dict[str, str]:
    """Every case that the officer carries in words: its id and its kind."""
    labels = {ALL: t("officer.no_case_chosen")}
    for row in _carried(context).to_dicts():
        kind = queries.label_of(context.reader, "work_type", row["supervision_type"])
        labels[row["case_id"]] = t("my_team.case_label", case=row["case_id"], kind=kind)
    return labels


def _carried(context: Context) -> pl.DataFrame:
    return officer_questions.own_cases(context.reader, context)


def lines(context: Context) -> list[str]:
    """All service lines together, then each: people above a threshold are counted over all of them."""
    rows = queries.choices(context.reader, "service_line")
    return [ALL, *(row["id"] for row in rows if row["has_months"])]


def line_words(context: Context, line: str) -> str:
    """A service line, or all of them."""
    if line == ALL:
        return t("common.all_service_line")
    return queries.label_of(context.reader, "service_line", line)


def usual_line(_: Context) -> str:
    """The line that a list of cases begins with, where these data hold any of it; else it begins with all."""
    return USUAL_LINE


def case_lists(context: Context) -> list[str]:
    """The lists of cases; without assignments only those about expected ends."""
    has_carriers = context.status.has_assignments
    return list(cover_questions.LISTS if has_carriers else cover_questions.LISTS_OF_ENDS)


def has_open_cases(context: Context) -> bool:
    """Whether a case of the line chosen is open in the office chosen, else anywhere among the parts."""
    counted = cover_questions.cases_counted(context.reader, context)
    return context.values["office"] in {ALL, *counted["part_id"]} and not counted.is_empty()
