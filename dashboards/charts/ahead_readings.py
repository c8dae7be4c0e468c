"""What the figures of the page Outlook say, in numbers: pure functions, frame -> dict."""

from datetime import date

import polars as pl

_MEASURES = (
    "workload_pct",
    "workload_units_avg",
    "capacity_units_avg",
    "available_fte_avg",
    "contract_fte_avg",
    "reduced_fte_avg",
    "uncounted_fte_avg",
    "active_cases_avg",
)


def shown_weeks(weeks: pl.DataFrame, horizon: int) -> pl.DataFrame:
    """The weeks behind, and those ahead up to the one in ``horizon`` weeks."""
    return weeks.filter(~pl.col("is_booked") | (pl.col("weeks_ahead") <= horizon))


def ahead_reading(weeks: pl.DataFrame, horizon: int) -> dict:
    """Now (the latest week behind, else the first ahead) against the week in ``horizon`` weeks.

    ``weeks``: ``is_booked``, ``weeks_ahead``, ``first_day_on``, measures. Returns per measure there is
    ``<measure>_now`` and ``<measure>_then``; ``then_on`` (first day of that week); None where unknown.
    """
    behind = weeks.filter(~pl.col("is_booked")).sort("first_day_on").tail(1)
    ahead = weeks.filter(pl.col("is_booked")).sort("first_day_on")
    now = (behind if not behind.is_empty() else ahead.head(1)).to_dicts()
    then = ahead.filter(pl.col("weeks_ahead") <= horizon).tail(1).to_dicts()
    read = {"then_on": then[0]["first_day_on"] if then else None}
    for measure in _MEASURES:
        read[f"{measure}_now"] = now[0].get(measure) if now else None
        read[f"{measure}_then"] = then[0].get(measure) if then else None
    return read


def way(before: float, after: float, level: float) -> str:
    """``falls``, ``rises`` or ``level``: what a title may say of a move."""
    if abs(after - before) < level:
        return "level"
    return "falls" if after < before else "rises"


def contract_steps(
    weeks: pl.DataFrame, horizon: int, level_fte: float, most: int = 3
) -> list[tuple[date, float]]:
    """The weeks in which FTE under contract move most from the week before, in order of time.

    Only moves of at least ``level_fte``; a contract that changes in mid-week shows in two weeks.
    """
    steps = (
        shown_weeks(weeks, horizon)
        .sort("is_booked", "first_day_on")
        .with_columns(change=pl.col("contract_fte_avg").diff())
        .filter(pl.col("is_booked") & (pl.col("change").abs() >= level_fte))
        .top_k(most, by=pl.col("change").abs())
        .sort("first_day_on")
    )
    return list(steps.select("first_day_on", "change").iter_rows())


def fullest_week(weeks: pl.DataFrame, work: pl.DataFrame, horizon: int) -> tuple[date, int] | None:
    """The first week ahead in which most cases reach their expected end, and how many; None without any."""
    ending = (
        weeks.filter(pl.col("is_booked") & (pl.col("weeks_ahead") <= horizon))
        .join(work.select("weeks_ahead", "ending_cases"), on="weeks_ahead")
        .sort("first_day_on")
    )
    most = ending["ending_cases"].max()
    if not most:
        return None
    return ending.filter(pl.col("ending_cases") == most)["first_day_on"][0], int(most)


def work_reading(work: pl.DataFrame, horizon: int) -> dict:
    """Why booked work moves: from the first week ahead to the one in ``horizon`` weeks.

    ``work``: ``weeks_ahead``, ``active_cases_avg``, ``case_units_avg``, ``task_units_avg``,
    ``ending_cases``. Returns ``case_units``, ``task_units``, ``active_cases`` as ``_now`` and ``_then``,
    ``weight_now`` and ``weight_then`` (units per carried case, None without cases) and ``ending_cases``.
    """
    rows = work.filter(pl.col("weeks_ahead") <= horizon).sort("weeks_ahead")
    read: dict = {"ending_cases": int(rows["ending_cases"].sum())}
    for when, row in (("now", rows.head(1).to_dicts()), ("then", rows.tail(1).to_dicts())):
        units, cases = (row[0]["case_units_avg"], row[0]["active_cases_avg"]) if row else (0, 0)
        read[f"case_units_{when}"], read[f"active_cases_{when}"] = units, cases
        read[f"task_units_{when}"] = row[0]["task_units_avg"] if row else 0
        read[f"weight_{when}"] = units / cases if cases else None
    return read


def impact_reading(impact: pl.DataFrame, moments: dict[str, int]) -> dict:
    """Before and after at each moment, so many whole weeks ahead: ``(before, after)`` each, and ``is_pct``.

    ``impact``: what ``analysis.impact.case_impact`` returns. Percentages of the capacity of the first row, at
    every moment; units of the scheme where it has none.
    """
    # the whole weeks follow what is left of the running one, which never has seven days
    whole = impact.filter(pl.col("days") == 7)
    now = impact.row(0, named=True)
    rows = {moment: whole.row(weeks - 1, named=True) if weeks else now for moment, weeks in moments.items()}
    capacity = now["capacity_units"]
    scale = 100 / capacity if capacity > 0 else 1
    moves = {
        moment: (scale * row["workload_units_before"], scale * row["workload_units_after"])
        for moment, row in rows.items()
    }
    return {"is_pct": capacity > 0, **moves}
