"""A control chart: a share month by month around its mean, between the limits of its usual spread."""

import polars as pl

from dashboards.charts import palette
from dashboards.charts.style import (
    LINE,
    Figure,
    Look,
    beside,
    figure,
    key,
    month_name,
    note,
    time_axis,
    value_axis,
)

_ROOM = 2.0  # points of percentage beyond what is drawn
SIGNALS = ("outside", "shift", "trend", "two_of_three")


def control_chart(frame: pl.DataFrame, look: Look, words: dict[str, str]) -> Figure:
    """A point per month; those that are more than the usual spread have a mark of their own.

    ``frame``: ``month_start_on``, ``value``, ``mean``, ``lower``, ``upper`` (per cent, null where not known)
    and ``kind`` as from ``analysis.control.chart``. ``words``: ``line``, ``signal``, ``limits``, ``mean`` and
    each of `SIGNALS`, which the pointer is told.
    """
    rows = frame.sort("month_start_on")
    held = [amount for name in ("value", "lower", "upper") for amount in rows[name].drop_nulls().clip(0, 100)]
    low, high = min(held, default=0.0) - _ROOM, max(held, default=100.0) + _ROOM
    signals = rows.filter(pl.col("kind").is_in(SIGNALS))
    return figure(
        [
            *(_limit(rows, name, dash) for name, dash in _LEVELS),
            _line(rows, look, words),
            _signals(signals, look, words),
        ],
        look,
        300 + 5 * LINE,
        annotations=[
            key(
                [
                    (palette.BLUE, "━", words["line"]),
                    (palette.ORANGE, "◆", words["signal"]),
                    (palette.NOTE, "─", words["mean"]),
                    (palette.NOTE, "╌", words["limits"]),
                ]
            ),
            *_last(rows, look),
        ],
        xaxis=time_axis(rows["month_start_on"].to_list(), look.language),
        yaxis=value_axis(
            range=[max(low, 0), min(high, 100)], rangemode="normal", ticksuffix=look.percent_sign
        ),
        margin={"t": 5 * LINE, "r": beside([look.percentage(100)])},
        mark_lift=4 * LINE,
    )


_LEVELS = (("mean", "solid"), ("lower", "dash"), ("upper", "dash"))


def _limit(rows: pl.DataFrame, column: str, dash: str) -> Figure:
    known = rows.filter(pl.col(column).is_between(0, 100))
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [month.isoformat() for month in known["month_start_on"]],
        "y": known[column].to_list(),
        "hoverinfo": "skip",
        "line": {"color": palette.NOTE, "width": 1, "dash": dash},
    }


def _line(rows: pl.DataFrame, look: Look, words: dict[str, str]) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": words["line"],
        "x": [month.isoformat() for month in rows["month_start_on"]],
        "y": rows["value"].to_list(),
        "customdata": [month_name(month, look.language) for month in rows["month_start_on"]],
        "hovertemplate": f"%{{customdata}}: <b>%{{y:,.1f}}{look.percent_sign}</b><extra></extra>",
        "connectgaps": False,
        "line": {"color": palette.BLUE, "width": 2},
    }


def _signals(rows: pl.DataFrame, look: Look, words: dict[str, str]) -> Figure:
    said = [
        f"{month_name(month, look.language)}, {words[kind]}"
        for month, kind in rows.select("month_start_on", "kind").iter_rows()
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [month.isoformat() for month in rows["month_start_on"]],
        "y": rows["value"].to_list(),
        "customdata": said,
        "hovertemplate": f"%{{customdata}}: <b>%{{y:,.1f}}{look.percent_sign}</b><extra></extra>",
        "cliponaxis": False,
        "marker": {"color": palette.ORANGE, "size": 10, "symbol": "diamond"},
    }


def _last(rows: pl.DataFrame, look: Look) -> list[Figure]:
    """The last share where the line ends."""
    known = rows.drop_nulls("value")
    if known.is_empty():
        return []
    text = f'<span style="color:{palette.BLUE}"><b>{look.percentage(known["value"][-1])}</b></span>'
    return [note(text, known["month_start_on"][-1].isoformat(), known["value"][-1], xanchor="left", xshift=6)]
