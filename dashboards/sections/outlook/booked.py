"""The weeks ahead of an office or of all: what this is not, the booked load, work against capacity."""

from html import escape

import polars as pl
import streamlit as st

from dashboards import access
from dashboards.charts import ahead, ahead_readings
from dashboards.components import panels as screen
from dashboards.components import states
from dashboards.components.filters import Chosen
from dashboards.sections import basis, look, unit, words
from dashboards.sections.outlook.asked import is_of_few, shown_weeks
from dashboards.text import day, number, percentage, t

LEVEL_UNITS = 0.5


def no_forecast(status: dict, chosen: Chosen) -> None:
    """What this is not, said before the first line is drawn."""
    del chosen
    st.html(
        f'<p class="mw-summary"><strong>{escape(t("outlook.no_forecast"))}</strong> '
        f"{escape(t('outlook.no_forecast_why'))}</p>"
    )
    if not status["has_assignments"]:
        states.not_delivered(t("outlook.no_assignments"))


def booked_load(status: dict, chosen: Chosen) -> None:
    """The percentage: 26 weeks as they were, and the weeks ahead as they are booked."""
    weeks = shown_weeks(chosen)
    if weeks["workload_pct"].drop_nulls().is_empty():
        if is_of_few(chosen):
            states.note(t("outlook.few_people", smallest=access.SMALLEST_SHOWN))
        else:
            states.not_delivered(t("outlook.no_capacity"))
        return
    read = ahead_readings.ahead_reading(weeks, chosen.horizon)
    screen.chart(
        ahead.booked_load(weeks, look(status), words("outlook", "was", "booked", "today")),
        name="outlook_load",
        title=load_title(read),
        subtitle=t(
            "outlook.load_subtitle",
            area=chosen.label("office"),
            line=chosen.label("service_line"),
            basis=basis(chosen.weight_scheme),
        ),
        summary=t("outlook.load_summary"),
        table=worded(weeks),
        columns={
            "first_day_on": t("outlook.column_week"),
            "kind": t("outlook.column_kind"),
            "workload_pct": t("outlook.column_pct"),
        },
        status=status,
        words=chosen.words,
        marts=("fct_area_line_weeks", "fct_area_line_outlook_weeks"),
    )


def booked_units(status: dict, chosen: Chosen) -> None:
    """Work and capacity apart, so that one sees which of the two moves the percentage."""
    weeks, in_units = shown_weeks(chosen), unit(chosen.weight_scheme)
    read = ahead_readings.ahead_reading(weeks, chosen.horizon)
    has_capacity = bool(weeks["capacity_units_avg"].max())
    screen.chart(
        ahead.booked_units(
            weeks if has_capacity else weeks.drop("capacity_units_avg"),
            look(status),
            words("outlook", "workload", "capacity", "today") | {"unit": in_units},
        ),
        name="outlook_units",
        title=_units_title(read, in_units, has_capacity),
        subtitle=t(
            "outlook.units_subtitle" if has_capacity else "outlook.work_subtitle",
            area=chosen.label("office"),
            line=chosen.label("service_line"),
            unit=in_units,
        ),
        summary=t("outlook.units_summary" if has_capacity else "outlook.load_summary"),
        table=worded(weeks),
        columns={
            "first_day_on": t("outlook.column_week"),
            "kind": t("outlook.column_kind"),
            "workload_units_avg": t("outlook.column_work"),
        }
        | ({"capacity_units_avg": t("outlook.column_capacity")} if has_capacity else {}),
        status=status,
        words=chosen.words,
        marts=("fct_area_line_weeks", "fct_area_line_outlook_weeks"),
    )


def load_title(read: dict) -> str:
    """Where the booked load goes, and what capacity does meanwhile."""
    before, after = read["workload_pct_now"], read["workload_pct_then"]
    if before is None or after is None:
        load = t("outlook.load_title_unknown")
    else:
        way = ahead_readings.way(before, after, ahead_readings.LEVEL_POINTS)
        load = t(
            f"outlook.load_title_{way}",
            before=percentage(before),
            after=percentage(after),
            day=day(read["then_on"]),
        )
    change = read["available_fte_avg_then"] - read["available_fte_avg_now"]
    way = ahead_readings.way(0, change, ahead_readings.LEVEL_FTE)
    return f"{load}; {t(f'outlook.capacity_{way}', fte=number(abs(change), 0 if abs(change) >= 10 else 1))}"


def _units_title(read: dict, in_units: str, has_capacity: bool) -> str:
    before, after = read["workload_units_avg_now"], read["workload_units_avg_then"]
    work = t(
        f"outlook.work_title_{ahead_readings.way(before, after, LEVEL_UNITS)}",
        before=number(before),
        after=number(after),
        unit=in_units,
    )
    if not has_capacity:
        return work
    capacity = t(
        "outlook.capacity_title",
        before=number(read["capacity_units_avg_now"]),
        after=number(read["capacity_units_avg_then"]),
    )
    return f"{work}; {capacity}"


def worded(weeks: pl.DataFrame) -> pl.DataFrame:
    """The weeks with the words for what was and what is booked."""
    kind = pl.when("is_booked").then(pl.lit(t("outlook.booked"))).otherwise(pl.lit(t("outlook.was")))
    return weeks.with_columns(kind=kind)
