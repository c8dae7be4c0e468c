"""A funnel: each part by its size, around the share of all together, between the limits of its size."""

import polars as pl

from dashboards.charts import palette
from dashboards.charts.marks import level
from dashboards.charts.style import LINE, SMALL, Figure, Look, figure, key, note, value_axis

_ROOM = 0.04  # of the scale, beyond the outermost dot
LIMITS = (("inner", "dash"), ("outer", "solid"))


def funnel(
    parts: pl.DataFrame, curves: pl.DataFrame, chosen: str, look: Look, words: dict[str, str]
) -> Figure:
    """Shares by size: what lies between the inner limits does not differ from the whole.

    ``parts``: ``part_id``, ``part_name``, ``denominator``, ``share_pct``, ``is_outside`` (beyond the inner
    limits); ``curves``: ``size`` and, in per cent, ``inner_lower``, ``inner_upper``, ``outer_lower``,
    ``outer_upper`` and ``target``. ``chosen``: the part that is named in any case. ``words``: ``inside``,
    ``outside``, ``inner``, ``outer``, ``target``, ``axis``, ``unit``.
    """
    rows = parts.drop_nulls("share_pct").with_columns(
        is_named=pl.col("is_outside") | (pl.col("part_id") == chosen)
    )
    widest = float(curves["size"].max())
    shares = [*rows["share_pct"], *curves.tail(1).select("outer_lower", "outer_upper").row(0)]
    low = max(10 * (min(shares) // 10) - 10, 0)
    high = min(10 * (max(shares) // 10) + 20, 100)
    named = key(
        [
            (palette.REST, "●", words["inside"]),
            (palette.ORANGE, "◆", words["outside"]),
            (palette.NOTE, "╌", words["inner"]),
            (palette.NOTE, "─", words["outer"]),
        ],
        words["axis"],
    )
    return figure(
        [
            *(_curve(curves, f"{name}_{end}", dash, low, high) for name, dash in LIMITS for end in _ENDS),
            _dots(rows.filter(~pl.col("is_outside")), palette.REST, "circle", look, words),
            _dots(rows.filter("is_outside"), palette.ORANGE, "diamond", look, words),
        ],
        look,
        320 + 5 * LINE,
        annotations=[
            named,
            note(words["target"], 0, curves["target"][0], xref="paper", xanchor="left", yanchor="bottom"),
            *(_name(row, widest) for row in rows.filter("is_named").iter_rows(named=True)),
        ],
        shapes=[level(curves["target"][0])],
        xaxis={
            "type": "linear",
            "range": [0, widest * (1 + _ROOM)],
            "nticks": 4,
            "separatethousands": True,
            "showgrid": True,
            "zeroline": False,
            "fixedrange": True,
        },
        yaxis=value_axis(range=[low, high], rangemode="normal", ticksuffix=look.percent_sign),
        margin={"t": 6 * LINE, "r": 16},
        mark_lift=5 * LINE,
    )


_ENDS = ("lower", "upper")


def _curve(curves: pl.DataFrame, column: str, dash: str, low: float, high: float) -> Figure:
    """A limit by size, as far as it is on the scale."""
    shown = curves.filter(pl.col(column).is_between(low, high))
    return {
        "type": "scatter",
        "mode": "lines",
        "x": shown["size"].to_list(),
        "y": shown[column].to_list(),
        "hoverinfo": "skip",
        "line": {"color": palette.NOTE, "width": 1, "dash": dash},
    }


def _dots(rows: pl.DataFrame, colour: str, symbol: str, look: Look, words: dict[str, str]) -> Figure:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": rows["denominator"].to_list(),
        "y": rows["share_pct"].to_list(),
        "customdata": rows["part_name"].to_list(),
        "hovertemplate": f"%{{customdata}}, %{{x:,}} {words['unit']}: <b>%{{y:,.1f}}{look.percent_sign}</b>"
        "<extra></extra>",
        "cliponaxis": False,
        "marker": {"color": colour, "size": 10, "symbol": symbol},
    }


def _name(row: dict, widest: float) -> Figure:
    """The name of a part beside its dot, on the side where there is room."""
    is_right = row["denominator"] > 0.6 * widest
    place = {"xanchor": "right", "xshift": -8} if is_right else {"xanchor": "left", "xshift": 8}
    font = {"size": SMALL, "color": palette.INK}
    return note(row["part_name"], row["denominator"], row["share_pct"], **place, font=font)
