"""The people who do the work: answers by hand, nothing under ten, offices in their order, each part alone."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from math import sqrt
from pathlib import Path

import polars as pl
import pytest

from dashboards import WAREHOUSE_VARIABLE, queries
from dashboards.access.few_people import FEW_MARK
from dashboards.app_pages.wellbeing import PAGE
from dashboards.panel import Panel, State
from dashboards.panels.wellbeing import frames, load, months, staff, survey, training
from dashboards.queries import wellbeing as questions
from dashboards.reader import Reader
from dashboards.text import speaking
from dashboards.view import View
from tests.dashboards.conftest import changed_copy
from tests.dashboards.surveyed import SILENT
from tests.dashboards.test_panels import made
from tests.dashboards.test_said_is_counted import words_of
from tests.dashboards.viewing import of_marts, published_reader, view_of


@pytest.fixture
def view(asking_large: Reader) -> View:
    return view_of(PAGE, published_reader())


def panels_of(view: View) -> dict[str, Panel]:
    with speaking("en"):
        return {panel.name: panel for panel in made(PAGE, view)}


def spoken(part: Callable[[View], Panel | None], view: View) -> Panel | None:
    with speaking("en"):
        return part(view)


def answers(reader: Reader, condition: str) -> list[dict]:
    """Rows of the survey that are shown, of everybody in an office, under one condition."""
    sql = f"""
        select * from fct_survey_waves where is_shown and survey_group = '' and ({condition})
    """  # noqa: S608 - text of these tests
    return of_marts(reader, sql).to_dicts()


def test_each_scale_holds_the_answers_of_its_offices(view: View) -> None:
    rows = spoken(survey.by_scale, view).table.rows
    assert rows.height == 6
    for row in rows.to_dicts():
        own = answers(view.reader, f"scale = '{row['scale']}' and wave_on = date '{row['wave_on']}'")
        problems = sum(round(one["problem_pct"] * one["respondents"] / 100) for one in own)
        asked = sum(one["respondents"] for one in own)
        assert row["respondents"] == asked and row["invited"] == sum(one["invited"] for one in own)
        assert row["problem_pct"] == pytest.approx(100 * problems / asked)
        before = answers(view.reader, f"scale = '{row['scale']}' and wave_on = date '{row['before_on']}'")
        earlier = sum(round(one["problem_pct"] * one["respondents"] / 100) for one in before)
        assert row["before_problem_pct"] == pytest.approx(
            100 * earlier / sum(one["respondents"] for one in before)
        )


def test_offices_are_in_their_order_and_one_with_few_answers_says_only_that(view: View) -> None:
    panel = spoken(survey.by_part, view)
    order = [row["id"] for row in queries.choices(view.reader, "office")]
    shown = panel.table.rows["part_id"].to_list()
    assert shown == [office for office in order if office in shown]
    few = [office for office in order if office not in shown]
    assert few, "the sample has small offices"
    said = [note["text"] for note in panel.chart["layout"]["annotations"]]
    assert said.count("<i>too few answers</i>") == len(few)
    assert (panel.table.rows["respondents"] >= survey.FEWEST_ANSWERS).all()
    assert SILENT in few
    alone = panels_of(view_of(PAGE, view.reader, office=SILENT))
    assert alone["wellbeing_scales"].state == State.HIDDEN and "wellbeing_waves" not in alone


def test_no_office_is_called_different_that_lies_inside_the_wide_limits(view: View) -> None:
    """Wilson's interval of 99.8 % touches the share of all just where the limits of its size are."""
    rows = frames.by_part(view)
    z = 3.090232306167813
    whole = rows["problem_answers"].sum() / rows["rated"].sum()
    outside = 0
    for row in rows.to_dicts():
        spread = z * sqrt(whole * (1 - whole) / row["rated"])
        outside += abs(row["problem_answers"] / row["rated"] - whole) > spread
    title = spoken(survey.by_part, view).title
    assert ("no office differs" in title) == (outside == 0)
    assert outside == 0 or f"{outside} of {rows.height} offices outside" in title


