"""Cases that need somebody: counts of cover, assessments and ends, cover by office, and their lists."""

import polars as pl

from dashboards import queries
from dashboards.charts.stacks import stacked_bars
from dashboards.components import choosing, figures, states
from dashboards.components import panels as screen
from dashboards.components.filters import ALL, Chosen
from dashboards.queries import pressure as questions
from dashboards.sections import look, part_names, words
from dashboards.sections.pressure.cover_lists import in_list, listed_cases
from dashboards.text import day, label, number, percentage, t

USUAL_LINE = "offender_supervision"


def cases(status: dict, chosen: Chosen) -> None:
    """A service line, its counts, its cover by office, and one list at a time."""
    screen.heading(t("pressure.cases_heading"))
    line, line_words = _line_chosen()
    counted = questions.cases_counted(chosen.among, chosen.weight_scheme, line)
    if not status["has_assignments"]:
        states.not_delivered(t("pressure.no_assignments"))
    elif not status["has_contracts"]:
        states.not_delivered(t("pressure.no_contracts"))
    own = counted.filter(pl.col("office_id") == chosen.office) if chosen.office else counted
    place = {"day": day(status["as_of"]), "office": chosen.label("office"), "line": line_words}
    states.note(t("pressure.cases_subtitle", **place))
    if own.is_empty():
        states.note(t("pressure.cases_none"))
        return
    sums = own.drop("office_id").sum().row(0, named=True)
    figures.row(_count_figures(sums, status))
    if status["has_assignments"]:
        cover_by_office(status, chosen, own, sums, line_words)
    listed_cases(status, chosen, sums, line, line_words)


def _line_chosen() -> tuple[str, str]:
    """The service line of the cases ('' for all) and its words: officers above are counted over all lines."""
    names = {row["id"]: label(row) for row in queries.choices("service_line")}
    names = {ALL: t("common.all_service_line"), **names}
    default = USUAL_LINE if USUAL_LINE in names else ALL
    value = choosing.select("line", t("common.filter_service_line"), list(names), default, names.get)
    return (questions.ALL if value == ALL else value), names[value]


def _count_figures(sums: dict, status: dict) -> list[figures.Figure]:
    open_share = {kind: _share(sums[f"{kind}_cases"], sums["open_cases"]) for kind in questions.LISTS[2:]}
    ends = [
        _count(kind, sums, t("pressure.figure_of_open_note", share=open_share[kind])) for kind in open_share
    ]
    if not status["has_assignments"]:
        return [_untold("cover"), _untold("not_assessed"), *ends]
    share = _share(sums["not_assessed_cases"], sums["started_cases"])
    return [
        _cover_figure(sums, has_contracts=status["has_contracts"]),
        _count("not_assessed", sums, t("pressure.figure_not_assessed_note", share=share)),
        *ends,
    ]


def _cover_figure(sums: dict, *, has_contracts: bool) -> figures.Figure:
    said = {name: number(sums[f"{name}_cases"]) for name in ("uncovered", "unable")}
    note = t("pressure.figure_cover_note", **said)
    if not has_contracts:
        note = t("pressure.figure_cover_note_only", uncovered=said["uncovered"])
    return figures.Figure(
        t("pressure.figure_cover"),
        number(in_list("cover", sums, has_contracts=has_contracts)),
        t("pressure.cases"),
        note=note,
    )


def _count(kind: str, sums: dict, note: str) -> figures.Figure:
    count = number(sums[f"{kind}_cases"])
    return figures.Figure(t(f"pressure.figure_{kind}"), count, t("pressure.cases"), note=note)


def _untold(kind: str) -> figures.Figure:
    return figures.Figure(t(f"pressure.figure_{kind}"), t("pressure.cannot_tell"), state="missing")


def _share(part: int, whole: int) -> str:
    return percentage(100 * part / whole) if whole else t("common.not_computable")


def cover_by_office(status: dict, chosen: Chosen, own: pl.DataFrame, sums: dict, line_words: str) -> None:
    """How many cases need cover in each office, by how long they have been without officer."""
    parts = [
        "uncovered_30",
        "uncovered_90",
        "uncovered_longer",
        *(["unable"] if status["has_contracts"] else []),
    ]
    named = {part: t(f"pressure.part_{part.removeprefix('uncovered_')}") for part in parts}
    names = part_names(chosen.among)
    offices = {chosen.office: names[chosen.office]} if chosen.office else names
    long = own.unpivot([f"{part}_cases" for part in parts], index="office_id").select(
        row="office_id", part=pl.col("variable").str.strip_suffix("_cases"), amount="value"
    )
    said = {name: number(sums[f"{name}_cases"]) for name in ("uncovered", "unable")}
    said["longer"] = number(sums["uncovered_longer_cases"])
    ending = "_only" if not status["has_contracts"] else ""
    ending = ending if in_list("cover", sums, has_contracts=status["has_contracts"]) else "_none"
    screen.chart(
        stacked_bars(
            long, offices, named, look(status), {"unit": t("pressure.cases")} | words("pressure", "none")
        ),
        name="pressure_cover_offices",
        title=t(f"pressure.cover_title{ending}", **said),
        subtitle=t("pressure.cover_subtitle", line=line_words, day=day(status["as_of"])),
        summary=t("pressure.cover_summary"),
        table=_named(own, offices),
        columns={
            "office_name": t("pressure.column_office"),
            **{f"{part}_cases": name for part, name in named.items()},
            "not_assessed_cases": t("pressure.figure_not_assessed"),
            "past_expected_end_cases": t("pressure.figure_past_expected_end"),
            "no_expected_end_cases": t("pressure.figure_no_expected_end"),
        },
        status=status,
        words=f"{chosen.words}, {line_words}",
        marts=("fct_area_open_cases",),
    )


def _named(own: pl.DataFrame, offices: dict[str, str]) -> pl.DataFrame:
    spots = pl.DataFrame({"office_id": list(offices), "office_name": list(offices.values())})
    return spots.join(own, on="office_id", how="inner", maintain_order="left")
