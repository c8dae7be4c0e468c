"""Bands in groups under each other, each under its heading and on a scale of its own."""

from dataclasses import dataclass, replace

import polars as pl

from dashboards.charts import palette
from dashboards.charts.bands import ROW_HEIGHT, percentage_bands
from dashboards.charts.style import SMALL, Figure, Look, note

BETWEEN = 78  # pixels from one group to the next: the scale of the one, the heading of the other
ABOVE = 52  # pixels over the first: its heading and the words at 100 %
BELOW = 30  # pixels under the last: its scale


@dataclass(frozen=True)
class _Group:
    """The bands of one group as a figure of their own, and the axes and height that they get in the whole.

    `axis` is the number of its axes as Plotly counts them: empty, 2, 3; `domain` from bottom to top, 0..1.
    """

    heading: str
    drawn: Figure
    axis: str
    domain: list[float]

    @property
    def traces(self) -> list[Figure]:
        return [trace | {"xaxis": f"x{self.axis}", "yaxis": f"y{self.axis}"} for trace in self.drawn["data"]]

    @property
    def notes(self) -> list[Figure]:
        return [*map(self._moved, self.drawn["layout"]["annotations"]), self._heading_note()]

    @property
    def shapes(self) -> list[Figure]:
        height = {"xref": f"x{self.axis}", "y0": self.domain[0], "y1": self.domain[1]}
        return [shape | height for shape in self.drawn["layout"]["shapes"]]

    @property
    def axes(self) -> Figure:
        layout = self.drawn["layout"]
        return {
            f"xaxis{self.axis}": layout["xaxis"] | {"anchor": f"y{self.axis}"},
            f"yaxis{self.axis}": layout["yaxis"] | {"anchor": f"x{self.axis}", "domain": self.domain},
        }

    def _moved(self, mark: Figure) -> Figure:
        """A note of the group where the group is drawn; notes about the whole figure stay where they are."""
        if mark.get("yref") != "paper":
            return mark | {"yref": f"y{self.axis}"}
        return mark if "xref" in mark else mark | {"xref": f"x{self.axis}", "y": self.domain[1]}

    def _heading_note(self) -> Figure:
        anchor = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom", "yshift": 16}
        font = {"size": SMALL, "color": palette.INK}
        return note(f"<b>{self.heading}</b>", 0, self.domain[1], **anchor, font=font)


def grouped_bands(groups: dict[str, pl.DataFrame], look: Look, words: dict[str, str]) -> Figure:
    """Per heading, in the order given, the bands of its frame as `percentage_bands` draws them.

    A group that lies far from 100 % has a scale without it: on one scale the middle would be empty.
    """
    heights = [_height(frame) for frame in groups.values()]
    drawn = _drawn(groups, look, words)
    parts = [
        _Group(heading, figure, "" if number == 1 else str(number), domain)
        for number, (heading, figure, domain) in enumerate(
            zip(groups, drawn, _domains(heights), strict=True), start=1
        )
    ]
    layout = drawn[0]["layout"] | {
        "height": _total(heights) + ABOVE + BELOW,
        "margin": drawn[0]["layout"]["margin"] | {"t": ABOVE},
        "annotations": [mark for part in parts for mark in part.notes],
        "shapes": [shape for part in parts for shape in part.shapes],
    }
    for part in parts:
        layout |= part.axes
    return {"data": [trace for part in parts for trace in part.traces], "layout": layout}


def _drawn(groups: dict[str, pl.DataFrame], look: Look, words: dict[str, str]) -> list[Figure]:
    """Each group as a figure; the word "synthetic" is in the first alone."""
    looks = [look] + [replace(look, synthetic_word="")] * (len(groups) - 1)
    return [
        percentage_bands(frame, of_group, words, holds_100=False)
        for frame, of_group in zip(groups.values(), looks, strict=True)
    ]


def _height(frame: pl.DataFrame) -> int:
    return ROW_HEIGHT * max(frame.drop_nulls("mid_pct")["name"].n_unique(), 1)


def _total(heights: list[int]) -> int:
    return sum(heights) + BETWEEN * (len(heights) - 1)


def _domains(heights: list[int]) -> list[list[float]]:
    """The part of the figure's height that each group has, the first at the top."""
    total = _total(heights)
    tops = [total - sum(heights[:above]) - BETWEEN * above for above in range(len(heights))]
    return [
        [max(0.0, (top - height) / total), top / total] for top, height in zip(tops, heights, strict=True)
    ]
