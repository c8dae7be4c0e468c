"""Outcomes: what is not delivered is said, small categories do not follow, parts keep their order."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import polars as pl
import pytest

from dashboards import WAREHOUSE_VARIABLE, database
from dashboards.access.door import SMALLEST_SHOWN
from dashboards.access.small_categories import categories_cleared
from dashboards.app_pages.outcomes import PAGE
from dashboards.page import panels_of
from dashboards.panel import Panel, State
from dashboards.panels import shares
from dashboards.panels.outcomes import conditions, endings, frames
from dashboards.panels.parts import service_parts
from dashboards.queries import outcomes as questions
from dashboards.reader import Reader
from dashboards.text import speaking
from dashboards.view import View
from tests.dashboards.conftest import changed_copy
from tests.dashboards.test_small_groups import _told
from tests.dashboards.viewing import of_marts, published_reader, view_of

ENTITIES = {
    "conditions": ("fct_condition_months",),
    "breaches": ("fct_breach_months", "fct_case_event_months"),
    "figures": ("fct_outcome_figures",),
    "needs": ("fct_need_months",),
    "referrals": ("fct_referral_months",),
}


@pytest.fixture
def view(asking_large: Reader) -> View:
    return view_of(PAGE, published_reader())


@pytest.fixture
def of_regions(warehouse_with_regions: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """A reader of a sample that is large enough to show some categories; its parts are regions."""
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_with_regions))
    database.forget()
    return published_reader()


def _panels(view: View) -> Iterator[Panel]:
    with speaking("en"):
        for part in PAGE.parts:
            yield from panels_of(part(view))


@pytest.mark.parametrize("there", [(), ("needs",), ("conditions", "figures")], ids=str)
def test_what_was_not_delivered_is_said_and_the_rest_is_shown(
    sample_warehouse: Path, tmp_path: Path, monkeypatch, there: tuple[str, ...]
) -> None:
    gone = [mart for entity, marts in ENTITIES.items() if entity not in there for mart in marts]
    folder = changed_copy(sample_warehouse, tmp_path / "part", [f"drop table marts.{mart}" for mart in gone])
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(folder))
    found = {panel.name: panel for panel in _panels(view_of(PAGE, published_reader()))}
    for entity in ENTITIES:
        panel = found[f"outcomes_{entity}"]
        assert (panel.state == State.NOT_DELIVERED) == (entity not in there), entity
        assert panel.said.startswith("Not delivered: ") == (entity not in there)
    assert found["outcomes_ages"].table is not None, "cases and their endings are there"
    assert ("outcomes_funnel" in found) <= ("conditions" in there)


def test_lines_end_where_too_few_could_still_end(view: View) -> None:
    rows = questions.ending_ages(view.reader, view.choice).filter(pl.col("supervision_type") == "")
    found = endings.endings_by_age(rows, ["completed", endings.OTHER])
    seen = dict(rows.filter(pl.col("end_reason") == "").select("age_months", "at_risk_cases").iter_rows())
    last = found["age_months"].max()
    assert min(seen[age] for age in range(last + 1)) >= shares.FEWEST
    assert seen.get(last + 1, 0) < shares.FEWEST
    sums = found.group_by("age_months").agg(pl.col("ended_per_100").sum())
    assert sums["ended_per_100"].to_list() == pytest.approx([100.0] * sums.height)


def test_of_too_few_cases_nothing_is_followed(view: View) -> None:
    rows = questions.ending_ages(view.reader, view.choice).filter(pl.col("supervision_type") == "")
    few = rows.with_columns(pl.col("at_risk_cases", "ended_cases").clip(upper_bound=shares.FEWEST - 1))
    assert endings.endings_by_age(few, ["completed"]) is None
    assert endings.endings_by_age(rows.filter(pl.col("age_months") > 0), ["completed"]) is None


def test_the_counts_of_an_office_are_those_of_its_months_or_hidden(view: View) -> None:
    rows = frames.of_parts(view, "referrals").filter((pl.col("category") != "") & (pl.col("part_id") != ""))
    counted = of_marts(
        view.reader,
        """
        select office_id as part_id, domain as category, sum(made_referrals)::bigint as made
        from fct_referral_months inner join dim_work_types on work_type = supervision_type
        where service_line = 'offender_supervision' and month_start_on between '2025-01-01' and '2025-12-01'
        group by all
        """,
    )
    beside = rows.join(counted, on=["part_id", "category"], how="full", coalesce=True)
    assert beside.height == rows.height == counted.height > 10
    shown = beside.filter(~pl.col("is_hidden"))
    assert shown["made_referrals"].to_list() == shown["made"].to_list()
    hidden = beside.filter("is_hidden")
    counts = [name for name in hidden.columns if name.endswith("_referrals")]
    assert hidden.height and all(hidden[name].null_count() == hidden.height for name in counts)


@pytest.mark.parametrize("seed", range(25))
def test_no_small_category_follows_from_what_is_shown(seed: int) -> None:
    chance = Random(seed)
    first = pl.date(2025, 1, 1)
    rows = [
        {
            "entity": entity,
            "part_id": f"office {office}",
            "category": f"domain {domain}",
            "made": (made := chance.choice([0, 1, 3, 6, 12, chance.randint(0, 60)])),
            "no_place": chance.randint(0, made) if entity == "referrals" else None,
        }
        for entity in ("needs", "referrals")
        for office in range(chance.randint(1, 6))
        for domain in range(chance.randint(1, 4))
    ]
    schema = {"entity": str, "part_id": str, "category": str, "made": int, "no_place": int}
    frame = pl.DataFrame(rows, schema=schema).with_columns(first_on=first, last_on=first)
    _is_safe(frame, categories_cleared(frame, ["needs", "referrals"]), seed)


def test_no_small_category_of_the_sample_is_shown(of_regions: Reader) -> None:
    view = view_of(PAGE, of_regions)
    rows = questions.twelve_months(view.reader, view.choice)
    personal = rows.filter(pl.col("entity") != "breaches")
    assert personal["is_hidden"].any() and not personal["is_hidden"].all()
    counts = [name for name, kind in rows.schema.items() if kind.is_integer()]
    shown = [one for name in counts for one in personal[name].drop_nulls() if one > 0]
    assert len(shown) > 20 and min(shown) >= SMALLEST_SHOWN
    assert not rows.filter((pl.col("entity") == "breaches") & pl.col("is_hidden")).height


def _is_safe(true: pl.DataFrame, cleared: pl.DataFrame, seed: int) -> None:
    """Each count as a table of its own: no small one follows from those that are shown, by linear algebra."""
    cell = ["entity", "part_id", "category"]
    for count in ("made", "no_place"):
        for (entity,), rows in true.drop_nulls(count).group_by("entity"):
            own = cleared.filter(pl.col("entity") == entity).select(*cell, "is_hidden")
            people = _with_totals(rows, count).join(own, on=cell, how="left").filter(pl.col("people") > 0)
            marked = people.rename({"category": "grade"})
            assert not marked.filter(~pl.col("is_hidden") & (pl.col("people") < SMALLEST_SHOWN)).height
            if not marked["is_hidden"].all():
                assert _told(marked) == [], (seed, entity, count)


def _with_totals(rows: pl.DataFrame, count: str) -> pl.DataFrame:
    cell = ["entity", "part_id", "category"]
    kept = [
        rows.with_columns(pl.lit("").alias(name) for name in gone)
        for gone in ([], ["part_id"], ["category"], ["part_id", "category"])
    ]
    return pl.concat([one.group_by(cell).agg(people=pl.col(count).sum()) for one in kept])


def test_a_funnel_keeps_the_order_of_parts_and_calls_no_difference_inside_its_limits(view: View) -> None:
    with speaking("en"):
        panel = conditions.of_parts(view)
    assert panel is not None, "this sample has enough parts"
    rows, order = panel.table.rows, list(service_parts(view))
    assert rows["part_id"].to_list() == [part for part in order if part in set(rows["part_id"])]
    inside = pl.col("per_100").is_between("inner_lower", "inner_upper")
    assert rows.filter(inside)["met_difference"].unique().to_list() == ["none"]
    assert "none" not in rows.filter(~inside)["met_difference"].to_list()
    counted = of_marts(
        view.reader,
        """
        select office_id as part_id, 100 * sum(met_conditions)
            / sum(met_conditions + partly_met_conditions + not_met_conditions) as share
        from fct_condition_months inner join dim_work_types on work_type = supervision_type
        where service_line = 'offender_supervision' and month_start_on >= '2025-07-01'
        group by all
        """,
    )
    beside = rows.join(counted, on="part_id", how="left", maintain_order="left")
    assert beside["per_100"].to_list() == pytest.approx(beside["share"].to_list())


def test_an_office_of_a_region_has_no_categories_and_its_region_has(of_regions: Reader) -> None:
    reader = of_regions
    region = "Oost-Vlaanderen:region"
    within = {one.name: one for one in _panels(view_of(PAGE, reader, region=region, office="GEN"))}
    of_region = {one.name: one for one in _panels(view_of(PAGE, reader, region=region))}
    for entity in ("conditions", "breaches", "needs", "referrals"):
        assert within[f"outcomes_{entity}"].state == State.HIDDEN
    assert of_region["outcomes_conditions"].state == State.SHOWN
    assert "outcomes_funnel" not in within.keys() | of_region.keys(), "among all regions only"
    assert within["outcomes_figures"].state == of_region["outcomes_figures"].state == State.HIDDEN


def test_a_share_of_fewer_than_ten_is_not_said() -> None:
    rows = pl.DataFrame({"category": ["a", "b", "c"], "part": [4, 3, None], "whole": [10, 9, None]})
    shared = shares.with_share(rows, "part", "whole")
    assert shared["per_100"].to_list() == [40, None, None]
    # Wilson's limits of 4 in 10
    assert shared["per_100_low"][0] == pytest.approx(16.818, abs=1e-3)
    assert shared["per_100_high"][0] == pytest.approx(68.733, abs=1e-3)


def test_nobody_is_ordered_by_result(view: View) -> None:
    """No table of the page is about officers, and the one of parts has the order of the service."""
    for panel in _panels(view):
        if panel.table:
            assert "officer_id" not in panel.table.rows.columns, panel.name
            assert ("part_id" in panel.table.rows.columns and panel.table.opens == "part_id") == (
                panel.name == "outcomes_funnel"
            )
