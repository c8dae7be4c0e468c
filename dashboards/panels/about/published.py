"""Published figures beside computed ones, and the jumps in them that somebody should check."""

import polars as pl

from dashboards import queries
from dashboards.panel import Panel, nothing
from dashboards.panels.about.worded import in_words, listed_rows
from dashboards.queries import about as questions
from dashboards.text import number, plural, t
from dashboards.view import View

_NEAR_PCT = 2.0
_COMPUTED = ("computed_value", "difference", "difference_pct")


def published(view: View) -> tuple[Panel, ...]:
    """Published beside computed, and the breaks to check."""
    rows = questions.published_against_computed(view.reader)
    if rows.is_empty():
        return (nothing("published", t("about.published_none")),)
    computed = rows.drop_nulls("difference_pct")
    near = computed.filter(pl.col("difference_pct").abs() <= _NEAR_PCT).height
    worded = _worded(rows, view)
    what = ("source", "edition", "measure", "office", "supervision_type", "period_start_on", "period_end_on")
    columns = (*what, "unit", "published_value", "computed_value", "difference", "difference_pct", "note")
    beside = listed_rows(
        "published",
        worded,
        columns,
        t("about.published_subtitle"),
        "fct_published_against_computed",
        missing_in=dict.fromkeys(_COMPUTED, t("common.not_computable")),
        on_phone=("measure", "published_value", "computed_value"),
        title=_title(near, computed.height, rows.height),
    )
    return (beside, *_breaks(worded.drop_nulls("change_pct")))


def _title(near: int, comparable: int, published: int) -> str:
    """How many of the figures that can be compared are near; where none can, how many there are."""
    if not comparable:
        return t("about.published_alone", all=number(published))
    if comparable == 1:
        return t(f"about.published_single{'' if near else '_not'}")
    if not near:
        return t("about.published_far", all=number(comparable))
    return plural("about.published_close", near, all=number(comparable))


def _worded(rows: pl.DataFrame, view: View) -> pl.DataFrame:
    types = {
        code: queries.label_of(view.reader, "work_type", code)
        for code in rows["supervision_type"].drop_nulls().unique()
    }
    types[None] = t("common.all_work_type")
    return rows.with_columns(
        in_words(rows["measure"], "measure").alias("measure"),
        in_words(rows["unit"], "unit").alias("unit"),
        pl.col("office").fill_null(t("common.all_office")),
        supervision_type=pl.col("supervision_type").replace_strict(types, return_dtype=pl.String),
    )


def _breaks(breaks: pl.DataFrame) -> list[Panel]:
    """Jumps to be checked, one table per measure; what says where comes first, also on a narrow screen."""
    if breaks.is_empty():
        return []
    where = ("office", "period_start_on", "previous_value", "published_value", "change_pct")
    # groups come in any order: equally long tables would change places from run to run
    by_measure = sorted(breaks.group_by("measure"), key=lambda group: (-group[1].height, group[0]))
    tables = [
        listed_rows(
            f"breaks_{position}",
            jumps.sort("office", "period_start_on", maintain_order=True),
            (*where, "unit", "supervision_type", "source", "edition"),
            t("about.breaks_table", measure=measure, count=number(jumps.height)),
            "fct_published_breaks",
            on_phone=("period_start_on", "change_pct"),
        )
        for position, ((measure,), jumps) in enumerate(by_measure, start=1)
    ]
    return [Panel("breaks", notes=(plural("about.breaks", breaks.height),)), *tables]
