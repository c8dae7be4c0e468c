"""Work that no weight fits is unknown, never nothing: on every page, of an office, a line and an officer."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from importlib import import_module

import polars as pl
import pytest

from dashboards import languages
from dashboards.app_pages import PAGES
from dashboards.filters.all_filters import FILTERS
from dashboards.filters.filter import Context
from dashboards.page import panels_of, steps
from dashboards.panel import Table
from dashboards.panels.my_work import history, today
from dashboards.text import speaking, t
from dashboards.view import View
from tests.dashboards import test_true_of_every_service as every_service
from tests.dashboards.test_said_is_counted import words_of
from tests.dashboards.test_true_of_every_service import _page, answered, asked, panels, said
from tests.dashboards.viewing import published_reader, view_of

warehouse_of, shown = every_service.warehouse_of, every_service.shown
UNWEIGHED = (
    ("incidents", {}),
    ("half", {"office": "NORTH"}),
    ("half", {"office": "SOUTH", "service_line": "incidents"}),
)
# Work of nothing: an amount or a percentage of capacity, in either language. Shares of cases are none.
NO_WORK = re.compile(
    r"\b0 (hours a month|uur per maand|points|punten)\b|\b0\s?% (of capacity|van de capaciteit)|"
    r"[Bb]etween 0% and 0%|tussen 0\s?% en 0\s?%"
)


def amounts_of_work(table: Table) -> Iterator[tuple[str, list]]:
    """The columns of work and of its percentage that a table shows."""
    for name in table.columns:
        is_work = re.search(
            r"(workload|case|task|demand|weight|waiting|uncovered).*units|_pct|share_pct", name
        )
        if name in table.rows.columns and is_work and name not in ("clearance_pct", "vacancy_pct"):
            yield name, table.rows[name].to_list()


@pytest.mark.parametrize("language", languages.codes())
@pytest.mark.parametrize(("name", "place"), UNWEIGHED, ids=str)
def test_work_that_no_weight_fits_is_nowhere_nothing(
    nobody_is_few, shown, name: str, place: dict[str, str], language: str
) -> None:
    """No sentence and no cell of any page says 0 of it; each page that is about work says why."""
    shown(name)
    for page in PAGES:
        if name == "half" and (
            page in ("overview", "scenarios") or (page in ("pressure", "my_team") and "service_line" in place)
        ):
            continue  # of all lines and offices together, of which some work is known
        found = list(panels(page, language, **place))
        pieces = [piece for panel in found for piece in words_of(panel)]
        wrong = [piece for piece in pieces if NO_WORK.search(piece) and "| 0 | " not in piece]
        assert wrong == [], page
        for panel in found:
            if panel.name == "growth_open_cases":
                continue  # a cause without a part in the change of cases is no unknown work
            of_place = _rows_of(panel.table, place) if panel.table else None
            for column, amounts in amounts_of_work(of_place) if of_place else ():
                assert 0 not in amounts, (page, panel.name, column)
        with speaking(language):
            why = (t("offices.unweighed"), t("overview.unweighed"), t("offices.figure_unweighed_note"))
            # of which no work is told at all
            why += (t("growth.one_month"), t("staff.too_short"))
        # My work is of an officer, and none is chosen
        is_without_work = page in ("about", "looked", "mix", "my_work", "outcomes", "wellbeing", "feedback")
        assert is_without_work or any(one in piece for one in why for piece in pieces), page


def _rows_of(table: Table, place: dict[str, str]) -> Table:
    """A table without the rows of other offices, of which the work is known."""
    if "office" not in place or "part_id" not in table.rows.columns:
        return table
    return replace(table, rows=table.rows.filter(pl.col("part_id").is_in(["", place["office"]])))


def test_a_page_says_how_many_cases_have_no_weight_before_it_says_a_percentage(shown) -> None:
    """Beside work that is known: their count by SQL, the office that has none, and nothing is compared."""
    file = shown("half")
    ((open_cases, unweighed),) = asked(
        file,
        """
        select count(*), count(*) filter (where weight_basis = '')
        from fct_open_cases inner join dim_status on weight_scheme = default_weight_scheme
        where service_line = 'offender_supervision'
        """,
    )
    sentence = f"{unweighed} of the {open_cases} open cases here have no weight under this scheme."
    for page in ("overview", "offices", "outlook", "certainty"):
        pieces = said(page)
        place = next(place for place, piece in enumerate(pieces) if sentence in piece)
        assert "North" in pieces[place] and "South" not in pieces[place]
        assert place <= next(place for place, piece in enumerate(pieces) if "%" in piece), page
    assert any("may be above a threshold of workload" in piece for piece in said("pressure"))
    assert not [piece for piece in said("overview") if "overall workload" in piece]
    ahead = next(panel for panel in panels("outlook") if panel.name == "outlook_offices").table.rows
    assert ahead.filter(part_id="NORTH")["workload_units_quarter"].to_list() == [None]
    assert ahead.filter(part_id="SOUTH")["workload_units_quarter"][0] > 0
    heat = next(panel for panel in panels("offices") if panel.name == "offices_heat")
    assert "Lozenges: cases, but no weight for them (16)." in heat.summary and "Crosses" not in heat.summary


def test_of_an_officer_whose_work_no_weight_fits_nothing_is_booked_is_not_said(shown) -> None:
    shown("half")
    view = _officer_of("NORTH")
    with speaking("en"):
        found = {
            panel.name: panel
            for part, part_view in steps(_page("outlook"), view, partial(answered, dict(view.choice.values)))
            for panel in panels_of(part(part_view))
        }
    assert found["outlook_officer"].said.startswith("This scheme has no weight for these cases")
    weights = found["outlook_own_cases"].table
    assert weights.rows["weight_units_now"].null_count() == weights.rows.height > 0
    assert weights.missing_in["weight_units_now"] == "no weight"


def test_my_work_that_no_weight_fits_has_no_percentage_and_no_line(shown) -> None:
    shown("half")
    view = _officer_of("NORTH")
    with speaking("en"):
        figures = today.head_figures(view).head_figures
        listed, over_time = today.derivation(view), history.over_time(view)
    assert [one.value for one in figures[:2]] == ["cannot be computed"] * 2
    assert figures[2].value == str(listed.table.rows.height)
    assert "%" not in listed.title and listed.summary.startswith("This scheme has no weight for these cases")
    rows = listed.table.rows
    assert all(rows[name].null_count() == rows.height for name in ("weight_units", "of_full_time_pct"))
    assert over_time.said.startswith("This scheme has no weight for these cases") and over_time.chart is None


def _officer_of(office: str) -> View:
    """The view of the first officer of an office."""
    view = view_of(_page("outlook"), published_reader(), office=office)
    ids = [one for one in FILTERS["officer"].options(_context(view)) if one != "all"]
    return view.choosing(replace(view.choice, values=dict(view.choice.values) | {"officer": ids[0]}))


def test_an_officers_month_that_no_weight_fits_is_not_nothing(shown) -> None:
    shown("incidents")
    with speaking("en"):
        view = _officer_of("DESK")
        month = import_module("dashboards.panels.outlook.month").last_month(view)
    assert month is None or "cannot be computed" in [figure.value for figure in month.head_figures]


def _context(view: View) -> Context:
    return Context(view.reader, view.status, dict(view.choice.values))
