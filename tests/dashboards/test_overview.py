"""The Overview: its questions against the marts, its sentences, and what it says when little is known."""

from datetime import date

import polars as pl
import pytest

from dashboards import database, queries
from dashboards.panels.overview.windows import when
from dashboards.panels.overview.workload import offices_title
from dashboards.queries import overview as asked
from dashboards.text import speaking
from reports.__main__ import main as reports
from tests.dashboards.conftest import changed_copy
from tests.dashboards.viewing import choice_of, published_reader

SCHEME = "fl_type_phase"
LINE = "offender_supervision"
# The offices of the small sample have few people: the figures are looked at, not what is hidden of them.
pytestmark = pytest.mark.usefixtures("nobody_is_few")


@pytest.mark.parametrize("question", sorted(asked.COMPARED))
def test_the_whole_is_the_ratio_of_sums_over_offices(sample_shown, question):
    loads = asked.load_in_windows(
        published_reader(), choice_of(time_window=question[0], comparison=question[1])
    )
    whole = loads.filter(pl.col("part_id") == "")
    parts = loads.filter(pl.col("part_id") != "")
    keys = ["time_window", "service_line", "weight_scheme"]
    summed = parts.group_by(keys).agg(pl.col("workload_units", "capacity_units").sum().name.suffix("_summed"))
    both = whole.join(summed, on=keys)
    assert both.height == whole.height > 0
    for row in both.to_dicts():
        assert row["workload_units"] == pytest.approx(row["workload_units_summed"])
        if row["capacity_units"]:
            ratio = 100 * row["workload_units_summed"] / row["capacity_units_summed"]
            assert row["workload_pct"] == pytest.approx(ratio)
        else:
            assert row["workload_pct"] is None


@pytest.mark.parametrize("question", sorted(asked.COMPARED))
def test_a_row_per_window_line_scheme_and_office(sample_shown, question):
    loads = asked.load_in_windows(
        published_reader(), choice_of(time_window=question[0], comparison=question[1])
    )
    assert set(loads["time_window"]) == {question[0], asked.COMPARED[question]}
    assert not loads.select("time_window", "service_line", "weight_scheme", "part_id").is_duplicated().any()


def test_an_office_has_the_percentage_of_the_mart(sample_shown):
    loads = asked.load_in_windows(
        published_reader(), choice_of(time_window="four_weeks", comparison="before")
    ).filter(pl.col("part_id") != "")
    mart = database.frame(published_reader(), "select office_id as part_id, * from fct_office_line_windows")
    keys = ["time_window", "service_line", "weight_scheme", "part_id"]
    joined = loads.join(mart, on=keys, suffix="_of_mart")
    assert joined.height == loads.height
    for row in joined.to_dicts():
        assert row["workload_pct"] == pytest.approx(row["workload_pct_of_mart"])


def test_the_month_a_year_ago_is_a_whole_month(sample_shown):
    loads = asked.load_in_windows(
        published_reader(), choice_of(time_window="month", comparison="year_ago")
    ).filter(pl.col("time_window") == "month_year_ago")
    as_of = queries.status(published_reader()).as_of
    assert set(loads["window_start_on"]) == {as_of.replace(year=as_of.year - 1, day=1)}
    assert loads["window_end_on"].max().month == as_of.month


def test_months_of_the_service_add_up_to_the_flow(sample_shown):
    first = database.frame(
        published_reader(), "select min(month_start_on) as first_on from fct_case_flow_months"
    ).item()
    months = asked.service_months(published_reader(), choice_of(since=first))
    flow = database.frame(
        published_reader(),
        "select sum(received_cases)::bigint as r, sum(ended_cases)::bigint as e from fct_case_flow_months",
    )
    assert (months["received_cases"].sum(), months["ended_cases"].sum()) == flow.row(0)
    assert not months.select("service_line", "month_start_on").is_duplicated().any()


def test_open_cases_of_the_last_month_are_those_of_the_status(sample_shown):
    status = queries.status(published_reader())
    months = asked.service_months(published_reader(), choice_of(since=status.as_of.replace(day=1)))
    assert months["open_cases_end"].sum() == status.open_cases


def test_waiting_cases_agree_between_the_weeks_and_the_months(sample_shown):
    status = queries.status(published_reader())
    months = asked.service_months(published_reader(), choice_of(since=status.as_of.replace(day=1)))
    waits = asked.longest_waits(published_reader())
    assert waits["waiting_cases"].sum() == months["waiting_cases_end"].sum()
    assert waits["uncovered_cases"].sum() == months["uncovered_cases_end"].sum()


@pytest.mark.parametrize(("language", "said"), [("en", "Synthetic data"), ("nl", "Synthetische gegevens")])
def test_the_page_answers_in_the_readers_language(sample_warehouse, reader, language, said):
    words = reader(sample_warehouse, language).opens().words()
    assert said in words
    assert "{" not in words
    assert ("In the four weeks up to" if language == "en" else "In de vier weken tot en met") in words


