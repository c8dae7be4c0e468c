"""Why it grew says of a month that later deliveries changed what was first published, and by how much."""

from pathlib import Path

import pytest

from dashboards.panel import Panel
from dashboards.panels.growth.restated import as_known
from dashboards.queries import growth as questions
from dashboards.reader import Reader
from dashboards.text import number, speaking
from dashboards.view import View
from tests.dashboards.conftest import changed_copy
from tests.dashboards.test_pages_growth import looking
from tests.dashboards.viewing import of_marts, published_reader
from warehouse.places import WAREHOUSE_VARIABLE

# A second publication of the same figures, but with 7 more open cases and 40 hours less in June 2020.
AGAIN = """
    insert into marts.fct_figures_as_known by name
    select * replace (2 as edition, known_on + 30 as known_on, figure + case
        when office_id <> 'GEN' or month_start_on <> date '2020-06-01' then 0
        when measure = 'open_cases_end' then 7
        when measure = 'workload_units_avg' then -40
        else 0
    end as figure)
    from marts.fct_figures_as_known
"""
KNOWN = """
    select sum(figure) filter (where edition = 1) as before, sum(figure) filter (where edition = 2) as now
    from fct_figures_as_known
    where measure = 'open_cases_end' and month_start_on = date '2020-06-01'
"""


@pytest.fixture(scope="module")
def warehouse_restated(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return changed_copy(sample_warehouse, tmp_path_factory.mktemp("restated") / "warehouse", [AGAIN])


@pytest.fixture
def asking_restated(warehouse_restated: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_restated))
    return published_reader()


def panel(view: View) -> Panel | None:
    with speaking("en"):
        return as_known(view)


def test_what_was_restated_stands_there_with_both_figures(asking_restated) -> None:
    before, now = of_marts(asking_restated, KNOWN).row(0)
    found = panel(looking(asking_restated))
    assert f"open cases in June 2020, from {number(before)} to {number(now)}" in found.title
    assert now - before == 7
    restated = dict(found.table.rows.select("measure", "restated").iter_rows())
    assert restated == pytest.approx({"open cases": 7, "work": -40})


def test_an_office_that_nothing_changed_in_says_nothing(asking_restated) -> None:
    assert panel(looking(asking_restated, office="ANT")) is None
    assert panel(looking(asking_restated, office="GEN")) is not None


def test_a_month_that_an_edition_may_know_in_part_is_not_compared(asking_restated) -> None:
    rows = questions.as_known(asking_restated, looking(asking_restated, to_month="2026-06").choice)
    assert rows["month_start_on"].unique().to_list() == [month_compared_with(asking_restated)]


def month_compared_with(reader: Reader):
    return looking(reader).choice.from_month


def test_with_one_publication_nothing_is_restated(asking) -> None:
    assert panel(looking(asking)) is None


def test_pages_cannot_ask_what_was_known_of_capacity(asking) -> None:
    rows = questions.ask(asking, looking(asking).choice, "select distinct measure from fct_figures_as_known")
    assert not set(rows["measure"]) & {"capacity_units_avg", "workload_pct"}
    assert "workload_units_avg" in set(rows["measure"])
