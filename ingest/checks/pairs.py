"""Rules between the values of one row: which day comes before which, which amount is part of which."""

import polars as pl

from ingest.contract import Column, Entity

# A measure whose name says "per" counts something for each of the cohort, not how many of it.
_PER = "_per_"
_OPENED = pl.min_horizontal("received_on", "started_on")
# Entity and column -> the rules, each with the day that may not be later than the column's.
_EARLIER = {
    ("cases", "ended_on"): [("ended_before_opened", _OPENED)],
    ("tasks", "delivered_on"): [
        ("delivered_before_requested", pl.col("requested_on")),
        ("delivered_before_assigned", pl.col("assigned_on")),
    ],
    ("published_figures", "period_end_on"): [("ends_before_start", pl.col("period_start_on"))],
    ("outcome_figures", "cohort_end_on"): [("ends_before_start", pl.col("cohort_start_on"))],
    ("conditions", "ended_on"): [("ends_before_start", pl.col("imposed_on"))],
    ("referrals", "ended_on"): [("ends_before_start", pl.coalesce("started_on", "referred_on"))],
    ("feedback", "answered_on"): [("answered_before_received", pl.col("received_on"))],
}
_MEASURE = pl.col("measure")
_SHARES = (
    _MEASURE.str.ends_with("_share"),
    _MEASURE.str.ends_with("_pct"),
)
_AMOUNTS = {
    ("surveys", "respondents"): [("more_answers_than_invited", pl.col("respondents") <= pl.col("invited"))],
    ("outcome_figures", "numerator"): [
        (
            "part_above_whole",
            (pl.col("numerator") <= pl.col("denominator")) | _MEASURE.str.contains(_PER, literal=True),
        )
    ],
    ("context_figures", "value"): [
        ("share_outside_0_1", pl.col("value").is_between(0, 1) | ~_SHARES[0]),
        ("outside_bounds", pl.col("value").is_between(0, 100) | ~_SHARES[1]),
    ],
}


def pair_rules(entity: Entity, column: Column) -> list[tuple[str, pl.Expr]]:
    """The rules of a column beside others of its row: name, and what is true of a row that keeps it.

    What is empty on one side is null, which breaks nothing.
    """
    value = pl.col(column.name)
    if column.name == "valid_to":
        return [("ends_before_start", value >= pl.col("valid_from"))]
    if column.name == "month_start_on":
        return [("not_first_of_month", value.dt.day() == 1)]
    place = (entity.name, column.name)
    return [(rule, value >= earlier) for rule, earlier in _EARLIER.get(place, [])] + _AMOUNTS.get(place, [])
