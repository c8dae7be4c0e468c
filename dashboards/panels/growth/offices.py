"""The split of the work for every part of the area, an office or a region, side by side."""

import polars as pl

from dashboards import queries
from dashboards.charts.growth import office_steps
from dashboards.panel import Panel, Table
from dashboards.panels.growth import frames
from dashboards.panels.parts import named_parts, part_names
from dashboards.panels.weights import basis, unit
from dashboards.text import signed, t
from dashboards.view import View

DRAWN = ("came", "stayed", "moved", "carried", "heavier", "rules", "tasks")
FULL_PCT = 100


def every_part(view: View) -> Panel | None:
    """How far each cause moved the work of each part, in per cent of its own work before."""
    if view.choice.office or frames.is_one_month(view) or frames.is_unweighed(view):
        return None
    rows = _named(frames.split(view, "workload_units"), view)
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
    """Parts in their fixed order with `part_name`, both levels, and each group of causes in per cent."""
    in_pct = [
        (FULL_PCT * pl.sum_horizontal(_of(group, rows.columns)) / pl.col("before")).alias(group)
        for group in DRAWN
    ]
    sums = rows.group_by(_part_id(view), maintain_order=True).agg(
        pl.col("before", "after", *frames.causes_of(rows)).sum()
    )
    return named_parts(
        sums.filter(pl.col("before") > 0).with_columns(
            *in_pct, work_before=pl.col("before"), work_after=pl.col("after")
        ),
        part_names(view),
    )


def _part_id(view: View) -> pl.Expr:
    """The office of a row; its region where regions are compared."""
    if not view.choice.compares_regions:
        return pl.col("office_id").alias("part_id")
    regions = {row["id"]: row["parent_id"] for row in queries.choices(view.reader, "office")}
    return pl.col("office_id").replace_strict(regions, default=None, return_dtype=pl.String).alias("part_id")


def _of(group: str, known: list[str]) -> list[str]:
    return [cause for cause, of_group in frames.CAUSES.items() if of_group == group and cause in known]


def _columns(view: View, groups: list[str]) -> dict[str, str]:
    pair = frames.pair_words(view)
    return {
        "part_name": t("growth.column_part"),
        "work_before": t("growth.column_work_in", month=pair["first"], unit=unit(view)),
        "work_after": t("growth.column_work_in", month=pair["last"], unit=unit(view)),
        **{group: t("growth.column_group", group=t(f"growth.group_{group}")) for group in groups},
    }
