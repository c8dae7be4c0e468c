"""The dated events of the policy behind a picture over time: in groups, with their words."""

from datetime import date

from dashboards import queries
from dashboards.charts.events import Group, grouped_events
from dashboards.panel import Fold
from dashboards.text import day, plural, t
from dashboards.view import View

_CHECKED = frozenset({"published", "derived", "measured", "policy"})


def happened(view: View, first: date) -> list[Group]:
    """The events from `first` to the last day of the data, those close to each other together."""
    return grouped_events(queries.events(view.reader, view.choice.weight_scheme), first, view.status.as_of)


def fold(groups: list[Group], view: View) -> Fold | None:
    """What the numbers in the picture stand for; None without any event."""
    if not groups:
        return None
    items = tuple("\n".join(_words(event, view) for event in group) for group in groups)
    return Fold(plural("offices.events", sum(map(len, groups))), items, is_numbered=True)


def _words(event: dict, view: View) -> str:
    """One event with its day; what nobody checked says so, and is no fact."""
    remarks = [t("offices.event_series_break")] if event["kind"] == "series_break" else []
    remarks += [] if event["basis"] in _CHECKED else [t("offices.event_unchecked")]
    behind = f" ({', '.join(remarks)})" if remarks else ""
    return f"{day(event['happened_on'])}: {_label(event, view)}{behind}"


def _label(event: dict, view: View) -> str:
    if event["kind"] == "weights":
        scheme = queries.label_of(view.reader, "weight_scheme", event["weight_scheme"])
        return t("offices.event_weights", scheme=scheme)
    return queries.label_of(view.reader, "event", event["event"])
