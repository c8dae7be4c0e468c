"""Bars made of parts, from zero, with the number of each part above them in its own colour."""

import polars as pl

from dashboards.charts import palette
from dashboards.charts.ranges import category_axis
from dashboards.charts.style import LINE, SMALL, Figure, Look, figure, key, note

BAR, ROW = 14, 38  # pixels of a bar, and of a row with its words
_COLOURS = (palette.BLUE, palette.TEAL, palette.ORANGE, palette.PLUM, palette.NOTE, palette.INK)


def stacked_bars(
    frame: pl.DataFrame,
    rows: dict[str, str],
    parts: dict[str, str],
    look: Look,
    words: dict[str, str],
    digits: int = 0,
) -> Figure:
    """Per row, in the order given, how much of it is which part.

    ``frame``: ``row``, ``part``, ``amount``; ``rows`` and ``parts``: id -> words, from the seventh on
    pale grey. ``words``: ``unit`` and ``none`` (said of a row without anything); ``digits`` of each amount.
    """
    amounts = {(row, part): amount for row, part, amount in frame.select("row", "part", "amount").iter_rows()}
    sums = {row: sum(amounts.get((row, part)) or 0 for part in parts) for row in rows}
    heads = [_head(row, name, sums, amounts, parts, look, words, digits) for row, name in rows.items()]
    return figure(
        [_part(place, part, parts, rows, amounts, words) for place, part in enumerate(parts)],
        look,
        20 + LINE * (len(parts) + 1) + ROW * len(rows),
        annotations=[key([(_colour(place), "■", name) for place, name in enumerate(parts.values())]), *heads],
        barmode="stack",
        bargap=1 - BAR / ROW,
        xaxis={"visible": False, "fixedrange": True, "range": [0, max([*sums.values(), 1])]},
        yaxis=category_axis(list(rows.values())) | {"showticklabels": False},
        margin={"t": LINE * (len(parts) + 1)},
        mark_lift=LINE * len(parts),
    )


def _colour(place: int) -> str:
    return _COLOURS[place] if place < len(_COLOURS) else palette.REST


def _part(place: int, part: str, parts, rows, amounts, words) -> Figure:
    return {
        "type": "bar",
        "orientation": "h",
        "name": parts[part],
        "x": [amounts.get((row, part)) or 0 for row in rows],
        "y": list(rows.values()),
        "hovertemplate": f"%{{y}}, {parts[part]}: <b>%{{x:,}}</b> {words['unit']}<extra></extra>",
        "marker": {"color": _colour(place)},
    }


def _head(row: str, name: str, sums, amounts, parts, look: Look, words, digits: int) -> Figure:
    """The name of a row and the number of each part, above its bar: a telephone has no room beside it."""
    numbers = [
        f'<span style="color:{_colour(place)}"><b>{look.number(amounts[row, part], digits)}</b></span>'
        for place, part in enumerate(parts)
        if round(amounts.get((row, part)) or 0, digits)
    ]
    said = " · ".join(numbers) if sums[row] else f"<i>{words['none']}</i>"
    place = {"xanchor": "left", "yanchor": "bottom", "yshift": BAR / 2 - 1}
    return note(f"{name}: {said}", 0, name, font={"size": SMALL, "color": palette.NOTE}, **place)
