"""What a reader looks at: one value per filter, with its words."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Protocol

SERVICE = "service"  # the area that is the whole service
ALL = "all"
USUAL_LINE = "offender_supervision"  # what pages begin with where these data hold it


class Chosen(Protocol):
    """What a question is about: it may name each of the `parameters`."""

    @property
    def parameters(self) -> dict[str, object]:
        """Every filter by its name ('' for all), and the area that they make."""


@dataclass(frozen=True)
class Narrowed:
    """Some filters of a choice, and no other: what depends on these alone can be remembered by them."""

    parameters: dict[str, object]


def parameters_of(values: Mapping[str, str], among: str) -> dict[str, object]:
    """The id of every filter ('' for all), `area`, `among` and `part`: see the properties of `Choice`."""
    ids = {name: "" if value == ALL else value for name, value in values.items()}
    area = ids["office"] or ids["region"] or SERVICE
    return ids | {"area": area, "among": among, "part": ids["office"]}


@dataclass(frozen=True)
class Choice:
    """The settled value of every filter (see `filters`): as an id, and in the reader's words.

    `names` are the filters of the page. `among` is the area whose parts are compared: the service or a
    region; where an office is chosen, the one that it belongs to. `labels` holds the words of each choice:
    under "office" those of the area chosen, under "among" those of `among`. `since` is the first month shown,
    `said` the filters of the page in words.
    """

    names: tuple[str, ...]
    values: Mapping[str, str]
    labels: Mapping[str, str]
    said: str
    since: date
    among: str = SERVICE
    has_regions: bool = False

    @property
    def key(self) -> Hashable:
        """Equal for the same choice: every field but the words, which follow from these and the language."""
        held = (getattr(self, field.name) for field in fields(self) if field.name != "labels")
        return tuple(frozenset(one.items()) if isinstance(one, Mapping) else one for one in held)

    def of(self, name: str) -> str | None:
        """The id chosen by one filter; None for all, and where the filter is not offered."""
        value = self.values.get(name, ALL)
        return None if value == ALL else value

    def label(self, name: str) -> str:
        """The words of one choice, such as the office's name."""
        return self.labels[name]

    @property
    def parameters(self) -> dict[str, object]:
        """What a question may name: every filter ('' for all), `area`, `among`, `part` and `since`."""
        return parameters_of(self.values, self.among) | {"since": self.since}

    @property
    def office(self) -> str | None:
        """The office chosen; None for all."""
        return self.of("office")

    @property
    def region(self) -> str | None:
        """The region chosen; None for all, and in a service without regions."""
        return self.of("region")

    @property
    def work_type(self) -> str | None:
        """The kind of mandate chosen; None for all."""
        return self.of("work_type")

    @property
    def forecast_measure(self) -> str:
        """What is forecast: `workload_units`, `open_cases` or `received_cases`."""
        return self.values["forecast_measure"]

    @property
    def grade(self) -> str | None:
        """The grade chosen; None for all."""
        return self.of("grade")

    @property
    def service_line(self) -> str:
        """The service line chosen."""
        return self.values["service_line"]

    @property
    def published_series(self) -> str:
        """The series of published figures chosen; empty where there was none to choose."""
        return self.values.get("published_series", "")

    @property
    def weight_scheme(self) -> str:
        """The weight scheme chosen."""
        return self.values["weight_scheme"]

    @property
    def weights(self) -> str:
        """`then` = the weights valid on each day, `now` = those of the last day for every day."""
        return self.values["weights"]

    @property
    def time_window(self) -> str:
        """`today`, `four_weeks` or `month`."""
        return self.values["time_window"]

    @property
    def comparison(self) -> str:
        """`before`, `year_ago`, `target` or `median`: see `filters.comparison`."""
        return self.values["comparison"]

    @property
    def from_month(self) -> date:
        """First day of the month that growth is counted from."""
        return date.fromisoformat(f"{self.values['from_month']}-01")

    @property
    def to_month(self) -> date:
        """First day of the month that growth is counted to."""
        return date.fromisoformat(f"{self.values['to_month']}-01")

    @property
    def target_load(self) -> float:
        """How heavy the work may be, in per cent of capacity."""
        return float(self.values["target_load"])

    @property
    def threshold_set(self) -> str:
        """The named set of thresholds."""
        return self.values["threshold_set"]

    @property
    def horizon(self) -> int:
        """How many weeks are looked ahead."""
        return int(self.values["horizon"])

    @property
    def officer(self) -> str | None:
        """The officer chosen, an opaque id; None for the office as a whole."""
        return self.of("officer")

    def amount(self, name: str) -> float:
        """The number that one filter chose, such as a lever of staff; ValueError where it is no number."""
        return float(self.values[name])

    @property
    def staff_from(self) -> date:
        """First day of the month from which more or fewer staff are there."""
        return date.fromisoformat(f"{self.values['staff_from']}-01")

    @property
    def staff_until(self) -> date | None:
        """First day of the month until which staff are as they were; None where none is offered."""
        month = self.of("staff_until")
        return date.fromisoformat(f"{month}-01") if month else None

    @property
    def area(self) -> str:
        """The office chosen, else the region, else the whole service."""
        return self.office or self.region or SERVICE

    @property
    def part(self) -> str:
        """What the reader looks at among the parts of `among`: an office, or all of them ('')."""
        return self.office or ""

    @property
    def compares_regions(self) -> bool:
        """Whether the parts that are compared are regions; else they are offices."""
        return self.has_regions and self.among == SERVICE

    @property
    def lists_cases(self) -> bool:
        """Whether single cases are listed: of an office, or of a service without regions."""
        return bool(self.office) or not self.has_regions

    @property
    def label_of_all(self) -> str:
        """The name of all parts together: `All offices`, `All regions` or the region's name."""
        return self.labels["among"][:1].upper() + self.labels["among"][1:]

    @property
    def said_of_every_part(self) -> str:
        """The filters in words for a table that shows every part of the area, whichever one is chosen."""
        return self.said.replace(self.labels["office"], self.labels["among"], 1)
