"""Case mix: shares by hand, small groups hidden where the others would give them away, few cases no days."""

from pathlib import Path

import polars as pl
import pytest

from dashboards import WAREHOUSE_VARIABLE, queries
from dashboards.access.door import SMALLEST_SHOWN
from dashboards.app_pages.mix import PAGE
from dashboards.panel import Panel, State
from dashboards.panels.mix import carried, endings, frames, risk_moves
from dashboards.queries import mix as questions
from dashboards.reader import Reader
from dashboards.text import speaking
from dashboards.view import View
from tests.dashboards.conftest import changed_copy
from tests.dashboards.viewing import of_marts, published_reader, view_of


@pytest.fixture
def view(asking_large: Reader) -> View:
    return view_of(PAGE, published_reader())


def test_the_kinds_of_an_office_are_those_of_its_mix(view: View) -> None:
    office = view_of(PAGE, view.reader, office="GEN")
    rows = frames.last_month(frames.of_aspect(office, "supervision_type"))
    counted = of_marts(
        view.reader,
        """
        select supervision_type as category, sum(active_cases_avg) as cases
        from fct_case_mix_months inner join dim_work_types on work_type = supervision_type
        where office_id = 'GEN' and weight_scheme = 'count' and service_line = 'offender_supervision'
            and month_start_on = (select date_trunc('month', as_of) from dim_status)
        group by all
        """,
    )
    assert rows.height == counted.height > 2
    expected = dict(counted.iter_rows())
    for row in rows.to_dicts():
        assert row["active_cases_avg"] == pytest.approx(expected[row["category"]])
        assert row["share_pct"] == pytest.approx(100 * expected[row["category"]] / sum(expected.values()))


@pytest.mark.parametrize("aspect", ["supervision_type", "risk_level", "phase"])
def test_the_shares_of_a_month_are_a_hundred(view: View, aspect: str) -> None:
    sums = frames.of_aspect(view, aspect).group_by("month_start_on").agg(pl.col("share_pct").sum())
    assert sums.height > 5
    assert sums["share_pct"].to_list() == pytest.approx([100] * sums.height)


def test_the_sex_of_a_small_group_cannot_be_worked_out_from_other_offices(view: View) -> None:
    """Either no group of any office is small, or no office shows any."""
    offices = of_marts(view.reader, "select area_id from dim_areas where area_kind = 'office'")["area_id"]
    groups = of_marts(
        view.reader,
        """
        select min(active_cases_avg) as least from fct_area_mix_months
        where aspect = 'sex' and service_line = 'offender_supervision'
            and month_start_on = (select date_trunc('month', as_of) from dim_status)
        """,
    )
    assert groups["least"][0] < SMALLEST_SHOWN, "the sample has a small group"
    for office in offices:
        panel = _spoken(carried.by_sex, view_of(PAGE, view.reader, office=office))
        assert panel is None or panel.state == State.HIDDEN, office
    whole = _spoken(carried.by_sex, view)
    assert whole.table is not None and whole.table.rows["active_cases_avg"].drop_nulls().min() >= 5


def test_too_few_endings_have_no_days(view: View) -> None:
    rows = pl.concat(
        [
            questions.endings(view.reader, view_of(PAGE, view.reader, office=office).choice)
            for office in ("VEU", "IEP", "GEN")
        ]
    )
    few = rows.filter(pl.col("ended_cases") < SMALLEST_SHOWN)
    assert few.height and few["duration_days_p50"].null_count() == few.height
    assert rows.filter(pl.col("ended_cases") >= SMALLEST_SHOWN)["duration_days_p90"].null_count() == 0


def test_reasons_add_up_to_what_ended(view: View) -> None:
    rows = frames.endings(view).filter(pl.col("supervision_type") == "")
    every = rows.filter(pl.col("end_reason") == "").select("year_start_on", "ended_cases")
    parts = rows.filter(pl.col("end_reason") != "").group_by("year_start_on").agg(pl.col("ended_cases").sum())
    assert every.height > 3
    assert dict(every.iter_rows()) == dict(parts.iter_rows())


def test_who_carries_is_not_known_is_said(warehouse_without_assignments: Path, monkeypatch) -> None:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_without_assignments))
    view = view_of(PAGE, published_reader())
    assert _spoken(carried.none_carried, view).state == State.NOT_DELIVERED
    assert _spoken(carried.by_kind, view) is None
    assert _spoken(endings.by_reason, view).table is not None, "cases end whoever carried them"


def _spoken(part, view: View) -> Panel | None:
    with speaking("en"):
        return part(view)


def test_of_too_few_cases_no_share_says_how_their_level_moved(asking: Reader) -> None:
    offices = [row["id"] for row in queries.choices(asking, "office")]
    panels = {}
    for office in ("all", *offices):
        with speaking("en"):
            panels[office] = risk_moves.moved(view_of(PAGE, asking, office=office))
    counted = {office: panel.table.rows for office, panel in panels.items() if panel and panel.table}
    assert "%" in panels["all"].title
    small = 0
    for office, rows in counted.items():
        of_level = rows.with_columns(level_cases=pl.col("open_cases").sum().over("risk_level_before"))
        few = of_level.filter(pl.col("level_cases") < SMALLEST_SHOWN)
        assert few["level_share_pct"].null_count() == few.height
        enough = of_level.filter(pl.col("level_cases") >= SMALLEST_SHOWN)
        shares = enough.group_by("risk_level_before").agg(pl.col("level_share_pct").sum())
        assert shares["level_share_pct"].to_list() == pytest.approx([100.0] * shares.height)
        if rows["open_cases"].sum() < SMALLEST_SHOWN:
            small += 1
            assert "%" not in panels[office].title
    assert small, "the sample has an office with few cases"


def test_a_category_that_was_not_there_at_first_had_no_share(asking: Reader) -> None:
    with speaking("en"):
        view = view_of(PAGE, asking)
        rows = frames.of_aspect(view, "phase").sort("position", "month_start_on", maintain_order=True)
        last = rows["category"][-1]
        first_month = rows["month_start_on"].min()
        later = rows.filter((pl.col("category") != last) | (pl.col("month_start_on") > first_month))
        title = carried._over_years("phase", later, last, view).title
    assert f" 0% in {first_month:%B %Y}" in title


def test_levels_that_nobody_assessed_are_said_to_be_missing(
    sample_warehouse: Path, tmp_path: Path, monkeypatch
) -> None:
    folder = changed_copy(
        sample_warehouse,
        tmp_path / "unassessed",
        [
            "update marts.fct_area_mix_months set category = 'not_assessed' where aspect = 'risk_level'",
            "update marts.fct_area_mix_months set category = 'not_recorded' where aspect = 'sex'",
        ],
    )
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(folder))
    with speaking("en"):
        view = view_of(PAGE, published_reader())
        assert carried.by_risk(view).said == "No case carried here has an assessment of its risk."
        assert carried.by_sex(view) is None
