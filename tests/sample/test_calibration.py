"""The calibration test: published new and open cases are reproduced within 2 %, shown side by side."""

from datetime import date

import polars as pl
import pytest
from rich.console import Console

from ingest.sample.figures import GROUPS, NEW_ALL, NEW_BY_TYPE, OPEN_ALL, OPEN_BY_TYPE, PENITENTIARY
from ingest.sample.volumes import VOLUMES

WITHIN = 0.02
TINY_CASES = 2  # a published number of a few cases may be off by this many
OFFENDER_TYPES = tuple(
    name
    for name, volume in VOLUMES.items()
    if volume.line == "offender_supervision" and name not in ("brief_report", "social_enquiry")
)
GROUP_TYPES = {"penitentiary": PENITENTIARY, "offender_supervision": OFFENDER_TYPES}


def published() -> list[tuple[str, int, str, tuple[str, ...] | None, int]]:
    """Measure, year, name, types and number of every published figure since 2018; all editions."""
    rows = []
    for measure, by_source in (("new", NEW_ALL), ("open", OPEN_ALL)):
        for _, (edition, by_year) in by_source.items():
            rows += [(measure, year, f"all, edition {edition}", None, n) for year, n in by_year.items()]
    for measure, by_key in (("new", NEW_BY_TYPE), ("open", OPEN_BY_TYPE)):
        for (_, _, year), by_type in by_key.items():
            rows += [(measure, year, name, (name,), n) for name, n in by_type.items()]
    for _, _, year, measure, cases, _ in GROUPS:
        flow, _, group = measure.partition("_cases")
        if group:
            rows.append((flow, year, group.strip("_"), GROUP_TYPES[group.strip("_")], cases))
    return [row for row in rows if row[1] >= 2018 or (row[0] == "open" and row[1] == 2017)]


def computed(cases: pl.DataFrame, measure: str, year: int, types: tuple[str, ...] | None) -> int:
    """New cases of a year by opening day, or cases open on 31 December."""
    if types is not None:
        cases = cases.filter(pl.col("supervision_type").is_in(types))
    opened = pl.min_horizontal("received_on", "started_on")
    last = date(year, 12, 31)
    if measure == "new":
        return cases.filter(opened.dt.year() == year).height
    return cases.filter(
        (opened <= last) & (pl.col("ended_on").is_null() | (pl.col("ended_on") > last))
    ).height


@pytest.fixture(scope="module")
def loadable_cases(full) -> pl.DataFrame:
    """Cases as they load: without the rows that are bound for quarantine."""
    return full["cases"].filter(~pl.col("case_id").str.starts_with("Q"))


def test_published_new_and_open_cases_are_reproduced_within_two_per_cent(loadable_cases, capsys):
    off = []
    with capsys.disabled():
        show = Console(soft_wrap=True, markup=False, highlight=False).print
        show(f"\n{'figure':44} {'published':>9} {'sample':>9} {'off %':>7}")
        for measure, year, name, types, number in published():
            sample = computed(loadable_cases, measure, year, types)
            show(f"{measure} {year} {name:35} {number:9} {sample:9} {100 * (sample / number - 1):7.2f}")
            if abs(sample - number) > max(WITHIN * number, TINY_CASES):
                off.append((measure, year, name, number, sample))
    assert off == []


def test_the_years_2018_to_2021_are_all_compared():
    compared = {(measure, year) for measure, year, _, types, _ in published() if types is None}
    assert {(m, y) for m in ("new", "open") for y in (2018, 2019, 2020, 2021)} <= compared


def test_all_published_types_of_2020_and_the_penitentiary_group_are_compared():
    compared = {name for _, year, name, _, _ in published() if year == 2020}
    assert {"probation", "work_penalty", "autonomous_monitoring", "penitentiary"} <= compared


def test_waiting_cases_stay_between_three_and_eight_per_cent_and_peak_in_late_2022(full):
    share = {}
    first = full["case_assignments"].group_by("case_id").agg(pl.col("valid_from").min().alias("first_on"))
    cases = full["cases"].filter(pl.col("case_id").str.starts_with("C")).join(first, on="case_id", how="left")
    for year in range(2018, 2026):
        for on in (date(year, 4, 1), date(year, 12, 1)):
            open_ = cases.filter(
                (pl.col("received_on") <= on) & (pl.col("ended_on").is_null() | (pl.col("ended_on") > on))
            )
            waiting = open_.filter(pl.col("first_on").is_null() | (pl.col("first_on") > on))
            share[on] = waiting.height / open_.height
    assert all(0.03 <= part <= 0.08 for part in share.values()), share
    assert max(share, key=share.get) in (date(2022, 12, 1), date(2023, 4, 1)), share


def test_heads_and_hours_of_2025_follow_the_published_ones(full):
    on = date(2025, 6, 1)
    there = full["staff_contracts"].filter(
        (pl.col("valid_from") <= on)
        & (pl.col("valid_to").is_null() | (pl.col("valid_to") > on))
        & (pl.col("fte") <= 1)
    )
    heads = there["officer_id"].n_unique()
    offender = there.filter(pl.col("service_line") == "offender_supervision")
    assert heads == pytest.approx(733, rel=0.04)
    assert offender["officer_id"].n_unique() == pytest.approx(574, rel=0.04)
    assert offender["fte"].sum() == pytest.approx(517, rel=0.04)


def test_eleven_per_cent_of_offenders_are_women(full):
    offenders = full["cases"].filter(pl.col("supervision_type").is_in(OFFENDER_TYPES))
    women = offenders.filter(pl.col("sex") == "female").height / offenders.height
    assert women == pytest.approx(0.11, abs=0.01)


def test_first_contact_is_within_seven_days_of_the_start_for_six_in_ten(full):
    days = full["cases"].select(
        (pl.col("first_contact_on") - pl.max_horizontal("started_on", "received_on")).dt.total_days()
    )
    known = days.drop_nulls().to_series()
    assert (known <= 7).mean() == pytest.approx(0.60, abs=0.03)


def test_sickness_and_long_leave_take_the_stated_shares_of_time(full):
    first, last = date(2019, 1, 1), date(2026, 1, 1)
    days = (
        pl.min_horizontal(pl.col("valid_to").fill_null(last), last) - pl.max_horizontal("valid_from", first)
    ).dt
    time = pl.max_horizontal(days.total_days(), 0)
    there = (
        full["staff_contracts"].filter((pl.col("fte") <= 1) & (pl.col("fte") > 0.2)).select(time).sum().item()
    )
    away = dict(full["staff_reductions"].group_by("reason").agg((time * pl.col("share")).sum()).iter_rows())
    assert away["absence"] / there == pytest.approx(0.066, abs=0.01)
    assert (away["long_leave"] + away["parental_leave"]) / there == pytest.approx(0.07, abs=0.012)


def test_about_one_in_eight_officers_is_in_training_or_newly_qualified_while_the_service_grows(full):
    on = date(2023, 6, 1)
    there = full["staff_contracts"].filter(
        (pl.col("valid_from") <= on) & (pl.col("valid_to").is_null() | (pl.col("valid_to") > on))
    )
    beginners = there.filter(
        pl.col("grade").str.starts_with("trainee") | (pl.col("grade") == "newly_qualified")
    )
    seniors = there.filter(pl.col("grade") == "senior_officer")
    assert beginners.height / there.height == pytest.approx(0.12, abs=0.03)
    assert seniors.height / there.height == pytest.approx(0.08, abs=0.03)
