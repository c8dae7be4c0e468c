"""A drawing for the screen laid out as a browser would at a width: in pixels, as one for paper is written."""

import re
import xml.etree.ElementTree as ET
from html import unescape

from dashboards.svg.figure import Drawing
from dashboards.svg.figure.drawing import PART
from dashboards.svg.figure.frame import frame_of

_DIV = re.compile(r'<div class="mw-chart" style="padding:0 ([\d.]+)px 0 ([\d.]+)px">(.*)</div>', re.DOTALL)
_THEMES = re.compile(r"light-dark\((#\w{6}), (#\w{6})\)")
_PAIR = re.compile(r"(-?[\d.]+),(-?[\d.]+)")
_BOX = re.compile(r"M(-?[\d.]+),(-?[\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+Z")


def laid_out(drawn: str, figure: dict, width: int, *, is_dark: bool = False) -> str:
    """The drawing at that width and in one theme; `figure` is asked for the areas of its axes alone."""
    right, left, inner = _DIV.fullmatch(drawn).groups()
    place = _Place(float(left), width - float(left) - float(right))
    root = ET.fromstring(_THEMES.sub(r"\2" if is_dark else r"\1", inner))
    assert root.get("width") == "100%"
    for group in root.findall("g[@data-trace]"):
        _lay_trace(group, place)
    for one in list(root.iter()):
        for name in ("x", "x1", "x2", "cx"):
            if one.get(name, "").endswith("%"):
                one.set(name, f"{place.pixels(one.get(name)) + float(one.get('dx', 0)):.2f}")
    frame = frame_of(figure, Drawing("figure", ({},)))
    for x in (key for key in frame.axes if key.startswith("x")):
        for y in (key for key in frame.axes if key.startswith("y")):
            root.append(_clip(x, y, frame, place))
    return ET.tostring(root, encoding="unicode")


class _Place:
    """Where the area between the margins is, in pixels."""

    def __init__(self, left: float, width: float):
        self.left, self.width = left, width

    def pixels(self, said: str | None) -> float:
        """A share of the place in pixels from the left of the page."""
        assert said.endswith("%"), "places across are shares"
        return self.left + float(said[:-1]) / 100 * self.width


def _lay_trace(group: ET.Element, place: _Place) -> None:
    """The shapes of a trace in pixels, its marks moved to theirs, titles in the place of what is told."""
    marks: list[ET.Element] = []
    for child in list(group):
        group.remove(child)
        if child.tag != "svg":
            marks.append(_titled(child) if child.tag != "circle" else _circle(child, place))
        elif child.get("viewBox"):
            marks += _shapes(child, place)
        else:
            (mark,) = child
            mark.set("transform", f"translate({place.pixels(child.get('x')):.2f} {child.get('y')})")
            marks.append(_titled(mark))
    group.extend(marks)


def _circle(one: ET.Element, place: _Place) -> ET.Element:
    mark = ET.Element("path", one.attrib)
    mark.set("transform", f"translate({place.pixels(one.get('cx')):.2f} {one.get('cy')})")
    return _titled(mark)


def _titled(mark: ET.Element) -> ET.Element:
    for said in _told(mark):
        ET.SubElement(mark, "title").text = said
    return mark


def _told(mark: ET.Element) -> list[str]:
    return unescape(mark.get("data-said")).split(PART) if mark.get("data-said") else []


def _shapes(area: ET.Element, place: _Place) -> list[ET.Element]:
    """What stretches: its own numbers run from side to side of the area."""
    left, top, width, height = map(float, area.get("viewBox").split())
    assert area.get("preserveAspectRatio") == "none" and float(area.get("y")) == top
    assert float(area.get("height")) == height, "nothing is stretched downwards"
    start, wide = place.pixels(area.get("x")), float(area.get("width")[:-1]) / 100 * place.width

    def across(number: str) -> float:
        return start + (float(number) - left) / width * wide

    found = []
    for one in area:
        inside = list(one) if one.tag == "g" else [one]
        for shape in inside:
            if shape.get("class") == "boxes":
                found += _boxes(shape, across)
            else:
                path = _PAIR.sub(lambda pair: f"{across(pair[1]):.2f},{pair[2]}", shape.get("d"))
                shape.set("d", path)
                found.append(_titled(shape))
    return found


def _boxes(shape: ET.Element, across) -> list[ET.Element]:
    boxes, told = _BOX.findall(shape.get("d")), _told(shape)
    assert _BOX.sub("", shape.get("d")) == "", "a box is written otherwise"
    assert len(told) in (0, len(boxes)), "each box is told of, or none"
    found = []
    for place, (x, y, wide, high) in enumerate(boxes):
        start = across(x)
        sides = {"x": start, "y": float(y), "width": across(float(x) + float(wide)) - start}
        rect = ET.Element("rect", {name: f"{side:.2f}" for name, side in sides.items()})
        rect.attrib |= {"height": high, "fill": shape.get("fill")}
        if told:
            ET.SubElement(rect, "title").text = told[place]
        found.append(rect)
    return found


def _clip(x: str, y: str, frame, place: _Place) -> ET.Element:
    (left, right), (bottom, top) = frame.span(x), frame.span(y)
    clip = ET.Element("clipPath", {"id": f"figure-{x}-{y}"})
    sides = (place.pixels(frame.x(left)), top, place.pixels(frame.x(right)), bottom)
    names = {
        "x": sides[0],
        "y": sides[1],
        "width": sides[2] - sides[0],
        "height": sides[3] - sides[1],
    }
    ET.SubElement(clip, "rect", {name: str(side) for name, side in names.items()})
    return clip
