"""The frame of a figure: how large it is, what room its margins take, and where a value lies in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dashboards.svg.figure.axes import Axis, axes_of
from dashboards.svg.figure.drawing import Drawing
from dashboards.svg.figure.elements import element, number
from dashboards.svg.figure.ticks import Tick, ticks_of
from dashboards.svg.figure.words import height_of, width_of

TICK_SIZE = 12
PAD = 6  # pixels between an axis and its labels
ACROSS = 1000  # of a drawing that is as wide as its place: what lies between its margins
_LEAST = 260  # pixels between the margins of the narrowest place


@dataclass(frozen=True)
class Frame:
    """The area between the margins in pixels, the axes with their ticks, and how numbers are written.

    Of a drawing that is as wide as its place, the area is `ACROSS` wide, in shares and not in pixels, and
    `margins` are the pixels left and right of it.
    """

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    axes: Mapping[str, Axis]
    ticks: Mapping[str, list[Tick]]
    separators: str
    drawing: Drawing
    margins: tuple[float, float]

    def x(self, at: float) -> float | str:
        """A place or a length across as an attribute: pixels, or a share of the place."""
        return f"{number(100 * at / ACROSS)}%" if self.drawing.is_stretched else at

    def beside(self, at: float, shift: float = 0) -> dict[str, float | str]:
        """Where words stand across: at a place, and that many pixels to its right."""
        if not self.drawing.is_stretched:
            return {"x": float(at + shift)}
        return {"x": self.x(at)} | ({"dx": float(shift)} if shift else {})

    def across(self, share: float) -> float:
        """Pixels from the left at a share of the area's width."""
        return self.left + share * (self.right - self.left)

    def up(self, share: float) -> float:
        """Pixels from the top at a share of the area's height, counted from below."""
        return self.bottom - share * (self.bottom - self.top)

    def span(self, key: str) -> tuple[float, float]:
        """Pixels where an axis begins and ends."""
        axis = self.axes[key]
        to_pixels = self.across if axis.is_across else self.up
        return to_pixels(axis.domain[0]), to_pixels(axis.domain[1])

    def at(self, key: str, number: float) -> float:
        """Pixels of a number of an axis."""
        start, end = self.span(key)
        return start + self.axes[key].share(number) * (end - start)

    def place(self, key: str, value: object) -> float | None:
        """Pixels of a value of a trace; None where there is none."""
        number = self.axes[key].number(value)
        return None if number is None else self.at(key, number)

    def places(self, key: str, values: Iterable[object]) -> list[float | None]:
        """The same of all values of a trace, which is sooner than one by one."""
        axis, (start, end) = self.axes[key], self.span(key)
        low, reach, room = axis.low, (axis.high - axis.low) or 1, end - start
        return [
            None if number is None else start + (number - low) / reach * room
            for number in axis.numbers(values)
        ]

    def referred(self, reference: str, value: object) -> float:
        """Pixels of a value of an axis, or of a share of the paper: `paper`, with `x` or `y` before it."""
        letter, _, paper = reference.partition(":")
        if paper:
            return self.across(value) if letter == "x" else self.up(value)
        return self.place(reference, value)


def frame_of(figure: Mapping, drawing: Drawing) -> Frame:
    """The frame of a figure; margins grow where the labels of axes need more than is given."""
    layout = figure["layout"]
    separators = layout.get("separators", ".,")
    axes = axes_of(figure)
    ticks = {key: ticks_of(axis, separators) if axis.is_visible else [] for key, axis in axes.items()}
    margin = dict.fromkeys("lrtb", 0) | layout.get("margin", {})
    left = max([margin["l"], *_widths(axes, ticks, drawing)])
    room = _LEAST if drawing.width is None else drawing.width - left - margin["r"]
    right = max(margin["r"], _overhang(axes, ticks, drawing, room))
    sides = (0, ACROSS) if drawing.width is None else (left, drawing.width - right)
    return Frame(
        width=ACROSS if drawing.width is None else drawing.width,
        height=layout["height"],
        left=sides[0],
        right=sides[1],
        top=margin["t"],
        bottom=layout["height"] - max([margin["b"], *_heights(axes, ticks)]),
        axes=axes,
        ticks=ticks,
        separators=separators,
        drawing=drawing,
        margins=(left, right),
    )


def at_place(frame: Frame, at: tuple[float, float], name: str, inner: str = "", **attributes: object) -> str:
    """An element that is drawn in pixels around a place, put there."""
    if frame.drawing.is_stretched:
        drawn = element(name, inner, **attributes)
        return element("svg", drawn, x=frame.x(at[0]), y=float(at[1]), overflow="visible")
    moved = f"translate({number(at[0])} {number(at[1])})"
    return element(name, inner, transform=moved, **attributes)


def beyond(axis: Axis) -> float:
    """Pixels between an axis and its labels."""
    return PAD + (axis.given.get("ticklen", 5) if axis.given.get("ticks") else 0)


def size_of(axis: Axis) -> float:
    """How large the labels of an axis are."""
    return axis.given.get("tickfont", {}).get("size", TICK_SIZE)


def _labelled(axes: Mapping[str, Axis], *, across: bool) -> Iterator[Axis]:
    for axis in axes.values():
        if axis.is_across == across and axis.is_visible and axis.given.get("showticklabels", True):
            yield axis


def _widths(axes: Mapping[str, Axis], ticks: Mapping[str, list[Tick]], drawing: Drawing) -> Iterator[float]:
    for axis in _labelled(axes, across=False):
        if widths := [width_of(tick.said, size_of(axis)) for tick in ticks[axis.key]]:
            yield max(widths) * drawing.letters + beyond(axis) + 2


def _heights(axes: Mapping[str, Axis], ticks: Mapping[str, list[Tick]]) -> Iterator[float]:
    """Room below, for the axes that stand at the foot of the figure."""
    for axis in _labelled(axes, across=True):
        foot = axes[axis.given.get("anchor", "y")].domain[0]
        heights = [height_of(tick.said, size_of(axis)) for tick in ticks[axis.key]]
        if heights and foot <= 0:
            yield max(heights) + beyond(axis) + 2


def _overhang(
    axes: Mapping[str, Axis], ticks: Mapping[str, list[Tick]], drawing: Drawing, across: float
) -> float:
    """Room that the last label of an axis across takes beyond its end."""
    beyond_end = [
        width_of(tick.said, size_of(axis)) * drawing.letters / 2 - (1 - axis.share(tick.at)) * across
        for axis in _labelled(axes, across=True)
        for tick in ticks[axis.key]
    ]
    return max(beyond_end, default=0)
