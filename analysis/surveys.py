"""Group surveys put together: how many answered, and what share of the answers points to a problem.

Only results of groups come in, never of one person. The share is that of all answers together, so a large
office weighs more than a small one; its limits are Wilson's, and those of a change Newcombe's. They treat the
answers as drawn by chance: of those who did not answer they say nothing. Where most of the people answered
both times a change is surer than its limits say, so fewer changes are named than there are, not more.
"""

from collections.abc import Sequence

import polars as pl

from analysis.intervals import difference_of_shares, wilson


def pooled(groups: pl.DataFrame, keys: Sequence[str]) -> pl.DataFrame:
    """One row per combination of ``keys``, in the order of its first row among ``groups``.

    Args:
        groups: one row per group asked: ``keys``, ``office_id``, ``invited``, ``respondents``, and
            ``answer_mean`` and ``problem_pct`` (0..100), either null where it was not delivered.
        keys: columns of ``groups``, such as the wave and the scale.

    ``offices`` (how many), ``invited``, ``respondents``, ``response_pct``; ``answer_mean`` (by answers);
    ``rated`` (answers of groups with a ``problem_pct``), ``problem_answers`` (a whole number of each group),
    ``problem_pct``, ``problem_lower_pct`` and ``problem_upper_pct``, null of no answers.
    """
    has_mean, has_share = pl.col("answer_mean").is_not_null(), pl.col("problem_pct").is_not_null()
    answers = pl.col("respondents")
    rows = groups.group_by(*keys, maintain_order=True).agg(
        offices=pl.col("office_id").n_unique().cast(pl.Int64),
        invited=pl.col("invited").sum(),
        respondents=answers.sum(),
        answer_mean=(pl.col("answer_mean") * answers).sum() / answers.filter(has_mean).sum(),
        rated=answers.filter(has_share).sum(),
        problem_answers=(pl.col("problem_pct") * answers / 100).round().sum().cast(pl.Int64),
    )
    return with_shares(rows).with_columns(
        pl.col("answer_mean").fill_nan(None), response_pct=_share("respondents", "invited")
    )


def with_shares(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows (``rated``, ``problem_answers``) with ``problem_pct`` and its limits."""
    lower, upper = wilson(rows["problem_answers"], rows["rated"])
    return rows.with_columns(
        problem_pct=_share("problem_answers", "rated"),
        problem_lower_pct=pl.Series(100 * lower, dtype=pl.Float64).fill_nan(None),
        problem_upper_pct=pl.Series(100 * upper, dtype=pl.Float64).fill_nan(None),
    )


def compared(now: pl.DataFrame, before: pl.DataFrame, keys: Sequence[str]) -> pl.DataFrame:
    """The rows of ``now`` with what was ``before``: frames of ``pooled``, one row per value of ``keys``.

    ``before_problem_pct``, ``change_points`` with ``change_lower`` and ``change_upper``, and ``is_change``:
    whether the limits leave 0 out. Null where there is nothing to compare with.
    """
    earlier = before.select(
        *keys, before_answers="problem_answers", before_rated="rated", before_problem_pct="problem_pct"
    )
    rows = now.join(earlier, on=list(keys), how="left", maintain_order="left")
    known = (pl.col("rated") > 0) & (pl.col("before_rated") > 0)
    counts = rows.select(
        pl.when(known).then(name).otherwise(0).alias(name)
        for name in ("problem_answers", "rated", "before_answers", "before_rated")
    )
    lower, upper = difference_of_shares(*(counts[name] for name in counts.columns))
    return rows.with_columns(
        change_points=pl.col("problem_pct") - pl.col("before_problem_pct"),
        change_lower=pl.Series(100 * lower, dtype=pl.Float64).fill_nan(None),
        change_upper=pl.Series(100 * upper, dtype=pl.Float64).fill_nan(None),
    ).with_columns(is_change=(pl.col("change_lower") > 0) | (pl.col("change_upper") < 0))


def _share(part: str, whole: str) -> pl.Expr:
    return pl.when(pl.col(whole) > 0).then(100 * pl.col(part) / pl.col(whole))
