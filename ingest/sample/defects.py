"""Planted defects: data that is wrong but loads, and rows that the contract sends to quarantine.

Nothing here makes a delivery refused. What goes to quarantine is added beside the good rows, so that the
published totals stay what they are.
"""

from datetime import date, timedelta

import polars as pl

from ingest.sample.never_closed import NEVER_OF, left_open
from ingest.sample.parameters import AS_OF, DUPLICATES_SHARE, QUARANTINE_SHARE
from ingest.sample.results.defects import planted_results

MISCODING_OFFICE, MISCODED_FROM, MISCODED_TO = "TUR", date(2024, 1, 1), date(2024, 7, 1)
UNKNOWN_OFFICE, UNKNOWN_OFFICER, UNKNOWN_RISK = "ZZZ", "O999999", "extreme"

Frames = dict[str, pl.DataFrame]


def plant(frames: Frames, seed: int) -> Frames:
    """The frames with all planted defects; deterministic by seed."""
    planted = dict(frames)
    planted["cases"] = _with_duplicates(_miscoded(left_open(frames["cases"], seed)), seed)
    for entity, worst in (
        ("cases", _bad_cases),
        ("case_assignments", _bad_assignments),
        ("case_assessments", _bad_assessments),
        ("staff_contracts", _bad_contracts),
        ("tasks", _bad_tasks),
    ):
        good = planted[entity]
        bad = worst(frames, _few(good), seed)
        planted[entity] = pl.concat([good, bad.select(good.columns).cast(dict(good.schema))])
    return planted_results(planted, seed) if "contacts" in planted else planted


def _few(frame: pl.DataFrame) -> int:
    """How many rows of each kind go to quarantine: a thousandth of the rows over a few kinds."""
    return max(1, round(frame.height * float(QUARANTINE_SHARE) / 3))


def _picked(frame: pl.DataFrame, count: int, seed: int) -> pl.DataFrame:
    """Random rows of a frame, fewer when it has fewer."""
    return frame.sample(min(count, frame.height), seed=seed, shuffle=True)


def _miscoded(cases: pl.DataFrame) -> pl.DataFrame:
    """One office registers mediations as home bans for half a year."""
    wrong = (
        (pl.col("office_id") == MISCODING_OFFICE)
        & (pl.col("supervision_type") == "mediation_and_measures")
        & pl.col("received_on").is_between(MISCODED_FROM, MISCODED_TO, closed="left")
        & (pl.col("case_id").str.slice(-1).is_in(["1", "2", "3"]))
    )
    coded = pl.when(wrong).then(pl.lit("home_ban")).otherwise(pl.col("supervision_type"))
    return cases.with_columns(coded.alias("supervision_type"))


def _with_duplicates(cases: pl.DataFrame, seed: int) -> pl.DataFrame:
    """Mandates registered twice under another id, some days later: no duplicate of the key."""
    could = cases.filter(
        pl.col("ended_on").is_not_null()
        & ~pl.col("supervision_type").is_in(NEVER_OF)
        & (pl.col("ended_on") > pl.col("received_on") + timedelta(days=10))
    )
    count = max(1, round(cases.height * float(DUPLICATES_SHARE)))
    again = _picked(could, count, seed + 1).with_columns(
        ("D" + pl.col("case_id").str.slice(1)).alias("case_id"),
        (pl.col("received_on") + pl.duration(days=2)).alias("received_on"),
        pl.lit(None, pl.Date).alias("started_on"),
        pl.lit(None, pl.Date).alias("first_contact_on"),
    )
    return pl.concat([cases, again])


