"""The last day of the data for one officer: the percentage, and case by case how it comes about."""

import polars as pl

from dashboards.panel import HeadFigure, Panel, Table, not_delivered, nothing
from dashboards.panels.outlook.frames import of_an_officer
from dashboards.panels.outlook.officer import worded_cases
from dashboards.panels.outlook.person import (
    filters_said,
    full_time_units,
    is_unweighed,
    of_full_time_pct,
    period,
    periods,
)
from dashboards.panels.weights import basis, unit
from dashboards.queries import label_of
from dashboards.queries import outlook_officer as questions
from dashboards.text import day, number, percentage, t
from dashboards.view import View

# Enough to redo each row by hand.
_IN_HUNDREDTHS = (
    "base_weight_units",
    "factor",
    "weight_units",
    "share",
    "weight_units_now",
    "of_full_time_pct",
)
_LEAST = 0.005  # what two decimals would show as nothing


def no_cases(_: View) -> Panel:
    """What is said where no cases were delivered."""
    return not_delivered("my_work_no_cases", t("my_work.no_cases"))


def nobody(view: View) -> Panel | None:
    """Whose page it is has to be chosen first, or these data do not know who signed in."""
    if view.choice.officer is not None:
        return None
    is_own = bool(view.reader.scope.officer)
    return nothing("my_work_nobody", t("my_work.unknown_officer" if is_own else "my_work.choose_first"))


@of_an_officer
def head_figures(view: View) -> Panel:
    """Work, cases, and the work beside a full-time post, on the last day."""
    row, when = period(periods(view), "day"), t("my_work.on_day", day=day(view.status.as_of))
    cases = HeadFigure(t("my_work.cases"), number(row["active_cases"]), note=when)
    if is_unweighed(view):
        missing = {"note": t("offices.figure_unweighed_note"), "state": "missing"}
        figures = [
            HeadFigure(t(f"my_work.{one}"), t("common.not_computable"), **missing) for one in ("load", "work")
        ]
        return Panel("my_work_today", head_figures=(*figures, cases), marts=("fct_person_periods",))
    return Panel(
        "my_work_today",
        head_figures=(
            _load(of_full_time_pct(row["workload_units"], view), when),
            HeadFigure(
                t("my_work.work"),
                number(row["workload_units"], 1),
                unit=unit(view),
                note=f"{when}; {basis(view)}",
            ),
            cases,
        ),
        marts=("fct_person_periods",),
    )


def _load(of_full_time: float | None, when: str) -> HeadFigure:
    note = t("officer.month_load_note", when=when)
    if of_full_time is None:
        return HeadFigure(t("my_work.load"), t("common.not_computable"), note=note, state="missing")
    return HeadFigure(t("my_work.load"), percentage(of_full_time), unit=t("officer.of_full_time"), note=note)


@of_an_officer
def derivation(view: View) -> Panel:
    """What each case adds to the percentage of the last day; tasks are what is left of the work."""
    cases = questions.own_cases(view.reader, view.choice)
    if cases.is_empty():
        return nothing("my_work_derivation", t("officer.no_own_cases"))
    full_time = full_time_units(view)
    share_of_post = 100 * pl.col("weight_units_now") / full_time if full_time else pl.lit(None, pl.Float64)
    rows = cases.with_columns(of_full_time_pct=share_of_post)
    return Panel(
        "my_work_derivation",
        title=_title(rows, view),
        subtitle=t("my_work.derivation_subtitle", unit=unit(view)),
        summary=_sum(rows, view),
        table=Table(
            worded_cases(rows, view).with_columns(flags=_flags(rows["flags"], view)),
            _columns(view),
            caption=t("my_work.derivation_caption"),
            filters=filters_said(view),
            missing=t("common.no_weight"),
            missing_in={"flags": t("officer.none"), "of_full_time_pct": t("common.not_computable")},
            stands_for={"kind": "supervision_type", "weight_units_now": "weight_of_share"},
            on_phone=("weight_units_now", "of_full_time_pct"),
            digits=dict.fromkeys(_IN_HUNDREDTHS, 2),
        ),
        marts=("fct_open_cases",),
    )


def _columns(view: View) -> dict[str, str]:
    words = {
        "case_id": "officer.column_case",
        "kind": "officer.column_type",
        "risk_level": "officer.column_risk",
        "phase": "officer.column_phase",
        "flags": "my_work.column_flags",
        "base_weight_units": "my_work.column_base",
        "factor": "my_work.column_factor",
        "weight_units": "my_work.column_whole",
        "share": "officer.column_share",
        "weight_units_now": "my_work.column_own",
        "of_full_time_pct": "my_work.column_pct",
    }
    found = {column: t(key, unit=unit(view)) for column, key in words.items()}
    return found if full_time_units(view) else {key: said for key, said in found.items() if "pct" not in key}


def _flags(flags: pl.Series, view: View) -> pl.Series:
    """Each flag as it is called; null where there is none."""
    names = [one.split(", ") if one else [] for one in flags]
    called = [[label_of(view.reader, "flag", flag) for flag in one] for one in names]
    return pl.Series("flags", [", ".join(one) or None for one in called], pl.String)


def _title(cases: pl.DataFrame, view: View) -> str:
    work = period(periods(view), "day")["workload_units"]
    words = {"cases": number(cases.height), "work": number(work, 1), "unit": unit(view)}
    of_full_time = None if is_unweighed(view) else of_full_time_pct(work, view)
    if of_full_time is None:
        return t("my_work.derivation_title_cases", **words)
    return t("my_work.derivation_title", load=percentage(of_full_time), **words)


def _sum(cases: pl.DataFrame, view: View) -> str:
    """How cases and tasks add up to the work, and what a full-time post gives."""
    if is_unweighed(view):
        return t("offices.unweighed")
    work, of_cases = period(periods(view), "day")["workload_units"], cases["weight_units_now"].sum()
    said = [
        t("my_work.sum_cases", cases=number(of_cases, 1), unit=unit(view)),
        t("my_work.sum_tasks", tasks=number(work - of_cases, 1)) if work - of_cases > _LEAST else "",
        t("my_work.sum_post", post=number(full_time_units(view), 1)) if full_time_units(view) else "",
    ]
    return " ".join(filter(None, said))
