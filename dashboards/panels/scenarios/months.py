"""One outcome over the months, as it was and under both scenarios."""

from datetime import date

import numpy as np
import polars as pl

from dashboards.charts.queue import Band, as_now, band_lines, with_chosen
from dashboards.panel import Panel, Table
from dashboards.panels.scenarios.frames import Result
from dashboards.panels.scenarios.sides import Sides
from dashboards.panels.scenarios.words import outcome_said
from dashboards.panels.staff.lines import month_end
from dashboards.panels.weights import basis
from dashboards.text import percentage, t

# What the chart calls the columns of `rows_of`.
DRAWN = {"amount_was": "was", "scenario_amount": "scenario", "beside_amount": "beside"}
_SCENARIO = ("scenario_low", "scenario_amount", "scenario_high")
_BESIDE = ("beside_low", "beside_amount", "beside_high")
_MARTS = ("fct_area_clearance_months", "fct_area_line_months")


def over_months(both: Sides) -> Panel:
    """The outcome that is looked at, at the end of each month."""
    outcome = both.outcome
    bands = [of.bands[outcome][0] for of in (both.chosen, both.beside)]
    rows = rows_of(both, both.chosen.was[outcome], *bands)
    then, other = (
        outcome_said(outcome, of.bands[outcome][0, 1, both.last]) for of in (both.chosen, both.beside)
    )
    is_percentage = outcome == "workload_pct"
    return Panel(
        "scenarios_months",
        title=t(
            f"scenarios.over_title{'_now' * both.is_beside_now}{'_alike' * (then == other)}",
            **both.words,
            then=then,
            other=other,
        ),
        subtitle=t("scenarios.over_subtitle", **both.words, basis=basis(both.view)),
        chart=band_lines(
            rows.rename(DRAWN),
            both_bands(both),
            both.view.look,
            {
                "was": t("scenarios.was"),
                "unit": both.view.look.percent_sign if is_percentage else t(f"scenarios.unit_{outcome}"),
                "quiet": percentage(100) if is_percentage else "",
            },
            quiet=100 if is_percentage else None,
            from_zero=outcome in ("waiting_cases", "wait_weeks"),
        ),
        summary=t("scenarios.over_summary"),
        table=Table(
            rows,
            {
                "month_end_on": t("scenarios.column_month"),
                **{name: t(f"scenarios.column_{name}") for name in ("amount_was", *_SCENARIO, *_BESIDE)},
            },
            missing=t("scenarios.not_of_month"),
        ),
        marts=_MARTS,
    )


def both_bands(both: Sides) -> list[Band]:
    """The bands of both, for a chart."""
    return [
        as_now(both.asked.choice.label("scenario_beside"), "beside"),
        with_chosen(both.title, "scenario"),
    ]


def rows_of(both: Sides, was: np.ndarray, chosen: np.ndarray, beside: np.ndarray) -> pl.DataFrame:
    """A row per month: what was, then the bands (bands, months) of both; they begin where the past ends."""
    behind = [month_end(first) for first in both.chosen.past_months]
    rows = pl.DataFrame({"month_end_on": behind, "amount_was": _known(was)})
    for names, of, bands in ((_SCENARIO, both.chosen, chosen), (_BESIDE, both.beside, beside)):
        later = _ahead(of, bands, names, behind[-1], float(was[-1]))
        rows = rows.join(later, on="month_end_on", how="full", coalesce=True)
    return rows.sort("month_end_on")


def _ahead(of: Result, bands: np.ndarray, names: tuple[str, ...], last: date, was: float) -> pl.DataFrame:
    bands = np.hstack([np.full((3, 1), was), bands])
    ends = [last, *(month_end(first) for first in of.months)]
    return pl.DataFrame(
        {"month_end_on": ends} | {name: _known(amounts) for name, amounts in zip(names, bands, strict=True)}
    )


def _known(amounts: np.ndarray) -> pl.Series:
    """Null where there is no number, or no end to it."""
    found = pl.Series(np.asarray(amounts, float))
    return pl.select(pl.when(found.is_finite()).then(found)).to_series()
