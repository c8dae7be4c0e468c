"""How far a percentage may lie from what is shown: a band per row, the figure itself as a dot."""

from itertools import zip_longest

import polars as pl

from dashboards.charts import palette
from dashboards.charts.ranges import balance_line, percentage_axis
from dashboards.charts.small_multiples import percentage_scale
from dashboards.charts.style import SMALL, Figure, Look, figure, note

ROW_HEIGHT = 44  # pixels: the words of a row stand over its band, so that a phone has the full width for it
NARROW = 2  # points: ends nearer than this need a decimal to be told apart
FAR = 70  # per cent: bands that all end below lie far from 100
OUTER = 0.28  # of the scale, at either end: words over the mark at 100 % keep inside the figure


def percentage_bands(
    frame: pl.DataFrame, look: Look, words: dict[str, str], *, holds_100: bool = True
) -> Figure:
    """A row per ``name``, in the order given: a band from ``low_pct`` to ``high_pct``, ``mid_pct`` as a dot.

    ``frame``: ``name`` (words of the row), ``low_pct``, ``mid_pct``, ``high_pct``; a name with several rows
    has its bands one inside the other, and the dot may lie beside a band. ``words``: ``balance`` for the
    mark at 100 %. The ends of the widest band of a row stand in figures at the right, so that nobody has to
    read them off. Without ``holds_100`` the scale of bands that lie elsewhere leaves 100 % out, and with it
    the mark.
    """
    rows = frame.drop_nulls("mid_pct").to_dicts()
    nested = _nested(rows)
    outer = {name: bands[0] for name, bands in nested.items()}
    low, high = _scale([row[end] for row in rows for end in ("low_pct", "mid_pct", "high_pct")], holds_100)
    is_marked = low <= 100 <= high
    return figure(
        [*(_bands(depth) for depth in zip_longest(*nested.values())), _dots(list(outer.values()), look)],
        look,
        52 + ROW_HEIGHT * max(len(outer), 1),
        annotations=[
            *([_mark(words["balance"], low, high)] if is_marked else []),
            *(_row_note(name, 0, name, "left", palette.INK) for name in outer),
            *(_row_note(ends, 1, name, "right", palette.NOTE) for name, ends in _ends(outer, look).items()),
        ],
        shapes=[balance_line()] if is_marked else [],
        xaxis=percentage_axis(low, high, look),
        yaxis=_names_axis(list(outer)),
        margin={"t": 36, "r": 16, "l": 16},
        mark_lift=14,
    )


def _nested(rows: list[dict]) -> dict[str, list[dict]]:
    """The bands of each name, in the order of the rows, the widest band first."""
    nested: dict[str, list[dict]] = {row["name"]: [] for row in rows}
    for row in sorted(rows, key=_width, reverse=True):
        nested[row["name"]].append(row)
    return nested


def _names_axis(names: list[str]) -> Figure:
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": names[::-1],
        "range": [-0.4, len(names) - 0.2],
        "visible": False,
        "fixedrange": True,
    }


def _scale(amounts: list[float], holds_100: bool) -> tuple[float, float]:
    if holds_100 or not amounts or max(amounts) > FAR:
        return percentage_scale(amounts)
    return 10.0 * (min(amounts) // 10), 10.0 * (max(amounts) // 10 + 1)


def _mark(text: str, low: float, high: float) -> Figure:
    return note(text, 100, 1, yref="paper", yanchor="bottom", **_inside(low, high))


def _width(row: dict) -> float:
    return row["high_pct"] - row["low_pct"]


def _bands(depth: tuple[dict | None, ...]) -> Figure:
    """The bands of one depth: each depth is a trace of its own, so that the inner ones look darker."""
    x, y = [], []
    for row in filter(None, depth):
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


def _dots(rows: list[dict], look: Look) -> Figure:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [row["mid_pct"] for row in rows],
        "y": [row["name"] for row in rows],
        "hovertemplate": f"%{{y}}: <b>%{{x:,.1f}}{look.percent_sign}</b><extra></extra>",
        "cliponaxis": False,
        "marker": {"color": palette.BLUE, "size": 10},
    }


def _inside(low: float, high: float) -> Figure:
    share = (100 - low) / (high - low)
    return {"xanchor": "right" if share > 1 - OUTER else "left" if share < OUTER else "center"}


def _row_note(text: str, x: int, name: str, xanchor: str, colour: str) -> Figure:
    anchor = {"xref": "paper", "xanchor": xanchor, "yref": "y", "yanchor": "bottom", "yshift": 6}
    return note(text, x, name, **anchor, font={"size": SMALL, "color": colour})


def _ends(outer: dict[str, dict], look: Look) -> dict[str, str]:
    """The ends of each name's widest band in figures; all with a decimal where one band is narrow."""
    digits = 1 if min(map(_width, outer.values()), default=NARROW) < NARROW else 0
    ends = {
        name: [look.number(row[end], digits) for end in ("low_pct", "high_pct")]
        for name, row in outer.items()
    }
    return {name: f"{low}–{high}{look.percent_sign}" for name, (low, high) in ends.items()}
