"""Outlook: what is already booked for the coming weeks, and what does it leave open?"""

from dashboards.choice import USUAL_LINE
from dashboards.page import MoreFilters, Page
from dashboards.panels.outlook import (
    booked,
    changes,
    frames,
    head_figures,
    impact,
    month,
    officer,
    side_by_side,
)
from dashboards.screen.page import show

PAGE = Page(
    "outlook",
    filters=("region", "office", "service_line", "weight_scheme", "horizon"),
    defaults={"service_line": USUAL_LINE},
    parts=(
        MoreFilters(("officer",)),
        booked.no_forecast,
        # of all offices or of one
        booked.unweighed,
        booked.partly_unweighed,
        head_figures.head_figures,
        booked.booked_load,
        booked.booked_units,
        changes.what_changes,
        side_by_side.every_part,
        # of one officer of an office
        month.last_month,
        officer.weeks_ahead,
        officer.own_cases,
        impact.one_more_case,
        MoreFilters(("case_to_take", "share")),
        impact.before_and_after,
    ),
    is_empty=frames.is_empty,
    without_cases=(booked.no_cases,),
)

if __name__ == "__main__":
    show(PAGE)
