"""What staff and demand could be: the choices of the page What more staff buys."""

from datetime import date

from dashboards.choice import ALL, Narrowed
from dashboards.filters.filter import Context, Filter
from dashboards.filters.periods import day_of, last_whole_month, months_before, three_years_before
from dashboards.queries import staff as questions
from dashboards.text import month, percentage, plural, signed, t

FTE = ("-50", "-20", "-10", "-5", "-2", "-1", "0", "1", "2", "5", "10", "20", "50", "100")
# Staff as the delivery says that it will come, instead of a number.
POSTS = "posts"
USUAL_FTE, USUAL_FTE_OF_AN_OFFICE = "20", "2"
PCT = ("-20", "-10", "0", "10", "20")
ABSENCE_PCT = ("-5", "0", "5", "10", "20")
LIMITS = ("now", "100", "110", "120", "130")
WEEKS = ("1", "2", "4", "8", "13")
MONTHS_AHEAD, USUAL_MONTHS_UNTIL = 12, 3
NAMES = (
    "staff_change",
    "staff_from",
    "absence",
    "inflow",
    "case_work",
    "load_limit",
    "target_wait",
    "staff_until",
)


def months_ahead(last_month: date, count: int = MONTHS_AHEAD) -> list[date]:
    """The first days of the months after a month."""
    number = 12 * last_month.year + last_month.month
    return [date((number + ahead) // 12, (number + ahead) % 12 + 1, 1) for ahead in range(count)]


def _months(context: Context) -> list[str]:
    return [f"{one:%Y-%m}" for one in months_ahead(last_whole_month(context.status))]


def _has_posts(context: Context) -> bool:
    """Whether posts of the area and line are being filled."""
    found = questions.posts(context.reader, Narrowed(context.parameters))
    return not found.filter(found["status"] != "vacant").is_empty()


def _fte_options(context: Context) -> list[str]:
    return [POSTS] * _has_posts(context) + list(FTE)


def _usual_fte(context: Context) -> str:
    if _has_posts(context):
        return POSTS
    return USUAL_FTE if context.values.get("office", ALL) == ALL else USUAL_FTE_OF_AN_OFFICE


def _fte_words(_: Context, chosen: str) -> str:
    if chosen == POSTS:
        return t("staff.posts_to_come")
    return t("staff.no_change") if chosen == "0" else t("staff.fte", fte=signed(float(chosen)))


def _pct_words(_: Context, chosen: str) -> str:
    if chosen == "0":
        return t("staff.as_now")
    return t("staff.more" if float(chosen) > 0 else "staff.less", share=percentage(abs(float(chosen))))


def _limit_words(_: Context, chosen: str) -> str:
    return t("staff.limit_now") if chosen == "now" else percentage(float(chosen))


def _lever(name: str, address: str, ids: tuple[str, ...], words, usual: str, **more: object) -> Filter:
    return Filter(
        name,
        address,
        lambda _: list(ids),
        words,
        lambda _: usual,
        **({"is_of_parts": True, "label_key": f"staff.filter_{name}", "width_px": 165} | more),
        said_key=f"staff.{name}_said",
    )


LEVERS = (
    Filter(
        "staff_change",
        "fte",
        _fte_options,
        _fte_words,
        _usual_fte,
        is_of_parts=True,
        said_key="staff.staff_change_said",
        label_key="staff.filter_staff_change",
        width_px=165,
    ),
    Filter(
        "staff_from",
        "begin",
        _months,
        lambda _, chosen: month(day_of(chosen)),
        lambda context: _months(context)[USUAL_MONTHS_UNTIL],
        is_of_parts=True,
        said_key="staff.staff_from_said",
        label_key="staff.filter_staff_from",
        width_px=165,
    ),
    _lever("absence", "away", ABSENCE_PCT, _pct_words, "0"),
    _lever("inflow", "inflow", PCT, _pct_words, "0"),
    _lever("case_work", "work", PCT, _pct_words, "0"),
    _lever("load_limit", "limit", LIMITS, _limit_words, "now"),
    _lever("target_wait", "wait", WEEKS, lambda _, weeks: plural("staff.weeks", float(weeks)), "2"),
    Filter(
        "staff_until",
        "until",
        lambda context: months_before(context.status),
        lambda _, chosen: month(day_of(chosen)),
        lambda context: three_years_before(context.status),
        is_offered=lambda context: bool(months_before(context.status)),
        is_of_parts=True,
        said_key="staff.staff_until_said",
        label_key="staff.filter_staff_until",
        width_px=165,
    ),
)
