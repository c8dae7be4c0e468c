"""My work: what is on the desk of one officer, how heavy it is, how it came about, and what comes?"""

from dashboards.page import MoreFilters, Page
from dashboards.panels.my_work import due, history, one_more, today, uncounted
from dashboards.panels.my_work.looks import LOOKS
from dashboards.panels.my_work.objections import OBJECTIONS
from dashboards.panels.outlook import month, officer
from dashboards.screen.page import show

PAGE = Page(
    "my_work",
    filters=("weight_scheme", "weights"),
    defaults={"horizon": "52"},
    parts=(
        MoreFilters(("own_office", "own_officer")),
        today.nobody,
        today.head_figures,
        today.derivation,
        due.falls_due,
        MoreFilters(("own_grain",)),
        history.over_time,
        month.last_month,
        officer.weeks_ahead,
        one_more.heading,
        MoreFilters(("kind_to_take",)),
        one_more.one_of_the_kind,
        uncounted.not_counted,
        OBJECTIONS,
        LOOKS,
    ),
    without_cases=(today.no_cases,),
)

if __name__ == "__main__":
    show(PAGE)
