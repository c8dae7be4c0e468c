"""The page Outlook of all offices and of one, as readers of full, partial and empty warehouses meet it."""

import re
from dataclasses import replace

import pytest

from dashboards import queries
from dashboards.app_pages.outlook import PAGE
from dashboards.charts import ahead_readings
from dashboards.panel import State
from dashboards.panels.outlook import booked, changes
from dashboards.queries import outlook as questions
from dashboards.reader import Reader
from dashboards.text import number, percentage, speaking
from tests.dashboards.conftest import changed_copy
from tests.dashboards.outlook_pages import LINE, busiest_office, charts, of_office
from tests.dashboards.viewing import choice_of, of_marts, view_of


@pytest.fixture
def office(asking: Reader) -> str:
    return busiest_office(asking)


def test_title_is_computed_from_the_weeks(reader, sample_warehouse, asking) -> None:
    someone = reader(sample_warehouse).opens("outlook")
    read = ahead_readings.ahead_reading(questions.area_weeks(asking, choice_of()), 13)
    with speaking("en"):
        assert booked.load_title(read, asking) in someone.words()
        assert percentage(read["workload_pct_now"]) in booked.load_title(read, asking)
        assert percentage(read["workload_pct_then"]) in booked.load_title(read, asking)


def test_it_says_that_it_is_no_forecast_and_what_is_not_in_it(reader, sample_warehouse, asking) -> None:
    said = reader(sample_warehouse).opens("outlook").words()
    assert "This is not a forecast." in said and "a falling line does not mean relief" in said
    cases = questions.open_cases(asking, choice_of())
    assert f"received in the last 3 whole months: {number(cases['received_cases'])}" in said
    stay = cases["without_end_cases"] + cases["past_end_cases"]
    assert (
        f"All of them ({number(stay)}) stay to the end of the outlook, which keeps the line too high" in said
    )


@pytest.mark.parametrize("language", ["en", "nl"])
def test_one_line_is_looked_at_and_named_never_all_together(
    reader, sample_warehouse, asking, language: str
) -> None:
    someone = reader(sample_warehouse, language)
    spoken = replace(asking, language=language)
    words = {line: queries.label_of(spoken, "service_line", line) for line in (LINE, "victims")}
    first = someone.opens("outlook").words()
    assert f", {words[LINE]}," in first
    someone = reader(sample_warehouse, language)
    someone.app.query_params["line"] = "victims"
    second = someone.opens("outlook").words()
    assert f", {words['victims']}," in second and f", {words[LINE]}," not in second
    with speaking(language):
        read = ahead_readings.ahead_reading(
            questions.area_weeks(asking, choice_of(service_line="victims")), 13
        )
        title = " ".join(booked.load_title(read, asking).split())
    assert title in second and title not in first


@pytest.mark.parametrize(("weeks", "drawn"), [("13", 14), ("52", 53)])
def test_horizon_is_how_many_weeks_are_drawn_as_booked(
    reader, sample_warehouse, weeks: str, drawn: int
) -> None:
    someone = reader(sample_warehouse)
    someone.app.query_params["weeks"] = weeks
    pair = charts(someone.opens("outlook"))
    assert len(pair) == 2
    lines = [trace["x"] for trace in pair[0]["data"]]
    assert [len(x) for x in lines] == [26, drawn, drawn], "as it was, and the two strokes of an outline"
    for chart in pair:
        assert "synthetic" in [annotation["text"] for annotation in chart["layout"]["annotations"]]


def test_all_offices_have_a_table_in_the_fixed_order_and_one_office_has_none(
    reader, sample_warehouse, asking, office
) -> None:
    whole = reader(sample_warehouse).opens("outlook")
    (table,) = [found.value for found in whole.tables() if "Workload %, in 52 weeks" in found.value.columns]
    names = [row["area_name"] for row in queries.choices(asking, "office")]
    assert table["Office"].tolist() == [name for name in names if name in set(table["Office"])]
    own = of_office(reader(sample_warehouse), office)
    assert not any("Workload %, in 52 weeks" in found.value.columns for found in own.tables())


def test_policy_says_how_far_ahead_the_moments_are(reader, sample_warehouse, tmp_path, asking) -> None:
    other = changed_copy(
        sample_warehouse,
        tmp_path / "other",
        ["update marts.dim_status set quarter_weeks = 6, year_weeks = 26"],
    )
    someone = reader(other).opens("outlook")
    said, weeks = someone.words(), questions.area_weeks(asking, choice_of())
    for horizon in (6, 26):
        then = ahead_readings.ahead_reading(weeks, horizon)["workload_pct_then"]
        assert f"Booked, {horizon} weeks ahead" in said and f"{then:.0f}%" in said
    assert any("Workload %, in 26 weeks" in found.value.columns for found in someone.tables())
    assert not re.search(r"\b(13|52) weeks\b", said)


