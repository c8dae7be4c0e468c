"""Ticks: where an axis is marked, and with which words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

from dashboards.svg.figure.axes import Axis
from dashboards.svg.figure.numbers import amount
from dashboards.svg.figure.vocabulary import UnknownInFigureError

_STEPS = (2, 5, 10)
_USUAL = 5  # ticks where the chart does not say how many
_NEAR = 1e-9


@dataclass(frozen=True)
class Tick:
    """A mark at a number of the axis, and its words."""

    at: float
    said: str


def ticks_of(axis: Axis, separators: str) -> list[Tick]:
    """The ticks between both ends of an axis; numbers are written by `separators`."""
    room = _NEAR * abs(axis.high - axis.low)
    return [tick for tick in _ticks(axis, separators) if axis.low - room <= tick.at <= axis.high + room]


def _ticks(axis: Axis, separators: str) -> Iterator[Tick]:
    if "tickvals" in axis.given:
        for value, said in zip(axis.given["tickvals"], axis.given["ticktext"], strict=True):
            yield Tick(axis.number(value), said)
    elif axis.kind == "category":
        yield from (Tick(float(place), said) for place, said in enumerate(axis.categories))
    elif axis.kind == "date":
        yield from _years(axis)
    else:
        yield from _amounts(axis, separators)


def _years(axis: Axis) -> Iterator[Tick]:
    """The first day of every year, or of every fifth."""
    step = {"M12": 1, "M60": 5}.get(axis.given.get("dtick"))
    if step is None or axis.given.get("tickformat") != "%Y":
        raise UnknownInFigureError(f"{axis.key}: an axis of days needs its ticks, or years")
    first, last = (date.fromordinal(floor(end)) for end in sorted((axis.low, axis.high)))
    for year in range(first.year, last.year + 1):
        if (year - 2000) % step == 0:
            yield Tick(float(date(year, 1, 1).toordinal()), str(year))


def _amounts(axis: Axis, separators: str) -> Iterator[Tick]:
    """Round amounts: a step of 1, 2 or 5 times a power of ten, so that about as many ticks as wanted fit."""
    low, high = sorted((axis.low, axis.high))
    rough = (high - low) / axis.given.get("nticks", _USUAL)
    size = 10.0 ** floor(log10(rough))
    step = next(size * one for one in (1, *_STEPS) if size * one >= rough * (1 - _NEAR))
    digits = max(0, -floor(log10(step) + _NEAR))
    for place in range(ceil(low / step - _NEAR), floor(high / step + _NEAR) + 1):
        grouped = axis.given.get("separatethousands", False)
        said = amount(place * step, digits, separators, grouped=grouped)
        yield Tick(place * step, said + axis.given.get("ticksuffix", ""))
