"""Capacity of few people is gone before a question answers, everywhere, and does not follow from the rest."""

from pathlib import Path
from random import Random

import numpy as np
import polars as pl
import pytest

from dashboards import WAREHOUSE_VARIABLE, database, queries
from dashboards.access import few_people
from dashboards.access.capacity import is_of_capacity
from dashboards.access.few_people import Posts, hidden_areas
from dashboards.app_pages import PAGES
from dashboards.queries import certainty, offices, outlook, overview
from dashboards.reader import Reader
from dashboards.text import speaking, t
from tests.dashboards.shown import page_named, panels_with, shown
from tests.dashboards.small_services import offices_by_area, seen, small, told
from tests.dashboards.viewing import choice_of, published_reader, view_of
from tests.reference.drawn import SEEDS, drawn_file

SCHEME = "fl_type_phase"
PARENTS = {"service": "", "A": "service", "B": "service", "C": "service"}


def posts(**steady: float) -> dict[str, Posts]:
    return {area: Posts(one, one) for area, one in steady.items()}


@pytest.mark.parametrize(
    ("own", "hidden"),
    [
        (posts(service=30, A=5, B=10, C=15), set()),
        (posts(service=29.9, A=4.9, B=10, C=15), {"A", "B"}),
        (posts(service=30, A=4, B=4, C=22), {"A", "B"}),
        (posts(service=12, A=1, B=1, C=10), {"A", "B", "C"}),
        (posts(service=4, A=4), {"service", "A"}),
        (posts(service=6, A=3, B=3), {"A", "B"}),
        (posts(service=20, A=20), set()),
        ({}, set()),
    ],
)
def test_fewer_than_five_posts_are_hidden_and_the_next_smallest_with_them(own, hidden) -> None:
    assert hidden_areas(own, PARENTS) == hidden


def test_an_office_that_closes_in_the_year_does_not_cover_for_one_that_stays() -> None:
    own = posts(service=40, A=4, C=20) | {"B": Posts(fewest=16, steady=0)}
    assert hidden_areas(own, PARENTS) == {"A", "C"}, "when B is closed, all less C would be A"


def test_of_a_region_that_is_hidden_every_office_is() -> None:
    parents = {"service": "", "R": "service", "S": "service", "T": "service"}
    parents |= {"r": "R", "s1": "S", "s2": "S", "t": "T"}
    own = posts(service=60, R=4, S=16, T=40, r=4, s1=8, s2=8, t=40)
    assert hidden_areas(own, parents) == {"R", "r", "S", "s1", "s2"}


def test_one_week_of_few_people_hides_the_capacity_of_every_week_of_an_outlook() -> None:
    own = ("workload_pct", "capacity_units_avg", "contract_fte_avg", "available_fte_avg", "reduced_fte_avg")
    weeks = pl.DataFrame({name: [6.0, None] for name in own} | {"workload_units_avg": [1.0, 2.0]})
    cleared = few_people.hidden_throughout(weeks.with_columns(is_of_few=pl.Series([False, True])))
    assert cleared["is_of_few"].all() and cleared["workload_units_avg"].to_list() == [1.0, 2.0]
    assert all(cleared[name].null_count() == 2 for name in own)


def test_a_capacity_column_is_known_by_its_name() -> None:
    of_capacity = (
        "workload_pct",
        "workload_pct_quarter",
        "workload_lower_pct",
        "capacity_units_avg",
        "capacity_units",
    )
    of_capacity += ("contract_fte_avg", "available_fte_now", "moved_points", "uncounted_fte_avg")
    assert all(is_of_capacity(name) for name in of_capacity)
    others = (
        "eur_per_fte_year",
        "workload_units_avg",
        "work_change_pct",
        "error_pct",
        "clearance_pct",
        "workload_share_pct",
    )
    assert not any(is_of_capacity(name) for name in others)


@pytest.mark.parametrize("seed", range(200))
def test_no_small_group_follows_from_any_period_of_a_year(seed: int) -> None:
    """Offices open, close, grow and shrink from month to month: whatever is shown tells of no small one."""
    chance = Random(seed)
    parents = {"service": ""}
    regions = chance.choice([(), ("R", "S", "T")])
    parents |= dict.fromkeys(regions, "service")
    own = [f"office {number}" for number in range(chance.randint(1, 9))]
    parents |= {office: chance.choice(regions or ("service",)) for office in own}
    months = {
        office: [chance.choice([0, 1, 3, 4.9, 5, 8, chance.randint(0, 30)])] * 6
        + [chance.choice([0, 2, 5, chance.randint(0, 30)])] * 6
        for office in own
    }
    belongs = {
        area: [office for office in own if area in (office, parents[office], "service")] for area in parents
    }
    by_area = {area: [sum(months[one][m] for one in belongs[area]) for m in range(12)] for area in parents}
    length = sum(amount > 0 for amount in by_area["service"])
    year = {
        area: Posts(min(some), min(some) if len(some) == length else 0)
        for area, amounts in by_area.items()
        if (some := [amount for amount in amounts if amount > 0])
    }
    hidden = hidden_areas(year, parents)
    for month in range(12):
        there = [office for office in own if months[office][month] > 0]
        rows = [[float(one in belongs[area]) for one in there] for area in year if area not in hidden]
        basis = np.linalg.svd(np.array(rows or [[0.0] * len(there)]))
        axes = basis[2][int((basis[1] > 1e-9).sum()) :] if there else np.zeros((0, 0))
        for area in year:
            if 0 < by_area[area][month] < 5:
                target = np.array([float(one in belongs[area]) for one in there])
                assert np.abs(axes @ target).max(initial=0) > 1e-9, (area, month)


