"""Changes of weights: one rule for what every trend marks, and one sentence that says so."""

from datetime import date

from dashboards import queries
from dashboards.components.filters import Chosen
from dashboards.text import day, listed, plural


def days_marked(status: dict, chosen: Chosen, first: date) -> list[date]:
    """The days from `first` to the last day of the data on which the weights of the chosen scheme changed.

    Changes of other schemes are not among them.
    """
    return [
        event["happened_on"]
        for event in queries.events(chosen.weight_scheme)
        if event["kind"] == "weights" and first <= event["happened_on"] <= status["as_of"]
    ]


def said(days: list[date], chosen: Chosen, *, of_counts: bool = False) -> str:
    """What the lines on these days mean for the reader's figure, led by a blank; empty without any.

    Under the weights of each day they move it, under those of today they do not, and a count of cases
    (`of_counts`) they never touch.
    """
    if not days:
        return ""
    what = "counts" if of_counts else chosen.weights
    return " " + plural(
        f"common.weights_changed_{what}", len(days), days=listed([day(when) for when in days])
    )
