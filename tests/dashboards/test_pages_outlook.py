"""The page Outlook, as readers of full, partial and empty warehouses meet it."""

import json

import polars as pl
import pytest

from analysis.impact import case_impact
from dashboards import access, queries, warehouse
from dashboards.charts import ahead_readings
from dashboards.queries import outlook as asked
from dashboards.queries import outlook_officer as asked_of_one
from dashboards.sections.outlook import booked, changes, impact, side_by_side
from dashboards.sections.outlook import officer as officer_parts
from dashboards.text import number, percentage, speaking

SCHEME = "fl_type_phase"
LINE = "offender_supervision"


@pytest.fixture
def office(sample_shown) -> str:
    """The office with most cases that wait, where officers work too."""
    staffed = warehouse.frame("select distinct office_id from marts.fct_officer_outlook_weeks")["office_id"]
    waiting = {one: asked_of_one.cases_to_take(one, SCHEME).height for one in staffed}
    return max(sorted(waiting), key=waiting.get)


def _charts(someone) -> list[dict]:
    return [json.loads(found.proto.spec) for found in someone.app.get("plotly_chart")]


def _of_office(someone, office: str, **choices: str):
    someone.app.query_params["office"] = office
    for name, value in choices.items():
        someone.app.query_params[name] = value
    return someone.opens("outlook")


def _of_officer(someone, office: str):
    """The page with an officer of the office who carries a case, and who that is."""
    _of_office(someone, office)
    box = someone.app.selectbox(key=f"outlook officer of {office}")
    ids = asked_of_one.officers(office, SCHEME)["officer_id"].to_list()
    officer = next(one for one in ids if not asked_of_one.own_cases(one, SCHEME).is_empty())
    box.set_value(officer).run()
    return officer


def test_title_is_computed_from_the_weeks(reader, sample_warehouse) -> None:
    someone = reader(sample_warehouse).opens("outlook")
    read = ahead_readings.ahead_reading(asked.office_weeks("", LINE, SCHEME), 13)
    with speaking("en"):
        assert booked.load_title(read) in someone.words()
        assert percentage(read["workload_pct_now"]) in booked.load_title(read)
        assert percentage(read["workload_pct_then"]) in booked.load_title(read)


def test_it_says_that_it_is_no_forecast_and_what_is_not_in_it(reader, sample_warehouse) -> None:
    said = reader(sample_warehouse).opens("outlook").words()
    assert "This is no forecast." in said and "a falling line is no relief" in said
    standing = asked.standing("", LINE, SCHEME)
    assert f"{number(standing['received_cases'])} came in over the last 3 whole months" in said
    stay = standing["without_end_cases"] + standing["past_end_cases"]
    assert f"All {number(stay)} stay to the end of the outlook, which keeps the line too high" in said


@pytest.mark.parametrize("language", ["en", "nl"])
def test_one_line_is_looked_at_and_named_never_all_together(reader, sample_warehouse, language: str) -> None:
    someone = reader(sample_warehouse, language)
    words = {row["id"]: row[f"label_{language}"] for row in queries.choices("service_line")}
    first = someone.opens("outlook").words()
    assert f", {words[LINE]}," in first
    someone = reader(sample_warehouse, language)
    someone.app.query_params["line"] = "victims"
    second = someone.opens("outlook").words()
    assert f", {words['victims']}," in second and f", {words[LINE]}," not in second
    with speaking(language):
        read = ahead_readings.ahead_reading(asked.office_weeks("", "victims", SCHEME), 13)
        title = " ".join(booked.load_title(read).split())
    assert title in second and title not in first


def test_officer_is_a_whole_person_whichever_line_is_chosen(reader, sample_warehouse, office) -> None:
    someone = reader(sample_warehouse)
    _of_officer(someone, office)
    assert "over all offices and services the officer works in" in someone.words()


