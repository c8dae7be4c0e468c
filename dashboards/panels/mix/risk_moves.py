"""How the level of risk of the same cases moved within twelve months."""

import polars as pl

from dashboards.access import door
from dashboards.charts.stacks import stacked_bars
from dashboards.panel import Panel, Table, nothing
from dashboards.panels.mix import frames
from dashboards.panels.parts import labelled, words
from dashboards.text import day, number, percentage, plural, t
from dashboards.view import View

_MART = "fct_area_risk_years"
_BEFORE, _NOW = (f"{name}_rank" for name in frames.LEVEL_COLUMNS)


def moved(view: View) -> Panel | None:
    """What level the cases have that were open a year before, by the level they had then."""
    every = frames.risk_moves(view)
    if every.is_empty():
        return nothing("mix_risk_moves", t("mix.no_moves"))
    rows = every.filter(pl.col("year_start_on") == every["year_start_on"].max()).sort(_BEFORE, _NOW)
    if not rows.filter(_is_assessed()).height:
        return None
    names = {
        name: dict(zip(rows[name], labelled(view, "risk_level", rows[name]), strict=True))
        for name in frames.LEVEL_COLUMNS
    }
    drawn = rows.select(row="risk_level_before", part="risk_level", amount="open_cases")
    parts = dict(sorted(names["risk_level"].items(), key=lambda one: frames.rank(one[0])))
    when = {"then": day(_day_before(rows)), "now": day(rows["last_day_on"][0])}
    return Panel(
        "mix_risk_moves",
        title=_title(rows, when),
        subtitle=t("mix.moves_subtitle", **frames.area_words(view), **when),
        chart=stacked_bars(drawn, names["risk_level_before"], parts, view.look, words("mix", "unit", "none")),
        summary=_summary(rows),
        table=Table(
            rows.with_columns(
                *(pl.col(name).replace_strict(names[name]) for name in frames.LEVEL_COLUMNS),
                level_share_pct=_share_of_level(),
            ),
            {
                "risk_level_before": t("mix.column_level_before"),
                "risk_level": t("mix.column_level_now"),
                "open_cases": t("mix.column_open"),
                "level_share_pct": t("mix.column_level_share"),
            },
            caption=t("mix.moves_caption", **when),
            missing=t("mix.too_few"),
            on_phone=("risk_level", "level_share_pct"),
        ),
        notes=(t("mix.moves_note"),),
        marts=(_MART,),
    )


def _share_of_level() -> pl.Expr:
    """In per cent of those with the level before; nothing of too few."""
    of_level = pl.col("open_cases").sum().over(_BEFORE)
    return pl.when(of_level >= door.SMALLEST_SHOWN).then(100 * pl.col("open_cases") / of_level)


def _day_before(rows: pl.DataFrame):
    return rows.select(pl.col("year_start_on").dt.offset_by("-1d")).item(0, 0)


def _is_assessed() -> pl.Expr:
    """Whether a case had a level on both days that is lighter or heavier than others."""
    return pl.all_horizontal(pl.col(*frames.LEVEL_COLUMNS).is_in(frames.LEVELS))


def _counted(rows: pl.DataFrame, condition: pl.Expr) -> int:
    return int(rows.filter(condition)["open_cases"].sum())


def _title(rows: pl.DataFrame, when: dict[str, str]) -> str:
    """How many of those assessed on both days are at a higher level, and how many at a lower one."""
    both = rows.filter(_is_assessed())
    cases = int(both["open_cases"].sum())
    if cases < door.SMALLEST_SHOWN:
        return plural("mix.moves_title_few", cases, **when)
    shares = {
        "higher": percentage(100 * _counted(both, pl.col(_NOW) > pl.col(_BEFORE)) / cases),
        "lower": percentage(100 * _counted(both, pl.col(_NOW) < pl.col(_BEFORE)) / cases),
    }
    return t("mix.moves_title", cases=number(cases), **shares, **when)


def _summary(rows: pl.DataFrame) -> str:
    """How many got their first assessment in between."""
    was_not, is_not = (pl.col(name) == frames.NOT_ASSESSED for name in frames.LEVEL_COLUMNS)
    first, never = _counted(rows, was_not & ~is_not), _counted(rows, was_not & is_not)
    return t("mix.moves_summary", first=number(first), never=number(never))
