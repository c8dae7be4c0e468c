"""Feedback and incidents: counts by hand, few ratings no share, offices in their order, each part alone."""

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from scipy.stats import poisson

from dashboards import WAREHOUSE_VARIABLE, queries
from dashboards.access.door import SMALLEST_SHOWN
from dashboards.app_pages.feedback import PAGE
from dashboards.panel import Panel, State
from dashboards.panels.feedback import answered, incidents, received
from dashboards.queries import feedback as questions
from dashboards.reader import Reader
from dashboards.text import speaking
from dashboards.view import View
from tests.dashboards.conftest import changed_copy
from tests.dashboards.test_panels import made
from tests.dashboards.test_said_is_counted import words_of
from tests.dashboards.viewing import of_marts, published_reader, view_of

YEAR = "month_start_on between date '2025-07-01' and date '2026-06-01'"


@pytest.fixture
def view(asking_large: Reader) -> View:
    return view_of(PAGE, published_reader())


def panels_of(view: View) -> dict[str, Panel]:
    with speaking("en"):
        return {panel.name: panel for panel in made(PAGE, view)}


def spoken(part: Callable[[View], Panel | None], view: View) -> Panel | None:
    with speaking("en"):
        return part(view)


@pytest.mark.parametrize("office", ["all", "GEN", "VEU"])
@pytest.mark.parametrize(("part", "by"), [(received.by_group, "from_group"), (received.by_topic, "topic")])
def test_feedback_is_counted_by_group_and_topic(view: View, office: str, part, by: str) -> None:
    panel = spoken(part, view_of(PAGE, view.reader, office=office))
    counted = of_marts(
        view.reader,
        f"""
        with told as (
            select *,
                sum(rated_feedback) over (partition by office_id, from_group) >= {SMALLEST_SHOWN} as is_told
            from fct_feedback_months where {YEAR} and ($office = 'all' or office_id = $office)
        )
        select {by} as name, sum(received_feedback) as received, sum(rated_feedback) as rated,
            coalesce(sum(rated_feedback) filter (is_told), 0) as told,
            sum(rated_low_feedback) filter (is_told) as low,
            sum(rating_avg * rated_feedback) filter (is_told) / sum(rated_feedback) filter (is_told) as mean
        from told group by all
        """,  # noqa: S608 - text of these tests
        office=office,
    )
    if part is received.by_topic and counted["told"].max() < SMALLEST_SHOWN:
        assert panel is None
        return
    rows = {row[by]: row for row in panel.table.rows.to_dicts()}
    assert rows.keys() == set(counted["name"])
    for one in counted.to_dicts():
        row = rows[one["name"]]
        assert row["received_feedback"] == one["received"] and row["rated_feedback"] == one["rated"]
        if one["told"] < SMALLEST_SHOWN:
            assert row["rating_mean"] is None and row["low_rated_pct"] is None
        else:
            assert row["rating_mean"] == pytest.approx(one["mean"])
            assert row["low_rated_pct"] == pytest.approx(float(100 * one["low"] / one["told"]))
            assert row["low_rated_lower_pct"] <= row["low_rated_pct"] <= row["low_rated_upper_pct"]


def test_what_is_told_of_all_offices_is_the_sum_of_what_each_tells(view: View) -> None:
    """Else the whole less the other offices would give back the few ratings of one."""
    offices = [row["id"] for row in queries.choices(view.reader, "office")]
    each = [spoken(received.by_group, view_of(PAGE, view.reader, office=one)) for one in offices]
    tables = [panel.table.rows for panel in each if panel.table]
    whole = spoken(received.by_group, view).table.rows
    told = ["from_group", "rated", "problem_answers"]
    elsewhere = of_marts(
        view.reader,
        f"""
        select from_group, sum(rated_feedback)::bigint as rated,
            sum(rated_low_feedback)::bigint as problem_answers
        from fct_feedback_months where {YEAR} and office_id = '' group by all
        having rated >= {SMALLEST_SHOWN}
        """,  # noqa: S608 - text of these tests
    )
    added = pl.concat([*tables, elsewhere], how="diagonal_relaxed").select(told).group_by("from_group").sum()
    assert any(rows.filter(pl.col("rated_feedback") > pl.col("rated")).height for rows in tables)
    assert sorted(added.rows()) == sorted(whole.select(told).rows())


