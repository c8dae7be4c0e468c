"""Lines into the months that are forecast: two bands around the middle, and what is booked below them."""

from collections.abc import Mapping
from datetime import timedelta

import polars as pl

from dashboards.charts import palette
from dashboards.charts.marks import Series, line
from dashboards.charts.style import LINE, Figure, Look, day_name, figure, key, time_axis, value_axis

_MIDDLE = timedelta(days=14)  # a month stands at its middle, beside weeks that stand at their days
_DAY = "middle_on"
_BANDS = (("95", 0.14), ("80", 0.24))
# From zero, where what is booked lies far below, the bands need more room.
_USUAL, _HIGH = 300, 400
_COLOURS = (palette.BLUE, palette.ORANGE, palette.TEAL, palette.PLUM)


def bands_ahead(
    was: pl.DataFrame, ahead: pl.DataFrame, booked: pl.DataFrame, look: Look, words: Mapping[str, str]
) -> Figure:
    """What was as a line, the forecast as its middle in bands of 80 and 95 %, and the booked weeks outlined.

    ``was``: ``month_start_on``, ``amount``; ``ahead``: ``month_start_on``, ``point`` and the ends of both
    bands (null where there is none); ``booked``: ``first_day_on``, ``amount``, perhaps empty. ``words``:
    ``was``, ``point``, ``band_80``, ``band_95``, ``booked``, ``unit``. The axis begins at zero where what is
    booked is drawn, else where the amounts are.
    """
    behind = was.with_columns((pl.col("month_start_on") + _MIDDLE).alias(_DAY))
    rows = _joined(behind, ahead.with_columns((pl.col("month_start_on") + _MIDDLE).alias(_DAY)))
    names = [
        (palette.NOTE, "━", words["was"]),
        (palette.BLUE, "━", words["point"]),
        (palette.BLUE, "▓", words["band_80"]),
        (palette.BLUE, "░", words["band_95"]),
    ]
    if booked.height:
        names.append((palette.TEAL, "━", words["booked"]))
    days = [*behind[_DAY], *rows[_DAY], *booked["first_day_on"]]
    return figure(
        [
            *(_area(rows, band, strength) for band, strength in _BANDS),
            *_booked(booked, look, words),
            line(rows, _DAY, Series("point", words["point"], palette.BLUE, words["unit"]), look),
            line(behind, _DAY, Series("amount", words["was"], palette.NOTE, words["unit"], width=2.2), look),
        ],
        look,
        (_HIGH if booked.height else _USUAL) + LINE * len(names),
        annotations=[key(names)],
        xaxis=time_axis(days, look.language),
        yaxis=value_axis(rangemode="tozero" if booked.height else "normal"),
        margin={"t": LINE * (len(names) + 1)},
        mark_lift=LINE * len(names),
    )


def _joined(behind: pl.DataFrame, ahead: pl.DataFrame) -> pl.DataFrame:
    """The months ahead, beginning where the past ends, if it ends in the month before."""
    ends = [f"{end}_{band}" for band, _ in _BANDS for end in ("low", "high")]
    kept = ahead.select(_DAY, "point", *ends)
    if behind.is_empty() or ahead.is_empty():
        return kept
    last = behind.tail(1)
    if last["month_start_on"].dt.offset_by("1mo")[0] != ahead["month_start_on"].min():
        return kept
    start = last.select(_DAY, point="amount", **dict.fromkeys(ends, pl.col("amount")))
    return pl.concat([start, kept])


def _area(rows: pl.DataFrame, band: str, strength: float) -> Figure:
    """A band as a shape: along its lower end, and back along its upper one."""
    known = rows.drop_nulls([f"low_{band}", f"high_{band}"])
    days = [day.isoformat() for day in known[_DAY]]
    low, high = known[f"low_{band}"].to_list(), known[f"high_{band}"].to_list()
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [*days, *reversed(days)],
        "y": [*low, *reversed(high)],
        "fill": "toself",
        "fillcolor": palette.BLUE,
        "opacity": strength,
        "line": {"width": 0},
        "hoverinfo": "skip",
    }


def _booked(booked: pl.DataFrame, look: Look, words: Mapping[str, str]) -> list[Figure]:
    """The booked weeks as an outline: the line with the page's own ground laid inside it."""
    if booked.is_empty():
        return []
    series = Series("amount", words["booked"], palette.TEAL, words["unit"], width=5)
    outer = line(booked, "first_day_on", series, look, day_name)
    inner = outer | {
        "hoverinfo": "skip",
        "hovertemplate": None,
        "line": {"color": palette.GROUND, "width": 2},
    }
    return [outer, inner]


def forecast_and_came(
    held: pl.DataFrame, names: Mapping[int, str], look: Look, words: Mapping[str, str]
) -> Figure:
    """What came as a line, and over it what had been forecast of each month so many months before.

    ``held``: ``month_start_on``, ``horizon_months``, ``forecast``, ``came``; ``names``: the horizons drawn,
    in words; ``words``: ``came``, ``unit``.
    """
    came = held.select("month_start_on", "came").unique("month_start_on").sort("month_start_on")
    lines = [
        (horizon, Series("forecast", name, colour, words["unit"]))
        for (horizon, name), colour in zip(names.items(), _COLOURS, strict=False)
    ]
    keys = [(palette.NOTE, "━", words["came"]), *((one.colour, "━", one.name) for _, one in lines)]
    return figure(
        [
            line(
                came,
                "month_start_on",
                Series("came", words["came"], palette.NOTE, words["unit"], width=2.6),
                look,
            ),
            *(
                line(
                    held.filter(pl.col("horizon_months") == horizon).sort("month_start_on"),
                    "month_start_on",
                    one,
                    look,
                )
                for horizon, one in lines
            ),
        ],
        look,
        280 + LINE * len(keys),
        annotations=[key(keys)],
        xaxis=time_axis(came["month_start_on"].to_list(), look.language),
        yaxis=value_axis(rangemode="normal"),
        margin={"t": LINE * (len(keys) + 1)},
        mark_lift=LINE * len(keys),
    )
