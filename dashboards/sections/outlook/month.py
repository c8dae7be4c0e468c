"""The last whole month of one officer, as docs/method.md redoes one by hand."""

import polars as pl

from dashboards.components import figures
from dashboards.components.figures import Figure
from dashboards.components.filters import Chosen
from dashboards.queries import outlook_officer as questions
from dashboards.sections import basis, unit
from dashboards.sections.outlook.officer import whole_person
from dashboards.text import month, number, percentage, t

# Enough to hold against arithmetic by hand.
DIGITS = 2


def last_month(_status: dict, chosen: Chosen, officer: str) -> None:
    """Cases, work and its part of capacity, means over the days of the month; nothing where nothing was."""
    rows = questions.officer_periods(officer, chosen.weight_scheme).filter(pl.col("period") == "month")
    if rows.is_empty():
        return
    found = whole_person(rows)
    when = t("officer.month_note", month=month(rows["month_start_on"][0]))
    load = found["workload_pct"]
    figures.row(
        [
            Figure(t("officer.month_cases"), number(found["active_cases"], DIGITS), note=when),
            Figure(
                t("officer.month_work"),
                number(found["workload_units"], DIGITS),
                unit=unit(chosen.weight_scheme),
                note=f"{when}; {basis(chosen.weight_scheme)}",
            ),
            Figure(
                t("officer.month_load"),
                t("common.not_computable") if load is None else percentage(load, DIGITS),
                unit="" if load is None else t("outlook.of_capacity"),
                note=t("officer.month_load_note", when=when),
                state="missing" if load is None else "",
            ),
        ]
    )
