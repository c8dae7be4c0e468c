"""What is beside load says nothing of few people either: of small offices, and of surveys."""

import polars as pl
import pytest

from dashboards import database
from dashboards.access.few_people import FEW_MARK
from dashboards.reader import Reader

OF_STAFF = {"fct_context_months": ("amount",), "fct_training_months": ("training_hours", "participants")}


@pytest.mark.parametrize("mart", OF_STAFF)
def test_figures_of_the_people_of_an_office_with_few_posts_are_gone(mart: str, asking: Reader) -> None:
    rows = database.frame(asking, f"select * from {mart}")  # noqa: S608 - a name of these tests
    few = rows.filter(pl.col(FEW_MARK))
    assert few.height > 0 and (few["office_id"] != "").all()
    for name in OF_STAFF[mart]:
        assert few[name].null_count() == few.height
        assert rows.filter(~pl.col(FEW_MARK))[name].null_count() == 0


def test_figures_of_the_whole_service_stay(asking: Reader) -> None:
    whole = database.frame(asking, "select * from fct_context_months where office_id = ''")
    assert whole.height > 0 and whole["amount"].null_count() == 0


def test_nothing_under_ten_answers_is_published(asking: Reader) -> None:
    waves = database.frame(asking, "select * from fct_survey_waves")
    hidden = waves.filter(~pl.col("is_shown"))
    assert hidden.height > 0, "the sample has small offices"
    for name in ("invited", "respondents", "answer_mean", "problem_pct"):
        assert hidden[name].null_count() == hidden.height
    assert (waves.filter("is_shown")["respondents"] >= 10).all()