def test_a_group_is_shown_of_offices_alone_where_every_group_is_large_enough(view: View) -> None:
    rows = spoken(survey.by_wave, view).table.rows
    last = rows["wave_on"].max()
    for group in ("", "up_to_two_years", "over_two_years"):
        counted = of_marts(
            view.reader,
            "select coalesce(sum(respondents), 0)::int as answers from fct_survey_waves "
            "where is_shown and scale = $scale and wave_on = $wave and survey_group = $one",
            scale=frames.scale(view),
            wave=last,
            one=group,
        )["answers"][0]
        own = rows.filter((pl.col("wave_on") == last) & (pl.col("survey_group") == group))
        assert own["respondents"].sum() == counted
    everybody = rows.filter((pl.col("survey_group") == "") & (pl.col("wave_on") == last))["respondents"][0]
    assert (
        rows.filter((pl.col("survey_group") != "") & (pl.col("wave_on") == last))["respondents"].sum()
        <= everybody
    )


@pytest.mark.usefixtures("nobody_is_few")
def test_answers_lie_beside_the_workload_of_the_office_in_that_month(view: View) -> None:
    rows = spoken(load.beside, view).table.rows
    assert rows.height > 10
    for row in rows.head(8).to_dicts():
        found = of_marts(
            view.reader,
            "select workload_pct from fct_office_line_months where office_id = $office and month_start_on = "
            "date_trunc('month', $wave) and service_line = $line and weight_scheme = $scheme",
            office=row["part_id"],
            wave=row["wave_on"],
            line=view.choice.service_line,
            scheme=view.choice.weight_scheme,
        )
        assert row["workload_pct"] == pytest.approx(found["workload_pct"][0])


def test_beside_load_nothing_of_an_office_of_few_posts_is_shown_and_no_link_is_computed(view: View) -> None:
    loads = questions.load_at_waves(view.reader, view.choice)
    assert loads.filter(FEW_MARK).height and loads.filter(FEW_MARK)["workload_pct"].null_count() == (
        loads.filter(FEW_MARK).height
    )
    panel = spoken(load.beside, view)
    assert not {"correlation", "slope", "r", "trend"} & set(panel.table.rows.columns)
    assert "no link is computed" in panel.summary and "no proof" in panel.title


def test_limits_are_those_of_the_months_by_hand(view: View) -> None:
    rows = spoken(months.by_month, view).table.rows.filter(pl.col("panel") == "leavers")
    amounts = rows["amount"].to_list()
    steps = [abs(later - earlier) for earlier, later in pairwise(amounts)]
    usual = sum(steps) / len(steps)
    steps = [step for step in steps if step < 3.267 * usual]
    mean, reach = sum(amounts) / len(amounts), 2.66 * sum(steps) / len(steps)
    assert rows["usual_mean"][0] == pytest.approx(mean)
    assert rows["usual_upper"][0] == pytest.approx(mean + reach)
    outside = [not mean - reach <= amount <= mean + reach for amount in amounts]
    assert [one == "outside the limits" for one in rows["signal"]] == outside


def test_posts_are_what_counts_what_is_reduced_and_what_a_grade_does_not_count(view: View) -> None:
    rows = staff._with_sums(questions.posts_of_parts(view.reader, view.choice)).filter(~pl.col(FEW_MARK))
    assert rows.height > 3
    added = rows["counted_fte"] + rows["reduced_fte_avg"] + rows["uncounted_fte_avg"]
    assert added.to_list() == pytest.approx(rows["contract_fte_avg"].to_list())
    parts = rows.filter(pl.col("part_id") != "")
    to_fill = of_marts(
        view.reader,
        "select office_id, sum(fte_to_fill) filter (where status in ('vacant', 'recruiting')) as fte "
        "from fct_office_posts where service_line = $line and weight_scheme = $scheme group by office_id",
        line=view.choice.service_line,
        scheme=view.choice.weight_scheme,
    )
    expected = dict(to_fill.iter_rows())
    assert any(expected.values())
    for row in parts.to_dicts():
        assert row["to_fill_fte"] == pytest.approx(expected.get(row["part_id"]) or 0)
        every = row["contract_fte_avg"] + row["to_fill_fte"]
        assert row["vacancy_pct"] == pytest.approx(100 * row["to_fill_fte"] / every)