def test_offices_stand_in_their_fixed_order_and_the_whole_last(sample_shown, reader):
    html = reader(sample_shown).opens().html()
    strip = html[html.index('class="mw-offices"') :]
    names = [row["area_name"] for row in queries.choices(published_reader(), "office")]
    places = [strip.index(f'<div role="cell">{name}</div>') for name in [*names, "All offices"]]
    assert places == sorted(places)


def test_every_picture_says_synthetic_and_has_words(sample_shown, reader):
    html = reader(sample_shown).opens().html()
    pictures = html.split("<svg ")[1:]
    assert len(pictures) > 15
    for picture in pictures:
        body = picture[: picture.index("</svg>")]
        assert 'role="img" aria-label="' in body
        assert "synthetic" in body


def test_offender_services_are_never_mixed_with_other_lines(sample_shown, reader):
    words = reader(sample_shown).opens().words()
    loads = asked.load_in_windows(
        published_reader(), choice_of(time_window="four_weeks", comparison="before")
    )
    own = loads.filter(
        pl.col("part_id") == "",
        pl.col("service_line") == LINE,
        pl.col("weight_scheme") == SCHEME,
        pl.col("time_window") == "four_weeks",
    )["workload_pct"].item()
    assert f"was {own:,.0f}% of capacity" in words


@pytest.mark.parametrize(
    ("window", "said"),
    [
        ("today", "On 30 June 2026"),
        ("four_weeks", "In the four weeks up to"),
        ("month", "In June 2026 (30 days)"),
    ],
)
def test_the_window_of_the_address_is_the_window_shown(sample_warehouse, reader, window, said):
    opened = reader(sample_warehouse)
    opened.app.query_params["window"] = window
    assert said in opened.opens().words()


def test_the_flow_is_that_of_the_last_month_known_to_its_last_day(sample_shown, reader):
    assert queries.status(published_reader()).as_of == date(2026, 6, 30)
    row = asked.service_months(
        published_reader(), choice_of(weight_scheme="count", since=date(2026, 6, 1))
    ).filter(service_line="offender_supervision")
    words = reader(sample_shown).opens().words()
    assert "In June 2026, " in words
    for column in ("received_cases", "ended_cases"):
        assert f"{row[column].item():,}" in words


def test_the_first_days_of_a_month_are_said_to_be_few(sample_shown):
    row = {"window_start_on": date(2026, 6, 1), "window_end_on": date(2026, 6, 3)}
    with speaking("en"):
        assert when(row, "month") == "In June 2026 so far (3 days)"
        assert when(row | {"window_end_on": date(2026, 6, 1)}, "month") == "In June 2026 so far (1 day)"


def test_without_contracts_there_is_no_percentage_but_cases(warehouse_without_contracts, reader):
    words = reader(warehouse_without_contracts).opens().words()
    assert "No staff contracts were delivered" in words
    assert "no capacity known" in words
    assert "Open cases" in words
    assert "% of capacity" not in words


@pytest.mark.parametrize("language", ["en", "nl"])
def test_without_cases_the_page_says_what_there_is(warehouse_without_cases, reader, language):
    words = reader(warehouse_without_cases, language).opens().words()
    assert ("No cases were delivered" if language == "en" else "Er zijn geen dossiers aangeleverd") in words
    assert ("offices: 1)" if language == "en" else "aantal kantoren: 1") in words


def test_with_nothing_the_page_points_to_what_came_in(warehouse_of_nothing, reader):
    assert "Nothing was delivered that can be shown here" in reader(warehouse_of_nothing).opens().words()


def test_before_the_first_build_the_page_says_how_to_make_one(tmp_path, reader):
    opened = reader(tmp_path / "none").opens()
    assert "There are no data yet" in opened.words()
    assert opened.app.code[0].value == "python -m ingest demo"


@pytest.mark.parametrize("page", ["overview", "offices", "about"])
def test_a_file_of_another_version_says_how_to_build_it_anew(
    sample_warehouse, tmp_path, reader, page, capsys
):
    older = changed_copy(sample_warehouse, tmp_path / "older", ["drop table marts.dim_targets"])
    opened = reader(older).opens(page)
    assert "These data were built by another version of Maatwerk" in opened.words()
    assert "could not be shown" not in opened.words()
    assert opened.app.code[0].value == "python -m ingest build --extracts DIR"
    assert reports(["page", page, "--warehouse", str(older), "--into", str(tmp_path / "written")]) == 2
    assert "another version of Maatwerk" in capsys.readouterr().err


def test_the_title_over_the_offices_claims_no_more_than_the_ranges_show():
    with speaking("en"):
        both = offices_title(["heavier", "lighter", "heavier"])
        assert "2 offices are clearly above the overall workload and 1 clearly below it" in both
        assert offices_title(["heavier", "unknown"]).startswith("1 office is clearly above")
        assert offices_title(["lighter", "indistinct"]).startswith("1 office is clearly below")
        assert offices_title(["indistinct", "unknown"]).startswith(
            "No office is clearly above, or clearly below"
        )
