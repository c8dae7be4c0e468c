"""The two scenarios of a view, run: the one that is looked at, and the one beside it."""

from dataclasses import dataclass
from functools import cached_property

from dashboards import scenarios
from dashboards.panels.scenarios import frames
from dashboards.panels.scenarios.frames import Result
from dashboards.text import month, t
from dashboards.view import View


@dataclass(frozen=True)
class Sides:
    """Both results, in the view of the area that they are about; ``asked`` is the view of the page."""

    asked: View
    view: View
    one: scenarios.Offered
    chosen: Result
    beside: Result

    @property
    def outcome(self) -> str:
        """The outcome that is looked at."""
        return self.asked.choice.values["scenario_outcome"]

    @property
    def outcome_name(self) -> str:
        """The same in words."""
        return t(f"scenarios.outcome_{self.outcome}")

    @property
    def title(self) -> str:
        """What the scenario is called."""
        return self.one.scenario.title_in(self.view.reader.language)

    @property
    def is_beside_now(self) -> bool:
        """Whether what is beside is that nothing changes."""
        return self.asked.choice.values["scenario_beside"] == scenarios.NOW

    @property
    def beside_title(self) -> str:
        """What the other one is called, between quotes unless it is as now."""
        said = self.asked.choice.label("scenario_beside")
        return said if self.is_beside_now else f"“{said}”"

    @cached_property
    def last(self) -> int:
        """The place of the last month that both have."""
        return min(len(self.chosen.months), len(self.beside.months)) - 1

    @property
    def last_month(self) -> str:
        """That month in words."""
        return month(self.chosen.months[self.last])

    @property
    def words(self) -> dict[str, str]:
        """Area, line and scenario in words, for titles and subtitles."""
        return {
            "area": self.view.choice.label("office"),
            "line": self.view.choice.label("service_line"),
            "title": self.title,
            "beside": self.beside_title,
            "month": self.last_month,
            "outcome": self.outcome_name,
        }


def sides(view: View, one: scenarios.Offered, seen: View) -> Sides:
    """Both run; ``seen`` is the view of the scenario's area, which can be simulated."""
    name = view.choice.values["scenario_beside"]
    other = scenarios.usable(view.reader).get(name)
    beside = frames.as_now(one.scenario) if other is None else other.scenario
    return Sides(view, seen, one, frames.result(seen, one.scenario), frames.result(seen, beside))
