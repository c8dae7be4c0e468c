"""The months that were and the months ahead, with the bands of the forecast and what is booked."""

import polars as pl

from dashboards.charts.forecast import bands_ahead
from dashboards.panel import Panel, Table
from dashboards.panels.forecast import frames
from dashboards.panels.forecast.words import amount, unit_words
from dashboards.panels.parts import words
from dashboards.panels.weights import basis
from dashboards.queries import forecast as questions
from dashboards.text import month, t
from dashboards.view import View

# Months behind that are drawn: enough to see a season come back twice.
BEHIND = 36


@frames.with_forecast
def months_ahead(view: View) -> Panel:
    """What was, what is forecast in two bands, and of work what is booked."""
    was, ahead = frames.months(view).tail(BEHIND), frames.ahead(view)
    booked = _booked(ahead, view)
    last, end = was.row(-1, named=True), ahead.row(-1, named=True)
    said = words("forecast", "was", "point", "band_80", "band_95", "booked") | {"unit": unit_words(view)}
    return Panel(
        "forecast_months",
        title=t(
            f"forecast.months_title{'' if frames.is_of_work(view) else '_cases'}",
            **frames.area_words(view),
            last=amount(last["amount"]),
            last_month=month(last["month_start_on"]),
            then=amount(end["point"]),
            month=month(end["month_start_on"]),
            unit=unit_words(view),
        ),
        subtitle=_subtitle(view),
        chart=bands_ahead(was, ahead, booked, view.look, said),
        summary=t("forecast.months_summary" if booked.is_empty() else "forecast.months_summary_booked"),
        table=Table(
            was.rename({"amount": "was_amount"})
            .join(ahead, on="month_start_on", how="full", coalesce=True)
            .sort("month_start_on"),
            {
                "month_start_on": t("forecast.column_month"),
                "was_amount": t("forecast.was"),
                "point": t("forecast.point"),
                **{name: t(f"forecast.column_{name}") for name in ("low_80", "high_80", "low_95", "high_95")},
            },
            missing=t("forecast.not_of_month"),
            on_phone=("was_amount", "point"),
        ),
        marts=("fct_forecast_months", "fct_area_booked_weeks"),
    )


def _subtitle(view: View) -> str:
    key = f"forecast.subtitle_{view.choice.forecast_measure}"
    told = t(key, **frames.area_words(view), unit=unit_words(view))
    return f"{told}; {basis(view)}" if frames.is_of_work(view) else told


def _booked(ahead: pl.DataFrame, view: View) -> pl.DataFrame:
    """The weeks that are booked, as far as the forecast goes; of all kinds together alone, and of work."""
    if not frames.is_of_work(view) or view.choice.work_type:
        return pl.DataFrame(schema={"first_day_on": pl.Date, "amount": pl.Float64})
    until = ahead["month_start_on"].dt.month_end().max()
    return questions.booked(view.reader, view.choice).filter(pl.col("first_day_on") <= until)
