"""Office by month as a heat map: where it was heavy, when, and where nothing is known."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from dashboards.charts import palette
from dashboards.charts.events import change_lines
from dashboards.charts.style import Figure, Look, figure, note, time_axis

ROW_HEIGHT = 26
# What stands in a cell without percentage, by the reason.
_GAPS = {"no_capacity": "x-thin", "no_weight": "diamond-open"}
SPREAD = 30  # per cent either side of 100 at which the colour is full


def workload_heat(
    frame: pl.DataFrame,
    names: dict[str, str],
    look: Look,
    words: dict[str, str],
    changes: Sequence[date] = (),
) -> Figure:
    """Workload per office and month, 100 % in the ground's colour, less work blue, more work orange.

    ``frame``: ``part_id``, ``month_start_on``, ``workload_pct``. A cell without percentage stays empty;
    a cross says capacity is missing there, ``words["not_open"]`` that the office did not exist yet. A column
    ``gap`` names the reason of an empty cell, a key of ``words``: a lozenge is no_weight, a ring any other.
    ``changes``: days of new weights.
    """
    months = frame["month_start_on"].unique().sort().to_list()
    known = {(office, when): pct for office, when, pct in _cells(frame)}
    rows = [[known.get((office, when)) for when in months] for office in names]
    labels = list(names.values())
    return figure(
        [_heat_trace(rows, months, labels, look), _missing_trace(frame, names, words)],
        look,
        ROW_HEIGHT * len(names) + 84,
        annotations=_before_opening(known, names, months, words),
        shapes=change_lines(changes, months[-1], layer="above"),
        xaxis=time_axis(months, look.language, ticks=""),
        yaxis={
            "type": "category",
            "categoryarray": labels[::-1],
            "categoryorder": "array",
            "automargin": True,
            "fixedrange": True,
            "showgrid": False,
            "ticks": "",
        },
        margin={"t": 52},
    )


def _cells(frame: pl.DataFrame):
    return frame.select("part_id", "month_start_on", "workload_pct").iter_rows()


def _heat_trace(rows, months: list[date], labels: list[str], look: Look) -> Figure:
    return {
        "type": "heatmap",
        "x": [when.isoformat() for when in months],
        "y": labels,
        "z": rows,
        "hovertemplate": f"%{{y}}, %{{x|%m/%Y}}: <b>%{{z:,.0f}}{look.percent_sign}</b><extra></extra>",
        "hoverongaps": False,
        "zmid": 100,
        "zmin": 100 - SPREAD,
        "zmax": 100 + SPREAD,
        "xgap": 0,
        "ygap": 3,
        "colorscale": palette.diverging_scale(),
        "colorbar": {
            "orientation": "h",
            "thickness": 8,
            "len": 0.5,
            "x": 0,
            "xanchor": "left",
            "y": 1,
            "yanchor": "bottom",
            "tickvals": [100 - SPREAD, 100, 100 + SPREAD],
            "ticktext": _scale_words(look),
            "tickangle": 0,
            "outlinewidth": 0,
        },
    }


def _scale_words(look: Look) -> list[str]:
    low, middle, high = (look.percentage(pct) for pct in (100 - SPREAD, 100, 100 + SPREAD))
    return [f"≤ {low}", middle, f"≥ {high}"]


def _missing_trace(frame: pl.DataFrame, names: dict[str, str], words: dict[str, str]) -> Figure:
    """Marks where work is known and the percentage is not: neither zero nor closed."""
    empty = frame.filter(pl.col("workload_pct").is_null() & pl.col("part_id").is_in(list(names)))
    if "gap" not in empty.columns:
        empty = empty.with_columns(gap=pl.lit("no_capacity"))
    gaps = list(empty.select("part_id", "month_start_on", "gap").iter_rows())
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [when.isoformat() for _, when, _ in gaps],
        "y": [names[office] for office, _, _ in gaps],
        "text": [words[gap] for _, _, gap in gaps],
        "hovertemplate": "%{y}: %{text}<extra></extra>",
        "marker": {
            "symbol": [_GAPS.get(gap, "circle-open") for _, _, gap in gaps],
            "color": palette.NOTE,
            "size": 5,
            "line": {"width": 1, "color": palette.NOTE},
        },
    }


def _before_opening(known, names: dict[str, str], months: list[date], words: dict[str, str]) -> list[Figure]:
    """Words over the months before an office has its first row."""
    notes = []
    for office, name in names.items():
        rows = [when for when in months if (office, when) in known]
        before = months.index(rows[0]) if rows else len(months)
        if before >= 6:
            text = words["not_open"] if rows else words["no_figure"]
            notes.append(note(f"<i>{text}</i>", months[before // 2].isoformat(), name))
    return notes
