"""Capacity of few people is gone before a question answers, and every row says why."""

import polars as pl
import pytest

from dashboards import database
from dashboards.access import few_people
from dashboards.queries import choices
from dashboards.queries import outlook as questions
from dashboards.reader import Reader
from tests.dashboards.viewing import choice_of

SCHEME = "fl_type_phase"
OF_CAPACITY = (
    "workload_pct",
    "capacity_units_avg",
    "contract_fte_avg",
    "available_fte_avg",
    "reduced_fte_avg",
    "uncounted_fte_avg",
)


@pytest.mark.parametrize(
    ("posts", "is_of_few"),
    [([6.0, 5.0], False), ([6.0, 4.9], True), ([0.0, 1.0], True), ([0.0], False), ([], False)],
)
def test_few_are_fewer_than_five_posts_in_any_week(posts: list[float], is_of_few: bool) -> None:
    assert few_people.is_of_few(pl.Series(posts, dtype=pl.Float64)) == is_of_few


def test_one_week_of_few_people_hides_the_capacity_of_every_week() -> None:
    weeks = pl.DataFrame({name: [6.0, 4.9] for name in OF_CAPACITY} | {"workload_units_avg": [1.0, 2.0]})
    cleared = few_people.weeks_cleared(weeks)
    assert cleared["is_of_few"].all() and cleared["workload_units_avg"].to_list() == [1.0, 2.0]
    assert all(cleared[name].null_count() == 2 for name in OF_CAPACITY)
    enough = weeks.head(1)
    assert few_people.weeks_cleared(enough).drop("is_of_few").equals(enough)
    assert not few_people.weeks_cleared(enough)["is_of_few"].any()


@pytest.mark.parametrize(
    ("posts", "pcts", "of_few"),
    [
        ([4.9, 5.0], [None, 90.0], [True, False]),
        ([0.0, 5.0], [None, 90.0], [True, False]),
        ([None, 5.0], [None, 90.0], [False, False]),
        ([0.0, 0.0], [None, None], [False, False]),
    ],
)
def test_parts_of_few_people_show_their_work_only(posts, pcts, of_few) -> None:
    parts = pl.DataFrame(
        {
            "contract_fte_min": posts,
            "workload_pct_13": [90.0, 90.0],
            "available_fte_13": [4.0, 4.0],
            "workload_units_13": [1.0, 1.0],
        }
    )
    cleared = few_people.parts_cleared(parts)
    assert cleared["workload_pct_13"].to_list() == pcts
    assert cleared["available_fte_13"].is_null().to_list() == [pct is None for pct in pcts]
    assert cleared["workload_units_13"].to_list() == [1.0, 1.0]
    assert cleared["is_of_few"].to_list() == of_few
    assert "contract_fte_min" not in cleared.columns, "how few is not said"


def test_no_question_of_outlook_answers_with_capacity_of_few_people(asking: Reader) -> None:
    posts = database.frame(
        asking,
        """
        with weeks as (
            select area_id, service_line, week_start_on, contract_fte_avg from fct_area_line_outlook_weeks
            where part_id = '' and weight_scheme = $scheme
            union all
            select area_id, service_line, week_start_on, contract_fte_avg from fct_area_line_weeks
            where part_id = ''
                and weight_scheme = $scheme
                and week_start_on > (select date_trunc('week', as_of)::date - 7 * 26 from dim_status)
        )
        select area_id, service_line, min(contract_fte_avg) as fewest, max(contract_fte_avg) as most
        from weeks group by all
        """,
        scheme=SCHEME,
    )
    hidden = 0
    for area, line, fewest, most in posts.iter_rows():
        weeks = questions.area_weeks(asking, choice_of(area, service_line=line))
        is_of_few = most > 0 and fewest < 5
        assert weeks["is_of_few"].all() == weeks["is_of_few"].any() == is_of_few
        if is_of_few:
            hidden += 1
            assert all(weeks[name].null_count() == weeks.height for name in OF_CAPACITY)
    assert 0 < hidden < posts.height
    for line in (row["id"] for row in choices(asking, "service_line")):
        rows = questions.parts_ahead(asking, choice_of(service_line=line))
        few = rows.filter("is_of_few")
        for name in (one for one in rows.columns if one.startswith(("workload_pct", "available_fte"))):
            assert few[name].null_count() == few.height
