"""What may be said of figures side by side."""

import polars as pl
import pytest

from dashboards.panels.overview import comparing
from dashboards.panels.overview.comparing import LoadRange


def standing_of(office: list[float | None], whole: list[float | None]) -> str:
    """How an office stands whose loads under schemes 0, 1, ... are `office`, beside those of the whole."""
    rows = [("", str(rank), load) for rank, load in enumerate(whole)]
    rows += [("A", str(rank), load) for rank, load in enumerate(office)]
    loads = pl.DataFrame(
        rows, schema={"part_id": str, "weight_scheme": str, "workload_pct": float}, orient="row"
    ).with_columns(
        time_window=pl.lit("month"),
        service_line=pl.lit("victims"),
        is_of_few=pl.lit(False),
        is_unweighed=pl.lit(False),
    )
    return comparing.load_ranges(loads, "month", "victims", "0", 3)["A"].standing


def test_an_office_near_the_whole_under_one_scheme_is_not_distinguishable():
    assert standing_of([130, 103], [100, 100]) == "indistinct"
    assert standing_of([130, 90], [100, 100]) == "indistinct"


def test_an_office_heavier_or_lighter_than_the_whole_under_every_scheme_stands_apart():
    assert standing_of([103.1, 120], [100, 100]) == "heavier"
    assert standing_of([96.9, 70], [100, 100]) == "lighter"


def test_a_scheme_that_finds_everybody_heavier_says_nothing_about_one_office():
    assert standing_of([90, 180], [100, 200]) == "lighter"
    assert standing_of([100, 200], [100, 200]) == "indistinct"


def test_without_capacity_nothing_can_be_said():
    assert standing_of([None, None], [100, 100]) == "unknown"


def test_the_range_spans_all_schemes_and_the_dot_is_the_chosen_one():
    loads = pl.DataFrame(
        {
            "time_window": ["month"] * 4 + ["today"],
            "service_line": ["victims"] * 5,
            "part_id": ["A", "A", "A", "", "A"],
            "weight_scheme": ["one", "two", "three", "three", "one"],
            "workload_pct": [90.0, 130.0, 110.0, 88.0, 500.0],
            "is_of_few": [False] * 5,
            "is_unweighed": [False] * 5,
        }
    )
    assert comparing.load_ranges(loads, "month", "victims", "three", 3) == {
        "A": LoadRange("A", 110.0, 90.0, 130.0, 125.0, 125.0, 125.0, 3),
        "": LoadRange("", 88.0, 88.0, 88.0, 100.0, 100.0, 100.0, 3),
    }


@pytest.mark.parametrize(
    ("change", "word"), [(0.4, "same"), (-0.4, "same"), (0.6, "more"), (-3, "less"), (None, "unknown")]
)
def test_a_change_that_rounds_away_is_no_change(change, word):
    assert comparing.change_in_words(change, 0.5) == word


def test_growth_from_nothing_is_unknown():
    assert comparing.growth_pct(5, 0) is None
    assert comparing.growth_pct(5, None) is None
    assert comparing.growth_pct(6, 5) == pytest.approx(20)
