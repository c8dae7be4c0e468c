"""Which lines of the access log are looked at. Who is searched is known to the session only."""

from dashboards import looked
from dashboards.access.narrowing import NotShownError
from dashboards.access.scope import GIVEN_ROLES
from dashboards.choice import ALL
from dashboards.filters.filter import Context, Filter, fixed
from dashboards.text import number, page_has, t

NAMES = ("log_days", "log_kind", "log_role", "log_who", "log_person")
_DEMONSTRATION, _COMMAND = "demo", "command"
ROLES = (*GIVEN_ROLES, _DEMONSTRATION, _COMMAND)


def has_log(context: Context) -> bool:
    """Whether there is a log, and it is for this reader."""
    try:
        return looked.is_kept(context.reader)
    except NotShownError:
        return False


def role_words(role: str) -> str:
    """A role as the log has it; one that is not known stays as it is."""
    if role in (_DEMONSTRATION, _COMMAND):
        return t(f"looked.role_{role}")
    return t(f"roles.{role}") if page_has("roles", role) else role


def _identities(context: Context) -> list[str]:
    return [ALL, *looked.identities(context.reader)]


def _pages(context: Context) -> list[str]:
    """The first line of each page of lines; the latest page is ALL."""
    found = looked.counted(context.reader, looked.asked(context.reader, context.values))
    pages = min(max(-(-found // looked.ON_A_PAGE), 1), looked.MOST_PAGES)
    return [ALL, *(str(place * looked.ON_A_PAGE) for place in range(1, pages))]


def _page_words(_: Context, skipped: str) -> str:
    first = 0 if skipped == ALL else int(skipped)
    return t("looked.lines_from", first=number(first + 1), last=number(first + looked.ON_A_PAGE))


def _words_of(said_of_all: str):
    return lambda _, value: t(said_of_all) if value == ALL else value


LOG_CHOICES = (
    fixed(
        "log_days",
        "days",
        "7",
        "28",
        "91",
        ALL,
        default="28",
        is_offered=has_log,
        is_of_parts=True,
    ),
    fixed("log_kind", "kind", ALL, "persons", "files", is_offered=has_log, is_of_parts=True),
    Filter(
        "log_role",
        "role",
        lambda _: [ALL, *ROLES],
        lambda _, role: t("looked.every_role") if role == ALL else role_words(role),
        is_offered=has_log,
        is_of_parts=True,
    ),
    Filter(
        "log_who",
        "",  # who is searched stands in no link
        _identities,
        _words_of("looked.everybody"),
        is_offered=has_log,
        is_of_parts=True,
    ),
    Filter(
        "log_person",
        "",
        lambda _: [ALL],
        _words_of("looked.everybody"),
        is_offered=has_log,
        is_of_parts=True,
        is_typed=True,
        help_key="looked.person_help",
    ),
    Filter(
        "log_page",
        "",  # another search has other pages
        _pages,
        _page_words,
        is_offered=has_log,
        is_of_parts=True,
    ),
)
