"""Lines over time: one office among the grey rest, work against capacity, what waits."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from dashboards.charts import palette
from dashboards.charts.events import Group, change_lines, event_lines, event_numbers
from dashboards.charts.panels import panels_scale
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
) -> Figure:
    """Workload of one office as a percentage of capacity, with every other office as a thin grey line.

    ``frame``: ``office_id``, ``month_start_on``, ``workload_pct``; ``events`` as from
    ``events.grouped_events``. The scale is that of the small multiples: what lies beyond leaves the figure.
    """
    months = frame["month_start_on"].unique().sort().to_list()
    low, high = panels_scale(frame)
    own = frame.filter(pl.col("office_id") == highlighted).sort("month_start_on")
    others = frame.filter(pl.col("office_id") != highlighted)
    return figure(
        [
            _rest_trace(others, names, look),
            _line(
                own, "month_start_on", "workload_pct", names[highlighted], palette.BLUE, look, "%", width=2.5
            ),
        ],
        look,
        340,
        annotations=[
            *_end_label(own, "workload_pct", look, low, high),
            _own_name(names[highlighted]),
            *event_numbers(events, months[-1]),
        ],
        shapes=[_level(100), *event_lines(events, months[-1])],
        xaxis=time_axis(months, look.language),
        yaxis=value_axis(range=[low, high], rangemode="normal", ticksuffix=look.percent_sign),
        margin={"t": 36, "r": 48},
        mark_lift=16,
    )


def units_trend(
    frame: pl.DataFrame, look: Look, words: dict[str, str], changes: Sequence[date] = ()
) -> Figure:
    """Two panels, one clock: work and capacity in the scheme's units above, people in FTE below.

    ``frame`` (one office): ``month_start_on``, ``workload_units_avg``, ``capacity_units_avg``,
    ``contract_fte_avg``, ``available_fte_avg``; ``words``: ``workload``, ``capacity``, ``unit``,
    ``contract``, ``available``, ``fte``; ``changes``: days of new weights. Each panel has one axis with one
    unit, from zero.
    """
    rows = frame.sort("month_start_on")
    lines = (
        ("workload_units_avg", "workload", palette.BLUE, "y", "unit"),
        ("capacity_units_avg", "capacity", palette.ORANGE, "y", "unit"),
        ("contract_fte_avg", "contract", palette.TEAL, "y2", "fte"),
        ("available_fte_avg", "available", palette.PLUM, "y2", "fte"),
    )
    traces = [
        _line(rows, "month_start_on", column, words[word], colour, look, words[unit], yaxis=axis)
        for column, word, colour, axis, unit in lines
    ]
    return figure(
        traces,
        look,
        460,
        annotations=[_legend(words, lines[:2], 1), _legend(words, lines[2:], 0.40)],
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

    ``frame``: ``counted_on``, ``waiting_cases``, ``uncovered_cases``; ``words``: ``waiting``,
    ``uncovered``, ``cases``; ``changes``: days of new weights.
    """
    rows = frame.sort("counted_on")
    lines = (
        ("waiting_cases", "waiting", palette.BLUE, "y", "cases"),
        ("uncovered_cases", "uncovered", palette.ORANGE, "y", "cases"),
    )
    traces = [
        _line(rows, "counted_on", column, words[word], colour, look, words[unit], said=day_name)
        for column, word, colour, _, unit in lines
    ]
    return figure(
        traces,
        look,
        300,
        annotations=[_legend(words, lines, 1.02)],
        shapes=change_lines(changes, rows["counted_on"][-1]),
        xaxis=time_axis(rows["counted_on"].to_list(), look.language),
        yaxis=value_axis(domain=[0, 0.94]),
        margin={"t": 14},
    )


def _line(
    rows: pl.DataFrame,
    day: str,
    amount: str,
    name: str,
    colour: str,
    look: Look,
    unit: str,
    said=month_name,
    **more,
) -> Figure:
    points = gaps_shown(list(rows.select(day, amount).iter_rows()))
    amounts = [value for _, value in points]
    digits = 1 if any(value is not None and abs(value) < 20 and value % 1 for value in amounts) else 0
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": [when.isoformat() for when, _ in points],
        "y": amounts,
        "customdata": [said(when, look.language) for when, _ in points],
        "hovertemplate": f"{name}, %{{customdata}}: <b>%{{y:,.{digits}f}} {unit}</b><extra></extra>",
        "connectgaps": False,
        "line": {"color": colour, "width": more.pop("width", 2)},
    } | more


def _rest_trace(others: pl.DataFrame, names: dict[str, str], look: Look) -> Figure:
    x, y, said = [], [], []
    for office in names:
        rows = others.filter(pl.col("office_id") == office).sort("month_start_on")
        points = gaps_shown(list(rows.select("month_start_on", "workload_pct").iter_rows()))
        x += [*(when.isoformat() for when, _ in points), None]
        y += [*(pct for _, pct in points), None]
        said += [*(f"{names[office]}, {month_name(when, look.language)}" for when, _ in points), ""]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "customdata": said,
        "hovertemplate": "%{customdata}: %{y:.0f} %<extra></extra>",
        "connectgaps": False,
        "line": {"color": palette.REST, "width": 1},
        "opacity": 0.6,
    }


def _end_label(own: pl.DataFrame, amount: str, look: Look, low: float, high: float) -> list[Figure]:
    """The latest value in the margin, where the line ends; at the edge when the line has left the scale."""
    known = own.drop_nulls(amount)
    if known.is_empty():
        return []
    day, latest = known["month_start_on"][-1], known[amount][-1]
    place = {"xanchor": "left", "xshift": 6, "font": {"size": SMALL, "color": palette.BLUE}}
    return [note(f"<b>{look.percentage(latest)}</b>", day.isoformat(), min(max(latest, low), high), **place)]


def _own_name(name: str) -> Figure:
    """Whose line it is, in its colour, above the left end: clear of the lines and of the events' numbers."""
    place = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom", "yshift": 16}
    return note(f"━ <b>{name}</b>", 0, 1, **place, font={"size": SMALL, "color": palette.BLUE})


def _level(amount: float) -> Figure:
    ends = {"xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": amount, "y1": amount}
    return {"type": "line", "layer": "below", "line": {"color": palette.NOTE, "width": 1}} | ends


def _legend(words: dict[str, str], lines, y: float) -> Figure:
    """The names of the lines in their own colours, above their panel: no legend to look up."""
    named = "  ".join(
        f'<span style="color:{colour}">━ <b>{words[word]}</b></span>' for _, word, colour, _, _ in lines
    )
    text = f"{named}  {words[lines[0][4]]}"
    return note(
        text,
        0,
        y,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="top",
        font={"size": SMALL, "color": palette.NOTE},
    )
