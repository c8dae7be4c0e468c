"""The page Forecast: what is shown is what was kept, nothing is shown without it, and poor ones are named."""

from pathlib import Path

import polars as pl
import pytest

from dashboards import WAREHOUSE_VARIABLE, languages
from dashboards.app_pages.forecast import PAGE
from dashboards.page import panels_of
from dashboards.panel import Panel, State
from dashboards.panels.forecast import held, judging, lines, methods
from dashboards.queries import forecast as questions
from dashboards.reader import Reader
from dashboards.text import speaking
from dashboards.view import View
from tests.dashboards.conftest import changed_copy, emptied
from tests.dashboards.viewing import of_marts, published_reader, view_of

MARTS = ("fct_forecast_months", "fct_forecast_errors", "fct_forecast_against_actual")
# Of one office nothing, of another neither bands nor errors; and made from older data than these.
CHANGED = (
    "delete from marts.fct_forecast_months where office_id not in ('', 'GEN', 'ANT')",
    "update marts.fct_forecast_months set as_of = date '2026-05-31'",
    "update marts.fct_forecast_months set low_80 = null, high_80 = null, low_95 = null, high_95 = null"
    " where office_id = 'GEN'",
    "delete from marts.fct_forecast_errors where office_id = 'GEN'",
    "delete from marts.fct_forecast_against_actual where office_id = 'GEN'",
)


def looking(reader: Reader, **values: str) -> View:
    with speaking(reader.language):
        return view_of(PAGE, reader, **values)


def panels(view: View) -> dict[str, Panel]:
    with speaking(view.reader.language):
        made = [panel for part in PAGE.parts_of(view) for panel in panels_of(part(view))]
    return {panel.name: panel for panel in made}


@pytest.mark.parametrize("measure", ["workload_units", "open_cases", "received_cases"])
@pytest.mark.parametrize(
    ("office", "kind"), [("all", "all"), ("GEN", "all"), ("all", "probation"), ("GEN", "probation")]
)
def test_the_months_that_were_are_those_of_the_marts(asking, measure: str, office: str, kind: str) -> None:
    """Each measure in each place, added up by hand; and what is ahead begins in the month after."""
    view = looking(asking, office=office, work_type=kind, forecast_measure=measure)
    column = {"received_cases": "received_cases", "open_cases": "open_cases_end"}.get(measure)
    mart = "fct_case_flow_months" if column else "fct_office_work_months_now"
    kinds = "supervision_type" if column else "work_type"
    scheme = "true" if column else "weight_scheme = (select default_weight_scheme from dim_status)"
    by_hand = of_marts(
        asking,
        f"""
        select month_start_on, sum({column or "workload_units_avg"})::double as amount
        from {mart} inner join dim_work_types as t on t.work_type = {mart}.{kinds}
        where t.kind = 'mandate' and t.service_line = 'offender_supervision' and {scheme}
            and $office in ('all', office_id) and $kind in ('all', {mart}.{kinds})
            and month_start_on >= (select first_month_on from dim_status)
        group by month_start_on order by month_start_on
        """,  # noqa: S608 (fixed text)
        office=office,
        kind=kind,
    )
    shown = questions.months(view.reader, view.choice)
    both = shown.join(by_hand, on="month_start_on", suffix="_by_hand")
    assert shown.height == both.height > 90
    assert (both["amount"] - both["amount_by_hand"]).abs().max() < 1e-6
    table = panels(view)["forecast_months"].table.rows
    assert table.filter(pl.col("point").is_not_null()).height == 18
    assert (table.filter(pl.col("point").is_null())["was_amount"].is_not_null()).all()


def test_what_is_booked_is_what_outlook_says_of_cases(asking) -> None:
    view = looking(asking, office="GEN")
    booked = questions.booked(view.reader, view.choice)
    by_hand = of_marts(
        asking,
        """
        select case_units_avg as amount from fct_area_booked_weeks
        where area_id = 'GEN' and service_line = 'offender_supervision' and weight_scheme = 'fl_type_phase'
        order by week_start_on
        """,
    )
    assert booked["amount"].to_list() == by_hand["amount"].to_list()
    assert booked["first_day_on"].min() > view.status.as_of
    names = [trace.get("name") for trace in panels(view)["forecast_months"].chart["data"]]
    assert any("Booked" in (name or "") for name in names)
    of_kind = panels(looking(asking, office="GEN", work_type="probation"))["forecast_months"].chart
    assert not any("Booked" in (trace.get("name") or "") for trace in of_kind["data"])


