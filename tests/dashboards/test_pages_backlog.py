"""The page Backlog, as readers of full, partial and empty warehouses meet it."""

import polars as pl
import pytest

from dashboards import database, queries
from dashboards.panels.backlog import head_figures, waiting
from dashboards.queries import backlog as asked
from dashboards.text import speaking
from tests.dashboards import charts_shown
from tests.dashboards.viewing import choice_of, published_reader

LINE, SCHEME = "offender_supervision", "fl_type_phase"
EVERY = 10**6


def _charts(reader) -> list[dict]:
    return charts_shown.charts(reader.app)


def test_head_figures_are_those_of_the_marts(reader, sample_warehouse) -> None:
    someone = reader(sample_warehouse).opens("backlog")
    cases = asked.waiting_cases(published_reader(), choice_of(), EVERY).filter(pl.col("state") == "waiting")
    said = f"Waiting for a first officer {cases.height} cases"
    assert said in someone.words()
    assert cases.height == 1  # of several, see test_true_of_every_service.py
    assert f"The one case has waited {cases['days'].max():,} days" in someone.words()


def test_matrix_has_a_row_per_office_and_the_sum(reader, sample_warehouse) -> None:
    someone = reader(sample_warehouse).opens("backlog")
    (matrix,) = [found.proto.body for found in someone.app.get("html") if "mw-matrix" in found.proto.body]
    assert matrix.count('<th scope="row">') == 16
    assert matrix.index(">Antwerpen<") < matrix.index(">Brugge<") < matrix.index(">Veurne<")
    assert "synthetic" in matrix


def test_charts_are_weeks_flow_and_ages_and_say_synthetic(reader, sample_warehouse) -> None:
    charts = _charts(reader(sample_warehouse, "nl").opens("backlog"))
    assert len(charts) == 3
    for chart in charts:
        assert "synthetisch" in [annotation["text"] for annotation in chart["layout"]["annotations"]]


def test_oldest_cases_are_listed_by_days_and_opaque_id(reader, sample_warehouse) -> None:
    someone = reader(sample_warehouse).opens("backlog")
    table = next(
        found.value for found in someone.tables() if "Days without an officer" in found.value.columns
    )
    days = table["Days without an officer"].tolist()
    assert days == sorted(days, reverse=True) and 0 < len(days) <= 50
    assert set(table["State"]) <= {"waiting", "uncovered"}
    asked_cases = set(asked.waiting_cases(published_reader(), choice_of(), EVERY)["case_id"])
    assert set(table["Case"]) <= asked_cases
    assert "case" not in someone.app.query_params, "no id of a case in the address"


def test_one_office_shows_only_its_own(reader, sample_warehouse) -> None:
    someone = reader(sample_warehouse)
    office = asked.waiting_cases(published_reader(), choice_of(), EVERY)["office_id"][0]
    someone.app.query_params["office"] = office
    someone.opens("backlog")
    name = next(
        row["area_name"] for row in queries.choices(published_reader(), "office") if row["id"] == office
    )
    tables = [found.value for found in someone.tables() if "Office" in found.value.columns]
    assert tables and all(set(table["Office"]) == {name} for table in tables)


def test_office_in_which_nothing_waits_says_so(reader, sample_warehouse) -> None:
    someone = reader(sample_warehouse)
    waiting = set(
        asked.waiting_cases(published_reader(), choice_of(), EVERY).filter(pl.col("state") == "waiting")[
            "office_id"
        ]
    )
    quiet = [row["id"] for row in queries.choices(published_reader(), "office") if row["id"] not in waiting]
    assert quiet, "the small sample is drawn by seed: it has offices in which nothing waits"
    someone.app.query_params["office"] = quiet[0]
    someone.opens("backlog")
    assert "No case is waiting here on this day." in someone.words() and "none waiting" in someone.words()


def test_kind_of_another_line_empties_the_page_and_offers_a_way_back(reader, sample_warehouse) -> None:
    someone = reader(sample_warehouse)
    someone.app.query_params["type"] = "victim_reception"
    someone.opens("backlog")
    assert "mw-empty" in someone.html()
    someone.app.button(key="reset_filters").click().run()
    assert "mw-empty" not in someone.html() and len(_charts(someone)) == 3


def test_without_cases_the_page_says_what_waiting_needs(reader, warehouse_without_cases) -> None:
    someone = reader(warehouse_without_cases).opens("backlog")
    assert "No cases were delivered" in someone.words()
    assert _charts(someone) == []


@pytest.mark.parametrize("language", ["en", "nl"])
def test_without_a_warehouse_the_page_is_human(reader, tmp_path, language: str) -> None:
    someone = reader(tmp_path, language).opens("backlog")
    assert [code.value for code in someone.app.code]


@pytest.mark.parametrize(
    ("read", "words", "state"),
    [
        ({"now": 26, "quarter_before": 39, "weeks_to_clear": 26.0}, "26", ""),
        ({"now": 26, "quarter_before": 27, "weeks_to_clear": 338.0}, "over 156", ""),
        ({"now": 40, "quarter_before": 39, "weeks_to_clear": None}, "not shrinking", "missing"),
        ({"now": 40, "quarter_before": None, "weeks_to_clear": None}, "cannot be computed", "missing"),
        ({"now": 0, "quarter_before": 5, "weeks_to_clear": None}, "none waiting", "missing"),
    ],
)
def test_weeks_to_clear_are_a_number_or_the_reason_why_not(read: dict, words: str, state: str) -> None:
    with speaking("en"):
        figure = head_figures.clear_figure(read, 3, 13)
    assert (figure.value, figure.state) == (words, state)


def test_age_bands_are_said_without_gaps() -> None:
    with speaking("nl"):
        said = [waiting.band_words(0, 7), waiting.band_words(8, 14), waiting.band_words(181, None)]
    assert said == ["0 tot 7 dagen", "8 tot 14 dagen", "meer dan 180 dagen"]


def test_no_query_is_asked_twice_for_one_view(reader, sample_warehouse, monkeypatch) -> None:
    someone = reader(sample_warehouse).opens("backlog")
    asked_again = []
    monkeypatch.setattr(database, "_opened", lambda file: asked_again.append(file))
    someone.app.run()
    assert asked_again == [], "the second run of the same view answers from memory"
