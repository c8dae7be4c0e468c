"""A scenario as a value: what is assumed of an area in the months ahead, by whom, since when."""

from dataclasses import dataclass
from datetime import date

from analysis.scenario.names import NAMES, Name

LEVELS = ("low", "central", "high")


@dataclass(frozen=True)
class Assumption:
    """One row: what it moves, its three values in the unit of the name, and who stands for it.

    ``office``: of that area alone; ``service_line``: of that line alone. From ``from_on`` on and before
    ``until_on``, both first days of a month; None: from the first month, and to the last.
    """

    name: str
    low: float
    central: float
    high: float
    unit: str
    owner: str
    source: str
    made_on: date
    review_on: date
    intervention: str = ""
    office: str = ""
    to_office: str = ""
    service_line: str = ""
    from_on: date | None = None
    until_on: date | None = None

    @property
    def moves(self) -> Name:
        """What the name means."""
        return NAMES[self.name]

    @property
    def is_sure(self) -> bool:
        """Whether low and high are the same."""
        return self.low == self.high

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been looked at again before this day."""
        return self.review_on < today


@dataclass(frozen=True)
class Intervention:
    """A named thing that is done, with a sentence about it; its assumptions name its ``kind``."""

    kind: str
    title: str
    about: str = ""
    title_nl: str = ""
    about_nl: str = ""


@dataclass(frozen=True)
class Scenario:
    """What is assumed of one area, in one or more service lines, for so many months.

    ``weight_scheme`` is empty where the scheme of the warehouse is meant.
    """

    title: str
    area: str
    service_lines: tuple[str, ...]
    months: int
    about: str = ""
    title_nl: str = ""
    about_nl: str = ""
    weight_scheme: str = ""
    interventions: tuple[Intervention, ...] = ()
    assumptions: tuple[Assumption, ...] = ()

    def of_line(self, service_line: str) -> tuple[Assumption, ...]:
        """The assumptions that say something of a service line."""
        return tuple(one for one in self.assumptions if one.service_line in ("", service_line))
