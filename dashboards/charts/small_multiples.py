"""Small multiples of offices and of kinds of work, each one line over time."""

from collections.abc import Mapping, Sequence
from datetime import date

import polars as pl

from dashboards.charts import palette
from dashboards.charts.grid import (
    Grid,
    beside_trace,
    changes_trace,
    ends_trace,
    late_starts,
    line_trace,
    points_by_panel,
    reference_notes,
    reference_trace,
    titles,
    year_notes,
)
from dashboards.charts.style import Figure, Look, Points, figure, month_name


def workload_panels(
    frame: pl.DataFrame,
    names: dict[str, str],
    look: Look,
    words: dict[str, str],
    changes: Sequence[date] = (),
    why: Mapping[str, str] | None = None,
) -> Figure:
    """Workload per office as a percentage of capacity, one panel each, all on one scale.

    ``frame``: ``part_id``, ``month_start_on``, ``workload_pct`` (null where it cannot be computed), and
    ``compared_pct``, dashed, where it is compared with something;
    ``names``: every office in the fixed order, also those without rows. ``words``: ``not_open`` (before an
    office's first month), ``no_figure`` (nothing known at all). ``changes``: days of new weights.
    ``why``: words for offices whose line has another reason for a gap.
    """
    low, high = panels_scale(frame)
    grid = Grid(names, frame["month_start_on"].min(), frame["month_start_on"].max(), low, high)
    points = points_by_panel(frame, names, "part_id", "month_start_on", "workload_pct")
    shown = look.percentage
    return figure(
        [
            reference_trace(grid, 100),
            *_beside_traces(frame, names, grid),
            line_trace(points, grid, look, shown),
            ends_trace(points, grid),
            changes_trace(grid, changes),
        ],
        look,
        grid.height,
        annotations=[
            *titles(points, grid, shown, lambda when: month_name(when, look.language)),
            *late_starts(points, grid, words, why),
            *reference_notes(grid, 100, shown(100)),
            *year_notes(grid),
        ],
        margin={"l": 40},
        **grid.axes,
    )


def amounts_panels(
    frame: pl.DataFrame,
    names: dict[str, str],
    look: Look,
    words: dict[str, str],
    columns: int = 3,
    changes: Sequence[date] = (),
) -> Figure:
    """Amounts over time per panel, from zero, all on one scale: work by type, waiting by office.

    ``frame``: ``panel``, ``day``, ``amount`` (null = not recorded: the line breaks there);
    ``changes``: days of new weights.
    """
    high = max([amount for amount in frame["amount"].to_list() if amount] or [1])
    grid = Grid(names, frame["day"].min(), frame["day"].max(), 0, high, columns)
    points = points_by_panel(frame, names, "panel", "day", "amount")
    shown = _counted(look, high)
    return figure(
        [
            reference_trace(grid, 0),
            line_trace(points, grid, look, shown),
            ends_trace(points, grid),
            changes_trace(grid, changes),
        ],
        look,
        grid.height,
        annotations=[
            *titles(points, grid, shown, lambda when: month_name(when, look.language)),
            *late_starts(points, grid, words),
            *year_notes(grid, month_name, look.language),
        ],
        **grid.axes,
    )


def published_panels(
    frame: pl.DataFrame, breaks: pl.DataFrame, names: dict[str, str], look: Look, words: dict[str, str]
) -> Figure:
    """Published figures per office over the years, every panel from zero on a scale of its OWN.

    ``frame``: ``part_id``, ``period_last_on``, ``published_value``; ``breaks``: the same columns for the
    jumps to be checked, drawn as open diamonds (``words["to_check"]``). Sizes differ a thousandfold, so a
    shared scale would flatten nearly all; the last value stands beside the name.
    """
    columns = ("part_id", "period_last_on", "published_value")
    points = points_by_panel(frame, names, *columns)
    highs = tuple(max([amount for _, amount in panel if amount] or [1]) for panel in points)
    first, last = frame["period_last_on"].min(), frame["period_last_on"].max()
    grid = Grid(names, first, last, 0, 1, highs=highs, row_height=108)
    shown = look.number
    return figure(
        [
            reference_trace(grid, 0),
            line_trace(points, grid, look, shown, lambda when, _: str(when.year)),
            _breaks_trace(points_by_panel(breaks, names, *columns), grid, look, words),
        ],
        look,
        grid.height,
        annotations=[*titles(points, grid, shown, lambda when: str(when.year)), *year_notes(grid)],
        **grid.axes,
    )


def _beside_traces(frame: pl.DataFrame, names: dict[str, str], grid: Grid) -> list[Figure]:
    """What every panel is compared with, dashed under its line; no trace where nothing is."""
    if "compared_pct" not in frame.columns:
        return []
    return [beside_trace(points_by_panel(frame, names, "part_id", "month_start_on", "compared_pct"), grid)]


def panels_scale(frame: pl.DataFrame) -> tuple[float, float]:
    """The common scale of the workload panels: all but the outermost hundredth, so that one month in one
    small office does not flatten every line. What lies beyond is drawn at the edge and told in full."""
    known = frame["workload_pct"].drop_nulls()
    inner = [known.quantile(0.01, "nearest"), known.quantile(0.99, "nearest")] if len(known) else []
    return percentage_scale(inner)


def percentage_scale(amounts: Sequence[float]) -> tuple[float, float]:
    """The tens of per cent around these amounts, always holding 90 to 110."""
    low, high = min([*amounts, 90]), max([*amounts, 110])
    return 10.0 * (low // 10), -10.0 * (-high // 10)


def _counted(look: Look, high: float):
    digits = 0 if high >= 20 else 1
    return lambda amount: look.number(amount, digits)


def _breaks_trace(panels: list[Points], grid: Grid, look: Look, words: dict[str, str]) -> Figure:
    # Two marks of one panel lie years apart: the gap that would be shown between them is none here.
    placed = [(panel, *point) for panel, points in enumerate(panels) for point in points]
    marks = [(panel, when, amount) for panel, when, amount in placed if amount is not None]
    said = [f"{when.year}: {look.number(amount)}<br>{words['to_check']}" for _, when, amount in marks]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [grid.x(panel, when) for panel, when, _ in marks],
        "y": [grid.y(panel, amount) for panel, _, amount in marks],
        "text": said,
        "hoverinfo": "text",
        "cliponaxis": False,
        "marker": {"symbol": "diamond-open", "color": palette.ORANGE, "size": 8, "line": {"width": 2}},
    }
