"""Dated events on a time axis: a dotted line each, a number for those close together; words stand below."""

from datetime import date

import polars as pl

from dashboards.charts import palette
from dashboards.charts.style import Figure, note

CLOSE = 240  # days: numbers nearer than this would run into each other on a narrow screen

Group = list[dict]


def grouped_events(events: pl.DataFrame, first: date, last: date) -> list[Group]:
    """The events between two days in order of time, those close to the first of a group together.

    ``events``: ``happened_on``, ``kind`` and whatever the caller wants to say of them. The number of a group
    is its place in the list, from 1.
    """
    rows = events.filter(pl.col("happened_on").is_between(first, last)).sort(
        "happened_on", maintain_order=True
    )
    groups: list[Group] = []
    for event in rows.to_dicts():
        if groups and (event["happened_on"] - groups[-1][0]["happened_on"]).days < CLOSE:
            groups[-1].append(event)
        else:
            groups.append([event])
    return groups


def event_lines(groups: list[Group]) -> list[Figure]:
    """A dotted vertical line per event, over the full height of the figure; series breaks are dashed."""
    return [
        {
            "type": "line",
            "xref": "x",
            "yref": "paper",
            "x0": event["happened_on"].isoformat(),
            "x1": event["happened_on"].isoformat(),
            "y0": 0,
            "y1": 1,
            "layer": "below",
            "line": {
                "color": palette.NOTE,
                "width": 1,
                "dash": "dash" if event["kind"] == "series_break" else "dot",
            },
        }
        for group in groups
        for event in group
    ]


def event_numbers(groups: list[Group]) -> list[Figure]:
    """The number of each group above its first line."""
    return [
        note(str(number), group[0]["happened_on"].isoformat(), 1, yref="paper", yanchor="bottom")
        for number, group in enumerate(groups, 1)
    ]
