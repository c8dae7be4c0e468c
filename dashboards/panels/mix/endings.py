"""How cases ended and how long they had been open, in twelve months at a time."""

import polars as pl

from dashboards import queries
from dashboards.access import door
from dashboards.charts.stacks import stacked_bars
from dashboards.panel import Panel, Table, nothing
from dashboards.panels.mix import frames
from dashboards.panels.parts import labelled, words
from dashboards.text import day, number, percentage, t
from dashboards.totals import TOTAL
from dashboards.view import View

_MART = "fct_area_endings_years"


def by_reason(view: View) -> Panel:
    """Why cases ended, a bar per twelve months."""
    rows = _of_every_kind(frames.endings(view)).filter(pl.col("end_reason") != TOTAL)
    if rows.is_empty():
        return nothing("mix_reasons", t("mix.no_endings"))
    years = {start: t("mix.year_up_to", day=day(end)) for start, end in _years(rows)}
    reasons = {code: queries.label_of(view.reader, "end_reason", code) for code in _commonest_first(rows)}
    drawn = rows.select(row="year_start_on", part="end_reason", amount="ended_cases")
    last = frames.endings(view).filter(pl.col("year_start_on") == max(years))
    return Panel(
        "mix_reasons",
        title=_title(_of_every_kind(last), reasons),
        subtitle=t("mix.reasons_subtitle", **frames.area_words(view)),
        chart=stacked_bars(drawn, years, reasons, view.look, words("mix", "unit", "none")),
        table=Table(
            rows.with_columns(
                reason=pl.col("end_reason").replace_strict(reasons, default=None, return_dtype=pl.String)
            ),
            {
                "last_day_on": t("mix.column_year"),
                "reason": t("mix.column_reason"),
                "ended_cases": t("mix.column_ended"),
                "duration_days_p50": t("mix.column_half"),
                "duration_days_p90": t("mix.column_most"),
            },
            missing=t("mix.too_few"),
            stands_for={"reason": "end_reason"},
        ),
        notes=(t("mix.reasons_note"),),
        marts=(_MART,),
    )


def durations(view: View) -> Panel | None:
    """How long the cases of each kind had been open when they ended, beside the twelve months before."""
    rows = frames.endings(view).filter(pl.col("end_reason") == TOTAL)
    if rows.is_empty():
        return None
    last_start = rows["year_start_on"].max()
    now = rows.filter(pl.col("year_start_on") == last_start)
    before = rows.filter(pl.col("year_start_on") == last_start.replace(year=last_start.year - 1))
    beside = now.join(
        before.select("supervision_type", before_cases="ended_cases", before_days="duration_days_p50"),
        on="supervision_type",
        how="left",
        maintain_order="left",
    )
    every = _of_every_kind(now)
    kinds = beside.filter(pl.col("supervision_type") != TOTAL)
    return Panel(
        "mix_durations",
        title=_durations_title(every["duration_days_p50"][0]),
        subtitle=t("mix.durations_subtitle", **frames.area_words(view), day=day(now["last_day_on"][0])),
        table=Table(
            kinds.with_columns(label=labelled(view, "work_type", kinds["supervision_type"])),
            {
                "label": t("mix.column_kind"),
                "ended_cases": t("mix.column_ended"),
                "duration_days_p50": t("mix.column_half"),
                "duration_days_p90": t("mix.column_most"),
                "before_cases": t("mix.column_ended_before"),
                "before_days": t("mix.column_half_before"),
            },
            missing=t("mix.too_few"),
            stands_for={
                "label": "supervision_type",
                "before_cases": "ended_cases",
                "before_days": "duration_days_p50",
            },
        ),
        notes=(t("mix.durations_note", smallest=number(door.SMALLEST_SHOWN)),),
        marts=(_MART,),
    )


def _durations_title(days: float | None) -> str:
    return t("mix.durations_title_none") if days is None else t("mix.durations_title", days=number(days))


def _of_every_kind(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.filter(pl.col("supervision_type") == TOTAL)


def _years(rows: pl.DataFrame) -> list[tuple]:
    return list(rows.select("year_start_on", "last_day_on").unique().sort("year_start_on").iter_rows())


def _commonest_first(rows: pl.DataFrame) -> list[str]:
    sums = rows.group_by("end_reason").agg(cases=pl.col("ended_cases").sum())
    return sums.sort("cases", "end_reason", descending=[True, False])["end_reason"].to_list()


def _title(last: pl.DataFrame, reasons: dict[str, str]) -> str:
    """The commonest reason of the last twelve months and its share."""
    ended = last.filter(pl.col("end_reason") == TOTAL)["ended_cases"][0]
    told = last.filter(pl.col("end_reason") != TOTAL).sort(
        "ended_cases", "end_reason", descending=[True, False]
    )
    most = told.row(0, named=True)
    share = percentage(100 * most["ended_cases"] / ended)
    return t("mix.reasons_title", reason=reasons[most["end_reason"]], share=share, cases=number(ended))
