"""Months of several measures, one under the other, each with its mean and the limits of a control chart."""

from collections.abc import Mapping, Sequence

import polars as pl

from dashboards.charts import palette
from dashboards.charts.grid import Grid, Shown, ends_trace, points_by_panel, year_notes
from dashboards.charts.style import LINE, SMALL, Figure, Look, Points, figure, key, month_name, note

ROW_HEIGHT = 132


def control_panels(
    frame: pl.DataFrame,
    names: dict[str, str],
    look: Look,
    words: dict[str, str],
    shown: Mapping[str, Shown],
) -> Figure:
    """A panel per key of ``names``, from zero, each on a scale of its own.

    ``frame``: ``panel``, ``month_start_on``, ``value`` (null: the line breaks), ``mean``, ``lower``,
    ``upper`` (null where there are no limits) and ``kind`` as from ``analysis.control.chart``. ``shown``: how
    each panel writes an amount. ``words``: ``mean``, ``limits``, ``outside`` and ``run``.
    """
    points = points_by_panel(frame, names, "panel", "month_start_on", "value")
    tops = frame.select("panel", top=pl.max_horizontal("value", "upper")).group_by("panel").agg(pl.max("top"))
    highs = dict(tops.iter_rows())
    grid = Grid(
        names,
        frame["month_start_on"].min(),
        frame["month_start_on"].max(),
        0,
        1,
        columns=1,
        highs=tuple(1.05 * (highs.get(one) or 1) for one in names),
        row_height=ROW_HEIGHT,
    )
    named = [
        (palette.NOTE, "━", words["mean"]),
        (palette.NOTE, "┄", words["limits"]),
        (palette.ORANGE, "◆", words["outside"]),
        (palette.ORANGE, "◇", words["run"]),
    ]
    return figure(
        [
            _levels(frame, grid, ("mean",), {}),
            _levels(frame, grid, ("lower", "upper"), {"dash": "dot"}),
            _lines(points, grid, look, shown),
            ends_trace(points, grid),
            _signals(frame, grid, look, shown, ("outside",), "diamond"),
            _signals(frame, grid, look, shown, ("shift", "trend", "two_of_three"), "diamond-open"),
        ],
        look,
        grid.height + LINE * len(named),
        annotations=[
            key(named),
            *_titles(points, grid, look, shown),
            *year_notes(grid, month_name, look.language),
        ],
        margin={"t": LINE * (len(named) + 1)},
        mark_lift=LINE * len(named),
        **grid.axes,
    )


def _levels(frame: pl.DataFrame, grid: Grid, columns: Sequence[str], dash: Figure) -> Figure:
    """A level line in every panel for each of the columns; what lies below zero is left out."""
    x, y = [], []
    for place, name in enumerate(grid.names):
        rows = frame.filter(pl.col("panel") == name).head(1)
        for column in columns:
            for amount in rows[column].drop_nulls():
                if amount >= 0:
                    x += [grid.x(place, grid.first), grid.x(place, grid.last), None]
                    y += [grid.y(place, amount)] * 2 + [None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "hoverinfo": "skip",
        "line": {"color": palette.NOTE, "width": 1} | dash,
    }


def _lines(panels: list[Points], grid: Grid, look: Look, shown: Mapping[str, Shown]) -> Figure:
    """Every panel's line in one trace, broken between panels and where an amount is missing."""
    x, y, said = [], [], []
    for place, (one, points) in enumerate(zip(grid.names, panels, strict=True)):
        for when, amount in points:
            x.append(grid.x(place, when))
            y.append(None if amount is None else grid.y(place, amount))
            said.append("" if amount is None else _said(grid, one, when, amount, look, shown))
        x.append(None)
        y.append(None)
        said.append("")
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "text": said,
        "hoverinfo": "text",
        "connectgaps": False,
        "line": {"color": palette.BLUE, "width": 1.75},
    }


def _signals(
    frame: pl.DataFrame,
    grid: Grid,
    look: Look,
    shown: Mapping[str, Shown],
    kinds: Sequence[str],
    symbol: str,
) -> Figure:
    """A mark on every month of these kinds."""
    places = {name: place for place, name in enumerate(grid.names)}
    rows = frame.filter(pl.col("kind").is_in(kinds) & pl.col("panel").is_in(list(places)))
    marks = list(rows.select("panel", "month_start_on", "value").iter_rows())
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [grid.x(places[one], when) for one, when, _ in marks],
        "y": [grid.y(places[one], amount) for one, _, amount in marks],
        "text": [_said(grid, *mark, look, shown) for mark in marks],
        "hoverinfo": "text",
        "cliponaxis": False,
        "marker": {"symbol": symbol, "color": palette.ORANGE, "size": 9, "line": {"width": 2}},
    }


def _said(grid: Grid, one: str, when, amount: float, look: Look, shown: Mapping[str, Shown]) -> str:
    return f"{grid.names[one]}, {month_name(when, look.language)}: <b>{shown[one](amount)}</b>"


def _titles(panels: list[Points], grid: Grid, look: Look, shown: Mapping[str, Shown]) -> list[Figure]:
    """The name of every panel, with its last known amount and the month of it."""
    notes = []
    for place, (one, points) in enumerate(zip(grid.names, panels, strict=True)):
        known = [(when, amount) for when, amount in points if amount is not None]
        text = f"<b>{grid.names[one]}</b>"
        if known:
            when, amount = known[-1]
            text += f"<br>{shown[one](amount)} ({month_name(when, look.language)})"
        place_of = {"xanchor": "left", "yanchor": "top", "align": "left"}
        font = {"size": SMALL, "color": palette.INK}
        top = grid.floor(place) + 0.98
        notes.append(note(text, grid.x(place, grid.first), top, **place_of, font=font, xshift=-2))
    return notes
