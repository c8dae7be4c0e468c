"""Boxes, which bars and the cells of a heat map are: each an element of its own, or all of a colour as one.

On a screen there may be thousands of cells, and what a browser takes long over is the number of elements.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dashboards.svg.figure.elements import element, number
from dashboards.svg.figure.frame import Frame


@dataclass(frozen=True)
class Paint:
    """How a box is filled and edged, as attributes of SVG; None is left out."""

    fill: str | None
    fill_opacity: float | None = None
    stroke: str | None = None
    stroke_width: float | None = None


@dataclass(frozen=True)
class Box:
    """A box in places of a frame, its paint, and what the pointer is told of it."""

    left: float
    right: float
    top: float
    bottom: float
    paint: Paint
    said: str


def drawn(boxes: Iterable[Box], frame: Frame) -> str:
    """The boxes as SVG."""
    if not frame.drawing.is_stretched:
        return "".join(_one(box, frame) for box in boxes)
    by_paint: dict[Paint, list[Box]] = defaultdict(list)
    for box in boxes:
        by_paint[box.paint].append(box)
    return "".join(_as_one(paint, alike, frame) for paint, alike in by_paint.items())


def _one(box: Box, frame: Frame) -> str:
    return element(
        "rect",
        frame.drawing.told(box.said)[0],
        x=box.left,
        y=box.top,
        width=box.right - box.left,
        height=box.bottom - box.top,
        **vars(box.paint),
    )


def _as_one(paint: Paint, boxes: list[Box], frame: Frame) -> str:
    said = frame.drawing.told_in_turn([box.said for box in boxes])
    return element("path", class_="boxes", d="".join(map(_path, boxes)), **vars(paint), **said)


def _path(box: Box) -> str:
    width = number(box.right - box.left)
    return f"M{number(box.left)},{number(box.top)}h{width}v{number(box.bottom - box.top)}h-{width}Z"
