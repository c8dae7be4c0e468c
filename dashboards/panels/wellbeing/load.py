"""Answers beside the workload of the same office in the month of the wave: a picture, and no proof."""

import polars as pl

from analysis.surveys import pooled
from dashboards.charts.beside import beside_load
from dashboards.panel import Panel, Table, nothing
from dashboards.panels.parts import named_parts, office_names
from dashboards.panels.weights import basis
from dashboards.panels.wellbeing import frames
from dashboards.queries import wellbeing as questions
from dashboards.text import day, plural, t
from dashboards.totals import TOTAL
from dashboards.view import View


def beside(view: View) -> Panel | None:
    """Each office and wave of which both are shown: a dot, in no order and without a line through them."""
    if not frames.has_surveys(view) or not view.status.has_cases:
        return None
    name, title = "wellbeing_load", t("wellbeing.load_caption")
    if not view.status.has_contracts:
        return nothing(name, t("wellbeing.no_load"), title)
    rows = _both(view)
    if rows.is_empty():
        return nothing(name, t("wellbeing.no_load"), title)
    last = rows["wave_on"].max()
    drawn = rows.select(
        is_last=pl.col("wave_on") == last,
        name=pl.concat_str("part_name", pl.col("wave_on").dt.year().cast(pl.String), separator=", "),
        workload_pct="workload_pct",
        share_pct="problem_pct",
        lower_pct="problem_lower_pct",
        upper_pct="problem_upper_pct",
    )
    scale = frames.scale_words(view)
    return Panel(
        name,
        title=plural("wellbeing.load_title", rows["part_id"].n_unique(), scale=scale),
        subtitle=t(
            "wellbeing.load_subtitle", line=view.choice.label("service_line"), scale=scale, basis=basis(view)
        ),
        chart=beside_load(
            drawn,
            view.look,
            {
                "last": day(last),
                "earlier": t("wellbeing.earlier"),
                "across": t("wellbeing.load_across"),
                "up": t("wellbeing.load_up"),
            },
        ),
        summary=t("wellbeing.load_summary"),
        table=Table(
            rows,
            {
                "part_name": t("wellbeing.column_office"),
                "wave_on": t("wellbeing.column_wave"),
                "workload_pct": t("wellbeing.column_workload"),
                "respondents": t("wellbeing.column_respondents"),
                "problem_pct": t("wellbeing.column_problem"),
                "problem_lower_pct": t("wellbeing.column_lower"),
                "problem_upper_pct": t("wellbeing.column_upper"),
            },
            filters=view.choice.said_of_every_part,
            on_phone=("workload_pct", "problem_pct"),
        ),
        notes=(t("wellbeing.load_note"),),
        marts=(questions.SURVEYS, "fct_office_line_months"),
    )


def _both(view: View) -> pl.DataFrame:
    """Offices in the fixed order, each with its waves, where answers and workload are both shown."""
    asked = frames.answers(view).filter(
        (pl.col("survey_group") == TOTAL) & (pl.col("scale") == frames.scale(view))
    )
    loads = questions.load_at_waves(view.reader, view.choice).drop_nulls("workload_pct")
    rows = pooled(asked, ["office_id", "wave_on"]).join(loads, on=["office_id", "wave_on"])
    known = rows.drop_nulls("problem_pct").rename({"office_id": "part_id"}).sort("wave_on")
    return named_parts(known, office_names(view))