@pytest.mark.parametrize(("weeks", "drawn"), [("13", 14), ("52", 53)])
def test_horizon_is_how_many_weeks_are_drawn_as_booked(
    reader, sample_warehouse, weeks: str, drawn: int
) -> None:
    someone = reader(sample_warehouse)
    someone.app.query_params["weeks"] = weeks
    charts = _charts(someone.opens("outlook"))
    assert len(charts) == 2
    lines = [trace["x"] for trace in charts[0]["data"]]
    assert [len(x) for x in lines] == [26, drawn, drawn], "as it was, and the two strokes of an outline"
    for chart in charts:
        assert "synthetic" in [annotation["text"] for annotation in chart["layout"]["annotations"]]


def test_all_offices_have_a_table_in_the_fixed_order_and_one_office_has_none(
    reader, sample_warehouse, office
) -> None:
    whole = reader(sample_warehouse).opens("outlook")
    (table,) = [
        found.value for found in whole.app.dataframe if "Workload %, in 52 weeks" in found.value.columns
    ]
    names = [row["label_en"] for row in queries.choices("office")]
    assert table["Office"].tolist() == [name for name in names if name in set(table["Office"])]
    own = _of_office(reader(sample_warehouse), office)
    assert not any("Workload %, in 52 weeks" in found.value.columns for found in own.app.dataframe)


def test_officers_are_chosen_only_inside_an_office_and_in_the_fixed_order(
    reader, sample_warehouse, office
) -> None:
    whole = reader(sample_warehouse).opens("outlook")
    assert not any("Officer" in box.label for box in whole.app.selectbox)
    own = _of_office(reader(sample_warehouse), office)
    box = own.app.selectbox(key=f"outlook officer of {office}")
    assert box.options == ["the whole office", *asked_of_one.officers(office, SCHEME)["officer_id"]]
    tables = [column for found in own.app.dataframe for column in found.value.columns]
    assert "officer_id" not in tables


def test_id_of_officer_and_case_never_stand_in_the_address_or_a_file_name(
    reader, sample_warehouse, office
) -> None:
    someone = reader(sample_warehouse)
    officer = _of_officer(someone, office)
    case_id = asked_of_one.cases_to_take(office, SCHEME)["case_id"][0]
    someone.app.selectbox(key=f"outlook case of {office}").set_value(case_id).run()
    address = str(dict(someone.app.query_params))
    assert officer in someone.words() and case_id in someone.words()
    assert (
        officer not in address
        and case_id not in address
        and dict(someone.app.query_params).keys()
        <= {
            "office",
            "lang",
        }
    )
    for button in someone.app.get("download_button"):
        assert officer not in button.proto.url and case_id not in button.proto.url
        assert officer not in button.proto.id and case_id not in button.proto.id


def test_an_officer_has_only_weeks_ahead_own_cases_and_no_percentage_per_week(
    reader, sample_warehouse, office
) -> None:
    someone = reader(sample_warehouse)
    officer = _of_officer(someone, office)
    (chart,) = _charts(someone)
    as_of = queries.status()["as_of"].isoformat()
    assert min(trace["x"][0] for trace in chart["data"]) == as_of
    headings = [set(found.value.columns) for found in someone.app.dataframe]
    assert not any("Workload %" in one or "Capacity" in one for one in headings), "an absence would show"
    own = next(found.value for found in someone.app.dataframe if "In the outlook" in found.value.columns)
    assert set(own["Case"]) == set(asked_of_one.own_cases(officer, SCHEME)["case_id"])


