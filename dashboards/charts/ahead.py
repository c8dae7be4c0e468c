"""Lines into the weeks ahead: what was is solid, what is booked is outlined, 100 % is quiet."""

from datetime import date

import polars as pl

from dashboards.charts import palette
from dashboards.charts.small_multiples import percentage_scale
from dashboards.charts.style import (
    SMALL,
    Figure,
    Look,
    day_name,
    figure,
    gaps_shown,
    note,
    time_axis,
    value_axis,
)

_DAY = "first_day_on"
_LABEL = 20  # pixels that a label takes above or below its point


def booked_load(frame: pl.DataFrame, look: Look, words: dict[str, str]) -> Figure:
    """Workload as a percentage of capacity, from zero: the weeks behind solid, those ahead outlined.

    ``frame``: ``first_day_on``, ``is_booked``, ``workload_pct`` (null without capacity: the line breaks);
    ``words``: ``was``, ``booked``, ``today``.
    """
    _, high = percentage_scale(frame["workload_pct"].drop_nulls().to_list())
    said = {False: words["was"], True: words["booked"]}
    traces = [
        trace
        for is_booked in (False, True)
        for trace in _line(
            _part(frame, is_booked), "workload_pct", said[is_booked], palette.BLUE, look, "%", is_booked
        )
    ]
    return figure(
        traces,
        look,
        330,
        annotations=[
            *_clear_of(
                100,
                _LABEL * high / 260,
                _end_labels(frame, "workload_pct", look.percentage, palette.BLUE, _came_down(frame)),
            ),
            *_today(frame, words["today"]),
        ],
        shapes=[_level(100), *_today_line(frame)],
        xaxis=time_axis(frame[_DAY].to_list(), look.language),
        yaxis=value_axis(range=[0, high], ticksuffix=look.percent_sign),
        margin={"t": 36, "r": 48},
        mark_lift=16,
    )


def booked_units(
    frame: pl.DataFrame, look: Look, words: dict[str, str], level: float | None = None
) -> Figure:
    """Work, and capacity where there is any, in units of the scheme, from zero; outlined where booked.

    ``frame``: ``first_day_on``, ``is_booked``, ``workload_units_avg`` and perhaps ``capacity_units_avg``;
    ``words``: ``workload``, ``capacity``, ``unit``, ``today``. ``level``: an amount as a quiet line, named
    ``words["level"]``.
    """
    lines = [("workload_units_avg", words["workload"], palette.BLUE)]
    if "capacity_units_avg" in frame.columns:
        lines.append(("capacity_units_avg", words["capacity"], palette.ORANGE))
    traces = [
        trace
        for column, name, colour in lines
        for is_booked in (False, True)
        for trace in _line(_part(frame, is_booked), column, name, colour, look, words["unit"], is_booked)
    ]
    legend = "  ".join(f'<span style="color:{colour}">━ <b>{name}</b></span>' for _, name, colour in lines)
    return figure(
        traces,
        look,
        330,
        annotations=[
            _above(f"{legend}  {words['unit']}", palette.NOTE),
            *(
                mark
                for column, _, colour in lines
                for mark in _end_labels(frame, column, look.number, colour, column == _lowest(frame))
            ),
            *_today(frame, words["today"]),
            *_level_note(level, words),
        ],
        shapes=[*_today_line(frame), *([_level(level)] if level else [])],
        xaxis=time_axis(frame[_DAY].to_list(), look.language),
        yaxis=value_axis(),
        margin={"t": 56, "r": 56},
        mark_lift=36,
    )


def impact_lines(frame: pl.DataFrame, look: Look, words: dict[str, str], level: float | None) -> Figure:
    """Work before (light, solid) and after (outlined) taking a case, in units of the scheme, from zero.

    ``frame``: ``period_start_on``, ``workload_units_before``, ``workload_units_after``; ``level``: an
    amount as a quiet line; ``words``: ``before``, ``after``, ``unit``, ``level``.
    """
    rows = frame.rename({"period_start_on": _DAY})
    traces = [
        *_line(rows, "workload_units_before", words["before"], palette.REST, look, words["unit"], False),
        *_line(rows, "workload_units_after", words["after"], palette.BLUE, look, words["unit"], True),
    ]
    inks = {"before": palette.NOTE, "after": palette.BLUE}
    legend = "  ".join(
        f'<span style="color:{ink}">━ <b>{words[column]}</b></span>' for column, ink in inks.items()
    )
    return figure(
        traces,
        look,
        300,
        annotations=[_above(f"{legend}  {words['unit']}", palette.NOTE), *_level_note(level, words)],
        shapes=[_level(level)] if level else [],
        xaxis=time_axis(rows[_DAY].to_list(), look.language),
        yaxis=value_axis(),
        margin={"t": 56, "r": 16},
        mark_lift=36,
    )


