"""Scenarios as files: assumptions with a range, an owner and dates, and what a simulation makes of them.

``reading`` takes a TOML text, ``levers`` makes of it what `analysis.queue` runs on, ``outcomes`` says what
came of it, ``tornado`` which assumption moves it most.
"""

from analysis.scenario.errors import BadScenarioError, Words
from analysis.scenario.known import check_known
from analysis.scenario.reading import read
from analysis.scenario.scenario import Assumption, Intervention, Scenario

__all__ = ["Assumption", "BadScenarioError", "Intervention", "Scenario", "Words", "check_known", "read"]
