"""Shares with the interval of each: a row per group, in the order given, and the share of all as a line."""

import polars as pl

from dashboards.charts import palette
from dashboards.charts.ranges import CHOSEN_MARK, REST_MARK, category_axis
from dashboards.charts.style import LINE, SMALL, Figure, Look, beside, figure, key, note

ROW = 30  # pixels


def share_ranges(
    frame: pl.DataFrame,
    names: dict[str, str],
    look: Look,
    words: dict[str, str],
    whole: float | None = None,
) -> Figure:
    """Per row of ``names`` (id -> words) a band from ``lower_pct`` to ``upper_pct``, its share as a dot.

    ``frame``: ``row``, ``share_pct``, ``lower_pct``, ``upper_pct``, and where there is an earlier one
    ``before_pct``, a grey dot. ``whole``: a share that is a quiet line across. ``words``: ``share``, ``none``
    (said of a row without figures), and ``before`` and ``whole`` where there are such.
    """
    rows = frame.filter(pl.col("row").is_in(list(names))).drop_nulls("share_pct")
    labels = list(names.values())
    named = [(palette.BLUE, "●", words["share"])]
    has_before = "before_pct" in rows.columns and rows["before_pct"].null_count() < rows.height
    named += [(palette.NOTE, "●", words["before"])] if has_before else []
    named += [(palette.NOTE, "│", words["whole"])] if whole is not None else []
    return figure(
        [
            _bands(rows, names),
            *([_dots(rows.drop_nulls("before_pct"), "before_pct", names, look, REST_MARK)] if has_before else []),
            _dots(rows, "share_pct", names, look, CHOSEN_MARK),
        ],
        look,
        40 + LINE * len(named) + ROW * len(labels),
        annotations=[
            key(named),
            *_ends(rows, names, look),
            *(
                note(f"<i>{words['none']}</i>", 0, name, xanchor="left", xshift=4)
                for one, name in names.items()
                if one not in set(rows["row"])
            ),
        ],
        shapes=[] if whole is None else [_across(whole)],
        xaxis={
            "range": [0, _reach(rows)],
            "ticksuffix": look.percent_sign,
            "nticks": 5,
            "tickangle": 0,
            "fixedrange": True,
            "zeroline": True,
            "showgrid": True,
        },
        yaxis=category_axis(labels),
        margin={"t": LINE * (len(named) + 1), "r": beside(text for _, text in _texts(rows, look))},
        mark_lift=LINE * len(named),
    )


def _reach(rows: pl.DataFrame) -> float:
    highest = max([*rows["upper_pct"].to_list(), 10])
    return min(100.0, 10.0 * (highest // 10 + 1))


def _bands(rows: pl.DataFrame, names: dict[str, str]) -> Figure:
    x, y = [], []
    for row, low, high in rows.select("row", "lower_pct", "upper_pct").iter_rows():
        x += [low, high, None]
        y += [names[row], names[row], None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "hoverinfo": "skip",
        "line": {"color": palette.BLUE, "width": 8},
        "opacity": 0.35,
    }


def _dots(rows: pl.DataFrame, share: str, names: dict[str, str], look: Look, mark: Figure) -> Figure:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": rows[share].to_list(),
        "y": [names[row] for row in rows["row"]],
        "hovertemplate": f"%{{y}}: <b>%{{x:,.0f}}{look.percent_sign}</b><extra></extra>",
        "cliponaxis": False,
        "marker": mark,
    }


def _texts(rows: pl.DataFrame, look: Look) -> list[tuple[str, str]]:
    """What is written at the right of each row: its share and the ends of its band."""
    figures = rows.select("row", "share_pct", "lower_pct", "upper_pct").iter_rows()
    return [
        (row, f"{look.percentage(share)} ({look.number(low)}–{look.number(high)})")
        for row, share, low, high in figures
    ]


def _ends(rows: pl.DataFrame, names: dict[str, str], look: Look) -> list[Figure]:
    place = {"xref": "paper", "xanchor": "left", "xshift": 8, "font": {"size": SMALL}}
    return [note(text, 1, names[row], **place) for row, text in _texts(rows, look)]


def _across(whole: float) -> Figure:
    ends = {"xref": "x", "x0": whole, "x1": whole, "yref": "paper", "y0": 0, "y1": 1}
    return {"type": "line", "layer": "below", "line": {"color": palette.NOTE, "width": 1}} | ends
