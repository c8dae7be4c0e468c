"""Every office or region side by side: now, in a quarter and in a year, as booked today."""

from dashboards.panel import Panel, Table
from dashboards.panels import few
from dashboards.panels.outlook import frames
from dashboards.panels.outlook.moments import MOMENTS, moment_words
from dashboards.panels.parts import named_parts, part_names
from dashboards.panels.weights import unit
from dashboards.text import day, t
from dashboards.view import View

_MEASURES = {
    "workload_pct": "workload_pct",
    "workload_units": "workload_units_avg",
    "available_fte": "available_fte_avg",
}


@frames.of_weighed_offices
def every_part(view: View) -> Panel | None:
    """Each part in the fixed order: now, in a quarter and in a year; only where no office is chosen."""
    if view.choice.office:
        return None
    rows = frames.parts_ahead(view)
    line = view.choice.label("service_line")
    return Panel(
        "outlook_offices",
        title=t(
            f"outlook.offices_title{'' if view.status.has_contracts else '_work'}", **view.status.horizons
        ),
        subtitle=t("outlook.offices_subtitle", line=line, day=day(view.status.as_of)),
        table=Table(
            named_parts(rows, part_names(view)),
            {"part_name": t("outlook.column_office")} | _columns(view),
            caption=t("outlook.offices_caption", unit=unit(view)),
            filters=view.choice.said_of_every_part,
            missing=few.missing(rows, t("common.not_computable")),
            opens="part_id",
            stands_for={
                f"{measure}_{moment}": column for measure, column in _MEASURES.items() for moment in MOMENTS
            },
        ),
        notes=few.notes(rows),
        marts=("fct_area_line_weeks", "fct_area_line_outlook_weeks"),
    )


def _columns(view: View) -> dict[str, str]:
    """Each measure at each moment; without contracts there is work only."""
    measures = {"workload_units": t("outlook.column_work")}
    if view.status.has_contracts:
        measures = {
            "workload_pct": t("outlook.column_pct"),
            **measures,
            "available_fte": t("outlook.column_available"),
        }
    return {
        f"{measure}_{moment}": f"{heading}, {moment_words(moment, view)}"
        for measure, heading in measures.items()
        for moment in MOMENTS
    }
