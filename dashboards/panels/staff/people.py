"""How many people are above the highest threshold of workload: as counted, then as their spread implies."""

from dashboards.charts.queue import band_lines
from dashboards.panel import Link, Panel
from dashboards.panels.parts import place_chosen
from dashboards.panels.staff.frames import SEED, Outcome
from dashboards.panels.staff.lines import both, rows_of, table_of, title_of
from dashboards.panels.staff.people_ahead import people_above
from dashboards.panels.staff.words import area_words
from dashboards.panels.weights import basis
from dashboards.text import number, percentage, t
from dashboards.view import View

_NAMES = (
    "people_was",
    "people_as_now_low",
    "people_as_now",
    "people_as_now_high",
    "people_chosen_low",
    "people_chosen",
    "people_chosen_high",
)


def above(found: Outcome, view: View) -> Panel | None:
    """People above the highest threshold; None where too few are known to tell how they are spread."""
    counted = people_above(found.cells, view)
    if counted is None:
        return None
    rows = rows_of(found, counted.was, lambda run: counted.then(run, SEED))
    return Panel(
        "staff_people",
        title=title_of(
            "people",
            view,
            now=number(counted.over),
            then=number(rows["as_now"][-1]),
            chosen=number(rows["chosen"][-1]),
            threshold=percentage(counted.threshold_pct),
            people=number(counted.people),
        ),
        subtitle=t("staff.people_subtitle", **area_words(view), basis=basis(view)),
        chart=band_lines(rows, both(), view.look, {"was": t("staff.was"), "unit": t("staff.people")}),
        summary=t("staff.people_summary", error=percentage(counted.error_pct, 1)),
        table=table_of(rows, _NAMES),
        links=(Link("pressure", t("staff.to_pressure"), place_chosen(view, "weight_scheme")),),
        marts=("fct_area_overload_series", "fct_area_line_months"),
    )
