"""What the filters of My work offer: whose page it is, and a kind of case that might be taken.

An officer has nothing to choose: the page is their own. The head of an office chooses among own officers, and
in a demonstration everybody among all. Each function takes the context of the filter.
"""

from dashboards import queries
from dashboards.access.narrowing import NotShownError
from dashboards.access.one_person import shows_past
from dashboards.access.scope import Role
from dashboards.choice import ALL, Narrowed
from dashboards.filters.filter import Context
from dashboards.queries import my_work as questions
from dashboards.queries import outlook_officer as officer_questions
from dashboards.text import t


def offices(context: Context) -> list[str]:
    """The office of the officer, the offices of the head, and in a demonstration none, then every office."""
    scope, rows = context.reader.scope, queries.choices(context.reader, "office")
    if scope.role is Role.OFFICER:
        return [_office_of(context)]
    if scope.role is Role.OFFICE_HEAD:
        own = [row["id"] for row in rows if {row["id"], row["parent_id"]} & {*scope.areas}]
        return own or [ALL]
    return [ALL, *(row["id"] for row in rows)] if scope.role is Role.WHOLE else [ALL]


def _office_of(context: Context) -> str:
    """The office of the officer who looks; none for somebody whom these data do not know."""
    whose = Narrowed({"officer": context.reader.scope.officer})
    try:
        return questions.office_of(context.reader, whose) or ALL
    except NotShownError:
        return ALL


def office_words(context: Context, office: str) -> str:
    """The name of an office."""
    if office == ALL:
        return t("my_work.no_office_chosen")
    row = next(row for row in queries.choices(context.reader, "office") if row["id"] == office)
    return queries.called(context.reader, row)


def is_one_office(context: Context) -> bool:
    """Whether there is one office, or none, to choose from."""
    return len(offices(context)) < 2


def officers(context: Context) -> list[str]:
    """The officer in front of the screen; else nobody, then those of the office in the fixed order."""
    scope = context.reader.scope
    if scope.role is Role.OFFICER:
        return [scope.officer if context.values["office"] != ALL else ALL]
    if context.values["office"] == ALL:
        return [ALL]
    try:
        return [ALL, *officer_questions.officers(context.reader, context)["officer_id"]]
    except NotShownError:
        return [ALL]


def officer_words(_: Context, officer: str) -> str:
    """The opaque id itself; nobody has a name here."""
    return t("my_work.no_officer_chosen") if officer == ALL else officer


def is_an_officer(context: Context) -> bool:
    """Whether there is nobody to choose: an officer reads the own page, and no office has no officers."""
    return len(officers(context)) < 2


def has_an_officer(context: Context) -> bool:
    """Whether it is settled whose page it is."""
    return context.values.get("officer", ALL) != ALL


def has_a_past(context: Context) -> bool:
    """Whether it is settled whose page it is, and the work over the years is for the reader."""
    return has_an_officer(context) and shows_past(context.reader.scope)


def kinds(context: Context) -> list[str]:
    """No kind, then the kinds of mandate that the office carried in the last whole month, by name."""
    found = questions.kinds_carried(context.reader, context)["work_type"]
    return [ALL, *sorted(found, key=lambda kind: kind_words(context, kind))]


def kind_words(context: Context, kind: str) -> str:
    """A kind of mandate as it is called."""
    return t("my_work.no_kind_chosen") if kind == ALL else queries.label_of(context.reader, "work_type", kind)


def has_kinds(context: Context) -> bool:
    """Whether it is settled whose page it is, and the office carried cases that have a weight."""
    return has_an_officer(context) and not questions.kinds_carried(context.reader, context).is_empty()
