"""One office over the months: its percentage among the others, with dated events."""

from datetime import date

from dashboards import queries
from dashboards.charts import events, readings, trends
from dashboards.panel import Fold, Panel, Table, not_delivered
from dashboards.panels import few
from dashboards.panels.offices import frames
from dashboards.panels.parts import named_parts, part_names
from dashboards.panels.weights import basis, changes_said, days_changed
from dashboards.text import day, month, percentage, plural, t
from dashboards.view import View

CHECKED = frozenset({"published", "derived", "measured", "policy"})


def workload_trend(view: View) -> Panel:
    """The office's percentage since the beginning, the other offices grey behind it, with dated events."""
    rows, of_office = frames.months_of_parts(view), frames.months_of_office(view)
    office, names = view.choice.label("office"), part_names(view)
    if of_office.is_empty():
        return not_delivered("office_trend", t("offices.line_not_in_office", office=office))
    if few.covers(of_office):
        return few.panel("office_trend")
    first = rows["month_start_on"].min()
    happened = _events(view, first)
    return Panel(
        "office_trend",
        title=_title(office, readings.change_reading(of_office, "workload_pct")),
        subtitle=t("offices.trend_subtitle", line=view.choice.label("service_line"), basis=basis(view)),
        chart=trends.workload_trend(rows, names, view.choice.office, view.look, happened),
        summary=_summary(view) + changes_said(days_changed(view, first), view),
        fold=_events_fold(happened, view),
        table=Table(
            named_parts(rows, names),
            {
                "part_name": t("offices.column_office"),
                "month_start_on": t("offices.column_month"),
                "workload_pct": t("offices.column_pct"),
            },
            filters=view.choice.said_of_every_part,
            missing=few.missing(rows),
        ),
        notes=few.notes(rows),
        marts=(frames.weighed("fct_area_line_months", view),),
    )


def _events(view: View, first: date) -> list[events.Group]:
    happened = queries.events(view.reader, view.choice.weight_scheme)
    return events.grouped_events(happened, first, view.status.as_of)


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
    summary = [t("offices.trend_summary", area=view.choice.label("among"), **percentages)]
    begun = frames.months_of_office(view)["month_start_on"].min()
    if begun > everything["month_start_on"].min():
        summary.append(t("offices.trend_begun", office=view.choice.label("office"), month=month(begun)))
    return " ".join(summary)


def _events_fold(groups: list[events.Group], view: View) -> Fold | None:
    """What the numbers in the figure stand for."""
    if not groups:
        return None
    items = tuple("\n".join(_event_words(event, view) for event in group) for group in groups)
    return Fold(plural("offices.events", sum(map(len, groups))), items, is_numbered=True)


def _event_words(event: dict, view: View) -> str:
    """One event with its day; what nobody checked says so, and is no fact."""
    remarks = [t("offices.event_series_break")] if event["kind"] == "series_break" else []
    remarks += [] if event["basis"] in CHECKED else [t("offices.event_unchecked")]
    behind = f" ({', '.join(remarks)})" if remarks else ""
    return f"{day(event['happened_on'])}: {_event_label(event, view)}{behind}"


def _event_label(event: dict, view: View) -> str:
    if event["kind"] == "weights":
        scheme = queries.label_of(view.reader, "weight_scheme", event["weight_scheme"])
        return t("offices.event_weights", scheme=scheme)
    return queries.label_of(view.reader, "event", event["event"])
