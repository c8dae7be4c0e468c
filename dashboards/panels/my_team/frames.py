"""What several panels of the page My team share: its people and its cases, and of whom a part is."""

from dataclasses import dataclass
from functools import wraps

import polars as pl

from dashboards import queries
from dashboards.page import Made, MakesPanels
from dashboards.panels.pressure import thresholds
from dashboards.queries import my_team as questions
from dashboards.text import percentage, t
from dashboards.view import View

# A threshold passed in as many whole weeks in a row, the last of them the latest (docs/decisions/0015).
WEEKS = 4
CASES, WORK = "active_cases", "workload_pct"


@dataclass(frozen=True)
class Person:
    """One officer: the day as_of, and week by week; work is None where no weight fits any case carried.

    `above`: measure -> the highest threshold passed in each of the last four whole weeks, in words.
    """

    officer: str
    cases: float
    work: float | None
    cases_by_week: tuple[float, ...]
    work_by_week: tuple[float, ...]
    above: dict[str, str]


def of_the_team(part: MakesPanels) -> MakesPanels:
    """Decorates a part that is not shown where one officer is looked at."""

    @wraps(part)
    def made(view: View) -> Made:
        return part(view) if view.choice.officer is None else None

    return made


def is_empty(view: View) -> bool:
    """Whether no office is the reader's own."""
    return view.choice.office is None


def full_time_units(view: View) -> float | None:
    """What one full-time officer can give under the scheme: policy, which says nothing about anybody."""
    return queries.weight_scheme(view.reader, view.choice.weight_scheme)["full_time_capacity"]


def of_full_time_pct(units: float | None, view: View) -> float | None:
    """Work as a percentage of what a full-time officer can give; None where either is not known."""
    full_time = full_time_units(view)
    return None if units is None or not full_time else 100 * units / full_time


def people(view: View) -> list[Person]:
    """The people of the office in the fixed order, whatever they carry."""
    rows = questions.team_periods(view.reader, view.choice)
    full_time = full_time_units(view)
    limits = {measure: thresholds.bounds(view, measure) for measure in (WORK, CASES)}
    return [
        _person(str(officer), own, full_time, limits)
        for (officer,), own in rows.group_by("officer_id", maintain_order=True)
    ]


def _person(
    officer: str, rows: pl.DataFrame, full_time: float | None, limits: dict[str, list[float]]
) -> Person:
    weeks, today = rows.filter(period="week"), rows.filter(period="day").row(0, named=True)
    cases = weeks["active_cases"].to_list()
    work = [] if today["is_unweighed"] else weeks["workload_units"].to_list()
    by_week = {CASES: cases, WORK: [100 * units / full_time for units in work] if full_time else []}
    passed = {measure: _passed(by_week[measure], limits[measure]) for measure in limits}
    return Person(
        officer,
        today["active_cases"],
        None if today["is_unweighed"] else today["workload_units"],
        tuple(cases),
        tuple(work),
        {measure: thresholds.amount_words(measure, bound) for measure, bound in passed.items() if bound},
    )


def _passed(by_week: list[float], limits: list[float]) -> float | None:
    """The highest limit that each of the last four weeks was above; None of fewer weeks."""
    last = by_week[-WEEKS:]
    return max((limit for limit in limits if len(last) == WEEKS and min(last) > limit), default=None)


def listed(view: View, name: str) -> pl.DataFrame:
    """The cases of one list, see `queries.my_team.LISTS`."""
    return questions.cases_of_office(view.reader, view.choice).filter(list_name=name)


def carried_by(officer_shares: str) -> str:
    """Who carries a case, and at which share where it is not all of it."""
    said = []
    for one in filter(None, officer_shares.split(", ")):
        officer, _, share = one.rpartition(" ")  # an id may hold spaces too
        part = t("my_team.share", officer=officer, share=percentage(100 * float(share)))
        said.append(officer if float(share) == 1 else part)
    return ", ".join(said)


def filters_said(view: View) -> str:
    """The office and the filters in words; an office that is the only one is among no filters."""
    office = view.choice.label("office")
    said = view.choice.said
    return said if said.startswith(office) else ", ".join(filter(None, (office, said)))
