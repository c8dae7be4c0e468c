"""The split of the work for every office of the area, side by side."""

import polars as pl

from dashboards.charts.growth import office_steps
from dashboards.panel import Panel, Table
from dashboards.panels.growth import frames
from dashboards.panels.parts import office_names
from dashboards.panels.weights import basis, unit
from dashboards.text import signed, t
from dashboards.view import View

DRAWN = ("came", "stayed", "moved", "carried", "heavier", "rules", "tasks")
FULL_PCT = 100


def every_office(view: View) -> Panel | None:
    """How far each cause moved the work of each office, in per cent of its own work before."""
    if view.choice.office or frames.is_one_month(view):
        return None
    rows = _named(frames.split(view, "workload_units").filter(pl.col("before") > 0), view)
    if rows.height < 2:
        return None
    groups = {group: t(f"growth.group_{group}") for group in DRAWN if rows[group].abs().max() >= 0.5}
    pair = frames.pair_words(view)
    return Panel(
        "growth_offices",
        title=t("growth.offices_title", **pair),
        subtitle=t("growth.offices_subtitle", **pair, basis=basis(view)),
        chart=office_steps(
            [(row["part_name"], row) for row in rows.to_dicts()],
            groups,
            view.look,
            lambda amount: t("growth.in_pct", amount=signed(amount)),
        ),
        summary=t("growth.offices_summary"),
        table=Table(rows, _columns(view, list(groups)), missing=t("common.not_computable")),
        marts=("fct_cohort_months", "fct_case_mix_months", "fct_office_work_months"),
    )


def _named(rows: pl.DataFrame, view: View) -> pl.DataFrame:
    """Offices in their fixed order with `part_name`, both levels, and each group of causes in per cent."""
    names = office_names(view)
    in_pct = [
        (
            FULL_PCT
            * pl.sum_horizontal(cause for cause in _of(group) if cause in rows.columns)
            / pl.col("before")
        ).alias(group)
        for group in DRAWN
    ]
    ranks = {office: rank for rank, office in enumerate(names)}
    return (
        rows.filter(pl.col("office_id").is_in(list(names)))
        .with_columns(
            *in_pct,
            part_name=pl.col("office_id").replace_strict(names, default=None, return_dtype=pl.String),
            rank=pl.col("office_id").replace_strict(ranks, default=None, return_dtype=pl.Int64),
            work_before=pl.col("before"),
            work_after=pl.col("after"),
        )
        .sort("rank")
        .drop("rank")
    )


def _of(group: str) -> list[str]:
    return [cause for cause, of_group in frames.CAUSES.items() if of_group == group]


def _columns(view: View, groups: list[str]) -> dict[str, str]:
    pair = frames.pair_words(view)
    return {
        "part_name": t("growth.column_office"),
        "work_before": t("growth.column_work_in", month=pair["first"], unit=unit(view)),
        "work_after": t("growth.column_work_in", month=pair["last"], unit=unit(view)),
        **{group: t("growth.column_group", group=t(f"growth.group_{group}")) for group in groups},
    }
