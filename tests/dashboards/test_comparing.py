"""What may be said of figures side by side."""

import polars as pl
import pytest

from dashboards.sections import comparing
from dashboards.sections.comparing import LoadRange


def test_overlapping_ranges_are_not_distinguishable():
    whole = LoadRange(None, 100, 95, 105)
    assert LoadRange("A", 120, 104, 130).stands(whole) == "indistinct"
    assert LoadRange("A", 120, 105, 130).stands(whole) == "indistinct"


def test_a_range_wholly_above_is_heavier_and_wholly_below_lighter():
    whole = LoadRange(None, 100, 95, 105)
    assert LoadRange("A", 120, 105.1, 130).stands(whole) == "heavier"
    assert LoadRange("A", 80, 70, 94.9).stands(whole) == "lighter"


def test_without_capacity_nothing_can_be_said():
    assert LoadRange("A", None, None, None).stands(LoadRange(None, 100, 95, 105)) == "unknown"


def test_the_range_spans_all_schemes_and_the_dot_is_the_chosen_one():
    loads = pl.DataFrame(
        {
            "time_window": ["month"] * 3 + ["today"],
            "service_line": ["victims"] * 4,
            "office_id": ["A"] * 4,
            "weight_scheme": ["one", "two", "three", "one"],
            "workload_pct": [90.0, 130.0, 110.0, 500.0],
        }
    )
    assert comparing.load_ranges(loads, "month", "victims", "three") == {
        "A": LoadRange("A", 110.0, 90.0, 130.0)
    }


@pytest.mark.parametrize(
    ("change", "word"), [(0.4, "same"), (-0.4, "same"), (0.6, "more"), (-3, "less"), (None, "unknown")]
)
def test_a_change_that_rounds_away_is_no_change(change, word):
    assert comparing.change_in_words(change, comparing.SAME_WITHIN_POINTS) == word


def test_growth_from_nothing_is_unknown():
    assert comparing.growth_pct(5, 0) is None
    assert comparing.growth_pct(5, None) is None
    assert comparing.growth_pct(6, 5) == pytest.approx(20)
