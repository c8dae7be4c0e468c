"""One office over the months: its percentage among the others, with dated events."""

from dashboards.charts import readings, trends
from dashboards.panel import Panel, Table, not_delivered
from dashboards.panels import compared, events, few
from dashboards.panels.offices import frames
from dashboards.panels.parts import named_parts, part_names
from dashboards.panels.weights import basis, changes_said, days_changed
from dashboards.text import month, percentage, plural, t
from dashboards.view import View


def workload_trend(view: View) -> Panel:
    """The office's percentage since the beginning, the other offices grey behind it, with dated events."""
    beside, of_office = frames.months_compared(view), frames.months_of_office(view)
    rows = frames.with_compared(frames.months_of_parts(view), beside)
    office, names = view.choice.label("office"), part_names(view)
    if of_office.is_empty():
        return not_delivered("office_trend", t("offices.line_not_in_office", office=office))
    if few.covers(of_office):
        return few.panel("office_trend")
    first = rows["month_start_on"].min()
    happened = events.happened(view, first)
    return Panel(
        "office_trend",
        title=_title(office, readings.change_reading(of_office, "workload_pct")),
        subtitle=t(
            f"offices.trend_subtitle{'' if len(names) > 1 else '_alone'}",
            line=view.choice.label("service_line"),
            basis=basis(view),
        )
        + compared.line_words(beside, view),
        chart=trends.workload_trend(
            rows, names, view.choice.office, view.look, happened, compared.line_name(beside, view)
        ),
        summary=_summary(view) + changes_said(days_changed(view, first), view),
        fold=events.fold(happened, view),
        table=Table(
            named_parts(rows, names),
            {
                "part_name": t("offices.column_office"),
                "month_start_on": t("offices.column_month"),
                "workload_pct": t("offices.column_pct"),
                **compared.columns_of_months(beside, view),
            },
            filters=view.choice.said_of_every_part,
            missing=few.missing(rows),
        ),
        notes=few.notes(rows),
        marts=(frames.weighed("fct_area_line_months", view),),
    )


def _title(office: str, read: dict) -> str:
    if read["now"] is None:
        return t("offices.trend_title_unknown", office=office)
    now = {"office": office, "now": percentage(read["now"]), "month": month(read["month"])}
    if read["change"] is None:
        return t("offices.trend_title", **now)
    points = round(abs(read["change"]))
    if not points:
        return t("offices.trend_title_level", **now)
    return plural(f"offices.trend_title_{'up' if read['change'] > 0 else 'down'}", points, **now)


def _summary(view: View) -> str:
    everything = frames.months(view)
    read = readings.balance_reading(everything)
    ends = {"lowest": read["low"], "highest": read["high"], "whole": read["whole"]}
    percentages = {end: percentage(pct) for end, pct in ends.items()}
    summary = []
    if read["known"] > 1:
        summary.append(t("offices.trend_summary", area=view.choice.label("among"), **percentages))
    begun = frames.months_of_office(view)["month_start_on"].min()
    if begun > everything["month_start_on"].min():
        summary.append(t("offices.trend_begun", office=view.choice.label("office"), month=month(begun)))
    return " ".join(summary)
