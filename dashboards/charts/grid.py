"""The ground small multiples are drawn on: one small panel per office (or type), in a fixed order.

All panels are cut out of ONE pair of axes: panel k sits in column k mod 3, row k div 3, its line moved and
scaled there. Fifteen real pairs of axes cost a browser a second, fifty-eight cost it many.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from dashboards.charts import palette
from dashboards.charts.style import SMALL, TINY, Figure, Look, Points, gaps_shown, month_name, note

COLUMNS = 3
GAP = 0.14  # of a panel's width, between columns
LINE_PART = 0.6  # of a row's height that the line may use; the rest holds the panel's name
BELOW = 0.07  # of a row's height kept free under the line
ROW_HEIGHT = 124
LATE = 0.25  # of the clock: a line that begins later than this gets words in its empty part

Shown = Callable[[float], str]


@dataclass(frozen=True)
class Grid:
    """Panels that share a clock, and the values between which their lines run.

    ``names``: key -> words above the panel, in order. ``highs``: a scale of its own per panel, else all
    share ``low`` to ``high``.
    """

    names: dict[str, str]
    first: date
    last: date
    low: float
    high: float
    columns: int = COLUMNS
    highs: tuple[float, ...] = ()
    row_height: int = ROW_HEIGHT

    def x(self, panel: int, day: date) -> float:
        """Where a day lies in the column of this panel."""
        whole = max((self.last - self.first).days, 1)
        return (panel % self.columns) * (1 + GAP) + (day - self.first).days / whole

    def y(self, panel: int, amount: float) -> float:
        """Where an amount lies in the row of this panel; at the edge when it leaves the scale."""
        span = (self.highs[panel] if self.highs else self.high) - self.low
        inside = min(max(amount - self.low, 0), span)
        return self.floor(panel) + BELOW + LINE_PART * inside / (span or 1)

    def floor(self, panel: int) -> float:
        """Where the row of this panel ends."""
        return -(panel // self.columns) - 1

    @property
    def rows(self) -> int:
        """How many rows of panels there are."""
        return -(-len(self.names) // self.columns)

    @property
    def height(self) -> int:
        """Pixels of the whole figure."""
        return int(self.row_height * (self.rows + 0.3)) + TINY

    @property
    def axes(self) -> Figure:
        """Both axes, unseen, with room for the years below."""
        across = min(self.columns, max(len(self.names), 1))
        bare = {"visible": False, "fixedrange": True}
        return {
            "xaxis": bare | {"range": [-0.02, across + (across - 1) * GAP + 0.02]},
            "yaxis": bare | {"range": [-self.rows - 0.3, 0.02]},
        }


def points_by_panel(
    frame: pl.DataFrame, names: dict[str, str], key: str, day: str, amount: str
) -> list[Points]:
    """The rows of each panel in order of time, gaps shown; an empty list where a name has no row."""
    points: dict[str, Points] = {name: [] for name in names}
    for name, when, value in frame.sort(day).select(key, day, amount).iter_rows():
        if name in points:
            points[name].append((when, value))
    return [gaps_shown(found) for found in points.values()]


def line_trace(panels: list[Points], grid: Grid, look: Look, shown: Shown, when_said=month_name) -> Figure:
    """Every panel's line in one trace, broken between panels and where an amount is missing."""
    x, y, said = [], [], []
    for panel, (name, points) in enumerate(zip(grid.names.values(), panels, strict=True)):
        for when, amount in points:
            x.append(grid.x(panel, when))
            y.append(None if amount is None else grid.y(panel, amount))
            words = (
                "" if amount is None else f"{name}, {when_said(when, look.language)}: <b>{shown(amount)}</b>"
            )
            said.append(words)
        x.append(None)
        y.append(None)
        said.append("")
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "text": said,
        "hoverinfo": "text",
        "connectgaps": False,
        "line": {"color": palette.BLUE, "width": 1.75},
    }


def beside_trace(panels: list[Points], grid: Grid) -> Figure:
    """What each panel's line is compared with: dashed, broken between panels and where it is not known."""
    x, y = [], []
    for panel, points in enumerate(panels):
        for when, amount in points:
            x.append(grid.x(panel, when))
            y.append(None if amount is None else grid.y(panel, amount))
        x.append(None)
        y.append(None)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "hoverinfo": "skip",
        "connectgaps": False,
        "line": {"color": palette.NOTE, "width": 1, "dash": "dash"},
    }


