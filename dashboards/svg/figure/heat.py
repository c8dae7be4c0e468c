"""Heat maps: a cell per value in the colour of a scale, and the scale above them."""

from collections.abc import Mapping, Sequence
from functools import cache, partial
from itertools import pairwise

from dashboards.svg.figure import boxes
from dashboards.svg.figure.elements import element
from dashboards.svg.figure.frame import Frame
from dashboards.svg.figure.numbers import hovered
from dashboards.svg.figure.vocabulary import UnknownInFigureError
from dashboards.svg.figure.words import LINE_HEIGHT, Ink, written

_SIZE, _APART = 12, 10  # pixels: of the words of the scale, and between the scale and the cells
# Colours of a scale on a screen, where cells of one colour are drawn as one: more than an eye tells apart.
_STEPS = 100


def heat(trace: Mapping, frame: Frame) -> str:
    """A cell per known value; where there is none, nothing is drawn."""
    x_key, y_key = trace.get("xaxis", "x"), trace.get("yaxis", "y")
    columns = _edges([frame.axes[x_key].number(value) for value in trace["x"]])
    rows = _edges([frame.axes[y_key].number(value) for value in trace["y"]])
    if frame.drawing.is_stretched and trace.get("xgap", 0):
        raise UnknownInFigureError("no gap of pixels can be drawn where places across are shares")
    cells, mixed = [], cache(partial(_mixed, trace, frame))
    for row, values in enumerate(trace["z"]):
        for column, value in enumerate(values):
            if value is not None:
                point = {"x": trace["x"][column], "y": trace["y"][row], "z": value}
                across = [frame.at(x_key, edge) for edge in columns[column]]
                down = [frame.at(y_key, edge) for edge in rows[row]]
                share = _share(value, trace, frame)
                paint = boxes.Paint(mixed(share))
                said = hovered(trace, point, frame.separators)
                cells.append(_cell(trace, sorted(across), sorted(down), paint, said))
    return element("g", boxes.drawn(cells, frame), shape_rendering="crispEdges")


def scale(trace: Mapping, frame: Frame, place: int) -> str:
    """The colours from the lowest to the highest value, and what they stand for, above the area."""
    bar = trace["colorbar"]
    width = bar["len"] * (frame.right - frame.left)
    words_high = LINE_HEIGHT * _SIZE
    top = frame.top - _APART - words_high - bar["thickness"]
    name = f"{frame.drawing.name}-scale-{place}"
    stops = "".join(
        element("stop", offset=float(share), stop_color=frame.drawing.paint(colour))
        for share, colour in trace["colorscale"]
    )
    ends = trace["zmin"], trace["zmax"]
    ink = Ink(_SIZE, frame.drawing.colours["words"], "middle")
    said = []
    for value, words in zip(bar["tickvals"], bar["ticktext"], strict=True):
        share = (value - ends[0]) / (ends[1] - ends[0])
        ink = Ink(_SIZE, ink.colour, "start" if share <= 0 else "end" if share >= 1 else "middle")
        x, y = frame.beside(frame.left + share * width), top + bar["thickness"] + _SIZE + 2
        said.append(written(words, x, y, ink, frame.drawing.colours))
    drawn = element(
        "rect",
        x=frame.x(float(frame.left)),
        y=top,
        width=frame.x(width),
        height=bar["thickness"],
        fill=f"url(#{name})",
    )
    return f"{element('linearGradient', stops, id=name)}{drawn}{''.join(said)}"


def colour_at(colours: Sequence[tuple[float, str]], share: float) -> str:
    """The colour of a scale at a share of it, 0 to 1, mixed of the two beside it."""
    share = min(max(share, 0), 1)
    for (low, below), (high, above) in pairwise(colours):
        if share <= high:
            part = (share - low) / ((high - low) or 1)
            mixed = (
                round(own + part * (other - own))
                for own, other in zip(_parts(below), _parts(above), strict=True)
            )
            return "#" + "".join(f"{one:02X}" for one in mixed)
    return colours[-1][1]


def _share(value: float, trace: Mapping, frame: Frame) -> float:
    """Where a value lies on the scale: 0 to 1, or beyond."""
    share = (value - trace["zmin"]) / (trace["zmax"] - trace["zmin"])
    return round(share * _STEPS) / _STEPS if frame.drawing.is_stretched else share


def _cell(trace: Mapping, across: list[float], down: list[float], paint: boxes.Paint, said: str) -> boxes.Box:
    x_gap, y_gap = trace.get("xgap", 0), trace.get("ygap", 0)
    left, right = across[0] + x_gap / 2, across[1] - x_gap / 2
    return boxes.Box(left, right, down[0] + y_gap / 2, down[1] - y_gap / 2, paint, said)


def _mixed(trace: Mapping, frame: Frame, share: float) -> str:
    """The colour of the scale at a share of it, in every theme."""
    return frame.drawing.of_themes(
        [
            colour_at([(place, theme.get(colour, colour)) for place, colour in trace["colorscale"]], share)
            for theme in frame.drawing.themes
        ]
    )


def _edges(middles: Sequence[float]) -> list[tuple[float, float]]:
    """Both edges of each cell: half way to the cells beside it, and as far beyond the outermost."""
    if len(middles) < 2:
        return [(middle - 0.5, middle + 0.5) for middle in middles]
    between = [(one + other) / 2 for one, other in pairwise(middles)]
    first, last = 2 * middles[0] - between[0], 2 * middles[-1] - between[-1]
    return list(pairwise([first, *between, last]))


def _parts(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
