"""Lines and filled areas of a scatter trace, broken where a value is missing."""

from collections.abc import Iterator, Mapping

from dashboards.svg.figure.elements import element, number, title
from dashboards.svg.figure.frame import Frame
from dashboards.svg.figure.numbers import hovered

# In widths of the line, of which a thin one counts as three pixels.
_DASHES = {"solid": (), "dot": (1, 1), "dash": (3, 3), "dashdot": (3, 1, 1, 1)}
_LEAST = 3
_REACH = 5  # pixels around a point in which the pointer is told of it
Point = tuple[float, float]


def dashes(line: Mapping) -> str | None:
    """The dashes of a line as SVG has them; None for a solid one."""
    width = max(line.get("width", 2), _LEAST)
    found = _DASHES[line.get("dash") or "solid"]
    return " ".join(number(part * width) for part in found) or None


def area(trace: Mapping, frame: Frame) -> str:
    """The shape that the points of a trace go round."""
    if trace.get("fill") != "toself":
        return ""
    drawn = "".join(f"{_path(run)}Z" for run in _runs(trace, frame) if len(run) > 1)
    colour = frame.drawing.paint(trace["fillcolor"])
    return element("path", d=drawn, fill=colour, class_="area") if drawn else ""


def line(trace: Mapping, frame: Frame) -> str:
    """The line through the points; one that stands alone between gaps is a dot."""
    given = trace.get("line", {})
    width = given.get("width", 2)
    runs, told = _runs(trace, frame), _told(trace, frame)
    if not runs or not (width or told):
        return ""
    drawn = "".join(_path(run) if len(run) > 1 else f"{_path(run)}h0" for run in runs)
    return element(
        "path",
        class_="line",
        d=drawn,
        fill="none",
        stroke=frame.drawing.paint(given.get("color")) if width else None,
        stroke_width=width or None,
        stroke_dasharray=dashes(given),
        stroke_linejoin="round",
        stroke_linecap="butt" if given.get("dash") else "round",
        **told,
    )


def _told(trace: Mapping, frame: Frame) -> dict[str, str]:
    """What the pointer is told of each point of a line, where no element of its own tells it."""
    if not frame.drawing.is_stretched or "markers" in trace["mode"]:
        return {}
    said = [words for is_known, words in _said(trace, frame) if is_known]
    return frame.drawing.told_in_turn(said)


def pointed(trace: Mapping, frame: Frame) -> str:
    """Places that tell the pointer of each point of a line; nothing where the chart says nothing."""
    if frame.drawing.is_stretched:
        return ""
    told = "".join(
        element("circle", title(said), cx=x, cy=y, r=_REACH)
        for x, y, said in points(trace, frame)
        if x is not None and y is not None and said
    )
    return element("g", told, class_="told", fill="none", pointer_events="all") if told else ""


def points(trace: Mapping, frame: Frame) -> Iterator[tuple[float | None, float | None, str]]:
    """Where each point lies in pixels, and what is said of it."""
    said = (words for _, words in _said(trace, frame))
    return zip(*_places(trace, frame), said, strict=True)


def _places(trace: Mapping, frame: Frame) -> tuple[list[float | None], list[float | None]]:
    """Pixels of each point from the left, and from the top."""
    keys = trace.get("xaxis", "x"), trace.get("yaxis", "y")
    return frame.places(keys[0], trace["x"]), frame.places(keys[1], trace["y"])


def _said(trace: Mapping, frame: Frame) -> Iterator[tuple[bool, str]]:
    """Of each point whether it has both of its values, and what is said of it."""
    said = {name: trace[name] for name in ("text", "customdata") if trace.get(name) is not None}
    for place, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        if x is None or y is None:
            yield False, ""
        else:
            point = {"x": x, "y": y} | {name: values[place] for name, values in said.items()}
            yield True, hovered(trace, point, frame.separators)


def _runs(trace: Mapping, frame: Frame) -> list[list[Point]]:
    """The points between gaps."""
    runs: list[list[Point]] = [[]]
    for across, down in zip(*_places(trace, frame), strict=True):
        if across is None or down is None:
            runs.append([])
        else:
            runs[-1].append((across, down))
    return [run for run in runs if run]


def _path(run: list[Point]) -> str:
    return "M" + "L".join(f"{number(x)},{number(y)}" for x, y in run)