def test_few_ratings_have_no_share_in_the_sample(view: View) -> None:
    small = [
        spoken(received.by_group, view_of(PAGE, view.reader, office=one)) for one in ("VEU", "IEP", "OUD")
    ]
    tables = [panel.table.rows for panel in small if panel and panel.table]
    assert any(rows.filter(pl.col("rated_feedback") < SMALLEST_SHOWN).height for rows in tables)


def test_answers_and_what_has_none_yet_are_all_that_came_in(view: View) -> None:
    rows = spoken(answered.by_answer, view).table.rows
    came = of_marts(
        view.reader,
        f"select sum(received_feedback)::int as came, sum(answered_feedback)::int as answered "  # noqa: S608
        f"from fct_feedback_months where {YEAR}",
    ).row(0)
    answers = rows.filter(pl.col("answer") != answered.NONE_YET)
    assert (rows["received_feedback"].sum(), answers["received_feedback"].sum()) == came


def test_the_share_within_thirty_days_counts_what_waits_as_far_as_it_has_waited(view: View) -> None:
    rows = of_marts(
        view.reader,
        f"""
        with pieces as (
            select wait_days, answer <> '' as is_answered, sum(received_feedback) as pieces
            from fct_feedback_answers where {YEAR} group by all
        ), days as (
            select wait_days, sum(pieces) filter (where is_answered) as answered,
                sum(sum(pieces)) over (order by wait_days desc) as waiting
            from pieces group by wait_days
        )
        select 100 * (1 - product(1 - coalesce(answered, 0) / waiting)) as pct from days where wait_days <= 30
        """,  # noqa: S608 - text of these tests
    )
    within = dict(spoken(answered.by_days, view).table.rows.select("within_days", "answered_pct").iter_rows())
    assert within[30] == pytest.approx(rows["pct"][0])
    assert sorted(within.values()) == list(within.values())


def test_a_month_without_an_incident_counts_as_none(view: View) -> None:
    rows = spoken(incidents.by_month, view).table.rows
    counted = of_marts(
        view.reader,
        "select sum(incidents)::int as all, min(month_start_on) as first "
        "from fct_incident_months where month_start_on <= date '2026-06-01'",
    )
    assert rows["incidents"].sum() == counted["all"][0]
    months = rows["month_start_on"]
    assert months[0] == counted["first"][0] and len(months) == months.n_unique()
    assert rows["incidents"].null_count() == 0
    of_office = spoken(incidents.by_month, view_of(PAGE, view.reader, office="VEU")).table.rows
    assert of_office["month_start_on"].to_list() == months.to_list()
    assert (of_office["incidents"] == 0).all(), "nothing happened there"
    assert of_office["usual_upper"].null_count() == of_office.height, "too few for limits"


def test_offices_are_in_their_order_and_expect_together_what_happened(view: View) -> None:
    rows = spoken(incidents.by_office, view).table.rows
    order = [row["id"] for row in queries.choices(view.reader, "office")]
    assert rows["part_id"].to_list() == [office for office in order if office in set(rows["part_id"])]
    known = rows.drop_nulls("expected_incidents")
    assert 0 < known.height < rows.height, "the sample has offices of few posts"
    assert known["expected_incidents"].sum() == pytest.approx(known["incidents"].sum())
    assert rows.filter(pl.col("expected_incidents").is_null())["incident_difference"].null_count() > 0
    assert (rows["incident_lower"] <= rows["incidents"]).all()
    assert (rows["incidents"] <= rows["incident_upper"]).all()


