"""Outcome figures of other bodies, such as reconviction: a cohort, how many of it, and the interval."""

import polars as pl

from analysis.intervals import wilson
from dashboards import queries
from dashboards.access.door import SMALLEST_SHOWN
from dashboards.charts.bands import percentage_bands
from dashboards.choice import SERVICE
from dashboards.panel import Panel, Table, hidden, not_delivered, nothing
from dashboards.panels import shares
from dashboards.panels.parts import labelled, words
from dashboards.queries import outcomes as questions
from dashboards.text import day, number, percentage, t
from dashboards.view import View

_MART, _NAME = "fct_outcome_figures", "outcomes_figures"
_PER = "_per_"  # in the name of a measure that is no share of its cohort


def of_others(view: View) -> Panel:
    """The latest cohort of each measure and kind of mandate; of the whole service alone."""
    if not queries.has_mart(view.reader, _MART):
        return not_delivered(_NAME, t("outcomes.figures_not_delivered"))
    if _is_a_part(view):
        return hidden(_NAME, t("outcomes.figures_of_service"))
    rows = _shares(questions.outcome_figures(view.reader, view.choice))
    if rows.is_empty():
        return nothing(_NAME, t("outcomes.figures_none"))
    named = rows.with_columns(
        measure_name=labelled(view, "outcome_measure", rows["measure"]),
        kind=pl.when(pl.col("supervision_type") == "")
        .then(pl.lit(t("outcomes.all_kinds")))
        .otherwise(labelled(view, "work_type", rows["supervision_type"])),
    )
    latest = named.filter(
        pl.col("cohort_start_on") == pl.col("cohort_start_on").max().over("measure", "supervision_type")
    ).drop_nulls("per_100")
    # one measure is drawn: two of them are not one scale
    drawn = latest.filter(pl.col("measure") == pl.col("measure").first())
    drawn = drawn.unique("kind", keep="first", maintain_order=True)
    return Panel(
        _NAME,
        title=_title(drawn),
        subtitle=_subtitle(drawn, view),
        chart=percentage_bands(
            shares.bands(drawn, "kind"), view.look, words("outcomes", "balance"), holds_100=False
        )
        if drawn.height
        else None,
        summary=t("outcomes.figures_summary"),
        table=Table(
            named,
            {
                "measure_name": t("outcomes.column_measure"),
                "kind": t("outcomes.column_kind"),
                "cohort_start_on": t("outcomes.column_cohort_from"),
                "cohort_last_on": t("outcomes.column_cohort_to"),
                "numerator": t("outcomes.column_numerator"),
                "denominator": t("outcomes.column_denominator"),
                "per_100": t("outcomes.column_figure_share"),
                "per_100_low": t("outcomes.column_low"),
                "per_100_high": t("outcomes.column_high"),
            },
            missing=t("outcomes.figures_missing"),
            stands_for={"measure_name": "measure", "kind": "supervision_type"},
            on_phone=("kind", "per_100"),
            digits={"per_100": 1, "per_100_low": 1, "per_100_high": 1},
        ),
        notes=(t("outcomes.figures_note"),),
        marts=(_MART,),
    )


def _is_a_part(view: View) -> bool:
    """Whether more is there than what is looked at: an only office is the service."""
    return view.choice.area != SERVICE and len(queries.choices(view.reader, "office")) > 1


def _shares(rows: pl.DataFrame) -> pl.DataFrame:
    """The figures with share and interval; null of a rate that is no share, of a small cohort and of few."""
    is_share = (
        ~pl.col("measure").str.contains(_PER, literal=True)
        & (pl.col("denominator") >= shares.FEWEST)
        & (pl.col("numerator") <= pl.col("denominator"))
    )
    is_small = (pl.col("numerator") > 0) & (pl.col("numerator") < SMALLEST_SHOWN)
    rows = rows.with_columns(numerator=pl.when(~is_small).then("numerator"))
    counted = rows.with_columns(
        of=pl.when(is_share).then("denominator").otherwise(0.0),
        part=pl.when(is_share).then("numerator").otherwise(0.0),
    )
    low, high = wilson(counted["part"].to_numpy(), counted["of"].to_numpy())
    return counted.with_columns(
        per_100=pl.when(pl.col("of") > 0).then(100 * pl.col("part") / pl.col("of")),
        per_100_low=pl.Series(100 * low).fill_nan(None),
        per_100_high=pl.Series(100 * high).fill_nan(None),
    ).drop("of", "part")


def _subtitle(drawn: pl.DataFrame, view: View) -> str:
    line = view.choice.label("service_line")
    if drawn.is_empty():
        return t("outcomes.figures_subtitle_none", line=line)
    return t("outcomes.figures_subtitle", line=line, measure=drawn["measure_name"][0])


def _title(drawn: pl.DataFrame) -> str:
    if drawn.is_empty():
        return t("outcomes.figures_title_none")
    first = drawn.row(0, named=True)
    return t(
        "outcomes.figures_title",
        figure=f"{first['measure_name']}, {first['kind']}",
        share=percentage(first["per_100"]),
        cohort=number(first["denominator"]),
        until=day(first["cohort_last_on"]),
    )
