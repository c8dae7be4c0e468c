"""What the carried cases are: by kind, risk and phase over the years, and by sex."""

import polars as pl

from dashboards.access import door
from dashboards.charts.bars import count_bars
from dashboards.charts.stacks import stacked_bars
from dashboards.panel import Panel, State, Table, not_delivered, nothing
from dashboards.panels.mix import frames
from dashboards.panels.parts import labelled, words
from dashboards.text import month, number, percentage, t
from dashboards.view import View

_MART = "fct_area_mix_months"
TELLING_POINTS = 1  # of percentage: what moves a share less is not told in words


def no_cases(view: View) -> Panel:
    """What is said where no cases were delivered."""
    return not_delivered("mix_no_cases", t("mix.no_cases"))


def none_carried(view: View) -> Panel | None:
    """What is said where no case is carried, or nobody was ever said to carry one."""
    if not view.status.has_assignments:
        return not_delivered("mix_no_assignments", t("mix.no_assignments"))
    return nothing("mix_none", t("mix.none_carried")) if frames.carried(view).is_empty() else None


def by_kind(view: View) -> Panel | None:
    """The kinds of mandate among the carried cases of the last whole month, beside a year earlier."""
    rows = frames.of_aspect(view, "supervision_type")
    if rows.is_empty():
        return None
    now = frames.last_month(rows)
    most = now.sort("active_cases_avg", descending=True, maintain_order=True).row(0, named=True)
    return Panel(
        "mix_kind",
        title=t("mix.kind_title", kind=most["label"], share=percentage(most["share_pct"])),
        subtitle=t("mix.kind_subtitle", **frames.area_words(view), month=month(most["month_start_on"])),
        chart=count_bars(
            now.select(band="label", cases=pl.col("active_cases_avg").round()),
            view.look,
            words("mix", "cases"),
        ),
        summary=_moved_most(rows),
        table=_table(rows, t("mix.column_kind")),
        marts=(_MART,),
    )


def by_risk(view: View) -> Panel | None:
    """The levels of risk among the carried cases, one month of every year."""
    rows = frames.of_aspect(view, "risk_level")
    if rows.is_empty():
        return None
    assessed = rows.filter(pl.col("category") != frames.NOT_ASSESSED)
    if assessed.is_empty():
        return not_delivered("mix_risk", t("mix.no_assessments"))
    return _over_years("risk", rows, assessed["category"][-1], view)


def by_phase(view: View) -> Panel | None:
    """The phases of the carried cases, one month of every year."""
    rows = frames.of_aspect(view, "phase").sort("position", "month_start_on", maintain_order=True)
    if rows.is_empty():
        return None
    return _over_years("phase", rows, rows["category"][-1], view)


def by_sex(view: View) -> Panel | None:
    """The sex of those whose cases are carried, as a table only; small groups are hidden."""
    if frames.carried(view).is_empty():
        return None
    rows, title = frames.by_sex(view), t("mix.sex_title")
    if set(rows["sex"]) == {frames.NOT_RECORDED}:
        return None
    if rows.is_empty():
        said = t("mix.sex_hidden", smallest=number(door.SMALLEST_SHOWN))
        return Panel("mix_sex", title=title, state=State.HIDDEN, said=said)
    last = frames.carried(view)["month_start_on"].max()
    named = rows.with_columns(label=labelled(view, "sex", rows["sex"])).drop("sex")
    return Panel(
        "mix_sex",
        title=title,
        subtitle=t("mix.sex_subtitle", **frames.area_words(view), month=month(last)),
        table=Table(
            named,
            {"label": t("mix.column_sex"), "active_cases_avg": t("mix.column_cases")},
            stands_for={"label": "category"},
        ),
        notes=(t("mix.sex_note", smallest=number(door.SMALLEST_SHOWN)),),
        marts=(_MART,),
    )


def _over_years(aspect: str, rows: pl.DataFrame, category: str, view: View) -> Panel:
    """The cases of every category, a bar per year; the title tells the share of one category."""
    months, parts = frames.months_named(rows), dict(rows.select("category", "label").iter_rows())
    drawn = rows.select(
        row=pl.col("month_start_on"), part="category", amount=pl.col("active_cases_avg").round()
    )
    told = rows.filter(pl.col("category") == category)
    label, by_month = told["label"][0], dict(told.select("month_start_on", "share_pct").iter_rows())
    first, last = min(months), max(months)
    key = f"mix.{aspect}_title{'' if len(months) > 1 else '_one'}"
    shares = {"then": percentage(by_month.get(first, 0)), "now": percentage(by_month.get(last, 0))}
    when = {"first": month(first), "last": month(last)}
    return Panel(
        f"mix_{aspect}",
        title=t(key, label=label, **shares, **when),
        subtitle=t(f"mix.{aspect}_subtitle", **frames.area_words(view)),
        chart=stacked_bars(drawn, months, parts, view.look, words("mix", "unit", "none")),
        table=_table(rows, t(f"mix.column_{aspect}")),
        marts=(_MART,),
    )


def _table(rows: pl.DataFrame, heading: str) -> Table:
    return Table(
        rows,
        {
            "label": heading,
            "month_start_on": t("mix.column_month"),
            "active_cases_avg": t("mix.column_cases"),
            "share_pct": t("mix.column_share"),
        },
        stands_for={"label": "category"},
        on_phone=("month_start_on", "share_pct"),
    )


def _moved_most(rows: pl.DataFrame) -> str:
    """Which kind's share changed most within a year; nothing where no month of the year before is known."""
    last = rows["month_start_on"].max()
    before = last.replace(year=last.year - 1)
    shares = rows.pivot("month_start_on", index="label", values="share_pct", maintain_order=True).fill_null(0)
    if str(before) not in shares.columns:
        return ""
    moved = shares.select("label", then=str(before), now=str(last)).with_columns(
        points=(pl.col("now") - pl.col("then")).abs()
    )
    most = moved.sort("points", descending=True, maintain_order=True).row(0, named=True)
    if most["points"] < TELLING_POINTS:
        return t("mix.kind_summary_none")
    shown = {name: percentage(most[name], 1) for name in ("then", "now")}
    return t("mix.kind_summary", kind=most["label"], **shown)
