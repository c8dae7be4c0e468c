"""The backtest as a text that can be read: error and coverage by level, model and month ahead."""

from collections.abc import Mapping

import polars as pl

from analysis.forecast import Run
from analysis.forecast.panel import CELL, LEVELS

_SHOWN = (1, 2, 3, 6, 12, 18, 24, 36, 48, 60)
_MEASURES = {
    "received_cases": "Cases received",
    "open_cases": "Open cases",
    "workload_units": "Units of work",
}
_LEVELS = {
    "cells": "Each office and kind of mandate",
    "offices": "Each office, all kinds",
    "kinds": "Each kind, all offices",
    "whole": "The whole",
}
_HEAD = """# Forecasts, and what came

Run backwards over {months} {steps}, {first} to {last}, of {cells} series (an office in one kind).
Each figure is a mean over the rows of a level and over up to {origins} origins.

- Error: the absolute error over the mean change of the row from the same month a year before (MASE); at 1 the
  forecast is as far off as that. A row that never changed has none.
- Coverage: how many of what came lay in the bands of 80 and of 95 %, in %.
- Bold: the model used at that horizon, the one that missed least over all levels.
"""


def document(scores: pl.DataFrame, ran: Run) -> str:
    """Markdown: by measure and level a table of errors and one of coverage."""
    months = ran.panel.months
    head = _HEAD.format(
        months=len(months),
        steps="months" if ran.step_months == 1 else "years",
        first=months[0].strftime("%Y-%m"),
        last=months[-1].strftime("%Y-%m"),
        cells=ran.panel.cells.height,
        origins=scores["origins"].max(),
    )
    levelled = scores.join(ran.tree.rows, on=list(CELL), how="left")
    parts = [head]
    for measure in ran.trials:
        parts.append(f"## {_MEASURES[measure]}\n")
        for level in LEVELS:
            rows = levelled.filter((pl.col("measure") == measure) & (pl.col("level") == level))
            if rows.is_empty():
                continue
            parts.append(f"{_LEVELS[level]}: error (coverage of 80 / of 95 %)\n\n{_table(rows)}\n")
    return "\n".join(parts)


def _table(rows: pl.DataFrame) -> str:
    """A row per model, a column per horizon: `error (80 / 95)`."""
    means = rows.group_by("model", "horizon_months", maintain_order=True).agg(
        pl.col("mase", "coverage_80_pct", "coverage_95_pct").mean(), pl.col("is_used").first()
    )
    horizons = [step for step in _SHOWN if step in means["horizon_months"]]
    cells = {(row["model"], row["horizon_months"]): _cell(row) for row in means.iter_rows(named=True)}
    lines = [" | ".join(["model", *(f"{step} months" for step in horizons)])]
    lines.append(" | ".join(["---", *("---:" for _ in horizons)]))
    for model in means["model"].unique(maintain_order=True):
        lines.append(" | ".join([model, *(cells[model, step] for step in horizons)]))
    return "\n".join(f"| {line} |" for line in lines)


def _cell(row: Mapping) -> str:
    if row["mase"] is None:
        return ""
    shown = f"{row['mase']:.3f}"
    if row["is_used"]:
        shown = f"**{shown}**"
    if row["coverage_80_pct"] is not None:
        shown += f" ({row['coverage_80_pct']:.0f} / {row['coverage_95_pct']:.0f})"
    return shown
