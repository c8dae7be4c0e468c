"""What is drawn of axes: lines to read along, ticks, their words, and a line at zero."""

from collections.abc import Iterator

from dashboards.svg.figure.axes import Axis
from dashboards.svg.figure.elements import element
from dashboards.svg.figure.frame import Frame, beyond, size_of
from dashboards.svg.figure.words import LINE_HEIGHT, Ink, written

_BASELINE = 0.35  # of the size: from the middle of a line of words down to its baseline


def reading_lines(frame: Frame) -> str:
    """The quiet lines across the area, below all marks."""
    drawn = []
    for axis in _shown(frame):
        if axis.given.get("showgrid", not axis.is_across):
            drawn += [_across(frame, axis, tick.at, 1) for tick in frame.ticks[axis.key]]
        if _has_zero(axis):
            drawn.append(_across(frame, axis, 0, axis.given.get("zerolinewidth", 1)))
    return element("g", "".join(drawn), stroke=frame.drawing.colours["rule"]) if drawn else ""


def labels(frame: Frame) -> str:
    """Ticks and words of every axis that is seen."""
    return "".join(
        element("g", "".join(_labels(frame, axis)), class_=f"ticks-{axis.key}") for axis in _shown(frame)
    )


def _shown(frame: Frame) -> list[Axis]:
    return [axis for axis in frame.axes.values() if axis.is_visible and frame.ticks[axis.key]]


def _has_zero(axis: Axis) -> bool:
    is_wanted = axis.given.get("zeroline", not axis.is_across)
    return is_wanted and axis.kind == "linear" and axis.low <= 0 <= axis.high


def _beside(frame: Frame, axis: Axis) -> str:
    """The axis at which this one stands."""
    return axis.given.get("anchor", "y" if axis.is_across else "x")


def _across(frame: Frame, axis: Axis, at: float, width: float) -> str:
    """A line over the whole area at a number of the axis."""
    place, (start, end) = frame.at(axis.key, at), frame.span(_beside(frame, axis))
    if axis.is_across:
        return element("line", x1=place, x2=place, y1=start, y2=end, stroke_width=width)
    return element("line", x1=start, x2=end, y1=place, y2=place, stroke_width=width)


def _labels(frame: Frame, axis: Axis) -> Iterator[str]:
    edge = frame.span(_beside(frame, axis))[0]
    font = axis.given.get("tickfont", {})
    ink = Ink(size_of(axis), font.get("color", frame.drawing.colours["words"]), _anchor(axis))
    for tick in frame.ticks[axis.key]:
        place = frame.at(axis.key, tick.at)
        if axis.given.get("ticks"):
            yield _mark(frame, axis, place, edge)
        if not axis.given.get("showticklabels", True):
            continue
        if axis.is_across:
            x, y = place, edge + beyond(axis) + ink.size * (LINE_HEIGHT / 2 + _BASELINE) - 2
        else:
            x, y = edge - beyond(axis), place + _BASELINE * ink.size
        yield written(tick.said, x, y, ink, frame.drawing.colours)


def _anchor(axis: Axis) -> str:
    return "middle" if axis.is_across else "end"


def _mark(frame: Frame, axis: Axis, place: float, edge: float) -> str:
    """The small line from the axis towards its words."""
    length = axis.given.get("ticklen", 5)
    rule = frame.drawing.colours["rule"]
    if axis.is_across:
        return element("line", x1=place, x2=place, y1=edge, y2=edge + length, stroke=rule)
    return element("line", x1=edge - length, x2=edge, y1=place, y2=place, stroke=rule)
