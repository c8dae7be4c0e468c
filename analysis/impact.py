"""What taking a case would do to an officer: workload before and after, today and as the case ages."""

from datetime import date, timedelta

import polars as pl

# As far as the outlook marts look: the rest of the running ISO week, and so many whole ones.
WEEKS_AHEAD = 52


def case_impact(
    officer_spans: pl.DataFrame,
    officer_weeks: pl.DataFrame,
    case_weights: pl.DataFrame,
    *,
    share: float,
    as_of: date,
) -> pl.DataFrame:
    """Workload of one officer before and after taking one case on ``as_of``, under one weight scheme.

    Follows docs/method.md: the officer is a whole person, summed over offices, and a week is the mean over
    its days. So the case adds share x (sum of weight x days) / days of the week, and 0 once it has ended.

    Args:
        officer_spans: ``officer_id``, ``weight_scheme``, ``valid_from``, ``valid_to``, ``workload_units`` and
            ``capacity_units`` of ``fct_officer_spans``. Rows that do not run on ``as_of`` do not count; where
            none does, the officer has no work and no capacity.
        officer_weeks: ``officer_id``, ``weight_scheme``, ``week_start_on``, ``days``, ``workload_units_avg``
            and ``capacity_units_avg`` of ``fct_officer_outlook_weeks``. A week without a row has neither.
        case_weights: ``case_id``, ``weight_scheme``, ``valid_from``, ``valid_to`` and ``weight_units`` (of
            the whole case) of ``fct_open_case_outlook``.
        share: what the officer would have of the case, above 0 and up to 1.
        as_of: the day up to which the marts go.

    Returns:
        One row for ``as_of`` (``days`` 1), then one per outlook week, in order: ``period_start_on`` (first
        day that counts; in the running week the day after ``as_of``), ``days``; means per day in units of the
        scheme: ``workload_units_before``, ``workload_units_after``, ``capacity_units``; and
        ``workload_pct_before``, ``workload_pct_after`` (null without capacity).

    Raises:
        ValueError: a share out of bounds; rows of two officers, schemes or cases; a case without a weight on
            ``as_of``; weeks of another outlook.
    """
    _check_inputs(officer_spans, officer_weeks, case_weights, share)
    periods = _periods(as_of)
    own = pl.concat([_figures_on(as_of, officer_spans), _figures_by_week(officer_weeks)])
    _check_days(own, periods, case_weights, as_of)
    return (
        periods.join(own, on=["week_start_on", "days"], how="left", nulls_equal=True)
        .with_columns(pl.col("workload_units_before", "capacity_units").fill_null(0.0))
        .join(_mean_weights(case_weights, periods), on="period_start_on", how="left")
        .with_columns(
            workload_units_after=pl.col("workload_units_before") + share * pl.col("weight_units_avg")
        )
        .sort("period_start_on")
        .select(
            "period_start_on",
            "days",
            "workload_units_before",
            "workload_units_after",
            "capacity_units",
            workload_pct_before=_pct("workload_units_before"),
            workload_pct_after=_pct("workload_units_after"),
        )
    )


def _periods(as_of: date) -> pl.DataFrame:
    """``as_of`` itself, without a week, and every outlook week by its Monday and the days that count."""
    tomorrow = as_of + timedelta(days=1)
    monday = as_of - timedelta(days=as_of.weekday())
    weeks = [monday + timedelta(weeks=number) for number in range(WEEKS_AHEAD + 1)]
    bounds = [(week, max(week, tomorrow), week + timedelta(weeks=1)) for week in weeks]
    return pl.DataFrame(
        [(None, as_of, tomorrow), *((week, start, end) for week, start, end in bounds if start < end)],
        schema={"week_start_on": pl.Date, "period_start_on": pl.Date, "period_end_on": pl.Date},
        orient="row",
    ).with_columns(days=(pl.col("period_end_on") - pl.col("period_start_on")).dt.total_days())


def _figures_on(as_of: date, officer_spans: pl.DataFrame) -> pl.DataFrame:
    """The whole person on a day, one row; nothing running adds up to 0."""
    return officer_spans.filter(_runs_on(as_of)).select(
        week_start_on=pl.lit(None, pl.Date),
        days=pl.lit(1, pl.Int64),
        workload_units_before=pl.col("workload_units").sum(),
        capacity_units=pl.col("capacity_units").sum(),
    )


def _figures_by_week(officer_weeks: pl.DataFrame) -> pl.DataFrame:
    """The whole person by week; offices of one week have the same days, so that means add up."""
    return officer_weeks.group_by("week_start_on", pl.col("days").cast(pl.Int64)).agg(
        workload_units_before=pl.col("workload_units_avg").sum(),
        capacity_units=pl.col("capacity_units_avg").sum(),
    )


def _mean_weights(case_weights: pl.DataFrame, periods: pl.DataFrame) -> pl.DataFrame:
    """``weight_units_avg`` of the case by ``period_start_on``: by the days that weights and periods share."""
    first_on = pl.max_horizontal("valid_from", "period_start_on")
    end_on = pl.min_horizontal("valid_to", "period_end_on")
    shared_days = (end_on - first_on).dt.total_days().clip(lower_bound=0)
    return (
        periods.join(case_weights.select("valid_from", "valid_to", "weight_units"), how="cross")
        .group_by("period_start_on")
        .agg(weight_units_avg=(pl.col("weight_units") * shared_days).sum() / pl.col("days").first())
    )


def _pct(units: str) -> pl.Expr:
    return pl.when(pl.col("capacity_units") > 0).then(100 * pl.col(units) / pl.col("capacity_units"))


def _runs_on(day: date) -> pl.Expr:
    return (pl.col("valid_from") <= day) & (pl.col("valid_to") > day)


def _check_inputs(
    officer_spans: pl.DataFrame, officer_weeks: pl.DataFrame, case_weights: pl.DataFrame, share: float
) -> None:
    if not 0 < share <= 1:
        raise ValueError(f"A share is above 0 and at most 1, not {share}.")
    officer = (officer_spans, officer_weeks)
    for column, frames in (
        ("officer_id", officer),
        ("weight_scheme", (*officer, case_weights)),
        ("case_id", (case_weights,)),
    ):
        found = {one for frame in frames for one in frame[column]}
        if len(found) > 1:
            raise ValueError(f"The impact is that of one {column}; the rows have {len(found)}.")


def _check_days(own: pl.DataFrame, periods: pl.DataFrame, case_weights: pl.DataFrame, as_of: date) -> None:
    strange = own.join(periods, on=["week_start_on", "days"], how="anti", nulls_equal=True)
    if not strange.is_empty():
        raise ValueError(
            f"{strange.height} of the weeks, or their days, are not of the outlook from {as_of}."
        )
    if case_weights.filter(_runs_on(as_of)).is_empty():
        raise ValueError(f"The case has no weight on {as_of}: it is not open on that day.")
