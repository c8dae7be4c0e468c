"""Small numbers are hidden so that they cannot be worked out; people are never ranked."""

import polars as pl

from dashboards.access import door


def test_numbers_of_cases_without_personal_attributes_are_exact():
    frame = pl.DataFrame({"office_id": ["A", "B"], "open_cases": [1, 40]})
    assert door.cleared(frame).equals(frame)


def test_a_small_number_by_sex_is_hidden_with_the_next_smallest():
    frame = pl.DataFrame({"sex": ["female", "male", "unknown"], "open_cases": [3, 90, 20]})
    shown = door.cleared(frame)
    assert shown["open_cases"].to_list() == [None, 90, None]
    assert shown[door.HIDDEN_MARK].to_list() == [True, False, True]


def test_two_small_numbers_hide_each_other():
    frame = pl.DataFrame({"age_band": ["18-24", "25-34", "65+"], "open_cases": [3, 50, 2]})
    assert door.cleared(frame)["open_cases"].to_list() == [None, 50, None]


def test_zero_is_no_small_number():
    frame = pl.DataFrame({"sex": ["female", "male"], "open_cases": [0, 30]})
    assert door.cleared(frame)["open_cases"].to_list() == [0, 30]


def test_the_other_figures_of_a_hidden_row_go_with_it():
    frame = pl.DataFrame({"sex": ["f", "m", "u"], "open_cases": [2, 30, 12], "share": [0.05, 0.68, 0.27]})
    assert door.cleared(frame)["share"].to_list() == [None, 0.68, None]


def test_keys_of_people_never_leave():
    frame = pl.DataFrame({"case_id": ["C1"], "person_id": ["hash"], "household_id": ["hash"]})
    assert door.cleared(frame).columns == ["case_id"]


def test_officers_stand_in_a_fixed_order_whatever_the_load():
    frame = pl.DataFrame({"officer_id": ["O3", "O1", "O2"], "workload_pct": [140.0, 80.0, 120.0]})
    shown = door.cleared(frame)
    assert shown["officer_id"].to_list() == ["O1", "O2", "O3"]
    assert door.is_of_people(shown)
