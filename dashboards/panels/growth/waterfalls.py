"""What each cause has in the change of open cases, of work and of the workload percentage."""

from collections.abc import Callable

import polars as pl

from analysis.growth import MEASURES
from dashboards.charts.growth import change_steps, is_cut
from dashboards.panel import Panel, Table, not_delivered
from dashboards.panels import few
from dashboards.panels.growth import frames
from dashboards.panels.weights import basis, unit
from dashboards.text import month, number, percentage, signed, t
from dashboards.view import View

MARTS = ("fct_cohort_months", "fct_case_mix_months", "fct_office_work_months")


def every_measure(view: View) -> tuple[Panel | None, ...]:
    """Open cases, work and the workload percentage, each from one month to the other."""
    if frames.is_one_month(view):
        return ()
    if frames.is_unweighed(view):
        cases = frames.split(view, "open_cases")
        return (
            _waterfall(view, "open_cases", cases, MARTS[:1], number, signed),
            not_delivered("growth_workload_units", t("offices.unweighed")),
        )
    found = frames.splits(view, *MEASURES)
    return (
        _waterfall(view, "open_cases", found["open_cases"], MARTS[:1], number, signed),
        _waterfall(view, "workload_units", found["workload_units"], MARTS, number, signed),
        _load(view, found["workload_pct"]),
    )


def _load(view: View, rows: pl.DataFrame) -> Panel | None:
    """Work as a percentage of what the staff can give; none where too few people are behind it."""
    if frames.of_few(view):
        return few.panel("growth_workload_pct")
    if not view.status.has_contracts:
        return not_delivered("growth_workload_pct", t("growth.no_contracts"))
    return _waterfall(
        view,
        "workload_pct",
        rows,
        (*MARTS, "fct_area_line_months"),
        lambda amount: percentage(amount, 1),
        lambda amount: signed(amount, 1),
    )


def _waterfall(
    view: View,
    measure: str,
    rows: pl.DataFrame,
    marts: tuple[str, ...],
    shown: Callable[[float], str],
    moved: Callable[[float], str],
) -> Panel | None:
    if rows.is_empty():
        return None
    causes = frames.causes_of(rows)
    sums = rows.select(pl.col("before", "after", *causes).sum()).row(0, named=True)
    parts = [(frames.cause_words(cause), sums[cause]) for cause in causes]
    pair = frames.pair_words(view)
    steps = change_steps(
        sums["before"],
        [part for part in parts if moved(part[1]) != moved(0)],
        (month(view.choice.from_month), month(view.choice.to_month)),
        view.look,
        shown,
        moved,
    )
    said = [t("growth.most", cause=_largest(parts))]
    said += [t("growth.cut")] if is_cut(steps) else []
    return Panel(
        f"growth_{measure}",
        title=_title(measure, shown(sums["before"]), shown(sums["after"]), view),
        subtitle=t(f"growth.subtitle_{measure}", **pair, unit=unit(view), basis=basis(view)),
        chart=steps,
        summary=" ".join(said),
        table=_table(sums, causes, measure, view),
        notes=tuple(t(f"growth.note_{name}") for name in _notes(measure)),
        marts=marts,
    )


def _largest(parts: list[tuple[str, float]]) -> str:
    """The cause that did most of the change: what went against it, however large, explains none of it."""
    change = sum(part for _, part in parts)
    return max(parts, key=lambda part: part[1] * change)[0]


def _title(measure: str, before: str, now: str, view: View) -> str:
    """Of what the parts are: from what to what; that it stayed where both are written alike."""
    key = f"growth.title_{measure}{'_stayed' if before == now else ''}"
    return t(key, before=before, now=now, unit=unit(view), **frames.pair_words(view))


def _notes(measure: str) -> tuple[str, ...]:
    return {"open_cases": ("older",), "workload_units": ("flags",), "workload_pct": ("staff",)}[measure]


def _table(sums: dict, causes: list[str], measure: str, view: View) -> Table:
    in_unit = {"open_cases": t("growth.cases"), "workload_pct": t("growth.points")}
    rows = pl.DataFrame(
        {
            "cause": [*(frames.cause_words(cause) for cause in causes), t("growth.total")],
            "part_of_change": [*(sums[cause] for cause in causes), sums["after"] - sums["before"]],
        }
    ).with_columns(
        part_of_start_pct=100 * pl.col("part_of_change") / sums["before"] if sums["before"] else None
    )
    return Table(
        rows,
        {
            "cause": t("growth.column_cause"),
            "part_of_change": t("growth.column_change", unit=in_unit.get(measure) or unit(view)),
            "part_of_start_pct": t("growth.column_of_start", first=month(view.choice.from_month)),
        },
        missing=t("common.not_computable"),
    )
