"""The head figures of the page Offices: load, its range over the schemes, staff, and work nobody carries."""

from datetime import date

import polars as pl

from dashboards.charts.backlog_readings import is_month_end
from dashboards.components import figures
from dashboards.components.filters import Chosen
from dashboards.queries import offices as questions
from dashboards.sections import basis, unit
from dashboards.text import number, percentage, plural, signed, t

BEFORE = {"four_weeks": "four_weeks_before", "month": "month_before"}


def head_figures(status: dict, chosen: Chosen) -> None:
    """Workload, offices above 100 %, range over schemes, staff, and work that nobody carries."""
    rows = questions.line_windows(chosen.among, chosen.service_line, chosen.weights)
    area = chosen.part
    now = rows.filter((pl.col("office_id") == area) & (pl.col("time_window") == chosen.time_window))
    own = now.filter(pl.col("weight_scheme") == chosen.weight_scheme).to_dicts()
    if not own:
        return
    row = own[0]
    figures.row(
        [
            _workload_figure(rows, row, chosen, area),
            *([] if chosen.office else [_over_figure(rows, chosen)]),
            _range_figure(now),
            _staff_figure(row if status["has_contracts"] else {}),
            _unstaffed_figure(row, chosen),
        ]
    )


def _workload_figure(rows: pl.DataFrame, row: dict, chosen: Chosen, area: str) -> figures.Figure:
    before = rows.filter(
        (pl.col("office_id") == area)
        & (pl.col("weight_scheme") == chosen.weight_scheme)
        & (pl.col("time_window") == BEFORE.get(chosen.time_window, ""))
    )["workload_pct"]
    change = t("offices.no_comparison") if chosen.time_window not in BEFORE else ""
    if len(before) and before[0] is not None and row["workload_pct"] is not None:
        change = t(
            "offices.change_points",
            change=signed(row["workload_pct"] - before[0], 1),
            against=t(f"offices.against_{chosen.time_window}"),
        )
    days = (row["window_end_on"] - row["window_start_on"]).days + 1
    so_far = _days_in_words(row["window_end_on"], days) if chosen.time_window == "month" else ""
    missing = row["workload_pct"] is None
    return figures.Figure(
        t("offices.figure_workload", window=chosen.label("time_window").lower()),
        t("common.not_computable") if missing else percentage(row["workload_pct"]),
        change="" if missing else change,
        note=", ".join(part for part in (so_far, basis(chosen.weight_scheme)) if part),
        state="missing" if missing else "",
    )


def _days_in_words(last: date, days: int) -> str:
    if is_month_end(last):
        return t("offices.month_whole", count=number(days))
    return plural("offices.month_days", days)


def _over_figure(rows: pl.DataFrame, chosen: Chosen) -> figures.Figure:
    known = rows.filter(
        (pl.col("office_id") != questions.WHOLE)
        & (pl.col("weight_scheme") == chosen.weight_scheme)
        & (pl.col("time_window") == chosen.time_window)
    )["workload_pct"].drop_nulls()
    over = t("offices.figure_over_value", over=number((known > 100).sum()), known=number(len(known)))
    return figures.Figure(
        t("offices.figure_over"),
        over if len(known) else t("common.not_computable"),
        note=t("offices.figure_over_note", scheme=chosen.label("weight_scheme")),
        state="" if len(known) else "missing",
    )


def _range_figure(now: pl.DataFrame) -> figures.Figure:
    known = now["workload_pct"].drop_nulls()
    title = t("offices.figure_range")
    if known.is_empty():
        return figures.Figure(title, t("common.not_computable"), state="missing")
    bounds = t("offices.figure_range_value", low=number(known.min()), high=percentage(known.max()))
    return figures.Figure(title, bounds, note=t("offices.figure_range_note"))


def _staff_figure(row: dict) -> figures.Figure:
    title = t("offices.figure_staff")
    if row.get("available_fte_avg") is None or row.get("contract_fte_avg") is None:
        return figures.Figure(title, number(None), state="missing")
    return figures.Figure(
        title,
        number(row["available_fte_avg"], 1),
        unit=t("offices.fte"),
        note=t("offices.figure_staff_note", contract=number(row["contract_fte_avg"], 1)),
    )


def _unstaffed_figure(row: dict, chosen: Chosen) -> figures.Figure:
    waiting, uncovered = row["waiting_units_avg"] or 0, row["uncovered_units_avg"] or 0
    title = t("offices.figure_unstaffed")
    if row["active_cases_avg"] and not row["workload_units_avg"] + waiting + uncovered:
        # cases that no weight fits: their work is not nothing, it is unknown
        note = t("offices.figure_unweighed_note")
        return figures.Figure(title, t("common.not_computable"), note=note, state="missing")
    return figures.Figure(
        title,
        number(waiting + uncovered),
        unit=unit(chosen.weight_scheme),
        note=t("offices.figure_unstaffed_note", waiting=number(waiting), uncovered=number(uncovered)),
    )