def ends_trace(panels: list[Points], grid: Grid) -> Figure:
    """A dot on the last known value of every panel, the one written beside its name."""
    ends = [
        (panel, *points[-1]) for panel, points in enumerate(panels) if points and points[-1][1] is not None
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [grid.x(panel, when) for panel, when, _ in ends],
        "y": [grid.y(panel, amount) for panel, _, amount in ends],
        "hoverinfo": "skip",
        "cliponaxis": False,
        "marker": {"color": palette.BLUE, "size": 5},
    }


def reference_trace(grid: Grid, amount: float) -> Figure:
    """A thin level line in every panel: zero, or 100 %."""
    x, y = [], []
    for panel in range(len(grid.names)):
        x += [grid.x(panel, grid.first), grid.x(panel, grid.last), None]
        y += [grid.y(panel, amount), grid.y(panel, amount), None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "hoverinfo": "skip",
        "line": {"color": palette.REST, "width": 1},
    }


def changes_trace(grid: Grid, days: Sequence[date]) -> Figure:
    """An upright line in every panel on each day of new weights; an empty trace without any."""
    x, y = [], []
    for panel in range(len(grid.names)):
        for day in days:
            foot = grid.floor(panel) + BELOW
            x += [grid.x(panel, min(day, grid.last))] * 2 + [None]
            y += [foot, foot + LINE_PART, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "hoverinfo": "skip",
        "line": {"color": palette.NOTE, "width": 1, "dash": "dashdot"},
    }


def reference_notes(grid: Grid, amount: float, text: str) -> list[Figure]:
    """The words of that line, left of the first panel of every row."""
    place = {"xanchor": "right", "font": {"size": TINY, "color": palette.NOTE}}
    firsts = range(0, len(grid.names), grid.columns)
    return [note(text, grid.x(panel, grid.first), grid.y(panel, amount), **place) for panel in firsts]


def titles(panels: list[Points], grid: Grid, shown: Shown, when_said: Callable[[date], str]) -> list[Figure]:
    """The name of every panel with its last known amount: the direct label; of when, where others go on."""
    notes = []
    for panel, (name, points) in enumerate(zip(grid.names.values(), panels, strict=True)):
        known = [(when, amount) for when, amount in points if amount is not None]
        text = f"<b>{name}</b>"
        if known:
            when, amount = known[-1]
            # a figure of the year before is not the latest one
            is_behind = when_said(when) != when_said(grid.last)
            text += f"<br>{shown(amount)}" + (f" ({when_said(when)})" if is_behind else "")
        place = {
            "xanchor": "left",
            "yanchor": "top",
            "align": "left",
            "font": {"size": SMALL, "color": palette.INK},
            "xshift": -2,
        }
        notes.append(note(text, grid.x(panel, grid.first), grid.floor(panel) + 0.98, **place))
    return notes


def late_starts(
    panels: list[Points], grid: Grid, words: dict[str, str], why: Mapping[str, str] | None = None
) -> list[Figure]:
    """Words where a line does not begin with the others: an office that was not open had no zero.

    ``why``: key of a panel -> the words where there is another reason for it.
    """
    notes = []
    for panel, (key, points) in enumerate(zip(grid.names, panels, strict=True)):
        known = [when for when, amount in points if amount is not None]
        begun = known[0] if known else grid.last
        if (begun - grid.first).days > LATE * max((grid.last - grid.first).days, 1):
            usual = words["not_open"] if known else words["no_figure"]
            text = (why or {}).get(key, usual)
            middle = grid.x(panel, grid.first + (begun - grid.first) / 2)
            notes.append(note(f"<i>{text}</i>", middle, grid.floor(panel) + BELOW + LINE_PART / 2))
    return notes


def year_notes(
    grid: Grid, when_said=lambda when, language: str(when.year), language: str = "en"
) -> list[Figure]:
    """First and last time under the lowest panel of each column."""
    notes = []
    for panel in range(max(0, len(grid.names) - grid.columns), len(grid.names)):
        for when, anchor in ((grid.first, "left"), (grid.last, "right")):
            place = {"xanchor": anchor, "yanchor": "top"}
            notes.append(
                note(when_said(when, language), grid.x(panel, when), grid.floor(panel) - 0.04, **place)
            )
    return notes