def test_both_bands_lie_around_the_line_and_begin_where_the_past_ends(asking) -> None:
    chart = panels(looking(asking))["forecast_months"].chart
    wide, narrow, *_, point, was = chart["data"]
    assert (point["x"][0], point["y"][0]) == (was["x"][-1], was["y"][-1])
    for band, share in ((wide, 0.2), (narrow, 0.1)):
        ahead = len(band["x"]) // 2
        low, high = band["y"][:ahead], list(reversed(band["y"][ahead:]))
        assert low[0] == high[0] == point["y"][0]
        for below, middle, above in list(zip(low, point["y"], high, strict=True))[1:]:
            assert (below, above) == pytest.approx(((1 - share) * middle, (1 + share) * middle))


def test_misses_are_counted_from_what_was_forecast_beside_what_came() -> None:
    rows = pl.DataFrame(
        {
            "horizon_months": [1, 1, 2, 2, 3],
            "forecast": [110.0, 80.0, 100.0, 100.0, 5.0],
            "came": [100.0, 100.0, 100.0, 104.0, 0.0],
        }
    )
    found = held.misses(rows).to_dicts()
    assert [row["off_amount"] for row in found] == [15, 2, 5]
    assert [row["off_pct"] for row in found] == [15, pytest.approx(100 * 4 / 204), None]
    assert [(row["compared_months"], row["higher_months"]) for row in found] == [(2, 1), (2, 0), (1, 1)]


@pytest.mark.parametrize(
    ("mase", "last", "held_80", "held_95", "why"),
    [
        (0.5, 0.6, 80.0, 95.0, set()),
        (0.7, 0.6, 80.0, 95.0, {"is_worse"}),
        (0.6, 0.6, 70.0, 85.0, set()),  # as good as the last value, and ten points off is not more than ten
        (0.5, 0.6, 69.9, 95.0, {"is_narrow_80"}),
        (0.5, 0.6, 80.0, 84.9, {"is_narrow_95"}),
        (0.5, 0.6, 90.1, 100.0, {"is_wide"}),
        (None, None, None, None, set()),
    ],
)
def test_what_is_not_good_is_worse_than_the_last_value_or_held_too_little(
    mase, last, held_80, held_95, why: set[str]
) -> None:
    shared = {"office_id": "GEN", "horizon_months": 12, "origins": 18, "pinball": 1.0}
    bands = {"coverage_80_pct": held_80, "coverage_95_pct": held_95}
    rows = [
        shared | bands | {"model": "pooled", "mase": mase, "is_used": True},
        shared | bands | {"model": "last_value", "mase": last, "is_used": False},
        shared | bands | {"model": "ets", "mase": 0.4, "is_used": False},
    ]
    found = judging.judged(pl.DataFrame(rows, infer_schema_length=None)).row(0, named=True)
    marks = ("is_worse", "is_narrow_80", "is_narrow_95", "is_wide")
    assert {name for name in marks if found[name]} == why
    assert found["is_poor"] == bool(why - {"is_wide"})
    assert found["other_model"] == "ets", "the best of those that are not used"


def test_every_office_is_there_in_order_and_says_why_it_is_not_good(asking) -> None:
    panel = panels(looking(asking))["forecast_offices"]
    rows = panel.table.rows
    order = of_marts(asking, "select area_id from dim_areas where area_kind = 'office' order by position")
    assert rows["part_id"].to_list() == order["area_id"].to_list()
    poor = rows.filter(pl.col("verdict").str.starts_with("not good here"))
    by_hand = of_marts(
        asking,
        """
        select used.office_id from fct_forecast_errors as used
        inner join fct_forecast_errors as last
            using (service_line, office_id, supervision_type, measure, horizon_months)
        where used.is_used and last.model = 'last_value' and horizon_months = 12
            and service_line = 'offender_supervision' and supervision_type = ''
            and measure = 'workload_units' and office_id != ''
            and (used.mase > last.mase or used.coverage_80_pct < 70)
        """,
    )
    assert set(poor["part_id"]) == set(by_hand["office_id"])
    assert 0 < poor.height < rows.height
    assert f"in {poor.height} of {rows.height} offices the forecast is not good enough" in panel.title
    said = panels(looking(asking, office=poor["part_id"][0]))["forecast_answer"].intro
    assert "the forecast is not good" in said
    good = rows.filter(pl.col("verdict") == "nothing speaks against it")["part_id"][0]
    assert "not good" not in panels(looking(asking, office=good))["forecast_answer"].intro


