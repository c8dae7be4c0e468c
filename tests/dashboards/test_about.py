"""About the data: the ledger adds up, what was set aside is counted, and every part has its words."""

import polars as pl
import pytest

from dashboards import database, queries
from dashboards.panels.about.worded import in_words
from dashboards.queries import about as asked
from dashboards.text import sentences, speaking
from ingest.contract import ENTITIES
from tests.dashboards.viewing import published_reader


def test_every_delivered_row_is_counted_once(sample_shown):
    loads = asked.loads(published_reader())
    assert loads.height > 0
    parts = loads["rows_loaded"] + loads["rows_quarantined"] + loads["rows_left_out"]
    assert (loads["rows_delivered"] == parts).all()
    assert loads["rows_delivered"].sum() == queries.status(published_reader()).rows_delivered


def test_quarantine_by_rule_adds_up_and_names_a_place(sample_shown):
    rows = asked.set_aside(published_reader()).filter(pl.col("register") == "quarantine")
    assert rows["rows"].sum() == queries.status(published_reader()).rows_quarantined > 0
    assert rows["file"].null_count() == 0


def test_findings_are_counted_by_code(sample_shown):
    rows = asked.set_aside(published_reader()).filter(pl.col("register") == "finding")
    assert (
        rows["rows"].sum()
        == database.frame(published_reader(), "select count(*) as n from fct_findings").item()
    )


def test_only_the_latest_edition_of_a_published_figure_is_shown(sample_shown):
    rows = asked.published_against_computed(published_reader())
    expected = "select count(*) as n from fct_published_against_computed where is_latest_edition"
    assert rows.height == database.frame(published_reader(), expected).item()


def test_every_rule_and_finding_of_the_sample_has_words(sample_shown):
    codes = set(asked.set_aside(published_reader())["rule"])
    assert len(codes) > 5
    assert [code for code in codes if f"rule_{code}" not in sentences("about")] == []


def test_everything_that_can_be_delivered_has_a_name():
    assert [name for name in ENTITIES if f"entity_{name}" not in sentences("about")] == []


def test_a_code_without_words_is_still_readable():
    with speaking("en"):
        spoken = in_words(pl.Series(["never_heard_of", "not_a_date", None]), "rule")
    assert spoken.to_list() == ["never heard of", "is not a date", None]


@pytest.mark.parametrize(("language", "said"), [("en", "The data run to"), ("nl", "De gegevens lopen tot")])
def test_the_page_tells_freshness_to_the_hour(sample_shown, reader, language, said):
    words = reader(sample_shown, language).opens("about").words()
    assert said in words
    assert "UTC" in words
    assert "{" not in words


def test_every_table_says_synthetic_and_can_be_downloaded(sample_shown, reader):
    opened = reader(sample_shown).opens("about")
    captions = [table.caption for table in opened.tables()]
    assert len(captions) >= 5
    assert all("synthetic" in caption for caption in captions)
    assert len(opened.app.get("download_button")) == 3 * len(captions)


def test_definitions_are_the_comments_of_the_marts(sample_shown, reader):
    html = reader(sample_shown).opens("about").html()
    assert '<div class="mw-words">' in html
    described = {row["mart"] for row in queries.described(published_reader())}
    assert len(described) > 15
    assert all(f"<code>{mart}</code>" in html for mart in described)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_partial_deliveries_are_told_as_such(warehouse_without_cases, reader, language):
    words = reader(warehouse_without_cases, language).opens("about").words()
    assert (
        "Not delivered, so not shown" if language == "en" else "Niet aangeleverd, dus niet getoond"
    ) in words
    assert ("none can be computed" if language == "en" else "geen ervan kan") in words


def test_an_empty_warehouse_has_words_for_every_part(warehouse_of_nothing, reader):
    words = reader(warehouse_of_nothing).opens("about").words()
    for sentence in (
        "No file was loaded.",
        "No row had to be set aside.",
        "No findings.",
        "No published figures",
    ):
        assert sentence in words


def test_the_page_asks_at_most_six_questions(sample_shown, reader, monkeypatch):
    asked_now = []
    open_file = database._open
    monkeypatch.setattr(database, "_open", lambda file: asked_now.append(file) or open_file(file))
    opened = reader(sample_shown)
    opened.opens()
    database.forget()
    asked_now.clear()
    opened.app.switch_page("app_pages/about.py").run()
    assert 0 < len(asked_now) <= 6
