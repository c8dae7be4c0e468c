"""Offices: how heavy is the work in each office, since when, and how sure is that?"""

from dashboards.choice import USUAL_LINE
from dashboards.page import MoreFilters, Page, Parts
from dashboards.panels import unweighed
from dashboards.panels.offices import (
    every_office,
    frames,
    head_figures,
    heat_map,
    one_office,
    published,
    room,
    table,
    team,
    weight_schemes,
    work,
)
from dashboards.screen.page import show
from dashboards.view import View


def parts(view: View) -> Parts:
    """One office when one is chosen, else all of them; without contracts there is work but no percentage.

    Work that no weight fits is no work drawn along zero: that it is not known comes in its place.
    """
    if unweighed.is_all(view, view.choice.service_line):
        known = () if view.status.has_contracts else (every_office.no_capacity,)
        return (head_figures.head_figures, *known, every_office.unweighed, table.all_offices)
    if not view.status.has_contracts:
        main = (
            every_office.no_capacity,
            work.kinds_of_work if view.choice.office else every_office.work_by_office,
        )
    elif view.choice.office:
        main = (
            one_office.workload_trend,
            work.work_and_capacity,
            work.kinds_of_work,
            weight_schemes.schemes_of_one_office,
        )
    else:
        main = (
            every_office.workload_by_office,
            heat_map.workload_by_month,
            weight_schemes.range_of_every_office,
            room.room_of_every_office,
        )
    return (unweighed.said_of_some, head_figures.head_figures, *main, table.all_offices, team.to_its_team)


PAGE = Page(
    "offices",
    filters=(
        "region",
        "office",
        "service_line",
        "weight_scheme",
        "weights",
        "time_window",
        "comparison",
        "period",
    ),
    defaults={"service_line": USUAL_LINE},
    parts=parts,
    is_empty=frames.is_empty,
    without_cases=(
        published.no_cases,
        MoreFilters(("published_series",)),
        published.published_series,
        published.breaks,
    ),
)

if __name__ == "__main__":
    show(PAGE)
