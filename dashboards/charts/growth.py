"""How something grew: lines from 100 in one month, and a change as a staircase of its parts."""

from collections.abc import Callable, Sequence
from datetime import date

import polars as pl

from dashboards.charts import palette
from dashboards.charts.events import Group, event_lines, event_numbers
from dashboards.charts.marks import Series, level, line
from dashboards.charts.ranges import category_axis
from dashboards.charts.style import (
    LINE,
    SMALL,
    Figure,
    Look,
    beside,
    figure,
    key,
    note,
    time_axis,
    value_axis,
)

COLOURS = (palette.BLUE, palette.ORANGE, palette.TEAL, palette.PLUM)
NUMBERS = 14  # pixels of the numbers of events above a figure
APART = 0.055  # of the height, between the amounts of lines that end close to each other


def index_lines(frame: pl.DataFrame, names: dict[str, str], look: Look, events: list[Group]) -> Figure:
    """Several amounts on one axis, each 100 in the month that they are counted from.

    ``frame``: ``month_start_on`` and a column per name, null where not known; ``names``: column -> words; the
    last amount of each stands where its line ends. ``events`` as from ``events.grouped_events``.
    """
    months = frame["month_start_on"].to_list()
    lines = [
        Series(column, name, colour, "", width=2.2)
        for (column, name), colour in zip(names.items(), COLOURS, strict=False)
    ]
    return figure(
        [line(frame, "month_start_on", one, look) for one in lines],
        look,
        340 + LINE * len(lines),
        annotations=[
            key([(one.colour, "━", one.name) for one in lines]) | {"yshift": NUMBERS + 6},
            *_last_amounts(frame, lines, look),
            *event_numbers(events, months[-1]),
        ],
        shapes=[level(100), *event_lines(events, months[-1])],
        xaxis=time_axis(months, look.language),
        yaxis=value_axis(rangemode="normal"),
        margin={"t": NUMBERS + LINE * (len(lines) + 1), "r": beside(["1.000"])},
        mark_lift=NUMBERS + LINE * len(lines),
    )


def change_steps(
    start: float,
    parts: Sequence[tuple[str, float]],
    ends: tuple[str, str],
    look: Look,
    shown: Callable[[float], str],
    moved: Callable[[float], str],
) -> Figure:
    """From the amount of one month to that of another, a step per cause.

    ``parts``: words and change of each cause, in order; ``ends``: words for both months; ``shown`` and
    ``moved`` say an amount and a change. Where the bars of the months do not begin at zero, they are marked
    as cut (`is_cut`).
    """
    reached, places = start, []
    for _, change in parts:
        places.append((min(reached, reached + change), abs(change)))
        reached += change
    labels = [ends[0], *(name for name, _ in parts), ends[1]]
    said = [shown(start), *(moved(change) for _, change in parts), shown(reached)]
    colours = [palette.NOTE, *(_colour(change) for _, change in parts), palette.NOTE]
    high = max(start, reached, *(base + length for base, length in places))
    low = _floor(min(start, reached, *(base for base, _ in places)), high)
    bases = [low, *(base for base, _ in places), low]
    drawn = [start - low, *(length for _, length in places), reached - low]
    return figure(
        [_bars(labels, bases, drawn, colours, said)],
        look,
        40 + 26 * len(labels),
        annotations=[
            note(f"<b>{text}</b>", base + length, label, xanchor="left", xshift=5, font={"size": SMALL})
            for text, base, length, label in zip(said, bases, drawn, labels, strict=True)
        ]
        + ([_cut(low, label) for label in ends] if low else []),
        xaxis={"visible": False, "fixedrange": True, "range": [low, high]},
        margin={"r": beside(said)},
        yaxis=category_axis(labels),
        bargap=0.3,
    )


