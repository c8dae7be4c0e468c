"""Dated events on a time axis: a line each, a number for those close together; words stand below."""

from collections.abc import Sequence
from datetime import date

from dashboards.charts import palette
from dashboards.charts.style import Figure, note

CLOSE = 240  # days: numbers nearer than this would run into each other on a narrow screen

Group = list[dict]
DASHES = {"series_break": "dash", "weights": "dashdot"}


def grouped_events(events: Sequence[dict], first: date, last: date) -> list[Group]:
    """The events between two days in order of time, those close to the first of a group together.

    ``events``: ``happened_on``, ``kind`` and whatever the caller wants to say of them. The number of a group
    is its place in the list, from 1.
    """
    within = [event for event in events if first <= event["happened_on"] <= last]
    groups: list[Group] = []
    for event in sorted(within, key=lambda event: event["happened_on"]):
        if groups and (event["happened_on"] - groups[-1][0]["happened_on"]).days < CLOSE:
            groups[-1].append(event)
        else:
            groups.append([event])
    return groups


def event_lines(groups: list[Group], last: date) -> list[Figure]:
    """A dotted vertical line per event, over the full height of the figure.

    Series breaks are dashed, new weights dash and dot. `last` is where the axis ends: an event of the month
    that begins there stands on its edge.
    """
    return [
        _line(min(event["happened_on"], last), DASHES.get(event["kind"], "dot"))
        for group in groups
        for event in group
    ]


def change_lines(days: Sequence[date], last: date, layer: str = "below") -> list[Figure]:
    """A vertical line on every day of new weights, as in `event_lines`, for figures without other events."""
    return [_line(min(day, last), DASHES["weights"], layer) for day in days]


def _line(day: date, dash: str, layer: str = "below") -> Figure:
    return {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": day.isoformat(),
        "x1": day.isoformat(),
        "y0": 0,
        "y1": 1,
        "layer": layer,
        "line": {"color": palette.NOTE, "width": 1, "dash": dash},
    }


def event_numbers(groups: list[Group], last: date) -> list[Figure]:
    """The number of each group above its first line."""
    return [
        note(str(number), min(group[0]["happened_on"], last).isoformat(), 1, yref="paper", yanchor="bottom")
        for number, group in enumerate(groups, 1)
    ]
