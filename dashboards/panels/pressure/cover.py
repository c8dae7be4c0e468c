"""Cases that need somebody: counts of cover, assessments and ends, and cover by part."""

import polars as pl

from dashboards.access.door import SMALLEST_SHOWN
from dashboards.charts.stacks import stacked_bars
from dashboards.panel import HeadFigure, Panel, Table, not_delivered, nothing
from dashboards.panels.parts import named_parts, part_names, words
from dashboards.panels.pressure import frames
from dashboards.queries.cover import LISTS_OF_ENDS
from dashboards.status import Status
from dashboards.text import day, number, percentage, t
from dashboards.view import View

_MARTS = ("fct_area_open_cases",)


def counts(view: View) -> tuple[Panel | None, ...]:
    """What was not delivered, of which cases this is, and their counts."""
    counted, day_said = frames.counted_cases(view), day(view.status.as_of)
    place = {"office": view.choice.label("office"), "line": view.choice.label("cases_line")}
    about = Panel("pressure_cases", notes=(t("pressure.cases_subtitle", day=day_said, **place),))
    if counted.is_empty():
        return _not_delivered(view), about, nothing("pressure_counts", t("pressure.cases_none"))
    away = frames.cases_of_those_away(counted, view)
    figures = tuple(_count_figures(frames.summed(counted), away, view.status))
    return _not_delivered(view), about, Panel("pressure_counts", head_figures=figures, marts=_MARTS)


def _not_delivered(view: View) -> Panel | None:
    if not view.status.has_assignments:
        return not_delivered("pressure_no_assignments", t("pressure.no_assignments"))
    if not view.status.has_contracts:
        return not_delivered("pressure_no_contracts", t("pressure.no_contracts"))
    return None


def _count_figures(sums: dict, away: int | None, status: Status) -> list[HeadFigure]:
    open_share = {name: _share(sums[f"{name}_cases"], sums["open_cases"]) for name in LISTS_OF_ENDS}
    ends = [
        _count(name, sums, t("pressure.figure_of_open_note", share=open_share[name])) for name in open_share
    ]
    if not status.has_assignments:
        return [_unknown("cover"), _unknown("not_assessed"), _unknown("to_close"), *ends]
    share = _share(sums["not_assessed_cases"], sums["started_cases"])
    not_assessed = _count("not_assessed", sums, t("pressure.figure_not_assessed_note", share=share))
    to_close = _count("to_close", sums, t("pressure.figure_to_close_note"))
    cover = _cover_figure(sums, has_contracts=status.has_contracts)
    of_those_away = [_away_figure(away)] if status.has_contracts else []
    return [cover, *of_those_away, not_assessed, to_close, *ends]


def _cover_figure(sums: dict, *, has_contracts: bool) -> HeadFigure:
    said = {name: number(sums[f"{name}_cases"]) for name in ("uncovered", "left")}
    note = t(f"pressure.figure_cover_note{'' if has_contracts else '_only'}", **said)
    return HeadFigure(
        t("pressure.figure_cover"), number(frames.in_cover(sums)), t("pressure.cases"), note=note
    )


def _away_figure(cases: int | None) -> HeadFigure:
    """Cases whose officers are away: hidden also where there are none, or that would say who is there."""
    title, note = t("pressure.figure_away"), t("pressure.figure_away_note", smallest=SMALLEST_SHOWN)
    if cases is None:
        return HeadFigure(title, t("pressure.away_hidden"), note=note, state="hidden")
    return HeadFigure(title, number(cases), t("pressure.cases"), note=note)


def _count(list_name: str, sums: dict, note: str) -> HeadFigure:
    count = number(sums[f"{list_name}_cases"])
    return HeadFigure(t(f"pressure.figure_{list_name}"), count, t("pressure.cases"), note=note)


def _unknown(list_name: str) -> HeadFigure:
    return HeadFigure(t(f"pressure.figure_{list_name}"), t("pressure.cannot_tell"), state="missing")


def _share(part: int, whole: int) -> str:
    return percentage(100 * part / whole) if whole else t("common.not_computable")


def cover_by_part(view: View) -> Panel | None:
    """How many cases need cover in each part, by how long they have been without officer."""
    counted = frames.counted_cases(view)
    if counted.is_empty() or not view.status.has_assignments:
        return None
    names = part_names(view)
    names = {view.choice.office: names[view.choice.office]} if view.choice.office else names
    kinds = _kinds_of_cover(has_contracts=view.status.has_contracts)
    line = view.choice.label("cases_line")
    inside = {"unit": t("pressure.cases")} | words("pressure", "none")
    return Panel(
        "pressure_cover_offices",
        title=_cover_title(frames.summed(counted), has_contracts=view.status.has_contracts),
        subtitle=t("pressure.cover_subtitle", line=line, day=day(view.status.as_of)),
        chart=stacked_bars(_long(counted, kinds), names, kinds, view.look, inside),
        summary=t("pressure.cover_summary"),
        table=Table(
            named_parts(counted, names),
            {
                "part_name": t("pressure.column_office"),
                **{f"{kind}_cases": name for kind, name in kinds.items()},
                **({"away_cases": t("pressure.part_away")} if view.status.has_contracts else {}),
                "not_assessed_cases": t("pressure.figure_not_assessed"),
                "to_close_cases": t("pressure.figure_to_close"),
                "past_expected_end_cases": t("pressure.figure_past_expected_end"),
                "no_expected_end_cases": t("pressure.figure_no_expected_end"),
            },
            missing=t("pressure.away_hidden"),
        ),
        marts=_MARTS,
    )


def _kinds_of_cover(*, has_contracts: bool) -> dict[str, str]:
    """Why cases need cover, in words: days without officer, and carried only by officers who have left."""
    days = {f"uncovered_{days}": t(f"pressure.part_{days}") for days in ("30", "90", "longer")}
    return days | ({"left": t("pressure.part_left")} if has_contracts else {})


def _long(counted: pl.DataFrame, kinds: dict[str, str]) -> pl.DataFrame:
    return counted.unpivot([f"{kind}_cases" for kind in kinds], index="part_id").select(
        row="part_id", part=pl.col("variable").str.strip_suffix("_cases"), amount="value"
    )


def _cover_title(sums: dict, *, has_contracts: bool) -> str:
    said = {name: number(sums[f"{name}_cases"]) for name in ("uncovered", "left")}
    said["longer"] = number(sums["uncovered_longer_cases"])
    if not frames.in_cover(sums):
        return t("pressure.cover_title_none", **said)
    return t(f"pressure.cover_title{'' if has_contracts else '_only'}", **said)
