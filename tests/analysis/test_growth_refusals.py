"""What cannot be of one service is refused, in a sentence; and what has no percentage has no rows."""

from dataclasses import replace
from random import Random

import polars as pl
import pytest

from analysis.growth import growth_split
from tests.analysis.growth_drawn import AFTER, AREAS, BEFORE, PAIRS, as_months, frames_drawn
from tests.reference.days import Day

FRAMES = frames_drawn(Random(8))


def split(frames: dict, measure: str = "workload_units", pairs: pl.DataFrame = PAIRS) -> pl.DataFrame:
    return growth_split(measure, as_months(frames), pairs, AREAS)


def test_another_measure_is_refused():
    with pytest.raises(ValueError, match="waiting_cases is not split"):
        split(FRAMES, "waiting_cases")


def test_a_pair_twice_is_refused():
    with pytest.raises(ValueError, match="pair of months is there twice"):
        split(FRAMES, pairs=pl.concat([PAIRS, PAIRS]))


def test_more_open_than_received_is_refused():
    rows = [row | {"received_cases": row["still_open_cases_end"] - 1} for row in FRAMES["cohorts"]]
    with pytest.raises(ValueError, match="still open than were received"):
        split(FRAMES | {"cohorts": rows}, "open_cases")


def test_of_bands_that_the_data_do_not_cover_nobody_knows_how_many_were_received():
    # Nothing before the earlier month is known, so only who came in that month itself could be.
    months = replace(as_months(FRAMES), known_from=BEFORE)
    found = growth_split("open_cases", months, PAIRS, AREAS)
    assert found.select(pl.col("inflow", "kinds", "stay").abs().sum()).row(0) == (0, 0, 0)
    assert found["older"].abs().sum() > 0


def test_a_band_is_split_from_the_first_month_that_all_of_it_is_known():
    # The band of months 3 to 11 goes back to July 2019.
    frames = FRAMES | {"cohorts": [row for row in FRAMES["cohorts"] if row["age_from_months"] == 3]}
    for known_from, has_inflow in ((Day(2019, 7, 1), True), (Day(2019, 8, 1), False)):
        months = replace(as_months(frames), known_from=known_from)
        found = growth_split("open_cases", months, PAIRS, AREAS)
        assert (found["inflow"].abs().sum() > 0) is has_inflow
        assert (found["older"].abs().sum() > 0) is not has_inflow


def test_cases_with_an_officer_where_none_is_open_are_refused():
    with pytest.raises(ValueError, match="in which none is open"):
        split(FRAMES | {"cohorts": []})


def test_more_with_an_officer_than_open_are_refused():
    rows = [row | {"active_cases_avg": row["active_cases_avg"] + 100} for row in FRAMES["mix"]]
    with pytest.raises(ValueError, match="with an officer than are open"):
        split(FRAMES | {"mix": rows})


def test_without_staff_in_a_month_there_is_no_percentage():
    rows = [row for row in FRAMES["staff"] if row["month_start_on"] == AFTER]
    assert split(FRAMES, "workload_pct").height
    assert not split(FRAMES | {"staff": rows}, "workload_pct").height


def test_a_service_without_anything_has_no_rows():
    for measure in ("open_cases", "workload_units", "workload_pct"):
        assert not split({name: [] for name in FRAMES}, measure).height


def test_weights_that_never_changed_have_no_part():
    frames = as_months(FRAMES)
    never = {
        name: getattr(frames, name).with_columns(workload_units_now_avg=pl.lit(None, pl.Float64))
        for name in ("mix", "tasks")
    }
    found = growth_split("workload_units", replace(frames, **never), PAIRS, AREAS)
    assert found["weights"].abs().max() < 1e-12
    assert found.select("before_on", "after_on").row(0) == (BEFORE, AFTER)