def test_without_contracts_there_are_units_and_no_percentage(reader, warehouse_without_contracts) -> None:
    someone = reader(warehouse_without_contracts).opens("outlook")
    said = someone.words()
    assert "No capacity is recorded here" in said and "of capacity by the week" not in said
    (chart,) = charts(someone)
    assert len(chart["data"]) == 3, "work behind, and the outline of work ahead"
    headings = {column for found in someone.tables() for column in found.value.columns}
    assert not any("%" in heading or "FTE" in heading or "Capacity" in heading for heading in headings)


def test_without_cases_the_page_says_what_an_outlook_needs(reader, warehouse_without_cases) -> None:
    someone = reader(warehouse_without_cases).opens("outlook")
    assert "No cases were delivered" in someone.words() and charts(someone) == []


def test_office_in_which_nothing_is_booked_offers_a_way_back(reader, warehouse_of_one_office) -> None:
    folder, empty_office = warehouse_of_one_office
    someone = of_office(reader(folder), empty_office)
    assert "mw-empty" in someone.html()
    someone.app.button(key="reset_filters").click().run()
    assert "mw-empty" not in someone.html() and len(charts(someone)) == 2


@pytest.fixture
def warehouse_of_one_office(sample_warehouse, tmp_path):
    """A warehouse in which one office has neither weeks behind nor ahead, and that office."""
    marts = {
        "fct_area_line_weeks": "area_id",
        "fct_area_line_outlook_weeks": "area_id",
        "fct_officer_outlook_weeks": "office_id",
    }
    statements = [f"delete from marts.{mart} where {place} = 'IEP'" for mart, place in marts.items()]  # noqa: S608
    return changed_copy(sample_warehouse, tmp_path / "without_ieper", statements), "IEP"


@pytest.mark.parametrize("language", ["en", "nl"])
def test_without_a_warehouse_the_page_is_human(reader, tmp_path, language: str) -> None:
    someone = reader(tmp_path, language).opens("outlook")
    assert [code.value for code in someone.app.code]


def test_capacity_of_fewer_than_five_people_is_not_shown_by_week(reader, sample_warehouse, asking) -> None:
    few = of_marts(
        asking,
        "select office_id, service_line from fct_office_line_outlook_weeks "
        "where workload_units_avg > 0 "
        "group by all having max(contract_fte_avg) > 0 and min(contract_fte_avg) < 5 order by all limit 1",
    ).row(0)
    someone = reader(sample_warehouse)
    someone = of_office(someone, few[0], line=few[1])
    said = someone.words()
    assert "Fewer than 5 full-time posts" in said and "Workload, last week of the data" not in said
    headings = {column for found in someone.tables() for column in found.value.columns}
    assert not any("%" in heading or "FTE" in heading or "Capacity" in heading for heading in headings)


def test_of_few_people_no_panel_holds_a_number_of_capacity(asking) -> None:
    few = of_marts(
        asking,
        "select office_id, service_line from fct_office_line_outlook_weeks "
        "where workload_units_avg > 0 "
        "group by all having max(contract_fte_avg) > 0 and min(contract_fte_avg) < 5 order by all limit 1",
    ).row(0)
    view = view_of(PAGE, asking, office=few[0], service_line=few[1])
    with speaking("en"):
        assert booked.booked_load(view).state == State.HIDDEN
        for panel in (booked.booked_units(view), changes.what_changes(view)):
            rows = panel.table.rows
            known = [name for name in rows.columns if rows[name].null_count() < rows.height]
            assert not any("capacity" in name or "fte" in name or "pct" in name for name in known)


def test_capacity_sentence_counts_less_leave_as_more_capacity() -> None:
    read = {
        "contract_fte_avg_now": 10.0,
        "contract_fte_avg_then": 9.0,
        "reduced_fte_avg_now": 2.0,
        "reduced_fte_avg_then": 0.5,
        "uncounted_fte_avg_now": 1.0,
        "uncounted_fte_avg_then": 1.25,
    }
    with speaking("en"):
        said = changes.capacity_sentences(read)[0]
    assert "begin or end −1.0 FTE" in said and "reductions +1.5 FTE" in said and "grades −0.2 FTE" in said


@pytest.mark.parametrize("language", ["en", "nl"])
def test_head_figures_are_those_of_the_weeks_they_name(
    reader, sample_warehouse, asking, language: str
) -> None:
    said = reader(sample_warehouse, language).opens("outlook").html()
    weeks = questions.area_weeks(asking, choice_of())
    with speaking(language):
        for horizon in (13, 52):
            read = ahead_readings.ahead_reading(weeks, horizon)
            assert f"{percentage(read['workload_pct_now'])} <span" in said
            assert f"{percentage(read['workload_pct_then'])} <span" in said
