"""Records that were never closed: planted with a stated share, and found by the models, all and no others."""

from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest

from ingest.build import build
from ingest.order import Order
from ingest.progress import Progress
from ingest.sample import write_sample
from ingest.sample.drawing import clean_service
from ingest.sample.never_closed import never_closed
from ingest.sample.parameters import NEVER_CLOSED_SHARE
from ingest.sample.provenance import planted_lines
from ingest.sample.volumes import FULL_SIZE

AS_OF = date(2026, 6, 30)
CASES = 9_000
SEEDS = Path(__file__).parents[2] / "seeds"


def to_close(frames: dict[str, pl.DataFrame]) -> set[str]:
    """Ids that record 0030 calls to close: expected end and last officer longer ago than its days."""
    levels = pl.read_csv(SEEDS / "noise_levels.csv")
    days = levels.filter(pl.col("measure") == "to_close_days")["threshold"].item()
    given = frames["case_assignments"].filter(pl.col("valid_from") <= AS_OF)
    last = given.group_by("case_id").agg(
        pl.col("valid_to").fill_null(date(2999, 1, 1)).max().alias("last_on")
    )
    opened = pl.min_horizontal("received_on", "started_on")
    known = frames["cases"].filter(~pl.col("case_id").str.starts_with("Q"))
    since = pl.lit(AS_OF) - pl.coalesce("last_on", opened)
    return set(
        known.join(last, on="case_id", how="left").filter(
            pl.col("ended_on").is_null()
            & (opened <= AS_OF)
            & ((pl.lit(AS_OF) - pl.col("expected_end_on")).dt.total_days() > days)
            & (since.dt.total_days() > days)
        )["case_id"]
    )


def test_the_stated_share_of_the_open_cases_is_planted_and_no_other_case_looks_like_them(full):
    clean = clean_service(FULL_SIZE, 1)["cases"]
    planted = never_closed(clean, 1)
    assert planted.len() == round(clean["ended_on"].null_count() * NEVER_CLOSED_SHARE) > 100
    assert to_close(full) == set(planted)


def test_they_are_of_many_kinds_and_years(full):
    dead = full["cases"].filter(pl.col("case_id").is_in(list(to_close(full))))
    assert dead["supervision_type"].n_unique() > 5
    assert dead["expected_end_on"].dt.year().n_unique() > 5
    assert dead["end_reason"].null_count() == dead.height


@pytest.mark.deep
def test_the_models_find_as_many_records_to_close_as_were_planted(tmp_path):
    write_sample(tmp_path / "delivery", cases=CASES, seed=1)
    planted = never_closed(clean_service(CASES, 1)["cases"], 1)
    order = Order(tmp_path / "delivery", warehouse=tmp_path / "warehouse", key=tmp_path / "hashing.key")
    with duckdb.connect(str(build(order, Progress(is_silent=True))), read_only=True) as published:
        findings = "select count(*) from marts.fct_findings where finding = 'to_close'"
        listed = "select count(distinct case_id) from marts.fct_open_cases where is_to_close"
        assert planted.len() > 3
        assert published.sql(findings).fetchone() == published.sql(listed).fetchone() == (planted.len(),)


def test_the_share_is_stated_beside_the_sample():
    assert "[assumption] never closed: 0.50% of the open mandates" in planted_lines()
