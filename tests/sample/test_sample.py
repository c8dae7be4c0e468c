"""What every sample holds, at any size: all entities, one seed one sample, rows bound for quarantine."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from ingest.__main__ import main
from ingest.contract import ENTITIES
from ingest.errors import BadInputError
from ingest.sample import write_sample
from ingest.sample.drawing import clean_service, drawn_service
from ingest.sample.parameters import stated_parameters
from ingest.sample.provenance import provenance_lines
from ingest.sample.volumes import TYPES, VOLUMES

AS_OF = date(2026, 6, 30)
POLARS_TYPES = {
    "text": pl.String,
    "date": pl.Date,
    "share": pl.Float64,
    "decimal": pl.Float64,
    "real": pl.Float64,
    "whole": pl.Int64,
    "boolean": pl.Boolean,
}


@pytest.fixture(scope="module")
def delivered(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "delivery"
    write_sample(folder, cases=300, seed=1)
    return folder


def test_every_entity_is_there_with_its_columns_and_types(small):
    assert list(small) == list(ENTITIES)
    for name, entity in ENTITIES.items():
        expected = {column.name: POLARS_TYPES[column.kind] for column in entity.columns}
        assert dict(small[name].schema) == expected, name
        assert small[name].height > 0, name


def test_the_files_are_of_all_three_kinds_and_say_what_they_are(delivered):
    files = sorted(file.name for file in delivered.iterdir())
    assert len(files) == len(ENTITIES) + 1
    assert {Path(file).suffix for file in files} == {".csv", ".parquet", ".xlsx", ".toml"}
    assert (delivered / "delivery.toml").read_text().splitlines() == [
        "as_of = 2026-06-30",
        'source_system = "sample"',
        'kind = "full"',
        "is_synthetic = true",
    ]


def test_the_same_seed_gives_the_same_bytes(delivered, tmp_path):
    write_sample(tmp_path, cases=300, seed=1)
    for file in delivered.iterdir():
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), file.name


def test_another_seed_gives_another_sample(small):
    other = drawn_service(cases=300, seed=2)
    assert not other["cases"].equals(small["cases"])


@pytest.mark.parametrize("cases", [300, 5000])
def test_cases_scale_the_sample(cases):
    drawn = drawn_service(cases=cases)["cases"].height
    assert drawn == pytest.approx(cases, rel=0.03)


def test_load_per_offender_officer_stays_similar_when_the_service_grows(full):
    offender_types = [name for name, volume in VOLUMES.items() if volume.line == "offender_supervision"]
    per_head = []
    for frames in (clean_service(100_000, 1), full):
        on = date(2025, 6, 1)
        running = (pl.col("valid_from") <= on) & (pl.col("valid_to").is_null() | (pl.col("valid_to") > on))
        contracts = frames["staff_contracts"].filter(running)
        heads = contracts.filter(pl.col("service_line") == "offender_supervision")["officer_id"].n_unique()
        cases = frames["cases"].filter(pl.col("supervision_type").is_in(offender_types)).select("case_id")
        carried = frames["case_assignments"].filter(running).join(cases, on="case_id", how="semi")
        per_head.append(carried.height / heads)
    assert per_head[0] == pytest.approx(per_head[1], rel=0.1)


def test_a_larger_service_has_more_offices(full):
    assert full["offices"].height == 15
    assert clean_service(500_000, 1)["offices"].height == 24


def test_every_type_occurs_even_in_a_small_sample(small):
    assert set(small["cases"]["supervision_type"]) >= set(TYPES)


def test_every_office_and_line_with_work_has_two_officers(small):
    on = date(2025, 6, 1)
    there = small["staff_contracts"].filter(
        (pl.col("valid_from") <= on) & (pl.col("valid_to").is_null() | (pl.col("valid_to") > on))
    )
    heads = there.group_by("office_id", "service_line").agg(pl.col("officer_id").n_unique().alias("heads"))
    assert heads["heads"].min() >= 2


def test_no_column_names_a_person(small):
    names = {column for frame in small.values() for column in frame.columns}
    assert not {name for name in names if "birth" in name or "address" in name or "national" in name}
    assert {name for name in names if name.endswith("name")} == {"office_name"}


def test_halle_opens_out_of_brussel_with_the_open_cases_of_its_area(full):
    halle = full["offices"].filter(pl.col("office_id") == "HAL").row(0, named=True)
    opens = date(2023, 9, 1)
    assert (halle["opened_on"], halle["predecessor_office_id"]) == (opens, "BRU")
    moved = full["case_offices"].filter((pl.col("office_id") == "HAL") & (pl.col("valid_from") == opens))
    assert 1200 < moved.height < 3000
    early = full["cases"].filter((pl.col("office_id") == "HAL") & (pl.col("received_on") < opens))
    assert early.filter(pl.col("case_id").str.starts_with("C")).height == 0
    contracts = full["staff_contracts"].filter((pl.col("office_id") == "HAL") & (pl.col("fte") <= 1))
    assert contracts["valid_from"].min() == opens


def test_plans_reach_beyond_the_last_day(full):
    assert full["staff_contracts"]["valid_from"].max() > AS_OF
    assert full["staff_reductions"]["valid_from"].max() > AS_OF
    assert full["posts"]["expected_start_on"].max() > AS_OF
    assert set(full["posts"]["status"]) == {"vacant", "recruiting", "hired"}


def test_both_editions_of_a_restated_year_are_there(full):
    open_2020 = full["published_figures"].filter(
        (pl.col("measure") == "open_cases")
        & pl.col("supervision_type").is_null()
        & (pl.col("period_start_on") == date(2020, 12, 31))
    )
    assert dict(open_2020.select("edition", "value").iter_rows()) == {"2020": 31275, "2021": 31102}


def test_rows_bound_for_quarantine_are_there_at_every_size(small, full):
    for frames in (small, full):
        offices = frames["offices"]["office_id"].implode()
        officers = frames["staff_contracts"]["officer_id"].unique().implode()
        cases, given = frames["cases"], frames["case_assignments"]
        opened = pl.min_horizontal("received_on", "started_on")
        found = {
            "unknown office": cases.filter(~pl.col("office_id").is_in(offices)).height,
            "ended before opened": cases.filter(pl.col("ended_on") < opened).height,
            "after the last day": cases.filter(pl.col("received_on") > AS_OF).height,
            "share above 1": given.filter(pl.col("share") > 1).height,
            "unknown officer": given.filter(~pl.col("officer_id").is_in(officers)).height,
            "overlap": _overlapping(given, ["case_id", "officer_id"]).height,
            "unknown risk": frames["case_assessments"].filter(pl.col("risk_level") == "extreme").height,
            "early delivery": frames["tasks"].filter(pl.col("delivered_on") < pl.col("requested_on")).height,
        }
        assert all(found.values()), found
        rows = sum(frame.height for frame in frames.values())
        assert sum(found.values()) < max(0.0015 * rows, 20)


def _overlapping(frame: pl.DataFrame, within: list[str]) -> pl.DataFrame:
    """Rows that begin before an earlier one of the same owner has ended."""
    several = frame.filter(pl.len().over(within) > 1)  # a tenth of a second instead of ten
    ordered = several.sort(*within, "valid_from").with_columns(
        pl.col("valid_to")
        .fill_null(date(2999, 1, 1))
        .cum_max()
        .over(within)
        .shift(1)
        .over(within)
        .alias("until")
    )
    return ordered.filter(pl.col("until") > pl.col("valid_from"))


def test_no_key_is_ever_delivered_twice(small, full):
    for frames in (small, full):
        for name, entity in ENTITIES.items():
            assert frames[name].select(entity.key).is_duplicated().sum() == 0, name
            assert frames[name].select(entity.required).null_count().sum_horizontal().item() == 0, name


def test_before_defects_are_planted_nothing_would_go_to_quarantine():
    frames = clean_service(20_000, 1)
    for name, entity in ENTITIES.items():
        for column in entity.columns:
            if column.is_fact:
                assert (frames[name][column.name].drop_nulls() <= AS_OF).all(), (name, column.name)
        if entity.no_overlap_within:
            assert _overlapping(frames[name], list(entity.no_overlap_within)).height == 0, name
    cases, tasks = frames["cases"], frames["tasks"]
    assert cases.filter(pl.col("ended_on") < pl.min_horizontal("received_on", "started_on")).height == 0
    assert tasks.filter(pl.col("delivered_on") < pl.max_horizontal("requested_on", "assigned_on")).height == 0
    for name in ("staff_contracts", "staff_reductions", "case_assignments", "case_flags"):
        assert frames[name].filter(pl.col("valid_to") < pl.col("valid_from")).height == 0, name


def test_references_hold_before_defects_are_planted():
    frames = clean_service(5_000, 1)
    known = {
        "offices": frames["offices"]["office_id"],
        "officers": frames["staff_contracts"]["officer_id"],
        "cases": frames["cases"]["case_id"],
        "audits": frames["audits"]["audit_id"],
    }
    for name, entity in ENTITIES.items():
        for column in entity.columns:
            if column.refers_to:
                used = set(frames[name][column.name].drop_nulls())
                assert used <= set(known[column.refers_to]), (name, column.name)


def test_planted_defects_that_load_are_there(full):
    cases = full["cases"]
    late = cases.filter(pl.col("started_on") < pl.col("received_on"))
    twice = cases.filter(pl.col("case_id").str.starts_with("D"))
    long_bans = cases.filter(
        (pl.col("supervision_type") == "home_ban")
        & ((pl.col("ended_on") - pl.col("received_on")).dt.total_days() > 200)
    )
    overdue = cases.filter(pl.col("ended_on").is_null() & (pl.col("expected_end_on") < date(2024, 1, 1)))
    assert late.height > 500 and twice.height > 100 and overdue.height > 20
    assert long_bans["office_id"].unique().to_list() == ["TUR"]


def test_every_number_is_listed_with_its_tag_in_a_file_beside_the_sample(capsys, tmp_path):
    assert main(["sample", "--into", str(tmp_path / "drawn"), "--cases", "300"]) == 0
    listed = (tmp_path / "drawn-assumptions.md").read_text(encoding="utf-8")
    for tag in ("[sourced]", "[derived]", "[assumption]"):
        assert tag in listed
    assert "new probation 2020 = 3813" in listed
    assert all(line in listed for line in provenance_lines())
    printed = capsys.readouterr()
    assert "drawn-assumptions.md" in printed.out
    assert len((printed.out + printed.err).splitlines()) <= 3
    assert {stated.tag for _, stated in stated_parameters()} == {"sourced", "derived", "assumption"}


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    place = tmp_path / "taken"
    place.write_text("not a folder")
    with pytest.raises(BadInputError):
        write_sample(place, cases=300)


def test_a_sample_of_no_cases_is_refused(tmp_path):
    with pytest.raises(BadInputError):
        write_sample(tmp_path, cases=0)