def test_a_method_without_a_model_is_named_where_it_is_used(asking) -> None:
    items = panels(looking(asking))["forecast_methods"].items
    assert items == (
        "The last value: 1 to 6 months ahead; no model was off by less.",
        "Smoothing shared by all series: 7 to 18 months ahead.",
    )


def test_horizons_that_follow_each_other_are_one_range() -> None:
    with speaking("en"):
        assert methods._runs([1, 7, 8, 9, 11]) == ["1", "7 to 9", "11"]
        one = pl.DataFrame({"model": ["ets"], "model_label": ["a method"], "horizon_months": [1]})
        assert methods._used(one) == ["A method: 1 month ahead."]


def test_a_method_without_words_is_called_by_its_id(asking) -> None:
    view = looking(asking)
    with speaking("en"):
        rows = pl.DataFrame({"model": ["some_new_method", "ets"]})
        named = methods.frames.named(rows, "model", "label", view)["label"].to_list()
    assert named == ["some new method", "exponential smoothing of a searched form"]


@pytest.fixture(scope="module")
def without(sample_warehouse, tmp_path_factory) -> Path:
    home = tmp_path_factory.mktemp("without") / "warehouse"
    return changed_copy(sample_warehouse, home, emptied(*MARTS))


@pytest.mark.parametrize("language", languages.codes())
def test_without_a_forecast_the_page_says_the_command(without, monkeypatch, reader, language: str) -> None:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(without))
    (only,) = panels(looking(published_reader(language))).values()
    assert only.state == State.NOT_DELIVERED
    assert "python -m ingest forecast --warehouse DIR" in only.said
    someone = reader(without, language)
    someone.app.switch_page("app_pages/forecast.py").run()
    assert not someone.app.exception and "mw-failed" not in someone.html()
    assert "python -m ingest forecast" in someone.words()


@pytest.fixture(scope="module")
def changed(sample_warehouse, tmp_path_factory) -> Path:
    return changed_copy(sample_warehouse, tmp_path_factory.mktemp("changed") / "warehouse", list(CHANGED))


@pytest.fixture
def of_changed(changed, monkeypatch) -> Reader:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(changed))
    return published_reader()


def test_an_office_without_a_forecast_says_so_and_the_whole_is_shown(of_changed) -> None:
    assert list(panels(looking(of_changed, office="HAL"))) == ["forecast_of_none"]
    assert "forecast_answer" in panels(looking(of_changed, office="ANT"))
    whole = panels(looking(of_changed))
    assert "forecast_answer" in whole
    rows = whole["forecast_offices"].table.rows
    assert rows.height == 15
    assert rows.drop_nulls("point")["part_id"].to_list() == ["ANT", "GEN"]
    assert rows.filter(pl.col("point").is_null() | (pl.col("part_id") == "GEN"))[
        "verdict"
    ].unique().to_list() == ["not known"]


def test_without_bands_and_errors_nothing_is_said_to_be_sure(of_changed) -> None:
    found = panels(looking(of_changed, office="GEN"))
    assert "Too little is known for a band" in found["forecast_answer"].lead
    assert "cannot be said" in found["forecast_answer"].lead
    assert "brackets" not in found["forecast_answer"].lead
    assert found["forecast_held"].state == found["forecast_kept"].state == State.NOTHING
    bands = found["forecast_months"].chart["data"][:2]
    assert [len(set(band["x"])) for band in bands] == [1, 1], "where the past ends, and no further"


def test_a_forecast_older_than_the_data_says_so(of_changed) -> None:
    notes = panels(looking(of_changed))["forecast_answer"].notes
    assert notes[0] == "Made on 2 July 2026 from data up to 31 May 2026."
    assert notes[1].startswith("The data run to 30 June 2026 by now.")


def test_of_a_region_the_offices_alone_are_forecast(warehouse_with_regions, monkeypatch) -> None:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_with_regions))
    found = panels(looking(published_reader(), region="Oost-Vlaanderen:region"))
    assert list(found) == ["forecast_of_region", "forecast_offices"]
    assert "GEN" in found["forecast_offices"].table.rows["part_id"].to_list()
    assert "ANT" not in found["forecast_offices"].table.rows["part_id"].to_list()
    whole = panels(looking(published_reader()))
    assert whole["forecast_offices"].table.rows.height == 15


def test_a_forecast_is_drawn_from_three_years_of_months(asking) -> None:
    (*_, was) = panels(looking(asking))["forecast_months"].chart["data"]
    assert len(was["x"]) == lines.BEHIND
