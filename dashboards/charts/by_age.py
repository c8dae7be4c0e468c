"""How many cases have ended in which way by an age: a line per way, with the band in which it may lie."""

import polars as pl

from dashboards.charts import palette
from dashboards.charts.style import LINE, SMALL, Figure, Look, beside, figure, key, note, value_axis

COLOURS = (palette.BLUE, palette.ORANGE, palette.PLUM, palette.TEAL)
STILL_OPEN = palette.NOTE  # what has not ended is no way of ending
YEAR = 12  # months between two marks of the axis
APART = 5.5  # points of percentage between the amounts at the ends of lines


def ending_lines(frame: pl.DataFrame, names: dict[str, str], look: Look, words: dict[str, str]) -> Figure:
    """The share that ended in each way by each age, from zero, and what is still open.

    ``frame``: ``ending``, ``age_months``, ``share_pct``, ``lower_pct``, ``upper_pct`` (null without a band);
    ``names``: ending -> words, four at most, and ``''`` for what is still open. ``words``: ``months`` and
    ``axis``.
    """
    colours = dict(zip([one for one in names if one], COLOURS, strict=False)) | {"": STILL_OPEN}
    oldest = frame["age_months"].max()
    rows = {ending: frame.filter(pl.col("ending") == ending).sort("age_months") for ending in names}
    return figure(
        [
            *(_band(one, colours[ending]) for ending, one in rows.items() if ending),
            *(_line(one, names[ending], colours[ending], look, words) for ending, one in rows.items()),
        ],
        look,
        320 + LINE * (len(names) + 1),
        annotations=[
            key([(colours[ending], "━", name) for ending, name in names.items()], words["axis"]),
            *_ends(rows, colours, look),
        ],
        xaxis={
            "type": "linear",
            "range": [0, oldest],
            "tickmode": "array",
            "tickvals": list(range(0, oldest + 1, YEAR)),
            "ticktext": [look.number(month) for month in range(0, oldest + 1, YEAR)],
            "showgrid": False,
            "fixedrange": True,
            "ticks": "outside",
            "ticklen": 4,
        },
        yaxis=value_axis(range=[0, 100], ticksuffix=look.percent_sign),
        margin={"t": LINE * (len(names) + 2), "r": beside([look.percentage(100)])},
        mark_lift=LINE * (len(names) + 1),
    )


def _line(rows: pl.DataFrame, name: str, colour: str, look: Look, words: dict[str, str]) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": rows["age_months"].to_list(),
        "y": rows["share_pct"].to_list(),
        "hovertemplate": f"{name}, %{{x:,}} {words['months']}: <b>%{{y:,.1f}}{look.percent_sign}</b>"
        "<extra></extra>",
        "line": {"color": colour, "width": 2.2, "dash": "dot" if colour == STILL_OPEN else "solid"},
    }


def _band(rows: pl.DataFrame, colour: str) -> Figure:
    """The band as a shape: along its lower end, and back along its upper one."""
    ages = rows["age_months"].to_list()
    low, high = rows["lower_pct"].to_list(), rows["upper_pct"].to_list()
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [*ages, *reversed(ages)],
        "y": [*low, *reversed(high)],
        "fill": "toself",
        "fillcolor": colour,
        "opacity": 0.18,
        "line": {"width": 0},
        "hoverinfo": "skip",
    }


def _ends(rows: dict[str, pl.DataFrame], colours: dict[str, str], look: Look) -> list[Figure]:
    """The last share of each line where it ends, kept apart from each other."""
    last = sorted((one["share_pct"][-1], one["age_months"][-1], ending) for ending, one in rows.items())
    notes, at = [], -APART
    for share, age, ending in last:
        at = max(share, at + APART)
        text = f'<span style="color:{colours[ending]}"><b>{look.percentage(share)}</b></span>'
        notes.append(note(text, age, at, xanchor="left", xshift=6, font={"size": SMALL}))
    return notes
