"""The middle of parts: by sorting by hand, and nothing where few parts are known."""

from random import Random
from statistics import median

import polars as pl
import pytest

from analysis.medians import medians


def rows(**groups: list[float | None]) -> pl.DataFrame:
    return pl.DataFrame(
        [(name, value) for name, values in groups.items() for value in values],
        schema={"month": pl.String, "pct": pl.Float64},
        orient="row",
    )


def test_the_median_of_an_even_number_lies_between_the_two_in_the_middle() -> None:
    found = medians(rows(b=[90, 130, 100, 104], a=[90, 400, 100]), ["month"], "pct", 3)
    assert found.rows() == [("a", 100, 3), ("b", 102, 4)]


def test_what_is_not_known_counts_for_nothing_and_few_have_no_median() -> None:
    found = medians(rows(a=[None, 90, 100, 110, None], b=[None, 90, 100]), ["month"], "pct", 3)
    assert found.rows() == [("a", 100, 3), ("b", None, 2)]


@pytest.mark.parametrize("seed", range(5))
def test_it_is_that_of_the_standard_library_in_whatever_order(seed: int) -> None:
    chance = Random(seed)
    values = [chance.uniform(50, 150) for _ in range(chance.randint(5, 40))]
    (row,) = medians(rows(a=values), ["month"], "pct", 5).rows()
    assert row[1] == pytest.approx(median(values), rel=1e-12)
