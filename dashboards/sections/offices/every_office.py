"""All offices at once: small multiples, heat map, the range over weight schemes."""

import polars as pl

from dashboards.charts import heat, panels, ranges, readings
from dashboards.components import panels as screen
from dashboards.components import states
from dashboards.components.filters import Chosen
from dashboards.queries import offices as questions
from dashboards.sections import basis, changes, look, named_offices, part_names, unit, words
from dashboards.sections.offices.asked import CAPACITY_COLUMNS, months_asked, window_rows
from dashboards.text import month, number, percentage, t


def balance_panels(status: dict, chosen: Chosen) -> None:
    """The main figure: workload over capacity, one small panel per office."""
    names = part_names(chosen.among)
    everything = months_asked(chosen)
    frame = everything.filter(pl.col("office_id") != questions.WHOLE)
    read = readings.balance_reading(everything)
    low, high = panels.panels_scale(frame)
    marked = changes.days_marked(status, chosen, frame["month_start_on"].min())
    inside = words("offices", "not_open", "no_figure")
    screen.chart(
        panels.workload_panels(frame, names, look(status), inside, marked),
        name="offices_workload",
        title=t(
            f"offices.panels_title{'' if read['over'] else '_none'}", **read | {"month": month(read["month"])}
        ),
        subtitle=t(
            "offices.panels_subtitle",
            line=chosen.label("service_line"),
            first=month(frame["month_start_on"].min()),
            last=month(frame["month_start_on"].max()),
            basis=basis(chosen.weight_scheme),
            low=percentage(low),
            high=percentage(high),
        ),
        summary=_balance_summary(read) + changes.said(marked, chosen),
        table=named_offices(frame, names),
        columns=_month_columns(chosen),
        status=status,
        words=chosen.words,
        marts=("fct_area_line_months",),
    )


def capacity_note(status: dict, chosen: Chosen) -> None:
    """Why there is no percentage where no contracts were delivered."""
    states.not_delivered(t("offices.capacity_not_delivered"))


def units_panels(status: dict, chosen: Chosen) -> None:
    """The main figure where no contracts were delivered: work in units per office."""
    names, in_units = part_names(chosen.among), unit(chosen.weight_scheme)
    everything = months_asked(chosen)
    frame = everything.filter(pl.col("office_id") != questions.WHOLE)
    if not everything["workload_units_avg"].sum():
        # cases that no weight fits: a line along zero would say that they are no work
        states.not_delivered(t("offices.unweighed"))
        return
    marked = changes.days_marked(status, chosen, frame["month_start_on"].min())
    inside = words("offices", "not_open", "no_figure")
    drawn = frame.select(panel="office_id", day="month_start_on", amount="workload_units_avg")
    whole = everything.filter(pl.col("office_id") == questions.WHOLE)
    screen.chart(
        panels.amounts_panels(drawn, names, look(status), inside, changes=marked),
        name="offices_units",
        title=t("offices.units_panels_title", unit=in_units),
        subtitle=t(
            "offices.units_panels_subtitle",
            unit=in_units,
            line=chosen.label("service_line"),
            basis=basis(chosen.weight_scheme),
        ),
        summary=t(
            "offices.units_panels_summary",
            units=number(whole["workload_units_avg"][-1]),
            unit=in_units,
            month=month(whole["month_start_on"][-1]),
        )
        + changes.said(marked, chosen),
        table=named_offices(frame, names),
        columns={name: head for name, head in _month_columns(chosen).items() if name not in CAPACITY_COLUMNS},
        status=status,
        words=chosen.words,
        marts=("fct_area_line_months",),
    )


def balance_heat(status: dict, chosen: Chosen) -> None:
    """Office by month, so that a heavy year or a heavy office shows as a row or a column."""
    names = part_names(chosen.among)
    everything = months_asked(chosen)
    frame = everything.filter(pl.col("office_id") != questions.WHOLE)
    read = readings.years_reading(frame)
    summary = [t("offices.heat_summary", cells=number(read["cells"]))]
    summary += [t("offices.heat_summary_missing", missing=number(read["missing"]))] if read["missing"] else []
    inside = words("offices", "not_open", "no_figure", "no_capacity")
    marked = changes.days_marked(status, chosen, frame["month_start_on"].min())
    screen.chart(
        heat.workload_heat(frame, names, look(status), inside, marked),
        name="offices_heat",
        title=t("offices.heat_title", year=read["year"], share=percentage(read["share_pct"]))
        if read["share_pct"]
        else t("offices.heat_title_none"),
        subtitle=t(
            "offices.heat_subtitle", line=chosen.label("service_line"), basis=basis(chosen.weight_scheme)
        ),
        summary=" ".join(summary) + changes.said(marked, chosen),
        table=_wide(named_offices(frame, names)),
        columns=_wide_columns(frame, chosen),
        status=status,
        words=chosen.words,
        marts=("fct_area_line_months",),
    )


def scheme_ranges(status: dict, chosen: Chosen) -> None:
    """How far each office moves when the weights are others: what may not be read from one percentage."""
    names = part_names(chosen.among)
    rows = window_rows(chosen)
    read = readings.schemes_reading(rows)
    screen.chart(
        ranges.schemes_ranges(rows, names, look(status), words("offices", "balance", "no_figure")),
        name="offices_ranges",
        title=t("offices.ranges_title", **read) if read["depends"] else t("offices.ranges_title_none"),
        subtitle=t(
            "offices.ranges_subtitle",
            window=chosen.label("time_window").lower(),
            scheme=chosen.label("weight_scheme"),
        ),
        summary=t("offices.ranges_summary", **read),
        table=named_offices(rows, names),
        columns={
            "office_name": t("offices.column_office"),
            "scheme_label": t("offices.column_scheme"),
            "workload_pct": t("offices.column_pct"),
        },
        status=status,
        words=chosen.words,
        marts=("fct_area_line_windows",),
    )


def _balance_summary(read: dict) -> str:
    if not read["known"]:
        return t("offices.trend_title_unknown", office=t("offices.whole_line"))
    ends = {"lowest": read["low"], "highest": read["high"], "whole": read["whole"]}
    said = [t("offices.panels_summary", **{name: percentage(pct) for name, pct in ends.items()})]
    if read["known_before"]:
        said.append(t("offices.panels_summary_before", **read))
    return " ".join(said)


def _month_columns(chosen: Chosen) -> dict[str, str]:
    in_units = unit(chosen.weight_scheme)
    return {
        "office_name": t("offices.column_office"),
        "month_start_on": t("offices.column_month"),
        "workload_pct": t("offices.column_pct"),
        "workload_units_avg": t("offices.column_work", unit=in_units),
        "capacity_units_avg": t("offices.column_capacity", unit=in_units),
    }


def _wide(frame: pl.DataFrame) -> pl.DataFrame:
    """Months as rows, offices as columns: the table of a heat map."""
    return frame.sort("month_start_on", maintain_order=True).pivot(
        on="office_name", index="month_start_on", values="workload_pct", maintain_order=True
    )


def _wide_columns(frame: pl.DataFrame, chosen: Chosen) -> dict[str, str]:
    present = set(frame["office_id"])
    names = {name: name for office, name in part_names(chosen.among).items() if office in present}
    return {"month_start_on": t("offices.column_month")} | names
