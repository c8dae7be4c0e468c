"""Axes: what a value of a trace is as a number, and which numbers the axis begins and ends with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dashboards.svg.figure.vocabulary import UnknownInFigureError

_ROOM = 0.05  # of the axis, kept free beyond the outermost value where the range is not given


@dataclass(frozen=True)
class Axis:
    """One axis: its key as traces name it (`x`, `y2`), its properties, its categories, and its two ends.

    `low` and `high` are numbers: an amount, a day as its ordinal, or the place of a category.
    """

    key: str
    given: Mapping
    categories: tuple[str, ...]
    low: float
    high: float

    @property
    def is_across(self) -> bool:
        """Whether it runs from left to right."""
        return self.key.startswith("x")

    @property
    def kind(self) -> str:
        """`linear`, `date` or `category`."""
        return self.given.get("type", "linear")

    @property
    def is_visible(self) -> bool:
        """Whether anything of the axis itself is drawn."""
        return self.given.get("visible", True)

    @property
    def domain(self) -> Sequence[float]:
        """The part of the figure that it has, from 0 to 1."""
        return self.given.get("domain", (0, 1))

    def number(self, value: object) -> float | None:
        """A value of a trace as a number of this axis; None where there is none."""
        return number_of(self.kind, self.categories, value)

    def numbers(self, values: Iterable[object]) -> list[float | None]:
        """The values of a trace as numbers of this axis, in their order; None where there is none."""
        kind, categories = self.kind, self.categories
        return [number_of(kind, categories, value) for value in values]

    def share(self, value: float) -> float:
        """Where a number lies between both ends, 0 to 1, or beyond them."""
        return (value - self.low) / ((self.high - self.low) or 1)


def number_of(kind: str, categories: Sequence[str], value: object) -> float | None:
    """A value as a number of an axis of that kind. Raises UnknownInFigureError where it is none."""
    if value is None:
        return None
    try:
        if kind == "date":
            return float(value.toordinal()) if isinstance(value, date) else _day(value)
        if kind == "category":
            return float(categories.index(value) if isinstance(value, str) else value)
        return float(value)
    except (TypeError, ValueError):
        raise UnknownInFigureError(f"{value!r} is no value of an axis of kind {kind}") from None


@lru_cache(maxsize=4096)  # the same days come back in every line of every chart
def _day(value: str) -> float:
    return float(date.fromisoformat(value).toordinal())


def axes_of(figure: Mapping) -> dict[str, Axis]:
    """Every axis of a figure by its key."""
    layout = figure["layout"]
    keys = {"x", "y", *(_key(name) for name in layout if name.startswith(("xaxis", "yaxis")))}
    for trace in figure["data"]:
        keys |= {trace.get("xaxis", "x"), trace.get("yaxis", "y")}
    return {key: _axis(key, figure) for key in sorted(keys)}


def traces_on(figure: Mapping, key: str) -> Iterator[Mapping]:
    """The traces that are drawn along an axis."""
    letter = key[0]
    return (trace for trace in figure["data"] if trace.get(f"{letter}axis", letter) == key)


def _key(name: str) -> str:
    return name[0] + name[len("xaxis") :]


def _axis(key: str, figure: Mapping) -> Axis:
    given = figure["layout"].get(f"{key[0]}axis{key[1:]}", {})
    kind = given.get("type", "linear")
    categories = _categories(given, figure, key) if kind == "category" else ()
    if "range" in given:
        low, high = (number_of("linear" if kind == "category" else kind, (), end) for end in given["range"])
    elif kind == "category":
        low, high = -0.5, len(categories) - 0.5
    else:
        low, high = _extent(given, [*_numbers(figure, key, kind)])
    return Axis(key, given, categories, low, high)


def _categories(given: Mapping, figure: Mapping, key: str) -> tuple[str, ...]:
    """The categories in the order given, then those that only a trace names."""
    named = list(given.get("categoryarray", ()))
    for trace in traces_on(figure, key):
        named += [value for value in trace.get(key[0], ()) if isinstance(value, str)]
    return tuple(dict.fromkeys(named))


def _numbers(figure: Mapping, key: str, kind: str) -> Iterator[float]:
    """All numbers along an axis; bars count with both of their ends, stacked ones are given a range."""
    for trace in traces_on(figure, key):
        is_amount = trace["type"] == "bar" and (trace.get("orientation", "v") == "h") == key.startswith("x")
        if is_amount and figure["layout"].get("barmode") in ("stack", "relative"):
            raise UnknownInFigureError(f"{key}: an axis of stacked bars needs its range")
        bases = trace.get("base") or [0] * len(trace.get(key[0], ())) if is_amount else None
        for place, value in enumerate(trace.get(key[0], ())):
            found = number_of(kind, (), value)
            if found is not None:
                yield found + (bases[place] if bases else 0)
                yield from [bases[place]] if bases else ()


def _extent(given: Mapping, numbers: Sequence[float]) -> tuple[float, float]:
    """The ends of an axis without a range: those of its numbers and a little more, from zero where said."""
    low, high = min(numbers, default=0.0), max(numbers, default=1.0)
    from_zero = given.get("rangemode") == "tozero"
    if from_zero and low >= 0:
        return 0.0, high / (1 - _ROOM) or 1.0
    if from_zero and high <= 0:
        return low / (1 - _ROOM), 0.0
    room = (high - low) * _ROOM / (1 - 2 * _ROOM) or 1.0
    return low - room, high + room
