"""A scenario as a value: what is assumed of an area in the months ahead, by whom, since when."""

from dataclasses import dataclass, field
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
class _Titled:
    """Something with a title and a sentence; ``translated``: `title_nl` and the like, with what they say."""

    title: str
    about: str = field(default="", kw_only=True)
    translated: tuple[tuple[str, str], ...] = field(default=(), kw_only=True)

    def title_in(self, language: str) -> str:
        """The title in a language, else as it is."""
        return dict(self.translated).get(f"title_{language}", self.title)

    def about_in(self, language: str) -> str:
        """What is said about it in a language, else as it is."""
        return dict(self.translated).get(f"about_{language}", self.about)


@dataclass(frozen=True)
class Intervention(_Titled):
    """A named thing that is done, with a sentence about it; its assumptions name its ``kind``."""

    kind: str


@dataclass(frozen=True)
class Scenario(_Titled):
    """What is assumed of one area, in one or more service lines, for so many months.

    ``weight_scheme`` is empty where the scheme of the warehouse is meant.
    """

    area: str
    service_lines: tuple[str, ...]
    months: int
    weight_scheme: str = ""
    interventions: tuple[Intervention, ...] = ()
    assumptions: tuple[Assumption, ...] = ()

    def of_line(self, service_line: str) -> tuple[Assumption, ...]:
        """The assumptions that say something of a service line."""
        return tuple(one for one in self.assumptions if one.service_line in ("", service_line))