def _part(frame: pl.DataFrame, is_booked: bool) -> pl.DataFrame:
    return frame.filter(pl.col("is_booked") == is_booked).sort(_DAY)


def _line(
    rows: pl.DataFrame, amount: str, name: str, colour: str, look: Look, unit: str, is_booked: bool
) -> list[Figure]:
    """One solid line, or for a plan an outline: the line with the page's own ground laid inside it."""
    if rows.is_empty():
        return []
    points = gaps_shown(list(rows.select(_DAY, amount).iter_rows()))
    digits = 0 if unit == "%" else 1
    trace = {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": [when.isoformat() for when, _ in points],
        "y": [value for _, value in points],
        "customdata": [day_name(when, look.language) for when, _ in points],
        "hovertemplate": f"{name}, %{{customdata}}: <b>%{{y:,.{digits}f}} {unit}</b><extra></extra>",
        "connectgaps": False,
        "line": {"color": colour, "width": 5 if is_booked else 2.5},
    }
    inside = trace | {
        "hoverinfo": "skip",
        "hovertemplate": None,
        "line": {"color": palette.GROUND, "width": 2},
    }
    return [trace, inside] if is_booked else [trace]


def _came_down(frame: pl.DataFrame) -> bool:
    """Whether the line ends lower than most of it ran: then the label is clear of it below."""
    known = _part(frame, False)["workload_pct"].drop_nulls()
    return len(known) > 0 and known[-1] < known.median()


def _lowest(frame: pl.DataFrame) -> str:
    """Which of the two amounts was lower last: its label goes below the line, clear of the other's."""
    both = ("capacity_units_avg", "workload_units_avg")
    last = _part(frame, False).tail(1).to_dicts()
    return min(both, key=last[0].get) if last and set(both) <= set(last[0]) else ""


def _end_labels(frame: pl.DataFrame, amount: str, shown, colour: str, is_below: bool = False) -> list[Figure]:
    """The latest value that was, beside its point, and the last one booked, in the margin."""
    marks = []
    beside = {"yanchor": "top", "yshift": -4} if is_below else {"yanchor": "bottom", "yshift": 4}
    places = {
        False: {"xanchor": "right", "xshift": -4} | beside,
        True: {"xanchor": "left", "xshift": 7},
    }
    for is_booked, place in places.items():
        known = _part(frame, is_booked).drop_nulls(amount)
        if not known.is_empty():
            text = f"<b>{shown(known[amount][-1])}</b>"
            font = {"size": SMALL, "color": colour}
            marks.append(note(text, known[_DAY][-1].isoformat(), known[amount][-1], **place, font=font))
    return marks


def _clear_of(level: float, reach: float, labels: list[Figure]) -> list[Figure]:
    """The labels, but what a level line would strike through stands beyond that line.

    ``reach``: how far a label reaches from its point, as an amount of the axis.
    """
    for label in labels:
        from_level = label["y"] - level
        is_struck = label.get("yshift", 0) * from_level < 0 and abs(from_level) < reach
        if is_struck:
            label["y"] = level
    return labels


def _above(text: str, colour: str) -> Figure:
    place = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom", "yshift": 18}
    return note(text, 0, 1, **place, font={"size": SMALL, "color": colour})


def _first_booked(frame: pl.DataFrame) -> date | None:
    return None if frame["is_booked"].all() else _part(frame, True)[_DAY].min()


def _today(frame: pl.DataFrame, text: str) -> list[Figure]:
    first = _first_booked(frame)
    place = {"yref": "paper", "xanchor": "left", "yanchor": "bottom"}
    return [note(text, first.isoformat(), 1, **place)] if first else []


def _today_line(frame: pl.DataFrame) -> list[Figure]:
    """Where the booked weeks begin; nothing where all are booked."""
    first = _first_booked(frame)
    if first is None:
        return []
    ends = {"xref": "x", "x0": first.isoformat(), "x1": first.isoformat(), "yref": "paper", "y0": 0, "y1": 1}
    return [
        {"type": "line", "layer": "below", "line": {"color": palette.NOTE, "width": 1, "dash": "dot"}} | ends
    ]


def _level_note(amount: float | None, words: dict[str, str]) -> list[Figure]:
    """The name of the quiet line, above its left end; none without a line."""
    place = {"xref": "paper", "xanchor": "left", "yanchor": "bottom"}
    return [note(words["level"], 0, amount, **place)] if amount else []


def _level(amount: float) -> Figure:
    ends = {"xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": amount, "y1": amount}
    return {"type": "line", "layer": "below", "line": {"color": palette.NOTE, "width": 1}} | ends
