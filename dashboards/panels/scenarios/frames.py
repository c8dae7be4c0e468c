"""What the panels of Scenarios are made from: one scenario run on its area, summed up and remembered."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from analysis.queue import calibrated, levers_as_in, resampled, simulated
from analysis.queue.coupled import Coupled
from analysis.queue.flows import Numbers
from analysis.scenario import Assumption, Scenario
from analysis.scenario.levers import Ground, moved, reason_left_out
from analysis.scenario.outcomes import OUTCOMES, Run
from analysis.scenario.past import of_past
from analysis.scenario.tornado import Swing, swings
from dashboards import database, queries
from dashboards.access.narrowing import NotShownError
from dashboards.choice import ALL, SERVICE
from dashboards.filters.levers import months_ahead
from dashboards.filters.settling import settled
from dashboards.panels.staff.cells import MONTHS, OTHERS, Cells, cells
from dashboards.panels.staff.people_ahead import PeopleAbove, people_above
from dashboards.view import View

DRAWS, DRAWS_OF_A_SWING = 500, 100
SEED = 1  # the same scenario is the same for everybody, and the same chance falls to each


@dataclass(frozen=True)
class Result:
    """What came of a scenario: no draws, so that it can be remembered.

    ``parts``: '' for the area, then the areas that are simulated on their own; ``hidden`` those of too few
    people. ``bands``: outcome -> (parts, low central high, months). ``left_out``: assumptions that move
    nothing here, with the reason. ``was``: outcome -> the past months that are known of it; ``months`` those
    simulated. ``people``: those above a threshold, and how many by month (bands, months); None where that is
    not known, or not for this reader.
    """

    scenario: Scenario
    parts: tuple[str, ...]
    hidden: tuple[str, ...]
    months: tuple[date, ...]
    bands: dict[str, Numbers]
    left_out: tuple[tuple[Assumption, str], ...]
    past_months: tuple[date, ...]
    was: dict[str, Numbers]
    people: tuple[PeopleAbove, Numbers] | None

    def at_end(self, outcome: str, part: int = 0) -> Numbers:
        """(low, central, high) at the end of the last month."""
        return self.bands[outcome][part, :, -1]


def looked_at(view: View, scenario: Scenario, service_line: str, weight_scheme: str = "") -> View:
    """The view of the area that a scenario is about, by the weights given, or those that are chosen."""
    is_region = any(row["id"] == scenario.area for row in queries.choices(view.reader, "region"))
    values = {
        "region": scenario.area if is_region else ALL,
        "office": ALL if is_region or scenario.area == SERVICE else scenario.area,
        "service_line": service_line,
        "weight_scheme": weight_scheme or view.choice.weight_scheme,
    }
    found = settled(view.reader, view.status, tuple(values), lambda one, *_: values[one.name])
    return view.choosing(found)


def result(view: View, scenario: Scenario) -> Result:
    """A scenario run on the area and line of a view (see `looked_at`) whose months are known."""
    return _kept("scenario", view, scenario, lambda: _result(view, scenario))


def every_swing(view: View, scenario: Scenario) -> dict[str, list[Swing]]:
    """Outcome -> how each assumption moves it in the last month, on fewer draws."""
    return _kept("swings", view, scenario, lambda: _swings(view, scenario))


def _kept(what: str, view: View, scenario: Scenario, work: Callable[[], object]) -> object:
    choice = view.choice
    key = (what, scenario, choice.area, choice.service_line, choice.weight_scheme)
    return database.kept(view.reader, key, work)


@dataclass(frozen=True)
class _Grounds:
    """Where a scenario of some months is run, and the cells that it was made of."""

    cells: Cells
    ground: Ground

    def run(self, rows: tuple[Assumption, ...], values: list[float], draws: int, chance) -> Run:
        """Every draw has the rates of its own twelve months; ``chance`` says who comes and who leaves."""
        rates = resampled(self.cells.past.last(MONTHS), np.random.default_rng(SEED), draws)
        levers = moved(rows, values, self.ground)
        return Run(rates, levers, simulated(self.ground.start, rates, levers, chance, draws))


def _grounds(view: View, scenario: Scenario) -> _Grounds:
    found = cells(view)
    year = found.past.last(MONTHS)
    rates, start = calibrated(year).rates, found.start
    now = levers_as_in(start, rates, year.available_fte[-1], months=scenario.months)
    months = tuple(months_ahead(found.months[-1], scenario.months))
    return _Grounds(found, Ground(view.choice.area, start, now, months, _places(view, found)))


def _places(view: View, found: Cells) -> dict[str, tuple[int, bool]]:
    """Area -> its cell, and whether the cell is that area alone: of all parts, and of the offices in them."""
    own = {part: place for place, part in enumerate(found.ids)}
    rows = [*queries.choices(view.reader, "region"), *queries.choices(view.reader, "office")]
    parents = {row["id"]: row["parent_id"] for row in rows}
    others = own.get(OTHERS, own.get(""))
    held = {*own, *found.hidden}
    places: dict[str, tuple[int, bool]] = {}
    for area, parent in parents.items():
        if area in own:
            places[area] = own[area], True
        elif parent in own:
            places[area] = own[parent], False
        elif others is not None and ({area, parent} & held or "" in own):
            places[area] = others, False
    return places


def _result(view: View, scenario: Scenario) -> Result:
    found = _grounds(view, scenario)
    rows = scenario.of_line(view.choice.service_line)
    run = found.run(rows, [one.central for one in rows], DRAWS, np.random.default_rng(SEED))
    ids = found.cells.ids
    own = [(part, place) for place, part in enumerate(ids) if part not in ("", OTHERS)]
    bands = {
        name: np.stack([run.bands(name), *(run.bands(name, place) for _, place in own)]) for name in OUTCOMES
    }
    reasons = ((one, reason_left_out(one, found.ground)) for one in rows)
    return Result(
        scenario,
        ("", *(part for part, _ in own)),
        tuple(found.cells.hidden),
        found.ground.months,
        bands,
        tuple((one, reason) for one, reason in reasons if reason),
        tuple(found.cells.months),
        of_past(found.cells.past),
        _people(found.cells, run, view),
    )


def _people(found: Cells, run: Run, view: View) -> tuple[PeopleAbove, Numbers] | None:
    try:
        counted = people_above(found, view)
    except NotShownError:
        return None
    return counted and (counted, counted.then(run, SEED))


def _swings(view: View, scenario: Scenario) -> dict[str, list[Swing]]:
    found = _grounds(view, scenario)
    rows = tuple(
        one for one in scenario.of_line(view.choice.service_line) if not reason_left_out(one, found.ground)
    )
    ends: dict[tuple[float, ...], dict[str, float]] = {}

    def at(values: list[float]) -> dict[str, float]:
        if tuple(values) not in ends:
            run = found.run(rows, values, DRAWS_OF_A_SWING, Coupled(SEED))
            ends[tuple(values)] = {name: run.at_end(name) for name in OUTCOMES}
        return ends[tuple(values)]

    return {name: swings(rows, lambda values, name=name: at(values)[name]) for name in OUTCOMES}


def as_now(scenario: Scenario) -> Scenario:
    """The same area and months with nothing assumed."""
    return replace(scenario, title="", about="", translated=(), assumptions=(), interventions=())