def office_steps(
    rows: Sequence[tuple[str, dict[str, float]]],
    causes: dict[str, str],
    look: Look,
    moved: Callable[[float], str],
) -> Figure:
    """Small multiples: a row per office and a column per group of causes, each a bar from the column's zero.

    ``rows``: words and the change by cause of each office; ``causes``: what is drawn -> words. All bars have
    one scale, so that offices and causes can be compared.
    """
    height = 30 + 5 * max(map(len, causes.values()))  # of the slanted names
    most = max([abs(row[cause]) for _, row in rows for cause in causes] or [0]) or 1
    x, y, bases, colours, said, notes, zeros = [], [], [], [], [], [], []
    for place, (cause, name) in enumerate(causes.items()):
        zero = place * 1.15
        zeros.append(zero)
        # slanted, because on a telephone the columns are narrower than their names
        slanted = {"textangle": -40, "xanchor": "left", "yanchor": "bottom", "font": {"size": SMALL}}
        notes.append(note(f"<b>{name}</b>", zero, 1, yref="paper", **slanted))
        for office, row in rows:
            x.append(0.42 * row[cause] / most)
            y.append(office)
            bases.append(zero)
            colours.append(_colour(row[cause]))
            said.append(f"{office}, {name}: <b>{moved(row[cause])}</b>")
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": x,
        "y": y,
        "base": bases,
        "customdata": said,
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {"color": colours},
    }
    return figure(
        [bars],
        look,
        20 + height + 24 * len(rows),
        annotations=notes,
        shapes=[_zero(zero) for zero in zeros],
        xaxis={"visible": False, "fixedrange": True, "range": [-0.6, zeros[-1] + 0.6]},
        yaxis=category_axis([office for office, _ in rows]),
        barmode="overlay",
        bargap=0.35,
        margin={"t": height, "r": 40},
        mark_lift=height - 20,
    )


def _bars(labels, bases, lengths, colours, said) -> Figure:
    return {
        "type": "bar",
        "orientation": "h",
        "x": lengths,
        "y": labels,
        "base": bases,
        "customdata": said,
        "hovertemplate": "%{y}: <b>%{customdata}</b><extra></extra>",
        "marker": {"color": colours},
    }


def _zero(place: float) -> Figure:
    ends = {"xref": "x", "x0": place, "x1": place, "yref": "paper", "y0": 0, "y1": 1}
    return {"type": "line", "layer": "below", "line": {"color": palette.REST, "width": 1}} | ends


def _colour(change: float) -> str:
    """More is orange, less is blue: neither of them is good or bad."""
    return palette.ORANGE if change > 0 else palette.BLUE


def _floor(lowest: float, highest: float) -> float:
    """Where the bars begin: at zero, unless the steps would be too small to be seen from there."""
    span = highest - lowest
    return 0.0 if lowest < 3 * span else lowest - span


def is_cut(steps: Figure) -> bool:
    """Whether the bars of the months in these `change_steps` do not begin at zero, which a reader is told."""
    return steps["data"][0]["base"][0] > 0


def _cut(low: float, label: str) -> Figure:
    """Two strokes across a bar that does not begin at zero."""
    font = {"size": 18, "color": palette.GROUND}
    return note("<b>//</b>", low, label, xanchor="left", xshift=12, font=font)


def _last_amounts(frame: pl.DataFrame, lines: Sequence[Series], look: Look) -> list[Figure]:
    """The last amount of each line where it ends, kept apart from each other."""
    ends: list[tuple[float, date, Series]] = []
    for one in lines:
        known = frame.drop_nulls(one.column)
        if known.height:
            ends.append((known[one.column][-1], known["month_start_on"][-1], one))
    amounts = [amount for one in lines for amount in frame[one.column].drop_nulls()]
    gap = APART * (max(amounts) - min(amounts)) if amounts else 0
    notes, last = [], None
    for amount, when, one in sorted(ends, key=lambda end: end[0]):
        at = amount if last is None else max(amount, last + gap)
        last = at
        text = f'<span style="color:{one.colour}"><b>{look.number(amount)}</b></span>'
        notes.append(note(text, when.isoformat(), at, xanchor="left", xshift=6, font={"size": SMALL}))
    return notes
