"""A planted defect: mandates that ended long ago while nobody wrote the day down. They stay open for ever."""

from datetime import date, timedelta

import polars as pl

from ingest.sample.parameters import AS_OF, NEVER_CLOSED_DAYS, NEVER_CLOSED_SHARE

# few cases of these are open, and their published numbers have to hold
NEVER_OF = ("internment", "autonomous_monitoring", "autonomous_probation", "home_ban")


def never_closed(cases: pl.DataFrame, seed: int) -> pl.Series:
    """Ids of the mandates to leave open: a share of those that are, at least one; sorted.

    Each had an officer no longer, and its planned end behind it, for more than `NEVER_CLOSED_DAYS`.
    """
    long_ago = date.fromisoformat(AS_OF) - timedelta(days=int(NEVER_CLOSED_DAYS))
    could = cases.filter(
        (pl.max_horizontal("ended_on", "expected_end_on") < long_ago)
        & pl.all_horizontal(pl.col("ended_on", "expected_end_on").is_not_null())
        & ~pl.col("supervision_type").is_in(NEVER_OF)
    )
    count = max(1, round(cases["ended_on"].null_count() * float(NEVER_CLOSED_SHARE)))
    return could["case_id"].sample(min(count, could.height), seed=seed).sort()


def left_open(cases: pl.DataFrame, seed: int) -> pl.DataFrame:
    """The cases, without day and reason of the end of those that `never_closed` names."""
    forgotten = pl.col("case_id").is_in(never_closed(cases, seed).implode())
    return cases.with_columns(
        pl.when(~forgotten).then(pl.col(name)).alias(name) for name in ("ended_on", "end_reason")
    )