def test_no_small_group_of_the_sample_is_seen_or_follows_from_all_that_is(asking: Reader) -> None:
    attack(asking, least_hidden=1)


def test_no_small_group_of_regions_is_seen_or_follows(warehouse_with_regions, monkeypatch) -> None:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_with_regions))
    attack(published_reader(), least_hidden=1)


def attack(asking: Reader, least_hidden: int = 0) -> None:
    targets, figures = small(asking.file), seen(asking)
    assert len(targets) >= least_hidden
    assert not targets & figures, "shown outright"
    assert told(figures, targets, offices_by_area(asking.file)) == []


@pytest.fixture(scope="module", params=SEEDS)
def drawn_service(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A service of four small offices, as drawn for the reference: nearly all of it is of few people."""
    return drawn_file(request.param, tmp_path_factory)


def test_no_small_group_of_a_drawn_service_is_seen_or_follows(drawn_service: Path) -> None:
    attack(Reader(str(drawn_service)))


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_page_of_a_drawn_service_opens_and_says_why_it_shows_little(
    drawn_service: Path, language
) -> None:
    asking = Reader(str(drawn_service), language)
    said = []
    with speaking(language):
        for page in PAGES:
            for office in ("all", *(row["id"] for row in queries.choices(asking, "office"))):
                said += shown(page, asking, office=office)
        if queries.status(asking).has_contracts:
            assert any(
                t("common.of_few", smallest=5) in line or t("common.of_few_cell") in line for line in said
            )


def test_what_is_hidden_is_hidden_on_every_page_alike(asking: Reader) -> None:
    """By month, window, week, scheme, weights and day of new weights, on its own page and beside others."""
    counted = {True: 0, False: 0}
    for line in (row["id"] for row in queries.choices(asking, "service_line")):
        years = _hidden_years(asking, line)
        for weights in ("then", "now"):
            months = offices.line_months(asking, choice_of(service_line=line, weights=weights))
            for part, when, is_of_few in months.select("part_id", "month_start_on", "is_of_few").iter_rows():
                assert is_of_few == (when.year in years.get(part or "service", ())), (part, when)
                counted[is_of_few] += 1
            windows = offices.line_windows(asking, choice_of(service_line=line, weights=weights))
            same = ("part_id", "window_start_on", "window_end_on", "is_of_few")
            for part, first, last, is_of_few in windows.select(same).iter_rows():
                hidden = {first.year, last.year} & set(years.get(part or "service", ()))
                assert is_of_few == bool(hidden)
            for rows in (months, windows, certainty.weight_changes(asking, choice_of(service_line=line))):
                gone = rows.filter("is_of_few")
                assert all(
                    gone[name].null_count() == gone.height for name in rows.columns if is_of_capacity(name)
                )
        for area, own in years.items():
            weeks = outlook.area_weeks(asking, choice_of(area, service_line=line))
            assert (
                weeks["is_of_few"].any()
                == any(year in own for when in weeks["first_day_on"] for year in {when.year})
                or weeks["is_of_few"].all()
            )
    assert all(counted.values())
    found = overview.load_in_windows(asking, choice_of())
    assert found.filter("is_of_few")["workload_pct"].null_count() == found.filter("is_of_few").height > 0


def _hidden_years(asking: Reader, line: str) -> dict[str, list[int]]:
    rows = database.frame(
        asking, "select area_id, years from few_posts where service_line = $line", line=line
    )
    return dict(rows.iter_rows())


def test_no_panel_of_few_people_holds_a_number_of_capacity(asking: Reader) -> None:
    """On every page, for every office and line hidden today: no cell, and no percentage in words."""
    year = queries.status(asking).as_of.year
    rows = database.frame(asking, "select * from few_posts").filter(pl.col("years").list.contains(year))
    hidden = [row for row in rows.iter_rows() if not row[0].endswith(":region")]
    assert hidden
    with speaking("en"):
        for area, line, _ in hidden[:6]:
            for name in ("offices", "certainty", "outlook"):
                page = page_named(name)
                view = view_of(page, asking, office=area, service_line=line, period="one_year")
                if page.is_empty(view):
                    continue
                for panel in panels_with(page, view, {}):
                    if panel.table is None:
                        continue
                    own = panel.table.rows
                    if "part_id" in own.columns:
                        own = own.filter(pl.col("part_id") == area)
                    if "month_start_on" in own.columns:
                        own = own.filter(pl.col("month_start_on").dt.year() == year)
                    known = [
                        column
                        for column in panel.table.columns
                        if column in own.columns
                        and is_of_capacity(column)
                        and own[column].null_count() < own.height
                    ]
                    assert not known, (name, panel.name, known)