def _bad_cases(frames: Frames, few: int, seed: int) -> pl.DataFrame:
    """Unknown office; ended before opened; received after the last day."""
    picked = _picked(frames["cases"].filter(pl.col("ended_on").is_not_null()), 3 * few, seed + 2)
    third = picked.with_row_index("number").with_columns(pl.col("number") % 3)
    after = date.fromisoformat(AS_OF) + timedelta(days=9)
    empty = pl.lit(None, pl.Date)
    return third.with_columns(
        ("Q" + pl.col("case_id").str.slice(1)).alias("case_id"),
        pl.when(pl.col("number") == 0)
        .then(pl.lit(UNKNOWN_OFFICE))
        .otherwise(pl.col("office_id"))
        .alias("office_id"),
        pl.when(pl.col("number") == 1)
        .then(pl.min_horizontal("received_on", "started_on") - pl.duration(days=40))
        .when(pl.col("number") == 0)
        .then(pl.col("ended_on"))
        .alias("ended_on"),
        pl.when(pl.col("number") == 2)
        .then(pl.lit(after))
        .otherwise(pl.col("received_on"))
        .alias("received_on"),
        *(
            pl.when(pl.col("number") == 2).then(empty).otherwise(pl.col(name)).alias(name)
            for name in ("started_on", "first_contact_on", "expected_end_on")
        ),
    ).drop("number")


def _bad_assignments(frames: Frames, few: int, seed: int) -> pl.DataFrame:
    """A share of 1.5; an officer nobody knows; a period that overlaps one of the same two."""
    good = frames["case_assignments"]
    long = good.filter(
        pl.col("valid_to").is_not_null() & (pl.col("valid_to") > pl.col("valid_from") + timedelta(days=60))
    )
    overlapping = _picked(long, few, seed + 3).with_columns(pl.col("valid_from") + pl.duration(days=30))
    unknown = _picked(good, few, seed + 4).with_columns(pl.lit(UNKNOWN_OFFICER).alias("officer_id"))
    too_much = _picked(long, few, seed + 5).with_columns(
        pl.lit(1.5).alias("share"), pl.col("valid_from") + pl.duration(days=15)
    )
    return pl.concat([overlapping, unknown, too_much]).unique(
        ["case_id", "officer_id", "valid_from"], keep="first", maintain_order=True
    )


def _bad_assessments(frames: Frames, few: int, seed: int) -> pl.DataFrame:
    """A level nobody knows; an assessment after the last day; one of a mandate nobody knows."""
    good = frames["case_assessments"]
    unknown = _picked(good, few, seed + 6).with_columns(
        pl.lit(UNKNOWN_RISK).alias("risk_level"), pl.col("assessed_on") - pl.duration(days=3)
    )
    after = date.fromisoformat(AS_OF) + timedelta(days=20)
    late = _picked(good, few, seed + 7).with_columns(pl.lit(after).alias("assessed_on"))
    stray = _picked(good, few, seed + 8).with_columns(("N" + pl.col("case_id")).alias("case_id"))
    return (
        pl.concat([unknown, late, stray])
        .unique(["case_id", "assessed_on"], keep="first", maintain_order=True)
        .join(good, on=["case_id", "assessed_on"], how="anti", maintain_order="left")
    )


def _bad_contracts(frames: Frames, few: int, seed: int) -> pl.DataFrame:
    """More than one full-timer in one contract; a contract that overlaps another."""
    good = frames["staff_contracts"]
    too_much = _picked(good, few, seed + 9).with_columns(
        pl.lit(1.5).alias("fte"), pl.col("valid_from") - pl.duration(days=4000)
    )
    could = good.filter(pl.col("valid_to").is_null() & (pl.col("valid_from") < date(2023, 1, 1)))
    overlapping = _picked(could, few, seed + 10).with_columns(pl.lit(date(2025, 3, 7)).alias("valid_from"))
    return pl.concat([too_much, overlapping]).unique(
        ["officer_id", "office_id", "valid_from"], keep="first", maintain_order=True
    )


def _bad_tasks(frames: Frames, few: int, seed: int) -> pl.DataFrame:
    """Delivered before requested; requested in an office nobody knows."""
    done = frames["tasks"].filter(pl.col("delivered_on").is_not_null())
    before = _picked(done, few, seed + 11).with_columns(
        ("TQ" + pl.col("task_id").str.slice(1)).alias("task_id"),
        (pl.col("requested_on") - pl.duration(days=12)).alias("delivered_on"),
    )
    nowhere = _picked(done, few, seed + 12).with_columns(
        ("TR" + pl.col("task_id").str.slice(1)).alias("task_id"), pl.lit(UNKNOWN_OFFICE).alias("office_id")
    )
    return pl.concat([before, nowhere])