def test_hours_of_training_are_those_of_twelve_whole_months(view: View) -> None:
    panel = spoken(training.by_topic, view)
    counted = of_marts(
        view.reader,
        """
        select topic, sum(training_hours) as hours from fct_training_months
        where month_start_on between date '2025-07-01' and date '2026-06-01' and office_id not in (
            select area_id from memory.shown.few_posts
            where service_line = 'offender_supervision' and list_has_any(years, [2025, 2026])
        )
        group by topic
        """,
    )
    rows = dict(panel.table.rows.select("topic", "training_hours").iter_rows())
    # an office is of few in a calendar year: months of the other one are counted
    assert rows.keys() == set(counted["topic"])
    assert all(rows[topic] >= hours - 1e-6 for topic, hours in counted.iter_rows())


MARTS = {
    questions.SURVEYS: ("wellbeing_scales", "surveys of staff"),
    questions.CONTEXT: ("wellbeing_months", "figures of context"),
    questions.TRAINING: ("wellbeing_training", "training"),
}


@pytest.fixture(scope="module")
def without(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The sample without one of the marts, or ('all') without any of them."""

    def folder(mart: str) -> Path:
        gone = MARTS if mart == "all" else (mart,)
        place = tmp_path_factory.mktemp("without") / f"without_{mart}"
        return changed_copy(sample_warehouse, place, [f"drop table marts.{one}" for one in gone])

    return folder


@pytest.mark.parametrize("mart", [*MARTS, "all"])
def test_what_was_not_delivered_is_said_and_the_rest_is_shown(without, monkeypatch, mart: str) -> None:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(without(mart)))
    found = panels_of(view_of(PAGE, published_reader()))
    for one, (name, words) in MARTS.items():
        is_gone = mart in (one, "all")
        assert (found[name].state == State.NOT_DELIVERED) == is_gone, name
        assert not is_gone or (found[name].said.startswith("Not delivered: ") and words in found[name].said)
    assert found["wellbeing_posts"].state != State.NOT_DELIVERED
    if mart in (questions.SURVEYS, "all"):
        assert not {"wellbeing_parts", "wellbeing_waves", "wellbeing_load"} & found.keys()


def test_an_entity_without_a_row_is_not_called_missing(sample_warehouse, tmp_path, monkeypatch) -> None:
    emptied = [f"delete from marts.{mart}" for mart in MARTS]  # noqa: S608 - fixed names
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(changed_copy(sample_warehouse, tmp_path / "empty", emptied)))
    found = panels_of(view_of(PAGE, published_reader()))
    assert {found[name].state for name, _ in MARTS.values()} == {State.NOTHING}


def test_nothing_on_the_page_is_about_an_officer(view: View) -> None:
    def words() -> Iterator[str]:
        for panel in panels_of(view).values():
            yield from words_of(panel)
            yield str(panel.chart or "")
            yield panel.table.rows.write_csv() if panel.table else ""

    officers = of_marts(view.reader, "select officer_id from dim_officers")["officer_id"].to_list()
    said = "\n".join(words())
    assert officers and not [one for one in officers if one in said]


@pytest.mark.parametrize(
    ("hidden", "title"),
    [(False, "Officers by grade: officer 80% in "), (True, "Officers with capacity by grade")],
)
def test_the_share_of_a_grade_is_told_where_no_grade_is_hidden(
    view: View, monkeypatch, hidden, title
) -> None:
    months = [date(2024, 6, 1), date(2025, 6, 1), date(2026, 6, 1)]
    rows = [
        (
            grade,
            month,
            None if hidden and grade == "senior_officer" else people,
            hidden and grade == "senior_officer",
        )
        for month in months
        for grade, people in (("officer", 80), ("senior_officer", 12), ("trainee_months_0_6", 8))
    ]
    frame = pl.DataFrame(rows, schema=questions._GRADES, orient="row")
    monkeypatch.setattr(questions, "people_by_grade", lambda *_: frame)
    panel = spoken(staff.grades, view)
    assert panel.title.startswith(title)
    assert (panel.table.rows["grade_share_pct"].null_count() == len(rows)) == hidden
    assert panel.table.rows["grade"][0] == "trainee, months 0 to 6", "in the order of the catalogue"
