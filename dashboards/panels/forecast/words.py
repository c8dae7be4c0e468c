"""Amounts of the measure in words, and the bands around them."""

from dashboards.panels.forecast import frames
from dashboards.panels.weights import unit
from dashboards.text import number, t
from dashboards.view import View

# Of smaller amounts one decimal is shown.
WHOLE_FROM = 20


def amount(value: float | None) -> str:
    """An amount of the measure, without its unit."""
    return number(value, 0 if value is None or abs(value) >= WHOLE_FROM or value % 1 == 0 else 1)


def unit_words(view: View) -> str:
    """What the measure is counted in."""
    return unit(view) if frames.is_of_work(view) else t("forecast.cases")


def range_said(row: dict, band: str) -> str:
    """Both ends of a band, as in `4,000 to 4,600`; empty where too little is known for one."""
    low, high = row[f"low_{band}"], row[f"high_{band}"]
    return "" if low is None else t("forecast.range", low=amount(low), high=amount(high))
