"""One officer on the page Outlook: the month, the weeks ahead, the own cases, and what one more would do."""

import polars as pl
import pytest

from analysis.impact import case_impact
from dashboards import database, queries
from dashboards.charts import ahead_readings
from dashboards.panels.outlook import impact
from dashboards.queries import outlook_officer as questions
from dashboards.reader import Reader
from dashboards.text import speaking
from dashboards.view import View
from tests.dashboards.outlook_pages import (
    SCHEME,
    busiest_office,
    charts,
    of_office,
    of_officer,
    takes_case,
)
from tests.dashboards.viewing import choice_of, of_marts


@pytest.fixture
def office(asking: Reader) -> str:
    return busiest_office(asking)


def test_officer_is_a_whole_person_whichever_line_is_chosen(reader, sample_warehouse, asking, office) -> None:
    someone = reader(sample_warehouse)
    of_officer(someone, asking, office)
    assert "across all offices and services the officer works in" in someone.words()


def test_officers_are_chosen_only_inside_an_office_and_in_the_fixed_order(
    reader, sample_warehouse, asking, office
) -> None:
    whole = reader(sample_warehouse).opens("outlook")
    assert not any("Officer" in box.label for box in whole.app.selectbox)
    own = of_office(reader(sample_warehouse), office)
    box = own.app.selectbox(key=f"officer of {office}")
    assert box.options == ["the whole office", *questions.officers(asking, choice_of(office))["officer_id"]]
    tables = [column for found in own.tables() for column in found.value.columns]
    assert "officer_id" not in tables


def test_id_of_officer_and_case_never_stand_in_the_address_or_a_file_name(
    reader, sample_warehouse, asking, office
) -> None:
    someone = reader(sample_warehouse)
    officer = of_officer(someone, asking, office)
    case_id = questions.cases_to_take(asking, choice_of(office))["case_id"][0]
    takes_case(someone, office, case_id)
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


def test_an_officer_has_only_weeks_ahead_own_cases_and_no_capacity(
    reader, sample_warehouse, asking, office
) -> None:
    someone = reader(sample_warehouse)
    officer = of_officer(someone, asking, office)
    (chart,) = charts(someone)
    as_of = queries.status(asking).as_of.isoformat()
    assert min(trace["x"][0] for trace in chart["data"]) == as_of
    headings = [set(found.value.columns) for found in someone.tables()]
    assert not any("Workload %" in one or "Capacity" in one for one in headings), "an absence would show"
    own = next(found.value for found in someone.tables() if "In the outlook" in found.value.columns)
    assert set(own["Case"]) == set(questions.own_cases(asking, choice_of(officer=officer))["case_id"])


@pytest.mark.parametrize("share", [1.0, 0.5, 0.75])
def test_impact_shown_is_that_of_the_function(reader, sample_warehouse, asking, office, share: float) -> None:
    someone = reader(sample_warehouse)
    officer = of_officer(someone, asking, office)
    case_id = questions.cases_to_take(asking, choice_of(office))["case_id"][0]
    takes_case(someone, office, case_id, f"{100 * share:.0f}")
    expected = case_impact(
        of_marts(
            asking,
            "select * from fct_officer_spans where officer_id = $officer and weight_scheme = $scheme",
            officer=officer,
            scheme=SCHEME,
        ),
        of_marts(
            asking,
            "select * from fct_officer_outlook_weeks where officer_id = $officer and weight_scheme = $scheme",
            officer=officer,
            scheme=SCHEME,
        ),
        of_marts(
            asking,
            "select * from fct_open_case_outlook where case_id = $case_id and weight_scheme = $scheme",
            case_id=case_id,
            scheme=SCHEME,
        ),
        share=share,
        as_of=queries.status(asking).as_of,
    )
    full_time = queries.weight_scheme(asking, SCHEME)["full_time_capacity"]
    table = next(found.value for found in someone.tables() if "With the case" in found.value.columns)
    for heading, figure in (("With the case", "after"), ("Without the case", "before")):
        # the screen shows one decimal
        shown, exact = table[heading].tolist(), expected[f"workload_units_{figure}"].to_list()
        assert shown == pytest.approx(exact, rel=0, abs=0.0501)
    with speaking("en"):
        view = View(queries.status(asking), choice_of(office, officer=officer), asking)
        read = ahead_readings.impact_reading(
            expected.with_columns(capacity_units=full_time), {"now": 0, "quarter": 13, "year": 52}
        )
        what = case_id if share == 1 else f"{100 * share:.0f}% of {case_id}"
        sentence = impact.impact_sentence(read, what, view)
    assert sentence in someone.words()
    assert "It recommends nobody" in someone.words() and "This is not advice" in someone.words()


def test_the_impact_is_the_same_where_nobody_s_capacity_is_known(
    reader, warehouse_without_contracts, asking, office
) -> None:
    someone = reader(warehouse_without_contracts)
    of_officer(someone, asking, office)
    case_id = questions.cases_to_take(asking, choice_of(office))["case_id"][0]
    takes_case(someone, office, case_id)
    title = next(line for line in someone.html().split("<h2>") if line.startswith("With "))
    assert "of a full-time post" in title


def test_the_whole_person_is_summed_over_offices(asking) -> None:
    sums = of_marts(
        asking,
        """
        select officer_id, week_start_on as period_start_on, sum(workload_units_avg) as work
        from fct_officer_outlook_weeks where weight_scheme = $scheme
        group by officer_id, week_start_on having count(*) > 1
        """,
        scheme=SCHEME,
    )
    assert sums.height > 0, "somebody of the sample works in two offices"
    officer = sums["officer_id"][0]
    rows = questions.person_periods(asking, choice_of(officer=officer)).filter(pl.col("period") == "week")
    both = sums.filter(officer_id=officer).join(rows, on="period_start_on")
    assert both.height == sums.filter(officer_id=officer).height
    for row in both.to_dicts():
        assert row["workload_units"] == pytest.approx(row["work"])


def test_no_question_is_asked_twice_and_one_officer_asks_six_at_most(
    reader, sample_warehouse, asking, office, monkeypatch
) -> None:
    someone = reader(sample_warehouse)
    officer = of_officer(someone, asking, office)
    case_id = questions.cases_to_take(asking, choice_of(office))["case_id"][0]
    noted, opening = [], database._open
    monkeypatch.setattr(database, "_open", lambda file: (noted.append(file), opening(file))[1])
    database.forget()
    takes_case(someone, office, case_id)
    assert officer in someone.words() and case_id in someone.words()
    assert 0 < len(noted) <= 6
    noted.clear()
    someone.app.run()
    assert noted == []
