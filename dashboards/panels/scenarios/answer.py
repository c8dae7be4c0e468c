"""The page's answer: a scenario and what is beside it, and every panel that follows from the two."""

from html import escape

from analysis.scenario.tornado import Swing
from dashboards import scenarios
from dashboards.page import or_not_shown
from dashboards.panel import HeadFigure, Panel, not_delivered, nothing
from dashboards.panels import unweighed
from dashboards.panels.scenarios import assumptions, cards, frames, months, parts, people, results, swings
from dashboards.panels.scenarios.sides import Sides, sides
from dashboards.panels.scenarios.words import name_of, outcome_said, range_said
from dashboards.panels.staff.answer import MARTS, refused
from dashboards.text import t
from dashboards.view import View


def no_cases(view: View) -> Panel:
    """What is said where no cases were delivered."""
    return not_delivered("scenarios_no_cases", t("scenarios.no_cases"))


def what_if(view: View) -> tuple[Panel | None, ...]:
    """Every panel of the scenario chosen; one that says why where it cannot be run."""
    problems = results.problems(view)
    one = scenarios.chosen(view.reader, view.choice.values["scenario"])
    if one is None:
        return nothing("scenarios_none", t("scenarios.none")), problems
    seen = frames.looked_at(view, one.scenario, view.choice.values["scenario_line"])
    if why := refused(seen):
        return why, assumptions.every_row(one, seen), problems
    both = sides(view, one, seen)
    moved = frames.every_swing(seen, one.scenario)[both.outcome]
    return (
        unweighed.said_of_some(seen),
        _answer(both, moved),
        months.over_months(both),
        swings.every_swing(both, moved),
        # counts of people are not for every reader of the lists
        or_not_shown("scenarios_people", lambda: people.above(both)),
        cards.interventions(both),
        assumptions.every_row(one, seen, both.chosen.left_out),
        parts.every_part(both),
        results.at_end(both),
        problems,
    )


def _answer(both: Sides, moved: list[Swing]) -> Panel:
    """The first sentence, and four outcomes at the end of the last month that both have."""
    outcome, place = both.outcome, both.last
    then, other = (of.bands[outcome][0, :, place] for of in (both.chosen, both.beside))
    said = t(
        "scenarios.lead",
        **both.words,
        then=outcome_said(outcome, then[1]),
        range=range_said(outcome, then),
        other=outcome_said(outcome, other[1]),
        other_range=range_said(outcome, other),
    )
    return Panel(
        "scenarios_answer",
        lead=escape(f"{said} {_deciding(both, moved)}"),
        head_figures=tuple(
            _figure(both, one) for one in ("waiting_cases", "wait_weeks", "workload_pct", "fte_needed")
        ),
        marts=MARTS,
    )


def _deciding(both: Sides, moved: list[Swing]) -> str:
    rows = both.one.scenario.of_line(both.view.choice.service_line)
    if not rows:
        return t("scenarios.lead_nothing")
    if all(one.is_sure for one in rows):
        return t("scenarios.lead_sure")
    if not moved or not moved[0].size > 0:
        return t("scenarios.lead_flat")
    return t("scenarios.lead_decides", name=name_of(moved[0].assumption))


def _figure(both: Sides, outcome: str) -> HeadFigure:
    """An outcome of the scenario, its range, and the same beside it."""
    then, other = (of.bands[outcome][0, :, both.last] for of in (both.chosen, both.beside))
    staff = both.chosen.bands["available_fte"][0, 1, both.last]
    available = t("scenarios.needed_note", available=outcome_said("available_fte", staff))
    return HeadFigure(
        t(f"scenarios.outcome_{outcome}"),
        outcome_said(outcome, then[1]),
        change=t("scenarios.beside_note", title=both.beside_title, amount=outcome_said(outcome, other[1])),
        note=available
        if outcome == "fte_needed"
        else t("scenarios.runs_note", range=range_said(outcome, then)),
    )
