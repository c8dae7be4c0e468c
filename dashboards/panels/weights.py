"""The weight scheme of a view in words: its unit, what its weights rest on, and when they changed."""

from datetime import date

from dashboards import queries
from dashboards.text import day, listed, page_has, percentage, plural, t
from dashboards.view import View

_BASES = ("assumed", "published", "measured")


def unit(view: View) -> str:
    """The unit of the scheme; an agency's own unit as it is called in its seed."""
    name = queries.weight_scheme(view.reader, view.choice.weight_scheme)["unit"]
    return t(f"offices.unit_{name}") if page_has("offices", f"unit_{name}") else name.replace("_", " ")


def basis(view: View) -> str:
    """`weights: 80% assumed and 20% published`, or `weights: assumed` where all are; beside every result."""
    row = queries.weight_scheme(view.reader, view.choice.weight_scheme)
    shares = {name: row[f"{name}_share"] or 0 for name in _BASES}
    present = [name for name in _BASES if shares[name] > 0]
    if len(present) == 1:
        return t("common.weights_basis", basis=t(f"common.basis_{present[0]}"))
    parts = [f"{percentage(100 * shares[name])} {t(f'common.basis_{name}')}" for name in present]
    return t("common.weights_basis", basis=listed(parts)) if parts else t("common.weights_no_basis")


def days_changed(view: View, first: date) -> list[date]:
    """The days from `first` to the last day of the data on which the weights of the chosen scheme changed.

    One rule for what every trend marks: changes of other schemes are not among them.
    """
    return [
        event["happened_on"]
        for event in queries.events(view.reader, view.choice.weight_scheme)
        if event["kind"] == "weights" and first <= event["happened_on"] <= view.status.as_of
    ]


def changes_said(days: list[date], view: View, *, of_counts: bool = False) -> str:
    """What the lines on these days mean for the reader's figure, after a blank; empty without any.

    Under the weights of each day they move it, under those of today they do not, and a count of cases
    (`of_counts`) they never touch.
    """
    if not days:
        return ""
    what = "counts" if of_counts else view.choice.weights
    return " " + plural(
        f"common.weights_changed_{what}", len(days), days=listed([day(when) for when in days])
    )
