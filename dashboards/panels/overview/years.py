"""The five rows of the whole service since its first month, as they are drawn."""

from collections.abc import Callable

import polars as pl

from dashboards.charts.events import Group
from dashboards.charts.small_multiples import percentage_scale
from dashboards.panels.weights import unit
from dashboards.svg.over_years import Clock, Line, Mark, Row, rows_over_years
from dashboards.text import month, number, percentage, t
from dashboards.view import View

Writes = Callable[[float | None], str]
_BLUE, _ORANGE, _PLUM, _TEAL = (f"var(--mw-{place})" for place in (1, 4, 3, 2))
# Of each row its lines: name and column, ink, whether dashed.
_LINES = {
    "load": (("load", "workload_pct", _BLUE, False),),
    "units": (
        ("work", "workload_units_avg", _BLUE, False),
        ("capacity", "capacity_units_avg", _ORANGE, True),
    ),
    "staff": (
        ("available", "available_fte_avg", _PLUM, False),
        ("contract", "contract_fte_avg", _TEAL, True),
    ),
    "open": (("open", "open_cases_end", _BLUE, False),),
    "waiting": (("waiting", "waiting_cases_end", _BLUE, False),),
}


def drawn(rows: pl.DataFrame, compared: tuple[dict, dict], groups: list[Group], view: View) -> str:
    """Every row of which something is known, with the events as marks and the months compared as dots."""
    months = rows["month_start_on"].to_list()
    clock = Clock(months, _marks(groups), [row["month_start_on"] for row in compared])
    period = {"first": month(months[0]), "last": month(months[-1])}
    found = [_row(name, rows, view) for name in _LINES]
    return rows_over_years(
        [row for row in found if row is not None],
        clock,
        _marked(t("overview.since_marks"), view),
        _marked(t("overview.since_years", **period), view),
        view.synthetic,
    )


def _marks(groups: list[Group]) -> list[Mark]:
    return [
        Mark(event["happened_on"], event["kind"], "" if place else str(number_of))
        for number_of, group in enumerate(groups, 1)
        for place, event in enumerate(group)
    ]


def _row(name: str, rows: pl.DataFrame, view: View) -> Row | None:
    is_pct = name == "load"
    writes: Writes = percentage if is_pct else number
    lines = [_line(*line, rows, writes) for line in _LINES[name] if rows[line[1]].drop_nulls().len()]
    if not lines:
        return None
    known = [amount for line in lines for amount in line.amounts if amount is not None]
    low, high = percentage_scale(known) if is_pct else (0, max([*known, 1]))
    heading = t(f"overview.since_row_{name}", unit=unit(view))
    said = f"{heading}: {' '.join(_said(line, rows, writes) for line in lines)}"
    level = 100 if is_pct else None
    return Row(heading, _marked(said, view), lines, low, high, writes(low), writes(high), level)


def _line(name: str, column: str, ink: str, is_dashed: bool, rows: pl.DataFrame, writes: Writes) -> Line:
    amounts = rows[column].to_list()
    latest = next(amount for amount in reversed(amounts) if amount is not None)
    return Line(t(f"overview.since_line_{name}"), amounts, writes(latest), ink, is_dashed)


def _said(line: Line, rows: pl.DataFrame, writes: Writes) -> str:
    """The ends of a line and the months of its lowest and highest amount, in words."""
    known = [
        (amount, when)
        for when, amount in zip(rows["month_start_on"], line.amounts, strict=True)
        if amount is not None
    ]
    lowest, highest = min(known), max(known, key=lambda point: point[0])
    return t(
        "overview.since_line_said",
        name=line.name,
        first=writes(known[0][0]),
        last=line.last,
        low=writes(lowest[0]),
        low_month=month(lowest[1]),
        high=writes(highest[0]),
        high_month=month(highest[1]),
    )


def _marked(said: str, view: View) -> str:
    return f"{said} ({view.synthetic})" if view.synthetic else said