@pytest.mark.parametrize("share", [1.0, 0.5])
def test_impact_shown_is_that_of_the_function(reader, sample_warehouse, office, share: float) -> None:
    someone = reader(sample_warehouse)
    officer = _of_officer(someone, office)
    case_id = asked_of_one.cases_to_take(office, SCHEME)["case_id"][0]
    someone.app.selectbox(key=f"outlook case of {office}").set_value(case_id).run()
    someone.app.number_input(key="outlook share").set_value(share).run()
    expected = case_impact(
        warehouse.frame(
            "select * from marts.fct_officer_spans where officer_id = $officer and weight_scheme = $scheme",
            officer=officer,
            scheme=SCHEME,
        ),
        warehouse.frame(
            "select * from marts.fct_officer_outlook_weeks "
            "where officer_id = $officer and weight_scheme = $scheme",
            officer=officer,
            scheme=SCHEME,
        ),
        warehouse.frame(
            "select * from marts.fct_open_case_outlook where case_id = $case_id and weight_scheme = $scheme",
            case_id=case_id,
            scheme=SCHEME,
        ),
        share=share,
        as_of=queries.status()["as_of"],
    )
    table = next(found.value for found in someone.app.dataframe if "With the case" in found.value.columns)
    for heading, figure in (("With the case", "after"), ("Without the case", "before")):
        # the screen shows one decimal
        shown, exact = table[heading].tolist(), expected[f"workload_units_{figure}"].to_list()
        assert shown == pytest.approx(exact, rel=0, abs=0.0501)
    with speaking("en"):
        read = ahead_readings.impact_reading(expected)
        sentence = impact.impact_sentence(read, case_id, officer, share, "hours a month")
    assert sentence in someone.words()
    assert "It recommends nobody" in someone.words() and "This is no advice" in someone.words()


def test_without_contracts_there_are_units_and_no_percentage(reader, warehouse_without_contracts) -> None:
    someone = reader(warehouse_without_contracts).opens("outlook")
    said = someone.words()
    assert "No capacity is recorded here" in said and "of capacity by the week" not in said
    (chart,) = _charts(someone)
    assert len(chart["data"]) == 3, "work behind, and the outline of work ahead"
    headings = {column for found in someone.app.dataframe for column in found.value.columns}
    assert not any("%" in heading or "FTE" in heading or "Capacity" in heading for heading in headings)


def test_without_capacity_the_impact_is_told_in_units(reader, warehouse_without_contracts, office) -> None:
    someone = reader(warehouse_without_contracts)
    _of_officer(someone, office)
    case_id = asked_of_one.cases_to_take(office, SCHEME)["case_id"][0]
    someone.app.selectbox(key=f"outlook case of {office}").set_value(case_id).run()
    title = next(line for line in someone.html().split("<h2>") if line.startswith("With "))
    assert "hours a month instead of" in title and "%" not in title.split("</h2>")[0]


def test_without_cases_the_page_says_what_an_outlook_needs(reader, warehouse_without_cases) -> None:
    someone = reader(warehouse_without_cases).opens("outlook")
    assert "No cases were delivered" in someone.words() and _charts(someone) == []


def test_office_in_which_nothing_is_booked_offers_a_way_back(reader, warehouse_of_one_office) -> None:
    folder, empty_office = warehouse_of_one_office
    someone = _of_office(reader(folder), empty_office)
    assert "mw-empty" in someone.html()
    someone.app.button(key="reset_filters").click().run()
    assert "mw-empty" not in someone.html() and len(_charts(someone)) == 2


@pytest.fixture
def warehouse_of_one_office(sample_warehouse, tmp_path):
    """A warehouse in which one office has neither weeks behind nor ahead, and that office."""
    from tests.dashboards.conftest import changed_copy

    statements = [
        f"delete from marts.{mart} where office_id = 'IEP'"  # noqa: S608
        for mart in ("fct_office_line_weeks", "fct_office_line_outlook_weeks", "fct_officer_outlook_weeks")
    ]
    return changed_copy(sample_warehouse, tmp_path / "without_ieper", statements), "IEP"


@pytest.mark.parametrize("language", ["en", "nl"])
def test_without_a_warehouse_the_page_is_human(reader, tmp_path, language: str) -> None:
    someone = reader(tmp_path, language).opens("outlook")
    assert [code.value for code in someone.app.code]


@pytest.mark.parametrize(
    ("posts", "is_few"),
    [([6.0, 5.0], False), ([6.0, 4.9], True), ([0.0, 1.0], True), ([0.0], False), ([], False)],
)
def test_few_are_fewer_than_five_posts_in_any_week(posts: list[float], is_few: bool) -> None:
    assert access.is_of_few(pl.Series(posts, dtype=pl.Float64)) == is_few


