"""Workload under the default scheme: near 100 % at the end, offices neither idle nor drowned."""

from datetime import date

import polars as pl
import pytest
from sample_snapshot import capacity, task_hours, weighted_cases

from ingest.sample.volumes import VOLUMES

LINES = pl.DataFrame({"supervision_type": list(VOLUMES), "line": [v.line for v in VOLUMES.values()]})
OFFENDERS = "offender_supervision"


def load_by_office(frames, year: int, months=(2, 5, 8, 11)) -> pl.DataFrame:
    """Hours of work and of capacity by office and line, summed over a few days of a year."""
    parts = []
    for month in months:
        on = date(year, month, 15)
        cases = weighted_cases(frames, on).join(LINES, on="supervision_type")
        tasks = task_hours(frames, on)
        parts += [
            cases.select("office_id", "line", work=pl.col("hours").cast(pl.Float64)),
            tasks.select("office_id", line=pl.lit(OFFENDERS), work=pl.col("weight").cast(pl.Float64)),
            capacity(frames, on).select("office_id", line=pl.col("service_line"), room=pl.col("hours")),
        ]
    return pl.concat(parts, how="diagonal").group_by("office_id", "line").agg(pl.col("work", "room").sum())


def percent(load: pl.DataFrame) -> float:
    return 100 * load["work"].sum() / load["room"].sum()


@pytest.fixture(scope="module")
def loads(full):
    return {year: load_by_office(full, year) for year in (2020, 2022, 2025)}


def by_office(load: pl.DataFrame) -> dict[str, float]:
    offenders = load.filter((pl.col("line") == OFFENDERS) & (pl.col("room") > 0))
    return {office: 100 * work / room for office, _, work, room in offenders.iter_rows()}


def test_the_service_as_a_whole_ends_near_one_hundred_per_cent(loads):
    assert 97 <= percent(loads[2025]) <= 107


def test_offender_work_of_every_office_lies_between_85_and_125_per_cent(loads):
    for year, load in loads.items():
        shares = by_office(load)
        assert all(85 < share < 126 for share in shares.values()), (year, shares)


def test_antwerpen_is_the_busiest_large_office_of_2020(loads):
    shares = by_office(loads[2020])
    large = ("ANT", "BRU", "GEN", "DEN", "LEU", "BRG", "TUR", "HAS", "KOR", "MEC", "TON")
    assert max(large, key=shares.get) == "ANT", shares


def test_staff_of_brussel_with_halle_grows_by_a_third_or_more_around_the_opening_of_halle(full):
    def heads(office_ids, on):
        rows = full["staff_contracts"].filter(
            pl.col("office_id").is_in(office_ids)
            & (pl.col("valid_from") <= on)
            & (pl.col("valid_to").is_null() | (pl.col("valid_to") > on))
        )
        return rows["officer_id"].n_unique()

    before, after = date(2022, 9, 1), date(2023, 12, 1)
    growth = heads(["BRU", "HAL"], after) / heads(["BRU", "HAL"], before)
    everywhere = full["offices"]["office_id"].to_list()
    assert 1.3 < growth < 1.5
    assert growth > heads(everywhere, after) / heads(everywhere, before)


def test_an_offender_fte_carries_about_55_cases(full):
    on = date(2025, 6, 15)
    cases = weighted_cases(full, on).join(LINES, on="supervision_type").filter(pl.col("line") == OFFENDERS)
    fte = capacity(full, on).filter(pl.col("service_line") == OFFENDERS)["fte"].sum()
    assert cases.height / fte == pytest.approx(55, rel=0.06)
