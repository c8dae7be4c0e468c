"""Who looked: the access log for the data protection officer, what it holds and whether it is whole."""

from dashboards import looked
from dashboards.filters import log_choices
from dashboards.page import MoreFilters, Page, Parts
from dashboards.panels.looked import found, state
from dashboards.screen import log_check
from dashboards.screen.page import show
from dashboards.view import View

PARTS = (
    state.how_it_stands,
    MoreFilters(log_choices.NAMES, "looked.search"),
    found.by_day,
    found.look_ups,
    found.files,
    MoreFilters(("log_page",)),
    found.every_line,
    state.removals,
)


def parts(view: View) -> Parts:
    """The log where there is one; else that there is none, and the way out."""
    return PARTS if looked.is_kept(view.reader) else (state.no_log,)


PAGE = Page("looked", parts=parts, is_remembered=False)

if __name__ == "__main__":
    show(PAGE, log_check.draw)
