"""Surveys put together held to plain counting, their changes to another library and a published example."""

from datetime import date
from random import Random

import numpy as np
import polars as pl
import pytest
from statsmodels.stats.proportion import confint_proportions_2indep

from analysis.intervals import difference_of_shares, wilson
from analysis.surveys import compared, pooled
from analysis.turnover import turnover

SCHEMA = {
    "scale": pl.String,
    "office_id": pl.String,
    "invited": pl.Int64,
    "respondents": pl.Int64,
    "answer_mean": pl.Float64,
    "problem_pct": pl.Float64,
}


def groups(*rows: tuple) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def test_a_change_of_two_shares_has_the_limits_of_the_published_example() -> None:
    """Newcombe 1998, table II, first column, method 10: 56 of 70 beside 48 of 80."""
    lower, upper = difference_of_shares(56, 70, 48, 80)
    assert (round(float(lower), 4), round(float(upper), 4)) == (0.0524, 0.3339)


def test_a_change_of_two_shares_has_the_limits_of_another_library() -> None:
    for count, size, before, size_before in [
        (3, 10, 7, 12),
        (0, 40, 5, 60),
        (200, 431, 171, 402),
        (9, 9, 1, 9),
    ]:
        found = difference_of_shares(count, size, before, size_before)
        other = confint_proportions_2indep(count, size, before, size_before, method="newcomb", compare="diff")
        np.testing.assert_allclose([float(one) for one in found], other, atol=1e-12)


def test_a_share_of_nobody_has_no_change() -> None:
    assert np.isnan(difference_of_shares([0, 3], [0, 10], [4, 0], [10, 0])).all()


def test_answers_of_offices_are_put_together_as_if_counted_one_by_one() -> None:
    random, rows, answers = Random(4), [], {}
    for scale in ("stress", "motivation"):
        for office in "ABCDEFG":
            respondents = random.randint(10, 60)
            problems = random.randint(0, respondents)
            marks = [random.randint(1, 5) for _ in range(respondents)]
            mean, share = sum(marks) / respondents, round(100 * problems / respondents, 1)
            rows.append((scale, office, respondents + random.randint(0, 20), respondents, mean, share))
            answers.setdefault(scale, []).append((marks, problems))
    for row in pooled(groups(*rows), ["scale"]).to_dicts():
        own = answers[row["scale"]]
        marks = [mark for some, _ in own for mark in some]
        problems = sum(some for _, some in own)
        invited = sum(asked for scale, _, asked, *_ in rows if scale == row["scale"])
        assert row["offices"] == 7 and row["respondents"] == row["rated"] == len(marks)
        assert row["problem_answers"] == problems
        assert row["answer_mean"] == pytest.approx(sum(marks) / len(marks))
        assert row["problem_pct"] == pytest.approx(100 * problems / len(marks))
        assert row["response_pct"] == pytest.approx(100 * len(marks) / invited)
        limits = [100 * float(end) for end in wilson(problems, len(marks))]
        assert [row["problem_lower_pct"], row["problem_upper_pct"]] == pytest.approx(limits)


def test_what_was_not_delivered_of_one_office_is_not_nothing() -> None:
    rows = groups(("stress", "A", 30, 20, 3.0, 50.0), ("stress", "B", 40, 30, None, None))
    (row,) = pooled(rows, ["scale"]).to_dicts()
    assert (row["respondents"], row["rated"], row["problem_answers"]) == (50, 20, 10)
    assert (row["answer_mean"], row["problem_pct"]) == (3.0, 50.0)
    (none,) = pooled(rows.tail(1), ["scale"]).to_dicts()
    names = ("answer_mean", "problem_pct", "problem_lower_pct", "problem_upper_pct")
    assert [none[name] for name in names] == [None] * 4


def test_only_a_change_whose_limits_leave_zero_out_is_called_one() -> None:
    now = groups(
        ("more", "A", 500, 400, 3.0, 50.0), ("same", "A", 60, 40, 3.0, 50.0), ("new", "A", 60, 40, 3.0, 5.0)
    )
    before = groups(("more", "A", 500, 400, 3.0, 40.0), ("same", "A", 60, 40, 3.0, 40.0))
    rows = compared(pooled(now, ["scale"]), pooled(before, ["scale"]), ["scale"])
    assert dict(rows.select("scale", "is_change").iter_rows()) == {"more": True, "same": False, "new": None}
    assert rows["change_points"].to_list() == [pytest.approx(10), pytest.approx(10), None]
    assert rows["change_lower"][1] < 0 < rows["change_upper"][1]


def months(count: int, *, missing: int | None = None) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "month_start_on": pl.date_range(date(2025, 1, 1), date(2026, 12, 1), "1mo", eager=True)[:count],
            "leavers": [None if place == missing else float(place % 5) for place in range(count)],
            "contract_fte_avg": [200.0 + place for place in range(count)],
        }
    )


def test_leavers_are_those_of_twelve_months_beside_the_posts_of_these() -> None:
    leavers, per_hundred = turnover(months(14))
    last = range(2, 14)
    assert leavers == sum(place % 5 for place in last)
    assert per_hundred == pytest.approx(100 * leavers / (sum(200 + place for place in last) / 12))


def test_a_year_with_a_gap_has_no_turnover() -> None:
    assert turnover(months(11)) is None
    assert turnover(months(14, missing=6)) is None
    assert turnover(months(14, missing=0)) is not None, "before the twelve months"
    assert turnover(months(14).filter(pl.col("month_start_on") != date(2025, 8, 1))) is None
