"""Bars: beside each other, on top of each other, or each from its own base."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from dashboards.svg.figure import boxes
from dashboards.svg.figure.axes import Axis
from dashboards.svg.figure.frame import Frame
from dashboards.svg.figure.markers import each
from dashboards.svg.figure.numbers import hovered
from dashboards.svg.figure.words import Ink, written

_TEXT_SIZE = 12
_BESIDE = 3  # pixels between a bar and its number


@dataclass(frozen=True)
class _Bar:
    """One bar in numbers of its axes: from `low` to `high` along its length, around its middle across."""

    place: int
    start: float
    end: float
    low: float
    high: float


def bars(traces: list[Mapping], figure: Mapping, frame: Frame) -> Iterator[tuple[Mapping, str, str]]:
    """Each bar trace with its bars and the numbers beside them; `traces`: on one pair of axes, in order."""
    mode = figure["layout"].get("barmode", "group")
    ends = defaultdict(float) if mode in ("stack", "relative") else None
    width = _width(traces, frame) * (1 - figure["layout"].get("bargap", 0.2))
    each_width = width / len(traces) if mode == "group" else width
    for turn, trace in enumerate(traces):
        shift = -width / 2 + each_width * turn if mode == "group" else -width / 2
        found = list(
            _placed(trace, frame, ends if mode in ("stack", "relative") else None, shift, each_width)
        )
        placed = [_box(bar, trace, frame) for bar in found]
        numbers = (_number(trace, bar.place, box, frame) for bar, box in zip(found, placed, strict=True))
        yield trace, boxes.drawn(placed, frame), "".join(numbers)


def _axes(trace: Mapping, frame: Frame) -> tuple[Axis, Axis]:
    """The axis along the length of the bars, and the one across."""
    x, y = frame.axes[trace.get("xaxis", "x")], frame.axes[trace.get("yaxis", "y")]
    return (x, y) if trace.get("orientation", "v") == "h" else (y, x)


def _width(traces: list[Mapping], frame: Frame) -> float:
    """The room of a bar: the least distance between two of them."""
    places = set()
    for trace in traces:
        _, across = _axes(trace, frame)
        places |= {across.number(value) for value in trace[across.key[0]]}
    steps = [later - earlier for earlier, later in pairwise(sorted(places - {None}))]
    return min(steps, default=1.0)


def _placed(trace: Mapping, frame: Frame, ends: dict | None, shift: float, width: float) -> Iterator[_Bar]:
    """The bars of a trace; `ends` is how far those below them reach, by place and side of zero."""
    along, across = _axes(trace, frame)
    values, places = trace[along.key[0]], trace[across.key[0]]
    for place, (length, where) in enumerate(zip(values, places, strict=True)):
        at = across.number(where)
        if length is None or at is None:
            continue
        start = float(each(trace.get("base", 0), place))
        if ends is not None:
            start = ends[at, length < 0]
            ends[at, length < 0] += length
        yield _Bar(place, start, start + length, at + shift, at + shift + width)


def _box(bar: _Bar, trace: Mapping, frame: Frame) -> boxes.Box:
    along, across = _axes(trace, frame)
    lengths = sorted(frame.at(along.key, end) for end in (bar.start, bar.end))
    sides = sorted(frame.at(across.key, side) for side in (bar.low, bar.high))
    (left, right), (top, bottom) = (lengths, sides) if along.is_across else (sides, lengths)
    marker, place = trace["marker"], bar.place
    edge = marker.get("line", {})
    width, opacity = each(edge.get("width", 0), place), each(marker.get("opacity", 1), place)
    paint = boxes.Paint(
        fill=frame.drawing.paint(each(marker["color"], place)),
        fill_opacity=None if opacity == 1 else opacity,
        stroke=frame.drawing.paint(each(edge.get("color"), place)) if width else None,
        stroke_width=width or None,
    )
    return boxes.Box(left, right, top, bottom, paint, _said(trace, place, frame))


def _said(trace: Mapping, place: int, frame: Frame) -> str:
    names = ("x", "y", "text", "customdata")
    point = {name: trace[name][place] for name in names if trace.get(name) is not None}
    return hovered(trace, point, frame.separators)


def _number(trace: Mapping, place: int, box: boxes.Box, frame: Frame) -> str:
    """The number at the end of a bar."""
    if trace.get("text") is None:
        return ""
    ink = Ink(_TEXT_SIZE, frame.drawing.colours["words"])
    if trace.get("orientation", "v") == "h":
        x, y = frame.beside(box.right, _BESIDE), (box.top + box.bottom) / 2 + 0.35 * _TEXT_SIZE
    else:
        x, y = frame.beside((box.left + box.right) / 2), box.top - _BESIDE
        ink = Ink(_TEXT_SIZE, ink.colour, "middle")
    return written(str(trace["text"][place]), x, y, ink, frame.drawing.colours)
