"""Notes and lines that are laid over a figure or under it."""

from collections.abc import Iterator, Mapping, Sequence
from math import cos, radians, sin

from dashboards.svg.figure.elements import element, number
from dashboards.svg.figure.frame import Frame, at_place
from dashboards.svg.figure.lines import dashes
from dashboards.svg.figure.words import Ink, height_of, width_of, written

_SIZE = 12  # of words, unless the note has its own
_EDGE = 2  # pixels around the words of a note
_BEFORE = {"left": 0.0, "center": 0.5, "right": 1.0}
_ABOVE = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_NEAR = 0.5  # pixels by which a value may lie beyond the end of its axis
_DOWN = 0.22  # of the size: what reaches below the baseline


def notes(figure: Mapping, frame: Frame) -> str:
    """Every note, in order, but those of a value that lies beyond its axis."""
    found = figure["layout"].get("annotations", ())
    return "".join(_note(one, frame) for one in found if _is_within(one, frame, {"x": ["x"], "y": ["y"]}))


def shapes(figure: Mapping, frame: Frame, layer: str) -> str:
    """The lines that lie `below` the marks, or `above` them, but those that lie beyond their axes."""
    return "".join(
        _shape(one, frame)
        for one in figure["layout"].get("shapes", ())
        if one.get("layer", "above") == layer
        and _is_within(one, frame, {"x": ["x0", "x1"], "y": ["y0", "y1"]})
    )


def _is_within(one: Mapping, frame: Frame, names: Mapping[str, Sequence[str]]) -> bool:
    """Whether of each axis at least one value lies on it; places on the paper always do."""
    for letter, ends in names.items():
        reference = _reference(one, letter)
        if reference.endswith(":paper"):
            continue
        start, end = sorted(frame.span(reference))
        if not any(start - _NEAR <= frame.referred(reference, one[name]) <= end + _NEAR for name in ends):
            return False
    return True


def _shape(shape: Mapping, frame: Frame) -> str:
    line = shape["line"]
    ends = {
        f"{letter}{end}": frame.referred(_reference(shape, letter), shape[f"{letter}{end - 1}"])
        for letter in "xy"
        for end in (1, 2)
    }
    ends |= {name: frame.x(ends[name]) for name in ("x1", "x2")}
    return element(
        "line",
        class_="shape",
        **ends,
        stroke=frame.drawing.paint(line["color"]),
        stroke_width=line.get("width", 2),
        stroke_dasharray=dashes(line),
    )


def _reference(one: Mapping, letter: str) -> str:
    """What a place is counted by: the key of an axis, or the paper."""
    found = one.get(f"{letter}ref", letter)
    return f"{letter}:paper" if found == "paper" else found


def _note(note: Mapping, frame: Frame) -> str:
    font = note.get("font", {})
    size, colour = font.get("size", _SIZE), font.get("color", frame.drawing.colours["words"])
    at = frame.referred(_reference(note, "x"), note["x"])
    y = frame.referred(_reference(note, "y"), note["y"]) - note.get("yshift", 0)
    anchor, stand = _anchor(note, "x", _BEFORE), _anchor(note, "y", _ABOVE)
    if note.get("textangle"):
        return _slanted(note, (at, y), (anchor, stand), Ink(size, colour), frame)
    high = height_of(note["text"], size) + 2 * _EDGE
    first = y - _ABOVE[stand] * high + _EDGE + size
    align = note.get("align", "center") if "<br>" in note["text"] else anchor
    # Lines that are set another way than the note stands need its width, which is an estimate.
    wide = width_of(note["text"], size) * frame.drawing.letters if align != anchor else 0
    moved = _EDGE if anchor == "left" else -_EDGE if anchor == "right" else 0
    moved += note.get("xshift", 0) + (_BEFORE[align] - _BEFORE[anchor]) * wide
    x = frame.beside(at, moved)
    ink = Ink(size, colour, _ANCHORS[align])
    return written(note["text"], x, first, ink, frame.drawing.colours, class_="note")


def _anchor(note: Mapping, letter: str, sides: Mapping[str, float]) -> str:
    """Which side of the words the place is; where it is left open, the paper's thirds decide."""
    found = note.get(f"{letter}anchor", "auto")
    if found != "auto":
        return found
    low, middle, high = sides if letter == "x" else reversed(sides)
    if note.get(f"{letter}ref") != "paper":
        return middle
    return low if note[letter] < 1 / 3 else high if note[letter] > 2 / 3 else middle


def _slanted(note: Mapping, at: tuple[float, float], sides: tuple[str, str], ink: Ink, frame: Frame) -> str:
    """Words at an angle: it is their box, as it then stands, whose side is at the place."""
    wide, turn = width_of(note["text"], ink.size), note["textangle"]
    corners = list(_turned(wide, ink.size, radians(turn)))
    across, down = zip(*corners, strict=True)
    x = note.get("xshift", 0) - min(across) - _BEFORE[sides[0]] * (max(across) - min(across))
    y = -min(down) - _ABOVE[sides[1]] * (max(down) - min(down))
    turned = f"rotate({number(turn)} {number(x)} {number(y)})"
    place = {"x": float(x)}
    said = written(note["text"], place, y, ink, frame.drawing.colours, transform=turned, class_="note")
    return at_place(frame, at, "g", said)


def _turned(wide: float, size: float, angle: float) -> Iterator[tuple[float, float]]:
    for x, y in ((0, -size), (wide, -size), (wide, _DOWN * size), (0, _DOWN * size)):
        yield x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)
