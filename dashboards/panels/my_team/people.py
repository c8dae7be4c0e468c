"""The people of one office, each with the work and the cases carried: in a fixed order."""

from html import escape

import polars as pl

from dashboards.panel import Panel, Table, not_delivered
from dashboards.panels import unweighed
from dashboards.panels.my_team import frames
from dashboards.panels.my_team.frames import Person, of_full_time_pct, of_the_team
from dashboards.panels.pressure import thresholds
from dashboards.panels.weights import basis, unit
from dashboards.svg.spark import spark
from dashboards.text import listed, number, percentage, plural, t
from dashboards.view import View

_MARTS = ("fct_person_periods", "fct_officer_weeks", "dim_officers")
_WEEKS_BEFORE = 12  # the first of a quarter


def what_it_is_not(view: View) -> Panel:
    """That work is no measure of how people are, said before the first figure."""
    said = f"<strong>{escape(t('my_team.warning'))}</strong> {escape(t('my_team.warning_why'))}"
    return Panel("my_team_warning", picture=f'<p class="mw-summary">{said}</p>')


@of_the_team
def partly_unweighed(view: View) -> Panel | None:
    """That some or all of the work of the office is not known, before any figure of it."""
    if unweighed.is_all(view):
        return not_delivered("my_team_unweighed", t("offices.unweighed"))
    said = unweighed.some_words(view)
    return not_delivered("my_team_unweighed", said) if said else None


@of_the_team
def people(view: View) -> Panel:
    """Everybody's work and cases: now, over the last weeks, and above which thresholds for four weeks."""
    name = "my_team_people"
    if not view.status.has_contracts:
        return not_delivered(name, t("my_team.no_contracts"), t("my_team.people_title_none"))
    if not view.status.has_assignments:
        return not_delivered(name, t("my_team.no_assignments"), t("my_team.people_title_none"))
    team = frames.people(view)
    if not team:
        return not_delivered(name, t("my_team.nobody"), t("my_team.people_title_none"))
    return Panel(
        name,
        title=_title(team, view),
        subtitle=t("my_team.people_subtitle", unit=unit(view), basis=basis(view)),
        picture=_picture(team, view),
        summary=t("my_team.people_summary"),
        table=Table(
            _rows(team, view),
            {
                "officer_id": t("my_team.column_officer"),
                "workload_units": t("my_team.column_work", unit=unit(view)),
                "work_of_full_time_pct": t("my_team.column_of_full_time"),
                "active_cases": t("my_team.column_cases"),
                "above_four_weeks": t("my_team.column_above"),
                "units_before": t("my_team.column_work_before", weeks=_WEEKS_BEFORE, unit=unit(view)),
                "cases_before": t("my_team.column_cases_before", weeks=_WEEKS_BEFORE),
            },
            caption=t("my_team.people_caption"),
            filters=frames.filters_said(view),
            missing=t("my_team.none"),
            missing_in=dict.fromkeys(
                ("workload_units", "work_of_full_time_pct", "units_before"), t("common.no_weight")
            ),
            stands_for={"workload_units": "workload_units_avg", "active_cases": "active_cases_avg"},
            on_phone=("work_of_full_time_pct", "active_cases"),
        ),
        notes=(thresholds.sources_of(view, (frames.WORK, frames.CASES)),),
        quotes=thresholds.quotes_of(view, (frames.WORK, frames.CASES)),
        marts=_MARTS,
    )


def _title(team: list[Person], view: View) -> str:
    """How many there are and, where work can be compared, how many are above the lowest threshold of it."""
    office, lowest = view.choice.label("office"), thresholds.bounds(view, frames.WORK)[:1]
    if not lowest or not frames.full_time_units(view):
        return plural("my_team.people_title_plain", len(team), office=office)
    return plural(
        "my_team.people_title",
        len(team),
        office=office,
        threshold=thresholds.amount_words(frames.WORK, lowest[0]),
        above=number(sum(frames.WORK in person.above for person in team)),
    )


def _rows(team: list[Person], view: View) -> pl.DataFrame:
    return pl.DataFrame(
        [
            {
                "officer_id": person.officer,
                "workload_units": person.work,
                "work_of_full_time_pct": of_full_time_pct(person.work, view),
                "active_cases": round(person.cases),
                "above_four_weeks": listed([*person.above.values()]) or None,
                "units_before": _before(person.work_by_week),
                "cases_before": _before(person.cases_by_week),
            }
            for person in team
        ],
        schema_overrides={
            "workload_units": pl.Float64,
            "work_of_full_time_pct": pl.Float64,
            "above_four_weeks": pl.String,
            "units_before": pl.Float64,
            "cases_before": pl.Float64,
        },
    )


def _before(by_week: tuple[float, ...]) -> float | None:
    """The first week of the quarter that ends with the last whole week; None where these data begin later."""
    return by_week[-1 - _WEEKS_BEFORE] if len(by_week) > _WEEKS_BEFORE else None


def _picture(team: list[Person], view: View) -> str:
    """A row per person: two small lines, the work and the cases of today, and what was passed for weeks."""
    lines = plural("my_team.head_lines", max(len(person.cases_by_week) for person in team))
    head = [t("my_team.column_officer"), lines, t("my_team.head_now"), t("my_team.head_above")]
    mark = f" ({view.synthetic})" if view.synthetic else ""
    rows = [_row([escape(head[0]), escape(lines + mark), *map(escape, head[2:])], "columnheader")]
    rows += [_row(_cells(person, view), "cell") for person in team]
    return f'<div class="mw-offices mw-team" role="table">{"".join(rows)}</div>'


def _row(cells: list[str], role: str) -> str:
    drawn = "".join(f'<div role="{role}">{cell}</div>' for cell in cells)
    return f'<div role="row">{drawn}</div>'


def _cells(person: Person, view: View) -> list[str]:
    pair = f'<div class="mw-pair">{_work_line(person, view)}{_cases_line(person, view)}</div>'
    above = t("my_team.above", what=listed([*person.above.values()])) if person.above else ""
    return [escape(person.officer), pair, _now(person, view), escape(above)]


def _now(person: Person, view: View) -> str:
    cases = plural("common.cases", round(person.cases))
    if person.work is None:
        return escape(f"{t('common.no_weight')}; {cases}")
    of_full_time = of_full_time_pct(person.work, view)
    work = f"{number(person.work)} {unit(view)}" if of_full_time is None else percentage(of_full_time)
    return escape(t("my_team.now", work=work, cases=cases))


def _work_line(person: Person, view: View) -> str:
    if not person.work_by_week:
        return "<span></span>"
    ends = {"first": number(person.work_by_week[0]), "last": number(person.work_by_week[-1])}
    return spark(
        person.work_by_week,
        t("my_team.work_line", officer=person.officer, unit=unit(view), **ends) + _synthetic(view),
        frames.full_time_units(view),
    )


def _cases_line(person: Person, view: View) -> str:
    if not person.cases_by_week:
        return "<span></span>"
    ends = {"first": number(person.cases_by_week[0]), "last": number(person.cases_by_week[-1])}
    return spark(
        person.cases_by_week, t("my_team.cases_line", officer=person.officer, **ends) + _synthetic(view)
    )


def _synthetic(view: View) -> str:
    return f" ({view.synthetic})" if view.synthetic else ""
