"""Marks of a scatter trace: each a small shape around its point."""

from collections.abc import Mapping
from math import sqrt

from dashboards.svg.figure.elements import element, number, title
from dashboards.svg.figure.frame import Frame
from dashboards.svg.figure.lines import points


def markers(trace: Mapping, frame: Frame) -> str:
    """A mark per point that has both of its values."""
    return "".join(
        _mark(trace["marker"], place, (x, y), said, frame)
        for place, (x, y, said) in enumerate(points(trace, frame))
        if x is not None and y is not None
    )


def each(value: object, place: int) -> object:
    """The value of one mark, of a property that holds one for all or one for each."""
    return value[place] if isinstance(value, list | tuple) else value


def _mark(marker: Mapping, place: int, at: tuple[float, float], said: str, frame: Frame) -> str:
    symbol = each(marker.get("symbol", "circle"), place)
    edge = marker.get("line", {})
    paint = frame.drawing.paint
    colour = paint(each(marker.get("color"), place))
    is_thin = symbol in ("x-thin", "line-ew")
    is_open = symbol.endswith("-open")
    width = each(edge.get("width", 1 if is_open else 0), place)
    stroke = colour if is_open else paint(each(edge.get("color"), place))
    return element(
        "path",
        title(said),
        transform=f"translate({number(at[0])} {number(at[1])})",
        d=_shape(symbol.removesuffix("-open"), each(marker["size"], place) / 2),
        fill="none" if is_open or is_thin else colour,
        stroke=stroke if width else None,
        stroke_width=width or None,
    )


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
