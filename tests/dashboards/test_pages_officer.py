"""One officer on the page Outlook: the month, the weeks ahead, the own cases, and what one more would do."""

import polars as pl
import pytest
import streamlit as st

from analysis.impact import case_impact
from dashboards import queries, warehouse
from dashboards.charts import ahead_readings
from dashboards.queries import outlook_officer as asked_of_one
from dashboards.sections.outlook import impact
from dashboards.sections.outlook import officer as officer_parts
from dashboards.text import speaking
from tests.dashboards.outlook_pages import SCHEME, busiest_office, charts, of_office, of_officer


@pytest.fixture
def office(sample_shown) -> str:
    return busiest_office()


def test_officer_is_a_whole_person_whichever_line_is_chosen(reader, sample_warehouse, office) -> None:
    someone = reader(sample_warehouse)
    of_officer(someone, office)
    assert "over all offices and services the officer works in" in someone.words()


def test_officers_are_chosen_only_inside_an_office_and_in_the_fixed_order(
    reader, sample_warehouse, office
) -> None:
    whole = reader(sample_warehouse).opens("outlook")
    assert not any("Officer" in box.label for box in whole.app.selectbox)
    own = of_office(reader(sample_warehouse), office)
    box = own.app.selectbox(key=f"outlook officer of {office}")
    assert box.options == ["the whole office", *asked_of_one.officers(office, SCHEME)["officer_id"]]
    tables = [column for found in own.app.dataframe for column in found.value.columns]
    assert "officer_id" not in tables


def test_id_of_officer_and_case_never_stand_in_the_address_or_a_file_name(
    reader, sample_warehouse, office
) -> None:
    someone = reader(sample_warehouse)
    officer = of_officer(someone, office)
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
    officer = of_officer(someone, office)
    (chart,) = charts(someone)
    as_of = queries.status()["as_of"].isoformat()
    assert min(trace["x"][0] for trace in chart["data"]) == as_of
    headings = [set(found.value.columns) for found in someone.app.dataframe]
    assert not any("Workload %" in one or "Capacity" in one for one in headings), "an absence would show"
    own = next(found.value for found in someone.app.dataframe if "In the outlook" in found.value.columns)
    assert set(own["Case"]) == set(asked_of_one.own_cases(officer, SCHEME)["case_id"])


@pytest.mark.parametrize("share", [1.0, 0.5])
def test_impact_shown_is_that_of_the_function(reader, sample_warehouse, office, share: float) -> None:
    someone = reader(sample_warehouse)
    officer = of_officer(someone, office)
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


def test_without_capacity_the_impact_is_told_in_units(reader, warehouse_without_contracts, office) -> None:
    someone = reader(warehouse_without_contracts)
    of_officer(someone, office)
    case_id = asked_of_one.cases_to_take(office, SCHEME)["case_id"][0]
    someone.app.selectbox(key=f"outlook case of {office}").set_value(case_id).run()
    title = next(line for line in someone.html().split("<h2>") if line.startswith("With "))
    assert "hours a month instead of" in title and "%" not in title.split("</h2>")[0]


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
    officer = of_officer(someone, office)
    case_id = asked_of_one.cases_to_take(office, SCHEME)["case_id"][0]
    noted, opening = [], warehouse._open
    monkeypatch.setattr(warehouse, "_open", lambda file: (noted.append(file), opening(file))[1])
    st.cache_data.clear()
    st.cache_resource.clear()
    someone.app.selectbox(key=f"outlook case of {office}").set_value(case_id).run()
    assert officer in someone.words() and case_id in someone.words()
    assert 0 < len(noted) <= 6
    noted.clear()
    someone.app.run()
    assert noted == []
