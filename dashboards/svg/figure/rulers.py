"""What is drawn of axes: lines to read along, ticks, their words, and a line at zero."""

from collections.abc import Iterator

from dashboards.svg.figure.axes import Axis
from dashboards.svg.figure.elements import element
from dashboards.svg.figure.frame import Frame, at_place, beyond, size_of
from dashboards.svg.figure.ticks import Tick
from dashboards.svg.figure.words import LINE_HEIGHT, Ink, width_of, written

# Pixels between the margins below which the words of a tick may be left out; the styles of the screen have a
# rule for each.
SPARE_BELOW = tuple(range(60, 661, 40))
_APART = 6  # pixels between the words of two ticks
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
        x = frame.x(place)
        return element("line", x1=x, x2=x, y1=start, y2=end, stroke_width=width)
    return element("line", x1=frame.x(start), x2=frame.x(end), y1=place, y2=place, stroke_width=width)


def _labels(frame: Frame, axis: Axis) -> Iterator[str]:
    edge = frame.span(_beside(frame, axis))[0]
    font = axis.given.get("tickfont", {})
    ink = Ink(size_of(axis), font.get("color", frame.drawing.colours["words"]), _anchor(axis))
    spare = _spare(frame, axis) if axis.is_across and frame.drawing.is_stretched else {}
    for tick in frame.ticks[axis.key]:
        place = frame.at(axis.key, tick.at)
        if axis.given.get("ticks"):
            yield _mark(frame, axis, place, edge)
        if not axis.given.get("showticklabels", True):
            continue
        if axis.is_across:
            x, y = frame.beside(place), edge + beyond(axis) + ink.size * (LINE_HEIGHT / 2 + _BASELINE) - 2
        else:
            x, y = frame.beside(edge, -beyond(axis)), place + _BASELINE * ink.size
        yield written(tick.said, x, y, ink, frame.drawing.colours, class_=spare.get(tick))


def _spare(frame: Frame, axis: Axis) -> dict[Tick, str]:
    """The ticks whose words a narrow place leaves out: every second, then every fourth, and so on.

    The class says how many pixels between the margins it takes to show them: see `SPARE_BELOW`.
    """
    ticks, spare = frame.ticks[axis.key], {}
    for position, tick in enumerate(ticks[1:], start=1):
        step = position & -position  # the largest power of two in it
        together = ticks[::step]
        widest = max(width_of(one.said, size_of(axis)) for one in together) * frame.drawing.letters
        needed = (widest + _APART) * len(together)
        spare[tick] = f"mw-from-{next((one for one in SPARE_BELOW if one >= needed), SPARE_BELOW[-1])}"
    return spare


def _anchor(axis: Axis) -> str:
    return "middle" if axis.is_across else "end"


def _mark(frame: Frame, axis: Axis, place: float, edge: float) -> str:
    """The small line from the axis towards its words."""
    length = axis.given.get("ticklen", 5)
    rule = frame.drawing.colours["rule"]
    if axis.is_across:
        x = frame.x(place)
        return element("line", x1=x, x2=x, y1=edge, y2=edge + length, stroke=rule)
    return at_place(frame, (edge, place), "line", x1=-length, x2=0, y1=0, y2=0, stroke=rule)
