"""How far a percentage may lie from what is shown: a band per row, the figure itself as a dot in it."""

import polars as pl

from dashboards.charts import palette
from dashboards.charts.panels import percentage_scale
from dashboards.charts.ranges import balance_line, category_axis
from dashboards.charts.style import SMALL, Figure, Look, figure, note


def percentage_bands(frame: pl.DataFrame, look: Look, words: dict[str, str]) -> Figure:
    """One row per band, in the order given: from ``low_pct`` to ``high_pct``, with ``mid_pct`` as a dot.

    ``frame``: ``name`` (words of the row), ``low_pct``, ``mid_pct``, ``high_pct``; ``words``: ``balance``
    for the mark at 100 %. Both ends stand in figures at the right, so that nobody has to read them off.
    """
    rows = frame.drop_nulls("mid_pct").to_dicts()
    names = [row["name"] for row in rows]
    ends = [row[end] for row in rows for end in ("low_pct", "high_pct")]
    low, high = percentage_scale(ends)
    return figure(
        [_bands(rows), _dots(rows)],
        look,
        60 + 30 * max(len(names), 1),
        annotations=[
            note(words["balance"], 100, 1, yref="paper", yanchor="bottom"),
            *(_ends(row, look) for row in rows),
        ],
        shapes=[balance_line()],
        xaxis={
            "range": [low, high],
            "ticksuffix": look.percent_sign,
            "nticks": 5,
            "tickangle": 0,
            "fixedrange": True,
            "zeroline": False,
            "showgrid": True,
        },
        yaxis=category_axis(names),
        margin={"t": 36, "r": 92},
        mark_lift=14,
    )


def _bands(rows: list[dict]) -> Figure:
    x, y = [], []
    for row in rows:
        x += [row["low_pct"], row["high_pct"], None]
        y += [row["name"], row["name"], None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "hoverinfo": "skip",
        "line": {"color": palette.BLUE, "width": 9},
        "opacity": 0.35,
    }


def _dots(rows: list[dict]) -> Figure:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [row["mid_pct"] for row in rows],
        "y": [row["name"] for row in rows],
        "hovertemplate": "%{y}: <b>%{x:.1f} %</b><extra></extra>",
        "cliponaxis": False,
        "marker": {"color": palette.BLUE, "size": 10},
    }


def _ends(row: dict, look: Look) -> Figure:
    said = f"{look.number(row['low_pct'])}–{look.percentage(row['high_pct'])}"
    place = {"xref": "paper", "xanchor": "left", "xshift": 8, "yref": "y", "font": {"size": SMALL}}
    return note(said, 1, row["name"], **place)
