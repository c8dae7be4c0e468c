"""The weeks ahead of an area: what this is not, the booked load, work against capacity."""

from html import escape

import polars as pl

from dashboards import queries
from dashboards.charts import ahead, ahead_readings
from dashboards.panel import Panel, Table, not_delivered
from dashboards.panels import few
from dashboards.panels import unweighed as no_weight
from dashboards.panels.outlook import frames
from dashboards.panels.parts import words
from dashboards.panels.weights import basis, unit
from dashboards.reader import Reader
from dashboards.text import day, number, percentage, t
from dashboards.view import View

_MARTS = ("fct_area_line_weeks", "fct_area_line_outlook_weeks")


def no_cases(view: View) -> Panel:
    """What is said where no cases were delivered."""
    return not_delivered("outlook_no_cases", t("outlook.no_cases"))


def no_forecast(view: View) -> tuple[Panel | None, ...]:
    """What this is not, said before the first line is drawn."""
    said = f"<strong>{escape(t('outlook.no_forecast'))}</strong> {escape(t('outlook.no_forecast_why'))}"
    return (
        Panel("outlook_no_forecast", picture=f'<p class="mw-summary">{said}</p>'),
        None
        if view.status.has_assignments
        else not_delivered("outlook_no_assignments", t("outlook.no_assignments")),
    )


@frames.of_offices
def unweighed(view: View) -> Panel | None:
    """That no weight fits the work, in place of what would show it as nothing."""
    return not_delivered("outlook_unweighed", t("offices.unweighed")) if frames.is_unweighed(view) else None


@frames.of_weighed_offices
def partly_unweighed(view: View) -> Panel | None:
    """That no weight fits some of the cases, before any figure of their work."""
    return no_weight.said_of_some(view)


@frames.of_weighed_offices
def booked_load(view: View) -> Panel:
    """The percentage: 26 weeks as they were, and the weeks ahead as they are booked."""
    weeks = frames.shown_weeks(view)
    if weeks["workload_pct"].drop_nulls().is_empty():
        if few.is_any(weeks):
            return few.panel("outlook_load")
        return not_delivered("outlook_load", t("outlook.no_capacity"))
    read = ahead_readings.ahead_reading(weeks, view.choice.horizon)
    return Panel(
        "outlook_load",
        title=load_title(read, view.reader),
        subtitle=t("outlook.load_subtitle", **frames.area_words(view), basis=basis(view)),
        chart=ahead.booked_load(weeks, view.look, words("outlook", "was", "booked", "today")),
        summary=t("outlook.load_summary"),
        table=Table(worded(weeks), {**_week_columns(), "workload_pct": t("outlook.column_pct")}),
        marts=_MARTS,
    )


@frames.of_weighed_offices
def booked_units(view: View) -> Panel:
    """Work and capacity apart, so that one sees which of the two moves the percentage."""
    weeks = frames.shown_weeks(view)
    has_capacity = bool(weeks["capacity_units_avg"].max())
    weeks = weeks if has_capacity else weeks.drop("capacity_units_avg")
    read = ahead_readings.ahead_reading(weeks, view.choice.horizon)
    inside = words("outlook", "workload", "capacity", "today") | {"unit": unit(view)}
    columns = {**_week_columns(), "workload_units_avg": t("outlook.column_work")}
    if has_capacity:
        columns["capacity_units_avg"] = t("outlook.column_capacity")
    return Panel(
        "outlook_units",
        title=_units_title(read, view, has_capacity),
        subtitle=t(
            "outlook.units_subtitle" if has_capacity else "outlook.work_subtitle",
            **frames.area_words(view),
            unit=unit(view),
        ),
        chart=ahead.booked_units(weeks, view.look, inside),
        summary=t("outlook.units_summary" if has_capacity else "outlook.load_summary"),
        table=Table(worded(weeks), columns),
        marts=_MARTS,
    )


def load_title(read: dict, reader: Reader) -> str:
    """Where the booked load goes, and what capacity does meanwhile."""
    before, after = read["workload_pct_now"], read["workload_pct_then"]
    if before is None or after is None:
        load = t("outlook.load_title_unknown")
    else:
        way = ahead_readings.way(before, after, queries.noise_level(reader, "booked_workload_points"))
        ends = {"before": percentage(before), "after": percentage(after)}
        load = t(f"outlook.load_title_{way}", **ends, day=day(read["then_on"]))
    change = read["available_fte_avg_then"] - read["available_fte_avg_now"]
    way = ahead_readings.way(0, change, queries.noise_level(reader, "booked_fte"))
    return f"{load}; {t(f'outlook.capacity_{way}', fte=number(abs(change), 0 if abs(change) >= 10 else 1))}"


def _units_title(read: dict, view: View, has_capacity: bool) -> str:
    before, after = read["workload_units_avg_now"], read["workload_units_avg_then"]
    way = ahead_readings.way(before, after, queries.noise_level(view.reader, "booked_workload_units"))
    written = {"before": number(before), "after": number(after)}
    if written["before"] == written["after"]:
        way = "level"
    rest = {"unit": unit(view), "day": day(read["then_on"])}
    work = t(f"outlook.work_title_{way}", **written, **rest)
    if not has_capacity:
        return work
    ends = {when: number(read[f"capacity_units_avg_{when}"]) for when in ("now", "then")}
    key = f"outlook.capacity_title{'_level' if ends['now'] == ends['then'] else ''}"
    capacity = t(key, before=ends["now"], after=ends["then"], **rest)
    return f"{work}; {capacity}"


def _week_columns() -> dict[str, str]:
    return {"first_day_on": t("outlook.column_week"), "was_or_booked": t("outlook.column_kind")}


def worded(weeks: pl.DataFrame) -> pl.DataFrame:
    """The weeks with the words for what was and what is booked."""
    said = pl.when("is_booked").then(pl.lit(t("outlook.booked"))).otherwise(pl.lit(t("outlook.was")))
    return weeks.with_columns(was_or_booked=said)
