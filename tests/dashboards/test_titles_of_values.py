"""Titles for other values than those of the sample: signs, none, one and several, ends written alike."""

from datetime import date

import polars as pl
import pytest

from dashboards.panels.about import published
from dashboards.panels.certainty import findings, spread
from dashboards.panels.funding import need, turning
from dashboards.panels.growth import waterfalls
from dashboards.panels.outlook import changes
from dashboards.panels.overview.cases import grew
from dashboards.panels.staff import without
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
        (
            12,
            4,
            3,
            "12 cases with an officer are due to end in the weeks ahead; 7 without an expected end, or",
        ),
        (
            1,
            0,
            1,
            "1 case with an officer is due to end in the weeks ahead; 1 without an expected end, or past",
        ),
        (
            2,
            0,
            0,
            "2 cases with an officer are due to end in the weeks ahead; each has an expected end still",
        ),
        (0, 5, 0, "No case with an officer is due to end in the weeks ahead; 5 without an expected end"),
    ],
)
def test_cases_that_end_and_stay_are_said_of_none_one_and_several(
    ending: int, without: int, past: int, said: str
) -> None:
    cases = {"carried_cases": 20, "without_end_cases": without, "past_end_cases": past}
    with speaking("en"):
        assert changes._title(ending, cases).startswith(said)
        assert "No case has an officer" in changes._title(0, cases | {"carried_cases": 0})


@pytest.mark.parametrize(
    ("pct", "said"),
    [
        ([0.8, 1.2], "Under all 2 weight schemes there is enough capacity for the work: workload 1%"),
        (
            [80.0, 91.0],
            "Under all 2 weight schemes there is enough capacity for the work: workload 80% to 91%",
        ),
        (
            [80.0, 99.8],
            "Under all 2 weight schemes there is enough capacity for the work: workload 80.0% to 99.8%",
        ),
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
    band, of = {"low_pct": 0.8, "high_pct": 1.2}, {"name": "Probation", "error": "34%"}
    with speaking("en"):
        assert spread._band_title("certainty.type_title", band, **of).endswith(
            "but 34% lower or higher, workload stays at about 1% of capacity"
        )
        wide = spread._band_title("certainty.type_title", band | {"high_pct": 3.0}, **of)
        assert wide.endswith("34% lower or higher, they make the workload 1% to 3% of capacity")


def _effect(figure: str, low: float, mid: float, high: float) -> dict:
    finding = {"finding": "uncovered", "concerned_cases": 2}
    return finding | {"figure": figure, "low_pct": low, "mid_pct": mid, "high_pct": high}


@pytest.mark.parametrize(
    ("effects", "said"),
    [
        (
            [(findings.TODAY, 5, 5, 5), ("later", 2, 2, 2)],
            "No gap or possible error in the data would change the",
        ),
        (
            [(findings.TODAY, 4, 5, 8), ("later", 0, 9, 9)],
            "2 cases that lost their officer; workload is 5% and could be 4% to 8%",
        ),
        ([(findings.TODAY, 5, 5, 5.2)], "2 cases that lost their officer, less than one percentage point"),
        # nothing moves today, which is no reason to keep silent about a year on
        (
            [(findings.TODAY, 5, 5, 5), ("later", 1, 3, 3)],
            "in 52 weeks, without new cases: 3%, or 1% to 3% because of 2 cases that lost their officer",
        ),
        (
            [("later", 1.8, 2, 2)],
            "changes workload now; in 52 weeks 2 cases that lost their officer could, by less",
        ),
    ],
)
def test_the_finding_that_moves_most_is_named_with_how_far(effects: list[tuple], said: str) -> None:
    rows = pl.DataFrame([_effect(figure, *map(float, ends)) for figure, *ends in effects])
    with speaking("en"):
        assert said in findings._title(rows, {"quarter": 13, "year": 52})


@pytest.mark.parametrize(
    ("near", "comparable", "said"),
    [
        (0, 37, "None of the 37 comparable published figures is within 2% of the figure computed here"),
        (1, 37, "1 of the 37 comparable published figures is within 2% of the figure computed here"),
        (1, 1, "The one comparable published figure is within 2% of the figure computed here"),
        (0, 1, "The one comparable published figure is more than 2% off the figure computed here"),
        (0, 0, "Published figures: 40; none can be computed from these data"),
    ],
)
def test_published_figures_that_are_near(near: int, comparable: int, said: str) -> None:
    with speaking("en"):
        assert published._title(near, comparable, 40) == said


@pytest.mark.parametrize(
    ("gaps", "said"),
    [
        ([-21.3, -21.2], "Under all 2 weight schemes: about 21 FTE more than needed."),
        ([-1.7, -1.6], "Under all 2 weight schemes: 1.6 to 1.7 FTE more than needed."),
        ([2.0, 2.0], "Under all 2 weight schemes: 2.0 FTE too few."),
        ([9.0, 12.0], "Under all 2 weight schemes: 9.0 to 12.0 FTE too few."),
        ([0.01, -0.01], "Under all 2 weight schemes: as many as needed."),
        ([-1.0, 2.0], "disagree: needed minus available is −1.0 to +2.0 FTE."),
        ([3.0], "That is 3.0 FTE too few."),
        ([-30.0], "That is about 30 FTE more than needed."),
    ],
)
def test_staff_to_spare_or_short_is_said_without_signs(gaps: list[float], said: str) -> None:
    rows = pl.DataFrame({"gap_fte": gaps})
    row = {"gap_fte": gaps[0], "gap_low_fte": min(gaps), "gap_high_fte": max(gaps)}
    with speaking("en"):
        assert need._gap_said(row, rows).endswith(said)


@pytest.mark.parametrize(
    ("parts", "cause"),
    [
        ([("received", 20.1), ("staff", -28.6), ("risk", 20.0)], "received"),
        ([("received", 20.1), ("staff", -48.6), ("risk", 20.0)], "staff"),
    ],
)
def test_the_largest_cause_goes_the_way_of_the_change(parts: list[tuple[str, float]], cause: str) -> None:
    assert waterfalls._largest(parts) == cause


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (427.6, "With absence 5.3 times as high there would be just enough staff"),
        (12.0, "With absence 12.0% higher there would be just enough staff"),
        (-30.0, "With absence 30.0% lower there would be just enough staff"),
        (0.01, "As much staff is needed as there is"),
        (None, "No error in one assumption alone would make need equal the staff available"),
    ],
)
def test_what_is_more_than_twice_as_high_is_said_in_times(change: float | None, said: str) -> None:
    with speaking("en"):
        assert turning._title({"assumption": "absence", "turning_change_pct": change}).startswith(said)


@pytest.mark.parametrize(
    ("waiting", "load", "said"),
    [
        (9.0, 5.0, "9 waiting in June 2026, not 1; or, with the same list, workload 5%, not 6%"),
        (1.2, 5.0, "as many waiting in June 2026, 1; or, with the same list, workload 5%, not 6%"),
        (9.0, 6.2, "9 waiting in June 2026, not 1"),
        (1.2, 6.2, "as many waiting in June 2026, 1"),
    ],
)
def test_staff_of_before_says_only_what_is_written_otherwise(waiting: float, load: float, said: str) -> None:
    last = {
        "month_end_on": date(2026, 6, 30),
        "waiting_was": 1.0,
        "waiting_without": waiting,
        "workload_was": 6.0,
        "workload_without": load,
    }
    with speaking("en"):
        title = without._title(last, date(2023, 6, 1))
    assert title == f"With the staff of the year before June 2023: {said}"
