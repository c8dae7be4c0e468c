"""Titles for other values than those of the sample: signs, none, one and several, ends written alike."""

import polars as pl
import pytest

from dashboards.panels.about import published
from dashboards.panels.certainty import findings, spread
from dashboards.panels.outlook import changes
from dashboards.panels.overview.cases import grew
from dashboards.text import speaking


@pytest.mark.parametrize(
    ("by_pct", "english", "dutch"),
    [
        (57.2, "work rose by 57%", "steeg het werk met 57\u202f%"),
        (-12.6, "work fell by 13%", "daalde het werk met 13\u202f%"),
        (0.4, "work stayed about the same", "bleef het werk ongeveer gelijk"),
        (-0.4, "work stayed about the same", "bleef het werk ongeveer gelijk"),
    ],
)
def test_the_verb_follows_the_sign(by_pct: float, english: str, dutch: str) -> None:
    with speaking("en"):
        assert grew("work", by_pct) == english
    with speaking("nl"):
        assert grew("work", by_pct) == dutch


@pytest.mark.parametrize(
    ("ending", "without", "past", "said"),
    [
        (12, 4, 3, "12 carried cases are due to end in these weeks; 7 have no expected end, or one already"),
        (1, 0, 1, "1 carried case is due to end in these weeks; 1 has no expected end, or one already"),
        (2, 0, 0, "2 carried cases are due to end in these weeks; each has an expected end still to come"),
        (0, 5, 0, "No carried case is due to end in these weeks; 5 have no expected end"),
    ],
)
def test_cases_that_end_and_stay_are_said_of_none_one_and_several(
    ending: int, without: int, past: int, said: str
) -> None:
    cases = {"carried_cases": 20, "without_end_cases": without, "past_end_cases": past}
    with speaking("en"):
        assert changes._title(ending, cases).startswith(said)
        assert "Nobody carries a case" in changes._title(0, cases | {"carried_cases": 0})


@pytest.mark.parametrize(
    ("pct", "said"),
    [
        ([0.8, 1.2], "Under all 2 weight schemes the work fits the capacity: workload 1%"),
        ([80.0, 91.0], "Under all 2 weight schemes the work fits the capacity: workload 80% to 91%"),
        ([80.0, 99.8], "Under all 2 weight schemes the work fits the capacity: workload 80.0% to 99.8%"),
        (
            [104.0, 120.0],
            "Under all 2 weight schemes there is more work than capacity: workload 104% to 120%",
        ),
        ([130.0], "Under the one weight scheme that gives a figure, there is more work than capacity"),
        (
            [90.0, 120.0],
            "Under 1 of 2 weight schemes there is more work than capacity, under the others there",
        ),
    ],
)
def test_schemes_say_a_range_once_where_its_ends_are_written_alike(pct: list[float], said: str) -> None:
    with speaking("en"):
        title = spread._schemes_title(pl.Series(pct))
    assert title.startswith(said)
    assert "1% to 1%" not in title


def test_what_weights_that_are_off_hardly_move_is_said_so() -> None:
    band = {"low_pct": 0.8, "high_pct": 1.2}
    with speaking("en"):
        assert spread._band_title("certainty.type_title", band, name="Probation").endswith(
            "but even so workload would be about 1% of capacity"
        )
        wide = spread._band_title("certainty.type_title", band | {"high_pct": 3.0}, name="Probation")
        assert wide.endswith("they could put workload at 1% to 3% of capacity")


def _effect(figure: str, low: float, mid: float, high: float) -> dict:
    return {"figure": figure, "name": "no officer", "low_pct": low, "mid_pct": mid, "high_pct": high}


@pytest.mark.parametrize(
    ("effects", "said"),
    [
        ([(findings.TODAY, 5, 5, 5), ("later", 2, 2, 2)], "No open finding about the data would change the"),
        ([(findings.TODAY, 4, 5, 8), ("later", 0, 9, 9)], "most: it is 5% and could be 4% to 8%"),
        ([(findings.TODAY, 5, 5, 5.2)], "most, but by less than one percentage point"),
        # nothing moves today, which is no reason to keep silent about a year on
        ([(findings.TODAY, 5, 5, 5), ("later", 1, 3, 3)], "booked: it is 3% and could be 1% to 3%"),
        ([("later", 1.8, 2, 2)], "what is booked, but by less than one percentage point"),
    ],
)
def test_the_finding_that_moves_most_is_named_with_how_far(effects: list[tuple], said: str) -> None:
    rows = pl.DataFrame([_effect(figure, *map(float, ends)) for figure, *ends in effects])
    with speaking("en"):
        assert said in findings._title(rows)


@pytest.mark.parametrize(
    ("near", "comparable", "said"),
    [
        (0, 37, "0 of the 37 comparable published figures are within 2% of the figures computed here"),
        (1, 37, "1 of the 37 comparable published figures is within 2% of the figure computed here"),
        (1, 1, "The one comparable published figure is within 2% of the figure computed here"),
        (0, 1, "The one comparable published figure is more than 2% off the figure computed here"),
        (0, 0, "Published figures: 40; none can be computed from these data"),
    ],
)
def test_published_figures_that_are_near(near: int, comparable: int, said: str) -> None:
    with speaking("en"):
        assert published._title(near, comparable, 40) == said