@pytest.mark.usefixtures("nobody_is_few")
def test_the_load_at_the_time_is_that_of_the_office_and_month(view: View) -> None:
    panel = spoken(incidents.with_load, view)
    rows = panel.table.rows
    loads = of_marts(
        view.reader,
        "select office_id as part_id, month_start_on, workload_pct as pct from fct_office_line_months "
        "where service_line = $line and weight_scheme = $scheme",
        line=view.choice.service_line,
        scheme=view.choice.weight_scheme,
    )
    joined = rows.join(loads, on=["part_id", "month_start_on"])
    assert joined.height == rows.height > 5
    assert joined["workload_pct"].to_list() == pytest.approx(joined["pct"].to_list())
    assert panel.intro.startswith("What may not be concluded: ")


MARTS = {
    questions.FEEDBACK: ("feedback_groups", "feedback"),
    questions.INCIDENTS: ("feedback_incidents", "serious incidents"),
}


@pytest.mark.parametrize("missing", [*MARTS, "all"])
def test_what_was_not_delivered_is_said_and_the_rest_is_shown(
    sample_warehouse: Path, tmp_path: Path, monkeypatch, missing: str
) -> None:
    gone = [mart for mart in MARTS if missing in (mart, "all")]
    gone += [questions.ANSWERS] if questions.FEEDBACK in gone else []
    dropped = [f"drop table marts.{mart}" for mart in gone]
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(changed_copy(sample_warehouse, tmp_path / "without", dropped)))
    found = panels_of(view_of(PAGE, published_reader()))
    for mart, (name, words) in MARTS.items():
        assert (found[name].state == State.NOT_DELIVERED) == (mart in gone)
        assert mart not in gone or found[name].said.startswith(f"Not delivered: {words}.")
    assert ("feedback_answers" in found) == (questions.FEEDBACK not in gone)
    assert ("feedback_load" in found) == (questions.INCIDENTS not in gone)


def test_an_entity_without_a_row_is_not_called_missing(sample_warehouse, tmp_path, monkeypatch) -> None:
    emptied = [f"delete from marts.{mart}" for mart in (*MARTS, questions.ANSWERS)]  # noqa: S608 - fixed names
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(changed_copy(sample_warehouse, tmp_path / "empty", emptied)))
    found = panels_of(view_of(PAGE, published_reader()))
    assert {name: panel.state for name, panel in found.items()} == dict.fromkeys(
        ("feedback_groups", "feedback_incidents"), State.NOTHING
    )


def test_nothing_on_the_page_is_about_an_officer_or_a_case(view: View) -> None:
    said = ""
    for panel in panels_of(view).values():
        said += "\n".join(words_of(panel)) + str(panel.chart or "")
        said += panel.table.rows.write_csv() if panel.table else ""
    ids = of_marts(
        view.reader, "select officer_id as id from dim_officers union select case_id from fct_open_cases"
    )
    assert ids.height > 50 and not [one for one in ids["id"] if one in said]


def test_an_office_differs_where_its_count_has_too_small_a_chance(view: View) -> None:
    """By the chances of every count, added up: less than one in a thousand on its side."""
    panel = spoken(incidents.by_office, view)
    outside = 0
    for row in panel.table.rows.drop_nulls("expected_incidents").to_dicts():
        above = poisson.sf(row["incidents"] - 1, row["expected_incidents"])
        below = poisson.cdf(row["incidents"], row["expected_incidents"])
        is_outer = min(above, below) < 0.001
        assert row["incident_difference"].endswith("99.8%") == is_outer
        assert (row["incident_difference"] == "no difference") == (min(above, below) >= 0.025)
        outside += is_outer
    assert ("no office differs" in panel.title) == (outside == 0)


def test_of_few_ratings_no_picture_says_how_they_were(view: View) -> None:
    for office in ("VEU", "IEP", "OUD", "GEN"):
        panel = spoken(received.by_group, view_of(PAGE, view.reader, office=office))
        if panel.chart is None:
            continue
        rows = panel.table.rows
        few = rows.filter(pl.col("rated_feedback") < SMALLEST_SHOWN)["label"].to_list()
        for trace in panel.chart["data"]:
            if trace["name"].startswith("rated "):
                drawn = dict(zip(trace["y"], trace["x"], strict=True))
                assert not [name for name in few if drawn[name]], (office, trace["name"])
