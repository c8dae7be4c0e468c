"""Numbers that carry where they come from, and dated series of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import numpy as np

from ingest.sample.calendar import day


class Stated(float):
    """A number with a tag (``sourced``, ``derived`` or ``assumption``) and the words behind it."""

    tag: str
    source: str

    def __new__(cls, amount: float, tag: str, source: str) -> Self:
        """The number itself; tag and source are only for readers."""
        stated = super().__new__(cls, amount)
        stated.tag, stated.source = tag, source
        return stated


def sourced(amount: float, source: str) -> Stated:
    """A number read in a public source, named by its id."""
    return Stated(amount, "sourced", source)


def derived(amount: float, source: str) -> Stated:
    """A number computed from sourced ones."""
    return Stated(amount, "derived", source)


def assumed(amount: float, source: str = "for the synthetic service only") -> Stated:
    """A number of our own making."""
    return Stated(amount, "assumption", source)


@dataclass(frozen=True)
class Series:
    """A number that changes over time: straight lines between dated points, flat outside them."""

    points: dict[str, Stated]

    def on(self, days: np.ndarray | float) -> np.ndarray:
        """The number on each day (day numbers as in `calendar`)."""
        return np.interp(days, [day(on) for on in self.points], list(self.points.values()))


def stated_numbers(name: str, what: object) -> Iterator[tuple[str, Stated]]:
    """The numbers inside one parameter (alone, in a series, a table or a row); plain ones are assumptions."""
    if isinstance(what, Stated):
        yield name, what
    elif isinstance(what, int | float):
        yield name, assumed(what)
    elif isinstance(what, Series):
        yield from stated_numbers(name, what.points)
    elif isinstance(what, dict):
        for key, part in what.items():
            yield from stated_numbers(f"{name} {key}", part)
    elif isinstance(what, tuple | list):
        for position, part in enumerate(what):
            yield from stated_numbers(f"{name} {position + 1}", part)
