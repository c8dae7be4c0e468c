"""Parquet files as other tools write them: what is loaded must be plain, other columns may be anything."""

import datetime as dt
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from ingest.errors import BadInputError
from ingest.extracts.files import extract_file, text_file
from ingest.extracts.table_wanted import TableWanted

WANTED = TableWanted(
    needed=("case_id",), used=("case_id", "ended_on", "share"), ids=("case_id", "officer_id")
)


def written(folder: Path, **columns: pa.Array | list) -> Path:
    path = folder / "cases.parquet"
    pq.write_table(pa.table({"case_id": ["C1", "C2"], **columns}), path)
    return path


def refused(path: Path) -> str:
    with pytest.raises(BadInputError) as refusal:
        text_file(path, wanted=WANTED)
    return str(refusal.value)


ODD = {
    "durations": pa.array([1, 2], pa.duration("us")),
    "times of day": pa.array([1, 2], pa.time64("us")),
    "lists, records or bytes": pa.array([[1], [2]]),
    "a type that only its own program knows": pa.ExtensionArray.from_storage(
        pa.opaque(pa.string(), "numeric", "PostgreSQL"), pa.array(["1", "2"])
    ),
}


@pytest.mark.parametrize("kind", ODD)
def test_a_type_that_is_not_plain_is_refused_where_it_is_loaded_and_left_aside_elsewhere(
    tmp_path, kind
) -> None:
    assert f"column 'share', a column of {kind}. Deliver plain values" in refused(
        written(tmp_path, share=ODD[kind])
    )
    extract = extract_file(written(tmp_path, own=ODD[kind]), wanted=WANTED)
    assert extract.frame.rows() == [("C1", 1), ("C2", 2)]
    assert extract.aside == (f"columns of {kind}: 1",)


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        (pa.date32(), 2_932_897),
        (pa.date32(), -719_163),
        (pa.date32(), 2_000_000_000),
        (pa.timestamp("ms"), 253_402_300_800_000),
        (pa.timestamp("us"), 9_000_000_000_000_000_000),
        (pa.timestamp("s", "UTC"), -99_999_999_999),
    ],
)
def test_a_date_that_no_calendar_knows_is_refused_before_it_is_shown(tmp_path, kind, number) -> None:
    said = refused(written(tmp_path, ended_on=pa.array([0, number], kind)))
    assert "row 2, column 'ended_on', a date that no calendar knows" in said


def test_the_last_day_of_the_calendar_is_a_day(tmp_path: Path) -> None:
    path = written(tmp_path, ended_on=pa.array([2_932_896, None], pa.date32()))
    assert text_file(path, wanted=WANTED)["ended_on"].to_list() == ["9999-12-31", None]


@pytest.mark.parametrize("kind", [pa.float32(), pa.float64()])
def test_whole_floats_are_whole_numbers(tmp_path: Path, kind: pa.DataType) -> None:
    path = written(tmp_path, officer_id=pa.array([17, None], kind), share=pa.array([0.5, 1], kind))
    assert text_file(path, wanted=WANTED).rows() == [("C1", "17", "0.5", 1), ("C2", None, "1.0", 2)]


def test_a_float_that_lost_digits_is_no_id(tmp_path: Path) -> None:
    said = refused(written(tmp_path, officer_id=pa.array([1, 2**53], pa.float64())))
    assert "row 2, column 'officer_id', a number with more digits than a floating-point number keeps" in said


def test_a_national_number_among_floats_is_found(tmp_path: Path) -> None:
    path = written(tmp_path, own=pa.array([85073003328, None], pa.float64()))
    assert text_file(path, wanted=WANTED)["own"].to_list() == ["85073003328", None]


def test_other_plain_types_are_texts(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        dictionary=pa.array(["a", "b"]).dictionary_encode(),
        nothing=pa.nulls(2),
        flag=pa.array([True, None]),
        amount=pa.array([1, 2], pa.decimal128(20, 2)),
        at=pa.array([dt.datetime(2025, 1, 1), dt.datetime(2025, 1, 1, 9, 30)]),
    )
    assert text_file(path).row(1) == ("C2", "b", None, None, "2.00", "2025-01-01 09:30:00", 2)


def test_nothing_but_a_damaged_file_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "cases.parquet"
    pl.DataFrame({"case_id": ["C1"] * 1000}).write_parquet(path)
    content = bytearray(path.read_bytes())
    for place in range(4, len(content) - 8, 7):
        content[place] ^= 0xFF
    path.write_bytes(content)
    assert "not readable as Parquet" in refused(path)