def test_capacity_of_fewer_than_five_people_is_not_shown_by_week(
    reader, sample_warehouse, sample_shown
) -> None:
    few = warehouse.frame(
        "select office_id, service_line from marts.fct_office_line_outlook_weeks "
        "where workload_units_avg > 0 "
        "group by all having max(contract_fte_avg) > 0 and min(contract_fte_avg) < 5 order by all limit 1"
    ).row(0)
    someone = reader(sample_warehouse)
    someone = _of_office(someone, few[0], line=few[1])
    said = someone.words()
    assert "fewer than 5 full-time posts" in said and "Workload, this week" not in said
    headings = {column for found in someone.app.dataframe for column in found.value.columns}
    assert not any("%" in heading or "FTE" in heading or "Capacity" in heading for heading in headings)


def test_offices_of_few_people_show_their_work_only() -> None:
    offices = pl.DataFrame(
        {"posts": [4.9, 5.0], "workload_pct_13": [90.0, 90.0], "available_fte_13": [4.0, 4.0], "work": [1, 1]}
    )
    shown = side_by_side.without_capacity_of_few(offices)
    assert shown["workload_pct_13"].to_list() == [None, 90.0]
    assert shown["available_fte_13"].to_list() == [None, 4.0] and shown["work"].to_list() == [1, 1]


class _Chosen:
    def __init__(self, office: str | None):
        self.office = office


def test_capacity_sentence_counts_less_leave_as_more_capacity(monkeypatch) -> None:
    monkeypatch.setattr(changes, "is_of_few", lambda chosen: False)
    read = {
        "contract_fte_avg_now": 10.0,
        "contract_fte_avg_then": 9.0,
        "reduced_fte_avg_now": 2.0,
        "reduced_fte_avg_then": 0.5,
        "uncounted_fte_avg_now": 1.0,
        "uncounted_fte_avg_then": 1.25,
    }
    with speaking("en"):
        said = changes.capacity_sentences(read, {"has_contracts": True}, _Chosen(None))[0]
    assert "begin or end −1.0 FTE" in said and "reductions +1.5 FTE" in said and "grades −0.2 FTE" in said


def test_the_whole_person_is_summed_over_offices(sample_shown) -> None:
    status = queries.status()
    rows = pl.DataFrame(
        {
            "period": ["day", "day", "month"],
            "week_start_on": [None, None, None],
            "active_cases": [3.0, 1.0, 9.0],
            "workload_units": [10.0, 5.0, 99.0],
            "capacity_units": [20.0, 0.0, 30.0],
        },
        schema_overrides={"week_start_on": pl.Date},
    )
    today = officer_parts.today_reading(rows)
    assert (today["active_cases"], today["capacity_units"], today["workload_pct"]) == (4.0, 20.0, 75.0)
    assert officer_parts.officer_weeks(rows, status)["workload_units_avg"].to_list() == [15.0]
    assert officer_parts.whole_person(rows.filter(pl.col("period") == "month"))["workload_pct"] == 330.0


def test_no_question_is_asked_twice_and_one_officer_asks_six_at_most(
    reader, sample_warehouse, office, monkeypatch
) -> None:
    someone = reader(sample_warehouse)
    officer = _of_officer(someone, office)
    case_id = asked_of_one.cases_to_take(office, SCHEME)["case_id"][0]
    noted, opening = [], warehouse._open
    monkeypatch.setattr(warehouse, "_open", lambda file: (noted.append(file), opening(file))[1])
    import streamlit as st

    st.cache_data.clear()
    st.cache_resource.clear()
    someone.app.selectbox(key=f"outlook case of {office}").set_value(case_id).run()
    assert officer in someone.words() and case_id in someone.words()
    assert 0 < len(noted) <= 6
    noted.clear()
    someone.app.run()
    assert noted == []


@pytest.mark.parametrize("language", ["en", "nl"])
def test_head_figures_are_those_of_the_weeks_they_name(reader, sample_warehouse, language: str) -> None:
    said = reader(sample_warehouse, language).opens("outlook").html()
    weeks = asked.office_weeks("", LINE, SCHEME)
    with speaking(language):
        for horizon in (13, 52):
            read = ahead_readings.ahead_reading(weeks, horizon)
            assert f"{percentage(read['workload_pct_now'])} <span" in said
            assert f"{percentage(read['workload_pct_then'])} <span" in said
