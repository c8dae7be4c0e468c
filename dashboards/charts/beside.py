"""Two figures of the same offices beside each other: a picture of where they lie, and no proof."""

import polars as pl

from dashboards.charts import palette
from dashboards.charts.ranges import REST_MARK, balance_line, percentage_axis
from dashboards.charts.small_multiples import percentage_scale
from dashboards.charts.style import LINE, SMALL, Figure, Look, figure, key, note, value_axis


def beside_load(frame: pl.DataFrame, look: Look, words: dict[str, str]) -> Figure:
    """A dot per row: workload across, a share up; the last rows with their interval, earlier ones grey.

    ``frame``: ``name`` (words of the row), ``is_last``, ``workload_pct``, ``share_pct``, ``lower_pct``,
    ``upper_pct``. ``words``: ``last``, ``earlier``, ``across`` and ``up`` (what the axes measure).
    """
    last, earlier = frame.filter("is_last"), frame.filter(~pl.col("is_last"))
    low, high = percentage_scale(frame["workload_pct"].to_list())
    named = [(palette.BLUE, "●", words["last"])]
    named += [(palette.NOTE, "●", words["earlier"])] if earlier.height else []
    return figure(
        [
            _intervals(last),
            _dots(earlier, look, REST_MARK),
            _dots(last, look, {"color": palette.BLUE, "size": 9}),
        ],
        look,
        360 + LINE * len(named),
        annotations=[key(named, words["up"]), _across(words["across"])],
        shapes=[balance_line()],
        xaxis=percentage_axis(low, high, look),
        yaxis=value_axis(range=[0, _top(frame)], ticksuffix=look.percent_sign),
        margin={"t": LINE * (len(named) + 2), "b": 44},
        mark_lift=LINE * (len(named) + 1),
    )


def _top(frame: pl.DataFrame) -> float:
    return min(100.0, 10.0 * (frame["upper_pct"].max() // 10 + 1))


def _across(words: str) -> Figure:
    place = {"xref": "paper", "yref": "paper", "xanchor": "right", "yanchor": "top", "yshift": -24}
    return note(words, 1, 0, **place, font={"size": SMALL, "color": palette.NOTE})


def _intervals(rows: pl.DataFrame) -> Figure:
    x, y = [], []
    for load, low, high in rows.select("workload_pct", "lower_pct", "upper_pct").iter_rows():
        x += [load, load, None]
        y += [low, high, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "hoverinfo": "skip",
        "line": {"color": palette.BLUE, "width": 3},
        "opacity": 0.35,
    }


def _dots(rows: pl.DataFrame, look: Look, mark: Figure) -> Figure:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": rows["workload_pct"].to_list(),
        "y": rows["share_pct"].to_list(),
        "customdata": rows["name"].to_list(),
        "hovertemplate": (
            f"%{{customdata}}: <b>%{{x:,.0f}}{look.percent_sign}</b>, "
            f"<b>%{{y:,.0f}}{look.percent_sign}</b><extra></extra>"
        ),
        "cliponaxis": False,
        "marker": mark,
    }
