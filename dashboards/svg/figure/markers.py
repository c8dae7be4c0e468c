"""Marks of a scatter trace: each a small shape around its point."""

from collections.abc import Mapping
from math import sqrt

from dashboards.svg.figure.elements import element, number
from dashboards.svg.figure.frame import Frame, at_place
from dashboards.svg.figure.lines import points


def markers(trace: Mapping, frame: Frame) -> str:
    """A mark per point that has both of its values."""
    return "".join(
        _mark(trace["marker"], place, (x, y), said, frame)
        for place, (x, y, said) in enumerate(points(trace, frame))
        if x is not None and y is not None and _is_inside(trace, (x, y), frame)
    )


def each(value: object, place: int) -> object:
    """The value of one mark, of a property that holds one for all or one for each."""
    return value[place] if isinstance(value, list | tuple) else value


def _is_inside(trace: Mapping, at: tuple[float, float], frame: Frame) -> bool:
    """Whether a mark is seen: on a screen nothing cuts it at the edge of its axes, so its middle decides."""
    if not frame.drawing.is_stretched or not trace.get("cliponaxis", True):
        return True
    spans = (frame.span(trace.get(f"{letter}axis", letter)) for letter in "xy")
    return all(min(span) <= place <= max(span) for span, place in zip(spans, at, strict=True))


def _mark(marker: Mapping, place: int, at: tuple[float, float], said: str, frame: Frame) -> str:
    symbol = each(marker.get("symbol", "circle"), place)
    edge = marker.get("line", {})
    paint = frame.drawing.paint
    colour = paint(each(marker.get("color"), place))
    is_thin = symbol in ("x-thin", "line-ew")
    is_open = symbol.endswith("-open")
    width = each(edge.get("width", 1 if is_open else 0), place)
    stroke = colour if is_open else paint(each(edge.get("color"), place))
    inside, told = frame.drawing.told(said)
    painted = {
        "fill": "none" if is_open or is_thin else colour,
        "stroke": stroke if width else None,
        "stroke_width": width or None,
    }
    shape, radius = symbol.removesuffix("-open"), each(marker["size"], place) / 2
    if frame.drawing.is_stretched and shape == "circle":
        return element("circle", cx=frame.x(at[0]), cy=float(at[1]), r=float(radius), **painted, **told)
    return at_place(frame, at, "path", inside, d=_shape(shape, radius), **painted, **told)


def _shape(symbol: str, radius: float) -> str:
    """The outline of a mark around the origin, as large to the eye as the others of its radius."""
    r = number(radius)
    if symbol == "circle":
        return f"M-{r},0a{r},{r} 0 1 0 {number(2 * radius)},0a{r},{r} 0 1 0 -{number(2 * radius)},0Z"
    if symbol == "square":
        return f"M-{r},-{r}H{r}V{r}H-{r}Z"
    if symbol == "diamond":
        reach = number(1.3 * radius)
        return f"M{reach},0L0,{reach}L-{reach},0L0,-{reach}Z"
    if symbol == "triangle-up":
        side, half = number(2 * radius / sqrt(3)), number(radius / 2)
        return f"M-{side},{half}H{side}L0,-{r}Z"
    if symbol == "x-thin":
        return f"M{r},{r}L-{r},-{r}M{r},-{r}L-{r},{r}"
    return f"M{r},0H-{r}"
