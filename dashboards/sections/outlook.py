"""The weeks ahead of an office or of all: the booked load, work against capacity, every office."""

from html import escape

import polars as pl
import streamlit as st

from dashboards import access
from dashboards.charts import ahead, ahead_readings
from dashboards.components import panels as screen
from dashboards.components import states, tables
from dashboards.components.filters import Chosen
from dashboards.queries import outlook as questions
from dashboards.sections import basis, look, named_offices, office_names, unit, words
from dashboards.text import day, number, percentage, t

MOMENTS = ("now", "13", "52")
LEVEL_UNITS = 0.5
OF_CAPACITY = (
    "workload_pct",
    "capacity_units_avg",
    "contract_fte_avg",
    "available_fte_avg",
    "reduced_fte_avg",
    "uncounted_fte_avg",
)


def is_anything(chosen: Chosen) -> bool:
    """Whether anything is booked in the office chosen."""
    return weeks_asked(chosen)["is_booked"].any()


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
        marts=("fct_office_line_weeks", "fct_office_line_outlook_weeks"),
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
        marts=("fct_office_line_weeks", "fct_office_line_outlook_weeks"),
    )


def every_office(status: dict, chosen: Chosen) -> None:
    """Each office in the fixed order: now, in 13 and in 52 weeks; only where no office is chosen."""
    if chosen.office:
        return
    asked = questions.offices_ahead(chosen.service_line, chosen.weight_scheme)
    few = access.is_of_few(asked["posts"])
    rows = named_offices(without_capacity_of_few(asked), office_names())
    in_units = unit(chosen.weight_scheme)
    measures = {"workload_units": t("outlook.column_work")}
    if status["has_contracts"]:
        measures = {
            "workload_pct": t("outlook.column_pct"),
            **measures,
            "available_fte": t("outlook.column_available"),
        }
    screen.heading(
        t("outlook.offices_title"),
        t("outlook.offices_subtitle", line=chosen.label("service_line"), day=day(status["as_of"])),
        t("common.synthetic") if status["is_synthetic"] else "",
    )
    tables.table(
        rows,
        name="outlook_offices",
        caption=t("outlook.offices_caption", unit=in_units),
        columns={"office_name": t("outlook.column_office")}
        | {
            f"{measure}_{moment}": f"{heading}, {t(f'outlook.moment_{moment}')}"
            for measure, heading in measures.items()
            for moment in MOMENTS
        },
        status=status,
        words=chosen.words_for_all_offices,
        marts=("fct_office_line_weeks", "fct_office_line_outlook_weeks"),
        missing=t("outlook.not_shown" if few else "common.not_computable"),
    )
    if few and status["has_contracts"]:
        states.note(t("outlook.few_people_offices", smallest=access.SMALLEST_SHOWN))


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


def weeks_asked(chosen: Chosen) -> pl.DataFrame:
    """The weeks of the place and line chosen, behind and ahead; of few people without their capacity."""
    weeks = questions.office_weeks(*asked_for(chosen))
    if not access.is_of_few(weeks["contract_fte_avg"]):
        return weeks
    return weeks.with_columns(pl.lit(None, pl.Float64).alias(name) for name in OF_CAPACITY)


def is_of_few(chosen: Chosen) -> bool:
    """Whether the capacity of the place and line chosen is that of fewer than five people."""
    return access.is_of_few(questions.office_weeks(*asked_for(chosen))["contract_fte_avg"])


def without_capacity_of_few(offices: pl.DataFrame) -> pl.DataFrame:
    """Every office with its work; percentage and staff only where five people stand behind them."""
    enough = pl.col("posts") >= access.SMALLEST_SHOWN
    hidden = [name for name in offices.columns if name.startswith(("workload_pct", "available_fte"))]
    return offices.with_columns(pl.when(enough).then(name).alias(name) for name in hidden)


def asked_for(chosen: Chosen) -> tuple[str, str, str]:
    """What each question is about: the office ('' = all), the service line, the weight scheme."""
    return chosen.office or questions.WHOLE, chosen.service_line, chosen.weight_scheme


def shown_weeks(chosen: Chosen) -> pl.DataFrame:
    """Of these, the ones up to the horizon."""
    return ahead_readings.shown_weeks(weeks_asked(chosen), chosen.horizon)
