"""Lines over time: one office among the grey rest, work against capacity, what waits."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from dashboards.charts import palette
from dashboards.charts.events import Group, change_lines, event_lines, event_numbers
from dashboards.charts.marks import Series, legend, level, line
from dashboards.charts.small_multiples import panels_scale
from dashboards.charts.style import (
    SMALL,
    Figure,
    Look,
    day_name,
    figure,
    gaps_shown,
    month_name,
    note,
    time_axis,
    value_axis,
)


def workload_trend(
    frame: pl.DataFrame,
    names: dict[str, str],
    highlighted: str,
    look: Look,
    events: list[Group],
    beside: str = "",
) -> Figure:
    """Workload of one office as a percentage of capacity, with every other office as a thin grey line.

    `frame`: `part_id`, `month_start_on`, `workload_pct`; `events` as from
    `events.grouped_events`. Where `beside` says what it is compared with, `compared_pct` is that, dashed.
    The scale is that of the small multiples: what lies beyond leaves the figure.
    """
    months = frame["month_start_on"].unique().sort().to_list()
    low, high = panels_scale(frame)
    rows = frame.filter(pl.col("part_id") == highlighted).sort("month_start_on")
    others = frame.filter(pl.col("part_id") != highlighted)
    series = Series("workload_pct", names[highlighted], palette.BLUE, "%", width=2.5)
    level_of = Series("compared_pct", beside, palette.NOTE, "%", width=1.5, is_dashed=True)
    dashed = [line(rows, "month_start_on", level_of, look)] if beside else []
    return figure(
        [
            _others_trace(others, names, look),
            *dashed,
            line(rows, "month_start_on", series, look),
        ],
        look,
        340,
        annotations=[
            *_latest_note(rows, look, low, high),
            _highlighted_name(names[highlighted]),
            *event_numbers(events, months[-1]),
        ],
        shapes=[level(100), *event_lines(events, months[-1])],
        xaxis=time_axis(months, look.language),
        yaxis=value_axis(range=[low, high], rangemode="normal", ticksuffix=look.percent_sign),
        margin={"t": 36, "r": 48},
        mark_lift=16,
    )


def units_trend(
    frame: pl.DataFrame, look: Look, words: dict[str, str], changes: Sequence[date] = ()
) -> Figure:
    """Two panels, one clock: work and capacity in the scheme's units above, people in FTE below.

    `frame` (one office): `month_start_on`, `workload_units_avg`, `capacity_units_avg`, `contract_fte_avg`,
    `available_fte_avg`; `words`: `workload`, `capacity`, `unit`, `contract`, `available`, `fte`; `changes`:
    days of new weights. Each panel has one axis with one unit, from zero.
    """
    rows = frame.sort("month_start_on")
    in_units = (
        Series("workload_units_avg", words["workload"], palette.BLUE, words["unit"]),
        Series("capacity_units_avg", words["capacity"], palette.ORANGE, words["unit"]),
    )
    in_fte = (
        Series("contract_fte_avg", words["contract"], palette.TEAL, words["fte"], axis="y2"),
        Series("available_fte_avg", words["available"], palette.PLUM, words["fte"], axis="y2"),
    )
    return figure(
        [line(rows, "month_start_on", series, look) for series in (*in_units, *in_fte)],
        look,
        460,
        annotations=[legend(in_units, 1), legend(in_fte, 0.40)],
        shapes=change_lines(changes, rows["month_start_on"][-1]),
        xaxis=time_axis(rows["month_start_on"].to_list(), look.language, anchor="y2"),
        yaxis=value_axis(domain=[0.52, 0.94]),
        yaxis2=value_axis(domain=[0, 0.34]),
        margin={"t": 12},
    )


def backlog_trend(
    frame: pl.DataFrame, look: Look, words: dict[str, str], changes: Sequence[date] = ()
) -> Figure:
    """Cases waiting for a first officer and cases that lost theirs, counted at the end of each week.

    `frame`: `counted_on`, `waiting_cases`, `uncovered_cases`; `words`: `waiting`, `uncovered`, `cases`;
    `changes`: days of new weights. With `compared_cases`, what waited a year before is dashed, and
    `words` holds `waiting_year_ago`.
    """
    rows = frame.sort("counted_on")
    lines = [
        Series("waiting_cases", words["waiting"], palette.BLUE, words["cases"]),
        Series("uncovered_cases", words["uncovered"], palette.ORANGE, words["cases"]),
    ]
    if "compared_cases" in rows.columns:
        earlier = words["waiting_year_ago"]
        lines.append(
            Series("compared_cases", earlier, palette.NOTE, words["cases"], width=1.5, is_dashed=True)
        )
    return figure(
        [line(rows, "counted_on", series, look, day_name) for series in lines],
        look,
        300,
        annotations=[legend(lines, 1.02)],
        shapes=change_lines(changes, rows["counted_on"][-1]),
        xaxis=time_axis(rows["counted_on"].to_list(), look.language),
        yaxis=value_axis(domain=[0, 0.94]),
        margin={"t": 14},
    )


def _others_trace(others: pl.DataFrame, names: dict[str, str], look: Look) -> Figure:
    """All other offices in one grey trace, broken between them."""
    x, y, hover = [], [], []
    for office in names:
        rows = others.filter(pl.col("part_id") == office).sort("month_start_on")
        points = gaps_shown(list(rows.select("month_start_on", "workload_pct").iter_rows()))
        x += [*(when.isoformat() for when, _ in points), None]
        y += [*(pct for _, pct in points), None]
        hover += [*(f"{names[office]}, {month_name(when, look.language)}" for when, _ in points), ""]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "customdata": hover,
        "hovertemplate": f"%{{customdata}}: %{{y:,.0f}}{look.percent_sign}<extra></extra>",
        "connectgaps": False,
        "line": {"color": palette.REST, "width": 1},
        "opacity": 0.6,
    }


def _latest_note(rows: pl.DataFrame, look: Look, low: float, high: float) -> list[Figure]:
    """The latest value in the margin, where the line ends; at the edge when the line has left the scale."""
    known = rows.drop_nulls("workload_pct")
    if known.is_empty():
        return []
    day, latest = known["month_start_on"][-1], known["workload_pct"][-1]
    anchor = {"xanchor": "left", "xshift": 6, "font": {"size": SMALL, "color": palette.BLUE}}
    return [note(f"<b>{look.percentage(latest)}</b>", day.isoformat(), min(max(latest, low), high), **anchor)]


def _highlighted_name(name: str) -> Figure:
    """Whose line it is, in its colour, above the left end: clear of the lines and of the events' numbers."""
    anchor = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom", "yshift": 16}
    return note(f"━ <b>{name}</b>", 0, 1, **anchor, font={"size": SMALL, "color": palette.BLUE})


def count_trend(frame: pl.DataFrame, names: dict[str, str], look: Look, unit: str) -> Figure:
    """Counts over months on one axis from zero, a line each.

    `frame`: `month_start_on` and a column per name; `names`: column -> words, four at most; `unit`: of all.
    """
    rows = frame.sort("month_start_on")
    lines = [
        Series(column, name, colour, unit)
        for (column, name), colour in zip(names.items(), _COLOURS, strict=False)
    ]
    return figure(
        [line(rows, "month_start_on", series, look) for series in lines],
        look,
        300,
        annotations=[legend(lines, 1.02)],
        xaxis=time_axis(rows["month_start_on"].to_list(), look.language),
        yaxis=value_axis(domain=[0, 0.94]),
        margin={"t": 14},
    )


_COLOURS = (palette.BLUE, palette.ORANGE, palette.TEAL, palette.PLUM)
