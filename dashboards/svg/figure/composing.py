"""A figure put together: what lies under what, and which marks end at the edge of the area."""

from collections import defaultdict
from collections.abc import Mapping
from html import escape

from dashboards.svg.figure import bars, heat, lines, markers, notes, rulers
from dashboards.svg.figure.drawing import Drawing
from dashboards.svg.figure.elements import element, number
from dashboards.svg.figure.frame import Frame, frame_of
from dashboards.svg.figure.vocabulary import check


def svg_of(figure: Mapping, drawing: Drawing, alternative: str) -> str:
    """The figure as an element `svg`, `drawing.width` pixels wide or as narrow as its place is.

    Without a width it comes in an element `div` that holds its margins, and is as wide as its place.
    `alternative` says in words what is seen. Raises UnknownInFigureError for what cannot be drawn.
    """
    check(figure)
    frame = frame_of(figure, drawing)
    inner = "".join(
        (
            rulers.reading_lines(frame),
            notes.shapes(figure, frame, "below"),
            _traces(figure, frame),
            rulers.labels(frame),
            notes.shapes(figure, frame, "above"),
            notes.notes(figure, frame),
        )
    )
    opened = f'<svg class="mw-figure" role="img" aria-label="{escape(alternative)}"'
    height = number(frame.height)
    if drawing.is_stretched:
        left, right = map(number, frame.margins)
        return (
            f'<div class="mw-chart" style="padding:0 {right}px 0 {left}px">'
            f'{opened} width="100%" height="{height}">{inner}</svg></div>'
        )
    width = number(frame.width)
    return f'{opened} viewBox="0 0 {width} {height}" width="{width}" height="{height}">{inner}</svg>'


def _traces(figure: Mapping, frame: Frame) -> str:
    """Cells first, bars over them, lines and marks on top; each kind in the order of the figure."""
    drawn = {"heatmap": [], "bar": [], "scatter": []}
    by_axes = defaultdict(list)
    for trace in figure["data"]:
        if trace["type"] == "bar":
            by_axes[_axes(trace)].append(trace)
    of_bars = {
        id(trace): (found, numbers)
        for traces in by_axes.values()
        for trace, found, numbers in bars.bars(traces, figure, frame)
    }
    scales = []
    for place, trace in enumerate(figure["data"]):
        kind = trace["type"]
        if kind == "heatmap":
            shapes, marks = heat.heat(trace, frame), ""
            scales.append(heat.scale(trace, frame, place))
        else:
            shapes, marks = of_bars[id(trace)] if kind == "bar" else _scatter(trace, frame)
        drawn[kind].append(_group(trace, place, shapes, marks, frame))
    # A place on a screen cuts by itself.
    clips = "" if frame.drawing.is_stretched else "".join(_clip(*axes, frame) for axes in _pairs(figure))
    return "".join([clips, *drawn["heatmap"], *drawn["bar"], *drawn["scatter"], *scales])


def _scatter(trace: Mapping, frame: Frame) -> tuple[str, str]:
    """What stretches with the place, and what does not."""
    mode = trace["mode"]
    is_line = "lines" in mode
    is_told = is_line and "markers" not in mode
    return (
        lines.area(trace, frame) + (lines.line(trace, frame) if is_line else ""),
        (markers.markers(trace, frame) if "markers" in mode else "")
        + (lines.pointed(trace, frame) if is_told else ""),
    )


def _group(trace: Mapping, place: int, shapes: str, marks: str, frame: Frame) -> str:
    is_cut = trace.get("cliponaxis", True)
    inner, cut = shapes + marks, None
    if frame.drawing.is_stretched:
        inner = _stretched(_axes(trace), shapes, frame, is_cut=is_cut) + marks
    elif is_cut:
        cut = f"url(#{_clip_name(*_axes(trace), frame)})"
    return element("g", inner, data_trace=place, opacity=trace.get("opacity"), clip_path=cut)


def _stretched(axes: tuple[str, str], shapes: str, frame: Frame, *, is_cut: bool) -> str:
    """Shapes that are as wide as their place, cut at the edge of the area of two axes."""
    if not shapes:
        return ""
    left, top, width, height = _area(*axes, frame)
    return element(
        "svg",
        shapes,
        x=frame.x(left),
        y=top,
        width=frame.x(width),
        height=height,
        viewBox=" ".join(map(number, (left, top, width, height))),
        preserveAspectRatio="none",
        overflow=None if is_cut else "visible",
    )


def _axes(trace: Mapping) -> tuple[str, str]:
    return trace.get("xaxis", "x"), trace.get("yaxis", "y")


def _pairs(figure: Mapping) -> list[tuple[str, str]]:
    return sorted({_axes(trace) for trace in figure["data"]})


def _area(x_key: str, y_key: str, frame: Frame) -> tuple[float, float, float, float]:
    """Left, top, width and height of the area of two axes."""
    (left, right), (bottom, top) = frame.span(x_key), frame.span(y_key)
    return float(left), float(top), float(right - left), float(bottom - top)


def _clip_name(x_key: str, y_key: str, frame: Frame) -> str:
    return f"{frame.drawing.name}-{x_key}-{y_key}"


def _clip(x_key: str, y_key: str, frame: Frame) -> str:
    """The area of two axes, at whose edge marks end."""
    left, top, width, height = _area(x_key, y_key, frame)
    area = element("rect", x=left, y=top, width=width, height=height)
    return element("clipPath", area, id=_clip_name(x_key, y_key, frame))
