"""The Overview's cases: how many, what waits, what came and went."""

from datetime import date

import polars as pl

from dashboards.charts.backlog_readings import partial_months
from dashboards.filters import comparison
from dashboards.panel import HeadFigure, Panel
from dashboards.panels import compared
from dashboards.panels.overview import comparing, frames
from dashboards.panels.overview.trends import trend_html
from dashboards.panels.overview.windows import row_before, row_now
from dashboards.text import month, number, percentage, plural, signed, t
from dashboards.view import View

_STOCKS = {"open": "open_cases_end", "waiting": "waiting_cases_end", "uncovered": "uncovered_cases_end"}
_TRENDS = (
    ("load", "workload_pct", 100.0),
    ("waiting", "waiting_cases_end", None),
    ("open", "open_cases_end", None),
)


def waiting_words(view: View, line: str) -> str:
    """How many cases wait and the longest of them, how many lost their officer, and which are to close.

    What concerns more cases is said first; of most of the open cases, it is said that they are.
    """
    rows = frames.waits(view).filter(pl.col("service_line") == line)
    waiting, uncovered, dead = (rows[f"{name}_cases"].sum() for name in ("waiting", "uncovered", "to_close"))
    said = [_longest_wait(rows)]
    if uncovered:
        most = is_most(uncovered, view, line)
        key = f"overview.lead_uncovered{'_most' if most else ''}"
        open_cases = {"open": number(_open_cases(view, line))} if most else {}
        said.insert(0 if uncovered > waiting else 1, plural(key, uncovered, **open_cases))
    return " ".join([*said, *([plural("overview.lead_to_close", dead)] if dead else [])])


def nobodys_cases_lead(view: View, line: str) -> bool:
    """Whether what waits or lost its officer is the main thing: at least half of the open cases."""
    rows = frames.waits(view).filter(pl.col("service_line") == line)
    return is_most(rows["waiting_cases"].sum() + rows["uncovered_cases"].sum(), view, line)


def is_most(cases: int, view: View, line: str) -> bool:
    """Whether these are at least half of the open cases of a line."""
    return cases > 0 and 2 * cases >= (_open_cases(view, line) or 0)


def _open_cases(view: View, line: str) -> int | None:
    rows = frames.months(view).filter(pl.col("service_line") == line)
    return rows["open_cases_end"][-1] if rows.height else None


def _longest_wait(rows: pl.DataFrame) -> str:
    waiting = rows["waiting_cases"].sum()
    if not waiting:
        return t("overview.lead_nothing_waits")
    count = plural("overview.lead_waiting", waiting)
    return t("overview.lead_longest", waiting=count, days=plural("common.days", rows["wait_days_max"].max()))


def stock_figures(view: View, line: str) -> list[HeadFigure]:
    """Open, waiting and uncovered cases at the last day, each against an earlier month's end."""
    rows = frames.months(view).filter(pl.col("service_line") == line).to_dicts()
    if not rows:
        return []
    last = rows[-1]
    back = 12 if view.choice.comparison == comparison.YEAR_AGO else 1
    earlier_on = _months_before(last["month_start_on"], back)
    is_known = not compared.is_level(view)  # counts of cases have no level to be held against
    earlier = next((row for row in rows if is_known and row["month_start_on"] == earlier_on), {})
    return [
        _stock_figure(name, last[column], earlier.get(column), earlier_on) for name, column in _STOCKS.items()
    ]


def _stock_figure(name: str, now: int | None, earlier: int | None, earlier_on: date) -> HeadFigure:
    change = comparing.difference(now, earlier)
    against = ""
    if change is not None:
        key = "overview.cases_against" if change else "overview.cases_same"
        against = t(key, change=signed(change), month=month(earlier_on))
    state = "missing" if now is None else ""
    return HeadFigure(t(f"overview.{name}"), number(now), change=against, state=state)


def _months_before(start: date, count: int) -> date:
    months = start.year * 12 + start.month - 1 - count
    return date(months // 12, months % 12 + 1, 1)


def changed(view: View) -> Panel | None:
    """What came in and ended in the last complete month, what moved the load, and three small lines."""
    line = frames.first_line(view)
    rows = frames.months(view).filter(pl.col("service_line") == line["id"])
    complete = rows.filter(~partial_months(rows, view.status.as_of)).drop_nulls("received_cases")
    if complete.is_empty():
        return None
    last = complete.row(-1, named=True)
    ending = comparing.change_in_words(last["received_cases"] - last["ended_cases"], 1)
    if not last["received_cases"] + last["ended_cases"]:
        ending = "none"
    trends = "".join(trend_html(rows, name, column, level, view) for name, column, level in _TRENDS)
    return Panel(
        "overview_changed",
        title=t(
            f"overview.changed_{ending}",
            received=number(last["received_cases"]),
            ended=number(last["ended_cases"]),
            month=month(last["month_start_on"]),
        ),
        subtitle=t("overview.changed_subtitle", line=frames.line_words(view, line)),
        intro=_work_and_capacity(view, line["id"]),
        picture=f'<div class="mw-lines">{trends}</div>',
        marts=("fct_area_clearance_months", "fct_area_line_months"),
        explains=("received_cases", "ended_cases"),
    )


def _work_and_capacity(view: View, line: str) -> str:
    now, before = row_now(view, line), row_before(view, line)
    if not (now and before) or now["is_unweighed"]:
        return ""
    work = comparing.growth_pct(now["workload_units"], before["workload_units"])
    capacity = comparing.growth_pct(now["capacity_units"], before["capacity_units"])
    if work is None or capacity is None:
        return ""
    return t(
        "overview.work_and_capacity",
        than=compared.than(view),
        work=grew("work", work),
        capacity=grew("capacity", capacity),
    )


def grew(name: str, by_pct: float) -> str:
    """That `work` or `capacity` rose or fell, by how many whole per cent; about the same where by none."""
    # sums of weights that are assumed: they carry no decimal
    change = percentage(abs(by_pct))
    way = "level" if change == percentage(0) else "rose" if by_pct > 0 else "fell"
    return t(f"overview.{name}_{way}", change=change)
