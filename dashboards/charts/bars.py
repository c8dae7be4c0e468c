"""Bars from zero: what came in and went out, and how long cases have waited."""

from collections.abc import Sequence
from datetime import date, timedelta

import polars as pl

from dashboards.charts import palette
from dashboards.charts.events import change_lines
from dashboards.charts.style import LINE, Figure, Look, beside, figure, key, month_name, time_axis, value_axis


def flow_bars(frame: pl.DataFrame, look: Look, words: dict[str, str], changes: Sequence[date] = ()) -> Figure:
    """Cases that came in (up) and ended (down) per month, both from zero, with a dot for cases started.

    ``frame``: ``month_start_on``, ``in_cases``, ``out_cases``, ``started_cases``, ``is_partial`` (the
    running month: its bars are outlined, not filled); ``words``: ``in``, ``out``, ``started``, ``so_far``;
    ``changes``: days of new weights.
    """
    rows = frame.sort("month_start_on")
    months = rows["month_start_on"].to_list()
    partial = rows["is_partial"].to_list()
    said = [
        month_name(when, look.language) + (f" ({words['so_far']})" if is_partial else "")
        for when, is_partial in zip(months, partial, strict=True)
    ]
    return figure(
        [
            _flow(months, rows["in_cases"].to_list(), 1, words["in"], palette.BLUE, said, partial),
            _flow(months, rows["out_cases"].to_list(), -1, words["out"], palette.TEAL, said, partial),
            _started(months, rows["started_cases"].to_list(), words["started"], said),
        ],
        look,
        340,
        annotations=[_flow_key(words)],
        shapes=change_lines(changes, months[-1]),
        barmode="relative",
        bargap=0.25,
        xaxis=time_axis(months, look.language, range=_whole_bars(months)),
        yaxis=value_axis(**_mirrored(rows, look), zeroline=True, zerolinewidth=1),
        margin={"t": 4 * LINE},
        mark_lift=3 * LINE,
    )


def count_bars(frame: pl.DataFrame, look: Look, words: dict[str, str]) -> Figure:
    """How many cases are of which kind or age, from top to bottom in the order given.

    ``frame``: ``band`` (in words), ``cases``; the number stands at the bar, a zero is written as zero.
    """
    counts = frame["cases"].to_list()
    bands = frame["band"].to_list()
    return figure(
        [
            {
                "type": "bar",
                "orientation": "h",
                "x": counts,
                "y": bands,
                "text": [look.number(count) for count in counts],
                "textposition": "outside",
                "cliponaxis": False,
                "hovertemplate": f"%{{y}}: <b>%{{x:,}}</b> {words['cases']}<extra></extra>",
                "marker": {"color": palette.BLUE},
            }
        ],
        look,
        40 + 34 * len(bands),
        bargap=0.35,
        xaxis={"visible": False, "fixedrange": True, "range": [0, max([*counts, 1])]},
        margin={"r": beside(map(look.number, counts))},
        yaxis={
            "type": "category",
            "categoryorder": "array",
            "categoryarray": bands[::-1],
            "automargin": True,
            "fixedrange": True,
            "showgrid": False,
            "ticks": "",
        },
    )


def _flow(months, counts, sign: int, name: str, colour: str, said: list[str], partial: list[bool]) -> Figure:
    return {
        "type": "bar",
        "name": name,
        "x": [when.isoformat() for when in months],
        "y": [None if count is None else sign * count for count in counts],
        "customdata": [[words, count] for words, count in zip(said, counts, strict=True)],
        "hovertemplate": f"{name}, %{{customdata[0]}}: <b>%{{customdata[1]:,}}</b><extra></extra>",
        "marker": {
            "color": colour,
            "opacity": [0.35 if is_partial else 1 for is_partial in partial],
            "line": {"color": colour, "width": [1.5 if is_partial else 0 for is_partial in partial]},
        },
    }


def _started(months, counts, name: str, said: list[str]) -> Figure:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [when.isoformat() for when in months],
        "y": counts,
        "customdata": said,
        "hovertemplate": f"{name}, %{{customdata}}: <b>%{{y:,}}</b><extra></extra>",
        "marker": {
            "symbol": "line-ew",
            "size": 9 if len(months) <= 40 else 4,
            "line": {"width": 2.5, "color": palette.ORANGE},
        },
    }


def _whole_bars(months: list[date]) -> list[str]:
    """From half a month before the first to half a month after the last, so that no bar is cut."""
    half = timedelta(days=17)
    return [(months[0] - half).isoformat(), (months[-1] + half).isoformat()]


def _flow_key(words: dict[str, str]) -> Figure:
    marks = (("in", "▲", palette.BLUE), ("out", "▼", palette.TEAL), ("started", "━", palette.ORANGE))
    return key([(colour, mark, words[word]) for word, mark, colour in marks])


def _mirrored(rows: pl.DataFrame, look: Look) -> dict[str, object]:
    """A scale with the same step up and down, whose lower half is written without a minus."""
    counted = ("in_cases", "out_cases", "started_cases")
    highest = max([count or 0 for name in counted for count in rows[name].to_list()] or [0])
    step = _round_step(highest)
    ticks = [step * place for place in range(-3, 4) if abs(step * place) <= 1.2 * highest + step]
    reach = 1.08 * max(highest, 1)
    return {
        "tickvals": ticks,
        "ticktext": [look.number(abs(tick)) for tick in ticks],
        "range": [-reach, reach],
        "rangemode": "normal",
    }


def _round_step(highest: float) -> float:
    """About a third of the highest amount, as 1, 2 or 5 times a power of ten, at least 1."""
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if 3 * step >= highest:
                return step
        size *= 10
