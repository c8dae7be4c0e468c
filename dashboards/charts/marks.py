"""What charts over time are put together from: lines, a level, and the names of lines in their colours."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from dashboards.charts import palette
from dashboards.charts.style import SMALL, Figure, Look, gaps_shown, month_name, note


@dataclass(frozen=True)
class Series:
    """One line: the column that it draws, its name, colour and unit; `axis` where a figure has several.

    What others are compared with `is_dashed`.
    """

    column: str
    name: str
    colour: str
    unit: str
    axis: str = "y"
    width: float = 2
    is_dashed: bool = False


def line(
    rows: pl.DataFrame,
    day_column: str,
    series: Series,
    look: Look,
    day_words: Callable[[date, str], str] = month_name,
) -> Figure:
    """A series over time as a trace, broken where a step is missing or an amount unknown."""
    points = gaps_shown(list(rows.select(day_column, series.column).iter_rows()))
    amounts = [amount for _, amount in points]
    said = f"<b>%{{y:,.{_digits(amounts)}f}} {series.unit}</b>"
    return {
        "type": "scatter",
        "mode": "lines",
        "name": series.name,
        "x": [when.isoformat() for when, _ in points],
        "y": amounts,
        "customdata": [day_words(when, look.language) for when, _ in points],
        "hovertemplate": f"{series.name}, %{{customdata}}: {said}<extra></extra>",
        "connectgaps": False,
        "line": {
            "color": series.colour,
            "width": series.width,
            **({"dash": "dash"} if series.is_dashed else {}),
        },
        "yaxis": series.axis,
    }


def legend(lines: Sequence[Series], y: float) -> Figure:
    """The names of lines of one unit in their own colours, above their panel: no legend to look up."""
    named = "  ".join(
        f'<span style="color:{series.colour}">{"╌" if series.is_dashed else "━"} <b>{series.name}</b></span>'
        for series in lines
    )
    anchor = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "top"}
    font = {"size": SMALL, "color": palette.NOTE}
    return note(f"{named}  {lines[0].unit}", 0, y, **anchor, font=font)


def level(amount: float) -> Figure:
    """A quiet line across the figure at this amount."""
    ends = {"xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": amount, "y1": amount}
    return {"type": "line", "layer": "below", "line": {"color": palette.NOTE, "width": 1}} | ends


def _digits(amounts: list[float | None]) -> int:
    """One decimal where small amounts are not all whole."""
    return int(any(amount is not None and abs(amount) < 20 and amount % 1 for amount in amounts))
