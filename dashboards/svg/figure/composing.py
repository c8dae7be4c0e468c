"""A figure put together: what lies under what, and which marks end at the edge of the area."""

from collections import defaultdict
from collections.abc import Mapping
from html import escape

from dashboards.svg.figure import bars, heat, lines, markers, notes, rulers
from dashboards.svg.figure.elements import element, number
from dashboards.svg.figure.frame import Drawing, Frame, frame_of
from dashboards.svg.figure.vocabulary import check


def svg_of(figure: Mapping, drawing: Drawing, alternative: str) -> str:
    """The figure as an element `svg`, `drawing.width` pixels wide or as narrow as its place is.

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
    return (
        f'<svg class="mw-figure" role="img" aria-label="{escape(alternative)}" '
        f'viewBox="0 0 {number(frame.width)} {number(frame.height)}" width="{number(frame.width)}" '
        f'height="{number(frame.height)}">{inner}</svg>'
    )


def _traces(figure: Mapping, frame: Frame) -> str:
    """Cells first, bars over them, lines and marks on top; each kind in the order of the figure."""
    drawn = {"heatmap": [], "bar": [], "scatter": []}
    by_axes = defaultdict(list)
    for trace in figure["data"]:
        if trace["type"] == "bar":
            by_axes[trace.get("xaxis", "x"), trace.get("yaxis", "y")].append(trace)
    of_bars = {
        id(trace): found for traces in by_axes.values() for trace, found in bars.bars(traces, figure, frame)
    }
    scales = []
    for place, trace in enumerate(figure["data"]):
        kind = trace["type"]
        if kind == "heatmap":
            marks = heat.heat(trace, frame)
            scales.append(heat.scale(trace, frame, place))
        else:
            marks = of_bars[id(trace)] if kind == "bar" else _scatter(trace, frame)
        drawn[kind].append(_group(trace, place, marks, frame))
    clips = "".join(_clip(*axes, frame) for axes in sorted(_pairs(figure)))
    return "".join([clips, *drawn["heatmap"], *drawn["bar"], *drawn["scatter"], *scales])


def _scatter(trace: Mapping, frame: Frame) -> str:
    mode = trace["mode"]
    is_line = "lines" in mode
    is_told = is_line and "markers" not in mode
    return "".join(
        (
            lines.area(trace, frame),
            lines.line(trace, frame) if is_line else "",
            markers.markers(trace, frame) if "markers" in mode else "",
            lines.pointed(trace, frame) if is_told else "",
        )
    )


def _group(trace: Mapping, place: int, marks: str, frame: Frame) -> str:
    axes = trace.get("xaxis", "x"), trace.get("yaxis", "y")
    is_cut = trace.get("cliponaxis", True)
    return element(
        "g",
        marks,
        data_trace=place,
        opacity=trace.get("opacity"),
        clip_path=f"url(#{_clip_name(*axes, frame)})" if is_cut else None,
    )


def _pairs(figure: Mapping) -> set[tuple[str, str]]:
    return {(trace.get("xaxis", "x"), trace.get("yaxis", "y")) for trace in figure["data"]}


def _clip_name(x_key: str, y_key: str, frame: Frame) -> str:
    return f"{frame.drawing.name}-{x_key}-{y_key}"


def _clip(x_key: str, y_key: str, frame: Frame) -> str:
    """The area of two axes, at whose edge marks end."""
    (left, right), (bottom, top) = frame.span(x_key), frame.span(y_key)
    area = element("rect", x=left, y=top, width=right - left, height=bottom - top)
    return element("clipPath", area, id=_clip_name(x_key, y_key, frame))
