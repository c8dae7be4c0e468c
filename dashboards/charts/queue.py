"""Lines into months that are simulated: what was is solid, what may come has a band around its middle."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from dashboards.charts import palette
from dashboards.charts.marks import Series, level, line
from dashboards.charts.style import LINE, Figure, Look, figure, key, note, time_axis, value_axis

_DAY = "month_end_on"


@dataclass(frozen=True)
class Band:
    """One simulation in a frame, its columns ``<prefix>_low``, ``<prefix>`` and ``<prefix>_high``."""

    prefix: str
    name: str
    colour: str

    @property
    def ends(self) -> tuple[str, str]:
        """The columns of both ends of the band."""
        return f"{self.prefix}_low", f"{self.prefix}_high"


def as_now(name: str, prefix: str = "as_now") -> Band:
    """What goes on as it is."""
    return Band(prefix, name, palette.BLUE)


def with_chosen(name: str, prefix: str = "chosen") -> Band:
    """What is chosen instead."""
    return Band(prefix, name, palette.ORANGE)


def band_lines(
    frame: pl.DataFrame,
    bands: Sequence[Band],
    look: Look,
    words: dict[str, str],
    *,
    quiet: float | None = None,
    from_zero: bool = True,
) -> Figure:
    """What was as a line, and each simulation as a band with its middle.

    ``frame``: ``month_end_on``, ``was`` (null ahead) and the columns of each band (null behind); ``words``:
    ``was``, ``unit``, and ``quiet`` for an amount that is a quiet line across.
    """
    rows = frame.sort(_DAY)
    was = Series("was", words["was"], palette.NOTE, words["unit"], width=2.2)
    names = [(was.colour, "━", was.name), *((one.colour, "━", one.name) for one in bands)]
    named = {"xref": "paper", "xanchor": "left", "yanchor": "bottom"}
    return figure(
        [
            *(_area(rows, band) for band in bands),
            *(_middle(rows, band, look, words["unit"]) for band in bands),
            line(rows, _DAY, was, look),
        ],
        look,
        300 + LINE * len(names),
        annotations=[key(names), *([note(words["quiet"], 0, quiet, **named)] if quiet else [])],
        shapes=[level(quiet)] if quiet else [],
        xaxis=time_axis(rows[_DAY].to_list(), look.language),
        yaxis=value_axis(
            rangemode="tozero" if from_zero else "normal",
            ticksuffix=look.percent_sign if words["unit"] == "%" else "",
        ),
        margin={"t": LINE * (len(names) + 1)},
        mark_lift=LINE * len(names),
    )


def _middle(rows: pl.DataFrame, band: Band, look: Look, unit: str) -> Figure:
    known = rows.drop_nulls(band.prefix)
    return line(known, _DAY, Series(band.prefix, band.name, band.colour, unit), look)


def _area(rows: pl.DataFrame, band: Band) -> Figure:
    """The band as a shape: along its lower end, and back along its upper one."""
    known = rows.drop_nulls(band.prefix)
    days = [day.isoformat() for day in known[_DAY]]
    low, high = (known[end].to_list() for end in band.ends)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [*days, *reversed(days)],
        "y": [*low, *reversed(high)],
        "fill": "toself",
        "fillcolor": band.colour,
        "opacity": 0.18,
        "line": {"width": 0},
        "hoverinfo": "skip",
    }


def two_lines(frame: pl.DataFrame, look: Look, words: dict[str, str]) -> Figure:
    """What was beside what would have been, from zero.

    ``frame``: ``month_end_on``, ``was``, ``without``; ``words``: ``was``, ``without``, ``unit``.
    """
    rows = frame.sort(_DAY)
    lines = (
        Series("was", words["was"], palette.NOTE, words["unit"], width=2.2),
        Series("without", words["without"], palette.PLUM, words["unit"]),
    )
    return figure(
        [line(rows, _DAY, one, look) for one in lines],
        look,
        300 + LINE * len(lines),
        annotations=[key([(one.colour, "━", one.name) for one in lines])],
        xaxis=time_axis(rows[_DAY].to_list(), look.language),
        yaxis=value_axis(),
        margin={"t": LINE * (len(lines) + 1)},
        mark_lift=LINE * len(lines),
    )
